"""Redlines as HTML and as characters."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from mkdocs_resolutions.comparing.halves import parted
from mkdocs_resolutions.comparing.redline import redline
from mkdocs_resolutions.model import NoteMark, Reference, Run, Span
from mkdocs_resolutions.publishing.markup import Lead, Look
from mkdocs_resolutions.publishing.redline import (
    earlier_text,
    later_text,
    redline_html,
    redline_plain,
)

CONCERN = (
    Run("=", "Expresses "), Run("-", "strong"), Run("+", "grave"), Run("=", " concern <1>\nat it"),
)  # fmt: skip
RUNS = st.lists(
    st.builds(Run, st.sampled_from("=-+"), st.text("ab<&", min_size=1, max_size=5)), max_size=8
)


def read(html: Markup, *, without: str) -> str:
    """What an eye reads of a redline when it passes over one kind of element."""
    soup = BeautifulSoup(html.replace("<br>\n", "\n"), "html.parser")
    for hidden in soup.select(f".for-ears, {without}"):
        hidden.decompose()
    return soup.get_text()


def test_a_redline_says_what_went_and_what_came() -> None:
    html = redline_html(CONCERN, phrase="Expresses grave concern")
    soup = BeautifulSoup(html, "html.parser")
    assert [one.get_text() for one in soup.select("del, ins")] == [
        "deleted: strong, end of deletion, ", "inserted: grave, end of insertion, ",
    ]  # fmt: skip
    assert soup.select_one("em.phrase > del + ins")
    assert "&lt;1&gt;" in html


def test_words_that_end_in_a_mark_have_no_second_one() -> None:
    html = redline_html((Run("=", "lamps "), Run("-", "and oil,"), Run("+", "at night;")))
    assert [one.get_text() for one in BeautifulSoup(html, "html.parser").select("del, ins")] == [
        "deleted: and oil, end of deletion, ", "inserted: at night; end of insertion, ",
    ]  # fmt: skip


@given(RUNS)
def test_both_texts_can_be_read_in_the_html(runs: list[Run]) -> None:
    html = redline_html(runs)
    assert read(html, without="del") == later_text(runs)
    assert read(html, without="ins") == earlier_text(runs)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "the lamps of 6 May 2021 and 7/1 of 7 May 2022",
            "the lamps of 6 May 2021, 7/1 of 7 May 2022",
        ),
        ("to keep the lamps, and the oil;", "to keep the lamps and wicks, and the oil;"),
        ("to keep the lamps and wicks, the oil and the glass;", "to keep the lamps, the oil;"),
    ],
)
def test_a_column_has_the_spaces_of_its_year(before: str, after: str) -> None:
    html = redline_html(redline(before, after))
    later, earlier = (
        read(html, without=f"{gone}, .parts-{gone}").split() for gone in ("del", "ins")
    )
    assert (earlier, later) == (before.split(), after.split())


def test_references_and_marks_are_those_of_the_later_text() -> None:
    runs = (Run("-", "In "), Run("=", "see "), Run("+", "77/1 "), Run("=", "here"))
    reference = Reference(
        4, 8, "77/1", "ga-resolution", "A/RES/77/1", "A/RES/77/1", "external", "https://x.example/"
    )
    html = redline_html(
        runs, [reference], marks=[(NoteMark("fn1", 8), Markup("<sup>1</sup>"))],
        italics=[Span(9, 13)],
    )  # fmt: skip
    soup = BeautifulSoup(html, "html.parser")
    new, mark = soup.select_one("ins:has(> a)"), soup.select_one("sup")
    assert new
    assert mark
    assert mark.previous_sibling is new
    assert [one.get_text() for one in soup.select("i")] == ["here"]


def test_no_words_left_out_stand_in_a_link_of_the_later_text() -> None:
    runs = [
        Run("=", "the Convention on "),
        Run("-", "Gas to consult"),
        Run("+", "Lamps"),
        Run("=", ";"),
    ]
    name = "Convention on Lamps"
    reference = Reference(4, 23, name, "treaty", "UNTS 1/2", "UNTS 1/2", "external", "u")
    soup = BeautifulSoup(redline_html(runs, [reference]), "html.parser")
    links = soup.find_all("a")
    assert [link.find_all("del") for link in links] == [[], []]
    assert soup.find("del") is not None
    # The sign of what leaves the site stands behind the last part, and that looks like the first.
    assert [link["class"][1:] for link in links] == [
        ["reference--external", "reference--goes-on"], ["reference--external"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("runs", "name"),
    [
        # All of it is new; what gave way to it was another's name.
        ([Run("=", "see "), Run("-", "76/1"), Run("+", "77/1"), Run("=", ";")], "77/1"),
        ([Run("=", "the Act on "), Run("-", "Oil,"), Run("+", "Lamps"), Run("=", ";")],
         "Act on Lamps"),
        ([Run("=", "the Act on"), Run("-", " Oil,"), Run("+", " Lamps"), Run("=", ";")],
         "Act on Lamps"),
    ],
)  # fmt: skip
def test_no_column_has_a_link_without_words(runs: list[Run], name: str) -> None:
    start = later_text(runs).index(name)
    reference = Reference(
        start, start + len(name), name, "treaty", "UNTS 1/2", "UNTS 1/2", "external", "u"
    )
    html = redline_html(runs, [reference])
    for hidden in ("ins, .parts-ins", "del, .parts-del"):
        soup = BeautifulSoup(html, "html.parser")
        for element in soup.select(f".for-ears, {hidden}"):
            element.decompose()
        assert all(link.get_text(strip=True) for link in soup.find_all("a"))


def test_a_part_of_a_link_is_led_by_the_whole() -> None:
    def leads(reference: Reference) -> Lead:
        look: Look = "external" if " " in reference.text else "quiet"
        return Lead(reference.url, look)

    runs = [Run("=", "the Convention on "), Run("-", "Gas"), Run("+", "Lamps")]
    name = "Convention on Lamps"
    reference = Reference(4, 23, name, "treaty", "UNTS 1/2", "UNTS 1/2", "external", "u")
    soup = BeautifulSoup(redline_html(runs, [reference], leads=leads), "html.parser")
    assert [link["class"][1] for link in soup.find_all("a")] == ["reference--external"] * 2


def test_a_link_that_words_put_in_cut_is_one_link() -> None:
    runs = [Run("+", "now the Convention "), Run("=", "on Lamps;")]
    name = "Convention on Lamps"
    reference = Reference(8, 27, name, "treaty", "UNTS 1/2", "UNTS 1/2", "external", "u")
    soup = BeautifulSoup(redline_html(runs, [reference]), "html.parser")
    assert [link["class"][2:] for link in soup.find_all("a")] == [["reference--goes-on"], []]


def test_a_redline_as_characters() -> None:
    assert redline_plain(CONCERN) == "Expresses [-strong-]{+grave+} concern <1>\nat it"


@pytest.mark.parametrize(
    ("runs", "lengths", "parts"),
    [
        ((Run("=", "one "), Run("-", "and "), Run("+", "\nThree"), Run("=", "two")), (4, 8),
         ["one [-and -]", "{+Three+}two"]),
        ((Run("=", "one two"),), (7,), ["one two"]),
        ((Run("=", "a"), Run("+", "b\nc")), (2, 1), ["a{+b+}", "{+c+}"]),
        # The words that the next clause begins with are its own.
        (
            (Run("=", "Notes"), Run("-", " and also asks"), Run("+", "\nAsks"), Run("=", " me")),
            (5, 7),
            ["Notes[- and also -]", "[-asks-]{+Asks+} me"],
        ),
        (
            (Run("-", "and asks"), Run("+", "Tar\nAlso asks"), Run("=", " me")),
            (3, 12),
            ["[-and -]{+Tar+}", "[-asks-]{+Also asks+} me"],
        ),
        # So are those that gave way to them behind a mark.
        (
            (
                Run("=", "Notes oil,"), Run("-", " albeit the first"), Run("+", "\nSees the next"),
                Run("=", " one"),
            ),
            (10, 17),
            ["Notes oil,", "[- albeit the first-]{+Sees the next+} one"],
        ),
        (
            (Run("-", "and asks"), Run("=", " oil"), Run("+", "\nAsks me")),
            (4, 7),
            ["[-and asks-] oil", "{+Asks me+}"],
        ),
    ],
)  # fmt: skip
def test_a_split_is_shown_clause_by_clause(
    runs: tuple[Run, ...], lengths: tuple[int, ...], parts: list[str]
) -> None:
    assert [redline_plain(part) for part in parted(runs, lengths)] == parts


SAID = st.lists(st.sampled_from(["asks", "also", "notes", "oil,", "and"]), max_size=5).map(" ".join)


@given(SAID.filter(bool), st.lists(SAID.filter(bool), min_size=2, max_size=3))
def test_the_parts_of_a_split_spell_both_texts(before: str, after: list[str]) -> None:
    parts = [*parted(redline(before, "\n".join(after)), [*map(len, after)])]
    assert "".join(map(earlier_text, parts)) == before
    assert [*map(later_text, parts)] == after


def test_a_mark_that_went_stands_where_it_stood() -> None:
    """In words left out, at the end of them, or in what stayed."""
    runs = (Run("=", "Oil "), Run("-", "and tar, of pitch"), Run("+", "or wax"), Run("=", " here"))
    for offset, said in (
        (12, "Oil and tar,1 of pitchor wax here"),
        (21, "Oil and tar, of pitch1or wax here"),
        (3, "Oil1 and tar, of pitchor wax here"),
        (26, "Oil and tar, of pitchor wax here1"),
    ):
        assert read(redline_html(runs, gone=[(offset, Markup("<b>1</b>"))]), without="i") == said
