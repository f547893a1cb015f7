"""Page furniture: what the printed page says about itself, and no clause says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.reading import Block

FurnitureKind = Literal[
    "letterhead", "job-number", "barcode", "page-number", "running-head", "rule", "ornament",
    "recycling",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the file that belong to the page, not to the resolution."""

    kind: FurnitureKind
    text: str
    origin: Origin


_ALONE: tuple[tuple[FurnitureKind, re.Pattern[str]], ...] = (
    ("rule", re.compile(r"[_–—-]{3,}[\s_–—-]*")),
    ("ornament", re.compile(r"\*(?:\s*\*)*")),
    ("job-number", re.compile(r"[0-9]{2}-[0-9]{5}\*?\s?\([EFSRAC]\)(?:\s+[0-9]{6})?")),
    ("barcode", re.compile(r"\*?[0-9]{7}\*?")),
    ("page-number", re.compile(r"(?P<page>[1-9][0-9]{0,2})/(?P<of>[1-9][0-9]{0,2})")),
    ("recycling", re.compile(r"Please recycle")),
)


def furniture_of(block: Block, heads: frozenset[str]) -> Furniture | None:
    """The furniture a whole block is, else None; `heads` are the running heads of the document."""
    for kind, form in _ALONE:
        match = form.fullmatch(block.text)
        if match and (kind != "page-number" or int(match["page"]) <= int(match["of"])):
            return Furniture(kind, block.text, block.origin)
    if block.text in heads:
        return Furniture("running-head", block.text, block.origin)
    return None
