"""The words of a clause: as they are redlined, and as they are likened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

from mkdocs_resolutions.parsing import english

_MONTH = "|".join(english.MONTHS)
_SPACED = re.compile(
    r"[0-9ADFJMNOS(\[“‘](?<!\S.)(?<=(?=([(\[“‘]*"
    rf"(?:[0-9]{{1,2}}\s(?:{_MONTH})(?:\s[0-9]{{4}})?|(?:{_MONTH})\s[0-9]{{4}}"
    r"|[0-9]{1,4}\s[A-Z]\s\([IVXLC-]+\)|[0-9]{1,4}\s\((?:[0-9]{4}|[ES-]*[IVXLC]+)\)"
    r"|[0-9]+/[0-9]+\s[A-Z](?!\w))(?:[^\s,;.:]\S*)?)).)"
)
"""A date or a symbol with spaces in it, as a group. Only its first letter is matched, by which it
is sought quickly; from behind that the whole is looked at. A mark behind a date stands alone: a
comma must not redline three words that stay."""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_SIGN_WITHIN = re.compile(r"['‘ʻʼ](?<=\w.)(?=\w)")

_AS_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Everything of ASCII that is no word, as a space: the words of most clauses, without a search."""


class Tokens(NamedTuple):
    """The tokens of a text, a word with its punctuation or a whole date or symbol each, and where
    they begin in it."""

    texts: Sequence[str]
    starts: Sequence[int]

    def end(self, place: int) -> int:
        """Where a token ends in the text."""
        return self.starts[place] + len(self.texts[place])


# Most clauses stay as they are, and the later text of a pair is the earlier one of the next pair.
@lru_cache(maxsize=512)
def tokens(text: str) -> Tokens:
    """A text as what a redline never cuts into."""
    texts = _cut(text)
    if " ".join(texts) == text:
        lengths = accumulate(map(len, texts[:-1]), initial=0)
        return Tokens(texts, [*map(add, lengths, count())])
    starts: list[int] = []
    at = 0
    for token in texts:
        at = text.index(token, at)
        starts.append(at)
        at += len(token)
    return Tokens(texts, starts)


def _cut(text: str) -> list[str]:
    """What stands between spaces, with its punctuation, dates and symbols with spaces whole."""
    texts: list[str] = []
    at = 0
    for whole in _SPACED.finditer(text):
        start, end = whole.span(1)
        if start >= at:
            texts += text[at:start].split()
            texts.append(whole[1])
            at = end
    return texts + text[at:].split()


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without punctuation; hyphens part words."""
    if text.isascii() and "'" not in text:
        return tuple(text.lower().translate(_AS_SPACES).split())
    return tuple(_WORD.findall(text.casefold()))


def least_length(count: int) -> int:
    """How many letters a text has at least that has so many words: a shorter one needs no look.

    >>> least_length(3), len("a b c")
    (5, 5)
    """
    return 2 * count - 1


def one_sign(text: str) -> str:
    """A text with one form of the apostrophe within words.

    >>> one_sign("the keepers' house in Ra‘hil")
    "the keepers' house in Ra’hil"
    """
    return _SIGN_WITHIN.sub("’", text)


@lru_cache(maxsize=64)  # of one clause it is asked for every row of words that it shares
def written(text: str) -> tuple[str, ...]:
    """The words of a text with their capitals."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=4096)
def bag(text: str) -> Counter[str]:
    """How often a text says each word; not to be changed, others have it too."""
    return Counter(words(text))
