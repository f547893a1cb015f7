"""Every file of the golden corpus gives what it gave when last blessed, and sound JSON."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import golden
from mkdocs_resolutions.publishing.record import schema

EACH_FILE = pytest.mark.parametrize("path", golden.FILES, ids=lambda path: path.stem)

parsed = cache(golden.parse_to_json)


@EACH_FILE
def test_golden(path: Path, request: pytest.FixtureRequest) -> None:
    problem = golden.compare(path, bless=request.config.getoption("--bless"))
    if problem:
        pytest.fail(problem, pytrace=False)


def test_no_expectation_is_left_over() -> None:
    wanted = {golden.expectation(path).name for path in golden.FILES}
    found = {path.name for path in golden.EXPECTED.glob("*.json")}
    assert {name for name in found if not name.endswith(".actual.json")} <= wanted


@EACH_FILE
def test_it_is_what_the_schema_says(path: Path) -> None:
    validator = Draft202012Validator(schema())
    errors = [
        f"{error.json_path}: {error.message[:300]}"
        for resolution in parsed(path)
        for error in validator.iter_errors(resolution)
    ]
    assert errors == []


@EACH_FILE
def test_no_two_things_share_an_id(path: Path) -> None:
    for resolution in parsed(path):
        places = [*every_clause(resolution), *resolution["annexes"]]
        ids = [place["id"] for place in (*places, *resolution["footnotes"])]
        ids += [alias for place in places for alias in place["aliases"]]
        assert sorted(set(ids)) == sorted(ids)


@EACH_FILE
def test_references_and_marks_stand_where_they_say(path: Path) -> None:
    for resolution in parsed(path):
        for owner in (*every_clause(resolution), *resolution["footnotes"]):
            for reference in owner["references"]:
                assert owner["text"][reference["start"] : reference["end"]] == reference["text"]
            for mark in owner.get("footnotes", []):
                assert 0 <= mark["offset"] <= len(owner["text"])
        for reference in resolution["references"]:
            text = resolution[reference["field"]]["text"]
            assert text[reference["start"] : reference["end"]] == reference["text"]


@EACH_FILE
def test_marks_and_notes_belong_together(path: Path) -> None:
    for resolution in parsed(path):
        marked = {mark["id"] for clause in every_clause(resolution) for mark in clause["footnotes"]}
        notes = {note["id"]: note["orphan"] for note in resolution["footnotes"]}
        words = " ".join(line["text"] for line in resolution["printed"])
        above = {note["id"] for note in resolution["footnotes"] if note["num"] in words}
        unmarked = {note for note, orphan in notes.items() if orphan}
        assert not unmarked & marked
        assert notes.keys() - unmarked - above <= marked <= notes.keys()


@EACH_FILE
def test_a_text_begins_with_its_opening(path: Path) -> None:
    for resolution in parsed(path):
        for clause in every_clause(resolution):
            assert clause["text"].startswith(clause["phrase"] or "")


@EACH_FILE
def test_no_word_is_lost(path: Path) -> None:
    for resolution in parsed(path):
        assert not [notice for notice in resolution["notices"] if notice["rule"] == "words-lost"]


def every_clause(resolution: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The clauses of all parts with their sub-clauses."""

    def walk(clauses: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for clause in clauses:
            yield clause
            yield from walk(clause["clauses"])

    yield from walk(resolution["preamble"])
    yield from walk(resolution["operative"])
    for annex in resolution["annexes"]:
        yield from walk(annex["clauses"])


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one file in a folder of its own, whose parser gives what `answer` holds."""
    monkeypatch.setattr(golden, "ROOT", tmp_path)
    monkeypatch.setattr(golden, "EXPECTED", tmp_path / "expected")
    return tmp_path / "raw.txt"


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(golden, "parse_to_json", lambda path: [{"lines": lines}])


def test_a_mismatch_is_written_beside_and_blessed(
    scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = golden.EXPECTED / "raw.actual.json"
    answer(monkeypatch, "one")
    assert "not there yet" in (golden.compare(scratch) or "")
    assert golden.compare(scratch, bless=True) is None
    answer(monkeypatch, "two")
    problem = golden.compare(scratch) or ""
    assert '-      "one"' in problem
    assert "make bless" in problem
    assert '"two"' in beside.read_text(encoding="utf-8")
    answer(monkeypatch, "one")
    assert golden.compare(scratch) is None
    assert not beside.exists()


def test_a_long_difference_is_cut(scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch)
    golden.compare(scratch, bless=True)
    answer(monkeypatch, *map(str, range(500)))
    problem = golden.compare(scratch) or ""
    assert "more lines" in problem
    assert len(problem.splitlines()) < golden.LONGEST_DIFF + 5
