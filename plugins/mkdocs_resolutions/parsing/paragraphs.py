"""Where paragraphs begin in text that shows it by nothing but its words.

Converters that give a page in reading order leave no blank line between paragraphs. A line begins
one where the line before ends as a clause ends and this one begins as a clause begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.labels import find_label
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import SUPERSCRIPTS, Block, join

# A figure behind the end may be a footnote mark that was not told as one.
_CLAUSE_ENDS = re.compile(r"[;:.,][”’\")\]]*(?:\s?[0-9]{1,3})?(?:\s(?:and|or))?$")
_PART_ENDS = re.compile(r"[;:.][”’\")\]]*$")
_SENTENCE_ENDS = re.compile(r"\.[”’\")\]]*$")


def part_paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks cut at the lines that begin a paragraph, a heading or the adoption block.

    A number that stands alone goes to the words behind it.
    """
    waiting: Block | None = None
    for block in _cut(blocks):
        label = None if block.rows else find_label(block)
        if waiting and (label or block.rows or block.of("note")[:1]):
            yield waiting
        elif waiting:
            block = join((waiting, block))
        waiting = block if label and label.end >= len(block.text) else None
        if waiting is None:
            yield block
    if waiting:
        yield waiting


def _cut(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if not block.breaks or block.rows:
            yield block
            continue
        places = [place.offset for place in block.breaks]
        lines = block.parted(places)
        begun = [
            place
            for number, place in enumerate(places, start=1)
            if _begins(lines[number - 1], lines[number])
            or (number > 1 and _ends_title(lines[number - 2], lines[number]))
        ]
        yield from (part for part in block.parted(begun) if part.text)


def _begins(before: Block, line: Block) -> bool:
    """Whether a line begins a paragraph, by the line before it and itself."""
    tail = before.text.rstrip(f"{SUPERSCRIPTS} ")
    if english.ENACTING.match(line.text) or english.ENACTING.fullmatch(before.text):
        return True
    if english.VOTE.match(line.text):
        return True
    if english.MEETING.match(line.text) and _PART_ENDS.search(tail):
        return True
    if _is_heading(line.text) and _SENTENCE_ENDS.search(tail):
        return True
    if _is_heading(before.text):
        return True  # What stands below a number is its title.
    label = find_label(before)
    if label and label.end >= len(before.text):
        return False  # The number stands alone: this is what it numbers.
    if english.BULLET.match(line.text) and (
        tail.endswith(":") or english.BULLET.match(before.text)
    ):
        return True
    if not _CLAUSE_ENDS.search(tail):
        return False
    if find_label(line):
        return True
    if tail.endswith(";") and line.text[:1].islower():
        return True
    opening = find_opening(line)
    if opening is None:
        return False
    return tail.endswith(",") if opening.mood == "preambular" else not tail.endswith(",")


def _ends_title(number: Block, line: Block) -> bool:
    """Whether a line follows the title, of one line, that stands below a number."""
    if not _is_heading(number.text):
        return False
    return find_label(line) is not None or find_opening(line) is not None


def _is_heading(text: str) -> bool:
    section = english.SECTION.fullmatch(text)
    return english.ANNEX.fullmatch(text) is not None or bool(section and not section["title"])
