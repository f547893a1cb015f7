"""Page furniture: what the printed page says about itself, and no clause says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.reading import Block, join

FurnitureKind = Literal[
    "letterhead", "job-number", "barcode", "page-number", "running-head", "rule", "ornament",
    "recycling", "note-field",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the file that belong to the page, not to the resolution."""

    kind: FurnitureKind
    text: str
    origin: Origin


_FORMS: tuple[tuple[FurnitureKind, str], ...] = (
    ("rule", r"[_–—-]{3}(?:[\s_–—-]*[_–—-])?"),
    ("job-number", r"[0-9]{2}-[0-9]{5}\*?(?:\s?\([EFSRAC]\))?(?:\s+[0-9]{6}(?![0-9]))?|[0-9]{6}"),
    ("barcode", r"\*?[0-9]{7}\*?"),
    ("page-number", r"(?P<page>[1-9][0-9]{0,2})/(?P<of>[1-9][0-9]{0,2})"),
    ("ornament", r"\*(?:\s*\*)*"),
    ("recycling", r"Please recycle"),
    # The count of a footnote from 0, which a word processor hides and a converter shows.
    ("note-field", r"[0-9A-F]{1,2}F"),
)


_NO_LETTERS = re.compile(r"[\s-]+")


class FurnitureForms:
    """The forms of page furniture in one document, its running heads among them."""

    def __init__(self, heads: Iterable[str]) -> None:
        self._plain = _pattern(_FORMS)
        heads = tuple(heads)
        self._heads = {_letters(head) for head in heads} - {""}
        named = "|".join(map(re.escape, sorted(filter(None, heads), key=len, reverse=True)))
        self._with_heads = _pattern((("running-head", named), *_FORMS)) if named else self._plain

    def part(self, block: Block, *, titled: bool = False) -> tuple[Block | None, list[Furniture]]:
        """What is left of a block without its furniture, and the furniture.

        A block is furniture as a whole, in whatever order its pieces stand, or line by line.
        `titled` says that the block may be a title, although it reads like a running head.
        """
        form = self._plain if titled else self._with_heads
        whole = list(_sequence(form, block))
        if not whole and not titled and _letters(block.text) in self._heads:
            whole = [Furniture("running-head", block.text, block.origin)]
        if whole:
            return None, whole
        if not block.breaks:
            return block, []
        lines = block.parted([place.offset for place in block.breaks])
        pieces = [list(_sequence(form, line)) for line in lines]
        kept = [line for line, found in zip(lines, pieces, strict=True) if not found]
        if len(kept) == len(lines):
            return block, []
        return join(kept), [piece for found in pieces for piece in found]


def _letters(text: str) -> str:
    """The letters of a text, whose lines may have been cut at other places elsewhere."""
    return _NO_LETTERS.sub("", text)


def _pattern(forms: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """One of the forms as a word of its own; its number among the groups tells which."""
    named = (f"(?P<{kind.replace('-', '_')}>{form})" for kind, form in forms)
    return re.compile(rf"(?:{'|'.join(named)})(?=\s|$)\s*")


def _sequence(form: re.Pattern[str], block: Block) -> Iterator[Furniture]:
    """The pieces of a block that is nothing but furniture; none of one that holds other words."""
    found, place = list[re.Match[str]](), 0
    while place < len(block.text):
        match = form.match(block.text, place)
        if match is None or (match["page"] and int(match["page"]) > int(match["of"])):
            return
        found.append(match)
        place = match.end()
    for match in found:
        kind = next(kind for kind in _KINDS if match.groupdict().get(kind.replace("-", "_")))
        yield Furniture(kind, match[0].strip(), block.at(match.start()))


_KINDS: tuple[FurnitureKind, ...] = ("running-head", *(kind for kind, _ in _FORMS))
