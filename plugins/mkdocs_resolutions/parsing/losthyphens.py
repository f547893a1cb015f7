"""Hyphens that a converter lost at the ends of printed lines.

Pages of our days are set without dividing words, so a hyphen at the end of a line is that of a
compound. Some converters take it for one that divides a word and run both lines into one
(`capacitybuilding`, `Secretary General`), which is seen: the line is wider than the page, and the
compound stands where the page ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.cuts import Edit
from mkdocs_resolutions.reading import SET_IN, SPACE, SPARE, Block, width

_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word or a compound."""
_CONJUNCTIONS = ("and", "or")
_CONJUNCTION = re.compile(rf"(?:{'|'.join(_CONJUNCTIONS)}) ")
_HALVES = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHARE = 0.05
"""Of the lines of a text, at most those that are two lines run together: one of a hundred is."""
_RUN_ON = 6.0
"""Ems by which a line is wider than its page, at least, where a hyphen may be guessed."""
_SHORTEST = 2
"""Letters of half a compound that nothing attests."""
LONGEST_COMPOUND = 40
"""Letters, without its hyphen."""


class _Word(NamedTuple):
    """A word of a line: its letters, and the ems at which it begins and ends."""

    text: str
    start: int
    end: int
    left: float
    right: float


class _Place(NamedTuple):
    """Where a hyphen may have been lost: the ems at which the word before it ends and the one
    behind it, the width of that, and whether the compound stands elsewhere."""

    edit: Edit
    left: float
    right: float
    behind: float
    attested: bool = True


class LostHyphens:
    """The lines of a document and its compounds, by which the hyphens are known that it lost."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._common = english.common_words()
        self.text = " ".join([block.text for block in blocks])
        """That of all blocks."""

    # Few documents need the next ones.

    @cached_property
    def _small(self) -> str:
        """Its text in small letters."""
        return self.text.lower()

    @cached_property
    def compounds(self) -> frozenset[str]:
        """Its compounds, in small letters."""
        text = self.text
        words = list[str]()
        place = text.find("-")
        while place >= 0:
            end = text.find(" ", place)
            words.append(text[text.rfind(" ", 0, place) + 1 : end if end >= 0 else len(text)])
            place = text.find("-", end) if end >= 0 else -1
        return frozenset(_COMPOUND.findall(" ".join(words).lower()))

    @cached_property
    def _wide_lines(self) -> list[tuple[str, float]]:
        """Its lines that are wider than their page, and the room that they lack, below 0."""
        wide = (block for block in self._blocks if _has_wide(block))
        return [
            (block.text[start:end], room)
            for block in wide
            for start, end, room in _lines(block)
            if room is not None and _is_wide(room)
        ]

    @cached_property
    def _wide(self) -> str:
        """These lines in small letters."""
        return " ".join(line for line, _ in self._wide_lines).lower()

    @cached_property
    def _guesses(self) -> bool:
        """Whether lines wider than their page are as rare as those whose hyphen was lost; in a text
        of paragraphs in one line each they are not."""
        rooms = [room for block in self._blocks for room in _rooms(block) if room is not None]
        return not all(self._crossed) and len(self._crossed) <= _SHARE * len(rooms)

    @cached_property
    def _keeps_hyphens(self) -> bool:
        """Whether the converter kept hyphens: lines end with them, or all that are two have one
        where the page ends."""
        ends = (block.text[place.offset - 1] for block in self._blocks for place in block.breaks)
        return "-" in ends or (len(self._crossed) > 1 and all(self._crossed))

    @cached_property
    def _crossed(self) -> list[bool]:
        """Of each line that is wider than its page whether it has a hyphen where that ends."""
        return [_has_hyphen(line, room) for line, room in self._wide_lines]

    def edits(self, block: Block) -> Iterator[Edit]:
        """The hyphens that a block lost where a line wider than its page was two, and the spaces
        behind those that suspend a word."""
        yield from _run_on(block)
        if not _has_wide(block) or self._keeps_hyphens:
            return  # as most
        for start, end, room in _lines(block):
            if room is not None and _is_wide(room):
                line = block.text[start:end]
                for edit in self._lost_of(line, width(line) + room):
                    yield Edit(start + edit.start, start + edit.end, edit.put)

    def _lost_of(self, line: str, across: float) -> Iterator[Edit]:
        """The lost hyphens of a line, which is that of a page so wide, in ems, and the next."""
        crossing, begin = list[_Place](), 0.0
        words = list(_words_of(line))
        guesses = words[-1].right > across + _RUN_ON and self._guesses if words else False
        for place, word in enumerate(words):
            if word.left - begin > across + SPARE:
                found = _only(crossing)
                if found is None:
                    return
                yield found.edit
                crossing, begin = [], found.right - found.behind
            following = words[place + 1] if place + 1 < len(words) else None
            if (following or word).right - begin < across - SET_IN:
                continue  # as most
            for at in self._places(line, word, following, guesses=guesses):
                # The line may be the first of a paragraph, which is set in.
                if at.left - begin <= across + SPARE and at.right - begin >= across - SET_IN:
                    crossing.append(at)
        found = _only(crossing)
        if found and words[-1].right - begin > across + SPARE:
            yield found.edit

    def _places(
        self, line: str, word: _Word, following: _Word | None, *, guesses: bool
    ) -> Iterator[_Place]:
        """Where a hyphen may have been lost behind a word or within it."""
        text = word.text.lower()
        pair = following and line[word.end : following.start] == " " and following
        if pair and f"{text}-{pair.text.lower()}" in self.compounds:
            edit = Edit(word.end, pair.start, "-")
            yield _Place(edit, word.right, pair.right, pair.right - pair.left)
        if len(text) > LONGEST_COMPOUND or not self._is_odd(text):
            return
        for cut in range(1, len(text)):
            attested = f"{text[:cut]}-{text[cut:]}" in self.compounds
            if attested or (guesses and self._are_words(word.text, cut)):
                put = "- " if text[cut:] in _CONJUNCTIONS else "-"
                edit = Edit(word.start + cut, word.start + cut, put)
                left = word.left + width(word.text[:cut])
                yield _Place(edit, left, word.right, word.right - left, attested=attested)

    def _is_odd(self, word: str) -> bool:
        """Whether a word is not common, in the number of one or of many, and stands in no line that
        its page holds."""
        one = word.removesuffix("s")
        if not self._common.isdisjoint((word, one, f"{word}s")):
            return False
        count = self._small.count(one)
        return count < 2 or count == self._wide.count(one)

    def _are_words(self, token: str, cut: int) -> bool:
        """Whether both halves of a token are words; a capital within it begins one."""
        capital = _HALVES.search(token)
        if capital:
            return capital.start() == cut
        halves = token[:cut].rpartition("-")[2], token[cut:].partition("-")[0]
        if "".join(halves).lower() in self._common:
            return False
        return all(len(half) >= _SHORTEST and half.lower() in self._common for half in halves)


def _is_wide(room: float) -> bool:
    """Whether a line is wider than its page by more than it may be reckoned wrongly."""
    return room < -SPARE


def _has_wide(block: Block) -> bool:
    """Whether a line of a block is so wide."""
    return _is_wide(min([room for room in _rooms(block) if room is not None], default=0.0))


def _has_hyphen(line: str, room: float) -> bool:
    """Whether a line that is wider than its page has a hyphen where the page ends."""
    across, common = width(line) + room, english.common_words()
    for word in _words_of(line):
        places = [place for place, letter in enumerate(word.text, start=1) if letter == "-"]
        for place, end in pairwise((*places, len(word.text) + 1)):
            left = word.left + width(word.text[:place])
            right = word.left + width(word.text[: end - 1])
            crosses = left <= across + SPARE and right >= across - SPARE
            if crosses and word.text[place : end - 1].lower() in common:
                return True
    return False


def _run_on(block: Block) -> Iterator[Edit]:
    """Hyphens at the end of a line that suspend a word (`low-` above `and`), which is no compound
    with the conjunction."""
    for place in block.breaks:
        here = place.offset
        if block.text[here - 1] == "-" and _CONJUNCTION.match(block.text, here):
            yield Edit(here - 1, here, "- ")


def _words_of(line: str) -> Iterator[_Word]:
    """The words of a line with the ems at which each begins and ends."""
    end, right = 0, 0.0
    for found in WORD.finditer(line):
        gap = line[end : found.start()]
        left = right + width(gap) + SPACE * gap.count(" ")
        end, right = found.end(), left + width(found[0])
        yield _Word(found[0], found.start(), end, left, right)


def _only(places: Sequence[_Place]) -> _Place | None:
    """The one that is attested or, where none is, the only one."""
    found = [place for place in places if place.attested] or places
    return found[0] if len(found) == 1 else None


def _lines(block: Block) -> Iterator[tuple[int, int, float | None]]:
    """Where each line of a block begins and ends, and the room it leaves, in ems."""
    edges = [0, *(place.offset for place in block.breaks), len(block.text)]
    for (start, end), room in zip(pairwise(edges), _rooms(block), strict=True):
        yield start, end, room


def _rooms(block: Block) -> list[float | None]:
    """The room that each line of a block leaves, in ems."""
    return [*[place.room for place in block.breaks], block.room]
