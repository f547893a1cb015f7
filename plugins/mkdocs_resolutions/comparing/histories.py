"""What all series tell: each through its held texts, and what of it belongs to one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_resolutions.comparing.lineage import trace
from mkdocs_resolutions.model import (
    Comparison,
    History,
    Life,
    Member,
    Resolution,
    Series,
    Symbol,
)

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Histories:
    """The history of every series in the order of the series; what one text needs of them comes
    from an index, made once by `of`."""

    every: tuple[History, ...]
    of_series: Mapping[str, History]
    """A history by the slug of its series."""
    places: Mapping[str, tuple[Series, int]]
    """The series that a held text belongs to and where it stands there, by its symbol."""
    comparisons: Mapping[str, Comparison]
    """A held text against the held one before it in its series, by its symbol."""
    lives: Mapping[str, Life]
    """The life that a clause of a series belongs to, by symbol and id: `A/RES/77/79#op8`."""

    @classmethod
    def of(cls, series: Sequence[Series], held: Mapping[str, Resolution]) -> Histories:
        """Trace every series through what is held of it, by symbol."""
        every = tuple(_history(one, held) for one in series)
        return cls(
            every,
            {history.series.slug: history for history in every},
            {
                str(member.symbol): (one, place)
                for one in series
                for place, member in enumerate(one.members)
                if member.held
            },
            {str(one.later): one for history in every for one in history.comparisons},
            {str(place): life for history in every for place, life in history.places()},
        )

    def __iter__(self) -> Iterator[History]:
        return iter(self.every)

    def series_of(self, symbol: Symbol) -> Series | None:
        """The series a resolution belongs to."""
        found = self.places.get(str(symbol))
        return found[0] if found else None

    def history_of(self, symbol: Symbol) -> History | None:
        """The series that a held text belongs to, through its held texts."""
        series = self.series_of(symbol)
        return self.of_series[series.slug] if series else None

    def comparison_of(self, symbol: Symbol) -> Comparison | None:
        """A held text against the held one before it in its series."""
        return self.comparisons.get(str(symbol))

    def life_of(self, symbol: Symbol, clause: str) -> Life | None:
        """The life that a clause of a held text of a series belongs to."""
        return self.lives.get(f"{symbol}#{clause}")

    def beside(self, symbol: Symbol) -> tuple[Member | None, Member | None]:
        """The members before and after a held text in its series."""
        found = self.places.get(str(symbol))
        return beside(found[0].members, found[1]) if found else (None, None)


def _history(series: Series, held: Mapping[str, Resolution]) -> History:
    members = (member for member in series.members if member.held)
    return trace(series, [held[str(member.symbol)] for member in members])


def beside(things: Sequence[_Thing], place: int) -> tuple[_Thing | None, _Thing | None]:
    """What stands before and after a place."""
    return (
        things[place - 1] if place else None,
        things[place + 1] if place + 1 < len(things) else None,
    )
