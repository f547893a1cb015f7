"""What two resolutions say, by which a difference of two of their clauses is understood."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.states import states_named
from mkdocs_resolutions.comparing.units import Unit
from mkdocs_resolutions.comparing.words import words


class Known:
    """What two resolutions say, in which names are looked up. The States of their `titles` are
    named in whatever they say; `years` lie between them, None where nobody knows."""

    def __init__(
        self, row: Sequence[Unit], titles: Sequence[str] = (), years: int | None = None
    ) -> None:
        self._row = row
        self.years = years
        self.states = frozenset(code for title in titles for code in states_named(title))

    def count(self, name: Sequence[str]) -> int:
        """How often a name stands there, articles left out."""
        # A span of years is a whole there, and words here.
        named = f" {_said(' '.join(name))} "
        said = set(named.split())
        return sum(
            f" {_said(unit.text)} ".count(named) for unit in self._row if said <= unit.words.keys()
        )


@lru_cache(maxsize=4096)
def _said(text: str) -> str:
    return " ".join(word for word in words(text) if word not in english.ARTICLES)
