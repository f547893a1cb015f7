"""Where paragraphs begin in text that shows it by nothing but its lines.

Converters that give a page in reading order leave no blank line between paragraphs. A line begins
one where the line before ends as a clause ends and this one begins as a clause begins, or where
the line before was ended early although the next word would have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.labels import find_label
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import Block, ends_early, join

_CLAUSE_ENDS = re.compile(r"[;:.,][”’\")\]]*(?:\s(?:and|or))?$")
_PART_ENDS = re.compile(r"[;:.][”’\")\]]*$")
_SENTENCE_ENDS = re.compile(r"\.[”’\")\]]*$")
_FIGURE = re.compile(r"(?<=[;:,])\s?[0-9]{1,3}$|^[0-9]{1,3}$")
_NARROWER = 5.0
"""Ems by which a block that is set in twice may be narrower than the text."""


def part_paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks cut at the lines that begin a paragraph, a heading or the adoption block.

    A number that stands alone goes to the words behind it.
    """
    waiting: Block | None = None
    for block in _cut(blocks):
        if waiting and block.head:
            yield block
            continue
        label = None if block.rows else find_label(block)
        if waiting and (label or block.rows or _is_note(block)):
            yield waiting
        elif waiting:
            block = join((waiting, block))
        waiting = block if label and label.end >= len(block.text) else None
        if waiting is None:
            yield block
    if waiting:
        yield waiting


def _is_note(block: Block) -> bool:
    """Whether a block is a footnote: it begins with its mark."""
    return any(not mark.start for mark in block.of("note"))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block: its words, how those end when marks are off, what room it leaves."""

    words: Block
    tail: str
    room: float | None

    def early(self, following: _Line, spare: float = 1.0) -> bool:
        """Whether it was ended before a word that would have fitted."""
        return ends_early(self.room, following.words.text, spare)


def _cut(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if not block.breaks or block.rows or block.head:
            yield block
            continue
        places = [place.offset for place in block.breaks]
        lines = list(_lines(block.parted(places)))
        begun = [
            place
            for number, place in enumerate(places, start=1)
            if _begins(lines[number - 1], lines[number])
            or (number > 1 and _ends_title(lines[number - 2], lines[number]))
        ]
        yield from (part for part in block.parted(begun) if part.text)


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    tail = ""
    for block in blocks:
        # A mark alone on a line ends what stands before it, and so may a figure that is none.
        tail = _FIGURE.sub("", block.ending) or tail
        yield _Line(block, tail, block.room)


def _begins(before: _Line, line: _Line) -> bool:
    """Whether a line begins a paragraph, by the line before it and itself."""
    tail, words = before.tail, line.words
    if english.ENACTING.match(words.text) or english.ENACTING.fullmatch(before.words.text):
        return True
    if english.VOTE.match(words.text):
        return True
    if english.MEETING.match(words.text) and (_PART_ENDS.search(tail) or before.early(line)):
        return True
    if _is_heading(words.text) and (_SENTENCE_ENDS.search(tail) or before.early(line)):
        return True
    if _is_heading(before.words.text):
        return True  # What stands below a number is its title.
    label = find_label(before.words)
    if label and label.end >= len(before.words.text):
        return False  # The number stands alone: this is what it numbers.
    if english.BULLET.match(words.text) and (
        tail.endswith(":") or english.BULLET.match(before.words.text)
    ):
        return True
    if _CLAUSE_ENDS.search(tail):
        return _begins_clause(before, line)
    number = find_label(words)
    if number and number.is_paragraph and not number.odd:
        return find_opening(words.cut(number.end)) is not None or before.early(line, _NARROWER)
    return before.early(line, _NARROWER) and words.text[:1].isupper()


def _begins_clause(before: _Line, line: _Line) -> bool:
    """Whether a line behind the end of a clause begins another one."""
    tail, words = before.tail, line.words
    if find_label(words):
        return True
    if words.text[:1].islower():
        # Words that close a clause after its list; others go on with their line.
        return tail.endswith(";") and (before.room is None or before.early(line, _NARROWER))
    opening = find_opening(words)
    if opening is None:
        return before.early(line, _NARROWER if tail.endswith(",") else 1.0)
    if before.early(line):
        return True
    return opening.mood == "preambular" or not tail.endswith(",")


def _ends_title(number: _Line, line: _Line) -> bool:
    """Whether a line follows the title, of one line, that stands below a number."""
    if not _is_heading(number.words.text):
        return False
    return find_label(line.words) is not None or find_opening(line.words) is not None


def _is_heading(text: str) -> bool:
    section = english.SECTION.fullmatch(text)
    return english.ANNEX.fullmatch(text) is not None or bool(section and not section["title"])
