"""The sums and dates of a clause: what a sum is, for how long, and what is no more than a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_resolutions.parsing import english

_MONTH = "|".join(english.MONTHS)
_PERIOD = re.compile(
    rf"\bfrom (?:[0-9]{{1,2}} )?({_MONTH})(?: ([0-9]{{4}}))? to (?:[0-9]{{1,2}} )?({_MONTH})"
    r" ([0-9]{4})"
)
_FIGURE = re.compile(rf"\S*[0-9]\S*|(?:{_MONTH}),?|of|to|and|million|billion")
_WHAT = (
    ("appropriated", re.compile(r"\bto appropriate\b[^.;]*\Z")),
    ("apportioned", re.compile(r"\bto apportion\b[^.;]*\Z")),
    ("unpaid", re.compile(r"\bcontributions (?:outstanding|unpaid)\b[^,.;]*\Z")),
)
"""What a sum is by the words that lead to it."""
_PART = re.compile(
    r"\b(?:inclusive of|comprising|of which|at a monthly rate|set off against|share in)\b"
)


def what_it_is(led: str) -> str:
    """What a sum is by the words before it, in a word; empty where they do not tell.

    >>> what_it_is("Decides to appropriate for lamps the amount of ")
    'appropriated'
    """
    return next((name for name, form in _WHAT if form.search(led)), "")


def is_part(led: str) -> bool:
    """Whether a sum is a part of one that was said before, "inclusive of", or goes off from it."""
    return _PART.search(led) is not None


def months(text: str) -> tuple[int, ...]:
    """The lengths of the periods that a text names: sums for others do not compare.

    >>> months("for the period from 1 July to 31 October 2024")
    (4,)
    """
    return tuple(
        12 * (int(end) - int(start or end)) + _number(last) - _number(first) + 1
        for first, start, last, end in _PERIOD.findall(text)
    )


def _number(month: str) -> int:
    return english.MONTHS.index(month)


_DATE = re.compile(rf"[0-9]{{1,2}},?|[0-9]{{4}},?|(?:{_MONTH}),?|on|by|in|from|to|until|before|and")


def is_date(words: Sequence[str]) -> bool:
    """Whether words are a date alone, on which something is; "of 5 May 2020" is that of a document.

    >>> is_date("by 5 May 2020".split()), is_date("2020 fair".split())
    (True, False)
    """
    return bool(words) and all(map(_DATE.fullmatch, words))


def is_in_a_name(figure: str, text: str) -> bool:
    """Whether a figure is a part of a name everywhere in a text: "Tower 27".

    >>> is_in_a_name("27", "the lamps of Tower 27"), is_in_a_name("27", "In May 27 lamps")
    (True, False)
    """
    led = re.findall(rf"(\S+) {re.escape(figure)}(?!\w)", text)
    return bool(led) and all(word[0].isupper() and word not in english.MONTHS for word in led)


def is_of_figures(words: Sequence[str]) -> bool:
    """Whether words are figures and dates alone, also of resolutions."""
    return bool(words) and all(map(_FIGURE.fullmatch, words))
