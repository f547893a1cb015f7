"""What a first visit costs: bytes over the wire, and no word that moves once it has been seen."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from site_fixtures import PAGE, SERIES, SESSION, OpenPage, Site, served

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
KINDS = ("", PAGE, f"{PAGE}#op8", f"{PAGE}#op3:op5", SERIES, SESSION, "changes/", "sessions/",
         "series/", "references/", "about/", "about/notices/")  # fmt: skip
MOST = 100_000
"""Bytes of a first visit to the page of a resolution; Material's own files are 58,000 of them."""


def _fetched(page: Page) -> list[str]:
    """The addresses of a page and of all it asked for."""
    found: list[str] = page.evaluate(
        """() => [location.href,
            ...performance.getEntriesByType("resource").map(entry => entry.name)]"""
    )
    return [address for address in found if not address.startswith("data:")]


def test_a_first_visit_is_light(root_address: str, site: Site, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}")
    page.wait_for_load_state("networkidle")
    weights = {}
    for address in _fetched(page):
        # Material asks for the worker of the search once the page is there.
        if "search" not in urlsplit(address).path:
            path = address.removeprefix(root_address)
            data = site.read(f"{path}index.html" if path.endswith("/") else path)
            weights[path] = min(len(data), len(gzip.compress(data, 6)))
    kinds = (
        "clauses.css",
        "references.css",
        "clauses.js",
        "site.css",
        "frame.js",
        ".min.css",
        ".min.js",
        "/",
    )
    for kind in kinds:
        assert any(path.endswith(kind) for path in weights), kind
    assert sum(weights.values()) <= MOST, weights


FETCHED = """part => performance.getEntriesByType("resource")
    .some(entry => entry.name.includes(part))"""
INDEX = "search/search_index.json"
SHIFTS = """() => new Promise(done => {
    const seen = []
    new PerformanceObserver(list => seen.push(...list.getEntries()))
        .observe({ type: "layout-shift", buffered: true })
    setTimeout(() => done(seen.map(shift => [shift.value, shift.sources.map(
        source => source.node?.className ?? source.node?.nodeName)])), 150)
})"""


@pytest.fixture(scope="module")
def late_address(site: Site) -> Iterator[str]:
    """Where the site is served as over a slow line."""
    with served(site, late=0.15) as address:
        yield address


def test_the_index_is_fetched_when_the_search_is_opened(
    root_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{root_address}{PAGE}")
    page.wait_for_load_state("networkidle")
    assert not page.evaluate(FETCHED, INDEX)
    page.keyboard.press("/")
    page.wait_for_function(FETCHED, arg=INDEX)


def test_words_that_an_address_has_to_mark_are_marked(
    root_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{root_address}{PAGE}?h=munitions")
    expect(page.locator("#op1 mark").first).to_have_text("munitions", ignore_case=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_while_a_page_loads(
    late_address: str, open_page: OpenPage, width: int
) -> None:
    """What scripts and pictures add must not push what is there."""
    viewport: ViewportSize = {"width": width, "height": 720}
    page = open_page(late_address, viewport=viewport)
    for path in KINDS:
        page.goto("about:blank")
        page.goto(f"{late_address}{path}")
        # The last that a page asks for, once its scripts have run.
        page.wait_for_function(FETCHED, arg="workers/search")
        assert page.evaluate(SHIFTS) == [], path
    # The question would notice one.
    page.evaluate("""() => {
        const block = document.createElement("p")
        block.append("A late word.")
        document.querySelector(".md-content__inner").prepend(block)
    }""")
    assert page.evaluate(SHIFTS) != []
