"""Which columns of a table hold figures: those stand below each other by their last digit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_resolutions.model import Cell

_FIGURE = re.compile(r"[(\[]?[-–−+]?\s?[0-9][0-9\s.,]*[)\]]?\s?%?[a-z]?[)\]]?")
_NOTHING = re.compile(r"[\s.…*–—−-]*")
"""What stands in a column of figures where there is none."""


def is_figure(text: str) -> bool:
    """Whether a cell is a number, and no words, year with a month, or symbol.

    >>> [is_figure(text) for text in ("14 412", "(1,250.5)", "–3 %", "29A", "5 March", "–", "")]
    [True, True, True, False, False, False, False]
    """
    return _FIGURE.fullmatch(text) is not None


def figure_columns(rows: Iterable[Sequence[tuple[str, int]]]) -> frozenset[int]:
    """The columns whose cells are figures, below whatever heads them; a single one stands in none.

    A row is the text of each cell and how many columns it spans; one of several is of none.
    """
    figures: set[int] = set()
    others: set[int] = set()
    widest = 0
    for row in rows:
        column = 0
        for text, span in row:
            if span == 1 and is_figure(text):
                figures.add(column)
            elif span == 1 and column in figures and not _NOTHING.fullmatch(text):
                others.add(column)
            column += span
        widest = max(widest, column)
    return frozenset(figures - others) if widest > 1 else frozenset()


def rows_with_figures(rows: Sequence[Sequence[Cell]]) -> list[list[tuple[Cell, bool]]]:
    """The rows of a table, each cell with whether it stands in a column of figures."""
    columns = figure_columns([(cell.text, cell.span) for cell in row] for row in rows)
    return [
        [
            (cell, cell.span == 1 and sum(one.span for one in row[:place]) in columns)
            for place, cell in enumerate(row)
        ]
        for row in rows
    ]
