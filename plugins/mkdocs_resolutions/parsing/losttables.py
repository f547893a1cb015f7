"""Tables that a converter of pages took apart, so that each cell stands alone, below the last.

Which row a cell is of, and which column, nobody can tell then. They are kept as one table that has
a row for each, so that they are no clauses: with addresses of their own, and numbers for others.
Where each line is a row that ends in a figure, rows are told, and the last column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from mkdocs_resolutions.model import Cell
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.annexes import annex_heading
from mkdocs_resolutions.parsing.labels import find_label
from mkdocs_resolutions.parsing.lonenumbers import is_note
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import Block, join

_FEWEST_CELLS = 8
_LONGEST_CELL = 20
"""Words."""
_FEW, _SHORT, _BARE, _IN_ROWS = 3, 0.5, 0.2, 0.4
"""Words of a short cell; the part of the cells of a table that are short, and that are figures, the
code of something or a letter; or that end in a figure, no year, where each is a whole row."""
_MOST_HEADINGS = 3
"""Lines of the headings below a table."""
_LETTER = re.compile(r"[A-Z]\.?")
_SMALL_WORD = re.compile(r"[a-z]{2}")
_SYMBOL = re.compile(r"[A-Z]{1,8}/")
_LAST_FIGURE = re.compile(r"[^\s:]\s(?!(?:19|20)[0-9]{2}$)(?P<figure>[0-9][0-9.,]*|–)$")
_FEWEST_ROWS, _FIGURED = 5, 0.8
"""Lines of a block that are rows, and the part of them that end in a figure, at least."""
_LONGEST_ROW = 8
"""Words of a row, as a mean."""
_ENDS_SENTENCE = (".", ";", ":", ",")


def tell_lost_tables(blocks: Sequence[Block]) -> tuple[list[Block], list[Notice]]:
    """Blocks of which those that were cells of one table are one, and a notice `table-lost` for
    each such table."""
    told, notices = list[Block](), list[Notice]()
    blocks = [_in_rows(block) for block in blocks]
    for are_cells, several in groupby(blocks, key=_is_cell):
        run = list(several)
        end = max((n for n, cell in enumerate(run, start=1) if _has_figure(cell)), default=0)
        # The last row has a figure: what stands below it may be the heading of what follows.
        end = len(run) if end and len(run) - end > _MOST_HEADINGS else end
        cells, rest = run[:end], run[end:]
        if not (are_cells and _are_table(cells)):
            told += run
            continue
        rows = tuple((Cell(cell.text),) for cell in cells)
        told += (join(cells)._replace(rows=rows, breaks=()), *rest)
        message = f"{len(cells)} cells from {quoted(cells[0].text, 40)} on stand below each other."
        notices.append(Notice("table-lost", message, cells[0].origin))
    return told, notices


def _in_rows(block: Block) -> Block:
    """A block as a table, where each of its lines is a row that ends in a figure, but for the first
    or the first two, which head it."""
    if len(block.breaks) < _FEWEST_ROWS or block.rows or find_label(block) or is_note(block):
        return block
    lines = [line.text for line in block.lines()]
    figures = [_last_figure(line) for line in lines]
    heads = next((place for place, found in enumerate(figures) if found), len(lines))
    few = len(block.text.split()) <= _LONGEST_ROW * len(lines)
    if heads > 2 or not few or sum(map(bool, figures)) < _FIGURED * len(lines):
        return block
    rows = [
        (Cell(line[: -len(found["figure"])].rstrip()), Cell(found["figure"]))
        if found
        else (Cell(line, header=place < heads),)
        for place, (line, found) in enumerate(zip(lines, figures, strict=True))
    ]
    return block._replace(rows=tuple(rows), breaks=())


def _is_cell(block: Block) -> bool:
    """Whether a block may be a cell: a few words, which are no sentence and open nothing."""
    text = block.text
    if _LETTER.fullmatch(text):
        return True
    if block.rows or text.endswith(_ENDS_SENTENCE) or len(text.split()) > _LONGEST_CELL:
        return False
    if english.BULLET.match(text) or (block.wholly("bold") and english.SECTION.fullmatch(text)):
        return False
    label = find_label(block)
    if (label and label.end < len(text)) or is_note(block):
        return False
    return not (find_opening(block) or annex_heading(block) or english.UNIT.match(text))


def _are_table(cells: Sequence[Block]) -> bool:
    """Whether cells in a row are those of a table: many are short, and some mere figures; or many
    end in one, as whole rows do, and do not count one another."""
    count = len(cells)
    if count < _FEWEST_CELLS:
        return False
    short = sum(len(cell.text.split()) <= _FEW for cell in cells)
    bare = sum(_is_figure(cell.text) or _LETTER.fullmatch(cell.text) is not None for cell in cells)
    if short >= _SHORT * count and bare >= _BARE * count:
        return True
    figures = [found["figure"] for cell in cells if (found := _last_figure(cell.text))]
    steps = sum(
        one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1
        for one, other in pairwise(figures)
    )
    return len(figures) >= _IN_ROWS * count and 2 * steps < len(figures)


def _has_figure(cell: Block) -> bool:
    """Whether a cell is a figure or ends with one."""
    return _is_figure(cell.text) or _last_figure(cell.text) is not None


def _is_figure(text: str) -> bool:
    """Whether a cell is a figure, or the code of something: no word, no symbol of a document."""
    digits = any(map(str.isdecimal, text)) or text == "–"
    return digits and not (_SMALL_WORD.search(text) or _SYMBOL.match(text))


def _last_figure(text: str) -> re.Match[str] | None:
    """The figure that a cell ends with; what stands behind “No.” is the number of something."""
    found = _LAST_FIGURE.search(text[-20:])
    before = text[: -len(found["figure"])].split()[-1:] if found else []
    return None if before and before[0].lower() in english.ABBREVIATED else found
