"""Passages that two clauses share word for word, however much else they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.units import Unit
from mkdocs_resolutions.comparing.words import least_length, words, written

IN_A_ROW = 20
"""Words in a row that two clauses do not share by chance."""

CARRIED = 12
"""The same where one of them lost them, or is new."""

_Row = tuple[str, ...]


def passages(
    clauses: Sequence[tuple[int, Unit]], others: Sequence[tuple[int, Unit]]
) -> Iterator[tuple[int, int, int]]:
    """Places of clauses and of others that share a passage which only one of each says, with how
    long it is in words, less those that it needs at least.

    A name is none, however long: most of its words begin with a capital.
    """
    here, there = _once(clauses, _words_of(others)), _once(others, _words_of(clauses))
    shared = Counter(
        (here[row][0], there[row][0])
        for row in here.keys() & there.keys()
        if not _is_name(row, here[row][1])
    )
    for (one, other), length in shared.items():
        yield length, one, other


def _words_of(clauses: Iterable[tuple[int, Unit]]) -> set[str]:
    return {word for _, unit in clauses for word in unit.said}


def _once(
    clauses: Iterable[tuple[int, Unit]], known: Container[str]
) -> dict[_Row, tuple[int, Unit]]:
    """Each row of so many known words that only one of some clauses says, with its place."""
    found: dict[_Row, tuple[int, Unit]] = {}
    several: set[_Row] = set()
    for clause in clauses:
        for _, row in _rows_of(known, clause[1].said, IN_A_ROW):
            if found.setdefault(row, clause) is not clause:
                several.add(row)
    for row in several:
        del found[row]
    return found


def carried(
    clauses: Sequence[tuple[str, str]], others: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """Whose words some clauses have, both by ids with what they say: the one of the others that
    alone says most of the rows of `CARRIED` words that they share, names apart."""
    whose: dict[_Row, tuple[str, str, int] | None] = {}
    known = {word for _, text in clauses for word in words(text)}
    for name, text in others if known else ():
        for start, row in _rows_of(known, _said(text), CARRIED):
            first = whose.setdefault(row, (name, text, start))
            if first and first[0] != name:
                whose[row] = None
    found: dict[str, str] = {}
    for name, text in clauses if whose else ():
        rows = Counter(
            other[0]
            for start, row in enumerate(_rows(_said(text), CARRIED))
            if (other := whose.get(row))
            and not _is_of_a_name(text, start)
            and not _is_of_a_name(*other[1:])
        )
        if rows:
            found[name] = rows.most_common(1)[0][0]
    return found


def _said(text: str) -> Sequence[str]:
    """The words of a text that may have a row of `CARRIED`: most stretches are shorter."""
    return words(text) if len(text) >= least_length(CARRIED) else ()


def _rows_of(known: Container[str], said: Sequence[str], length: int) -> Iterator[tuple[int, _Row]]:
    """The rows of so many words among some that are all known, with where they begin."""
    strange = [place for place, word in enumerate(said) if word not in known]
    for before, end in pairwise((-1, *strange, len(said))):
        if end - before > length:
            yield from enumerate(_rows(said[before + 1 : end], length), start=before + 1)


def _is_of_a_name(text: str, start: int) -> bool:
    """Whether the row that begins with a word of a text, by its number, is of a name there."""
    return _are_of_a_name(written(text)[start : start + CARRIED])


def _rows(said: Sequence[str], length: int) -> Iterator[_Row]:
    """The rows of so many words among some."""
    return zip(*(said[start:] for start in range(length)), strict=False)


def _is_name(row: _Row, clause: Unit) -> bool:
    """Whether most telling words of a row in a clause begin with a capital there."""
    said = clause.said
    start = next(at for at in range(len(said)) if said[at : at + IN_A_ROW] == row)
    return _are_of_a_name(written(clause.text)[start : start + IN_A_ROW])


def _are_of_a_name(words: Iterable[str]) -> bool:
    telling = [word for word in words if word.casefold() not in english.SMALL_WORDS]
    return 2 * sum(word[0].islower() for word in telling) < len(telling)
