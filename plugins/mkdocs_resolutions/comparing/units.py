"""The clauses of a resolution as alignment sees them: in one row, each with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Clause, Resolution

Part = Literal["preamble", "operative", "annex"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause with words of its own. Numbers are none of them, and count for nothing.

    `parent` is the place of the clause around it in the same row, `text` what it says (of a table
    the cells of its rows), `words` how often it says each word, `below` those of the clauses in it.
    """

    id: str
    part: Part
    parent: int | None
    clause: Clause
    text: str
    words: Counter[str]
    below: Counter[str]

    @property
    def is_table(self) -> bool:
        """Whether it has cells and no text."""
        return self.clause.kind == "table"


def units(resolution: Resolution) -> tuple[Unit, ...]:
    """Every clause with words of its own, in the order of the text; headings are none."""
    row: list[Unit] = []
    _add(resolution.preamble, "preamble", None, row)
    _add(resolution.operative, "operative", None, row)
    for annex in resolution.annexes:
        _add(annex.clauses, "annex", None, row)
    return tuple(row)


def _add(clauses: Iterable[Clause], part: Part, parent: int | None, row: list[Unit]) -> None:
    for clause in clauses:
        text = table_text(clause) if clause.kind == "table" else clause.text
        own: Part = "preamble" if clause.kind == "preambular" and part == "operative" else part
        place = parent
        if clause.kind != "heading" and text:
            place = len(row)
            below = Counter(word for child in clause.clauses for word in _all_words(child))
            row.append(Unit(clause.id, own, parent, clause, text, Counter(words(text)), below))
        _add(clause.clauses, own, place, row)


def _all_words(clause: Clause) -> Iterator[str]:
    yield from words(clause.text)
    for child in clause.clauses:
        yield from _all_words(child)


def table_text(clause: Clause) -> str:
    """What a table says: its rows as lines, its cells parted by a stroke."""
    return "\n".join(" | ".join(cell.text for cell in row) for row in clause.rows)
