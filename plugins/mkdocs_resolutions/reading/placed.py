"""Pieces that have a place on the page, put together to lines: set in, in columns, marks raised."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from statistics import median

from mkdocs_resolutions.reading.characters import SUPERSCRIPTS
from mkdocs_resolutions.reading.pieces import LETTER, Piece, Run, marked_up
from mkdocs_resolutions.reading.printed import PrintedLine
from mkdocs_resolutions.reading.words import RAISED

_MARK = re.compile(r"[0-9]{1,3}|[a-z]|\*{1,3}")
_NOTE = re.compile(rf"\s*([{SUPERSCRIPTS}]+)\s")
# It begins with a raised figure, and only then looks behind it: so a search passes over the rest.
_RAISED_BEHIND = re.compile(
    rf"[{SUPERSCRIPTS}](?:(?<=[^\s{SUPERSCRIPTS}].)|(?<=[^\s{SUPERSCRIPTS}]\s.))[{SUPERSCRIPTS}]*"
)
_SPACES = re.compile(" {2,}")
_CLOSES = (",", ";", ":", ".", ")", "]", "”", "’")
_OPENS = ("(", "[", "“", "‘")
_SMALL = 0.75
"""Of the size of its line, at most that of a raised figure."""
_SAME_LINE = 0.55
"""Of the size of its letters, at most the way from one piece of a line to the next, downwards."""
_USUAL_PITCH = 1.2
"""Of the size of its letters, the distance from one line of a paragraph to the next."""
_APART = 1.35
"""Of the size of its letters, at least the distance of a line from the paragraph before."""
_COLUMN = 2.5
"""Of the size of its letters, at least the gap before the next column."""
_SPACE_BETWEEN = 0.15
"""Of the size of its letters, at least a gap that parts words."""


def set_lines(pieces: Sequence[Piece]) -> Iterator[PrintedLine]:
    """The lines that placed pieces make, with a blank one where a paragraph begins."""
    shown = [piece for piece in _within_room(pieces) if piece.text.strip()]
    unit = LETTER * median(piece.size for piece in shown) if shown else 1.0
    for page, group in groupby(shown, key=attrgetter("page")):
        rows = _rows(sorted(group, key=attrgetter("base")))
        texts = [_row_text(row, unit, raises=True) for row in rows]
        if not _raises_all(texts):
            texts = [_row_text(row, unit, raises=False) for row in rows]
        for before, row, text in zip([None, *rows], rows, texts, strict=False):
            size = max(piece.size for piece in row)
            if before is None or _base(row) - _base(before) > _APART * size:
                yield PrintedLine(row[0].line, "", page)
            yield PrintedLine(row[0].line, text, page)


def _within_room(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces whose lines end before what stands below them.

    Of lines that are placed together only the first has its place; the pitch of the others is
    rounded up, so that the last of many would come to lie on the next paragraph.
    """
    for _, group in groupby(pieces, key=attrgetter("page")):
        page = list(group)
        tops = sorted(one.top or 0.0 for one in page if not one.turn and one.text.strip())
        first = 0
        for end in range(1, len(page) + 1):
            if end == len(page) or not page[end].turn:
                yield from _spread(page[first:end], tops)
                first = end


def _spread(lines: Sequence[Piece], tops: Sequence[float]) -> Iterator[Piece]:
    """Lines that were placed together, above the next of some tops."""
    top, count = lines[0].top or 0.0, len(lines)
    pitch = ((lines[-1].top or 0.0) - top) / (count - 1) if count > 1 else 0.0
    below = bisect_left(tops, top + (count - 0.5) * _USUAL_PITCH * lines[0].size)
    if count > 1 and below < len(tops):
        pitch = min(pitch, (tops[below] - top) / count)
    for turn, line in enumerate(lines):
        yield replace(line, top=top + turn * pitch)


def _raises_all(texts: Sequence[str]) -> bool:
    """Whether a mark in the words is raised for every note of a page.

    Where small figures were lost in the words around them, all are left to the reader of text.
    """
    notes = {match[1] for text in texts if (match := _NOTE.match(text))}
    marks = {mark for text in texts for mark in _RAISED_BEHIND.findall(text)}
    return notes <= marks


def _base(row: Sequence[Piece]) -> float:
    return max(row, key=attrgetter("size")).base


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces whose letters stand on one line, each row from left to right."""
    rows: list[list[Piece]] = []
    largest: Piece | None = None
    for piece in pieces:
        size = max(piece.size, largest.size) if largest else 0.0
        if largest and piece.base - largest.base <= _SAME_LINE * size:
            rows[-1].append(piece)
            largest = max(largest, piece, key=attrgetter("size"))
        else:
            rows.append([piece])
            largest = piece
    return [sorted(row, key=attrgetter("left")) for row in rows]


def _row_text(row: Sequence[Piece], unit: float, *, raises: bool) -> str:
    """The text of a row: set in, its columns apart, its small figures raised."""
    size = max(piece.size for piece in row)
    made = ""
    for _, column in groupby(_columns(row, size), key=itemgetter(0)):
        pieces = [piece for _, piece in column]
        least = len(made) + 5 if made else 0
        made = made.ljust(max(round(pieces[0].left / unit), least))
        # Loose lines have two spaces between words: more than one would part columns.
        made += _SPACES.sub(" ", marked_up(list(_runs(pieces, size if raises else 0.0))).rstrip())
    return made


def _columns(row: Sequence[Piece], size: float) -> Iterator[tuple[int, Piece]]:
    """The pieces of a row with the number of the column they stand in."""
    number = 0
    yield number, row[0]
    for before, piece in pairwise(row):
        number += piece.left - before.right > _COLUMN * size + before.doubt
        yield number, piece


def _runs(pieces: Sequence[Piece], size: float) -> Iterator[Run]:
    """The runs of pieces that follow each other, a space in each gap; figures are raised that are
    small beside letters of a size."""
    for before, piece in pairwise([None, *pieces]):
        assert piece is not None
        text = piece.text.strip()
        if piece.size < _SMALL * size and _MARK.fullmatch(text):
            end = "" if before else " "
            yield Run(f"{text.translate(RAISED)}{end}", italic=False, bold=False)
            continue
        if before and _are_apart(before, piece):
            yield Run(" ", italic=False, bold=False)
        yield from piece.runs


def _are_apart(before: Piece, piece: Piece) -> bool:
    """Whether a space stands between two pieces of a line. What is set wider than reckoned is the
    spaces, of which a gap is one; no space stands beside a sign that closes or opens."""
    if piece.text.startswith(_CLOSES) or before.text.endswith(_OPENS):
        return False
    return piece.left - before.word_end > _SPACE_BETWEEN * piece.size
