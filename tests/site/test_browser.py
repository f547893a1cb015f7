"""The built site in Chromium: what a reader does with an address."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from site_fixtures import (
    AXE_RULES,
    EXAMPLE_SERIES,
    EXAMPLES,
    GUIDE,
    PAGE,
    RAW,
    SERIES,
    SESSION,
    OpenPage,
    Site,
    check_with_axe,
    copy_source,
    run_axe,
    settled_environment,
    soon,
)

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 720}
# WCAG 1.4.10: what fits 320 pixels can be read at four times its size.
NARROW: ViewportSize = {"width": 320, "height": 640}
KINDS = ("", PAGE, SERIES, SESSION, "changes/", "series/", "sessions/", "references/", "about/",
         "about/addresses/", "about/notices/", GUIDE, EXAMPLES[2],
         EXAMPLE_SERIES)  # fmt: skip

Viewports = pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
EachKind = pytest.mark.parametrize("path", KINDS, ids=lambda path: path or "home")


def _below_the_header(page: Page, selector: str) -> bool:
    """Whether the beginning of an element is in sight, and nothing of the frame lies over it."""
    seen: bool = page.locator(selector).evaluate(
        """element => {
            const box = element.getBoundingClientRect()
            const at = [box.left + 12, Math.max(box.top, 0) + 8]
            return box.top >= 0 && at[1] < innerHeight
                && element.contains(document.elementFromPoint(...at))
        }"""
    )
    return seen


def _background(page: Page, selector: str) -> str:
    color: str = page.locator(selector).evaluate("e => getComputedStyle(e).backgroundColor")
    return color


def _check_landed(page: Page, name: str) -> None:
    """The address of a clause is open: it is in sight, highlighted, and no other is."""
    page.wait_for_function("name => document.querySelector(':target')?.id === name", arg=name)
    # Fonts and the frame's script may still move what stands above.
    page.wait_for_load_state("load")
    soon(partial(_below_the_header, selector=f"#{name} > .clause__text"), page, True)
    ours = _background(page, f"#{name} > .clause__text")
    others = {_background(page, f"#{other} > .clause__text") for other in ("pp1", "op5")}
    assert ours not in others
    assert len(others) == 1


# --- addresses -------------------------------------------------------------------------------


@Viewports
@pytest.mark.parametrize("name", ["op8", "pp4"])
def test_an_address_lands_on_its_clause(
    address: str, open_page: OpenPage, name: str, viewport: ViewportSize
) -> None:
    page = open_page(f"{address}{PAGE}#{name}", viewport=viewport)
    _check_landed(page, name)
    assert page.evaluate("scrollY") > 0


def test_the_outline_names_the_clause(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op8", viewport=WIDE)
    active = page.locator("nav.md-nav--secondary a.md-nav__link--active")
    expect(active.last).to_have_attribute("href", "#op8")


@pytest.mark.parametrize("short", ["77/79/", "en/A/RES/77/79/"])
def test_a_short_address_keeps_its_clause(address: str, open_page: OpenPage, short: str) -> None:
    page = open_page(f"{address}{short}#op8")
    page.wait_for_url(f"{address}{PAGE}#op8")
    _check_landed(page, "op8")


def test_a_short_address_is_not_in_the_way_back(root_address: str, open_page: OpenPage) -> None:
    page = open_page(root_address)
    page.goto(f"{root_address}77/79/")
    page.wait_for_url(f"{root_address}{PAGE}")
    page.go_back()
    page.wait_for_url(root_address)


def test_a_series_has_an_address_for_each_clause(address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}{SERIES}#77-79-op8")
    entry = page.locator("[id='77-79-op8']")
    assert _below_the_header(page, "[id='77-79-op8']")
    assert _background(page, "[id='77-79-op8']") != _background(page, "[id='77-79-op7']")
    entry.click()
    page.wait_for_url(f"{address}{PAGE}#op8")
    _check_landed(page, "op8")


def test_a_clause_gives_its_address(address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}{PAGE}")
    page.get_by_role("link", name="Link to OP 3").click()
    expect(page).to_have_url(f"{address}{PAGE}#op3")
    _check_landed(page, "op3")


def test_a_footnote_and_back(address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}{PAGE}#pp9")
    page.locator("#pp9 a[role=doc-noteref]").click()
    expect(page).to_have_url(f"{address}{PAGE}#pp9")
    page.locator("#pp9").get_by_role("link", name="To the footnotes").click()
    expect(page).to_have_url(f"{address}{PAGE}#fn2")
    assert _below_the_header(page, "#fn2")
    assert _background(page, "#fn2") != _background(page, "#fn1")
    page.get_by_role("link", name="Back to PP 9").click()
    expect(page).to_have_url(f"{address}{PAGE}#fn2-ref")
    assert _below_the_header(page, "#fn2-ref")


def test_the_ways_in_lead_to_a_clause(address: str, open_page: OpenPage) -> None:
    """From the home page by links alone."""
    page = open_page(address)
    page.get_by_role("link", name="All resolutions, by session").click()
    page.get_by_role("main").get_by_role("link", name="Seventy-seventh session").click()
    page.wait_for_url(f"{address}{SESSION}")
    page.get_by_role("main").get_by_role("link", name="A/RES/77/79").click()
    page.wait_for_url(f"{address}{PAGE}")
    page.get_by_role("link", name="Implementation of the Convention on Cluster Munitions").click()
    page.wait_for_url(f"{address}{SERIES}#77-79")


def test_an_address_that_is_not_there(address: str, open_page: OpenPage) -> None:
    """The error page has its frame and a way home, however deep the address lies."""
    page = open_page(f"{address}A/RES/1/2/3/", missing=True)
    expect(page.get_by_role("heading", level=1)).to_contain_text("404")
    # A frame without its style has no bar at the top.
    assert _background(page, ".md-header") != "rgba(0, 0, 0, 0)"
    main = page.get_by_role("main")
    for name in ("session", "series"):
        expect(main.get_by_role("link", name=name, exact=True)).to_be_visible()
    page.locator(".md-header a.md-logo").click()
    page.wait_for_url(address)


@pytest.mark.parametrize(
    ("path", "symbol"),
    [("A/RES/79/60/", "A/RES/79/60"), ("fr/a/res/217(iii)", "A/RES/217(III)"),
     ("A/RES/ES-11/99/", "A/RES/ES-11/99"), ("79/60b", "A/RES/79/60B"), ("A/RES/", None),
     ("A/RES/1/2/3/", None)],
)  # fmt: skip
def test_a_resolution_that_is_not_held_leads_to_the_official_document(
    address: str, open_page: OpenPage, path: str, symbol: str | None
) -> None:
    page = open_page(f"{address}{path}", missing=True)
    link = page.get_by_role("link", name="The official document")
    if symbol is None:
        expect(link).to_have_count(0)
        return
    expect(page.get_by_text(f"The text of {symbol} is not held here.")).to_be_visible()
    expect(link).to_have_attribute("href", f"https://docs.un.org/en/{symbol}")


@pytest.mark.parametrize("path", ["a/res/77/79/", "en/a/res/77/79", "A/Res/77/79/"])
def test_a_held_text_is_come_to_however_its_symbol_is_written(
    address: str, open_page: OpenPage, path: str
) -> None:
    page = open_page(f"{address}{path}#op8", missing=True)
    expect(page).to_have_url(f"{address}{PAGE}#op8")
    _check_landed(page, "op8")


def test_the_parts_of_a_resolution_are_come_to_however_its_symbol_is_written(
    rich_address: str, open_page: OpenPage
) -> None:
    for path, page_of in (("a/res/78/921", "78/921/"), ("78/921b/", "78/921B/")):
        page = open_page(f"{rich_address}{path}", missing=True)
        expect(page).to_have_url(f"{rich_address}A/RES/{page_of}")


def test_another_language_is_told_that_the_english_text_is_held(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{address}fr/A/RES/77/79/?view=side#op8", missing=True)
    expect(page.get_by_text("The text of A/RES/77/79 is held here in English")).to_be_visible()
    expect(page.get_by_text("is not held here.")).to_be_hidden()
    page.get_by_role("link", name="go to its page").click()
    expect(page).to_have_url(f"{address}{PAGE}?view=side#op8")


# --- search ----------------------------------------------------------------------------------


def test_search_finds_a_clause_and_lands_on_it(address: str, open_page: OpenPage) -> None:
    page = open_page(address, viewport=WIDE)
    box = page.get_by_role("textbox", name="Search")
    box.click()
    # Words of OP 8 and of nothing else.
    box.press_sequentially("attend the eleventh Meeting in September 2023")
    found = page.locator(".md-search-result__link[href*='#']").filter(has_text="OP 8")
    expect(found.first).to_be_visible()
    assert "Invites and encourages" in found.first.inner_text()
    found.first.click()
    page.wait_for_url(re.compile(rf"^{re.escape(address)}{PAGE}(\?h=[^#]*)?#op8$"))
    _check_landed(page, "op8")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("77/79", ""),
        ("A/RES/77/79", ""),
        ("a/res/77/79", ""),
        ("cluster op 8", "#op8"),
        ("77/79 OP 8", "#op8"),
        ("80/908 op 2", "#op2"),
        ("77/902", ""),
        ("80/908 op2", "#op2"),
        ("78/921 B", ""),
        ("78/921C", ""),
        ("921 A", ""),
        ("78/921 A op1", "#op1"),
        ("78/921 A, op 1", "#op1"),
        ("A/RES/80/908, OP 2", "#op2"),
        ("paragraph 2 of its resolution 80/908", "#op2"),
        ("80/908, para. 2", "#op2"),
        ("A/RES/78/904 rule 2", "#annex1-u2"),
    ],
)
def test_search_finds_a_resolution_and_its_clause_by_number(
    rich_address: str, open_page: OpenPage, typed: str, place: str
) -> None:
    page = _searched(open_page, rich_address, typed)
    numbers = re.findall(r"\d+/\d+ ?[A-C]?", typed) or [
        {"cluster op 8": "77/79", "921 A": "78/921A"}[typed]
    ]
    wanted = f"A/RES/{numbers[0].replace(' ', '')}/"
    # The first result, and of its clauses the first.
    found = page.locator(".md-search-result__link").nth(1 if place else 0)
    expect(found).to_have_attribute(
        "href", re.compile(rf"^{re.escape(rich_address + wanted)}(\?h=[^#]*)?{place}$")
    )


def test_a_number_is_itself_before_it_begins_others(rich_address: str, open_page: OpenPage) -> None:
    page = _searched(open_page, rich_address, "77/79 op 1")
    found = page.locator(".md-search-result__item").first.locator("a")
    expect(found.nth(1)).to_have_attribute("href", re.compile("/77/79/.*#op1$"))
    expect(found.and_(page.locator("[href$='#op10']"))).not_to_have_count(0)
    _ask(page, "77/79 op 10")
    expect(found.nth(1)).to_have_attribute("href", re.compile("/77/79/.*#op10$"))


def test_a_letter_is_that_of_a_part_and_no_beginning_of_words(
    rich_address: str, open_page: OpenPage
) -> None:
    page = _searched(open_page, rich_address, "78/921 B")
    found = page.locator(".md-search-result__item")
    expect(found.first.locator("a").first).to_have_attribute("href", re.compile("/78/921B/"))
    expect(found.first.get_by_text("Missing:")).to_have_count(0)
    _ask(page, "B")
    # Not every text with a word in b.
    expect(found.filter(has=page.locator("a[href*='/919B/']"))).to_have_count(1)
    expect(found.filter(has=page.locator("a[href*='/77/79/']"))).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "number", "place"),
    [
        ("piers ladders Brightwater", "80/961", "#op1"),
        # A heading of another text has two of the three.
        ("lamps burn harbour", "80/920", "#pp2"),
        # A word that is nowhere takes nothing away.
        ("requests keepers lamps zzz", "78/922", "#op1"),
    ],
)
def test_the_clause_that_has_the_most_words_comes_first(
    rich_address: str, open_page: OpenPage, typed: str, number: str, place: str
) -> None:
    page = _searched(open_page, rich_address, typed)
    first = page.locator(".md-search-result__item").first
    expect(first.locator("a").nth(1)).to_have_attribute(
        "href", re.compile(rf"{number}/(\?h=[^#]*)?{place}$")
    )
    missing = first.locator("a").nth(1).get_by_text("Missing:")
    expect(missing).to_have_count(int("zzz" in typed))


def test_among_those_that_have_every_word_titles_come_first(
    rich_address: str, open_page: OpenPage
) -> None:
    page = _searched(open_page, rich_address, "lamps of the harbours")
    link = page.locator(".md-search-result__link").first
    expect(link).to_have_attribute("href", re.compile(r"/A/RES/80/9(18|21)/(\?h=[^#]*)?$"))


@pytest.mark.parametrize("typed", ["Keeping of lamps", "trim every wick", "OP 1"])
def test_of_texts_that_have_the_same_words_the_newest_comes_first(
    years_address: str, open_page: OpenPage, typed: str
) -> None:
    page = _searched(open_page, years_address, typed)
    links = page.locator(".md-search-result__item > a[href*='/951/']")
    expect(links.nth(2)).to_be_attached()
    found = links.evaluate_all("links => links.map(link => link.pathname)")
    assert [*dict.fromkeys(found)] == [f"/A/RES/{year}/951/" for year in (79, 78, 77)]


# --- without this and without that -----------------------------------------------------------


@pytest.mark.parametrize("short", ["77/79/", "en/A/RES/77/79/"])
def test_without_scripts_a_short_address_shows_the_way(
    address: str, open_page: OpenPage, short: str
) -> None:
    page = open_page(f"{address}{short}#op8", java_script_enabled=False)
    expect(page).to_have_url(f"{address}{short}#op8")
    link = page.get_by_role("link", name="Go to A/RES/77/79")
    expect(link).to_be_visible()
    told = page.locator("noscript p")
    expect(told).to_be_visible()
    expect(told).to_contain_text("add that to the address of the page by hand")
    link.click()
    page.wait_for_url(f"{address}{PAGE}")


def test_without_scripts_the_page_is_whole(address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}{PAGE}#op8", java_script_enabled=False)
    names = [*(f"pp{n}" for n in range(1, 17)), *(f"op{n}" for n in range(1, 12))]
    for name in names:
        expect(page.locator(f"#{name} > .clause__text")).to_be_visible()
    for name in ("title", "adoption", "fn1", "fn2", "fn3"):
        expect(page.locator(f"#{name}")).to_be_visible()
    assert "A/77/385" in page.locator("dl.masthead").inner_text()
    assert _below_the_header(page, "#op8 > .clause__text")


FOCUSED = """() => {
    const element = document.activeElement
    // A focus that cannot be seen is a place where nobody knows to be: the last number has none.
    const style = getComputedStyle(element)
    const without = getComputedStyle(document.querySelector("#op11 a.clause__num"))
    const seen = style.outlineStyle !== "none"
        || style.textDecorationLine !== without.textDecorationLine
    return element.matches("a.clause__num") && seen ? element.getAttribute("href") : null
}"""


def test_the_keyboard_is_enough(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    numbers: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        numbers += filter(None, [page.evaluate(FOCUSED)])
        if "#op2" in numbers:
            break
    assert numbers == [*(f"#pp{n}" for n in range(1, 17)), "#op1", "#op2"]
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root_address}{PAGE}#op2")
    _check_landed(page, "op2")


@EachKind
def test_nothing_is_wider_than_a_narrow_window(
    root_address: str, open_page: OpenPage, path: str
) -> None:
    page = open_page(f"{root_address}{path}", viewport=NARROW)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= NARROW["width"]
    # Nor is anything cut off at the side, but for what scrolls by itself.
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main .md-content *")]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1
                && !e.closest(".md-typeset__scrollwrap, pre, .views"))
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert cut == []


# --- accessibility ---------------------------------------------------------------------------

MISSING = "A/RES/1/2/3/"
SHORT = "77/79/"

Schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@EachKind
def test_axe_finds_nothing_on_any_kind_of_page(
    root_address: str, open_page: OpenPage, path: str
) -> None:
    page = open_page(f"{root_address}{path}", viewport=WIDE)
    check_with_axe(page, "wide")
    page.set_viewport_size(NARROW)
    check_with_axe(page, "narrow", colours=False)


# Sections, annexes, quotations, notes, tables with votes, one neighbour and two.
RICH = ("A/RES/77/901/", "A/RES/78/903/", "A/RES/78/904/", "A/RES/76/906/", "A/RES/80/908/",
        "A/RES/80/918/", "A/RES/80/919A/", "A/RES/79/907/", "sessions/80/")  # fmt: skip


@pytest.mark.parametrize("path", RICH)
def test_axe_finds_nothing_on_rich_pages(rich_address: str, open_page: OpenPage, path: str) -> None:
    page = open_page(f"{rich_address}{path}", viewport=WIDE)
    for closed in page.locator("details.states > summary:visible").all():
        closed.click()
    check_with_axe(page, "wide")


def test_axe_finds_nothing_on_the_error_page(root_address: str, open_page: OpenPage) -> None:
    """In the dark scheme all else too: the button has another name that changes it."""
    page = open_page(f"{root_address}{MISSING}", missing=True, color_scheme="dark")
    check_with_axe(page, MISSING)


@Schemes
def test_axe_finds_nothing_on_a_short_address(
    root_address: str, open_page: OpenPage, scheme: str
) -> None:
    page = open_page(root_address, color_scheme=scheme)
    # Its script would be away before anyone has looked.
    page.route(
        "**/redirect.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page.goto(f"{root_address}{SHORT}")
    answer = run_axe(page, AXE_RULES)
    expect(page).to_have_url(f"{root_address}{SHORT}")
    assert [violation["id"] for violation in answer["violations"]] == []


def test_a_short_address_takes_the_view_along(root_address: str, open_page: OpenPage) -> None:
    page = open_page(root_address)
    page.goto(f"{root_address}{SHORT}?view=side#op8")
    expect(page).to_have_url(re.compile(r"/A/RES/77/79/\?view=side#op8$"))


def _searched(open_page: OpenPage, address: str, words: str) -> Page:
    """A page on which words were put into the search."""
    page = open_page(address, viewport=WIDE)
    page.get_by_role("textbox", name="Search").click()
    _ask(page, words)
    return page


def _ask(page: Page, words: str) -> None:
    """Put all words into the search at once: what is found for the first of them is never seen."""
    box = page.get_by_role("textbox", name="Search")
    box.fill(words)
    box.press("End")


def _open_search(page: Page) -> None:
    sign = page.locator(".md-header__button[for=__search]")
    if sign.is_visible():
        sign.click()
    else:
        page.get_by_role("textbox", name="Search").click()
    expect(page.locator(".md-search__output")).to_be_visible()


@Viewports
def test_axe_finds_nothing_while_the_search_is_open(
    root_address: str, open_page: OpenPage, viewport: ViewportSize
) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=viewport)
    _open_search(page)
    check_with_axe(page, "nothing asked yet")
    page.keyboard.type("cluster munitions")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    check_with_axe(page, "an answer")
    expect(page.get_by_role("status").filter(has_text="matching document")).to_be_visible()


@Viewports
def test_axe_finds_nothing_while_something_is_open(
    root_address: str, open_page: OpenPage, viewport: ViewportSize
) -> None:
    page = open_page(f"{root_address}{PAGE}#pp1", viewport=viewport)
    check = partial(check_with_axe, page, colours=viewport is WIDE)
    # The highlight changes the colours behind words and links.
    check("a clause is marked")
    page.goto(f"{root_address}{PAGE}#op3:op5")
    check("a range is marked")
    page.locator("#op2 > .clause__margin > .clause__copy").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menu")).to_be_visible()
    check("the menu")
    page.keyboard.press("Escape")
    page.locator("[role=doc-noteref]").first.click()
    expect(page.get_by_role("note")).to_be_visible()
    check("a note")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    check("the help")


@pytest.mark.parametrize("path", [PAGE, "about/"])
def test_axe_finds_nothing_while_the_drawer_is_open(
    root_address: str, open_page: OpenPage, path: str
) -> None:
    page = open_page(f"{root_address}{path}", viewport=NARROW)
    page.get_by_role("button", name="Navigation").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    check_with_axe(page, "the drawer")


# --- the content security policy -------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "viewport"), [("root", WIDE), ("sub", NARROW)], ids=["root-wide", "sub-narrow"]
)
def test_the_site_obeys_its_policy_and_asks_no_other_host(
    request: pytest.FixtureRequest, open_page: OpenPage, place: str, viewport: ViewportSize
) -> None:
    """Judged when the page is left; each had the time to ask for what it liked."""
    address: str = request.getfixturevalue(f"{place}_address")
    page = open_page(address, viewport=viewport)
    for path in (*KINDS, SHORT, ""):
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
    _open_search(page)
    page.keyboard.type("cluster munitions")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?h="))
    page.goto(f"{address}{PAGE}")
    page.get_by_title("Switch to the dark scheme").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("#op2 > .clause__margin > .clause__copy").click()
    page.get_by_role("menuitem", name="Copy link").click()
    page.locator("[role=doc-noteref]").first.click()
    expect(page.get_by_role("note")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    if viewport is NARROW:
        page.get_by_role("button", name="Navigation").click()
        page.keyboard.press("Escape")


SMUGGLED = """<script>window.ran = "script"</script>
<img src="assets/icon.svg" alt="" onload="window.ran = 'handler'">
<script src="data:text/javascript,window.ran='data'"></script>
<p id="styled" style="color: red">styled</p>
<iframe src="data:text/html,frame" title="frame"></iframe>"""
REFUSED = {"script-src-elem", "script-src-attr", "style-src-attr", "frame-src"}


@pytest.mark.parametrize("path", ["", PAGE])
def test_what_is_smuggled_into_a_page_does_not_run(
    root_address: str, site: Site, browser: Browser, path: str
) -> None:
    html = site.read(f"{path}index.html").decode()
    assert "</article>" in html
    # The picture is there: a handler of what never happens need not be refused.
    smuggled = SMUGGLED.replace("assets/", f"{root_address}assets/")
    html = html.replace("</article>", f"{smuggled}</article>", 1)
    page = browser.new_page()
    page.add_init_script("""window.refused = []
        addEventListener("securitypolicyviolation",
            event => window.refused.push(event.effectiveDirective))""")
    page.route(
        f"{root_address}{path}", lambda route: route.fulfill(body=html, content_type="text/html")
    )
    page.goto(f"{root_address}{path}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.ran ?? null") is None
    assert set(page.evaluate("window.refused")) == REFUSED
    page.context.close()


# --- the frame by keyboard -------------------------------------------------------------------


def test_the_drawer_by_keyboard(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=NARROW)
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).to_be_hidden()
    button = page.get_by_role("button", name="Navigation")
    button.focus()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    in_drawer = "document.activeElement.closest('.md-sidebar--primary') !== null"
    for _ in range(4):
        assert page.evaluate(in_drawer)
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(button).to_be_focused()
    # A way that leads elsewhere, and a window that grows: nothing stays out of reach.
    page.keyboard.press("Enter")
    page.set_viewport_size(WIDE)
    page.get_by_role("link", name="Link to OP 3").click()
    expect(page).to_have_url(f"{root_address}{PAGE}#op3")


@pytest.mark.parametrize("path", [PAGE, "about/", "about/addresses/"])
def test_the_drawer_has_no_hidden_places(root_address: str, open_page: OpenPage, path: str) -> None:
    """What the focus comes to is in sight, and nothing lies over it."""
    page = open_page(f"{root_address}{path}", viewport=NARROW)
    page.get_by_role("button", name="Navigation").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    names = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        names.append(page.evaluate("document.activeElement.innerText.trim()"))
        soon(lambda page: page.evaluate(UNCOVERED), page, True)
    assert [name for name in names if name in MAIN_PLACES] == MAIN_PLACES


MAIN_PLACES = ["Home", "Latest changes", "Sessions", "Series", "References", "About",
               "How to read the changes", "Addresses", "Notices"]  # fmt: skip
UNCOVERED = """() => {
    const one = document.activeElement
    const box = one.getBoundingClientRect()
    const at = [box.left + box.width / 2, box.top + box.height / 2]
    return one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && one.contains(document.elementFromPoint(...at))
}"""


def test_without_scripts_the_drawer_opens_too(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=NARROW, java_script_enabled=False)
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).not_to_be_in_viewport()
    page.locator(".md-header [for=__drawer]").click()
    expect(drawer).to_be_in_viewport()
    drawer.get_by_role("link", name="Sessions").click()
    page.wait_for_url(f"{root_address}sessions/")
    # There is no search without scripts, and no box that looks like one.
    expect(page.locator(".md-header__button[for=__search]")).to_be_hidden()


LOOK = """() => {
    const element = document.activeElement
    // A radio button of no size shows its focus on the sign beside it.
    const shown = element.matches(".md-option") ? element.nextElementSibling : element
    const style = getComputedStyle(shown)
    const box = shown.getBoundingClientRect()
    const seen = style.outlineStyle !== "none" || style.textDecorationLine !== "none"
        || element.matches(".md-search__input")
    return { name: element.outerHTML.slice(0, 90), seen, end: element === document.body,
             there: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth }
}"""


@Schemes
@Viewports
@pytest.mark.parametrize("path", ["about/", SESSION])
def test_the_focus_is_always_seen(
    root_address: str, open_page: OpenPage, path: str, viewport: ViewportSize, scheme: str
) -> None:
    page = open_page(f"{root_address}{path}", viewport=viewport, color_scheme=scheme)
    looks = []
    for _ in range(60):
        page.keyboard.press("Tab")
        look = page.evaluate(LOOK)
        if look["end"]:
            break
        looks.append(look)
    assert len(looks) > 5
    assert [look["name"] for look in looks if not (look["seen"] and look["there"])] == []


def test_the_scheme_that_was_chosen_stays(root_address: str, open_page: OpenPage) -> None:
    page = open_page(root_address, viewport=WIDE)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.get_by_title("Switch to the dark scheme").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    # Before Material's own script has run: nothing flashes.
    page.route("**/bundle.*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{root_address}{PAGE}")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_scheme_in_force_is_called_so(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    for name, other in (("Light scheme", "Switch to the dark scheme"),
                        ("Dark scheme", "Switch to the light scheme")):  # fmt: skip
        expect(page.get_by_role("radio", name=name)).to_be_checked()
        page.get_by_title(other).click()
    expect(page.get_by_role("radio", name="Light scheme")).to_be_checked()


def test_a_dark_system_gets_a_dark_page(root_address: str, open_page: OpenPage) -> None:
    page = open_page(root_address, color_scheme="dark")
    page.route("**/bundle.*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{root_address}{PAGE}")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


# --- serve -----------------------------------------------------------------------------------

PATIENCE = 60.0
"""Seconds. A rebuild takes two; a machine that is busy with other tests may take longer."""


@contextmanager
def _serving(source: Path, further: Path) -> Iterator[str]:
    """`resolutions serve` of a folder, ended with its children; gives the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = source / "serve.log"
    command = [sys.executable, "-m", "mkdocs_resolutions", "serve"]
    options = ["--address", f"127.0.0.1:{port}", "--sources", str(further)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, *options],
            cwd=source,
            env=settled_environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        # The session of this process holds MkDocs too, and nothing that is not ours.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
        print(log.read_text(encoding="utf-8"))


def _wait_for(url: str, words: str) -> str:
    """Wait until a page says something; gives the page."""
    answer, end = "", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                answer = response.read().decode()
        except OSError as error:
            answer = str(error)
        if words in answer:
            return answer
        time.sleep(0.2)
    pytest.fail(f"{url} does not say {words!r} within {PATIENCE} seconds: {answer[:500]}")


def test_serve_shows_a_raw_file_as_it_is_edited(tmp_path: Path) -> None:
    source = copy_source(tmp_path / "source")
    further = tmp_path / "further"
    further.mkdir()
    raw = source / "content" / "resolutions" / RAW
    text = raw.read_text(encoding="utf-8")
    other = further / "A_RES_77_80.txt"
    other.write_text(text.replace("77/79. Implementation", "77/80. Other"), encoding="utf-8")
    with _serving(source, further) as address:
        # The script that reloads a page stands in the page: no policy forbids it here.
        shown = _wait_for(f"{address}{PAGE}", "outreach and other means")
        assert "livereload" in shown
        assert "Content-Security-Policy" not in shown
        raw.write_text(text.replace("outreach and other means", "edited in content"), "utf-8")
        _wait_for(f"{address}{PAGE}", "edited in content")
        changed = other.read_text(encoding="utf-8").replace("outreach", "edited elsewhere")
        other.write_text(changed, encoding="utf-8")
        _wait_for(f"{address}A/RES/77/80/", "edited elsewhere")
