"""The whole publication: pages for the frame, and the files that stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.model import Symbol
from mkdocs_resolutions.publishing.address import relative, short_address
from mkdocs_resolutions.publishing.cited_by import cited_by_records
from mkdocs_resolutions.publishing.comparison_json import comparison_record, comparison_schema
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import Content, Place, render
from mkdocs_resolutions.publishing.documents import Cited, cited_documents
from mkdocs_resolutions.publishing.edges import (
    edges_csv,
    graphml,
    missing_txt,
    references_json,
    references_schema,
)
from mkdocs_resolutions.publishing.example import Example, as_example
from mkdocs_resolutions.publishing.feed import FEED, feed_xml
from mkdocs_resolutions.publishing.forms import FILES, Forms, file_of
from mkdocs_resolutions.publishing.index_pages import (
    parts_pages,
    series_index_page,
    session_pages,
    sessions_page,
)
from mkdocs_resolutions.publishing.latest import latest_page
from mkdocs_resolutions.publishing.lean import without_comments
from mkdocs_resolutions.publishing.record import resolution_record, schema, to_json
from mkdocs_resolutions.publishing.references_page import MISSING, references_page
from mkdocs_resolutions.publishing.resolution_page import resolution_page
from mkdocs_resolutions.publishing.series_page import series_pages

ASSETS = "assets/resolutions"
STYLES = (f"{ASSETS}/clauses.css", f"{ASSETS}/changes.css", f"{ASSETS}/cards.css")
SCRIPTS = tuple(f"{ASSETS}/{name}.js" for name in ("citing", "clauses", "changes", "cards"))
RAW = "source.txt"
"""Name of the published raw file. As plain text no browser runs what a raw file may hold."""

EditAddress = Callable[[Text], str | None]
"""Where the raw file of a text is edited, None where that is not known."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A file of the site that is no framed page: its path below the root and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything the rooms make of a corpus."""

    pages: tuple[Content, ...]
    extras: tuple[Extra, ...]


def publish(
    corpus: Corpus,
    official: str,
    edit: EditAddress = lambda text: None,
    canonical: str | None = None,
    about: str | None = None,
    name: str = "Resolutions",
    example: Example | None = None,
) -> Publication:
    """Make every page and file. `canonical` is the site's own address, ending in a slash; `about`
    the address of the page that says what the site is, None where there is none; `name` that of the
    site. A feed needs whole addresses: a site that does not know its own has none."""

    invented = example or Example(Corpus.of((), (), ()))

    concordances = (Concordance(corpus), Concordance(invented.corpus))

    def texts_of(concordance: Concordance, documents: Sequence[Cited]) -> Iterator[Content]:
        held = concordance.corpus
        by_symbol = {one.symbol: one for one in documents}
        # The newest first: so a search tells what has the same words and weighs the same.
        for text in sorted(held.texts, key=_adopted, reverse=True):
            place = Place(official, RAW, text.name, edit(text), about, canonical, invented.guide)
            yield resolution_page(text, concordance, place, by_symbol)
        yield from series_pages(held, official, by_symbol, canonical)

    documents = cited_documents(corpus)
    pages = [*texts_of(concordances[0], documents)]
    examples = texts_of(concordances[1], cited_documents(invented.corpus))
    pages += [as_example(page, invented.guide) for page in examples]
    pages += [sessions_page(corpus), *session_pages(corpus), *parts_pages(corpus)]
    pages += [series_index_page(corpus, invented.corpus)]
    pages.append(latest_page(corpus, FEED if canonical else None))
    pages.append(references_page(corpus, documents))
    extras = [extra for one in concordances for extra in _beside(one, canonical)]
    extras += [*_site_wide(corpus), *_assets(), *_references(corpus, documents)]
    extras += _redirects(corpus, pages, canonical)
    if canonical:
        extras.append(Extra(FEED, feed_xml(corpus, canonical, name).encode()))
    return Publication(tuple(pages), tuple(extras))


def _adopted(text: Text) -> str:
    return text.resolution.masthead.adopted or ""


def _beside(concordance: Concordance, canonical: str | None) -> Iterator[Extra]:
    """Beside each page: its data, what changed since the text before it, the raw file as plain text
    and the records for citation managers."""
    corpus = concordance.corpus
    for text in corpus.texts:
        folder = text.resolution.symbol.address
        cited_by = cited_by_records(text.resolution.symbol, concordance)
        record = to_json(resolution_record(text, cited_by), indent=1)
        yield Extra(f"{folder}index.json", f"{record}\n".encode())
        yield Extra(f"{folder}{RAW}", text.file.read_bytes())
        forms = Forms(text.resolution, canonical and f"{canonical}{folder}")
        for name, form in FILES.items():
            yield Extra(f"{folder}{name}", file_of(forms, form))
        comparison = corpus.histories.comparison_of(text.resolution.symbol)
        if comparison:
            changes = to_json(comparison_record(comparison))
            yield Extra(f"{folder}changes.json", f"{changes}\n".encode())


def _site_wide(corpus: Corpus) -> Iterator[Extra]:
    listing = [
        {
            "symbol": str(text.resolution.symbol),
            "title": text.resolution.masthead.title,
            "session": text.resolution.masthead.session,
            "adopted": text.resolution.masthead.adopted,
            "language": text.resolution.language,
            "page": text.resolution.symbol.address,
            "data": f"{text.resolution.symbol.address}index.json",
        }
        for text in corpus.texts
    ]
    yield Extra("resolutions.json", f"{to_json(listing, indent=1)}\n".encode())
    schemas = {
        "resolution": schema(),
        "comparison": comparison_schema(),
        "references": references_schema(),
    }
    for name, described in schemas.items():
        yield Extra(f"{name}.schema.json", f"{to_json(described, indent=1)}\n".encode())


def _references(corpus: Corpus, documents: Sequence[Cited]) -> Iterator[Extra]:
    """Who cites whom, for programs, and what to fetch next."""
    yield Extra("references.json", references_json(corpus).encode())
    yield Extra("references.csv", edges_csv(corpus).encode())
    yield Extra("references.graphml", graphml(corpus, documents).encode())
    yield Extra(MISSING, missing_txt(documents).encode())


def _assets() -> Iterator[Extra]:
    folder = files("mkdocs_resolutions.publishing") / "assets"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        yield Extra(f"{ASSETS}/{file.name}", without_comments(file.name, file.read_bytes()))


def _redirects(corpus: Corpus, pages: list[Content], canonical: str | None) -> Iterator[Extra]:
    """Short and English addresses, each leading to its page with the fragment kept."""
    symbols = [text.resolution.symbol for text in corpus.texts]
    addresses = {page.address for page in pages}
    wholes = {symbol.whole for symbol in symbols if symbol.whole.address in addresses}
    for symbol in sorted({*symbols, *wholes}):
        for address in (short_address(symbol), f"en/{symbol.address}"):
            if address not in addresses:
                yield _redirect(address, symbol, canonical)


def _redirect(address: str, symbol: Symbol, canonical: str | None) -> Extra:
    html = render(
        "redirect.html",
        title=str(symbol),
        target=symbol.address,
        to=lambda target: relative(target, address),
        canonical=f"{canonical}{symbol.address}" if canonical else None,
    )
    return Extra(f"{address}index.html", html.encode())
