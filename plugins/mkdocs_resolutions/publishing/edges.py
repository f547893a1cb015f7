"""The references of a corpus as data: JSON, an edge list as CSV, a graph as GraphML."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import PurePath
from typing import Any
from xml.sax.saxutils import escape

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.linking import THIS, Doubt
from mkdocs_resolutions.model import Symbol
from mkdocs_resolutions.publishing.documents import Cited, counts, documents_cited, to_fetch
from mkdocs_resolutions.publishing.record import to_json

COLUMNS = ("place", "start", "end", "text", "kind", "symbol", "target", "status")
DOUBTS = ("rule", "place", "text", "why", "path", "line")
EDGES = ("source", "source_place", "target", "target_place", "kind", "status")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
NODE_FACTS = ("symbol", "title", "date", "session", "kind", "held")


def references_json(corpus: Corpus) -> str:
    """Every reference and every doubt, by the symbol of the text; `references_schema()` says how.

    Rows stand under columns that are named once, and each text has a line of its own: names in
    every row would make the file more than twice as large.
    """
    lines = ",\n".join(
        f"{to_json(str(text.resolution.symbol))}: {to_json(_rows(text))}" for text in corpus.texts
    )
    columns = {"references": COLUMNS, "doubts": DOUBTS}
    return f'{{"columns": {to_json(columns)},\n"resolutions": {{\n{lines}\n}}}}\n'


def _rows(text: Text) -> dict[str, Any]:
    linked = text.linked
    return {
        "references": [
            (place, one.start, one.end, one.text, one.kind, one.symbol, one.target, one.status)
            for place, references in linked.references.items()
            for one in references
        ],
        "doubts": [_doubt(one) for one in linked.doubts],
    }


def _doubt(one: Doubt) -> tuple[str | int | None, ...]:
    name = PurePath(one.origin.path).name
    return one.rule, one.place, one.text, one.why, name, one.origin.line


def references_schema() -> dict[str, Any]:
    """The JSON Schema of `references_json`."""
    file = files("mkdocs_resolutions.publishing") / "schema" / "references.schema.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def edges_csv(corpus: Corpus) -> str:
    """A row for each reference whose document is known, to RFC 4180. What is real cites nothing
    invented.

    A field that a spreadsheet would run as a formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(EDGES)
    for text in corpus.texts:
        writer.writerows(map(_harmless, row) for row in _edges(text))
    return out.getvalue()


def _edges(text: Text) -> Iterator[tuple[str, ...]]:
    own = str(text.resolution.symbol)
    for place, references in text.linked.references.items():
        for one in references:
            if one.symbol is not None and (one.symbol == THIS or counts(one.symbol, text)):
                target, _, part = (one.target or "").partition("#")
                target = own if target == THIS else target
                yield own, place, target, part, one.kind, one.status


def _harmless(field: str) -> str:
    return f"'{field}" if field.startswith(_FORMULA) else field


def graphml(corpus: Corpus, documents: Iterable[Cited]) -> str:
    """The graph of who cites whom, to the GraphML schema: an edge says in how many references.

    Symbols are no names of nodes there, which take no slash: they stand in the data of each.
    """
    cited = {one.symbol: one for one in documents}
    symbols = sorted({*corpus.by_symbol, *cited})
    names = {symbol: f"n{number}" for number, symbol in enumerate(symbols)}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_GRAPHML}">']
    for name in NODE_FACTS:
        sort = "boolean" if name == "held" else "string"
        lines.append(f'<key id="{name}" for="node" attr.name="{name}" attr.type="{sort}"/>')
    lines.append('<key id="count" for="edge" attr.name="count" attr.type="int"/>')
    lines.append('<graph id="references" edgedefault="directed">')
    for symbol in symbols:
        facts = _facts(symbol, corpus.by_symbol.get(symbol), cited.get(symbol))
        data = "".join(f'<data key="{key}">{_xml(said)}</data>' for key, said in facts if said)
        lines.append(f'<node id="{names[symbol]}">{data}</node>')
    for source, target, count in _counted(corpus):
        if target in names:
            data = f'<data key="count">{count}</data>'
            ends = f'source="{names[source]}" target="{names[target]}"'
            lines.append(f"<edge {ends}>{data}</edge>")
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


def _facts(symbol: str, text: Text | None, cited: Cited | None) -> Iterator[tuple[str, str]]:
    """What is known of a document, by the keys of the graph."""
    yield "symbol", symbol
    if text:
        masthead, parsed = text.resolution.masthead, text.resolution.symbol
        yield "title", masthead.title
        yield "date", masthead.adopted or ""
        yield "session", parsed.session or ""
        yield "kind", "General Assembly resolution" if not parsed.is_invented else "resolution"
    elif cited:
        yield "title", cited.name
        yield "date", cited.date or (cited.when if cited.when.isdecimal() else "")
        yield "session", (cited.assembly.session or "") if cited.assembly else ""
        yield "kind", cited.kind
    yield "held", "true" if text else "false"


def _counted(corpus: Corpus) -> Iterator[tuple[str, str, int]]:
    """Who cites whom in how many references, itself excepted."""
    for text in corpus.texts:
        own = str(text.resolution.symbol)
        for symbol, count in sorted(documents_cited(text).items()):
            yield own, symbol, count


def _xml(text: str) -> str:
    return escape(_NO_XML.sub("", text))


def missing_txt(documents: Iterable[Cited]) -> str:
    """What to fetch next, a symbol a line, the most cited first."""
    symbols: tuple[Symbol, ...] = to_fetch(documents)
    return "".join(f"{symbol}\n" for symbol in symbols)
