"""Numbers of paragraphs that stand alone, as converters leave what a page sets in a column.

They are given to the words that they number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_resolutions.parsing.labels import LONGEST_LABEL, find_label
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import Block, join

_SYMBOL = re.compile(r"A/RES(?:/[0-9A-Z.()-]+)+")
_FIRST_LETTER = "A."
_BARE_NUMBER = re.compile(r"[0-9]{1,3}")


def number_paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks of which none is a number alone, where words stand behind it.

    Numbers that follow each other before all their words go to the paragraphs behind them in turn,
    each of which opens as one does; what opens none is the rest of the one before. The letter of a
    table may stand among them, and goes to the words behind those.
    """
    waiting, several = list[Block](), False
    for block in blocks:
        if waiting and (block.head or _SYMBOL.fullmatch(block.text)):
            yield block
        elif _is_number(block) or (len(waiting) == 1 and _is_letter_below(waiting[0], block)):
            if waiting and not _follows(waiting[-1], block):
                yield from waiting
                waiting, several = [], False
            several = bool(waiting)
            waiting.append(block)
        elif not waiting:
            yield block
        elif _is_numbered_by(waiting[0], block, several=several):
            yield join((waiting.pop(0), block))
        elif several and _is_rest(block):
            yield block
        else:
            yield from (*waiting, block)
            waiting = []
        several = several and bool(waiting)
    yield from waiting


def _follows(number: Block, block: Block) -> bool:
    """Whether the number of a paragraph is the next behind another, or the letter of a table."""
    if _is_letter_below(number, block):
        return True
    first, second = find_label(number), find_label(block)
    if first is None or second is None or not (first.is_paragraph and second.is_paragraph):
        return False
    return int(second.value) == int(first.value) + 1


def _is_letter_below(number: Block, block: Block) -> bool:
    """Whether the first letter of some tables stands below the number of their paragraph."""
    label = find_label(number)
    return block.text == _FIRST_LETTER and label is not None and label.is_paragraph


def _is_rest(block: Block) -> bool:
    """Whether a block may go on with that before: an item, or words that open nothing."""
    label = find_label(block)
    opens = label.is_paragraph if label else find_opening(block) is not None
    return not (block.rows or opens or is_note(block))


def _is_number(block: Block) -> bool:
    """Whether a block is a number alone, with its stop or without."""
    if len(block.text) > LONGEST_LABEL or block.rows or block.of("note"):
        return False
    label = find_label(block)
    return (label and label.end >= len(block.text)) or _BARE_NUMBER.fullmatch(
        block.text
    ) is not None


def _is_numbered_by(number: Block, block: Block, *, several: bool) -> bool:
    """Whether words belong to the number alone before them; one without its stop, and one of
    several, needs a verb."""
    if block.rows or find_label(block) or is_note(block):
        return False
    if number.text == _FIRST_LETTER:
        return True
    if not several and not _BARE_NUMBER.fullmatch(number.text):
        return True
    opening = find_opening(block)
    return opening is not None and opening.mood == "operative"


def is_note(block: Block) -> bool:
    """Whether a block is a footnote: it begins with its mark."""
    return any(not mark.start for mark in block.of("note"))
