"""What a comparison comes to, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from case_tables import FOLDER, read_cases
from mkdocs_resolutions.comparing.states import states_changed, states_named
from mkdocs_resolutions.model import (
    Adoption,
    Change,
    ClausePlace,
    Comparison,
    Direction,
    MastheadChanges,
    NoteChange,
    Opening,
    Qualifier,
    Run,
    Symbol,
    Vote,
)
from mkdocs_resolutions.publishing.gist import told
from mkdocs_resolutions.publishing.latest import that_matter
from mkdocs_resolutions.publishing.quoting import first_words
from mkdocs_resolutions.publishing.summary import (
    REASONS,
    VERDICTS,
    counts,
    note_words,
    plain,
    reason_words,
    sentence_plain,
    verdict_of,
)
from mkdocs_resolutions.publishing.votes import vote_words


def edited(weight: str, *runs: tuple[str, str], **more: object) -> Change:
    texts = ("".join(text for kind, text in runs if kind != other) for other in "+-")
    return Change(
        "edited", ("op1",), ("op1",), tuple(Run(kind, text) for kind, text in runs),  # type: ignore[arg-type]
        weight=weight, **{"states": states_changed(*texts)} | more,  # type: ignore[arg-type]
    )  # fmt: skip


PASSAGE = (
    "the keepers lend, inter alia, oil and wicks and brass to the towns of the coast and to "
    "their harbours"
)
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
KEPT = ("=", " and all that the keepers of the coast said of it in their letters of the autumn")
TOTAL = edited(
    "substantive",
    ("=", "Welcomes the "), ("-", "27"), ("+", "28"), ("=", " keepers of the coast"), KEPT,
)  # fmt: skip
JOINED = edited(
    "substantive",
    ("=", "Welcomes the guild"), ("+", ", following the accession of Malta and of Cyprus"), KEPT,
)  # fmt: skip
LEFT = edited("substantive", ("=", "Thanks "), ("-", "Malta and Cyprus"), ("+", "all"), KEPT)
MEETING = edited(
    "substantive",
    ("=", "Decides to convene the "), ("-", "third Meeting of keepers to"),
    ("+", "first Review Conference of"), ("=", " the Convention on Lamps in the summer of the "),
    ("=", "year that follows upon the painting of the towers"),
)  # fmt: skip
LONG = edited(
    "substantive", ("=", "Urges "), ("-", "one two three four five six"), ("+", "c"), KEPT
)
MOVED = Change(
    "edited", ("op1",), ("pp4",), (Run("-", "Takes"), Run("+", "Taking"), Run("=", " note")),
    weight="substantive", reasons=("part", "opening"), opening=Opening("Takes", "Taking"),
)  # fmt: skip
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
        "Compared with 76/47: 22 of 27 clauses unchanged, 3 routine, 1 substantive — “strong "
        "concern” became “grave concern” (stronger) —, 1 returned from 75/62."
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((SAME, SAME), "all 2 clauses unchanged."),
        ((SAME, GONE), "1 of 1 clauses unchanged, 1 dropped."),
        ((NEW, GONE), "none of 1 clauses unchanged, 1 new, 1 dropped."),
        ((SAME, SPLIT), "1 of 3 clauses unchanged, 2 substantive — in PP 2."),
        ((CONCERN, SPLIT, SAME), "1 of 4 clauses unchanged, 3 substantive — “strong "
         "concern” became “grave concern” (stronger) and one other."),
        ((SAME, replace(GONE, reasons=("agenda",)), NEW), "1 of 2 clauses unchanged, 1 new, "
         "1 dropped; no item on the next agenda."),
        ((SAME, replace(NEW, reasons=("agenda",))), "1 of 2 clauses unchanged, 1 new; an item on "
         "the next agenda."),
        ((TOTAL, SAME), "1 of 2 clauses unchanged, 1 substantive — “27” became “28” keepers."),
        ((TOTAL, SPLIT, SAME), "1 of 4 clauses unchanged, 3 substantive — “27” became “28” "
         "keepers and one other."),
        # What several changes have in common is said once, and what tells most comes first.
        ((CONCERN, CONCERN, TOTAL), "none of 3 clauses unchanged, 3 substantive — “strong "
         "concern” became “grave concern” (stronger), “27” became “28” keepers."),
        ((TOTAL, CONCERN), "none of 2 clauses unchanged, 2 substantive — “strong "
         "concern” became “grave concern” (stronger), “27” became “28” keepers."),
        # Three are told, the others counted.
        ((TOTAL, CONCERN, JOINED, MEETING, LONG), "none of 5 clauses unchanged, 5 substantive — "
         "“strong concern” became “grave concern” (stronger), Malta and Cyprus named, “third "
         "Meeting of keepers” became “first Review Conference” and others."),
        # What only went to another clause came from nowhere.
        ((JOINED, LEFT), "none of 2 clauses unchanged, 2 substantive — in OP 1."),
        ((MOVED,), "none of 1 clauses unchanged, 1 substantive — a paragraph moved to the "
         "preamble."),
    ],
)  # fmt: skip
def test_sentences(changes: tuple[Change, ...], said: str) -> None:
    assert sentence_plain(comparison(*changes)) == f"Compared with 76/47: {said}"


def act(kind: str, name: str, text: str, *reasons: str) -> Change:
    """An operative paragraph, or what the name says, that came (+) or went (-)."""
    if kind == "+":
        return Change("added", (), (name,), (Run("+", text),), reasons=reasons)
    return Change("removed", (name,), (), (Run("-", text),), reasons=reasons)


PIER = act("+", "op4", "Requests keepers to light the lamps of the pier, and to clean them;")
HARBOUR = act("+", "op5", "Decides to lend lanterns to the harbours of the north;")
WICKS = act("-", "op7", "Urges all the towns of the coast and of the islands to trim the wicks of"
            " their lamps;")  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((SAME, PIER, WICKS), "1 of 2 clauses unchanged, 1 new — OP 4 “Requests keepers to light "
         "the lamps of the pier …” —, 1 dropped — OP 7 “Urges all the towns of the coast and of "
         "the islands …”."),
        ((SAME, PIER, HARBOUR, act("+", "pp3", "Noting that it is dark on the pier at night,")),
         "1 of 4 clauses unchanged, 3 new — OP 4 “Requests keepers to light the lamps of the "
         "pier …”, OP 5 “Decides to lend lanterns to the harbours of the north” and one other."),
        # Preambular and lower paragraphs are counted, and so are the many.
        ((SAME, act("+", "pp3", "Noting that it is dark on the pier at night,"),
          act("+", "op2-a", "To light the lamps of the pier and of the harbour;")),
         "1 of 3 clauses unchanged, 2 new."),
        ((SAME, *[PIER] * 5), "1 of 6 clauses unchanged, 5 new."),
        ((SAME, act("+", "op9", "Decides to include in its next agenda the item “Lamps”.",
                    "agenda")), "1 of 2 clauses unchanged, 1 new; an item on the next agenda."),
        ((SAME, act("+", "op9", "Decides to remain seized of the matter.")),
         "1 of 2 clauses unchanged, 1 new."),
        # Sums and openings before what qualifies, and that before what only seems to.
        ((edited("substantive", qualifiers=(Qualifier("inter alia", added=True),)),
          edited("substantive", qualifiers=(Qualifier("as appropriate", added=True),)),
          edited("substantive", opening=Opening("Recalling", "Praising")), TOTAL),
         "none of 4 clauses unchanged, 4 substantive — “27” became “28” keepers, “Recalling” "
         "became “Praising”, “as appropriate” added and one other."),
        # What became something here, while that became it there, is no news of the whole.
        ((edited("substantive", opening=Opening("Recalling", "Praising")),
          edited("substantive", opening=Opening("Praising", "Recalling")), TOTAL),
         "none of 3 clauses unchanged, 3 substantive — “27” became “28” keepers and others."),
        # A step on a ladder and a figure are.
        ((CONCERN, edited("substantive", opening=Opening(
            "Expresses grave concern", "Expresses strong concern", "weaker"))),
         "none of 2 clauses unchanged, 2 substantive — “strong concern” became “grave concern” "
         "(stronger), “grave concern” became “strong concern” (weaker)."),
        (tuple(edited("substantive", ("=", "Notes that in all "), ("-", old), ("+", new),
                      ("=", " burn"), KEPT) for old, new in (("7 lamps", "9 wicks"),
                                                             ("9 wicks", "7 lamps"))),
         "none of 2 clauses unchanged, 2 substantive — “7 lamps” became “9 wicks”, “9 wicks” "
         "became “7 lamps”."),
        # Another reason for what is asked tells less than what is asked otherwise.
        ((replace(edited("substantive", opening=Opening("Recalling", "Praising")), after=("pp1",)),
          edited("substantive", qualifiers=(Qualifier("as appropriate", added=True),))),
         "none of 2 clauses unchanged, 2 substantive — “as appropriate” added, “Recalling” became "
         "“Praising”."),
        # No name is cut, nor is a list quoted by what leads to it.
        ((SAME, act("+", "op4", "Welcomes the letter of all keepers on what burns in the Saint "
                    "Lamp Republic of the coast;")),
         "1 of 2 clauses unchanged, 1 new — OP 4 “Welcomes the letter of all keepers on what burns "
         "in the Saint Lamp Republic …”."),
        ((SAME, act("+", "op4", "Recalls the adoption of:")), "1 of 2 clauses unchanged, 1 new."),
        # Where a meeting is held, and who hosts it, tells less than who is meant.
        ((edited("substantive", ("=", "thanks"), ("+", " to Malta"), ("=", " for hosting the fair"),
                 KEPT),
          edited("substantive", ("=", "all "), ("-", "dim"), ("+", "sooty"), ("=", " lamps"),
                 KEPT)),
         "none of 2 clauses unchanged, 2 substantive — “dim” became “sooty”, Malta named."),
        ((edited("substantive", ("=", "the fair"), ("+", ", held in Port, Malta"), KEPT),
          edited("substantive", ("=", "the oil"), ("+", " lent to Peru"), KEPT),
          edited("substantive", ("=", "all "), ("-", "dim"), ("+", "sooty"), ("=", " lamps"),
                 KEPT)),
         "none of 3 clauses unchanged, 3 substantive — Peru named, “dim” became “sooty”, Malta "
         "named."),
        *((
            (edited("substantive", ("=", "the fair"), ("+", words), KEPT),
             edited("substantive", ("=", "all "), ("-", "dim"), ("+", "sooty"), ("=", " lamps"),
                    KEPT)),
            f"none of 2 clauses unchanged, 2 substantive — “dim” became “sooty”, {state} named.",
        ) for words, state in (
            (", which met in Old Port, Malta, in May", "Malta"),
            (", under the presidency of Peru,", "Peru"),
            (" and the offer of Malta to host the next", "Malta"),
        )),
        # What is denied in other words is not turned round; what is denied now is.
        ((edited("substantive", ("=", "keepers "), ("-", "cannot fully"), ("+", "fully"),
                 ("=", " say of the lamps that they "), ("-", "can"), ("+", "cannot"),
                 ("=", " burn"), KEPT),),
         "none of 1 clauses unchanged, 1 substantive — in OP 1."),
        ((edited("substantive", ("=", "all lamps of the coast "), ("-", "can always"),
                 ("+", "cannot always"), ("=", " burn"), KEPT),),
         "none of 1 clauses unchanged, 1 substantive — “can” became “cannot”."),
        # Capitals and apostrophes make no other words: they only stand elsewhere.
        ((edited("substantive", ("-", "Invites towns"), ("+", "Asks all"),
                 ("=", " to light lamps, "), ("+", "and invites towns "), KEPT),),
         "none of 1 clauses unchanged, 1 substantive — in OP 1."),
        # What no words tell is said by its reason, where it is little.
        ((SAME, edited("substantive", reasons=("cut",)),
          edited("substantive", reasons=("part", "opening"))),
         "1 of 3 clauses unchanged, 2 substantive — cut short in OP 1, moved from one part to the "
         "other in OP 1."),
        ((SAME, *(replace(edited("substantive", reasons=("cut",)), after=(name,))
                  for name in ("pp3", "op1", "op2", "op4"))),
         "1 of 5 clauses unchanged, 4 substantive — in OP 1, OP 2, OP 4 and one other."),
        # Of what was extended or cut the passage is quoted, if no other stood in its place.
        ((edited("substantive", KEPT, ("-", f", and {PASSAGE}"), reasons=("cut", "date")),),
         "none of 1 clauses unchanged, 1 substantive — “keepers lend, inter alia, oil and wicks "
         "and brass to the towns …” dropped in OP 1."),
        ((edited("substantive", KEPT, ("+", f" and {PASSAGE}"), reasons=("extended",)),),
         "none of 1 clauses unchanged, 1 substantive — “keepers lend, inter alia, oil and wicks "
         "and brass to the towns …” added in OP 1."),
        ((edited("substantive", KEPT, ("+", f" of {PASSAGE}"), reasons=("extended",)),),
         "none of 1 clauses unchanged, 1 substantive — extended in OP 1."),
        ((edited("substantive", KEPT, ("-", ", this fog"), ("+", f", and {PASSAGE}"),
                 reasons=("extended",)),),
         "none of 1 clauses unchanged, 1 substantive — extended in OP 1."),
        # The only paragraph of the preamble that came.
        ((SAME, act("+", "pp2", "Noting the fog and the keepers of the northern coast,")),
         "1 of 2 clauses unchanged, 1 new — PP 2 “Noting the fog and the keepers of the northern "
         "coast”."),
        ((SAME, act("+", "pp2", "Noting the fog,"), act("+", "pp3", "Noting the oil,")),
         "1 of 3 clauses unchanged, 2 new."),
        # The States of all clauses are told together.
        ((JOINED, edited("substantive", ("=", "the oil"), ("+", " of Peru"), KEPT)),
         "none of 2 clauses unchanged, 2 substantive — Malta, Cyprus and Peru named."),
    ],
)  # fmt: skip
def test_what_a_newspaper_would_quote(changes: tuple[Change, ...], said: str) -> None:
    assert sentence_plain(comparison(*changes)) == f"Compared with 76/47: {said}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Urges the keepers of the coast to withdraw Rule No. 19 and to light all lamps;",
         "Urges the keepers of the coast to withdraw Rule No. 19 …"),
        ("Thanks Ms. Lum for the oil that she lent. The lamps burn.",
         "Thanks Ms. Lum for the oil that she lent …"),
        ("Decides to lend lanterns to the harbours of the north;",
         "Decides to lend lanterns to the harbours of the north"),
        ("Decides to lend the following to the harbours of the north:",
         "Decides to lend the following to the harbours of the north …"),
        # What is only named in quotation marks is not there.
        ("Praises the opening of the “Tower of the northern shoals” by the keepers;", ""),
        ("Stresses also that any changes to the “Rules of the lamps” shall be told to all;", ""),
        # Behind "that" the verb is waited for.
        ("Stresses also that any change of the wicks, including of old ones, shall be told to all;",
         "Stresses also that any change of the wicks, including of old ones …"),
        ("Stresses also that lamps shall be lit at dusk, including those of the towers;",
         "Stresses also that lamps shall be lit at dusk …"),
    ],
)  # fmt: skip
def test_the_first_words_of_a_clause(text: str, said: str) -> None:
    assert first_words(text) == said


def test_a_sentence_that_would_be_long_names_less() -> None:
    long = act("+", "op4", "Requests representatives extraordinary of neighbouring municipalities "
               "to illuminate lighthouses;")  # fmt: skip
    changes = [MEETING, CONCERN, JOINED, long, long, long, WICKS]
    assert sentence_plain(comparison(*changes)).count("OP 4") == 1
    assert len(sentence_plain(comparison(*changes))) < 400


CONSENSUS = Adoption("without_vote")


def voted(in_favour: int, against: int, abstaining: int) -> Adoption:
    return Adoption("recorded_vote", vote=Vote(in_favour, against, abstaining))


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        (voted(187, 2, 1), voted(165, 7, 12),
         "; adopted by 165 to 7, 12 abstaining, the one before by 187 to 2, 1 abstaining"),
        (CONSENSUS, voted(38, 1, 4),
         "; adopted by 38 to 1, 4 abstaining, the one before without a vote"),
        (voted(158, 2, 2), CONSENSUS,
         "; adopted without a vote, the one before by 158 to 2, 2 abstaining"),
        (CONSENSUS, Adoption("recorded_vote"),
         "; adopted by a recorded vote, the one before without a vote"),
        # A few States more or less, or a year of which nobody knows, is no news.
        (voted(187, 2, 1), voted(180, 5, 5), ""),
        (CONSENSUS, CONSENSUS, ""),
        (Adoption("recorded_vote"), voted(158, 2, 2), ""),
        (Adoption(), voted(158, 2, 2), ""),
    ],
)  # fmt: skip
def test_another_vote(earlier: Adoption, later: Adoption, said: str) -> None:
    found = replace(comparison(SAME), masthead=MastheadChanges((earlier, later)))
    assert sentence_plain(found) == f"Compared with 76/47: all 1 clauses unchanged{said}."


def test_dropped_clauses_are_counted_apart_from_the_later_text() -> None:
    found = counts(comparison(SAME, GONE, GONE, SPLIT))
    assert [(one.verdict, one.clauses) for one in found] == [
        ("unchanged", 1), ("substantive", 2), ("dropped", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (CONCERN, "“strong concern” became “grave concern” (stronger)"),
        (edited("substantive", opening=Opening("Deeply concerned", "Concerned", "weaker")),
         "“Deeply concerned” became “Concerned” (weaker)"),
        (edited("substantive", opening=Opening("Recalling also", "Noting further")),
         "“Recalling” became “Noting”"),
        (edited("substantive", opening=Opening("Welcoming", "Underscoring")),
         "“Welcoming” became “Underscoring”"),
        (edited("substantive", qualifiers=(Qualifier("as appropriate", added=True),
                                           Qualifier("inter alia", added=False))),
         "“as appropriate” added, “inter alia” dropped"),
        (edited("substantive", ("=", "of "), ("-", "recent "), ("+", "rising numbers of "), KEPT),
         ""),  # “of” leads to what is not quoted
        (edited("substantive", ("=", "all "), ("-", "recent "), ("+", "new and rare "), KEPT),
         "“recent” became “new and rare”"),
        (edited("routine", ("=", "In "), ("-", "2021"), ("+", "2022"), KEPT),
         "“2021” became “2022”"),
        (edited("substantive", ("=", "the oil"), ("+", " of the northern harbours"), KEPT),
         "“of the northern harbours” added"),
        (edited("substantive", ("=", "the oil"), ("-", ", wicks and glass,"), KEPT),
         "“wicks and glass” dropped"),
        (edited("substantive", ("=", "a sum of "), ("-", "1,200"), ("+", "900"), ("=", " dollars"),
                KEPT), "“1,200” became “900” dollars"),
        # What one side says and the other, too, was not replaced.
        (edited("substantive", ("=", "at "), ("-", "dim"), ("+", "the dim and sooty lamps of"),
                KEPT), "“sooty lamps” added"),
        # The next State of a row is no news.
        (edited("substantive", ("=", "under the "), ("-", "Malta"), ("+", "Cyprus"), KEPT), ""),
        # In another place of the clause, too: the next of a row.
        (edited("substantive", ("=", "the school in "), ("-", "Malta and "), KEPT, KEPT,
                ("=", " and that"), ("+", " of Cyprus"), ("=", " next year"), KEPT), ""),
        # A State that the comparison does not call named anew, one of the title, is words.
        (edited("substantive", ("=", "the oil"), ("+", " of Malta"), KEPT, states=()),
         "“of Malta” added"),
        # A place that is called by the name of a State is none.
        (edited("substantive", ("=", "the fog"), ("+", " of the Lake Chad Basin,"), KEPT),
         "“of the Lake Chad Basin” added"),
        (edited("substantive", ("=", "noting "), ("-", "2.6"), ("+", "also that 2.4"),
                ("=", " million lamps"), KEPT), "“2.6” became “2.4” million lamps"),
        # Parts of a name, one word that came, a figure of nothing, lists of figures: no gist.
        (edited("substantive", ("=", "the International Court"), ("+", " of Justice"), KEPT), ""),
        (edited("substantive", ("=", "the Meeting of "), ("+", "Young "), ("=", "Keepers"), KEPT),
         ""),
        (edited("substantive", ("=", "the oil "), ("+", "held "), KEPT), ""),
        (edited("substantive", ("=", "as in "), ("-", "4"), ("+", "6"), KEPT), ""),
        (edited("substantive", ("=", "in "), ("-", "2019, of which 3"), ("+", "2020, of which 4"),
                KEPT), ""),
        (edited("substantive", ("=", "as in "), ("-", "four"), ("+", "six"), KEPT), ""),
        (edited("substantive", ("=", "the "), ("-", "four"), ("+", "six"), ("=", " towers"), KEPT),
         "“four” became “six” towers"),
        # Another form of a word, or other figures of a row, is not another word.
        (edited("substantive", ("=", "the "), ("-", "tower"), ("+", "towers"), KEPT), ""),
        (edited("substantive", ("=", "all "), ("-", "are"), ("+", "were"), KEPT), ""),
        (edited("substantive", ("=", "in "), ("-", "2021 from 13"), ("+", "2022 from 12"), KEPT),
         ""),
        # What both sides begin with is not quoted.
        (edited("substantive", ("=", "the oil "), ("-", "asked, by day"), ("+", "asked at night"),
                KEPT), "“by day” became “at night”"),
        (edited("substantive", ("=", "the coverage"), ("+", " of 2023"), KEPT), ""),
        # Where most was written anew nothing stands for anything.
        (edited("substantive", ("=", "the "), ("-", "oil of keepers"), ("+", "glass"), ("=", " is"),
                ("-", " lent to all harbours"), ("+", " sold by the towers")), ""),
        # The States of all its stretches are told together.
        (edited("substantive", ("=", "the oil"), ("+", " of Malta"), ("=", " and the wicks"),
                ("+", " of Cyprus"), KEPT, KEPT), "Malta and Cyprus named"),
        # What happens twice in a clause is said once.
        (edited("substantive", ("=", "the oil"), ("+", " of Malta"), ("=", " and the wicks"),
                ("+", " of Malta"), KEPT, KEPT), "Malta named"),
        (edited("substantive", ("=", "all "), ("-", "dim"), ("+", "sooty"), ("=", " lamps and "),
                ("-", "dim"), ("+", "sooty"), ("=", " lanterns"), KEPT, KEPT),
         "“dim” became “sooty”"),
        (edited("substantive", ("=", "all "), ("-", "keepers"), ("+", "keepers’"), KEPT), ""),
        (edited("substantive", ("=", "all "), ("-", "those"), ("+", "these"), KEPT), ""),
        (edited("substantive", ("=", "from 3 to 5"), ("+", " per cent"), KEPT), ""),
        (edited("substantive", ("=", "some "), ("-", "15.3"), ("+", "16.7"),
                ("=", " million Cypriots"), KEPT),
         "“15.3” became “16.7” million Cypriots"),
        # The same State under another name, another in office, another small word: no gist.
        (edited("substantive", ("=", "the fog of "), ("-", "Turkey"), ("+", "Türkiye"), KEPT), ""),
        (edited("substantive", ("=", "what "), ("-", "he"), ("+", "she has"), ("=", " done"), KEPT),
         ""),
        (edited("substantive", ("=", "a call "), ("-", "for"), ("+", "upon"), ("=", " all"), KEPT),
         ""),
        # So is what says nothing without the words that it points to, or leads to, and a figure
        # without what it counts.
        (edited("substantive", ("=", "free "), ("-", "keepers held in towers"), ("+", "them"),
                KEPT), ""),
        (edited("substantive", ("=", "of "), ("-", "this lamp"), ("+", "those lanterns"), KEPT),
         ""),
        (edited("substantive", ("=", "stressing"), ("-", ", in this regard,"), KEPT), ""),
        (edited("substantive", ("=", "for "), ("+", "schools and other "), ("=", "houses"), KEPT),
         ""),
        (edited("substantive", ("=", "the "), ("-", "recent"), ("+", "2021"), ("=", " report"),
                KEPT), ""),
        (edited("substantive", ("=", "some "), ("-", "recent"), ("+", "27"), ("=", " lamps"),
                KEPT), "“recent” became “27” lamps"),
        (edited("substantive", ("=", "to "), ("-", "join"), ("+", "ratify or accede to it"), KEPT),
         "“join” became “ratify or accede to it”"),
        # A long stretch is no gist.
        (LONG, ""),
        (NEW, ""),
    ],
)  # fmt: skip
def test_the_gist_of_a_change(change: Change, said: str) -> None:
    assert plain(told(change)) == said


def opened(before: str, after: str, direction: Direction | None, *runs: tuple[str, str]) -> Change:
    return edited("substantive", *runs, opening=Opening(before, after, direction))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        # The clause still says further on what it began with.
        (opened("Strongly condemning", "Deeply concerned", None, ("-", "Strongly condemning"),
                ("+", "Deeply concerned by the fog, and strongly condemning"), KEPT), ""),
        (opened("Praises", "Recalls", None, ("-", "Praises"),
                ("+", "Recalls the storm, and praises in this regard"), KEPT), ""),
        (opened("Reiterates its request", "Notes", None, ("-", "Reiterates"),
                ("+", "Notes the requests of many keepers, and in this regard reiterates"),
                ("=", " its request to the towns"), KEPT), ""),
        (opened("Praises", "Recalls", None, ("-", "Praises"),
                ("+", "Recalls the storm, and in particular praises"), KEPT), ""),
        (opened("Urges", "Calls upon", None, ("-", "Urges all coastal towns to buy"),
                ("+", "Calls upon all coastal towns and keepers to mind the fog, and also urges "
                 "all towns to buy"), KEPT), ""),
        # It does again what it did.
        (opened("Invites", "Reiterates", None, ("-", "Invites"),
                ("+", "Reiterates the invitation to"), KEPT), ""),
        (opened("Strongly encourages", "Recalls", None, ("-", "Strongly encourages"),
                ("+", "Recalls the storm, and reiterates its strong encouragement to"), KEPT), ""),
        # It went on already with what it begins with now.
        (opened("Notes with regret", "Praises with regret", "stronger", ("-", "Notes with regret "
                "the fog, and praises"), ("+", "Praises with regret"), KEPT), ""),
        # Both do it to the same.
        (opened("Calls for", "Demands", None, ("-", "Calls for"), ("+", "Demands"),
                ("=", " the lighting of all lamps of towers"), ("-", ", demanding care"), KEPT),
         "“Calls for” became “Demands”"),
        # A noun is no act, nor is what both say further on; a word of degree is no other act.
        (opened("Requests", "Praises", None, ("-", "Requests"), ("+", "Praises the requests of"),
                KEPT), "“Requests” became “Praises”"),
        (opened("Requests", "Praises", None, ("-", "Requests"), ("+", "Praises"), KEPT,
                ("=", ", and requests all towns")), "“Requests” became “Praises”"),
        (opened("Deeply concerned", "Concerned", "weaker", ("-", "Deeply concerned"),
                ("+", "Concerned"), ("=", " by the fog"), ("+", ", and concerned by the oil"),
                KEPT), "“Deeply concerned” became “Concerned” (weaker)"),
        # What both end with is said of both, or of neither.
        (opened("Taking note with concern", "Praising with concern", None),
         "“Taking note” became “Praising”"),
        (opened("Also praises", "Further thanks", None), "“Praises” became “Thanks”"),
        (opened("Expresses concern", "Reiterates its concern", None),
         "“Expresses concern” became “Reiterates its concern”"),
    ],
)  # fmt: skip
def test_another_opening_is_told_where_it_is_another_act(change: Change, said: str) -> None:
    assert plain(told(change)) == said


@pytest.mark.parametrize(
    ("before", "after"),
    [("Welcomes", "Also recalls"),
     ("Decides", "Renews its decision"), ("Notes", "Takes note"),
     ("Taking note with concern", "Noting also with concern"), ("Takes note of", "Notes"),
     ("Requests", "Further reiterates its request"), ("Calls for", "Calls upon"),
     ("Expresses concern", "Reiterates its concern")],
)  # fmt: skip
def test_an_opening_that_only_ages_comes_last(before: str, after: str) -> None:
    ages = replace(opened(before, after, None), after=("op1",))
    praised = replace(opened("Noting with concern", "Recalling", None), after=("pp1",))
    said = sentence_plain(comparison(ages, praised, LEFT))
    assert "— “Noting with concern” became “Recalling”, Malta" in said


def spent(before: str, after: str, *more: tuple[str, str]) -> Change:
    """A clause that spends a sum for a year, and its parts."""
    runs: list[tuple[str, str]] = [
        ("=", "Decides to appropriate for the lamps of the coast the amount of "),
        ("-", before), ("+", after), ("=", " dollars for the period from "), *more,
    ]  # fmt: skip
    for part, name in enumerate(("oil", "wicks", "glass", "brass", "ladders")):
        runs += [("=", " dollars, inclusive of " if part == 0 else f" dollars for the {name}, ")]
        runs += [("-", f"{part + 2},100"), ("+", f"{part + 2},300")]
    return edited("substantive", *runs, ("=", " dollars for the keepers of the coast"))


YEARS = ("-", "1 July 2021 to 30 June 2022,"), ("+", "1 July 2022 to 30 June 2023,")
HALVES = ("=", "1 July "), ("-", "2021 to 30 June 2022,"), ("+", "to 31 December 2022,")
UNPAID = edited(
    "substantive",
    ("=", "Notes with regret the contributions outstanding in the amount of "), ("-", "49.8"),
    ("+", "59.6"), ("=", " million United States dollars"), KEPT,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        # What is spent comes first, however many sums its clause has, and its parts come last.
        ((UNPAID, spent("65,000", "71,000", *YEARS)), "— “65,000” became “71,000” dollars "
         "appropriated, “49.8” became “59.6” million dollars unpaid, “2,100” became “2,300” "
         "dollars."),
        # Sums for a year and for half a year do not compare.
        ((UNPAID, spent("65,000", "31,000", *HALVES)), "— “49.8” became “59.6” million dollars "
         "unpaid and one other."),
        ((edited("substantive", ("=", "Decides to apportion the amount of "), ("-", "1.2 million"),
                 ("+", "900,000"), ("=", " dollars among the towns"), KEPT),),
         "— “1.2 million” became “900,000” dollars apportioned."),
        ((edited("substantive", ("=", "Noting that "), ("-", "840"), ("+", "760"),
                 ("=", " million people of the coast read by lamps"), KEPT),),
         "— “840” became “760” million people."),
    ],
)  # fmt: skip
def test_sums(changes: tuple[Change, ...], said: str) -> None:
    assert said in sentence_plain(comparison(*changes))


PASSAGE = ("the keepers lend, inter alia, oil and wicks and brass to the towns of the coast and to "
           "their harbours")  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        # What the earlier clause said elsewhere did not come, what the later says did not go.
        (edited("substantive", ("=", "the lack of "), ("-", "clean oil"), ("+", "dry wicks"),
                ("=", " and the fog, of "), ("-", "dry wicks and "), ("=", "sooty glass"), KEPT),
         "“clean oil” dropped"),
        (edited("substantive", ("=", "Noting the "), ("-", "oil"), ("+", "dim light"),
                ("=", " of the fog "), ("-", "and its dim light "), ("=", "on the coast"), KEPT),
         ""),
        # Nor did an item of a list that the later clause says elsewhere.
        (edited("substantive", ("=", "Noting, in the face of "), ("-", "storms, fog-bound"),
                ("+", "high and low"), ("=", " tides, including "), ("+", "fog-bound tides, "),
                ("=", "those that are driven by the moon"), KEPT),
         "“high and low” added"),
        # Unless the one says what the other does, and more.
        (edited("substantive", ("=", "tells of oil the "), ("-", "oil"),
                ("+", "brass, oil and glass"), ("=", " of towers"), KEPT),
         "“oil” became “brass, oil and glass”"),
    ],
)  # fmt: skip
def test_what_only_stands_elsewhere_neither_came_nor_went(change: Change, said: str) -> None:
    assert plain(told(change)) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        # A qualifier that goes with a passage is no news of its own, but told of its clause.
        ((edited("substantive", ("=", "Notes that "), ("+", PASSAGE), KEPT, reasons=("extended",),
                 qualifiers=(Qualifier("inter alia", added=True),)),),
         "1 substantive — extended in OP 1."),
        ((edited("substantive", ("=", "Notes that "), ("-", PASSAGE), KEPT,
                 qualifiers=(Qualifier("inter alia", added=False),)), TOTAL),
         "2 substantive — “27” became “28” keepers and one other."),
    ],
)  # fmt: skip
def test_a_qualifier_of_a_passage(changes: tuple[Change, ...], said: str) -> None:
    told_of_all = sentence_plain(comparison(*changes))
    assert told_of_all.endswith(said)
    assert "inter alia" in plain(told(changes[0]))


@pytest.mark.parametrize(
    "words",
    ["and Tower 27, ", "and 2024 fairs of the harbours ", "of 5 May 2020 ", "and on 6 May 2021 "],
)
def test_figures_and_dates_of_names_tell_little(words: str) -> None:
    """They are words among others: a qualifier is told before them."""
    named = edited("substantive", ("=", "Noting Tower 25, Tower 26 "), ("+", words),
                   ("=", "at the coast"), KEPT)  # fmt: skip
    qualified = edited("substantive", qualifiers=(Qualifier("as appropriate", added=True),))
    said = sentence_plain(comparison(named, qualified))
    assert "substantive — “as appropriate” added, “" in said


def test_a_date_of_what_is_to_be_done_tells_much() -> None:
    dated = edited("substantive", ("=", "Requests keepers to light all lamps"),
                   ("+", " on 6 May 2027"), KEPT)  # fmt: skip
    qualified = edited("substantive", qualifiers=(Qualifier("as appropriate", added=True),))
    assert "— “on 6 May 2027” added, “as" in sentence_plain(comparison(qualified, dated))


def test_reasons_in_words() -> None:
    assert reason_words(("date", "state")) == "a date, which States are named"
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


def test_states_in_a_running_text() -> None:
    said = "The Sudan, Bolivia (Plurinational State of) and Côte d’Ivoire; Lake Chad Basin; peru"
    said += "; 500 United States dollars; Guild State in Iraq and the Levant; the Court for Chad"
    assert states_named(said) == {
        "SDN": "Sudan",
        "BOL": "Bolivia (Plurinational State of)",
        "CIV": "Côte d’Ivoire",
    }


def test_of_substantive_changes_what_tells_most_comes_first() -> None:
    changes = (NEW, LONG, TOTAL, GONE, MEETING, JOINED, CONCERN, DATE)
    assert list(that_matter(comparison(*changes))) == [
        CONCERN, JOINED, MEETING, TOTAL, LONG, NEW, GONE,
    ]  # fmt: skip
