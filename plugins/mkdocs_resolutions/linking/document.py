"""All citations of a resolution: its masthead, its footnotes, its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from itertools import chain

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.evidence import weigh
from mkdocs_resolutions.linking.finding import Around, find_citations
from mkdocs_resolutions.linking.forms import kind_of
from mkdocs_resolutions.linking.names import Names
from mkdocs_resolutions.linking.naming import Explained, explained_at
from mkdocs_resolutions.linking.notes import note_citations
from mkdocs_resolutions.linking.places import in_reach
from mkdocs_resolutions.model import Clause, Footnote, Origin, Resolution, Symbol

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

    Footnotes are read first: they explain the names that clauses use, from there on in short, too.
    """
    all_names = Names(resolution.masthead.title, invented=resolution.symbol.is_invented)
    numbers = frozenset(note.num for note in resolution.footnotes)
    around = Around(all_names, resolution.symbol, numbers)
    noted = note_citations(resolution.footnotes, around)
    explained = {clause.id: _explained(clause, noted) for clause in resolution.clauses()}
    for one in chain.from_iterable(explained.values()):
        all_names.learn(one)
    names = all_names.begun_again()
    around = replace(around, names=names)
    line = resolution.masthead.as_printed("origin")
    if line:
        yield Cited(MASTHEAD, line.origin, find_citations(line.text, around))
    ids = {name for clause in resolution.clauses() for name in (clause.id, *clause.aliases)}
    for clause in resolution.clauses():
        names.begin(explained[clause.id])
        cited = [one for one in find_citations(clause.text, around) if _is_there(one, clause, ids)]
        found, contradicted = weigh(_noted(cited, clause, noted), clause.links)
        yield Cited(clause.id, clause.origin, found, contradicted)
    # Notes use the names that clauses explain, too.
    noted = note_citations(resolution.footnotes, around, noted)
    for note in resolution.footnotes:
        found, contradicted = weigh(noted[note.id], note.links)
        yield Cited(note.id, note.origin, found, contradicted)


def words_of(resolution: Resolution) -> dict[str, str]:
    """The words in which the references of a resolution stand, by the place of `Cited`."""
    parts: list[Clause | Footnote] = [*resolution.clauses(), *resolution.footnotes]
    line = resolution.masthead.as_printed("origin")
    return {part.id: part.text for part in parts} | ({MASTHEAD: line.text} if line else {})


def _is_there(citation: Citation, clause: Clause, ids: Set[str]) -> bool:
    """Whether a part told alone is one of this resolution, and another than the clause itself."""
    if not citation.alone:
        return True
    place = in_reach(citation.place, clause.id, ids)
    return place in ids and place != clause.id


def _noted(
    citations: Iterable[Citation], clause: Clause, noted: dict[str, tuple[Citation, ...]]
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


def _explained(clause: Clause, noted: dict[str, tuple[Citation, ...]]) -> list[Explained]:
    """What the footnote marks of a clause explain."""
    since, explained = len(clause.phrase or ""), list[Explained]()
    for mark in clause.footnotes:
        cited = noted.get(mark.id, ())
        if cited:
            explained.append(explained_at(clause.text, since, mark.offset, cited))
        since = mark.offset
    return explained
