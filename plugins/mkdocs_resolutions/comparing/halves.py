"""What a split made of each of the clauses that one became."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from mkdocs_resolutions.comparing.known import Known
from mkdocs_resolutions.comparing.units import Unit
from mkdocs_resolutions.comparing.weigh import weigh
from mkdocs_resolutions.model import Change, NoteChange, Run

_T = TypeVar("_T")


def halves(
    change: Change, old: Sequence[Unit], new: Sequence[Unit], known: Known
) -> tuple[Change, ...]:
    """A split as a change of each of its later clauses: its part of the redline, and of what was
    found the reasons, qualifiers and footnotes that are its own. What is none's own, such as
    another opening, is told at the first.

    `old` and `new` are the clauses of the change, `known` is as `weigh` has it.
    """
    parts = tuple(parted(change.runs, [len(unit.text) for unit in new]))
    marked = _marked(old, parts)
    told = [
        replace(
            _weighed(change, runs, known),
            after=(unit.id,),
            footnotes=tuple(_notes(change.footnotes, unit, marks)),
        )
        for runs, unit, marks in zip(parts, new, marked, strict=True)
    ]
    others = told[1:]
    first = replace(
        told[0],
        opening=change.opening,
        reasons=tuple(_own(change.reasons, told[0].reasons, [one.reasons for one in others])),
        footnotes=tuple(
            _own(change.footnotes, told[0].footnotes, [one.footnotes for one in others])
        ),
    )
    return (first, *others)


def _own(every: Iterable[_T], own: Container[_T], others: Iterable[Iterable[_T]]) -> Iterator[_T]:
    """Of all there is what belongs to the first, and what belongs to none."""
    known = [one for some in others for one in some]
    yield from (one for one in every if one in own or one not in known)


def _weighed(change: Change, runs: tuple[Run, ...], known: Known) -> Change:
    """A half by its own words. It has no reasons where none of the earlier text went into it, and
    where all stayed."""
    before = "".join(run.text for run in runs if run.kind != "+").strip()
    after = "".join(run.text for run in runs if run.kind != "-")
    said = "".join(run.text for run in runs).casefold()
    watched = tuple(one for one in change.qualifiers if one.phrase.casefold() in said)
    half = replace(change, runs=runs, opening=None, qualifiers=watched, reasons=())
    if not before or before == after:
        return half
    found = weigh(before, after, None, watched, known).reasons
    return replace(half, reasons=tuple(one for one in change.reasons if one in found))


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
    belong to it.
    """
    left = list(runs)
    for number, length in enumerate(lengths):
        part, left = _cut(left, length)
        yield tuple(part)
        _, left = _cut(left, 1) if number + 1 < len(lengths) else ([], left)


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
