"""The changes of a resolution in Chromium: what a reader does with them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from changed_lamps import PAGE
from mkdocs_resolutions.comparing.redline import redline
from mkdocs_resolutions.publishing.tables import table_html
from site_fixtures import EXAMPLE_SERIES, OpenPage, check_with_axe, soon

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 720}
NARROW: ViewportSize = {"width": 320, "height": 640}
PHONE: ViewportSize = {"width": 360, "height": 480}
LATEST = "changes/"
LOW: ViewportSize = {"width": 800, "height": 480}
FLAT: ViewportSize = {"width": 800, "height": 360}
VIEWS = ["", "?view=inline", "?view=side", "?view=inline&show=changed", "?show=substantive"]


def choose(page: Page, name: str) -> None:
    """Use the control as a reader does: its words are the label of what is chosen."""
    page.locator(".views label").filter(has_text=name).click()


def shown(page: Page) -> list[str]:
    """The ids of the clauses and tombstones that are to be seen."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".clause, .grave")]
            .filter(one => one.offsetParent).map(one => one.id)"""
    )
    return found


def words(page: Page, selector: str) -> str:
    """The words of an element that are laid out, but for those for ears."""
    text: str = page.locator(selector).evaluate(
        """element => {
            const copy = element.cloneNode(true)
            element.after(copy)
            for (const one of copy.querySelectorAll(".for-ears")) one.remove()
            const text = copy.innerText
            copy.remove()
            return text.replace(/\\s+/g, " ").trim()
        }"""
    )
    return text


def test_the_choice_can_be_read_below_the_pointer(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    chosen = page.locator(".views :checked + span").first
    colours = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    before = chosen.evaluate(colours)
    page.locator(".views label:has(:checked)").first.hover()
    assert chosen.evaluate(colours) == before


# --- the clean text ------------------------------------------------------------------------------


def test_the_clean_text_has_bars_and_no_redlines(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    expect(page.locator("#op2 > .clause__text")).to_be_visible()
    expect(page.locator("#op2 > .change > summary")).to_be_visible()
    expect(page.locator(".redline:visible")).to_have_count(1)  # that of the agenda item
    bar, text = (
        page.locator(f"#op2 > {one}").bounding_box()
        for one in (".change > summary", ".clause__text")
    )
    assert bar
    assert text
    assert abs(bar["height"] - text["height"]) < 2
    assert bar["x"] >= text["x"] + text["width"]


@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["script", "no script"])
def test_a_bar_opens_the_redline_in_the_place_of_the_words(
    lamp_address: str, open_page: OpenPage, java_script_enabled: bool
) -> None:
    page = open_page(
        f"{lamp_address}{PAGE}", viewport=WIDE, java_script_enabled=java_script_enabled
    )
    bar = page.locator("#op2 > .change > summary")
    bar.click()
    expect(page.locator("#op2 > .clause__text")).to_be_hidden()
    expect(page.locator("#op2 .redline del").first).to_be_visible()
    expect(page.locator("#pp2 > .clause__text")).to_be_visible()
    bar.click()
    expect(page.locator("#op2 > .clause__text")).to_be_visible()


def test_the_words_under_a_bar_can_be_used(lamp_address: str, open_page: OpenPage) -> None:
    """The element of the bar lies over them, and lets clicks through."""
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    page.locator("#pp1 > .clause__text a.reference").click()
    page.wait_for_url("**/A/RES/77/902/")


def test_without_a_script_there_is_no_control(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}", java_script_enabled=False)
    expect(page.locator(".views")).to_be_hidden()
    page.locator("#was-op3 > summary").click()
    expect(page.locator("#was-op3 del")).to_be_visible()


COVERED = """() => {
    const focused = document.activeElement
    if (focused === document.body || focused.closest(".md-header, .md-tabs, .views")) return null
    const {top} = focused.getBoundingClientRect()
    const over = [...document.querySelectorAll(".md-header, .views")]
        .map(one => one.getBoundingClientRect()).filter(box => box.top < 60)
        .find(box => top < box.bottom - 1 && box.bottom > 0)
    return over ? focused.outerHTML.slice(0, 120) : ""
}"""


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("path", [PAGE, EXAMPLE_SERIES, LATEST])
def test_the_way_back_by_keyboard_is_not_hidden_by_what_stays(
    lamp_address: str, open_page: OpenPage, path: str, viewport: ViewportSize
) -> None:
    """WCAG 2.4.11: neither the header nor the control of views lies over what has the focus."""
    page = open_page(f"{lamp_address}{path}", viewport=viewport)
    page.locator(".md-footer a").last.focus()
    looks = []
    for _ in range(120):
        page.keyboard.press("Shift+Tab")
        look = page.evaluate(COVERED)
        if look is None:
            break
        looks.append(look)
    assert len(looks) > 10
    assert [look for look in looks if look] == []


# --- view and filter ------------------------------------------------------------------------------


def test_a_view_is_kept_in_the_address(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}#op2", viewport=WIDE)
    choose(page, "Changes inline")
    expect(page).to_have_url(f"{lamp_address}{PAGE}?view=inline#op2")
    choose(page, "Substantive")
    expect(page).to_have_url(f"{lamp_address}{PAGE}?view=inline&show=substantive#op2")
    page.reload()
    expect(page.get_by_role("radio", name="Changes inline")).to_be_checked()
    expect(page.get_by_role("radio", name="Substantive")).to_be_checked()
    expect(page.locator("#op2 .redline")).to_be_visible()
    choose(page, "Clean")
    choose(page, "All")
    expect(page).to_have_url(f"{lamp_address}{PAGE}#op2")
    expect(page.locator("#op2 > .clause__text")).to_be_visible()


def test_address_and_view_agree_on_the_way_back(lamp_address: str, open_page: OpenPage) -> None:
    address = f"{lamp_address}{PAGE}"
    page = open_page(address, viewport=WIDE)
    page.locator("#op2 > .change > summary").click()
    page.get_by_role("link", name="See what changed").click()
    expect(page).to_have_url(f"{address}#changes")
    # What was opened stays open: another place is no other view.
    expect(page.locator("#op2 .redline")).to_be_visible()
    choose(page, "Changes inline")
    choose(page, "Substantive")
    # A link within the page keeps the view.
    page.locator(".md-nav--secondary a[href='#op3']").click()
    expect(page).to_have_url(f"{address}?view=inline&show=substantive#op3")
    page.go_back()
    expect(page).to_have_url(f"{address}?view=inline&show=substantive#changes")
    expect(page.get_by_role("radio", name="Changes inline")).to_be_checked()
    page.go_back()
    expect(page).to_have_url(address)
    expect(page.get_by_role("radio", name="Clean")).to_be_checked()
    expect(page.get_by_role("radio", name="All", exact=True)).to_be_checked()
    assert len(shown(page)) == 11
    page.go_forward()
    expect(page.get_by_role("radio", name="Substantive")).to_be_checked()
    assert len(shown(page)) == 6
    expect(page.locator("#op2 .redline")).to_be_visible()


def test_what_is_chosen_is_said(lamp_address: str, open_page: OpenPage) -> None:
    """Not when the page opens: a status that is there at once is read out before the title."""
    page = open_page(f"{lamp_address}{PAGE}?view=inline", viewport=WIDE)
    said = page.locator(".views [role=status]")
    expect(said).to_have_text("")
    choose(page, "Substantive")
    expect(said).to_have_text("Changes inline, Substantive: 5 of 10 clauses shown")
    choose(page, "Side by side")
    expect(said).to_have_text("Side by side, Substantive: 5 of 10 clauses shown")


def test_what_an_address_asks_for_and_is_not_there(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view=upside-down&show=none")
    expect(page.get_by_role("radio", name="Clean")).to_be_checked()
    expect(page.get_by_role("radio", name="All", exact=True)).to_be_checked()


def test_changes_inline(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view=inline", viewport=WIDE)
    assert words(page, "#pp2 .redline").startswith("DeeplyGravely concerned at the number of lamps")
    for selector, line in (("del", "line-through"), ("ins", "underline")):
        style = page.locator(f"#pp2 .redline {selector}").evaluate(
            "e => getComputedStyle(e).textDecorationLine"
        )
        assert style == line
    expect(page.locator("#was-op3 del")).to_be_visible()


def test_side_by_side(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view=side", viewport=WIDE)
    assert words(page, "#pp2 .redline--earlier").startswith("Deeply concerned at")
    assert words(page, "#pp2 .redline--later").startswith("Gravely concerned at")
    left, right = (
        page.locator(f"#pp2 .redline--{one}").bounding_box() for one in ("earlier", "later")
    )
    assert left
    assert right
    assert right["x"] >= left["x"] + left["width"]
    assert right["y"] == left["y"]
    choose(page, "Clean")
    expect(page.locator(".redline--later")).to_have_count(0)


def test_side_by_side_is_stacked_where_it_is_narrow(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view=side", viewport=NARROW)
    left, right = (
        page.locator(f"#pp2 .redline--{one}").bounding_box() for one in ("earlier", "later")
    )
    assert left
    assert right
    assert right["x"] == left["x"]
    assert right["y"] >= left["y"] + left["height"]


def test_which_clauses_are_shown(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    everything = shown(page)
    assert len(everything) == 11
    choose(page, "Changed")
    assert shown(page) == ["pp1", "pp2", "pp3", "pp4", "was-op3", "op2", "op3", "op3-b"]
    assert page.locator(".gap").all_inner_texts() == ["1 clause unchanged"] * 3
    choose(page, "Substantive")
    assert shown(page) == ["pp2", "pp4", "was-op3", "op2", "op3", "op3-b"]
    assert page.locator(".gap").all_inner_texts() == [
        "1 clause not shown", "1 clause not shown", "1 clause not shown", "1 clause not shown",
        "1 clause not shown",
    ]  # fmt: skip
    choose(page, "All")
    assert shown(page) == everything
    expect(page.locator(".gap")).to_have_count(0)


def test_a_clause_that_the_address_names_is_shown(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}?show=substantive#op4", viewport=WIDE)
    expect(page.locator("#op4 > .clause__text")).to_be_visible()
    expect(page.locator("#op1 > .clause__text")).to_be_hidden()


SECTIONED = "A/RES/80/961/"


def headings(page: Page) -> list[str]:
    """The ids of the headings that are to be seen."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".cross-heading")]
            .filter(one => one.offsetParent).map(one => one.id)"""
    )
    return found


def top(page: Page, name: str) -> float:
    """How far below the upper edge of the window an element stands."""
    found: float = page.locator(f"#{name}").evaluate("one => one.getBoundingClientRect().top")
    return found


# Above the control and below it: none lies under it, none farther down than it must.
LANDS = ("changes", "title", "preamble", "operative", "fn1-ref", "op2", "adoption", "footnotes")


@pytest.mark.parametrize("size", [LOW, PHONE], ids=["low", "phone"])
@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])
def test_what_a_link_names_lands_below_what_stays_in_reach(
    lamp_address: str, open_page: OpenPage, size: ViewportSize, scripted: bool
) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=size, java_script_enabled=scripted)
    for name in LANDS:
        page.goto(f"{lamp_address}{PAGE}#{name}")
        landed, header = (
            page.locator(one).bounding_box() for one in (f"[id='{name}']", ".md-header")
        )
        control = page.locator(".views").bounding_box()
        assert landed
        assert header
        lowest = header["height"]
        if control and control["y"] < lowest + 2:
            lowest += control["height"]
        assert 10 < landed["y"] - lowest < 30, name


def test_the_outline_names_what_lands_below_the_control(
    lamp_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport={"width": 1280, "height": 480})
    active = page.locator(".md-nav--secondary .md-nav__link--active").last
    for name in ("op2", "preamble", "operative"):
        page.evaluate("name => { location.hash = name }", name)
        expect(active).to_have_attribute("href", f"#{name}")


@pytest.mark.parametrize("show", ["changed", "substantive"])
def test_headings_stay_above_the_clauses_that_are_shown(
    rich_address: str, open_page: OpenPage, show: str
) -> None:
    page = open_page(f"{rich_address}{SECTIONED}?show={show}", viewport=WIDE)
    assert headings(page) == ["s1", "s3"]
    gaps = page.locator(".gap").all_inner_texts()
    assert [int(gap.split()[0]) for gap in gaps] == [1, 4, 1]


@pytest.mark.parametrize("show", ["changed", "substantive"])
def test_a_section_is_come_to_under_a_filter(
    rich_address: str, open_page: OpenPage, show: str
) -> None:
    """What a filter hides when the address is opened has no place that a browser could go to."""
    page = open_page(f"{rich_address}{SECTIONED}?view=inline&show={show}#s3", viewport=LOW)
    soon(lambda page: 90 < top(page, "s3") < 150, page, True)
    page.locator(".changes__places a").first.click()
    page.evaluate("location.hash = 's2'")
    expect(page.locator("#s2")).to_be_visible()
    soon(lambda page: 90 < top(page, "s2") < 150, page, True)
    assert headings(page) == ["s1", "s2", "s3"]
    page.evaluate("location.hash = 's1'")
    assert headings(page) == ["s1", "s3"]


# --- moving ---------------------------------------------------------------------------------------


def test_keys_lead_from_change_to_change(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    here = "() => document.activeElement.closest('.clause, .grave')?.id"
    reached = []
    for key in "nnnnnnnnpp":
        page.keyboard.press(key)
        reached.append(page.evaluate(here))
    assert reached == ["pp1", "pp2", "pp3", "pp4", "was-op3", "op2", "op3-b", "op3-b", "op2",
                       "was-op3"]  # fmt: skip
    page.keyboard.press("Enter")
    expect(page.locator("#was-op3 del")).to_be_visible()
    page.keyboard.press("v")
    expect(page).to_have_url(f"{lamp_address}{PAGE}?view=inline")


def test_keys_work_from_the_control_of_the_views(lamp_address: str, open_page: OpenPage) -> None:
    """The focus stays in it after a click; nobody writes into a choice."""
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    choose(page, "Changes inline")
    page.keyboard.press("v")
    expect(page).to_have_url(f"{lamp_address}{PAGE}?view=side")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.closest('.clause').id") == "pp1"
    choose(page, "Changed")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.clause').id") == "pp1"


def test_the_control_is_as_wide_as_the_words_and_bars_below_it(
    lamp_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport={"width": 360, "height": 640})
    control, content = (
        page.locator(one).bounding_box() for one in (".views", ".md-content__inner")
    )
    assert control
    assert content
    assert (control["x"], control["width"]) == (content["x"], content["width"])


@pytest.mark.parametrize("view", ["inline", "side"])
def test_forced_colours_tell_what_is_marked(
    lamp_address: str, open_page: OpenPage, view: str
) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view={view}#op2", forced_colors="active")
    outlines = page.locator(".change[open] .redline:visible").evaluate_all(
        """all => all.map(one => [one.closest(".clause").id, getComputedStyle(one).outlineStyle])"""
    )
    assert {name for name, style in outlines if style == "solid"} == {"op2"}
    assert {name for name, _ in outlines} > {"op2"}


@pytest.mark.parametrize("width", [320, 360, 700])
def test_every_choice_is_seen_in_a_narrow_window(
    lamp_address: str, open_page: OpenPage, width: int
) -> None:
    page = open_page(
        f"{lamp_address}{PAGE}?show=substantive#op3", viewport={"width": width, "height": 640}
    )
    for one in page.locator(".views :is(label, button)").all():
        box = one.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width, one.inner_text()
    bar = page.locator(".views").bounding_box()
    assert bar
    assert bar["y"] + bar["height"] < top(page, "op3") < 170


def test_the_keys_are_explained_where_there_are_changes(
    lamp_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    page.get_by_role("button", name="Keys and copying").click()
    keys = page.locator(".clause-help kbd").all_inner_texts()
    assert keys[:5] == ["n", "p", "v", "C", "j"]


def test_buttons_lead_from_change_to_change(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    page.get_by_role("button", name="Next change").click()
    assert page.evaluate("document.activeElement.closest('.clause').id") == "pp1"


@pytest.mark.parametrize("view", ["", "?view=inline", "?view=side&show=changed"])
@pytest.mark.parametrize("size", [WIDE, NARROW, FLAT], ids=["wide", "narrow", "flat"])
def test_buttons_go_on_from_where_they_led(
    lamp_address: str, open_page: OpenPage, view: str, size: ViewportSize
) -> None:
    """Where a low window lets the control scroll away, the reader goes back up to it."""
    page = open_page(f"{lamp_address}{PAGE}{view}", viewport=size)
    reached = []
    for name in ("Next change",) * 4 + ("Previous change",):
        if size is FLAT:
            page.evaluate("scrollTo(0, 0)")
        page.get_by_role("button", name=name).click()
        reached.append(page.evaluate("document.activeElement.closest('.clause, .grave').id"))
    assert reached == ["pp1", "pp2", "pp3", "pp4", "pp3"]


@pytest.mark.parametrize("view", ["", "?view=inline", "?view=side"])
@pytest.mark.parametrize("size", [WIDE, LOW, NARROW], ids=["wide", "low", "narrow"])
def test_the_control_stays_in_reach_and_covers_no_target(
    lamp_address: str, open_page: OpenPage, view: str, size: ViewportSize
) -> None:
    page = open_page(f"{lamp_address}{PAGE}{view}#op1", viewport=size)
    header = page.locator(".md-header").bounding_box()
    assert header
    for _ in range(2):
        bar = page.locator(".views").bounding_box()
        assert bar
        assert abs(bar["y"] - header["height"]) < 2
        assert bar["height"] < (60 if size["width"] > 720 else 90)
        assert bar["y"] + bar["height"] <= top(page, "op1") < size["height"] / 2
        page.evaluate("location.hash = ''")
        page.evaluate("location.hash = 'op1'")
    page.emulate_media(media="print")
    expect(page.locator(".views")).to_be_hidden()


def test_keys_move_over_redlines_too(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view=inline#op1", viewport=WIDE)
    page.keyboard.press("j")
    soon(lambda page: page.evaluate("document.activeElement.closest('.clause')?.id"), page, "op2")


def test_the_summary_leads_to_a_tombstone_and_opens_it(
    lamp_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    page.locator(".changes__places a[href='#was-op3']").click()
    expect(page.locator("#was-op3 del")).to_be_visible()


def test_a_link_to_the_view_is_copied(lamp_address: str, open_page: OpenPage) -> None:
    """Beside the plain one, and only where there is more than the plain one to say."""
    address = f"{lamp_address}{PAGE}"
    page = open_page(
        f"{address}?h=oil&view=inline&show=changed#op2",
        viewport=WIDE,
        permissions=["clipboard-read", "clipboard-write"],
    )
    copied = "navigator.clipboard.readText()"

    def copy(name: str) -> str:
        page.locator("#op2").hover()
        page.get_by_role("button", name="Copy OP 2").click()
        page.get_by_role("menuitem", name=name, exact=True).click()
        expect(page.locator(".clause-toast")).to_be_visible()
        return str(page.evaluate(copied))

    assert copy("Copy link to this view") == f"{address}?view=inline&show=changed#op2"
    expect(page.locator(".clause-toast")).to_have_text("Link to OP 2 in this view copied")
    assert copy("Copy link") == f"{address}#op2"
    for key, query in (("Shift+C", "?view=inline&show=changed"), ("c", "")):
        page.keyboard.press(key)
        soon(lambda page: page.evaluate(copied), page, f"{address}{query}#op2")
    choose(page, "Clean")
    choose(page, "All")
    page.locator("#op2").hover()
    page.get_by_role("button", name="Copy OP 2").click()
    expect(page.get_by_role("menuitem", name="Copy link", exact=True)).to_be_visible()
    expect(page.get_by_role("menuitem", name="Copy link to this view")).to_have_count(0)


def test_the_menu_of_a_clause_tells_its_history(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}#op1", viewport=WIDE)
    page.locator("#op1").hover()
    page.get_by_role("button", name="Copy OP 1").click()
    item = page.get_by_role("menuitem", name="History: said since at least 76/901")
    item.click()
    page.wait_for_url(f"{lamp_address}series/lamps/#78-903-op1")


# --- for everybody --------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(lamp_address: str, open_page: OpenPage, view: str) -> None:
    page = open_page(f"{lamp_address}{PAGE}{view}", viewport=WIDE)
    check_with_axe(page, view)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_a_narrow_window(
    lamp_address: str, open_page: OpenPage, view: str
) -> None:
    page = open_page(f"{lamp_address}{PAGE}{view}", viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


POSTS = (
    "Administration | Establishment | Redeployment | Responsibilities | Number\nA | B | C | 3 | "
)


@pytest.mark.parametrize("view", ["inline", "side"])
def test_a_table_is_redlined_as_a_table(lamp_address: str, open_page: OpenPage, view: str) -> None:
    """Put into the place of two other redlines: it scrolls by itself where it is too broad."""
    html = table_html(
        redline(f"{POSTS}2\nPainters | 2 | 1", f"{POSTS}5\nPilots of the fog | 4 | 3")
    )
    page = open_page(f"{lamp_address}{PAGE}?view={view}", viewport=NARROW)
    page.evaluate(
        """html => { for (const one of document.querySelectorAll(
            ":is(#op2, #pp2) > .change > .change__body > .redline")) one.innerHTML = html }""",
        html,
    )
    expect(page.locator("#op2 table:visible").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    check_with_axe(page, view)
    rows = page.locator("#op2 .redline:not(.redline--later) tr:visible")
    expect(rows).to_have_count(3 if view == "side" else 4)


def test_both_figures_of_a_cell_are_seen_in_a_narrow_window(
    lamp_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view=inline", viewport={"width": 360, "height": 640})
    table = "Post | Oil in barrels\nKeepers of the northern coast | {}"
    html = table_html(redline(table.format("98 203 000"), table.format("92 738 500")))
    page.locator("#op2 .redline").evaluate("(one, html) => { one.innerHTML = html }", html)
    went, came = (page.locator(f"#op2 .redline {one}").bounding_box() for one in ("del", "ins"))
    assert went
    assert came
    assert came["y"] >= went["y"] + went["height"] - 1
    assert max(one["x"] + one["width"] for one in (went, came)) < 340


def test_a_column_has_no_footnote_of_the_other_text(lamp_address: str, open_page: OpenPage) -> None:
    """The marks of a new clause, and of a new footnote, stand beside the words put in."""
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    mark = '<sup class="note-mark{}"><a href="#fn1">1</a></sup>'
    for name, html in (("op3-b", mark.format("")), ("op2", mark.format(" note-mark--added"))):
        page.locator(f"#{name} > .change .redline").evaluate(
            "(one, html) => { one.insertAdjacentHTML('beforeend', html) }", html
        )
    choose(page, "Side by side")
    for name in ("op3-b", "op2"):
        expect(page.locator(f"#{name} > .change .redline--later .note-mark")).to_be_visible()
        expect(page.locator(f"#{name} > .change .redline--earlier .note-mark")).to_be_hidden()


def test_on_paper_no_words_only_lead_on(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    links = [
        page.locator("article").get_by_text(name, exact=True)
        for name in ("See what changed", "How to read the changes", "What this site is")
    ]
    for link in links:
        expect(link).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".changes__sentence")).to_be_visible()
    for link in links:
        expect(link).to_be_hidden()


def test_on_paper_a_view_is_printed_as_it_is_shown(lamp_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{lamp_address}{PAGE}?view=inline", viewport=WIDE)
    page.emulate_media(media="print")
    expect(page.locator(".views")).to_be_hidden()
    expect(page.locator("#op2 .redline del").first).to_be_visible()
    line = page.locator("#op2 .redline del").first.evaluate(
        "e => getComputedStyle(e).textDecorationLine"
    )
    assert line == "line-through"
    width = page.locator("#op2 > .change").evaluate("e => getComputedStyle(e).borderRightWidth")
    assert width != "0px"


@pytest.mark.parametrize("path", [f"{PAGE}?view=inline", "series/lamplighters/"])
def test_paper_is_white_though_the_screen_is_dark(
    lamp_address: str, open_page: OpenPage, path: str
) -> None:
    def inks(scheme: str) -> object:
        media = {"color_scheme": scheme, "reduced_motion": "reduce"}
        page = open_page(f"{lamp_address}{path}", viewport=WIDE, **media)
        dark = page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        assert dark == (scheme == "dark")
        page.emulate_media(media="print")
        return page.locator("main *").evaluate_all(
            """elements => elements.filter(e => e.checkVisibility()).map(e => {
                const style = getComputedStyle(e)
                return [e.tagName, e.className, style.color, style.backgroundColor]
            }).map(String)"""
        )

    assert inks("dark") == inks("light")


def test_on_paper_the_clean_text_is_clean(lamp_address: str, open_page: OpenPage) -> None:
    """The frame opens all disclosures for the printer."""
    page = open_page(f"{lamp_address}{PAGE}", viewport=WIDE)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.emulate_media(media="print")
    expect(page.locator("#op2 > .clause__text")).to_be_visible()
    expect(page.locator(":is(.change, .grave) .redline:visible")).to_have_count(0)
    # What a change weighs is told by its sign too: a printer may not show the stroke of the bar.
    for name, shape in (("op2", "◆"), ("pp1", "◇"), ("op3-b", "+"), ("pp4", "↺")):
        sign = page.locator(f"#{name} > .change > summary > .change__sign")
        expect(sign).to_have_text(shape)
        expect(sign).to_be_visible()
        beside, text = sign.bounding_box(), page.locator(f"#{name} > .clause__text").bounding_box()
        assert beside
        assert text
        assert beside["x"] >= text["x"] + text["width"]
        assert abs(beside["y"] - text["y"]) < 12
    expect(page.locator("#was-op3 > summary")).to_be_visible()


def test_on_paper_what_is_closed_stays_closed(rich_address: str, open_page: OpenPage) -> None:
    """The frame opens all disclosures for the printer, lists of States among them."""
    page = open_page(f"{rich_address}A/RES/80/918/", viewport=WIDE)
    page.emulate_media(media="print")
    states = page.locator("details.states").first
    for is_open in (False, True):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(states).to_have_attribute("open", "")
        # Nor is there a name of what is not there.
        for part in ("summary", "p"):
            expect(states.locator(part).first).to_be_visible(visible=is_open)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        states.locator("summary").evaluate("one => one.click()")


def test_on_paper_no_list_of_votes_leaves_half_a_sheet_empty(
    rich_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{rich_address}A/RES/80/918/", viewport=WIDE)
    page.emulate_media(media="print")
    states = page.locator("details.states").first
    assert states.evaluate("one => getComputedStyle(one).breakInside") == "auto"
