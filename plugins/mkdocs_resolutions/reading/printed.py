"""Text as converters take it off printed pages, put into the form the reader of text knows.

What a page shows by its place is told by signs instead: a paragraph that is indented gets a blank
line before it, the number of a footnote is raised, and each line says how much room it leaves. No
word is added or taken away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from mkdocs_resolutions.reading.cutlines import widths_taken
from mkdocs_resolutions.reading.lostpages import FirstLines, with_head_apart, with_pages
from mkdocs_resolutions.reading.lostrules import with_lost_rules
from mkdocs_resolutions.reading.measure import (
    FIRST_LINE,
    LABELLED,
    ends_early,
    labelled_width,
    text_width,
)
from mkdocs_resolutions.reading.pagenotes import PAGE_FOOT, PageNotes, is_rule, part_notes
from mkdocs_resolutions.reading.pagetables import with_tables
from mkdocs_resolutions.reading.printedline import PrintedLine
from mkdocs_resolutions.reading.wrapping import (
    are_cut_anywhere,
    are_unwrapped,
    closed_up,
    each_apart,
    letters_across,
    with_no_room,
    with_room_by_letters,
)

__all__ = ["PrintedLine", "from_pages"]

_SHORTEST_RULE = "_____"
_RULE_BEHIND = re.compile(r"(?P<words>.*[^\s_]) *(?P<rule>_{10,})\s*")
_COLUMNS = re.compile(r"(?<=\S) {4,}(?=\S)")
_LABEL = re.compile(r"\s*+(?:[0-9]{1,3}\.|\([a-z]{1,4}\)|[0-9A-Z/]{1,12}\.)$")
_BARE = re.compile(r"\s*+[0-9]{1,3}$")
_LONGEST_LABEL = 12
_SYMBOL = re.compile(r"\s*+[A-Z]+(?:/[A-Za-z0-9.()-]+)+\s*")
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_FEWEST_SPREAD, _SPREAD = 6, 0.7
"""Words of a line that may be spread, and the part of them that stand behind a wide space."""
_ALL_BOLD = re.compile(r"^(?P<stars>\*{1,3})(?P<words>[^*]+)(?P=stars)$")
_MARGIN_SHARE = 0.2
"""Of the letters of a page, at least so many stand in lines that begin at its margin."""
_INDENT = 3
"""Columns by which the first line of a paragraph is set in, at least."""
_MARGIN = " " * _INDENT
_COLUMN_WIDTH = 0.45
"""Ems. A converter that keeps the layout gives a column to so much of the page."""
_MOST_HEAD_LINES = 5
"""The longest head of a page, a symbol and a title, in sessions 75 to 80 has four."""


def from_pages(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines of printed pages, in the form of running text; other lines as they are."""
    lines = list(_rules_apart(lines))
    lines = each_apart(lines) if are_unwrapped(lines) else closed_up(lines)
    layout = _is_layout(lines)
    lines = with_pages([*map(_unspread, lines)] if layout else lines)
    pages: list[Sequence[PrintedLine]] = [
        list(page) for _, page in groupby(lines, key=attrgetter("page"))
    ]
    pages = list(with_lost_rules(pages, [*map(_rule, pages)]))
    rules = [*map(_rule, pages)]
    texts = (page[:rule] for page, rule in zip(pages, rules, strict=True))
    across = text_width(row.text.strip() for page in texts for row in page)
    masthead = FirstLines.of(lines)
    made: list[PrintedLine] = []
    if across is None and not layout and rules.count(None) == len(rules):
        for rows in pages:
            head, body = _part_head(rows, masthead)
            made += (*head, *body)
        return made
    for rows in pages:
        head, body = _part_head(rows, masthead)
        if layout:
            body = list(_paragraphs(list(_columns(with_tables(body))), across))
        elif across is not None:
            body = list(_roomy(body, across))
        made += _with_notes([*head, *body])
    letters = letters_across(made)
    if letters:
        return list(with_room_by_letters(made, letters))
    return with_no_room(made) if are_cut_anywhere(made) else made


def _rules_apart(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Lines with the rules that a converter ran into them on lines of their own."""
    for line in lines:
        match = _RULE_BEHIND.fullmatch(line.text) if _SHORTEST_RULE in line.text else None
        if match is None:
            yield line
        else:
            yield from (line._replace(text=match[part]) for part in ("words", "rule"))


def _is_layout(lines: Sequence[PrintedLine]) -> bool:
    """Whether most lines keep the margin of the page."""
    shown = [line.text for line in lines if line.text]
    set_in = sum([text.startswith(_MARGIN) for text in shown])
    return len(shown) > 10 and set_in > 0.7 * len(shown)


def _unspread(line: PrintedLine) -> PrintedLine:
    """A line that keeps the layout without the wide spaces that only fill its width: nearly all of
    its words stand behind one, and none is a figure of a table."""
    if "  " not in line.text.strip():
        return line
    words = line.text.split()
    wide, worded = len(_WIDE.findall(line.text)), sum(word[0].isalpha() for word in words)
    if len(words) < _FEWEST_SPREAD or min(wide, worded) < _SPREAD * (len(words) - 1):
        return line
    return line._replace(text=" " * line.indent + " ".join(words))


# --- where things stand on the page ----------------------------------------------------------


def _part_head(
    rows: Sequence[PrintedLine], masthead: FirstLines
) -> tuple[list[PrintedLine], Sequence[PrintedLine]]:
    """The head of a page, its symbol before its title, and the rows below.

    The two stand in columns that run into each other, down to the first blank line, or below each
    other with a blank line between them; where none parts them from the text, the title tells.
    """
    if not rows or rows[0].page == 1:
        return [], rows
    parted = _parted_head(rows)
    if parted is None:
        parted = _parted_head(with_head_apart(rows, masthead, _MOST_HEAD_LINES))
    return parted or _title_alone(rows, masthead) or ([], rows)


def _title_alone(
    rows: Sequence[PrintedLine], masthead: FirstLines
) -> tuple[list[PrintedLine], Sequence[PrintedLine]] | None:
    """A head that is the title of the document alone, and the rows below it."""
    first = _run(rows, 0)
    if not 0 < len(first) < _MOST_HEAD_LINES or first.stop == len(rows):
        return None
    titles = [rows[n] for n in first]
    if not masthead.has_title(titles):
        return None
    blank = rows[0]._replace(text="")
    made = [row._replace(text=row.text.strip(), head=True) for row in titles]
    return [blank, *made, blank], rows[first.stop :]


def _parted_head(
    rows: Sequence[PrintedLine],
) -> tuple[list[PrintedLine], Sequence[PrintedLine]] | None:
    """The lines of a head that blank lines part from the rows below, and these."""
    first = _run(rows, 0)
    second = _run(rows, first.stop)
    for count, end in ((len(first), first.stop), (len(first) + len(second), second.stop)):
        if count > _MOST_HEAD_LINES:
            break
        told = _told_head([row for row in rows[first.start : end] if row.text])
        if told:
            return told, rows[end:]
    return None


def _run(rows: Sequence[PrintedLine], start: int) -> range:
    """The places of the next lines without a blank one between them."""
    begin = next((n for n in range(start, len(rows)) if rows[n].text), len(rows))
    end = next((n for n in range(begin, len(rows)) if not rows[n].text), len(rows))
    return range(begin, end)


def _told_head(rows: Sequence[PrintedLine]) -> list[PrintedLine] | None:
    """The lines of a head in order; None for lines that are not a symbol and a title."""
    symbols, titles = list[PrintedLine](), list[PrintedLine]()
    for row in rows:
        # The form is looked for from each letter: most lines have no gap at all.
        for piece in _COLUMNS.split(row.text) if "    " in row.text else [row.text]:
            words = _ALL_BOLD.sub(r"\g<words>", piece.strip())
            pieces = symbols if _SYMBOL.fullmatch(words) else titles
            pieces.append(PrintedLine(row.number, words, row.page, row.room, head=True))
    if len(symbols) != 1 or not titles:
        return None
    blank = rows[0]._replace(text="")
    return [blank, *symbols, blank, *titles, blank]


def _columns(rows: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The columns of each line apart, but for a number and the words it stands before."""
    for row in rows:
        if "    " not in row.text.lstrip(" "):
            yield row
            continue
        pieces = _COLUMNS.split(row.text)
        if len(pieces) > 1 and (
            _LABEL.match(pieces[0]) or (_BARE.match(pieces[0]) and pieces[1][0].isupper())
        ):
            pieces[:2] = [f"{pieces[0]} {pieces[1]}"]
        yield from (row._replace(text=piece) for piece in pieces)


def _paragraphs(rows: Sequence[PrintedLine], across: float | None) -> Iterator[PrintedLine]:
    """Rows without what they are set in, with the room they leave, and a blank line before each
    that begins a paragraph.

    That is one set in deeper than the line before; set in like it, if that ended early or this is
    numbered; or set out again behind a narrower block.
    """
    indents = [row.indent for row in rows]
    usual = _margin(rows, indents)
    alike = outer = 0
    before: PrintedLine | None = None
    for place, (row, indent) in enumerate(zip(rows, indents, strict=True)):
        text, room = row.text.strip(), None
        if across is not None:
            room = across - max(0, indent - usual) * _COLUMN_WIDTH - labelled_width(text)
        row = PrintedLine(row.number, text, row.page, room, row.head)
        is_set_off = indent >= usual + _INDENT or indent <= outer - _INDENT
        if not text or before is None or not before.text:
            alike = 1
        elif is_set_off and (
            _begins(before, row, (outer, indent), usual, alike)
            or _is_first(rows, indents, place, usual)
        ):
            alike = 1
            yield PrintedLine(row.number, "", row.page, None, row.head)
        else:
            alike = alike + 1 if abs(indent - outer) < _INDENT else 1
        yield row
        before, outer = row, indent


def _roomy(rows: Sequence[PrintedLine], across: float) -> Iterator[PrintedLine]:
    """Rows in reading order with the room they leave."""
    behind = False
    for row, taken in zip(rows, widths_taken(rows, across), strict=True):
        text = row.text
        inset = FIRST_LINE if behind else 0.0
        yield PrintedLine(row.number, text, row.page, across - inset - taken, row.head)
        behind = (behind and not text) or _is_label(text)


def _is_label(text: str) -> bool:
    """Whether a line is nothing but the number of a paragraph; it has few letters."""
    label = text.strip()
    return len(label) < _LONGEST_LABEL and LABELLED.fullmatch(f"{label} ") is not None


def _begins(
    before: PrintedLine, row: PrintedLine, indents: tuple[int, int], usual: int, alike: int
) -> bool:
    """Whether a row begins a paragraph; `alike` rows before it begin in one column."""
    outer, indent = indents
    inside = indent >= usual + _INDENT
    if indent <= outer - _INDENT:
        return alike > 1 and outer >= usual + _INDENT
    if not inside:
        return False
    numbered = LABELLED.match(row.text) is not None
    if indent >= outer + _INDENT:
        label = LABELLED.match(before.text)
        return label is None or abs(indent - outer - label.end()) > 1 or numbered
    return numbered or before.room is None or ends_early(before.room, row.text)


def _is_first(rows: Sequence[PrintedLine], indents: Sequence[int], place: int, usual: int) -> bool:
    """Whether a row that is set in is the first of its paragraph, which goes on at the margin."""
    if place + 1 == len(rows) or not rows[place + 1].text:
        return False
    return indents[place + 1] < usual + _INDENT <= indents[place]


def _margin(rows: Sequence[PrintedLine], indents: Sequence[int]) -> int:
    """The column in which most of a page begins."""
    margins = Counter[int]()
    for row, indent in zip(rows, indents, strict=True):
        # What begins at the very edge is a head or a foot, or was cut from a line of columns.
        if indent >= _INDENT:
            margins[indent] += len(row.text) - indent
    share = margins.total() * _MARGIN_SHARE
    return min((indent for indent, size in margins.items() if size > share), default=0)


# --- footnotes -------------------------------------------------------------------------------


def _rule(rows: Sequence[PrintedLine]) -> int | None:
    """The place of the rule above the footnotes of a page, None where it has none."""
    for place in range(len(rows) - 1, -1, -1):
        if is_rule(rows[place].text):
            return place
    return None


def _with_notes(rows: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    """The rows of a page, with the footnotes that stand below its rule told."""
    rule = _rule(rows)
    if rule is None:
        return rows
    below = [row for row in rows[rule + 1 :] if row.text]
    foot = [row for row in below if PAGE_FOOT.fullmatch(row.text)]
    parted = part_notes([row for row in below if not PAGE_FOOT.fullmatch(row.text)])
    if parted is None:
        return [*rows[:rule], *_feet_apart(rows[rule:])]
    return [*rows[:rule], *_told(parted, rows[rule], foot)]


def _feet_apart(rows: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Rows below a rule with a blank line before each that is the foot of the page."""
    for row in rows:
        if PAGE_FOOT.fullmatch(row.text):
            yield row._replace(text="", room=None)
        yield row


def _told(
    parted: PageNotes, rule: PrintedLine, foot: Sequence[PrintedLine]
) -> Iterator[PrintedLine]:
    """The footnotes of a page and its foot, in order, with blank lines between them."""
    blank = rule._replace(text="", room=None)
    yield from (blank, rule._replace(room=None), blank)
    for note in parted.notes:
        yield from (*note, blank)
    for row in foot:
        yield from (row._replace(room=None), blank)
