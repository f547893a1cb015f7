"""All citations of a resolution: its masthead, its footnotes, its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.evidence import weigh
from mkdocs_resolutions.linking.finding import Around, find_citations
from mkdocs_resolutions.linking.names import Names
from mkdocs_resolutions.linking.notes import note_citations
from mkdocs_resolutions.model import Clause, Origin, Resolution

MASTHEAD = "masthead"
"""The key under which the references of the origin in brackets stand."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The citations of a place, which is `masthead`, a clause's id or a note's id.

    `contradicted` are those of which a link of the raw file says another symbol, and this.
    """

    place: str
    origin: Origin
    citations: tuple[Citation, ...]
    contradicted: tuple[tuple[Citation, str], ...] = ()


def cite(resolution: Resolution) -> Iterator[Cited]:
    """The citations of a resolution, place by place.

    Footnotes are read first: they explain the names that clauses use.
    """
    names = Names(resolution.masthead.title, invented=resolution.symbol.is_invented)
    numbers = frozenset(note.num for note in resolution.footnotes)
    around = Around(names, resolution.symbol, numbers)
    line = resolution.masthead.as_printed("origin")
    if line:
        yield Cited(MASTHEAD, line.origin, find_citations(line.text, around))
    noted = note_citations(resolution.footnotes, around)
    for clause in resolution.clauses():
        _explain(clause, names, noted)
        found, contradicted = weigh(find_citations(clause.text, around), clause.links)
        yield Cited(clause.id, clause.origin, found, contradicted)
    # Notes use the names that clauses explain, too.
    noted = note_citations(resolution.footnotes, around)
    for note in resolution.footnotes:
        found, contradicted = weigh(noted[note.id], note.links)
        yield Cited(note.id, note.origin, found, contradicted)


def _explain(clause: Clause, names: Names, noted: dict[str, tuple[Citation, ...]]) -> None:
    """Take the names that the footnote marks of a clause explain."""
    since = len(clause.phrase or "")
    for mark in clause.footnotes:
        cited = noted.get(mark.id, ())
        if cited:
            names.explain(clause.text, since, mark.offset, cited)
        since = mark.offset
