"""The pictures of who cites whom in a browser: at any width, by keyboard, in both schemes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from site_fixtures import EXAMPLE_SERIES, OpenPage, check_with_axe
from tangled import ONE, TWO

pytestmark = pytest.mark.browser

BOXES = """svg => [...svg.querySelectorAll("text")]
    .filter(text => text.getClientRects().length)
    .map(text => text.getBoundingClientRect())
    .map(box => [box.left, box.top, box.right, box.bottom])"""


def _picture(page: Page) -> Locator:
    return page.locator(".network__picture")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_labels_do_not_overlap_and_the_page_needs_no_scrolling_aside(
    tangled_address: str, open_page: OpenPage, width: int
) -> None:
    page = open_page(
        f"{tangled_address}{ONE}/",
        viewport={"width": width, "height": 720},
        java_script_enabled=False,
    )
    boxes = _picture(page).evaluate(BOXES)
    assert len(boxes) > 8
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, (boxes[number], other)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_links_in_the_picture_are_reached_and_followed_by_keyboard(
    tangled_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{tangled_address}{ONE}/")
    link = _picture(page).locator(f"a[href$='{TWO.removeprefix('A/RES/77/')}/']")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    frame = link.locator("rect")
    assert frame.evaluate("one => getComputedStyle(one).strokeWidth") == "2px"
    box = frame.bounding_box()
    assert box is not None
    assert box["height"] + 2 >= 24
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{TWO}/")


def test_axe_finds_nothing(tangled_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{tangled_address}{ONE}/")
    page.locator(".network summary").click()
    check_with_axe(page, "network")


def test_axe_finds_nothing_in_what_members_share(tangled_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{tangled_address}{EXAMPLE_SERIES}")
    assert _picture(page).locator("circle").count() > 1
    page.locator(".network__shared summary").first.click()
    check_with_axe(page, "shared")
