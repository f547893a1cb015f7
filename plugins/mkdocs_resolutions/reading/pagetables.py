"""Tables on pages whose layout a converter kept: columns of words with room between them.

A table is told as the reader of text knows it, its cells between upright strokes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_resolutions.reading.printedline import PrintedLine

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_CELL = re.compile(r"\S+(?: \S+)*")
_LABELLED = re.compile(
    r"\s*+(?:[0-9]{1,3}(?:/[0-9]{1,3}[A-Z]?)?\.|[A-Z]\.|\([a-z]{1,4}\)|[IVXL]{1,6}\.)\s"
)
"""What begins with the number of a paragraph, or of a resolution, is no row of a table."""
_FOOT = re.compile(r"[0-9]{1,3}/[0-9]{1,3}|[0-9]{2}-[0-9]{5}|\([A-Z]\)|\*?[0-9]{6,7}\*?")
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_FEWEST_PAIRS, _FIGURES = 5, 0.8
"""Rows of a table of two columns, and the part of them whose second cell is a figure, at least."""
_FIGURE = re.compile(r"[0-9][0-9.,]*|[–—-]|\([0-9][0-9.,]*\)")
_OWN_COLUMN = 0.75
"""The part of the cells of a table that share their column with no other of their row, at least."""
_MOST_BLANKS = 6
"""Blank lines between two rows of one table, at most."""
_MOST_PLAIN = 3
"""Lines of one cell between two of several, at most: names of groups, and words that go on."""


def with_tables(rows: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The rows of a page in which each table stands as lines of cells between upright strokes."""
    made, place = list[PrintedLine](), 0
    for start, end, columns in _tables(rows):
        blank = rows[start]._replace(text="")
        made += (*rows[place:start], blank, *_told(rows[start:end], columns), blank)
        place = end
    return [*made, *rows[place:]]


def _tables(rows: Sequence[PrintedLine]) -> Iterator[tuple[int, int, list[int]]]:
    """Where tables begin and end, and their columns: rows of several cells with few others between
    them."""
    run = list[int]()
    for place, row in enumerate(rows):
        if not run and "  " not in row.text.strip():
            continue  # as most
        labelled = _LABELLED.match(row.text)
        if run and (labelled or not _hang_together(rows[run[-1] + 1 : place])):
            yield from _table(rows, run)
            run = []
        if _count(row) > 1 and not labelled and "|" not in row.text and not is_foot(row):
            run.append(place)
    yield from _table(rows, run)


def is_foot(row: PrintedLine) -> bool:
    """Whether a row is the foot of a page: its number, the job number, the barcode."""
    pieces = row.text.split()
    return bool(pieces) and all(map(_FOOT.fullmatch, pieces))


def _count(row: PrintedLine) -> int:
    """The cells of a row."""
    text = row.text.strip()
    return len(_GAP.findall(text)) + 1 if "  " in text else int(bool(text))


def _hang_together(between: Sequence[PrintedLine]) -> bool:
    """Whether the lines between two rows may belong to their table."""
    plain = sum(bool(row.text) for row in between)
    return plain <= _MOST_PLAIN and len(between) - plain <= _MOST_BLANKS


def _table(rows: Sequence[PrintedLine], run: Sequence[int]) -> Iterator[tuple[int, int, list[int]]]:
    """The table from the first to the last of some rows that hang together, if they are one."""
    fewest, wide = _FEWEST_COLUMNS, _wide(rows, run, _FEWEST_COLUMNS)
    if not wide and _are_pairs([rows[place] for place in run]):
        fewest, wide = 2, _wide(rows, run, 2)
    if len(wide) < _FEWEST_ROWS:
        return
    columns = _columns(wide)
    if len(columns) < fewest or not _is_told_by(columns, wide, rows[run[0] : run[-1] + 1]):
        return
    end = run[-1] + 1
    # The words of the last row may go on below it.
    while end < len(rows) and _count(rows[end]) == 1 and not is_foot(rows[end]):
        if _LABELLED.match(rows[end].text) or _runs_across(rows[end], columns):
            break
        end += 1
    yield run[0], end, columns


def _wide(rows: Sequence[PrintedLine], run: Sequence[int], fewest: int) -> list[PrintedLine]:
    """The rows of so many cells at least."""
    return [rows[place] for place in run if _count(rows[place]) >= fewest]


def _are_pairs(rows: Sequence[PrintedLine]) -> bool:
    """Whether rows of two cells are those of a table: in nearly all the second is a figure."""
    figures = sum(_FIGURE.fullmatch(_GAP.split(row.text.strip())[-1]) is not None for row in rows)
    return len(rows) >= _FEWEST_PAIRS and figures >= _FIGURES * len(rows)


def _is_told_by(
    columns: Sequence[int], wide: Sequence[PrintedLine], rows: Sequence[PrintedLine]
) -> bool:
    """Whether columns are those of a table, and not chance in lines that were spread wide to fill
    the page: most cells of the `wide` rows have one to themselves, and fewer rows than these run on
    through them."""
    cells = sum(map(_count, wide))
    filled = sum(sum(map(bool, _cut(row.text, columns))) for row in wide)
    across = sum(_runs_across(row, columns) for row in rows)
    return filled >= _OWN_COLUMN * cells and across < len(wide)


def _runs_across(row: PrintedLine, columns: Sequence[int]) -> bool:
    """Whether words of a row run on from one column through the next into the one behind it."""
    return any(
        bisect_left(columns, cell.end()) - bisect_right(columns, cell.start()) > 1
        for cell in _CELL.finditer(row.text)
    )


def _columns(rows: Sequence[PrintedLine]) -> list[int]:
    """The columns of letters at which cells begin: no row has a letter shortly before them."""
    taken = [False] * max(len(row.text) for row in rows)
    for row in rows:
        for cell in _CELL.finditer(row.text):
            taken[cell.start() : cell.end()] = [True] * len(cell[0])
    return [n for n, here in enumerate(taken) if here and not any(taken[max(0, n - 2) : n])]


@dataclass(slots=True)
class _Row:
    """A row of a table in the making: the line it begins on, its cells."""

    line: PrintedLine
    cells: list[str]

    def go_on(self, cells: Sequence[str]) -> None:
        """Add the cells of a further line."""
        self.cells = [
            f"{mine} {more}".strip() for mine, more in zip(self.cells, cells, strict=True)
        ]


def _told(rows: Sequence[PrintedLine], columns: Sequence[int]) -> Iterator[PrintedLine]:
    """The rows of a table as lines of cells; what heads it stands above a rule.

    Its head ends with the first blank line, or with the first line where none is blank. Below, a
    line that lacks its first cell, or all others, goes on with the row before it.
    """
    made = list[_Row]()
    parted, headed = False, all(row.text for row in rows)
    for row in rows:
        if not row.text:
            parted = headed = True
            continue
        cells = _cut(row.text, columns)
        goes_on = not headed or not cells[0] or not any(cells[1:])
        if made and not parted and goes_on:
            made[-1].go_on(cells)
        else:
            made.append(_Row(row, cells))
        parted = False
    for place, one in enumerate(made):
        yield one.line._replace(text=f"| {' | '.join(one.cells)} |", room=None)
        if headed and not place and len(made) > 1:
            yield one.line._replace(text=f"|{'---|' * len(columns)}", room=None)


def _cut(text: str, columns: Sequence[int]) -> list[str]:
    """The cells of a line, each in the column that its middle stands in."""
    cells = [""] * len(columns)
    for match in _CELL.finditer(text):
        middle = (match.start() + match.end()) // 2
        own = max(bisect_right(columns, middle) - 1, 0)
        cells[own] = f"{cells[own]} {match[0]}".strip()
    return cells
