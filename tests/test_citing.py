"""How clauses are cited; the forms are those of the field's style guides."""

from __future__ import annotations

from pathlib import Path

import pytest

from case_tables import ROOT
from mkdocs_resolutions.corpus import parse_file
from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.publishing.citing import STYLES, Citations
from mkdocs_resolutions.publishing.labels import Labels


def _resolution(path: str) -> Resolution:
    (parsed,) = parse_file(ROOT / Path(path))
    resolution = parsed.resolution
    assert resolution is not None
    return resolution


REAL = "content/resolutions/A_RES_77_79.txt"
SUBS = "tests/golden/raw/A_RES_77_901.txt"
SECTIONS = "tests/golden/raw/A_RES_77_902.txt"
NESTED = "tests/golden/raw/A_RES_78_903.txt"
ANNEX = "tests/golden/raw/A_RES_78_904.txt"
XML = "tests/golden/raw/A_RES_80_918.xml"
EARLY = "tests/golden/raw/A_RES_917_III.txt"


@pytest.mark.parametrize(
    ("path", "place", "un", "oscola", "bluebook"),
    [
        (REAL, "op8", "para. 8", "para 8", "¶ 8"),
        (REAL, "pp4", "fourth preambular paragraph", "preambular para 4", "pmbl. ¶ 4"),
        (REAL, "fn2", "footnote 2", "fn 2", "n.2"),
        (SUBS, "op2-a-i", "para. 2 (a) (i)", "para 2(a)(i)", "¶ 2(a)(i)"),
        (SUBS, "op2-a-i-a-ii", "para. 2 (a) (i) a. ii.", "para 2(a)(i)a.ii.", "¶ 2(a)(i)a.ii."),
        (SUBS, "op2-end", "para. 2", "para 2", "¶ 2"),
        (SUBS, "op2-b-x1", "para. 2 (b)", "para 2(b)", "¶ 2(b)"),
        (SECTIONS, "s2-op1", "sect. II, para. 1", "s II, para 1", "§ II, ¶ 1"),
        (SECTIONS, "s1-pp2", "sect. I, second preambular paragraph",
         "s I, preambular para 2", "§ I, pmbl. ¶ 2"),
        (SECTIONS, "op3", "sect. I, para. 3", "s I, para 3", "§ I, ¶ 3"),
        (XML, "pp3-i", "third preambular paragraph (i)", "preambular para 3(i)", "pmbl. ¶ 3(i)"),
        (XML, "pp2-x1", "second preambular paragraph", "preambular para 2", "pmbl. ¶ 2"),
        (NESTED, "s2-sa", "sect. II.A", "s II.A", "§ II.A"),
        (ANNEX, "annex1-p2-a", "annex, para. 2 (a)", "annex, para 2(a)", "annex, ¶ 2(a)"),
        (ANNEX, "annex1-u1-p2", "annex, rule 1, para. 2", "annex, rule 1, para 2",
         "annex, rule 1, ¶ 2"),
    ],
)  # fmt: skip
def test_pinpoints(path: str, place: str, un: str, oscola: str, bluebook: str) -> None:
    cite = Citations(_resolution(path))
    assert cite.pinpoint(place, "un") == f", {un}"
    assert cite.pinpoint(place, "oscola") == f", {oscola}"
    assert cite.pinpoint(place, "bluebook") == f", {bluebook}"


@pytest.mark.parametrize("place", ["title", "adoption", "op0", "h1", "no anchor"])
def test_what_has_no_number_cites_the_whole(place: str) -> None:
    assert Citations(_resolution(REAL)).pinpoint(place, "un") == ""


def test_the_three_forms() -> None:
    cite = Citations(_resolution(REAL))
    assert [cite.clause("op8", style) for style in STYLES] == [
        "General Assembly resolution 77/79, para. 8",
        "UNGA Res 77/79 (7 December 2022) UN Doc A/RES/77/79, para 8",
        "G.A. Res. 77/79, ¶ 8, U.N. Doc. A/RES/77/79 (Dec. 7, 2022)",
    ]


def test_of_the_whole_and_of_an_early_one() -> None:
    cite = Citations(_resolution(EARLY))
    assert cite.whole("un") == "General Assembly resolution 917 (III)"
    assert cite.whole("bluebook") == "G.A. Res. 917 (III), U.N. Doc. A/RES/917(III) (Dec. 10, 1948)"


@pytest.mark.parametrize(
    ("path", "place", "label"),
    [
        (SUBS, "op2-a-i-a-ii", "OP 2 (a) (i) a. ii."),
        (SUBS, "op2-end", "OP 2, closing words"),
        (ANNEX, "annex1-u1-p2", "annex, Rule 1, para. 2"),
        (NESTED, "s2-sa", "section II.A"),
    ],
)
def test_labels_say_what_the_document_prints(path: str, place: str, label: str) -> None:
    assert Labels(_resolution(path)).of(place) == label
