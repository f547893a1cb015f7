"""A reference: words of a clause that name another document or place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ReferenceKind = Literal[
    "ga-resolution", "ga-decision", "sc-resolution", "hrc-resolution", "ecosoc-resolution",
    "example-resolution", "document", "official-records", "treaty-series", "treaty-article",
    "treaty", "instrument", "paragraph", "url",
]  # fmt: skip
OWN_RESOLUTIONS: tuple[ReferenceKind, ...] = ("ga-resolution", "example-resolution")
"""The resolutions that are read here: those of the Assembly, and those of an example."""
Status = Literal["held", "external", "ambiguous", "missing"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One target named in a text.

    `start` and `end` count code points of the text it stands in; `symbol` is the cited document in
    normal form, `target` the symbol with the place named in it (contract, JSON), `url` the official
    document; all three None where the words do not say.
    """

    start: int
    end: int
    text: str
    kind: ReferenceKind
    symbol: str | None
    target: str | None
    status: Status
    url: str | None
    dated: str | None = None
    """The date printed behind the reference (`of 2 December 2008`), in ISO form."""
    why: str | None = None
    """What the words leave open, of an ambiguous reference."""
