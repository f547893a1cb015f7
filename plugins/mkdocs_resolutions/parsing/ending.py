"""Whether a document is there to its end, by what the form of a whole one has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from mkdocs_resolutions.model import Clause, Origin, Resolution
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.furniture import Furniture

_GOES_ON = ",;:-–—("
_PAGE = re.compile(r"(?P<page>[0-9]+)/(?P<of>[0-9]+)")
_DATE = re.compile(english.DATE)


def unfinished(
    resolution: Resolution, furniture: Iterable[Furniture], unknown: Collection[int]
) -> Iterator[Notice]:
    """Where a document breaks off: a file was cut there, or a line is missing.

    Every resolution of sessions 75 to 80 ends with a stop, the last part above its footnotes and
    the last of these; a heading, a table or the bullet of a list at the end has none. Every
    document prints the meeting below its clauses, all pages that it counts, and a note for each of
    its marks: `unknown` are the numbers of marks that have none. XML that is cut cannot be read.
    """
    last = _last_clause(resolution)
    if last and not _is_loose(last) and _breaks_off(last.text):
        yield _notice(last.text, last.origin)
    elif resolution.source.format != "akn":
        yield from _without_closing(resolution, last)
    for note in resolution.footnotes[-1:]:
        if "://" not in note.text and _breaks_off(note.text):
            yield _notice(note.text, note.origin)
    if resolution.source.part is None:
        yield from _lost_pages(furniture)
    yield from _lost_notes(resolution, unknown)


def _without_closing(resolution: Resolution, last: Clause | None) -> Iterator[Notice]:
    """Whether the meeting is missing below the clauses, or the day below the meeting."""
    masthead = resolution.masthead
    closing = masthead.as_printed("adoption")
    if masthead.meeting is None:
        end = last or masthead.as_printed("enacting") or masthead.as_printed("title")
        origin = end.origin if end else Origin(resolution.source.path, 1)
        yield Notice("text-cut", "It ends without the meeting at which it was adopted.", origin)
    elif closing and not _DATE.search(closing.text):
        yield Notice("text-cut", "It ends without the day of its adoption.", closing.origin)


def _lost_pages(furniture: Iterable[Furniture]) -> Iterator[Notice]:
    """Whether the last of the pages that a document counts is not there."""
    pages = [
        (int(match["page"]), int(match["of"]), piece.origin)
        for piece in furniture
        if piece.kind == "page-number" and (match := _PAGE.fullmatch(piece.text))
    ]
    if pages:
        page, of, origin = max(pages, key=lambda one: one[:2])
        if page < of:
            message = f"Its last page is {page} of {of}."
            yield Notice("text-cut", message, origin)


def _lost_notes(resolution: Resolution, unknown: Collection[int]) -> Iterator[Notice]:
    """Whether its notes end before its marks do."""
    numbers = [int(note.num) for note in resolution.footnotes if note.num.isdecimal()]
    known = max(numbers, default=0)
    if known + 1 in unknown and min(unknown) > known:
        message = f"Its words mark footnote {known + 1}, and the last that is there is {known}."
        end = resolution.footnotes[-1].origin if numbers else Origin(resolution.source.path, 1)
        none = "Its words mark footnotes, and none is there."
        yield Notice("text-cut", message if known else none, end)


def _last_clause(resolution: Resolution) -> Clause | None:
    """The clause that ends the last part."""
    clauses = resolution.operative or resolution.preamble
    for annex in resolution.annexes:
        clauses = annex.clauses
    last = None
    while clauses:
        last = clauses[-1]
        clauses = last.clauses
    return last


def _is_loose(clause: Clause) -> bool:
    return clause.kind in ("heading", "table") or (clause.kind == "text" and clause.num is None)


def _breaks_off(text: str) -> bool:
    end = text[-1:]
    return end.isalnum() or end in _GOES_ON


def _notice(text: str, origin: Origin) -> Notice:
    words = f"…{text[-39:]}" if len(text) > 40 else text
    return Notice("text-cut", f"It breaks off with {quoted(words)}.", origin)
