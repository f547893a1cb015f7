"""How a reader cites the resolution, a clause or words of it: on the page, in the menu of a clause,
in its dialog, and when words are copied."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from site_fixtures import EXAMPLES, PAGE, OpenPage, Site, check_with_axe, select, soon, words

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 720}
NARROW: ViewportSize = {"width": 320, "height": 640}
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
DEEP = "A/RES/77/901/"
ANNEX = "A/RES/78/904/"
NAMES = ["UN style", "OSCOLA", "Bluebook", "Markdown", "HTML", "BibTeX", "RIS", "CSL-JSON"]
FORMS = ["un", "oscola", "bluebook", "markdown", "html", "bibtex", "ris", "csl"]
UN = "General Assembly resolution 77/79"


def _clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def _holds(page: Page, said: str) -> bool:
    return said in _clipboard(page)


def _offer(page: Page) -> Locator:
    return page.get_by_role("group", name="What was copied")


def _select(page: Page, first: str, last: str, start: int = 0, end: int | None = None) -> None:
    """Select from a character of a clause's words to one of another's, all of them by default."""
    page.evaluate(
        """([first, last, start, end]) => {
            const at = (name, offset) => {
                const body = document.querySelector(`[id="${name}"] > .clause__text`)
                const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
                for (let left = offset ?? Infinity, node; ;) {
                    const next = walker.nextNode()
                    if (!next) return [node, node.length]
                    node = next
                    if (left <= node.length) return [node, left]
                    left -= node.length
                }
            }
            getSelection().setBaseAndExtent(...at(first, start), ...at(last, end))
        }""",
        [first, last, start, end],
    )


def _copy(page: Page) -> None:
    page.evaluate("navigator.clipboard.writeText('before')")
    page.keyboard.press("Control+c")


# --- the whole resolution --------------------------------------------------------------------


def test_the_page_has_every_form(site: Site) -> None:
    page = site.page(PAGE)
    cite = select(page, "details.cite")
    assert [words(name) for name in cite.select("figcaption")] == NAMES
    assert [str(pre["data-form"]) for pre in cite.select("pre")] == FORMS
    assert words(select(cite, "[data-form=un]")) == UN
    links = {str(link["href"]) for link in cite.select("a[download]")}
    assert links == {"cite.bib", "cite.ris", "cite.json"}
    texts = {str(pre["data-form"]): pre.get_text() for pre in cite.select("pre")}
    assert site.read(f"{PAGE}cite.bib").decode().strip() == texts["bibtex"]
    assert site.read(f"{PAGE}cite.ris").decode().split() == texts["ris"].split()
    assert json.loads(site.read(f"{PAGE}cite.json")) == json.loads(texts["csl"])


def test_the_head_says_what_the_page_is(site: Site) -> None:
    data = json.loads(select(site.page(PAGE), "head > [type='application/ld+json']").get_text())
    assert data["legislationIdentifier"] == "A/RES/77/79"
    assert data["@id"] == select(site.page(PAGE), "link[rel=canonical]")["href"]


def test_without_scripts_every_form_can_be_read(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=NARROW, java_script_enabled=False)
    page.get_by_text("Cite this resolution").click()
    for form in FORMS:
        expect(page.locator(f".cite [data-form={form}]")).to_be_visible()
    assert page.locator(".cite__copy, .clause-offer").count() == 0


def test_the_whole_is_copied(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    page.locator(".cite > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Copy UN style of this resolution")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    soon(_clipboard, page, UN)
    page.get_by_role("button", name="Copy BibTeX of this resolution").click()
    soon(lambda page: _clipboard(page).startswith("@techreport{A-RES-77-79,\n"), page, True)


# --- a clause --------------------------------------------------------------------------------


def _open_dialog(page: Page, name: str) -> Locator:
    page.locator(f"[id='{name}'] > .clause__margin > .clause__copy").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def test_a_clause_in_every_form(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    dialog = _open_dialog(page, "op8")
    expect(dialog).to_have_accessible_name("Cite OP 8")
    copied = []
    for name in NAMES:
        dialog.get_by_role("button", name=f"Copy {name} of OP 8", exact=True).click()
        expect(dialog.get_by_role("status")).to_have_text(f"{name} copied")
        copied.append(_clipboard(page))
    shown = [pre.evaluate("pre => pre.textContent") for pre in dialog.locator("pre").all()]
    assert copied == shown
    un, oscola, bluebook, markdown, html, bibtex, ris, csl = copied
    # The site was built for this address.
    address = f"http://resolutions.example/{PAGE}#op8"
    assert un == f"{UN}, para. 8"
    assert oscola == "UNGA Res 77/79 (7 December 2022) UN Doc A/RES/77/79, para 8"
    assert bluebook == "G.A. Res. 77/79, ¶ 8, U.N. Doc. A/RES/77/79 (Dec. 7, 2022)"
    assert markdown == f"[{un}]({address})"
    assert html == f'<a href="{address}">{un}</a>'
    assert bibtex.startswith("@techreport{A-RES-77-79-op8,\n")
    assert f"url = {{{address}}}" in bibtex
    assert f"UR  - {address}\n" in ris
    (item,) = json.loads(csl)
    assert (item["number"], item["URL"]) == ("A/RES/77/79, para. 8", address)
    # What the page prints stays that of the whole.
    assert page.locator(".cite [data-form=un]").text_content() == UN


def test_a_marked_span_in_every_form(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}#op3", viewport=WIDE)
    page.locator("#op5 > .clause__margin > .clause__copy").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Ways to cite OP 3 to OP 5").click()
    dialog = page.get_by_role("dialog", name="Cite OP 3 to OP 5")
    forms = {form: dialog.locator(f"[data-form={form}]").inner_text() for form in FORMS}
    assert forms["un"] == f"{UN}, paras. 3–5"
    assert forms["oscola"].endswith("UN Doc A/RES/77/79, paras 3–5")
    assert forms["bluebook"].startswith("G.A. Res. 77/79, ¶¶ 3–5, U.N. Doc.")
    assert forms["markdown"].endswith(f"{PAGE}#op3:op5)")
    assert "@techreport{A-RES-77-79-op3-op5," in forms["bibtex"]


def test_the_dialog_by_keyboard(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    dialog = _open_dialog(page, "op8")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="Copy UN style of OP 8")).to_be_focused()
    for key in ("j", "c", "q", "?"):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator("#op8 > .clause__margin > .clause__copy")).to_be_focused()
    _open_dialog(page, "op8").get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    # Afterwards the page speaks again.
    page.keyboard.press("c")
    expect(page.locator(".clause-toast")).to_have_text("Link to OP 8 copied")


def test_axe_finds_nothing_while_citing(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=NARROW, **CLIPBOARD)
    page.locator(".cite > summary").click()
    check_with_axe(page, "the forms of the whole")
    page.locator(".cite > summary").click()
    dialog = _open_dialog(page, "op8")
    check_with_axe(page, "the dialog")
    inside = "dialog => dialog.scrollWidth <= dialog.clientWidth"
    assert dialog.evaluate(inside)
    page.keyboard.press("Escape")
    _select(page, "op3", "op5")
    _copy(page)
    expect(_offer(page)).to_be_in_viewport(ratio=1)
    check_with_axe(page, "the offer")


# --- words that are copied -------------------------------------------------------------------


def test_copied_words_are_what_was_selected_and_their_citation_is_offered(
    root_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    page.locator("#op2 > .clause__text").scroll_into_view_if_needed()
    shifts = "new Promise(done => new PerformanceObserver(list => done(list.getEntries().length))"
    moved = page.evaluate_handle(
        f"() => ({{ moved: Promise.race([{shifts}.observe({{ type: 'layout-shift' }})),"
        " new Promise(done => setTimeout(done, 1500, 0))]) })"
    )
    _select(page, "op2", "op2", 0, 23)
    _copy(page)
    soon(_clipboard, page, "Stresses the importance")
    expect(_offer(page)).to_contain_text("OP 2 copied.")
    expect(page.locator(".clause-toast")).to_contain_text("OP 2 copied.")
    assert moved.evaluate("one => one.moved") == 0
    _offer(page).get_by_role("button", name="Copy with citation").click()
    soon(
        _clipboard, page,
        f"2. Stresses the importance\n({UN}, para. 2, {root_address}{PAGE}#op2)",
    )  # fmt: skip
    expect(_offer(page)).to_have_count(0)
    expect(page.locator(".clause-toast")).to_have_text("Words and citation of OP 2 copied")


PASSAGES = [
    (PAGE, "op3", "op5", "paras. 3–5", "op3:op5"),
    (PAGE, "pp3", "pp5", "third to fifth preambular paragraphs", "pp3:pp5"),
    (PAGE, "pp16", "op1", "sixteenth preambular paragraph to para. 1", "pp16:op1"),
    (DEEP, "op2-a-i", "op2-a-ii", "paras. 2 (a) (i) to 2 (a) (ii)", "op2-a-i:op2-a-ii"),
    (DEEP, "op3", "op3-b", "para. 3", "op3"),
    (ANNEX, "annex1-u1-p1", "annex1-u1-p2", "annex, rule 1, paras. 1–2",
     "annex1-u1-p1:annex1-u1-p2"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "first", "last", "pin", "fragment"), PASSAGES)
def test_a_span_of_clauses(
    rich_address: str, open_page: OpenPage, path: str, first: str, last: str, pin: str,
    fragment: str,
) -> None:  # fmt: skip
    page = open_page(f"{rich_address}{path}", viewport=WIDE, **CLIPBOARD)
    _select(page, first, last)
    page.keyboard.press("q")
    number = path.removeprefix("A/RES/").rstrip("/")
    end = f"\n(General Assembly resolution {number}, {pin}, {rich_address}{path}#{fragment})"
    soon(lambda page: _clipboard(page).endswith(end), page, True)


def test_the_words_of_a_span_have_their_numbers_and_no_marks(
    rich_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{rich_address}{DEEP}", viewport=WIDE, **CLIPBOARD)
    _select(page, "op3", "op3-b", 6)
    page.keyboard.press("q")
    soon(
        lambda page: _clipboard(page).splitlines()[:-1], page,
        ["upon all States:", "(a) To ratify the Convention, namely:", "(i) Without delay;",
         "(ii) Without reservation;", "if they have not yet done so;", "(b) To pay their keepers;"],
    )  # fmt: skip
    _select(page, "pp2", "pp2")
    page.keyboard.press("q")
    soon(lambda page: "weather,\n(" in _clipboard(page), page, True)


def test_the_offer_by_keyboard(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    text = page.locator("#op5 > .clause__text")
    text.scroll_into_view_if_needed()
    text.click(position={"x": 40, "y": 10}, click_count=3)
    _copy(page)
    take = _offer(page).get_by_role("button", name="Copy with citation")
    expect(take).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
        if take.evaluate("button => button === document.activeElement"):
            break
    expect(take).to_be_focused()
    page.keyboard.press("Enter")
    soon(lambda page: _clipboard(page).endswith(f"para. 5, {root_address}{PAGE}#op5)"), page, True)
    expect(page.locator("#op5 > .clause__margin > .clause__num")).to_be_focused()


def test_the_offer_goes(root_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    offer = _offer(page)
    leaves: tuple[Callable[[], None], ...] = (
        lambda: page.keyboard.press("Escape"),
        lambda: offer.get_by_role("button", name="Dismiss").click(),
        lambda: page.locator("#op2 > .clause__text").click(position={"x": 300, "y": 10}),
    )
    for leave in leaves:
        _select(page, "op2", "op2")
        _copy(page)
        expect(offer).to_be_visible()
        leave()
        expect(offer).to_have_count(0)


def test_what_is_no_words_of_a_clause_is_not_offered(
    root_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{root_address}{PAGE}", viewport=WIDE, **CLIPBOARD)
    page.locator("h1").click(click_count=3)
    _copy(page)
    soon(lambda page: _clipboard(page).startswith("Implementation"), page, True)
    expect(_offer(page)).to_have_count(0)
    page.keyboard.press("q")
    expect(page.locator(".clause-toast")).to_have_text("Select words of the text first")


def test_words_of_a_redline_are_those_of_this_text(root_address: str, open_page: OpenPage) -> None:
    """Whatever the view, what was struck out is no part of the passage."""
    for view in ("inline", "side"):
        page = open_page(f"{root_address}{EXAMPLES[1]}?view={view}", viewport=WIDE, **CLIPBOARD)
        clause = page.locator(".clause:has(> .change[open] del):has(> .change[open] ins)").first
        expected = clause.evaluate(
            """clause => {
                getSelection().selectAllChildren(clause)
                const words = clause.querySelector(":scope > .clause__text").cloneNode(true)
                for (const mark of words.querySelectorAll(".note-mark")) mark.remove()
                return words.textContent.replace(/\\s+/g, " ").trim()
            }"""
        )
        page.keyboard.press("q")
        soon(partial(_holds, said=expected), page, True)
        assert "Assembly of Lamplighters resolution 4/2, " in _clipboard(page)


def test_a_table_is_copied_row_by_row(rich_address: str, open_page: OpenPage) -> None:
    """As a sheet of figures takes it: a tab between cells, a line for each row."""
    page = open_page(f"{rich_address}A/RES/80/918/", viewport=WIDE, **CLIPBOARD)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.clause__table'))")
    page.keyboard.press("q")
    said = "Harbour\tLamps\nNorthhaven\t7ᵃ\nNo others\n"
    soon(lambda page: _clipboard(page).startswith(said), page, True)


_ONE = ".clause:has(> .change[open] del):has(> .change[open] ins) > .change .redline"


def _copies(page: Page, selector: str) -> str:
    """What the browser's own copying gives of all that an element holds."""
    page.locator(selector).first.evaluate("one => getSelection().selectAllChildren(one)")
    _copy(page)
    soon(lambda page: _clipboard(page) != "before", page, True)
    return " ".join(_clipboard(page).split())


def _runs(page: Page, kinds: str) -> str:
    """The words of a redline that are of some kinds, all others left out."""
    text: str = page.locator(_ONE).first.evaluate(
        """(redline, kinds) => {
            const words = redline.cloneNode(true)
            for (const one of words.querySelectorAll(kinds)) one.remove()
            return words.textContent.replace(/\\s+/g, " ").trim()
        }""",
        f".for-ears, .note-mark, {kinds}",
    )
    return text


@pytest.mark.parametrize("view", ["inline", "side"])
def test_words_copied_from_a_redline_are_those_of_one_text(
    root_address: str, open_page: OpenPage, view: str
) -> None:
    """Of this one; of the one before where nothing else is selected."""
    page = open_page(f"{root_address}{EXAMPLES[2]}?view={view}", viewport=WIDE, **CLIPBOARD)
    later, earlier = _runs(page, "del, .parts-del"), _runs(page, "ins, .parts-ins")
    assert later in _copies(page, f".part:has({_ONE})")
    if view == "side":
        assert _copies(page, f"{_ONE}--earlier") == earlier
        assert _copies(page, f"{_ONE}--later") == later
    else:
        assert _copies(page, _ONE) == later
    gone = _copies(page, f"{_ONE} del")
    assert gone
    assert gone in earlier
