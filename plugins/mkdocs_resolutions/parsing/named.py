"""What a resolution is called where no symbol is printed, or no number stands before its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.enacting import SHORT

_NAMED = re.compile(rf"{english.NAMED}{SHORT}{english.NAMED_DAY}[.,]?")
_MOST_LINES = 3
LOOSE_NUMBER = re.compile(r"(?:(?P<short>(?:E?S-)?[0-9]{1,3}/[0-9]{1,4})(?![0-9/]))?[\s:–—-]*")
"""What stands before the words of a title that is not numbered as print has it: a number, signs."""
_SEVERAL = 4
"""Words of a line that is rather a title than one of fewer below it, which a web page may have."""
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


def find_title(lines: Sequence[str], begun: Sequence[int]) -> tuple[int, int] | None:
    """The lines above the enacting words that are the title where no number says so: from which to
    which. `begun` are the lines with which blocks begin.

    That is the last block of several words, and the lines that it goes on with; else the last one
    of all. None where that reads like no title.
    """
    blocks = [*pairwise([*begun, len(lines)])][::-1]
    for least in (_SEVERAL, 1):
        for first, end in blocks if least > 1 else blocks[:1]:
            while first > 0 and (
                lines[first][:1].islower() or english.GOES_ON.search(lines[first - 1])
            ):
                first -= 1
            title = LOOSE_NUMBER.sub("", " ".join(lines[first:end]), count=1)
            if least <= len(title.split()) <= _LONGEST_TITLE and _reads_like_one(title):
                return first, end
    return None


def _reads_like_one(title: str) -> bool:
    """Whether words read like a title, and like no other line of a masthead."""
    ends = title.endswith((".", ";", ",", ":"))
    return title[:1].isupper() and not ends and english.NO_TITLE.search(title) is None
