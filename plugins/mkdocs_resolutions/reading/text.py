"""The reader of Markdown-like text, as converters of the official documents leave it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

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
from mkdocs_resolutions.reading.manuscript import Block, Break, Mark, Unreadable
from mkdocs_resolutions.reading.notestyles import BEGINS_NOTE, MARK, with_marks
from mkdocs_resolutions.reading.printed import PrintedLine, from_pages

LONGEST_LINE = 1_000_000
"""Code points. The longest resolution of the corpus has 400,000 in all."""
MOST_PARAGRAPHS = 50_000
"""The resolution of the corpus that has most of them has under a thousand."""

_PAGE_OR_PARAGRAPH = re.compile("[\f\u2029]")
_OTHER_LINE = re.compile("[\v\x85\u2028]")
_TOKEN = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<stars>\*+)|(?P<note>[{SUPERSCRIPTS}]+)"
    rf"|{MARK}"
    r"|\[(?P<label>[^\[\]]{1,300})\]\((?P<href>[^()\s]{0,2000})\)"
)
_BEGINS_TOKEN = re.compile(rf"[\\*\[{SUPERSCRIPTS}]")
"""Most lines have none of these; a look for them is much quicker than one for tokens."""
_RAISED_FIGURES = re.compile(f"[{SUPERSCRIPTS}]+")
_FIGURES = str.maketrans(SUPERSCRIPTS, "0123456789")
_GLYPHS = str.maketrans("0123456789", SUPERSCRIPTS)
# A line that begins a block although no blank line stands before it: its number is followed by the
# italics of an opening, or it is a heading of Markdown, or a footnote.
_NEW_CLAUSE = re.compile(
    rf"\s*(?:\d{{1,3}}\.\s+\*(?!\s)|#{{1,6}}\s|[{SUPERSCRIPTS}]+\s|\\?\*{{1,3}}\s|{BEGINS_NOTE})"
)
_NUMBER_OR_NOTHING = re.compile(r"(?:\(?\w{1,4}[.)]\s*)?")
_HEADING = re.compile(r"^#{1,6}\s+")
_ROW = re.compile(r"\|.*\|")
_ROW_RULE = re.compile(r"\|[\s|:-]*\|")
_HYPHENED = re.compile(r"\w-$")
_SPACES = re.compile(" {2,}")
_RULE_OR_ORNAMENT = re.compile(r"[\s_*–—-]+")
# Addresses that say no more than the words they stand under.
_SAID_IN_WORDS = re.compile(r"(?:#.*|https?://(?:www\.)?(?:undocs|docs\.un)\.org/.*)?", re.I)


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
    page = 1
    for number, raw in enumerate(_lines_of(text), start=first):
        if len(raw) > LONGEST_LINE:
            raise Unreadable(f"line {number} has {len(raw):,} characters", number)
        if guess and not raw.isascii():
            message = f"Its bytes are read as {guess}."
            notices.append(Notice("encoding-guessed", message, Origin(path, number)))
            guess = None
        if is_plain(raw) and not foreign_markup(raw):
            printed.append(PrintedLine(number, raw.rstrip(), page))
            continue
        notices += line_notices(raw, Origin(path, number))
        for place, part in enumerate(_PAGE_OR_PARAGRAPH.split(raw)):
            page += place > 0
            printed += _lines(part, number, page, begins=place > 0)
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
    for paragraph in _paragraphs([*map(_single_spaced, from_pages(printed))]):
        table = _table(paragraph, path)
        if table:
            blocks.append(table)
            continue
        inline = _Inline(path, paragraph[0].number)
        inline.read(paragraph)
        head = paragraph[0].head
        blocks += (one._replace(head=True) for one in inline.blocks) if head else inline.blocks
        if len(blocks) > MOST_PARAGRAPHS:
            raise Unreadable(f"it has more than {MOST_PARAGRAPHS:,} paragraphs")
        notices.extend(inline.notices)
    return TextReading(tuple(blocks), tuple(notices))


def _single_spaced(line: PrintedLine) -> PrintedLine:
    text = line.text.strip()
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if text == line.text:
        return line
    return PrintedLine(line.number, text, line.page, line.room, line.head)


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


def link_notices(label: str, address: str, origin: Origin) -> Iterator[Notice]:
    """What is not kept of a link, where its words do not say it."""
    if not _SAID_IN_WORDS.fullmatch(address) and address != label:
        message = f"The link of {quoted(label)} leads to {quoted(address)}."
        yield Notice("link-dropped", message, origin)


def _lines(part: str, number: int, page: int, *, begins: bool) -> Iterator[PrintedLine]:
    """The lines within a line; a new page or paragraph begins with a blank one."""
    if begins:
        yield PrintedLine(number, "", page)
    for line in _OTHER_LINE.split(part):
        yield PrintedLine(number, clean(line).rstrip(), page)


def _paragraphs(lines: list[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Runs of lines without a blank one between them."""
    run = list[PrintedLine]()
    for line in lines:
        alone = bool(line.text) and bool(_RULE_OR_ORNAMENT.fullmatch(line.text))
        if run and (not line.text or alone or _NEW_CLAUSE.match(line.text)):
            yield run
            run = []
        if alone:
            yield [line]
        elif line.text:
            run.append(line)
    if run:
        yield run


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
        Mark("note", match.start(), match.end(), match[0].translate(_FIGURES))
        for match in _RAISED_FIGURES.finditer(text)
    )
    return Block(text, Origin(path, lines[0].number), marks, rows=rows)


@dataclass(slots=True)
class _Inline:
    """The inline markup of one paragraph, read character by character into blocks."""

    path: str
    line: int
    blocks: list[Block] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)
    begun: int = 0
    room: float | None = None
    """What the line that was reached leaves of the width of its page."""

    def read(self, lines: list[PrintedLine]) -> None:
        self.begun = self.line
        if len(lines) == 1 and _RULE_OR_ORNAMENT.fullmatch(lines[0].text):
            self._add(lines[0].text)
            self._end()
            return
        texts = [_HEADING.sub("", line.text) for line in lines]
        ahead = _star_runs(texts)
        for index, line in enumerate(lines):
            if index:
                self._line_break(texts[index - 1], line.number)
            self.line, self.room = line.number, line.room
            self._read_line(texts[index], ahead)
        for style in self.open:
            message = f"{'Bold' if style == 'bold' else 'Italic'} text is opened and not closed."
            self.notices.append(Notice("markup-unclosed", message, Origin(self.path, self.begun)))
        self._end()

    def _read_line(self, line: str, ahead: list[bool]) -> None:
        markup = _BEGINS_TOKEN.search(line)
        if markup is None:
            self._add(line)
            return
        place = 0
        for match in _TOKEN.finditer(line):
            self._add(line[place : match.start()])
            place = match.end()
            following = line[place : place + 1]
            if match["escaped"] == "*":
                self._asterisks("*", following)
            elif match["escaped"]:
                self._add(match["escaped"])
            elif match["stars"]:
                ahead.pop()
                self._stars(match["stars"], following, ahead[-1] if ahead else None)
            elif match["note"] or match["foot"]:
                start, glyphs = self.length, match["note"] or match["foot"].translate(_GLYPHS)
                self._add(glyphs)
                value = glyphs.translate(_FIGURES)
                self.marks.append(Mark("note", start, self.length, value))
            else:
                start = self.length
                self._add(match["label"])
                self.marks.append(Mark("link", start, self.length, match["href"]))
                self._judge(match["label"], match["href"])
        self._add(line[place:])

    def _stars(self, stars: str, following: str, next_closes: bool | None) -> None:
        """Open and close styles; a run that does both with no space between ends the block.

        A run before a space opens a style only where a clause begins and the next run closes it.
        """
        count = len(stars)
        closing = {
            "italic": 1 if "italic" in self.open else 0,
            "bold": 2 if "bold" in self.open else 0,
        }
        if sum(closing.values()) == 3 and count < 3:
            closing["italic" if count == 2 else "bold"] = 0
        if closing["bold"] and count == 1:
            closing["bold"] = 0
        closes = any(closing.values())
        rest = count - sum(closing.values())
        begins = len(self.pieces) < 4 and _NUMBER_OR_NOTHING.fullmatch("".join(self.pieces))
        slip = bool(next_closes and begins)
        alone = next_closes is None or (following == " " and not slip)
        opens_nothing = not closes and (following == "" or alone)
        if rest < 0 or opens_nothing or count > 6:
            self._asterisks(stars, following)
            return
        for style, worth in closing.items():
            if worth:
                self._mark(style, self.open.pop(style))
        if rest and closes:
            self._end()
        if rest & 1:
            self.open["italic"] = self.length
        if rest & 2:
            self.open["bold"] = self.length

    def _judge(self, label: str, address: str) -> None:
        """Say which address is not kept."""
        self.notices += link_notices(label, address, Origin(self.path, self.line))

    def _asterisks(self, stars: str, following: str) -> None:
        """Asterisks that are no markup: the mark of a note behind a word or before its text."""
        start, before = self.length, self.pieces[-1][-1:] if self.pieces else ""
        self._add(stars)
        begins_note = not start and following == " "
        behind_word = before not in ("", " ") and not following.isalnum()
        if len(stars) <= 3 and (begins_note or behind_word):
            self.marks.append(Mark("note", start, self.length, stars))

    def _mark(self, style: str, start: int) -> None:
        if start < self.length:
            self.marks.append(Mark("bold" if style == "bold" else "italic", start, self.length))

    def _add(self, text: str) -> None:
        if text[:1] == " " and (not self.pieces or self.pieces[-1][-1] == " "):
            text = text[1:]
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def _line_break(self, before: str, number: int) -> None:
        """A new line is a space, unless the line before ends in a hyphen, which is kept."""
        if not _HYPHENED.search(before[-2:]):
            self._add(" ")
        self.breaks.append(Break(self.length, number, self.room))

    def _end(self) -> None:
        """Close the block; the next one begins on the line that was reached, in the same style."""
        for style, start in self.open.items():
            self._mark(style, start)
            self.open[style] = 0
        text = "".join(self.pieces)
        block = Block(
            text,
            Origin(self.path, self.begun),
            tuple(sorted(self.marks, key=lambda mark: (mark.start, mark.end))),
            tuple(self.breaks),
            room=self.room,
        ).cut(0)
        if block.text:
            self.blocks.append(block)
        self.begun = self.breaks[-1].line if self.breaks else self.begun
        self.pieces, self.length, self.marks, self.breaks = [], 0, [], []


def _star_runs(lines: list[str]) -> list[bool]:
    """For each run of asterisks, the last first: whether it stands behind a word."""
    found = [
        match.start() > 0 and line[match.start() - 1] != " "
        for line in lines
        if "*" in line
        for match in _TOKEN.finditer(line)
        if match["stars"]
    ]
    return found[::-1]
