"""Passages that two clauses share word for word, however much else they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.units import Unit
from mkdocs_resolutions.comparing.words import written

IN_A_ROW = 20
"""Words in a row that two clauses do not share by chance."""

_Row = tuple[str, ...]


def passages(
    clauses: Iterable[tuple[int, Unit]], others: Iterable[tuple[int, Unit]]
) -> Iterator[tuple[int, int, int]]:
    """Places of clauses and of others that share a passage which only one of each says, with how
    long it is in words, less those that it needs at least.

    A name is none, however long: most of its words begin with a capital.
    """
    here, there = _once(clauses), _once(others)
    shared = Counter(
        (here[row][0], there[row][0])
        for row in here.keys() & there.keys()
        if not _is_name(row, here[row][1])
    )
    for (one, other), length in shared.items():
        yield length, one, other


def _once(clauses: Iterable[tuple[int, Unit]]) -> dict[_Row, tuple[int, Unit]]:
    """Each row of so many words that only one of some clauses says, with its place."""
    found: dict[_Row, tuple[int, Unit]] = {}
    several: set[_Row] = set()
    for clause in clauses:
        said = clause[1].said
        for row in zip(*(said[start:] for start in range(IN_A_ROW)), strict=False):
            if found.setdefault(row, clause) is not clause:
                several.add(row)
    for row in several:
        del found[row]
    return found


def _is_name(row: _Row, clause: Unit) -> bool:
    """Whether most telling words of a row in a clause begin with a capital there."""
    said = clause.said
    start = next(at for at in range(len(said)) if said[at : at + IN_A_ROW] == row)
    telling = [
        word
        for word in written(clause.text)[start : start + IN_A_ROW]
        if word.casefold() not in english.SMALL_WORDS
    ]
    return 2 * sum(word[0].islower() for word in telling) < len(telling)
