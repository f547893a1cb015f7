"""How alike two clauses are, by the words that tell them from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import log

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.units import Unit

SMALL, FIGURE = 0.3, 0.5
"""The weight of a word that every text is full of, and of a figure, which changes every year."""
MANY = 64
"""Clauses from which on a word makes none of them alike."""
BEGINNING = 0.2
"""How much more alike two clauses are that begin alike."""


class Likeness:
    """Weighs words by how few clauses of two texts have them.

    A long name of an office that many clauses repeat says little of any of them (field notes, Year
    over year).
    """

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        found = [Counter(word for unit in row for word in set(unit.said)) for row in (old, new)]
        count = max(len(old), len(new), 1)
        # A word is as common as it is in the text that has it more often: what every clause repeats
        # in one text is no mark of a clause in the other either.
        common = found[0] | found[1]
        by_count = [
            log(1 + count / times) for times in range(1, max(common.values(), default=0) + 1)
        ]
        self._weights = {word: by_count[times - 1] for word, times in common.items()}
        for word in common.keys() & english.SMALL_WORDS:
            self._weights[word] *= SMALL
        for word in common:
            if word[0].isdigit():
                self._weights[word] *= FIGURE
        self._common = common
        self._rows = old, new
        self._indexes: dict[int, dict[str, list[int]]] = {}
        self._sums: dict[tuple[int, bool], float] = {}

    @cached_property
    def _begins(self) -> tuple[Counter[tuple[str, ...]], ...]:
        """How often the clauses of each text begin in the same way."""
        return tuple(Counter(unit.beginning for unit in row) for row in self._rows)

    def near(self, unit: Unit, side: int) -> list[int]:
        """The places of the earlier text (`side` 0) or the later one (1) that share a word with a
        clause that not many have: only they can be like it, and their number has a bound."""
        places = self._places(side)
        return sorted({place for word in unit.words for place in places.get(word, ())})

    def _places(self, side: int) -> dict[str, list[int]]:
        """Where each word stands in a text, but for those that many clauses have."""
        if side not in self._indexes:
            index = self._indexes[side] = {}
            for place, unit in enumerate(self._rows[side]):
                for word in unit.words:
                    if self._common[word] <= MANY:
                        index.setdefault(word, []).append(place)
        return self._indexes[side]

    def _sum(self, unit: Unit, below: bool = False) -> float:
        key = id(unit), below
        if key not in self._sums:
            self._sums[key] = self.weight(unit.below if below else unit.words)
        return self._sums[key]

    def weight(self, words: Counter[str]) -> float:
        """The weight of words that may be none of the two texts' own clauses."""
        return sum(self._weights.get(word, 0.0) * count for word, count in words.items())

    def shared(self, one: Counter[str], other: Counter[str]) -> float:
        """The weight of the words that two clauses share."""
        if len(other) < len(one):
            one, other = other, one
        weights = self._weights
        return sum(
            weights.get(word, 0.0) * min(count, other[word])
            for word, count in one.items()
            if word in other
        )

    def dice(self, one: Unit, other: Unit) -> float:
        """Twice the shared weight by the weight of both, 0 to 1."""
        whole = self._sum(one) + self._sum(other)
        return 2 * self.shared(one.words, other.words) / whole if whole else 0.0

    def dice_below(self, one: Unit, other: Unit) -> float:
        """The same of the clauses inside them; 0 where one has none."""
        whole = self._sum(one, below=True) + self._sum(other, below=True)
        return 2 * self.shared(one.below, other.below) / whole if one.below and other.below else 0.0

    def same_beginning(self, one: Unit, other: Unit) -> float:
        """What it adds that two clauses, and no other of either text, begin with the same words."""
        begins = one.beginning
        alone = self._begins[0][begins] == self._begins[1][begins] == 1
        return BEGINNING if alone and begins == other.beginning else 0.0

    def held(self, inner: Unit, outer: Unit) -> float:
        """The part of a clause's weight that stands in another, 0 to 1."""
        whole = self._sum(inner)
        return self.shared(inner.words, outer.words) / whole if whole else 0.0

    def sum_of(self, unit: Unit) -> float:
        """The weight of a clause."""
        return self._sum(unit)
