"""The JSON Schema: it takes the contract's example, refuses what breaks it, and knows the model."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from mkdocs_resolutions.corpus import Reading, link_reading
from mkdocs_resolutions.model import ClauseKind, ReferenceKind, Status
from mkdocs_resolutions.model.resolution import Procedure
from mkdocs_resolutions.notices import CATALOGUE
from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.publishing.record import resolution_record, schema, to_json
from mkdocs_resolutions.reading import read
from raw_texts import sound

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)

REFERENCE: dict[str, Any] = {
    "start": 26, "end": 31, "text": "63/71", "kind": "ga-resolution", "symbol": "A/RES/63/71",
    "target": "A/RES/63/71#op4", "status": "held", "dated": "2008-12-02",
    "url": "https://docs.un.org/en/A/RES/63/71",
}  # fmt: skip
CLAUSE: dict[str, Any] = {
    "id": "op3-a", "aliases": ["s1-op3-a"], "kind": "subparagraph", "num": "(a)", "phrase": None,
    "text": "To keep the lamps;\nTo keep the logs;", "line": 74,
    "footnotes": [{"id": "fn1", "offset": 118}], "references": [REFERENCE], "clauses": [],
}  # fmt: skip
HEADING = {**CLAUSE, "id": "h1", "kind": "heading", "level": 1}
TABLE = {
    **CLAUSE, "id": "op1-t1", "kind": "table", "num": None,
    "rows": [[{"text": "Lamps", "header": True, "span": 2}]], "notes": ["a Lit."],
}  # fmt: skip
RESOLUTION: dict[str, Any] = {
    "symbol": "A/RES/77/79", "aliases": [], "language": "en", "title": "Implementation of …",
    "session": "77", "references": [{**REFERENCE, "field": "origin"}],
    "agenda": [{"item": "99 (nn)", "title": "General and complete disarmament: …"}],
    "origin": {"committee": "First Committee", "documents": ["A/77/385"], "paragraph": "110",
               "text": "[on the report of the First Committee (A/77/385, para. 110)]"},
    "adopted": "2022-12-07", "meeting": "46th plenary meeting", "issued": "2022-12-15",
    "reissued": None, "enacting": "The General Assembly,",
    "adoption": {"procedure": "recorded_vote", "record": "A/77/PV.46", "vote": {
        "in_favour": 144, "against": 1, "abstaining": 37,
        "by_state": {"AFG": {"name": "AFGHANISTAN", "vote": "in_favour"}}}},
    "draft": "A/C.1/77/L.68", "sponsors": [{"name": "Austria", "additional": False}],
    "source": {"path": "a.txt", "format": "text", "sha256": "0" * 64, "part": None},
    "sources": [{"path": "a.txt", "format": "text", "sha256": "0" * 64, "part": None}],
    "preamble": [{**CLAUSE, "id": "pp1", "kind": "preambular", "num": None, "phrase": "To keep"}],
    "operative": [HEADING, {**CLAUSE, "id": "op3", "clauses": [CLAUSE]}, TABLE],
    "annexes": [{"id": "annex1", "aliases": ["annex"], "heading": "Annex", "title": "Rules",
                 "line": 80, "clauses": []}],
    "footnotes": [{"id": "fn1", "num": "1", "text": "Ibid.", "line": 90, "orphan": False,
                   "references": []}],
    "printed": [{"field": "title", "text": "77/79. Implementation of …", "line": 1}],
    "furniture": [{"kind": "page-number", "text": "2/3", "line": 40}],
    "notices": [{"rule": "number-hole", "message": "Paragraph 5.", "path": "a.txt", "line": 12,
                 "page": None}],
}  # fmt: skip

# Where in the example, and a value that breaks the contract there.
BREAKS: list[tuple[str, object]] = [
    ("symbol", "A/RES/77/79 A"),
    ("symbol", "A/RES/217 (III)"),
    ("symbol", "a/res/77/79"),
    ("symbol", None),
    ("language", "de"),
    ("session", "077"),
    ("adopted", "7 December 2022"),
    ("adopted", "2022-13-07"),
    ("enacting", None),
    ("agenda.0.item", "99(nn)"),
    ("origin.documents.0", "A/77/385 "),
    ("adoption.procedure", "consensus"),
    ("adoption.procedure", "without_vote"),
    ("adoption.vote.against", -1),
    ("adoption.vote.by_state", {"AF": {"name": "AFGHANISTAN", "vote": "in_favour"}}),
    ("source.format", "txt"),
    ("source.sha256", "0" * 63),
    ("sources", []),
    ("preamble.0.id", "PP1"),
    ("preamble.0.id", "pp0"),
    ("preamble.0.kind", "pp"),
    ("preamble.0.level", 1),
    ("preamble.0.rows", []),
    ("preamble.0.text", "To  keep"),
    ("preamble.0.text", " To keep"),
    ("preamble.0.text", "To\u00a0keep"),
    ("preamble.0.text", "cluster\u2011munitions"),
    ("preamble.0.line", 0),
    ("preamble.0.footnotes.0.id", "fn0"),
    ("preamble.0.colour", "blue"),
    ("operative.0.level", 0),
    ("operative.1.clauses.0.id", "op3-A"),
    ("operative.2.rows.0.0.span", 0),
    ("annexes.0.id", "annexI"),
    ("footnotes.0.id", "1"),
    ("notices.0.rule", "Number hole"),
    ("notices.0.line", "12"),
    ("references.0.field", None),
    ("references.0.start", -1),
    ("references.0.kind", "resolution"),
    ("references.0.status", "unknown"),
    ("references.0.symbol", "S/RES/1325(2000)"),
    ("references.0.symbol", None),
    ("references.0.target", None),
    ("references.0.target", "A/RES/63/71#para4"),
    ("references.0.target", "A/RES/63/71 op4"),
    ("references.0.target", "A/RES/63/71#"),
    ("references.0.url", "javascript:alert(1)"),
    ("references.0.dated", "2 December 2008"),
]

TARGETS = [
    "A/RES/61/261#op4", "A/RES/217(III)A", "A/RES/ES-10/15#s2-op3", "this#op18", "this",
    "A/77/385#para110", "A/78/111#annex/sectIV/para26", "UNTS 2056/35597#art12/para3",
    "UNTS 2515/44910", "A/79/26#para180.q", "A/78/5(Vol.I)", "S/RES/1325(2000)#para4",
    "Charter of the United Nations#art12", "A/DEC/78/560",
]  # fmt: skip


def errors(resolution: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(resolution)]


def test_it_is_a_schema() -> None:
    VALIDATOR.check_schema(SCHEMA)


def test_the_example_is_taken() -> None:
    assert errors(RESOLUTION) == []


@pytest.mark.parametrize(("place", "value"), BREAKS, ids=lambda value: str(value)[:40])
def test_what_breaks_the_contract_is_refused(place: str, value: object) -> None:
    changed = copy.deepcopy(RESOLUTION)
    *way, last = (int(step) if step.isdecimal() else step for step in place.split("."))
    target: Any = changed
    for step in way:
        target = target[step]
    target[last] = value
    assert errors(changed)


@pytest.mark.parametrize("key", RESOLUTION)
def test_every_key_is_promised(key: str) -> None:
    assert errors({name: value for name, value in RESOLUTION.items() if name != key})


@pytest.mark.parametrize(
    "record", [CLAUSE, HEADING, TABLE, REFERENCE], ids=["clause", "heading", "table", "reference"]
)
def test_every_key_of_a_record_is_promised(record: dict[str, Any]) -> None:
    name = "reference" if record is REFERENCE else "clause"
    one = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
    one.validate(record)
    for key in record:
        assert not one.is_valid({other: value for other, value in record.items() if other != key})


def test_who_cites_may_be_told() -> None:
    citer = {
        "symbol": "A/RES/78/32",
        "place": "fn2",
        "target": "A/RES/77/79#op4",
        "text": "… 77/79",
    }
    assert errors({**RESOLUTION, "cited_by": [citer]}) == []
    for key in citer:
        less = {name: value for name, value in citer.items() if name != key}
        assert errors({**RESOLUTION, "cited_by": [less]}), key
    assert errors({**RESOLUTION, "cited_by": [{**citer, "place": "no place"}]})


@pytest.mark.parametrize(
    "note",
    [
        "League of Nations, Treaty Series, vol. XCIV (1929), No. 2138.",
        "United Nations, Treaty Series, vol. 2868, No. A-38544.",
        "A/56/1026-S/2002/932, annex II, and NPT/CONF.2000/28 (Parts I and II), part I.",
        "See https://www.un.org/a/b.pdf; Article 73 e of the Charter of the United Nations.",
        "See ICCD/COP(13)/21/Add.1, decision 7/COP.13, annex, and A/79/26, para. 180 (q).",
    ],
)
def test_the_record_of_whatever_a_note_cites_is_valid(note: str) -> None:
    parsed = parse(*read(sound("77/902", "See A/77/9.", note).encode(), "raw.txt"))
    (text,) = link_reading(Reading(Path("raw.txt"), "raw.txt", parsed), {})
    assert text.linked.of("fn1")
    assert errors(json.loads(to_json(resolution_record(text)))) == []


@pytest.mark.parametrize("target", TARGETS)
def test_targets_of_the_contract(target: str) -> None:
    reference = {
        **REFERENCE,
        "kind": "document",
        "symbol": target.partition("#")[0],
        "target": target,
    }
    assert errors({**RESOLUTION, "references": [{**reference, "field": "origin"}]}) == []


@pytest.mark.parametrize(
    ("place", "values"),
    [
        (("clause", "kind"), get_args(ClauseKind)),
        (("referenceKeys", "kind"), get_args(ReferenceKind)),
        (("referenceKeys", "status"), get_args(Status)),
        (("adoption", "procedure"), get_args(Procedure)),
    ],
    ids=lambda value: value[0],
)
def test_it_knows_the_same_words_as_the_model(
    place: tuple[str, str], values: tuple[str, ...]
) -> None:
    record, key = place
    assert sorted(SCHEMA["$defs"][record]["properties"][key]["enum"]) == sorted(values)


def test_rules_have_ids_of_its_form() -> None:
    rule = Draft202012Validator(SCHEMA["$defs"]["notice"]["properties"]["rule"])
    assert [name for name in CATALOGUE if not rule.is_valid(name)] == []


def test_everything_is_described() -> None:
    def undescribed(place: str, node: object) -> list[str]:
        if not isinstance(node, dict):
            return []
        own = [
            f"{place}.{name}"
            for name, value in node.get("properties", {}).items()
            if isinstance(value, dict) and "description" not in value
        ]
        below = [undescribed(f"{place}.{key}", value) for key, value in node.items()
                 if key not in ("if", "then", "else", "allOf")]  # fmt: skip
        return own + [name for names in below for name in names]

    assert undescribed("", SCHEMA) == []
