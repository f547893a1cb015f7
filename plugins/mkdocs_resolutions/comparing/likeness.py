"""How alike two clauses are, by the words that tell them from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.units import Unit


class Likeness:
    """Weighs words by how few clauses of two texts have them.

    A long name of an office that many clauses repeat says little of any of them (field notes, Year
    over year).
    """

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        found = [Counter(word for unit in row for word in unit.words) for row in (old, new)]
        count = max(len(old), len(new), 1)
        # A word is as common as it is in the text that has it more often: what every clause repeats
        # in one text is no mark of a clause in the other either.
        self._weights = {
            word: log(1 + count / max(found[0][word], found[1][word]))
            * (0.3 if word in english.SMALL_WORDS else 1.0)
            for word in {*found[0], *found[1]}
        }
        self._sums = {id(unit): self.weight(unit.words) for unit in (*old, *new)}
        self._sums_below = {
            id(unit): self.weight(unit.below) for unit in (*old, *new) if unit.below
        }

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
        whole = self._sums[id(one)] + self._sums[id(other)]
        return 2 * self.shared(one.words, other.words) / whole if whole else 0.0

    def dice_below(self, one: Unit, other: Unit) -> float:
        """The same of the clauses inside them; 0 where one has none."""
        whole = self._sums_below.get(id(one), 0.0) + self._sums_below.get(id(other), 0.0)
        return 2 * self.shared(one.below, other.below) / whole if one.below and other.below else 0.0

    def held(self, inner: Unit, outer: Unit) -> float:
        """The part of a clause's weight that stands in another, 0 to 1."""
        whole = self._sums[id(inner)]
        return self.shared(inner.words, outer.words) / whole if whole else 0.0

    def sum_of(self, unit: Unit) -> float:
        """The weight of a clause."""
        return self._sums[id(unit)]
