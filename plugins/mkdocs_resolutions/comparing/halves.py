"""What a split made of each of the clauses that one became."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.known import Known
from mkdocs_resolutions.comparing.redline import CONTEXT, stretch
from mkdocs_resolutions.comparing.units import Unit
from mkdocs_resolutions.comparing.weigh import weigh
from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Change, NoteChange, Opening, Run

_T = TypeVar("_T")


def halves(
    change: Change, old: Sequence[Unit], new: Sequence[Unit], known: Known
) -> tuple[Change, ...]:
    """A split as a change of each of its later clauses: its part of the redline with the weight and
    the reasons of that part, and of what was found the qualifiers and footnotes that are its own.
    What is none's own is told at the first, and so is another opening.

    `old` and `new` are the clauses of the change, `known` is as `weigh` has it.
    """
    parts = tuple(parted(change.runs, [len(unit.text) for unit in new]))
    marked = _marked(old, parts)
    told = [
        replace(
            _weighed(change, runs, known, change.opening if number == 0 else None),
            after=(unit.id,),
            footnotes=tuple(_notes(change.footnotes, unit, marks)),
        )
        for number, (runs, unit, marks) in enumerate(zip(parts, new, marked, strict=True))
    ]
    others = told[1:]
    footnotes = _own(change.footnotes, told[0].footnotes, [one.footnotes for one in others])
    return (replace(told[0], footnotes=tuple(footnotes)), *others)


def _own(every: Iterable[_T], own: Container[_T], others: Iterable[Iterable[_T]]) -> Iterator[_T]:
    """Of all there is what belongs to the first, and what belongs to none."""
    known = [one for some in others for one in some]
    yield from (one for one in every if one in own or one not in known)


def _weighed(change: Change, runs: tuple[Run, ...], known: Known, turned: Opening | None) -> Change:
    """A half by its own words. Where all stayed there is no reason but that it stands alone now."""
    before, after = (side.strip() for side in stretch(runs, CONTEXT))
    said = "".join(run.text for run in runs).casefold()
    watched = tuple(one for one in change.qualifiers if one.phrase.casefold() in said)
    half = replace(change, runs=runs, opening=turned, qualifiers=watched)
    if before == after:
        return replace(half, weight="editorial", reasons=())
    found = weigh(before, after, turned, watched, known, change.states)
    return replace(half, weight=found.weight, reasons=found.reasons)


def _marked(old: Sequence[Unit], parts: Iterable[Iterable[Run]]) -> Iterator[frozenset[str]]:
    """The footnotes whose mark stands in what of the earlier text went into each half."""
    starts = accumulate((len(unit.text) + 1 for unit in old), initial=0)
    marks = [
        (start + mark.offset, mark.id)
        for start, unit in zip(starts, old, strict=False)
        for mark in unit.clause.footnotes
    ]
    start = 0
    for part in parts:
        end = start + sum(len(run.text) for run in part if run.kind != "+")
        yield frozenset(name for place, name in marks if start < place <= end)
        start = end


def _notes(notes: Iterable[NoteChange], unit: Unit, marked: frozenset[str]) -> Iterator[NoteChange]:
    """The changes of footnotes that are marked in a half, of those dropped in what went into it."""
    there = {mark.id for mark in unit.clause.footnotes}
    for note in notes:
        if note.after_id in there if note.after_id else note.before_id in marked:
            yield note


def parted(runs: Iterable[Run], lengths: Sequence[int]) -> Iterator[tuple[Run, ...]]:
    """The runs of a split for each of its later clauses, whose texts have these lengths.

    The line break between two clauses belongs to neither; words left out where one clause ends
    belong to it, but for those that the next one begins with, "and welcomes", "Welcomes", and those
    behind a mark that gave way to its first words.
    """
    left = list(runs)
    taken: list[Run] = []
    for number, length in enumerate(lengths):
        part, left = _cut(left, length)
        part = [*taken, *part]
        if number + 1 < len(lengths):
            _, left = _cut(left, 1)
            part, taken = _closed(part, left)
        yield tuple(part)


def _closed(part: list[Run], following: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The runs of a half without the last words that it left out if they are the next one's, and
    these words."""
    last = max((place for place, run in enumerate(part) if run.kind == "-"), default=-1)
    begins = following[0].text if following and following[0].kind == "+" else ""
    if last < 0 or not begins or any(run.kind == "=" for run in part[last + 1 :]):
        return part, []
    text, come = part[last].text, [word for word in words(begins) if word not in english.ALSO]
    starts = [word.start() for word in re.finditer(r"\S+", text)]
    start = next((at for at in starts if _begins_so(text[at:], come)), len(text))
    start = 0 if _stands_for(part, last, following) else start
    if start == len(text):
        return part, []
    kept = [Run("-", text[:start])] if start else []
    return [*part[:last], *kept, *part[last + 1 :]], [Run("-", text[start:])]


def _begins_so(text: str, said: Sequence[str]) -> bool:
    """Whether all words of a text begin a row of words."""
    own = words(text)
    return bool(own) and [*own] == [*said[: len(own)]]


def _stands_for(part: Sequence[Run], last: int, following: Sequence[Run]) -> bool:
    """Whether what was left out last, behind a mark that stays, gave way to what the next half
    begins with: "… , noting that the twelfth", "Noting that the thirteenth"."""
    behind_a_mark = last > 0 and part[last - 1].text.rstrip().endswith((",", ";"))
    alone = last == len(part) - 1 and behind_a_mark and part[last - 1].kind == "="
    goes_on = len(following) > 1 and following[1].kind == "="
    length, other = (len(words(one.text)) for one in (part[last], following[0]))
    return alone and goes_on and length <= 2 * other


def _cut(runs: list[Run], length: int) -> tuple[list[Run], list[Run]]:
    """Runs up to so many characters of the later text, with what is left out right behind them,
    and the rest."""
    part: list[Run] = []
    for index, run in enumerate(runs):
        if run.kind == "-":
            part.append(run)
        elif len(run.text) <= length:
            length -= len(run.text)
            part.append(run)
        else:
            if length:
                part.append(Run(run.kind, run.text[:length]))
            return part, [Run(run.kind, run.text[length:]), *runs[index + 1 :]]
    return part, []
