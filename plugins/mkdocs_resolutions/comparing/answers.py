"""Which new clause looks back on what a dropped one asked for: two clauses, but one matter."""

from __future__ import annotations

from collections.abc import Collection

from mkdocs_resolutions.comparing.align import HELD, Alignment
from mkdocs_resolutions.comparing.likeness import Likeness
from mkdocs_resolutions.comparing.roles import came_true

ALIKE = 0.4
"""Likeness from which a clause looks back on what another asked for."""


def answers(
    found: Alignment, like: Likeness, gone: Collection[int], come: Collection[int]
) -> dict[int, int]:
    """For places of the earlier text that are `gone` the place of the later text, among those that
    have `come`, that looks back on what was asked for there; the likest first, each once.

    They are alike, or one holds nearly all of the other. Backwards in time nothing is answered.
    """
    if found.backwards:
        return {}
    candidates = [
        (max(alike, held), one, other)
        for one in gone
        for other, shared in like.near(found.old[one], 1).items()
        if other in come and came_true(found.old[one], found.new[other])
        for alike in (like.dice(found.old[one], found.new[other], shared),)
        for held in (shared / min(like.sum_of(found.old[one]), like.sum_of(found.new[other])),)
        if alike >= ALIKE or held >= HELD
    ]
    made: dict[int, int] = {}
    for _, one, other in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if one not in made and other not in made.values():
            made[one] = other
    return made
