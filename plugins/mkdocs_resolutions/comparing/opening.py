"""The verb ladder and the qualifier watch: what the first words and the small print say."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Direction, Opening, Qualifier


def opening(
    phrase: str | None, after: str | None, earlier: str = "", later: str = ""
) -> Opening | None:
    """What became of an opening phrase; None where it is the same, also and further apart, and the
    form of its verb: "Takes note", "Taking note".

    `earlier` and `later` are the whole clauses: an opening that already stood inside the earlier
    one is no step on the ladder. It is no other opening either where what stood before it was
    dropped: it is what was left. Nor is it a step where the later clause says further on what only
    the beginning of the earlier one said.
    """
    if not phrase or not after or phrase == after or _are_the_same(phrase, after):
        return None
    if _with_degree(phrase, earlier) == _with_degree(after, later):
        return None  # "Condemns strongly", "Strongly condemns"
    old, new = _bare(earlier), _bare(later)
    if _begin_alike(phrase, after, old, new) or _was_left(phrase, after, old, new):
        return None
    return Opening(phrase, after, _direction(phrase, after, earlier, later))


@lru_cache(maxsize=4096)
def _are_the_same(phrase: str, after: str) -> bool:
    return _stems(_bare(phrase)) == _stems(_bare(after))


def _with_degree(phrase: str, clause: str) -> list[str]:
    """The stems of an opening with the words of degree in it, or right behind it, in front."""
    said, whole = _bare(phrase), _bare(clause)
    said += tuple(itertools.takewhile(english.DEGREE_WORDS.__contains__, whole[len(said) :]))
    return _stems(sorted(said, key=lambda word: word not in english.DEGREE_WORDS))


def _begin_alike(phrase: str, after: str, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether both clauses begin with the longer of two openings: one file set less in italics."""
    longer = max(_bare(phrase), _bare(after), key=len)
    return old[: len(longer)] == new[: len(longer)] == longer


_GOES_ON = 4
"""Words behind an opening by which it is known inside a clause."""


def _was_left(phrase: str, after: str, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a clause begins as the earlier one went on: "Noting … , and emphasizing the need"."""
    count = len(_bare(after)) + _GOES_ON
    inside, left = _stems(old[len(_bare(phrase)) :]), _stems(new[:count])
    return len(left) == count and f" {' '.join(left)} " in f" {' '.join(inside)} "


@lru_cache(maxsize=4096)
def same_act(phrase: str | None, after: str | None) -> bool:
    """Whether two openings begin with the same verb, *also* and *further* apart; so do two clauses
    without any."""
    return _verb(phrase) == _verb(after)


def does(text: str, phrase: str | None) -> bool:
    """Whether an opening stands in a text, in whatever form of its verb."""
    return f" {' '.join(_stems(_bare(phrase or '')))} " in f" {' '.join(_stems(words(text)))} "


def _verb(phrase: str | None) -> list[str]:
    return _stems(_bare(phrase or "")[:1])


@lru_cache(maxsize=512)  # of a clause whose opening is another several things are asked
def _bare(phrase: str) -> tuple[str, ...]:
    said = [english.SAME_WORDS.get(word, word) for word in words(phrase)]
    return tuple([word for word in said if word not in english.ALSO])


def _direction(phrase: str, after: str, earlier: str, later: str) -> Direction | None:
    before, now = _bare(phrase), _bare(after)
    if not _of_the_same(before, now, earlier, later) and _moved(before, now, earlier, later):
        return None
    tail = _common_tail(before, now)
    return (
        _on_a_ladder(_act(before), _act(now))
        or _by_degree(before, now)
        or (_on_a_ladder(_act(before[:-tail]), _act(now[:-tail])) if tail else None)
    )


def _of_the_same(before: Sequence[str], now: Sequence[str], earlier: str, later: str) -> bool:
    """Whether two clauses go on alike behind their openings: "Calls for", "Demands the release of
    all keepers". What else they say takes nothing from the step."""
    went_on, goes_on = _bare(earlier)[len(before) :], _bare(later)[len(now) :]
    return len(goes_on) >= _GOES_ON and went_on[:_GOES_ON] == goes_on[:_GOES_ON]


def _moved(before: Sequence[str], now: Sequence[str], earlier: str, later: str) -> bool:
    """Whether an opening stood inside the earlier clause, or the other stands inside the later."""
    inside, behind = _inside(earlier, before), _inside(later, now)
    act = now[:-2] if _is_thankful(now) and _stems(now[:1]) != _stems(before[:1]) else now
    return bool(_times(act, inside)) or _times(before, behind) > _times(before, inside)


def _common_tail(before: Sequence[str], now: Sequence[str]) -> int:
    """How many words two openings end with alike: "condemns in the strongest terms"."""
    most = min(len(before), len(now)) - 1
    return next((n for n in range(most) if before[-1 - n] != now[-1 - n]), most)


def _inside(clause: str, opening: Sequence[str]) -> str:
    """The stems of a clause behind its opening."""
    return f" {' '.join(_stems(_bare(clause)[len(opening) :]))} "


def _times(opening: Sequence[str], inside: str) -> int:
    """How often an opening stands inside a clause."""
    return inside.count(f" {' '.join(_stems(opening))} ")


def _is_thankful(said: Sequence[str]) -> bool:
    """Whether thanks stand behind an act: "welcomes with appreciation"."""
    return bool(said[:-2]) and said[-2] == "with" and said[-1] in english.THANKS


def _on_a_ladder(before: str, now: str) -> Direction | None:
    """The direction on the ladders that both stand on, where they agree."""
    found: set[Direction] = set()
    heights = _rungs().get(now, {})
    for ladder, rung in _rungs().get(before, {}).items():
        if ladder in heights and heights[ladder] != rung:
            found.add("stronger" if heights[ladder] > rung else "weaker")
    return found.pop() if len(found) == 1 else None


def _by_degree(before: Sequence[str], after: Sequence[str]) -> Direction | None:
    """The direction of the same act with a word of degree before it, or thanks behind it, or
    without."""
    if _is_thankful(before):
        return "weaker" if _stems(before[:-2]) == _stems(after) else None
    if _is_thankful(after):
        return "stronger" if _stems(after[:-2]) == _stems(before) else None
    if before[1:] and before[0] in english.DEGREE_WORDS and _stems(before[1:]) == _stems(after):
        return "weaker"
    if after[1:] and after[0] in english.DEGREE_WORDS and _stems(after[1:]) == _stems(before):
        return "stronger"
    return None


def _act(said: Sequence[str]) -> str:
    """An opening in the words of the ladder: "Deeply concerned" is "deep concern"."""
    if said and said[0] in english.CARRIERS:
        said = said[1:]
    said = [english.FEELINGS.get(word, word) for word in said]
    if said and said[-1] in english.FEELINGS.values():
        said = [english.DEGREES.get(word, word) for word in said]
    return _rung_name(said)


def _rung_name(said: Sequence[str]) -> str:
    return " ".join(_stems([word for word in said if word not in english.SMALL_WORDS]))


def _stems(said: Sequence[str]) -> list[str]:
    return [_stem(word) for word in said]


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """The stem of an opening verb: notes, noting and note are one."""
    for ending in ("ing", "es", "s", "ed", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@cache
def _rungs() -> dict[str, dict[int, int]]:
    """For each act the ladders it stands on, and how high."""
    found: dict[str, dict[int, int]] = {}
    for number, ladder in enumerate(english.LADDERS):
        for height, rung in enumerate(ladder):
            for act in rung:
                found.setdefault(_rung_name(act.split()), {})[number] = height
    return found


def qualifiers(before: str, after: str) -> tuple[Qualifier, ...]:
    """The qualifying phrases that one of two texts has oftener than the other.

    Of phrases within each other only the longest counts. One that gave way to another form of the
    same neither came nor went.
    """
    said, says = _qualifying(before), _qualifying(after)
    if said == says:
        return ()
    old, new = Counter(said), Counter(says)
    return tuple(
        Qualifier(phrase, added)
        for added, more, less, other in ((False, old, new, after), (True, new, old, before))
        for phrase in dict.fromkeys(_oftener(more, less))
        if not _stands_in_a_list(phrase, other)
    )


def _oftener(more: Counter[str], less: Counter[str]) -> Iterator[str]:
    """The phrases that one text has oftener, but for as many as the other has in another form."""
    instead = Counter(map(_qualifier, (less - more).elements()))
    for phrase in (more - less).elements():
        if instead[_qualifier(phrase)] > 0:
            instead[_qualifier(phrase)] -= 1
        else:
            yield phrase


def _stands_in_a_list(phrase: str, text: str) -> bool:
    """Whether a text has a phrase with others before its end: "in accordance with the Charter and
    international law"."""
    head, joint, tail = phrase.partition(" with ")
    return bool(joint) and bool(re.search(rf"{head} with\b[^;.]*\b{tail}\b", text))


def _qualifier(phrase: str) -> str:
    """A qualifying phrase in the first of its forms."""
    return next((forms[0] for forms in english.FORMS_OF_QUALIFIERS if phrase in forms), phrase)


def _qualifying(text: str) -> list[str]:
    """The qualifying phrases of a text; what has a capital further on is part of a name."""
    within, in_front = _watch()
    first = in_front.match(text)
    found = within.findall(text, first.end() if first else 0)
    return [" ".join(one.casefold().split()) for one in ([first[0], *found] if first else found)]


@cache
def _watch() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The qualifying phrases, by their first letters, and how a text begins with one."""
    rests: dict[str, list[str]] = {}
    for phrase in sorted(english.QUALIFIERS, key=len, reverse=True):
        first, _, rest = phrase.partition(" ")
        rests.setdefault(first, []).append(re.escape(f" {rest}" if rest else ""))
    phrases = (rf"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    by_letter = itertools.groupby(
        sorted((*english.QUALIFIER_FORMS, *phrases)), key=lambda phrase: phrase[0]
    )
    begun = (f"{letter}(?:{'|'.join(one[1:] for one in those)})" for letter, those in by_letter)
    said = rf"\b(?:{'|'.join(begun)})\b"
    return re.compile(said), re.compile(said, re.IGNORECASE)
