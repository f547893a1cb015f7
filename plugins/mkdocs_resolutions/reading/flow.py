"""HTML whose words flow, as word processors write it: every element of a paragraph is a block."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bs4 import Tag

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice
from mkdocs_resolutions.reading.characters import SUPERSCRIPTS, clean
from mkdocs_resolutions.reading.htmlnotes import LinkedNotes
from mkdocs_resolutions.reading.htmltree import BLOCKS
from mkdocs_resolutions.reading.listing import BULLET, Listing, Listings
from mkdocs_resolutions.reading.manuscript import Block, Break
from mkdocs_resolutions.reading.styles import Look, Stylesheet
from mkdocs_resolutions.reading.tables import TableCell, span_of, table_block
from mkdocs_resolutions.reading.text import line_notices
from mkdocs_resolutions.reading.view import Seen, outward_link
from mkdocs_resolutions.reading.words import RAISED, Words

_SPACE = re.compile(r"[\s\u00a0]+")
_LINE = re.compile(r"\r\n|[\n\r]")
_OWN_NUMBER = re.compile(r"(?P<number>\(?[0-9a-z]{1,4}[.)])(?:\s|$)")
_BEHIND_A_BULLET = re.compile(r"(?:[0-9]{1,3}[.)]|\([0-9a-z]{1,4}\)|[a-z][.)])\s+\S")
_RAISED_MARKS = re.compile(r"[0-9]{1,3}(?:, ?[0-9]{1,3})*|\*{1,5}|[†‡§]{1,3}|[a-z]")
_FIGURES_OR_NOT = re.compile(r"[0-9]+|[^0-9]+")
_GLYPHS_OR_NOT = re.compile(f"[{SUPERSCRIPTS}]+|[^{SUPERSCRIPTS}]+")
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")
_BRACKETS = "[]() "


@dataclass(slots=True)
class _Table:
    """A table that is read: its rows, and the cell that is open."""

    tag: Tag
    line: int
    rows: list[list[TableCell]] = field(default_factory=list)
    cell: Tag | None = None
    words: Words = field(default_factory=Words)
    heads: bool = False
    """Its rows are those of a head."""


@dataclass(slots=True)
class _Note:
    """A note that is read: the element that holds it, its number, its words."""

    tag: Tag
    line: int
    number: str
    words: Words = field(default_factory=Words)

    @property
    def begun(self) -> bool:
        """Whether words stand behind its number."""
        return len(self.words.pieces) > 2


def _prints_its_own(number: str, text: str) -> bool:
    """Whether the words of an item begin with their number, which the list shows once more, or with
    any behind a bullet."""
    if number == BULLET:
        return _BEHIND_A_BULLET.match(text) is not None
    own = _OWN_NUMBER.match(text)
    return own is not None and own["number"] == number


@dataclass(slots=True)
class Flow:
    """A walk over what is seen that gathers blocks; notes come behind all of them."""

    path: str
    sheet: Stylesheet
    linked: LinkedNotes
    data: set[int]
    """The tables that hold data."""
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    paragraph: Words = field(default_factory=Words)
    line: int = 1
    """Where the paragraph begins."""
    number: str = ""
    """The number of a list that stands before the next words."""
    broken: bool = False
    """A line ended and nothing stands behind it yet."""
    lists: Listings = field(default_factory=Listings)
    link: int | None = None
    """Where the open link begins; there are none in a link."""
    table: _Table | None = None
    note: _Note | None = None
    skipped: Tag | None = None
    """An element whose words were said already."""
    lines_count: int = 0
    """Open elements in which the ends of lines are shown."""

    def read(self, seen: Iterable[Seen]) -> tuple[Block, ...]:
        """Read everything; gives the blocks."""
        for one in seen:
            if self.skipped is not None:
                if one.kind == "end" and one.tag is self.skipped:
                    self.skipped = None
            elif one.kind == "start":
                self._start(one)
            elif one.kind == "end":
                self._end(one)
            else:
                self._words(one)
        self._paragraph_ends()
        return (*self.blocks, *self.notes)

    # --- tags --------------------------------------------------------------------------------

    def _start(self, one: Seen) -> None:
        tag, name = one.tag, one.tag.name
        if name in BLOCKS:
            self._paragraph_ends()
        if self.note is None and id(tag) in self.linked.notes:
            self._note_begins(one)
        elif name == "li":
            self.number = " ".join(filter(None, (self.number, self.lists.label(tag))))
        if id(tag) in self.linked.marks:
            self._mark(self.linked.marks[id(tag)])
            self.skipped = tag
        elif id(tag) in self.linked.silent:
            self.skipped = tag
        elif name == "br":
            self._line_ends(one.line)
        elif name in ("ol", "ul"):
            said = self.sheet.properties(tag)
            self.lists.begin(Listing.of(tag, said, self.sheet.before_items(tag)))
        elif name == "a":
            self.link = self._sink.length
        elif name == "pre":
            self.lines_count += 1
        elif name in ("table", "thead", "tbody", "tr", "td", "th"):
            self._table_part(one)

    def _end(self, one: Seen) -> None:
        tag, name = one.tag, one.tag.name
        if name in BLOCKS:
            self._paragraph_ends()
        if name == "a" and self.link is not None:
            self._link_ends(tag, self.link, one.line)
        elif name in ("ol", "ul"):
            self.lists.end()
        elif name == "li":
            self._number_alone(one.line)
        elif name == "pre":
            self.lines_count -= 1
        elif self.table and tag is self.table.cell:
            self._cell_ends()
        elif self.table and tag is self.table.tag:
            self._table_ends()
        if self.note and tag is self.note.tag:
            self._note_ends()

    def _link_ends(self, tag: Tag, start: int, line: int) -> None:
        self.link = None
        words, address = self._sink, str(tag.get("href") or "")
        if not address or start >= words.length:
            return
        words.mark("link", start, address)
        label = words.text_from(start).strip()
        self.notices += outward_link(label, address, Origin(self.path, line))

    # --- words -------------------------------------------------------------------------------

    @property
    def _sink(self) -> Words:
        """Where words go: the cell, the note or the paragraph that is open."""
        if self.table and self.table.cell:
            return self.table.words
        return self.note.words if self.note else self.paragraph

    def _words(self, one: Seen) -> None:
        lines = _LINE.split(one.text) if self.lines_count else [one.text]
        for place, text in enumerate(lines):
            if place:
                self._line_ends(one.line + place)
            if self.table and not self.table.cell and not text.strip():
                continue
            above = text[: len(text) - len(text.lstrip())].count("\n")
            self._add(_SPACE.sub(" ", text), one.look, one.line + place + above)

    def _add(self, text: str, look: Look, line: int) -> None:
        if not text.strip():
            self._sink.add(" ")
            return
        self.notices += line_notices(text, Origin(self.path, line))
        # What was dropped may have stood between two spaces.
        words, text = self._sink, _SPACE.sub(" ", clean(text))
        if text == " ":
            words.add(text)
            return
        if self.note and not self.note.begun and text.strip(_BRACKETS) == self.note.number:
            return
        if words is self.paragraph and not words.pieces:
            self.line = line
            number, self.number = self.number, ""
            if number and not _prints_its_own(number, text.lstrip()):
                self._styled(f"{number} ", Look(bold=look.bold))
        self.broken = False
        bare = text.strip(_BRACKETS)
        if look.raised and _RAISED_MARKS.fullmatch(bare):
            self._raised(bare)
            return
        for piece in _GLYPHS_OR_NOT.findall(text):
            if piece[0] in SUPERSCRIPTS:
                self._mark(piece.translate(_LOWERED))
            else:
                self._styled(piece, look)

    def _styled(self, text: str, look: Look) -> None:
        words = self._sink
        start = words.length
        words.add(text)
        if look.italic:
            words.mark("italic", start)
        if look.bold:
            words.mark("bold", start)

    def _raised(self, text: str) -> None:
        """Figures, asterisks or a letter above the line: the marks of notes."""
        for piece in _FIGURES_OR_NOT.findall(text):
            if piece.strip(" ,"):
                self._mark(piece)
            else:
                self._sink.add(piece)

    def _mark(self, number: str) -> None:
        self._sink.add(number.translate(RAISED), note=number)

    def _line_ends(self, line: int) -> None:
        """A line ends inside a paragraph; two of them end the paragraph."""
        words = self._sink
        if words is self.paragraph and self.broken:
            self._paragraph_ends()
        elif words.pieces:
            words.add(" ")
            words.breaks.append(Break(words.length, line))
        self.broken = True

    # --- blocks ------------------------------------------------------------------------------

    def _paragraph_ends(self) -> None:
        self.broken = False
        if self._sink is not self.paragraph:
            self._sink.add(" ")
        elif self.paragraph.pieces:
            block = self.paragraph.block(Origin(self.path, self.line))
            self.paragraph = Words()
            self.link = None if self.link is None else 0
            if block.text:
                self.blocks.append(block)

    def _number_alone(self, line: int) -> None:
        """The number of an item that has no words."""
        if self.number and not self.note:
            self.blocks.append(Block(self.number, Origin(self.path, line)))
        self.number = ""

    def _note_begins(self, one: Seen) -> None:
        self._paragraph_ends()
        number = self.linked.notes[id(one.tag)]
        self.note = _Note(one.tag, one.line, number)
        self._mark(number)
        self._sink.add(" ")

    def _note_ends(self) -> None:
        assert self.note is not None
        self.notes.append(self.note.words.block(Origin(self.path, self.note.line)))
        self.note = None

    # --- tables ------------------------------------------------------------------------------

    def _table_part(self, one: Seen) -> None:
        tag, table = one.tag, self.table
        if tag.name == "table" and table is None and id(tag) in self.data and not self.note:
            self._number_alone(one.line)
            self.table = _Table(tag, one.line)
        elif table is None:
            return
        elif tag.name == "tr":
            self._cell_ends()
            table.rows.append([])
        elif tag.name in ("td", "th"):
            self._cell_ends()
            table.cell = tag
        else:
            table.heads = tag.name == "thead"

    def _cell_ends(self) -> None:
        """The open cell, if there is one, ends: the next may begin before it was closed."""
        table = self.table
        if table is None or table.cell is None:
            return
        if not table.rows:
            table.rows.append([])
        header = table.heads or table.cell.name == "th"
        words = table.words.block(Origin(self.path, table.line))
        table.rows[-1].append(TableCell(words, header, span_of(table.cell.get("colspan"))))
        table.cell, table.words = None, Words()
        self.link = None if self.link is None else 0

    def _table_ends(self) -> None:
        assert self.table is not None
        self._cell_ends()
        block = table_block(self.table.rows, Origin(self.path, self.table.line))
        self.table = None
        if block:
            self.blocks.append(block)
