"""Comparisons: the case tables of redlines, weights, openings and whole pairs, and properties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from case_tables import Case, table
from lines_run import lines_run
from mkdocs_resolutions.comparing import compare, trace
from mkdocs_resolutions.comparing.edits import SMALL, STRETCH, Edit, edits
from mkdocs_resolutions.comparing.known import Known
from mkdocs_resolutions.comparing.masthead import masthead_changes
from mkdocs_resolutions.comparing.opening import opening, qualifiers, same_act
from mkdocs_resolutions.comparing.redline import redline
from mkdocs_resolutions.comparing.units import units
from mkdocs_resolutions.comparing.weigh import weigh
from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Change, Comparison, Resolution, Run, Series, Sponsor
from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.publishing.changes import life_words
from mkdocs_resolutions.reading import read
from raw_texts import sound

_BODY = """*Recalling* its resolution 76/901 of 6 December 2021,¹

1. *Requests* keepers to light lamps;

2. *Decides* to remain seized of the matter.
"""


def resolution(number: str, body: str) -> Resolution:
    """A resolution with clauses of our own, one a line."""
    text = sound(number, _BODY, "\n\n".join(body.splitlines()) + "\n").replace("¹ See A/77/9.", "")
    parsed = parse(read(text.encode(), "case.txt")[0])
    assert parsed.resolution
    return parsed.resolution


def shown(runs: tuple[Run, ...]) -> str:
    """A redline in signs."""
    signs = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(signs[run.kind].format(run.text) for run in runs)


def spelled(change: Change, kinds: str) -> str:
    """One of the two texts of a change."""
    return "".join(run.text for run in change.runs or change.table if run.kind in kinds)


def check(comparison: Comparison, earlier: Resolution, later: Resolution) -> None:
    """What holds of every comparison (contract, JSON)."""
    old = {unit.id: unit.text for unit in units(earlier)}
    new = {unit.id: unit.text for unit in units(later)}
    changes = comparison.changes
    assert sorted(name for change in changes for name in change.before) == sorted(old)
    assert sorted(name for change in changes for name in change.after) == sorted(new)
    for change in changes:
        assert spelled(change, "=-") == "\n".join(old[name] for name in change.before)
        assert spelled(change, "=+") == "\n".join(new[name] for name in change.after)
        assert (change.kind == "unchanged") == (
            [old[name] for name in change.before] == [new[name] for name in change.after]
        )
    order = [list(new).index(change.after[0]) for change in changes if change.after]
    assert order == sorted(order)


# --- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", table("redlines"))
def test_redline(case: Case) -> None:
    before, after = case.given.splitlines()
    case.check(shown(redline(before, after)))


@pytest.mark.parametrize("case", table("weights"))
def test_weight(case: Case) -> None:
    phrases = [re.match(r"(?:\*(.+?)\*)?", line) for line in case.given.splitlines()]
    before, after = case.given.replace("*", "").splitlines()
    old, new = (match[1] if match else None for match in phrases)
    group = "the Open Group on the security of lamps, oil, wicks and glass 2021–2025"
    convention = resolution("77/903", f"*Recalling* the Convention on Lamps, {group},\n1. *Asks*.")
    clauses = resolution("77/904", f"*Recalling* {before} | {after},\n1. *Asks*.")
    known = Known((*units(convention), *units(clauses)))
    said = weigh(before, after, opening(old, new, before, after), qualifiers(before, after), known)
    case.check(f"{said.weight}: {', '.join(said.reasons)}")


@pytest.mark.parametrize(
    ("years", "weight"), [(1, "routine"), (2, "substantive"), (None, "substantive")]
)
def test_years_that_have_passed_between_two_texts_say_nothing(
    years: int | None, weight: str
) -> None:
    before, after = (f"that, {count} years after the great storm, all lamps" for count in (27, 28))
    assert weigh(before, after, known=Known((), years=years)).weight == weight


@pytest.mark.parametrize(
    ("title", "clause", "states"),
    [
        ("Lamps", "keepers in Syria to light lamps", ("SYR",)),
        # The title names it, though in full, the clause names it anyway, and a body is no State.
        ("Lamps in the Syrian Arab Republic", "keepers in Syria to light lamps", ()),
        ("Lamps", "keepers to light lamps in Malta and Chad", ()),
        ("Lamps", "keepers to light lamps of the Islamic State in Iraq", ()),
    ],
)
def test_states_that_only_one_clause_names(
    title: str, clause: str, states: tuple[str, ...]
) -> None:
    long = "in towers, in harbours, on cliffs, on reefs, in inns, in schools, in Malta and Chad"
    bodies = [f"*Recalling* lamps,\n1. *Requests* {said} {long};"
              for said in ("keepers to light lamps", clause)]  # fmt: skip
    texts = [resolution(number, body)
             for number, body in zip(("76/904", "77/904"), bodies, strict=True)]  # fmt: skip
    texts = [replace(one, masthead=replace(one.masthead, title=title)) for one in texts]
    change = compare(texts[0], texts[1]).changes[-1]
    assert change.states == states
    assert ("state" in change.reasons) == bool(states)


@pytest.mark.parametrize("case", table("openings-compared"))
def test_opening(case: Case) -> None:
    earlier, after = case.given.splitlines()
    before, now = earlier.partition(" | ")[0], after.partition(" | ")[0]
    found = opening(before, now, earlier.replace(" |", ""), after.replace(" |", ""))
    case.check("the same" if found is None else found.direction or "silent")


@pytest.mark.parametrize(
    ("phrase", "after", "same"),
    [
        ("Noting", "Also notes with concern", True),
        ("Requests", "Further requests", True),
        (None, None, True),
        ("Requests", "Welcomes", False),
        ("Welcomes", None, False),
    ],
)
def test_what_a_clause_does(phrase: str | None, after: str | None, same: bool) -> None:
    assert same_act(phrase, after) is same


@pytest.mark.parametrize("case", table("comparisons"))
def test_comparison(case: Case) -> None:
    before, _, after = case.given.partition("---\n")
    earlier, later = resolution("76/903", before), resolution("77/903", after)
    comparison = compare(earlier, later)
    check(comparison, earlier, later)
    case.check("\n".join(map(_line, comparison.changes)))


def _line(change: Change) -> str:
    shapes = {"extended", "cut", "part"} & set(change.reasons)
    words = [
        change.kind,
        ", ".join(change.before),
        ">",
        ", ".join(change.after),
        change.weight,
        "moved" if change.moved else "",
        *sorted(shapes if change.kind == "edited" else ()),
    ]
    return " ".join(filter(None, words))


def test_a_new_clause_says_whose_words_it_has_and_a_dropped_one_who_has_its_words() -> None:
    fog = "that the long fog of each winter sinks more ships than all the storms of the year"
    lit = "*Urges* the towns to light all the lamps of the northern reefs"
    name = "the Third Great Northern Council of Keepers of the Lamps of the Coast and the Reefs"
    whole = resolution("76/903", f"1. {lit}, and stresses {fog};")
    parted = resolution("77/903", f"*Noting* {fog},\n1. {lit};")
    come, _ = compare(whole, parted).changes
    assert (come.kind, come.words_of, come.words_in) == ("added", "op1", None)
    gone, _ = compare(parted, whole).changes
    assert (gone.kind, gone.words_of, gone.words_in) == ("removed", None, "op1")
    # A name is no passage, nor are words that several clauses lost.
    called = resolution("76/903", f"1. {lit}, and thanks {name};")
    thanked = resolution("77/903", f"*Noting* {name},\n1. {lit};")
    assert not any(one.words_of for one in compare(called, thanked).changes)
    twice = resolution(
        "76/903", f"1. {lit}, and stresses {fog};\n2. *Requests* oil, and regrets {fog};"
    )
    once = resolution("77/903", f"*Noting* {fog},\n1. {lit};\n2. *Requests* oil;")
    assert not any(one.words_of for one in compare(twice, once).changes)


def test_a_request_and_the_thanks_are_none_also_when_the_younger_text_is_given_first() -> None:
    asked = resolution("76/903", "1. *Requests* the master to hold a feast of lamps in spring.")
    thanked = resolution("77/903", "1. *Welcomes* the master holding a feast of lamps in spring.")
    younger = resolution("78/903", "1. *Requests* the master to hold the feast of lamps in spring.")
    for one, other in ((asked, thanked), (thanked, asked)):
        changes = compare(one, other).changes
        assert sorted(change.kind for change in changes) == ["added", "removed"]
    gone, come = compare(asked, thanked).changes
    assert (gone.kind, gone.answered_by, come.asked_by) == ("removed", "op1", "op1")
    # Backwards in time nothing is answered.
    assert not any(one.answered_by or one.asked_by for one in compare(thanked, asked).changes)
    (change,) = compare(thanked, younger).changes
    assert change.kind == "edited"


_AGENDA = """1. *Requests* the harbour master to buy oil in time;
2. *Decides* to include in the provisional agenda of its seventy-eighth session its lamps."""
_SEIZED = """1. *Requests* the harbour master to buy oil in time;
2. *Decides* to remain seized of the matter."""


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [(_AGENDA, _SEIZED, ("agenda",), ()), (_SEIZED, _AGENDA, (), ("agenda",))],
)
def test_a_matter_leaves_the_next_agenda_or_is_on_it_again(
    before: str, after: str, gone: tuple[str, ...], come: tuple[str, ...]
) -> None:
    changes = compare(resolution("76/903", before), resolution("77/903", after)).changes
    told = {change.kind: change.reasons for change in changes}
    assert (told["removed"], told["added"]) == (gone, come)


_NOTED = """*Recalling* the rules of all keepers,¹
1. *Urges* the towns to follow the rules of all keepers;{}

¹ See A/77/8."""


_MARKED = (("76/903", "¹"), ("77/903", ""))


def test_a_second_mark_of_a_note_neither_comes_nor_goes() -> None:
    twice, once = (resolution(year, _NOTED.format(mark)) for year, mark in _MARKED)
    assert len(twice.footnotes) == len(once.footnotes) == 1
    assert [len(clause.footnotes) for clause in twice.clauses()] == [1, 1]
    for pair in ((twice, once), (once, twice)):
        assert not any(change.footnotes for change in compare(*pair).changes)


QUALIFIERS = [
    ("to light lamps", "to light lamps, as appropriate", ["+as appropriate"]),
    ("keepers in a position to do so", "keepers", ["-in a position to do so"]),
    ("the guild was not in a position to meet", "the guild met", []),
    ("within existing resources", "Within Existing Resources", []),
    ("from within existing resources", "lamps", ["-from within existing resources"]),
    ("lamps, inter alia, oil", "lamps, inter alia, wicks", []),
    (
        "in accordance with the rules of the guild and international law",
        "in accordance with international law and the rules of the guild",
        [],
    ),
    ("oil under mutually agreed terms", "oil on mutually agreed terms", []),
    ("on a voluntary basis", "upon request", ["-on a voluntary basis", "+upon request"]),
    # Another form of the same neither came nor went; a further one came.
    ("help, upon their request", "help, upon request", []),
    ("to give voluntarily", "to make voluntary gifts", []),
    (
        "to give voluntarily",
        "to make voluntary gifts on a voluntary basis",
        ["+on a voluntary basis"],
    ),
    # The name of a text qualifies nothing; what begins a text has its capital from there.
    ("following the Rules", "following the Voluntary Guidelines", []),
    ("Lamps are lit", "Upon request, lamps are lit", ["+upon request"]),
    ("help", "help, at the request of towns", ["+at the request of"]),
    ("help on the request of towns", "help upon the request of towns, thereupon", []),
]


@pytest.mark.parametrize(("before", "after", "expected"), QUALIFIERS)
def test_qualifiers(before: str, after: str, expected: list[str]) -> None:
    found = qualifiers(before, after)
    assert ["+-"[not one.added] + one.phrase for one in found] == expected


# --- footnotes and lives -------------------------------------------------------------------------


def test_a_footnote_that_changed() -> None:
    old = sound("76/903")
    new = sound("77/903", "See A/77/9", "See A/77/9, annex")
    earlier, later = (_parsed(text) for text in (old, new))
    (change, *_) = compare(earlier, later).changes
    assert change.kind == "unchanged"
    assert not change.is_quiet
    (note,) = change.footnotes
    assert (note.change, note.before, note.after) == ("edited", "See A/77/9.", "See A/77/9, annex.")


def _parsed(text: str) -> Resolution:
    parsed = parse(read(text.encode(), "case.txt")[0])
    assert parsed.resolution
    return parsed.resolution


def _noted(number: str, clause: str, *notes: str) -> Resolution:
    marks = "¹²³⁴"
    told = "\n\n".join(f"{mark} {note}" for mark, note in zip(marks, notes, strict=False))
    return resolution(number, f"*Noting* {clause},\n1. *Asks*.\n\n{told}")


_SERIES = "League of Lamps, Charter Series, vol. 7, No. 9."
NOTED = [
    # A note takes the place of another, however unlike.
    ("the report on oil¹", ["A/77/8."], "the report on oil¹", ["A/78/12-S/2023/4."],
     ["A/77/8. > A/78/12-S/2023/4."]),
    ("oil of 76/901¹ and wicks²", ["A/77/8.", "A/77/9."],
     "oil of 77/901¹ and wicks²", ["A/78/3.", "A/78/4."],
     ["A/77/8. > A/78/3.", "A/77/9. > A/78/4."]),
    # What is said is the same, wherever its mark stands.
    ("the charter¹ of keepers²", ["A/77/8.", "A/77/9."],
     "the charter¹ of keepers", ["A/77/9."], ["A/77/8. > None"]),
    # Ibid. is what it stands for.
    ("the charter¹ of keepers²", [_SERIES, "Ibid., vol. 8, No. 2."],
     "the rule¹ of keepers²", ["A/77/9.", "League of Lamps, Charter Series, vol. 8, No. 2."],
     [f"{_SERIES} > A/77/9."]),
    ("the charter¹ of keepers²", ["See A/77/9, annex.", "Ibid."],
     "the charter¹ of keepers²", ["See A/78/9, annex.", "Ibid."],
     ["See A/77/9, annex. > See A/78/9, annex.", "A/77/9, annex. > A/78/9, annex."]),
    ("the charter¹ of keepers²", ["A/77/9, paras. 2–4.", "Ibid., para. 3."],
     "the charter¹ of keepers²", ["A/77/9, paras. 2–4.", "Ibid., annexes."],
     ["A/77/9, para. 3. > A/77/9, paras. 2–4, annexes."]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "old", "after", "new", "expected"), NOTED)
def test_notes_of_a_clause_by_their_places(
    before: str, old: list[str], after: str, new: list[str], expected: list[str]
) -> None:
    changes = compare(_noted("76/903", before, *old), _noted("77/903", after, *new)).changes
    told = [f"{note.before} > {note.after}" for change in changes for note in change.footnotes]
    assert told == expected


YEARS = [
    "*Noting* the fog of the northern coast,\n1. *Urges* keepers to trim the wicks of every lamp;\n"
    "2. *Requests* the harbour master to convene the meetings of keepers.",
    "*Noting* the fog of the northern coast,\n1. *Urges* keepers to trim the wicks of every lamp.",
    "*Noting* the fog of the northern coast,\n1. *Urges* keepers to trim the wicks of every lamp,"
    " as appropriate;\n2. *Requests* the harbour master to convene the meetings of keepers.",
]


def _years() -> list[Resolution]:
    return [resolution(f"{70 + place}/90{place}", body) for place, body in enumerate(YEARS)]


def test_a_clause_returns() -> None:
    first, second, third = _years()
    (change,) = (one for one in compare(second, third, [first]).changes if one.kind == "added")
    assert str(change.returned_from) == "A/RES/70/900#op2"
    assert shown(change.returned) == change.runs[0].text
    (alone,) = (one for one in compare(second, third).changes if one.kind == "added")
    assert alone.returned_from is None


@pytest.mark.parametrize(
    ("first", "third"),
    [
        # In another part, and as an item of a list.
        (
            "*Welcoming* the tenth council of the keepers of the charter on bells, held in May,\n"
            "1. *Urges* keepers to trim the wicks of every lamp.",
            "1. *Urges* keepers to trim the wicks of every lamp;\n"
            "2. *Requests* the master to hold:\n"
            "(a) The twelfth council of the keepers of the charter on bells in June.",
        ),
        # Asked for, and thanked for when it came.
        (
            "1. *Decides* to hold a feast of all keepers to mark the tenth year of the charter;\n"
            "2. *Urges* keepers to trim the wicks of every lamp.",
            "1. *Welcomes* the holding of a feast of all keepers to mark the tenth year of the"
            " charter;\n2. *Urges* keepers to trim the wicks of every lamp.",
        ),
    ],
)
def test_a_clause_that_only_resembles_one_of_an_older_text_does_not_return(
    first: str, third: str
) -> None:
    second = "1. *Urges* keepers to trim the wicks of every lamp."
    texts = [
        resolution(f"{70 + place}/90{place}", body)
        for place, body in enumerate((first, second, third))
    ]
    changes = compare(texts[1], texts[2], texts[:1]).changes
    assert [one.returned_from for one in changes if one.kind == "added"]
    assert not any(one.returned_from for one in changes)


def test_a_clause_returns_by_a_long_passage_too() -> None:
    passage = (
        "the hidden cracks in lenses and wicks that pedlars sell at night may put out every light "
        "on which the boats of the whole coast rely in winter"
    )
    before = f"*Expressing concern* that {passage},\n"
    rest = (
        "as well as steps of towns for open ledgers, sound scales, fair tolls, clean casks and "
        "honest weights, rules for smiths, coopers, glaziers and chandlers, marks for brass and "
        "oil, fines for cheats, prizes for those who tell, schools for buyers, bells for markets, "
        "benches where elders hear quarrels, stamps that children know, chests with three locks, "
        "walls without doors, watchmen with dogs, nets under bridges, and songs that warn sailors"
    )
    after = f"*Reaffirming* how {passage}, {rest},\n"
    asks = "1. *Asks* the guild to meet.\n"
    texts = [
        resolution(f"{70 + place}/90{place}", body + asks)
        for place, body in enumerate((before, "", after))
    ]
    changes = compare(texts[1], texts[2], texts[:1]).changes
    assert [str(one.returned_from.symbol) for one in changes if one.returned_from] == [
        "A/RES/70/900"
    ]


def test_lives() -> None:
    history = trace(Series("lamps", "Lamps", ()), _years())
    told = [
        ([f"{stage.place.symbol.short}#{stage.place.id} {stage.kind}" for stage in life.stages])
        for life in history.lives
    ]
    assert told == [
        ["70/900#pp1 new", "71/901#pp1 unchanged", "72/902#pp1 unchanged"],
        ["70/900#op1 new", "71/901#op1 editorial", "72/902#op1 substantive"],
        ["70/900#op2 new", "72/902#op2 returned"],
    ]
    urges = history.lives[1]
    assert [(passage.text, passage.since.short) for passage in urges.passages] == [
        ("Urges keepers to trim the wicks of every lamp, ", "70/900"),
        ("as appropriate;", "72/902"),
    ]
    assert str(urges.last_changed.place) == "A/RES/72/902#op1"
    assert history.lives[0].last_changed is history.lives[0].first


def test_words_in_another_case_or_with_other_marks_are_no_new_words() -> None:
    bodies = [
        "*Noting* the rules of keepers, and the States parties to the Charter of Oil,\n1. *Asks*.",
        "*Noting* the rules of keepers and the states Parties to the Charter of Oil (see 76/9),\n"
        "1. *Asks*.",
    ]
    texts = [resolution(f"{70 + place}/90{place}", body) for place, body in enumerate(bodies)]
    life = trace(Series("lamps", "Lamps", ()), texts).lives[0]
    assert [(passage.text, passage.since.short) for passage in life.passages] == [
        ("Noting the rules of keepers and the states Parties to the Charter of Oil ", "70/900"),
        ("(see 76/9),", "71/901"),
    ]


def test_words_that_come_back_keep_who_said_them_first() -> None:
    """A few words that many clauses say do not."""
    again, rule, late = "of every lamp", "under the rules that the guild has carved", "in winter"
    bodies = [
        f"1. *Urges* keepers to trim the wicks {again} {rule}.",
        "1. *Urges* keepers to trim the wicks.",
        f"1. *Urges* keepers to trim the wicks {late} {rule}.",
        f"1. *Urges* keepers to trim the wicks {late} {again} {rule}.",
    ]
    texts = [resolution(f"{70 + place}/90{place}", body) for place, body in enumerate(bodies)]
    life = trace(Series("lamps", "Lamps", ()), texts).lives[0]
    assert [(passage.text, passage.since.short) for passage in life.passages] == [
        ("Urges keepers to trim the wicks ", "70/900"),
        ("in winter ", "72/902"),
        ("of every lamp ", "73/903"),
        ("under the rules that the guild has carved.", "70/900"),
    ]


_REWRITTEN = [
    "*Asks* keepers to trim the wicks and fill the oil of every lamp;",
    "*Asks* keepers to trim the wicks, to polish the glass of each tower before winter storms;",
    "*Asks* pilots, before winter storms, to polish the glass of each tower and count the boats;",
]


def test_a_clause_that_was_written_anew_goes_back_to_its_beginning() -> None:
    bodies = [f"1. {words}\n2. *Decides* to meet by the sea." for words in _REWRITTEN]
    bodies[2] = bodies[2].replace("*Asks*", "*Urges*")
    texts = [resolution(f"{70 + place}/90{place}", body) for place, body in enumerate(bodies)]
    lives = trace(Series("lamps", "Lamps", ()), texts).lives
    assert [(len(life.stages), life.rewritten) for life in lives] == [(3, True), (3, False)]
    symbols = [text.symbol for text in texts]
    assert [life_words(lives[0], symbol, symbols) for symbol in symbols[1:]] == [
        "said since at least 70/900",
        "goes back to at least 70/900, changed in 71/901",
    ]


def test_the_line_of_a_life_says_where_it_was_not() -> None:
    wicks = (
        "1. *Asks* keepers to trim the wicks and fill the oil of every lamp;\n2. *Decides* to meet."
    )
    there = (70, 74, 76, 79)
    texts = [
        resolution(f"{session}/900", wicks if session in there else "1. *Decides* to meet.")
        for session in range(70, 80)
    ]
    symbols = [text.symbol for text in texts]
    life = trace(Series("lamps", "Lamps", ()), texts).lives[0]
    assert [stage.place.symbol.session for stage in life.stages] == [*map(str, there)]
    for session, lacking in (
        ("74", "71/900 to 73/900"),
        ("76", "71/900 to 73/900 and 75/900"),
        ("79", "71/900 to 73/900, 75/900, 77/900 and 78/900"),
    ):
        (symbol,) = (one for one in symbols if one.session == session)
        said = life_words(life, symbol, symbols)
        assert said.startswith(f"said since at least 70/900 (not in {lacking})"), said


def test_an_editorial_change_gives_no_other_form() -> None:
    bodies = [
        "1. *Asks* keepers to trim the wicks.",
        "1. *Asks* keepers to trim the wicks and oil.",
        "1. *Also asks* keepers to trim the wicks, and oil.",
        "1. *Also asks* keepers to trim the wicks, and oil.",
    ]
    texts = [resolution(f"{70 + place}/90{place}", body) for place, body in enumerate(bodies)]
    (life,) = trace(Series("lamps", "Lamps", ()), texts).lives
    symbols = [text.symbol for text in texts]
    assert life_words(life, symbols[3], symbols) == (
        "said since at least 70/900, in this form but for editorial changes since 71/901"
    )
    (life,) = trace(Series("lamps", "Lamps", ()), texts[1:]).lives
    assert life_words(life, symbols[3], symbols[1:]) == (
        "said since at least 71/901, in the same words but for editorial changes"
    )


SPLIT = [
    "*Noting* that a total of 118 towns have lamps of their own,\n1. *Asks*.",
    "*Noting* that a total of 124 towns have lamps of their own, albeit regretting that the harbour"
    " council of the northern coast, in the exercise of its powers under the rules of keepers,"
    " decided to leave the league of lamps,\n1. *Asks*.",
    "*Noting* that a total of 124 towns, among them Reef, have lamps of their own,\n*Regretting*"
    " that the harbour council of the northern coast, in the exercise of its powers under the rules"
    " of keepers, left the league of lamps in spring,\n1. *Asks*.",
]


def test_of_a_split_the_half_goes_on_that_says_what_was_always_said() -> None:
    """Not the one with more words; the other one is not new, it has parted from there."""
    texts = [resolution(f"{70 + place}/90{place}", body) for place, body in enumerate(SPLIT)]
    for held, kinds in (
        (texts, ["new", "substantive", "substantive"]),
        (texts[1:], ["new", "substantive"]),
    ):
        history = trace(Series("lamps", "Lamps", ()), held)
        assert [change.kind for change in history.comparisons[-1].changes] == ["split", "unchanged"]
        whole, _, half = history.lives
        assert [stage.kind for stage in whole.stages] == kinds
        assert whole.stages[-1].place.id == "pp1"
        assert [(stage.place.id, stage.kind) for stage in half.stages] == [("pp2", "substantive")]
        assert str(half.parted_from) == "A/RES/71/901#pp1"
        assert half.passages[0].since.short == "71/901"


_ENDED = "*Noting* the end of the {}, and welcoming the {}, and the {},\n"
_HELD = [
    "ninth regatta, held in Fogmouth from 23 July to 8 August 2021",
    "tenth fair of lamps, held in Reef from 4 to 20 February 2022",
    "tenth regatta, to be held in Saltbridge from 26 July to 11 August 2024",
    "eleventh fair of lamps, to be held in Rivermouth from 6 to 22 February 2026",
    "twelfth regatta, to be held in Lampton from 14 to 30 July 2028",
]
FAIRS = [
    "*Wishing* calm nights to the tenth fair of lamps in Reef from 4 to 20 February 2022,\n"
    f"{_ENDED.format(_HELD[0], _HELD[2], _HELD[3])}*Recalling* the charter,\n1. *Asks*.",
    f"*Recalling* the charter,\n{_ENDED.format(_HELD[1], _HELD[3], _HELD[4])}"
    "*Praising* the pilots of the tenth regatta in Saltbridge from 26 July to 11 August 2024,\n"
    "1. *Asks*.",
]


def test_what_was_split_and_merged_is_told_as_one_of_them_from_both_sides() -> None:
    earlier, later = (resolution(f"{76 + at}/903", body) for at, body in enumerate(FAIRS))
    there, back = compare(earlier, later), compare(later, earlier)
    assert {"split", "merged"} & {change.kind for change in there.changes}
    assert sorted((change.before, change.after) for change in there.changes) == sorted(
        (change.after, change.before) for change in back.changes
    )


def test_of_what_merged_the_life_goes_on_whose_words_begin_the_clause() -> None:
    texts = [resolution(f"{70 + place}/90{place}", body) for place, body in enumerate(SPLIT)]
    history = trace(Series("lamps", "Lamps", ()), texts[:0:-1])
    assert [change.kind for change in history.comparisons[0].changes] == ["merged", "unchanged"]
    told = {life.first.place.id: life for life in history.lives}
    assert [stage.place.id for stage in told["pp1"].stages] == ["pp1", "pp1"]
    assert str(told["pp2"].merged_into) == "A/RES/71/901#pp1"
    # The words of the other one are no new ones.
    assert told["pp1"].passages[-1].text.endswith("league of lamps,")
    assert told["pp1"].passages[-1].since.short == "72/902"


# --- properties ----------------------------------------------------------------------------------

_WORDS = ["lamp", "oil", "wick", "tower", "keeper", "2 May 2021", "63/71", "and", "the", "as",
          "appropriate", "States", "parties", "12", "first", "session", "of"]  # fmt: skip
_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)
_BODIES = st.builds(
    lambda pps, ops: "\n".join(
        [*(f"*Noting* {words}," for words in pps),
         *(f"{place}. *Urges* {words};" for place, words in enumerate(ops, start=1))]
    ),
    st.lists(_SENTENCES, max_size=5), st.lists(_SENTENCES, min_size=1, max_size=5),
)  # fmt: skip


ROWS = st.lists(st.sampled_from(["lamp", "oil", "wick", "the", "brass"]), max_size=14)


@settings(deadline=None, derandomize=True)
@given(ROWS, ROWS)
def test_no_merging_of_stretches_makes_a_redline_cheaper(old: list[str], new: list[str]) -> None:
    def cost(found: Sequence[Edit]) -> float:
        weights = {"the": SMALL}
        said = [
            word
            for one in found
            for word in (*old[one.start : one.end], *new[one.new_start : one.new_end])
        ]
        return sum(weights.get(word, 1.0) for word in said) + STRETCH * len(found)

    found = edits(old, new)
    plain = [
        Edit(step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(old, new)
        if step.tag != "equal"
    ]
    assert cost(found) <= cost(plain)
    for one, other in pairwise(found):
        joined = Edit(one.start, other.end, one.new_start, other.new_end)
        assert cost(found) <= cost([joined, *(edit for edit in found if edit not in (one, other))])


@settings(max_examples=80, deadline=None, derandomize=True)
@given(_BODIES, _BODIES)
def test_properties(before: str, after: str) -> None:
    earlier, later = resolution("76/903", before), resolution("77/903", after)
    there, back, same = (
        compare(one, other)
        for one, other in ((earlier, later), (later, earlier), (earlier, earlier))
    )
    check(there, earlier, later)
    check(back, later, earlier)
    assert all(change.is_quiet for change in same.changes)
    for kinds, one, other in (("added", there, back), ("removed", there, back)):
        other_kind = {"added": "removed", "removed": "added"}[kinds]
        names = {change.before or change.after for change in one.changes if change.kind == kinds}
        assert names == {
            change.before or change.after for change in other.changes if change.kind == other_kind
        }


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=30))
def test_words_are_the_same_whatever_else_a_text_holds(text: str) -> None:
    assert words(text) == words(f"{text} …")


@given(*(st.text(alphabet="ab,. \n1/", max_size=40) for _ in range(2)))
def test_runs_spell_both_texts(before: str, after: str) -> None:
    runs = redline(before, after)
    assert "".join(run.text for run in runs if run.kind != "+") == before
    assert "".join(run.text for run in runs if run.kind != "-") == after
    assert all(run.text for run in runs)
    assert all(one.kind != other.kind for one, other in pairwise(runs))


def _clauses(count: int, words: str) -> str:
    return "\n".join(f"{place}. *Urges* {words.format(place)};" for place in range(1, count + 1))


# What the earlier and the later text say, the number of the clause put in.
GROWING = [
    ("keepers of lamps", "keepers of lamps"),
    ("keepers of lamps", "owners of oil {}"),
    ("keeper{0} tower{0} lamp{0}", "owner{0} barrel{0} oil{0}"),
    ("keeper{0} tower{0} lamp{0} wick", "keeper{0} tower{0} oil{0} wick and glass"),
]


@pytest.mark.parametrize(("before", "after"), GROWING)
def test_twice_the_clauses_cost_little_more_than_twice(before: str, after: str) -> None:
    """As counted in lines of Python: a text of many clauses, alike or not, is no scan of pairs."""
    costs = []
    for count in (200, 400):
        earlier = resolution("76/903", _clauses(count, before))
        later = resolution("77/903", _clauses(count, after))
        compare(earlier, later)
        costs.append(lines_run(partial(compare, earlier, later)))
    assert costs[1] < 2.5 * costs[0]


def test_a_sponsor_is_told_once_however_often_the_list_has_it() -> None:
    before, after = (
        replace(resolution(number, "1. *Decides* this.").masthead, sponsors=sponsors)
        for number, sponsors in (
            ("76/902", (Sponsor("Malta"),)),
            ("77/902", (Sponsor("Peru"), Sponsor("Malta"), Sponsor("Cuba"), Sponsor("Peru"))),
        )
    )
    told = masthead_changes(before, after)
    assert [one.name for one in told.sponsors_added] == ["Peru", "Cuba"]
    assert told.sponsors_removed == ()


def test_what_stood_at_the_end_of_a_section_is_dropped_there() -> None:
    """A preambular paragraph of a section stands among the operative ones."""
    ending = "II\n*Having considered* the note on oil and wicks of the northern towns,"
    body = "*Having considered* the lamps,\n1. *Decides* to light all of them at dusk;"
    earlier = resolution("76/902", f"I\n{body}\n{ending}\n1. *Notes* the letter on ladders.")
    later = resolution("77/902", body.replace(";", "."))
    told = [(one.kind, one.before) for one in compare(earlier, later).changes]
    assert [kind for kind, _ in told] == ["unchanged", "edited", "removed", "removed"], told
