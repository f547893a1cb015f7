"""The worked example shows every kind of change, as the page *How to read the changes* says."""

from __future__ import annotations

from functools import cache

import pytest

from case_tables import ROOT
from mkdocs_resolutions.corpus import Corpus, load_parted
from mkdocs_resolutions.model import Change, Symbol

# Later text, ids before → after, kind, weight, and one of the reasons.
SAID = """
4/2 pp2→pp2 unchanged
4/2 pp4→pp4 edited editorial order
4/2 pp4→pp4 edited editorial hyphen
4/2 pp4→pp4 edited editorial case
5/1 pp4→pp5 edited editorial also
4/2 op9→op10 edited routine ordinal
4/2 op9→op10 edited routine venue
4/2 pp7→pp6 edited routine count
6/4 pp1→pp1 edited routine chain
4/2 pp8→pp7 edited routine tense
4/2 op10→op11 edited routine session
5/1 pp6→pp8 edited substantive
6/4 op4→op4 edited substantive date
6/4 op6→op6 edited substantive money
6/4 op11→op10 edited substantive meeting
6/4 op12→ removed
6/4 →op11 added
4/2 op2→op3 edited substantive opening
5/1 pp3→pp3 edited substantive opening
6/4 pp9→pp14 edited substantive opening
4/2 op1→op1 edited substantive qualifier
4/2 op4-b→op5-b edited substantive qualifier
5/1 op4→op4 edited substantive qualifier
4/2 →op8 added
6/4 →pp8 added
6/4 →pp12 added
5/1 pp7→ removed
4/2 op6→op2 unchanged moved
5/1 op7→pp4 edited substantive moved
5/1 op2→op2,op10 split
6/4 op7,op8→op7 merged
5/1 pp9→pp10 edited substantive extended
6/4 pp7→pp7 edited substantive cut
4/2 op4-c→op5-c edited substantive
4/2 →op5-d added
6/4 op5-d→op5-a unchanged moved
6/4 op5-a→op5-b unchanged
6/4 annex1-p3→annex1-p3 edited substantive
"""


@cache
def example() -> Corpus:
    """The texts of the example alone."""
    files = sorted((ROOT / "content" / "example").glob("*.txt"))
    real, invented = load_parted(files, ROOT / "content" / "series.yml", root=ROOT)
    assert real.texts == ()
    # The entries of the real series claim nothing here.
    assert {notice.rule for notice in real.notices} == {"series-empty"}
    return invented


def _change(number: str, ids: str) -> Change:
    before, after = (tuple(filter(None, side.split(","))) for side in ids.split("→"))
    comparison = example().histories.comparison_of(Symbol.resolution(number, "LAMP"))
    assert comparison is not None
    (found,) = (one for one in comparison.changes if (one.before, one.after) == (before, after))
    return found


@pytest.mark.parametrize("line", SAID.strip().splitlines())
def test_a_change_is_what_the_page_says(line: str) -> None:
    number, ids, kind, *more = line.split()
    change = _change(number, ids)
    said = {change.kind, change.weight, *change.reasons, "moved" if change.moved else ""}
    assert {kind, *more} <= said
    assert ("moved" in more) == change.moved


@pytest.mark.parametrize(
    ("number", "ids", "direction"),
    [("4/2", "op2→op3", "stronger"), ("5/1", "pp3→pp3", "weaker"), ("6/4", "pp9→pp14", None)],
)
def test_an_opening_is_stronger_weaker_or_neither(
    number: str, ids: str, direction: str | None
) -> None:
    opening = _change(number, ids).opening
    assert opening is not None
    assert opening.direction == direction


@pytest.mark.parametrize(
    ("number", "ids", "phrase", "added"),
    [
        ("4/2", "op1→op1", "in a position to do so", True),
        ("4/2", "op4-b→op5-b", "as appropriate", True),
        ("5/1", "op4→op4", "within existing resources", False),
    ],
)
def test_a_qualifier_is_named(number: str, ids: str, phrase: str, added: bool) -> None:
    (found,) = _change(number, ids).qualifiers
    assert (found.phrase, found.added) == (phrase, added)


@pytest.mark.parametrize(("ids", "place", "same"), [("→pp6", "pp5", True), ("→op9", "op8", False)])
def test_what_was_away_for_a_year_returns(ids: str, place: str, same: bool) -> None:
    change = _change("5/1", ids)
    assert str(change.returned_from) == f"LAMP/RES/3/1#{place}"
    assert all(run.kind == "=" for run in change.returned) == same


@pytest.mark.parametrize(
    ("number", "ids", "what"),
    [
        ("4/2", "pp7→pp6", "edited"),
        ("5/1", "pp8→pp9", "added"),
        ("6/4", "pp8→pp13", "removed"),
    ],
)
def test_a_footnote_changes_comes_and_goes(number: str, ids: str, what: str) -> None:
    assert [note.change for note in _change(number, ids).footnotes] == [what]


def test_an_older_member_is_known_and_not_held() -> None:
    (series,) = example().series
    members = [(str(member.symbol), member.held) for member in series.members]
    assert members == [
        ("LAMP/RES/2/3", False),
        ("LAMP/RES/3/1", True),
        ("LAMP/RES/4/2", True),
        ("LAMP/RES/5/1", True),
        ("LAMP/RES/6/4", True),
    ]
