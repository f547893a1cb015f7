"""What a resolution is called where no symbol is printed, as in copies of older ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.enacting import SHORT

_NAMED = re.compile(rf"{english.NAMED}{SHORT}{english.NAMED_DAY}[.,]?")
_MOST_LINES = 3


def find_name(lines: Sequence[str]) -> tuple[int, int, re.Match[str]] | None:
    """The lines that name a resolution, and how: from which to which, one to three together.

    What goes on with a title, `Follow-up to` and `Resolution 76/901` below it, names another.
    """
    for begin in range(len(lines)):
        goes_on = begin and english.GOES_ON.search(lines[begin - 1])
        if goes_on or not (lines[begin][:1].isupper() or lines[begin].startswith("adopted")):
            continue
        for end in range(min(begin + _MOST_LINES, len(lines)), begin, -1):
            match = _NAMED.fullmatch(" ".join(lines[begin:end]))
            if match:
                return begin, end, match
    return None
