"""Tables that plain text draws with dashes or crosses, as rows between upright strokes.

So pandoc writes them where Markdown's own form does not do: a line of dashes tells the columns, or
crosses and strokes stand around every cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mkdocs_resolutions.reading.printedline import PrintedLine

_MAY_HOLD_ONE = re.compile(r"^ *-{2,}(?: +-{2,})+ *$|^\+[-=:+]{2,}\+ *$", re.MULTILINE)
_COLUMNS = re.compile(r" *-{2,}(?: +-{2,})+")
_DASHES = re.compile(r"-+")
_WHOLE = re.compile(r" *-{5,}")
_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_STROKE = "|"
_MOST_HEADS = 8
"""Lines of the head of a table."""

_Row = Sequence[PrintedLine]


class _Drawn(NamedTuple):
    """A table: the lines of each row, how many of the rows head it, where a line is cut, and the
    place behind it all."""

    rows: Sequence[_Row]
    heads: int
    cut: Callable[[str], list[str]]
    end: int


def with_drawn_tables(lines: list[PrintedLine], text: str) -> list[PrintedLine]:
    """The lines of a text, its tables as Markdown has them, `| Lamps | 4 |`, a row a line."""
    if not _MAY_HOLD_ONE.search(text):
        return lines  # as most
    made: list[PrintedLine] = []
    ends, place = _Ends.of(lines), 0
    while place < len(lines):
        drawn = _of_dashes(lines, place, ends) or _of_crosses(lines, place)
        if drawn:
            made += _between_strokes(drawn)
            place = drawn.end
        else:
            made.append(lines[place])
            place += 1
    return made


def _between_strokes(drawn: _Drawn) -> Iterator[PrintedLine]:
    """A table with blank lines around it."""
    blank = drawn.rows[0][0]._replace(text="")
    yield blank
    for place, row in enumerate(drawn.rows):
        cells = zip(*(drawn.cut(line.text) for line in row), strict=True)
        texts = [" ".join(filter(None, cell)).replace(_STROKE, "/") for cell in cells]
        yield row[0]._replace(text=f"| {' | '.join(texts)} |")
        if place + 1 == drawn.heads:
            yield row[0]._replace(text=f"|{'---|' * len(texts)}")
    yield blank


# --- dashes ----------------------------------------------------------------------------------


class _Ends(NamedTuple):
    """For each line where the next blank one stands, the next whole one of dashes, and the next of
    dashes over columns, itself included: looked for once, not from each line on."""

    blank: Sequence[int]
    whole: Sequence[int]
    columns: Sequence[int]

    @classmethod
    def of(cls, lines: Sequence[PrintedLine]) -> _Ends:
        """The ends of the lines of a text; their number where there is none."""
        texts = [line.text.rstrip() for line in lines]
        return cls(
            _next([not text for text in texts]),
            _next([_WHOLE.fullmatch(text) is not None for text in texts]),
            _next([_COLUMNS.fullmatch(text) is not None for text in texts]),
        )


def _next(those: Sequence[bool]) -> list[int]:
    found, last = list[int](), len(those)
    for place in range(len(those) - 1, -1, -1):
        last = place if those[place] else last
        found.append(last)
    return [*reversed(found), len(those), len(those)]


def _of_dashes(lines: Sequence[PrintedLine], place: int, ends: _Ends) -> _Drawn | None:
    """The table that begins at a place and has dashes over its columns: below its head, or above
    all of it. One whose rows have several lines stands between whole lines of dashes."""
    framed = ends.whole[place] == place
    dashes = ends.columns[place]
    heads = lines[place + framed : min(dashes, place + _MOST_HEADS + 1)]
    if dashes == len(lines) or len(heads) != dashes - place - framed:
        return None
    if ends.blank[place] < dashes or (len(heads) > 1 and not framed):
        return None
    end = ends.blank[dashes]
    if framed:
        end = ends.whole[dashes]
    elif not heads:
        end = ends.columns[dashes + 1]
    # Rows have no dashes over columns among them, and blank lines only where they have several.
    others = ends.columns[dashes + 1], *(() if framed else (ends.blank[dashes],))
    if any(other < end for other in others):
        return None
    if end == len(lines) and (framed or not heads):
        return None
    body = lines[dashes + 1 : end]
    rows = [*_runs(body)] if framed else [[line] for line in body]
    starts = [dash.start() for dash in _DASHES.finditer(lines[dashes].text)]
    if not rows or not all(_fits(line.text, starts) for line in (*heads, *body)):
        return None
    behind = end + (end < len(lines) and bool(lines[end].text))
    return _Drawn([heads, *rows] if heads else rows, bool(heads), _cutter(starts), behind)


def _runs(lines: Sequence[PrintedLine]) -> Iterator[_Row]:
    """The lines of each row, which blank ones part."""
    edges = [-1, *(n for n, line in enumerate(lines) if not line.text), len(lines)]
    return (lines[before + 1 : end] for before, end in pairwise(edges) if end > before + 1)


def _fits(text: str, starts: Sequence[int]) -> bool:
    """Whether a line has a space before each column."""
    return all(text[start - 1 : start] in ("", " ") for start in starts if start)


def _cutter(starts: Sequence[int]) -> Callable[[str], list[str]]:
    edges = [*starts, None]
    return lambda text: [text[start:end].strip() for start, end in pairwise(edges)]


# --- crosses ---------------------------------------------------------------------------------


def _of_crosses(lines: Sequence[PrintedLine], place: int) -> _Drawn | None:
    """The table that begins at a place with a border of crosses, one between all its rows."""
    if not _BORDER.fullmatch(lines[place].text.rstrip()):
        return None
    rows, row, heads = list[_Row](), list[PrintedLine](), 0
    strokes, end = lines[place].text.count("+"), place + 1
    for n in range(place + 1, len(lines)):
        text = lines[n].text.rstrip()
        if row and _BORDER.fullmatch(text):
            rows.append(row)
            heads = len(rows) if "=" in text else heads
            row, end = [], n + 1
        elif text.startswith(_STROKE) and text.endswith(_STROKE) and text.count(_STROKE) == strokes:
            row.append(lines[n])
        else:
            break
    return _Drawn(rows, heads, _cut_at_strokes, end) if rows else None


def _cut_at_strokes(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip()[1:-1].split(_STROKE)]
