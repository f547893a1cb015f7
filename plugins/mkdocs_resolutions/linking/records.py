"""Documents by their symbols, and the official records in which they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import OURS, Citation
from mkdocs_resolutions.linking.forms import LETTER_AND_SESSION, SUFFIX, SYMBOL, kind_of
from mkdocs_resolutions.linking.found import Found
from mkdocs_resolutions.linking.lists import suffix
from mkdocs_resolutions.linking.organs import Identity
from mkdocs_resolutions.linking.places import Phrase, Place
from mkdocs_resolutions.model import Symbol, SymbolError


def cite_symbol(found: Found, match: re.Match[str], phrase: Phrase | None = None) -> int:
    """Add the document of a symbol, with its parts and what is added to it; say where it ends.

    `phrase` has the parts that are named before it.
    """
    text, end = found.text, match.end()
    if not any(map(str.isdigit, match[0])):
        return end
    ours = match[0].startswith(OURS)
    early = LETTER_AND_SESSION.match(text, end) if ours else None
    letter = english.LETTERS.match(text, end) if ours and not early else None
    end = early.end() if early else letter.end("first") if letter else end
    said = f"{match[0]}{early['session']}{early['letter']}" if early else text[match.start() : end]
    try:
        symbol = Symbol.parse(said)
    except SymbolError:
        return end
    whole = Identity(kind_of(symbol), str(symbol))
    own = english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(str(symbol))
    report = not symbol.is_resolution and not own
    bracketed = text.startswith("(", match.start() - 1) and text.startswith(")", end)
    parts = None if phrase else suffix(text, end + bracketed, report=report)
    places = phrase.places if phrase else parts.places if parts else ()
    before = len(found.citations) - 1
    found.cite(match.start(), end, whole, places)
    _share(found, before, match.start(), str(symbol), places)
    return _added(found, str(symbol), parts.end if parts else end)


def cite_records(found: Found, start: int, opened: int) -> int:
    """Add official records that begin at an offset, whose symbols begin behind a bracket, at
    another; say where they end."""
    text = found.text
    symbol = SYMBOL.match(text, opened)
    if symbol is None:
        return opened
    first = len(found.citations)
    end = cite_symbol(found, symbol)
    while (joined := english.AND.match(text, end)) and (
        further := SYMBOL.match(text, joined.end())
    ):
        end = cite_symbol(found, further)
    if len(found.citations) == first:
        return end
    cited = found.citations.pop(first)
    alone = len(found.citations) == first
    closed = text.startswith(")", end)
    report = not english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(cited.symbol or "")
    parts = suffix(text, end + 1, report=report) if closed and not cited.steps else None
    places = parts.places if parts else ()
    stop = end + 1 if closed and alone else cited.end
    whole = Identity("official-records", cited.symbol)
    others = found.citations[first:]
    added = all((one.symbol or "").startswith(f"{cited.symbol}/") for one in others)
    if cited.steps:
        found.citations[first:] = [
            replace(one, kind=whole.kind) if one.symbol == cited.symbol else one for one in others
        ]
        found.add(replace(cited, start=start, text=text[start : cited.end], kind=whole.kind))
    elif alone:
        found.cite(start, stop, whole, places)
    else:
        # The parts are of the last document in the bracket, or of that to which the others are
        # added: corrigenda stand between it and them.
        steps = places[0].steps if places else ()
        if not added:
            found.citations[-1] = replace(found.citations[-1], steps=steps, kind=whole.kind)
        own = steps if added else ()
        found.add(Citation(start, stop, text[start:stop], whole.kind, whole.symbol, own))
    return parts.end if parts else end


def _share(found: Found, before: int, start: int, symbol: str, places: Sequence[Place]) -> None:
    """A document right before its corrigendum has the part, too, that is named behind both."""
    base = found.citations[before] if before >= 0 else None
    if base is None or not places or base.steps or not symbol.startswith(f"{base.symbol}/"):
        return
    if english.AND.fullmatch(found.text, base.end, start):
        found.citations[before] = replace(base, steps=places[0].steps)


def _added(found: Found, symbol: str, end: int) -> int:
    """Corrigenda and addenda named by their suffix alone: `and Corr.1`."""
    while match := SUFFIX.match(found.text, end):
        start, end = match.start("name"), match.end()
        added = f"{symbol}/{match['name']}.{match['number']}"
        found.add(Citation(start, end, found.text[start:end], "document", added))
    return end
