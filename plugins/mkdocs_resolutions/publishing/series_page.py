"""The page of a series: the picture, any two years, the life of every clause, the members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mkdocs_resolutions.corpus import Corpus
from mkdocs_resolutions.model import ClausePlace, History, Member, official_url
from mkdocs_resolutions.publishing.address import series_address
from mkdocs_resolutions.publishing.content import Content, Heading, PageLinks, render
from mkdocs_resolutions.publishing.documents import Cited
from mkdocs_resolutions.publishing.index_pages import index_content
from mkdocs_resolutions.publishing.labels import long_date, organ_name
from mkdocs_resolutions.publishing.lineage import Lineage
from mkdocs_resolutions.publishing.lives import Lives
from mkdocs_resolutions.publishing.picture import (
    BAR,
    CELLS,
    NOT_KNOWN,
    Column,
    Picture,
    Row,
    anchor_of,
    picture_of,
    vote_figures,
)
from mkdocs_resolutions.publishing.shared import shared_view
from mkdocs_resolutions.publishing.votes import vote_words


def series_pages(
    corpus: Corpus,
    official: str,
    documents: Mapping[str, Cited],
    canonical: str | None = None,
) -> Iterator[Content]:
    """A page for each series: its members, and an anchor for every clause of the held ones.

    `documents` are those that the corpus cites, by symbol; `canonical` is the site's own address,
    ending in a slash, if it knows it.
    """
    for history in corpus.histories:
        yield _SeriesPage(history, corpus, official, documents).content(canonical)


class _SeriesPage:
    """The view of one series that its templates show."""

    def __init__(
        self, history: History, corpus: Corpus, official: str, documents: Mapping[str, Cited]
    ) -> None:
        self.history, self.series, self.official = history, history.series, official
        self.texts = [corpus.by_symbol[str(symbol)] for symbol in history.held]
        self.held = {text.resolution.symbol: text.resolution for text in self.texts}
        self.lineage = Lineage(history, self.held)
        self.address = series_address(self.series.slug)
        self.links = PageLinks(self.address)
        self.shared = shared_view(self.series, self.texts, documents, self.links)

    def content(self, canonical: str | None) -> Content:
        picture = picture_of(self.lineage) if len(self.held) > 1 else None
        html = render(
            "series.html",
            series=self.series,
            picture=picture and self._picture(picture),
            signs=CELLS,
            bar=BAR,
            not_known=NOT_KNOWN,
            lives=self._lives(),
            whole_address=canonical and f"{canonical}{self.address}",
            raised=any(
                passage.since != line.life.first.place.symbol
                for part in self.lineage.parts
                for line in part.lines
                for passage in line.life.passages
            ),
            shared=self.shared,
            held=[self._option(symbol) for symbol in self.history.held],
            members=[self._member(member) for member in self.series.members],
            homeless=list(self._homeless()),
            language=self.texts[0].resolution.language,
            to=self.links.to,
        )
        count = len(self.series.members)
        organ = organ_name(self.series.members[-1].symbol)
        description = f"{self.series.name}: {count} resolutions of the {organ}."
        page = index_content(
            self.address, self.series.name, description, html, "series", self.links, self.texts
        )
        outline = tuple(self._outline(picture is not None))
        ids = (*page.ids, *self._ids(), *(h.id for one in outline for h in (one, *one.below)))
        return replace(page, ids=ids, outline=outline, wide=picture is not None)

    # --- picture -------------------------------------------------------------------------------

    def _picture(self, picture: Picture) -> dict[str, Any]:
        most = max(picture.most, 1)
        return {
            "columns": (columns := [self._column(column, most) for column in picture.columns]),
            "unknown_votes": any(NOT_KNOWN in column["vote"] for column in columns),
            "parts": [
                (part, [self._row(row, picture.columns) for row in rows])
                for part, rows in picture.parts
            ],
        }

    def _column(self, column: Column, most: int) -> dict[str, Any]:
        first = column.held is None or column.held.symbol == self.history.held[0]
        sizes = (column.added, column.removed)
        return {
            "held": column.held,
            "members": column.members,
            "added": column.added,
            "removed": column.removed,
            "bars": None if first else [-(-size * BAR // most) for size in sizes],
            "vote": vote_figures(column.adoption.vote, column.adoption.procedure)
            if column.held
            else (),
        }

    def _row(self, row: Row, columns: tuple[Column, ...]) -> dict[str, Any]:
        spot, last = row.line.spot, row.line.life.stages[-1]
        return {
            "label": spot.label,
            "phrase": spot.phrase or "",
            "depth": min(spot.depth, 3),
            "is_still": row.is_still,
            "is_gone": last.place.symbol != self.history.held[-1],
            "parted_from": _anchor(row.line.life.parted_from),
            "merged_into": _anchor(row.line.life.merged_into),
            "cells": [
                {
                    "kind": cell.kind,
                    "anchor": cell.anchor,
                    "name": cell.name,
                    "void": column.held is None,
                }
                for cell, column in zip(row.cells, columns, strict=True)
            ],
        }

    # --- lives and members -----------------------------------------------------------------------

    def _lives(self) -> list[dict[str, Any]]:
        lives = Lives(self.lineage)
        return [
            {"id": part.id, "name": part.name, "lives": [lives.view(line) for line in part.lines]}
            for part in self.lineage.parts
        ]

    def _option(self, symbol: Any) -> dict[str, Any]:
        adopted = self.held[symbol].masthead.adopted
        return {
            "slug": symbol.slug,
            "symbol": symbol.spoken,
            "address": symbol.address,
            "year": (adopted or "")[:4],
        }

    def _member(self, member: Member) -> dict[str, Any]:
        held = self.held.get(member.symbol)
        adoption = held.masthead.adoption if held else None
        return {
            "slug": member.symbol.slug,
            "symbol": str(member.symbol),
            "address": member.symbol.address,
            "held": member.held,
            "iso": member.date,
            "date": long_date(member.date),
            "vote": vote_words(adoption.vote, adoption.procedure) if adoption else "",
            "official": official_url(str(member.symbol), self.official),
        }

    def _homeless(self) -> Iterator[dict[str, Any]]:
        for symbol, names in self.lineage.homeless():
            texts = {clause.id: clause.text for clause in self.held[symbol].clauses()}
            headings = [
                {
                    "anchor": anchor_of(symbol, name),
                    "address": f"{symbol.address}#{name}",
                    "words": texts[name] or name,
                }
                for name in names
            ]
            if headings:
                yield {"symbol": symbol.spoken, "headings": headings}

    # --- outline ---------------------------------------------------------------------------------

    def _outline(self, pictured: bool) -> Iterator[Heading]:
        if pictured:
            yield Heading("picture", "The picture")
            yield Heading("two-years", "Any two years compared")
        parts = (Heading(f"lives-{part.id}", part.name) for part in self.lineage.parts)
        yield Heading("lives", "The life of every clause" if pictured else "Clauses", tuple(parts))
        if self.shared:
            yield Heading("shared", "What the members share")
        yield Heading("members", "Members")
        if any(self._homeless()):
            yield Heading("headings", "Headings")

    def _ids(self) -> Iterator[str]:
        yield from (member.symbol.slug for member in self.series.members)
        for symbol, resolution in self.held.items():
            yield from (anchor_of(symbol, clause.id) for clause in resolution.clauses())


def _anchor(place: ClausePlace | None) -> str:
    return anchor_of(place.symbol, place.id) if place else ""
