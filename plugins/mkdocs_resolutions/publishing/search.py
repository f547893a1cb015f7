"""Search records: one for each page and each clause, for whatever engine the site uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.publishing.labels import label_of


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What can be found: the address below the site's root, its title, its plain words."""

    address: str
    title: str
    text: str


def search_records(resolution: Resolution) -> Iterator[SearchRecord]:
    """The record of the page, then one for each clause and footnote, with its fragment."""
    page = resolution.symbol.address
    masthead = resolution.masthead
    yield SearchRecord(
        page,
        f"{resolution.symbol} {masthead.title}",
        " ".join(filter(None, (item.title for item in masthead.agenda))),
    )
    for clause in resolution.clauses():
        phrase = f" {clause.phrase}" if clause.phrase else ""
        title = f"{label_of(clause.id)}{phrase}" if clause.kind != "heading" else clause.text
        yield SearchRecord(f"{page}#{clause.id}", title, clause.text)
    for note in resolution.footnotes:
        yield SearchRecord(f"{page}#{note.id}", f"Footnote {note.num}", note.text)
