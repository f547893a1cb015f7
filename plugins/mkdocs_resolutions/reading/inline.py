"""The inline markup of a paragraph of Markdown-like text: styles, links and marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.reading.characters import SUPERSCRIPTS
from mkdocs_resolutions.reading.manuscript import Block, Break, Mark
from mkdocs_resolutions.reading.notestyles import MARK
from mkdocs_resolutions.reading.printedline import PrintedLine

RULE_OR_ORNAMENT = re.compile(r"[\s_*–—-]+")
FIGURES = str.maketrans(SUPERSCRIPTS, "0123456789")
_TOKEN = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<stars>\*+)|(?P<note>[{SUPERSCRIPTS}]+)"
    rf"|{MARK}"
    r"|\[(?P<label>[^\[\]]{1,300})\]\((?P<href>[^()\s]{0,2000})\)"
)
_BEGINS_TOKEN = re.compile(rf"[\\*\[{SUPERSCRIPTS}]")
"""Most lines have none of these; a look for them is much quicker than one for tokens."""
_GLYPHS = str.maketrans("0123456789", SUPERSCRIPTS)
_NUMBER_OR_NOTHING = re.compile(r"(?:\(?\w{1,4}[.)]\s*)?")
_HEADING = re.compile(r"^#{1,6}\s+")
_HYPHENED = re.compile(r"\w-$")
_MARKED_UP = re.compile(rf"[\\*\[#{SUPERSCRIPTS}]")
"""Without one of these a paragraph has no markup."""
# Addresses that say no more than the words they stand under.
_SAID_IN_WORDS = re.compile(r"(?:#.*|https?://(?:www\.)?(?:undocs|docs\.un)\.org/.*)?", re.I)


def link_notices(label: str, address: str, origin: Origin) -> Iterator[Notice]:
    """What is not kept of a link, where its words do not say it."""
    if not _SAID_IN_WORDS.fullmatch(address) and address != label:
        message = f"The link of {quoted(label)} leads to {quoted(address)}."
        yield Notice("link-dropped", message, origin)


def read_paragraph(
    lines: Sequence[PrintedLine], path: str
) -> tuple[Sequence[Block], Sequence[Notice]]:
    """The blocks that the lines of a paragraph make, one as a rule, and what is odd in it.

    Lines are single-spaced, none is blank.
    """
    if not _MARKED_UP.search(" ".join([line.text for line in lines])):
        return (_unmarked(lines, path),), ()
    inline = _Inline(path, lines[0].number)
    inline.read(lines)
    if len(lines) == 1 and _HEADING.match(lines[0].text):
        return [*map(_bold, inline.blocks)], inline.notices
    return inline.blocks, inline.notices


def _bold(block: Block) -> Block:
    """A heading in the style that headings have, where it has none itself."""
    if block.of("bold") or block.of("italic"):
        return block
    marks = sorted((Mark("bold", 0, len(block.text)), *block.marks), key=lambda mark: mark[1:3])
    return block._replace(marks=tuple(marks))


def _unmarked(lines: Sequence[PrintedLine], path: str) -> Block:
    """The block of a paragraph that has no markup, as most."""
    text, breaks = lines[0].text, list[Break]()
    for before, line in pairwise(lines):
        if before.text[-1] != "-" or not _HYPHENED.search(before.text[-2:]):
            text += " "
        breaks.append(Break(len(text), line.number, before.room))
        text += line.text
    return Block(text, Origin(path, lines[0].number), breaks=tuple(breaks), room=lines[-1].room)


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

    def read(self, lines: Sequence[PrintedLine]) -> None:
        self.begun = self.line
        if len(lines) == 1 and RULE_OR_ORNAMENT.fullmatch(lines[0].text):
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
                value = glyphs.translate(FIGURES)
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
