"""The States that a running text names."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from itertools import accumulate, islice, takewhile

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.model.states import begins_state, state_code


@lru_cache(maxsize=512)
def states_named(text: str) -> dict[str, str]:
    """The States that a text names, by code: their names as they stand there.

    A name within a longer one is none, "Lake Chad Basin", nor that of what a body is for: "the
    Commission of Inquiry on Ukraine", nor that of a currency: "United States dollars".
    """
    found: dict[str, str] = {}
    end = 0
    for capital in _CAPITAL.finditer(text):
        start = capital.start()
        if start < end or not begins_state(capital[0]):
            continue
        tokens = [*islice(_TOKEN.finditer(text, start), _LONGEST_NAME)]
        words = (token[0].strip(_SIGNS) for token in tokens)
        names = [*takewhile(begins_state, accumulate(words, "{} {}".format))]
        size = next((size for size in range(len(names), 0, -1) if state_code(names[size - 1])), 0)
        if not size:
            continue
        end = tokens[size - 1].end()
        money = text.startswith(" dollar", end)
        if not money and not _is_within(text, start, end) and not _is_of_a_body(text, start):
            name = names[size - 1]
            found.setdefault(state_code(name) or name, name)
    return found


def states_changed(before: str, after: str, titles: Container[str] = ()) -> tuple[str, ...]:
    """The codes of the States that one of two wordings names and the other does not; not those of
    the `titles`, which are named in whatever the texts say."""
    differing = states_named(before).keys() ^ states_named(after).keys()
    return tuple(sorted(code for code in differing if code not in titles))


_SIGNS = ".:“”"
_TOKEN = re.compile(r"[^\s,;]+")
_CAPITAL = re.compile(
    rf"[^\W\d_a-z](?:(?<=[\s,;].)|(?<=[\s,;][{_SIGNS}].)|(?<=\A.))[^\s,;{_SIGNS}]*"
)  # by its letter it is found sooner
_LONGEST_NAME = 9
"""Words of the name of a State at most."""
_LONGEST_WORD = 30


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands right before or right behind a stretch: not the first
    of a line, which has it anyway, "Thanks Malta"."""
    before = re.search(r"[^\S\n]([\w’-]+)\s$", text[max(0, start - _LONGEST_WORD) : start])
    behind = text[end : end + 2]
    return bool(before and before[1][0].isupper() and before[1] != "The") or (
        behind[:1].isspace() and behind[1:].isupper()
    )


_BODY = re.compile(
    rf"\b(?:{'|'.join(english.BODIES)})\b"
    r"(?:\s(?:[A-Z][\w’-]*|of|the|and|on|for|in|situation|human|rights))*\s(?:on|for|in|to)\s(?:the\s)?\Z"
)


def _is_of_a_body(text: str, start: int) -> bool:
    """Whether the name of a body leads to a place in a text."""
    return _BODY.search(text[max(0, start - _LONGEST_LEAD) : start]) is not None


_LONGEST_LEAD = 120
"""Letters of the name of a body before that of its State."""
