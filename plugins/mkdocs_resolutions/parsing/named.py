"""What a resolution is called where no symbol is printed, or no number stands before its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.enacting import SHORT

_NAMED = re.compile(rf"{english.NAMED}{SHORT}{english.NAMED_DAY}[.,]?")
_MOST_LINES = 3
LOOSE_NUMBER = re.compile(r"(?:(?P<short>(?:E?S-)?[0-9]{1,3}/[0-9]{1,4})(?![0-9/]))?[\s:–—-]*")
"""What stands before the words of a title that is not numbered as print has it: a number, signs."""
_LONGEST_TITLE = 60
"""Words of a title that nothing but its place tells."""


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


def find_title(lines: Sequence[str], first: int) -> int | None:
    """The first of the lines above the enacting words that are the title where no number says so:
    the last block, which begins with the line `first`, and the lines that go on with it. None where
    it reads like no title.
    """
    while first > 0 and (lines[first][:1].islower() or english.GOES_ON.search(lines[first - 1])):
        first -= 1
    title = LOOSE_NUMBER.sub("", " ".join(lines[first:]), count=1)
    reads_so = title[:1].isupper() and not title.endswith((".", ";", ",", ":"))
    return first if reads_so and len(title.split()) <= _LONGEST_TITLE else None
