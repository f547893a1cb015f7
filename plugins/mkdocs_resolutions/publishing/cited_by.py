"""Who cites a resolution or a clause, as its page lists it: newest first, with the citing words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_resolutions.linking import MASTHEAD, Citer
from mkdocs_resolutions.model import Span, Symbol
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import PageLinks
from mkdocs_resolutions.publishing.labels import long_date
from mkdocs_resolutions.publishing.markup import words_html

OPEN = 10
"""Citing resolutions that are seen at once; those behind them are folded."""
QUOTED = 60
"""Citing resolutions whose words stand in the page; of the others the links do, and the words in
the data beside it. With words, one is some 400 bytes."""
AROUND = 110
"""Letters of the citing words on each side of a reference."""


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """A place that cites: its address from the page, its name, its words with the reference marked;
    no words where there are too many."""

    href: str
    label: str
    words: Markup | None


@dataclass(frozen=True, slots=True)
class CitingText:
    """A resolution that cites, and the places where it does; without an address it is this one."""

    name: str
    href: str | None
    title: str
    adopted: str
    places: tuple[CitingPlace, ...]


@dataclass(frozen=True, slots=True)
class CitedBy:
    """Who cites something: those seen at once, those that are folded, how many there are."""

    seen: tuple[CitingText, ...]
    folded: tuple[CitingText, ...]
    texts: int
    places: int


@dataclass(frozen=True, slots=True)
class CitedPage:
    """Lists who cites the resolution of a page."""

    symbol: Symbol
    concordance: Concordance
    links: PageLinks

    def whole(self) -> CitedBy:
        """Who cites the resolution, whatever part of it."""
        return self._cited_by(self.concordance.corpus.citers.of(self.symbol), OPEN)

    def part(self, place: str) -> CitedBy | None:
        """Who cites a part by its id, this very text included; None where nobody does."""
        citers = self.concordance.corpus.citers.of_place(self.symbol, place)
        return self._cited_by(citers, len(citers)) if citers else None

    def _cited_by(self, citers: Iterable[Citer], seen: int) -> CitedBy:
        grouped: dict[Symbol, dict[str, list[Citer]]] = {}
        for citer in citers:
            grouped.setdefault(citer.symbol, {}).setdefault(citer.place, []).append(citer)
        texts = [
            self._text(symbol, places, quoted=number < QUOTED)
            for number, (symbol, places) in enumerate(grouped.items())
        ]
        places = sum(map(len, grouped.values()))
        return CitedBy(tuple(texts[:seen]), tuple(texts[seen:]), len(texts), places)

    def _text(self, symbol: Symbol, places: dict[str, list[Citer]], *, quoted: bool) -> CitingText:
        masthead = self.concordance.corpus.by_symbol[str(symbol)].resolution.masthead
        own = symbol == self.symbol
        return CitingText(
            "This resolution" if own else str(symbol),
            None if own else self.links.to(symbol.address),
            "" if own else masthead.title,
            long_date(masthead.adopted),
            tuple(self._place(symbol, *place, quoted=quoted) for place in places.items()),
        )

    def _place(
        self, symbol: Symbol, place: str, citers: list[Citer], *, quoted: bool
    ) -> CitingPlace:
        fragment = "title" if place == MASTHEAD else place
        own = symbol == self.symbol
        href = f"#{fragment}" if own else self.links.to(f"{symbol.address}#{fragment}")
        text = self.concordance.words(str(symbol), place)
        spans = [Span(citer.reference.start, citer.reference.end) for citer in citers]
        words = _quoted(text, spans) if quoted else None
        return CitingPlace(href, self.concordance.label(str(symbol), place), words)


def cited_by_records(symbol: Symbol, concordance: Concordance) -> list[dict[str, str]]:
    """Every reference of other texts to a resolution as its data has it, the newest text first."""
    return [
        {
            "symbol": str(citer.symbol),
            "place": citer.place,
            "target": citer.reference.target or "",
            "text": _said(concordance.words(str(citer.symbol), citer.place), citer),
        }
        for citer in concordance.corpus.citers.of(symbol)
    ]


def _said(text: str, citer: Citer) -> str:
    start, end = excerpt(text, Span(citer.reference.start, citer.reference.end))
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return f"{before}{' '.join(text[start:end].split())}{after}"


def _quoted(text: str, spans: list[Span]) -> Markup:
    """The words around the first of some references, with those in sight marked."""
    start, end = excerpt(text, spans[0])
    seen = [
        (Span(span.start - start, span.end - start), Markup("<mark>"), Markup("</mark>"))
        for span in spans
        if start <= span.start and span.end <= end
    ]
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    words = words_html(text[start:end].replace("\n", " "), around=seen)
    return Markup("{}{}{}").format(before, words, after)


def excerpt(text: str, span: Span, around: int = AROUND) -> tuple[int, int]:
    """Where an excerpt around a stretch begins and ends: between words, at the text's ends where
    these are near."""
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    if start:
        start = text.find(" ", start, span.start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", span.end, end), span.end)
    return start, end
