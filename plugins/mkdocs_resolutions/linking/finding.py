"""Find the citations in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.model import (
    ASSEMBLY,
    INVENTED,
    OWN_RESOLUTIONS,
    ReferenceKind,
    Symbol,
    SymbolError,
)
from mkdocs_resolutions.model.numeral import from_roman
from mkdocs_resolutions.parsing import english, iso_date

# Numbers of resolutions: 63/71, ES-10/15, 72/262 C; to 1975 217 A (III), 2625 (XXV); of the
# Security Council 1325 (2000).
_NUMBER = re.compile(
    r"(?<![\w/.-])(?:(?P<modern>(?:E?S-)?[0-9]{1,4}/[0-9]{1,4}(?:\s(?P<letter>[A-Z])(?![\w.’']))?)(?![\w/])"
    r"|(?P<early>[0-9]{1,4}(?:\s[A-Z])?\s\((?:E?S-)?[IVXLC]+\))"
    r"|(?P<council>[0-9]{1,4}\s\((?:19|20)[0-9][0-9]\)))"
)
# What may stand between a noun or a number of a list and the next number that has no date.
_GLUE = re.compile(rf"(?:[\s,(]|\b(?:{english.LIST_GLUE}|[A-Z])\b)*")
# Document symbols: an organ, then parts with a figure somewhere.
_SYMBOL = re.compile(
    r"(?<![\w/.-])(?![IVX]+/)(?:[ASE]|ST|TD|DP|[A-Z]{2,8})(?:/[A-Z][A-Za-z]*(?:\.[0-9]+)?|/(?:E?S-)?[0-9][0-9-]*"
    r"|/[A-Z]+\.[0-9]+(?:\s?\([IVXLC]+\))?)+(?:\s?\((?:Vol\.\s?[IVX]+|[IVXLC]+|[0-9]{4}|Part\s[IVX]+)\))*(?:/(?:Add|Corr|Rev|Amend)\.[0-9]+)*"
)
_OWN = re.compile(rf"(?:{'|'.join(english.ORGANS.values())})/RES/")
_PART_LETTER = re.compile(r"\s[A-Z](?![\w.’'])")
_ID_LETTERS = {"annex": "annex", "para": "op", "sect": "s"}


def find_citations(
    text: str, inherits: Citation | None = None, organ: str = ASSEMBLY
) -> tuple[Citation, ...]:
    """The citations of a text in order, none overlapping another.

    `inherits` is the last citation of the footnote before, from which `Ibid.` takes what it does
    not say; `organ` is the one whose text it is, as symbols name it. Time is linear in the length
    of the text.
    """
    found = [*_symbols(text), *_treaties(text, inherits)]
    found += _resolutions(text, organ)
    found.sort(key=lambda citation: (citation.start, -citation.end))
    kept: list[Citation] = []
    for citation in found:
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return tuple(kept)


def _resolutions(text: str, own: str) -> Iterator[Citation]:
    """Numbers of resolutions and decisions, each under the noun that governs it."""
    nouns = list(english.CITING_NOUN.finditer(text))
    place, behind = -1, 0
    for match in _NUMBER.finditer(text):
        while place + 1 < len(nouns) and nouns[place + 1].end() <= match.start():
            place += 1
            behind = nouns[place].end()
        dated = english.DATED.match(text, match.end())
        noun = nouns[place] if place >= 0 and _reaches(text, nouns[place], match) else None
        if noun is None and not dated:
            continue
        plain = match["modern"] and not dated
        if plain and not _GLUE.fullmatch(text, behind, match.start()):
            continue  # A ratio, an hour: other words stand between it and the list.
        behind = dated.end() if dated else match.end()
        yield _resolution(text, match, noun, dated, own)


def _reaches(text: str, noun: re.Match[str], number: re.Match[str]) -> bool:
    """Whether a noun still governs a number: nothing between them ends the sentence."""
    between = text[noun.end() : number.start()] if number.start() - noun.end() < 2000 else ";"
    return ";" not in between and "\n" not in between


def _resolution(
    text: str, match: re.Match[str], noun: re.Match[str] | None, dated: re.Match[str] | None,
    own: str,
) -> Citation:  # fmt: skip
    behind = english.ORGAN_BEHIND.match(text, match.end())
    organ = behind["organ"] if behind else noun["organ"] if noun else None
    kind, symbol, why = (
        _identify_invented(match, noun, own) if own in INVENTED else _identify(match, noun, organ)
    )
    start, place = match.start(), ""
    before = english.PARAGRAPH_OF.search(text, max(0, start - 80), start)
    if before and kind in OWN_RESOLUTIONS:
        start, place = before.start(), f"op{int(before['number'])}"
    return Citation(
        start,
        match.end(),
        text[start : match.end()],
        kind,
        symbol,
        place,
        iso_date(dated) if dated else None,
        why,
    )


def _identify(
    match: re.Match[str], noun: re.Match[str] | None, organ: str | None
) -> tuple[ReferenceKind, str | None, str | None]:
    """The kind and symbol of a number; where the words do not tell, None and the reason."""
    number = " ".join(match[0].split())
    if match["council"]:
        # Only the Security Council numbers its resolutions with the year in brackets.
        return "sc-resolution", f"S/RES/{number.replace(' ', '')}", None
    named = " ".join(organ.split()) if organ else ""
    if noun is None:
        return "ga-resolution", None, "no noun says whose resolution it is"
    if noun["noun"].lower().startswith(english.DECISION):
        closed = number.replace(" ", "")
        return ("ga-decision", f"A/DEC/{closed}", None) if not named else (
            "ga-decision", None, f"it is a decision of the {named}")  # fmt: skip
    if named == english.HUMAN_RIGHTS_COUNCIL and match["modern"]:
        return "hrc-resolution", f"A/HRC/RES/{number.replace(' ', '')}", None
    if named == english.ECONOMIC_AND_SOCIAL_COUNCIL and match["modern"]:
        return "ecosoc-resolution", f"E/RES/{number.replace(' ', '')}", None
    if named:
        return "ga-resolution", None, f"it is a resolution of the {named}"
    try:
        return "ga-resolution", str(Symbol.resolution(number)), None
    except SymbolError as error:
        return "ga-resolution", None, str(error)


def _identify_invented(
    match: re.Match[str], noun: re.Match[str] | None, organ: str
) -> tuple[ReferenceKind, str | None, str | None]:
    """In a text of an example every number is one of its organ's own, never a real one's."""
    if noun and noun["noun"].lower().startswith(english.DECISION):
        return "example-resolution", None, "it is a decision of an example"
    try:
        symbol = Symbol.resolution(" ".join(match[0].split()), organ)
    except SymbolError as error:
        return "example-resolution", None, str(error)
    return "example-resolution", str(symbol), None


def _symbols(text: str) -> Iterator[Citation]:
    """Document symbols, one citation for each part of the document that is named."""
    for match in _SYMBOL.finditer(text):
        if not any(character.isdigit() for character in match[0]):
            continue
        end = match.end()
        letter = _PART_LETTER.match(text, end) if _OWN.match(match[0]) else None
        end = letter.end() if letter else end
        try:
            symbol = Symbol.parse(text[match.start() : end])
        except SymbolError:
            continue
        yield from _with_parts(text, match.start(), end, _kind(symbol), str(symbol))


def _kind(symbol: Symbol) -> ReferenceKind:
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


def _with_parts(
    text: str, start: int, end: int, kind: ReferenceKind, symbol: str
) -> Iterator[Citation]:
    """A symbol with the parts named behind it: `…, annexes I and II` are two citations."""
    parts = english.CITED_PARTS.match(text, end)
    if parts is None:
        yield Citation(start, end, text[start:end], kind, symbol)
        return
    name = english.PART_NAMES[parts["name"]]
    for match in re.finditer(r"[IVXLC]+\b|[0-9]+", parts["list"]):
        first, last = parts.start("list") + match.start(), parts.start("list") + match.end()
        begin = start if match.start() == 0 else first
        place = f"{name}{match[0]}" if kind not in OWN_RESOLUTIONS else _address(name, match[0])
        yield Citation(begin, last, text[begin:last], kind, symbol, place)


def _address(name: str, number: str) -> str:
    """The id of a part of a resolution; empty where it has none."""
    value = int(number) if number.isdecimal() else from_roman(number)
    return f"{_ID_LETTERS[name]}{value}" if value and name in _ID_LETTERS else ""


def _treaties(text: str, inherits: Citation | None) -> Iterator[Citation]:
    """Volume and number of the Treaty Series; `Ibid.` has the series from the note before."""
    inherited = inherits is not None and inherits.kind == "treaty-series"
    forms = (english.TREATY, english.IBID_TREATY) if inherited else (english.TREATY,)
    for form in forms:
        for match in form.finditer(text):
            symbol = f"UNTS {int(match['volume'])}/{int(match['number'])}"
            yield Citation(match.start(), match.end(), match[0], "treaty-series", symbol)
