"""Notes that nothing but their place tells: under a heading of their own, or below the meeting.

There they are numbered as paragraphs are, `1. See …`. And marks in paragraphs of HTML that are
plain letters, `[1]`, `1/` or `†`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, pairwise

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.annexes import annex_heading
from mkdocs_resolutions.parsing.furniture import is_furniture
from mkdocs_resolutions.parsing.lonenumbers import is_note
from mkdocs_resolutions.reading import Block, Mark

_ITEM = re.compile(
    r"(?P<mark>[(\[]?(?P<number>[0-9]{1,3})"
    r"(?:[.)\]/]{1,2}(?=\s+\S|[^\s0-9])|(?=\s+(?:(?:19|20)[0-9]{2}\s+)?[^\s0-9])))"
)
_DAY = re.compile(rf"(?:{english.DATE})?\.?")
_IN_BRACKETS = re.compile(r"\[(?P<number>[0-9]{1,3})\]")
# Before a figure § is the sign of a section.
_PLAIN = re.compile(
    r"\[(?P<in_brackets>[0-9]{1,3})\]|(?<![^\s,;.:)”])(?P<stroked>[0-9]{1,3})/(?=[\s,;.:)]|$)"
    r"|(?P<sign>[†‡§]{1,3})(?!\s?[0-9])"
)


def tell_endnotes(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks with each note under a heading “Notes” as a block of its own, marked as such.

    They are numbered from 1, and stand behind the meeting, or the words above mark them: a part of
    an annex may have that heading too. Marks in brackets are told with them. They need no heading
    right below the meeting and its day, where the words above mark them.
    """
    headed = _heading(blocks)
    found = headed or _below_meeting(blocks)
    if found is None:
        return blocks
    place, offset = found
    above = [*blocks[:place], *filter(_has_words, [blocks[place].cut(0, offset)])]
    told, numbers = _told([blocks[place].cut(offset), *blocks[place + 1 :]])
    behind_all = headed is not None and _is_behind_all(above)
    if not numbers or not (behind_all or _are_marked(above, numbers)):
        return blocks
    return [*(_with_brackets(block, numbers) for block in above), *told]


def tell_plain_marks(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks with marks that are plain letters, where a block begins with one that stands elsewhere
    too."""
    found = [
        [
            Mark("note", match.start(), match.end(), match[match.lastgroup or 0])
            for match in _PLAIN.finditer(block.text)
        ]
        for block in blocks
    ]
    count = Counter(mark.value for marks in found for mark in marks)
    firsts = ((block, marks[0]) for block, marks in zip(blocks, found, strict=True) if marks)
    known = {
        mark.value
        for block, mark in firsts
        if not mark.start and mark.end < len(block.text) and count[mark.value] > 1
    }
    if not known:
        return blocks
    return [
        _marked(block, [mark for mark in marks if mark.value in known])
        for block, marks in zip(blocks, found, strict=True)
    ]


def _heading(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The last line that heads notes: its block, and where it begins there."""
    small, capital = english.IN_NOTES
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if small not in block.text and capital not in block.text:
            continue  # as most
        offsets = (0, *(one.offset for one in block.breaks))
        if not any(english.NOTES.match(block.text, offset) for offset in offsets):
            continue
        starts = [start for start, line in _lines(block) if english.NOTES.fullmatch(line)]
        if starts:
            return place, starts[-1]
    return None


def _below_meeting(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The line below the meeting and its day that may be the first note, as `_heading` says it."""
    if blocks and is_note(blocks[-1]):
        return None  # as most: notes are known by their marks.
    for place in range(len(blocks) - 1, -1, -1):
        lines = list(_lines(blocks[place]))
        closing = [n for n, (_, line) in enumerate(lines) if english.find_meeting(line)]
        if not closing:
            continue
        below = chain(
            ((place, *line) for line in lines[closing[-1] + 1 :]),
            ((n, *line) for n in range(place + 1, len(blocks)) for line in _lines(blocks[n])),
        )
        first = next((one for one in below if not _is_of_the_end(one[2])), None)
        item = _ITEM.match(first[2]) if first else None
        return first[:2] if first and item and item["number"] == "1" else None
    return None


def _is_of_the_end(line: str) -> bool:
    """Whether a line below the meeting is its day, or none of the text."""
    return _DAY.fullmatch(line) is not None or is_furniture(line)


def _lines(block: Block) -> Iterator[tuple[int, str]]:
    """The lines of a block, with the places where they begin."""
    edges = (0, *(one.offset for one in block.breaks), len(block.text))
    return ((start, block.text[start:end].strip()) for start, end in pairwise(edges))


def _told(blocks: Sequence[Block]) -> tuple[list[Block], set[str]]:
    """The heading and what stands below it, each note a block with its mark; their numbers."""
    told, due = list[Block](), 1
    for place, block in enumerate(blocks):
        if annex_heading(block):
            return [*told, *blocks[place:]], {str(number) for number in range(1, due)}
        first = next(iter(block.of("note")), None)
        if first and not first.start and first.value == str(due):
            due += 1
            told.append(block)
            continue
        starts = list[tuple[int, int]]()
        for start in (0, *(one.offset for one in block.breaks)):
            item = _ITEM.match(block.text, start)
            if item and int(item["number"]) == due:
                starts.append(item.span("mark"))
                due += 1
        marks = [Mark("note", start, end, str(due - len(starts) + n))
                 for n, (start, end) in enumerate(starts)]  # fmt: skip
        parts = _marked(block, marks).parted([start for start, _ in starts if start])
        told += filter(_has_words, parts)
    return told, {str(number) for number in range(1, due)}


def _is_behind_all(above: Sequence[Block]) -> bool:
    """Whether nothing but notes can follow: the meeting was printed, and no annex behind it."""
    for block in reversed(above):
        if annex_heading(block):
            return False
        if any(english.find_meeting(line) for _, line in _lines(block)):
            return True
    return False


def _are_marked(above: Sequence[Block], numbers: Collection[str]) -> bool:
    """Whether the words have a mark of one of the notes that can be nothing else."""
    glued = re.compile(rf"[a-z][,;.”]?(?:{'|'.join(numbers)})(?![0-9%/])")
    return any(
        any(mark.value in numbers for mark in block.of("note"))
        or any(match["number"] in numbers for match in _IN_BRACKETS.finditer(block.text))
        or glued.search(block.text)
        for block in above
    )


def _with_brackets(block: Block, numbers: Collection[str]) -> Block:
    if "[" not in block.text:
        return block
    return _marked(block, [
        Mark("note", match.start(), match.end(), match["number"])
        for match in _IN_BRACKETS.finditer(block.text)
        if match["number"] in numbers
    ])  # fmt: skip


def _marked(block: Block, marks: Sequence[Mark]) -> Block:
    """A block with more marks, but for those that it has."""
    taken = {place for one in block.of("note") for place in range(one.start, one.end)}
    new = [mark for mark in marks if taken.isdisjoint(range(mark.start, mark.end))]
    if not new:
        return block
    every = sorted((*block.marks, *new), key=lambda mark: (mark.start, mark.end))
    return block._replace(marks=tuple(every))


def _has_words(block: Block) -> bool:
    return bool(block.text)
