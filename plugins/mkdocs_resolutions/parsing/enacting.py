"""Where a resolution begins: its enacting words, and what stands above and below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.conserve import GLUED
from mkdocs_resolutions.parsing.labels import find_label
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import SUPERSCRIPTS, Block

SHORT = (
    r"(?P<short>(?:E?S-)?[0-9]{1,3}/[0-9]{1,4}(?:\s?[A-Z])?"
    r"|[0-9]{1,4}(?:\s?[A-Z])?\s?\((?:E?S-)?[IVXLC]+\)(?:\s?[A-Z])?)"
)
"""The number of a resolution without its organ: 77/79, 217 A (III)."""
TITLE_NUMBER = re.compile(rf"{SHORT}\.(?:\s+|$|(?=[^\W\d_]|[“‘\"]))")
"""What a title begins with; a converter may lose the space behind the stop."""
_ENDS_PREAMBULAR = re.compile(rf",\s?[{SUPERSCRIPTS}0-9]{{0,3}}$")
_LONGEST_TITLE = 5
"""Lines of a title, where every line is a block."""


@dataclass(frozen=True, slots=True)
class Start:
    """A document parted at its enacting words: the masthead, those words, the clauses.

    `enacting` is their match, None where a resolution lacks them.
    """

    above: tuple[Block, ...]
    formula: tuple[Block, ...]
    below: tuple[Block, ...]
    enacting: re.Match[str] | None


def find_start(blocks: Sequence[Block]) -> Start | None:
    """Part the blocks of a document; None where nothing says that a resolution begins.

    A preamble may stand above the enacting words: “Whereas … Now, therefore, the Assembly …”.
    """
    found = _find_enacting(blocks) or _find_title(blocks)
    if found is None:
        return None
    index, offset = found
    here = blocks[index]
    forms = (english.ENACTING, english.THEREFORE)
    match = next(filter(None, (form.match(here.text, offset) for form in forms)), None)
    end = match.end() if match else offset
    preamble = _preamble_above(blocks[:index]) if match and not offset else index
    formula = [here.cut(offset, end)] if match else []
    last = index
    if preamble < index and english.THEREFORE.fullmatch(blocks[index - 1].text):
        last -= 1
        formula.insert(0, blocks[last])
    above = (*blocks[:preamble], *((here.cut(0, offset),) if preamble == index else ()))
    rest = here.cut(end)
    below = (*blocks[preamble:last], *((rest,) if rest.text else ()), *blocks[index + 1 :])
    return Start(above, tuple(formula), below, match)


def _preamble_above(blocks: Sequence[Block]) -> int:
    """The block with which a preamble begins that stands above the enacting words, its heading
    included; the number of the blocks where there is none."""
    first = next(
        (n for n, one in enumerate(blocks) if n and english.WHEREAS.match(one.text)), len(blocks)
    )
    headed = first and english.PREAMBLE.fullmatch(blocks[first - 1].text)
    return first - 1 if headed else first


def _find_enacting(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The block and the offset at which the enacting words stand, None where there are none.

    They open a block, or follow the title in a line that a converter ran together.
    """
    for index, block in enumerate(blocks):
        therefore = english.THEREFORE.match(block.text)
        if therefore and therefore["organ"]:
            return index, 0
        titled = TITLE_NUMBER.match(block.text) is not None
        for match in english.ENACTING.finditer(block.text):
            start = match.start()
            whole = not in_word(block.text, start) or GLUED.match(block.text, start)
            before = block.text[max(0, start - 2) : start].rstrip()
            if start == 0 or (titled and whole) or before[-1:] in ("]", "."):
                return index, start
    return None


def _find_title(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The end of the title where a resolution lacks its enacting words; None where it is none.

    A resolution still says that the Assembly adopted it, and numbers its title.
    """
    resolved = False
    for index, block in enumerate(blocks):
        resolved = resolved or english.RESOLVED.search(block.text) is not None
        if resolved and TITLE_NUMBER.match(block.text):
            last = index + _lines_of_title(blocks[index + 1 : index + 1 + _LONGEST_TITLE])
            return last, _end_of_title(blocks[last])
    return None


def _end_of_title(block: Block) -> int:
    """Where a title ends in its last block: before the line that begins a preambular clause.

    A converter of pages leaves no blank line there.
    """
    if not _ENDS_PREAMBULAR.search(block.text):
        return len(block.text)
    for place in block.breaks:
        opening = find_opening(block.cut(place.offset))
        if opening and opening.mood == "preambular":
            return place.offset
    return len(block.text)


def _lines_of_title(blocks: Sequence[Block]) -> int:
    """How many of the blocks below the number of a title belong to it: those before a clause."""
    begun = (n for n, one in enumerate(blocks) if find_opening(one) or find_label(one))
    return next(begun, 0)


def in_word(text: str, *places: int) -> bool:
    """Whether a cut at one of the places would part a word."""
    return any(_letter(text[place - 1 : place]) and _letter(text[place : place + 1])
               for place in places if place)  # fmt: skip


def _letter(character: str) -> bool:
    return character.isalnum() and character not in SUPERSCRIPTS
