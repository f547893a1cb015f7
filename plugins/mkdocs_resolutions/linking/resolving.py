"""Turn citations into references: what is held, what is elsewhere, what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import THIS, Citation
from mkdocs_resolutions.linking.document import Cited, cite
from mkdocs_resolutions.linking.places import in_reach
from mkdocs_resolutions.model import Origin, Reference, Resolution, Status, official_url
from mkdocs_resolutions.notices import Notice, quoted

Held = Mapping[str, frozenset[str]]
"""Symbols of the held texts and the ids on their pages."""

_UNITED_NATIONS_TREATIES = "https://treaties.un.org/doc/Publication/UNTS"
_CHARTER = "https://www.un.org/en/about-us/un-charter/full-text"
_NOWHERE = ("A/DEC/", "E/DEC/", "A/HRC/DEC/")
"""Decisions have no document of their own."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that lead nowhere, or elsewhere than the raw file's own link says.

    `place` is a clause's id, a note's id or `masthead`; `why` says what is open, not there or
    contradicted.
    """

    rule: str
    place: str
    text: str
    why: str
    origin: Origin

    @property
    def notice(self) -> Notice:
        """The same as a notice."""
        return self.together(1)

    def together(self, times: int) -> Notice:
        """The same as one notice for so many places, of which this is the first."""
        others = "1 more place" if times == 2 else f"{times - 1} more places"
        more = f" and {others}" if times > 1 else ""
        message = f"{quoted(self.text)} in {self.place}{more}: {self.why}."
        return Notice(self.rule, message, self.origin)


@dataclass(frozen=True, slots=True)
class Linked:
    """The references of a resolution by clause id, note id or `masthead`, the notices, and what
    these are made of, all of it."""

    references: Mapping[str, tuple[Reference, ...]]
    notices: tuple[Notice, ...]
    doubts: tuple[Doubt, ...] = ()

    def of(self, place: str) -> tuple[Reference, ...]:
        """The references of a clause, a footnote or the masthead."""
        return self.references.get(place, ())


def link(resolution: Resolution, held: Held, official: str) -> Linked:
    """Find and resolve the references of a resolution; `official` is the official site's address.

    Ambiguous means unlinked, with a notice; a place that a held text does not have is missing, with
    a notice that names both.
    """
    references: dict[str, tuple[Reference, ...]] = {}
    doubts: list[Doubt] = []
    own = str(resolution.symbol)
    for one in cite(resolution):
        resolved = tuple(_resolve(each, one.place, own, held, official) for each in one.citations)
        if resolved:
            references[one.place] = resolved
        doubts += _doubts(one, resolved, own)
    return Linked(references, tuple(_notices(doubts)), tuple(doubts))


def _notices(doubts: Iterable[Doubt]) -> Iterator[Notice]:
    """Doubts as notices: what is doubted for one reason in many places is said once."""
    same: dict[tuple[str, str, str], list[Doubt]] = {}
    for doubt in doubts:
        same.setdefault((doubt.rule, doubt.text, doubt.why), []).append(doubt)
    for several in same.values():
        yield several[0].together(len(several))


def _doubts(cited: Cited, resolved: tuple[Reference, ...], own: str) -> Iterator[Doubt]:
    """What is open, what is not there, and what the file's own links say otherwise."""

    def doubt(rule: str, citation: Citation, why: str) -> Doubt:
        return Doubt(rule, cited.place, citation.text, why, cited.origin)

    for citation, reference in zip(cited.citations, resolved, strict=True):
        if reference.status == "ambiguous":
            yield doubt("reference-ambiguous", citation, citation.why or "nothing says what it is")
        elif reference.status == "missing":
            where = own if citation.symbol == THIS else citation.symbol
            yield doubt("reference-missing", citation, f"{where} has no {citation.place}")
    for citation, said in cited.contradicted:
        why = f"the words say {citation.symbol}, the link {said[:80]}"
        yield doubt("reference-contradicted", citation, why)


def _resolve(citation: Citation, where: str, own: str, held: Held, official: str) -> Reference:
    symbol, place = citation.symbol, citation.place
    status: Status = "external"
    if citation.kind == "url":
        pass
    elif symbol is None:
        status = "ambiguous"
    elif symbol == THIS:
        ids = held.get(own, frozenset())
        if not citation.at_large:
            place = in_reach(place, where, ids)
        status = "held" if not place or place in ids else "missing"
        if status == "missing" and citation.at_large and _in_sections(place, ids):
            citation = replace(citation, symbol=None, why="sections number their paragraphs anew")
            return _resolve(citation, where, own, held, official)
    elif symbol in held:
        if place == "annex" and english.ANNEXES.search(citation.text) and "annex1" in held[symbol]:
            place = "annex1"  # "its annexes" begin there
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
        citation.why if status == "ambiguous" else None,
    )


def _in_sections(place: str, ids: Set[str]) -> bool:
    """Whether sections of a resolution have such a place, each its own."""
    return any(one.startswith("s") and one.endswith(f"-{place}") for one in ids)


def _url(citation: Citation, official: str) -> str | None:
    """The official document; a treaty's is the volume of the Treaty Series it stands in."""
    symbol = citation.symbol
    if citation.kind == "url":
        return citation.text if "://" in citation.text else f"https://{citation.text}"
    if symbol is None or symbol == THIS or symbol.startswith(_NOWHERE):
        return None
    series, space, number = symbol.partition(" ")
    if space and series in ("UNTS", "LNTS"):
        volume = number.partition("/")[0]
        folder = "" if series == "UNTS" else "/LON"
        return f"{_UNITED_NATIONS_TREATIES}{folder}/Volume%20{volume}/v{volume}.pdf"
    if space:
        return _CHARTER
    return official_url(symbol, official)
