"""Words that print divided at the end of a line, as narrow columns did until the 1980s."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.cuts import Edit
from mkdocs_resolutions.reading import Block

_BEFORE = re.compile(r"(?<![^\W_]|[-’])[^\W\d_]{2,}-$")
_BEHIND = re.compile(r"[a-z]{2,}(?![^\W_]|[-’])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 2
"""Letters of a beginning, `co-` or `re-`, that may be that of a compound."""
_LONGEST = 40
"""Letters of a piece of a word."""


class DividedWords:
    """The words of a document, by which those are known that the end of a line divided."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._common = english.common_words()

    @cached_property
    def _whole(self) -> frozenset[str]:
        """The words of the document in small letters, but for those that a line divides."""
        found = set[str]()
        for block in self._blocks:
            ends = {place.offset for place in block.breaks}
            found.update(
                word[0].lower()
                for word in _WORD.finditer(block.text)
                if "-" not in word[0] or ends.isdisjoint(range(word.start(), word.end()))
            )
        return frozenset(found)

    @cached_property
    def _divides(self) -> bool:
        """Whether a line surely divides a word: the end of it is none, so it was no compound."""
        return any(
            first + second in self._common and second not in self._common
            for block in self._blocks
            for _, first, second in _pieces(block)
            if len(first) > _SHORTEST and first not in self._prefixes
        )

    @cached_property
    def _prefixes(self) -> frozenset[str]:
        """What compounds begin with that stand within a line: `co-ordination` beside others."""
        return frozenset(word.partition("-")[0] for word in self._whole if "-" in word)

    def edits(self, block: Block) -> Iterator[Edit]:
        """The hyphens that divide a word, where the document divides any: what it spells without
        stands whole in the document, or is a word of the language whose end is none, and the
        compound stands within no line."""
        for here, first, second in _pieces(block):
            if self._divides and self._are_one(first, second):
                yield Edit(here - 1, here, "")

    def _are_one(self, first: str, second: str) -> bool:
        """Whether two pieces are one word."""
        if first in self._prefixes:
            return False
        whole = first + second
        return whole in self._whole or (whole in self._common and second not in self._common)


def _pieces(block: Block) -> Iterator[tuple[int, str, str]]:
    """Where lines end with a hyphen, and the words beside it in small letters."""
    for place in block.breaks:
        here = place.offset
        if block.text[here - 1 : here] != "-":
            continue  # as most
        before = _BEFORE.search(block.text, max(0, here - _LONGEST), here)
        behind = _BEHIND.match(block.text, here)
        if before and behind:
            yield here, before[0][:-1].lower(), behind[0]
