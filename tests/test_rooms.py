"""The case tables of reading and parsing, and the words of a clause as HTML."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from markupsafe import Markup

from case_tables import Case, table
from mkdocs_resolutions.model import Clause, NoteMark, Reference, Span
from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.parsing.marks import mark_notes
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.parsing.paragraphs import part_paragraphs
from mkdocs_resolutions.publishing.markup import words_html
from mkdocs_resolutions.reading import Block, Mark, read

_BRACKETS = {"italic": ("/", "/"), "bold": ("#", "#"), "link": ("[[", "]]"), "note": ("{", "}")}


def _blocks(text: str) -> tuple[Block, ...]:
    return read(text.encode(), "case.txt")[0].blocks


def shown(block: Block) -> str:
    """A block with its marks in brackets."""
    cuts = sorted(
        ((mark.end, 0, _BRACKETS[mark.kind][1], mark) for mark in block.marks), key=lambda c: c[:2]
    )
    edges = [(end, order, glyph) for end, order, glyph, _ in cuts]
    edges += [(mark.start, 1, _BRACKETS[mark.kind][0]) for mark in block.marks]
    text, place = "", 0
    values = {mark.start: mark.value for mark in block.of("note")}
    notes = {mark.start: mark.end for mark in block.of("note")}
    for offset, _, glyph in sorted(edges, key=lambda edge: edge[:2]):
        text += values.get(place, block.text[place:offset]) if notes.get(place) == offset else (
            block.text[place:offset])  # fmt: skip
        text, place = text + glyph, offset
    return text + block.text[place:]


@pytest.mark.parametrize("case", table("blocks"))
def test_blocks(case: Case) -> None:
    case.check("\n".join(map(shown, _blocks(case.given))))


HEAD = """A/RES/78/901

Seventy-eighth session

Agenda item 5

On lights

Resolution adopted by the General Assembly on 7 December 2023

[without reference to a Main Committee (A/78/L.5)]

78/901. On lamps

The General Assembly,

"""
FOOT = """

46th plenary meeting
7 December 2023
"""
EXPECTED_OF_ALL = ("opening-unknown",)


@pytest.mark.parametrize("case", table("structure"))
def test_structure(case: Case) -> None:
    """Each body stands between the same masthead and the same adoption block."""
    parsed = parse(*read(f"{HEAD}{case.given}{FOOT}".encode(), "case.txt"))
    assert parsed.resolution is not None
    nums = {note.id: f"^{note.num}" for note in parsed.resolution.footnotes}
    lines: list[str] = []
    for clause in (*parsed.resolution.preamble, *parsed.resolution.operative):
        lines += _clause_lines(clause, nums)
    for annex in parsed.resolution.annexes:
        title = annex.title + "".join(nums[mark.id] for mark in annex.footnotes)
        lines.append(f"{annex.id} {annex.heading}: {title}".rstrip())
        for clause in annex.clauses:
            lines += _clause_lines(clause, nums)
    lines += [f"{note.id} {note.text}" for note in parsed.resolution.footnotes]
    lines += [f"[{piece.kind} {piece.text}]" for piece in parsed.furniture]
    above = HEAD.count("\n")
    lines += [
        f"! {notice.rule} {(notice.origin.line or 0) - above}"
        for notice in parsed.notices
        if notice.rule not in EXPECTED_OF_ALL
    ]
    case.check("\n".join(lines))


@pytest.mark.parametrize("case", table("mastheads"))
def test_mastheads(case: Case) -> None:
    """What stands above the enacting words, field by field."""
    given = f"{case.given}\n\nThe General Assembly,\n\n1. *Urges* all.\n"
    parsed = parse(*read(given.encode(), "case.txt"))
    assert parsed.resolution is not None
    lines = [f"symbol: {parsed.resolution.symbol}"]
    lines += [f"{line.field}: {line.text}" for line in parsed.resolution.masthead.printed]
    lines += [f"[{piece.kind} {piece.text}]" for piece in parsed.furniture]
    case.check("\n".join(line for line in lines if not line.startswith("enacting")))


def _clause_lines(clause: Clause, nums: dict[str, str]) -> Iterator[str]:
    text, place = "", 0
    for mark in clause.footnotes:
        text += clause.text[place : mark.offset] + nums[mark.id]
        place = mark.offset
    text += clause.text[place:]
    rows = (" | ".join(cell.text for cell in row) for row in clause.rows)
    yield " ".join(filter(None, (clause.id, clause.num, text, *(f"[{row}]" for row in rows))))
    for inner in clause.clauses:
        yield from _clause_lines(inner, nums)


def test_what_stands_below_a_heading_that_is_the_title_is_none_of_it() -> None:
    page = (
        "<!doctype html><h1>2758 (XXVI). Lamps of the harbours</h1><p>Twenty-sixth session</p>"
        "<p>Adopted by the General Assembly on 25 October 1971</p><p>The General Assembly,</p>"
        "<p>1. <i>Urges</i> all.</p>"
    )
    resolution = parse(*read(page.encode(), "case.html")).resolution
    assert resolution
    masthead = resolution.masthead
    assert (masthead.title, masthead.adopted) == ("Lamps of the harbours", "1971-10-25")


@pytest.mark.parametrize("case", table("agenda"))
def test_agenda_items(case: Case) -> None:
    """The lines below the session, and the agenda items that they are read as."""
    below = "\n\n78/901. On lamps\n\nThe General Assembly,\n\n1. *Urges* all."
    given = f"A/RES/78/901\n{case.given}{below}"
    parsed = parse(*read(given.encode(), "case.txt"))
    assert parsed.resolution is not None
    items = parsed.resolution.masthead.agenda
    case.check("\n".join(f"{one.item}: {one.title}".rstrip() for one in items))


@pytest.mark.parametrize("case", table("printed"))
def test_printed(case: Case) -> None:
    case.check("\n".join(map(shown, _paged(case.given))))


@pytest.mark.parametrize("case", table("paragraphs"))
def test_paragraphs(case: Case) -> None:
    case.check("\n".join(map(shown, part_paragraphs(_paged(case.given)).blocks)))


def _paged(text: str) -> list[Block]:
    """The blocks of printed pages with the footnote marks that are found among the words."""
    return mark_notes(_blocks(text.replace("␌", "\f")))


@pytest.mark.parametrize("case", table("openings"))
def test_openings(case: Case) -> None:
    case.check("\n".join(_opening(line) for line in case.given.split("\n")))


@pytest.mark.parametrize(
    ("end", "phrase"),
    # Inside a word, behind it, and where what follows sticks to it.
    [(4, "Urges"), (5, "Urges"), (6, "Urges")],
)
def test_italics_that_end_inside_a_word(end: int, phrase: str) -> None:
    (block,) = _blocks("Urges the keepers to meet;")
    opening = find_opening(block._replace(marks=(Mark("italic", 0, end),)))
    assert opening is not None
    assert opening.phrase == phrase


def _opening(line: str) -> str:
    opening = find_opening(_blocks(line)[0])
    return f"{opening.mood}: {opening.phrase}" if opening else "—"


def _reference(start: int, end: int, url: str = 'https://example.org/?a=1&b="2"') -> Reference:
    return Reference(start, end, "", "document", "A/1/2", "A/1/2", "external", url)


def test_words_are_escaped_wherever_they_stand() -> None:
    html = words_html('<script>alert("1")</script> & more', [_reference(0, 8)], phrase="<script>")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'b="2"' not in html


def test_a_footnote_mark_stands_in_no_link() -> None:
    mark = (NoteMark("fn1", 4), Markup('<a href="#fn1">1</a>'))
    html = str(words_html("The Treaty on Oil", [_reference(0, 17, "u")], marks=[mark]))
    part = '<a class="reference reference--external{}" href="u" rel="external">'
    assert html == (
        f'{part.format(" reference--goes-on")}The </a><a href="#fn1">1</a>'
        f"{part.format('')}Treaty on Oil</a>"
    )


def test_elements_that_overlap_are_cut_so_that_they_nest() -> None:
    html = str(words_html("one two three", [_reference(4, 13, "u")], italics=(Span(0, 7),)))
    assert html == (
        '<i>one <a class="reference reference--external reference--goes-on" href="u" '
        'rel="external">two</a></i>'
        '<a class="reference reference--external" href="u" rel="external"> three</a>'
    )
