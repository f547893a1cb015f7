"""Who cites whom: the references of all held texts, by what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mkdocs_resolutions.linking.citation import THIS
from mkdocs_resolutions.linking.resolving import Linked
from mkdocs_resolutions.model import Annex, Clause, Reference, Resolution, Symbol


@dataclass(frozen=True, slots=True)
class Citer:
    """A place of a held text, and the reference that stands in it.

    `place` is a clause's id, a note's id or `masthead`; the symbol and the target of the reference
    are those of what it cites, of the text itself, too.
    """

    symbol: Symbol
    place: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Citers:
    """Who cites each document, and each place in one, the newest first.

    `documents` has every symbol that is cited by another text, held here or not; `places` every
    place with an id, `A/RES/63/71#op4`, that is cited by whatever text, its own among them.
    """

    documents: Mapping[str, tuple[Citer, ...]]
    places: Mapping[str, tuple[Citer, ...]]

    def of(self, symbol: Symbol | str) -> tuple[Citer, ...]:
        """Who cites a document, whatever part of it."""
        return self.documents.get(str(symbol), ())

    def of_place(self, symbol: Symbol | str, place: str) -> tuple[Citer, ...]:
        """Who cites a place of a held text by its id."""
        return self.places.get(f"{symbol}#{place}", ())


def find_citers(texts: Iterable[tuple[Resolution, Linked]]) -> Citers:
    """Turn the references of all texts round. What cites itself as a whole is no citer of itself.

    Texts count by their dates of adoption, the newest first, those without one last.
    """
    given = sorted(texts, key=lambda text: text[0].symbol)
    given.sort(key=lambda text: text[0].masthead.adopted or "", reverse=True)
    ids = {str(resolution.symbol): _ids(resolution) for resolution, _ in given}
    documents: dict[str, list[Citer]] = {}
    places: dict[str, list[Citer]] = {}
    for resolution, linked in given:
        own = str(resolution.symbol)
        for where, references in linked.references.items():
            for one in references:
                if one.symbol is None:
                    continue
                symbol = own if one.symbol == THIS else one.symbol
                place = _place(one, ids.get(symbol, {}))
                target = f"{symbol}#{place}" if place else symbol
                reference = replace(one, symbol=symbol, target=target)
                citer = Citer(resolution.symbol, where, reference)
                if symbol != own:
                    documents.setdefault(symbol, []).append(citer)
                if place and one.status == "held":
                    places.setdefault(target, []).append(citer)
    return Citers(
        {symbol: tuple(citers) for symbol, citers in documents.items()},
        {target: tuple(citers) for target, citers in places.items()},
    )


def _place(reference: Reference, ids: Mapping[str, str]) -> str:
    """The place that a reference names, by its id where it is an alias of one."""
    place = (reference.target or "").partition("#")[2]
    return ids.get(place, place)


def _ids(resolution: Resolution) -> dict[str, str]:
    """The ids that further ids of a resolution lead to."""
    parts: list[Clause | Annex] = [*resolution.clauses(), *resolution.annexes]
    return {alias: part.id for part in parts for alias in part.aliases}
