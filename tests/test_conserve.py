"""The parser counts the words it keeps; here it has lost some."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from mkdocs_resolutions.model import NoteMark
from mkdocs_resolutions.parsing import lost_words, parse
from mkdocs_resolutions.reading import read
from raw_texts import sound

(MANUSCRIPT,) = read(sound("77/903").encode(), "raw.txt")
PARSED = parse(MANUSCRIPT)
MARKED = (NoteMark("fn1", 0),)


def _lost(text: str, marks: tuple[NoteMark, ...] = ()) -> Counter[str]:
    """What is lost when the first operative paragraph, and the mark in the preamble, are these."""
    assert PARSED.resolution is not None
    (preamble,), (first, *others) = PARSED.resolution.preamble, PARSED.resolution.operative
    changed = replace(
        PARSED.resolution,
        preamble=(replace(preamble, footnotes=marks),),
        operative=(replace(first, text=text), *others),
    )
    return lost_words(MANUSCRIPT, changed, PARSED.furniture)


@pytest.mark.parametrize(
    "text",
    [
        "Requests keepers to light lamps;",
        "lamps; light to keepers Requests",
        "Requests keepers tolight lamps;",
        "Requests keep ers to light “lamps”, and more;",
    ],
)
def test_words_in_another_order_parted_or_joined_are_kept(text: str) -> None:
    assert _lost(text, MARKED) == Counter()


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Requests keepers to light;", ["lamps"]),
        ("Requests keepers to light lamp;", ["lamps"]),
        ("", ["Requests", "keepers", "to", "light", "lamps"]),
    ],
)
def test_letters_that_are_fewer_are_lost(text: str, lost: list[str]) -> None:
    assert _lost(text, MARKED) == Counter(lost)


def test_a_mark_that_is_fewer_is_lost() -> None:
    assert _lost("Requests keepers to light lamps;") == Counter(["^1"])
