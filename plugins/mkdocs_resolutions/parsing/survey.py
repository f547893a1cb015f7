"""What lies around each block of a part: seen once, before the walk that builds the clauses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.labels import Label, find_label, find_table_label
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import Block

_QUOTES = re.compile("[“”]")
_LONGEST_TITLE = 12
"""Words of a title that stands among sentences."""


class Sight(NamedTuple):
    """A block and what is seen from it."""

    block: Block
    label: Label | None
    """The number it begins with."""
    ahead: Label | None
    """The next number behind it."""
    quoted_until: int | None
    """Where a quotation ends that begins with it: the index of a block."""
    parted: bool
    """Something stood between the block before and it that is no part of the text."""
    in_preamble: bool
    """More preambular paragraphs follow it."""
    before_number: bool
    """The block behind it is a numbered paragraph, or names a unit: “Rule 3”."""
    before_item: bool
    """The block behind it is an item of a list."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The blocks of a part with what is seen from each."""

    sights: tuple[Sight, ...]

    @property
    def prints_numbers(self) -> bool:
        """Whether it prints numbers of paragraphs at all."""
        return any(sight.label and sight.label.is_paragraph for sight in self.sights)

    @property
    def is_plain(self) -> bool:
        """Whether no style is marked in it."""
        return not any(
            mark.kind in ("bold", "italic") for sight in self.sights for mark in sight.block.marks
        )

    def before_sentence(self, index: int) -> bool:
        """Whether words without a number stand below a block that begin and end as a sentence
        does."""
        block = self.sights[index].block
        if english.GOES_ON.search(block.text):
            return False
        return any(
            not (one.label or one.block.rows or one.block.text[:1].islower())
            and one.block.ending.endswith((".", ":"))
            and not english.TABLE_NOTE.match(one.block.text)
            for one in self.sights[index + 1 : index + 2]
        )

    def titles_of_sentences(self) -> int:
        """How many short lines that end like no sentence stand between two sentences."""
        return sum(
            before.block.ending.endswith((".", ";", ":"))
            and not (here.label or here.block.rows)
            and len(here.block.text.split()) <= _LONGEST_TITLE
            and here.block.text[:1].isupper()
            and here.block.ending[-1:].isalnum()
            and self.before_sentence(index)
            for index, (before, here) in enumerate(pairwise(self.sights), start=1)
        )

    def numbers_items(self, index: int, after: str) -> bool:
        """Whether the numbers from a block on count 1, 2, … up to the number `after`."""
        expected = 1
        for sight in self.sights[index:]:
            if sight.label is None or not sight.label.is_paragraph:
                continue
            if sight.label.value == after and expected > 2:
                return True
            if sight.label.value != str(expected):
                return False
            expected += 1
        return False


def survey(blocks: Sequence[Block]) -> Survey:
    """Look over the blocks of a part, footnotes and furniture already taken out."""
    return Survey(tuple(_sights(blocks)))


def _sights(blocks: Sequence[Block]) -> Iterator[Sight]:
    labels = _labels(blocks)
    ahead, quotes, parted = _next_labels(labels), _quotations(blocks), _partings(blocks)
    end = _end_of_preamble(blocks, labels)
    for index, block in enumerate(blocks):
        following = labels[index + 1] if index + 1 < len(labels) else None
        yield Sight(
            block,
            labels[index],
            ahead[index],
            quotes[index],
            parted[index],
            in_preamble=index < end,
            before_number=(following is not None and following.is_paragraph)
            or _is_unit(blocks[index + 1 : index + 2]),
            before_item=following is not None and not following.is_paragraph,
        )


def _is_unit(following: Sequence[Block]) -> bool:
    """Whether the block that follows, if one does, is the name and number of a unit."""
    return any(english.UNIT.fullmatch(one.text) for one in following if one.text[:1].isupper())


def _labels(blocks: Sequence[Block]) -> list[Label | None]:
    """The number of each block; a letter counts where a table follows the words behind it."""
    labels = [None if block.rows else find_label(block) for block in blocks]
    for index, (block, following) in enumerate(pairwise(blocks)):
        if labels[index] is None and following.rows:
            labels[index] = find_table_label(block)
    return labels


def _end_of_preamble(blocks: Sequence[Block], labels: Sequence[Label | None]) -> int:
    """The index of the last preambular opening before the first numbered paragraph."""
    last = 0
    for index, block in enumerate(blocks):
        label = labels[index]
        if label and label.is_paragraph:
            break
        opening = None if label or block.rows else find_opening(block)
        if opening and opening.mood == "preambular" and block.text.rstrip().endswith((",", ":")):
            last = index
    return last


def _next_labels(labels: Sequence[Label | None]) -> list[Label | None]:
    """For each block the label of the first one behind it that has one."""
    ahead: list[Label | None] = []
    following: Label | None = None
    for label in reversed(labels):
        ahead.append(following)
        following = label or following
    return ahead[::-1]


def _partings(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether more lies before it in the file than between most of the blocks."""
    gaps = [
        here.origin.line - (before.breaks[-1].line if before.breaks else before.origin.line)
        if here.origin.line and before.origin.line
        else 0
        for before, here in pairwise(blocks)
    ]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 0
    return [False, *(gap > max(usual, 2) for gap in gaps)]


def _quotations(blocks: Sequence[Block]) -> list[int | None]:
    """For each block that opens a quotation as a paragraph: the index of the block that ends it.

    A quotation over several paragraphs opens each of them and closes in the last. One that is
    never closed ends with its block.
    """
    ends: list[int | None] = [None] * len(blocks)
    closing: int | None = None
    for index in range(len(blocks) - 1, -1, -1):
        text = blocks[index].text
        if "“" not in text and "”" not in text:
            continue  # as most
        opens = text.startswith("“")
        marks = _QUOTES.findall(text[1:] if opens else text)
        open_at_end = opens if not marks else marks[-1] == "“"
        if opens:
            ends[index] = closing if open_at_end and closing is not None else index
        if marks:
            closing = index if marks[0] == "”" else None
    return ends
