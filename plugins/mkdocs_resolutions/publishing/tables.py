"""What changed in a table: row by row, and in a row that stayed cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from markupsafe import Markup
from rapidfuzz.distance import Indel

from mkdocs_resolutions.model import Run
from mkdocs_resolutions.publishing.figures import figure_columns
from mkdocs_resolutions.publishing.redline import earlier_text, later_text, redline_html

Cell = tuple[Run, ...]
_Row = tuple[str, ...]

_CELLS = " | "
_AHEAD = 12
"""Rows that are looked at for the one that another became."""
_PAIR = 2
"""Cells of a row that has a name and a figure."""


def table_rows(runs: Sequence[Run]) -> Iterator[tuple[Cell, ...]]:
    """The rows of both versions of a table, whose runs part cells by strokes and rows by lines.

    A row of both has in each cell what stayed, or what gave way to what; one that came or went is
    of one kind throughout.
    """
    old, new = _rows(earlier_text(runs)), _rows(later_text(runs))
    for is_same, steps in groupby(Indel.opcodes(old, new), lambda step: step.tag == "equal"):
        group = [*steps]
        before = old[group[0].src_start : group[-1].src_end]
        after = new[group[0].dest_start : group[-1].dest_end]
        if is_same:
            yield from (_row("=", row) for row in before)
        else:
            yield from _replaced(before, after)


def _rows(text: str) -> list[_Row]:
    return [tuple(line.split(_CELLS)) for line in text.split("\n")] if text else []


def _row(kind: str, cells: _Row) -> tuple[Cell, ...]:
    return tuple((Run(kind, cell),) if cell else () for cell in cells)  # type: ignore[arg-type]


def _replaced(before: Sequence[_Row], after: Sequence[_Row]) -> Iterator[tuple[Cell, ...]]:
    """Rows in the place of others, in order; those that are alike became each other."""
    at = 0
    for row in before:
        ahead = range(at, min(at + _AHEAD, len(after)))
        found = max(ahead, key=lambda place: (_shared(row, after[place]), -place), default=None)
        if found is None or not _are_alike(row, after[found]):
            yield _row("-", row)
            continue
        yield from (_row("+", one) for one in after[at:found])
        yield tuple(_cell(*pair) for pair in zip_longest(row, after[found], fillvalue=""))
        at = found + 1
    yield from (_row("+", row) for row in after[at:])


def _are_alike(one: _Row, other: _Row) -> bool:
    """Whether most cells of two rows say the same, or the first of two: "Total | 10"."""
    said = max(sum(map(bool, row)) for row in (one, other))
    return 2 * _shared(one, other) > said or (said == _PAIR and one[0] == other[0] != "")


def _shared(one: _Row, other: _Row) -> int:
    """How many cells of two rows say the same; empty ones say nothing."""
    return sum(a == b != "" for a, b in zip(one, other, strict=False))


def _cell(before: str, after: str) -> Cell:
    if before == after:
        return (Run("=", after),) if after else ()
    old: Cell = (Run("-", before),) if before else ()
    return (*old, Run("+", after)) if after else old


def table_html(runs: Sequence[Run]) -> Markup:
    """The redline of a table as a table, whose rows say whether they came or went."""
    found = [*table_rows(runs)]
    columns = figure_columns(
        [(later_text(cell) or earlier_text(cell), 1) for cell in row] for row in found
    )
    rows = Markup("\n").join(
        Markup("<tr{}>{}</tr>").format(
            _SIDES.get(frozenset(run.kind for cell in row for run in cell), ""),
            Markup("").join(
                Markup("<td{}>{}</td>").format(
                    _FIGURE if column in columns else "", redline_html(cell)
                )
                for column, cell in enumerate(row)
            ),
        )
        for row in found
    )
    return Markup(
        '<div class="clause__table" role="group" tabindex="0" aria-label="Changes of the table">'
        '<table class="clause__grid">\n{}\n</table></div>'
    ).format(rows)


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
        for place, cell in enumerate(row):
            if place:
                found.append(Run("=", _CELLS))
            found += cell
    return tuple(found)
