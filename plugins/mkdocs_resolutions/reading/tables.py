"""Tables: those that hold data, and those that only set paragraphs side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bs4 import Tag

from mkdocs_resolutions.model import Cell, Origin
from mkdocs_resolutions.reading.htmltree import Event
from mkdocs_resolutions.reading.manuscript import Block, Mark

_NOT_IN_A_CELL = re.compile(r"h[1-6]|hr|ol|table")
_MOST_PARAGRAPHS = 3
"""In a cell of data. More are a text that stands in a table."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as it is read: its words with their marks, whether it is a head, its width."""

    words: Block
    header: bool
    span: int


def table_block(rows: Sequence[Sequence[TableCell]], origin: Origin) -> Block | None:
    """A table as a block, whose text is that of its cells; None for one without words."""
    kept, marks, text = list[tuple[Cell, ...]](), list[Mark](), ""
    for row in rows:
        if not any(cell.words.text for cell in row):
            continue
        kept.append(tuple(Cell(cell.words.text, cell.header, cell.span) for cell in row))
        for cell in row:
            start = len(text) + 1 if text else 0
            text = f"{text} {cell.words.text}" if text else cell.words.text
            marks += (
                Mark("note", mark.start + start, mark.end + start, mark.value)
                for mark in cell.words.of("note")
            )
    return Block(text, origin, tuple(marks), rows=tuple(kept)) if kept else None


def span_of(printed: object) -> int:
    """How many columns a cell takes, as far as that is a sensible number."""
    text = str(printed or "1")
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,2}", text) else 1


@dataclass(slots=True)
class _Open:
    """A table that is looked over: what was seen of it."""

    tag: Tag
    layout: bool = False
    in_row: int = 0
    """Cells with words in the row."""
    widest: int = 0
    paragraphs: int = 0
    """Paragraphs with words in the cell."""
    fresh: bool = False
    """No words since the last paragraph or cell began."""
    cell: bool = False
    """The cell has words."""


@dataclass(slots=True)
class _Survey:
    found: set[int] = field(default_factory=set)
    opened: list[_Open] = field(default_factory=list)

    def see(self, event: Event) -> None:
        here = self.opened[-1] if self.opened else None
        name = event.tag.name
        if event.kind == "start":
            if here and _NOT_IN_A_CELL.fullmatch(name):
                here.layout = True
            if name == "table":
                self.opened.append(_Open(event.tag, event.tag.get("role") == "presentation"))
            elif here and name == "tr":
                here.in_row = 0
            elif here and name in ("td", "th"):
                here.paragraphs, here.fresh, here.cell = 0, True, False
            elif here and name in ("p", "div", "li"):
                here.fresh = True
        elif event.kind == "words" and here and event.text.strip():
            here.in_row += not here.cell
            here.paragraphs += here.fresh
            here.widest = max(here.widest, here.in_row)
            here.layout = here.layout or here.paragraphs > _MOST_PARAGRAPHS
            here.fresh, here.cell = False, True
        elif event.kind == "end" and here and event.tag is here.tag:
            self.opened.pop()
            if not here.layout and here.widest > 1:
                self.found.add(id(here.tag))


def data_tables(walk: Iterable[Event]) -> set[int]:
    """The tables, by identity, whose rows and cells mean something.

    One that holds headings, numbered lists, other tables or long texts, or a single column, sets
    paragraphs side by side: it is read cell by cell.
    """
    survey = _Survey()
    for event in walk:
        survey.see(event)
    return survey.found
