"""The outline of a page: headings as they are printed, paragraphs by how they begin."""

from __future__ import annotations

import pytest

from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.publishing.content import Heading
from mkdocs_resolutions.publishing.outline import opening_words, outline_of
from mkdocs_resolutions.reading import read
from raw_texts import sound

_FIRST = "1. *Requests* keepers to light lamps;"
_ALL = f"{_FIRST}\n\n2. *Decides* to remain seized of the matter."


def _operative(body: str) -> Heading:
    text = parse(read(sound("77/903", _ALL, body).encode(), "case.txt")[0]).resolution
    assert text
    (operative,) = [one for one in outline_of(text, is_alone=True) if one.id == "operative"]
    return operative


def _titles(body: str) -> list[str]:
    return [one.title for one in _operative(body).below]


def test_the_number_of_a_heading_is_told_from_its_title() -> None:
    body = f"**I**\n\n**Wicks**\n\n{_FIRST}"
    assert _titles(body)[0] == "I. Wicks"
    body = f"**Part I**\n\n**Wicks**\n\n{_FIRST}"
    assert _titles(body)[0] == "Part I: Wicks"


def _paragraphs(first: int, last: int) -> str:
    numbers = range(first, last + 1)
    return "\n\n".join(f"{number}. *Requests* keepers to light lamps;" for number in numbers)


def test_a_long_resolution_names_its_paragraphs_by_ranges() -> None:
    assert _titles(_paragraphs(1, 40))[39] == "40. Requests"
    assert _titles(_paragraphs(1, 43)) == ["1–10", "11–20", "21–30", "31–40", "41–43"]


def test_the_ranges_of_a_long_resolution_end_at_its_headings() -> None:
    body = f"**Wicks**\n\n{_paragraphs(1, 12)}\n\n**Oil**\n\n{_paragraphs(13, 45)}"
    found = [(one.title, [below.title for below in one.below]) for one in _operative(body).below]
    assert found == [
        ("Wicks", ["1–10", "11–12"]), ("Oil", ["13–22", "23–32", "33–42", "43–45"]),
    ]  # fmt: skip


def test_a_range_leads_to_its_first_paragraph() -> None:
    assert [one.id for one in _operative(_paragraphs(1, 43)).below] == [
        "op1", "op11", "op21", "op31", "op41",
    ]  # fmt: skip


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
