"""Which of the clauses that stayed stand in another order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from mkdocs_resolutions.comparing.align import Alignment


def moved(found: Alignment, halves: Mapping[int, int]) -> frozenset[int]:
    """Places of the earlier text whose clause stands elsewhere in the later one.

    It changed its part or the clause around it, or its order among its own kind: the fewest that
    have to be taken out for the others to stand in the same order. That the numbers shift because
    others came or went is no move. What was split (`halves`, by the place of the further half)
    stands where its first half stands.
    """
    stands = dict(found.forward)
    for half, whole in halves.items():
        stands[whole] = min(stands[whole], half)
    groups: dict[tuple[int | None, str], list[int]] = {}
    elsewhere: set[int] = set()
    for place in sorted(stands):
        unit, partner = found.old[place], found.new[stands[place]]
        parents = found.same_parent(place, stands[place])
        if unit.part != partner.part or parents is False:
            elsewhere.add(place)
        else:
            groups.setdefault((unit.parent, unit.part), []).append(place)
    for places in groups.values():
        stay = _rising([stands[place] for place in places])
        elsewhere.update(place for number, place in enumerate(places) if number not in stay)
    return frozenset(elsewhere)


def _rising(row: Sequence[int]) -> frozenset[int]:
    """The indexes of a longest rising part of a row of numbers that differ."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int | None] = []
    for index, value in enumerate(row):
        place = bisect_left(ends, value)
        before.append(holders[place - 1] if place else None)
        ends[place : place + 1] = [value]
        holders[place : place + 1] = [index]
    found: set[int] = set()
    at = holders[-1] if holders else None
    while at is not None:
        found.add(at)
        at = before[at]
    return frozenset(found)
