"""The words that differ between two texts, in few and readable stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.words import Token, tokens
from mkdocs_resolutions.model import Run
from mkdocs_resolutions.model.comparison import RunKind


@dataclass(frozen=True, slots=True)
class Edit:
    """Tokens `start` to `end` of the earlier text that became those of the later one from
    `new_start` to `new_end`. One side may be empty, never both.
    """

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def size(self) -> int:
        """Tokens of the longer side."""
        return max(self.end - self.start, self.new_end - self.new_start)


def redline(before: str, after: str) -> tuple[Run, ...]:
    """Two texts as runs: `=` and `-` spell the earlier to the letter, `=` and `+` the later.

    Words, numbers, dates and symbols are whole, punctuation goes with its word; changed stretches
    with but a word or two between them are one.
    """
    if before == after:
        return (Run("=", before),) if before else ()
    old, new = tokens(before), tokens(after)
    found = edits([token.text for token in old], [token.text for token in new])
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


def edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """The changed stretches of two rows of tokens: the fewest tokens, then the fewest stretches."""
    plain = [
        Edit(step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(old, new)
        if step.tag != "equal"
    ]
    return _slid(_cleaned(_touching(plain), old), old, new)


def _touching(plain: Sequence[Edit]) -> list[Edit]:
    """Edits with nothing between them are one."""
    made: list[Edit] = []
    for edit in plain:
        if made and made[-1].end == edit.start and made[-1].new_end == edit.new_start:
            last = made.pop()
            edit = Edit(last.start, edit.end, last.new_start, edit.new_end)
        made.append(edit)
    return made


def _cleaned(found: list[Edit], old: Sequence[str]) -> list[Edit]:
    """Edits with too little between them to be read apart become one, until none is left.

    Rule: the semantic clean-up of Neil Fraser's diff strategies, in words instead of letters.
    """
    made: list[Edit] = []
    for edit in found:
        while made and _is_weak(old[made[-1].end : edit.start], made[-1].size, edit.size):
            last = made.pop()
            edit = Edit(last.start, edit.end, last.new_start, edit.new_end)
        made.append(edit)
    return made


def _is_weak(between: Sequence[str], size_before: int, size_after: int) -> bool:
    """Whether what stands between two edits says less than it costs to read them apart."""
    least = min(size_before, size_after)
    weight = sum(
        0.5 if token.strip(english.PUNCTUATION).casefold() in english.SMALL_WORDS else 1.0
        for token in between
    )
    return weight <= min(least, 1.0) + (0.5 if least > 3 else 0)


def _slid(found: Sequence[Edit], old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Insertions and deletions where they read best among the places that say the same.

    "A, [B, ]C" rather than "A[, B], C": they begin behind punctuation and end with it. None goes
    beyond its neighbours.
    """
    made: list[Edit] = []
    for number, edit in enumerate(found):
        before = edit.start - (made[-1].end if made else 0)
        following = found[number + 1].start if number + 1 < len(found) else len(old)
        by = 0
        if edit.new_start == edit.new_end:
            by = _best_place(old, edit.start, edit.end, before, following - edit.end)
        elif edit.start == edit.end:
            by = _best_place(new, edit.new_start, edit.new_end, before, following - edit.end)
        made.append(Edit(edit.start + by, edit.end + by, edit.new_start + by, edit.new_end + by))
    return made


_FARTHEST = 12
"""Tokens that an edit slides at most."""


def _best_place(row: Sequence[str], start: int, end: int, before: int, behind: int) -> int:
    """By how many tokens a stretch of a row slides, with so many unchanged before and behind it."""
    places = [0]
    while -places[-1] < min(before, _FARTHEST) and (
        row[start + places[-1] - 1] == row[end + places[-1] - 1]
    ):
        places.append(places[-1] - 1)
    places.reverse()
    while places[-1] < min(behind, _FARTHEST) and row[start + places[-1]] == row[end + places[-1]]:
        places.append(places[-1] + 1)
    return max(places, key=lambda by: (_edge(row, start + by, end + by), -abs(by)))


def _edge(row: Sequence[str], start: int, end: int) -> int:
    """How well a stretch can be read on its own."""
    behind = start == 0 or row[start - 1].endswith((",", ";", ":"))
    closed = row[end - 1].endswith((",", ";", ":", "."))
    joined = row[start].casefold() in english.JOINING
    return 2 * (behind and closed) + joined + (start == 0)


def _runs(
    before: str, after: str, old: Sequence[Token], new: Sequence[Token], found: Sequence[Edit]
) -> Iterator[Run]:
    """Runs to the letter: tokens that stay, and what stands between them on both sides."""
    at, there = 0, 0
    here, place = 0, 0
    for edit in [*found, Edit(len(old), len(old), len(new), len(new))]:
        same, also = old[here : edit.start], new[place : edit.new_start]
        if same and before[same[0].start : same[-1].end] == after[also[0].start : also[-1].end]:
            # White space is the same too, as it nearly always is.
            same = (Token(before[same[0].start : same[-1].end], same[0].start, same[-1].end),)
            also = (Token(same[0].text, also[0].start, also[-1].end),)
        for one, other in zip(same, also, strict=True):
            yield from _gap(before[at : one.start], after[there : other.start])
            yield Run("=", one.text)
            at, there = one.end, other.end
        here, place = edit.end, edit.new_end
        if here == len(old) and place == len(new):
            yield from _gap(before[at:], after[there:])
            return


def _gap(before: str, after: str) -> Iterator[Run]:
    """What stands between two tokens that stay: white space at its ends may stay too."""
    if before == after:
        yield Run("=", before)
        return
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    yield Run("=", before[:start])
    yield Run("-", before[start : len(before) - end])
    yield Run("+", after[start : len(after) - end])
    yield Run("=", before[len(before) - end :])


def _common(one: str, other: str) -> int:
    """How many characters of white space both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isspace():
            break
        count += 1
    return count


def _joined(runs: Iterator[Run]) -> list[Run]:
    """Neighbours of one kind as one, empty ones left out."""
    made: list[tuple[RunKind, list[str]]] = []
    for run in runs:
        if not run.text:
            continue
        if made and made[-1][0] == run.kind:
            made[-1][1].append(run.text)
        else:
            made.append((run.kind, [run.text]))
    return [Run(kind, "".join(texts)) for kind, texts in made]
