"""What a reader does on the page of a resolution: point, copy, move, look up a note, print.

By mouse, by keyboard, by touch and without scripts.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, PdfMargins, ViewportSize, expect
from pypdf import PdfReader

from site_fixtures import PAGE, OpenPage, Site, check_with_axe, select, soon, words

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 720}
MIDDLE: ViewportSize = {"width": 768, "height": 1024}
NARROW: ViewportSize = {"width": 320, "height": 640}
TOUCH: dict[str, Any] = {"has_touch": True, "is_mobile": True, "viewport": NARROW}
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}

# Pages of the rich site.
DEEP = "A/RES/77/901/"
SECTIONS = "A/RES/77/902/"
NESTED = "A/RES/78/903/"
ANNEX = "A/RES/78/904/"
QUOTES = "A/RES/76/906/"
EARLY = "A/RES/917(III)/"
NOTES = "A/RES/80/908/"
RICH = (PAGE, DEEP, SECTIONS, NESTED, ANNEX, QUOTES, EARLY, NOTES)

TITLE = "Implementation of the Convention on Cluster Munitions"


def _marked(page: Page) -> list[str]:
    """The clauses and headings that are highlighted, in order: what the eye sees, not the class."""
    found: list[str] = page.evaluate(
        """() => {
            const clear = "rgba(0, 0, 0, 0)"
            const places = document.querySelectorAll(
                ".clause, .cross-heading, .footnote, .resolution :is(h1, h2), .adoption")
            return [...places].filter(place => {
                const seen = place.querySelector(":scope > .clause__text") || place
                return getComputedStyle(seen).backgroundColor !== clear
            }).map(place => place.id)
        }"""
    )
    return found


def _in_sight(page: Page, name: str) -> bool:
    """Whether the words of a place begin in the upper part of the window, below the header."""
    seen: bool = page.evaluate(
        """name => {
            const place = document.getElementById(name).closest("[id]:not(.alias)")
            const words = place.querySelector(":scope > .clause__text") || place
            const box = words.getBoundingClientRect()
            const header = document.querySelector(".md-header").getBoundingClientRect()
            const over = document.elementFromPoint(box.left + 8, box.top + 8)
            return box.top >= header.bottom && box.top < innerHeight && words.contains(over)
        }""",
        name,
    )
    return seen


def _clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def _said(page: Page) -> Locator:
    """What the page has told the reader, also one who only listens."""
    return page.locator("[role=status].clause-toast")


def _focused(page: Page) -> str | None:
    """The clause whose number has the focus, seen by an outline or a line below it."""
    name: str | None = page.evaluate(
        """() => {
            const focus = document.activeElement
            const style = getComputedStyle(focus)
            const seen = style.outlineStyle !== "none" || style.textDecorationLine !== "none"
            return focus.matches(".clause__num") && seen ? focus.closest(".clause").id : null
        }"""
    )
    return name


def _control(page: Page, name: str) -> Locator:
    return page.locator(f"[id='{name}'] > .clause__margin > .clause__copy")


def _opacity(locator: Locator) -> float:
    value: str = locator.evaluate("element => getComputedStyle(element).opacity")
    return float(value)


def _inside_the_window(locator: Locator) -> bool:
    inside: bool = locator.evaluate(
        """element => {
            const box = element.getBoundingClientRect()
            const header = document.querySelector(".md-header").getBoundingClientRect()
            return box.left >= 0 && box.right <= document.documentElement.clientWidth
                && box.top >= header.bottom && box.bottom <= innerHeight
        }"""
    )
    return inside


def _show(page: Page, selector: str, block: str = "center") -> None:
    """Scroll a place into the window before the pointer goes there."""
    page.locator(selector).first.evaluate(
        "(element, block) => element.scrollIntoView({ block })", block
    )


# --- the control on every clause --------------------------------------------------------------


def test_the_control_appears_when_the_pointer_is_on_its_clause(
    rich_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{rich_address}{DEEP}", viewport=WIDE)
    page.locator("#op2-a-i > .clause__text").hover()
    shown = [
        name
        for name in ("op2", "op2-a", "op2-a-i", "op2-a-ii", "op3")
        if _opacity(_control(page, name)) == 1
    ]
    assert shown == ["op2-a-i"], "the innermost clause under the pointer and no other"
    # It stays on the way there.
    page.locator("#op2-a-i > .clause__margin > .clause__num").hover()
    assert _opacity(_control(page, "op2-a-i")) == 1
    _control(page, "op2-a-i").hover()
    assert _opacity(_control(page, "op2-a-i")) == 1
    page.locator("#op4 > .clause__text").hover()
    assert _opacity(_control(page, "op2-a-i")) == 0


def test_the_control_appears_with_the_focus(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    page.locator("#op3 > .clause__margin > .clause__num").focus()
    assert _opacity(_control(page, "op3")) == 0
    page.keyboard.press("Tab")
    expect(_control(page, "op3")).to_be_focused()
    assert _opacity(_control(page, "op3")) == 1


@pytest.mark.parametrize("options", [{"viewport": WIDE}, TOUCH], ids=["wide", "touch"])
def test_every_control_can_be_hit(
    rich_address: str, open_page: OpenPage, options: dict[str, Any]
) -> None:
    """WCAG 2.5.8: 24 pixels each way for all in a margin, and none lies over another."""
    page = open_page(rich_address, **options)
    for path in RICH:
        page.goto(f"{rich_address}{path}")
        problems = page.evaluate(
            """() => {
                const targets = [...document.querySelectorAll(".clause__copy, .clause__num")]
                const boxes = targets.map(target => target.getBoundingClientRect())
                const found = []
                boxes.forEach((a, n) => {
                    const name = targets[n].getAttribute("aria-label")
                    if (a.width < 24 || a.height < 24) found.push([name, a.width, a.height])
                    if (a.left < 0) found.push([name, "outside"])
                    for (let m = n + 1; m < Math.min(n + 12, boxes.length); m++) {
                        const b = boxes[m]
                        const apart = a.right <= b.left + .5 || b.right <= a.left + .5
                            || a.bottom <= b.top + .5 || b.bottom <= a.top + .5
                        if (!apart) found.push([name, targets[m].getAttribute("aria-label")])
                    }
                })
                return found
            }"""
        )
        assert problems == [], path
        controls = page.locator(".clause__copy").count()
        assert controls == page.locator(".clause").count() > 0


def test_every_control_is_there_for_touch(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{NESTED}", **TOUCH)
    faint = page.evaluate(
        """() => [...document.querySelectorAll(".clause__copy, .clause__num, .permalink")]
            .filter(control => getComputedStyle(control).opacity < .7).length"""
    )
    assert faint == 0
    assert page.locator(".permalink").count() > 0


def test_a_clause_takes_no_more_room_than_its_words(rich_address: str, open_page: OpenPage) -> None:
    """A control that wraps below its number would push the next clause away."""
    page = open_page(rich_address, viewport=WIDE)
    for path in RICH:
        page.goto(f"{rich_address}{path}")
        gaps = page.evaluate(
            """() => [...document.querySelectorAll(
                    ".clause:not(:has(> :is(.clause, .citers)))")]
                .map(clause => [clause.id, clause.offsetHeight
                    - clause.querySelector(":scope > .clause__text").offsetHeight])
                .filter(([, gap]) => gap > 4)"""
        )
        assert gaps == [], path


ENTRIES = [
    "Copy link",
    "Copy text with citation",
    "Copy citation, UN style",
    "Copy citation, OSCOLA",
    "Copy citation, Bluebook",
]


def test_the_menu_by_mouse(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    control, menu = _control(page, "op8"), page.get_by_role("menu")
    page.locator("#op8").hover()
    control.click()
    expect(menu).to_have_accessible_name("Copy OP 8")
    expect(control).to_have_attribute("aria-expanded", "true")
    assert menu.get_by_role("menuitem").all_inner_texts() == [*ENTRIES, "More ways to cite"]
    menu.get_by_role("menuitem", name="Copy link").click()
    expect(_said(page)).to_have_text("Link to OP 8 copied")
    assert _opacity(_said(page)) == 1
    soon(_clipboard, page, f"{root_address}{PAGE}#op8")
    expect(menu).to_have_count(0)
    expect(control).to_have_attribute("aria-expanded", "false")
    expect(control).to_be_focused()


def test_the_menu_closes(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    menu = page.get_by_role("menu")
    page.locator("#op8").hover()
    _control(page, "op8").click()
    _control(page, "op8").click()
    expect(menu).to_have_count(0)
    _control(page, "op8").click()
    page.locator("#op8 > .clause__text").click(position={"x": 300, "y": 10})
    expect(menu).to_have_count(0)
    # Another one's takes its place, and moving on by keys leaves none behind.
    _control(page, "op8").click()
    page.locator("#op6").hover()
    _control(page, "op6").click()
    expect(menu).to_have_count(1)
    expect(menu).to_have_accessible_name("Copy OP 6")
    page.keyboard.press("j")
    soon(_focused, page, "op7")
    expect(menu).to_have_count(0)


def test_the_menu_by_keyboard(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    control, menu = _control(page, "op8"), page.get_by_role("menu")
    items = menu.get_by_role("menuitem")
    control.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        for move, at in (
            (None, 0), ("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("End", 5),
            ("ArrowDown", 0), ("ArrowUp", 5), ("Home", 0),
        ):  # fmt: skip
            if move:
                page.keyboard.press(move)
            expect(items.nth(at)).to_be_focused()
        page.keyboard.press("Escape")
        expect(menu).to_have_count(0)
        expect(control).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu).to_have_count(0)
    expect(control).to_have_attribute("aria-expanded", "false")
    # A treaty that the clause names.
    expect(page.locator("#op8 > .clause__text a").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(control).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(menu).to_have_count(0)
    soon(_focused, page, "op8")
    control.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(_said(page)).to_have_text("Citation of OP 8 copied")
    soon(_clipboard, page, "General Assembly resolution 77/79, para. 8")
    expect(control).to_be_focused()


def test_the_menu_by_touch(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", **TOUCH, **CLIPBOARD)
    _show(page, "#op8")
    _control(page, "op8").tap()
    page.get_by_role("menuitem", name="Copy link").tap()
    expect(_said(page)).to_have_text("Link to OP 8 copied")
    soon(_clipboard, page, f"{root_address}{PAGE}#op8")
    _control(page, "op8").tap()
    page.locator("#op9 > .clause__text").tap()
    expect(page.get_by_role("menu")).to_have_count(0)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_menu_stays_inside_the_window(
    rich_address: str, open_page: OpenPage, viewport: ViewportSize
) -> None:
    page = open_page(f"{rich_address}{DEEP}", viewport=viewport)
    for name in ("op2", "op2-a-i-a-ii", "op3-a-end"):
        for block in ("end", "center", "start"):
            _show(page, f"#{name} > .clause__text", block)
            _control(page, name).focus()
            page.keyboard.press("Enter")
            assert _inside_the_window(page.get_by_role("menu")), (name, block)
            page.keyboard.press("Escape")


# --- what is copied --------------------------------------------------------------------------


def _copied(page: Page, name: str) -> dict[str, str]:
    """What each entry of a clause's menu puts on the clipboard."""
    copied = {}
    for number, entry in enumerate(ENTRIES):
        control = _control(page, name)
        control.focus()
        page.keyboard.press("Enter")
        page.get_by_role("menuitem").nth(number).press("Enter")
        expect(control).to_be_focused()
        copied[entry.removeprefix("Copy ").removeprefix("citation, ")] = _clipboard(page)
    return copied


CITATIONS = [
    (PAGE, "op8", "General Assembly resolution 77/79, para. 8",
     "UNGA Res 77/79 (7 December 2022) UN Doc A/RES/77/79, para 8",
     "G.A. Res. 77/79, ¶ 8, U.N. Doc. A/RES/77/79 (Dec. 7, 2022)"),
    (PAGE, "pp4", "General Assembly resolution 77/79, fourth preambular paragraph",
     "UNGA Res 77/79 (7 December 2022) UN Doc A/RES/77/79, preambular para 4",
     "G.A. Res. 77/79, pmbl. ¶ 4, U.N. Doc. A/RES/77/79 (Dec. 7, 2022)"),
    (DEEP, "op2-a-i", "General Assembly resolution 77/901, para. 2 (a) (i)",
     "UNGA Res 77/901 (14 December 2022) UN Doc A/RES/77/901, para 2(a)(i)",
     "G.A. Res. 77/901, ¶ 2(a)(i), U.N. Doc. A/RES/77/901 (Dec. 14, 2022)"),
    (SECTIONS, "s2-op1", "General Assembly resolution 77/902, sect. II, para. 1",
     "UNGA Res 77/902 (30 December 2022) UN Doc A/RES/77/902, s II, para 1",
     "G.A. Res. 77/902, § II, ¶ 1, U.N. Doc. A/RES/77/902 (Dec. 30, 2022)"),
    (ANNEX, "annex1-u1-p2", "General Assembly resolution 78/904, annex, rule 1, para. 2",
     "UNGA Res 78/904 (5 October 2023) UN Doc A/RES/78/904, annex, rule 1, para 2",
     "G.A. Res. 78/904, annex, rule 1, ¶ 2, U.N. Doc. A/RES/78/904 (Oct. 5, 2023)"),
    (EARLY, "op2", "General Assembly resolution 917 (III), para. 2",
     "UNGA Res 917 (III) (10 December 1948) UN Doc A/RES/917(III), para 2",
     "G.A. Res. 917 (III), ¶ 2, U.N. Doc. A/RES/917(III) (Dec. 10, 1948)"),
]  # fmt: skip


def test_a_link_and_citations_on_the_clipboard(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(rich_address, viewport=WIDE, **CLIPBOARD)
    for path, name, un, oscola, bluebook in CITATIONS:
        # Wherever the reader is, the clause's own address is copied.
        page.goto(f"{rich_address}{path}#sources")
        copied = _copied(page, name)
        assert copied.pop("text with citation").endswith(f"\n({un}, {rich_address}{path}#{name})")
        assert copied == {
            "link": f"{rich_address}{path}#{name}",
            "UN style": un,
            "OSCOLA": oscola,
            "Bluebook": bluebook,
        }


TEXTS = {
    (DEEP, "pp2"): "Reaffirming the purposes of the Convention on Lighthouse Keepers, which States "
    "parties have pursued since its entry into force, in particular the watch that is kept from "
    "dusk to dawn, whatever the weather,\n"
    "(General Assembly resolution 77/901, second preambular paragraph, {})",
    (DEEP, "op3"): "3. Calls upon all States:\n"
    "(a) To ratify the Convention, namely:\n"
    "(i) Without delay;\n"
    "(ii) Without reservation;\n"
    "if they have not yet done so;\n"
    "(b) To pay their keepers;\n"
    "(General Assembly resolution 77/901, para. 3, {})",
    (DEEP, "op2-a-ii"): "(ii) Lamps that burn gas, with an indication of the height at which they "
    "stand and of the distance over which they can be seen in clear weather, as the "
    "Secretary-General recommends;\n"
    "(General Assembly resolution 77/901, para. 2 (a) (ii), {})",
}


def test_the_text_on_the_clipboard(rich_address: str, open_page: OpenPage) -> None:
    """Sub-paragraphs with their numbers; no figures of footnotes, not even with a note open."""
    page = open_page(f"{rich_address}{DEEP}", viewport=WIDE, **CLIPBOARD)
    for (path, name), text in TEXTS.items():
        mark = page.locator(f"#{name} [role=doc-noteref]")
        if mark.count():
            mark.click()
            expect(page.get_by_role("note")).to_be_visible()
        # Not by the focus, which would close the note.
        _control(page, name).dispatch_event("click")
        page.get_by_role("menuitem", name="Copy text with citation").dispatch_event("click")
        expect(_said(page)).to_have_text(re.compile("^Text of .* copied$"))
        page.keyboard.press("Escape")
        soon(_clipboard, page, text.format(f"{rich_address}{path}#{name}"))


def test_copying_without_the_browsers_help(root_address: str, open_page: OpenPage) -> None:
    """As on a host without TLS."""
    page = open_page(root_address, viewport=WIDE)
    without = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    with page.add_init_script(without):
        page.goto(f"{root_address}{PAGE}")
    _control(page, "op8").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(_said(page)).to_have_text("Link to OP 8 copied")
    expect(_control(page, "op8")).to_be_focused()
    assert page.locator("textarea").count() == 0
    search = page.get_by_role("textbox", name="Search")
    search.focus()
    page.keyboard.press("Control+V")
    expect(search).to_have_value(f"{root_address}{PAGE}#op8")
    # And where nothing helps, nobody is told that it did.
    page.evaluate("document.execCommand = () => false")
    page.evaluate("document.activeElement.blur()")
    _control(page, "op8").focus()
    page.keyboard.press("c")
    expect(_said(page)).to_have_text("The browser did not let it be copied")


# --- what an address points at ----------------------------------------------------------------


def test_an_address_is_in_sight_and_highlighted(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}")
    for viewport in (NARROW, MIDDLE, WIDE):
        page.set_viewport_size(viewport)
        # As a link in the page, then as an address that is opened.
        for name in ("op8", "pp4", "pp16", "fn2", "op1", "operative", "adoption", "title"):
            page.goto(f"{root_address}{PAGE}#{name}")
            soon(_marked, page, [name])
            soon(partial(_in_sight, name=name), page, True)
        for name in ("op8", "pp4", "fn2"):
            page.goto("about:blank")
            page.goto(f"{root_address}{PAGE}#{name}")
            soon(_marked, page, [name])
            soon(partial(_in_sight, name=name), page, True)


PLACES = [
    (DEEP, "op2-a-i-a-ii", "op2-a-i-a-ii"),
    (DEEP, "op2-end", "op2-end"),
    (SECTIONS, "s2", "s2"),
    (SECTIONS, "s1-op3", "op3"),
    (NESTED, "s2-sb-op5-a", "op5-a"),
    (NESTED, "s2-sa-h1", "h1"),
    (ANNEX, "annex1-u1-p2", "annex1-u1-p2"),
    (ANNEX, "annex1", "annex1"),
    (QUOTES, "op2-x2", "op2-x2"),
]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_place_of_another_kind_is_highlighted(
    rich_address: str, open_page: OpenPage, scripts: bool
) -> None:
    """Sub-paragraphs, sections, headings, annexes; and by the other addresses a clause has."""
    page = open_page(rich_address, viewport=NARROW, java_script_enabled=scripts)
    for path, fragment, name in PLACES:
        page.goto(f"{rich_address}{path}#{fragment}")
        soon(_marked, page, [name])
        soon(partial(_in_sight, name=fragment), page, True)


# --- ranges ----------------------------------------------------------------------------------


RANGES = {
    "op3:op5": ["op3", "op4", "op5"],
    "op5:op3": ["op3", "op4", "op5"],
    "op3%3Aop5": ["op3", "op4", "op5"],
    "pp15:op2": ["pp15", "pp16", "op1", "op2"],
    "op3:op3": ["op3"],
    "op3:op99": ["op3"],
    "op3:": ["op3"],
}
NO_RANGES = ("op99:op3", ":op3", "a:b", "%", "%:%", "%E0%A4%A", "<x>", "\"]'", ":", "..", "op 3")


def test_a_range(root_address: str, open_page: OpenPage) -> None:
    """Both ends and all between, from either end; what is no range does no harm."""
    page = open_page(f"{root_address}{PAGE}", viewport=NARROW)
    for fragment in (*RANGES, *NO_RANGES):
        names = RANGES.get(fragment, [])
        # As an address that is opened, then as one that the open page goes to.
        page.goto("about:blank")
        page.goto(f"{root_address}{PAGE}#{fragment}")
        soon(_marked, page, names)
        page.goto(f"{root_address}{PAGE}#fn3")
        page.goto(f"{root_address}{PAGE}#{fragment}")
        soon(_marked, page, names)
        if names:
            soon(partial(_in_sight, name=names[0]), page, True)


def test_a_range_holds_what_lies_between(rich_address: str, open_page: OpenPage) -> None:
    """Each clause whole, with its sub-clauses: the last as well."""
    op3 = ["op3", "op3-a", "op3-a-i", "op3-a-ii", "op3-a-end", "op3-b"]
    page = open_page(f"{rich_address}{DEEP}#op2-c:op3", viewport=WIDE)
    soon(_marked, page, ["op2-c", "op2-end", *op3])
    page.goto(f"{rich_address}{DEEP}#op3-b:op2-b")
    soon(_marked, page, ["op2-b", "op2-c", "op2-end", *op3])
    page.goto(f"{rich_address}{NESTED}#op2:op3")
    soon(_marked, page, ["op2", "s2", "s2-sa", "h1", "op3"])
    page.goto(f"{rich_address}{NESTED}#s1-op2:s2-sa-op3")
    soon(_marked, page, ["op2", "s2", "s2-sa", "h1", "op3"])


def test_shift_and_a_click_make_a_range(address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}{PAGE}", viewport=WIDE)
    number = page.get_by_role("link", name="Link to OP 3")
    number.click(modifiers=["Shift"])
    expect(page).to_have_url(f"{address}{PAGE}#op3")
    assert len(page.context.pages) == 1, "a new window would be the browser's answer"
    page.get_by_role("link", name="Link to OP 5").click(modifiers=["Shift"])
    expect(page).to_have_url(f"{address}{PAGE}#op3:op5")
    soon(_marked, page, ["op3", "op4", "op5"])
    soon(partial(_in_sight, name="op3"), page, True)
    page.get_by_role("link", name="Link to OP 2", exact=True).click(modifiers=["Shift"])
    expect(page).to_have_url(f"{address}{PAGE}#op2:op3")
    page.go_back()
    expect(page).to_have_title(f"A/RES/77/79, OP 3 to OP 5 - {TITLE}")
    soon(_marked, page, ["op3", "op4", "op5"])
    page.go_back()
    expect(page).to_have_title(f"A/RES/77/79, OP 3 Expresses grave concern - {TITLE}")
    soon(_marked, page, ["op3"])
    page.go_forward()
    expect(page).to_have_title(f"A/RES/77/79, OP 3 to OP 5 - {TITLE}")
    soon(_marked, page, ["op3", "op4", "op5"])


def test_a_range_by_keyboard(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op3", viewport=WIDE, **CLIPBOARD)
    for _ in range(2):
        page.keyboard.press("j")
    soon(_focused, page, "op5")
    page.keyboard.press("Shift+Enter")
    expect(page).to_have_url(f"{root_address}{PAGE}#op3:op5")
    expect(page.locator("#op3 > .clause__margin > .clause__num")).to_be_focused()
    soon(_focused, page, "op3")
    _control(page, "op6").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Copy link OP 3 to OP 6").press("Enter")
    expect(_said(page)).to_have_text("Link to OP 3 to OP 6 copied")
    soon(_clipboard, page, f"{root_address}{PAGE}#op3:op6")


def test_a_range_by_touch(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op5", **TOUCH, **CLIPBOARD)
    _control(page, "op3").tap()
    page.get_by_role("menuitem", name="Copy link OP 3 to OP 5").tap()
    expect(_said(page)).to_have_text("Link to OP 3 to OP 5 copied")
    soon(_clipboard, page, f"{root_address}{PAGE}#op3:op5")


# --- titles ----------------------------------------------------------------------------------


def test_the_title_says_what_the_address_points_at(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{PAGE}")
    plain = f"A/RES/77/79 {TITLE} - Resolutions, clause by clause"
    expect(page).to_have_title(plain)
    for fragment, title in (
        ("op8", f"A/RES/77/79, OP 8 Invites and encourages - {TITLE}"),
        ("pp4", f"A/RES/77/79, PP 4 Conscious - {TITLE}"),
        ("pp16:op1", f"A/RES/77/79, PP 16 to OP 1 - {TITLE}"),
        ("fn2", f"A/RES/77/79, footnote 2 - {TITLE}"),
        ("footnotes", plain),
        ("nothing", plain),
    ):
        page.goto(f"{rich_address}{PAGE}#{fragment}")
        expect(page).to_have_title(title)
    title = "Political declaration of the high-level meeting on fog"
    page.goto(f"{rich_address}{ANNEX}#annex1-p2-a")
    expect(page).to_have_title(f"A/RES/78/904, annex, para. 2 (a) - {title}")


def test_a_shared_link_says_what_it_is(site: Site) -> None:
    """Who unfolds a link in a message reads the page as it is served."""
    page = site.page(PAGE)
    assert words(select(page, "head > title")).startswith(f"A/RES/77/79 {TITLE}")
    description = select(page, "head > meta[name=description]")["content"]
    assert description == (
        f"General Assembly resolution 77/79, adopted on 7 December 2022: {TITLE}. "
        "Every clause has a permanent address."
    )


# --- keys ------------------------------------------------------------------------------------


def test_j_and_k_move_clause_by_clause(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    for key, name in (("j", "pp1"), ("j", "pp2"), ("j", "pp3"), ("k", "pp2"), ("k", "pp1")):
        page.keyboard.press(key)
        soon(_focused, page, name)
        soon(partial(_in_sight, name=name), page, True)
    page.keyboard.press("k")
    soon(_focused, page, "pp1")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("j")
    soon(_focused, page, "pp1")
    page.keyboard.press("k")
    soon(_focused, page, "op11")
    page.keyboard.press("j")
    soon(_focused, page, "op11")


def test_j_and_k_start_from_what_is_seen(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op8", viewport=WIDE)
    page.keyboard.press("k")
    soon(_focused, page, "op7")
    # The reader has gone elsewhere: nothing calls them back.
    _show(page, "#pp4", "start")
    page.keyboard.press("j")
    assert _focused(page) in ("pp4", "pp3")
    soon(partial(_in_sight, name="pp4"), page, True)


def test_j_and_k_go_through_every_level(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{DEEP}#op2", viewport={"width": 1280, "height": 400})
    order = [
        "op2-a", "op2-a-i", "op2-a-i-a", "op2-a-i-a-i", "op2-a-i-a-ii", "op2-a-i-b", "op2-a-ii",
        "op2-b", "op2-c", "op2-end", "op3",
    ]  # fmt: skip
    for name in order:
        page.keyboard.press("j")
        soon(_focused, page, name)
        soon(partial(_in_sight, name=name), page, True)
    for name in reversed(order[:-1]):
        page.keyboard.press("k")
        soon(_focused, page, name)
        soon(partial(_in_sight, name=name), page, True)


def test_c_copies(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op8", viewport=WIDE, **CLIPBOARD)
    for key, name in ((None, "OP 8"), ("j", "OP 9"), ("k", "OP 8"), ("k", "OP 7")):
        if key:
            page.keyboard.press(key)
        page.keyboard.press("c")
        expect(_said(page)).to_have_text(f"Link to {name} copied")
        fragment = name.replace(" ", "").lower()
        soon(_clipboard, page, f"{root_address}{PAGE}#{fragment}")


def test_a_slash_searches_and_letters_are_letters_there(
    root_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{root_address}{PAGE}#op8", viewport=WIDE, **CLIPBOARD)
    page.evaluate("navigator.clipboard.writeText('before')")
    page.keyboard.press("/")
    search = page.get_by_role("textbox", name="Search")
    expect(search).to_be_focused()
    page.keyboard.type("jkc?/")
    expect(search).to_have_value("jkc?/")
    expect(search).to_be_focused()
    expect(page.locator("dialog.clause-help")).to_be_hidden()
    soon(_clipboard, page, "before")


def test_a_question_mark_explains(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op8", viewport=WIDE)
    page.keyboard.press("j")
    dialog = page.get_by_role("dialog", name="Keys and ways to point")
    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    said = dialog.locator("dt").all_inner_texts()
    assert said == ["j", "k", "c", "q", "/", "?", "Esc"]
    # Nothing happens behind it.
    for key in ("j", "c", "/", "?"):
        page.keyboard.press(key)
    assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    assert _said(page).inner_text() == ""
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    soon(_focused, page, "op9")
    # The same by mouse.
    button = page.get_by_role("button", name="Keys and copying")
    button.click()
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def _switch_keys(page: Page) -> None:
    page.get_by_role("button", name="Keys and copying").click()
    page.get_by_role("checkbox", name="Single-key shortcuts").press("Space")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")


def _taken(page: Page) -> set[str]:
    """Which of the single keys do anything, ours and Material's."""
    page.evaluate(
        "addEventListener('keydown', event => { document.claimed = event.defaultPrevented })"
    )
    taken = set()
    for key in ("j", "k", "c", "q", "?", "/", "f", "s"):
        page.evaluate("() => { scrollTo(0, 1500); document.claimed = false }")
        page.keyboard.press(key)
        if page.evaluate("document.claimed || document.activeElement !== document.body"):
            taken.add(key)
        if page.get_by_role("textbox", name="Search").evaluate("e => e.matches(':focus')"):
            # Material opens and closes it a moment later.
            expect(page.locator("#__search")).to_be_checked()
            page.keyboard.press("Escape")
            page.wait_for_timeout(100)
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")
    return taken


def test_single_keys_can_be_switched_off(root_address: str, open_page: OpenPage) -> None:
    """WCAG 2.1.4. Whoever speaks to the computer does not want every word to be a command."""
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    every = {"j", "k", "c", "q", "?", "/", "f", "s"}
    assert _taken(page) == every
    _switch_keys(page)
    assert _taken(page) == set()
    page.reload()
    assert _taken(page) == set()
    # The frame has keys on every page: they are off too.
    page.goto(f"{root_address}sessions/")
    for key in (".", "n", ",", "p"):
        page.keyboard.press(key)
    page.keyboard.press("/")
    expect(page).to_have_url(f"{root_address}sessions/")
    expect(page.get_by_role("textbox", name="Search")).not_to_be_focused()
    page.goto(f"{root_address}{PAGE}")
    box = page.get_by_role("checkbox", name="Single-key shortcuts", include_hidden=True)
    assert not box.is_checked()
    _switch_keys(page)
    assert _taken(page) == every
    page.goto(f"{root_address}sessions/")
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()


def test_with_a_modifier_no_key_is_taken(root_address: str, open_page: OpenPage) -> None:
    """They belong to the browser and to assistive software."""
    page = open_page(f"{root_address}{PAGE}#op8", viewport=WIDE)
    taken = page.evaluate(
        """() => {
            const taken = []
            for (const held of ["ctrlKey", "metaKey", "altKey"]) {
                for (const key of ["j", "k", "c", "?"]) {
                    const event = new KeyboardEvent(
                        "keydown", { key, [held]: true, bubbles: true, cancelable: true })
                    document.body.dispatchEvent(event)
                    if (event.defaultPrevented) taken.push([held, key])
                }
            }
            return taken
        }"""
    )
    assert taken == []
    soon(_focused, page, None)
    assert _said(page).inner_text() == ""
    expect(page.locator("dialog.clause-help")).to_be_hidden()


# --- footnotes -------------------------------------------------------------------------------


def _mark(page: Page, place: str) -> Locator:
    """The first mark of a note in a clause."""
    return page.locator(f"#{place} > .clause__text [role=doc-noteref]").first


def _place(page: Page) -> tuple[str, float]:
    """Where the reader is: the address and how far the page is scrolled."""
    return page.url, page.evaluate("scrollY")


def test_a_note_by_hover(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    mark, note = _mark(page, "pp9"), page.get_by_role("note")
    _show(page, "#pp9")
    place = _place(page)
    mark.hover()
    expect(note).to_be_visible()
    assert "Ibid., vol. 2688, No. 47713" in note.inner_text()
    assert "↩" not in note.inner_text()
    # The pointer may move into it, and rest there.
    box = note.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4, steps=8)
    page.wait_for_timeout(300)
    expect(note).to_be_visible()
    page.locator("#pp11 > .clause__margin").hover()
    expect(note).to_have_count(0)
    # Dismissible without moving the pointer.
    mark.hover()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    assert _place(page) == place


def test_a_note_by_keyboard(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    mark, note = _mark(page, "pp9"), page.get_by_role("note")
    _show(page, "#pp9")
    place = _place(page)
    page.locator("#pp9 > .clause__text a").first.focus()
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    expect(note).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    assert _place(page) == place
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(mark).to_be_focused()
    expect(mark).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    # Its links come next, then the page goes on and it closes.
    page.keyboard.press("Tab")
    expect(note.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link", name="To the footnotes")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("#pp10 > .clause__margin > .clause__num")).to_be_focused()
    expect(note).to_have_count(0)


def test_a_note_that_has_the_focus_outlasts_the_pointer(
    root_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    page.locator("#pp9 > .clause__text a").first.focus()
    page.keyboard.press("Tab")
    _mark(page, "pp9").hover()
    page.locator("#pp11 > .clause__margin").hover()
    page.wait_for_timeout(300)
    expect(page.get_by_role("note")).to_be_visible()


def test_a_note_by_click(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{NOTES}", viewport=WIDE)
    note = page.get_by_role("note")
    _show(page, "#pp2")
    place = _place(page)
    _mark(page, "pp2").click()
    expect(note).to_contain_text("See A/80/950")
    page.locator("#op1 > .clause__margin").hover()
    page.wait_for_timeout(300)
    expect(note).to_be_visible()
    _mark(page, "pp1").click()
    expect(note).to_have_count(1)
    expect(note).to_contain_text("No. 99710")
    _mark(page, "pp1").click()
    expect(note).to_have_count(0)
    _mark(page, "pp1").click()
    page.locator("#op1 > .clause__text").click()
    expect(note).to_have_count(0)
    assert _place(page) == place


def test_a_note_by_touch(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{NOTES}", **TOUCH)
    note = page.get_by_role("note")
    for name in ("pp1", "pp2", "op2"):
        for block in ("start", "center", "end"):
            _show(page, f"#{name}", block)
            place = _place(page)
            _mark(page, name).tap()
            expect(note).to_be_visible()
            assert _place(page) == place
            assert _inside_the_window(note), (name, block)
            page.touchscreen.tap(5, 635)
            expect(note).to_have_count(0)
            assert _place(page) == place


def test_a_note_near_the_lower_edge_opens_above(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    mark, note = _mark(page, "pp14"), page.get_by_role("note")
    for block in ("start", "end"):
        mark.evaluate("(mark, block) => mark.scrollIntoView({ block })", block)
        page.evaluate("block => scrollBy(0, block === 'start' ? -70 : 0)", block)
        mark.click()
        assert _inside_the_window(note), block
        page.keyboard.press("Escape")


def test_without_scripts_a_note_is_a_link_and_back(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{NOTES}", viewport=NARROW, java_script_enabled=False)
    _mark(page, "pp1").click()
    expect(page).to_have_url(f"{rich_address}{NOTES}#fn1")
    soon(_marked, page, ["fn1"])
    soon(partial(_in_sight, name="fn1"), page, True)
    # A way back to each of its marks.
    for name, target in (("PP 1", "fn1-ref"), ("PP 2", "fn1-ref-2")):
        page.locator("#fn1").get_by_role("link", name=f"Back to {name}").click()
        expect(page).to_have_url(f"{rich_address}{NOTES}#{target}")
        place = "pp" + name[-1]
        assert page.locator(f"#{place} [id='{target}']").count() == 1
        soon(partial(_in_sight, name=target), page, True)


# --- without scripts -------------------------------------------------------------------------


def test_without_scripts_all_the_text_is_there(
    rich_address: str, rich_site: Site, open_page: OpenPage
) -> None:
    page = open_page(rich_address, viewport=NARROW, java_script_enabled=False)
    for path in RICH:
        page.goto(f"{rich_address}{path}")
        assert page.locator(".clause__copy, .clause-help").count() == 0
        expect(page.locator(".clause-keys")).to_be_hidden()
        hidden = page.evaluate(
            """() => [...document.querySelectorAll(
                    "article :is(.clause__text, .cross-heading, .footnote p, dd, h1, h2)")]
                .filter(element => !element.checkVisibility({ opacityProperty: true,
                    visibilityProperty: true, contentVisibilityAuto: true })
                    || element.getBoundingClientRect().width < 40)
                .map(element => element.outerHTML)"""
        )
        assert hidden == []
        name = str(rich_site.page(path).select(".clause")[-1]["id"])
        page.locator(f"[id='{name}'] > .clause__margin > .clause__num").click()
        expect(page).to_have_url(f"{rich_address}{path}#{name}")
        soon(_marked, page, [name])


def test_without_scripts_the_ways_lead_to_the_parts(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=NARROW, java_script_enabled=False)
    for name, target in (
        ("Preamble", "preamble"), ("Operative part", "operative"), ("Footnotes", "footnotes"),
    ):  # fmt: skip
        page.locator(".resolution__ways").get_by_role("link", name=name).click()
        expect(page).to_have_url(f"{root_address}{PAGE}#{target}")
        soon(partial(_in_sight, name=target), page, True)


# --- on paper --------------------------------------------------------------------------------

OFF_PAPER = (
    ".md-header", ".md-tabs", ".md-sidebar", ".md-search", ".md-footer-meta", ".md-top",
    ".clause__copy", ".clause-keys", ".clause-help", ".clause-toast", ".permalink",
    ".resolution__ways", ".footnote__back", ".neighbours", ".note-shown", ".cite",
)  # fmt: skip


ON_PAPER = (
    ".clause__text", ".clause[data-num] > .clause__margin > .clause__num", ".cross-heading",
    ".footnote p", ".footnote__num", ".resolution__symbol", "h1", ".resolution__unofficial",
    ".resolution__address", ".adoption",
)  # fmt: skip


def test_paper_shows_the_text_and_no_control(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(rich_address, viewport=WIDE)
    page.emulate_media(media="print", reduced_motion="reduce")
    seen = "elements => elements.filter(e => e.checkVisibility()).length"
    for path in RICH:
        page.goto(f"{rich_address}{path}")
        # Also with a note open.
        page.locator("[role=doc-noteref]").evaluate_all("marks => marks[0]?.click()")
        shown = {name for name in OFF_PAPER if page.locator(name).evaluate_all(seen)}
        assert shown == set(), path
        for name in ON_PAPER:
            every = page.locator(name)
            assert every.evaluate_all(seen) == every.count(), (path, name)
        # Numbers stand beside their words, not over them.
        over = page.evaluate(
            """() => [...document.querySelectorAll(".clause[data-num]")].filter(clause => {
                const number = clause.querySelector(".clause__num").getBoundingClientRect()
                const text = clause.querySelector(".clause__text").getBoundingClientRect()
                return number.right > text.left || Math.abs(number.top - text.top) > 8
            }).map(clause => clause.id)"""
        )
        assert over == [], path


PAPERS = {"A4": ("210mm", "297mm"), "Letter": ("8.5in", "11in"), "small": ("140mm", "190mm")}


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pages_of_a_print(
    root_address: str, open_page: OpenPage, tmp_path: Path, paper: str
) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    margin: PdfMargins = {"top": "18mm", "right": "18mm", "bottom": "18mm", "left": "18mm"}
    width, height = PAPERS[paper]
    page.pdf(path=tmp_path / "print.pdf", margin=margin, width=width, height=height)
    printed = [
        sheet.extract_text(extraction_mode="layout")
        for sheet in PdfReader(tmp_path / "print.pdf").pages
    ]
    text = "\n".join(printed)
    sheets = [[line for line in sheet.splitlines() if line.strip()] for sheet in printed]
    lines = [line for sheet in sheets for line in sheet]
    # The site was built for this address.
    assert any("http://resolutions.example/A/RES/77/79/" in line for line in lines)
    labels = [*(f"PP {n}" for n in range(1, 17)), *(f"{n}." for n in range(1, 12))]
    starts = [n for n, line in enumerate(lines) if re.match(r"(PP \d+|\d+\.)  +\S", line)]
    assert [re.split("  +", lines[n])[0] for n in starts] == labels
    # The notes at the end, below the last clause and the day of adoption.
    end = max(n for n, line in enumerate(lines) if line.strip() == "7 December 2022")
    notes = [n for n, line in enumerate(lines) if re.match(r" *[123]  +\S", line)]
    assert len(notes) == 3
    assert starts[-1] < end < notes[0]
    for words_of_the_frame in ("Search", "Table of contents", "Sessions", "Keys and copying",
                               "↩", "¶", "To the footnotes"):  # fmt: skip
        assert words_of_the_frame not in text
    # No clause is torn after its first line, no heading parted from what it heads.
    for sheet in sheets[:-1]:
        last = sheet[-1]
        assert not re.match(r"(PP \d+|\d+\.)  +\S", last) or last.rstrip().endswith((",", ";"))
        assert last.strip() not in ("Preamble", "Operative part", "Footnotes")


# --- other eyes ------------------------------------------------------------------------------

# WCAG 1.4.12, as a sheet that a reader brings along.
SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""

LOST = """() => {
    const lost = []
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth > width) lost.push("the page scrolls sideways")
    for (const element of document.querySelectorAll("article *")) {
        // What is for ears is cut on purpose; what a picture has no room for, its table says.
        if (!element.checkVisibility() || element.matches(".for-ears, svg *")) continue
        const box = element.getBoundingClientRect()
        const style = getComputedStyle(element)
        const name = element.className || element.tagName
        if (box.right > width + 1 || box.left < -1) lost.push(["outside", name])
        if (style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) {
            lost.push(["cut", name])
        }
    }
    for (const clause of document.querySelectorAll(".clause[data-num]")) {
        const range = document.createRange()
        range.selectNodeContents(clause.querySelector(".clause__num"))
        const number = range.getBoundingClientRect()
        const text = clause.querySelector(".clause__text").getBoundingClientRect()
        if (number.right > text.left + 1) lost.push(["over its words", clause.id])
    }
    return lost
}"""


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["320", "1280"])
def test_nothing_is_lost_at_four_times_the_size_or_with_wide_spacing(
    rich_address: str, open_page: OpenPage, viewport: ViewportSize
) -> None:
    """WCAG 1.4.10 and 1.4.12: 320 pixels are 1,280 at 400 %."""
    page = open_page(rich_address, viewport=viewport)
    for path in RICH:
        page.goto(f"{rich_address}{path}")
        assert page.evaluate(LOST) == [], path
        page.evaluate(SPACED)
        spacing = page.evaluate("getComputedStyle(document.querySelector('h1')).wordSpacing")
        assert spacing != "0px"
        assert page.evaluate(LOST) == [], path
        page.locator(".clause__copy").last.focus()
        page.keyboard.press("Enter")
        assert page.evaluate(LOST) == [], path
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.evaluate(LOST) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(root_address: str, open_page: OpenPage, scheme: str) -> None:
    """What colours said, lines say: the marked clause, the controls and the menu."""
    page = open_page(
        f"{root_address}{PAGE}#op3:op4",
        viewport=WIDE,
        color_scheme=scheme,
        forced_colors="active",
    )
    outline = "element => getComputedStyle(element).outlineStyle"
    for name, style in (("op3", "solid"), ("op4", "solid"), ("op5", "none")):
        assert page.locator(f"#{name} > .clause__text").evaluate(outline) == style
    page.locator("#op3 > .clause__text").hover()
    sign, ground = _control(page, "op3").evaluate(
        """button => [getComputedStyle(button, "::before"), getComputedStyle(button)]
            .map(style => style.backgroundColor)"""
    )
    assert sign != ground
    assert sign != page.evaluate("getComputedStyle(document.body).backgroundColor")
    _control(page, "op3").click()
    border = "element => getComputedStyle(element).borderTopStyle"
    assert page.get_by_role("menu").evaluate(border) == "solid"
    # The chosen entry differs from the others.
    items = page.get_by_role("menuitem")
    page.keyboard.press("ArrowDown")
    look = "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.backgroundColor] }"
    assert items.nth(1).evaluate(look) != items.nth(0).evaluate(look)
    page.goto(f"{root_address}{PAGE}#fn1")
    assert page.locator("#fn1").evaluate(outline) == "solid"


def test_reduced_motion_moves_nothing(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op8", viewport=WIDE)
    page.keyboard.press("c")
    moving = """() => [...document.querySelectorAll("html, .md-content, .md-content *")]
        .filter(element => {
            const style = getComputedStyle(element)
            return /[1-9]/.test(style.transitionDuration) || style.animationName !== "none"
                || style.scrollBehavior === "smooth"
        }).map(element => element.className)"""
    assert page.evaluate(moving) == []
    # Where motion is welcome there is some: the question is not empty.
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) != []


def test_the_language_of_the_text_and_of_foreign_words(rich_site: Site) -> None:
    page = rich_site.page(NOTES)
    article = select(page, "article.resolution")
    assert (article["lang"], article["dir"]) == ("en", "ltr")
    foreign = {
        (str(found["lang"]), found.get_text()) for found in article.select(".clause__text [lang]")
    }
    assert foreign == {
        ("la", "inter alia"), ("la", "mutatis mutandis"), ("fr", "note verbale"),
    }  # fmt: skip


# --- the outline -----------------------------------------------------------------------------


def test_the_outline_follows_the_reader(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE)
    # The deepest of the entries that are shown as the reader's.
    active = page.locator(".md-nav--secondary .md-nav__link--active").last
    for name in ("op8", "op2", "preamble", "op9"):
        page.evaluate(
            """name => scrollTo(0, scrollY - 64
                + document.getElementById(name).getBoundingClientRect().top)""",
            name,
        )
        expect(active).to_have_attribute("href", f"#{name}")


@pytest.mark.parametrize("width", [360, 768])
def test_a_narrow_window_has_the_outline_too(
    rich_address: str, open_page: OpenPage, width: int
) -> None:
    page = open_page(
        f"{rich_address}{DEEP}", viewport={"width": width, "height": 640}, java_script_enabled=False
    )
    outline = page.get_by_role("navigation", name="On this page")
    expect(outline).to_be_hidden()
    page.get_by_text("On this page", exact=True).click()
    expect(outline).to_be_visible()
    beside = page.locator(".md-sidebar--secondary .md-nav__link")
    assert outline.locator("a").evaluate_all("all => all.map(one => one.hash)") == (
        beside.evaluate_all("all => all.map(one => one.hash)")
    )
    page = open_page(f"{rich_address}{DEEP}", viewport={"width": width, "height": 640})
    page.get_by_text("On this page", exact=True).click()
    check_with_axe(page, "the outline")
    page.set_viewport_size(WIDE)
    expect(page.get_by_text("On this page", exact=True)).to_be_hidden()


def test_a_table_that_goes_on_at_its_side_shows_so(rich_address: str, open_page: OpenPage) -> None:
    """Shades stand at the sides; what hides them where there is no more moves with the table."""
    page = open_page(f"{rich_address}A/RES/80/918/", viewport=NARROW)
    table = page.locator(".clause__table").first
    ground = table.evaluate(
        """one => [getComputedStyle(one).backgroundAttachment,
            getComputedStyle(one).backgroundImage]"""
    )
    assert ground[0] == "local, local, scroll, scroll"
    assert ground[1].count("gradient(") == 4
    table.focus()
    name = str(table.get_attribute("aria-label"))
    expect(page.get_by_role("region", name=name)).to_be_focused()


def test_the_outline_has_the_levels_of_the_text(rich_site: Site) -> None:
    def tree(entries: Any) -> list[Any]:
        found: list[Any] = []
        for entry in entries.find_all("li", recursive=False):
            below = entry.select_one(":scope > ul, :scope > nav > ul")
            name = words(entry.find("a"))
            found.append([name, *tree(below)] if below else name)
        return found

    outline = select(rich_site.page(NESTED), "nav.md-nav--secondary > ul")
    assert tree(outline) == [
        "Preamble",
        [
            "Operative part",
            ["I. Signals", "1. Emphasizes", "2. Urges"],
            [
                "II. Lamps",
                ["A. Fixed lamps", ["Keepers of fixed lamps", "3. Requests", "4. Also requests"]],
                ["B. Turning lamps", "5. Decides"],
            ],
            ["III. Horns", "6. Decides"],
        ],
        "Cited by",
        "Citation network",
        "Sources",
    ]


def test_the_copied_address_leaves_out_what_was_searched(
    root_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{root_address}{PAGE}?h=stockpiles#pp5", viewport=WIDE, **CLIPBOARD)
    page.keyboard.press("c")
    expect(_said(page)).to_have_text("Link to PP 5 copied")
    soon(_clipboard, page, f"{root_address}{PAGE}#pp5")


@pytest.mark.parametrize(("typed", "meant"), [("OP8", "op8"), ("Op3:PP4", "op3:pp4")])
def test_an_address_in_capitals_is_followed(
    root_address: str, open_page: OpenPage, typed: str, meant: str
) -> None:
    page = open_page(f"{root_address}{PAGE}#{typed}", viewport=WIDE)
    expect(page).to_have_url(f"{root_address}{PAGE}#{meant}")
    expect(page.locator(f"#{meant.partition(':')[0]}")).to_have_class(re.compile("is-marked"))
    assert page.evaluate("scrollY") > 0


def test_an_address_that_is_not_there_is_said(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op99", viewport=WIDE)
    expect(_said(page)).to_have_text("There is no op99 in this resolution")
