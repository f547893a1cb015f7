"""What references say of the documents they cite: names and dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_resolutions.corpus import Text
from mkdocs_resolutions.linking import THIS
from mkdocs_resolutions.model import Reference

NAMING = ("treaty", "instrument")
"""Kinds of references whose words are a name."""


def most_named(names: Mapping[str, int] | None) -> str:
    """The name that is given often and fully, of names and how often each is given.

    A bare word is none: “Convention” says of no treaty which it is. Empty for none.
    """
    whole = {name: count for name, count in (names or {}).items() if " " in name}
    return max(whole, key=lambda name: (whole[name] * len(name.split()), name), default="")


def most_dated(dates: Mapping[str, int] | None) -> str:
    """The ISO date that is printed most often, of several the last; empty for none."""
    return max(dates, key=lambda date: ((dates or {})[date], date), default="") if dates else ""


@dataclass(slots=True)
class Sayings:
    """The names and the dates that references give what they cite, by target and by symbol."""

    names: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    dates: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @classmethod
    def of(cls, texts: Iterable[Text]) -> Sayings:
        """What some texts say, in one pass over their references."""
        said = cls()
        for text in texts:
            for references in text.linked.references.values():
                for reference in references:
                    said._hear(reference)
            provenance = text.resolution.masthead.provenance
            for symbol in provenance.documents if provenance.committee else ():
                said.names[symbol][f"Report of the {provenance.committee}"] += 1
        return said

    def _hear(self, reference: Reference) -> None:
        if reference.symbol in (None, THIS) or reference.target is None:
            return
        if reference.dated:
            self.dates[reference.symbol or ""][reference.dated] += 1
        if reference.kind in NAMING:
            self.names[reference.target][reference.text] += 1

    def name(self, target: str) -> str:
        """The name given to a target, or to what it is a part of; empty for none.

        An annex that has a name lends it to its paragraphs, a treaty to its articles.
        """
        symbol, _, place = target.partition("#")
        while place:
            if found := most_named(self.names.get(f"{symbol}#{place}")):
                return found
            place = place[: max(place.rfind("/"), place.rfind("-"), 0)]
        return most_named(self.names.get(symbol))

    def date(self, symbol: str) -> str:
        """The date most often printed behind a document; empty for none."""
        return most_dated(self.dates.get(symbol))
