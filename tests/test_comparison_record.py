"""Comparisons as JSON: to the letter of the contract, and as their schema says."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from mkdocs_resolutions.model import (
    Adoption,
    AgendaItem,
    Change,
    ClausePlace,
    Comparison,
    Direction,
    MastheadChanges,
    NoteChange,
    Opening,
    Qualifier,
    Run,
    Sponsor,
    Symbol,
    Vote,
    Weight,
)
from mkdocs_resolutions.model.comparison import ChangeKind
from mkdocs_resolutions.publishing.comparison_json import comparison_record, comparison_schema

SCHEMA = comparison_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
EARLIER, LATER = Symbol.resolution("76/905"), Symbol.resolution("77/902")
SAME = MastheadChanges(
    (Adoption("without_vote", "A/76/PV.1"), Adoption("without_vote", "A/77/PV.2"))
)
EDITED = Change(
    "edited", ("op3",), ("op2",),
    (Run("=", "Expresses "), Run("-", "strong"), Run("+", "grave"), Run("=", " concern;")),
    "substantive", ("opening",),
    Opening("Expresses strong concern", "Expresses grave concern", "stronger"),
    (Qualifier("as appropriate", added=True),), True,
    footnotes=(NoteChange("added", None, "Ibid.", None, "fn3"),),
)  # fmt: skip
BACK = Change(
    "added", (), ("pp15",), (Run("+", "Recalling"),),
    returned_from=ClausePlace(Symbol.resolution("75/62"), "pp17"),
    returned=(Run("-", "Also "), Run("=", "recalling")), asked_by="op4", words_of="op5",
)  # fmt: skip
COMPARISON = Comparison(EARLIER, LATER, SAME, (EDITED, BACK))
RECORD: dict[str, Any] = {
    "earlier": "A/RES/76/905", "later": "A/RES/77/902", "masthead": {},
    "changes": [
        {
            "kind": "edited", "weight": "substantive", "reasons": ["opening"],
            "opening": {"before": "Expresses strong concern", "after": "Expresses grave concern",
                        "direction": "stronger"},
            "qualifiers": [{"phrase": "as appropriate", "added": True}], "moved": True,
            "returned_from": None, "asked_by": None, "answered_by": None,
            "words_of": None, "words_in": None, "before": ["op3"], "after": ["op2"],
            "footnotes": [{"change": "added", "before": None, "after": "Ibid.",
                           "before_id": None, "after_id": "fn3"}],
            "runs": [["=", "Expresses "], ["-", "strong"], ["+", "grave"], ["=", " concern;"]],
            "returned": [], "table": [], "halves": [],
        },
        {
            "kind": "added", "weight": None, "reasons": [], "opening": None, "qualifiers": [],
            "moved": False, "returned_from": "A/RES/75/62#pp17", "asked_by": "op4",
            "answered_by": None, "words_of": "op5", "words_in": None, "before": [],
            "after": ["pp15"],
            "footnotes": [], "runs": [["+", "Recalling"]],
            "returned": [["-", "Also "], ["=", "recalling"]], "table": [], "halves": [],
        },
    ],
}  # fmt: skip

BREAKS: list[tuple[str, object]] = [
    ("earlier", "76/905"),
    ("masthead.date", "2022-12-07"),
    ("changes.0.kind", "moved"),
    ("changes.0.kind", "added"),
    ("changes.0.kind", "split"),
    ("changes.0.weight", "heavy"),
    ("changes.0.opening.direction", "louder"),
    ("changes.0.moved", None),
    ("changes.0.before", ["OP3"]),
    ("changes.0.after", ["op2", "op2"]),
    ("changes.0.after", []),
    ("changes.0.runs", [["~", "grave"]]),
    ("changes.0.runs", [["+", ""]]),
    ("changes.0.runs", [["+"]]),
    ("changes.0.footnotes.0.change", "moved"),
    ("changes.0.colour", "blue"),
    ("changes.1.returned_from", "A/RES/75/62"),
]


def with_masthead(**changes: Any) -> Any:
    masthead = replace(SAME, **changes)
    record = comparison_record(replace(COMPARISON, masthead=masthead))
    VALIDATOR.validate(json.loads(json.dumps(record)))
    return record["masthead"]


def test_it_is_a_schema() -> None:
    VALIDATOR.check_schema(SCHEMA)


def test_a_comparison_is_the_object_of_the_contract() -> None:
    record = comparison_record(COMPARISON)
    assert record == RECORD
    VALIDATOR.validate(record)


@pytest.mark.parametrize(("place", "value"), BREAKS, ids=lambda value: str(value)[:40])
def test_what_breaks_the_contract_is_refused(place: str, value: object) -> None:
    changed: Any = copy.deepcopy(RECORD)
    *way, last = (int(step) if step.isdecimal() else step for step in place.split("."))
    target = changed
    for step in way:
        target = target[step]
    target[last] = value
    assert not VALIDATOR.is_valid(changed)


@pytest.mark.parametrize("key", RECORD["changes"][0])
def test_every_key_of_a_change_is_promised(key: str) -> None:
    changed: Any = copy.deepcopy(RECORD)
    del changed["changes"][0][key]
    assert not VALIDATOR.is_valid(changed)


def test_a_split_tells_what_of_it_is_whose() -> None:
    runs = (Run("=", "Notes"), Run("-", " and"), Run("+", "\nAlso"), Run("=", " thanks"))
    note = NoteChange("removed", "See A/76/9.", None, "fn1", None)
    whole = Change("split", ("op1",), ("op1", "op2"), runs, "substantive", ("wording",))
    halves = (
        replace(whole, after=("op1",), runs=runs[:2]),
        replace(
            whole,
            after=("op2",),
            runs=(Run("+", "Also"), runs[3]),
            footnotes=(note,),
            weight="editorial",
        ),
    )
    split = replace(whole, footnotes=(note,), halves=halves)
    assert [split.half(name) for name in ("op1", "op2", "op3")] == [*halves, split]
    record = comparison_record(Comparison(EARLIER, LATER, SAME, (split,)))
    VALIDATOR.validate(record)
    (told,) = record["changes"]
    assert [one["weight"] for one in told["halves"]] == ["substantive", "editorial"]
    assert [(one["after"], one["runs"], len(one["footnotes"])) for one in told["halves"]] == [
        ("op1", [["=", "Notes"], ["-", " and"]], 0),
        ("op2", [["+", "Also"], ["=", " thanks"]], 1),
    ]


def test_the_masthead_says_only_what_differs() -> None:
    assert with_masthead() == {}
    assert with_masthead(title=("Lamps", "All lamps")) == {
        "title": {"before": "Lamps", "after": "All lamps"}
    }
    items = ((AgendaItem("9", "Light"),), ())
    assert with_masthead(agenda=items) == {
        "agenda": {"before": [{"item": "9", "title": "Light"}], "after": []}
    }
    assert with_masthead(sponsors_added=(Sponsor("Austria", additional=True),)) == {
        "sponsors": {"added": [{"name": "Austria", "additional": True}], "removed": []}
    }


def test_a_vote_is_told_in_figures_and_by_the_states_that_changed_it() -> None:
    told = with_masthead(
        adoption=(Adoption("without_vote"), Adoption("recorded_vote", None, Vote(9, 1, 2))),
        votes_changed=(("AUSTRIA", None, "in_favour"), ("Nowhere", "against", None)),
    )
    assert told == {
        "vote": {
            "before": {"procedure": "without_vote", "vote": None},
            "after": {"procedure": "recorded_vote",
                      "vote": {"in_favour": 9, "against": 1, "abstaining": 2}},
            "by_state": {
                "AUT": {"name": "AUSTRIA", "before": None, "after": "in_favour"},
                "Nowhere": {"name": "Nowhere", "before": "against", "after": None},
            },
        }
    }  # fmt: skip


def test_it_knows_the_same_words_as_the_model() -> None:
    change = SCHEMA["$defs"]["change"]["properties"]
    assert change["kind"]["enum"] == list(get_args(ChangeKind))
    assert change["weight"]["enum"] == [None, *get_args(Weight)]
    direction = SCHEMA["$defs"]["opening"]["properties"]["direction"]["enum"]
    assert direction == [*get_args(Direction), None]


def test_everything_is_described() -> None:
    def undescribed(place: str, node: object) -> list[str]:
        if not isinstance(node, dict):
            return []
        own = [
            f"{place}.{name}"
            for name, value in node.get("properties", {}).items()
            if "description" not in value
        ]
        below = [undescribed(f"{place}.{key}", value) for key, value in node.items()
                 if key != "allOf"]  # fmt: skip
        return own + [name for names in below for name in names]

    assert undescribed("", SCHEMA) == []
