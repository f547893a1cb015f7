"""Forms of the masthead, the adoption block and the footnotes, each in a small printed text."""

from __future__ import annotations

from textwrap import wrap

import pytest

from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.parsing import Parsed, parse
from mkdocs_resolutions.publishing.plain import plain_text
from mkdocs_resolutions.reading import read
from mkdocs_resolutions.reading.pagetables import with_tables
from mkdocs_resolutions.reading.printedline import PrintedLine
from raw_texts import SOUND


def _parsed(text: str) -> Parsed:
    return parse(*read(text.encode(), "case.txt"))


def _resolution(text: str) -> Resolution:
    """The resolution of a text in which nothing is odd."""
    parsed = _parsed(text)
    assert parsed.notices == ()
    assert parsed.resolution is not None
    return parsed.resolution


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("* Reissued for technical reasons on 15 January 2023.", "2023-01-15"),
        ("*Reissued for technical reasons on 15 January 2023.", "2023-01-15"),
        ("* Second reissue for technical reasons (19 January 2023).", "2023-01-19"),
    ],
)
def test_a_reissue_is_told_by_its_note(words: str, day: str) -> None:
    plain = SOUND.replace("*", "")
    found = _resolution(f"A/RES/77/902*\n\n{plain}\n{words}\n")
    assert (found.masthead.reissued, len(found.footnotes)) == (day, 1)


@pytest.mark.parametrize(
    ("number", "session", "symbol"),
    [
        ("ES-11/9", "Eleventh emergency special", "A/RES/ES-11/9"),
        ("ES-10/29", "Tenth emergency special", "A/RES/ES-10/29"),
        ("S-32/9", "Thirty-second special", "A/RES/S-32/9"),
        ("217 A (III)", "Third", "A/RES/217(III)A"),
        ("2625 (XXV)", "Twenty-fifth", "A/RES/2625(XXV)"),
        ("3201 (S-VI)", "Sixth special", "A/RES/3201(S-VI)"),
        ("2252 (ES-V)", "Fifth emergency special", "A/RES/2252(ES-V)"),
    ],
)
def test_sessions_and_symbols_of_every_kind(number: str, session: str, symbol: str) -> None:
    found = _resolution(SOUND.replace("77/902", number).replace("Seventy-seventh", session))
    assert str(found.symbol) == symbol


@pytest.mark.parametrize(
    ("masthead", "symbol", "adopted", "printed"),
    [
        (
            "Declaration on Lamps\nand Wicks\n\n"
            "Adopted and proclaimed by General Assembly resolution 1914 (XV) of 14 December 1960",
            "A/RES/1914(XV)",
            "1960-12-14",
            ["title", "resolved"],
        ),
        (
            "Declaration on Lamps and Wicks\n\n"
            "Adopted by General Assembly\nresolution 1914 (XV)\nof 14 December 1960",
            "A/RES/1914(XV)",
            "1960-12-14",
            ["title", "resolved"],
        ),
        (
            "RESOLUTION 917 A (III)\n\nof 10 December 1948\n\nDeclaration on Lamps and Wicks",
            "A/RES/917(III)A",
            "1948-12-10",
            ["resolved", "title"],
        ),
        (
            "General Assembly resolution 45/958\n\n14 December 1990\n\n"
            "Declaration on Lamps and Wicks",
            "A/RES/45/958",
            "2022-12-07",
            ["resolved", "issued"],
        ),
        (
            "RESOLUTION 917 A (III)\n\nDeclaration on Lamps and Wicks",
            "A/RES/917(III)A",
            "2022-12-07",
            ["resolved", "title"],
        ),
        (
            "Declaration on Lamps and Wicks\n"
            "United Nations General Assembly resolution 45/958, adopted on 18 December 1990.",
            "A/RES/45/958",
            "1990-12-18",
            ["title", "resolved"],
        ),
    ],
)
def test_a_line_names_the_resolution_where_no_symbol_is_printed(
    masthead: str, symbol: str, adopted: str, printed: list[str]
) -> None:
    below = SOUND[SOUND.index("*The General Assembly,*") :]
    parsed = _parsed(f"{masthead}\n\n{below}")
    found = parsed.resolution
    assert found is not None
    assert "symbol-named" in {notice.rule for notice in parsed.notices}
    assert (str(found.symbol), found.masthead.adopted) == (symbol, adopted)
    assert found.masthead.title == "Declaration on Lamps and Wicks"
    assert [line.field for line in found.masthead.printed][:2] == printed


_CLAUSES = """*The General Assembly,*

*Recalling* lamps,

1. *Requests* keepers to light lamps.
"""


@pytest.mark.parametrize(
    ("masthead", "title"),
    [
        ("# A/RES/77/902\n\n## Lamps of all", "Lamps of all"),
        ("A/RES/77/902\n\n77/902 Lamps of all", "Lamps of all"),
        ("A/RES/77/902\n\n77/902 – A lamp", "A lamp"),
        ("A/RES/77/902: Lamps of all", "Lamps of all"),
        ("77/902: Lamps of all", "Lamps of all"),
        (
            "A/RES/77/902\n92nd plenary meeting\n7 December 2022\n\n  Lamps of\n  all",
            "Lamps of all",
        ),
        ("A/RES/77/902\n\nLamps of\n\nall", "Lamps of all"),
        ("A/RES/77/902\n\nUnited Nations Decade of Lamps", "United Nations Decade of Lamps"),
        ("Harbours\n\nA/RES/77/902\n\nAdopted without a vote\n\nLamps", "Lamps"),
        ("A/RES/77/902\n\nLamps in public places\n\nPrint", "Lamps in public places"),
        ("A/RES/77/902\n\nLamps in public places\n\nDraft resolution", "Lamps in public places"),
        ("A/RES/77/902\n\nLamps of the sea\n\nText of the resolution", "Lamps of the sea"),
    ],
)
def test_a_title_without_its_number_stands_above_the_enacting_words(
    masthead: str, title: str
) -> None:
    parsed = _parsed(f"{masthead}\n\n{_CLAUSES}")
    assert parsed.resolution is not None
    assert parsed.resolution.symbol.text == "A/RES/77/902"
    assert parsed.resolution.masthead.title == title
    assert "title-unnumbered" in {notice.rule for notice in parsed.notices}
    assert len(list(parsed.resolution.clauses())) == 2


def test_a_sentence_above_the_enacting_words_is_no_title() -> None:
    parsed = _parsed(f"A/RES/77/902\n\nLamps\n\nThis page was printed.\n\n{_CLAUSES}")
    assert parsed.resolution is not None
    assert not parsed.resolution.masthead.title


def test_a_title_that_is_printed_twice_is_no_other_line() -> None:
    parsed = _parsed(f"Lamps\n\nA/RES/77/902\n\n**77/902. Lamps**\n\n{_CLAUSES}")
    assert not {"masthead-unplaced", "title-unnumbered"} & {one.rule for one in parsed.notices}


def test_the_heads_of_pages_say_the_title_that_is_not_printed() -> None:
    head = "\fA/RES/77/902\n\nLamps of all\n\n"
    above = "A/RES/77/902\n\nThe General Assembly,\n\nRecalling lamps,"
    parsed = _parsed(f"{above}\n\n{head}1. Requests keepers to\n\n{head}light lamps.\n")
    assert parsed.resolution is not None
    assert parsed.resolution.masthead.title == "Lamps of all"
    assert [one.text for one in parsed.resolution.clauses()] == [
        "Recalling lamps,",
        "Requests keepers to light lamps.",
    ]


def test_a_line_that_names_what_no_resolution_can_be_gives_no_symbol() -> None:
    parsed = _parsed(SOUND.replace("**77/902. Lamps**", "Resolution 0/902\n\nLamps"))
    assert parsed.resolution is None
    assert {"symbol-odd", "symbol-missing"} <= {one.rule for one in parsed.notices}
    assert "symbol-named" not in {one.rule for one in parsed.notices}


@pytest.mark.parametrize(
    "title",
    [
        "Lamps of all harbours\n\nFollow-up to\nResolution 76/901 of 6 December 2021",
        "Implementation of General Assembly\nresolution 60/951",
        "Lamps and resolution 60/951",
    ],
)
def test_a_title_that_names_another_resolution_gives_no_symbol(title: str) -> None:
    below = SOUND[SOUND.index("*The General Assembly,*") :]
    parsed = _parsed(f"{title}\n\n{below}")
    assert parsed.resolution is None
    assert "symbol-missing" in {notice.rule for notice in parsed.notices}


def _words(text: str) -> list[tuple[str, str]]:
    parsed = _parsed(text)
    assert parsed.resolution is not None
    return [(clause.id, clause.text) for clause in parsed.resolution.clauses()]


def test_a_blank_line_behind_each_line_parts_nothing() -> None:
    plain = SOUND.replace("*", "")
    lamps = " and ".join(f"the lamps of harbour {n} with all their wicks" for n in range(40))
    long = plain.replace("light lamps;", f"light {lamps};").replace("2022\n\n¹", "2022\n___\n¹")
    lines = [line for part in long.splitlines() for line in wrap(part, 84)]
    assert len(lines) > 30
    words = _words("\n".join(lines))
    assert [name for name, _ in words] == ["pp1", "op1", "op2"]
    assert _words("\n\n".join(lines)) == words


def test_a_blank_line_behind_each_paragraph_parts_them() -> None:
    items = "\n\n".join(f"({letter}) Lamp {letter};" for letter in "abcdefghijklmnopqrstuvwxyz")
    text = SOUND.replace("*", "").replace("light lamps;", f"light:\n\n{items}")
    assert len(_words(text)) == 29


def test_a_section_behind_one_whose_heading_went_into_a_clause() -> None:
    """In text without styles a heading is known by its number, though it is not the next one."""
    plain = SOUND.replace("*", "").replace("1. Requests", "I. Lamps\n\n1. Requests")
    sections = "2. Asks keepers for oil. II. Oil\n\n3. Asks towns for wicks.\n\nIII. Wicks\n\n"
    end = "4. Decides to remain seized of the matter."
    found = _parsed(plain.replace("2. Decides to remain seized of the matter.", sections + end))
    assert found.resolution
    ids = [clause.id for clause in found.resolution.operative]
    assert ids == ["s1", "op1", "op2", "op3", "s3", "op4"]


def test_the_letter_of_a_symbol_may_be_printed_elsewhere() -> None:
    """It is so large that a converter may take it for a line of its own."""
    plain = SOUND.replace("*", "")
    found = _resolution(f"A\nUnited Nations /RES/77/902\nGeneral Assembly\n\n{plain}\n")
    assert str(found.symbol) == "A/RES/77/902"
    assert [line.text for line in found.masthead.printed if line.field == "symbol"] == [
        "/RES/77/902"
    ]


@pytest.mark.parametrize(
    "meeting",
    ["55th (resumed) plenary meeting", "1883rd plenary meeting",
     "Hundred and eighty-third plenary meeting"],
)  # fmt: skip
def test_the_meeting_as_printed(meeting: str) -> None:
    found = _resolution(SOUND.replace("70th plenary meeting", meeting))
    assert found.masthead.meeting == meeting


def test_starred_notes_in_the_title_and_in_the_text() -> None:
    text = SOUND.replace("*", "").replace("Lamps", "Lamps*", 1).replace("2021,¹", "2021,**")
    text = text.replace("¹ See A/77/9.", "* As revised.\n\n** Ibid., annex.")
    found = _resolution(text)
    assert found.masthead.title == "Lamps"
    assert [(note.num, note.text, note.orphan) for note in found.footnotes] == [
        ("*", "As revised.", False), ("**", "Ibid., annex.", False),
    ]  # fmt: skip
    assert [mark.id for mark in found.preamble[0].footnotes] == ["fnx2"]


def test_numbers_displaced_from_their_notes() -> None:
    text = SOUND.replace("*", "").replace("2021,¹", "2021, 1 and resolution 75/901, 2")
    found = _resolution(
        text.replace("¹ See A/77/9.", "__________________\n1\n2\n\nSee A/77/9.\nIbid., annex.")
    )
    assert [(note.id, note.text) for note in found.footnotes] == [
        ("fn1", "See A/77/9."), ("fn2", "Ibid., annex."),
    ]  # fmt: skip
    assert [mark.id for mark in found.preamble[0].footnotes] == ["fn1", "fn2"]


def test_a_title_begins_behind_the_origin_where_nothing_but_lines_shows_it() -> None:
    lines = (line for line in SOUND.replace("*", "").splitlines() if line)
    text = "\n".join(line for line in lines if line != "The General Assembly,")
    parsed = _parsed(text)
    assert [notice.rule for notice in parsed.notices] == ["field-missing"]
    assert parsed.resolution is not None
    assert parsed.resolution.masthead.title == "Lamps"
    assert [clause.id for clause in parsed.resolution.clauses()] == ["pp1", "op1", "op2"]


def test_without_enacting_words_a_title_ends_where_a_clause_begins() -> None:
    text = SOUND.replace("*", "").replace("The General Assembly,\n\n", "")
    text = text.replace("Lamps\n\nRecalling", "Lamps\nof all harbours\nRecalling")
    found = _parsed(text).resolution
    assert found is not None
    assert found.masthead.title == "Lamps of all harbours"
    assert [clause.phrase for clause in found.preamble] == ["Recalling"]


WHEREAS = """\
917 A (III). Universal declaration of lamps

{heading}

Whereas lamps are the foundation of safe harbours,

Whereas lamps go out,

{enacting}

Proclaims this declaration as a common standard of light for all harbours.

Hundred and eighty-third plenary meeting,
10 December 1948.
"""


@pytest.mark.parametrize("heading", ["Preamble", "PREAMBLE"])
@pytest.mark.parametrize(
    "enacting",
    ["Now, therefore,\n\nThe General Assembly,", "Now, therefore,\n\nThe General Assembly",
     "Now, therefore,\nThe General Assembly,", "Now, therefore, The General Assembly,",
     "Now, Therefore THE GENERAL ASSEMBLY"],
)  # fmt: skip
def test_a_preamble_may_stand_above_the_enacting_words(heading: str, enacting: str) -> None:
    found = _resolution(WHEREAS.format(heading=heading, enacting=enacting))
    assert found.masthead.title == "Universal declaration of lamps"
    assert found.masthead.enacting == " ".join(enacting.split())
    assert [clause.id for clause in found.preamble] == ["h1", "pp1", "pp2"]
    assert [clause.phrase for clause in found.operative] == ["Proclaims"]
    plain = plain_text(found)
    assert plain.index("Whereas lamps go out") < plain.index("herefore") < plain.index("Proclaims")


def test_no_word_is_lost_where_whereas_stands_above_the_title() -> None:
    text = SOUND.replace("*", "").replace(
        "77/902. Lamps\n\n", "Whereas lamps go out,\n\n77/902. Lamps "
    )
    parsed = _parsed(text)
    assert parsed.resolution is not None
    assert "words-lost" not in {notice.rule for notice in parsed.notices}
    assert parsed.resolution.masthead.title == "Lamps"


def test_enacting_words_in_capitals() -> None:
    found = _resolution(SOUND.replace("*The General Assembly,*", "THE GENERAL ASSEMBLY,"))
    assert found.masthead.enacting == "THE GENERAL ASSEMBLY,"


END_NOTES = """
Notes

1. See A/77/9, which is about lamps and about
the wicks.
2. Ibid., annex.
"""


@pytest.mark.parametrize("number", ["{} ", "{}. ", "{}) ", "[{}] "])
def test_notes_below_the_meeting_need_no_heading(number: str) -> None:
    notes = f"{number.format(1)}See A/77/9, which is\nabout wicks.\n{number.format(2)}Ibid.\n"
    text = SOUND.replace("2021,¹", "2021,1").replace("lamps;", "lamps2 and wicks;")
    found = _resolution(text.replace("¹ See A/77/9.\n", notes))
    assert [(note.num, note.text) for note in found.footnotes] == [
        ("1", "See A/77/9, which is about wicks."),
        ("2", "Ibid."),
    ]
    assert [len(clause.footnotes) for clause in found.clauses()] == [1, 1, 0]


def test_what_no_word_marks_is_no_note_below_the_meeting() -> None:
    text = SOUND.replace("2021,¹", "2021,")
    found = _parsed(text.replace("¹ See A/77/9.", "1 See A/77/9."))
    assert found.resolution is not None
    assert found.resolution.footnotes == ()
    assert [notice.rule for notice in found.notices] == ["text-unplaced"]


def test_notes_below_the_meeting_stand_above_an_annex_and_begin_with_a_figure() -> None:
    annex = "Annex\n\nOil\n\n1. Is dear.\n"
    notes = f"22-12345 (E)\n\n1. See A/77/9.\n2. 2010 Review of the Lamps.\n\n{annex}"
    text = SOUND.replace("2021,¹", "2021,1").replace("lamps;", "lamps2 and wicks;")
    found = _resolution(text.replace("¹ See A/77/9.\n", notes))
    assert [note.text for note in found.footnotes] == ["See A/77/9.", "2010 Review of the Lamps."]
    assert [clause.text for annex in found.annexes for clause in annex.clauses] == ["Is dear."]


@pytest.mark.parametrize("number", ["{}.", "({})", "{})", "{}", "[{}]", "{}/"])
@pytest.mark.parametrize("heading", ["Notes", "NOTES", "Footnotes:", "Endnotes", "End notes"])
def test_notes_under_a_heading_behind_the_meeting(number: str, heading: str) -> None:
    notes = END_NOTES.replace("1. ", f"{number.format(1)} ").replace("2. ", f"{number.format(2)} ")
    text = SOUND.replace("*", "").replace("2021,¹", "2021,1 and resolution 75/901,2")
    found = _resolution(text.replace("¹ See A/77/9.\n", notes.replace("Notes", heading)))
    assert [(note.id, note.text) for note in found.footnotes] == [
        ("fn1", "See A/77/9, which is about lamps and about the wicks."), ("fn2", "Ibid., annex."),
    ]  # fmt: skip
    assert [mark.id for mark in found.preamble[0].footnotes] == ["fn1", "fn2"]


def test_notes_under_a_heading_before_the_meeting() -> None:
    text = SOUND.replace("¹ See A/77/9.\n", "").replace("*70th", f"{END_NOTES}\n*70th")
    found = _resolution(text.replace("2021,¹", "2021,¹ ²"))
    assert [note.id for note in found.footnotes] == ["fn1", "fn2"]
    assert found.masthead.meeting == "70th plenary meeting"


@pytest.mark.parametrize(
    ("mark", "note"),
    [("<sup>1</sup>", "1. "), ("<sup>†</sup>", "† "), ("†", "† "), ("[1]", "[1] "),
     (" 1/", "1/ "), ("[1]", "1. ")],
)  # fmt: skip
def test_notes_of_paragraphs_of_html(mark: str, note: str) -> None:
    paragraphs = SOUND.replace("*", "").strip().split("\n\n")
    text = "".join(f"<p>{one}</p>\n" for one in paragraphs).replace("2021,¹", f"2021,{mark}")
    found = _resolution(text.replace("<p>¹ See", f"<p><b>Notes</b></p>\n<p>{note}See"))
    assert [note.text for note in found.footnotes] == ["See A/77/9."]
    assert len(found.preamble[0].footnotes) == 1


def test_text_in_html_reads_as_the_text_does() -> None:
    text = SOUND.replace("2021,¹", "2021, 1/").replace("¹ See", "1/ See")
    text = text.replace("1. *Requests*", "I\n\n*Recalling* lamps,\n\n1. *Requests*")
    page = f"<!DOCTYPE html><html><head><title></title></head><body>\n<pre>\n{text}</pre>"
    plain, html = _resolution(text.replace("*", "")), _resolution(page.replace("*", ""))
    assert [(one.id, one.text) for one in html.clauses()] == [
        (one.id, one.text) for one in plain.clauses()
    ]
    assert [note.text for note in html.footnotes] == [note.text for note in plain.footnotes]
    assert "s1-op1" in {alias for one in html.clauses() for alias in (one.id, *one.aliases)}


def test_a_day_that_lost_the_space_before_it_is_no_mark() -> None:
    _resolution(SOUND.replace("2021,¹", "2021,3 May 2022,¹"))


LONG = (
    "Requests the keepers of the lamps of all Harbours that lie beside the Northern Sea, and those"
    " of the Southern Sea beside which Lamps of Brass have been lit, to trim the wicks of each"
    " lamp at dusk, and to report to the Assembly of Keepers at its next session on the oil that"
    " the Lamps of the Northern Sea and those of the Southern Sea have burnt in 2029, or"
    " 2030. The Keepers shall count it in barrels, which the Office of Barrels lends to them"
)
OTHER = LONG.replace("Requests", "Invites").replace("Keepers", "Lamplighters")
PRINTED = (
    SOUND.replace("*", "")
    .replace("Requests keepers to light lamps", LONG)
    .replace("2. Decides", f"2. {OTHER};\n\n3. Decides")
)
"""The sound text with clauses of several lines, many of which begin with a capital."""


@pytest.mark.parametrize(("first", "second"), [(84, 64), (94, 60), (94, 70), (94, 80)])
def test_lines_that_a_mail_wrapped_once_more_go_on(first: int, second: int) -> None:
    lines = [line for part in PRINTED.splitlines() for line in wrap(part, first) or [""]]
    again = [piece for line in lines for piece in wrap(line, second) or [""]]
    assert len(again) > len(lines) + 5
    assert _words("\n".join(again)) == _words(PRINTED)


SENTENCES = " ".join(
    f"{who} {what} the {count} lamps of {where} at dusk. It was said of them by {whom}."
    for who in ("Keepers", "The Lamplighters of Northhaven")
    for what, count in (("light", 7), ("have trimmed", 1200), ("shall put out", 31))
    for where, whom in (("all harbours", "a cat"), ("Southland", "those who keep the wicks dry"))
)


@pytest.mark.parametrize("letters", range(60, 91, 3))
def test_lines_wrapped_by_their_letters_end_where_the_next_word_would_not_fit(letters: int) -> None:
    """A line may end with a sentence and leave room for a short word of print."""
    text = SOUND.replace("*", "").replace(
        "Requests keepers to light lamps", f"Requests: {SENTENCES}"
    )
    text = text.replace("2. Decides", f"2. Invites: {SENTENCES};\n\n3. Decides")
    lines = [line for part in text.splitlines() for line in wrap(part, letters) or [""]]
    assert _words("\n".join(lines)) == _words(text)


def test_without_a_blank_line_every_line_that_no_page_holds_is_a_paragraph() -> None:
    text = PRINTED.replace("¹ See", "Annex\n\nOil of the harbours\n\nBrass is dear.\n\n1. See")
    text = text.replace("2021,¹", "2021,").replace(
        "70th plenary meeting\n", "70th plenary meeting "
    )
    alone = "\n".join(line for line in text.splitlines() if line)
    assert _words(alone) == _words(text)
    assert ("annex1-p0", "Brass is dear.") in _words(alone)


def test_a_year_at_the_beginning_of_a_line_numbers_nothing() -> None:
    before, behind = LONG.split(" 2030.")
    found = _words(PRINTED.replace(LONG, f"{before}\n2030.{behind}"))
    assert found == _words(PRINTED)


def test_notes_of_a_text_in_one_page_need_no_rule() -> None:
    """One mark ran into a year; all are told by those of the notes behind the meeting."""
    text = SOUND.replace("*", "").replace("2021,¹", "2021,1 and the plan for 2015–20302 on lamps,3")
    found = _resolution(text.replace("¹ See A/77/9.", "1 A/77/9.\n2 A/77/8.\n3 A/77/7."))
    assert [(one.id, one.text) for one in found.footnotes] == [
        ("fn1", "A/77/9."), ("fn2", "A/77/8."), ("fn3", "A/77/7."),
    ]  # fmt: skip
    assert [mark.id for mark in found.preamble[0].footnotes] == ["fn1", "fn2", "fn3"]


HARBOURS = ("North", "South and towers", "East", "West", "Old", "New")


def test_two_columns_are_a_table_where_the_second_has_figures() -> None:
    """Names beside names may be anything, and a few figures may be chance."""

    def shown(*seconds: str) -> list[str]:
        pairs = zip(HARBOURS, seconds, strict=False)
        rows = ["Harbour                Per cent", *(f"{one:18}{two:>12}" for one, two in pairs)]
        lines = with_tables([PrintedLine(n, row, 1) for n, row in enumerate(rows, start=1)])
        return [line.text for line in lines if line.text]

    assert shown("0.912", "10.013", "–", "0.1", "1.000", "2")[:3] == [
        "| Harbour | Per cent |", "|---|---|", "| North | 0.912 |"
    ]  # fmt: skip
    assert not any("|" in line for line in shown("0.912", "10.013", "–"))
    assert not any("|" in line for line in shown(*HARBOURS))


@pytest.mark.parametrize(
    "line",
    [
        "Symbol: A/RES/41/928",
        "Document symbol: A/RES/41/928",
        "https://undocs.org/A/RES/41/928",
        "https://undocs.org/en/A/RES/41/928",
        "A/Res/41/928",
    ],
)
def test_the_line_of_a_symbol_may_say_what_it_is(line: str) -> None:
    parsed = _parsed(f"{line}\n\nLamps of all\n\n{_CLAUSES}")
    assert parsed.resolution is not None
    assert parsed.resolution.symbol.text == "A/RES/41/928"
    assert parsed.resolution.masthead.title == "Lamps of all"


def test_one_lettered_part_of_an_older_resolution() -> None:
    resolution = _parsed(f"377 (V). Lamps of all\n\nA\n\n{_CLAUSES}").resolution
    assert resolution is not None
    assert resolution.symbol.text == "A/RES/377(V)A"
    assert resolution.masthead.title == "Lamps of all"


@pytest.mark.parametrize("letter", ["C\nand oil", "V", "X"])
def test_what_is_no_letter_of_an_older_resolution(letter: str) -> None:
    parsed = _parsed(f"A/RES/1234(XII)\n\n1234 (XII). Lamps\n{letter}\n\n{_CLAUSES}")
    assert parsed.resolution is not None
    assert parsed.resolution.symbol.text == "A/RES/1234(XII)"


_NOTES = [
    ("1 Northland voted late.\n\nIt was told so.", ["Northland voted late. It was told so."]),
    ("1 See A/77/9.\n2 Northland spoke.\nIt was heard.\n" + "Southland spoke.\n" * 9,
     ["See A/77/9.", "Northland spoke. It was heard." + " Southland spoke." * 9]),
    ("1 Lamps burn.\n2. Oil shall be pure (rule 2).\n2 A/77/10.",
     ["Lamps burn. 2. Oil shall be pure (rule 2).", "A/77/10."]),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "words"), _NOTES)
def test_nothing_but_an_annex_follows_notes_below_the_day(notes: str, words: list[str]) -> None:
    text = SOUND.replace("*", "").replace("2021,¹", "2021,1").replace("lamps;", "lamps;2")
    end = text.index("¹ See")
    for annex in ("", "\n\nAnnex\n\nRules of lamps\n\n1. Lamps burn.\n"):
        resolution = _parsed(f"{text[:end]}__________\n{notes}{annex}").resolution
        assert resolution is not None
        assert [note.text for note in resolution.footnotes] == words
        assert bool(resolution.annexes) == bool(annex)
        assert len(resolution.operative) == 2


@pytest.mark.parametrize(
    "lines",
    [
        "1.\t\tRequests keepers;\n2.\t\tDecides to act.",
        "1.\tRequests\tkeepers 1;\n2.\tDecides\tto act on 2.",
        "1. Decides:\n(a)\tLamps\t4;\n(b)\tOil\t5;\n2. Decides to meet.",
        "1. Decides:\n\n(a)\tLamps\t4;\n(b)\tOil\t5;\n\n2. Decides to meet.",
    ],
)
def test_tabs_behind_numbers_make_no_table(lines: str) -> None:
    parsed = _parsed(f"77/902. Lamps\n\nThe General Assembly,\n\nRecalling lamps,\n\n{lines}\n")
    assert parsed.resolution is not None
    assert [clause.num for clause in parsed.resolution.operative] == ["1.", "2."]
    assert not any(clause.rows for clause in parsed.resolution.clauses())


def test_tabs_in_a_masthead_make_no_table() -> None:
    head = "United Nations\t\tA/RES/77/902\nGeneral Assembly\t\tDistr.: General\n7 December 2022"
    parsed = _parsed(f"{head}\n\nLamps of all\n\n{_CLAUSES}")
    assert parsed.resolution is not None
    assert parsed.resolution.symbol.text == "A/RES/77/902"


def test_a_draft_is_told_as_one() -> None:
    parsed = _parsed(f"United Nations A/C.1/77/L.968/Rev.1\n\nLamps of all\n\n{_CLAUSES}")
    assert parsed.resolution is None
    assert "A/C.1/77/L.968/Rev.1" in {
        word.strip(",") for one in parsed.notices for word in one.message.split()
    }
