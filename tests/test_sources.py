"""One resolution in several files: which counts, and how files elsewhere are named."""

from __future__ import annotations

from pathlib import Path

import golden
from mkdocs_resolutions.corpus import load
from mkdocs_resolutions.publishing import resolution_record
from raw_texts import sound

XML = next(path for path in golden.FILES if path.stem == "A_RES_80_918")


def test_of_two_formats_the_better_counts_and_both_are_named(tmp_path: Path) -> None:
    for name in ("a.txt", "z.txt"):  # before and behind the XML by name
        text = tmp_path / name
        text.write_text(sound("80/918", "Seventy-seventh", "Eightieth"), encoding="utf-8")
        corpus = load(sorted([text, XML]), root=tmp_path, elsewhere=True)
        assert "symbol-twice" not in {notice.rule for notice in corpus.notices}
        (record,) = map(resolution_record, corpus.texts)
        assert record["source"]["format"] == "akn"
        assert [source["format"] for source in record["sources"]] == ["akn", "text"]
        assert record["sources"][0] == record["source"]
        assert record["title"] == "Lamps of the harbours"
        text.unlink()


def test_no_path_of_the_machine_is_in_what_is_made(tmp_path: Path) -> None:
    root, other = tmp_path / "site", tmp_path / "elsewhere"
    for folder in (root, other):
        folder.mkdir()
    (other / "raw.txt").write_text(sound("77/903"), encoding="utf-8")
    (text,) = load([other / "raw.txt"], root=root, elsewhere=True).texts
    assert resolution_record(text)["source"]["path"] == "../elsewhere/raw.txt"
