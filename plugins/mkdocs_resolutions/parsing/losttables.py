"""Tables that a converter of pages took apart, so that each cell stands alone, below the last.

Which row a cell is of, and which column, nobody can tell then. They are kept as one table that has
a row for each, so that they are no clauses: with addresses of their own, and numbers for others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from mkdocs_resolutions.model import Cell
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.annexes import annex_heading
from mkdocs_resolutions.parsing.labels import find_label
from mkdocs_resolutions.parsing.lonenumbers import LETTER_ALONE, is_note
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import Block, join

_FEWEST_CELLS = 8
_LONGEST_CELL = 20
"""Words."""
_FEW, _SHORT, _BARE = 3, 0.5, 0.2
"""Words of a short cell, the part of the cells of a table that are short, and the part that are
figures or the code of something."""
_FIGURES = re.compile(r"[^a-z]*(?:\([^()]*\)[^a-z]*)?")
_IN_ROWS = 0.4
"""The part of them that end in a figure, no year, where a whole row is a cell."""
_ENDS_IN_FIGURE = re.compile(r"\s(?!(?:19|20)[0-9]{2}$)(?:[0-9][0-9.,]*|–)$")
_ENDS_SENTENCE = (".", ";", ":", ",")


def tell_lost_tables(blocks: Sequence[Block]) -> tuple[list[Block], list[Notice]]:
    """Blocks of which those that were cells of one table are one, and a notice `table-lost` for
    each such table."""
    told, notices = list[Block](), list[Notice]()
    for are_cells, several in groupby(blocks, key=_is_cell):
        run = list(several)
        if not (are_cells and _are_table(run)):
            told += run
            continue
        rows = tuple((Cell(block.text),) for block in run)
        told.append(join(run)._replace(rows=rows, breaks=()))
        message = f"{len(run)} cells from {quoted(run[0].text, 40)} on stand below each other."
        notices.append(Notice("table-lost", message, run[0].origin))
    return told, notices


def _is_cell(block: Block) -> bool:
    """Whether a block may be a cell: a few words, which are no sentence and open nothing."""
    text = block.text
    if LETTER_ALONE.fullmatch(text):
        return True
    if block.rows or text.endswith(_ENDS_SENTENCE) or len(text.split()) > _LONGEST_CELL:
        return False
    label = find_label(block)
    if (label and label.end < len(text)) or is_note(block):
        return False
    return not (find_opening(block) or annex_heading(block) or english.UNIT.match(text))


def _are_table(cells: Sequence[Block]) -> bool:
    """Whether cells in a row are those of a table: many are short, and some mere figures; or many
    end in one, as whole rows do."""
    count = len(cells)
    if count < _FEWEST_CELLS:
        return False
    short = sum(len(cell.text.split()) <= _FEW for cell in cells)
    bare = sum(_FIGURES.fullmatch(cell.text) is not None for cell in cells)
    in_rows = sum(_ENDS_IN_FIGURE.search(cell.text[-20:]) is not None for cell in cells)
    return (short >= _SHORT * count and bare >= _BARE * count) or in_rows >= _IN_ROWS * count
