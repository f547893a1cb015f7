"""Page furniture: what the printed page says about itself, and no clause says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.reading import Block, join

FurnitureKind = Literal[
    "letterhead", "job-number", "barcode", "page-number", "running-head", "rule", "ornament",
    "recycling", "note-field", "notes-heading",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the file that belong to the page, not to the resolution."""

    kind: FurnitureKind
    text: str
    origin: Origin


_JOB = r"[0-9]{2}-[0-9]{5}\*?"
_FORMS: tuple[tuple[FurnitureKind, str], ...] = (
    ("rule", r"[_–—-]{3}(?:[\s_–—-]*[_–—-])?"),
    ("job-number", rf"{_JOB}(?:\s?\([EFSRAC]\))?(?:\s+[0-9]{{6}}(?![0-9]))?|[0-9]{{6}}"),
    ("barcode", r"\*?[0-9]{7}\*?"),
    ("page-number", r"(?P<page>[1-9][0-9]{0,2})/(?P<of>[1-9][0-9]{0,2})|Page [1-9][0-9]{0,2}"),
    ("ornament", r"\*(?:\s*\*)*|/(?:\s?\.){3}"),
    ("recycling", r"Please recycle"),
    # The count of a footnote from 0, which a word processor hides and a converter shows.
    ("note-field", r"[0-9A-F]{1,2}F"),
)


_FOOT = re.compile(
    rf"(?:{_JOB}\s+)?(?P<page>[1-9][0-9]{{0,2}})/(?P<of>[1-9][0-9]{{0,2}})(?:\s+{_JOB})?"
)
_LONGEST_FOOT = 40
"""Characters of the foot of a page, white space among them."""
_NO_LETTERS = re.compile(r"[\s-]+")


_GROUPS: dict[FurnitureKind, str] = {kind: kind.replace("-", "_") for kind, _ in _FORMS}
_FORM = re.compile(
    rf"(?:{'|'.join(f'(?P<{_GROUPS[kind]}>{form})' for kind, form in _FORMS)})(?=\s|$)"
)
"""One of the forms as a word of its own; its group tells which."""
_BEGINS_FORM = re.compile(
    r"[_–—*/-]|[0-9]{1,3}/|[0-9]{2}-|[0-9]{6}|P(?:age|lease)\s|[0-9A-F]{1,2}F(?!\S)"
)
"""What one of the forms begins with: few other lines do, and they are seen at once."""
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of furniture in a line: its words and where they stand."""

    kind: FurnitureKind
    text: str
    start: int

    def of(self, block: Block) -> Furniture:
        """The piece as furniture of the block that is its line."""
        return Furniture(self.kind, self.text, block.at(self.start))


class FurnitureForms:
    """The forms of page furniture in one document, its running heads among them, and how many
    pages it has: of another count, `73/89` is the number of a resolution that fills a line."""

    def __init__(self, heads: Iterable[str], pages: int | None = None) -> None:
        self._pages = pages
        self._heads = tuple(sorted(filter(None, heads), key=len, reverse=True))
        self._initials = tuple(head[0] for head in self._heads)
        self._letters = {_letters(head) for head in self._heads} - {""}

    def part(self, block: Block, *, titled: bool = False) -> tuple[Block | None, list[Furniture]]:
        """What is left of a block without its furniture, and the furniture.

        A block is furniture as a whole, in whatever order its pieces stand, or line by line.
        `titled` says that the block may be a title, although it reads like a running head.
        """
        heads = () if titled else self._heads
        whole = self._sequence(block.text, heads)
        if not whole and not titled and self._is_head(block.text):
            whole = [_Piece("running-head", block.text, 0)]
        if whole:
            return None, [piece.of(block) for piece in whole]
        if not block.breaks:
            return block, []
        breaks, text = [place.offset for place in block.breaks], block.text
        if not any(_may_begin(text, place, heads) for place in (0, *breaks)):
            return block, []  # as most
        edges = pairwise((0, *breaks, len(block.text)))
        pieces = [self._sequence(block.text[start:end].strip(" "), heads) for start, end in edges]
        if not any(pieces):
            return block, []
        lines = list(zip(block.parted(breaks), pieces, strict=True))
        kept = [line for line, found in lines if not found]
        return join(kept), [piece.of(line) for line, found in lines for piece in found]

    def _sequence(self, text: str, heads: tuple[str, ...]) -> list[_Piece]:
        """The pieces of a text that is nothing but furniture; most begin as none does."""
        if not _may_begin(text, 0, heads):
            return []
        found = _sequence(text, heads)
        return [] if any(map(self._is_of_others, found)) else found

    def _is_of_others(self, piece: _Piece) -> bool:
        """Whether a page is one of more or fewer than the document has."""
        count = page_count(piece.text) if piece.kind == "page-number" and self._pages else None
        return count not in (None, self._pages)

    def _is_head(self, text: str) -> bool:
        """Whether a text is a running head whose lines were cut elsewhere than the title's."""
        return text.startswith(self._initials) and _letters(text) in self._letters


def _may_begin(text: str, place: int, heads: tuple[str, ...]) -> bool:
    """Whether furniture may begin at a place of a text: few places look so."""
    return _BEGINS_FORM.match(text, place) is not None or text.startswith(heads, place)


def pages_of(blocks: Iterable[Block]) -> int | None:
    """How many pages a document has by the feet of most of them; None where none says so."""
    lines = (
        block.text[start:end].strip()
        for block in blocks
        if "/" in block.text
        for start, end in pairwise((0, *(place.offset for place in block.breaks), len(block.text)))
        if end - start <= _LONGEST_FOOT
    )
    counts = Counter(count for count in map(page_count, lines) if count)
    return counts.most_common(1)[0][0] if counts else None


def is_furniture(text: str) -> bool:
    """Whether a line is nothing but pieces of furniture, running heads apart."""
    return bool(_sequence(text, ()))


def page_count(foot: str) -> int | None:
    """The count of pages in the foot of one, `3/12`, maybe with a job number beside it."""
    match = _FOOT.fullmatch(foot)
    return int(match["of"]) if match and int(match["page"]) <= int(match["of"]) else None


def _letters(text: str) -> str:
    """The letters of a text, whose lines may have been cut at other places elsewhere."""
    return _NO_LETTERS.sub("", text)


def _sequence(text: str, heads: Iterable[str]) -> list[_Piece]:
    """The pieces of a text that is nothing but furniture; none of one that holds other words."""
    found: list[_Piece] = []
    place = 0
    while place < len(text):
        piece = _head_at(text, place, heads) or _form_at(text, place)
        if piece is None:
            return []
        found.append(piece)
        place += len(piece.text)
        spaces = _SPACES.match(text, place)
        place = spaces.end() if spaces else place
    return found


def _head_at(text: str, place: int, heads: Iterable[str]) -> _Piece | None:
    """The running head at a place, as words of their own."""
    for head in heads:
        end = place + len(head)
        if text.startswith(head, place) and not text[end : end + 1].strip():
            return _Piece("running-head", head, place)
    return None


def _form_at(text: str, place: int) -> _Piece | None:
    match = _FORM.match(text, place)
    if match is None or (match["page"] and int(match["page"]) > int(match["of"])):
        return None
    kind = next(kind for kind, group in _GROUPS.items() if match[group])
    return _Piece(kind, match[0], place)
