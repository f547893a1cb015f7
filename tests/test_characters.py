"""What is read at one look is what a closer look would give."""

from __future__ import annotations

import sys

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
