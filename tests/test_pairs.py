"""The labels of pairs of resolutions: read as they are written, of every clause of both texts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.quality.pairs import FOLDER, Label, read_label, read_pair
from mkdocs_resolutions.corpus import read_files
from mkdocs_resolutions.model import Clause
from shared_corpus import CORPUS, MISSING

FILES = sorted(FOLDER.glob("*.tsv"))


def test_a_line_says_what_became_of_a_clause() -> None:
    columns = ["split", "pp13", "pp14,pp17", "substantive", "moved,?", "a note"]
    label = read_label(columns)
    wanted = Label(
        "split", ("pp13",), ("pp14", "pp17"), "substantive", frozenset({"moved", "?"}), "a note"
    )
    assert label == wanted
    assert label.is_doubtful


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("split\tpp1\tpp1\t\t\t", "cannot be 'split'"),
        ("added\tpp1\tpp1\t\t\t", "cannot be 'added'"),
        ("returned\tpp1\tpp1\t\t\t", "cannot be 'returned'"),
        ("unchanged\tpp1\tpp1\troutine\t\t", "no weight of unchanged"),
        ("edited\tpp1\tpp1\theavy\t\t", "no weight of edited"),
        ("edited\tpp1\tpp1\troutine\tlouder\t", "unknown flags: louder"),
        ("edited\tpp1\tpp1", "not enough values"),
    ],
)
def test_a_line_without_sense_is_named(row: str, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "1-1--2-1.tsv"
    file.write_text(f"# A/RES/1/1 > A/RES/2/1\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"1-1--2-1\.tsv:2: .*{complaint}"):
        read_pair(file)


def test_there_are_labels() -> None:
    assert len(FILES) >= 20


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_labels_are_of_every_clause_once(file: Path) -> None:
    """In the order of the later text, and unchanged exactly where the letters are the same."""
    pair = read_pair(file)
    assert file.stem == f"{name(pair.earlier)}--{name(pair.later)}"
    earlier, later = words(pair.earlier), words(pair.later)
    assert Counter(one for label in pair.changes for one in label.before) == Counter([*earlier])
    assert Counter(one for label in pair.changes for one in label.after) == Counter([*later])
    order = [min(map([*later].index, label.after)) for label in pair.changes if label.after]
    assert order == sorted(order)
    alone = [one for one in pair.changes if len(one.before) == len(one.after) == 1]
    same = [one for one in alone if earlier[one.before[0]] == later[one.after[0]]]
    assert [one for one in alone if one.kind == "unchanged"] == same


def name(symbol: str) -> str:
    """A symbol as the names of the files have it: `79-259A`."""
    return symbol.removeprefix("A/RES/").replace("/", "-")


def words(symbol: str) -> dict[str, str]:
    """The words of each clause that has any, by its id; those of a table are its cells."""
    stem = symbol.replace("/", "_").rstrip("ABC")
    files = sorted((CORPUS / "xml" / "en").glob(f"{stem}[._A-C]*xml"))
    clauses = [
        clause
        for reading in read_files(files)
        if reading.parsed.resolution and str(reading.parsed.resolution.symbol) == symbol
        for clause in reading.parsed.resolution.clauses()
    ]
    found = {clause.id: spelled(clause) for clause in clauses if clause.kind != "heading"}
    return {one: text for one, text in found.items() if text}


def spelled(clause: Clause) -> str:
    """The words of a clause with all hyphens and white space alike."""
    cells = (cell.text for row in clause.rows for cell in row)
    return " ".join([*clause.text.split(), *cells]).replace("\u2011", "-").replace("\u2010", "-")
