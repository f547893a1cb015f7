"""Several lettered resolutions in one printed document."""

from __future__ import annotations

import pytest

import golden
from mkdocs_resolutions.model import Resolution
from mkdocs_resolutions.parsing import Parsed, parse, part_resolutions
from mkdocs_resolutions.reading import read

PRINTED = next(path for path in golden.FILES if path.stem == "A_RES_78_921A-C").read_text("utf-8")
ADOPTED = "50th plenary meeting\n22 December 2023\n"


def _parsed(text: str) -> list[Parsed]:
    (whole,) = read(text.encode(), "case.txt")
    return [parse(part) for part in part_resolutions(whole)]


def _resolutions(text: str) -> list[Resolution]:
    return [parsed.resolution for parsed in _parsed(text) if parsed.resolution]


def _rules(parsed: Parsed) -> set[str]:
    return {notice.rule for notice in parsed.notices} - {"opening-unknown"}


def test_each_letter_is_a_resolution() -> None:
    found = _resolutions(PRINTED)
    assert [str(one.symbol) for one in found] == [f"A/RES/78/921{part}" for part in "ABC"]
    assert [one.source.part for one in found] == ["A", "B", "C"]
    titles = [one.masthead.title for one in found]
    assert titles == ["Oil for the lamps", "Income of the lamps", "Wicks"]
    assert [[clause.id for clause in one.clauses()] for one in found] == [
        ["op0", "op1", "op2"], ["op0", "op1", "op2"], ["pp1", "op1", "op2"],
    ]  # fmt: skip
    assert {one.masthead.agenda[0].item for one in found} == {"9"}
    assert [_rules(parsed) for parsed in _parsed(PRINTED)] == [set(), set(), set()]


def test_the_footnotes_of_a_page_go_to_the_resolutions_that_mark_them() -> None:
    notes = [[(note.num, note.text) for note in one.footnotes] for one in _resolutions(PRINTED)]
    assert notes == [[("1", "See A/78/6.")], [("2", "Ibid.")], [("3", "Resolution 1, annex.")]]


def test_what_reads_like_a_note_that_another_resolution_has_stays_where_it_is() -> None:
    before, between, behind = PRINTED.partition("Income of the lamps\nThe General Assembly\n")
    assert "1.\nDues of" in behind
    whole = f"{before}{between}\nNotes\n\n{behind}"
    (manuscript,) = read(whole.encode(), "case.txt")
    kept = " ".join(block.text for part in part_resolutions(manuscript) for block in part.blocks)
    assert "Dues of 20 dollars" in kept


def test_one_adoption_block_may_close_all() -> None:
    once = PRINTED.replace(ADOPTED, "", 2)
    assert once.count(ADOPTED) == 1
    assert {one.masthead.meeting for one in _resolutions(once)} == {"50th plenary meeting"}
    assert [_rules(parsed) for parsed in _parsed(once)] == [set(), set(), set()]


def test_the_letters_of_the_symbol_may_be_spelled_otherwise_or_be_missing() -> None:
    for symbol in ("A/RES/78/921 A to C", "A/RES/78/921 A-C", "A/RES/78/921"):
        found = _resolutions(PRINTED.replace("A/RES/78/921 A–C", symbol))
        assert [str(one.symbol) for one in found] == [f"A/RES/78/921{part}" for part in "ABC"]


def test_where_a_letter_is_missing_it_stays_one_and_says_so() -> None:
    (parsed,) = _parsed(PRINTED.replace("\nB\n", "\n"))
    assert parsed.resolution is not None
    assert str(parsed.resolution.symbol) == "A/RES/78/921"
    assert "parts-unclear" in _rules(parsed)


def test_lettered_sections_are_no_resolutions() -> None:
    """Only where each letter has enacting words of its own is there more than one."""
    (whole,) = read(PRINTED.replace("A–C", "").encode(), "case.txt")
    sections = PRINTED.replace("A–C", "").replace("The General Assembly\nResolves", "Resolves", 2)
    (one,) = part_resolutions(read(sections.encode(), "case.txt")[0])
    assert one.part is None
    assert len(part_resolutions(whole)) == 3


def test_a_part_issued_apart_has_its_own_title() -> None:
    alone = PRINTED.replace("A–C", "B").replace("A\nOil for the lamps", "B\nOil for the lamps")
    alone = alone[: alone.index(ADOPTED)] + ADOPTED
    (found,) = _resolutions(alone)
    assert str(found.symbol) == "A/RES/78/921B"
    assert found.masthead.title == "Oil for the lamps"
    assert found.source.part is None


def _alone(below: str, symbol: str = "A/RES/78/921 B") -> list[Resolution]:
    """A lettered resolution issued apart: its symbol, and what stands below the common title."""
    body = f"The General Assembly,\n\n1. *Urges* all.\n\n{ADOPTED}"
    return _resolutions(f"{symbol}\n\n78/921. Lamps\n{below}\n\n{body}")


def test_where_nothing_stands_behind_the_letters_the_common_title_is_that_of_each() -> None:
    text = PRINTED
    for own in ("Oil for the lamps", "Income of the lamps", "Wicks"):
        assert f"\n{own}\n" in text
        text = text.replace(f"\n{own}\n", "\n", 1)
    found = _resolutions(text)
    assert [str(one.symbol) for one in found] == [f"A/RES/78/921{part}" for part in "ABC"]
    assert len({one.masthead.title for one in found}) == 1
    assert found[0].masthead.title
    (found_alone,) = _alone("B")
    assert found_alone.masthead.title == "Lamps"


@pytest.mark.parametrize(
    ("below", "title"),
    [
        *((f"B{mark}", "Lamps") for mark in ("1", "¹", "[1]", "*", "\n1")),
        *((f"B{mark}\nWicks", "Wicks") for mark in ("1", "¹", "[1]", "*")),
    ],
)
def test_a_footnote_may_be_marked_on_the_letter(below: str, title: str) -> None:
    (found,) = _alone(below)
    assert str(found.symbol) == "A/RES/78/921B"
    assert found.masthead.title.rstrip("¹*") == title


def test_a_mark_on_the_letter_is_that_of_its_footnote() -> None:
    (parsed,) = _parsed(
        "A/RES/78/921 B\n\n78/921. Lamps\nB1\n\nThe General Assembly,\n\n1. *Urges* all.\n\n"
        f"{ADOPTED}\n¹ Thus 78/921 is now 78/921 A.\n"
    )
    assert parsed.resolution
    assert parsed.resolution.masthead.title == "Lamps"
    assert [note.num for note in parsed.resolution.footnotes] == ["1"]
    assert _rules(parsed) & {"note-without-mark", "mark-without-note"} == set()


def test_letters_with_marks_begin_resolutions_too() -> None:
    found = _resolutions(PRINTED.replace("\nB\n", "\nB1\n"))
    assert [str(one.symbol) for one in found] == [f"A/RES/78/921{part}" for part in "ABC"]


@pytest.mark.parametrize("below", ["B\nThe wicks of lamps", "\nB\n\nThe wicks\nof lamps"])
def test_a_letter_between_two_titles_belongs_to_the_symbol(below: str) -> None:
    for symbol in ("A/RES/78/921", ""):
        (found,) = _alone(below, symbol)
        assert str(found.symbol) == "A/RES/78/921B"
        assert found.masthead.title == "The wicks of lamps"


@pytest.mark.parametrize("below", ["A", "I\nThe wicks of lamps", "A wick"])
def test_what_may_be_no_letter_of_a_resolution_is_none(below: str) -> None:
    """The large letter of the organ, the number of a section, a word."""
    (found,) = _alone(below, "A/RES/78/921")
    assert str(found.symbol) == "A/RES/78/921"
