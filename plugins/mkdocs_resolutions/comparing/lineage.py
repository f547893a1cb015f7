"""The life of every clause through the held texts of a series, gaps bridged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby, pairwise, product

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing.comparison import compare_pair
from mkdocs_resolutions.comparing.edits import edits
from mkdocs_resolutions.comparing.english import SMALL_WORDS
from mkdocs_resolutions.comparing.likeness import Likeness
from mkdocs_resolutions.comparing.passages import passages
from mkdocs_resolutions.comparing.redline import redline
from mkdocs_resolutions.comparing.roles import came_true
from mkdocs_resolutions.comparing.units import Unit, units
from mkdocs_resolutions.comparing.words import tokens, words
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
"""Likeness from which a new clause is one that stood in the same part of an older text."""

IN_A_ROW_AGAIN = 5
"""Words in a row that do not come back by chance."""


def compare(earlier: Resolution, later: Resolution, older: Sequence[Resolution] = ()) -> Comparison:
    """What changed from one resolution to a later one.

    `older` are texts from before the earlier one, oldest first: a clause that is new against the
    earlier one may have returned from them.
    """
    if not older:
        return compare_pair(earlier, later)  # Nothing can have returned.
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
    """A life as it is being traced: its stages with their clauses, oldest first.

    `origins` are the clauses before the first stage that the half of a split comes from; `joined`
    are the lives that ended in a form, by its place among all forms.
    """

    stages: list[Stage]
    units: list[Unit]
    origins: list[tuple[Symbol, Unit]] = field(default_factory=list)
    joined: dict[int, list[_Course]] = field(default_factory=dict)
    parted_from: ClausePlace | None = None
    merged_into: ClausePlace | None = None

    @property
    def unit(self) -> Unit:
        """Its last words."""
        return self.units[-1]

    def go_on(self, stage: Stage, unit: Unit) -> None:
        """One more year."""
        self.stages.append(stage)
        self.units.append(unit)

    def forms(self) -> list[tuple[Symbol, Unit]]:
        """Every form of it, with the text that has it, those before a split included."""
        own = [
            (stage.place.symbol, unit) for stage, unit in zip(self.stages, self.units, strict=True)
        ]
        return [*self.origins, *own]


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

    def _begin(
        self, symbol: Symbol, unit: Unit, change: Change | None = None, kind: StageKind = "new"
    ) -> _Course:
        course = _Course([Stage(ClausePlace(symbol, unit.id), kind, change)], [unit])
        self.courses.append(course)
        return course

    def _returned(self, comparison: Comparison, row: dict[str, Unit]) -> dict[str, _Course]:
        """The ended life that each added clause takes up, by the clause's id, best first."""
        added = [row[change.after[0]] for change in comparison.changes if change.kind == "added"]
        if not added or not self.gone:
            return {}
        gone = [course.unit for course in self.gone]
        said = {unit.text: place for place, unit in enumerate(gone)}
        like = Likeness(gone, tuple(row.values()))
        candidates = [
            (like.dice(gone[place], new, shared), place, number)
            for number, new in enumerate(added)
            for place, shared in like.near(new, 0).items()
            if gone[place].part == new.part and not came_true(gone[place], new)
        ]
        candidates += [
            (1.0, said[new.text], number) for number, new in enumerate(added) if new.text in said
        ]
        candidates += [
            (RETURNED, place, number)
            for _, place, number in passages([*enumerate(gone)], [*enumerate(added)])
            if gone[place].part == added[number].part and not came_true(gone[place], added[number])
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
        """Of a split one half goes on, and the others part from there; of what merged one life."""
        olds = [before[name] for name in change.before]
        news = [row[name] for name in change.after]
        main, heir = olds[0], news[0]
        if len(olds) > 1 or len(news) > 1:
            main, heir = max(product(olds, news), key=lambda both: _stays(*both))
        origin = main.stages[-1].place
        for unit in news:
            if unit is not heir:
                half = self._begin(symbol, unit, change, _kind(change, unit))
                half.origins = main.forms()
                half.parted_from = origin
                self.living[unit.id] = half
        if len(olds) > 1:
            main.joined[len(main.forms())] = [course for course in olds if course is not main]
        main.go_on(Stage(ClausePlace(symbol, heir.id), _kind(change, heir), change), heir)
        self.living[heir.id] = main
        for course in olds:
            if course is not main:
                course.merged_into = ClausePlace(symbol, heir.id)

    def told(self) -> Iterator[Life]:
        """Every life, in the order in which they began."""
        for course in self.courses:
            passages = tuple(_passages(course))
            first = course.stages[0].place.symbol
            own = (words(passage.text) for passage in passages if passage.since <= first)
            yield Life(
                tuple(course.stages),
                tuple(stage for stage in course.stages[1:] if stage.kind != "unchanged"),
                passages,
                course.parted_from,
                course.merged_into,
                rewritten=SMALL_WORDS.issuperset(chain.from_iterable(own)),
            )


def _kind(change: Change, unit: Unit) -> StageKind:
    """What became of a clause of the later text that a change is of."""
    if change.kind == "unchanged":
        return "unchanged"
    return change.half(unit.id).weight or "substantive"


def _stays(course: _Course, unit: Unit) -> tuple[int, int, int]:
    """How far a life goes on in a clause: how many of its forms begin so, and open so, then how
    many words they share with it, small ones apart. What it has long said counts each year."""
    forms = [form for _, form in course.forms()]
    begin_so = [form for form in forms if form.beginning == unit.beginning]
    told = Counter({word: n for word, n in unit.words.items() if word not in SMALL_WORDS})
    return (
        len(begin_so),
        sum(form.clause.phrase == unit.clause.phrase for form in begin_so),
        sum((form.words & told).total() for form in forms),
    )


def _as_returned(change: Change, returned: dict[str, _Course], row: dict[str, Unit]) -> Change:
    """An added clause with where it returned from."""
    course = returned.get(change.after[0]) if change.kind == "added" else None
    if course is None:
        return change
    runs = redline(course.unit.text, row[change.after[0]].text)
    return replace(change, returned_from=course.stages[-1].place, returned=runs)


def _passages(course: _Course) -> Iterator[Passage]:
    """The last words of a life in stretches, each with the text that first said it here."""
    text = course.unit.text
    _, since = _told(course)
    starts = tokens(text).starts
    edges = [0, *(place for place in range(1, len(starts)) if since[place] != since[place - 1])]
    for edge, following in zip(edges, [*edges[1:], None], strict=True):
        end = len(text) if following is None else starts[following]
        yield Passage(text[starts[edge] if edge else 0 : end], since[edge])


def _told(course: _Course) -> tuple[list[str], list[Symbol]]:
    """The tokens of a life's last form and who first said each: what stays keeps who said it
    before, in whatever case and with whatever punctuation, here or in a clause that joined it; what
    was left out and came back, who said it then."""
    forms = course.forms()
    symbol, unit = forms[0]
    said = _said(unit)
    since = [symbol] * len(said)
    former: list[tuple[list[str], list[Symbol]]] = []
    for place, ((_, before), (symbol, unit)) in enumerate(pairwise(forms), start=1):
        if before.text == unit.text:
            continue
        old, said = said, _said(unit)
        kept = _carried(old, since, said)
        for other in course.joined.get(place, ()):
            more = _carried(*_told(other), said)
            kept = [one or two for one, two in zip(kept, more, strict=True)]
        for words_before, by in reversed(former):
            _take_back(kept, said, words_before, by)
        former.append((old, since))
        since = [one or symbol for one in kept]
    return said, since


def _carried(
    old: Sequence[str], since: Sequence[Symbol], said: Sequence[str]
) -> list[Symbol | None]:
    """Who first said each of some tokens that others held before, None for new ones."""
    here, made = 0, list[Symbol | None]()
    for edit in edits(old, said):
        made += since[here : edit.start]
        made += [None] * (edit.new_end - edit.new_start)
        here = edit.end
    return [*made, *since[here:]]


def _take_back(
    kept: list[Symbol | None], said: Sequence[str], former: Sequence[str], since: Sequence[Symbol]
) -> None:
    """Put who said them at new tokens that stood in a former form, so many in a row."""
    for is_new, run in groupby(range(len(said)), key=lambda place: kept[place] is None):
        places = [*run]
        if not is_new or len(places) < IN_A_ROW_AGAIN:
            continue
        new = said[places[0] : places[-1] + 1]
        for here, there, size in Indel.opcodes(new, former).as_matching_blocks():
            if size >= IN_A_ROW_AGAIN:
                first = places[0] + here
                kept[first : first + size] = since[there : there + size]


def _said(unit: Unit) -> list[str]:
    return [" ".join(words(token)) or token for token in tokens(unit.text).texts]
