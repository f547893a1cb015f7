"""Whether a document ends as documents end: with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_resolutions.model import Clause, Origin, Resolution
from mkdocs_resolutions.notices import Notice, quoted

_GOES_ON = ",;:-–—("


def unfinished(resolution: Resolution) -> Iterator[Notice]:
    """Where its words or its last footnote break off: a file was cut there, or a line is missing.

    Every resolution of sessions 75 to 80 ends with a stop, the last part above its footnotes and
    the last of these. A heading, a table or the bullet of a list at the end has none.
    """
    last = _last_clause(resolution)
    if last and not _is_loose(last) and _breaks_off(last.text):
        yield _notice(last.text, last.origin)
    for note in resolution.footnotes[-1:]:
        if "://" not in note.text and _breaks_off(note.text):
            yield _notice(note.text, note.origin)


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
    return Notice("text-cut", f"It ends with {quoted(words)}.", origin)
