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

_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_NUMBERED = re.compile(
    rf"\s*(?P<number>[0-9]{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})(?:\s+(?P<words>\S.*))?"
)
_ENDS = (".", ")", "?", "”", "’")


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The lines of each footnote of a page, in the order of their numbers, which are raised."""

    notes: tuple[tuple[PrintedLine, ...], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines between two numbers that tell where a note begins, and the numbers of its notes."""

    numbers: tuple[int, ...]
    rows: tuple[PrintedLine, ...]


def part_notes(rows: Sequence[PrintedLine]) -> PageNotes | None:
    """The footnotes among the lines below the rule of a page; None where numbers and words do not
    match."""
    numbers = _numbers(rows)
    if not numbers or len(rows) < len(numbers):
        return None
    notes = dict[int, list[PrintedLine]]()
    for part in _parts(rows, numbers):
        told = _told_apart(part)
        if told is None:
            return None
        notes.update(told)
    if sorted(notes) != numbers or not all(notes.values()):
        return None
    return PageNotes(tuple(_raised(number, notes[number]) for number in numbers))


def _raised(number: int, rows: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    first, *others = rows
    mark = str(number).translate(_RAISED)
    made = (first._replace(text=f"{mark} {first.text.strip()}"), *others)
    return tuple(row._replace(room=None) for row in made)


def _numbers(rows: Sequence[PrintedLine]) -> list[int]:
    """The numbers of the notes: those alone on a line, and those before words that go on in order.

    A number before words may be a day or a page: only one that follows another is a note's.
    Empty where they are not consecutive.
    """
    alone = {number for row in rows for number, words in (_number(row),) if number and not words}
    before = [number for row in rows for number, words in (_number(row),) if number and words]
    found = set(alone)
    for number in (*before, *reversed(before)):  # up from those that are sure, and down
        if not found or number - 1 in found or number + 1 in found:
            found.add(number)
    ordered = sorted(found)
    return ordered if ordered and ordered[-1] - ordered[0] == len(ordered) - 1 else []


def _number(row: PrintedLine) -> tuple[int, str]:
    """The number a line begins with, 0 for none, and the words behind it."""
    match = _NUMBERED.fullmatch(row.text)
    if match is None:
        return 0, row.text
    plain = "".join(str(SUPERSCRIPTS.find(c)) if c in SUPERSCRIPTS else c for c in match["number"])
    return int(plain), match["words"] or ""


def _parts(rows: Sequence[PrintedLine], numbers: Sequence[int]) -> Iterator[_Part]:
    """The lines cut where a number tells that a note begins; loose numbers are taken out."""
    due = list(numbers)
    starts, kept = dict[int, int](), list[PrintedLine]()
    for place, row in enumerate(rows):
        number, words = _number(row)
        expected = number in due and all(number > one for one in starts.values())
        if expected and words:
            starts[len(kept)] = number
            kept.append(row._replace(text=words))
        elif number in due and not words:
            if expected and not _beside_a_number(rows, place):
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


def _beside_a_number(rows: Sequence[PrintedLine], place: int) -> bool:
    """Whether another number stands alone on the line before or behind."""
    around = (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
    return any(number and not words for number, words in map(_number, around))


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
    worth = 4 if text.endswith(_ENDS) else 0
    worth += 2 if ends_early(across - width(text), row.text) else 0
    return worth + (1 if row.text.lstrip()[:1].isupper() else 0)
