"""Several documents in one file, one behind the other."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from golden import RAW
from mkdocs_resolutions.corpus import Corpus, load, parse_file
from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.parsing import Parsed
from raw_texts import SOUND, sound

TEXTS = ("A_RES_77_901.txt", "A_RES_78_921A-C.txt", "A_RES_80_920.txt", "A_RES_80_935.txt")
KINDS = {
    "text": TEXTS,
    "HTML of word processors": ("A_RES_80_931.html", "A_RES_80_932.html"),
    "HTML of printed pages": ("A_RES_80_933.html", "A_RES_80_934.html"),
}
PAIRS = [pair for names in KINDS.values() for pair in permutations(names, 2)]
OTHER = sound("77/930")


def _parsed(folder: Path, *pieces: bytes, name: str = "raw.txt") -> tuple[Parsed, ...]:
    file = folder / name
    file.write_bytes(b"\n".join(pieces))
    return parse_file(file, name)


def _loaded(folder: Path, *pieces: str) -> Corpus:
    file = folder / "raw.txt"
    file.write_text("\n".join(pieces), encoding="utf-8")
    return load([file], root=folder)


def _symbols(corpus: Corpus) -> list[str]:
    return [str(text.resolution.symbol) for text in corpus.texts]


def _said(parsed: tuple[Parsed, ...]) -> list[tuple[str, str]]:
    return [
        (one.rule, one.message)
        for each in parsed
        for one in each.notices
        if one.rule != "file-of-several"
    ]


def _words(resolution: Resolution | None) -> object:
    """All that a resolution says, but for where its file says it."""
    assert resolution is not None
    masthead = resolution.masthead
    return (
        str(resolution.symbol), resolution.source.part, masthead.title, masthead.adopted,
        masthead.meeting, [(one.field, one.text) for one in masthead.printed],
        [(one.id, one.kind, one.text, one.footnotes, one.phrase) for one in resolution.clauses()],
        [(one.id, one.title) for one in resolution.annexes],
        [(one.id, one.text) for one in resolution.footnotes],
    )  # fmt: skip


@pytest.mark.parametrize("names", PAIRS, ids="+".join)
def test_each_is_read_as_if_it_stood_alone(tmp_path: Path, names: tuple[str, str]) -> None:
    files = [RAW / name for name in names]
    alone = [parse_file(file, "raw.txt") for file in files]
    both = _parsed(tmp_path, *(file.read_bytes() for file in files))
    assert [_words(one.resolution) for one in both] == [
        _words(one.resolution) for several in alone for one in several
    ]
    assert _said(both) == _said((*alone[0], *alone[1]))


def test_one_notice_says_where_the_further_one_begins(tmp_path: Path) -> None:
    corpus = _loaded(tmp_path, SOUND, OTHER)
    assert _symbols(corpus) == ["A/RES/77/902", "A/RES/77/930"]
    line = SOUND.count("\n") + 2
    assert [(one.rule, one.origin.line) for one in corpus.notices if one.origin.line != 1] == [
        ("file-of-several", line)
    ]
    clauses = [[one.id for one in text.resolution.clauses()] for text in corpus.texts]
    assert clauses == [["pp1", "op1", "op2"]] * 2


def test_three_in_any_encoding(tmp_path: Path) -> None:
    text = "\n".join((SOUND, OTHER, sound("77/931")))
    for encoding in ("utf-8-sig", "utf-16"):
        found = _parsed(tmp_path, text.encode(encoding))
        assert [str(one.resolution and one.resolution.symbol) for one in found] == [
            "A/RES/77/902", "A/RES/77/930", "A/RES/77/931",
        ]  # fmt: skip


def test_a_further_one_that_does_not_say_who_adopted_it(tmp_path: Path) -> None:
    """As the Official Records print them: one title below the adoption of the one before."""
    plain = OTHER[OTHER.index("**77/930") :]
    assert _symbols(_loaded(tmp_path, SOUND, plain)) == ["A/RES/77/902", "A/RES/77/930"]


def test_the_same_twice_in_a_file_is_said(tmp_path: Path) -> None:
    corpus = _loaded(tmp_path, SOUND, SOUND)
    assert _symbols(corpus) == ["A/RES/77/902"]
    assert {"file-of-several", "symbol-twice"} <= {one.rule for one in corpus.notices}


def test_what_an_annex_quotes_is_no_further_document(tmp_path: Path) -> None:
    quoted = OTHER[OTHER.index("**77/930") : OTHER.index("¹ See")]
    corpus = _loaded(tmp_path, SOUND, "Annex\n\n**Lamps of another year**\n", quoted)
    assert _symbols(corpus) == ["A/RES/77/902"]


def test_a_decision_inside_a_clause_is_no_further_document(tmp_path: Path) -> None:
    decided = "*Decides* to remain"
    inside = "*Decides*:\n\nThe General Assembly,\n\nrecalling its decision, decides to remain"
    assert _symbols(_loaded(tmp_path, SOUND.replace(decided, inside))) == ["A/RES/77/902"]


def test_html_of_many_roots_that_is_one_document_stays_one(tmp_path: Path) -> None:
    """Pages that a converter wrote as files of their own, and somebody put together."""
    html = "<html><body>{}</body></html>".format
    paragraphs = [f"<p>{one}</p>" for one in SOUND.replace("*", "").split("\n\n")]
    pages = [html("".join(part)).encode() for part in (paragraphs[:6], paragraphs[6:])]
    (found,) = _parsed(tmp_path, *pages)
    (whole,) = _parsed(tmp_path, html("".join(paragraphs)).encode())
    assert _words(found.resolution) == _words(whole.resolution)
