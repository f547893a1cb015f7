"""The indexes: sessions, parts, series, and the resolutions adopted last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.model import Symbol
from mkdocs_resolutions.publishing.address import series_address, session_address
from mkdocs_resolutions.publishing.content import Content, PageLinks, render
from mkdocs_resolutions.publishing.labels import long_date, session_name
from mkdocs_resolutions.publishing.search import page_record


def latest_html(corpus: Corpus, page: str, count: int) -> str:
    """A list of the held resolutions adopted last, for a page at an address."""
    links = PageLinks(page)
    newest = sorted(
        corpus.texts,
        key=lambda text: (text.resolution.masthead.adopted or "", text.resolution.symbol),
        reverse=True,
    )
    return render("entries.html", entries=_entries(newest[:count]), to=links.to)


def by_session(texts: Sequence[Text]) -> dict[str, list[Text]]:
    """Held texts by session, in the order of their symbols."""
    sessions: dict[str, list[Text]] = {}
    for text in texts:
        sessions.setdefault(text.resolution.symbol.session or "", []).append(text)
    return sessions


def sessions_page(corpus: Corpus) -> Content:
    """The index of sessions, newest first."""
    links = PageLinks("sessions/")
    sessions = [
        {
            "address": session_address(session),
            "name": session_name(session).capitalize(),
            "count": len(texts),
        }
        for session, texts in reversed(by_session(corpus.texts).items())
    ]
    html = render("sessions.html", sessions=sessions, to=links.to)
    description = "Resolutions of the General Assembly by session."
    return index_content(
        "sessions/", "Sessions", description, html, "sessions", links, corpus.texts
    )


def session_pages(corpus: Corpus) -> Iterator[Content]:
    """A page for each session with its held resolutions."""
    for session, texts in by_session(corpus.texts).items():
        address = session_address(session)
        links = PageLinks(address)
        name = session_name(session).capitalize()
        html = render("session.html", name=name, entries=_entries(texts), to=links.to)
        description = f"Resolutions of the {name.lower()} of the General Assembly."
        yield index_content(address, name, description, html, "session", links, texts)


def parts_pages(corpus: Corpus) -> Iterator[Content]:
    """A page for each resolution adopted in parts that lists those held."""
    parts: dict[Symbol, list[Text]] = {}
    for text in corpus.texts:
        if text.resolution.symbol.part:
            parts.setdefault(text.resolution.symbol.whole, []).append(text)
    for symbol, texts in parts.items():
        if str(symbol) in corpus.by_symbol:
            continue
        links = PageLinks(symbol.address)
        html = render("parts.html", symbol=symbol, entries=_entries(texts), to=links.to)
        description = f"The parts of General Assembly resolution {symbol.spoken}."
        yield index_content(
            symbol.address, str(symbol), description, html, "parts", links, texts, symbol
        )


def series_index_page(corpus: Corpus, example: Corpus) -> Content:
    """The index of series by name; what is invented stands apart from it."""
    links = PageLinks("series/")
    series = [
        {
            "address": series_address(one.slug),
            "name": one.name,
            "held": sum(member.held for member in one.members),
            "known": len(one.members),
        }
        for one in sorted(corpus.series, key=lambda one: one.name)
    ]
    examples = [series_address(one.slug) for one in example.series]
    html = render("series_index.html", series=series, examples=examples, to=links.to)
    description = "Resolutions of the General Assembly that return under one subject."
    return index_content("series/", "Series", description, html, "series", links, corpus.texts)


def _entries(texts: Iterable[Text]) -> list[dict[str, Any]]:
    return [
        {
            "address": text.resolution.symbol.address,
            "symbol": str(text.resolution.symbol),
            "title": text.resolution.masthead.title,
            "iso": text.resolution.masthead.adopted,
            "date": long_date(text.resolution.masthead.adopted),
        }
        for text in texts
    ]


def index_content(
    address: str, title: str, description: str, html: str, heading: str, links: PageLinks,
    texts: Iterable[Text], symbol: Symbol | None = None,
) -> Content:  # fmt: skip
    """The page of a list; `heading` is the id of its title, `texts` decide its date, `symbol` is
    that of the resolution whose parts it lists."""
    dates = (text.resolution.masthead.adopted for text in texts)
    return Content(
        address=address,
        title=title,
        description=description,
        html=html,
        ids=(heading,),
        links=tuple(links.made),
        search=(page_record(address, title, description, symbol),),
        date=max(filter(None, dates), default=None),
    )
