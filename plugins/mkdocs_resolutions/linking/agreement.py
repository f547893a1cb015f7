"""Names that one text gives another resolution than all others do: its number may be misprinted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mkdocs_resolutions.linking.resolving import Linked
from mkdocs_resolutions.model import Origin, Reference, Resolution, Symbol
from mkdocs_resolutions.notices import Notice, quoted

MANY, FEW = 5, 0.2
"""Texts that agree on a name, and the share of them that may err."""
_TELLING = 2
"""Spaces in a name that stands for one instrument in every text."""


def unlike_others(texts: Iterable[tuple[Resolution, Linked]]) -> Iterator[Notice]:
    """A notice for each text that gives a name another number of the same session than most do.

    Time is linear in the number of references.
    """
    given: dict[tuple[str, str | None], dict[Symbol, dict[str, tuple[Origin, str]]]]
    given = defaultdict(lambda: defaultdict(dict))
    for resolution, linked in texts:
        origins = _origins(resolution)
        for place, references in linked.references.items():
            for one in references:
                symbol = _named(one)
                if symbol and place in origins:
                    known = given[one.text, symbol.session][symbol]
                    known.setdefault(str(resolution.symbol), (origins[place], place))
    for (name, _), symbols in given.items():
        usual = max(symbols, key=lambda symbol: len(symbols[symbol]))
        most = len(symbols[usual])
        for symbol, places in symbols.items():
            if symbol == usual or most < MANY or len(places) > most * FEW:
                continue
            for origin, place in places.values():
                message = (
                    f"{quoted(name)} in {place} is {symbol.spoken}, in {most} other texts"
                    f" {usual.spoken}."
                )
                yield Notice("reference-unlike", message, origin)


def _named(reference: Reference) -> Symbol | None:
    """The resolution that a name stands for; None where it is no name of one."""
    symbol = reference.symbol or ""
    if reference.kind != "instrument" or reference.text.count(" ") < _TELLING:
        return None
    return Symbol.parse(symbol) if "/RES/" in symbol else None


def _origins(resolution: Resolution) -> dict[str, Origin]:
    """Where the clauses and the notes of a resolution stand in its file."""
    clauses = {clause.id: clause.origin for clause in resolution.clauses()}
    return clauses | {note.id: note.origin for note in resolution.footnotes}
