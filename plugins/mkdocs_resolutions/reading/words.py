"""The words of one block as a reader gathers them: single spaces, and the marks on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.reading.characters import SUPERSCRIPTS
from mkdocs_resolutions.reading.manuscript import Block, Break, Mark

# No letter q is raised in Unicode.
RAISED = str.maketrans(
    "0123456789abcdefghijklmnoprstuvwxyz", f"{SUPERSCRIPTS}ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
"""Figures and letters as they stand above the line."""
_PLACE = attrgetter("start", "end")


@dataclass(slots=True)
class Words:
    """Words that grow from left to right."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)

    def add(self, text: str, note: str = "") -> None:
        """Add words, or the glyph of a note, whose number is `note`."""
        if text[:1] == " " and (not self.pieces or self.pieces[-1].endswith(" ")):
            text = text[1:]
        if not text:
            return
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        if note:
            self.marks.append(Mark("note", start, self.length, note))

    def mark(self, kind: Literal["italic", "bold", "link"], start: int, value: str = "") -> None:
        """Mark what was added from an offset on; marks that meet become one."""
        last = self.marks[-1] if self.marks else None
        if last and last.end == start and last.kind == kind and last.value == value:
            start = self.marks.pop().start
        if start < self.length:
            self.marks.append(Mark(kind, start, self.length, value))

    def text_from(self, start: int) -> str:
        """What was added from an offset on."""
        kept, length = list[str](), self.length
        for piece in reversed(self.pieces):
            if length <= start:
                break
            kept.append(piece)
            length -= len(piece)
        return "".join(reversed(kept))[start - length :]

    def block(self, origin: Origin) -> Block:
        """The words as a block, trimmed, and so are the marks on them."""
        text = "".join(self.pieces)
        marks = tuple(_trimmed(text, self.marks)) if self.marks else ()
        block = Block(text.rstrip(" "), origin, marks, tuple(self.breaks))
        return block.cut(0) if self.breaks or text.startswith(" ") else block


def _trimmed(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Marks in order without the spaces at their ends; those that cover nothing else are gone."""
    kept: list[Mark] = []
    for mark in marks:
        kind, start, end, value = mark
        if text[start] == " " or text[end - 1] == " ":
            covered = text[start:end].rstrip(" ")
            end = start + len(covered)
            start = end - len(covered.lstrip(" "))
            mark = Mark(kind, start, end, value)
        if start < end:
            kept.append(mark)
    kept.sort(key=_PLACE)
    return kept
