"""Files that are cut off, of other kinds, in other languages or wrongly encoded.

Each is said, in one line where nothing can be read of it, and the sound file beside it still comes:
from `resolutions parse` and `check`, and on a site.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from golden import RAW
from mkdocs_resolutions.cli import main
from mkdocs_resolutions.parsing import Parsed, parse
from mkdocs_resolutions.reading import Unreadable, read
from raw_texts import sound
from site_fixtures import copy_source, run_build
from test_fuzz import check

# A file of each format.
WHOLE = {
    "marked text": "A_RES_77_901.txt",
    "text in reading order": "A_RES_80_920.txt",
    "text by layout": "A_RES_80_935.txt",
    "XML": "A_RES_80_918.xml",
    "composite XML": "A_RES_80_919A-B.xml",
    "HTML of a word processor": "A_RES_80_931.html",
    "HTML of lines": "A_RES_80_933.html",
    "HTML of places": "A_RES_80_934.html",
}
CUTS = 40
"""Places at which each is cut, the same distance from each other."""


def _cut(name: str) -> list[bytes]:
    data = (RAW / name).read_bytes()
    return [data[: len(data) * place // CUTS] for place in range(1, CUTS)]


def _parsed(data: bytes) -> list[Parsed] | None:
    """What is read of a file; None where that is nothing."""
    try:
        return [parse(one) for one in read(data, "cut")]
    except Unreadable:
        return None


def _rules(parsed: list[Parsed] | None) -> set[str]:
    return {notice.rule for one in parsed or () for notice in one.notices}


@pytest.mark.parametrize("name", WHOLE.values(), ids=WHOLE)
def test_what_is_left_of_a_cut_file_loses_nothing(name: str) -> None:
    for data in _cut(name):
        check(data)


@pytest.mark.parametrize("name", [name for name in WHOLE.values() if name.endswith(".xml")])
def test_cut_xml_is_refused(name: str) -> None:
    assert [data for data in _cut(name) if _parsed(data) is not None] == []


@pytest.mark.parametrize("name", [name for name in WHOLE.values() if not name.endswith(".xml")])
def test_a_cut_before_the_adoption_is_said(name: str) -> None:
    """By what is missing: the document's own opening, or at the latest the plenary meeting."""
    whole = (RAW / name).read_bytes()
    assert "field-missing" not in _rules(_parsed(whole))
    end = re.search(rb"plenary(?:\s|&#160;)meeting", whole)
    assert end
    for data in _cut(name):
        if len(data) < end.start():
            said = {"not-a-resolution", "symbol-missing", "field-missing", "text-cut"}
            assert _rules(_parsed(data)) & said


def test_a_cut_in_the_middle_of_an_annex_is_said() -> None:
    text = (RAW / "A_RES_80_935.txt").read_text(encoding="utf-8")
    start = text.index("A lamp that goes out")
    for length in (2, 6, 17, 25):
        assert "text-cut" in _rules(_parsed(text[: start + length].encode()))


# --- corrigenda -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/80/918/Corr.1", "A/RES/80/918/Add.2", "A/RES/80/918 B/Corr. 1", "A/RES/9(S-VI)/Corr.1"],
)
@pytest.mark.parametrize("name", ["A_RES_80_918.xml", "A_RES_80_931.html", "A_RES_80_920.txt"])
def test_a_corrigendum_is_not_the_resolution(name: str, symbol: str) -> None:
    own = name.split(".")[0].replace("_", "/").encode()
    data = (RAW / name).read_bytes().replace(own, symbol.encode(), 1)
    parsed = parse(*read(data, "case"))
    assert parsed.resolution is None
    assert _rules([parsed]) >= {"corrigendum"}


def test_a_corrigendum_holds_no_enacting_words() -> None:
    text = "United Nations A/RES/80/918/Corr.1\n\nParagraph 2\n\nFor lamps read wicks.\n"
    parsed = parse(*read(text.encode(), "case"))
    (notice,) = parsed.notices
    assert "A/RES/80/918/Corr.1" in notice.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Seventy-seventh", "A/RES/77/902*\n\nSeventy-seventh"),
        ("Seventy-seventh", "Incorporating A/RES/77/902/Corr.1\n\nSeventy-seventh"),
        ("light lamps", "light lamps (A/RES/77/901/Corr.1)"),
        ("¹ See A/77/9.", "¹ See A/RES/77/902/Corr.1."),
    ],
)
def test_what_cites_a_corrigendum_or_was_issued_anew_is_none(old: str, new: str) -> None:
    parsed = parse(*read(sound("77/902", old, new).encode(), "case"))
    assert parsed.resolution


# --- kinds that are not read ---------------------------------------------------------------------


def _docx() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return file.getvalue()


_BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
SOUND = sound("80/940", "Seventy-seventh", "Eightieth").encode()

# The bytes of files of which nothing can be read, and what is said of them: of the first line, but
# for those of `BREAKS_AT`.
UNREADABLE = {
    "document.pdf": (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        "A PDF is not read yet; make text",
    ),
    "document.docx": (_docx(), "DOCX is not read yet; save the document as HTML"),
    "document.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as HTML"),
    "document.rtf": (rb"{\rtf1\ansi lamps}", "save the document as HTML"),
    "bomb.xml": (
        f'<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a0 "lamps">{_BOMB}]>'
        "<akomaNtoso><p>&a9;</p></akomaNtoso>".encode(),
        "XML",
    ),
    "entity.xml": (
        b'<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b"<akomaNtoso><p>&a;</p></akomaNtoso>",
        "a document type",
    ),
    "dtd.xml": (
        b'<?xml version="1.0"?><!DOCTYPE akomaNtoso SYSTEM "https://a.example/a.dtd">'
        b"<akomaNtoso><p>The General Assembly,</p></akomaNtoso>",
        "a document type",
    ),
    "deep.xml": (
        b"<?xml version='1.0'?><akomaNtoso>" + b"<section>" * 100_000,
        "XML is broken or cut off",
    ),
    "bomb.html": (
        f"<!DOCTYPE html [<!ENTITY a0 'lamps'>{_BOMB}]><p>&a9;</p>".encode(),
        "entities of its own",
    ),
    "cut.xml": ((RAW / "A_RES_80_918.xml").read_bytes()[:-40], "XML is broken or cut off"),
    "broken.xml": (
        b"<?xml version='1.0'?>\n<akomaNtoso>\n<p>lamps</q>\n</akomaNtoso>\n",
        "XML is broken or cut off",
    ),
    "other.xml": (b"<?xml version='1.0'?><feed><p>lamps</p></feed>", "XML of another kind"),
}
BREAKS_AT = {"broken.xml": 3, "cut.xml": UNREADABLE["cut.xml"][0].count(b"\n") + 1}
# The bytes of files that can be read, and the rule that says what is odd about them.
ODD = {
    "french.txt": (
        SOUND.replace(b"*The General Assembly,*", "*L’Assemblée générale,*".encode()).replace(
            b"**Resolution adopted by the General Assembly on 7 December 2022**",
            "**Résolution adoptée par l’Assemblée générale le 7 décembre 2022**".encode(),
        ),
        "language-unread",
    ),
    "spanish.txt": (
        b"A/RES/80/940\n80/940. Faroles\nLa Asamblea General,\nRecordando sus faroles,\n"
        b"1. Exhorta a todos.\n",
        "language-unread",
    ),
    "twice-encoded.txt": (
        sound("80/941", "light lamps", "light “lamps”")
        .encode()
        .decode("cp1252", "replace")
        .encode(),
        "characters-broken",
    ),
    "cyrillic.txt": (
        sound("80/942", "light lamps", "зажечь лампы").encode("cp1251", "replace"),
        "encoding-guessed",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """All of them, between two sound files."""
    for name, (data, _) in (UNREADABLE | ODD).items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_bytes(SOUND)
    (tmp_path / "z.txt").write_bytes(SOUND.replace(b"80/940", b"80/949"))
    return tmp_path


def test_parse_says_each_in_one_line_and_gives_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", *map(str, sorted(folder.iterdir()))]) == 2
    captured = capsys.readouterr()
    symbols = [json.loads(line)["symbol"] for line in captured.out.splitlines()]
    assert (symbols[0], symbols[-1]) == ("A/RES/80/940", "A/RES/80/949")
    said = dict(
        line.removeprefix(f"{folder}/").split(": ", 1) for line in captured.err.splitlines()
    )
    assert len(captured.err.splitlines()) == len(said)
    assert set(said) == {*UNREADABLE, "french.txt", "spanish.txt"}
    for name, (_, reason) in UNREADABLE.items():
        assert reason in said[name]


def test_check_says_each_in_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--content", str(folder)]) == 2
    lines = capsys.readouterr().out.splitlines()
    for name, (_, reason) in UNREADABLE.items():
        (line,) = [one for one in lines if one.startswith(f"{folder}/{name}:")]
        assert re.match(rf".*:{BREAKS_AT.get(name, 1)}: file-unreadable: ", line)
        assert reason in line
    for name, (_, rule) in ODD.items():
        assert [one for one in lines if re.match(rf"{folder}/{name}:[0-9]+: {rule}: ", one)]
    assert [one for one in lines if one.startswith((f"{folder}/a.txt", f"{folder}/z.txt"))] == []


def test_a_site_has_the_others(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    source = copy_source(tmp_path_factory.mktemp("bad") / "source")
    for file in folder.iterdir():
        file.rename(source / "content" / "resolutions" / file.name)
    answer = run_build(source, source.parent / "site")
    assert answer.returncode == 0, answer.stdout[-2000:]
    for name in UNREADABLE:
        said = re.findall(rf" content/resolutions/{name}:[0-9]+: ([a-z-]+): ", answer.stdout)
        assert said == ["file-unreadable"]
    listing = json.loads((source.parent / "site" / "resolutions.json").read_text("utf-8"))
    assert {"A/RES/80/940", "A/RES/80/949", "A/RES/77/79"} <= {one["symbol"] for one in listing}
