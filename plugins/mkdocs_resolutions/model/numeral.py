"""Numbers as values, not glyphs.

Implements the contract's rule that `a)`, `(أ)` and `(а)` are all `a`, and `ii)`, `㈡` and `’2‘`
(the Arabic second level) all `ii`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_FORM = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")

# The order in which the United Nations letters Arabic sub-paragraphs: the abjad, not the alphabet.
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ABJAD_VARIANTS = str.maketrans({"ا": "أ", "إ": "أ", "آ": "أ", "ى": "ي"})

# Russian documents print Latin letters, some of them typed with the Cyrillic key of the same shape.
_CYRILLIC_LOOKALIKES = str.maketrans(
    "асехоріјѕвнкмтуԁАСЕХОРІЈЅВНКМТУ", "acexopijsbhkmtydACEXOPIJSBHKMTY"
)

_HAN_DIGITS = {han: value for value, han in enumerate("一二三四五六七八九", start=1)}
_ENCLOSURES = "()[]{}.,:;-–—'’‘\"“”（）．、۔ـ "


def to_roman(value: int) -> str:
    """The lower-case roman numeral of a positive number below 4000.

    >>> to_roman(14)
    'xiv'
    """
    if not 0 < value < 4000:
        raise ValueError(f"no roman numeral for {value}")
    letters = []
    for worth, glyph in _ROMAN:
        count, value = divmod(value, worth)
        letters.append(glyph * count)
    return "".join(letters)


def from_roman(text: str) -> int | None:
    """The value of a well-formed roman numeral in either case, else None.

    >>> from_roman("XIV"), from_roman("IIX")
    (14, None)
    """
    folded = text.lower()
    if not folded or not _ROMAN_FORM.fullmatch(folded):
        return None
    total, rest = 0, folded
    for worth, glyph in _ROMAN:
        while rest.startswith(glyph):
            total += worth
            rest = rest[len(glyph) :]
    return total


def _from_han(text: str) -> int | None:
    """The value of a Han numeral from 1 to 99 (`十二` is 12), else None."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN_DIGITS.get(text)
    left = _HAN_DIGITS.get(tens) if tens else 1
    right = _HAN_DIGITS.get(ones) if ones else 0
    return None if left is None or right is None else left * 10 + right


@lru_cache(maxsize=512)  # a document has few labels, and asks for each many times
def label_value(printed: str) -> str | None:
    """The value of a printed label in the alphabet of ids (`[a-z]+` or `[0-9]+`), else None.

    Arabic `’2‘` and Chinese `㈡` stand where the Latin languages print a lower roman numeral, so
    they give one. Values beyond what an id could carry (nine glyphs) give None.

    >>> [label_value(label) for label in ("3.", "(a)", "b)", "(أ)", "㈡", "(iv)", "1 -", "’2‘")]
    ['3', 'a', 'b', 'a', 'ii', 'iv', '1', 'ii']
    """
    stripped = printed.strip()
    han = _parenthesized_han(stripped)
    if han is not None:
        return _second_level(han)
    core = (
        unicodedata.normalize("NFKC", stripped).strip(_ENCLOSURES).translate(_CYRILLIC_LOOKALIKES)
    )
    if core.isdecimal() and len(core) <= 9:
        value = int(core)
        quoted = stripped[:1] in "'’‘"
        return _second_level(value) if quoted else str(value)
    letter = core.translate(_ABJAD_VARIANTS)
    if len(letter) == 1 and letter in _ABJAD:
        return _letter(_ABJAD.index(letter))
    if letter == "هـ":
        return "e"
    folded = core.lower()
    return folded if re.fullmatch(r"[a-z]{1,9}", folded) else None


def _second_level(value: int) -> str | None:
    """The roman numeral of a number below 100, which has at most eight glyphs, else None."""
    return to_roman(value) if 0 < value < 100 else None


def _letter(index: int) -> str:
    """The Latin label of the nth letter, doubling after z as sub-paragraphs do (`aa`, `bb`)."""
    return chr(ord("a") + index % 26) * (index // 26 + 1)


def _parenthesized_han(stripped: str) -> int | None:
    if len(stripped) == 1 and "㈠" <= stripped <= "㈩":
        return ord(stripped) - ord("㈠") + 1
    if stripped[:1] in "(（" and stripped[-1:] in ")）":
        return _from_han(stripped[1:-1])
    return None
