"""Where two wordings differ: in wholes that gave way to others of their kind, and in stretches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing.kinds import Piece, keys

_AROUND = 8
"""Pieces before and behind a stretch by which it is understood."""


class Replaced(NamedTuple):
    """A whole that gave way to another of its kind, which is the piece `place` of the later one."""

    old: Piece
    new: Piece
    place: int


class Group(NamedTuple):
    """A stretch that differs: its pieces on both sides, and those before it and behind it."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    before: tuple[Piece, ...]
    behind: tuple[Piece, ...]

    def values(self) -> tuple[list[str], list[str]]:
        """What the pieces of both sides say."""
        return [piece.value for piece in self.old], [piece.value for piece in self.new]

    def is_dated(self) -> bool:
        """Whether a date or a year stands beside it: "2020 will mark", a year later "marks"."""
        return any(piece.kind in ("date", "year") for piece in (*self.before, *self.behind))


def differences(
    old: tuple[Piece, ...], new: tuple[Piece, ...]
) -> tuple[tuple[Replaced, ...], tuple[Group, ...]]:
    """What differs between the pieces of two wordings, in their order."""
    replaced: list[Replaced] = []
    groups: list[Group] = []
    at = there = 0
    for one, other, size in Indel.opcodes(keys(old), keys(new)).as_matching_blocks():
        if at < one or there < other:
            before, behind = new[max(0, there - _AROUND) : there], new[other : other + _AROUND]
            groups.append(Group(old[at:one], new[there:other], before, behind))
        replaced += [
            Replaced(old[one + step], new[other + step], other + step)
            for step in range(size)
            if old[one + step].value != new[other + step].value
        ]
        at, there = one + size, other + size
    return tuple(replaced), tuple(groups)


def replaced_wholes(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[Replaced, ...]:
    """The wholes that gave way to others, in wordings that have as many of each kind: the first of
    a kind to the first."""
    waiting: dict[str, list[Piece]] = {}
    for piece in old:
        waiting.setdefault(piece.kind, []).append(piece)
    before = {kind: iter(several) for kind, several in waiting.items()}
    return tuple(
        Replaced(one, piece, place)
        for place, piece in enumerate(new)
        for one in (next(before[piece.kind]),)
        if piece.kind != "word" and one.value != piece.value
    )
