"""Footnotes, each of which may go on from the one before: `Ibid.`"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.finding import Around, find_citations
from mkdocs_resolutions.linking.ibid import said_last
from mkdocs_resolutions.model import Footnote


def note_citations(
    notes: Iterable[Footnote],
    around: Around,
    known: Mapping[str, tuple[Citation, ...]] | None = None,
) -> dict[str, tuple[Citation, ...]]:
    """The citations of footnotes by their ids, in the order in which these are printed.

    `known` are those found with fewer names; a note that can name nothing has no others.
    """
    found: dict[str, tuple[Citation, ...]] = {}
    before: Citation | None = None
    for note in notes:
        if known is not None and not english.MAY_NAME.search(note.text):
            found[note.id] = known[note.id]
            before = said_last(found[note.id])
            continue
        cited = find_citations(note.text, around, before)
        # A part told alone in a note is one of the document that the note is on.
        found[note.id] = tuple(one for one in cited if not one.alone)
        before = said_last(found[note.id])
    return found
