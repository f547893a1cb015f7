"""What a clause does with what it speaks of: asks for it, or looks back on it."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.opening import does
from mkdocs_resolutions.comparing.units import Unit

_ASKING = re.compile(rf"\b(?:{english.ASKING}|{english.ASKED})\b", re.IGNORECASE)
_ASKED = re.compile(rf"\b{english.ASKED}\b")
_RECEIVING = re.compile(rf"\b(?:{english.RECEIVING})\b", re.IGNORECASE)
_HELD = re.compile(rf"[^,;.]*?{english.RECEIVING} {english.HELD}", re.IGNORECASE)
_TO_HOLD = re.compile(rf"[^,;.]*?\bdecid(?:es|ing) (?:also |further )?{english.TO_HOLD}", re.I)
_OPENING = 40
"""Letters behind an opening phrase that may say what it does: "Reaffirms its decision to hold"."""


def came_true(asking: Unit, looking: Unit) -> bool:
    """Whether the earlier of two clauses asks for something, and the later one only looks back on
    what may have come of it: a request and the thanks for it are two clauses, however alike.

    It is none where the later one asks for anything too, or recalls that it was asked for.
    """
    return (
        _receives(looking.clause.phrase)
        and not _asks_anywhere(looking.text)
        and turned(asking, looking)
    )


def held_again(looking: Unit, deciding: Unit) -> bool:
    """Whether the earlier of two clauses looks back on a meeting that was held, and the later one
    decides to hold one: the next."""
    return bool(_HELD.match(looking.text) and _TO_HOLD.match(deciding.text))


def turned(asking: Unit, looking: Unit) -> bool:
    """Whether the earlier of two clauses opens by asking, and the later one by looking back, but
    for what the earlier one went on with: then it was cut to that."""
    phrase = looking.clause.phrase
    return _receives(phrase) and _asks(asking) and not does(asking.text, phrase)


def _asks(unit: Unit) -> bool:
    phrase = unit.clause.phrase or ""
    if _ASKED.search(unit.text[: len(phrase) + _OPENING]):
        return True
    return _asks_anywhere(phrase) and not _receives(phrase)


@lru_cache(maxsize=4096)
def _asks_anywhere(text: str) -> bool:
    return _ASKING.search(text) is not None


@lru_cache(maxsize=1024)
def _receives(phrase: str | None) -> bool:
    return _RECEIVING.search(phrase or "") is not None
