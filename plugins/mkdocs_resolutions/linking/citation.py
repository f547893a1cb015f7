"""A citation: words that name a document, before anyone asks whether it is held."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_resolutions.model import ReferenceKind


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that name a document or a place in one.

    `start` and `end` count code points; `symbol` is the document in normal form, None where the
    words leave it open; `place` the part named in it (`op4`, `para110`, `annexI`), empty for the
    whole; `dated` the ISO date printed behind it; `why` says what is open where it is.
    """

    start: int
    end: int
    text: str
    kind: ReferenceKind
    symbol: str | None
    place: str = ""
    dated: str | None = None
    why: str | None = None
