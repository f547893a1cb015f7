"""What is read at one look is what a closer look would give."""

from __future__ import annotations

import sys

import pytest

from mkdocs_resolutions.reading import read
from mkdocs_resolutions.reading.characters import clean, is_plain, oddities, tricks

PLAIN = [chr(code) for code in range(sys.maxunicode + 1) if is_plain(chr(code))]
UNSEEN = "\u200b"
"""Nothing that holds it is plain: beside it everything is looked at closely."""


def test_most_of_what_is_printed_is_plain() -> None:
    assert set("Übung 1, “façade” – l’État; §\N{SUPERSCRIPT FIVE}") <= set(PLAIN)


def test_what_is_plain_stays_as_it_is() -> None:
    assert [one for one in PLAIN if clean(f"a{one}b{UNSEEN}") != f"a{one}b"] == []
    assert clean(f"{''.join(PLAIN)}{UNSEEN}") == "".join(PLAIN)


def test_nothing_is_odd_about_what_is_plain() -> None:
    text = f"{' '.join(PLAIN)} {'–' * 20} {UNSEEN}"
    assert tricks(text) == tricks(UNSEEN)
    assert oddities(text) is None


def test_the_hyphen_of_pdfium_that_ends_a_line_is_one() -> None:
    assert clean("low\ufffeand middle") == "low-and middle"
    assert oddities("low\ufffeand") is None


def test_letters_that_a_font_joins_are_letters() -> None:
    assert clean("Rea\ufb03rming the \ufb01rst o\ufb00er") == "Reaffirming the first offer"
    assert oddities("\ufb01rst") is None


@pytest.mark.parametrize(
    "form",
    [
        "The General Assembly,\n\n1. {}",
        "<p>The General Assembly,</p><p>1. {}</p>",
        "<p>The General Assembly,</p>\n\u202e <p>1. {}</p>",
        "<pre>The General Assembly,\n\n1. {}</pre>",
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><mainBody>'
        "<p>The General Assembly,</p> \u202e <num> \u202e 1. </num><p>{}</p>"
        "</mainBody></akomaNtoso>",
    ],
)
def test_what_is_dropped_leaves_one_space(form: str) -> None:
    words = "Light \u202e lamps, \u200b\u202e and \u202e "
    (manuscript,) = read(form.format(words).encode(), "raw")
    texts = [block.text for block in manuscript.blocks]
    assert texts == ["The General Assembly,", "1. Light lamps, and"]
