"""What references say of the documents they cite: names and dates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_resolutions.corpus import Text
from mkdocs_resolutions.linking import THIS
from mkdocs_resolutions.model import Reference

NAMING = ("treaty", "instrument")
"""Kinds of references whose words are a name."""

_NAME = re.compile(r"(?:[0-9][\w–-]*\s)?[A-Z]")
"""How a name begins; the last of several parts does not: "177 of the Outcome"."""
_PART = re.compile(r"(?:Article|Chapter|Section|Part|Paragraph|Rule|Regulation|Annex)s?\s[0-9IVX]")
_BARE = frozenset(("Programme of Action", "Plan of Action", "Platform for Action", "Action Plan"))
"""Names of several words that say no more than "Convention" does."""
_THERETO = re.compile(r"(?<!s )\bthereto\b")
"""What an instrument is named by that was named before it; of several nobody knows of which."""


def most_named(names: Mapping[str, int] | None) -> str:
    """The name that is given often and fully, of names and how often each is given.

    A bare word is none: “Convention” says of no treaty which it is. Empty for none.
    """
    weights = _weights(names or {})
    return max(weights, key=lambda name: (weights[name], name), default="")


def _weights(names: Mapping[str, int]) -> dict[str, int]:
    """How much the names weigh that are more than a bare word."""
    return {
        name: count * len(name.split())
        for name, count in names.items()
        if " " in name and name not in _BARE
    }


def most_dated(dates: Mapping[str, int] | None) -> str:
    """The ISO date that is printed most often, of several the last; empty for none."""
    return max(dates, key=lambda date: ((dates or {})[date], date), default="") if dates else ""


@dataclass(slots=True)
class Sayings:
    """The names and the dates that references give what they cite, by target and by symbol."""

    names: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    dates: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    parts: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """The targets in a document that have a name, by its symbol."""
    together: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    """Names of a document that one sentence gives beside each other, by its symbol."""

    @classmethod
    def of(cls, texts: Iterable[Text]) -> Sayings:
        """What some texts say, in one pass over their references."""
        said = cls()
        for text in texts:
            for references in text.linked.references.values():
                said._hear(references)
            provenance = text.resolution.masthead.provenance
            for symbol in provenance.documents if provenance.committee else ():
                said._call(symbol, f"Report of the {provenance.committee}")
        return said

    def _hear(self, references: Iterable[Reference]) -> None:
        """What the references of one place say."""
        last = ""
        given: dict[str, list[str]] = defaultdict(list)
        for one in references:
            if one.symbol in (None, THIS) or one.target is None:
                continue
            symbol = one.symbol or ""
            if one.dated:
                self.dates[symbol][one.dated] += 1
            if one.kind not in NAMING or not _NAME.match(one.text) or _PART.match(one.text):
                continue
            name = one.text
            if "thereto" in name:
                name = _THERETO.sub(f"to the {last}", name)
                if not last or "thereto" in name:
                    continue
            elif " " in name:
                last = name
            self._call(one.target, name)
            self.together[symbol].update((other, name) for other in given[symbol])
            given[symbol].append(name)

    def _call(self, target: str, name: str) -> None:
        self.names[target][name] += 1
        self.parts[target.partition("#")[0]][target] = None

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

    def name_of_document(self, symbol: str) -> str:
        """The name of a document as a whole, else of what it holds; empty for none.

        Where two instruments lie in it that are named beside each other and about as often, it has
        the names of both.
        """
        names = self.names.get(symbol) or sum(
            (self.names[target] for target in self.parts.get(symbol, ())), Counter[str]()
        )
        first = most_named(names)
        weights = _weights(names)
        beside = self.together.get(symbol, set())
        others = {
            name: weight
            for name, weight in weights.items()
            if 2 * weight >= weights[first]
            and ((first, name) in beside or (name, first) in beside)
            and not (name in first or first in name)
        }
        second = most_named({name: names[name] for name in others})
        return f"{first} and {second}" if second else first

    def date(self, symbol: str) -> str:
        """The date most often printed behind a document; empty for none."""
        return most_dated(self.dates.get(symbol))
