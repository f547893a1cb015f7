"""How alike two clauses are, by the words that tell them from the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import log

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.units import Part, Unit
from mkdocs_resolutions.comparing.words import bag

SMALL, FIGURE = 0.3, 0.5
"""The weight of a word that every text is full of, and of a figure, which changes every year."""
MANY = 64
"""Clauses from which on a word makes none of them alike."""
LITTLE, MOST = 0.1, 1 / 3
"""What two clauses share at least that are looked at: a part of the weight of both, or of that of
the lighter one, which may be a part of the other."""
BEGINNING = 0.2
"""How much more alike two clauses are that begin alike."""


class Likeness:
    """Weighs words by how few clauses of two texts have them.

    A long name of an office that many clauses repeat says little of any of them (field notes, Year
    over year).
    """

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        found = [_clauses_with(tuple(unit.text for unit in row)) for row in (old, new)]
        count = max(len(old), len(new), 1)
        # A word is as common as it is in the text that has it more often: what every clause repeats
        # in one text is no mark of a clause in the other either.
        common = dict(found[0])
        common |= {word: times for word, times in found[1].items() if times > common.get(word, 0)}
        most = max(common.values(), default=0)
        rarity = [log(1 + count / times) for times in range(1, most + 1)]
        full, small, figure = ([_exact(by * rare) for rare in rarity] for by in (1, SMALL, FIGURE))
        self._weights = {
            word: (figure if word[0].isdigit() else full)[times - 1]
            for word, times in common.items()
        }
        for word in common.keys() & english.SMALL_WORDS:
            self._weights[word] = small[common[word] - 1]
        self._common = common.keys() & english.SMALL_WORDS
        if most > MANY:
            self._common |= {word for word, times in common.items() if times > MANY}
        self._telling = (found[0].keys() & found[1].keys()) - self._common
        self._rows = old, new
        self._aside: tuple[frozenset[int], frozenset[int]] = frozenset(), frozenset()
        self._indexes: dict[int, Mapping[str, Sequence[int]]] = {}
        self._sums: dict[int, float] = {}
        self._sums_below: dict[int, float] = {}
        self._near: dict[tuple[int, int], dict[int, float]] = {}

    def set_aside(self, pairs: Mapping[int, int]) -> None:
        """Leave out clauses that say the same in both texts: nothing else is likened to them."""
        self._aside = frozenset(pairs), frozenset(pairs.values())

    @cached_property
    def _first(self) -> tuple[dict[tuple[str, ...], int], ...]:
        """Where a clause of each text begins so, but for those set aside."""
        return tuple(
            {unit.beginning: place for place, unit in enumerate(row) if place not in aside}
            for row, aside in zip(self._rows, self._aside, strict=True)
        )

    @cached_property
    def _sizes(self) -> tuple[dict[int, float], ...]:
        """The weights of the clauses of each text, but for those set aside."""
        return tuple(
            {place: self.sum_of(unit) for place, unit in enumerate(row) if place not in aside}
            for row, aside in zip(self._rows, self._aside, strict=True)
        )

    @cached_property
    def _begins(self) -> tuple[Counter[tuple[Part, tuple[str, ...]]], ...]:
        """How often the clauses of a part of each text begin in the same way."""
        return tuple(Counter((unit.part, unit.beginning) for unit in row) for row in self._rows)

    def near(self, unit: Unit, side: int) -> Mapping[int, float]:
        """The places of the earlier text (`side` 0) or the later one (1) that may be like a clause,
        hold it or be held by it, and the weight of all that they share. Only a word that is not
        small and that not many have leads to them: their number has a bound."""
        key = id(unit), side
        if key not in self._near:
            self._near[key] = self._shares(unit, side)
        return self._near[key]

    def _shares(self, unit: Unit, side: int) -> dict[int, float]:
        index, weights, row = self._index(side), self._weights, self._rows[side]
        shares: defaultdict[int, float] = defaultdict(float)
        rest: list[tuple[str, int, float]] = []
        for word, count in unit.words.items():
            places = index.get(word)
            if places:
                weight = weights[word]
                for place in places:
                    shares[place] += weight
                if count > 1:
                    for place in places:
                        times = row[place].words[word]
                        if times > 1:
                            shares[place] += weight * ((count if count < times else times) - 1)
            elif word in self._common:
                rest.append((word, count, weights[word]))
        likely = self._likely(unit, side, shares, sum([n * weight for _, n, weight in rest]))
        found: dict[int, float] = {}
        for place in likely:
            there = row[place].words
            total = shares[place]
            for word, count, weight in rest:
                if word in there:
                    times = there[word]
                    total += weight * (count if count < times else times)
            found[place] = total
        return found

    def _likely(
        self, unit: Unit, side: int, shares: Mapping[int, float], left_out: float
    ) -> list[int]:
        """Those of some places that share enough with a clause, even if they had all the words of
        it that were `left_out`, of so much weight, or that begin as it does or have clauses inside
        as it has."""
        row, sizes, whole = self._rows[side], self._sizes[side], self.sum_of(unit)
        of_both, of_one = LITTLE * whole - left_out, MOST * whole - left_out
        begins, holds = self._first[side].get(unit.beginning), bool(unit.below)
        return [
            place
            for place, share in shares.items()
            for size in (sizes[place],)
            if share >= LITTLE * size + of_both
            or share >= MOST * size - left_out
            or share >= of_one
            or place == begins
            or (holds and row[place].below)
        ]

    def _index(self, side: int) -> Mapping[str, Sequence[int]]:
        """Where each word stands in a text that both texts have, and not many clauses."""
        if side not in self._indexes:
            index: defaultdict[str, list[int]] = defaultdict(list)
            for place, unit in enumerate(self._rows[side]):
                if place not in self._aside[side]:
                    for word in unit.words.keys() & self._telling:
                        index[word].append(place)
            self._indexes[side] = index
        return self._indexes[side]

    def sum_of(self, unit: Unit) -> float:
        """The weight of a clause."""
        found = self._sums.get(id(unit))
        if found is None:
            found = self._sums[id(unit)] = self.weight(unit.words)
        return found

    def _sum_below(self, unit: Unit) -> float:
        if id(unit) not in self._sums_below:
            self._sums_below[id(unit)] = self.weight(unit.below)
        return self._sums_below[id(unit)]

    def weight(self, words: Counter[str]) -> float:
        """The weight of words that may be none of the two texts' own clauses."""
        weights = self._weights
        return sum([weights.get(word, 0.0) * count for word, count in words.items()])

    def shared(self, one: Mapping[str, int], other: Mapping[str, int]) -> float:
        """The weight of the words that two clauses share."""
        if len(other) < len(one):
            one, other = other, one
        weights, total = self._weights, 0.0
        for word, count in one.items():
            times = other.get(word)
            if times:
                total += weights.get(word, 0.0) * (count if count < times else times)
        return total

    def dice(self, one: Unit, other: Unit, shared: float | None = None) -> float:
        """Twice the shared weight by the weight of both, 0 to 1."""
        sums = self._sums
        whole = (sums.get(id(one)) or self.sum_of(one)) + (
            sums.get(id(other)) or self.sum_of(other)
        )
        if shared is None:
            shared = self.shared(one.words, other.words)
        return 2 * shared / whole if whole else 0.0

    def dice_at_most(self, one: Unit, other: Unit) -> float:
        """The most that `dice` may be of two clauses of their weights."""
        sizes = self.sum_of(one), self.sum_of(other)
        return 2 * min(sizes) / sum(sizes) if any(sizes) else 0.0

    def dice_below(self, one: Unit, other: Unit) -> float:
        """The same of the clauses inside them; 0 where one has none."""
        if not one.below or not other.below:
            return 0.0
        whole = self._sum_below(one) + self._sum_below(other)
        return 2 * self.shared(one.below, other.below) / whole

    def same_beginning(self, one: Unit, other: Unit) -> float:
        """What it adds that two clauses, and no other of their parts, begin with the same words."""
        if one.beginning != other.beginning:
            return 0.0
        old, new = self._begins
        only = old[one.part, one.beginning] == new[other.part, other.beginning] == 1
        return BEGINNING if only else 0.0


def _exact(weight: float) -> float:
    """A weight as whole parts of a power of two: the sum is the same in whatever order, and sets
    have none."""
    return round(weight * 2**20) / 2**20


@lru_cache(maxsize=16)
def _clauses_with(texts: tuple[str, ...]) -> Counter[str]:
    """How many of some clauses say each word; not to be changed, since the later text of a pair is
    the earlier one of the next."""
    return Counter(chain.from_iterable(map(bag, texts)))
