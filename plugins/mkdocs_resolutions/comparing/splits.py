"""Clauses that became two, and two that became one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from mkdocs_resolutions.comparing.align import Alignment
from mkdocs_resolutions.comparing.likeness import Likeness
from mkdocs_resolutions.comparing.units import Unit
from mkdocs_resolutions.comparing.words import words

LEAST_WORDS = 5
"""Words that a half must have to be told as one."""
TAKEN = 0.6
"""The part of a clause's weight that stands in what its neighbour lost, in the order of both."""


def halves(found: Alignment, like: Likeness) -> dict[int, int]:
    """For places of the later text without a partner: the place of the earlier one they are the
    second half of, its first half being its partner."""
    return _parted(found.old, found.new, found.forward, found.left_new(), like)


def joined(found: Alignment, like: Likeness) -> dict[int, int]:
    """For places of the earlier text without a partner: that of the later one they went into."""
    return _parted(found.new, found.old, found.backward, found.left_old(), like)


def _parted(
    whole: Sequence[Unit],
    parts: Sequence[Unit],
    partner: dict[int, int],
    left: list[int],
    like: Likeness,
) -> dict[int, int]:
    candidates = [
        (score, place, other)
        for place in left
        if parts[place].words.total() >= LEAST_WORDS
        for other, first in partner.items()
        if whole[other].part == parts[place].part and whole[other].text != parts[first].text
        for score in (_taken(whole[other], parts[first], parts[place], like),)
        if score >= TAKEN
    ]
    made: dict[int, int] = {}
    for _, place, other in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        made.setdefault(place, other)
    return made


def _taken(whole: Unit, first: Unit, part: Unit, like: Likeness) -> float:
    """How much of a part's weight stands in a whole, outside what its first part took of it."""
    residue = whole.words - first.words
    weight = like.sum_of(part)
    if not weight or like.shared(part.words, residue) < TAKEN * weight:
        return 0.0
    return like.weight(_in_order(words(part.text), words(whole.text), residue)) / weight


def _in_order(part: list[str], whole: list[str], residue: Counter[str]) -> Counter[str]:
    """The words of a part that stand in a whole in the same order, no oftener than it lost them."""
    common = LCSseq.editops(part, whole)
    dropped = {step.src_pos for step in common if step.tag == "delete"}
    kept = Counter(word for place, word in enumerate(part) if place not in dropped)
    return kept & residue
