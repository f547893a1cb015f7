"""From drafts, which have their places in the tree, to clauses with their ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.model import Clause, ClauseKind, NoteMark, Numbered
from mkdocs_resolutions.model.resolution import walk
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing.draft import Draft
from mkdocs_resolutions.parsing.notes import Notes, italics, links
from mkdocs_resolutions.parsing.openings import find_opening, marked_opening
from mkdocs_resolutions.reading import Block, join


@dataclass(slots=True)
class Clauses:
    """Makes the clauses of a part; `drafts` are those that stand in none, in order.

    `paged` says that the file was printed: a clause without an opening may then be cut, and is
    noticed.
    """

    drafts: Sequence[Draft]
    notes: Notes
    paged: bool
    notices: list[Notice] = field(default_factory=list)

    def made(self, numbered: Sequence[Numbered]) -> tuple[Clause, ...]:
        """The clauses with their ids, those of headings' levels counted from 1 without gaps."""
        return _rank_levels(self._all(self.drafts, numbered))

    def _all(self, drafts: Sequence[Draft], numbered: Sequence[Numbered]) -> tuple[Clause, ...]:
        return tuple(map(self._clause, drafts, numbered))

    def _clause(self, draft: Draft, place: Numbered) -> Clause:
        words, marks = self.notes.strip(join(draft.blocks))
        if draft.role == "operative" and draft.label is None:
            draft.kind = _unnumbered_kind(place.id, draft.kind)
        if place.oddity == "repeated" and self._stands_twice(draft):
            message = f"{quoted(draft.label or '')} numbers two clauses of one list."
            self.notices.append(Notice("number-repeated", message, draft.origin))
        if draft.kind == "table":
            return self._table(draft, place, marks)
        phrase = self._phrase(draft, words)
        skip = len(phrase) if phrase else 0
        return Clause(
            id=place.id,
            kind=draft.kind,
            num=draft.label,
            phrase=phrase,
            text=words.text,
            origin=draft.origin,
            footnotes=marks,
            italics=() if draft.kind == "heading" else italics(words, skip),
            clauses=self._all(draft.children, place.children),
            level=draft.level if draft.kind == "heading" else None,
            aliases=place.aliases,
            links=links(words),
        )

    def _stands_twice(self, draft: Draft) -> bool:
        """Whether its number is repeated; an appendix may have that of a part."""
        if draft.role == "unit":
            return sum(one.label == draft.label for one in self.drafts) > 1
        return draft.role in ("item", "section")

    def _table(self, draft: Draft, place: Numbered, marks: tuple[NoteMark, ...]) -> Clause:
        """A table: its words stand in its cells, its footnote marks belong to the whole."""
        return Clause(
            id=place.id,
            kind="table",
            num=None,
            phrase=None,
            text="",
            origin=draft.origin,
            footnotes=tuple(mark._replace(offset=0) for mark in marks),
            aliases=place.aliases,
            rows=self.notes.cells(draft.blocks[0].rows),
            table_notes=tuple(block.text for block in draft.blocks[1:]),
        )

    def _phrase(self, draft: Draft, words: Block) -> str | None:
        """The opening phrase of a clause that has one; one that should and has none is noticed.

        A paragraph without words of its own has its verbs in those below it.
        """
        if draft.kind in ("heading", "quote", "closing", "table"):
            return None
        if draft.kind not in ("preambular", "operative", "lead-in"):
            return marked_opening(words)
        opening = find_opening(words)
        if opening is None and self.paged and (words.text or not draft.children):
            message = f"{quoted(words.text, 40)} opens with no phrase that is known."
            self.notices.append(Notice("opening-unknown", message, draft.origin))
        return opening.phrase if opening else None


def _unnumbered_kind(identifier: str, counted: ClauseKind) -> ClauseKind:
    """What unnumbered words are by the place they got: a lead-in, part of a clause, or counted."""
    step = identifier.rpartition("-")[2]
    if step.startswith("x"):
        return "text"
    return "lead-in" if step in ("op0", "p0") else counted


def _rank_levels(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Clauses whose heading levels count from 1 without gaps."""
    levels = sorted({clause.level for clause in walk(clauses) if clause.level})
    if levels == [*range(1, len(levels) + 1)]:
        return tuple(clauses)
    return _ranked(clauses, {level: place for place, level in enumerate(levels, start=1)})


def _ranked(clauses: Sequence[Clause], rank: Mapping[int, int]) -> tuple[Clause, ...]:
    return tuple(
        replace(clause, level=rank[clause.level])
        if clause.level
        else replace(clause, clauses=_ranked(clause.clauses, rank))
        for clause in clauses
    )
