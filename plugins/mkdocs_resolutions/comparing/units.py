"""The clauses of a resolution as alignment sees them: in one row, each with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from mkdocs_resolutions.comparing.words import bag, words
from mkdocs_resolutions.model import Clause, Resolution

Part = Literal["preamble", "operative", "annex"]
PARTS: tuple[Part, ...] = ("preamble", "operative", "annex")

BEGINNING = 4
"""Words behind the opening phrase that make a beginning."""


@dataclass(frozen=True)
class Unit:
    """A clause with words of its own. Numbers are none of them, and count for nothing.

    `part` says what it is and `within` where it stands: a preambular paragraph may stand in a
    section of the operative part. `parent` is the place of the clause around it in the same row,
    `depth` how many are around it, `text` what it says (of a table the cells of its rows). Most
    clauses stay as they are and are never likened: what that needs is made when it is asked for,
    which is why there are no slots.
    """

    id: str
    part: Part
    within: Part
    parent: int | None
    clause: Clause
    text: str
    depth: int = 0

    @property
    def is_table(self) -> bool:
        """Whether it has cells and no text."""
        return self.clause.kind == "table"

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Its words in their order."""
        return words(self.text)

    @cached_property
    def words(self) -> Counter[str]:
        """How often it says each word."""
        return bag(self.text)

    @cached_property
    def beginning(self) -> tuple[str, ...]:
        """Its first words behind the opening phrase; its id where they are too few."""
        first = self.said[len(words(self.clause.phrase or "")) :][:BEGINNING]
        return first if len(first) == BEGINNING else (self.id,)

    @cached_property
    def below(self) -> Counter[str]:
        """How often the clauses in it say each word."""
        return Counter(word for child in self.clause.clauses for word in _all_words(child))


def units(resolution: Resolution) -> tuple[Unit, ...]:
    """Every clause with words of its own, in the order of the text; headings are none."""
    row: list[Unit] = []
    _add(resolution.preamble, "preamble", "preamble", None, row)
    _add(resolution.operative, "operative", "operative", None, row)
    for annex in resolution.annexes:
        _add(annex.clauses, "annex", "annex", None, row)
    return tuple(row)


def _add(
    clauses: Iterable[Clause], part: Part, within: Part, parent: int | None, row: list[Unit]
) -> None:
    for clause in clauses:
        text = table_text(clause) if clause.kind == "table" else clause.text
        own: Part = "preamble" if clause.kind == "preambular" and part == "operative" else part
        place = parent
        if clause.kind != "heading" and text:
            place = len(row)
            depth = 0 if parent is None else row[parent].depth + 1
            row.append(Unit(clause.id, own, within, parent, clause, text, depth))
        _add(clause.clauses, own, within, place, row)


def _all_words(clause: Clause) -> Iterator[str]:
    yield from words(clause.text)
    for child in clause.clauses:
        yield from _all_words(child)


def table_text(clause: Clause) -> str:
    """What a table says: its rows as lines, its cells parted by a stroke."""
    return "\n".join(" | ".join(cell.text for cell in row) for row in clause.rows)
