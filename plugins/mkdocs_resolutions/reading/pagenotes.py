"""The footnotes of a page: which lines below the rule are which note.

A number stands before the words of its note, on the line above them, or loose among the others
above or below all of them, as converters leave what a page sets in another column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_resolutions.reading.characters import SUPERSCRIPTS
from mkdocs_resolutions.reading.measure import ends_early, longest, width
from mkdocs_resolutions.reading.printedline import PrintedLine

PAGE_FOOT = re.compile(
    r"\s*+(?:[0-9]{1,3}/[0-9]{1,3}(?:\s+[0-9]{2}-[0-9]{5}\b.*)?|[0-9]{2}-[0-9]{5}\b.*"
    r"|\*?[0-9]{7}\*?|[0-9]{6}|Please recycle)\s*"
)
"""What stands below the footnotes of a page."""
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_NUMBERED = re.compile(
    rf"\s*(?P<number>[0-9]{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})(?:\s+(?P<words>\S.*))?"
)
DATE = re.compile(r"\s*[0-9]{1,2}\s+[^\W\d_]+\s+(?:19|20)[0-9]{2}\b")
"""In whatever language; a note may begin so too, `2 See 1995 Conference`."""
_Begun = tuple[int, str]
"""The number that a line begins with, 0 for none, and the words behind it."""
ENDS = (".", ")", "?", "”", "’")
"""What a note ends with."""
_RULE = re.compile(r"\s*+(?:_{5,}|[-–—]{5,})\s*")
_ENDS_A_RULE = "_-–— "


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The lines of each footnote of a page: starred ones, then in the order of their numbers, which
    are raised."""

    notes: tuple[tuple[PrintedLine, ...], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines between two numbers that tell where a note begins, and the numbers of its notes."""

    numbers: tuple[int, ...]
    rows: tuple[PrintedLine, ...]


def is_rule(text: str) -> bool:
    """Whether a line is the rule above the footnotes of a page."""
    return text[-1:] in _ENDS_A_RULE and _RULE.fullmatch(text) is not None


def part_notes(rows: Sequence[PrintedLine]) -> PageNotes | None:
    """The footnotes among the lines below the rule of a page; None where numbers and words do not
    match."""
    begun = list(_begun(rows))
    numbers = _numbers(begun)
    if not numbers or len(rows) < len(numbers):
        return None
    above = _starred_above(rows, begun)
    starred = _starred(rows[:above])
    rows, begun = rows[above:], begun[above:]
    notes = dict[int, list[PrintedLine]]()
    for part in _parts(rows, begun, numbers):
        told = _told_apart(part)
        if told is None:
            return None
        notes.update(told)
    if sorted(notes) != numbers or not all(notes.values()):
        return None
    return PageNotes((*starred, *(_raised(number, notes[number]) for number in numbers)))


def _starred_above(rows: Sequence[PrintedLine], begun: Sequence[_Begun]) -> int:
    """How many rows stand above the first number, if they begin with a star; else none."""
    if not rows[0].text.lstrip().startswith("*"):
        return 0
    return next(place for place, (number, _) in enumerate(begun) if number)


def _starred(rows: Sequence[PrintedLine]) -> list[tuple[PrintedLine, ...]]:
    """The notes among some rows, each of which begins with a star."""
    starts = [place for place, row in enumerate(rows) if row.text.lstrip().startswith("*")]
    return [
        tuple(row._replace(room=None) for row in rows[start:end])
        for start, end in pairwise([*starts, len(rows)])
    ]


def _raised(number: int, rows: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    first, *others = rows
    mark = str(number).translate(_RAISED)
    made = (first._replace(text=f"{mark} {first.text.strip()}"), *others)
    return tuple(row._replace(room=None) for row in made)


def _begun(rows: Sequence[PrintedLine]) -> Iterator[_Begun]:
    """What each row begins with. A day in the middle of a sentence is no number of a note."""
    goes_on = False
    for row in rows:
        day = goes_on and DATE.match(row.text) is not None
        number, words = (0, row.text) if day else numbered(row)
        yield number, words
        goes_on = bool(words) and not words.rstrip().endswith(ENDS)


def _numbers(begun: Sequence[_Begun]) -> list[int]:
    """The numbers of the notes: those alone on a line, and those before words that go on in order.

    A number before words may be a day or a page: only one that follows another is a note's.
    Empty where they are not consecutive.
    """
    alone = {number for number, words in begun if number and not words}
    before = [number for number, words in begun if number and words]
    found = set(alone)
    for number in (*before, *reversed(before)):  # up from those that are sure, and down
        if not found or number - 1 in found or number + 1 in found:
            found.add(number)
    ordered = sorted(found)
    return ordered if ordered and ordered[-1] - ordered[0] == len(ordered) - 1 else []


def numbered(row: PrintedLine) -> _Begun:
    """The number a line begins with, 0 for none, and the words behind it."""
    match = _NUMBERED.fullmatch(row.text)
    if match is None:
        return 0, row.text
    plain = "".join(str(SUPERSCRIPTS.find(c)) if c in SUPERSCRIPTS else c for c in match["number"])
    return int(plain), match["words"] or ""


def _parts(
    rows: Sequence[PrintedLine], begun: Sequence[_Begun], numbers: Sequence[int]
) -> Iterator[_Part]:
    """The lines cut where a number tells that a note begins; loose numbers are taken out."""
    due = list(numbers)
    starts, kept = dict[int, int](), list[PrintedLine]()
    for place, (row, (number, words)) in enumerate(zip(rows, begun, strict=True)):
        expected = number in due and all(number > one for one in starts.values())
        if expected and words:
            starts[len(kept)] = number
            kept.append(row._replace(text=words))
        elif number in due and not words:
            if expected and not _beside_a_number(begun, place):
                starts[len(kept)] = number
        else:
            kept.append(row)
            continue
        due.remove(number)
    starts.pop(len(kept), None)  # The last line: it begins nothing.
    edges = sorted({0, *starts, len(kept)})
    for start, end in pairwise(edges):
        first = starts.get(start, numbers[0])
        behind = starts.get(end, numbers[-1] + 1)
        yield _Part(tuple(range(first, behind)), tuple(kept[start:end]))


def _beside_a_number(begun: Sequence[_Begun], place: int) -> bool:
    """Whether another number stands alone on the line before or behind."""
    around = (*begun[max(0, place - 1) : place], *begun[place + 1 : place + 2])
    return any(number and not words for number, words in around)


def _told_apart(part: _Part) -> dict[int, list[PrintedLine]] | None:
    """The lines of each note of a part, which begin where the line before ends most surely."""
    several, rows = len(part.numbers), part.rows
    if not several:
        return None if rows else {}
    if len(rows) < several:
        return None
    across = longest([row.text for row in rows])
    places = sorted(range(1, len(rows)), key=lambda n: (-_ending(rows[n - 1], rows[n], across), n))[
        : several - 1
    ]
    edges = [0, *sorted(places), len(rows)]
    return {
        number: list(rows[start:end])
        for number, start, end in zip(part.numbers, edges, edges[1:], strict=False)
    }


def _ending(before: PrintedLine, row: PrintedLine, across: float) -> int:
    """How surely a note ends with one line and another begins with the next."""
    text = before.text.rstrip()
    worth = 4 if text.endswith(ENDS) else 0
    worth += 2 if ends_early(across - width(text), row.text) else 0
    return worth + (1 if row.text.lstrip()[:1].isupper() else 0)
