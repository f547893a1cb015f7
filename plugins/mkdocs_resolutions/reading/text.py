"""The reader of Markdown-like text, as converters of the official documents leave it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from mkdocs_resolutions.model import Cell, Origin
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.reading.characters import (
    SUPERSCRIPTS,
    broken,
    clean,
    decode,
    foreign_markup,
    is_plain,
    marks,
    oddities,
    tricks,
)
from mkdocs_resolutions.reading.dialects import plainer
from mkdocs_resolutions.reading.drawntables import with_drawn_tables
from mkdocs_resolutions.reading.inline import FIGURES, RULE_OR_ORNAMENT, read_paragraph
from mkdocs_resolutions.reading.manuscript import Block, Mark, Unreadable
from mkdocs_resolutions.reading.notestyles import BEGINS_NOTE, with_marks
from mkdocs_resolutions.reading.printed import PrintedLine, from_pages

LONGEST_LINE = 1_000_000
"""Code points. The longest resolution of the corpus has 400,000 in all."""
MOST_PARAGRAPHS = 50_000
"""The resolution of the corpus that has most of them has under a thousand."""

_PAGE_OR_PARAGRAPH = re.compile("[\f\u2029]")
_OTHER_LINE = re.compile("[\v\x85\u2028]")
_RAISED_FIGURES = re.compile(f"[{SUPERSCRIPTS}]+")
# A line that begins a block although no blank line stands before it: its number is followed by the
# italics of an opening, or it is a heading of Markdown, or a footnote.
_NEW_CLAUSE = re.compile(
    rf"\s*(?:\d{{1,3}}\.\s+\*(?!\s)|#{{1,6}}\s|[{SUPERSCRIPTS}]+\s|\\?\*{{1,3}}\s|{BEGINS_NOTE})"
)
_NOTE = re.compile(BEGINS_NOTE)
_LABELLED = re.compile(r"\\?\(?[0-9a-z]{1,4}\\?[.)]\s")
_PART_OF_A_NOTE = 4
"""Columns by which Markdown sets in a further paragraph of a footnote."""
_ROW = re.compile(r"\|.*\|")
_ROW_RULE = re.compile(r"\|[\s|:-]*\|")
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class TextReading:
    """What the reader of text gives: blocks in the order of the file, and its notices."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]


def read_text(data: bytes, path: str, begins: Sequence[int] = ()) -> tuple[TextReading, ...]:
    """Read Markdown-like text: paragraphs, `*italic*`, `**bold**`, `[links](…)`, `¹` marks.

    Styles that meet without a space (`…Munitions****Resolution…`) are the ends of paragraphs that
    a converter ran together: each becomes a block. `begins` names in order the lines at which
    further documents begin, each read by itself. Raises Unreadable as `decode` does.
    """
    text, guess = decode(data)
    if not begins:
        return (_read(text, guess, path, 1),)
    lines = _lines_of(text)
    edges = pairwise([1, *begins, len(lines) + 1])
    return tuple(
        _read("\n".join(lines[first - 1 : end - 1]), guess, path, first) for first, end in edges
    )


def _read(text: str, guess: str | None, path: str, first: int) -> TextReading:
    """Read one document, which begins at a line of the file."""
    text = plainer(text)
    printed, notices = list[PrintedLine](), list[Notice]()
    page, may_be_foreign = 1, foreign_markup(text) is not None
    for number, raw in enumerate(_lines_of(text), start=first):
        if len(raw) > LONGEST_LINE:
            raise Unreadable(f"line {number} has {len(raw):,} characters", number)
        if guess and not raw.isascii():
            message = f"Its bytes are read as {guess}."
            notices.append(Notice("encoding-guessed", message, Origin(path, number)))
            guess = None
        if is_plain(raw) and not (may_be_foreign and foreign_markup(raw)):
            printed.append(PrintedLine(number, raw.rstrip(), page))
            continue
        notices += line_notices(raw, Origin(path, number))
        for place, part in enumerate(_PAGE_OR_PARAGRAPH.split(raw)):
            page += place > 0
            printed += _lines(part, number, page, begins=place > 0)
    printed = with_drawn_tables(printed, text)
    reading = read_lines(with_marks(printed, text), path)
    return TextReading(reading.blocks, (*notices, *reading.notices))


def _lines_of(text: str) -> list[str]:
    """Lines as editors count them; the other ends that characters know are kept as such."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def read_lines(printed: Sequence[PrintedLine], path: str) -> TextReading:
    """Read lines of Markdown-like text, clean but as a converter set them, into blocks.

    Raises Unreadable for more paragraphs than any document has.
    """
    blocks, notices = list[Block](), list[Notice]()
    for paragraph in _paragraphs(from_pages(printed)):
        table = _table(paragraph, path)
        if table:
            blocks.append(table)
            continue
        read, odd = read_paragraph(paragraph, path)
        head = paragraph[0].head
        blocks += (one._replace(head=True) for one in read) if head else read
        if len(blocks) > MOST_PARAGRAPHS:
            raise Unreadable(f"it has more than {MOST_PARAGRAPHS:,} paragraphs")
        notices += odd
    return TextReading(tuple(blocks), tuple(notices))


def line_notices(raw: str, origin: Origin) -> Iterator[Notice]:
    """What is odd in a line as the file has it."""
    foreign = foreign_markup(raw)
    if foreign:
        yield Notice("markup-foreign", f"It holds {quoted(foreign)}.", origin)
    if raw.isascii() and raw.isprintable():
        return
    plain = _OTHER_LINE.sub(" ", _PAGE_OR_PARAGRAPH.sub(" ", raw))
    dropped, odd = tricks(plain), oddities(plain)
    if dropped:
        yield Notice("characters-dropped", f"It holds {dropped}.", origin)
    unseen = marks(plain)
    if unseen:
        yield Notice("marks-dropped", f"It holds {unseen}.", origin)
    lost = broken(raw)
    if lost:
        yield Notice("characters-broken", f"It holds {lost}.", origin)
    if odd:
        yield Notice("characters-odd", f"It holds {odd}.", origin)


def _lines(part: str, number: int, page: int, *, begins: bool) -> Iterator[PrintedLine]:
    """The lines within a line; a new page or paragraph begins with a blank one."""
    if begins:
        yield PrintedLine(number, "", page)
    for line in _OTHER_LINE.split(part):
        yield PrintedLine(number, clean(line).rstrip(), page)


def _paragraphs(lines: list[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Runs of lines without a blank one between them; the lines are single-spaced.

    What is set in below a footnote of Markdown is a further paragraph of it.
    """
    run = list[PrintedLine]()
    for place, line in enumerate(lines):
        text = line.text.strip()
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if text != line.text:
            line = PrintedLine(line.number, text, line.page, line.room, line.head)
        if text[:1].isalpha():  # as most: no rule, and nothing that begins a block
            run.append(line)
            continue
        alone = bool(text) and RULE_OR_ORNAMENT.fullmatch(text) is not None
        # What the first of several blank lines said holds for the others.
        in_note = not text and bool(run) and _NOTE.match(run[0].text) is not None
        if in_note and (not lines[place - 1].text or _is_set_in(lines, place)):
            continue
        if run and (not text or alone or _NEW_CLAUSE.match(text)):
            yield run
            run = []
        if alone:
            yield [line._replace(room=None)]
        elif text:
            run.append(line)
    if run:
        yield run


def _is_set_in(lines: Sequence[PrintedLine], place: int) -> bool:
    """Whether the next line with words behind a place is set in as the parts of a note are, and is
    no item of a clause."""
    following = next((line for line in islice(lines, place + 1, None) if line.text), None)
    if following is None or following.indent < _PART_OF_A_NOTE:
        return False
    return _LABELLED.match(following.text.strip()) is None


def _table(lines: list[PrintedLine], path: str) -> Block | None:
    """Lines between upright strokes as a table; its first row heads it if a rule stands below."""
    if len(lines) < 2 or not all(_ROW.fullmatch(line.text) for line in lines):
        return None
    ruled = bool(_ROW_RULE.fullmatch(lines[1].text))
    rows = tuple(
        tuple(
            Cell(cell.replace("*", "").strip(), header=ruled and not place)
            for cell in line.text.strip("|").split("|")
        )
        for place, line in enumerate(lines)
        if not _ROW_RULE.fullmatch(line.text)
    )
    if not rows:
        return None
    text = " ".join(" ".join(filter(None, (cell.text for cell in row))) for row in rows)
    marks = tuple(
        Mark("note", match.start(), match.end(), match[0].translate(FIGURES))
        for match in _RAISED_FIGURES.finditer(text)
    )
    return Block(text, Origin(path, lines[0].number), marks, rows=rows)
