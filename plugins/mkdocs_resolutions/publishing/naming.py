"""What a document, or a part of one, is called in words, by its symbol and target."""

from __future__ import annotations

import re

from mkdocs_resolutions.model import ASSEMBLY, INVENTED, Reference, Symbol, SymbolError
from mkdocs_resolutions.publishing.labels import label_of, organ_name

_ORGANS = {"S": "Security Council", "A/HRC": "Human Rights Council",
           "E": "Economic and Social Council", "A": "General Assembly"}  # fmt: skip
_OF_ORGAN = re.compile(r"(?P<organ>S|E|A|A/HRC)/(?P<what>RES|DEC)/(?P<number>.+)")
_ACTS = {"RES": "resolution", "DEC": "decision"}
_TREATIES = {"UNTS": "Treaty Series", "LNTS": "League of Nations Treaty Series"}
_PARTS = {
    "appendix": "appendix", "annex": "annex", "enclosure": "enclosure", "part": "part",
    "chap": "chapter", "sect": "section", "res": "resolution", "dec": "decision", "art": "article",
    "rule": "rule", "reg": "regulation", "op": "operative paragraph", "para": "paragraph",
    "pp": "preambular paragraph", "subpara": "subparagraph",
}  # fmt: skip
_NAMES = "|".join(sorted(_PARTS, key=len)[::-1])
_PART = re.compile(rf"(?P<name>{_NAMES})(?P<value>.*)")
_BETWEEN = re.compile(rf"/(?=(?:{_NAMES})(?![a-z]))")
"""A slash between two parts; a decision of another body has one of its own: `dec1/CP.21`."""
_SUB = re.compile(r"\.([a-z]{1,4})(?=\.|$)")

_UNIT = re.compile(r"\bunit\b")
_UNITS = re.compile(r"\b(?P<name>article|rule|regulation|part)(?=s?\s)", re.IGNORECASE)
"""What the labelled units of a resolution are called."""


def document_words(symbol: str) -> str:
    """A document by its kind: `Security Council resolution 1325 (2000)`, `Document A/77/385`.

    >>> document_words("UNTS 2688/47713")
    'Treaty Series, vol. 2688, No. 47713'
    """
    series, space, number = symbol.partition(" ")
    if space and series in _TREATIES:
        volume, slash, registered = number.partition("/")
        return f"{_TREATIES[series]}, vol. {volume}{f', No. {registered}' if slash else ''}"
    if space:
        return symbol
    try:
        own = Symbol.parse(symbol)
    except SymbolError:
        return symbol
    if own.is_resolution:
        return f"{organ_name(own)} resolution {own.spoken}"
    match = _OF_ORGAN.fullmatch(symbol)
    if match:
        printed = match["number"].replace("(", " (")
        return f"{_ORGANS[match['organ']]} {_ACTS[match['what']]} {printed}"
    return f"Document {symbol}"


def part_words(place: str) -> str:
    """A part of a document as targets have it: `annex/sectIV/para26` is `annex, section IV,
    paragraph 26`.

    >>> part_words("para180.q")
    'paragraph 180 (q)'
    """
    return ", ".join(map(_step_words, _BETWEEN.split(place))) if place else ""


def _step_words(step: str) -> str:
    match = _PART.fullmatch(step)
    if match is None:
        return step
    value = _SUB.sub(r" (\1)", match["value"])
    return f"{_PARTS[match['name']]} {value}".strip()


def cited_words(reference: Reference) -> str:
    """What a reference cites that is not held here: the document, then the part of it."""
    symbol, _, place = (reference.target or "").partition("#")
    part = label_of(place) if place and _has_our_ids(symbol) else part_words(place)
    part = _UNIT.sub(_unit_words(reference), part)
    return ", ".join(filter(None, (document_words(symbol), part)))


def _unit_words(reference: Reference) -> str:
    """What an article, rule or part is called, which its id does not say: as the words do."""
    said = _UNITS.search(reference.text)
    if said:
        return said["name"].lower()
    return "article" if reference.kind == "treaty-article" else "unit"


def _has_our_ids(symbol: str) -> bool:
    """Whether parts of a document are named by ids of ours: of the Assembly's resolutions."""
    return any(symbol.startswith(f"{organ}/RES/") for organ in (ASSEMBLY, *INVENTED))
