"""Who cites whom: the references of all held texts, by what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import THIS
from mkdocs_resolutions.linking.document import words_of
from mkdocs_resolutions.linking.resolving import Linked
from mkdocs_resolutions.model import Annex, Clause, Reference, Resolution, Symbol

_LAST = re.compile(
    r"(?P<before>(?s:.*?)(?:[^0-9A-Za-z]|op|pp|p|[0-9](?=[A-Z])))(?P<step>[0-9]+|[A-Za-z])"
)
"""The last number or letter of a target."""
_MOST = 200
"""Paragraphs that a range may hold."""


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
    held = {str(resolution.symbol): _known(resolution) for resolution, _ in given}
    documents: dict[str, list[Citer]] = {}
    places: dict[str, list[Citer]] = {}
    for resolution, linked in given:
        own = str(resolution.symbol)
        said = words_of(resolution)
        for where, references in linked.references.items():
            last = (-1, "")
            for one in _with_ranges(references, said.get(where, ""), held, own):
                if one.symbol is None:
                    continue
                symbol = own if one.symbol == THIS else one.symbol
                place = _place(one, ids.get(symbol, {}))
                target = f"{symbol}#{place}" if place else symbol
                reference = replace(one, symbol=symbol, target=target)
                citer = Citer(resolution.symbol, where, reference)
                # What lies in a range is one citation of its document.
                if symbol != own and (one.start, symbol) != last:
                    documents.setdefault(symbol, []).append(citer)
                last = (one.start, symbol)
                if place and one.status == "held":
                    places.setdefault(target, []).append(citer)
    return Citers(
        {symbol: tuple(citers) for symbol, citers in documents.items()},
        {target: tuple(citers) for target, citers in places.items()},
    )


def _with_ranges(
    references: Sequence[Reference], text: str, held: Mapping[str, Set[str]], own: str
) -> Iterator[Reference]:
    """References, and those that lie between the two ends of a range: only these are printed.

    Of "paragraphs 5 to 8" they are paragraphs 6 and 7 where the held text has them, of "51/211 A to
    E" the parts B, C and D, with the words of the end.
    """
    before: Reference | None = None
    for one in references:
        if before and before.end <= one.start and english.RANGE.fullmatch(
            text, before.end, one.start
        ):  # fmt: skip
            for target in _between(before.target or "", one.target or ""):
                symbol, _, place = target.partition("#")
                known = held.get(own if symbol == THIS else symbol, frozenset((place,)))
                if not place or place in known:
                    yield replace(one, symbol=symbol, target=target)
        yield one
        before = one


def _between(first: str, last: str) -> Iterator[str]:
    """The targets between two that differ in their last number or letter alone."""
    begin, end = _LAST.fullmatch(first), _LAST.fullmatch(last)
    if begin is None or end is None or begin["before"] != end["before"]:
        return
    one, other = begin["step"], end["step"]
    if one.isdecimal() and other.isdecimal():
        for number in range(int(one) + 1, min(int(other), int(one) + _MOST)):
            yield f"{begin['before']}{number}"
    elif one.isalpha() and other.isalpha() and one.isupper() == other.isupper():
        for code in range(ord(one) + 1, ord(other)):
            yield f"{begin['before']}{chr(code)}"


def _known(resolution: Resolution) -> frozenset[str]:
    """The ids of the clauses of a resolution."""
    return frozenset(clause.id for clause in resolution.clauses())


def _place(reference: Reference, ids: Mapping[str, str]) -> str:
    """The place that a reference names, by its id where it is an alias of one."""
    place = (reference.target or "").partition("#")[2]
    return ids.get(place, place)


def _ids(resolution: Resolution) -> dict[str, str]:
    """The ids that further ids of a resolution lead to."""
    parts: list[Clause | Annex] = [*resolution.clauses(), *resolution.annexes]
    return {alias: part.id for part in parts for alias in part.aliases}
