"""A site over raw files as bad as they come: each is said, none takes another with it."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from html import escape
from pathlib import Path

import pytest
from lxml import etree
from lxml.html import document_fromstring, tostring

from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.reading import read
from raw_texts import sound
from site_fixtures import PAGE, RAW, ROOT, Site, built, copy_source, once, select, words

CLAUSES = 5_000

POISON = (
    "<script>poison()</script><img src=x onerror=poison()>{{ poison }}{% poison %}</article>"
    "[poison](javascript:poison) [poison](javascript:poison()) \"' style=poison onclick=poison()"
    " &lt;script&gt;"
)
_PLACES = ("Seventy-seventh session", "Agenda item 9", "A/77/L.9", "Lamps", "76/901", "light lamps",
           "matter.", "meeting", "A/77/9.")  # fmt: skip


def _poisoned(number: str) -> str:
    """Script, templates and links that would run, in every position."""
    text = sound(number)
    for place in _PLACES:
        text = text.replace(place, f"{place} {POISON}", 1)
    # Beside printed quotation marks the straight ones stay.
    return f"{text}\nAnnex\n\n**Lamps {POISON}**\n\n1. Burn “brightly” {POISON}.\n"


def _many(number: str) -> str:
    """As many clauses as no resolution has: a preamble, and paragraphs with items."""
    preamble = "".join(f"Recalling lamp {n},\n\n" for n in range(CLAUSES // 2))
    items = "(a) Lamps;\n\n(b) Oil;\n\n(c) Wicks;\n\n(d) Logs¹;\n\n"
    numbered = "".join(
        f"{n}. *Requests* keepers to keep:\n\n{items}" for n in range(1, CLAUSES // 10 + 1)
    )
    numbered = re.sub(r";\n\n\Z", ".\n\n", numbered)
    head, _, foot = sound(number).partition("*Recalling*")
    return f"{head}{preamble}{numbered}{foot[foot.index('*70th') :]}"


def _html(number: str, before: str = "", inside: str = "") -> str:
    """The sound file as HTML, with tags before its paragraphs and inside each."""
    paragraphs = sound(number).replace("*", "").replace("77th", "<i>77th</i>").split("\n\n")
    return f"<!doctype html>{before}{''.join(f'<p>{one}{inside}</p>' for one in paragraphs)}"


Said = dict[str, int]
# The bytes of a file, and what must be said of it: rules and their lines.
FILES: dict[bytes, tuple[bytes, Said]] = {
    b"empty.txt": (b"", {"file-unreadable": 1}),
    b"blank.txt": (b" \n\n\t\n", {"file-unreadable": 1}),
    b"binary.txt": (bytes(range(256)) * 9, {"file-unreadable": 1}),
    b"archive.txt": (b"PK\x03\x04" + bytes(range(256)), {"file-unreadable": 1}),
    b"nul.txt": (sound("77/910", "lamps;", "la\0mps;").encode(), {"file-unreadable": 1}),
    b"line.txt": (b"lamps " * 9_000_000, {"file-unreadable": 1}),
    b"long-line.txt": (
        sound("77/911", "lamps;", "lamps " * 200_000).encode(),
        {"file-unreadable": 15},
    ),
    b"deep/index.html": (f"<!doctype html>{POISON}".encode(), {"not-a-resolution": 1}),
    b"poison.html": (
        _html("77/929", inside=f" {POISON} {escape(POISON)}").encode(),
        {"markup-foreign": 1},
    ),
    b"letter.txt": (b"Dear Sir,\n\nNothing of that kind.\n", {"not-a-resolution": 1}),
    b"climbing.txt": (sound("77/912", "77/912.", "../../x.").encode(), {"symbol-missing": 1}),
    b"two.txt": (
        (ROOT / "content" / "resolutions" / RAW).read_bytes() + b"\nA second copy.\n",
        {"symbol-twice": 1},
    ),
    b"western.txt": (sound("77/913", "light", "lïght").encode("cp1252"), {"encoding-guessed": 13}),
    b"hole.txt": (sound("77/914", "2. *Dec", "4. *Dec").encode(), {"number-hole": 17}),
    b"repeat.txt": (sound("77/915", "2. *Dec", "1. *Dec").encode(), {"number-repeated": 17}),
    b"mark.txt": (sound("77/916", "matter.", "matter.⁷").encode(), {"mark-without-note": 17}),
    b"note.txt": (sound("77/917", "2021,¹", "2021,").encode(), {"note-without-mark": 22}),
    b"rtl.txt": (
        sound("77/918", "light lamps", "\u202elight\u200f \u2066lamps").encode(),
        {"characters-dropped": 15, "marks-dropped": 15},
    ),
    b"poison.txt": (_poisoned("77/919").encode(), {"markup-foreign": 1}),
    b"<script>poison()<.txt": (sound("77/920").encode(), {"file-name": 1}),
    b"\xff.txt": (sound("77/921").encode(), {"file-name": 1}),
    b"bomb.xml": (
        b'<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "lamps lamps">'
        b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><akomaNtoso><p>&c;</p></akomaNtoso>',
        {"file-unreadable": 1},
    ),
    b"secret.xml": (
        b'<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b"<akomaNtoso><p>The General Assembly, &a;</p></akomaNtoso>",
        {"file-unreadable": 1},
    ),
    b"deep.xml": (b"<akomaNtoso>" + b"<p>" * 100_000, {"file-unreadable": 1}),
    b"drawing.svg": (
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>poison()</script></svg>',
        {"file-unreadable": 1},
    ),
    # Nothing is wrong with these.
    b"many.txt": (_many("77/922").encode(), {}),
    b"bom.txt": (b"\xef\xbb\xbf" + sound("77/923").encode(), {}),
    b"crlf.txt": (sound("77/924").replace("\n", "\r\n").encode(), {}),
    b"cr.txt": (sound("77/925").replace("\n", "\r").encode(), {}),
    b"wide.txt": (sound("77/926").encode("utf-16"), {}),
    b"index.md": (sound("77/927").encode(), {}),
    b"deep.html": (_html("77/928", "<div><b>" * 20_000).encode(), {}),
}
HELD = [79, *range(913, 930)]
"""The numbers of the session's resolutions that are there all the same."""


@pytest.mark.parametrize("line", ["lamps {} /1", "{} /1\n4 lamps", "Agenda 21{}\n5", "{}1\n\n"])
@pytest.mark.parametrize("words", ["lamp", "lamp ", "Lamp 1"])
def test_a_line_of_a_page_may_be_of_any_length(line: str, words: str) -> None:
    """A form that looks at it from each of its letters would never come to an end."""
    page = (
        "Recalling that all lamps have been lit at dusk and put out at dawn by their keepers, and\n"
    )
    text = sound("77/930", "\n1. *Req", f"\n{page * 9}{line.format(words * 50_000)}\n\n1. *Req")
    parsed = parse(*read(text.encode(), "long.txt"))
    assert parsed.resolution is not None
    assert "words-lost" not in {notice.rule for notice in parsed.notices}


def _source(to: Path) -> Path:
    """The content folder with all of them, and links that lead out of it."""
    source = copy_source(to)
    folder = source / "content" / "resolutions"
    for name, (data, _) in FILES.items():
        path = folder / os.fsdecode(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    outside = source.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(sound("77/998"), encoding="utf-8")
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "out").symlink_to(outside)
    (folder / "up").symlink_to("..")
    (folder / "nowhere.txt").symlink_to("nothing.txt")
    entry = "lamps:\n  name: Lamps\n"
    # The page on the example names its series by this slug.
    example = "lamplighters:\n  name: The lamps of the river\n"
    (source / "content" / "series.yml").write_text(entry * 2 + example, encoding="utf-8")
    return source


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of all of them, whose build must succeed."""

    return once(tmp_path_factory, "hostile", lambda to: built(_source(to / "source"), to / "site"))


@pytest.fixture(scope="module")
def output(site: Site) -> str:
    """What the build says."""
    return site.output


def _said(output: str, path: str) -> dict[str, list[int]]:
    """The rules said of a file, with their lines."""
    said: dict[str, list[int]] = {}
    for line, rule in re.findall(rf" {re.escape(path)}:([0-9]+): ([a-z-]+): ", output):
        said.setdefault(rule, []).append(int(line))
    return said


@pytest.mark.parametrize("name", FILES, ids=lambda name: name.decode(errors="replace"))
def test_each_is_said_with_file_and_line(output: str, name: bytes) -> None:
    expected = FILES[name][1]
    shown = name.decode(errors="surrogateescape").replace("\udcff", "\\udcff")
    path = f"content/resolutions/{shown}"
    said = _said(output, path)
    assert set(expected) <= set(said)
    assert [said[rule][0] for rule in expected] == list(expected.values())
    assert bool(said) == bool(expected)
    # For each a strict build fails, as tests/site/test_strict.py sees.
    warned = re.search(rf"^WARNING .* {re.escape(path)}:", output, re.MULTILINE)
    assert bool(warned) == bool(expected)


@pytest.mark.parametrize("name", ["out.txt", "out", "up", "nowhere.txt"])
def test_links_that_lead_out_are_not_followed(output: str, name: str) -> None:
    assert _said(output, f"content/resolutions/{name}") == {"file-unreadable": [1]}


def test_a_series_that_stands_twice(output: str, site: Site) -> None:
    assert _said(output, "content/series.yml") == {"series-invalid": [3]}
    assert "series/lamps/index.html" in site.files


def test_no_warning_is_without_a_place(output: str) -> None:
    warnings = [line for line in output.splitlines() if line.startswith("WARNING")]
    place = re.compile(r"WARNING +-  mkdocs_resolutions: content/.+:[0-9]+: [a-z-]+: .+")
    assert [line for line in warnings if not place.fullmatch(line)] == []
    # Nothing that could move a terminal's cursor or break a line.
    assert output.isprintable() or not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)


def test_whatever_is_a_resolution_is_there(site: Site) -> None:
    listing = json.loads(site.read("resolutions.json"))
    assert [entry["symbol"] for entry in listing] == [f"A/RES/77/{number}" for number in HELD]
    good = site.page(PAGE)
    assert len(good.select(".clause--preambular")) == 16
    assert len(good.select(".clause--operative")) == 11


def test_every_clause_of_a_long_one_is_there(site: Site) -> None:
    page = document_fromstring(site.read("A/RES/77/922/index.html"))
    classes = [set((element.get("class") or "").split()) for element in page.iter()]
    assert sum("clause" in several for several in classes) == CLAUSES
    ids = Counter(element.get("id") for element in page.iter())
    assert ids[f"pp{CLAUSES // 2}"] == ids[f"op{CLAUSES // 10}-d"] == 1


def test_raw_files_are_published_as_they_are_and_nothing_else_of_them(site: Site) -> None:
    for name, (data, _) in FILES.items():
        number = re.search(rb"77/(9[12][0-9])\. ", data)
        if number and int(number[1]) in HELD:
            assert site.read(f"A/RES/77/{int(number[1])}/source.txt") == data, name
    assert [name for name in site.files if "secret" in name or "77/998" in name] == []


def _is_data(element: etree._Element) -> bool:
    text = element.text or ""
    return element.get("type") == "application/ld+json" and not set("<>&") & set(text)


def test_no_word_of_theirs_becomes_markup(site: Site) -> None:
    for name in site.files:
        if not name.endswith(".html"):
            continue
        page = document_fromstring(site.read(name))
        running = page.iter(
            "script", "style", "template", "noscript", "iframe", "object", "embed", "base"
        )
        # A block of data runs as little as it is markup: no sign of it is a bracket.
        wrong = [found for found in running if b"poison" in tostring(found) and not _is_data(found)]
        assert wrong == [], name
        for element in page.iter(etree.Element):
            assert element.tag != "img" or element.get("src") != "x", name
            for attribute, value in element.items():
                assert not attribute.startswith("on"), name
                assert attribute != "style" or "poison" not in value, name
                assert not value.strip().lower().startswith("javascript:"), name


def test_their_words_are_shown_as_they_are(site: Site) -> None:
    page = site.page("A/RES/77/919/")
    # What is a link to the reader of text is its words.
    shown = POISON.replace("[poison](javascript:poison)", "poison")
    for selector in (
        "h1",
        "dl.masthead",
        "#op1",
        "#op2",
        "#fn1",
        "#annex1",
        "#annex1-p1",
        "head > title",
    ):
        assert shown in words(select(page, selector)), selector
    record = json.loads(site.read("A/RES/77/919/index.json"))
    assert shown in record["title"]
