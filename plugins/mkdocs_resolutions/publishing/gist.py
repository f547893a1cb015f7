"""The gist of a change in a few words: what a sentence can quote, silent where words are long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mkdocs_resolutions.comparing import weigh_words
from mkdocs_resolutions.model import Change, Opening, Run
from mkdocs_resolutions.publishing.redline import earlier_text, later_text
from mkdocs_resolutions.publishing.states import states_named

LONGEST_TOLD = 5
"""Words. A stretch of up to so many is short enough to be told in a sentence."""
SHORTEST_ALONE = 2
"""Words. One that only came or went says little without those around it."""
MOST_STATES = 3
"""States that are named one by one; more are counted."""
MOST_STRETCHES = 5
"""Stretches of a clause that may be told: what has more was written anew, and no piece tells it."""

_RANKS = ("force", "qualifier", "money", "state", "meeting", "date", "agenda", "number", "opening",
          "wording", "added words", "dropped words", "reference")  # fmt: skip
"""What tells most, first: force and scope, what it costs, who is meant, what is to be held when."""


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a sentence; `quoted` are words of the documents, which pages set in italics."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Gist:
    """One thing that a change did, and how much that tells: the lower the rank, the more."""

    rank: int
    words: tuple[Words, ...]
    states: tuple[str, ...] = ()
    """The codes of the States that came or went."""


def told(change: Change) -> tuple[Words, ...]:
    """The gist of an edit where a few words say it, nothing where they do not.

    Another opening comes first, then qualifiers; without them the two other pieces that tell most.
    """
    found = sorted(gists(change), key=lambda gist: gist.rank)
    first = [gist for gist in found if gist.rank <= _rank("qualifier")]
    first += [gist for gist in found if gist.rank == _rank("opening")]
    return tuple(joined([gist.words for gist in first or found[:2]]))


def weight_of_gist(change: Change) -> int:
    """How much the best that can be told of a change tells: the lower, the more."""
    return min((gist.rank for gist in gists(change)), default=len(_RANKS) + 1)


def joined(pieces: Sequence[tuple[Words, ...]]) -> Iterator[Words]:
    """Pieces with commas between them."""
    for number, piece in enumerate(pieces):
        if number:
            yield Words(", ")
        yield from piece


@lru_cache(maxsize=4096)
def gists(change: Change) -> tuple[Gist, ...]:
    """What a change did that can be told in few words, in the order of the text."""
    moved = [*_moved(change)]
    # The form of its verb goes with the part.
    openings = [] if moved else [*_openings(change)]
    qualifiers = [
        Gist(
            _rank("qualifier"),
            (Words(one.phrase, True), Words(" added" if one.added else " dropped")),
        )
        for one in change.qualifiers
    ]
    return (*moved, *openings, *qualifiers, *_stretches(change))


def _rank(reason: str) -> int:
    return _RANKS.index(reason) if reason in _RANKS else len(_RANKS)


# --- openings, parts -----------------------------------------------------------------------------


def _openings(change: Change) -> Iterator[Gist]:
    if change.opening:
        before, after, rest = differing(change.opening)
        said = [Words(before, True), Words(" became "), Words(after, True), Words(rest)]
        if change.opening.direction:
            said.append(Words(f" ({change.opening.direction})"))
        yield Gist(_rank("force" if change.opening.direction else "opening"), tuple(said))


def differing(opening: Opening) -> tuple[str, str, str]:
    """Where two openings differ, and the words after that they share.

    >>> differing(Opening("Expresses strong concern", "Expresses grave concern"))
    ('strong', 'grave', ' concern')
    >>> differing(Opening("Deeply concerned", "Concerned"))
    ('Deeply concerned', 'Concerned', '')
    """
    before, after = opening.before.split(), opening.after.split()
    start, end = _shared(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if not old or not new:
        return opening.before, opening.after, ""
    rest = after[len(after) - end :]
    if {*rest} <= _AGAIN:
        rest = []
    return " ".join(old), " ".join(new), f" {' '.join(rest)}" if rest else ""


_AGAIN = frozenset(("also", "further", "again"))


def _shared(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many words both begin with, and how many of the others both end with."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _moved(change: Change) -> Iterator[Gist]:
    """An operative paragraph that became a preambular one lost its force, and the other way."""
    if "part" not in change.reasons or not (change.before and change.after):
        return
    ways = (("op", "pp", "a paragraph moved to the preamble"),
            ("pp", "op", "a paragraph moved to the operative part"))  # fmt: skip
    for one, other, said in ways:
        if change.before[0].startswith(one) and change.after[0].startswith(other):
            yield Gist(_rank("force"), (Words(said),))


# --- stretches -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of the earlier text, those in their place, and the words of both around them."""

    old: str
    new: str
    place: int
    """Where it begins in the earlier text."""
    led: str
    followed: str

    def is_cut(self) -> bool:
        """Whether it is a part of a name: "[Meeting of ]States Parties", "Court[ of Justice]"."""
        sides = [side.strip() for side in (self.old, self.new) if side.strip()]
        led = re.search(r"\b[A-Z][\w’-]*(?: (?:of|for|on|and))?\s*$", self.led)
        goes_on = re.match(r"\s*[A-Z]", self.followed)
        return any(
            (led and re.match(r"(?:(?:of|for|on) )?[A-Z]", side))
            or (goes_on and side.split()[-1][0].isupper())
            for side in sides
        )


def _stretches(change: Change) -> Iterator[Gist]:
    """What the stretches of a redline replaced, added or dropped."""
    if change.kind not in ("edited", "split", "merged"):
        return
    before, after = earlier_text(change.runs), later_text(change.runs)
    opening = max(len(change.opening.before), len(change.opening.after)) if change.opening else 0
    found = [one for one in _stretches_of(change.runs) if one.place >= opening]
    if change.weight != "substantive":
        # Nothing of it weighs: its only stretch tells what it is.
        said = _replaced(*_bare(found[0].old, found[0].new), "") if len(found) == 1 else ()
        if said and found[0].old and found[0].new:
            yield Gist(len(_RANKS), said)
        return
    written_anew = len(found) > MOST_STRETCHES or not _is_kept(change.runs)
    for one in found:
        came, went = states_named(one.new), states_named(one.old)
        fresh = came.keys() - states_named(before).keys() if came else set()
        gone = went.keys() - states_named(after).keys() if went else set()
        if fresh or gone:
            # One in the place of another may be the next of a row, and is no news.
            if not (fresh and gone):
                names = {**came, **went}
                yield _states_gist({code: names[code] for code in names if code in fresh | gone},
                                   came=bool(fresh))  # fmt: skip
        elif not written_anew:
            yield from _told_stretch(one, before)


def _stretches_of(runs: Sequence[Run]) -> Iterator[_Stretch]:
    place = 0
    old, new, led = "", "", ""
    for run in (*runs, Run("=", "")):
        if run.kind == "-":
            old += run.text
        elif run.kind == "+":
            new += run.text
        else:
            if old or new:
                yield _Stretch(old, new, place, led, run.text)
            place += len(old) + len(run.text)
            old, new, led = "", "", run.text


def _is_kept(runs: Sequence[Run]) -> bool:
    """Whether most words of both texts stayed: else what stands for what is a guess."""
    counts = {
        kind: sum(len(run.text.split()) for run in runs if run.kind == kind) for kind in "=-+"
    }
    return counts["="] >= max(counts["-"], counts["+"]) * 2


def _told_stretch(one: _Stretch, before: str) -> Iterator[Gist]:
    """A stretch in few words, if it weighs by itself, put into the earlier text alone."""
    old, new = _bare(one.old, one.new)
    if not _replaced(old, new, "") or one.is_cut() or one.place == 0:
        return
    applied = before[: one.place] + one.new + before[one.place + len(one.old) :]
    weighed = weigh_words(before, applied)
    if weighed.weight != "substantive":
        return
    figures = all(_FIGURES.fullmatch(word) or word in _LEADING for word in (*old, *new))
    is_figure = figures or "number" in weighed.reasons
    said = _replaced(old, new, one.followed if is_figure else "")
    if (is_figure and len(said) <= _SIDES and len(old) <= 1 and len(new) <= 1) or (
        figures and not (old and new)
    ):
        return  # A figure says something only with what it counts.
    if said:
        yield Gist(min(map(_rank, weighed.reasons)), said)


_SIDES = 3
"""Pieces of `X became Y`; a fourth says what is counted."""


def _states_gist(states: dict[str, str], *, came: bool) -> Gist:
    names = [*states.values()]
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    if len(names) > MOST_STATES:
        listed = f"{len(names)} States"
    said = f"{listed} {'named' if came else 'no longer named'}"
    return Gist(_rank("state"), (Words(said),), tuple(states))


# --- words ---------------------------------------------------------------------------------------

_SMALL = frozenset(("a", "an", "the", "and", "or", "its", "their", "his", "her", "that", "which"))
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her"))
_LEADING = frozenset(
    """
of to in on for at by with from into upon as between among against under through within during
over about after before regarding concerning towards across
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""Small words, which say nothing at the edge of what is quoted, and those that lead to a noun."""


def _bare(old: str, new: str) -> tuple[list[str], list[str]]:
    """The words of a stretch that differ, without what stands around them."""
    before, after = _trimmed(old.split()), _trimmed(new.split())
    start, end = _shared([*map(_plain, before)], [*map(_plain, after)])
    if not (len(before) - start - end and len(after) - start - end):
        # The one is in the other: what is more was added or dropped.
        before = _trimmed(before[start : len(before) - end])
        after = _trimmed(after[start : len(after) - end])
    while all(side and _plain(side[-1]) in _LEADING for side in (before, after) if side) and (
        before or after
    ):
        before, after = _trimmed(before[:-1]), _trimmed(after[:-1])
    return before, after


def _plain(word: str) -> str:
    return word.strip(",;.:")


def _trimmed(words: Sequence[str]) -> list[str]:
    """Words without small ones at their edges and without the mark at their end."""
    kept = [*words]
    while kept and _plain(kept[0]) in _SMALL:
        del kept[0]
    while kept and _plain(kept[-1]) in _SMALL:
        del kept[-1]
    if kept:
        kept[-1] = kept[-1].rstrip(",;.:")
        kept[0] = kept[0].lstrip(",;.:")
    return [word for word in kept if word]


_QUOTABLE = re.compile(r"[^\n;:“”\"()\[\]/]*\w[^\n;:“”\"()\[\]/]*")
_FIGURES = re.compile(r"[$€]?[0-9][0-9.,]*%?,?|and|to|of")


def _replaced(old: Sequence[str], new: Sequence[str], followed: str) -> tuple[Words, ...]:
    """Words that gave way to others, came or went; nothing where they are long or no phrase."""
    before, after = " ".join(old), " ".join(new)
    sides = [side for side in (before, after) if side]
    if before == after or not all(map(_QUOTABLE.fullmatch, sides)):
        return ()
    if not len(old) + len(new) >= SHORTEST_ALONE or max(len(old), len(new)) > LONGEST_TOLD:
        return ()
    if _is_torn(old) or _is_torn(new):
        return ()
    if before and after:
        if not _are_alike(old, new):
            return ()
        rest = _counted(followed) if len(old) == len(new) == 1 else ""
        counted = (Words(rest),) if rest else ()
        return Words(before, True), Words(" became "), Words(after, True), *counted
    return Words(sides[0], True), Words(" added" if after else " dropped")


def _is_torn(words: Sequence[str]) -> bool:
    """Whether what leads to a noun has none: "in and compliance"."""
    return any(
        _plain(one) in _LEADING and (one.endswith(",") or other in _SMALL - _ARTICLES)
        for one, other in pairwise(words)
    )


def _are_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two stretches may be phrases of one kind: both lead to a noun, or none, at either
    end; and no figure is one of a row."""
    led = all((_plain(old[at]) in _LEADING) == (_plain(new[at]) in _LEADING) for at in (0, -1))
    rows = any("," in word and word.endswith(",") for word in (*old, *new))
    return led and not (rows and any(re.search("[0-9]", word) for word in (*old, *new)))


def _counted(followed: str) -> str:
    """The words behind a figure that say what is counted: ` million dollars`, ` keepers`."""
    counted = re.match(r"(?: (?:million|billion|per cent))*(?: [a-z]{3,}s\b)?", followed)
    return counted[0] if counted else ""
