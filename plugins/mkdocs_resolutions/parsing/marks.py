"""Footnote marks that a converter left as plain figures among the words.

The footnotes of a page are known by number: their marks stand in this order in the text above
them. Of the figures that could be a mark, those count that stand in order and are likeliest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.reading import Block, Mark

_MOST_CANDIDATES = 200
"""Figures on a page that may be one mark. More are no marks but a table."""
_NEAR = 80
"""Characters before and behind a figure that are looked at: more than any word or symbol has."""
_SURE, _PUNCTUATION = 4, (",", ";", ".", ":", "”", "’", ")", "]")
# What goes on behind a figure so that it is part of a word or a number.
_GOES_ON = re.compile(r"[\w/–%’-]|[.,][0-9]")
# A word that a converter ran on behind a mark, `6and`; not an ordinal.
_RUN_ON = re.compile(r"(?!(?:st|nd|rd|th)\b)[a-z]{2,}\b")
_PART = re.compile(r" ?\([0-9a-z]{1,3}\)")
_NUMBERS = re.compile(r"\.(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]{2}[^\W\d_A-Z]$|(?<!\w)[IVX]+$")
_YEAR = re.compile(r"(?<![0-9])(?<![0-9]-)(?:19|20)[0-9]{2}$")
# A resolution has three figures at most: 59/3009 is 59/300 with the mark of note 9, 10/2018 a law.
_CITED = re.compile(r"[0-9]/(?!19|20)[0-9]{3}$")
_SYMBOL = re.compile(r"/\S*$")
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)*[,;]?")
_NEXT_WORD = re.compile(r"\s*([^\s,.;:)]+)")
_LIST = re.compile(r"\s*(?:,|and|or)\s*[0-9]")


def mark_notes(blocks: Sequence[Block]) -> list[Block]:
    """Blocks whose plain figures that are marks of the footnotes below them are marked as such.

    A document that has marks already is left as it is.
    """
    marks = (mark for block in blocks for mark in block.of("note"))
    if any(mark.start and mark.value.isdecimal() for mark in marks):
        return list(blocks)
    marked = list(blocks)
    start = next((n for n, one in enumerate(blocks) if _enacts(one)), 0)
    body = list[int]()
    numbers = list[int]()
    for place, block in enumerate((*blocks, None)):
        number = _note_number(block) if block else None
        if number is not None:
            numbers.append(number)
            continue
        if numbers:
            _mark(marked, body, numbers)
            body, numbers = [], []
        if block is not None and place >= start and not block.head:
            body.append(place)
    return marked


def _enacts(block: Block) -> bool:
    """Whether a line of a block begins with the enacting words; no mark stands above them."""
    places = (0, *(one.offset for one in block.breaks))
    return any(english.ENACTING.match(block.text, place) for place in places)


def _note_number(block: Block) -> int | None:
    """The number of a footnote by its own mark."""
    first = next(iter(block.of("note")), None)
    behind = first is not None and not first.start and first.end < len(block.text)
    return int(first.value) if behind and first and first.value.isdecimal() else None


def _mark(blocks: list[Block], body: Sequence[int], numbers: Sequence[int]) -> None:
    """Mark the notes of a page in the blocks of its body."""
    several = [list(_candidates(blocks, body, number)) for number in sorted(set(numbers))]
    found = dict[int, list[Mark]]()
    best = [*_best(several)]
    for candidate in (*best, *_again(several, best, blocks)):
        found.setdefault(candidate.block, []).append(candidate.mark)
    for place, marks in found.items():
        block = blocks[place]
        every = sorted((*block.marks, *marks), key=lambda mark: (mark.start, mark.end))
        blocks[place] = replace(block, marks=tuple(every))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that may be a mark: its block, its place there, and how much speaks for it."""

    block: int
    mark: Mark
    weight: int

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands on the page."""
        return self.block, self.mark.start


def _candidates(blocks: Sequence[Block], body: Iterable[int], number: int) -> Iterator[_Candidate]:
    form = re.compile(rf"{number}(?![0-9])")
    for place in body:
        text = blocks[place].text
        begun = [0, *(one.offset for one in blocks[place].breaks), len(text)]
        for match in form.finditer(text):
            line = bisect_right(begun, match.start())
            if begun[line - 1] == match.start() and _NUMBERS.match(text, match.end()):
                continue  # The number of a paragraph.
            if _PART.match(text, match.end(), begun[line]):
                continue
            start, end = match.span()
            weight = _weight(text[max(0, start - _NEAR) : start], text[end : end + _NEAR])
            if weight:
                yield _Candidate(place, Mark("note", start, end, str(number)), weight)


def _weight(before: str, behind: str) -> int:
    """How much speaks for a figure between two texts being a mark; 0 for one that is none."""
    if not before.strip():
        return 0 if behind.strip() else _SURE
    if _GOES_ON.match(behind) and not _RUN_ON.match(behind):
        return 0
    if before[-1] != " ":
        return _weight_glued(before, behind)
    word = before.split()[-1]
    following = _NEXT_WORD.match(behind)
    counted = following[1] if following else ""
    if counted in english.MONTHS or counted in english.COUNTS:
        return 0
    if word[-1] in _PUNCTUATION:
        listed = _FIGURES.fullmatch(word) and not _YEAR.search(word.rstrip(",;"))
        return 0 if listed and _LIST.match(behind) else _SURE
    if word.lower() in english.COUNTED:
        return 0
    return 1 if word.lower() in english.NUMBERED else 2


def _weight_glued(before: str, behind: str) -> int:
    """The weight of a figure that no space parts from what stands before it."""
    if _WORD.search(before):
        return _SURE
    if before[-1].isdigit():
        return _SURE if _YEAR.search(before) or _CITED.search(before) else 0
    if before[-1] == "." and (before[-2:-1].isdigit() or _SYMBOL.search(before)):
        return 0  # 282.3, C-24/DEC.4
    return _SURE if before[-1] in _PUNCTUATION else 0


def _again(
    several: Iterable[Iterable[_Candidate]], best: Iterable[_Candidate], blocks: Sequence[Block]
) -> Iterator[_Candidate]:
    """Further marks of notes that have one: figures glued to the words that end a line."""
    first = {one.mark.value: one.place for one in best}
    for one in (candidate for candidates in several for candidate in candidates):
        block, known = blocks[one.block], first.get(one.mark.value)
        glued = one.weight == _SURE and block.text[one.mark.start - 1 : one.mark.start].strip()
        ends = (len(block.text), *(place.offset - 1 for place in block.breaks))
        if known and one.place > known and glued and one.mark.end in ends:
            yield one


def _best(several: Sequence[Sequence[_Candidate]]) -> Iterator[_Candidate]:
    """Of the candidates for each number one at most, in order, that weigh most together."""
    # Each way is its weight, its last place and the candidates taken, the best way to each place.
    ways: list[tuple[int, tuple[int, int], tuple[_Candidate, ...]]] = [(0, (-1, -1), ())]
    for candidates in (each[:_MOST_CANDIDATES] for each in several):
        added = list(ways)
        for one in candidates:
            able = [way for way in ways if way[1] < one.place]
            best = max(able, key=lambda way: (way[0], -way[1][0], -way[1][1]))
            added.append((best[0] + one.weight, one.place, (*best[2], one)))
        ways = added
    top = max(way[0] for way in ways)
    yield from min((way for way in ways if way[0] == top), key=lambda way: way[1])[2]
