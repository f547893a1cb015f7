"""Whether every letter of a file is in what was read of it, counted without the library's help."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_resolutions.corpus import Reading


def lost_letters(words: str, readings: Sequence[Reading], *, marks: bool = False) -> int:
    """How many letters and figures of the words of a file are in no part of what was read of it.

    `marks` says that the file prints the numbers of footnotes and their marks among its words.
    """
    kept = Counter[str]()
    for reading in readings:
        kept += _letters("".join(_kept(reading, marks)))
    return (_letters(words) - kept).total()


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _kept(reading: Reading, marks: bool) -> Iterator[str]:
    """Every text that a reading keeps."""
    yield from (piece.text for piece in reading.parsed.furniture)
    resolution = reading.parsed.resolution
    if resolution is None:
        return
    yield from (line.text for line in resolution.masthead.printed)
    for clause in resolution.clauses():
        yield from (clause.num or "", clause.text, *clause.table_notes)
        yield from (cell.text for row in clause.rows for cell in row)
    for annex in resolution.annexes:
        yield from (annex.heading, annex.title)
    yield from (note.text for note in resolution.footnotes)
    if marks:
        nums = {note.id: note.num for note in resolution.footnotes}
        yield from nums.values()
        yield from (nums[name] for name, places in resolution.marks().items() for _ in places)
