"""The outline of a page: headings as they are printed, paragraphs by how they begin."""

from __future__ import annotations

import pytest

from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.publishing.outline import opening_words, outline_of
from mkdocs_resolutions.reading import read
from raw_texts import sound

_FIRST = "1. *Requests* keepers to light lamps;"


def _titles(body: str) -> list[str]:
    text = parse(read(sound("77/903", _FIRST, body).encode(), "case.txt")[0]).resolution
    assert text
    (operative,) = [one for one in outline_of(text, is_alone=True) if one.id == "operative"]
    return [one.title for one in operative.below]


def test_the_number_of_a_heading_is_told_from_its_title() -> None:
    body = f"**I**\n\n**Wicks**\n\n{_FIRST}"
    assert _titles(body)[0] == "I. Wicks"
    body = f"**Part I**\n\n**Wicks**\n\n{_FIRST}"
    assert _titles(body)[0] == "Part I: Wicks"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lamps worth 3,461,385 brass pennies, of which 3,450 are old, shall be lit as follows:",
         "Lamps worth 3,461,385 brass pennies …"),
        ("Oil shall be paid for in the coins of the harbours of the United Northern Towns alone;",
         "Oil shall be paid for in the coins of the harbours of the …"),
        ("Then, in the order in which they were lit, the lamps are put out by the keepers;",
         "Then, in the order in which they were lit …"),
        ("The lamps stay;", "The lamps stay"),
        ("x" * 90, "x" * 60 + " …"),
    ],
)  # fmt: skip
def test_a_paragraph_without_an_opening_is_not_cut_within_a_name(text: str, shown: str) -> None:
    assert opening_words(text) == shown
