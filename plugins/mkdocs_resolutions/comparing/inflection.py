"""The same words in other forms: another tense, one instead of many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from mkdocs_resolutions.comparing import english

Inflection = Literal["tense", "plural", "verb form"]


def inflection(old: Sequence[str], new: Sequence[str]) -> Inflection | None:
    """In what two rows of words differ that are the same words; None where they are others.

    Only words that tell a time may be missing on one side: "the fair (to be) held".
    """
    if _stems(old) != _stems(new):
        return None
    before, after = _times(old), _times(new)
    if before != after:
        return "tense"
    if not old or not new:
        return "verb form" if [*old, *new] == ["to"] else None
    return "plural" if _is_number(old, new) else "verb form"


def _stems(said: Sequence[str]) -> list[str]:
    """Words without what tells their tense or number."""
    return [_stem(word) for word in said if word not in english.TIMES]


def _times(said: Sequence[str]) -> list[str]:
    """What tells the tense of some words."""
    marks = (
        english.TIMES.get(word, "past" if word in english.IRREGULAR or word[-2:] == "ed" else "")
        for word in said
    )
    return [mark for mark in marks if mark]


def _is_number(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether one of the same words is one on one side and many on the other."""
    sides = ([word for word in side if word not in english.TIMES] for side in (old, new))
    return any(
        longer in (f"{shorter}s", f"{shorter}es")
        for one, other in zip(*sides, strict=True)
        for shorter, longer in ((one, other), (other, one))
    )


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    word = english.IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "es", "s", "e", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
