"""The clauses of a resolution as alignment sees them: in one row, each with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_resolutions.comparing.words import bag, words
from mkdocs_resolutions.model import Clause, Resolution

Part = Literal["preamble", "operative", "annex"]
PARTS: tuple[Part, ...] = ("preamble", "operative", "annex")

BEGINNING = 4
"""Words behind the opening phrase that make a beginning."""


class Unit(NamedTuple):
    """A clause with words of its own. Numbers are none of them, and count for nothing."""

    id: str
    part: Part
    """What it is: a preambular paragraph may stand in a section of the operative part."""
    within: Part
    """Where it stands."""
    parent: int | None
    """The place of the clause around it in the same row."""
    depth: int
    """How many are around it."""
    clause: Clause
    text: str
    """What it says; of a table the cells of its rows."""
    said: tuple[str, ...]
    """Its words in their order."""
    words: Counter[str]
    """How often it says each word."""
    beginning: tuple[str, ...]
    """Its first words behind the opening phrase; its id where they are too few."""
    below: Counter[str]
    """How often the clauses in it say each word."""

    @property
    def is_table(self) -> bool:
        """Whether it has cells and no text."""
        return self.clause.kind == "table"


@lru_cache(maxsize=4)  # the later text of a pair is the earlier one of the next
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
            said = words(text)
            first = said[len(words(clause.phrase or "")) :][:BEGINNING]
            beginning = first if len(first) == BEGINNING else (clause.id,)
            below = _words_below(clause) if clause.clauses else _NONE
            row.append(
                Unit(
                    clause.id, own, within, parent, depth, clause, text, said, bag(text), beginning,
                    below,
                )
            )  # fmt: skip
        _add(clause.clauses, own, within, place, row)


_NONE: Counter[str] = Counter()


def _words_below(clause: Clause) -> Counter[str]:
    return Counter(word for child in clause.clauses for word in _all_words(child))


def _all_words(clause: Clause) -> Iterator[str]:
    yield from words(clause.text)
    for child in clause.clauses:
        yield from _all_words(child)


def table_text(clause: Clause) -> str:
    """What a table says: its rows as lines, its cells parted by a stroke."""
    return "\n".join(" | ".join(cell.text for cell in row) for row in clause.rows)
