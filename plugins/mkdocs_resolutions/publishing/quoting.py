"""Words of a stretch of a redline that a sentence can quote: few, and a phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

SHORTEST_ALONE = 2
"""Words. One that only came or went says little without those around it."""
LONGEST_TOLD = 5
"""Words. A stretch of up to so many is short enough to be told in a sentence."""


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a sentence; `quoted` are words of the documents, which pages set in italics."""

    text: str
    quoted: bool = False


_SMALL = frozenset(
    ("a", "an", "the", "and", "or", "its", "their", "his", "her", "that", "which", "also", "out")
)
_FORMS = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had"))
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her"))
LEADING = frozenset(
    """
of to in on for at by with from into upon as between among against under through within during
over about after before regarding concerning towards across
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
"""Small words, which say nothing at the edge of what is quoted, and those that lead to a noun."""


def bare(old: str, new: str) -> tuple[list[str], list[str]]:
    """The words of a stretch that differ, left out and put in, without what stands around them."""
    before, after = _trimmed(old.split()), _trimmed(new.split())
    # What both begin and end with was not replaced.
    start, end = shared([*map(_plain, before)], [*map(_plain, after)])
    before = _trimmed(before[start : len(before) - end])
    after = _trimmed(after[start : len(after) - end])
    while all(side and _plain(side[-1]) in LEADING for side in (before, after) if side) and (
        before or after
    ):
        before, after = _trimmed(before[:-1]), _trimmed(after[:-1])
    return before, after


def times(words: Sequence[str], text: str) -> int:
    """How often a text has words in a row, whatever their capitals and apostrophes."""
    said = re.escape(_folded(" ".join(words)))
    return len(re.findall(rf"(?<!\w){said}(?!\w)", _folded(text)))


def _folded(text: str) -> str:
    return re.sub(r"[’'‘]", "", text).casefold()


def is_among(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words stand within others: "oil" in "oil and brass"."""
    return bool(words) and times(words, " ".join(others)) > 0


def _plain(word: str) -> str:
    return word.strip(",;.:")


def _trimmed(words: Sequence[str]) -> list[str]:
    """Words without small ones at their edges and without the mark at their end."""
    kept = [*words]
    while kept and _plain(kept[0]) in _SMALL:
        del kept[0]
    while kept and _plain(kept[-1]) in _SMALL:
        del kept[-1]
    if kept:
        kept[-1] = kept[-1].rstrip(",;.:")
        kept[0] = kept[0].lstrip(",;.:")
    return [word for word in kept if word]


_QUOTABLE = re.compile(r"[^\n;:“”\"()\[\]/]*\w[^\n;:“”\"()\[\]/]*")
# Words of an English figure, and of two of them.
FIGURES = re.compile(
    r"[$€]?[0-9][0-9.,]*%?,?|and|to|of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)


def replaced(old: Sequence[str], new: Sequence[str], followed: str) -> tuple[Words, ...]:
    """Words that gave way to others, came or went; nothing where they are long or no phrase.

    `followed` is the text behind a figure, whose first words say what is counted; empty for others.
    """
    before, after = " ".join(old), " ".join(new)
    sides = [side for side in (before, after) if side]
    if before == after or not all(map(_QUOTABLE.fullmatch, sides)):
        return ()
    if not len(old) + len(new) >= SHORTEST_ALONE or max(len(old), len(new)) > LONGEST_TOLD:
        return ()
    if any(_is_torn(side) or _points_elsewhere(side) for side in (old, new)):
        return ()
    if before and after:
        if not _are_alike(old, new):
            return ()
        alone = len(old) == len(new) == 1 or all(map(_ends_in_a_figure, (old, new)))
        rest = _counted(followed) if alone else ""
        counted = (Words(rest),) if rest else ()
        return Words(before, True), Words(" became "), Words(after, True), *counted
    return Words(sides[0], True), Words(" added" if after else " dropped")


def _is_torn(words: Sequence[str]) -> bool:
    """Whether what leads to a noun has none: "in and compliance"."""
    return any(
        _plain(one) in LEADING and (one.endswith(",") or other in _SMALL - _ARTICLES)
        for one, other in pairwise(words)
    )


def _points_elsewhere(words: Sequence[str]) -> bool:
    """Whether a phrase begins with a word for what is not quoted, "in this regard", or ends with
    one that leads to it: "and other"."""
    said = [_plain(word).casefold() for word in words]
    first = next((word for word in said if word not in LEADING), "")
    return first in _POINTING or bool({*said[-1:]} & _LEADING_ON)


_POINTING = frozenset(
    ("he", "she", "it", "they", "them", "this", "these", "such", "latter", "former")
)
_LEADING_ON = frozenset(("such", "other", "those"))


def _are_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two stretches are phrases of one kind, which say something: both lead to a noun, or
    none, at either end; they differ in words, not in their forms or in figures of a row alone."""
    led = all((_plain(old[at]) in LEADING) == (_plain(new[at]) in LEADING) for at in (0, -1))
    rows = any(word.endswith(",") for word in (*old, *new)) and any(
        re.search("[0-9]", word) for word in (*old, *new)
    )
    many = len(old) > 1 or len(new) > 1
    says = _stems(old, figures=not many) != _stems(new, figures=not many)
    return led and says and not rows


def _stems(words: Sequence[str], *, figures: bool) -> list[str]:
    """What a phrase says without the forms of its words, and without figures if they are many."""
    return [
        _plain(word).removesuffix("s").removesuffix("’")
        for word in words
        if word not in _FORMS | _SMALL and (figures or not re.match("[0-9]", word))
    ]


_LEAST, _ENOUGH, _MOST = 7, 9, 12
"""Words before what something further begins with, words that say what a clause is about, and words
that are too many for a sentence."""


def first_words(text: str) -> str:
    """The first words of a clause, up to where something further begins, with … where it goes on;
    cut where they are many, but in no name. Empty where they would not say what it is about.

    >>> first_words("Requests keepers to light the lamps of the pier, and to clean them;")
    'Requests keepers to light the lamps of the pier …'
    >>> first_words("Requests keepers to light the lamps;")
    'Requests keepers to light the lamps'
    """
    kept: list[str] = []
    words = text.split()
    for place, word in enumerate(words):
        if len(kept) >= _LEAST and not word[0].isalnum():
            if len(_led(kept)) < _LEAST:
                return ""  # What it is about is a name in quotation marks.
            break
        if len(kept) >= _LEAST and word in _FURTHER and not _lacks_verb(kept):
            break
        if len(kept) >= _MOST and not (word[0].isupper() and kept[-1][0].isupper()):
            break
        kept.append(word)
        if word[-1] == ":" and len(kept) < _LEAST:
            return ""  # What it leads to says what it is about.
        if word[-1] in ";:" or (word[-1] == "." and _ends_a_sentence(words[place:])):
            break
        if word[-1] == "," and len(kept) >= _ENOUGH and not _lacks_verb(kept):
            break
    more = [] if len(kept) == len(words) and words[-1][-1] != ":" else ["…"]
    led = _led(kept) if more else kept
    said = " ".join([*led[:-1], *(word.rstrip(",;:.") for word in led[-1:]), *more])
    return said if led[1:] and _QUOTABLE.fullmatch(said) else ""


def _ends_a_sentence(words: Sequence[str]) -> bool:
    """Whether a stop behind the first of some words ends a sentence: "No. 19" goes on, "Ms. Lum"
    too."""
    return not words[1:] or (words[1][0].isupper() and len(words[0]) > len("Mrs."))


def _lacks_verb(words: Sequence[str]) -> bool:
    """Whether words end before the verb of a clause with "that"."""
    if "that" not in words:
        return False
    said = words[words.index("that") + 1 :]
    return not any(word in _VERBS or (word.islower() and word.endswith("ed")) for word in said)


_VERBS = _FORMS | frozenset(
    ("will", "shall", "should", "must", "may", "can", "could", "would", "does", "do", "cannot")
)
_FURTHER = frozenset(("which", "that", "including", "while"))
"""Words that something further begins with."""


def _led(words: Sequence[str]) -> list[str]:
    """Words without those at their end that lead to what is not said."""
    kept = [*words]
    while kept and _plain(kept[-1]) in LEADING | _FURTHER | _SMALL - {"out"}:
        kept.pop()
    return kept


def _ends_in_a_figure(words: Sequence[str]) -> bool:
    return words[-1] in ("million", "billion") or bool(FIGURES.fullmatch(words[-1]))


_COUNTED = re.compile(
    r"(?: (?:million|billion|per cent)\b)*"
    r"(?:(?: United States)? dollars\b| [A-Za-z][a-z]{2,}s\b| people\b)?"
)


def _counted(followed: str) -> str:
    """The words behind a figure that say what is counted: ` million dollars`, ` keepers`."""
    counted = _COUNTED.match(followed)
    return counted[0].replace(" United States", "") if counted else ""


def shared(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many words both begin with, and how many of the others both end with."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end
