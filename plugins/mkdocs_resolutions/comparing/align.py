"""Which clause of the later text is which of the earlier one; numbers count for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.likeness import Likeness
from mkdocs_resolutions.comparing.opening import same_act
from mkdocs_resolutions.comparing.passages import passages
from mkdocs_resolutions.comparing.roles import came_true, held_again, turned
from mkdocs_resolutions.comparing.units import PARTS, Unit
from mkdocs_resolutions.comparing.words import words, written

ALIKE = 0.46
"""Likeness from which two clauses of one part are a pair wherever they stand."""
ALIKE_BESIDE, ALIKE_IN_PLACE = 0.40, 0.34
"""The same where what stands before them or behind them is a pair, and they do the same; and where
both are, whatever they do."""
NEARLY = 0.9
"""The same of two beside a pair that do the same: they are one, whatever else is there."""
ELSEWHERE = 0.16
"""How much less alike two clauses of different parts are."""
HELD = 0.8
"""The part of a clause that a longer one holds when it was extended or cut."""
SAME_ACT = 0.04
"""How much more alike two clauses are that do the same."""
PARENT, NEIGHBOUR = 0.06, 0.02
"""The same, whose parents are a pair (and less, whose are not), and for each neighbour that is."""
AROUND = SAME_ACT + PARENT + 2 * NEIGHBOUR
"""What all of these can add: where more is missing, none is looked at."""
LEAST_HELD, LEAST_PART = 6, 0.05
"""Words of a clause that can be told by being held, and the part of the weight of the whole that it
has at least: a few words that every text says stand in any long clause."""


Where = tuple[Sequence[object], Sequence[object]]
"""For each place of both texts where it stands, in terms of the later one."""


@dataclass(slots=True)
class Alignment:
    """Pairs of places in two rows of clauses, found so far. `backwards` says that the first row is
    that of the younger text: in time a request comes before the thanks for it."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    backwards: bool = False
    forward: dict[int, int] = field(default_factory=dict)
    backward: dict[int, int] = field(default_factory=dict)

    def pair(self, one: int, other: int) -> None:
        """Take two places as a pair."""
        self.forward[one] = other
        self.backward[other] = one

    def left_old(self) -> list[int]:
        """Places of the earlier text without a partner."""
        return [place for place in range(len(self.old)) if place not in self.forward]

    def left_new(self) -> list[int]:
        """Places of the later text without a partner."""
        return [place for place in range(len(self.new)) if place not in self.backward]

    def in_time(self, one: Unit, other: Unit, side: int = 0) -> tuple[Unit, Unit]:
        """A clause of one row (`side` 0 the earlier, 1 the later) and one of the other row, that of
        the older text first."""
        return (one, other) if side == self.backwards else (other, one)

    def same_parent(self, one: int, other: int) -> bool | None:
        """Whether the clauses around two places are a pair; None where neither has one."""
        parent, further = self.old[one].parent, self.new[other].parent
        if parent is None and further is None:
            return None
        return parent is not None and self.forward.get(parent, -1) == further

    def around(self) -> Where:
        """For each place of both texts that of the clause around it in the later text; -1 where
        that clause has no partner."""
        return (
            [self.forward.get(unit.parent, -1) if unit.parent is not None else None
             for unit in self.old],
            [unit.parent for unit in self.new],
        )  # fmt: skip

    def behind(self, step: int) -> Where:
        """The same with the place in the later text of the last pair before it (`step` 1), or of
        the next one (-1)."""
        last = _last(range(len(self.old))[::step], self.forward)
        further = _last(range(len(self.new))[::step], {place: place for place in self.backward})
        old, new = self.around()
        return [*zip(last, old, strict=True)], [*zip(further, new, strict=True)]

    def support(self, one: int, other: int) -> int:
        """How many of the neighbours of two places are pairs: before, behind."""
        return int(self._beside(one, other, -1)) + int(self._beside(one, other, 1))

    def _beside(self, one: int, other: int, step: int) -> bool:
        before, after = one + step, other + step
        if not (0 <= before < len(self.old)) or not (0 <= after < len(self.new)):
            # The first of both texts, or the last.
            return (0 <= before < len(self.old)) == (0 <= after < len(self.new))
        return self.forward.get(before) == after


def align(
    old: Sequence[Unit], new: Sequence[Unit], like: Likeness, *, backwards: bool = False
) -> Alignment:
    """Pair the clauses of two texts, best first.

    Those that say the same, and beside them nearly the same; then the most alike, those of another
    part less so and those inside others when these are settled; then those held whole in a longer
    one, those that share a long passage, and, one after the other, what stands beside pairs.
    """
    found = Alignment(old, new, backwards)
    _same_words(found)
    like.set_aside(found.forward)
    _beside_a_pair(found, lambda unit, further: _nearly(like, unit, further))
    for depth in range(max((unit.depth for unit in (*old, *new)), default=0) + 1):
        _best_first(found, _alike(found, like, depth), ALIKE)
    _best_first(found, _held(found, like), HELD)
    _best_first(found, _quoted(found), 0)
    pairs = -1
    while pairs < len(found.forward):
        # Each pair found so may be the neighbour of the next.
        pairs = len(found.forward)
        _best_first(found, _supported(found, like), ALIKE_IN_PLACE)
    return found


Candidate = tuple[float, int, int]


def _best_first(found: Alignment, candidates: Iterable[Candidate], least: float) -> None:
    """Pair candidates in the order of their score, each place once; then two pairs change partners
    that fit better so together. A request and what came of it are no pair."""
    scores = {
        (one, other): score
        for score, one, other in sorted(candidates, key=lambda c: (-c[0], c[2], c[1]))
        if score >= least
    }
    made: set[tuple[int, int]] = set()
    for one, other in scores:
        is_free = one not in found.forward and other not in found.backward
        if is_free and _may_pair(found, one, other):
            found.pair(one, other)
            made.add((one, other))
    _exchange(found, scores, made)


def _exchange(
    found: Alignment, scores: Mapping[tuple[int, int], float], made: set[tuple[int, int]]
) -> None:
    """Give two pairs of those made each other's partners where their scores are more together: the
    best of all is not always part of the best for all."""
    for (one, other), score in scores.items():
        first, second = (one, found.forward.get(one, -1)), (found.backward.get(other, -1), other)
        crossed = second[0], first[1]
        if first not in made or second not in made or crossed not in scores or first == second:
            continue
        more = score + scores[crossed] > scores[first] + scores[second]
        if more and _may_pair(found, one, other) and _may_pair(found, *crossed):
            made -= {first, second}
            made |= {(one, other), crossed}
            found.pair(one, other)
            found.pair(*crossed)


def _may_pair(found: Alignment, one: int, other: int) -> bool:
    """Whether two places are not a request and what came of it, nor a meeting and the next one."""
    earlier, later = found.in_time(found.old[one], found.new[other])
    return not came_true(earlier, later) and not held_again(earlier, later)


def _same_words(found: Alignment) -> None:
    """Pair what says the same in the same part: what is said once, then by what is around it."""
    groups: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for side, row in enumerate((found.old, found.new)):
        for place, unit in enumerate(row):
            groups.setdefault(_says(unit), ([], []))[side].append(place)
    several = False
    for places, others in groups.values():
        if len(places) == len(others) == 1:
            found.pair(places[0], others[0])
        elif places and others:
            several = True
    if not several:
        return
    _beside_a_pair(found, lambda unit, further: _says(unit) == _says(further))
    for step in (1, -1):
        _in_turn(found, found.behind(step))
    _in_turn(found, found.around())
    _in_turn(found)


def _beside_a_pair(found: Alignment, is_same: Callable[[Unit, Unit], bool]) -> None:
    """Pair what is the same behind a pair or before one, below the same clause."""
    count = len(found.old)
    for order, step in ((range(count), 1), (range(count - 1, -1, -1), -1)):
        for one in order:
            other = found.forward.get(one - step, -count - 2) + step
            if one in found.forward or other in found.backward:
                continue
            same = 0 <= other < len(found.new) and is_same(found.old[one], found.new[other])
            if same and found.same_parent(one, other) is not False:
                found.pair(one, other)


def _nearly(like: Likeness, unit: Unit, further: Unit) -> bool:
    """Whether two clauses say nearly the same: nothing else has to be looked at then."""
    return (
        (unit.part, unit.depth) == (further.part, further.depth)
        and like.dice_at_most(unit, further) >= NEARLY
        and same_act(unit.clause.phrase, further.clause.phrase)
        and like.dice(unit, further) >= NEARLY
    )


def _in_turn(found: Alignment, where: Where | None = None) -> None:
    """Pair what says the same in the same place, the first with the first; without places wherever
    it stands."""
    waiting: dict[object, list[int]] = {}
    for other in reversed(found.left_new()):
        key = _says(found.new[other]), where and where[1][other]
        waiting.setdefault(key, []).append(other)
    for one in found.left_old():
        there = waiting.get((_says(found.old[one]), where and where[0][one]))
        if there:
            found.pair(one, there.pop())


def _last(places: range, partners: Mapping[int, int]) -> list[int]:
    """For each place the partner of the last one before it, as the places go; -1 where none is."""
    last, found = -1, [-1] * len(places)
    for place in places:
        found[place] = last
        last = partners.get(place, last)
    return found


def _says(unit: Unit) -> tuple[str, str]:
    return unit.part, unit.text


def _alike(found: Alignment, like: Likeness, depth: int | None = None) -> Iterator[Candidate]:
    """Candidates by likeness, of all depths or down to one."""
    for one in found.left_old():
        unit = found.old[one]
        if depth is not None and unit.depth > depth:
            continue
        for other, shared in _left_near(found, like, unit):
            further = found.new[other]
            if depth is not None and further.depth > depth:
                continue
            score = _score(found, like, one, other, shared)
            if unit.part != further.part:
                score -= ELSEWHERE
            if score < ALIKE_IN_PLACE:
                continue
            if unit.part == further.part or not turned(*found.in_time(unit, further)):
                yield score, one, other


def _left_near(found: Alignment, like: Likeness, unit: Unit) -> list[tuple[int, float]]:
    """The places of the later text without a partner that may be like a clause of the earlier one,
    with the weight that they share with it."""
    near = like.near(unit, 1).items()
    return [
        (place, shared)
        for place, shared in near
        if place not in found.backward and not _closes(unit, found.new[place])
    ]


_ENDS = ({"closing", "subparagraph"}, {"lead-in", "subparagraph"})


def _closes(unit: Unit, further: Unit) -> bool:
    """Whether one closes a list, or leads to it, and the other is an item of one, which does not
    end with all of its words."""
    if {unit.clause.kind, further.clause.kind} not in _ENDS:
        return False
    short, long = sorted((unit.said, further.said), key=len)
    return long[len(long) - len(short) :] != short


def _score(found: Alignment, like: Likeness, one: int, other: int, shared: float) -> float:
    """Likeness of two clauses; what stands in them and around them tips the scale."""
    unit, further = found.old[one], found.new[other]
    score = like.dice(unit, further, shared)
    if unit.below and further.below:
        score = max(score, 0.5 * score + 0.5 * like.dice_below(unit, further))
    score += like.same_beginning(unit, further)
    if score < ALIKE_IN_PLACE - AROUND:
        return score
    parents = found.same_parent(one, other)
    if parents is not None:
        score += PARENT if parents else -PARENT
    if same_act(unit.clause.phrase, further.clause.phrase):
        score += SAME_ACT
    return score + NEIGHBOUR * found.support(one, other)


def _supported(found: Alignment, like: Likeness) -> Iterator[Candidate]:
    """Candidates that are less alike, beside or between neighbours that are pairs: not where one
    asks and the other looks back, whatever it asks besides."""
    for score, one, other in _alike(found, like):
        if found.same_parent(one, other) is False:
            continue
        phrase, further = found.old[one].clause.phrase, found.new[other].clause.phrase
        beside = score >= ALIKE_BESIDE and same_act(phrase, further)
        if found.support(one, other) < (1 if beside else 2):
            continue
        if not turned(*found.in_time(found.old[one], found.new[other])):
            yield score, one, other


def _held(found: Alignment, like: Likeness) -> Iterator[Candidate]:
    """Candidates of which one holds nearly all of the other, and of what it says beside its opening
    and its names: extended, or cut."""
    for one in found.left_old():
        unit = found.old[one]
        for other, shared in _left_near(found, like, unit):
            further = found.new[other]
            if unit.part != further.part or unit.depth != further.depth:
                continue
            inner, outer = sorted((unit, further), key=like.sum_of)
            least, most = like.sum_of(inner), like.sum_of(outer)
            if len(inner.said) < LEAST_HELD or least < LEAST_PART * most or shared < HELD * least:
                continue
            own = _its_own(inner)
            whole = like.weight(own)
            rest = like.shared(own, outer.words) / whole if whole else 1.0
            yield min(shared / least, rest), one, other


def _its_own(unit: Unit) -> Counter[str]:
    """What a clause says behind its opening, without small words and names: the name of an
    agreement, however long, stands in all that is said of it."""
    behind = written(unit.text)[len(words(unit.clause.phrase or "")) :]
    return Counter(word for word in behind if word[0].islower() and word not in english.SMALL_WORDS)


def _quoted(found: Alignment) -> Iterator[Candidate]:
    """Candidates of one part that share a passage, the longest first."""
    for part in PARTS:
        rows = (
            [(place, row[place]) for place in left if row[place].part == part]
            for row, left in ((found.old, found.left_old()), (found.new, found.left_new()))
        )
        yield from passages(*rows)
