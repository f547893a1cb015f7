"""Shares: how many of how many are right. Every figure of the report is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """So many right ones of so many."""

    right: int = 0
    whole: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.whole + other.whole)

    @property
    def part(self) -> float:
        """The right ones as a part of the whole; of nothing, all is right."""
        return self.right / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        share = f"{self.part:.2%}" if self.whole else "–"
        return f"{self.right:>7,} of {self.whole:>7,}  {share:>7}"


Shares = Mapping[str, Share]
"""Shares by what they are of, in the order of the report."""


def total(several: Iterable[Shares]) -> dict[str, Share]:
    """The sums of several shares of the same things."""
    sums: dict[str, Share] = {}
    for shares in several:
        for name, share in shares.items():
            sums[name] = sums.get(name, Share()) + share
    return sums
