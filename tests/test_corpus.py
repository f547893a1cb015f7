"""Real documents of the shared corpus: the odd ones, some of all kinds, and on demand every one.

None of their text stands here: a table names symbols and ids. `make corpus` runs the tests of every
document; those below that are quick belong to the ordinary suite.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from benchmarks.quality.conserved import lost_letters
from benchmarks.quality.documents import examine, find_documents
from benchmarks.quality.flavours import FLAVOURS, Flavour
from benchmarks.quality.likeness import FIELDS
from benchmarks.quality.naive import words_of_file
from benchmarks.quality.series import cluster_munitions
from benchmarks.quality.shares import total
from benchmarks.quality.verdicts import read_verdicts
from mkdocs_resolutions.corpus import Corpus, Reading, load, page_ids, read_files
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.index_pages import parts_pages
from mkdocs_resolutions.publishing.picture import anchor_of
from mkdocs_resolutions.publishing.record import resolution_record, schema, to_json
from mkdocs_resolutions.publishing.series_page import series_pages
from shared_corpus import CORPUS, MISSING, XML

if MISSING:
    pytest.skip(MISSING, allow_module_level=True)

TABLE = Path(__file__).parent / "cases" / "odd-documents.tsv"
FOLDERS = {"xml": "xml/en", "text": "text", "ar": "xml/ar"}
BY_NAME = {flavour.name: flavour for flavour in FLAVOURS}
SOME = XML[::25]


# --- odd documents -------------------------------------------------------------------------------


def odd_documents() -> list[object]:
    """The rows of the table: a document, its form, and what it has.

    `op46` is an id, `op46=s3-op46` one with an alias, `op1-x1:quote` one of a kind, `op1-t1:notes`
    a table with notes, `-op2-x1` an id it has not, `!number-odd` a notice, `[ornament]` furniture.
    """
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [*csv.DictReader(lines, delimiter="\t")]
    return [
        pytest.param(
            row["document"],
            row["form"],
            row["what it has"].split(),
            id=f"{TABLE.name}:{place}: {row['document']} {row['form']}",
        )
        for place, row in enumerate(rows, start=2)
    ]


@pytest.mark.parametrize(("document", "form", "wanted"), odd_documents())
def test_an_odd_document_has_what_it_should(
    document: str, form: str, wanted: list[str], tmp_path: Path
) -> None:
    if form in BY_NAME:
        reading = converted(document, BY_NAME[form], tmp_path)
    else:
        reading = find_reading(document, form)
    if reading is None:
        pytest.skip(f"A/RES/{document} is not in the corpus or cannot be made: {form}")
    has = set(facts(reading))
    missing = [fact for fact in wanted if not fact.startswith("-") and fact not in has]
    unwanted = [fact for fact in wanted if fact.startswith("-") and fact[1:] in has]
    assert (missing, unwanted) == ([], [])


def converted(document: str, flavour: Flavour, folder: Path) -> Reading | None:
    """The reading of a text that is made of the PDF of a document, where that can be done."""
    pdf = CORPUS / "pdf" / f"A_RES_{document.replace('/', '_')}.pdf"
    if not pdf.is_file() or not flavour.is_here:
        return None
    return read_files([flavour.convert(pdf, folder)])[0]


def find_reading(document: str, form: str) -> Reading | None:
    """The reading of a document in one form: of its own file, or of one that holds several."""
    whole = document.rstrip("ABC").replace("/", "_")
    names = re.compile(rf"A_RES_{whole}(?:[A-Z](?:-[A-Z])?)?\.(?:xml|txt)")
    files = [file for file in sorted((CORPUS / FOLDERS[form]).iterdir()) if names.match(file.name)]
    readings = read_files(files)
    of_symbol = [
        one
        for one in readings
        if one.parsed.resolution and str(one.parsed.resolution.symbol) == f"A/RES/{document}"
    ]
    return next(iter(of_symbol or readings), None)


def facts(reading: Reading) -> Iterator[str]:
    """All that a row of the table can name."""
    yield from (f"!{notice.rule}" for notice in reading.parsed.notices)
    yield from (f"[{piece.kind}]" for piece in reading.parsed.furniture)
    resolution = reading.parsed.resolution
    if resolution is None:
        return
    yield from page_ids(resolution)
    for annex in resolution.annexes:
        yield from (f"{annex.id}={alias}" for alias in annex.aliases)
    for clause in resolution.clauses():
        yield from (f"{clause.id}={alias}" for alias in clause.aliases)
        yield f"{clause.id}:{clause.kind}"
        if clause.table_notes:
            yield f"{clause.id}:notes"


def test_a_resolution_in_parts_has_a_page_that_lists_them() -> None:
    corpus = load([file for file in XML if file.name.startswith("A_RES_75_290")])
    assert [page.address for page in parts_pages(corpus)] == ["A/RES/75/290/"]


# --- some of all kinds, and every one ------------------------------------------------------------


def check_files(files: list[Path]) -> None:
    """No file raises, none loses a letter, and none is without a resolution."""
    readings = {file: read_files([file]) for file in files}
    failed = {"program-failed", "file-unreadable", "words-lost", "not-a-resolution"}
    failed |= {"language-unread", "corrigendum"}
    said = {
        (file.name, notice.rule)
        for file, of in readings.items()
        for one in of
        for notice in one.parsed.notices
    }
    assert [one for one in sorted(said) if one[1] in failed] == []
    lost = {file.name: lost_letters(words_of_file(file), of) for file, of in readings.items()}
    assert {name: count for name, count in lost.items() if count} == {}


def check_records(corpus: Corpus) -> None:
    """Every record is valid, and no two things on a page share an id."""
    validator = Draft202012Validator(schema())
    for text in corpus.texts:
        symbol = str(text.resolution.symbol)
        record = json.loads(to_json(resolution_record(text)))
        assert [f"{symbol}: {error.message[:80]}" for error in validator.iter_errors(record)] == []
        counts = Counter(page_ids(text.resolution))
        assert [f"{symbol}#{name}" for name, count in counts.items() if count > 1] == []


def test_some_files_lose_nothing() -> None:
    check_files(SOME)


def test_some_records_are_valid() -> None:
    check_records(load(SOME))


def test_some_documents_have_the_ids_that_their_witnesses_tell() -> None:
    check_witnesses(every=12)


def check_witnesses(every: int) -> None:
    """Where walk and second opinion agree ours are the same; a dispute is judged, and so are we."""
    verdicts = read_verdicts()
    for document in find_documents(CORPUS)[::every]:
        for heard in examine(document).hearings:
            if heard.is_disputed:
                verdict = verdicts.get(heard.symbol)
                assert verdict is not None, f"{heard.symbol} is disputed and not judged"
                assert verdict.confirms(heard.ours), f"{heard.symbol} is not read as judged"
            assert heard.ids.right == heard.ids.whole, heard.symbol
            assert heard.clauses.right == heard.clauses.whole, heard.symbol


def test_the_cluster_munitions_series_is_whole() -> None:
    members = cluster_munitions(CORPUS)
    assert [member.number for member in members if not member.paragraphs] == []
    assert {member.number: member.differing for member in members if member.differing} == {}


LIGHT = 300_000
"""Bytes over the wire that the page of a series may weigh."""


@pytest.mark.corpus
def test_the_page_of_every_series_is_light_and_has_every_clause(tmp_path: Path) -> None:
    """Of all documents that share a title."""
    titles = Counter(text.resolution.masthead.title for text in load(XML).texts)
    entries = {
        f"s-{number}": {"name": title}
        for number, (title, count) in enumerate(titles.items())
        if count > 1 and title
    }
    series = tmp_path / "series.yml"
    series.write_text(json.dumps(entries), encoding="utf-8")
    corpus = load(XML, series)
    weights = {}
    documents = documents_by_symbol(corpus)
    for history, page in zip(corpus.histories, series_pages(corpus, "", documents), strict=True):
        weights[history.series.name] = len(gzip.compress(page.html.encode(), 6))
        ids = set(re.findall(r' id="([^"]+)"', page.html))
        for symbol in history.held:
            clauses = corpus.by_symbol[str(symbol)].resolution.clauses()
            assert {anchor_of(symbol, clause.id) for clause in clauses} - ids == set()
    assert len(weights) > 100
    assert {name: weight for name, weight in weights.items() if weight > LIGHT} == {}


@pytest.mark.corpus
def test_no_file_loses_anything() -> None:
    check_files(XML)


@pytest.mark.corpus
def test_every_record_is_valid() -> None:
    check_records(load(XML))


@pytest.mark.corpus
def test_every_document_has_the_ids_that_its_witnesses_tell() -> None:
    check_witnesses(every=1)


@pytest.mark.corpus
@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda flavour: flavour.name)
def test_texts_are_read_as_their_xml_is(flavour: Flavour) -> None:
    """Over the documents whose ids are certain: 98 in 100, and no word lost."""
    if not flavour.is_here:
        pytest.skip(f"{flavour.program} is not here, which makes the texts")
    held = [one for one in find_documents(CORPUS) if one.pdf and one.second]
    found = [examine(document, [flavour.name]) for document in held]
    shares = total(one.texts[flavour.name].shares for one in found if one.hearings[0].agreed)
    assert shares["words conserved"].part == 1
    short = {
        name: str(shares[name])
        for name in ("read", "ids", "clauses", "footnotes", *FIELDS)
        if shares[name].part < 0.98
    }
    assert short == {}
