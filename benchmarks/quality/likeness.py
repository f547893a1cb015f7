"""How like the parse of a text is to that of the XML of the same resolution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from benchmarks.quality.outline import letters, spelling
from benchmarks.quality.shares import Share
from mkdocs_resolutions.model import Masthead, Resolution

FIELDS: Mapping[str, Callable[[Masthead], object]] = {
    "title": lambda masthead: letters(masthead.title),
    "session": lambda masthead: masthead.session,
    "agenda": lambda masthead: [(one.item, letters(one.title)) for one in masthead.agenda],
    "origin": lambda masthead: masthead.provenance,
    "adopted": lambda masthead: masthead.adopted,
    "meeting": lambda masthead: masthead.meeting,
    "issued": lambda masthead: masthead.issued,
    "enacting": lambda masthead: letters(masthead.enacting or ""),
}
"""The fields of a masthead that a text prints."""

MEASURES = (
    "read", "same ids", "ids", "clauses", "spelt alike", "footnotes", "marks", "masthead", *FIELDS
)  # fmt: skip
"""What is measured of each document, in the order of the report.

`read` and `same ids` count documents. `ids` counts those that both have, of those that either has;
`clauses` and `footnotes` those of the XML that the text has to the letter under the same id, white
space and forms of hyphens apart; `spelt alike` the clauses whose spaces are the same, too;
`marks` the footnote marks in the same clause; `masthead` all its fields.
"""


def likeness(text: Resolution | None, gold: Resolution) -> dict[str, Share]:
    """The shares of a document that a text gives as the XML does; None is a text not read."""
    wanted = {clause.id: letters(clause.text) for clause in gold.clauses()}
    notes = {note.id: letters(note.text) for note in gold.footnotes}
    found = {clause.id: letters(clause.text) for clause in text.clauses()} if text else {}
    of_text = {note.id: letters(note.text) for note in text.footnotes} if text else {}
    marks, of_gold = _marks(text) if text else Counter[object](), _marks(gold)
    shares = {
        "read": Share(text is not None, 1),
        "same ids": Share(found.keys() == wanted.keys(), 1),
        "ids": Share(len(found.keys() & wanted.keys()), len(found.keys() | wanted.keys())),
        "clauses": _equal(found, wanted),
        "spelt alike": _equal(_spelt(text), _spelt(gold)),
        "footnotes": _equal(of_text, notes),
        "marks": Share((marks & of_gold).total(), of_gold.total()),
    }
    fields = {
        name: Share(text is not None and field(text.masthead) == field(gold.masthead), 1)
        for name, field in FIELDS.items()
    }
    return {**shares, "masthead": sum(fields.values(), Share()), **fields}


def _equal(found: Mapping[str, str], wanted: Mapping[str, str]) -> Share:
    return Share(sum(found.get(name) == words for name, words in wanted.items()), len(wanted))


def _spelt(resolution: Resolution | None) -> dict[str, str]:
    clauses = resolution.clauses() if resolution else ()
    return {clause.id: spelling(clause.text) for clause in clauses}


def _marks(resolution: Resolution) -> Counter[object]:
    return Counter((mark.id, one.id) for one in resolution.clauses() for mark in one.footnotes)
