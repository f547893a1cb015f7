"""The page of references, over texts whose references go wrong in every way."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup, Tag

from site_fixtures import EXAMPLES, OpenPage, Site, check_with_axe, select, words
from tangled import FOUR, NOT_HELD, ONE, THREE, TWO

ADDRESS = "references/"


@pytest.fixture
def page(tangled_site: Site) -> BeautifulSoup:
    return tangled_site.page(ADDRESS)


def _table(page: BeautifulSoup, heading: str) -> Tag:
    """The table below a heading."""
    table = select(page, f"#{heading}").find_next("table")
    assert isinstance(table, Tag)
    return table


def _rows(table: Tag) -> list[list[str]]:
    return [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]


def test_sorts_of_documents_are_told_apart_with_their_counts(page: BeautifulSoup) -> None:
    assembly = _rows(_table(page, "assembly"))
    assert [row[0].split()[0] for row in assembly][:2] == ["76/960", "77/961"]
    (held,) = [row for row in assembly if row[0].startswith("77/961")]
    assert held == ["77/961 held here Lamps & <wicks> of 961", "2", "3"]
    assert ["S/RES/1325(2000)", "1", "1"] in _rows(_table(page, "council"))
    others = _rows(_table(page, "other"))
    assert ["A/77/L.9", "document", "4", "4"] in others
    # The text that the site itself has, 77/79, cites it too.
    assert ["A/77/385 Report of the First Committee", "document", "2", "2"] in others


def test_one_text_is_spoken_of_as_one(site: Site) -> None:
    said = words(select(site.page(ADDRESS), "h1 + p"))
    assert said.startswith("The one resolution held here cites 12 other documents")
    assert "; none of them is held here." in said


def test_links_lead_to_held_texts_and_to_official_documents(page: BeautifulSoup) -> None:
    links = {words(link): link for link in _table(page, "assembly").select("a")}
    assert (links["77/961"]["href"], links["77/961"].get("rel")) == (f"../{ONE}/", None)
    outside = links["76/960"]
    assert outside["href"] == f"https://docs.un.org/en/{NOT_HELD}"
    assert outside["rel"] == ["external"]


def test_what_to_fetch_next_is_a_table_a_list_and_a_file(
    page: BeautifulSoup, tangled_site: Site
) -> None:
    # The site's own text, 77/79, recalls others that are not held.
    symbols = tangled_site.read(f"{ADDRESS}missing.txt").decode().split("\n")
    assert (symbols[0], symbols[-1]) == (NOT_HELD, "")
    listed = [row[0] for row in _rows(_table(page, "missing"))]
    assert listed == [symbol.removeprefix("A/RES/") for symbol in symbols[:-1]]
    assert words(select(page, "pre")).split() == symbols[:-1]
    for symbol in (ONE, TWO):
        assert symbol not in symbols


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("places", ["77/961, OP 1", "A_RES_77_961.txt:17",
                    "paragraph 99 of its resolution 77/962", f"{TWO} has no op99"]),
        ("places", ["77/961, OP 3", "A_RES_77_961.txt:21", "paragraph 88", f"{ONE} has no op88"]),
        ("open", ["77/964, PP 1", "A_RES_77_964.txt:13", "51/2",
                  "it is a resolution of the Commission on the Status of Women"]),
        ("contradicted", ["77/963, OP 2", "A_RES_77_963.txt:17", "77/961",
                          f"the words say {ONE}, the link {TWO}"]),
    ],
)  # fmt: skip
def test_a_doubt_names_place_file_line_words_and_why(
    page: BeautifulSoup, heading: str, row: list[str]
) -> None:
    place, file, text, why = row
    found = _rows(_table(page, heading))
    (one,) = [cells for cells in found if cells[1:] == [text, why]]
    assert one[0].startswith(f"{place} ")
    assert one[0].endswith(file)


def test_a_doubt_names_no_folder_of_whoever_built_the_site(
    page: BeautifulSoup, tangled_site: Site
) -> None:
    assert [code for code in page.select(".doubts code") if "/" in words(code)] == []
    data = json.loads(tangled_site.read("references.json"))
    at = data["columns"]["doubts"].index("path")
    rows = [row for one in data["resolutions"].values() for row in one["doubts"]]
    assert {row[at] for row in rows} == {f"A_RES_77_{number}.txt" for number in (961, 963, 964)}


def test_a_doubt_leads_to_its_clause(page: BeautifulSoup) -> None:
    assert select(_table(page, "contradicted"), "a")["href"] == f"../{THREE}/#op2"


def test_the_notices_of_the_build_are_those_of_the_page(
    page: BeautifulSoup, tangled_site: Site
) -> None:
    data = json.loads(tangled_site.read("references.json"))
    doubts = [row for one in data["resolutions"].values() for row in one["doubts"]]
    assert len(doubts) == 5
    assert len(page.select(".doubts tbody tr")) == len(doubts)
    # An info is said by `check`, and no reason for a build to fail.
    said = [line for line in tangled_site.output.splitlines() if " reference-" in line]
    assert len(said) == len(doubts)
    assert all(line.startswith("INFO") for line in said)


def test_tables_have_captions_and_scopes(page: BeautifulSoup) -> None:
    tables = page.select("article table")
    assert len(tables) == 9
    for table in tables:
        assert words(select(table, "caption"))
        assert all(cell.get("scope") for cell in table.select("th"))


def test_nothing_invented_is_counted_and_nothing_climbs(
    page: BeautifulSoup, tangled_site: Site
) -> None:
    assert "LAMP" not in words(select(page, "article.references"))
    data = json.loads(tangled_site.read("references.json"))
    assert FOUR in data["resolutions"]
    assert not any(f"{symbol}/".endswith(EXAMPLES) for symbol in data["resolutions"])
    assert not any(".." in name or "passwd" in name for name in tangled_site.files)
    assert "alert(1)" not in str(page.select("script"))


def test_the_data_stands_in_the_root(tangled_site: Site) -> None:
    for name in ("references.json", "references.csv", "references.graphml",
                 "references.schema.json"):  # fmt: skip
        assert name in tangled_site.files


def test_the_page_is_in_the_navigation_the_search_and_the_sitemap(tangled_site: Site) -> None:
    tabs = tangled_site.page("").select(".md-tabs a")
    assert "References" in [words(tab) for tab in tabs]
    assert f"{tangled_site.address}{ADDRESS}" in tangled_site.read("sitemap.xml").decode()
    records = json.loads(tangled_site.read("search/search_index.json"))["docs"]
    assert ADDRESS in [record["location"] for record in records]


# --- in a browser ----------------------------------------------------------------------------


@pytest.mark.browser
def test_axe_finds_nothing(tangled_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{tangled_address}{ADDRESS}")
    page.locator("article summary").click()
    check_with_axe(page, "references")


@pytest.mark.browser
def test_a_narrow_window_shows_all_without_scrolling_aside(
    tangled_address: str, open_page: OpenPage
) -> None:
    page = open_page(
        f"{tangled_address}{ADDRESS}",
        viewport={"width": 360, "height": 720},
        java_script_enabled=False,
    )
    for table in page.locator("article table").all():
        box = table.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
