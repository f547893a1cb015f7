"""Cards of references in Chromium: by pointer, keyboard and touch; who cites."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from site_fixtures import OpenPage, check_with_axe

pytestmark = pytest.mark.browser

SIGNALS, BELLS = "A/RES/78/960/", "A/RES/77/960/"
NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 720}
HELD, TREATY = "paragraph 1 (a) of its resolution 77/960", "Convention on Bells"


def reference(page: Page, place: str, said: str) -> Locator:
    return page.locator(f"#{place} > p a.reference").filter(has_text=said).first


def card(page: Page) -> Locator:
    return page.locator(".card")


def is_in_sight(page: Page) -> bool:
    """Whether the card is whole in the window and nothing lies over it."""
    seen: bool = card(page).evaluate(
        """card => {
            const box = card.getBoundingClientRect()
            const at = [[box.left + 5, box.top + 5], [box.right - 5, box.bottom - 5]]
            return box.left >= 0 && box.top >= 0 && box.right <= innerWidth
                && box.bottom <= innerHeight
                && at.every(point => card.contains(document.elementFromPoint(...point)))
        }"""
    )
    return seen


def test_a_card_by_hover(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    link = reference(page, "op2", HELD)
    link.scroll_into_view_if_needed()
    before = page.evaluate("[scrollY, document.documentElement.scrollHeight]")
    link.hover()
    expect(card(page)).to_be_visible()
    for said in ("A/RES/77/960, OP 1 (a)", "Bells for the fog", "7 December 2022", "On the coast;"):
        expect(card(page)).to_contain_text(said)
    assert is_in_sight(page)
    assert page.evaluate("[scrollY, document.documentElement.scrollHeight]") == before
    # It can be pointed at, and stays.
    card(page).hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 300)
    expect(card(page)).to_have_count(0)


def test_a_pointer_that_passes_opens_nothing(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    reference(page, "op2", HELD).hover()
    page.mouse.move(5, 300)
    page.wait_for_timeout(500)
    expect(card(page)).to_have_count(0)


def test_escape_takes_a_card_away(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    link = reference(page, "op2", HELD)
    link.hover()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    page.wait_for_timeout(500)
    expect(card(page)).to_have_count(0)


def test_a_card_by_keyboard(rich_address: str, open_page: OpenPage) -> None:
    """It is the description of its link, and nothing in it is a stop of its own."""
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    first, second = (reference(page, "op2", said) for said in (HELD, "annex to"))
    page.locator("#op2 > .clause__margin > .clause__num").focus()
    while not page.evaluate("document.activeElement.matches('.reference')"):
        page.keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(card(page)).to_be_visible()
    expect(first).to_have_accessible_description(
        "A/RES/77/960, OP 1 (a) Bells for the fog Adopted 7 December 2022 · Text held here "
        "On the coast;"
    )
    expect(page.get_by_role("tooltip")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(second).to_be_focused()
    expect(card(page)).to_contain_text("Rules for bells")
    expect(first).to_have_accessible_description("")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{BELLS}#annex")


def test_a_card_stays_while_its_link_has_the_focus(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    reference(page, "op2", HELD).focus()
    page.keyboard.press("Shift")  # so that the focus is one of the keyboard
    reference(page, "op1", TREATY).focus()
    expect(card(page)).to_contain_text("No. 99710")
    page.mouse.move(5, 300)
    page.mouse.move(9, 310)
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()


def test_a_card_by_touch(rich_address: str, open_page: OpenPage) -> None:
    """The first tap shows it, with the way on; a tap elsewhere takes it away."""
    page = open_page(f"{rich_address}{SIGNALS}", viewport=NARROW, has_touch=True)
    link = reference(page, "op2", HELD)
    link.tap()
    expect(card(page)).to_be_visible()
    expect(link).to_have_attribute("aria-expanded", "true")
    assert is_in_sight(page)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    check_with_axe(page, "card open by touch")
    card(page).locator(".card__words").tap()
    expect(card(page)).to_be_visible()
    page.locator("#op1 > .clause__text .phrase").tap()
    expect(card(page)).to_have_count(0)
    assert link.get_attribute("aria-expanded") is None
    link.tap()
    card(page).get_by_role("button", name="Close").tap()
    expect(card(page)).to_have_count(0)
    link.tap()
    card(page).get_by_role("link", name="Open the text").tap()
    page.wait_for_url(f"**/{BELLS}#op1-a")


def test_a_second_tap_goes_where_the_link_leads(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=NARROW, has_touch=True)
    link = reference(page, "op2", HELD)
    link.tap()
    expect(card(page)).to_be_visible()
    link.tap()
    page.wait_for_url(f"**/{BELLS}#op1-a")


def test_a_card_in_an_open_footnote_says_what_ibid_is(
    rich_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    page.locator("#pp2 [role=doc-noteref]").nth(1).click()
    note = page.locator(".note-shown")
    note.locator("a.reference").hover()
    expect(card(page)).to_contain_text("“Ibid.” stands for")
    expect(card(page)).to_contain_text("Protocol on Horns")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)


def test_a_card_is_no_word_of_a_copied_clause(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    reference(page, "op1", TREATY).hover()
    expect(card(page)).to_be_visible()
    said = page.locator("#op1 > .clause__text").evaluate(
        "text => { const copy = text.cloneNode(true);"
        " for (const extra of copy.querySelectorAll('.card')) extra.remove();"
        " return copy.textContent }"
    )
    assert said == ("Urges towns to join the Convention on Bells, and all parties to the "
                    "Convention to keep it;")  # fmt: skip


def test_screen_readers_hear_what_leaves_the_site(rich_address: str, open_page: OpenPage) -> None:
    """The quiet ones, which stand for a document named elsewhere, say the same of it."""
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    names = {
        ("pp1", "1325"): "1325 (2000) (official document)",
        ("pp1", "77/960"): "77/960",
        ("op1", TREATY): f"{TREATY} (official document)",
    }
    for (place, said), name in names.items():
        expect(reference(page, place, said)).to_have_accessible_name(name)
    quiet = page.locator("#op1 a.reference--quiet")
    expect(quiet).to_have_accessible_name("Convention (official document)")
    lines = {
        look: page.locator(f"a.reference--{look}").first.evaluate(
            "link => getComputedStyle(link).textDecorationStyle"
        )
        for look in ("held", "external", "here", "quiet")
    }
    assert lines == {"held": "solid", "external": "solid", "here": "dashed", "quiet": "dotted"}


def test_on_paper_no_sign_says_where_a_link_leads(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{SIGNALS}", viewport=WIDE)
    page.emulate_media(media="print")
    signs = page.locator(".reference[rel=external]").evaluate_all(
        "links => links.map(link => getComputedStyle(link, '::after').content)"
    )
    assert {*signs} == {"none"}


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_who_cites_opens_and_is_without_a_finding(
    rich_address: str, open_page: OpenPage, viewport: ViewportSize
) -> None:
    page = open_page(f"{rich_address}{BELLS}", viewport=viewport)
    page.locator("#op1 > .citers > summary").click()
    expect(page.locator("#op1 > .citers a[href='#op2']")).to_be_visible()
    reference(page, "op2", "paragraph 1").hover()
    expect(card(page)).to_be_visible()
    assert is_in_sight(page)
    check_with_axe(page, "who cites and a card open", colours=viewport is WIDE)
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_without_a_script_links_and_lists_work(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{BELLS}", java_script_enabled=False)
    page.locator("[id='op1-a'] > .citers > summary").click()
    page.locator("[id='op1-a'] > .citers li li > a").click()
    page.wait_for_url(f"**/{SIGNALS}#op2")
    reference(page, "op2", HELD).click()
    page.wait_for_url(f"**/{BELLS}#op1-a")


def test_on_paper_who_cites_the_resolution_stays(rich_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{rich_address}{BELLS}", viewport=WIDE)
    page.emulate_media(media="print")
    expect(page.locator("section.cited-by .citing").first).to_be_visible()
    expect(page.locator("#op1 > .citers")).to_be_hidden()
