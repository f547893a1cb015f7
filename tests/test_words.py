"""Every word of a raw file is in the model or in a named piece of page furniture, and no other is.

The words are counted from the bytes here, without the reader of the project: only the markup is
taken off. `lost_words`, by which the parser judges itself, is not asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

import golden
from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.parsing import Furniture, parse
from mkdocs_resolutions.reading import read

_ADDRESS = re.compile(r"\]\([^()]*\)")
# A number that an element has beside its words, and again in them, is the document's but once.
_NOT_THE_TEXT = re.compile(
    r"<meta>.*?</meta>|<!--.*?-->|<\?.*?\?>|<sup>.</sup>"
    r"|<num>\s*(\S+)\s*</num>(?=\s*<[a-z]+>\s*\1\s)",
    re.DOTALL,
)
_NOT_SEEN = re.compile(
    r"<(head|style)>.*?</\1>|<style.*?</style>|<!--.*?-->|<p[^>]*display:none.*?</p>", re.DOTALL
)
_IN_A_WORD = re.compile(r"</?(?:a|b|i|span|font|sup)(?=[\s>])[^<>]*>")
_TAG = re.compile(r"<[^<>]+>")
_NO_LETTERS = re.compile(r"[^\w\s]|[_⁰¹²³⁴⁵⁶⁷⁸⁹]|[ᵃ-ᵡ]")


def _count(text: str) -> Counter[str]:
    return Counter(_NO_LETTERS.sub(" ", text).split())


def _printed(
    resolution: Resolution, furniture: tuple[Furniture, ...], *, figures: bool = False
) -> Iterator[str]:
    """Each text of the model once; what is there twice in other forms is left out.

    `figures` says that the file prints note numbers and marks as plain figures.
    """
    nums = {note.id: note.num for note in resolution.footnotes}
    if figures:
        yield from (nums[mark.id] for one in resolution.clauses() for mark in one.footnotes)
        yield from nums.values()
    yield from (line.text for line in resolution.masthead.printed)
    for clause in resolution.clauses():
        yield f"{clause.num or ''} {clause.text}"
        yield from (cell.text for row in clause.rows for cell in row)
        yield from clause.table_notes
    for annex in resolution.annexes:
        yield f"{annex.heading} {annex.title}"
    for note in resolution.footnotes:
        yield f"{note.num if '*' in note.num else ''} {note.text}"
    yield from (piece.text for piece in furniture)


def _words_of_file(data: bytes) -> str:
    """What a reader of the file sees: text without its links, markup without its head and tags."""
    text = data.decode("utf-8-sig").replace("\N{SOFT HYPHEN}", "")
    if "<body" in text:
        return unescape(_TAG.sub(" ", _IN_A_WORD.sub("", _NOT_SEEN.sub(" ", text))))
    if "<akomaNtoso" not in text:
        return _ADDRESS.sub(" ", text)
    return unescape(_TAG.sub(" ", _NOT_THE_TEXT.sub(" ", text)))


# A composite file prints its masthead once and means it for each of its resolutions.
SINGLE = [path for path in golden.FILES if len(read(path.read_bytes(), path.name)) == 1]


@pytest.mark.parametrize("path", SINGLE, ids=lambda path: path.stem)
def test_the_words_of_a_file_are_those_of_its_model(path: Path) -> None:
    data = path.read_bytes()
    parsed = parse(*read(data, path.name))
    assert parsed.resolution is not None
    raw = _count(_words_of_file(data))
    ruled = re.search(r"^ *_{5}", data.decode(), re.MULTILINE)
    figures = b"<body" in data or (ruled is not None and "¹" not in data.decode())
    kept = _count("\n".join(_printed(parsed.resolution, parsed.furniture, figures=figures)))
    assert raw - kept == Counter(), "words of the file that are nowhere"
    assert kept - raw == Counter(), "words that the file does not have"
    assert raw.total() > 50


def test_a_word_that_is_dropped_is_seen() -> None:
    """The count above can fail: it misses the one word that a model lacks."""
    path = golden.FILES[0]
    parsed = parse(*read(path.read_bytes(), path.name))
    assert parsed.resolution is not None
    texts = list(_printed(parsed.resolution, parsed.furniture))
    without = [text.replace("remnants", "") for text in texts]
    raw = _count(_ADDRESS.sub(" ", path.read_text(encoding="utf-8")))
    assert set(raw - _count("\n".join(without))) == {"remnants"}
