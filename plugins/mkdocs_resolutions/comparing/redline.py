"""The words that differ between two texts, in few and readable stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_resolutions.comparing.edits import Edit, edits
from mkdocs_resolutions.comparing.words import Tokens, tokens
from mkdocs_resolutions.model import Run
from mkdocs_resolutions.model.comparison import RunKind

CONTEXT = 10
"""Words on both sides of what differs by which it is understood."""


def redline(before: str, after: str) -> tuple[Run, ...]:
    """Two texts as runs: `=` and `-` spell the earlier to the letter, `=` and `+` the later.

    Words, numbers, dates and symbols are whole, punctuation goes with its word, but for a mark
    behind a date that stays; changed stretches with but a word or two between them are one.
    """
    if before == after:
        return (Run("=", before),) if before else ()
    if not before or not after:
        return (Run("+", after) if after else Run("-", before),)
    old, new = tokens(before), tokens(after)
    found = edits(old.texts, new.texts)
    return tuple(_joined(_runs(before, after, old, new, found)))


def stretch(runs: Sequence[Run], around: int) -> tuple[str, str]:
    """The two texts of a redline without what both begin and end with, but for some words `around`
    what differs."""
    kept = list(runs)
    if kept and kept[0].kind == "=":
        kept[0] = Run("=", _last_words(kept[0].text, around))
    if len(kept) > 1 and kept[-1].kind == "=":
        kept[-1] = Run("=", _last_words(kept[-1].text[::-1], around)[::-1])
    return (
        "".join(run.text for run in kept if run.kind != "+"),
        "".join(run.text for run in kept if run.kind != "-"),
    )


def _last_words(text: str, count: int) -> str:
    parts = text.rsplit(" ", count + 1)
    return " ".join(parts[1:]) if len(parts) > count + 1 else text


_Stretch = tuple[RunKind, str]


def _runs(
    before: str, after: str, old: Tokens, new: Tokens, found: Sequence[Edit]
) -> Iterator[_Stretch]:
    """Runs to the letter: tokens that stay, and what stands between them on both sides."""
    at, there = 0, 0
    here, place = 0, 0
    count, new_count = len(old.texts), len(new.texts)
    for edit in [*found, Edit(count, count, new_count, new_count)]:
        for one, other, last, further in _same(before, after, old, new, here, place, edit.start):
            yield from _gap(before[at:one], after[there:other])
            yield "=", before[one:last]
            at, there = last, further
        here, place = edit.end, edit.new_end
    yield from _gap(before[at:], after[there:])


def _same(
    before: str, after: str, old: Tokens, new: Tokens, here: int, place: int, end: int
) -> Iterator[tuple[int, int, int, int]]:
    """Where tokens that stay begin in both texts, and where they end: from `here` in the earlier
    one and `place` in the later one to the token `end` of the earlier one."""
    if here == end:
        return
    first, last = old.starts[here], old.end(end - 1)
    other, further = new.starts[place], new.end(place + end - here - 1)
    if before[first:last] == after[other:further]:
        # White space is the same too, as it nearly always is.
        yield first, other, last, further
        return
    for one, two in zip(range(here, end), range(place, place + end - here), strict=True):
        yield old.starts[one], new.starts[two], old.end(one), new.end(two)


def _gap(before: str, after: str) -> Iterator[_Stretch]:
    """What stands between two tokens that stay: white space at its ends may stay too."""
    if before == after:
        yield "=", before
        return
    if not before or not after:
        yield ("+", after) if after else ("-", before)
        return
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    yield "=", before[:start]
    yield "-", before[start : len(before) - end]
    yield "+", after[start : len(after) - end]
    yield "=", before[len(before) - end :]


def _common(one: str, other: str) -> int:
    """How many characters of white space both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isspace():
            break
        count += 1
    return count


def _joined(stretches: Iterator[_Stretch]) -> list[Run]:
    """Neighbours of one kind as one run, empty ones left out."""
    made: list[tuple[RunKind, list[str]]] = []
    for kind, text in stretches:
        if not text:
            continue
        if made and made[-1][0] == kind:
            made[-1][1].append(text)
        else:
            made.append((kind, [text]))
    return [Run(kind, "".join(texts)) for kind, texts in made]
