"""The picture of a series: its clauses down, its years across, what became of each in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.model import (
    Adoption,
    Comparison,
    Life,
    Member,
    Run,
    Stage,
    Symbol,
    Vote,
)
from mkdocs_resolutions.model.comparison import StageKind
from mkdocs_resolutions.publishing.lineage import Line, Lineage, PartLines
from mkdocs_resolutions.publishing.summary import SIGNS

CellKind = StageKind | Literal["first", "gone"]

CELLS: dict[CellKind, tuple[str, str]] = {
    "first": ("○", "in the oldest text held"),
    "unchanged": ("•", "unchanged"),
    "editorial": (SIGNS["editorial"], "editorial"),
    "routine": (SIGNS["routine"], "routine"),
    "substantive": (SIGNS["substantive"], "substantive"),
    "new": (SIGNS["new"], "new"),
    "returned": (SIGNS["returned"], "returned"),
    "gone": (SIGNS["dropped"], "gone"),
}
"""The sign of each kind of cell and what it says; a style sheet shows the one, prints the other."""

_UNKNOWN = Adoption()

NOT_KNOWN = "?"
"""What stands for a vote of which the text held here says nothing: an empty cell would say none."""

BAR = 32
"""Height of the longest bar, in pixels."""


@dataclass(frozen=True, slots=True)
class Column:
    """A held text, or the members between two of them whose texts are not held."""

    members: tuple[Member, ...]
    adoption: Adoption = _UNKNOWN
    added: int = 0
    removed: int = 0

    @property
    def held(self) -> Member | None:
        """The held text, None for members that are not."""
        return self.members[0] if self.members[0].held else None


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of a clause in a text, the anchor that says more, and which clause of which text
    it is; nothing where it has not begun, is not there, or the text is not held."""

    kind: CellKind | None = None
    anchor: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A clause through the years."""

    line: Line
    cells: tuple[Cell, ...]

    @property
    def is_still(self) -> bool:
        """Whether nothing ever became of it."""
        return {cell.kind for cell in self.cells} <= {None, "first", "unchanged"}


@dataclass(frozen=True, slots=True)
class Picture:
    """Columns, oldest first, and the rows of each part."""

    columns: tuple[Column, ...]
    parts: tuple[tuple[PartLines, tuple[Row, ...]], ...]

    @property
    def most(self) -> int:
        """The most words that any year put in or left out."""
        return max(max(column.added, column.removed) for column in self.columns)


def picture_of(lineage: Lineage) -> Picture:
    """The picture of a series of which several texts are held."""
    columns = tuple(_columns(lineage))
    parts = (
        (part, tuple(Row(line, tuple(_cells(line.life, columns, lineage))) for line in part.lines))
        for part in lineage.parts
    )
    return Picture(columns, tuple(parts))


def _columns(lineage: Lineage) -> Iterator[Column]:
    comparisons = {one.later: one for one in lineage.history.comparisons}
    missing: list[Member] = []
    for member in lineage.history.series.members:
        if member.symbol not in lineage.held:
            missing.append(member)
            continue
        if missing:
            yield Column(tuple(missing))
            missing = []
        adoption = lineage.held[member.symbol].masthead.adoption
        comparison = comparisons.get(member.symbol)
        yield Column((member,), adoption, *(words_changed(comparison) if comparison else (0, 0)))
    if missing:
        yield Column(tuple(missing))


def words_changed(comparison: Comparison) -> tuple[int, int]:
    """How many words a text put in and left out against the one before it."""
    runs = [run for change in comparison.changes for run in (*change.runs, *change.table)]
    return _words(runs, "+"), _words(runs, "-")


def _words(runs: Sequence[Run], kind: str) -> int:
    return sum(len(run.text.split()) for run in runs if run.kind == kind)


def _cells(life: Life, columns: Sequence[Column], lineage: Lineage) -> Iterator[Cell]:
    stages = {stage.place.symbol: stage for stage in life.stages}
    last: Stage | None = None
    for column in columns:
        symbol = column.members[0].symbol
        stage = stages.get(symbol)
        if stage:
            label = lineage.spots[stage.place].label
            anchor = anchor_of(stage.place.symbol, stage.place.id)
            yield Cell(kind_of(stage), anchor, f"{label} in {symbol.spoken}")
            last = stage
        elif last and column.held:
            label = f"{lineage.spots[last.place].label} of {last.place.symbol.spoken}"
            anchor = anchor_of(last.place.symbol, last.place.id)
            yield Cell("gone", anchor, f"{label} in {symbol.spoken}")
            last = None
        else:
            yield Cell()


def kind_of(stage: Stage) -> CellKind:
    """What became of a clause at a stage; of the oldest text held nothing can be said."""
    return "first" if stage.kind == "new" and stage.change is None else stage.kind


def anchor_of(symbol: Symbol, clause: str) -> str:
    """The anchor of a clause on the page of its series: `77-79-op8`."""
    return f"{symbol.slug}-{clause}"


def vote_figures(vote: Vote | None, procedure: str) -> tuple[str, ...]:
    """How a text was adopted, in figures below each other, or in a word."""
    if vote:
        return str(vote.in_favour), str(vote.against), str(vote.abstaining)
    words = {"without_vote": "no vote", "recorded_vote": "vote"}
    return (words.get(procedure, NOT_KNOWN),)
