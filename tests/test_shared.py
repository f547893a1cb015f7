"""What the members of a series share, as a picture and as a table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from lamp_years import NAME, NOT_HELD, SLUG, SYMBOLS, raw
from mkdocs_resolutions.corpus import Corpus, load
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.series_page import series_pages
from mkdocs_resolutions.publishing.shared import SHOWN, shared_documents
from site_fixtures import select, words

CITED = "*Decides* to act on resolution 60/1, on Security Council resolution 1325 (2000)"
MANY = " and ".join(f"60/{number}" for number in range(2, 42))


def held(folder: Path, words_of: dict[int, str]) -> Corpus:
    """The series with something cited in each of its years."""
    paths = []
    for session, said in words_of.items():
        path = folder / f"{session}.txt"
        path.write_text(raw(session).replace("*Decides*", said, 1), encoding="utf-8")
        paths.append(path)
    series = folder / "series.yml"
    series.write_text(f"{SLUG}:\n  name: {NAME}\n", encoding="utf-8")
    return load(paths, series, root=folder)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    several = f"{CITED}, resolution 60/1, resolution 60/1 and resolution 60/2, and"
    return held(
        tmp_path_factory.mktemp("shared"), {77: f"{CITED} and", 78: "*Decides*", 79: several}
    )


def page_of(corpus: Corpus) -> BeautifulSoup:
    (page,) = series_pages(corpus, "", documents_by_symbol(corpus))
    return BeautifulSoup(page.html, "html.parser")


def test_shared_is_what_several_members_cite_the_most_shared_first(corpus: Corpus) -> None:
    own = {*SYMBOLS, NOT_HELD}
    found = shared_documents(corpus.texts, own, documents_by_symbol(corpus))
    assert [(one.cited.symbol, one.places) for one in found] == [
        ("A/RES/60/1", (1, 0, 3)), ("S/RES/1325(2000)", (1, 0, 1)),
    ]  # fmt: skip


def test_the_picture_has_a_column_a_member_and_a_dot_where_it_cites(corpus: Corpus) -> None:
    svg = select(page_of(corpus), "svg.shared")
    links = [str(link["href"]) for link in svg.select("a")]
    assert links[:3] == [f"../../{symbol}/" for symbol in SYMBOLS]
    assert links[3] == "https://docs.un.org/en/A/RES/60/1"
    assert [(dot["cx"], dot["r"]) for dot in svg.select("circle")] == [
        ("12", "4"), ("36", "1"), ("60", "6"), ("12", "4"), ("36", "1"), ("60", "4"),
    ]  # fmt: skip
    assert svg["role"] == "group"
    for name in ("aria-labelledby", "aria-describedby"):
        assert words(select(svg, f"#{svg[name]}"))


def test_the_table_says_the_same(corpus: Corpus) -> None:
    table = select(page_of(corpus), "table.cited")
    rows = [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]
    assert rows == [
        ["60/1", "2 of 3", "2022, 2024"], ["S/RES/1325(2000)", "2 of 3", "2022, 2024"],
    ]  # fmt: skip
    assert words(select(table, "caption"))


def test_of_many_so_many_are_shown_and_the_number_is_said(tmp_path: Path) -> None:
    said = f"*Decides* to act on resolutions {MANY} and"
    page = page_of(held(tmp_path, dict.fromkeys((77, 78, 79), said)))
    assert len(page.select("table.cited tbody tr")) == SHOWN
    tops = [
        int(str(row["y"])) for row in page.select("svg.shared a > rect") if row["y"] != "0"
    ]  # fmt: skip
    assert len(set(tops)) == len(tops) == SHOWN
    assert re.search(r"The 25 most shared of 40\.", words(page))


def test_members_that_share_nothing_have_no_picture(tmp_path: Path) -> None:
    page = page_of(held(tmp_path, dict.fromkeys((77, 78, 79), "*Decides*")))
    assert not page.select("svg.shared, #shared")
