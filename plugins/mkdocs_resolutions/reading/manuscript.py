"""The Manuscript: a raw file as blocks of text with marks, whatever format it came in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Literal, NamedTuple

from mkdocs_resolutions.model import Adoption, Cell, Origin, Sponsor
from mkdocs_resolutions.notices import Notice

MarkKind = Literal["italic", "bold", "link", "note"]


class Unreadable(ValueError):
    """The file's bytes are no text that a reader here understands; the message says why.

    `line` is where that shows, the first for what is wrong with the whole file.
    """

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.line = line


class Mark(NamedTuple):
    """A stretch of a block that the file marks; `value` is a link's address or a note's number."""

    kind: MarkKind
    start: int
    end: int
    value: str = ""


class Break(NamedTuple):
    """Where the file began a new line inside a block: the offset, and the number of the line.

    `room` is how much of the width of its page the line before leaves, in ems, where that is known.
    """

    offset: int
    line: int
    room: float | None = None


class Block(NamedTuple):
    """A paragraph: its text in one line, its marks in order, where it begins.

    `breaks` says where the file began a new line. The glyphs of footnote marks stay in the text,
    covered by their mark. A table has `rows`; its text is that of its cells. `room` is what the
    last line leaves of the width of its page, in ems, where that is known; `head` says that it
    stands in the head of a page, above the text.
    """

    text: str
    origin: Origin
    marks: tuple[Mark, ...] = ()
    breaks: tuple[Break, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    room: float | None = None
    head: bool = False

    def of(self, kind: MarkKind) -> tuple[Mark, ...]:
        """Its marks of one kind."""
        if not self.marks:
            return ()  # as most
        return tuple([mark for mark in self.marks if mark.kind == kind])

    def wholly(self, kind: MarkKind) -> bool:
        """Whether all its letters stand in marks of the kind; spaces between marks do not count."""
        marked = 0
        for mark in self.marks:
            if mark.kind == kind:
                marked += _letters(self.text[mark.start : mark.end])
        return marked > 0 and marked >= _letters(self.text.rstrip(" ,.;:")) > 0

    @property
    def ending(self) -> str:
        """Its last words, up to 80 letters, without the footnote marks behind them."""
        if not self.marks:
            return self.text[-80:].rstrip()
        end = len(self.text)
        for mark in reversed(self.of("note")):
            if self.text[mark.end : end].strip():
                break
            end = mark.start
        return self.text[max(0, end - 80) : end].rstrip()

    def at(self, offset: int) -> Origin:
        """The place in the file of one of its letters."""
        if not self.breaks:
            return self.origin
        return self._after(bisect_right(self.breaks, offset, key=lambda place: place.offset))

    def _after(self, passed: int) -> Origin:
        """The place in the file of what stands behind so many of its breaks."""
        if not passed:
            return self.origin
        return Origin(self.origin.path, self.breaks[passed - 1].line, self.origin.page)

    def cut(self, start: int, end: int | None = None) -> Block:
        """The part of the block between two offsets, trimmed, with its marks."""
        text, start = self._trimmed(start, len(self.text) if end is None else end)
        if len(text) == len(self.text) and self._is_trimmed:
            return self
        end = start + len(text)
        room = self.room
        if self.breaks:
            room = next((place.room for place in self.breaks if place.offset >= end), room)
        return _part(text, start, self.at(start), self.marks, self.breaks, room)

    @property
    def _is_trimmed(self) -> bool:
        """Whether nothing but its text could be cut from it: it is words, its lines end in them."""
        if self.rows or self.head:
            return False
        return not self.breaks or 0 < self.breaks[0].offset <= self.breaks[-1].offset < len(
            self.text
        )

    def _trimmed(self, start: int, end: int) -> tuple[str, int]:
        """What stands between two offsets without the spaces at its ends, and where it begins."""
        text = self.text[start:end].rstrip(" ")
        trimmed = text.lstrip(" ")
        return trimmed, start + len(text) - len(trimmed)

    def lines(self) -> list[Block]:
        """Its lines, each as a block that begins where this one does: only their words count."""
        edges = [0, *[place.offset for place in self.breaks], len(self.text)]
        rooms = [*[place.room for place in self.breaks], self.room]
        if not self.marks:
            texts = [self.text[start:end].strip(" ") for start, end in pairwise(edges)]
            return [
                Block(text, self.origin, room=room) for text, room in zip(texts, rooms, strict=True)
            ]
        lines: list[Block] = []
        for edge, own, room in zip(pairwise(edges), _dealt(self.marks, edges), rooms, strict=True):
            text, start = self._trimmed(*edge)
            lines.append(_part(text, start, self.origin, own, (), room))
        return lines

    def parted(self, places: Sequence[int]) -> list[Block]:
        """The block cut at offsets given in order: one part more than offsets, each trimmed.

        Each mark and break is looked at in the parts it belongs to and in no other.
        """
        if not places:
            return [self.cut(0)]
        edges = [0, *places, len(self.text)]
        marks = _dealt(self.marks, edges) if self.marks else repeat(())
        offsets = [place.offset for place in self.breaks]
        behind = {place.offset: place.room for place in self.breaks}
        rooms = [*(behind.get(place) for place in places), self.room]
        parts: list[Block] = []
        for edge, own, room in zip(pairwise(edges), marks, rooms, strict=False):
            text, start = self._trimmed(*edge)
            passed = bisect_right(offsets, start)
            breaks = self.breaks[passed : bisect_left(offsets, start + len(text), passed)]
            parts.append(_part(text, start, self._after(passed), own, breaks, room))
        return parts


def _letters(text: str) -> int:
    """How many characters of a text are no spaces."""
    return len(text) - text.count(" ")


def _part(
    text: str,
    start: int,
    origin: Origin,
    marks: Sequence[Mark],
    breaks: Sequence[Break],
    room: float | None,
) -> Block:
    """Words of a block from an offset on, with those of some marks and breaks that touch them."""
    if not marks and not breaks:
        return Block(text, origin, room=room)
    end = start + len(text)
    touching = [
        Mark(
            kind,
            first - start if first > start else 0,
            (last if last < end else end) - start,
            value,
        )
        for kind, first, last, value in marks
        if first < end and last > start
    ]
    within = [
        Break(offset - start, line, room_there)
        for offset, line, room_there in breaks
        if start < offset < end
    ]
    return Block(text, origin, tuple(touching), tuple(within), room=room)


def _dealt(marks: Iterable[Mark], edges: Sequence[int]) -> list[list[Mark]]:
    """The marks that touch each of the parts between some edges."""
    dealt: list[list[Mark]] = [[] for _ in edges[1:]]
    for mark in marks:
        part = bisect_right(edges, mark.start) - 1
        while part < len(dealt) and edges[part] < mark.end:
            dealt[part].append(mark)
            part += 1
    return dealt


def join(blocks: Sequence[Block]) -> Block:
    """Blocks as one, which begins where the first does.

    A space parts them, but for a hyphen at the end of one, which the next goes on from.
    """
    if len(blocks) == 1:
        return blocks[0]
    texts: list[str] = []
    marks: list[Mark] = []
    breaks: list[Break] = []
    length = 0
    room: float | None = None
    for block in blocks:
        if texts and not texts[-1].endswith("-"):
            texts.append(" ")
            length += 1
        marks += (
            Mark(mark.kind, mark.start + length, mark.end + length, mark.value)
            for mark in block.marks
        )
        if texts and block.origin.line:
            breaks.append(Break(length, block.origin.line, room))
        breaks += (Break(place.offset + length, place.line, place.room) for place in block.breaks)
        texts.append(block.text)
        length += len(block.text)
        room = block.room
    return Block("".join(texts), blocks[0].origin, tuple(marks), tuple(breaks), room=room)


_UNKNOWN = Adoption()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a format says of the adoption beside the words of the document."""

    adoption: Adoption = _UNKNOWN
    draft: str | None = None
    sponsors: tuple[Sponsor, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A raw file as its reader understood it.

    `sha256` is that of the raw bytes, `notices` what the reader found odd, `part` the letter of
    one resolution among those of a composite file.
    """

    path: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    facts: Facts = Facts()
    part: str | None = None
    has_pages: bool = False
    """It was made from printed pages, which cut clauses and have heads of their own."""
