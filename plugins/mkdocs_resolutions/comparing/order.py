"""Which of the clauses that stayed stand in another order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

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
        if unit.within != partner.within or parents is False:
            elsewhere.add(place)
        else:
            groups.setdefault((unit.parent, unit.within), []).append(place)
    for places in groups.values():
        stay = _rising(
            [stands[place] for place in places],
            [found.old[place].text != found.new[stands[place]].text for place in places],
        )
        elsewhere.update(place for number, place in enumerate(places) if number not in stay)
    return frozenset(elsewhere)


def _rising(row: Sequence[int], edited: Sequence[bool]) -> frozenset[int]:
    """The indexes of a longest rising part of a row of numbers that differ; of several the one
    that has the fewest edited clauses, then the one whose numbers are the least out of place."""
    if all(one < other for one, other in pairwise(row)):
        return frozenset(range(len(row)))
    ranks = {value: rank for rank, value in enumerate(sorted(row))}
    cost = [
        abs(ranks[value] - place) + len(row) ** 2 * edited[place] for place, value in enumerate(row)
    ]
    best: list[tuple[int, int, int | None]] = []
    for place, value in enumerate(row):
        length, out, before = 1, -cost[place], None
        for earlier in range(place):
            found = (best[earlier][0] + 1, best[earlier][1] - cost[place])
            if row[earlier] < value and found > (length, out):
                (length, out), before = found, earlier
        best.append((length, out, before))
    at: int | None = max(range(len(row)), key=lambda place: best[place][:2])
    kept: set[int] = set()
    while at is not None:
        kept.add(at)
        at = best[at][2]
    return frozenset(kept)
