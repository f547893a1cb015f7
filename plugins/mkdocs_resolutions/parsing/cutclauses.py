"""Clauses that the end of a page cut in two: whether a block goes on with the one before it."""

from __future__ import annotations

import re

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.draft import Draft
from mkdocs_resolutions.parsing.headings import stands_alone
from mkdocs_resolutions.parsing.openings import find_opening, opens_surely
from mkdocs_resolutions.parsing.survey import Sight
from mkdocs_resolutions.reading import SET_IN, SPARE, Block, ends_early

_UNFINISHED = re.compile(r"[^;.:,!?][”’\"')\]]*$")
_DECIMAL = re.compile(r"[0-9]{1,2}\.(?:[0-9]{1,2}|[a-z])\.?\s+[A-Z]")
"""What numbers the targets of a goal, `1.1`, `1.a`; it is kept with the words."""
_HEADINGS = ("heading", "section", "unit")
_NOT_GONE_ON = (*_HEADINGS, "table")


def is_cut(before: Draft, block: Block) -> bool:
    """Whether a page ended within a sentence: its last line is full, and no clause ends so."""
    last = before.blocks[-1]
    if before.role in _NOT_GONE_ON or last.room is None or not _UNFINISHED.search(before.tail):
        return False
    begins = _is_counted(block) or block.wholly("bold") or opens_surely(block)
    spare = SPARE if last.breaks else SET_IN
    return not (ends_early(last.room, block.text, spare) or begins or stands_alone(block.text))


def goes_on(before: Draft, here: Sight, *, listed: bool) -> bool:
    """Whether a block goes on with a clause that a page break cut in two; `listed` says that this
    has a list, which may be closed by words behind it."""
    block, text = here.block, before.tail
    if before.role in _HEADINGS:
        # Nothing but the rest of its title begins in small letters below it.
        return text[-1:].isalnum() and block.text[:1].islower() and here.label is None
    if before.role == "table" or _is_counted(block) or stands_alone(block.text):
        return False
    capital = block.text[:1].isupper()
    if _UNFINISHED.search(text) or text.endswith("-"):
        if not capital or text.endswith("-"):
            return True
        cut = here.parted or english.GOES_ON.search(text)
        return bool(cut) and not (block.wholly("bold") or opens_surely(block))
    if not text.endswith(","):
        return False
    if not capital:
        # Behind the last item of a list it is the words that close the list.
        ahead = here.ahead
        return not listed or here.parted or (ahead is not None and not ahead.is_paragraph)
    if block.wholly("bold") or block.wholly("italic") or find_opening(block):
        return False
    # Of paragraphs without numbers each ends in a comma, but the last.
    return before.label is not None or here.parted


def is_doubtful(before: Draft, block: Block) -> bool:
    """Whether a block that goes on with a clause could as well be the next paragraph."""
    return before.label is None and before.tail.endswith(",") and block.text[:1].isupper()


def goes_on_as_table(before: Draft, block: Block) -> bool:
    """Whether a table is the rest of the one before, which a page cut: its head is the same."""
    if before.role != "table" or len(before.blocks) > 1:
        return False
    head = before.blocks[0].rows[0]
    return head == block.rows[0] and any(cell.header for cell in head)


def is_table_note(before: Draft, block: Block) -> bool:
    """Whether a block is a note to the table before it, by its mark or by its words."""
    if before.role != "table":
        return False
    first = next(iter(block.of("note")), None)
    lettered = first is not None and first.start == 0 and first.value.isalpha()
    return lettered or english.TABLE_NOTE.match(block.text) is not None


def _is_counted(block: Block) -> bool:
    """Whether a block begins with a bullet, or with the number of a target."""
    return bool(english.BULLET.match(block.text) or _DECIMAL.match(block.text))
