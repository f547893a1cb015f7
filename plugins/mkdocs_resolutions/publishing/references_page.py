"""The page of references: what is cited most, what to fetch next, what stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.linking import MASTHEAD, Doubt
from mkdocs_resolutions.publishing.content import Content, Heading, PageLinks, render
from mkdocs_resolutions.publishing.documents import SORTS, Cited
from mkdocs_resolutions.publishing.index_pages import index_content
from mkdocs_resolutions.publishing.labels import Labels

ADDRESS = "references/"
MISSING = f"{ADDRESS}missing.txt"
"""The list of what to fetch next, for programs."""
SHOWN = 25
"""Documents in each table of the most cited; the others stand in the data."""
TO_FETCH = 100
"""Resolutions on the page that are cited and not held; the others stand in the list."""
DOUBTS = 100
"""Doubts of each rule on the page; the others stand in the data."""

_DOUBTS = {
    "reference-ambiguous": ("open", "Open: no link"),
    "reference-missing": ("places", "A place that the cited text does not have"),
    "reference-contradicted": ("contradicted", "The link of the raw file says otherwise"),
}
"""The rules of doubts, each with the id and the words of its heading."""


def references_page(corpus: Corpus, documents: Sequence[Cited]) -> Content:
    """The page of a corpus; `documents` are all that it cites, the most cited first."""
    links = PageLinks(ADDRESS)
    view = _View(links)
    missing = [one for one in documents if not one.held and one.assembly]
    others = [one for one in documents if not one.held and not one.assembly]
    doubts = list(_doubts(corpus))
    html = render(
        "references.html",
        texts=len(corpus.texts),
        documents=len(documents),
        references=sum(one.references for one in documents),
        held=sum(one.held is not None for one in documents),
        most=[view.sort(sort, name, documents) for sort, name in SORTS.items()],
        missing=[view.row(one) for one in missing[:TO_FETCH]],
        missing_count=len(missing),
        missing_file=MISSING,
        others=[view.row(one) for one in others[:SHOWN]],
        others_count=len(others),
        doubts=[view.doubts(rule, doubts) for rule in _DOUBTS],
        to=links.to,
    )
    description = "What the resolutions held here cite most, and what they cite that is not held."
    page = index_content(
        ADDRESS, "References", description, html, "references", links, corpus.texts
    )
    outline = tuple(_outline(documents))
    ids = (*page.ids, *(h.id for one in outline for h in (one, *one.below)))
    return replace(page, outline=outline, ids=ids)


def _doubts(corpus: Corpus) -> Iterator[tuple[Text, Doubt]]:
    """Every doubt with its text, in the order of the texts."""
    for text in corpus.texts:
        for doubt in text.linked.doubts:
            yield text, doubt


def _outline(documents: Sequence[Cited]) -> Iterator[Heading]:
    sorts = {one.sort for one in documents}
    below = (Heading(sort, name) for sort, name in SORTS.items() if sort in sorts)
    yield Heading("most", "Most cited", tuple(below))
    yield Heading("missing", "Resolutions that are cited and not held")
    yield Heading("not-held", "Other documents that are not held")
    yield Heading("doubts", "Doubts", tuple(Heading(*one) for one in _DOUBTS.values()))
    yield Heading("data", "Data")


class _View:
    """What the template shows, with links told from the page."""

    def __init__(self, links: PageLinks) -> None:
        self.links = links

    def row(self, one: Cited) -> dict[str, Any]:
        return {
            "cited": one,
            "label": one.assembly.spoken if one.assembly else one.symbol,
            "href": self.links.to(one.held.address) if one.held else one.url,
        }

    def sort(self, sort: str, name: str, documents: Iterable[Cited]) -> dict[str, Any]:
        found = [one for one in documents if one.sort == sort]
        rows = [self.row(one) for one in found[:SHOWN]]
        return {"id": sort, "name": name, "count": len(found), "rows": rows}

    def doubts(self, rule: str, doubts: Iterable[tuple[Text, Doubt]]) -> dict[str, Any]:
        found = [(text, doubt) for text, doubt in doubts if doubt.rule == rule]
        labels: dict[str, Callable[[str], str]] = {}
        rows = []
        for text, doubt in found[:DOUBTS]:
            resolution = text.resolution
            label = labels.setdefault(str(resolution.symbol), Labels(resolution).of)
            anchor = "" if doubt.place == MASTHEAD else f"#{doubt.place}"
            rows.append({
                "doubt": doubt,
                "symbol": resolution.symbol.spoken,
                "label": label(doubt.place),
                "href": self.links.to(f"{resolution.symbol.address}{anchor}"),
                "file": doubt.origin.file,
            })  # fmt: skip
        ident, name = _DOUBTS[rule]
        return {"id": ident, "name": name, "count": len(found), "rows": rows}
