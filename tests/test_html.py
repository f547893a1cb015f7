"""HTML: how it is told from other files, its encodings, its shapes, and what nobody would write."""

from __future__ import annotations

import codecs

import pytest

from case_tables import Case, table
from mkdocs_resolutions.parsing.marks import mark_notes
from mkdocs_resolutions.reading import Block, Unreadable, html, htmltree, read
from mkdocs_resolutions.reading.text import MOST_PARAGRAPHS
from test_rooms import shown


def _line(block: Block) -> str:
    if not block.rows:
        return shown(block)
    values = {block.text[mark.start : mark.end]: mark.value for mark in block.of("note")}
    cells = ["|".join(cell.text for cell in row) for row in block.rows]
    text = "\n".join(f"|{row}|" for row in cells)
    for glyph, value in values.items():
        text = text.replace(glyph, f"{{{value}}}")
    return text


@pytest.mark.parametrize("case", table("html"))
def test_html(case: Case) -> None:
    (manuscript,) = read(case.given.encode(), "case.html")
    assert manuscript.format == "html"
    pages = ["pages"] if manuscript.has_pages else []
    # On pages the marks of footnotes are found among the words, as the parser finds them.
    blocks = mark_notes(manuscript.blocks) if manuscript.has_pages else manuscript.blocks
    case.check("\n".join((*pages, *map(_line, blocks))))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<p>Lamps", "html"),
        ("\ufeff \n<!-- saved from <x> --><!DOCTYPE HTML PUBLIC '-//W3C'><p>Lamps", "html"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>Lamps</p></html>",
         "html"),
        ("<?xml version='1.0'?>\n<!DOCTYPE pdf2xml SYSTEM 'x.dtd'>\n<pdf2xml><page><text top='1' "
         "left='2' font='0'>Lamps</text></page></pdf2xml>", "html"),
        ("<akomaNtoso><p>Lamps</p></akomaNtoso>", "akn"),
        ("Lamps <p>burn", "text"),
        ("<b>Lamps</b>", "text"),
        ("<pp>Lamps", "text"),
    ],
)  # fmt: skip
def test_the_format_is_told_by_the_content(data: str, expected: str) -> None:
    (manuscript,) = read(data.encode(), "raw")
    assert manuscript.format == expected
    assert any("Lamps" in block.text for block in manuscript.blocks)


META = "<meta http-equiv=Content-Type content='text/html; charset={}'>"


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        ("<p>“é” Lamps".encode(), False),
        (META.format("windows-1252").encode() + "<p>“é” Lamps".encode("cp1252"), False),
        (META.format("iso-8859-1").encode() + "<p>“é” Lamps".encode("cp1252"), False),
        (META.format("utf-8").encode() + "<p>“é” Lamps".encode("cp1252"), True),
        (META.format("rot13").encode() + "<p>“é” Lamps".encode(), False),
        (META.format("utf-7").encode() + "<p>“é” Lamps".encode(), False),
        (codecs.BOM_UTF8 + META.format("cp1252").encode() + "<p>“é” Lamps".encode(), False),
        ((META.format("utf-8") + "<p>“é” Lamps").encode("utf-16"), False),
        ("<?xml version='1.0' encoding='windows-1252'?><html><p>“é” Lamps".encode("cp1252"), False),
    ],
)  # fmt: skip
def test_the_file_says_its_encoding(data: bytes, guessed: bool) -> None:
    (manuscript,) = read(data, "raw")
    assert manuscript.blocks[-1].text == "“é” Lamps"
    assert ("encoding-guessed" in {one.rule for one in manuscript.notices}) == guessed


def test_notices_and_blocks_name_the_line_of_the_file() -> None:
    data = b"<html>\n<style>\np {}\n</style><!--\n-->\n<p\nclass=x>One</p>\n<p>\n\nTwo\n<img src=x>"
    (manuscript,) = read(data, "raw")
    assert [(block.text, block.origin.line) for block in manuscript.blocks] == [
        ("One", 6),
        ("Two", 10),
    ]
    assert [(one.rule, one.origin.line) for one in manuscript.notices] == [("markup-dropped", 11)]


def _pdf2xml(*lines: str) -> bytes:
    """A page whose lines stand below each other; a small piece stands behind a stroke."""
    made = ['<?xml version="1.0"?><pdf2xml><page><fontspec id="0" size="10"/>'
            '<fontspec id="1" size="6"/>']  # fmt: skip
    for number, line in enumerate(lines):
        left = 100 + 5 * (len(line) - len(line.lstrip()))
        for place, text in enumerate(line.strip().split("|")):
            top = 100 + 12 * number - place % 2
            width = 5 * len(text)
            made.append(
                f'<text top="{top}" left="{left}" width="{width}" font="{place % 2}">{text}</text>'
            )
            left += width
    return "\n".join((*made, "</page></pdf2xml>")).encode()


def test_small_figures_of_placed_lines_are_raised() -> None:
    given = ["    Recalling lamps,|1| oil and wicks and", "all others in 9 harbours,"]
    given += ["    Aware of oil,", *["and of wicks in the harbours"] * 9]
    (manuscript,) = read(_pdf2xml(*given), "raw")
    assert manuscript.has_pages
    first, second = manuscript.blocks
    assert first.text == "Recalling lamps,¹ oil and wicks and all others in 9 harbours,"
    assert [mark.value for mark in first.of("note")] == ["1"]
    assert second.text.startswith("Aware of oil, and of")


def test_loose_lines_have_no_columns() -> None:
    given = ["    Recalling lamps and the", "oil&#160; of&#160; the&#160; lamps"] * 6
    (manuscript,) = read(_pdf2xml(*given), "raw")
    assert not any(block.rows for block in manuscript.blocks)
    assert "oil of the lamps" in manuscript.blocks[0].text


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 20_000 + b"lamps",
        b"<p>lamps<b>" * 5_000,
        b"<p>lamps</i>" * 5_000,
        b"<a href=#x>1" * 10_000,
        b"<a x='>' " * 30_000,
        b"<a x='" * 100_000,
        b"<p>" + b"<" * 100_000,
        b"<p>" + b"<!-- > " * 300_000,
        b"<p>" + b"<![CDATA[" * 100_000,
        b"<p>" + b"&#;&a" * 50_000,
        b"<p><a " + b"a" * 1_000_000 + b">",
        b"<p><style>" + b"/*" * 500_000,
        b"<p><style>" + b"a" * 1_000_000,
        b"<p><script>" + b"</" * 500_000,
        b"<table><tr><td>x" * 3_000,
        b"<p style='top:1px;left:2px'>lamps</p>" * 5_000,
        b"<div>x</div>" * 10_000 + b"<main>lamps</main>" + b"<div>" * 10_000,
    ],
    ids=lambda data: data[:12].decode(),
)
def test_reading_ends_on_adversarial_markup(data: bytes) -> None:
    (manuscript,) = read(b"<html>" + data, "raw")
    assert len(manuscript.blocks) <= 50_000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<!DOCTYPE html [<!ENTITY a 'lamps'>]><p>&a;</p>", "entities of its own"),
        ("<p>x" * 501, "more than 500 paragraphs"),
        ("<html>" + "<b>" * 3_001, "3,001 tags|3,002 tags"),
        ("<html>\x00", "binary"),
    ],
)
def test_what_is_refused_is_said_why(
    data: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (htmltree.MOST_TAGS, MOST_PARAGRAPHS) == (300_000, 50_000)
    monkeypatch.setattr(htmltree, "MOST_TAGS", 3_000)
    monkeypatch.setattr(html, "MOST_PARAGRAPHS", 500)
    with pytest.raises(Unreadable, match=reason):
        read(data.encode(), "raw")
