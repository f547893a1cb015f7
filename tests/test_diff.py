"""The command `diff`: two resolutions compared in a terminal and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from case_tables import ROOT
from mkdocs_resolutions.cli import main
from mkdocs_resolutions.comparing import compare
from mkdocs_resolutions.corpus import parse_file
from mkdocs_resolutions.model import (
    AgendaItem,
    ClausePlace,
    NoteChange,
    Resolution,
    Run,
    Sponsor,
    Vote,
)
from mkdocs_resolutions.publishing import comparison_schema
from mkdocs_resolutions.publishing.terminal import Screen, comparison_lines
from raw_texts import SOUND

EARLIER = """\
Seventy-sixth session

Agenda item 9

**Resolution adopted by the General Assembly on 6 December 2021**

*[without reference to a Main Committee (A/76/L.9)]*

**76/901. Lamps**

*The General Assembly,*

*Recalling* its resolution 75/900 of 5 December 2020,¹

1. *Invites* keepers to light lamps;

2. *Thanks* the retired keeper of the northern tower for forty years of oil;

3. *Decides* to remain seized of the matter.

*70th plenary meeting
6 December 2021*

¹ See A/76/9.
"""
LATER = SOUND.replace("*Requests* keepers", "*Urges* keepers")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with two years of a series; the working directory."""
    raw = tmp_path / "content" / "resolutions"
    raw.mkdir(parents=True)
    (raw / "a.txt").write_text(EARLIER, encoding="utf-8")
    (raw / "b.txt").write_text(LATER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return raw


@pytest.fixture
def pair(folder: Path) -> tuple[Resolution, Resolution]:
    """The two, parsed."""
    found = [parse_file(folder / name)[0].resolution for name in ("a.txt", "b.txt")]
    assert found[0]
    assert found[1]
    return found[0], found[1]


@pytest.mark.parametrize(
    "given",
    [
        ("76/901", "77/902"),
        ("A/RES/76/901", "A/RES/77/902"),
        ("content/resolutions/a.txt", "77/902"),
        ("content/resolutions/a.txt", "content/resolutions/b.txt"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_two_symbols_or_files(given: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *given, "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    record = json.loads(captured.out)
    Draft202012Validator(comparison_schema()).validate(record)
    assert (record["earlier"], record["later"]) == ("A/RES/76/901", "A/RES/77/902")
    kinds = [(change["before"], change["kind"], change["after"]) for change in record["changes"]]
    assert kinds == [
        (["pp1"], "edited", ["pp1"]), (["op1"], "edited", ["op1"]), (["op2"], "removed", []),
        (["op3"], "unchanged", ["op2"]),
    ]  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_what_is_no_terminal_gets_marks_and_no_colours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "76/901", "77/902"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    lines = out.splitlines()
    assert lines[0] == "A/RES/76/901 → A/RES/77/902"
    assert lines[1].startswith("Compared with 76/901: 1 of 3 clauses unchanged, 1 routine, ")
    flat = " ".join(out.split())
    assert "its resolution [-75/900 of 5 December 2020,-]{+76/901 of 6 December 2021,+}" in flat
    assert "“Invites” became “Urges” (stronger)" in flat
    assert "OP 2 dropped: it stood in 76/901 [-Thanks the retired keeper" in flat
    assert "remain seized" not in flat


@pytest.mark.usefixtures("folder")
def test_all_lists_the_unchanged_in_short(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "76/901", "77/902", "--all"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1] == "OP 2  unchanged  Decides to remain seized of the matter."


@pytest.mark.usefixtures("folder")
def test_a_text_against_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "77/902", "77/902"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[1:] == ["Compared with 77/902: all 3 clauses unchanged."]


@pytest.mark.parametrize("form", ["json", "terminal"])
@pytest.mark.usefixtures("folder")
def test_a_comparison_that_goes_backwards_says_so(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "77/902", "76/901", "--format", form]) == 0
    captured = capsys.readouterr()
    assert captured.err == "Compared backwards: A/RES/76/901 was adopted before A/RES/77/902.\n"
    assert "backwards" not in captured.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("76/901", "77/999"), "A/RES/77/999 is not held"),
        (("nothing.txt", "77/902"), "nothing.txt: No such file, and no symbol of a resolution"),
        (("A/RES/no", "77/902"), "A/RES/no: No such file"),
        (("76/901", "empty.txt"), "empty.txt: "),
        (("76/901", "content"), "content: Is a directory"),
        (("76/901", str(ROOT / "tests/golden/raw/A_RES_80_919A-B.xml")), "A/RES/80/919B"),
        (("76/901",), "arguments are required: LATER"),
    ],
)
def test_wrong_use_is_said_in_a_line(
    folder: Path, given: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.txt").touch()
    assert main(["diff", *given]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert folder.is_dir()


# --- the lines themselves ------------------------------------------------------------------------


def lines(pair: tuple[Resolution, Resolution], screen: Screen) -> Iterator[str]:
    return comparison_lines(compare(*pair), *pair, screen)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_colours_are_not_all_that_tells_words_apart(pair: tuple[Resolution, Resolution]) -> None:
    out = "\n".join(lines(pair, Screen(80, colour=True)))
    assert re.search(r"\x1b\[31;9mInvites\x1b\[0m \x1b\[32;4mUrges\x1b\[0m keepers", out)
    assert "[-" not in out
    assert "{+" not in out


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [30, 60, 300])
def test_lines_are_wrapped_between_words(
    pair: tuple[Resolution, Resolution], width: int, colour: bool
) -> None:
    shown = [plain(line) for line in lines(pair, Screen(width, colour=colour))]
    assert all(len(line) <= min(width, 100) for line in shown if line.startswith("    "))
    whole = " ".join(" ".join(shown).split())
    assert "the retired keeper of the northern tower for forty years of oil;" in whole


def test_the_masthead_and_notes_are_told(pair: tuple[Resolution, Resolution]) -> None:
    comparison = compare(*pair)
    before, after = comparison.masthead.adoption
    masthead = replace(
        comparison.masthead,
        adoption=(before, replace(after, procedure="recorded_vote", vote=Vote(9, 1, 2))),
        title=("Keeping of lamps in 2025", "Keeping of lamps in 2026"),
        agenda=((AgendaItem("9", "Light"),), (AgendaItem("10 (a)", "Light"),)),
        sponsors_added=(Sponsor("Austria"), Sponsor("Malta")),
        votes_changed=(
            ("MALTA", None, "against"),
            ("ICELAND", "in_favour", "against"),
            ("CUBA", "in_favour", None),
        ),
    )
    note = NoteChange("edited", "Ibid.", "See A/77/9.", "fn1", "fn1")
    changes = (replace(comparison.changes[0], footnotes=(note,)),)
    out = "\n".join(
        comparison_lines(
            replace(comparison, masthead=masthead, changes=changes), *pair, Screen(100)
        )
    )
    assert (
        "Adopted: unknown → 9 to 1, 2 abstaining; 1 State voted otherwise; 2 "
        "States voted in one of the two years alone."
    ) in " ".join(out.split())
    assert "Title: Keeping of lamps in [-2025-]{+2026+}" in out
    assert "Agenda item: [-9-] {+10 (a)+}" in out
    assert "New sponsors: Austria, Malta." in out
    assert "Footnote 1 has other words: [-Ibid.-]{+See A/77/9.+}" in out


def test_a_clause_that_came_back_is_shown_against_its_old_words(
    pair: tuple[Resolution, Resolution],
) -> None:
    comparison = compare(*pair)
    first = comparison.changes[0]
    back = replace(
        first, kind="added", before=(), weight=None, reasons=(), footnotes=(),
        returned_from=ClausePlace(comparison.earlier, "pp7"),
        returned=(Run("-", "Old words"), Run("+", "New words")),
    )  # fmt: skip
    out = list(comparison_lines(replace(comparison, changes=(back,)), *pair, Screen(100)))
    assert out[-2:] == ["PP 1  returned: from PP 7 of 76/901", "    [-Old words-]{+New words+}"]
