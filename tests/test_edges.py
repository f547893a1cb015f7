"""The references of a corpus as data, over texts whose references go wrong in every way."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from mkdocs_resolutions.corpus import Corpus, load
from mkdocs_resolutions.model import Reference, Symbol
from mkdocs_resolutions.publishing.documents import cited_documents, documents_cited, to_fetch
from mkdocs_resolutions.publishing.edges import (
    EDGES,
    _harmless,
    edges_csv,
    graphml,
    missing_txt,
    references_json,
    references_schema,
)
from mkdocs_resolutions.publishing.record import resolution_record
from tangled import FOUR, NOT_HELD, ONE, SYMBOLS, THREE, TWO, write_tangle

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("tangle")
    return load(write_tangle(folder), root=folder)


def test_doubts_say_what_their_notices_say(corpus: Corpus) -> None:
    found = [doubt for text in corpus.texts for doubt in text.linked.doubts]
    assert Counter(doubt.rule for doubt in found) == {
        "reference-missing": 2, "reference-ambiguous": 2, "reference-contradicted": 1,
    }  # fmt: skip
    notices = [notice for notice in corpus.notices if notice.rule.startswith("reference-")]
    assert [doubt.notice for doubt in found] == notices
    assert {notice.severity for notice in notices} == {"info"}


def test_a_place_that_is_not_there_is_named_with_the_place_that_cites_it(corpus: Corpus) -> None:
    doubt = corpus.by_symbol[ONE].linked.doubts[0]
    assert (doubt.place, doubt.why) == ("op1", f"{TWO} has no op99")
    assert doubt.origin.path == "A_RES_77_961.txt"


def test_cited_documents_stand_with_their_counts_the_most_cited_first(corpus: Corpus) -> None:
    found = {one.symbol: one for one in cited_documents(corpus)}
    counts = {symbol: (one.resolutions, one.references) for symbol, one in found.items()}
    assert counts[NOT_HELD] == (3, 3)
    # What cites itself is no citer of itself; two texts that cite each other are.
    assert counts[ONE] == (2, 3)
    assert counts[TWO] == (1, 4)
    order = [one.resolutions for one in found.values()]
    assert order == sorted(order, reverse=True)
    assert (found[ONE].name, found[ONE].held) == ("Lamps & <wicks> of 961", Symbol.parse(ONE))
    council = found["S/RES/1325(2000)"]
    assert (council.sort, council.when, council.held) == ("council", "2000", None)


def test_nothing_invented_is_counted_among_the_real(corpus: Corpus) -> None:
    documents = cited_documents(corpus)
    assert "LAMP/RES/4/2" in documents_cited(corpus.by_symbol[FOUR])
    assert [one.symbol for one in documents if "LAMP" in one.symbol] == []
    assert "LAMP" not in edges_csv(corpus)
    assert "LAMP" not in graphml(corpus, documents)


def test_what_to_fetch_is_a_list_of_symbols(corpus: Corpus) -> None:
    documents = cited_documents(corpus)
    assert missing_txt(documents) == f"{NOT_HELD}\n"
    assert [symbol.address for symbol in to_fetch(documents)] == [f"{NOT_HELD}/"]


def test_no_symbol_climbs_and_no_number_is_absurd(corpus: Corpus) -> None:
    for text in corpus.texts:
        for symbol in documents_cited(text):
            assert ".." not in symbol
            assert not re.search(r"[0-9]{8}", symbol)


# --- JSON ------------------------------------------------------------------------------------


def test_the_json_is_to_its_schema_and_says_what_stands_beside_the_pages(corpus: Corpus) -> None:
    record = json.loads(references_json(corpus))
    schema = references_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(record, schema, cls=jsonschema.Draft202012Validator)
    assert [*record["resolutions"]] == [*SYMBOLS]
    rows = record["resolutions"][ONE]["references"]
    found = [dict(zip(record["columns"]["references"], row, strict=True)) for row in rows]
    beside = [
        one for clause in _clauses(resolution_record(corpus.by_symbol[ONE])) for one in clause
    ]
    assert [one for one in found if one["place"] != "masthead"] == beside


def _clauses(record: dict[str, list[dict[str, object]]]) -> list[list[dict[str, object]]]:
    """The references of each clause of a record, with its id."""
    names = ("start", "end", "text", "kind", "symbol", "target", "status")
    return [
        [
            {"place": clause["id"], **{name: reference[name] for name in names}}
            for reference in clause["references"]  # type: ignore[attr-defined]
        ]
        for clause in (*record["preamble"], *record["operative"])
    ]


def test_the_schema_knows_every_kind_and_refuses_another(corpus: Corpus) -> None:
    schema = references_schema()
    known = schema["$defs"]["reference"]["prefixItems"][4]["enum"]
    kinds = Reference.__dataclass_fields__["kind"].type
    assert kinds == "ReferenceKind"
    record = json.loads(references_json(corpus))
    record["resolutions"][ONE]["references"][0][4] = "novel"
    assert "novel" not in known
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema, cls=jsonschema.Draft202012Validator)


# --- CSV -------------------------------------------------------------------------------------


def test_the_csv_is_what_its_standard_says(corpus: Corpus) -> None:
    text = edges_csv(corpus)
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    rows = [*csv.reader(io.StringIO(text, newline=""), strict=True)]
    assert tuple(rows[0]) == EDGES
    assert {len(row) for row in rows} == {len(EDGES)}
    assert [ONE, "op1", TWO, "op99", "ga-resolution", "missing"] in rows
    assert [ONE, "op3", ONE, "op88", "paragraph", "missing"] in rows
    assert [THREE, "pp1", THREE, "", "ga-resolution", "held"] in rows


@pytest.mark.parametrize("field", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_field_is_a_formula(field: str) -> None:
    assert _harmless(field) == f"'{field}"
    assert _harmless(f"A{field}") == f"A{field}"


# --- GraphML ---------------------------------------------------------------------------------


def test_the_graph_is_as_the_schema_of_graphml_has_it(corpus: Corpus) -> None:
    root = etree.fromstring(graphml(corpus, cited_documents(corpus)).encode())
    assert root.tag == f"{NAMESPACE}graphml"
    names = [etree.QName(child).localname for child in root]
    assert names == ["key"] * (len(names) - 1) + ["graph"]
    keys = {str(key.get("id")): str(key.get("for")) for key in root.iter(f"{NAMESPACE}key")}
    assert {key.get("attr.type") for key in root.iter(f"{NAMESPACE}key")} <= {
        "boolean", "int", "long", "float", "double", "string",
    }  # fmt: skip
    (graph,) = root.iter(f"{NAMESPACE}graph")
    assert graph.get("edgedefault") == "directed"
    nodes = [str(node.get("id")) for node in graph.iter(f"{NAMESPACE}node")]
    assert len(nodes) == len(set(nodes))
    # An id is an NMTOKEN: it has no slash, no bracket and no space.
    assert all(re.fullmatch(r"[\w.:-]+", node) for node in nodes)
    for edge in graph.iter(f"{NAMESPACE}edge"):
        assert {edge.get("source"), edge.get("target")} <= {*nodes}
    for data in root.iter(f"{NAMESPACE}data"):
        owner = data.getparent()
        assert owner is not None
        assert keys[str(data.get("key"))] == etree.QName(owner).localname


def test_nodes_and_edges_say_what_they_are(corpus: Corpus) -> None:
    root = etree.fromstring(graphml(corpus, cited_documents(corpus)).encode())
    nodes = {str(node.get("id")): _data(node) for node in root.iter(f"{NAMESPACE}node")}
    by_symbol = {data["symbol"]: data for data in nodes.values()}
    assert by_symbol[ONE] == {
        "symbol": ONE, "title": "Lamps & <wicks> of 961", "date": "2022-12-07", "session": "77",
        "kind": "General Assembly resolution", "held": "true",
    }  # fmt: skip
    assert by_symbol[NOT_HELD]["held"] == "false"
    # The session that began in 2022 adopted it: no year is known for that.
    assert by_symbol["A/77/L.9"].get("date") is None
    edges = {
        (nodes[str(edge.get("source"))]["symbol"], nodes[str(edge.get("target"))]["symbol"]):
            int(_data(edge)["count"])
        for edge in root.iter(f"{NAMESPACE}edge")
    }  # fmt: skip
    assert (edges[ONE, TWO], edges[TWO, ONE]) == (4, 2)
    assert (ONE, ONE) not in edges
    assert sum(edges.values()) == sum(one.references for one in cited_documents(corpus))


def _data(element: etree._Element) -> dict[str, str]:
    return {str(data.get("key")): data.text or "" for data in element}


def test_two_runs_give_the_same(tmp_path: Path, corpus: Corpus) -> None:
    again = load([*reversed(write_tangle(tmp_path))], root=tmp_path)
    assert references_json(again) == references_json(corpus)
    assert edges_csv(again) == edges_csv(corpus)
    assert graphml(again, cited_documents(again)) == graphml(corpus, cited_documents(corpus))
