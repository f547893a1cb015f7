"""What changed in a table: row by row, and in a row that stayed cell by cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from markupsafe import Markup
from rapidfuzz.distance import Indel

from mkdocs_resolutions.model import Cell, Clause, Run
from mkdocs_resolutions.publishing.figures import figure_columns, is_figure
from mkdocs_resolutions.publishing.redline import earlier_text, later_text, redline_html

_Row = tuple[str, ...]
_Pair = tuple[int | None, int | None]
_Rows = Sequence[Sequence[Cell]]

_CELLS = " | "
_BREAK = re.compile(r"(?<=[/-])\s+")
"""Where the line of a narrow cell ended within a word: "Category/ level"."""
_PLURAL = re.compile(r"(?<=[a-z])s\b")
_AHEAD = 12
"""Rows that are looked at for the one that another became."""
_PAIR = 2
"""Cells of a row that has a name and a figure."""


class TableRow(NamedTuple):
    """A row of a redline: the runs of each cell, and its place in either version that has it."""

    cells: tuple[tuple[Run, ...], ...]
    before: int | None
    after: int | None


def table_rows(runs: Sequence[Run]) -> Iterator[TableRow]:
    """The rows of both versions of a table, whose runs part cells by strokes and rows by lines.

    A row of both has in each cell what stayed, or what gave way to what; one that came or went is
    of one kind throughout.
    """
    old, new = _rows(earlier_text(runs)), _rows(later_text(runs))
    for before, after in _paired(old, new):
        was = () if before is None else old[before]
        now = () if after is None else new[after]
        cells = tuple(_cell(*both) for both in zip_longest(was, now, fillvalue=""))
        yield TableRow(cells, before, after)


def _rows(text: str) -> list[_Row]:
    return [tuple(line.split(_CELLS)) for line in text.split("\n")] if text else []


def _paired(old: Sequence[_Row], new: Sequence[_Row]) -> Iterator[_Pair]:
    """The places of the rows that stayed or became another, and of those that came or went: first
    of those that are called the same, whatever figures they have."""
    called = [[_called(row) for row in rows] for rows in (old, new)]
    for is_same, steps in groupby(Indel.opcodes(*called), lambda step: step.tag == "equal"):
        group = [*steps]
        before = range(group[0].src_start, group[-1].src_end)
        after = range(group[0].dest_start, group[-1].dest_end)
        yield from zip(before, after, strict=True) if is_same else _replaced(
            before, after, old, new
        )  # fmt: skip


def _called(row: _Row) -> _Row:
    """What a row is called: its cells but for the figures, and one or many, "Total net changes". A
    row of figures alone is called by them."""
    words = ("" if is_figure(cell) else _PLURAL.sub("", _BREAK.sub("", cell)) for cell in row)
    said = tuple(words)
    return said if any(said) else row


def _replaced(
    before: range, after: range, old: Sequence[_Row], new: Sequence[_Row]
) -> Iterator[_Pair]:
    """Rows in the place of others, in order; those that are alike became each other."""
    names = Counter(map(_name, old)), Counter(map(_name, new))
    for place in before:
        row = old[place]
        is_named = all(count[_name(row)] == 1 for count in names)
        alike = (one for one in after[:_AHEAD] if _are_alike(row, new[one], is_named=is_named))
        found = max(alike, key=lambda one: (_shared(row, new[one]), -one), default=None)
        if found is None:
            yield place, None
            continue
        for one in after:
            if one < found:
                yield None, one
        yield place, found
        after = range(found + 1, after.stop)
    for one in after:
        yield None, one


def _name(row: _Row) -> str:
    """The first cell of a row that says something."""
    return next(filter(None, row), "")


def _are_alike(one: _Row, other: _Row, *, is_named: bool) -> bool:
    """Whether most cells of two rows say the same, or the first does, which no other row begins
    with: "Total | 10", but not "New post | Cook | 3"."""
    said = max(sum(map(bool, row)) for row in (one, other))
    if 2 * _shared(one, other) > said:
        return True
    name = _name(one)
    return is_named and name == _name(other) and (said == _PAIR or not is_figure(name))


def _shared(one: _Row, other: _Row) -> int:
    """How many cells of two rows say the same; empty ones say nothing."""
    return sum(a == b != "" for a, b in zip(one, other, strict=False))


def _cell(before: str, after: str) -> tuple[Run, ...]:
    if _BREAK.sub("", before) == _BREAK.sub("", after):
        return (Run("=", after),) if after else ()
    old = (Run("-", before),) if before else ()
    return (*old, Run("+", after)) if after else old


def table_html(runs: Sequence[Run], before: _Rows = (), after: _Rows = ()) -> Markup:
    """The redline of a table as a table, whose rows say whether they came or went.

    `before` and `after` are the rows of its versions: what spans columns or heads them there does
    so here, in a row of both as in the later one.
    """
    rows = [*table_rows(runs)]
    shapes = [_shape(row, before, after) for row in rows]
    columns = figure_columns(
        [
            (later_text(cell) or earlier_text(cell), like.span)
            for cell, like in zip(row.cells, shape, strict=True)
        ]
        for row, shape in zip(rows, shapes, strict=True)
    )
    shown = Markup("\n").join(
        _row_html(row, shape, columns) for row, shape in zip(rows, shapes, strict=True)
    )
    return Markup(
        '<div class="clause__table" role="group" tabindex="0" aria-label="Changes of the table">'
        '<table class="clause__grid">\n{}\n</table></div>'
    ).format(shown)


def rows_of(clauses: Iterable[Clause]) -> list[Sequence[Cell]]:
    """The rows of clauses in the order of their lines; one that is no table is a row of a cell."""
    return [row for clause in clauses for row in clause.rows or ((Cell(clause.text),),)]


_PLAIN = Cell("")


def _shape(row: TableRow, before: _Rows, after: _Rows) -> list[Cell]:
    """The cells that those of a row are shaped like, as many as it has."""
    rows, place = (before, row.before) if row.after is None else (after, row.after)
    known = rows[place] if place is not None and place < len(rows) else ()
    return [*known, *[_PLAIN] * len(row.cells)][: len(row.cells)]


def _row_html(row: TableRow, shape: Iterable[Cell], columns: frozenset[int]) -> Markup:
    kinds = frozenset(run.kind for cell in row.cells for run in cell)
    cells = Markup("")
    column = 0
    for cell, like in zip(row.cells, shape, strict=True):
        tag = "th" if like.header else "td"
        figure = _FIGURE if like.span == 1 and column in columns else ""
        span = Markup(' colspan="{}"').format(like.span) if like.span > 1 else ""
        cells += Markup("<{}{}{}>{}</{}>").format(tag, figure, span, redline_html(cell), tag)
        column += like.span
    return Markup("<tr{}>{}</tr>").format(_SIDES.get(kinds, ""), cells)


_FIGURE = Markup(' class="is-figure"')
_SIDES = {
    frozenset("+"): Markup(' class="row--new"'),
    frozenset("-"): Markup(' class="row--gone"'),
}


def table_lines(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The redline of a table as text: a line a row, cells parted by strokes."""
    found: list[Run] = []
    for number, row in enumerate(table_rows(runs)):
        if number:
            found.append(Run("=", "\n"))
        for place, cell in enumerate(row.cells):
            if place:
                found.append(Run("=", _CELLS))
            found += cell
    return tuple(found)
