"""What the head of a page tells search engines and citation managers.

JSON-LD in the words of schema.org (`Legislation`), which search engines read; `citation_…` in the
manner of Highwire, which Zotero, Mendeley and Google Scholar read; and a few words of ELI, the
European Legislation Identifier, which registers of laws read. Nothing for what is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.linking import THIS
from mkdocs_resolutions.model import Reference, official_url
from mkdocs_resolutions.publishing.address import series_address
from mkdocs_resolutions.publishing.content import Place
from mkdocs_resolutions.publishing.labels import author_name

_ELI = "http://data.europa.eu/eli/ontology#"


def head_html(text: Text, corpus: Corpus, place: Place) -> str:
    """What stands in the head of the page of a resolution."""
    if text.resolution.symbol.is_invented:
        return ""
    data = {name: value for name, value in _legislation(text, corpus, place).items() if value}
    lines = [_data_block(data), *_highwire(text, place), *_eli(text)]
    return "".join(f"{line}\n" for line in lines)


def with_head(page: str, head: str) -> str:
    """A page with more in its head."""
    return page.replace("</head>", f"{head}</head>", 1)


def _data_block(data: dict[str, Any]) -> Markup:
    """Data that no policy of a page forbids, since it never runs; no word of it ends the block."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        words = words.replace(sign, f"\\u{ord(sign):04x}")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(words))


def _legislation(text: Text, corpus: Corpus, place: Place) -> dict[str, Any]:
    resolution, masthead = text.resolution, text.resolution.masthead
    symbol = resolution.symbol
    official = official_url(str(symbol), place.official)
    address = place.canonical and f"{place.canonical}{symbol.address}"
    series = corpus.histories.series_of(symbol)
    return {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": masthead.title or str(symbol),
        "legislationIdentifier": str(symbol),
        "legislationType": "Resolution",
        "legislationDate": masthead.adopted,
        "legislationPassedBy": {"@type": "Organization", "name": author_name(symbol)},
        "inLanguage": resolution.language,
        "isPartOf": series
        and place.canonical
        and {
            "@type": "CreativeWorkSeries",
            "name": series.name,
            "url": f"{place.canonical}{series_address(series.slug)}",
        },
        "sameAs": official,
        "isBasedOn": official,
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": "text/html",
            "inLanguage": resolution.language,
            "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        },
        "citation": list(_cited(text, corpus, place)),
    }


def _cited(text: Text, corpus: Corpus, place: Place) -> Iterator[dict[str, Any]]:
    """The documents that it cites, each once, in the order of its clauses and notes."""
    seen = {THIS, str(text.resolution.symbol)}
    for references in text.linked.references.values():
        for reference in references:
            if reference.symbol and reference.symbol not in seen:
                seen.add(reference.symbol)
                yield _document(reference, reference.symbol, corpus, place)


def _document(reference: Reference, symbol: str, corpus: Corpus, place: Place) -> dict[str, Any]:
    held = corpus.by_symbol.get(symbol)
    url = reference.url
    if held and place.canonical:
        url = f"{place.canonical}{held.resolution.symbol.address}"
    passed = reference.kind.endswith("resolution")
    kind, name = ("Legislation", "legislationIdentifier") if passed else ("CreativeWork", "name")
    return {"@type": kind, name: symbol, **({"url": url} if url else {})}


def _highwire(text: Text, place: Place) -> Iterator[Markup]:
    """As a report of an institution, the one kind of Highwire's that has a number."""
    resolution, masthead = text.resolution, text.resolution.masthead
    facts = {
        "title": masthead.title or str(resolution.symbol),
        "technical_report_institution": author_name(resolution.symbol),
        "technical_report_number": str(resolution.symbol),
        "publication_date": (masthead.adopted or "").replace("-", "/"),
        "language": resolution.language,
        "public_url": place.canonical and f"{place.canonical}{resolution.symbol.address}",
    }
    for name, value in facts.items():
        if value:
            yield Markup('<meta name="citation_{}" content="{}">').format(name, value)


def _eli(text: Text) -> Iterator[Markup]:
    """What ELI says of a version of a law; that it has no legal value first of all."""
    resolution, masthead = text.resolution, text.resolution.masthead
    facts = {
        "id_local": str(resolution.symbol),
        "title": masthead.title,
        "date_document": masthead.adopted,
        "number": str(resolution.symbol.number),
    }
    link = '<link prefix="eli: {0}" property="eli:legal_value" href="{0}LegalValue-unofficial">'
    yield Markup(link).format(_ELI)
    for name, value in facts.items():
        if value:
            line = '<meta prefix="eli: {}" property="eli:{}" content="{}">'
            yield Markup(line).format(_ELI, name, value)
