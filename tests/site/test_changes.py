"""What changed since the year before, on the page of a resolution, read without a browser."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from changed_lamps import BEFORE, PAGE
from site_fixtures import Site, select, words

FIRST = "A/RES/76/901/"


@pytest.fixture(scope="module")
def page(lamp_site: Site) -> BeautifulSoup:
    """The page of the third year."""
    return lamp_site.page(PAGE)


def seen(element: Tag) -> str:
    """What an eye reads of an element: its words without those for ears."""
    copy = BeautifulSoup(str(element), "html.parser")
    for hidden in copy.select(".for-ears"):
        hidden.decompose()
    return words(copy)


def test_the_sentence_stands_above_the_text(page: BeautifulSoup) -> None:
    assert words(select(page, ".changes__sentence")) == (
        "Compared with 77/902: 5 of 10 clauses unchanged, 1 routine, 2 substantive — Deeply "
        "concerned became Gravely concerned (stronger), Invites became Urges (stronger), as "
        "appropriate added —, 1 new, 1 returned from 76/901, 1 dropped — OP 3 "
        "Thanks the retired keeper of the northern tower for forty years …. See what changed"
    )
    assert [one.get_text() for one in page.select(".changes__sentence em")][:2] == [
        "Deeply concerned", "Gravely concerned",
    ]  # fmt: skip


def test_the_outline_leads_to_what_changed(page: BeautifulSoup) -> None:
    for outline in ("nav.md-nav--secondary", ".outline nav"):
        (link,) = page.select(f"{outline} a[href='#changes']")
        assert words(link) == "What changed since 77/902"
    # Not from right below it.
    assert page.select(".resolution__ways a[href='#changes']") == []


def test_a_first_text_has_nothing_to_be_compared_with(lamp_site: Site) -> None:
    first = lamp_site.page(FIRST)
    assert first.select("a[href='#changes']") == []
    assert first.select(".changes, .changes__sentence, .views, .change, .grave") == []
    assert first.select("[data-view], [data-verdict]") == []
    assert "weights" not in words(select(first, "footer.provenance"))


def test_each_change_is_named_on_its_clause(page: BeautifulSoup) -> None:
    found = {str(one["id"]): one["data-verdict"] for one in page.select("[id][data-verdict]")}
    assert found == {
        "pp1": "routine", "pp2": "substantive", "pp3": "footnote", "pp4": "returned",
        "op2": "substantive", "op3-b": "new", "was-op3": "dropped",
    }  # fmt: skip
    heavy = {str(one["id"]) for one in page.select("[data-heavy]")}
    assert heavy == {"pp2", "pp4", "op2", "op3-b", "was-op3"}
    assert "weights" in words(select(page, "footer.provenance"))


def test_the_summary_leads_to_every_change(page: BeautifulSoup) -> None:
    rows = page.select(".changes__facts [data-verdict]")
    found = [(words(select(row, "dt")), [str(a["href"]) for a in row.select("a")]) for row in rows]
    assert found == [
        ("◆ Substantive", ["#pp2", "#op2"]), ("+ New", ["#op3-b"]), ("↺ Returned", ["#pp4"]),
        ("− Dropped", ["#was-op3"]), ("◇ Routine", ["#pp1"]), ("† Footnote", ["#pp3"]),
    ]  # fmt: skip
    ids = {str(one["id"]) for one in page.select("[id]")}
    assert {str(a["href"])[1:] for a in page.select(".changes__places a")} <= ids


def test_a_change_has_its_redline_in_details(page: BeautifulSoup) -> None:
    change = select(page, "#op2 > details.change")
    assert not change.has_attr("open")
    assert seen(select(change, ".redline")) == (
        "InvitesUrges keepers to light every lamp before the duskdusk, as appropriate, and to "
        "write the hour into their logs;"
    )
    told = words(select(change, ".redline"))
    assert told.startswith("deleted: Invites, end of deletion, inserted: Urges, end of insertion,")
    assert words(select(change, "summary .for-ears")) == "Substantive change of OP 2"
    assert words(select(page, "#op3-b > details.change summary .for-ears")) == "New: OP 3 (b)"
    remarks = words(select(change, ".change__remarks"))
    assert remarks.startswith("Substantive · Invites became Urges (stronger), as appropriate added")
    assert "was OP 1 in 77/902" in remarks
    assert remarks.endswith("said since at least 76/901")
    link = select(change, ".change__remarks a")
    assert str(link["href"]).endswith("77/902/#op1")


def test_the_clean_text_has_no_marks_of_changes(page: BeautifulSoup) -> None:
    for text in page.select(".clause__text"):
        assert text.select("ins, del, .for-ears") == []
    assert words(select(page, "#pp2 > .clause__text")).startswith("Gravely concerned at the number")


def test_a_redline_keeps_references_and_opening(page: BeautifulSoup) -> None:
    redline = select(page, "#pp1 .redline")
    assert str(select(redline, "a.reference--held")["href"]).endswith("77/902/")
    assert words(select(redline, "em.phrase")) == "Recalling"


def test_a_tombstone_stands_where_the_clause_stood(page: BeautifulSoup) -> None:
    grave = select(page, "#was-op3")
    assert grave.name == "details"
    assert grave.find_previous_sibling() is select(page, "#op1")
    assert words(select(grave, "summary")) == "−OP 3 dropped"
    assert "forty years of oil" in words(select(grave, "del"))
    assert str(select(grave, ".change__remarks a")["href"]).endswith("77/902/#op3")


def test_tombstones_of_the_year_before(lamp_site: Site) -> None:
    """At the end of the preamble, and among the items of a list."""
    year = lamp_site.page(BEFORE)
    assert select(year, "#was-pp4").find_previous_sibling() is select(year, "#pp3")
    item = select(year, "#was-op4-b")
    assert item.find_previous_sibling() is select(year, "#op4-a")
    assert item.parent is select(year, "#op4")


def test_a_new_footnote_shows_at_its_mark(page: BeautifulSoup) -> None:
    mark = select(page, "#pp3 .redline .note-mark--added a")
    assert mark["aria-label"] == "Footnote 2, new since 77/902"
    assert not mark.parent or not mark.parent.has_attr("id")
    assert seen(select(page, "#pp3 .change__note")) == "Footnote 2 is new: See A/78/12."


def test_what_returned_says_from_where(page: BeautifulSoup) -> None:
    remarks = select(page, "#pp4 .change__remarks")
    assert words(remarks).startswith("Returned · from PP 4 in 76/901")
    assert str(select(remarks, "a")["href"]).endswith("76/901/#pp4")


def test_the_history_of_a_clause_is_at_hand(page: BeautifulSoup) -> None:
    assert str(select(page, "article.resolution")["data-history"]).endswith("series/lamps/#78-903-")
    assert select(page, "#op1")["data-life"] == "said since at least 76/901, in the same words"
    assert not select(page, "#op3-b").has_attr("data-life")


def test_both_ways_of_adoption_stand_together(lamp_site: Site, page: BeautifulSoup) -> None:
    """Where nobody knows either, nothing is said; the agenda item is another."""
    facts = [words(one) for one in page.select(".changes__facts > div:not([data-verdict])")]
    assert len(facts) == 1
    assert facts[0].startswith("Agenda itemdeleted: 9, end of deletion, inserted: 10 (a)")
    assert lamp_site.page(BEFORE).select(".changes__facts > div:not([data-verdict])") == []


def test_the_summary_says_whose_reading_it_is(page: BeautifulSoup) -> None:
    guide = select(page, ".changes__guide")
    assert "our reading" in words(guide)
    assert str(select(guide, "a")["href"]).endswith("about/changes/")


def test_the_control_waits_for_the_script(page: BeautifulSoup) -> None:
    groups = page.select("form.views fieldset")
    assert [words(select(group, "legend")) for group in groups] == [
        "Show the text",
        "Which clauses",
    ]
    assert all(group.has_attr("disabled") for group in groups)
    checked = [str(one["value"]) for one in page.select("form.views [checked]")]
    assert checked == ["clean", "all"]
