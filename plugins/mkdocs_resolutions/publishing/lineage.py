"""The lives of a series in the order to be read, and where each stands in its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_resolutions.model import (
    Clause,
    ClausePlace,
    History,
    Life,
    Resolution,
    Symbol,
)
from mkdocs_resolutions.publishing.labels import Labels, label_of

Held = Mapping[Symbol, Resolution]
"""The held texts of a series by their symbols."""

PREAMBLE, OPERATIVE = "preamble", "operative"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a clause stands in its text: its part (`preamble`, `operative`, the id of an annex),
    how many clauses stand around it, its place in the order of the text, and its name."""

    part: str
    depth: int
    order: int
    label: str
    phrase: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A life, and where its last clause stands."""

    life: Life
    spot: Spot


@dataclass(frozen=True, slots=True)
class PartLines:
    """A part of the texts by name and the lives that ended in it or stand in it today."""

    id: str
    name: str
    lines: tuple[Line, ...]


class Lineage:
    """The lives of a series, arranged part by part in the order of the latest text.

    What is gone stands behind what it stood behind when it was last there.
    """

    def __init__(self, history: History, held: Held) -> None:
        self.history = history
        self.held = held
        self.spots: dict[ClausePlace, Spot] = {
            ClausePlace(symbol, clause): spot
            for symbol in history.held
            for clause, spot in spots(held[symbol])
        }
        self.parts = tuple(self._parts())

    def _parts(self) -> Iterator[PartLines]:
        lone = max(len(text.annexes) for text in self.held.values()) == 1
        found: dict[str, list[Life]] = {PREAMBLE: [], OPERATIVE: []}
        for life in self.history.lives:
            found.setdefault(self.last_spot(life).part, []).append(life)
        for part, lives in sorted(found.items(), key=lambda item: _rank(item[0])):
            if lives:
                lines = tuple(Line(life, self.last_spot(life)) for life in self._read(lives))
                yield PartLines(part, part_name(part, lone_annex=lone), lines)

    def last_spot(self, life: Life) -> Spot:
        """Where a clause stands in the last text that has it."""
        return self.spots[life.stages[-1].place]

    def _read(self, lives: Sequence[Life]) -> Iterator[Life]:
        """Lives of one part in reading order."""
        present: dict[Symbol, list[tuple[int, int]]] = {}
        for index, life in enumerate(lives):
            for stage in life.stages:
                place = (self.spots[stage.place].order, index)
                present.setdefault(stage.place.symbol, []).append(place)
        order: list[int] = []
        for symbol in reversed(self.history.held):
            order = _woven(order, (index for _, index in sorted(present.get(symbol, ()))))
        return (lives[index] for index in order)

    def homeless(self) -> Iterator[tuple[Symbol, tuple[str, ...]]]:
        """The ids of each held text, newest first, that belong to no life, such as headings."""
        lived = {place for place, _ in self.history.places()}
        for symbol in reversed(self.history.held):
            ids = (clause.id for clause in self.held[symbol].clauses())
            yield symbol, tuple(i for i in ids if ClausePlace(symbol, i) not in lived)


def absent(life: Life, held: Sequence[Symbol], by: Symbol) -> str:
    """The held texts between the first of a clause and another that do not have it: `71/45 to
    73/54`; empty where all of them do."""
    if all(stage.kind != "returned" for stage in life.turns):
        return ""  # Nothing is looked at of the many lives that have no gap.
    stages = {stage.place.symbol for stage in life.stages}
    within = held[held.index(life.first.place.symbol) : held.index(by) + 1]
    pieces: list[str] = []
    for is_there, run in groupby(within, key=lambda symbol: symbol in stages):
        names = [symbol.spoken for symbol in run]
        if not is_there:
            pieces += names if len(names) < _MANY else [f"{names[0]} to {names[-1]}"]
    return " and ".join(filter(None, (", ".join(pieces[:-1]), *pieces[-1:])))


_MANY = 3
"""Texts in a row that are told by the first and the last of them."""


def _rank(part: str) -> tuple[bool, int, str]:
    """The place of a part among all: annexes last, by number."""
    annex = part not in (PREAMBLE, OPERATIVE)
    return (annex, len(part), part) if annex else (annex, part == OPERATIVE, part)


def part_name(part: str, *, lone_annex: bool = False) -> str:
    """A part by name: `annex2` is `Annex II`, the first is `Annex` where there is no other.

    >>> part_name("annex2"), part_name("annex1", lone_annex=True)
    ('Annex II', 'Annex')
    """
    names = {PREAMBLE: "Preamble", OPERATIVE: "Operative part"}
    annex = label_of(f"{part}-p1", lone_annex=lone_annex).partition(",")[0]
    return names.get(part) or annex[:1].upper() + annex[1:]


def _woven(order: list[int], text: Iterable[int]) -> list[int]:
    """An order with the strangers of an older text, each behind what stands before it there.

    >>> _woven([1, 2, 3], [7, 1, 8, 9, 3])
    [7, 1, 8, 9, 2, 3]
    """
    known = set(order)
    behind: dict[int | None, list[int]] = {}
    before = None
    for index in text:
        if index in known:
            before = index
        else:
            behind.setdefault(before, []).append(index)
    woven = behind.get(None, [])
    for index in order:
        woven += [index, *behind.get(index, ())]
    return woven


def spots(resolution: Resolution) -> Iterator[tuple[str, Spot]]:
    """Every clause of a text by its id, with where it stands."""
    labels = Labels(resolution)
    annexes = ((annex.id, annex.clauses) for annex in resolution.annexes)
    parts = ((PREAMBLE, resolution.preamble), (OPERATIVE, resolution.operative), *annexes)
    order = 0
    for part, clauses in parts:
        for clause, depth in _depths(clauses):
            order += 1
            yield clause.id, Spot(part, depth, order, labels.of(clause.id), clause.phrase)


def _depths(clauses: Iterable[Clause], depth: int = 0) -> Iterator[tuple[Clause, int]]:
    for clause in clauses:
        yield clause, depth
        yield from _depths(clause.clauses, depth + 1)
