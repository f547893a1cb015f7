"""Clauses that became two, and two that became one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from mkdocs_resolutions.comparing.align import Alignment
from mkdocs_resolutions.comparing.likeness import Likeness
from mkdocs_resolutions.comparing.opening import does
from mkdocs_resolutions.comparing.roles import came_true
from mkdocs_resolutions.comparing.units import Unit

LEAST_WORDS = 5
"""Words that a half must have to be told as one."""
TAKEN = 0.6
"""The part of a part's weight that the first part leaves to it in the whole."""
LEFT, MISSED = 0.4, 0.15
"""The same, at least, where the whole would lack so much of its weight without it."""
ORDERED = 0.55
"""The part of its weight that stands there in its own order."""
LEFT_A_THIRD, MISSED_A_THIRD, ORDERED_HALF = 1 / 3, 1 / 3, 0.5
"""The three of a part without which the whole would lack a third."""
MOST_OF_REST, A_TENTH = 0.45, 0.1
"""The parts of the rest that the first part leaves of the whole, and of the whole, that stand in a
part which is a third its own words, whatever else it says."""
REST, OF_WHOLE, OF_PART = 0.5, 0.3, 0.25
"""What a part that was extended took of the rest that the first one leaves of the whole, and how
much that is of the whole and of itself at least."""


def parted(found: Alignment, like: Likeness) -> tuple[dict[int, int], dict[int, int]]:
    """For places of the later text without a partner: the place of the earlier one they are the
    further half of, its first half being its partner; for places of the earlier text without one:
    that of the later one they went into.

    A pair that was split and merged at once is told as the heavier of the two.
    """
    halves, joined = _parted(found, like, 0), _parted(found, like, 1)
    weights: dict[int, float] = {}
    for place, whole in halves.items():
        weights[whole] = weights.get(whole, 0.0) + like.sum_of(found.new[place])
    for place, whole in joined.items():
        partner = found.backward[whole]
        weights[partner] = weights.get(partner, 0.0) - like.sum_of(found.old[place])
    return (
        {place: whole for place, whole in halves.items() if weights[whole] > 0},
        {place: whole for place, whole in joined.items() if weights[found.backward[whole]] <= 0},
    )


def _parted(found: Alignment, like: Likeness, side: int) -> dict[int, int]:
    """Parts by their wholes, which stand on a `side` as Likeness counts them."""
    whole, parts = (found.new, found.old) if side else (found.old, found.new)
    partner, left = (
        (found.backward, found.left_old()) if side else (found.forward, found.left_new())
    )
    candidates = [
        (score, place, other)
        for place in left
        if len(parts[place].said) >= LEAST_WORDS
        for other, shared in like.near(parts[place], side).items()
        if other in partner and shared >= OF_PART * like.sum_of(parts[place])
        for first in (partner[other],)
        if parts[first].part == parts[place].part and whole[other].text != parts[first].text
        for score in (_taken(whole[other], parts[first], parts[place], like),)
        if score and not came_true(*found.in_time(whole[other], parts[place], side))
    ]
    made: dict[int, int] = {}
    for _, place, other in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        made.setdefault(place, other)
    for other in {*made.values()}:
        places = [partner[other], *(place for place, one in made.items() if one == other)]
        lead = _lead_in(parts, places)
        if lead is None or lead not in left:
            continue
        if whole[other].said[: len(parts[lead].said)] == parts[lead].said:
            made[lead] = other
    return made


def _lead_in(parts: Sequence[Unit], places: Sequence[int]) -> int | None:
    """The clause around all of some places; None where they have no one around them all."""
    around = {parts[place].parent for place in places}
    return around.pop() if len(around) == 1 else None


def _taken(whole: Unit, first: Unit, part: Unit, like: Likeness) -> float:
    """How much of a part's weight stands in a whole in order; 0 where it is no part of it.

    It is one where most of it stands in what the first part leaves of the whole. Parts that say
    much alike share their words with both: then less is enough, if the whole would lack a good
    deal without it, or if it has nearly half of that rest. Nor need most of it, if it does what the
    whole does and most of the rest of the whole stands in it: a half that was much extended. A
    request and the report on it are none.
    """
    weight, size = like.sum_of(part), like.sum_of(whole)
    rest = whole.words - first.words
    left = like.shared(part.words, rest)
    if left < OF_PART * weight:
        return 0.0
    missed = left / size
    ordered = like.weight(_in_order(part.said, whole.said)) / weight
    if (
        missed >= OF_WHOLE
        and left >= REST * like.weight(rest)
        and does(whole.text, part.clause.phrase)
    ):
        return ordered
    if left < LEFT_A_THIRD * weight:
        return 0.0
    if left >= MOST_OF_REST * like.weight(rest) and missed >= A_TENTH and ordered >= ORDERED_HALF:
        return ordered
    if missed >= MISSED_A_THIRD:
        return ordered if ordered >= ORDERED_HALF else 0.0
    told = left >= TAKEN * weight or (left >= LEFT * weight and missed >= MISSED)
    return ordered if told and ordered >= ORDERED else 0.0


def _in_order(part: Sequence[str], whole: Sequence[str]) -> Counter[str]:
    """The words of a part that stand in a whole in the same order."""
    gone = {step.src_pos for step in LCSseq.editops(part, whole) if step.tag == "delete"}
    return Counter(word for place, word in enumerate(part) if place not in gone)
