"""Text as converters take it off printed pages, put into the form the reader of text knows.

What a page shows by its place is told by signs instead: a paragraph that is indented gets a blank
line before it, a footnote and its marks get raised figures. No word is added or taken away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mkdocs_resolutions.reading.characters import SUPERSCRIPTS

_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_RULE = re.compile(r"\s*_{5,}\s*")
_RULE_BEHIND = re.compile(r"(?P<words>.*[^\s_]) +(?P<rule>_{10,})\s*")
_COLUMNS = re.compile(r"(?<=\S) {4,}(?=\S)")
_LABEL = re.compile(r"\s*(?:[0-9]{1,3}\.|\([a-z]{1,4}\)|[0-9A-Z/]{3,12}\.)$")
_SYMBOL = re.compile(r"\s*[A-Z]+(?:/[A-Za-z0-9.()-]+)+\s*")
_NOTE_NUMBER = re.compile(r"\s*(?P<number>[0-9]{1,3})(?:\s+(?P<words>\S.*))?")
_PAGE_FOOT = re.compile(
    r"\s*(?:[0-9]{1,3}/[0-9]{1,3}|[0-9]{2}-[0-9]{5}\b.*|\*?[0-9]{7}\*?|[0-9]{6})\s*"
)
_MOST_CANDIDATES = 200
"""Figures on a page that may be one mark. More are no marks but a table."""
_MARGIN_SHARE = 0.2
"""Of the letters of a page, at least so many stand in lines that begin at its margin."""
_INDENT = 3
"""Columns by which the first line of a paragraph is set in, at least."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page with its number in the file; its spaces are as the converter left them."""

    number: int
    text: str
    page: int = 1

    @property
    def indent(self) -> int:
        """The columns before its first letter."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def blank(self) -> bool:
        """Whether it shows nothing."""
        return not self.text.strip()


def from_pages(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines of printed pages, in the form of running text; other lines as they are."""
    lines = [part for line in lines for part in _rule_apart(line)]
    if not any(_RULE.fullmatch(line.text) for line in lines) and not _is_layout(lines):
        return list(lines)
    made: list[PrintedLine] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        rows = list(page)
        if _is_layout(lines):
            rows = list(_paragraphs(list(_columns(rows))))
        made += _with_notes(rows)
    return made


def _rule_apart(line: PrintedLine) -> Iterator[PrintedLine]:
    """A line with the rule that a converter ran into it on a line of its own."""
    match = _RULE_BEHIND.fullmatch(line.text)
    yield replace(line, text=match["words"]) if match else line
    if match:
        yield replace(line, text=match["rule"])


def _is_layout(lines: Sequence[PrintedLine]) -> bool:
    """Whether most lines keep the margin of the page."""
    shown = [line for line in lines if not line.blank]
    return len(shown) > 10 and sum(line.indent >= _INDENT for line in shown) > 0.7 * len(shown)


# --- where things stand on the page ----------------------------------------------------------


def _columns(rows: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The columns of each line apart, but for a number and the words it stands before.

    The heads of a page stand in two columns that run into each other: the symbol comes first.
    """
    head = True
    top: list[PrintedLine] = []
    for row in rows:
        head = head and not (row.blank and top)
        pieces = _COLUMNS.split(row.text)
        if _LABEL.match(pieces[0]) and len(pieces) > 1:
            pieces[:2] = [f"{pieces[0]} {pieces[1]}"]
        apart = [replace(row, text=piece) for piece in pieces]
        if head and row.page > 1:
            top += (piece for piece in apart if not piece.blank)
        else:
            yield from _heads(top)
            top = []
            yield from apart
    yield from _heads(top)


def _heads(top: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    symbols = [line for line in top if _SYMBOL.fullmatch(line.text)]
    others = [line for line in top if line not in symbols]
    if top and symbols:
        yield from symbols
        yield replace(top[0], text="")
        yield from others
        yield replace(top[0], text="")
    else:
        yield from top


def _paragraphs(rows: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """A blank line before each line that is set in, or set out again behind a narrower block."""
    margins = Counter[int]()
    for row in rows:
        # What begins at the very edge is a head or a foot, or was cut from a line of columns.
        margins[row.indent] += len(row.text) - row.indent if row.indent >= _INDENT else 0
    share = margins.total() * _MARGIN_SHARE
    usual = min((indent for indent, size in margins.items() if size > share), default=0)
    for place, row in enumerate(rows):
        before = rows[place - 1] if place else row
        if not row.blank and not before.blank and row.indent >= usual + _INDENT:
            yield replace(row, text="")
        yield row


# --- footnotes -------------------------------------------------------------------------------


def _with_notes(rows: Sequence[PrintedLine]) -> list[PrintedLine]:
    """A page whose footnotes, below a rule, and their marks are told by raised figures."""
    rule = next((n for n in range(len(rows) - 1, -1, -1) if _RULE.fullmatch(rows[n].text)), None)
    if rule is None:
        return list(rows)
    below = [row for row in rows[rule + 1 :] if not row.blank]
    foot = [row for row in below if _PAGE_FOOT.fullmatch(row.text)]
    notes = _notes([row for row in below if not _PAGE_FOOT.fullmatch(row.text)])
    if not notes:
        return list(rows)
    body = _marked(rows[:rule], sorted(notes))
    blank = replace(rows[rule], text="")
    made = [*body, blank, rows[rule], blank]
    for number in sorted(notes):
        first, *others = notes[number]
        mark = str(number).translate(_RAISED)
        made += [replace(first, text=f"{mark} {first.text.strip()}"), *others, blank]
    return [*made, *(piece for row in foot for piece in (row, blank))]


@dataclass(slots=True)
class _Note:
    """Lines of a footnote, and its number where that stands before them."""

    rows: list[PrintedLine]
    number: int | None


def _notes(rows: Sequence[PrintedLine]) -> dict[int, list[PrintedLine]]:
    """The footnotes of a page by number, which stands before each or, loose, anywhere below.

    Nothing, where numbers and notes do not match.
    """
    notes, waiting, loose = list[_Note](), list[int](), list[int]()
    for row in rows:
        match = _NOTE_NUMBER.fullmatch(row.text)
        seen = [*loose, *waiting, *(note.number for note in notes if note.number)]
        number = int(match["number"]) if match else 0
        # A number before words may be a day: it must be the next. One alone may come at any time.
        if (
            match
            and number not in seen
            and (not match["words"] or not seen or number == max(seen) + 1)
        ):
            waiting.append(number)
            if not match["words"]:
                continue
            row = replace(row, text=match["words"])
        ended = not notes or notes[-1].rows[-1].text.rstrip().endswith((".", ")", "?"))
        if len(waiting) == 1 or ended:
            notes.append(_Note([row], waiting.pop() if len(waiting) == 1 else None))
        else:
            notes[-1].rows.append(row)
        loose += waiting
        waiting = []
    loose = sorted((*loose, *waiting))
    free = [n for n, note in enumerate(notes) if note.number is None]
    while len(free) > len(loose):
        # Several sentences: a note goes on where the line before its words is the fullest.
        able = [n for n in free if n]
        if not able:
            return {}
        most = max(able, key=lambda n: len(notes[n - 1].rows[-1].text))
        notes[most - 1].rows += notes.pop(most).rows
        free = [n for n, note in enumerate(notes) if note.number is None]
    for place, number in zip(free, loose, strict=False):
        notes[place].number = number
    made = {note.number: note.rows for note in notes if note.number}
    whole = len(made) == len(notes) and len(free) == len(loose)
    return made if whole and max(made, default=0) - min(made, default=0) == len(made) - 1 else {}


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a figure stands that may be a footnote mark, and how much speaks for it."""

    row: int
    start: int
    end: int
    weight: int


def _marked(rows: Sequence[PrintedLine], numbers: Sequence[int]) -> list[PrintedLine]:
    """Lines whose footnote marks are raised: the likeliest figures that stand in order."""
    found = list(_best([list(_candidates(rows, number)) for number in numbers]))
    texts = [row.text for row in rows]
    for mark in reversed(found):
        text = texts[mark.row]
        raised = text[mark.start : mark.end].strip().translate(_RAISED)
        texts[mark.row] = f"{text[: mark.start]}{raised}{text[mark.end :]}"
    made = [replace(row, text=text) for row, text in zip(rows, texts, strict=True)]
    return list(_glued(made))


def _glued(rows: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Marks that stand on a line of their own go to the end of the line before."""
    kept: list[PrintedLine] = []
    for row in rows:
        alone = row.text.strip() and not row.text.strip().strip(SUPERSCRIPTS)
        before = next((n for n in range(len(kept) - 1, -1, -1) if not kept[n].blank), None)
        if alone and before is not None:
            kept[before] = replace(kept[before], text=kept[before].text.rstrip() + row.text.strip())
        else:
            kept.append(row)
    yield from kept


def _candidates(rows: Sequence[PrintedLine], number: int) -> Iterator[_Mark]:
    form = re.compile(rf"(?P<before>\S?)(?P<mark> ?{number})(?=$|[\s,.;:)”’])")
    for place, row in enumerate(rows):
        for match in form.finditer(row.text.rstrip()):
            before = match["before"]
            if (before and before in "/-–(") or (before.isdigit() and match["mark"][0] != " "):
                continue
            if not row.text[: match.start("mark")].strip() and row.text[match.end() :][:1] == ".":
                continue  # The number of a paragraph.
            behind = row.text[match.end() :].lstrip()
            word = row.text[: match.start("mark")].split()
            weight = 1
            if before in (",", ";", ".", ":", "”", "’", ")") or row.text.strip() == str(number):
                weight = 4
            elif match["mark"][0] != " ":
                weight = 3
            elif word and (word[-1][:1].isupper() or word[-1].isdigit()):
                weight = 2
            if behind[:1].isupper() and weight < 4:
                weight = 0  # “5 December”
            if weight:
                yield _Mark(place, match.start("mark"), match.end("mark"), weight)


def _best(several: Sequence[Sequence[_Mark]]) -> Iterator[_Mark]:
    """Of the candidates for each number one at most, in order, that weigh most together."""
    # Each way is its weight, its last place and the candidates taken, the best way to each place.
    ways: list[tuple[int, tuple[int, int], tuple[_Mark, ...]]] = [(0, (-1, -1), ())]
    for candidates in (each[:_MOST_CANDIDATES] for each in several):
        added = list(ways)
        for mark in candidates:
            here = (mark.row, mark.start)
            able = [way for way in ways if way[1] < here]
            best = max(able, key=lambda way: (way[0], -way[1][0], -way[1][1]))
            added.append((best[0] + mark.weight, here, (*best[2], mark)))
        ways = added
    top = max(way[0] for way in ways)
    yield from min((way for way in ways if way[0] == top), key=lambda way: way[1])[2]
