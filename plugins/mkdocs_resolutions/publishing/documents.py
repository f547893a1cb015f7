"""The documents that a corpus cites: how often, what they are, when they are from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.linking import THIS, Citer
from mkdocs_resolutions.model import INVENTED, Reference, ReferenceKind, Symbol, SymbolError
from mkdocs_resolutions.publishing.sayings import Sayings, most_dated

Sort = Literal["assembly", "council", "treaty", "other"]
SORTS: dict[Sort, str] = {
    "assembly": "General Assembly resolutions",
    "council": "Security Council resolutions",
    "treaty": "Treaties",
    "other": "Other documents",
}
"""What cited documents are told apart by, in the order of the page."""

_RESOLUTIONS: dict[str, tuple[Sort, str]] = {
    "A/RES/": ("assembly", "General Assembly resolution"),
    "S/RES/": ("council", "Security Council resolution"),
    "A/DEC/": ("other", "General Assembly decision"),
    "A/HRC/RES/": ("other", "Human Rights Council resolution"),
    "A/HRC/DEC/": ("other", "Human Rights Council decision"),
    "E/RES/": ("other", "Economic and Social Council resolution"),
    "E/DEC/": ("other", "Economic and Social Council decision"),
    **{f"{organ}/RES/": ("assembly", "resolution of the example") for organ in sorted(INVENTED)},
}
_TREATIES: tuple[ReferenceKind, ...] = ("treaty", "treaty-series", "treaty-article")

_FIRST_SESSION = 1946
"""The year of the first session's beginning; each year since has had one."""
_SESSION = re.compile(r"A/(?:DEC/)?([1-9][0-9]?)/")
_YEAR = re.compile(r"[/(](19[4-9][0-9]|20[0-9]{2})(?=[/)])")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that is cited: by how many texts, in how many references.

    `name` is its title where its text is held, else the name that texts give it, empty where they
    give none; `url` leads to the official document; `date` is in ISO form, empty where nothing says
    it; `when` is its year, or where no more is known the years of its session, `1998/99`.
    """

    symbol: str
    sort: Sort
    kind: str
    resolutions: int
    references: int
    name: str
    url: str | None
    date: str
    when: str
    held: Symbol | None

    @property
    def assembly(self) -> Symbol | None:
        """Its symbol where it is a resolution of the Assembly; None for any other."""
        return _resolution(self.symbol)


def cited_document(symbol: str, citers: Sequence[Citer], text: Text | None, said: Sayings) -> Cited:
    """What the references to a document, and its text where it is held, say of it."""
    references = [citer.reference for citer in citers]
    sort, kind = _sort_of(symbol, references)
    dates = Counter(one.dated for one in references if one.dated)
    masthead = text.resolution.masthead if text else None
    date = (masthead and masthead.adopted) or most_dated(dates)
    return Cited(
        symbol,
        sort,
        kind,
        len({citer.symbol for citer in citers}),
        len(references),
        masthead.title if masthead else said.name_of_document(symbol),
        next((one.url for one in references if one.url), None),
        date,
        year_or_session(symbol, date),
        text.resolution.symbol if text else None,
    )


def cited_documents(corpus: Corpus) -> tuple[Cited, ...]:
    """Every document that another text cites, the most cited first."""
    said = Sayings.of(corpus.texts)
    found = (
        cited_document(symbol, citers, corpus.by_symbol.get(symbol), said)
        for symbol, citers in corpus.citers.documents.items()
        if counts(symbol, corpus.by_symbol[str(citers[0].symbol)])
    )
    return tuple(sorted(found, key=_rank))


def documents_by_symbol(corpus: Corpus) -> dict[str, Cited]:
    """The same by symbol, for the pages that tell of some of them."""
    return {one.symbol: one for one in cited_documents(corpus)}


def counts(symbol: str, text: Text) -> bool:
    """Whether a text may be said to cite a document: what is real cites nothing invented."""
    return text.resolution.symbol.is_invented or symbol.partition("/")[0] not in INVENTED


def documents_cited(text: Text) -> Counter[str]:
    """The documents that a text cites, with the number of references; not the text itself."""
    found = Counter[str]()
    for references in text.linked.references.values():
        found.update(filter(None, map(_other, references)))
    del found[str(text.resolution.symbol)]
    return found


def _other(reference: Reference) -> str | None:
    return reference.symbol if reference.symbol != THIS else None


def to_fetch(documents: Iterable[Cited]) -> tuple[Symbol, ...]:
    """The resolutions of the Assembly that are cited and not held, the most cited first."""
    return tuple(one.assembly for one in documents if not one.held and one.assembly is not None)


def _resolution(symbol: str) -> Symbol | None:
    """A symbol that has a page here once its text is held; None for any other."""
    try:
        parsed = Symbol.parse(symbol)
    except SymbolError:
        return None
    return parsed if parsed.is_resolution and not parsed.is_invented else None


def _rank(one: Cited) -> tuple[int, int, str]:
    return -one.resolutions, -one.references, one.symbol


def _sort_of(symbol: str, references: Iterable[Reference]) -> tuple[Sort, str]:
    """What a document is: its symbol says it of resolutions, of others most of the references."""
    for start, found in _RESOLUTIONS.items():
        if symbol.startswith(start):
            return found
    kinds = Counter(one.kind for one in references)
    if 2 * sum(kinds[kind] for kind in _TREATIES) > kinds.total():
        return "treaty", "treaty"
    return ("other", "official records") if kinds["official-records"] else ("other", "document")


def year_or_session(symbol: str, date: str | None) -> str:
    """The year of a date or of a symbol; else the years of its session, `1998/99`, if it has one.

    These stand, as words in order, between the days of the one year and those of the next.
    """
    year = _YEAR.search(symbol)
    if date or year:
        return date[:4] if date else year[1] if year else ""
    resolution = _resolution(symbol)
    session = resolution.session if resolution else None
    if session is None and (match := _SESSION.match(symbol)):
        session = match[1]
    if not session or not session.isdecimal():
        return ""
    first = _FIRST_SESSION - 1 + int(session)
    return f"{first}/{(first + 1) % 100:02}"
