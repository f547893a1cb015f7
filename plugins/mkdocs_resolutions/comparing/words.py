"""The words of a clause: as they are redlined, and as they are likened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_resolutions.parsing import english

_MONTH = "|".join(english.MONTHS)
_ATOM = re.compile(
    rf"(?:[0-9]{{1,2}}\s(?:{_MONTH})\s[0-9]{{4}}|[0-9]{{1,2}}\s(?:{_MONTH})|(?:{_MONTH})\s[0-9]{{4}}"
    r"|[0-9]{1,4}\s[A-Z]\s\([IVXLC-]+\)|[0-9]{1,4}\s\((?:[0-9]{4}|[ES-]*[IVXLC]+)\)"
    r"|[0-9]+/[0-9]+\s[A-Z](?![\w]))\S*|\S+"
)
"""A date or a symbol with spaces in it, else what stands between spaces, with its punctuation."""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its punctuation, or a whole date or symbol, and where it stands in its text."""

    text: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """A text as what a redline never cuts into."""
    return tuple(Token(match[0], *match.span()) for match in _ATOM.finditer(text))


def words(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation; hyphens part words."""
    return _WORD.findall(text.casefold())


def stretch(before: str, after: str, around: int) -> tuple[str, str]:
    """Two texts without the words that both begin and end with, but for some `around` what
    differs."""
    old, new = tokens(before), tokens(after)
    least = min(len(old), len(new))
    start = 0
    while start < least and old[start].text == new[start].text:
        start += 1
    end = 0
    while end < least - start and old[-end - 1].text == new[-end - 1].text:
        end += 1
    start, end = max(0, start - around), max(0, end - around)
    return _cut(before, old, start, end), _cut(after, new, start, end)


def _cut(text: str, row: tuple[Token, ...], start: int, end: int) -> str:
    if not row or start + end >= len(row):
        return ""
    return text[row[start].start : row[len(row) - end - 1].end]
