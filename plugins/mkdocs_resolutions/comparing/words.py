"""The words of a clause: as they are redlined, and as they are likened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_resolutions.parsing import english

_MONTH = "|".join(english.MONTHS)
_ATOM = re.compile(
    rf"(?=[0-9A-Z([“‘])[(\[“‘]*(?:[0-9]{{1,2}}\s(?:{_MONTH})\s[0-9]{{4}}|[0-9]{{1,2}}\s(?:{_MONTH})|(?:{_MONTH})\s[0-9]{{4}}"
    r"|[0-9]{1,4}\s[A-Z]\s\([IVXLC-]+\)|[0-9]{1,4}\s\((?:[0-9]{4}|[ES-]*[IVXLC]+)\)"
    r"|[0-9]+/[0-9]+\s[A-Z](?![\w]))(?:[^\s,;.:]\S*)?|\S+"
)
"""A date or a symbol with spaces in it, else what stands between spaces, with its punctuation. A
mark behind a date stands alone: a comma must not redline three words that stay."""
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
