"""What a comparison comes to, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from case_tables import FOLDER, read_cases
from mkdocs_resolutions.model import (
    Adoption,
    Change,
    ClausePlace,
    Comparison,
    MastheadChanges,
    NoteChange,
    Opening,
    Qualifier,
    Run,
    Symbol,
    Vote,
)
from mkdocs_resolutions.publishing.summary import (
    REASONS,
    VERDICTS,
    counts,
    note_words,
    plain,
    reason_words,
    sentence_plain,
    told,
    verdict_of,
    vote_words,
)


def edited(weight: str, *runs: tuple[str, str], **more: object) -> Change:
    return Change(
        "edited", ("op1",), ("op1",), tuple(Run(kind, text) for kind, text in runs),  # type: ignore[arg-type]
        weight=weight, **more,  # type: ignore[arg-type]
    )  # fmt: skip


SAME = Change("unchanged", ("pp1",), ("pp1",), (Run("=", "Recalling"),))
NEW = Change("added", (), ("op2",), (Run("+", "Urges"),))
GONE = Change("removed", ("op3",), (), (Run("-", "Urges"),))
BACK = Change(
    "added", (), ("pp15",), (), returned_from=ClausePlace(Symbol.resolution("75/62"), "pp17")
)
CONCERN = edited(
    "substantive",
    ("=", "Expresses "), ("-", "strong"), ("+", "grave"), ("=", " concern"),
    opening=Opening("Expresses strong concern", "Expresses grave concern", "stronger"),
)  # fmt: skip
DATE = edited("routine", ("=", "In "), ("-", "2021"), ("+", "2022"), reasons=("year",))
TOTAL = edited("substantive", ("-", "27"), ("+", "28"), ("=", " keepers"))
SPLIT = Change("split", ("pp2",), ("pp2", "pp5"), (), weight="substantive")


def comparison(*changes: Change) -> Comparison:
    years = (Symbol.resolution("76/47"), Symbol.resolution("77/79"))
    return Comparison(*years, MastheadChanges((Adoption(), Adoption())), changes)


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (SAME, "unchanged"), (DATE, "routine"), (CONCERN, "substantive"), (NEW, "new"),
        (BACK, "returned"), (GONE, "dropped"), (SPLIT, "substantive"),
    ],
)  # fmt: skip
def test_every_change_has_one_verdict(change: Change, verdict: str) -> None:
    assert verdict_of(change) == verdict
    assert verdict in VERDICTS


def test_the_sentence_of_a_newspaper() -> None:
    changes = (*[SAME] * 22, *[DATE] * 3, CONCERN, BACK)
    assert sentence_plain(comparison(*changes)) == (
        "Compared with 76/47: 22 of 27 clauses unchanged, 3 routine, 1 substantive — “strong” "
        "became “grave” concern (stronger) —, 1 returned from 75/62."
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((SAME, SAME), "all 2 clauses unchanged."),
        ((SAME, GONE), "1 of 1 clauses unchanged, 1 dropped."),
        ((NEW, GONE), "none of 1 clauses unchanged, 1 new, 1 dropped."),
        ((SAME, SPLIT), "1 of 3 clauses unchanged, 2 substantive."),
        ((CONCERN, SPLIT, SAME), "1 of 4 clauses unchanged, 3 substantive — among them “strong” "
         "became “grave” concern (stronger) —."),
        ((SAME, replace(GONE, reasons=("agenda",)), NEW), "1 of 2 clauses unchanged, 1 new, "
         "1 dropped; no item on the next agenda."),
        ((SAME, replace(NEW, reasons=("agenda",))), "1 of 2 clauses unchanged, 1 new; an item on "
         "the next agenda."),
        # Words that stand in the place of others say little beside other changes.
        ((TOTAL, SAME), "1 of 2 clauses unchanged, 1 substantive — “27” became “28” —."),
        ((TOTAL, SPLIT, SAME), "1 of 4 clauses unchanged, 3 substantive."),
        # What several changes have in common is said once.
        ((CONCERN, CONCERN, TOTAL), "none of 3 clauses unchanged, 3 substantive — among them "
         "“strong” became “grave” concern (stronger) —."),
        ((TOTAL, CONCERN), "none of 2 clauses unchanged, 2 substantive — among them “strong” "
         "became “grave” concern (stronger) —."),
    ],
)  # fmt: skip
def test_sentences(changes: tuple[Change, ...], said: str) -> None:
    assert sentence_plain(comparison(*changes)) == f"Compared with 76/47: {said}"


def test_dropped_clauses_are_counted_apart_from_the_later_text() -> None:
    found = counts(comparison(SAME, GONE, GONE, SPLIT))
    assert [(one.verdict, one.clauses) for one in found] == [
        ("unchanged", 1), ("substantive", 2), ("dropped", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (CONCERN, "“strong” became “grave” concern (stronger)"),
        (edited("substantive", opening=Opening("Deeply concerned", "Concerned", "weaker")),
         "“Deeply concerned” became “Concerned” (weaker)"),
        (edited("substantive", opening=Opening("Welcoming", "Underscoring")),
         "“Welcoming” became “Underscoring”"),
        (edited("substantive", qualifiers=(Qualifier("as appropriate", added=True),
                                           Qualifier("inter alia", added=False))),
         "“as appropriate” added, “inter alia” dropped"),
        (edited("substantive", ("-", "recent "), ("+", "the rising number of "), ("=", "cases")),
         "“recent” became “the rising number of”"),
        # Two stretches, or a long one, are no gist.
        (edited("substantive", ("-", "a"), ("=", " "), ("-", "b"), ("+", "c")), ""),
        (edited("substantive", ("-", "one two three four five six"), ("+", "c")), ""),
        (edited("substantive", ("+", "c")), ""),
        (NEW, ""),
    ],
)  # fmt: skip
def test_the_gist_of_a_change(change: Change, said: str) -> None:
    assert plain(told(change)) == said


def test_reasons_in_words() -> None:
    assert reason_words(("date", "state")) == "a date, States named"
    assert reason_words(("something new",)) == "something new"


def test_notes_and_votes() -> None:
    assert note_words(NoteChange("added", None, "Ibid.", None, "fn3")) == "Footnote 3 is new"
    assert note_words(NoteChange("removed", "Ibid.", None, "fn2")) == "Footnote 2 was dropped"
    assert vote_words(Vote(144, 1, 37), "recorded_vote") == "144 to 1, 37 abstaining"
    assert vote_words(None, "without_vote") == "without a vote"
    assert vote_words(None, "unknown") == ""


def test_every_reason_is_told_in_words() -> None:
    reasons = {
        reason
        for case in read_cases(FOLDER / "weights.md")
        for reason in case.expected.partition(": ")[2].split(", ")
    }
    assert len(reasons) > 20
    assert sorted(reasons - REASONS.keys()) == []
