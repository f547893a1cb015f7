"""The agenda items that a masthead prints, and the titles below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from string import ascii_lowercase

from mkdocs_resolutions.model import AgendaItem
from mkdocs_resolutions.parsing import english

_LETTERS = [letter * times for times in (1, 2, 3) for letter in ascii_lowercase]
"""Letters of agenda items in their order, which double after z."""
_MOST_ITEMS = 60
"""Agenda items of a range; of a longer one only the ends count."""


def agenda_items(printed: re.Match[str] | None) -> list[str]:
    """The numbers of agenda items of a match of `english.AGENDA`, those of a range one by one."""
    items = list[tuple[str, str]]()
    for item in english.AGENDA_ITEM.finditer(printed["items"]) if printed else ():
        here = item["number"] or items[-1][0], item["letter"] or ""
        items += [*(_between(items[-1], here) if item["to"] else ()), here]
    return [f"{number} ({letter})" if letter else number for number, letter in items]


def with_titles(items: Sequence[str], titles: str) -> tuple[AgendaItem, ...]:
    """Items with their titles, a line each: one where the counts agree, else all to the first."""
    lines = titles.split("\n") if titles else []
    if len(lines) != len(items):
        lines = [" ".join(lines), *[""] * (len(items) - 1)]
    return tuple(map(AgendaItem, items, lines)) if items else ()


def _between(first: tuple[str, str], last: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """The agenda items between the ends of a range: of letters of one number, or of numbers."""
    if first[0] == last[0] and {first[1], last[1]} <= {*_LETTERS}:
        letters = _LETTERS[_LETTERS.index(first[1]) + 1 : _LETTERS.index(last[1])]
        yield from ((first[0], letter) for letter in letters)
    elif not first[1] and not last[1] and int(last[0]) - int(first[0]) < _MOST_ITEMS:
        yield from ((str(number), "") for number in range(int(first[0]) + 1, int(last[0])))


def part_titles(lines: Sequence[str], count: int) -> list[Sequence[str]]:
    """The lines of the titles of several agenda items, a list for each; all in one if they differ.

    A title begins with a capital. Of more such lines than titles those begin one that have the
    most room at the end of the line before.
    """
    rooms = {
        place: len(before) + len(line.split(" ", 1)[0])
        for place, (before, line) in enumerate(pairwise(lines), start=1)
        if line[:1].isupper() or len(lines) == count
    }
    starts = sorted(rooms, key=lambda place: rooms[place])[: max(count - 1, 0)]
    if len(starts) != count - 1:
        return [lines]
    edges = [0, *sorted(starts), len(lines)]
    return [lines[start:end] for start, end in pairwise(edges)]
