"""Stretches cut out of a block or replaced, and where its other letters, marks and lines go."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from mkdocs_resolutions.model import Span
from mkdocs_resolutions.reading import Block, Break, Mark


class Edit(NamedTuple):
    """What is put for a stretch of a text, from one offset up to another."""

    start: int
    end: int
    put: str


class Cuts:
    """Stretches that are cut out of a text, in order, none over another.

    `put` is what comes in the stead of each; without it, nothing.
    """

    def __init__(self, spans: Sequence[Span], put: Sequence[str] = ()) -> None:
        self._spans = spans
        self._put = put or [""] * len(spans)
        self._ends = [span.end for span in spans]
        pairs = zip(spans, self._put, strict=True)
        self._lengths = [0, *accumulate(one.end - one.start - len(put) for one, put in pairs)]

    def place(self, offset: int) -> int:
        """Where an offset of the text goes; one that is cut out, to where the cut was; one where
        something is put in, behind that."""
        passed = bisect_right(self._ends, offset)
        inside = passed < len(self._spans) and self._spans[passed].start < offset
        return (self._spans[passed].start if inside else offset) - self._lengths[passed]

    def _break(self, there: Break) -> Break:
        """A break where it goes; one before all stretches stays."""
        if there.offset < self._spans[0].start:
            return there
        return Break(self.place(there.offset), there.line, there.room)

    def of_block(self, block: Block) -> Block:
        """A block without them and without the marks that lose all their letters."""
        if not self._spans:
            return block
        edges = [0, *(edge for span in self._spans for edge in (span.start, span.end)), None]
        kept = [block.text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]
        text = "".join(chain.from_iterable(zip(kept, (*self._put, ""), strict=True)))
        marks = (
            Mark(mark.kind, self.place(mark.start), self.place(mark.end), mark.value)
            for mark in block.marks
        )
        return block._replace(
            text=text,
            marks=tuple(mark for mark in marks if mark.start < mark.end),
            breaks=tuple(map(self._break, block.breaks)),
        )
