"""The gist of a change in a few words: what a sentence can quote, silent where words are long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_resolutions.comparing import is_another_act, only_ages, states_named, weigh_words
from mkdocs_resolutions.model import Change, Qualifier, Run
from mkdocs_resolutions.publishing.openings import differing
from mkdocs_resolutions.publishing.quoting import (
    FIGURES,
    LEADING,
    Words,
    bare,
    first_words,
    is_among,
    replaced,
    times,
)
from mkdocs_resolutions.publishing.redline import earlier_text, later_text
from mkdocs_resolutions.publishing.stretches import Stretch, stretches_of
from mkdocs_resolutions.publishing.sums import (
    is_date,
    is_in_a_name,
    is_of_figures,
    is_part,
    months,
    what_it_is,
)

MOST_STATES = 3
"""States that are named one by one; more are counted."""
MOST_STRETCHES = 5
"""Stretches of a clause that may be told: what has more was written anew, and no piece tells it."""

_RANKS = (
    "appropriation", "force", "money", "state", "meeting", "date", "agenda", "number",
    "part of a sum", "opening", "qualifier", "opening of a reason", "wording", "host",
    "added words", "dropped words", "weak qualifier", "reference", "opening that ages",
)  # fmt: skip
"""What tells most, first: what is spent where that is decided, force, what it costs, who is meant,
what is to be held when, how it is said and with what reserve."""
ASIDE = len(_RANKS) + 1
"""The rank of what is told of its clause, but is no news of the whole."""
PASSAGE = 10
"""Words that make a passage: what stands in it came or went with it, not by itself."""
_WEAK = frozenset(("inter alia", "voluntary", "voluntarily"))
"""Qualifiers that seldom decide what a clause asks: a list goes on, a name has it."""
_EMPTY = LEADING | frozenset(
    """
he she it they him her them his hers its their has have had is are was were this that these those
per cent
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""Words that say nothing by themselves, or follow who holds an office."""
_ASKING = re.compile(
    r"\A(?:(?:also|further|once again|strongly|urgently) )*(?:to |(?:decid|request|invit|urg"
    r"|encourag|demand|recommend|authoriz|approv|call)(?:e?s|ing)\b)",
    re.IGNORECASE,
)
"""Of what is to be done a date is news; where a clause looks back it is one more of the past."""


@dataclass(frozen=True, slots=True)
class Gist:
    """One thing that a change did, and how much that tells: the lower the rank, the more."""

    rank: int
    words: tuple[Words, ...]
    states: tuple[tuple[str, str], ...] = ()
    """The States that came or went, by code, with their names."""
    came: bool = False
    """Whether these came."""


def told(change: Change) -> tuple[Words, ...]:
    """The gist of an edit where a few words say it, nothing where they do not.

    A paragraph that moved and another opening come first, then qualifiers; without them the two
    other pieces that tell most.
    """
    acts = sorted(dict.fromkeys(_acts(change)), key=lambda gist: gist.rank)
    found = acts or sorted(dict.fromkeys(gists(change)), key=lambda gist: gist.rank)[:2]
    return tuple(joined([gist.words for gist in found]))


def weight_of_gist(change: Change) -> int:
    """How much the best that can be told of a change tells: the lower, the more."""
    return min((gist.rank for gist in gists(change)), default=ASIDE)


def joined(pieces: Sequence[tuple[Words, ...]]) -> Iterator[Words]:
    """Pieces with commas between them."""
    for number, piece in enumerate(pieces):
        if number:
            yield Words(", ")
        yield from piece


@lru_cache(maxsize=4096)
def gists(change: Change) -> tuple[Gist, ...]:
    """What a change did that can be told in few words, in the order of the text."""
    return (*_acts(change), *_stretches(change))


def _acts(change: Change) -> Iterator[Gist]:
    """What became of the act of a clause: its part, its opening, what qualifies it."""
    moved = [*_moved(change)]
    # The form of its verb goes with the part.
    yield from moved or _openings(change)
    for one in change.qualifiers:
        rank = _rank("weak qualifier" if one.phrase in _WEAK else "qualifier")
        rank = ASIDE if _goes_with_others(one, change.runs) else rank
        yield Gist(rank, (Words(one.phrase, True), Words(" added" if one.added else " dropped")))


def _goes_with_others(qualifier: Qualifier, runs: Sequence[Run]) -> bool:
    """Whether a qualifier came or went only with the many words of a passage."""
    kind = "+" if qualifier.added else "-"
    texts = [" ".join(run.text.split()) for run in runs if run.kind == kind]
    with_it = [text for text in texts if qualifier.phrase in text.casefold()]
    return bool(with_it) and all(len(text.split()) >= PASSAGE for text in with_it)


def _rank(reason: str) -> int:
    return _RANKS.index(reason) if reason in _RANKS else len(_RANKS)


# --- openings, parts -----------------------------------------------------------------------------


def _openings(change: Change) -> Iterator[Gist]:
    opening = change.opening
    if not opening or not is_another_act(
        opening, earlier_text(change.runs), later_text(change.runs)
    ):
        return
    before, after = differing(opening)
    said = [Words(before, True), Words(" became "), Words(after, True)]
    if opening.direction:
        said.append(Words(f" ({opening.direction})"))
    reason = any(name.startswith("pp") for name in change.after)
    neutral = "opening of a reason" if reason else "opening"
    neutral = "opening that ages" if only_ages(opening) else neutral
    yield Gist(_rank("force" if opening.direction else neutral), tuple(said))


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


def _stretches(change: Change) -> Iterator[Gist]:
    """What the stretches of a redline replaced, added or dropped."""
    if change.kind not in ("edited", "split", "merged"):
        return
    before, after = earlier_text(change.runs), later_text(change.runs)
    opening = max(len(change.opening.before), len(change.opening.after)) if change.opening else 0
    found = [one for one in stretches_of(change.runs) if one.place >= opening]
    if change.weight != "substantive":
        # Nothing of it weighs: its only stretch tells what it is.
        said = replaced(*bare(found[0].old, found[0].new), "") if len(found) == 1 else ()
        if said and found[0].old and found[0].new:
            yield Gist(len(_RANKS), said)
        return
    others = [one for one in found if not (is_of_figures(one.old.split())
                                           and is_of_figures(one.new.split()))]  # fmt: skip
    written_anew = len(others) > MOST_STRETCHES or not _is_kept(change.runs)
    told_before = set[str]()
    named: dict[tuple[bool, bool], dict[str, str]] = {}
    was_named, is_named = (
        states_named(text).keys() & set(change.states) for text in (before, after)
    )
    # As many in the place of others may be the next of a row, and are no news.
    exchanged = len(is_named) == len(was_named)
    for one in found:
        came, went = (states_named(one.closed(words)) for words in (one.new, one.old))
        fresh, gone = came.keys() & is_named, went.keys() & was_named
        if fresh or gone:
            told_now = {code: name for code, name in {**came, **went}.items()
                        if code in fresh | gone and code not in told_before}  # fmt: skip
            told_before |= told_now.keys()
            if exchanged or (fresh and gone):
                continue
            for host in (False, True):
                states = {code: name for code, name in told_now.items() if one.hosts(name) == host}
                if states:
                    named.setdefault((bool(fresh), host), {}).update(states)
        elif not written_anew:
            rest = [each for each in found if each is not one]
            yield from _told_stretch(one, rest, change)
    for (came_in, host), states in named.items():
        yield states_gist(states, came=came_in, host=host)


def passage(change: Change) -> tuple[Words, ...]:
    """The first words of the passage by which a clause was extended or cut; nothing where others
    stood in its place, where it does not begin behind a mark or "and", or where they would not say
    what it is about."""
    stretches = [*stretches_of(change.runs)]
    if change.reasons[:1] not in (("extended",), ("cut",)) or not stretches:
        return ()
    longest = max(stretches, key=lambda one: abs(len(one.new) - len(one.old)))
    old, new = bare(longest.old, longest.new)
    said = first_words(" ".join(old or new))
    whole = " ".join((earlier_text if old else later_text)(change.runs).split())
    begun = rf"(?:[,;]|\b(?:and|or)) (?:(?:and|or|the) )*{re.escape(said.removesuffix(' …'))}"
    if not said or (old and new) or not re.search(begun, whole):
        return ()
    return Words(said, True), Words(" dropped" if old else " added")


def _is_kept(runs: Sequence[Run]) -> bool:
    """Whether most words of both texts stayed: else what stands for what is a guess."""
    counts = {
        kind: sum(len(run.text.split()) for run in runs if run.kind == kind) for kind in "=-+"
    }
    return counts["="] >= max(counts["-"], counts["+"]) * 2


def _told_stretch(one: Stretch, others: Sequence[Stretch], change: Change) -> Iterator[Gist]:
    """A stretch in few words, if it weighs by itself, put into the earlier text alone."""
    before, after = earlier_text(change.runs), later_text(change.runs)
    old, new = bare(one.old, one.new)
    if not replaced(old, new, "") or one.is_cut() or one.place == 0:
        return
    if any(side and {word.casefold() for word in side} <= _EMPTY for side in (old, new)):
        return
    if _denies(one.old) != _denies(one.new) and _denies(before) == _denies(after):
        return  # What was denied there is denied elsewhere in it: "can" and "cannot" turn nothing.
    if states_named(one.old).keys() == states_named(one.new).keys() != frozenset():
        return  # The same States under other names.
    applied = before[: one.place] + one.new + before[one.place + len(one.old) :]
    weighed = weigh_words(before, applied, states=change.states)
    if weighed.weight != "substantive":
        return
    if not is_among(old, new) and not is_among(new, old):
        pieces = [bare(other.old, other.new) for other in others]
        old = _that_went(old, before, after, [came for _, came in pieces])
        new = _that_went(new, after, before, [went for went, _ in pieces])
    if not (old or new):
        return
    reasons = _reasons(old, new, weighed.reasons, applied)
    figures = all(FIGURES.fullmatch(word) or word in LEADING for word in (*old, *new))
    lone = any(len(side) == 1 and FIGURES.fullmatch(side[0]) for side in (old, new))
    is_figure = figures or lone or not {"number", "money"}.isdisjoint(reasons)
    said = replaced(old, new, one.followed if is_figure else "")
    if (is_figure and len(said) <= _SIDES and len(old) <= 1 and len(new) <= 1) or (
        figures and not (old and new)
    ):
        return  # A figure says something only with what it counts.
    if said and "money" in reasons:
        yield from _sum(one, said, before, after)
    elif said:
        yield Gist(min(map(_rank, reasons)), said)


def _denies(text: str) -> int:
    """How many words of a text deny something."""
    return sum(word.strip(",;.:").casefold() in _DENYING for word in text.split())


_DENYING = frozenset(("not", "cannot", "no", "never", "nor", "neither", "without"))


def _that_went(
    words: list[str], text: str, other: str, elsewhere: Iterable[Sequence[str]]
) -> list[str]:
    """Words of a text, none if the other has them as often, though elsewhere, or if the first or
    last item of the list that they are begins or ends what came elsewhere: that item moved."""
    if times(words, text) <= times(words, other):
        return []
    items = [bare(item, "")[0] for item in _ITEM.findall(" ".join(words))]
    for item in filter(None, (*items[:1], *items[-1:])):
        came = any(
            is_among(item, one[: len(item)]) or is_among(item, one[-len(item) :])
            for one in elsewhere
        )
        if came and times(item, text) <= times(item, other):
            return []
    return words


_ITEM = re.compile(r".+?(?:,\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|$)")
"""An item of a list, with what parts it from the next."""


def _reasons(
    old: Sequence[str], new: Sequence[str], reasons: Sequence[str], text: str
) -> Sequence[str]:
    """Why a stretch weighs, without the dates and figures that only stand in a name, or with it."""
    figures = [word for word in (*old, *new) if word[0].isdigit()]
    said = {
        "date": (is_date(old) or is_date(new)) and (bool(old and new) or _ASKING.match(text)),
        "number": not (figures and all(is_in_a_name(one, text) for one in figures)),
    }
    kept = [reason for reason in reasons if said.get(reason, True)]
    return kept or ["wording" if old and new else "dropped words" if old else "added words"]


def _sum(one: Stretch, said: tuple[Words, ...], before: str, after: str) -> Iterator[Gist]:
    """A sum with what it is; none where it is for a longer or a shorter time than the other."""
    if months(before) != months(after):
        return
    what = what_it_is(one.led)
    rank = "part of a sum" if is_part(before[: one.place]) else "money"
    rank = "appropriation" if what == "appropriated" else rank
    yield Gist(_rank(rank), (*said, Words(f" {what}")) if what else said)


_SIDES = 3
"""Pieces of `X became Y`; a fourth says what is counted."""


def states_gist(states: Mapping[str, str], *, came: bool, host: bool = False) -> Gist:
    """That some States, by code with their names, are named or no longer named; it tells less where
    they are so only as the places or the hosts of meetings."""
    names = [*states.values()]
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    if len(names) > MOST_STATES:
        listed = f"{len(names)} States"
    said = f"{listed} {'named' if came else 'no longer named'}"
    rank = _rank("host" if host else "state")
    return Gist(rank, (Words(said),), tuple(states.items()), came)
