"""What is replaced by the next of its kind every year: dates, ordinals, symbols, totals."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.words import one_sign, words
from mkdocs_resolutions.parsing import english as grammar

Kind = Literal[
    "word", "date", "year", "session", "ordinal", "symbol", "chain", "paragraph", "count", "age",
    "money", "number",
]  # fmt: skip

_MONTH = "|".join(grammar.MONTHS)
_FROM = rf"[0-9]{{1,2}}(?:\s(?:{_MONTH})(?:\s[0-9]{{4}})?)?\s?(?:to|[-–])\s?|[0-9]{{1,2}}\sand\s"
"""The first days of a span, or the first of two days: two whole dates are two."""


class Piece(NamedTuple):
    """A word, or a whole of a kind; `value` is what it says, in small letters."""

    kind: Kind
    value: str


@lru_cache(maxsize=1024)
def pieces(text: str) -> tuple[Piece, ...]:
    """The words of a text without punctuation, articles and "also", its dates, ordinals, symbols
    and totals as wholes. Hyphens part words, but for the figure of a name: COVID-19."""
    # Of other letters than these small ones may be more, or none: they would be parted elsewhere.
    plain = text.isascii() and not _SIGNS_OF_KINDS.search(text)
    if plain and _COUNTING.isdisjoint(words(text)):
        return (*_plain(words(text)),)
    made: list[Piece] = []
    for match in _pattern().finditer(text):
        kind = match.lastgroup
        if kind == "plain":
            made += _plain(match[0].casefold().split(" "))
            continue
        value = " ".join(match[0].casefold().split())
        if kind == "word":
            # A figure that sticks to a word is a footnote mark that lost its place.
            if value[-1].isdigit() and value[:4].isalpha() and "-" not in value:
                value = value.rstrip("0123456789")
            if value not in _UNCOUNTED:
                made.append(_word(one_sign(value)))
        elif kind in ("figure", "spelled"):
            made.append(_counted(text, match, value))
        else:
            made.append(Piece(kind, value))  # type: ignore[arg-type]
    return tuple(made)


def keys(those: Iterable[Piece]) -> list[str]:
    """What pieces are likened by: a word by itself, everything else by its kind."""
    return [one.value if one.kind == "word" else f"<{one.kind}>" for one in those]


_UNCOUNTED = english.ARTICLES | english.ALSO
_COUNTING = {*english.NUMBER_WORDS, *(re.split(r"[\s-]", one)[0] for one in grammar.ORDINALS)}
"""Words that begin a number or an ordinal in words."""
_SIGNS_OF_KINDS = re.compile(r"[0-9/']")
"""Without one of these a text of ASCII has words alone, and numbers in words."""


def _plain(said: Iterable[str]) -> Iterable[Piece]:
    return map(_word, itertools.filterfalse(_UNCOUNTED.__contains__, said))


@cache
def _word(value: str) -> Piece:
    return Piece("word", english.SAME_WORDS.get(value, value))


def _counted(text: str, match: re.Match[str], value: str) -> Piece:
    """A figure by what it counts: a paragraph's number, a sum, parties, years that have passed."""
    behind = _LETTERS.findall(text[match.end() : match.end() + 60].casefold())[:4]
    leading = _RANGE.sub("", text[max(0, match.start() - 60) : match.start()].casefold())
    before = _LETTERS.findall(leading)
    if before[-1:] and before[-1] in english.NUMBERED:
        return Piece("paragraph", value)
    if value[0] in "$€" or english.MONEY & set(behind[:4]):
        return Piece("money", value)
    if behind[:2] in (["years", "ago"], ["years", "since"]):
        return Piece("age", value)
    counted = itertools.takewhile(lambda word: word not in english.AWAY, behind)
    counts = not english.PARTIES.isdisjoint(counted) or (
        english.PARTIES & set(before[-6:]) and english.TOTALLING & set(before[-8:])
    )
    return Piece("count" if counts else "number", value)


_LETTERS = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"(?:[0-9]+(?:, | and | to |[-–]))+\Z")
"""The figures before one that are named with it: "paragraphs 3, 5 and"."""


@cache
def _pattern() -> re.Pattern[str]:
    """Each kind by its name, the longest first; a word is what is left. Most words are plain: no
    beginning of any kind."""
    begin = "|".join(
        f"[{first.upper()}{first}](?:{'|'.join(word[1:] for word in those)})"
        for first, those in itertools.groupby(sorted(_COUNTING), lambda word: word[0])
    )
    ordinals = "|".join(
        sorted((word.replace(" ", r"\s") for word in grammar.ORDINALS), key=len, reverse=True)
    )
    number = "|".join(sorted(english.NUMBER_WORDS, key=len, reverse=True))
    resolution = (
        r"(?:ES-|S-)?[0-9]{1,4}/[0-9]{1,4}(?:\s[A-Z](?![\w’]))?"
        r"|[0-9]{1,4}\s?(?:[A-Z]\s)?\((?:[0-9]{4}|[ES-]*[IVXLC]+)\)"
    )
    dates = (
        rf"(?:from|on|in|during)\s(?:[0-9]|{_MONTH}|the\sweek)|the\sweek"
        rf"|(?=[A-Z])(?:{_MONTH})\s[0-9]"
    )
    plain = rf"(?!{dates}|(?:{begin})(?![a-z]))[A-Z]?[a-z]++(?![^\W_]|[’'‘]\w|-[0-9])"
    dated = rf"(?:{resolution})(?:\so[fn]\s[0-9]{{1,2}}\s(?:{_MONTH})\s[0-9]{{4}})?"
    return re.compile(
        rf"""
        (?P<plain>\b{plain}(?:[ ]{plain})*)
        | (?P<chain>(?=[0-9ES])(?:{dated})(?:(?:,?\sand\s|,\s)(?:{dated}))*)
        | (?P<date>
            (?=[0-9A-Zfoidt])(?:\b(?:from|on|in|during(?:\sthe)?(?:\sweek\sof)?|the\sweek\sof)\s)?
            (?:(?:{_FROM})?[0-9]{{1,2}}\s(?:{_MONTH})(?:\s[0-9]{{4}})?
            | (?:{_MONTH})\s[0-9]{{4}}))
        | (?P<symbol>[A-Z]+(?:/[A-Z0-9][\w.()-]*)+)
        | (?P<session>\b(?=[\w-]+(?:th|first|second|third)\b)
            (?i:(?:{ordinals})(?:\s(?:emergency\s)?special)?
              (?:(?:,\s|,?\s(?:and|to)\s)(?:{ordinals}))*)
            \s(?:(?:regular|resumed)\s)?sessions?\b)
        | (?P<ordinal>\b(?=[\w-]*(?:th|first|second|third)\b)(?i:{ordinals})\b
            | \b[0-9]+(?:st|nd|rd|th)\b)
        | (?P<year>\b(?:19|20)[0-9]{{2}}(?:[-–/](?:(?:19|20)?[0-9]{{2}}))?\b)
        | (?P<figure>[$€]?[0-9]+(?:[.,\s][0-9]{{3}})*(?:\.[0-9]+)?%?)
        | (?P<spelled>\b(?=[a-zA-Z]+(?:\s|-)[a-z])
            (?i:(?:{number})(?:(?:\s|-|\sand\s)(?:{number}))+)\b)
        | (?P<word>[A-Z][^\W_]*-[0-9]{{1,3}}(?:/[0-9]+)?\b|[^\W_]+(?:[’'‘][^\W_]+)?)
        """,
        re.VERBOSE,
    )
