"""What a citation inherits from one before it: `Ibid.`"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.places import Step

NEAR = 12
"""Citations before `Ibid.` in one note that it may mean."""
_NAMED = ("url", "treaty", "treaty-article", "instrument")


def said_last(cited: Sequence[Citation]) -> Citation | None:
    """What `Ibid.` behind some citations inherits: the last document, not a corrigendum of it.

    Where they name several documents it is open which is meant.
    """
    documents = [one for one in cited if one.kind not in _NAMED]
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


def inherited(before: Sequence[Step], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The parts that a note names, in those of the note before that lie above them."""
    if steps[0].name == "chap":
        return steps  # No chapter lies in an annex.
    return (*(step for step in before if step.rank < steps[0].rank), *steps)
