"""Hyphens and signs of printed lines that a converter set apart from their words, or lost.

Some converters set a space before the hyphen at the end of a line (`Secretary -` above `General`),
or beside other signs (`lamps ,`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from mkdocs_resolutions.model import Span
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.cuts import Cuts, Edit
from mkdocs_resolutions.parsing.divided import DividedWords
from mkdocs_resolutions.parsing.losthyphens import LONGEST_COMPOUND, WORD, LostHyphens
from mkdocs_resolutions.reading import Block

_SIGNS = (" -", "- ", " –", "– ", " ,", " ;", " :", " .", " ”", " )", " ’s", "( ", "“ ")
"""One of them is in each text that the next two forms look for."""
_SUSPENDS = "|".join(sorted(english.SUSPENDS))
_APART = re.compile(
    rf"""
    (?<=[^\W\d_])\ -(?=[,;]|\ (?:{_SUSPENDS})\b)   # low -, middle -and: it suspends a word
    | (?<=[A-Z])\ -(?=[0-9])                       # COVID -19
    | (?<=[0-9])\ -(?=[A-Z])                       # Goal 4 -Education
    | (?<=[0-9])(?:\ –|–\ )(?=[0-9])               # 2018 –2028
    | (?<=[^\s.,;:])\ (?=[,;”)](?:\W|$)|\.(?:\ [A-Z“]|$))
    | (?<=[^\W\d_])\ (?=:(?:\ |$))
    | (?<=[^\W\d_])\ (?=’s\b)                      # the Office ’s
    | (?<=[(“])\ (?=\w)
    """,
    re.VERBOSE,
)
"""Spaces beside signs where print has none: the signs stay."""
_BETWEEN = re.compile(rf"(?<=[^\W\d_]) ?- (?=[^\W_])(?!(?:{_SUSPENDS})\b)|(?<=[0-9]) – (?=[0-9])")
"""A hyphen or a dash before a space, but one that suspends a word."""
_SMALL_WORD = re.compile(rf"(?:{english.GOES_ON.pattern.removesuffix('$')})\b", re.IGNORECASE)


def settle_hyphens(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Notice, ...]]:
    """Blocks whose hyphens and signs stand as in print, and a notice `word-mended` for each that
    did not. Tables stay as they are."""
    settler = _Settler(blocks)
    return tuple(map(settler.settle, blocks)), tuple(settler.notices)


class _Settler:
    """The hyphens that a document lost, and the signs that stand apart in it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.notices: list[Notice] = []
        self._blocks = blocks
        self._lost, self._divided = LostHyphens(blocks), DividedWords(blocks)
        self._signs = [sign for sign in _SIGNS if sign in self._lost.text]

    @cached_property
    def _dashes(self) -> bool:
        """Whether a hyphen between two spaces is a dash somewhere."""
        return any(map(self._has_dashes, self._blocks))

    def settle(self, block: Block) -> Block:
        """A block with its hyphens and signs as in print."""
        if block.rows:
            return block
        edits = [*self._divided.edits(block), *self._lost.edits(block)]
        if self._signs and any(sign in block.text for sign in self._signs):
            edits += self._apart(block)
        if not edits:
            return block
        edits = [*_in_order(edits)]
        for edit in edits:
            was, now = _words_around(block.text, edit)
            message = f"{quoted(was)} is read as {quoted(now)}."
            self.notices.append(Notice("word-mended", message, block.at(edit.start)))
        spans = [Span(edit.start, edit.end) for edit in edits]
        return Cuts(spans, [edit.put for edit in edits]).of_block(block)

    def _has_dashes(self, block: Block) -> bool:
        """Whether a hyphen between two spaces is a dash: within a line, and in no word that is
        known."""
        if " - " not in block.text:
            return False
        breaks = {one.offset for one in block.breaks}
        return any(
            " - " in found[0] and found.end() not in breaks and not self._is_known(block, found)
            for found in _BETWEEN.finditer(block.text)
        )

    def _apart(self, block: Block) -> Iterator[Edit]:
        """Signs with spaces beside them that print does not have."""
        text = block.text
        places = self._places_of_signs(text)
        for found in _matches(_APART, text, places):
            if self._dashes and text.startswith("- ", found.end() - 1):
                continue  # A dash, too, may stand before a conjunction.
            yield Edit(*found.span(), found[0].replace(" ", ""))
        breaks = {one.offset for one in block.breaks}
        for found in _matches(_BETWEEN, text, places):
            at_end = found.end() in breaks
            if "–" in found[0]:
                settled = at_end
            else:
                hyphens = at_end and found[0] == " - " and not self._dashes
                # No compound has a small word behind its first hyphen; a dash may.
                hyphens = hyphens and _SMALL_WORD.match(text, found.end()) is None
                settled = hyphens or self._is_known(block, found)
            if settled:
                yield Edit(*found.span(), found[0].strip())

    def _places_of_signs(self, text: str) -> list[int]:
        """Where a sign with a space stands in a text, and the places beside it, in order."""
        near = set[int]()
        for sign in self._signs:
            place = text.find(sign)
            while place >= 0:
                near.update((max(0, place - 1), place, place + 1))
                place = text.find(sign, place + 1)
        return sorted(near)

    def _is_known(self, block: Block, found: re.Match[str]) -> bool:
        """Whether the words beside a hyphen are a compound that stands elsewhere."""
        near = block.text[max(0, found.start() - LONGEST_COMPOUND) : found.start()]
        before = near.rsplit(" ", 1)[-1]
        behind = WORD.match(block.text, found.end())
        return behind is not None and f"{before}-{behind[0]}".lower() in self._lost.compounds


def _matches(form: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What a form is at some places of a text: to look there only takes a tenth of the time."""
    return filter(None, (form.match(text, place) for place in places))


def _in_order(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits in the order of the text; of those that meet the first."""
    end = -1
    for edit in sorted(edits):
        if edit.start >= end:
            yield edit
            end = edit.end


def _words_around(text: str, edit: Edit) -> tuple[str, str]:
    """The words that an edit touches, before and after it."""
    first = text.rfind(" ", 0, edit.start) + 1
    last = text.find(" ", edit.end)
    behind = text[edit.end : last if last >= 0 else len(text)]
    before = text[first : edit.start]
    return before + text[edit.start : edit.end] + behind, before + edit.put + behind
