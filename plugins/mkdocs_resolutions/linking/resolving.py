"""Turn citations into references: what is held, what is elsewhere, what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.finding import find_citations
from mkdocs_resolutions.model import Origin, Reference, Resolution, Status, official_url
from mkdocs_resolutions.notices import Notice

MASTHEAD = "masthead"
"""The key under which the references of the origin in brackets stand."""

Held = Mapping[str, frozenset[str]]
"""Symbols of the held texts and the ids on their pages."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The references of a resolution by clause id, note id or `masthead`, and the notices."""

    references: Mapping[str, tuple[Reference, ...]]
    notices: tuple[Notice, ...]

    def of(self, place: str) -> tuple[Reference, ...]:
        """The references of a clause, a footnote or the masthead."""
        return self.references.get(place, ())


def link(resolution: Resolution, held: Held, official: str) -> Linked:
    """Find and resolve the references of a resolution; `official` is the official site's address.

    Ambiguous means unlinked, with a notice.
    """
    references: dict[str, tuple[Reference, ...]] = {}
    notices: list[Notice] = []

    def keep(place: str, citations: tuple[Citation, ...], origin: Origin) -> None:
        if citations:
            references[place] = tuple(_resolve(citation, held, official) for citation in citations)
        for citation in citations:
            if citation.symbol is None:
                message = f"“{citation.text}”: {citation.why}."
                notices.append(Notice("reference-ambiguous", message, origin))

    organ = resolution.symbol.organ
    line = resolution.masthead.as_printed("origin")
    if line:
        keep(MASTHEAD, find_citations(line.text, organ=organ), line.origin)
    for clause in resolution.clauses():
        keep(clause.id, find_citations(clause.text, organ=organ), clause.origin)
    before: Citation | None = None
    for note in resolution.footnotes:
        citations = find_citations(note.text, before, organ)
        keep(note.id, citations, note.origin)
        before = citations[-1] if citations else None
    return Linked(references, tuple(notices))


def _resolve(citation: Citation, held: Held, official: str) -> Reference:
    symbol, place = citation.symbol, citation.place
    status: Status = "external"
    if symbol is None:
        status = "ambiguous"
    elif symbol in held:
        status = "held" if not place or place in held[symbol] else "missing"
    target = f"{symbol}#{place}" if symbol and place else symbol
    return Reference(
        citation.start,
        citation.end,
        citation.text,
        citation.kind,
        symbol,
        target,
        status,
        _url(citation, official),
        citation.dated,
    )


def _url(citation: Citation, official: str) -> str | None:
    """The official document; a treaty's is the volume of the Treaty Series it stands in."""
    if citation.symbol is None:
        return None
    if citation.kind == "treaty-series":
        volume = citation.symbol.removeprefix("UNTS ").partition("/")[0]
        base = "https://treaties.un.org/doc/Publication/UNTS"
        return f"{base}/Volume%20{volume}/v{volume}.pdf"
    if citation.kind == "ga-decision":
        return None
    return official_url(citation.symbol, official)
