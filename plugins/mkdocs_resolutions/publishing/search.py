"""Search records: one for each page and each clause, for whatever engine the site uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_resolutions.model import Resolution, Symbol
from mkdocs_resolutions.publishing.labels import Labels, heading_words


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What can be found: the address below the site's root, its title, its plain words.

    `symbol` has the forms in which people ask for a resolution by its number, of the record of its
    page; `place` those of a place in it: "77/79 op8". `weight` is less than 1 for what would
    come first by words that nobody asked for.
    """

    address: str
    title: str
    text: str
    symbol: str = ""
    place: str = ""
    weight: float = 1


OF_TABLE = 0.15
"""The weight of a table: a number that is asked for is the beginning of many of its figures."""


def page_record(address: str, title: str, text: str, symbol: Symbol | None = None) -> SearchRecord:
    """The record of a whole page; `symbol` is that of the resolution that it is of."""
    return SearchRecord(address, title, text, _asked(symbol) if symbol else "")


def _asked(symbol: Symbol) -> str:
    """How a resolution is asked for by number: `77/79 79`, `79/259A 259 A.`, of which "79/259 A" is
    two beginnings. With a dot, as engines leave out the word "a" (overrides/repairs.py)."""
    return " ".join(filter(None, (symbol.short, str(symbol.number or ""), _part(symbol))))


def _part(symbol: Symbol) -> str:
    return f"{symbol.part}." if symbol.part else ""


def search_records(resolution: Resolution) -> Iterator[SearchRecord]:
    """The record of the page, then one for each clause and footnote, with its fragment."""
    symbol, masthead = resolution.symbol, resolution.masthead
    page, labels = symbol.address, Labels(resolution)
    # People type 77/79: engines take A/RES/77/79 for one word, of which that is no beginning.
    words = (symbol.spoken, *(item.title for item in masthead.agenda))
    title = f"{symbol} {masthead.title}"
    asked = f"{symbol.short} {_part(symbol)}".strip()
    yield page_record(page, title, " ".join(filter(None, words)), symbol)
    for clause in resolution.clauses():
        label = labels.of(clause.id)
        name, place = f"{label} {clause.phrase or ''}".rstrip(), f"{asked} {clause.id}"
        if clause.kind == "heading":
            name = heading_words(clause)
            place += f" {label}" if clause.num else ""
        cells = " ".join(cell.text for row in clause.rows for cell in row)
        title = f"{symbol.short}, {name}"
        weight = OF_TABLE if clause.rows else 1
        yield SearchRecord(
            f"{page}#{clause.id}",
            title,
            clause.text or cells,
            place=place,
            weight=weight,
        )
    for note in resolution.footnotes:
        title = f"{symbol.short}, footnote {note.num}"
        yield SearchRecord(f"{page}#{note.id}", title, note.text, place=f"{asked} {note.id}")
