"""How the links of a raw file are counted against references, and that finding is timed."""

from __future__ import annotations

from pathlib import Path

import pytest

import golden
from benchmarks.linking import measure
from benchmarks.quality.linked import Agreement, measure_links, whole_links, without_links
from mkdocs_resolutions.corpus import held_ids, read_files
from mkdocs_resolutions.model import Link, Resolution
from tangled import TWO, raw

FIRST = "*Recalling* its resolution 77/961 of 7 December 2022, and its resolution 77/962,"
WORDS = "*Recalling* its resolution {} of 7 December 2022,"


def held(tmp_path: Path, words: str) -> Resolution:
    """A resolution whose first clause recalls something."""
    file = tmp_path / "A_RES_77_962.txt"
    text = raw(TWO).replace(FIRST, words)
    assert words in text
    file.write_text(text, encoding="utf-8")
    (reading,) = read_files([file])
    assert reading.parsed.resolution is not None
    return reading.parsed.resolution


def counted(resolution: Resolution) -> tuple[int, int, int]:
    """Links that agree, that say another document, that are no reference."""
    agreement = Agreement()
    agreement.add(resolution)
    return agreement.right, len(agreement.other), len(agreement.missed)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("[76/47](https://undocs.org/en/A/RES/76/47)", (1, 0, 0)),
        ("[76/47 B](https://docs.un.org/A/RES/76/47)", (1, 0, 0)),
        ("[76/47](https://undocs.org/en/A/RES/76/48)", (0, 1, 0)),
        ("76/47 of the [keepers](https://undocs.org/en/A/76/48)", (0, 0, 1)),
        ("[76/47](https://example.org/76/47)", (0, 0, 0)),
    ],
)
def test_a_link_agrees_says_another_document_or_has_no_reference(
    words: str, count: tuple[int, int, int], tmp_path: Path
) -> None:
    assert counted(held(tmp_path, WORDS.format(words))) == count


def test_references_are_found_without_the_help_of_links(tmp_path: Path) -> None:
    words = "*Takes note* of 26/20 and [26/20](https://undocs.org/en/A/HRC/RES/26/20),"
    resolution = held(tmp_path, words)
    assert any(clause.links for clause in resolution.clauses())
    bare = without_links(resolution)
    assert not any(clause.links for clause in bare.clauses())
    assert [clause.text for clause in bare.clauses()] == [
        clause.text for clause in resolution.clauses()
    ]


def test_a_link_that_was_cut_in_pieces_is_whole() -> None:
    links = [Link(0, 2, "a"), Link(3, 5, "a"), Link(5, 7, "b"), Link(9, 11, "b")]
    assert [*whole_links(links)] == [Link(0, 5, "a"), Link(5, 7, "b"), Link(9, 11, "b")]
    assert [*whole_links([])] == []


def test_a_corpus_without_links_has_nothing_to_agree(tmp_path: Path) -> None:
    assert measure_links(tmp_path).share.whole == 0


def test_finding_resolving_and_turning_round_are_timed() -> None:
    readings = read_files([golden.RAW / "A_RES_80_918.xml"])
    texts = [one.parsed.resolution for one in readings if one.parsed.resolution]
    assert min(measure(texts, held_ids(readings))) > 0
