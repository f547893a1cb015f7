"""Every rule of the catalogue, each with a raw file that breaks it and the line it is said of."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_resolutions.comparing import compare_sources
from mkdocs_resolutions.corpus import load
from mkdocs_resolutions.notices import CATALOGUE, Notice
from mkdocs_resolutions.parsing import Parsed, parse
from mkdocs_resolutions.publishing import check_links
from mkdocs_resolutions.reading import Manuscript
from raw_texts import SOUND, sound
from site_fixtures import copy_source, run_build

# What is changed in the sound file, and every notice that follows: its rule and its line.
Said = list[tuple[str, int]]
CHANGES: list[tuple[str, str, Said]] = [
    (SOUND, "", [("file-unreadable", 1)]),
    ("*The General Assembly,*", "", [("field-missing", 1)]),
    (SOUND[SOUND.index("**77/902") : SOUND.index("*Recalling")], "", [("not-a-resolution", 1)]),
    ("77/902. ", "", [("masthead-unplaced", 9), ("symbol-missing", 1)]),
    ("**77/902. Lamps**", "Resolution 77/902\n\nLamps", [("symbol-named", 9)]),
    ("**77/902. Lamps**", "A/RES/77/902\n\nLamps", [("title-unnumbered", 11)]),
    ("Seventy-seventh", "A/RES/0/902\n\nSeventy-seventh", [("symbol-odd", 1)]),
    ("Seventy-seventh", "A/RES/77/901\n\nSeventy-seventh", [("symbol-conflict", 11)]),
    (SOUND[SOUND.index("**77/902") : SOUND.index("*Recalling")], "*La Asamblea General,*\n\n",
     [("language-unread", 1)]),
    ("Seventy-seventh", "A/RES/77/902/Corr.1\n\nSeventy-seventh", [("corrigendum", 1)]),
    ("light lamps", "light la\ufffdmps", [("characters-broken", 15)]),
    ("light lamps", "light lâ€™mps", [("characters-broken", 15)]),
    ("light lamps", "light lamps in cafÃ©s", [("characters-broken", 15)]),
    ("light lamps", "light la\u202emps", [("characters-dropped", 15)]),
    ("light lamps", "light la\u200emps", [("marks-dropped", 15)]),
    ("light lamps", "light l\u0430mps", [("characters-odd", 15)]),
    ("light lamps", "light \u043b\u0430\u043c\u043f\u044b", [("script-foreign", 15)]),
    ("light lamps", "light [lamps](https://lamps.example/)", [("link-dropped", 15)]),
    ("light lamps", "<b>light lamps", [("markup-foreign", 15)]),
    ("light lamps", "light **lamps*oil", [("markup-unclosed", 15)]),
    ("Seventy-seventh", "A/RES/77/902 A-C\n\nSeventy-seventh", [("parts-unclear", 1)]),
    (SOUND, f"{SOUND}\n{sound('77/903')}", [("file-of-several", 24)]),
    ("Seventy-seventh", "Seventy-eighth", [("session-conflict", 1)]),
    ("Agenda item 9\n", "", [("field-missing", 1)]),
    ("Lamps", "Lamps" * 201, [("title-long", 9)]),
    ("6 December 2021", "31 November 2021", [("date-impossible", 13)]),
    ("Agenda item 9", "Lamps first\n\nAgenda item 9", [("masthead-unplaced", 3)]),
    ("keepers", "kee pers", [("word-mended", 15)]),
    ("*Requests*", "Lamps", [("opening-unknown", 15)]),
    ("2. *Decides*", "2.\nlamps;\n\nCalls upon all keepers to trim their\n\n3. *Decides*",
     [("lines-swapped", 17)]),
    ("1. *Requests*", "2/2\n\nLamps burning,\n\n1. *Requests*", [("clause-joined", 17)]),
    ("2. *Decides*", "1. *Decides*", [("number-repeated", 17)]),
    ("2. *Decides*", "3. *Decides*", [("number-hole", 17)]),
    ("2. *Decides*", "0. *Decides*", [("number-order", 17)]),
    ("2. *Decides*", "2 *Decides*", [("number-odd", 17)]),
    ("2021,¹", "2021,", [("note-without-mark", 22)]),
    ("2021,¹", "2021,¹ ²", [("mark-without-note", 13), ("text-cut", 22)]),
    ("¹ See A/77/9.", "", [("text-cut", 1), ("mark-without-note", 13)]),
    ("**77/902. Lamps**", "77/902. Lamps*", [("mark-without-note", 9)]),
    ("Seventy-seventh", "A/RES/77/902*\n\nSeventy-seventh", [("mark-without-note", 1)]),
    ("light lamps", "light lamps,[3] all", [("mark-without-note", 15)]),
    ("light lamps", "light lamps, 3/ all", [("mark-without-note", 15)]),
    ("light lamps", "light lamps,‡ all", [("mark-without-note", 15)]),
    ("light lamps", "light lamps,3 all", [("mark-without-note", 15)]),
    ("light lamps;", "light lamps; 3", [("mark-without-note", 15)]),
    ("light lamps;", "light lamps:\n\nBrass\n\n1\n\nWicks\n\n2\n\nOil\n\n3\n\nGlass\n\n4",
     [("table-lost", 17)]),
    ("2022*\n", "2022*\n\nAgainst: Chad, Chad.\n", [("vote-differs", 22)]),
    ("2022*\n", "2022*\n\nLamps burn.\n", [("text-unplaced", 22)]),
    ("of the matter.", "of the mat", [("text-cut", 17)]),
    ("¹ See A/77/9.", "¹ See A/77/9, para", [("text-cut", 22)]),
    ("*70th plenary meeting\n7 December 2022*\n", "", [("text-cut", 17)]),
    ("meeting\n7 December 2022*\n", "meeting*\n", [("text-cut", 19)]),
    ("2022*\n", "2022*\n\n2/3\n", [("text-cut", 22)]),
    ("*Decides* to remain", "*Decides*, by 61/9 of 4 May 2003, to remain", [
        ("reference-ambiguous", 17)]),
    ("*Decides* to remain", "*Decides*, as paragraph 9 above says, to remain", [
        ("reference-missing", 17)]),
    ("*Decides* to remain",
     "*Decides*, by its resolution [61/9](https://docs.un.org/en/A/RES/61/8), to remain",
     [("reference-contradicted", 17)]),
]  # fmt: skip


# What is changed in the sound file, and the message of the rule: it says enough to be read alone.
MESSAGES = [
    ("light lamps", "light la\ufffdmps", "characters-broken",
     "It holds “\ufffd” (U+FFFD) for a lost character."),
    ("light lamps", "â€œlight\ufffd la\ufffdmpsâ€œ in cafÃ©s", "characters-broken",
     "It holds “\ufffd” (U+FFFD) for a lost character, 2 times, and “â€œ”, “Ã©”, UTF-8 that was"
     " read as Windows-1252, 3 times."),
    ("2. *Decides*", "4. *Decides*", "number-hole",
     "Paragraph 4 stands behind paragraph 1, with none between them."),
    ("1. *Requests* keepers to light lamps", "1. *Requests* keepers:\n\n(b) To light lamps",
     "number-hole", "Item (b) is the first, with none before it."),
    ("2. *Decides*", "1. *Decides*", "number-repeated",
     "Paragraph 1 stands behind paragraph 1, and is printed before, too."),
    ("2. *Decides*", "0. *Decides*", "number-order", "Paragraph 0 stands behind paragraph 1."),
    ("2. *Decides*", "2.Decides", "number-odd",
     "“2.Decides” is read as “2.”, a paragraph’s number."),
    ("2. *Decides*", "2 *Decides*", "number-odd", "“2” is read as “2.”, a paragraph’s number."),
    ("Seventy-seventh", "A/RES/0/902\n\nSeventy-seventh", "symbol-odd",
     "“A/RES/0/902” cannot name a resolution."),
    ("Seventy-seventh", "A/RES/77/902/Corr.1\n\nSeventy-seventh", "corrigendum",
     "It is A/RES/77/902/Corr.1, which says what is changed in A/RES/77/902."),
    ("Lamps", "Lamps" * 201, "title-long", "The title has 1,005 characters."),
    ("2022*\n", "2022*\n\nLamps burn.\n", "text-unplaced",
     "“Lamps burn.” stands behind the adoption block, in no annex."),
    ("2021,¹", "2021,", "note-without-mark", "No mark in the text is that of footnote 1."),
]  # fmt: skip


XML = """<akomaNtoso><statement><meta><count refersTo="against"><organization>ATLANTIS
</organization></count><step outcome="adopted" as="no record"/></meta><preface><p>77/902. Lamps</p>
</preface><p>The General Assembly</p><p>1. Requests keepers to light lamps.</p>
</statement></akomaNtoso>"""


HTML = """<!doctype html>
<nav>Home</nav>
<p>77/902. Lamps</p><p hidden>Draft</p>
<p>The General Assembly,</p>
<p>1. Requests keepers to light lamps.</p>
"""
SAID_OF_HTML: Said = [("markup-dropped", 2), ("text-hidden", 3), ("text-cut", 5)]

SAID_OF_XML: Said = [("state-unknown", 1), ("fact-odd", 2)]


def said(folder: Path, text: str | bytes, name: str = "raw.txt") -> Said:
    """The rules and lines of the notices on a file, in the order of the lines."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    notices = load([file], root=folder).notices
    assert {notice.origin.path for notice in notices} <= {name}
    return lines_of(notices)


def lines_of(notices: tuple[Notice, ...]) -> Said:
    return [(notice.rule, notice.origin.line or 0) for notice in notices]


@pytest.mark.parametrize(("old", "new", "rule", "message"), MESSAGES)
def test_a_message_can_be_understood_alone(
    tmp_path: Path, old: str, new: str, rule: str, message: str
) -> None:
    assert old in SOUND
    (tmp_path / "raw.txt").write_text(SOUND.replace(old, new, 1), encoding="utf-8")
    notices = load([tmp_path / "raw.txt"], root=tmp_path).notices
    assert [one.message for one in notices if one.rule == rule] == [message]


def test_the_sound_file_is_sound(tmp_path: Path) -> None:
    assert said(tmp_path, SOUND) == []


def test_what_the_head_of_xml_says_and_cannot_be_used(tmp_path: Path) -> None:
    found = [row for row in said(tmp_path, XML) if row[0] != "field-missing"]
    assert sorted(found) == sorted(SAID_OF_XML)


def test_what_is_left_out_of_html(tmp_path: Path) -> None:
    found = [row for row in said(tmp_path, HTML) if row[0] != "field-missing"]
    assert found == SAID_OF_HTML


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES, ids=[row[2][0][0] for row in CHANGES])
def test_a_change_is_said_with_its_line(tmp_path: Path, old: str, new: str, expected: Said) -> None:
    assert SOUND.count(old) >= 1
    assert said(tmp_path, SOUND.replace(old, new, 1)) == expected


# --- what it takes more than one changed text to break -----------------------------------------


def encoding_guessed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    return said(folder, SOUND.replace("keepers", "k\u00e9epers").encode("cp1252"))


def file_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    return said(folder, SOUND, "<b>.txt")


def symbol_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    (folder / "first.txt").write_text(SOUND, encoding="utf-8")
    (folder / "second.txt").write_text(SOUND, encoding="utf-8")
    found = load([folder / "first.txt", folder / "second.txt"], root=folder)
    assert [text.file.name for text in found.texts] == ["first.txt"]
    assert [notice.origin.path for notice in found.notices] == ["second.txt"]
    return lines_of(found.notices)


def sources_differ(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    (folder / "first.txt").write_text(SOUND, encoding="utf-8")
    (folder / "second.txt").write_text(SOUND.replace("to light", "to trim"), encoding="utf-8")
    files = [folder / "first.txt", folder / "second.txt"]
    (text,) = load(files, root=folder).texts
    return lines_of(compare_sources(text.resolution, text.others[0]))


def program_failed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """The parser fails on one file; the other is read."""

    def parser(manuscript: Manuscript) -> Parsed:
        if manuscript.path == "bad.txt":
            raise RecursionError("too deep")
        return parse(manuscript)

    monkeypatch.setattr("mkdocs_resolutions.corpus.parse", parser)
    for name in ("bad.txt", "good.txt"):
        (folder / name).write_text(SOUND, encoding="utf-8")
    found = load([folder / "bad.txt", folder / "good.txt"], root=folder)
    assert [text.file.name for text in found.texts] == ["good.txt"]
    (notice,) = found.notices
    assert str(notice).startswith("bad.txt:1: program-failed: RecursionError: too deep.")
    return lines_of(found.notices)


def words_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    monkeypatch.setattr("mkdocs_resolutions.parsing.lost_words", lambda *rooms: {"lamps": 1})
    return said(folder, SOUND)


def reference_unlike(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """Five texts agree which resolution a name is, one has another number of that session."""
    numbers = ["55/2"] * 5 + ["55/1"]
    for place, number in enumerate(numbers):
        text = sound(
            f"77/{910 + place}", "its resolution", "the Lamp Pact of Keepers² and its resolution"
        )
        (folder / f"{place}.txt").write_text(f"{text}\n² Resolution {number}.\n", encoding="utf-8")
    found = load(sorted(folder.glob("*.txt")), root=folder)
    unlike = [one for one in found.notices if one.rule == "reference-unlike"]
    assert [(one.origin.path, one.message) for one in unlike] == [
        ("5.txt", "“Lamp Pact of Keepers” in pp1 is 55/1, in 5 other texts 55/2.")
    ]
    (folder / "0.txt").unlink()
    found = load(sorted(folder.glob("*.txt")), root=folder)
    assert not [one for one in found.notices if one.rule == "reference-unlike"]
    return lines_of(tuple(unlike))


def series_invalid(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    series = folder / "series.yml"
    series.write_text("lamps:\n  name: Lamps\nOil:\n  name: Oil\n", encoding="utf-8")
    found = load([], series, root=folder)
    assert [notice.origin.path for notice in found.notices] == ["series.yml"]
    return lines_of(found.notices)


def series_empty(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    (folder / "raw.txt").write_text(SOUND, encoding="utf-8")
    file = "lamps:\n  name: Lamps\n  members: [61/9]\noil:\n  name: Oil\n"
    file += "light:\n  name: Lampss\n"
    (folder / "series.yml").write_text(file, encoding="utf-8")
    return lines_of(load([folder / "raw.txt"], folder / "series.yml", root=folder).notices)


def series_derived(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    (folder / "series.yml").write_text("# nothing yet\n", encoding="utf-8")
    for place, text in enumerate((sound("76/901"), sound("77/902"))):
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    found = load(sorted(folder.glob("*.txt")), folder / "series.yml", root=folder)
    return [one for one in lines_of(found.notices) if one[0].startswith("series")]


def link_broken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    page = "<!doctype html>\n<title>Lamps</title>\n<a href='nowhere/'>Nowhere</a>\n"
    (folder / "index.html").write_text(page, encoding="utf-8")
    return lines_of(check_links(folder))


def address_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """Only the plugin knows the files of the content folder."""
    source = copy_source(folder / "source")
    (source / "content" / "series").mkdir()
    (source / "content" / "series" / "index.md").write_text("# Ours\n", encoding="utf-8")
    answer = run_build(source, folder / "site")
    found = re.findall(r"content/series/index\.md:([0-9]+): ([a-z-]+): ", answer.stdout)
    return [(rule, int(line)) for line, rule in found]


Break = Callable[[Path, pytest.MonkeyPatch], Said]
BREAKS: list[tuple[Break, Said]] = [
    (encoding_guessed, [("encoding-guessed", 13)]),
    (file_name, [("file-name", 1)]),
    (symbol_twice, [("symbol-twice", 1)]),
    (sources_differ, [("sources-differ", 15)]),
    (program_failed, [("program-failed", 1)]),
    (words_lost, [("words-lost", 1)]),
    (reference_unlike, [("reference-unlike", 13)]),
    (series_invalid, [("series-invalid", 3)]),
    (series_empty, [("series-member", 1), ("series-empty", 4), ("series-misspelt", 6)]),
    (series_derived, [("series-derived", 1)]),
    (link_broken, [("link-broken", 3)]),
    (address_taken, [("address-taken", 1)]),
]


@pytest.mark.parametrize(("broken", "expected"), BREAKS, ids=[row[1][0][0] for row in BREAKS])
def test_a_break_is_said_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: Break, expected: Said
) -> None:
    assert broken(tmp_path, monkeypatch) == expected


def test_every_rule_of_the_catalogue_has_a_row() -> None:
    rows = [SAID_OF_XML, SAID_OF_HTML] + [row[2] for row in CHANGES] + [row[1] for row in BREAKS]
    assert {rule for row in rows for rule, _ in row} == set(CATALOGUE)
