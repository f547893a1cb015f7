"""What must hold of any raw file, tried on raw files that were changed at random.

The everyday run takes a hundred inputs, the same for everybody; `make fuzz` takes 20,000 new ones.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree, html

from golden import FILES
from mkdocs_resolutions.corpus import Corpus, Reading, Text, held_ids, link_reading, page_ids
from mkdocs_resolutions.model import Anchor, Resolution
from mkdocs_resolutions.notices import CATALOGUE
from mkdocs_resolutions.parsing import lost_words, parse, part_resolutions
from mkdocs_resolutions.parsing.conserve import words
from mkdocs_resolutions.publishing import resolution_record, schema, to_json
from mkdocs_resolutions.publishing.content import Content, Place
from mkdocs_resolutions.publishing.resolution_page import resolution_page
from mkdocs_resolutions.reading import Manuscript, Unreadable, read

EVERYDAY = settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
LONG = settings(EVERYDAY, max_examples=20_000, derandomize=False)

# --- inputs --------------------------------------------------------------------------------------

BASES = [path.read_text(encoding="utf-8") for path in FILES]
# The real file is worth most: it comes up as often as all the others together.
BASE = st.just(BASES[0]) | st.sampled_from(BASES)

TOKENS = [
    "\n", "\n\n", "\f", "\r", " ", "\u00a0", "\u202e", "\u00ad", "\ufeff", "\x00", "é", "𝔘",
    "*", "**", "***", "****", "\\*", "_", "¹", "²", "⁹", "¹²", "*¹*", "¹ ", "* ", "** ",
    "1. ", "2. ", "3. ", "12. ", "0. ", "999. ", "l. ", "3 ", "1.", "(a) ", "(b) ", "(i) ", "(ii) ",
    "(aa) ", "a) ", "\n\nA\n\n", "\nB\n", "A. ", "B. ", "I. ", "II. ", "I\n\n", "**I**\n\n", "’1‘ ",
    "Annex", "\n\nAnnex\n\n", "\n\nAnnex II\n\n", "\n\n**Annex I. Lamps**\n\n", "Article 3\n\n",
    "\n\nRule 1. Lamps\n\n", "\n\nPart I\n\n", "\n\n**Lamps**\n\n", "\n\n*Lamps*\n\n",
    "The General Assembly,", "*The General Assembly*,\n\n",
    "Resolution adopted by the General Assembly",
    "Agenda item 7 (b)", "[on the report of the First Committee (A/1/2, para. 3)]", "77/79. ",
    "A/RES/77/80", "A/RES/217 (III)", "\n\n46th plenary meeting\n7 December 2022\n\n",
    "[Adopted by a recorded vote of 2 to 1, with no abstentions. ", "\nIn favour: ", "Chad and ",
    "31 February 2022", "Seventy-seventh session", "Recalling ", "*Recalling* ", "*Urges* ",
    "Decides: ", ":", ";", ",", ".", "“", "”", "\n\n“", "paragraph 4 of its resolution 61/261",
    "resolutions 63/71 and 70/54", "United Nations, *Treaty Series*, vol. 1, No. 2", "*Ibid.*, ",
    "A/77/385, annexes I and II", "[63/71](#)", "[x](javascript:alert(1))", "[", "](#)", "]", "(",
    "<script>", "<b onclick=x>", "</p>", "{{ x }}", "&amp;", "\"'", "inter alia", "| a | b |",
    "<num>(a)</num>", "<num>1.</num>", "<p>Lamps</p>", "<heading>Lamps</heading>", "<i>Urges</i>",
    "<docNumber>B</docNumber>", "<p/>", "<table><tr><td>x</td></tr></table>", "<!-- x -->",
    "____", "22-12345 (E)", "*2212345*", "2/3", "Please recycle", "ABc", "tHe",
]  # fmt: skip

PLACE = st.integers(0, 20_000)
LENGTH = st.sampled_from([1, 2, 5, 20, 80, 400])
# A change is what is done, where, how much of the text it takes, and a second place or a token.
CHANGE = st.one_of(
    st.tuples(st.sampled_from(["delete", "double"]), PLACE, LENGTH, st.just("")),
    st.tuples(st.just("insert"), PLACE, st.just(0), st.sampled_from(TOKENS)),
    st.tuples(st.just("begin"), PLACE, st.just(0), st.sampled_from(TOKENS)),
    st.tuples(st.just("replace"), PLACE, LENGTH, st.sampled_from(TOKENS)),
    st.tuples(st.sampled_from(["drop", "repeat", "swap", "glue"]), PLACE, PLACE, st.just("")),
)
Change = tuple[str, int, int, str]


def changed(text: str, change: Change) -> str:
    """The text after one change; its first place counts letters, or lines."""
    what, first, second, token = change
    if what in ("drop", "repeat", "swap", "glue", "begin"):
        lines = text.split("\n")
        at, to = first % len(lines), second % len(lines)
        if what == "drop":
            del lines[at]
        elif what == "repeat":
            lines.insert(to, lines[at])
        elif what == "swap":
            lines[at], lines[to] = lines[to], lines[at]
        elif what == "begin":
            lines[at] = token + lines[at]
        else:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        return "\n".join(lines)
    start = first % (len(text) + 1)
    end = min(start + second, len(text))
    taken = text[start:end]
    middle = {"delete": "", "double": taken + taken, "insert": token + taken, "replace": token}
    return text[:start] + middle[what] + text[end:]


@st.composite
def raw_files(draw: st.DrawFn) -> bytes:
    """A raw file after a few changes, in an encoding that may be wrong."""
    text = draw(BASE)
    for change in draw(st.lists(CHANGE, max_size=6)):
        text = changed(text, change)
    encoding = draw(st.sampled_from(["utf-8"] * 8 + ["utf-8-sig", "utf-16", "cp1252"]))
    return text.encode(encoding, "replace")


# --- what must hold ------------------------------------------------------------------------------

VALIDATOR = Draft202012Validator(schema())
ELEMENTS = {
    "a", "article", "b", "blockquote", "br", "button", "code", "dd", "details", "div", "dl", "dt",
    "em", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "li", "nav", "ol", "p",
    "section", "span", "summary", "sup", "table", "tbody", "td", "th", "time", "tr",
}  # fmt: skip
LINKS = ("#", "./", "../", "https://", "source.txt", "index.json")
PLACE_OF_A_PAGE = Place("https://official.example/", "source.txt", "raw.txt", None, "about/", None)


def check(data: bytes) -> None:
    """Take a raw file through every room, and look at what each gives."""
    try:
        manuscripts = read(data, "raw.txt")
    except Unreadable:
        return
    for whole in manuscripts:
        parts = part_resolutions(whole)
        kept = words("\n".join(block.text for part in parts for block in part.blocks))
        assert not words("\n".join(block.text for block in whole.blocks)) - kept
        for part in parts:
            check_manuscript(data, part)


def check_manuscript(data: bytes, manuscript: Manuscript) -> None:
    """Take one resolution of a raw file through the rooms behind reading."""
    parsed = parse(manuscript)
    for notice in parsed.notices:
        assert notice.rule in CATALOGUE
        assert notice.origin.path == "raw.txt"
        assert 1 <= (notice.origin.line or 0) <= _lines(data)
    if parsed.resolution is None:
        assert any(notice.severity == "error" for notice in parsed.notices)
        return
    lost = lost_words(manuscript, parsed.resolution, parsed.furniture)
    assert not lost, lost
    check_ids(parsed.resolution)
    reading = Reading(Path("raw.txt"), "raw.txt", parsed)
    (text,) = link_reading(reading, held_ids([reading]))
    check_record(text)
    check_page(resolution_page(text, Corpus.of([text], (), ()), PLACE_OF_A_PAGE), text)


def _lines(data: bytes) -> int:
    """More than the lines of a file in any encoding."""
    return data.count(b"\n") + data.count(b"\r") + 1


def _repeated(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def check_ids(resolution: Resolution) -> None:
    """Every id is one of the grammar, and no two things share one."""
    ids = page_ids(resolution)
    assert not _repeated(ids), _repeated(ids)
    for name in ids:
        assert str(Anchor.parse(name)) == name


def check_record(text: Text) -> None:
    """The data is what the schema says, survives its own JSON, and its offsets are right."""
    record = resolution_record(text)
    assert json.loads(to_json(record).encode()) == record
    errors = [
        f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(record)
    ]
    assert not errors, errors
    for clause in text.resolution.clauses():
        assert clause.text.startswith(clause.phrase or "")
        assert all(0 <= mark.offset <= len(clause.text) for mark in clause.footnotes)
        for reference in text.linked.of(clause.id):
            assert clause.text[reference.start : reference.end] == reference.text


def check_page(page: Content, text: Text) -> None:
    """Of the page nothing is markup but what our templates put there, its links lead on, and it
    shows the words of every clause."""
    tree = html.document_fromstring(f"<main>{page.html}</main>")
    elements = list(_below(tree))
    foreign = {str(element.tag) for element in elements} - ELEMENTS
    assert not foreign, foreign
    ids = [name for element in elements if (name := element.get("id"))]
    assert not _repeated(ids), _repeated(ids)
    assert set(page.ids) <= set(ids), set(page.ids) - set(ids)
    for element in elements:
        for name, value in element.items():
            assert not name.startswith("on")
            assert name != "style"
            if name == "href":
                assert value.startswith(LINKS), value
                assert not value.startswith("#") or value[1:] in ids, value
    levels = [int(str(element.tag)[1]) for element in elements if str(element.tag)[1:].isdecimal()]
    assert levels[0] == 1
    assert all(second <= first + 1 for first, second in pairwise(levels)), levels
    shown = {
        str(element.get("id")): "".join(
            element.xpath("*[contains(@class, 'clause__text')]//text()[not(ancestor::sup)]")
        )
        for element in elements
        if "clause" in str(element.get("class")).split()
    }
    clauses = [clause for clause in text.resolution.clauses() if clause.kind != "heading"]
    assert list(shown) == [clause.id for clause in clauses]
    for clause in clauses:
        if clause.kind == "table":
            words = shown[clause.id].replace("Footnotes of the table: ", "")
            cells = [cell.text for row in clause.rows for cell in row]
            assert "".join(words.split()) == "".join("".join([*cells, *clause.table_notes]).split())
        else:
            assert shown[clause.id] == clause.text


def _below(tree: etree._Element) -> Iterator[etree._Element]:
    main = tree.find(".//main")
    assert main is not None
    # A comment or an instruction has no name but a function.
    assert all(isinstance(element.tag, str) for element in main.iter())
    yield from main.iterdescendants()


# --- the runs ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_holds_of_the_files_themselves(path: Path) -> None:
    check(path.read_bytes())


@EVERYDAY
@given(raw_files())
def test_it_holds_of_changed_files(data: bytes) -> None:
    check(data)


@pytest.mark.fuzz
@LONG
@given(raw_files())
def test_it_holds_of_changed_files_at_length(data: bytes) -> None:
    check(data)
