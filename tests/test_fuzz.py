"""What must hold of any raw file, tried on raw files that were changed at random.

The everyday run takes 40 inputs of each kind, made of our own files and the same for everybody;
`make fuzz` takes 10,000 new ones of each, made of real files too where the shared corpus is here.
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

from fuzz_files import KINDS, Kind, raw_files
from golden import FILES
from mkdocs_resolutions.corpus import Corpus, Reading, Text, held_ids, link_reading, page_ids
from mkdocs_resolutions.model import Anchor, Resolution
from mkdocs_resolutions.notices import CATALOGUE
from mkdocs_resolutions.parsing import lost_words, parse, part_resolutions
from mkdocs_resolutions.parsing.conserve import words
from mkdocs_resolutions.publishing import resolution_record, schema, to_json
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import Content, Place
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.resolution_page import resolution_page
from mkdocs_resolutions.reading import Manuscript, Unreadable, read

EVERYDAY = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
LONG = settings(EVERYDAY, max_examples=10_000, derandomize=False)

# --- what must hold ------------------------------------------------------------------------------

VALIDATOR = Draft202012Validator(schema())
ELEMENTS = {
    "a", "article", "b", "blockquote", "br", "button", "caption", "circle", "code", "dd", "desc",
    "details", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "g", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "i", "li", "line", "link", "mark", "nav", "ol", "p", "path", "pre",
    "q", "rect", "section", "span", "summary", "sup", "svg", "table", "tbody", "td", "template",
    "text", "th", "thead", "time", "title", "tr", "tspan", "ul",
}  # fmt: skip
LINKS = ("#", "./", "../", "https://", "http://", "source.txt", "index.json", "cite.")
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
    corpus = Corpus.of([text], (), ())
    documents = documents_by_symbol(corpus)
    page = resolution_page(text, Concordance(corpus), PLACE_OF_A_PAGE, documents)
    check_page(page, text)


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


of_each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@of_each_kind
@EVERYDAY
@given(data=st.data())
def test_it_holds_of_changed_files(kind: Kind, data: st.DataObject) -> None:
    check(data.draw(raw_files(kind, long=False)))


@pytest.mark.fuzz
@of_each_kind
@LONG
@given(data=st.data())
def test_it_holds_of_changed_files_at_length(kind: Kind, data: st.DataObject) -> None:
    check(data.draw(raw_files(kind, long=True)))
