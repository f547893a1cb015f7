"""The life of every clause through the held texts of a series, gaps bridged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.comparing.comparison import compare_pair
from mkdocs_resolutions.comparing.likeness import Likeness
from mkdocs_resolutions.comparing.redline import edits, redline
from mkdocs_resolutions.comparing.units import Unit, units
from mkdocs_resolutions.comparing.words import tokens
from mkdocs_resolutions.model import (
    Change,
    ClausePlace,
    Comparison,
    History,
    Life,
    Passage,
    Resolution,
    Series,
    Stage,
    Symbol,
)
from mkdocs_resolutions.model.comparison import StageKind

RETURNED = 0.5
"""Likeness from which a new clause is one that stood in an older text."""


def compare(earlier: Resolution, later: Resolution, older: Sequence[Resolution] = ()) -> Comparison:
    """What changed from one resolution to a later one.

    `older` are texts from before the earlier one, oldest first: a clause that is new against the
    earlier one may have returned from them.
    """
    tracing = _Tracing()
    for resolution in (*older, earlier, later):
        tracing.add(resolution)
    return tracing.comparisons[-1]


def trace(series: Series, texts: Sequence[Resolution]) -> History:
    """A series through its held texts, oldest first, each compared with the one before."""
    tracing = _Tracing()
    for resolution in texts:
        tracing.add(resolution)
    held = tuple(resolution.symbol for resolution in texts)
    return History(series, held, tuple(tracing.comparisons), tuple(tracing.told()))


@dataclass(slots=True)
class _Course:
    """A life as it is being traced: its stages, its last words, who said each token of them."""

    stages: list[Stage]
    unit: Unit
    since: list[Symbol]
    parted_from: ClausePlace | None = None
    merged_into: ClausePlace | None = None

    def go_on(self, stage: Stage, unit: Unit) -> None:
        """One more year: what stays keeps who said it, what is new is said now."""
        old, new = _said(self.unit), _said(unit)
        since: list[Symbol] = []
        here = 0
        for edit in edits(old, new) if old != new else ():
            since += self.since[here : edit.start]
            since += [stage.place.symbol] * (edit.new_end - edit.new_start)
            here = edit.end
        self.since = since + self.since[here:]
        self.unit = unit
        self.stages.append(stage)


def _said(unit: Unit) -> list[str]:
    return [token.text for token in tokens(unit.text)]


@dataclass(slots=True)
class _Tracing:
    """The courses of a series, by where they stand in the text added last, and those that ended."""

    comparisons: list[Comparison] = field(default_factory=list)
    courses: list[_Course] = field(default_factory=list)
    living: dict[str, _Course] = field(default_factory=dict)
    gone: list[_Course] = field(default_factory=list)
    last: Resolution | None = None

    def add(self, resolution: Resolution) -> None:
        """The next text of the series."""
        row = {unit.id: unit for unit in units(resolution)}
        if self.last is None:
            self.living = {name: self._begin(resolution.symbol, unit) for name, unit in row.items()}
        else:
            comparison = compare_pair(self.last, resolution)
            returned = self._returned(comparison, row)
            changes = tuple(_as_returned(change, returned, row) for change in comparison.changes)
            comparison = replace(comparison, changes=changes)
            self.comparisons.append(comparison)
            self._follow(comparison, returned, row)
        self.last = resolution

    def _begin(self, symbol: Symbol, unit: Unit, change: Change | None = None) -> _Course:
        stage = Stage(ClausePlace(symbol, unit.id), "new", change)
        course = _Course([stage], unit, [symbol] * len(_said(unit)))
        self.courses.append(course)
        return course

    def _returned(self, comparison: Comparison, row: dict[str, Unit]) -> dict[str, _Course]:
        """The ended life that each added clause takes up, by the clause's id, best first."""
        added = [row[change.after[0]] for change in comparison.changes if change.kind == "added"]
        if not added or not self.gone:
            return {}
        gone = [course.unit for course in self.gone]
        like = Likeness(gone, tuple(row.values()))
        candidates = [
            (1.0 if old.text == new.text else like.dice(old, new), place, number)
            for number, new in enumerate(added)
            for place, old in enumerate(gone)
        ]
        taken: set[int] = set()
        found: dict[str, _Course] = {}
        for score, place, number in sorted(candidates, key=lambda c: (-c[0], c[2], -c[1])):
            if score < RETURNED:
                break
            if place not in taken and added[number].id not in found:
                taken.add(place)
                found[added[number].id] = self.gone[place]
        return found

    def _follow(
        self, comparison: Comparison, returned: dict[str, _Course], row: dict[str, Unit]
    ) -> None:
        """Every life goes one text on, ends, begins or is taken up again."""
        before, self.living = self.living, {}
        symbol = comparison.later
        for change in comparison.changes:
            if change.kind == "removed":
                self.gone += [before[name] for name in change.before]
            elif change.kind == "added":
                self._enter(change, symbol, row[change.after[0]], returned)
            else:
                self._go_on(change, symbol, before, row)

    def _enter(
        self, change: Change, symbol: Symbol, unit: Unit, returned: dict[str, _Course]
    ) -> None:
        course = returned.get(unit.id)
        if course is None:
            self.living[unit.id] = self._begin(symbol, unit, change)
            return
        self.gone.remove(course)
        course.go_on(Stage(ClausePlace(symbol, unit.id), "returned", change), unit)
        self.living[unit.id] = course

    def _go_on(
        self, change: Change, symbol: Symbol, before: dict[str, _Course], row: dict[str, Unit]
    ) -> None:
        """Of a split the half with most of the words goes on, of what merged the longest life's."""
        olds = [before[name] for name in change.before]
        news = [row[name] for name in change.after]
        main = max(olds, key=lambda course: _shared(course.unit, news))
        heir = max(news, key=lambda unit: _shared(unit, [main.unit]))
        origin = main.stages[-1].place
        for unit in news:
            if unit is not heir:
                half = self._begin(symbol, unit, change)
                half.since = _origins(main, unit, symbol)
                half.parted_from = origin
                self.living[unit.id] = half
        kind: StageKind = (
            "unchanged" if change.kind == "unchanged" else (change.weight or "substantive")
        )
        main.go_on(Stage(ClausePlace(symbol, heir.id), kind, change), heir)
        self.living[heir.id] = main
        for course in olds:
            if course is not main:
                course.merged_into = ClausePlace(symbol, heir.id)

    def told(self) -> Iterator[Life]:
        """Every life, in the order in which they began."""
        for course in self.courses:
            yield Life(
                tuple(course.stages),
                tuple(_passages(course)),
                course.parted_from,
                course.merged_into,
            )


def _shared(unit: Unit, others: Iterable[Unit]) -> int:
    return max((unit.words & other.words).total() for other in others)


def _origins(course: _Course, unit: Unit, symbol: Symbol) -> list[Symbol]:
    """Who said each token of the half of a split."""
    half = _Course([], course.unit, list(course.since))
    half.go_on(Stage(ClausePlace(symbol, unit.id), "new"), unit)
    return half.since


def _as_returned(change: Change, returned: dict[str, _Course], row: dict[str, Unit]) -> Change:
    """An added clause with where it returned from."""
    course = returned.get(change.after[0]) if change.kind == "added" else None
    if course is None:
        return change
    words = redline(course.unit.text, row[change.after[0]].text)
    return replace(change, returned_from=course.stages[-1].place, returned=words)


def _passages(course: _Course) -> Iterator[Passage]:
    """The last words of a life in stretches, each with who first said it here."""
    text = course.unit.text
    starts = [token.start for token in tokens(text)]
    edges = [0, *(place for place in range(1, len(starts))
                  if course.since[place] != course.since[place - 1])]  # fmt: skip
    for edge, following in zip(edges, [*edges[1:], None], strict=True):
        end = len(text) if following is None else starts[following]
        yield Passage(text[starts[edge] if edge else 0 : end], course.since[edge])
