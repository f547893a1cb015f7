"""The forms of numbers and symbols, and what can begin a citation."""

from __future__ import annotations

import re

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.model import ReferenceKind, Symbol

# Numbers of resolutions: 63/71, ES-10/15, 72/262 C; to 1975 217 A (III), 2625 (XXV); of the
# Security Council 1325 (2000).
_NUMBER = (
    r"(?<![\w/.-])(?:(?P<modern>(?:E?S-)?[0-9]{1,4}/[0-9]{1,4}(?![\w/]|\.[0-9]))"
    r"|(?P<early>[0-9]{1,4}(?:\s[A-Z])?\s\((?:E?S-)?[IVXLC]+\)(?:\s[A-Z](?![\w.’']))?)"
    r"|(?P<council>[0-9]{1,4}\s\((?:19|20)[0-9][0-9]\)))"
)
NUMBER = re.compile(_NUMBER)
# Document symbols: an organ, then parts with a figure somewhere.
_SYMBOL = (
    r"(?<![\w/.])(?![IVX]+/)(?:[ASE]|ST|TD|DP|[A-Z]{2,8}(?:\([0-9IVXLC]+\))?)"
    r"(?:/(?:E?S-)?(?:[A-Z][A-Za-z]*|[0-9]+[A-Z]*)(?:\.[A-Z0-9]+|-[0-9]+(?![0-9A-Za-z]))*(?:\([0-9]+\))?)+"
    r"(?:\s?\((?:Vols?\.\s?[IVX]+|[IVXLC]+|(?:19|20)[0-9]{2}|[Pp]arts?\s[IVX]+(?:\sand\s[IVX]+)?"
    r"|Sect\.\s?[0-9]+[A-Z]?|Introduction|Prologue)\))*"
    r"(?:/(?:Add|Corr|Rev|Amend)\.[0-9]+)*(?:-[AES]/(?:[0-9]+/)*[0-9]+)?"
)
SYMBOL = re.compile(_SYMBOL)
LETTER_AND_SESSION = re.compile(r"\s(?P<letter>[A-Z])\s(?P<session>\((?:E?S-)?[IVXLC]+\))(?![\w/])")
"""What stands behind the number of an early resolution: `A/RES/217 A (III)`."""
SUFFIX = re.compile(
    r"(?:,\s+|,?\s+and\s+)(?P<name>Add|Corr|Rev)\.\s?(?P<number>[0-9]{1,3})(?![\w./-])"
)
# What can begin a citation. Most places of a text are passed over at their first letter.
ANCHOR = re.compile(
    rf"(?<!\w)(?:(?=[0-9ES])(?P<number>{_NUMBER})"
    rf"|(?=[A-Z])(?:(?P<symbol>{_SYMBOL})|(?P<series>{english.SERIES_BEGINS})"
    rf"|(?P<records>{english.RECORDS_BEGIN})|(?P<head>{english.HEAD.pattern}))|(?P<quote>“)"
    rf"|(?=[Ii])(?P<ibid>{english.IBID_BEGINS.pattern})|(?=[hw])(?P<url>{english.URL.pattern})"
    rf"|(?P<noun>{english.NOUN.pattern})|(?P<part>{english.PART.pattern}))"
)


def kind_of(symbol: Symbol) -> ReferenceKind:
    """The kind of reference that a symbol is."""
    if symbol.is_resolution:
        return "example-resolution" if symbol.is_invented else "ga-resolution"
    for prefix, kind in _KINDS:
        if symbol.text.startswith(prefix):
            return kind
    return "document"


_KINDS: tuple[tuple[str, ReferenceKind], ...] = (
    ("S/RES/", "sc-resolution"),
    ("A/HRC/RES/", "hrc-resolution"),
    ("E/RES/", "ecosoc-resolution"),
    ("A/DEC/", "ga-decision"),
)
