"""Search records: one for each page and each clause, for whatever engine the site uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.publishing.labels import Labels


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What can be found: the address below the site's root, its title, its plain words."""

    address: str
    title: str
    text: str


def search_records(resolution: Resolution) -> Iterator[SearchRecord]:
    """The record of the page, then one for each clause and footnote, with its fragment."""
    symbol, masthead = resolution.symbol, resolution.masthead
    page, labels = symbol.address, Labels(resolution)
    # People type 77/79: engines take A/RES/77/79 for one word, of which that is no beginning.
    yield SearchRecord(
        page,
        f"{symbol} {masthead.title}",
        " ".join(filter(None, (symbol.short, *(item.title for item in masthead.agenda)))),
    )
    for clause in resolution.clauses():
        phrase = f" {clause.phrase}" if clause.phrase else ""
        name = f"{labels.of(clause.id)}{phrase}" if clause.kind != "heading" else clause.text
        cells = " ".join(cell.text for row in clause.rows for cell in row)
        yield SearchRecord(f"{page}#{clause.id}", f"{symbol.short}, {name}", clause.text or cells)
    for note in resolution.footnotes:
        title = f"{symbol.short}, footnote {note.num}"
        yield SearchRecord(f"{page}#{note.id}", title, note.text)
