"""The worked example in the built site: it says that it is invented, and no list has it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from mkdocs_resolutions.publishing.labels import label_of
from site_fixtures import (
    EXAMPLE_SERIES,
    EXAMPLES,
    GUIDE,
    INVENTED,
    PAGE,
    RAW,
    Site,
    built,
    copy_source,
    select,
    words,
)

EachInvented = pytest.mark.parametrize("address", INVENTED)


@EachInvented
def test_a_banner_says_it_first_and_leads_to_the_guide(site: Site, address: str) -> None:
    article = select(site.page(address), "article.md-content__inner")
    banner = select(article, "[role=note]")
    assert banner.find_previous("h1") is None
    assert words(banner).startswith("An invented example.")
    assert urljoin(address, str(select(banner, "a")["href"])) == GUIDE
    assert "invented" in words(select(site.page(address), "head > title"))


def test_no_real_page_has_the_banner(site: Site) -> None:
    marked = {name for name, page in site.pages.items() if page.select(".invented")}
    assert marked == {f"{address}index.html" for address in INVENTED}


@EachInvented
def test_nothing_of_it_is_said_to_be_the_united_nations(site: Site, address: str) -> None:
    page = site.page(address)
    assert "United Nations" not in page.get_text()
    number = address.removeprefix("example/LAMP/RES/").rstrip("/")
    cited = {words(form) for form in page.select("[data-form=un]")}
    assert cited <= {f"Assembly of Lamplighters resolution {number}"}
    assert page.select("[data-form=oscola], [data-form=bluebook], [type$='ld+json']") == []
    outside = {str(link["href"]) for link in page.select("a[href^='http']")}
    assert {link.partition("/content/")[0] for link in outside} <= {"https://example.org/edit/main"}


def test_no_list_feed_or_search_knows_it(site: Site) -> None:
    """It is named where it lies and in the guide; the schemas say what its symbols look like."""
    files = [name for name in site.files if name.endswith((".html", ".json", ".xml", ".txt"))]
    naming = {
        name
        for name in files
        if not name.endswith(".schema.json")
        and any(word in site.read(name).decode().lower() for word in ("lamp/res", "series/lampl"))
    }
    assert {name for name in naming if not name.startswith(INVENTED)} == {f"{GUIDE}index.html"}
    found = json.loads(site.read("search/search_index.json"))["docs"]
    assert [entry for entry in found if entry["location"].startswith((*INVENTED, GUIDE))] == []


def test_the_index_of_series_leads_to_it_apart_from_its_list(site: Site) -> None:
    page = site.page("series/")
    link = select(page, "main a[href='lamplighters/']")
    assert link.find_parent("ul") is None
    assert "invented" in words(link)


def test_its_own_resolutions_lead_to_each_other(site: Site) -> None:
    page = site.page(EXAMPLES[3])
    cited = {words(link): urljoin(EXAMPLES[3], str(link["href"])) for link in
             page.select("#pp1 a.reference")}  # fmt: skip
    assert cited == {"3/1": EXAMPLES[0], "4/2": EXAMPLES[1], "5/1": EXAMPLES[2]}
    before = select(page, ".neighbours__previous a")
    assert urljoin(EXAMPLES[3], str(before["href"])) == EXAMPLES[2]
    assert page.select(".neighbours__next") == []


def test_an_older_text_that_is_not_held_has_no_link(site: Site) -> None:
    row = select(site.page(EXAMPLE_SERIES), "[id='lamp-2-3']")
    assert words(row) == "LAMP/RES/2/3 10 October 2018 not held"
    assert row.select("a") == []
    before = select(site.page(EXAMPLES[0]), ".neighbours__previous")
    assert words(before) == "Previous in the series: LAMP/RES/2/3 text not held"


def test_its_clauses_have_addresses_in_its_series(site: Site) -> None:
    page = site.page(EXAMPLE_SERIES)
    for name in ("lamp-3-1-pp5", "lamp-4-2-op5-d", "lamp-6-4-annex1-p3"):
        assert len(page.select(f"[id='{name}']")) == 1


def test_the_guide_names_each_clause_by_its_own_number(site: Site) -> None:
    links = [link for link in site.page(GUIDE).select("main a[href*='#']")
             if "LAMP" in str(link["href"])]  # fmt: skip
    assert len(links) > 50
    for link in links:
        address, _, anchor = str(link["href"]).partition("#")
        label = label_of(anchor).replace("annex I, para.", "annex, paragraph")
        assert words(link).startswith(label)
        number = words(link).partition(" of ")[2]
        assert not number or address.endswith(f"/{number}/")
    assert {str(link["href"]).partition("#")[0] for link in links} == {
        f"../../{address}" for address in EXAMPLES
    }


@pytest.fixture(scope="module")
def swapped(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose real text lies in the folder of the example, and the example in the other."""
    folder = tmp_path_factory.mktemp("swapped")
    content = copy_source(folder / "source") / "content"
    shutil.move(content / "resolutions" / RAW, content / "example" / RAW)
    for file in sorted(content.glob("example/LAMP*")):
        shutil.move(file, content / "resolutions" / file.name)
    return built(folder / "source", folder / "site", "--strict")


def test_the_symbol_decides_wherever_a_file_lies(site: Site, swapped: Site) -> None:
    assert swapped.files == site.files
    assert swapped.page(EXAMPLES[0]).select(".invented")
    assert swapped.page(PAGE).select(".invented") == []


def test_without_the_example_nothing_speaks_of_it(tmp_path: Path) -> None:
    """Who takes the project for other texts takes the folder and the page out, and no more."""
    source = copy_source(tmp_path / "source")
    shutil.rmtree(source / "content" / "example")
    (source / "content" / "about" / "changes.md").unlink()
    config = source / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if "changes.md" not in line), encoding="utf-8")
    bare = built(source, tmp_path / "site", "--strict")
    assert [name for name in bare.files if "lamp" in name.lower() or GUIDE in name] == []
    assert _examples(bare.page("series/")) == 0


def _examples(page: BeautifulSoup) -> int:
    return len(page.select("a.example"))


def test_the_guide_quotes_the_sentence_of_the_last_year(site: Site) -> None:
    sentence = words(select(site.page(EXAMPLES[3]), ".changes__sentence"))
    quoted = sentence.removesuffix(" See what changed")
    assert quoted.startswith("Compared with 5/1: ")
    assert f"“{quoted}”" in words(select(site.page(GUIDE), "article"))


def test_the_half_of_a_split_is_told_to_have_parted_and_is_not_new(site: Site) -> None:
    page = site.page(EXAMPLE_SERIES)
    half = select(page, "[id='lamp-5-1-op10']").find_parent(class_="life")
    assert half is not None
    facts = words(select(half, ".life__facts"))
    assert facts.startswith("A clause of its own since 5/1")
    assert "Parted from OP 2 of 4/2." in facts
    cells = select(page, ".picture a[href='#lamp-5-1-op10']")
    assert "new" not in words(cells)
