"""The States that a running text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.model.states import begins_state, state_code


@lru_cache(maxsize=512)
def states_named(text: str) -> dict[str, str]:
    """The States that a text names, by code: their names as they stand there.

    A name within a longer one is none, "Lake Chad Basin", nor that of what a body is for: "the
    Commission of Inquiry on Ukraine".
    """
    tokens = [*re.finditer(r"[^\s,;]+", text)]
    words = [token[0].strip(".:“”") for token in tokens]
    found: dict[str, str] = {}
    at = 0
    while at < len(words):
        may_be = words[at][:1].isupper() and begins_state(words[at])
        sizes = range(_LONGEST_NAME, 0, -1) if may_be else ()
        size = next((size for size in sizes if _is_state(words[at : at + size], size)), 0)
        place = (tokens[at].start(), tokens[at + size - 1].end()) if size else (0, 0)
        if size and not _is_within(text, *place) and not _is_of_a_body(text, place[0]):
            name = " ".join(words[at : at + size])
            found.setdefault(state_code(name) or name, name)
        at += size or 1
    return found


_LONGEST_NAME = 9
"""Words of the name of a State at most."""
_LONGEST_WORD = 30


def _is_state(name: Sequence[str], size: int) -> bool:
    return len(name) == size and state_code(" ".join(name)) is not None


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands right before or right behind a stretch."""
    before = re.search(r"([\w’-]+)\s$", text[max(0, start - _LONGEST_WORD) : start])
    behind = text[end : end + 2]
    return bool(before and before[1][0].isupper() and before[1] != "The") or (
        behind[:1].isspace() and behind[1:].isupper()
    )


_BODY = re.compile(
    rf"\b(?:{'|'.join(english.BODIES)})\b"
    r"(?:\s(?:[A-Z][\w’-]*|of|the|and|on|for|in|situation|human|rights))*\s(?:on|for|in)\s(?:the\s)?\Z"
)


def _is_of_a_body(text: str, start: int) -> bool:
    """Whether the name of a body leads to a place in a text."""
    return _BODY.search(text[max(0, start - _LONGEST_LEAD) : start]) is not None


_LONGEST_LEAD = 120
"""Letters of the name of a body before that of its State."""
