"""What a citation inherits from one before it: `Ibid.`"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.forms import SYMBOL
from mkdocs_resolutions.linking.found import Found, with_start
from mkdocs_resolutions.linking.lists import suffix
from mkdocs_resolutions.linking.places import Place, Step
from mkdocs_resolutions.linking.records import cite_records
from mkdocs_resolutions.linking.series import treaty_series, volume_of

_NEAR = 12
"""Citations before `Ibid.` in one note that it may mean."""
_NAMED = ("url", "treaty", "treaty-article", "instrument")


def said_last(cited: Sequence[Citation]) -> Citation | None:
    """What `Ibid.` behind some citations inherits: the last document, not a corrigendum of it.

    Where they name several documents it is open which is meant.
    """
    documents = [one for one in cited[-_NEAR:] if one.kind not in _NAMED]
    if not documents:
        return None
    last = documents[-1]
    for one in reversed(documents):
        if one.symbol and last.symbol and last.symbol.startswith(f"{one.symbol}/"):
            last = one
    others = {one.symbol for one in documents if one.symbol} - {last.symbol}
    added = {other for other in others if last.symbol and other.startswith(f"{last.symbol}/")}
    if others - added and last.kind not in ("treaty-series", "official-records"):
        return replace(last, symbol=None, steps=(), why="the note before names several documents")
    return last


def cite_ibid(found: Found, match: re.Match[str], before: Citation | None) -> int:
    """Add what the note `before` says, or this one so far, but for what is said here; say where
    that ends."""
    text, (start, end) = found.text, match.span()
    supplement = english.SUPPLEMENT.match(text, end)
    if supplement:
        return cite_records(found, start, supplement.end())
    bracketed = english.VOLUME_IN_BRACKETS.match(text, end)
    if bracketed and SYMBOL.match(text, bracketed.end()):
        return cite_records(found, start, bracketed.end())
    last = said_last(found.citations) or before
    if last is None:
        why = "the note before cites no document with a symbol"
        found.add(Citation(start, end, text[start:end], "document", None, why=why))
        return end
    series = treaty_series(text, start, volume_of(last))
    if series:
        found.citations += series
        return series[-1].end
    if english.NUMBERS.match(text, end):
        last = replace(last, symbol=None, steps=(), why="the note before has no such number")
    elif english.ANOTHER_VOLUME.match(text, end):
        last = replace(last, symbol=None, steps=(), why="nothing says what document that volume is")
    parts = suffix(text, end, report=True)
    if parts is None:
        found.add(_inherited(last, start, end, last.steps, text))
        return end
    cite_parts(found, with_start(parts.places, start), last)
    return parts.end


def cite_parts(found: Found, places: Iterable[Place], last: Citation) -> None:
    """Add parts of what a citation before them says: those it names that lie above them hold."""
    for place in places:
        steps = _inner(last.steps, place.steps)
        found.add(_inherited(last, place.start, place.end, steps, found.text))


def _inherited(
    last: Citation, start: int, end: int, steps: tuple[Step, ...], text: str
) -> Citation:
    return replace(last, start=start, end=end, text=text[start:end], steps=steps, dated=None)


def _inner(before: Sequence[Step], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The parts that a note names, in those of the note before that lie above them."""
    if steps[0].name == "chap":
        return steps  # No chapter lies in an annex.
    return (*(step for step in before if step.rank < steps[0].rank), *steps)
