"""The stretches that differ between two rows of words: few, and hardly longer than need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing import english

STRETCH = 3.5
"""What it costs to read one stretch more, in words that are redlined though they stay. It takes two
for each word between two stretches: up to one and a half are taken with them."""
SMALL = 0.5
"""Words that a small word and a mark of punctuation count for."""
APART = 6
"""Words in a row that stay: what stands on both sides of them is never one stretch."""
MOST = 40_000
"""Pairs of words up to which the best stretches are sought."""


class Edit(NamedTuple):
    """Tokens `start` to `end` of the earlier text that became those of the later one from
    `new_start` to `new_end`. One side may be empty, never both.
    """

    start: int
    end: int
    new_start: int
    new_end: int


def edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """The changed stretches of two rows of tokens: those that cost least, where each word of them
    costs its weight and each stretch `STRETCH`."""
    found: list[Edit] = []
    for gap in _gaps(Edit(0, len(old), 0, len(new)), old, new, APART):
        if _pairs(gap) <= MOST:
            found += _cheapest(gap, old, new)
        else:
            # Where no two words in a row stay, all is one stretch.
            for part in _gaps(gap, old, new, STRETCH / 2):
                found += _cheapest(part, old, new) if _pairs(part) <= MOST else [part]
    return _slid([_closed(edit, old, new) for edit in found], old, new)


def _pairs(edit: Edit) -> int:
    return (edit.end - edit.start) * (edit.new_end - edit.new_start)


def _gaps(within: Edit, old: Sequence[str], new: Sequence[str], apart: float) -> Iterator[Edit]:
    """What stands between the rows of words that stay and weigh as much as `apart`, and before the
    first change and behind the last, in a longest common subsequence."""
    start, new_start = within.start, within.new_start
    ours, theirs = old[start : within.end], new[new_start : within.new_end]
    one = other = 0
    # The last block is empty, and stands at the end of both.
    for end, other_end, size in Indel.opcodes(ours, theirs).as_matching_blocks():
        last, further = end + size, other_end + size
        if (
            end == other_end == 0
            or (last, further) == (len(ours), len(theirs))
            or size * SMALL >= apart
            or sum(map(_weight, ours[end:last])) >= apart
        ):
            if one < end or other < other_end:
                yield Edit(start + one, start + end, new_start + other, new_start + other_end)
            one, other = last, further


def _cheapest(gap: Edit, old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """The stretches within a gap that cost least together, in their order."""
    ours, theirs = old[gap.start : gap.end], new[gap.new_start : gap.new_end]
    if not _may_part(ours, theirs):
        return [gap]
    gone, come = [_weight(token) for token in ours], [_weight(token) for token in theirs]
    kept, changed, spent = _costs(ours, theirs, gone, come)
    found: list[Edit] = []
    at, to = len(ours), len(theirs)
    while at or to:
        if kept[at][to] <= changed[at][to] + spent[at]:
            at, to = at - 1, to - 1
            continue
        end, new_end, inside = at, to, True
        while inside:
            row = changed[at]
            cost = row[to] + spent[at]
            if to and row[to - 1] + come[to - 1] == row[to]:
                to -= 1
            elif at and changed[at - 1][to] + spent[at] == cost:
                at -= 1
            else:
                inside = False
                first = to and kept[at][to - 1] + STRETCH + come[to - 1] == cost
                at, to = (at, to - 1) if first else (at - 1, to)
        found.append(
            Edit(gap.start + at, gap.start + end, gap.new_start + to, gap.new_start + new_end)
        )
    return found[::-1]


def _may_part(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words of a gap may stay: the first or the last, or some between two stretches, which
    are worth another stretch only if they are two in a row or one that weighs as much."""
    both = set(ours).intersection(theirs)
    if not both:
        return False
    return (
        ours[0] == theirs[0]
        or ours[-1] == theirs[-1]
        or not set(pairwise(ours)).isdisjoint(pairwise(theirs))
        or any(2 * _weight(token) > STRETCH for token in both)
    )


Costs = list[list[float]]


def _costs(
    ours: Sequence[str], theirs: Sequence[str], gone: Sequence[float], come: Sequence[float]
) -> tuple[Costs, Costs, Sequence[float]]:
    """The least cost of the first tokens of both rows: where the last ones stay, and where the last
    one belongs to a stretch, that one without what is `spent` on all of our tokens so far, the
    third. `gone` and `come` are what the tokens weigh.

    Rule: alignment with affine gaps (Gotoh 1982). All costs are halves: they add up exactly. Of one
    of our tokens to the next the costs of a stretch grow alike, but where a token stays: only from
    there on they are reckoned anew.
    """
    never, count = float("inf"), len(theirs)
    places: dict[str, list[int]] = {}
    for place, token in enumerate(theirs, start=1):
        places.setdefault(token, []).append(place)
    nowhere = [never] * (count + 1)
    stays = [0.0, *nowhere[1:]]
    out = [never, *(STRETCH + weight for weight in accumulate(come))]
    kept, changed, spent = [stays], [out], [0.0, *accumulate(gone)]
    stayed: Sequence[int] = (0,)
    for token, before, so_far in zip(ours, spent, spent[1:], strict=False):
        above, last = stays, out
        here = places.get(token, ())
        stays = nowhere.copy() if here else nowhere
        # A stretch begins behind a token that stays: with ours, or with one of theirs.
        begun = [(place, above[place] + STRETCH - before) for place in stayed]
        for place in here:
            stays[place] = kept_here = min(above[place - 1], last[place - 1] + before)
            if place < count:
                begun.append((place + 1, kept_here + STRETCH + come[place] - so_far))
        if begun:
            out = last.copy()
        for place, cost in begun:
            while cost < out[place]:
                out[place] = cost
                if place == count:
                    break
                cost += come[place]
                place += 1
        kept.append(stays)
        changed.append(out)
        stayed = here
    return kept, changed, spent


@lru_cache(maxsize=65_536)
def _weight(token: str) -> float:
    """What redlining a token costs: its words, small ones and marks less."""
    said = token.strip(english.PUNCTUATION).casefold()
    return SMALL if not said or said in english.SMALL_WORDS else 1.0 + token.count(" ")


def _closed(edit: Edit, old: Sequence[str], new: Sequence[str]) -> Edit:
    """With the mark behind it that stays, where both sides have words: it goes with its word."""
    if not _pairs(edit) or edit.end == len(old) or old[edit.end].strip(english.PUNCTUATION):
        return edit
    return Edit(edit.start, edit.end + 1, edit.new_start, edit.new_end + 1)


def _slid(found: Sequence[Edit], old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Insertions and deletions where they read best among the places that say the same.

    "A, [B, ]C" rather than "A[, B], C": they begin behind punctuation and end with it. None goes
    beyond its neighbours.
    """
    made: list[Edit] = []
    for number, edit in enumerate(found):
        before = edit.start - (made[-1].end if made else 0)
        following = found[number + 1].start if number + 1 < len(found) else len(old)
        by = 0
        if edit.new_start == edit.new_end:
            by = _best_place(old, edit.start, edit.end, before, following - edit.end)
        elif edit.start == edit.end:
            by = _best_place(new, edit.new_start, edit.new_end, before, following - edit.end)
        made.append(Edit(edit.start + by, edit.end + by, edit.new_start + by, edit.new_end + by))
    return made


_FARTHEST = 12
"""Tokens that an edit slides at most."""


def _best_place(row: Sequence[str], start: int, end: int, before: int, behind: int) -> int:
    """By how many tokens a stretch of a row slides, with so many unchanged before and behind it."""
    places = [0]
    while -places[-1] < min(before, _FARTHEST) and (
        row[start + places[-1] - 1] == row[end + places[-1] - 1]
    ):
        places.append(places[-1] - 1)
    places.reverse()
    while places[-1] < min(behind, _FARTHEST) and row[start + places[-1]] == row[end + places[-1]]:
        places.append(places[-1] + 1)
    return max(places, key=lambda by: (_edge(row, start + by, end + by), -abs(by)))


def _edge(row: Sequence[str], start: int, end: int) -> int:
    """How well a stretch can be read on its own."""
    behind = start == 0 or row[start - 1].endswith((",", ";", ":"))
    closed = row[end - 1].endswith((",", ";", ":", "."))
    joined = row[start].casefold() in english.JOINING
    return 2 * (behind and closed) + joined + (start == 0)
