"""One resolution in several files: which counts, where they disagree, how files are named."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

import golden
from lines_run import lines_run
from mkdocs_resolutions.cli import main
from mkdocs_resolutions.comparing import compare_sources
from mkdocs_resolutions.corpus import load, parse_file
from mkdocs_resolutions.exits import FINDINGS, FINE
from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.publishing import resolution_record
from raw_texts import sound

XML = next(path for path in golden.FILES if path.stem == "A_RES_80_918")


def test_of_two_formats_the_better_counts_and_both_are_named(tmp_path: Path) -> None:
    for name in ("a.txt", "z.txt"):  # before and behind the XML by name
        text = tmp_path / name
        text.write_text(sound("80/918", "Seventy-seventh", "Eightieth"), encoding="utf-8")
        corpus = load(sorted([text, XML]), root=tmp_path, elsewhere=True)
        assert "symbol-twice" not in {notice.rule for notice in corpus.notices}
        (record,) = map(resolution_record, corpus.texts)
        assert record["source"]["format"] == "akn"
        assert [source["format"] for source in record["sources"]] == ["akn", "text"]
        assert record["sources"][0] == record["source"]
        assert record["title"] == "Lamps of the harbours"
        text.unlink()


def test_html_counts_before_text(tmp_path: Path) -> None:
    text, html = tmp_path / "a.txt", tmp_path / "b.htm"
    text.write_text(sound("77/903"), encoding="utf-8")
    paragraphs = sound("77/903").replace("*", "").split("\n\n")
    html.write_text("".join(f"<p>{one}</p>" for one in paragraphs), encoding="utf-8")
    (held,) = load([text, html], root=tmp_path).texts
    assert [source.format for source in held.sources] == ["html", "text"]


def test_no_path_of_the_machine_is_in_what_is_made(tmp_path: Path) -> None:
    root, other = tmp_path / "site", tmp_path / "elsewhere"
    for folder in (root, other):
        folder.mkdir()
    (other / "raw.txt").write_text(sound("77/903"), encoding="utf-8")
    (text,) = load([other / "raw.txt"], root=root, elsewhere=True).texts
    assert resolution_record(text)["source"]["path"] == "../elsewhere/raw.txt"


# --- where they disagree -------------------------------------------------------------------------

LIST = """
2. *Urges* all keepers:

(a) To clean lamps;

(b) To trim wicks;

3. *Decides*"""
CHANGES = [
    ("", "", []),
    ("light lamps", "light\nlamps", []),
    ("76/901", "76/902", [
        "13: pp1 has “…its resolution 76/902 of 6 December 2021,” here,"
        " “…its resolution 76/901 of 6 December 2021,” in first.txt:13."]),
    ("Lamps", "Lamps and wicks",
     ["9: The field title is “Lamps and wicks” here, “Lamps” in first.txt."]),
    ("item 9", "item 19", ["3: The field agenda is “19” here, “9” in first.txt."]),
    ("A/77/L.9", "A/77/L.8", ["7: The field origin is “A/77/L.8” here, “A/77/L.9” in first.txt."]),
    ("on 7 December", "on 8 December",
     ["5: The field adopted is “2022-12-08” here, “2022-12-07” in first.txt."]),
    ("70th", "71st", [
        "19: The field meeting is “71st plenary meeting” here,"
        " “70th plenary meeting” in first.txt."]),
    ("A/77/9.", "A/77/8.", ["22: fn1 has “See A/77/8.” here, “See A/77/9.” in first.txt:22."]),
    ("2021,¹", "2021¹,", ["13: The mark of fn1 in pp1 stands elsewhere in first.txt:13."]),
    ("lamps;", "lamps;¹", ["15: op1 has marks of fn1 here, no mark in first.txt:15."]),
    ("\n2. *Decides*", LIST, [
        "17: Only here stands op2 to op2-b, “Urges all keepers:”.",
        "23: What is op3 here is op2 in first.txt:17."]),
    ("1. *Requests* keepers to light lamps;\n\n2. ", "1. ", [
        "13: Only first.txt:15 has op1, “Requests keepers to light lamps;”.",
        "15: What is op1 here is op2 in first.txt:17."]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_what_one_of_two_files_says_otherwise(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    first, second = (tmp_path / name for name in ("first.txt", "second.txt"))
    first.write_text(sound("77/902"), encoding="utf-8")
    second.write_text(sound("77/902", old, new), encoding="utf-8")
    notices = compare_sources(*(_resolution(file) for file in (first, second)))
    assert {notice.rule for notice in notices} <= {"sources-differ"}
    assert {notice.origin.path for notice in notices} <= {"second.txt"}
    assert [f"{notice.origin.line}: {notice.message}" for notice in notices] == expected


def _resolution(file: Path) -> Resolution:
    (parsed,) = parse_file(file, file.name)
    assert parsed.resolution is not None
    return parsed.resolution


def test_the_command_lists_them_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.xml").write_bytes(XML.read_bytes())
    text = tmp_path / "b.txt"
    text.write_text(sound("80/918", "Seventy-seventh", "Eightieth"), encoding="utf-8")
    given = [["check", "b.txt"], ["check", "b.txt", "--compare-sources"]]
    assert [main(arguments) for arguments in given] == [FINE, FINDINGS]
    lines = capsys.readouterr().out.splitlines()
    said = [line for line in lines if ": sources-differ: " in line]
    assert said[0].startswith("b.txt:")
    assert any("The field title is “Lamps” here, “Lamps of the harbours” in content/a.xml" in one
               for one in said)  # fmt: skip
    # They are the same whichever of the two files is asked about, and none where there is one.
    assert main(["check", "content/a.xml", "b.txt", "--compare-sources"]) == FINDINGS
    assert [one for one in capsys.readouterr().out.splitlines() if "differ:" in one] == said
    (content / "a.xml").unlink()
    assert main(["check", "b.txt", "--compare-sources"]) == FINE


def test_comparing_takes_time_in_proportion(tmp_path: Path) -> None:
    def cost(count: int) -> int:
        body = "".join(f"{n}. *Requests* keeper {n} to light lamps;\n\n" for n in range(2, count))
        files = [tmp_path / "one.txt", tmp_path / "two.txt"]
        files[0].write_text(sound("77/902", "2. *Decides*", f"{body}*Decides*"), encoding="utf-8")
        moved = body.replace("2. ", "1. *Urges* all;\n\n2. ", 1).replace("light", "trim")
        files[1].write_text(sound("77/902", "2. *Decides*", f"{moved}*Decides*"), encoding="utf-8")
        two = [_resolution(file) for file in files]
        assert compare_sources(two[0], two[1])
        return lines_run(partial(compare_sources, two[0], two[1]))

    assert cost(1000) < 5 * cost(250)
