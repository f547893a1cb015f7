"""The labels of references: read as written, true to the texts, and counted as they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.documents import read_held
from benchmarks.quality.referenced import MEASURES, Tally
from benchmarks.quality.references import FOLDER, Labelled, Page, read_page, read_reference
from shared_corpus import CORPUS, MISSING

FILES = sorted(FOLDER.glob("*.tsv"))
WORDS = "paragraph 4 of its resolution 1/2"
PARAGRAPH = Labelled("op1", 3, 36, WORDS, "ga-resolution", "A/RES/1/2", "A/RES/1/2#op4")


def test_a_line_names_a_reference() -> None:
    row = "fn2\t0\t16\tIbid., annex III\tdocument\tCCM/CONF/2015/7\tCCM/CONF/2015/7#annexIII\t~"
    label = read_reference(row.split("\t"))
    assert (label.place, label.text, label.target) == (
        "fn2", "Ibid., annex III", "CCM/CONF/2015/7#annexIII",
    )  # fmt: skip
    assert not label.is_sure
    assert not label.is_doubtful


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("op1\t0\t3\t1/2\tresolution\tA/RES/1/2\tA/RES/1/2\t", "no kind: 'resolution'"),
        ("op1\t0\t3\t1/2\tga-resolution\tA/RES/1/2\tA/RES/1/2\t!", "no sign: '!'"),
        ("op1\t0\t4\t1/2\tga-resolution\tA/RES/1/2\tA/RES/1/2\t", "not as long as its span"),
        ("op1\t0\t3\t1/2\tga-resolution\tA/RES/1/2\tA/RES/1/3\t", "is not in 'A/RES/1/2'"),
        ("op1\t0\t3\t1/2\tga-resolution\tA/RES/1/2", "not enough values"),
    ],
)
def test_a_line_without_sense_is_named(row: str, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "A_RES_9_1.tsv"
    file.write_text(f"# A/RES/9/1\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"A_RES_9_1\.tsv:2: .*{complaint}"):
        read_page(file)


def tally(measure: str, labels: list[Labelled], found: list[Labelled]) -> tuple[str, str]:
    """What is wrong and what is missing, by numbers: `1/2 0/1`."""
    made = Tally()
    made.add(MEASURES[measure], Page("A/RES/9/1", frozenset(), tuple(labels)), found)
    return (
        f"{made.precision.right}/{made.precision.whole}",
        f"{made.recall.right}/{made.recall.whole}",
    )


def test_a_document_is_right_by_its_symbol_and_a_place_by_its_target() -> None:
    whole = Labelled("op1", 33, 36, "1/2", "ga-resolution", "A/RES/1/2", "A/RES/1/2")
    assert tally("documents", [PARAGRAPH], [whole]) == ("1/1", "1/1")
    assert tally("places", [PARAGRAPH], [whole]) == ("0/0", "0/1")
    assert tally("exact", [PARAGRAPH], [whole]) == ("0/1", "0/1")
    assert tally("exact", [PARAGRAPH], [PARAGRAPH]) == ("1/1", "1/1")


def test_an_open_label_asks_for_nothing_and_forbids_nothing() -> None:
    name = ("op1", 4, 14, "Convention", "treaty")
    doubtful = Labelled(*name, "UNTS 1/2", "UNTS 1/2", "?")
    other = Labelled(*name, "UNTS 3/4", "UNTS 3/4")
    assert tally("documents", [doubtful], [other]) == ("0/0", "0/0")
    half_sure = Labelled(*name, "UNTS 1/2", "UNTS 1/2", "~")
    assert tally("documents", [half_sure], [other]) == ("0/1", "0/1")
    assert tally("exact", [half_sure], [other]) == ("0/0", "0/0")


def test_an_article_before_a_name_makes_no_difference() -> None:
    name = Labelled("op1", 4, 14, "Convention", "treaty", "UNTS 1/2", "UNTS 1/2")
    longer = Labelled("op1", 0, 14, "the Convention", "treaty", "UNTS 1/2", "UNTS 1/2")
    assert tally("exact", [name], [longer]) == ("1/1", "1/1")


def test_there_are_labels() -> None:
    assert len(FILES) >= 20


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_labels_are_words_of_the_text(file: Path) -> None:
    """None overlaps another, and each stands where it says."""
    page = read_page(file)
    assert file.stem == page.symbol.replace("/", "_")
    resolution = read_held(CORPUS, page.symbol)
    assert resolution
    origin = resolution.masthead.as_printed("origin")
    texts = {one.id: one.text for one in resolution.clauses()}
    texts |= {note.id: note.text for note in resolution.footnotes}
    texts["masthead"] = origin.text if origin else ""
    end: dict[str, int] = {}
    for label in page.references:
        assert texts[label.place][label.start : label.end] == label.text
        assert label.start >= end.get(label.place, 0), label
        end[label.place] = label.end
