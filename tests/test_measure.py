"""What `make measure` compares with: the witnesses, the shares, and what moved between reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import golden
from benchmarks.quality.chance import Chance, change, score
from benchmarks.quality.conserved import lost_letters
from benchmarks.quality.likeness import likeness
from benchmarks.quality.naive import naive_outlines, words_of_file
from benchmarks.quality.outline import Line, heading, letters, outline, spelling
from benchmarks.quality.report import moved
from benchmarks.quality.second import second_outline
from benchmarks.quality.shares import Share
from benchmarks.quality.verdicts import Verdict, read_verdicts
from benchmarks.quality.witnesses import hear
from mkdocs_resolutions.corpus import read_files
from mkdocs_resolutions.model import Symbol
from mkdocs_resolutions.model.resolution import walk

FILE = golden.RAW / "A_RES_80_918.xml"


def test_lines_get_the_ids_of_the_contract() -> None:
    told = [
        Line("operative", "", "Decides that:"),
        Line("section", "1"),
        Line("preambular", "", "Recalling lamps,"),
        Line("operative", "1.", "Urges all:"),
        Line("operative", "(a)", "To see;", depth=1),
        Line("operative", "(i)", "By night,", depth=2),
        Line("operative", "", "and by day;"),
        Line("operative", "2.", "Requests oil."),
        Line("operative", "", "It burns."),
        Line("section", "2"),
        Line("operative", "1.", "Urges others."),
        Line("annex", "1"),
        Line("operative", "", "Lamps."),
    ]
    assert [*outline(told)] == [
        "op0", "s1-pp1", "s1-op1", "s1-op1-a", "s1-op1-a-i", "s1-op1-end", "op2", "op2-x1",
        "s2-op1", "annex1-p1",
    ]  # fmt: skip


def test_headings_of_sections_and_annexes_are_known() -> None:
    heads = [heading(text) for text in ("XIV.", "II", "Annex", "Annex IX", "Annexes", "Lamps")]
    assert heads == [
        (Line("section", "14"),), (Line("section", "2"),), (Line("annex", "1"),),
        (Line("annex", "9"),), (), (),
    ]  # fmt: skip


def test_to_the_letter_means_white_space_and_forms_of_hyphens_apart() -> None:
    assert letters("a  non\u2011lamp\u00ad s") == letters("a non-lamps") != letters("a nonlamps")
    assert spelling("a  non\u2011lamp\u00ad ") == "a non-lamp" != spelling("anon-lamp")


def test_the_walk_believes_the_elements() -> None:
    (walk,) = naive_outlines(FILE).values()
    (reading,) = read_files([FILE])
    assert reading.parsed.resolution is not None
    ours = {clause.id: clause.text for clause in reading.parsed.resolution.clauses()}
    assert [*walk][:3] == ["pp1", "pp2", "op0"]
    same = walk.keys() & ours.keys()
    assert {"pp1", "pp2", "op1", "op1-a", "op1-b", "op2", "annex1-p1"} <= same
    assert [name for name in same if letters(walk[name]) != letters(ours[name])] == []


def test_a_letter_that_is_lost_is_counted() -> None:
    readings = read_files([FILE])
    assert lost_letters(words_of_file(FILE), readings) == 0
    assert lost_letters(f"{words_of_file(FILE)} ZZ", readings) == 2


def test_the_second_opinion_is_read(tmp_path: Path) -> None:
    told = [
        {"type": "title", "text": "80/9. Lamps"},
        {"type": "paragraph", "paragraph_type": "preambular", "text": "The General Assembly,"},
        {"type": "paragraph", "paragraph_type": "preambular", "text": "Recalling lamps,"},
        {"type": "paragraph", "paragraph_type": "operative", "paragraph_level": 1,
         "prefix": "1.", "text": "Urges all:"},
        {"type": "paragraph", "paragraph_type": "operative", "paragraph_level": 2,
         "prefix": "(a)", "text": "To see."},
        {"type": "paragraph", "paragraph_type": "preambular", "text": "9th plenary meeting"},
    ]  # fmt: skip
    file = tmp_path / "second.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert second_outline(file) == {
        "pp1": "Recalling lamps,", "op1": "Urges all:", "op1-a": "To see.",
    }  # fmt: skip


def test_a_hearing_counts_what_the_witnesses_agree_on() -> None:
    resolution = read_files([FILE])[0].parsed.resolution
    assert resolution is not None
    ours = {
        one.id: one.text for one in resolution.clauses() if one.kind not in ("heading", "table")
    }
    heard = hear(resolution, ours, ours)
    assert (heard.agreed, heard.is_disputed) == (True, False)
    assert heard.ids == heard.clauses == Share(len(ours), len(ours))
    other = {**ours, "pp1": "Recalling logs,"}
    assert hear(resolution, other, other).clauses == Share(len(ours) - 1, len(ours))
    fewer = dict(list(ours.items())[1:])
    assert hear(resolution, fewer, ours).is_disputed


def test_a_document_is_like_itself_and_unlike_nothing() -> None:
    resolution = read_files([FILE])[0].parsed.resolution
    assert resolution is not None
    assert {share.part for share in likeness(resolution, resolution).values()} == {1}
    assert likeness(None, resolution)["ids"].right == 0


def test_a_verdict_confirms_what_was_judged() -> None:
    verdict = Verdict("A/RES/80/9", ("walk",), "list", 2, ("op1-a", "!op1-x1"))
    assert verdict.confirms(["op1", "op1-a"])
    assert not verdict.confirms(["op1", "op1-x1"])
    assert not verdict.confirms(["op1", "op1-a", "op2"])


def test_verdicts_name_resolutions_and_who_erred() -> None:
    for verdict in read_verdicts().values():
        assert Symbol.parse(verdict.symbol).is_resolution
        assert set(verdict.erred) <= {"walk", "second", "ours", "file"}
        assert verdict.kind
        assert verdict.ids


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ({"a": {"b": [1, 2]}}, {"a": {"b": [1, 2]}}, []),
        ({"a": {"b": [1, 2]}}, {"a": {"b": [2, 2]}}, ["a › b: 1 of 2 50.00% → 2 of 2 100.00%"]),
        ({"a": {"b": 1}}, {"c": "d"}, ["a › b: 1 → nothing", "c: nothing → d"]),
        ({"told": ["a", "b"]}, {"told": ["b", "c"]}, ["told: no more a", "told: new c"]),
    ],
)
def test_only_what_moved_is_told(
    before: dict[str, object], after: dict[str, object], lines: list[str]
) -> None:
    assert [*moved(before, after)] == lines


def test_what_was_changed_by_chance_is_known_and_found() -> None:
    files = [*golden.RAW.iterdir(), *Path("content").rglob("*.txt")]
    texts = [one.parsed.resolution for one in read_files(sorted(files))]
    held = [one for one in texts if one]
    made = Chance()
    for text, other in zip(held, [*held[1:], held[0]], strict=True):
        later, drawn = change(text, other)
        assert (later, drawn) == change(text, other)
        score(made, drawn, text, later)
    assert made.texts == len(held)
    assert made.links.due > 150
    assert made.links.f1 > 0.98
    assert made.weights.due > 5


def test_nothing_comes_that_a_text_says_itself() -> None:
    text = read_files([FILE])[0].parsed.resolution
    assert text
    later, drawn = change(text, text)
    ids = {
        clause.id
        for part in (later.preamble, later.operative)
        for clause in walk(part)
        if clause.kind != "heading"
    }
    assert ids == {link.partition(">")[2] for link in drawn.links}
