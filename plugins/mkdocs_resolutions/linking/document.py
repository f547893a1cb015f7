"""All citations of a resolution: its masthead, its footnotes, its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.evidence import weigh
from mkdocs_resolutions.linking.finding import Around, find_citations
from mkdocs_resolutions.linking.forms import kind_of
from mkdocs_resolutions.linking.names import Names
from mkdocs_resolutions.linking.notes import note_citations
from mkdocs_resolutions.model import Clause, Origin, Resolution, Symbol

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
        cited = _noted(find_citations(clause.text, around), clause, noted)
        found, contradicted = weigh(cited, clause.links)
        yield Cited(clause.id, clause.origin, found, contradicted)
    # Notes use the names that clauses explain, too.
    noted = note_citations(resolution.footnotes, around)
    for note in resolution.footnotes:
        found, contradicted = weigh(noted[note.id], note.links)
        yield Cited(note.id, note.origin, found, contradicted)


def _noted(
    citations: tuple[Citation, ...], clause: Clause, noted: dict[str, tuple[Citation, ...]]
) -> list[Citation]:
    """Citations of a clause, the open ones as the footnote right behind them says.

    "Resolution 5/12¹" is the UNEP/EA.5/Res.12 of its footnote: the figures are the same.
    """
    settled: list[Citation] = []
    for one in citations:
        marks = (mark for mark in clause.footnotes if mark.offset >= one.end)
        mark = next(marks, None) if one.symbol is None else None
        symbols = {each.symbol for each in noted.get(mark.id, ())} if mark else set()
        if mark and english.UP_TO_ITS_NOTE.fullmatch(clause.text, one.end, mark.offset):
            settled.append(_as_noted(one, symbols))
        else:
            settled.append(one)
    return settled


def _as_noted(citation: Citation, symbols: set[str | None]) -> Citation:
    """An open number as the one symbol of its footnote, where this ends in the same figures."""
    symbol = next(iter(symbols)) if len(symbols) == 1 else None
    figures = re.findall(r"[0-9]+", citation.text)
    if not symbol or " " in symbol or not figures:
        return citation
    if re.findall(r"[0-9]+", symbol)[-len(figures) :] != figures:
        return citation
    return replace(citation, symbol=symbol, kind=kind_of(Symbol.parse(symbol)), why=None)


def _explain(clause: Clause, names: Names, noted: dict[str, tuple[Citation, ...]]) -> None:
    """Take the names that the footnote marks of a clause explain."""
    since = len(clause.phrase or "")
    for mark in clause.footnotes:
        cited = noted.get(mark.id, ())
        if cited:
            names.explain(clause.text, since, mark.offset, cited)
        since = mark.offset
