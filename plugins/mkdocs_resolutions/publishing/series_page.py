"""The page of a series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.model import Series, official_url
from mkdocs_resolutions.publishing.address import series_address
from mkdocs_resolutions.publishing.content import Content, PageLinks, render
from mkdocs_resolutions.publishing.index_pages import index_content
from mkdocs_resolutions.publishing.labels import label_of, long_date


def series_pages(corpus: Corpus, official: str) -> Iterator[Content]:
    """A page for each series: its members, and an anchor for every clause of the held ones."""
    for series in corpus.series:
        yield _series_page(series, corpus, official)


def _series_page(series: Series, corpus: Corpus, official: str) -> Content:
    address = series_address(series.slug)
    links = PageLinks(address)
    texts = [corpus.by_symbol[str(member.symbol)] for member in series.members if member.held]
    held = [_held_text(text, links) for text in texts]
    members = [
        {
            "slug": member.symbol.slug,
            "symbol": str(member.symbol),
            "address": member.symbol.address,
            "held": member.held,
            "iso": member.date,
            "date": long_date(member.date),
            "official": official_url(str(member.symbol), official),
        }
        for member in series.members
    ]
    html = render("series.html", series=series, members=members, held=held, to=links.to)
    description = f"{series.name}: {len(members)} resolutions of the General Assembly."
    page = index_content(address, series.name, description, html, "series", links, texts)
    ids = [member.symbol.slug for member in series.members]
    for text in held:
        ids.append(f"{text['slug']}-clauses")
        ids += [f"{text['slug']}-{clause['id']}" for clause in text["clauses"]]
    return replace(page, ids=(*page.ids, *ids))


def _held_text(text: Text, links: PageLinks) -> dict[str, Any]:
    resolution = text.resolution
    clauses = [
        {
            "id": clause.id,
            "label": label_of(clause.id),
            "href": links.to(f"{resolution.symbol.address}#{clause.id}"),
            "words": clause.phrase or _beginning(clause.text),
        }
        for clause in resolution.clauses()
    ]
    return {"slug": resolution.symbol.slug, "symbol": str(resolution.symbol), "clauses": clauses}


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
