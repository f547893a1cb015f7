"""What the page of a resolution says of one change: of a split each clause its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from mkdocs_resolutions.corpus import Corpus, load
from mkdocs_resolutions.publishing.changes import Changes
from mkdocs_resolutions.publishing.content import PageLinks
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.latest import latest
from mkdocs_resolutions.publishing.series_page import series_pages
from mkdocs_resolutions.publishing.summary import sentence_plain

TEXT = """\
{session} session

Agenda item 9

**Resolution adopted by the General Assembly on {day}**

*[without reference to a Main Committee (A/{number}/L.9)]*

**{number}/901. Lamps of the coast**

*The General Assembly,*

*Recalling* its resolution 75/900 of 5 December 2020,

{clauses}

1. *Decides* to remain seized of the matter.

*70th plenary meeting
{day}*

{notes}
"""
NAMED = "*Noting* that thirty keepers of the northern coast have joined the guild of lamps"
HELD = "that the meeting of the guild spoke at length of oil, wicks, ladders and brass"
BEFORE = f"{NAMED}, and taking note {HELD},¹"
AFTER = f"{NAMED}, following the accession of Malta,\n\n*Noting* {HELD} in May 2022,²"


def held(folder: Path, before: str, after: str, number: int = 1) -> Corpus:
    """A series of two years; `number` is that of the last paragraph of both."""
    years = (
        ("Seventy-sixth", "6 December 2021", 76, before, "¹ See A/76/9."),
        ("Seventy-seventh", "7 December 2022", 77, after.replace("²", "¹"), "¹ See A/77/12."),
    )
    for session, day, year, clauses, notes in years:
        text = TEXT.format(session=session, day=day, number=year, clauses=clauses, notes=notes)
        text = text.replace("1. *Decides*", f"{number}. *Decides*")
        (folder / f"A_RES_{year}_901.txt").write_text(text, encoding="utf-8")
    series = folder / "series.yml"
    series.write_text("lamps:\n  name: Lamps\n  members: [A/RES/76/901, A/RES/77/901]\n", "utf-8")
    return load(sorted(folder.glob("*.txt")), series)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return held(tmp_path, BEFORE, AFTER)


def changes_of(corpus: Corpus) -> Changes:
    later = corpus.by_symbol["A/RES/77/901"].resolution
    comparison = corpus.histories.comparison_of(later.symbol)
    assert comparison
    return Changes(comparison, later, corpus, PageLinks("A/RES/77/901/"))


def told(corpus: Corpus) -> dict[str, dict[str, Any]]:
    later = corpus.by_symbol["A/RES/77/901"].resolution
    changes = changes_of(corpus)
    views = {one.id: changes.of(one, {"marks": ()}) for one in later.clauses()}
    return {name: view for name, view in views.items() if view}


def test_each_half_of_a_split_says_what_is_its_own(corpus: Corpus) -> None:
    halves = told(corpus)
    said = {name: [str(remark) for remark in halves[name]["remarks"]] for name in ("pp2", "pp3")}
    assert ["was split into" in " ".join(remarks) for remarks in said.values()] == [True, True]
    assert "which States are named" in said["pp2"][0]
    assert "which States are named" not in said["pp3"][0]
    assert "a date" in said["pp3"][0]
    assert "a date" not in said["pp2"][0]
    notes = {name: halves[name]["notes"] for name in said}
    assert [len(some) for some in notes.values()] == [0, 1]


def test_each_half_of_a_split_weighs_by_itself(tmp_path: Path) -> None:
    """A half of which nothing changed but its first letter is no change of substance."""
    after = AFTER.replace("*Noting* that the", "*Taking note* that the").replace(" in May 2022", "")
    corpus = held(tmp_path, BEFORE, after)
    halves = told(corpus)
    assert [halves[name]["verdict"] for name in ("pp2", "pp3")] == ["substantive", "editorial"]
    assert halves["pp3"]["redline"].striptags().startswith("deleted: taking,")
    assert "taking" not in halves["pp2"]["redline"].striptags()
    comparison = changes_of(corpus).comparison
    assert "1 editorial, 1 substantive" in " ".join(sentence_plain(comparison).split())
    (split,) = (change for change in comparison.changes if change.kind == "split")
    assert [split.weight, *(half.weight for half in split.halves)] == [
        "substantive", "substantive", "editorial",
    ]  # fmt: skip
    history = corpus.histories.history_of(comparison.later)
    assert history
    kinds = {
        stage.place.id: stage.kind
        for life in history.lives
        for stage in life.stages
        if stage.place.symbol == comparison.later
    }
    assert (kinds["pp2"], kinds["pp3"]) == ("substantive", "editorial")


def test_what_only_became_two_clauses_is_editorial(tmp_path: Path) -> None:
    after = f"{NAMED},\n\n*Also taking note* {HELD},²"
    halves = told(held(tmp_path, BEFORE, after))
    assert [halves[name]["verdict"] for name in ("pp2", "pp3")] == ["editorial", "editorial"]


def test_a_dropped_footnote_of_a_split_is_told_where_its_mark_stood(tmp_path: Path) -> None:
    halves = told(held(tmp_path, BEFORE, AFTER.replace(",²", ",")))
    assert [len(halves[name]["notes"]) for name in ("pp2", "pp3")] == [0, 1]
    redlines = {name: halves[name]["redline"] for name in ("pp2", "pp3")}
    marks = {
        name: BeautifulSoup(html, "html.parser").select("del sup")
        for name, html in redlines.items()
    }
    assert [len(some) for some in marks.values()] == [0, 1]


def test_the_page_of_the_series_tells_each_half_what_is_its_own(corpus: Corpus) -> None:
    (made,) = series_pages(corpus, "https://docs.un.org/en/", documents_by_symbol(corpus))
    page = BeautifulSoup(made.html, "html.parser")
    for hidden in page.select(".for-ears"):
        hidden.decompose()
    lives = {
        name: form.parent
        for name in ("77-901-pp2", "77-901-pp3")
        if (form := page.find(id=name)) and form.parent
    }
    said = {name: " ".join(one.get_text().split()) for name, one in lives.items()}
    assert "Malta" in said["77-901-pp2"]
    assert "Malta" not in said["77-901-pp3"]
    assert "May 2022" not in said["77-901-pp2"]
    assert "ladders" in said["77-901-pp3"]
    assert [("since 76/901, PP 2" in one) for one in said.values()] == [True, True]


def test_what_was_asked_for_and_what_looks_back_on_it_lead_to_each_other(tmp_path: Path) -> None:
    report = "a report on the lamps of the coast, their oil, wicks and brass"
    corpus = held(
        tmp_path,
        f"1. *Requests* the harbour master to publish {report};¹",
        f"1. *Welcomes* that the harbour master published {report};²",
        number=2,
    )
    remarks = [str(remark) for remark in told(corpus)["op1"]["remarks"]]
    link = '<a href="../../76/901/#op1">OP 1 in 76/901</a>'
    assert remarks == [f"looks back on what {link} asked for"]
    changes = changes_of(corpus)
    (grave,) = (grave for place in changes.buried for grave in changes.graves(place))
    assert grave["answer"] == '<a href="#op1">OP 1</a>'


def test_a_passage_that_went_to_another_clause_leads_there(tmp_path: Path) -> None:
    fog = "that the long fog of each winter sinks more ships than all the storms of the year"
    lit = "*Urges* the towns to light all the lamps of the northern reefs"
    corpus = held(
        tmp_path,
        f"*Noting* {fog},¹\n\n1. {lit};",
        f"*Recalling* the salt of the coast,²\n\n1. {lit}, and stresses {fog};",
        number=2,
    )
    changes = changes_of(corpus)
    (grave,) = (grave for place in changes.buried for grave in changes.graves(place))
    assert (grave["label"], grave["heir"]) == ("PP 2", '<a href="#op1">OP 1</a>')
    corpus = held(
        tmp_path,
        f"1. {lit}, and stresses {fog};¹",
        f"*Noting* {fog},\n\n1. {lit};²",
        number=2,
    )
    (remark,) = told(corpus)["pp2"]["remarks"]
    assert str(remark) == 'has words of <a href="../../76/901/#op1">OP 1 in 76/901</a>'


def test_of_one_day_what_changed_something_of_substance_comes_first(tmp_path: Path) -> None:
    """Then other changes, and last what nothing can be compared with, whatever the numbers."""
    held(tmp_path, BEFORE, BEFORE.replace("thirty", "forty"))
    changed = (tmp_path / "A_RES_77_901.txt").read_text(encoding="utf-8")
    alone = changed.replace("77/901. Lamps of the coast", "77/909. Cats of the northern quays")
    (tmp_path / "A_RES_77_909.txt").write_text(alone.replace("75/900", "75/999"), encoding="utf-8")
    corpus = load(sorted(tmp_path.glob("*.txt")), tmp_path / "series.yml")
    shown = [str(item.text.resolution.symbol) for item in latest(corpus, 3)]
    assert shown == ["A/RES/77/901", "A/RES/77/909", "A/RES/76/901"]
