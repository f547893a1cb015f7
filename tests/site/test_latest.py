"""The latest changes across series: their page and the feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from lxml import etree, html

from lamp_years import SLUG, SYMBOLS
from mkdocs_resolutions.model import Run
from mkdocs_resolutions.publishing.latest import AROUND, GAP, excerpt
from site_fixtures import PAGE, OpenPage, Site, check_with_axe, select, words

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(years_site: Site) -> etree._Element:
    return etree.fromstring(years_site.read("feed.xml"))


@pytest.fixture
def page(years_site: Site) -> BeautifulSoup:
    return years_site.page("changes/")


# --- page ------------------------------------------------------------------------------------


def test_the_newest_come_first_and_say_what_changed(page: BeautifulSoup) -> None:
    sections = page.select(".latest__one")
    titles = [words(select(section, "h2")).split()[0] for section in sections]
    assert titles == [SYMBOLS[2], SYMBOLS[1], "A/RES/77/951", "A/RES/77/79"]
    assert "Compared with 78/951: " in words(sections[0])
    assert "No earlier text" in words(sections[3])


def test_what_matters_most_comes_first(page: BeautifulSoup) -> None:
    order = "the newest first, and of each its changes of substance"
    assert order in words(select(page, "#changes + p"))
    section = page.select(".latest__one")[1]
    said = [words(one) for one in section.select(".latest__clause")]
    assert [one.split(": ")[0] for one in said] == ["OP 1", "PP 2", "PP 2", "OP 3"]
    verdicts = [one.split(": ")[1].split()[0] for one in said]
    assert verdicts == ["substantive", "new", "dropped", "dropped"]
    links = [str(link["href"]) for link in section.select(".latest__clause a")]
    # What was dropped has an address in its series, none in the text that dropped it.
    assert links == [
        "../A/RES/78/951/#op1", "../A/RES/78/951/#pp2",
        f"../series/{SLUG}/#77-951-pp2", f"../series/{SLUG}/#77-951-op3",
    ]  # fmt: skip
    first = section.select("blockquote")[0]
    assert "strong" in words(select(first, "del"))
    assert "grave" in words(select(first, "ins"))


def test_every_page_names_the_feed(years_site: Site) -> None:
    for name, soup in years_site.pages.items():
        links = soup.select("link[type='application/atom+xml']")
        if soup.select(".md-main"):
            assert len(links) == 1, name


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([("=", "a b"), ("+", "c")], ["a b", "c"]),
        ([("=", "w " * 50), ("+", "c")], [f"{GAP}{'w ' * (AROUND - 1)}".lstrip(), "c"]),
        ([("-", "c"), ("=", " w" * 50)], ["c", f"{' w' * (AROUND - 1)}{GAP}"]),
        ([("+", "w " * 50)], ["w " * 50]),
        ([("=", "w " * 50)], ["w " * 50]),
    ],
)  # fmt: skip
def test_an_excerpt_keeps_what_stands_around_a_change(
    runs: list[tuple[str, str]], shown: list[str]
) -> None:
    found = excerpt([Run(kind, text) for kind, text in runs])  # type: ignore[arg-type]
    assert [run.text for run in found] == shown
    assert [run.kind for run in found] == [kind for kind, _ in runs]


# --- feed: the rules of RFC 4287 that a feed like ours can break --------------------------------


def _texts(element: etree._Element, name: str) -> list[str]:
    return [one.text or "" for one in element.findall(f"{ATOM}{name}")]


def _entries(feed: etree._Element) -> list[etree._Element]:
    return feed.findall(f"{ATOM}entry")


def test_a_feed_and_its_entries_have_what_they_must(feed: etree._Element, years_site: Site) -> None:
    assert feed.tag == f"{ATOM}feed"
    for one in (feed, *_entries(feed)):
        for name in ("id", "title", "updated"):
            assert len(_texts(one, name)) == 1, name
            assert _texts(one, name)[0]
    assert _texts(feed, "id") == [years_site.address]
    assert [name.text for name in feed.findall(f"{ATOM}author/{ATOM}name")] == [
        "Resolutions, clause by clause"
    ]
    links = {str(link.get("rel")): str(link.get("href")) for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": f"{years_site.address}feed.xml", "alternate": f"{years_site.address}changes/",
    }  # fmt: skip


def test_entries_are_the_newest_texts_with_their_addresses(
    feed: etree._Element, years_site: Site
) -> None:
    wanted = [*(f"{symbol}/" for symbol in reversed(SYMBOLS)), PAGE]
    assert [_texts(one, "id")[0] for one in _entries(feed)] == [
        f"{years_site.address}{address}" for address in wanted
    ]
    for one, address in zip(_entries(feed), wanted, strict=True):
        (link,) = one.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        assert link.get("href") == f"{years_site.address}{address}"


def test_dates_are_those_of_the_documents(feed: etree._Element) -> None:
    updated = [_texts(one, "updated")[0] for one in _entries(feed)]
    assert updated == [
        "2024-12-02T00:00:00Z", "2023-12-04T00:00:00Z", "2022-12-07T00:00:00Z",
        "2022-12-07T00:00:00Z",
    ]  # fmt: skip
    assert _texts(feed, "updated") == [max(updated)]
    for moment in feed.iter(f"{ATOM}updated", f"{ATOM}published"):
        assert datetime.fromisoformat(str(moment.text)).tzinfo


def _links(entry: etree._Element) -> Iterator[str]:
    (content,) = entry.findall(f"{ATOM}content")
    assert content.get("type") == "html"
    for element in html.fragments_fromstring(str(content.text)):
        assert not isinstance(element, str) or not element.strip()
        if not isinstance(element, str):
            yield from (str(link.get("href")) for link in element.iter("a"))


def test_an_entry_says_what_changed_with_whole_addresses(
    feed: etree._Element, years_site: Site
) -> None:
    entry = _entries(feed)[1]
    (summary,) = _texts(entry, "summary")
    assert summary.startswith("Compared with 77/951: ")
    (said,) = _texts(entry, "content")
    assert re.search(r"<del>strong</del>\s+<ins>grave</ins>", said)
    assert "style=" not in said
    links = [*_links(entry)]
    assert f"{years_site.address}A/RES/78/951/#op1" in links
    for link in links:
        assert link.startswith(years_site.address)
        path = link.removeprefix(years_site.address).partition("#")[0]
        assert f"{path}index.html" in years_site.files


# --- in a browser ----------------------------------------------------------------------------


@pytest.mark.browser
def test_axe_finds_nothing(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}changes/")
    check_with_axe(page, "latest changes")
