"""Footnote marks that a converter left as plain figures among the words.

The footnotes of a page are known by number: their marks stand in this order in the text above
them. Of the figures that could be a mark, those count that stand in order and are likeliest. A
figure further on is the mark again where it cannot be anything else, or stands behind the same
words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.reading import Block, Mark

_MOST_CANDIDATES = 200
"""Figures on a page that may be one mark. More are no marks but a table."""
_SURE, _LIKELY, _NAMED_SO, _COUNTED_SO = 8, 4, 2, 1
"""How much speaks for a mark behind a sign, behind a word, behind a name that may have a number
(`Agenda 3`), and behind a common word that rather has one (`article 3`)."""
_PUNCTUATION = (",", ";", ".", ":", "”", "’", ")", "]")
# It begins with a set of characters, and so does a name: such forms are found much quicker.
_RUN = re.compile(r"[0-9][0-9]*")
_LONGEST = 3
# What goes on behind a figure so that it is part of a word or a number.
_GOES_ON = re.compile(r"[\w/–%’-]|[.,][0-9]")
# A word that a converter ran on behind a mark, `6and`; not an ordinal.
_RUN_ON = re.compile(r"(?!(?:st|nd|rd|th)\b)[a-z]{2,}\b")
_PART = re.compile(r" ?\([0-9a-z]{1,3}\)")
_NUMBERS = re.compile(r"\.(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]{2}[^\W\d_A-Z]$|(?<!\w)(?:[IVX]+|[A-Z]{4,})$")
# A mark run into a number before it. A resolution has three figures at most: 59/3009 is 59/300 with
# the mark of note 9, and 10/2018 a law.
_YEAR = re.compile(r"(?<![0-9])(?<![0-9]-)(?:19|20)[0-9]{2}$")
_NAMED = re.compile(r"(?<!\w)[A-Z][a-z]+ $")
_MAY_BE_NAMED = re.compile(r"[a-z] ")
"""What stands before the number of a name, which few numbers have before them."""
_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]+ [0-9]+")
_CITED = re.compile(r"[0-9]/(?!19|20)[0-9]{3}$")
_SYMBOL = re.compile(r"/\S*$")
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)*[,;]?")
_NEXT_WORD = re.compile(r"\s*([^\s,.;:)]+)")
_SPACES = re.compile(r"\s*")
_LIST = re.compile(r"\s*(?:,|and|or)\s*[0-9]")
_NEAR = 80
"""Letters before and behind a figure that are looked at: more than any word or symbol has."""


def mark_notes(blocks: Sequence[Block]) -> list[Block]:
    """Blocks whose plain figures that are marks of the footnotes below them are marked as such.

    A document that has marks already is left as it is.
    """
    marks = (mark for block in blocks for mark in block.of("note"))
    if any(mark.start and mark.value.isdecimal() for mark in marks):
        return list(blocks)
    start = next((n for n, one in enumerate(blocks) if _enacts(one)), 0)
    found, seen = list[_Candidate](), list[_Candidate]()
    body, numbers = list[_Candidate](), set[int]()
    notes = [*map(_note_number, blocks), None]
    every = {number for number in notes if number is not None}
    names = _Names(blocks)
    for place, (block, number) in enumerate(zip((*blocks, None), notes, strict=True)):
        if number is not None:
            numbers.add(number)
            continue
        if numbers:
            found += _best(body, numbers)
            seen += body
            body, numbers = [], set()
        if block is not None and place >= start and not block.head:
            body += _candidates(place, block, every, names)
    return _marked(blocks, [*found, *_again(found, [*seen, *body])])


def _enacts(block: Block) -> bool:
    """Whether a line of a block begins with the enacting words; no mark stands above them."""
    places = (0, *(one.offset for one in block.breaks))
    return any(english.ENACTING.match(block.text, place) for place in places)


def _note_number(block: Block) -> int | None:
    """The number of a footnote by its own mark."""
    first = next(iter(block.of("note")), None)
    behind = first is not None and not first.start and first.end < len(block.text)
    return int(first.value) if behind and first and first.value.isdecimal() else None


def _marked(blocks: Sequence[Block], found: Iterable[_Candidate]) -> list[Block]:
    """Blocks with the marks that were found in them."""
    of_block = defaultdict[int, list[Mark]](list)
    for one in found:
        of_block[one.block].append(Mark("note", one.start, one.end, str(one.number)))
    marked = list(blocks)
    for place, marks in of_block.items():
        every = sorted((*blocks[place].marks, *marks), key=lambda mark: (mark.start, mark.end))
        marked[place] = blocks[place]._replace(marks=tuple(every))
    return marked


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that may be a mark: its block, its place there, and how much speaks for it.

    `words` are the two before it; `ends` says that its line ends with it.
    """

    block: int
    start: int
    end: int
    number: int
    weight: int
    words: tuple[str, ...]
    ends: bool

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among all."""
        return self.block, self.start


class _Names:
    """The names with a number, `Agenda 21`, of a document; few documents need them counted."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    @cached_property
    def count(self) -> Counter[str]:
        """How often each stands in it."""
        return Counter(name for block in self._blocks for name in _NAME.findall(block.text))


# --- what could be a mark --------------------------------------------------------------------


def _candidates(
    place: int, block: Block, numbers: Collection[int], names: _Names
) -> Iterator[_Candidate]:
    """The figures of a block that may be marks of the notes with some numbers, in order."""
    if not numbers:
        return
    edges = [0, *(one.offset for one in block.breaks), len(block.text)]
    for run in _RUN.finditer(block.text):
        start = run.start() if len(run[0]) <= _LONGEST else _start(block.text, run)
        unsure = start is None or int(block.text[start : run.end()]) not in numbers
        if unsure and not _MAY_BE_NAMED.fullmatch(block.text, run.start() - 2, run.start()):
            continue  # as most
        line = bisect_right(edges, run.start())
        ends = _goes_on(block.text, run.end()) >= edges[min(line, len(edges) - 1)]
        if unsure and ends:
            start = _start_in_name(block.text, run, numbers, names)
        if start is None or (number := int(block.text[start : run.end()])) not in numbers:
            continue
        if edges[line - 1] == start and _NUMBERS.match(block.text, run.end()):
            continue  # The number of a paragraph.
        if _PART.match(block.text, run.end(), edges[min(line, len(edges) - 1)]):
            continue
        before = block.text[max(0, start - _NEAR) : start]
        behind = block.text[run.end() : run.end() + _NEAR]
        weight = _NAMED_SO * ends if unsure else _weight(before, behind)
        if weight:
            words = tuple(before.rstrip(" ,.;:").split()[-2:])
            yield _Candidate(place, start, run.end(), number, weight, words, ends)


def _goes_on(text: str, place: int) -> int:
    """Where a text goes on behind the spaces at a place."""
    match = _SPACES.match(text, place)
    return match.end() if match else place


def _start(text: str, run: re.Match[str]) -> int | None:
    """Where the mark in a long run of figures begins: behind the number it ran into."""
    # What it ran into has three figures or more.
    for figures in range(1, min(_LONGEST, len(run[0]) - 3) + 1):
        start = run.end() - figures
        before = text[max(0, start - 9) : start]
        if _YEAR.search(before) or _CITED.search(before):
            return start
    return None


def _start_in_name(
    text: str, run: re.Match[str], numbers: Collection[int], names: _Names
) -> int | None:
    """Where the mark of a known note begins that ran into the number of a name, as in `Agenda 216`:
    behind a name that stands elsewhere without it, `Agenda 21`, while this one does not."""
    before = _NAMED.search(text, max(0, run.start() - _NEAR), run.start())
    if before is None or names.count[before[0] + run[0]] > 1:
        return None
    for figures in range(1, min(_LONGEST, len(run[0]))):
        if names.count[before[0] + run[0][:-figures]] and int(run[0][-figures:]) in numbers:
            return run.end() - figures
    return None


def _weight(before: str, behind: str) -> int:
    """How much speaks for a figure between two texts being a mark; 0 for one that is none."""
    if not before.strip():
        return 0 if behind.strip() else _SURE
    if _GOES_ON.match(behind) and not _RUN_ON.match(behind):
        return 0
    if before[-1] != " ":
        return _weight_glued(before)
    word = before.split()[-1]
    following = _NEXT_WORD.match(behind)
    counted = following[1] if following else ""
    if counted in english.MONTHS or counted in english.COUNTS:
        return 0
    if word.lower() in english.ABBREVIATED:
        return 0
    if word[-1] in _PUNCTUATION:
        listed = _FIGURES.fullmatch(word) and not _YEAR.search(word.rstrip(",;"))
        return 0 if listed and _LIST.match(behind) else _SURE
    if word.lower() in english.COUNTED:
        return 0
    if word.lower() not in english.NUMBERED:
        return _LIKELY
    return _NAMED_SO if word[0].isupper() else _COUNTED_SO


def _weight_glued(before: str) -> int:
    """The weight of a figure that no space parts from what stands before it."""
    if _WORD.search(before) or before[-1].isdigit():
        return _SURE
    if before[-1] == "." and (before[-2:-1].isdigit() or _SYMBOL.search(before)):
        return 0  # 282.3, C-24/DEC.4
    return _SURE if before[-1] in _PUNCTUATION else 0


# --- what is one -----------------------------------------------------------------------------


def _best(candidates: Iterable[_Candidate], numbers: Iterable[int]) -> tuple[_Candidate, ...]:
    """Of the candidates for each number one at most, in order, that weigh most together."""
    several = defaultdict[int, list[_Candidate]](list)
    for one in candidates:
        several[one.number].append(one)
    # Each way is its weight, its last place and the candidates taken, the best way to each place.
    ways: list[tuple[int, tuple[int, int], tuple[_Candidate, ...]]] = [(0, (-1, -1), ())]
    for number in sorted(numbers):
        added = list(ways)
        for one in several[number][:_MOST_CANDIDATES]:
            able = [way for way in ways if way[1] < one.place]
            best = max(able, key=lambda way: (way[0], -way[1][0], -way[1][1]))
            added.append((best[0] + one.weight, one.place, (*best[2], one)))
        ways = added
    top = max(way[0] for way in ways)
    return min((way for way in ways if way[0] == top), key=lambda way: way[1])[2]


def _again(found: Sequence[_Candidate], every: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """The candidates that are the mark of a note once more."""
    first = {one.number: one for one in found}
    taken = {one.place for one in found}
    for one in every:
        known = first.get(one.number)
        if known is None or one.place in taken or one.place < known.place:
            continue
        closes = one.ends and one.weight == _SURE and one.words
        if closes or (one.weight and one.words == known.words):
            yield one
