"""The page of a series: the picture, the lives of its clauses, any two years."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from jsonschema import Draft202012Validator
from playwright.sync_api import Route, expect

from lamp_years import NOT_HELD, SLUG, SYMBOLS, write_years
from mkdocs_resolutions.corpus import load
from mkdocs_resolutions.publishing import comparison_schema, lives
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.picture import CELLS as SHOWN
from mkdocs_resolutions.publishing.series_page import series_pages
from site_fixtures import (
    EXAMPLE_SERIES,
    HOST,
    SERIES,
    OpenPage,
    Site,
    check_with_axe,
    select,
    words,
)

LAMPS = f"series/{SLUG}/"

ROWS = ".picture tbody:not(.picture__figures) tr:not(.picture__part)"

# Sign by sign, oldest year first; a year in which a clause is not there is a space.
CELLS = {
    "PP 1 Recalling": "first routine routine",
    "PP 2 Noting with concern": "first gone returned",
    "PP 3 Welcoming": "- new unchanged",
    "OP 1 Expresses grave concern": "first substantive unchanged",
    "OP 2 Encourages": "- - new",
    "OP 3 Requests": "first unchanged unchanged",
    "OP 3 (a)": "first unchanged unchanged",
    "OP 3 (b)": "first unchanged unchanged",
    "OP 3 Thanks": "first gone -",
    "OP 4 Decides": "first routine routine",
}


@pytest.fixture
def page(years_site: Site) -> BeautifulSoup:
    return years_site.page(LAMPS)


def _life(page: BeautifulSoup, anchor: str) -> Tag:
    life = select(page, f"[id='{anchor}']").find_parent(class_="life")
    assert isinstance(life, Tag)
    return life


def _form(page: BeautifulSoup, anchor: str) -> Tag:
    form = select(page, f"[id='{anchor}']").find_parent(class_="form")
    assert isinstance(form, Tag)
    return form


# --- without a browser -----------------------------------------------------------------------


def test_the_picture_says_what_became_of_each_clause_in_each_year(page: BeautifulSoup) -> None:
    rows = page.select(ROWS)
    seen = {
        words(select(row, "th")): " ".join(
            (cell.a and str(cell.a["class"][0])) or "-"
            for cell in row.select("td:not(.void)")
        )
        for row in rows
    }  # fmt: skip
    assert list(seen.items()) == list(CELLS.items())


def test_what_is_gone_stands_where_it_stood(page: BeautifulSoup) -> None:
    """Behind the clause that it stood behind when it was last there."""
    names = [words(row) for row in page.select(f"{ROWS} > th")]
    assert names.index("OP 3 Thanks") == names.index("OP 3 (b)") + 1


def test_a_sign_is_said_in_words_too(page: BeautifulSoup) -> None:
    for cell in page.select(".picture td > a"):
        assert words(cell)
        assert page.select(f".legend .sign--{cell['class'][0]}"), cell


def test_a_cell_is_named_by_its_clause_and_its_text(page: BeautifulSoup) -> None:
    names = [str(cell["aria-label"]) for cell in page.select(".picture td > a")]
    assert len(names) == len(set(names))
    for name in ("OP 1 in 78/951: substantive", "OP 3 of 77/951 in 78/951: gone"):
        assert name in names


def test_every_cell_leads_to_its_clause(page: BeautifulSoup) -> None:
    cells = page.select(".picture td > a:not(.gone)")
    anchors = [str(cell["href"]).removeprefix("#") for cell in cells]
    assert len(anchors) == len(set(anchors))
    assert sorted(anchors) == sorted(str(link["id"]) for link in page.select(".forms a[id]"))


def test_every_clause_of_every_year_is_an_anchor(years_site: Site, page: BeautifulSoup) -> None:
    ids = [str(element["id"]) for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for symbol in SYMBOLS:
        slug = symbol.removeprefix("A/RES/").replace("/", "-")
        clauses = years_site.page(f"{symbol}/").select(".clause")
        assert clauses
        for clause in clauses:
            link = select(page, f"[id='{slug}-{clause['id']}']")
            assert link["href"] == f"../../{symbol}/#{clause['id']}"
        assert slug in ids


def test_words_that_stay_stand_once(page: BeautifulSoup) -> None:
    life = _life(page, "79-951-op3-a")
    assert words(life).count("To trim every wick before dusk") == 1
    assert [str(link["id"]) for link in life.select(".forms a")] == [
        "77-951-op2-a", "78-951-op2-a", "79-951-op3-a",
    ]  # fmt: skip
    assert life.select("details") == []
    assert "Already in 77/951, the oldest text held; never changed" in words(life)


def test_raised_symbols_are_explained_where_there_are_any(
    years_site: Site, page: BeautifulSoup
) -> None:
    told = select(page, "#lives ~ .lives__key")
    assert "the raised symbol behind them says since which resolution they stand" in words(told)
    assert years_site.page(SERIES).select(".lives__key, .life__later") == []


def test_a_year_shows_its_redline_and_an_old_form_its_words(page: BeautifulSoup) -> None:
    life = _life(page, "78-951-op1")
    assert "in this form since 78/951" in words(life)
    raised = select(life, ".life__later > sup")
    # Screen readers hear what the eye is told once, above.
    assert words(raised) == "since 78/951"
    assert words(select(raised, ".for-ears")) == "since"
    changed = _form(page, "78-951-op1")
    assert "substantive" in words(changed)
    assert "strong" in words(select(changed, "details del"))
    assert "grave" in words(select(changed, "details ins"))
    assert "79-951-op1" in [link.get("id") for link in changed.select("a")]
    assert "strong concern" in words(select(_form(page, "77-951-op1"), "details blockquote"))


def test_what_came_back_and_what_went_say_so(page: BeautifulSoup) -> None:
    assert "returned" in words(_form(page, "79-951-pp2"))
    assert _life(page, "77-951-pp2") is _life(page, "79-951-pp2")
    assert "the oldest text held, not in 78/951;" in words(_life(page, "79-951-pp2"))
    gone = _life(page, "77-951-op3")
    assert "gone since 78/951" in words(gone)
    assert "OP 3, gone" in words(select(gone, "h4"))


def test_members_whose_text_is_not_held_stand_in_the_series(page: BeautifulSoup) -> None:
    (member,) = (row for row in page.select(".members tbody tr") if NOT_HELD in words(row))
    assert "not held" in words(member)
    assert select(member, "a")["href"] == f"https://docs.un.org/en/{NOT_HELD}"
    assert member["id"] == "76-950"
    (void,) = page.select(".picture thead th.void")
    assert void.find_next_siblings("th")
    assert words(select(void, "a")) == "1 not held"


def test_a_vote_that_no_text_says_is_not_none(years_site: Site, page: BeautifulSoup) -> None:
    """A sign, and a legend for it; in the column of texts that are not held there is nothing."""
    row = page.select(".picture__figures tr")[1]
    cells = [words(cell) for cell in row.select("td")]
    assert cells == [*([""] * len(row.select("td.void"))), *["?not known here"] * 3]
    assert "vote not known here" in words(select(page, ".legend"))
    ways = [words(row.select("td")[1]) for row in page.select(".members tbody tr")]
    assert ways == ["not held", *["not known"] * 3]


def test_a_year_says_how_many_words_changed(years_site: Site, page: BeautifulSoup) -> None:
    row = page.select(".picture__figures tr")[0]
    figures = [[int(one.get_text()) for one in cell.select(".figure")] for cell in row.select("td")]
    record = json.loads(years_site.read("A/RES/78/951/changes.json"))
    runs = [run for change in record["changes"] for run in change["runs"]]
    counted = [
        sum(len(text.split()) for sign, text in runs if sign == kind)
        for kind in "+-"
    ]  # fmt: skip
    assert figures[2] == counted
    assert figures[:2] == [[], []]


def test_what_changed_is_published_as_data(years_site: Site) -> None:
    for earlier, later in pairwise(SYMBOLS):
        record = json.loads(years_site.read(f"{later}/changes.json"))
        Draft202012Validator(comparison_schema()).validate(record)
        assert (record["earlier"], record["later"]) == (earlier, later)
    assert f"{SYMBOLS[0]}/changes.json" not in years_site.files


@pytest.fixture
def lean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The page of the series as it is where it would be too heavy with all its redlines."""
    monkeypatch.setattr(lives, "MOST_REDLINED", 0)
    (tmp_path / "content" / "resolutions").mkdir(parents=True)
    (tmp_path / "content" / "series.yml").touch()
    write_years(tmp_path)
    content = tmp_path / "content"
    corpus = load(sorted(content.glob("resolutions/*")), content / "series.yml")
    (made,) = series_pages(corpus, "https://docs.un.org/en/", documents_by_symbol(corpus))
    return made.html


def test_a_heavy_series_leaves_its_redlines_behind(page: BeautifulSoup, lean: str) -> None:
    light = BeautifulSoup(lean, "lxml")
    assert light.select("ins, del") == []
    assert [str(one["id"]) for one in light.select(".forms a[id]")] == [
        str(one["id"]) for one in page.select(".forms a[id]")
    ]
    waiting = light.select("details[data-redline]")
    assert len(waiting) == len(page.select(".redline")) > 0


def test_a_table_is_shown_on_a_heavy_page_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(lives, "MOST_REDLINED", 0)
    content = tmp_path / "content"
    (content / "resolutions").mkdir(parents=True)
    (content / "series.yml").touch()
    write_years(tmp_path)
    table = "To trim every wick before dusk:\n\n| Post | Number |\n|---|---|\n| Keeper | {} |"
    for number, path in enumerate(sorted(content.glob("resolutions/*"))):
        text = path.read_text(encoding="utf-8")
        text = text.replace("To trim every wick before dusk;", table.format(number))
        path.write_text(text, encoding="utf-8")
    corpus = load(sorted(content.glob("resolutions/*")), content / "series.yml")
    (made,) = series_pages(corpus, "https://docs.un.org/en/", documents_by_symbol(corpus))
    tables = BeautifulSoup(made.html, "lxml").select(".form .redline table")
    changed = [[words(cell) for cell in one.select("ins, del")] for one in tables]
    assert [[cell.split(": ")[1].split(",")[0] for cell in one] for one in changed] == [
        ["1", "2"], ["0", "1"],
    ]  # fmt: skip


def test_two_years_cannot_be_compared_without_scripts_and_the_page_says_so(
    page: BeautifulSoup,
) -> None:
    controls = page.select(".two-years :is(select, button)")
    assert [control.has_attr("disabled") for control in controls] == [True] * 3
    assert "needs scripts" in words(select(page, ".md-content noscript"))


# --- in a browser ----------------------------------------------------------------------------

browser = pytest.mark.browser


@browser
def test_a_cell_leads_to_the_text_and_opens_its_redline(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    cell = page.locator(".picture a[href='#78-951-op1']")
    cell.click()
    expect(page.locator("[id='78-951-op1']")).to_be_in_viewport()
    form = page.locator(".form:has([id='78-951-op1'])")
    expect(form.locator("del")).to_be_visible()
    expect(cell).to_have_attribute("aria-current", "true")
    page.locator(".picture a[href='#79-951-op1']").click()
    expect(cell).not_to_have_attribute("aria-current", "true")


@browser
@pytest.mark.parametrize("width", [360, 1280])
def test_every_entry_of_the_outline_is_come_to(
    years_address: str, open_page: OpenPage, width: int
) -> None:
    """Also below many long clauses, which are laid out only when they are near."""
    page = open_page(f"{years_address}{LAMPS}", viewport={"width": width, "height": 480})
    page.evaluate(
        """() => {
            for (const part of document.querySelectorAll(".lives")) {
                for (let more = 0; more < 30; more += 1) {
                    const life = part.querySelector(".life").cloneNode(true)
                    for (const one of life.querySelectorAll("[id]")) one.removeAttribute("id")
                    life.querySelector("blockquote").style.minHeight = "1500px"
                    part.append(life)
                }
            }
        }"""
    )
    entries = page.locator(".md-nav--secondary a").evaluate_all(
        "all => all.map(one => one.hash.slice(1))"
    )
    assert {"lives-preamble", "lives-operative", "members"} <= {*entries}
    top = "name => document.getElementById(name).getBoundingClientRect().top"
    ends = "() => scrollY + innerHeight > document.documentElement.scrollHeight - 2"
    for name in entries:
        page.evaluate("scrollTo(0, 0)")
        page.evaluate("name => { location.hash = name }", name)
        page.wait_for_timeout(200)
        assert 50 < page.evaluate(top, name) < 75 or page.evaluate(ends), name


@browser
def test_arrow_keys_go_from_cell_to_cell(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    stops = page.locator(".picture td > a[tabindex='0']")
    expect(stops).to_have_count(1)
    page.locator(".picture a[href='#79-951-pp1']").focus()

    def focused() -> str:
        return str(page.evaluate("document.activeElement.getAttribute('href')"))

    went = []
    for key in ("ArrowDown", "ArrowLeft", "ArrowLeft", "Home", "ArrowDown", "ArrowRight", "End"):
        page.keyboard.press(key)
        went.append(focused())
    assert went == [
        "#79-951-pp2", "#77-951-pp2", "#77-951-pp2", "#77-951-pp2", "#77-951-op1", "#78-951-op1",
        "#79-951-op1",
    ]  # fmt: skip
    expect(stops).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#79-951-op1$"))


@browser
def test_clauses_that_never_changed_can_be_left_out(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}", java_script_enabled=False)
    still = page.locator(".picture tr:has(a[href='#79-951-op3-a'])")
    expect(still).to_be_visible()
    page.get_by_label("Only clauses that changed").check()
    expect(still).to_be_hidden()
    expect(page.locator(".picture tr:has(a[href='#79-951-op1'])")).to_be_visible()


@browser
def test_any_two_years_are_compared(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    page.get_by_label("Earlier").select_option("77-951")
    page.get_by_label("Later").select_option("79-951")
    page.get_by_role("button", name="Compare").click()
    pairs = page.locator(".pairs .pair:visible")
    expect(page.get_by_role("status").filter(has_text="compared")).to_contain_text(
        "4 clauses unchanged, 3 changed (1 substantive, 2 routine), 2 new, 1 gone"
    )
    expect(pairs).to_have_count(6)
    concern = pairs.filter(has_text="Expresses")
    expect(concern.locator("div").first.locator("del")).to_contain_text("strong")
    expect(concern.locator("div").last.locator("ins")).to_contain_text("grave")
    # The heaviest of what befell a clause on the way, and when.
    expect(concern.locator(".pair__way")).to_have_text("substantive in 78/951")
    expect(pairs.filter(has_text="provisional").locator(".pair__way")).to_have_text(
        "routine in 78/951, 79/951"
    )
    page.locator(".pairs__control").get_by_label("Show").select_option("all")
    expect(pairs).to_have_count(10)
    page.locator(".pairs__control").get_by_label("Show").select_option("substantive")
    expect(pairs).to_have_count(4)
    expect(page.locator(".pairs__control")).to_contain_text("4 of 10 clauses shown")
    # Both texts in one, named as in the later one.
    page.locator(".pairs__control").get_by_label("View").select_option("inline")
    expect(pairs).to_have_count(4)
    both = pairs.filter(has_text="Expresses").locator(".pair__whole")
    expect(both.locator("del")).to_contain_text("strong")
    expect(both.locator("ins")).to_contain_text("grave")
    # The view can be sent.
    address = page.url
    assert "from=77-951&to=79-951&show=substantive&view=inline" in address
    again = open_page(address)
    expect(again.locator(".pairs .pair:visible")).to_have_count(4)
    expect(again.locator(".pairs__control").get_by_label("View")).to_have_value("inline")


@browser
def test_the_clauses_of_two_years_lead_to_their_pages(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}?from=77-951&to=79-951&show=all&view=side#two-years")
    before, after = (f"{years_address}A/RES/{year}/951/#" for year in (77, 79))

    def links(words: str) -> list[list[str]]:
        pair = page.locator(".pairs .pair").filter(has_text=words)
        found: list[list[str]] = pair.locator(".pair__name a").evaluate_all(
            "all => all.map(one => [one.textContent, one.href])"
        )
        return found

    expect(page.locator(".pairs .pair")).to_have_count(10)
    assert links("trim every wick") == [
        ["77/951, OP 2 (a)", f"{before}op2-a"], ["79/951, OP 3 (a)", f"{after}op3-a"],
    ]  # fmt: skip
    # What only one of the years has is named on its side alone.
    assert links("wardens") == [["77/951, OP 3", f"{before}op3"]]
    page.locator(".pairs__control").get_by_label("View").select_option("inline")
    assert links("trim every wick") == [
        ["OP 3 (a)", f"{after}op3-a"], ["OP 2 (a) in 77/951", f"{before}op2-a"],
    ]  # fmt: skip
    assert links("wardens") == [["OP 3", f"{before}op3"]]
    page.locator(".pairs").get_by_role("link", name="OP 3 (a)").click()
    expect(page).to_have_url(f"{after}op3-a")


@browser
def test_one_clause_is_no_clauses(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}")

    def answer(route: Route) -> None:
        text = route.fetch().text()
        for word in ("Requests", "trim", "northern"):
            text = text.replace(word, "other")
        route.fulfill(body=text, content_type="application/json")

    page.route("**/79/951/index.json", answer)
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".two-years__said")).to_contain_text(": 1 clause unchanged, ")


@browser
def test_on_paper_a_series_says_where_its_redlines_are(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    told = page.get_by_text(f"they stand at {HOST}{LAMPS}.")
    expect(told).to_be_hidden()
    page.emulate_media(media="print")
    expect(told).to_be_visible()


@browser
def test_on_paper_two_years_are_named_where_they_were_compared(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    page.emulate_media(media="print")
    heading = page.locator("h2#two-years")
    expect(heading).to_be_hidden()
    page.goto(f"{years_address}{LAMPS}?from=77-951&to=79-951#two-years")
    expect(page.locator(".pairs")).to_be_visible()
    expect(heading).to_be_visible()
    expect(page.locator(".pairs__control")).to_be_hidden()


@browser
def test_what_came_back_in_other_words_is_counted(years_address: str, open_page: OpenPage) -> None:
    """No comparison weighed it, since none was between the two texts."""
    page = open_page(f"{years_address}{LAMPS}")

    def answer(route: Route) -> None:
        text = route.fetch().text().replace("of the northern coast", "of every coast")
        route.fulfill(body=text, content_type="application/json")

    page.route("**/79/951/index.json", answer)
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".two-years__said")).to_contain_text(
        "3 clauses unchanged, 4 changed (1 substantive, 1 back in other words, 2 routine), 2 new"
    )
    page.locator(".pairs__control").get_by_label("Show").select_option("substantive")
    ways = page.locator(".pairs .pair__way")
    expect(ways.filter(has_text="back")).to_have_text("left out and back in other words in 79/951")


@browser
@pytest.mark.parametrize(
    ("years", "said", "way"),
    [
        ("from=lamp-4-2&to=lamp-5-1", "6 substantive", "substantive in 5/1, split from OP 2"),
        ("from=lamp-5-1&to=lamp-6-4", "7 substantive", "merged into OP 7"),
    ],
)
def test_what_was_split_or_merged_counts_as_on_the_page_of_the_resolution(
    years: str, said: str, way: str, site: Site, root_address: str, open_page: OpenPage
) -> None:
    """The half of a split is no new clause, and what merged is not gone."""
    page = open_page(f"{root_address}{EXAMPLE_SERIES}?{years}#two-years")
    told = page.locator(".two-years__said")
    expect(told).to_contain_text(said)
    later = f"example/LAMP/RES/{years[-3:].replace('-', '/')}/"
    sentence = words(select(site.page(later), ".changes__sentence"))
    assert said in sentence
    come, gone = (re.findall(rf"(\d+) (?:{kinds})", sentence)
                  for kinds in ("new|returned", "dropped"))  # fmt: skip
    expect(told).to_contain_text(f"{sum(map(int, come))} new, {sum(map(int, gone))} gone")
    expect(page.locator(".pair__way").filter(has_text=way)).to_have_count(1)


@browser
def test_going_back_the_answer_is_that_of_the_address(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    page.evaluate("location.hash = 'picture'")
    page.get_by_role("button", name="Compare").click()
    pairs = page.locator(".pairs .pair")
    expect(pairs).to_have_count(6)
    page.go_back()
    expect(page).to_have_url(f"{years_address}{LAMPS}")
    expect(pairs).to_have_count(0)
    expect(page.locator(".two-years__said")).to_have_text("")
    page.go_forward()
    expect(page).to_have_url(f"{years_address}{LAMPS}?from=77-951&to=79-951#two-years")
    expect(pairs).to_have_count(6)
    # What is come to within the page is no other comparison, and its address is kept on reload.
    page.locator(".picture a[href='#78-951-op1']").click()
    expect(pairs).to_have_count(6)
    page.reload()
    expect(pairs).to_have_count(6)
    expect(page).to_have_url(f"{years_address}{LAMPS}?from=77-951&to=79-951#78-951-op1")


@browser
def test_years_asked_for_backwards_are_compared_forwards(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}?from=79-951&to=77-951#two-years")
    expect(page.locator(".two-years__said")).to_contain_text("79/951 (2024) compared with 77/951")
    expect(page.locator(".two-years__said")).to_contain_text("2 new, 1 gone")
    expect(page.get_by_label("Earlier")).to_have_value("77-951")
    expect(page.get_by_label("Later")).to_have_value("79-951")
    expect(page).to_have_url(f"{years_address}{LAMPS}?from=77-951&to=79-951#two-years")


@browser
def test_a_year_is_not_compared_with_itself(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}?from=78-951&to=78-951#two-years")
    said = page.locator(".two-years__said")
    expect(said).to_contain_text("78/951 (2023) is chosen twice: choose two different years.")
    expect(page.locator(".pair")).to_have_count(0)
    page.get_by_label("Later").select_option("79-951")
    page.get_by_role("button", name="Compare").click()
    expect(said).to_contain_text("79/951 (2024) compared with 78/951 (2023)")


@browser
def test_a_year_that_is_not_held_is_said(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}?from=99-1&to=78-951#two-years")
    said = page.locator(".two-years__said")
    expect(said).to_contain_text("No text 99-1 of this series is held here")
    expect(page.locator(".pair")).to_have_count(0)


@browser
def test_an_address_in_capitals_is_followed(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}#78-951-OP1")
    expect(page).to_have_url(f"{years_address}{LAMPS}#78-951-op1")


@browser
def test_a_redline_left_behind_comes_when_it_is_opened(
    years_address: str, open_page: OpenPage, lean: str
) -> None:
    page = open_page(f"{years_address}{LAMPS}")

    def answer(route: Route) -> None:
        whole = route.fetch().text()
        before, article = whole.split('<article class="series">')
        after = article.partition("</article>")[2]
        route.fulfill(body=f"{before}{lean}{after}", content_type="text/html")

    page.route(f"{years_address}{LAMPS}", answer)
    page.reload()
    form = page.locator(".form:has([id='78-951-op1'])")
    expect(form.locator("del")).to_have_count(0)
    form.get_by_text("What changed").click()
    expect(form.locator("del")).to_contain_text("strong")
    expect(form.locator("ins")).to_contain_text("grave")


RUNS = """async ([address, pairs]) => {
    const { runs } = await import(address)
    return pairs.map(([before, after]) => runs(before, after))
}"""
PAIRS = [
    ["", ""], ["", "Urges all"], ["Urges all", ""], ["a b c", "a b c"],
    ["Expresses strong concern;", "Expresses grave concern;"],
    ["one  two\nthree", "one two\nthree four"],
    ["a b c d e f g h", "h g f e d c b a"],
    ["held on 7 May 2021, in Geneva", "held on 8 June 2022, in Vientiane"],
    ["9/54 of 5 May 2018 and 9/62 A", "9/54 of 5 May 2018, 9/62 B of 6 May 2020"],
    ["of 5 May 2018 and 9/62 of 6 May 2020 on it", "of 5 May 2018, 9/62 of 6 May 2020 on it"],
    [" ".join(map(str, range(3000))), " ".join(map(str, range(1500, 5000)))],
]  # fmt: skip


@browser
def test_the_runs_of_any_two_texts_spell_both(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    found = page.evaluate(RUNS, [f"{years_address}assets/resolutions/redline.js", PAIRS])
    for (before, after), runs in zip(PAIRS, found, strict=True):
        assert "".join(text for kind, text in runs if kind != "+") == before
        assert "".join(text for kind, text in runs if kind != "-") == after
        assert all(text for _, text in runs)
    assert found[4] == [["=", "Expresses "], ["-", "strong"], ["+", "grave"], ["=", " concern;"]]
    # Two words that both texts have between two changes do not break a redline into crumbs.
    assert len(found[7]) <= 5
    # No space before a comma: what both end with stays.
    assert found[9][1:3] == [["-", " and"], ["+", ","]]
    # Never inside a date or a symbol.
    assert found[8][:3] == [
        ["=", "9/54 of 5 May 2018"],
        ["-", " and 9/62 A"],
        ["+", ", 9/62 B of 6 May 2020"],
    ]


@browser
def test_signs_and_colours_are_those_of_the_page_of_a_resolution(
    lamp_address: str, open_page: OpenPage
) -> None:
    look = """([element, pseudo]) => {
        const style = getComputedStyle(element, pseudo)
        return [style.content, style.color]
    }"""
    page = open_page(f"{lamp_address}series/lamps/")
    shown: dict[str, str] = {}
    for kind, (sign, _) in SHOWN.items():
        one = page.locator(f".legend .sign--{kind}")
        content, colour = one.evaluate(f"one => ({look})([one, '::before'])")
        assert content.startswith(f'"{sign}"'), kind
        shown["dropped" if kind == "gone" else kind] = colour
    page.goto(f"{lamp_address}A/RES/78/903/")
    panel = page.locator(".changes [data-verdict]")
    verdicts = [one.get_attribute("data-verdict") or "" for one in panel.all()]
    assert {"substantive", "routine", "new", "dropped", "returned"} <= {*verdicts}
    for verdict in {*verdicts} & shown.keys():
        mark = page.locator(f".changes [data-verdict={verdict}] .change__sign")
        assert mark.evaluate("one => getComputedStyle(one).color") == shown[verdict], verdict


@browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_that_goes_on_below_says_so(
    years_address: str, open_page: OpenPage, width: int
) -> None:
    page = open_page(f"{years_address}{LAMPS}", viewport={"width": width, "height": 420})
    picture, more = page.locator(".picture"), page.locator(".picture__more")
    expect(more).to_be_visible()
    expect(more).to_contain_text("more clauses")
    # At the lower edge of the box, over the row that is cut there.
    box, sign = picture.bounding_box(), more.bounding_box()
    assert box
    assert sign
    assert abs(box["y"] + box["height"] - sign["y"] - sign["height"]) < 3
    picture.evaluate("box => box.scrollTo(0, box.scrollHeight)")
    expect(more).to_be_hidden()
    page.set_viewport_size({"width": width, "height": 2000})
    expect(more).to_be_hidden()


@browser
@pytest.mark.parametrize("columns", [12, 40])
def test_on_paper_all_years_stand_on_the_sheet(
    years_address: str, open_page: OpenPage, columns: int
) -> None:
    """On A4 within its margins."""
    page = open_page(f"{years_address}{LAMPS}", viewport={"width": 658, "height": 900})
    page.evaluate(
        """columns => {
            for (const row of document.querySelectorAll(".picture tr:has(td), .picture thead tr"))
                while (row.cells.length <= columns) row.append(row.lastElementChild.cloneNode(true))
            if (columns > 14) document.querySelector(".picture").classList.add("picture--many")
        }""",
        columns,
    )
    page.emulate_media(media="print")
    over = """() => [...document.querySelectorAll(".picture :is(th, td, thead a)")]
        .filter(one => one.getBoundingClientRect().right > innerWidth
            || one.scrollWidth > one.clientWidth + 1 && one.matches("thead th"))
        .map(one => one.outerHTML.slice(0, 80))"""
    assert page.evaluate(over) == []


@browser
def test_which_rows_are_shown_is_kept_in_the_address(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}?from=77-951&to=79-951#two-years")
    page.get_by_label("Only clauses that changed").check()
    kept = re.compile(r"\?from=77-951&to=79-951&rows=changed#two-years$")
    expect(page).to_have_url(kept)
    other = open_page(page.url)
    box, still = other.get_by_label("Only clauses that changed"), other.locator("tr.still")
    expect(box).to_be_checked()
    expect(still.first).to_be_hidden()
    expect(other.locator(".pairs")).to_be_visible()
    box.uncheck()
    expect(other).to_have_url(re.compile(r"\?from=77-951&to=79-951#two-years$"))
    expect(still.first).to_be_visible()


@browser
def test_twelve_years_stand_beside_each_other(years_address: str, open_page: OpenPage) -> None:
    """No navigation takes their room, which leads nowhere but where the tabs above do."""
    page = open_page(f"{years_address}{LAMPS}")
    page.evaluate(
        """() => {
            for (const row of document.querySelectorAll(".picture tr:has(td), .picture thead tr"))
                while (row.cells.length <= 12) row.append(row.lastElementChild.cloneNode(true))
        }"""
    )
    # Symbols are as long as most are.
    page.locator(".picture thead a").evaluate_all(
        "those => those.map(a => a.textContent = '77/79')"
    )
    fits = "box => box.scrollWidth <= box.clientWidth"
    assert page.locator(".picture").evaluate(fits)


@browser
@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_navigation_is_there(
    years_address: str, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(
        f"{years_address}{LAMPS}", viewport={"width": 360, "height": 740},
        java_script_enabled=scripts,
    )  # fmt: skip
    if scripts:
        page.get_by_role("button", name="Navigation").click()
    else:
        page.locator(".md-header [for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Sessions").click()
    page.wait_for_url(f"{years_address}sessions/")


@browser
def test_how_many_clauses_are_left_is_said(years_address: str, open_page: OpenPage) -> None:
    page = open_page(f"{years_address}{LAMPS}")
    page.get_by_label("Only clauses that changed").check()
    expect(page.get_by_role("status").filter(has_text="shown")).to_have_text(
        re.compile(r"^[1-9] of 1\d clauses shown$")
    )


@browser
def test_a_member_that_is_not_held_takes_a_line_on_a_phone(
    years_address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{years_address}{LAMPS}", viewport={"width": 360, "height": 740})
    row = page.locator(".members tbody tr").filter(has_text=NOT_HELD)
    box = row.bounding_box()
    assert box
    assert box["height"] < 45
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@browser
@pytest.mark.parametrize("state", ["", "#78-951-op1", "?from=77-951&to=79-951#two-years"])
def test_axe_finds_nothing(years_address: str, open_page: OpenPage, state: str) -> None:
    page = open_page(f"{years_address}{LAMPS}{state}")
    if state.startswith("?"):
        expect(page.locator(".pairs")).to_be_visible()
    check_with_axe(page, state)
