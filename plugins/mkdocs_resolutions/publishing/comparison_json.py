"""A comparison as the JSON of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib.resources import files

from mkdocs_resolutions.model import (
    Adoption,
    AgendaItem,
    Change,
    Comparison,
    MastheadChanges,
    NoteChange,
    Run,
    Sponsor,
)
from mkdocs_resolutions.model.states import state_code
from mkdocs_resolutions.publishing.record import Json


def comparison_record(comparison: Comparison) -> Json:
    """The object the contract calls a comparison; `comparison_schema()` describes it."""
    return {
        "earlier": str(comparison.earlier),
        "later": str(comparison.later),
        "masthead": _masthead(comparison.masthead),
        "changes": [_change(change) for change in comparison.changes],
    }


def comparison_schema() -> Json:
    """The JSON Schema of `comparison_record`."""
    file = files("mkdocs_resolutions.publishing") / "schema" / "comparison.schema.json"
    loaded: Json = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _masthead(masthead: MastheadChanges) -> Json:
    """What differs, and nothing that does not."""
    record: Json = {}
    if masthead.title:
        record["title"] = _pair(*masthead.title)
    if masthead.agenda:
        record["agenda"] = _pair(*(_agenda(items) for items in masthead.agenda))
    if masthead.sponsors_added or masthead.sponsors_removed:
        record["sponsors"] = {
            "added": _sponsors(masthead.sponsors_added),
            "removed": _sponsors(masthead.sponsors_removed),
        }
    before, after = (_adoption(one) for one in masthead.adoption)
    if before != after or masthead.votes_changed:
        states = {
            state_code(name) or name: {"name": name, "before": was, "after": now}
            for name, was, now in masthead.votes_changed
        }
        record["vote"] = {**_pair(before, after), "by_state": states}
    return record


def _pair(before: object, after: object) -> Json:
    return {"before": before, "after": after}


def _agenda(items: Iterable[AgendaItem]) -> list[Json]:
    return [{"item": item.item, "title": item.title} for item in items]


def _sponsors(sponsors: Iterable[Sponsor]) -> list[Json]:
    return [{"name": one.name, "additional": one.additional} for one in sponsors]


def _adoption(adoption: Adoption) -> Json:
    """How a text was adopted, in figures; the record of the meeting is another every year."""
    vote = adoption.vote
    figures = vote and {
        "in_favour": vote.in_favour,
        "against": vote.against,
        "abstaining": vote.abstaining,
    }
    return {"procedure": adoption.procedure, "vote": figures}


def _change(change: Change) -> Json:
    return {
        "kind": change.kind,
        "weight": change.weight,
        "reasons": list(change.reasons),
        "opening": change.opening and asdict(change.opening),
        "qualifiers": [asdict(qualifier) for qualifier in change.qualifiers],
        "moved": change.moved,
        "returned_from": str(change.returned_from) if change.returned_from else None,
        "asked_by": change.asked_by,
        "answered_by": change.answered_by,
        "words_of": change.words_of,
        "words_in": change.words_in,
        "before": list(change.before),
        "after": list(change.after),
        "footnotes": [_note(note) for note in change.footnotes],
        "runs": _runs(change.runs),
        "returned": _runs(change.returned),
        "table": _runs(change.table),
        "halves": [_half(half) for half in change.halves],
    }


def _half(half: Change) -> Json:
    """What of a split is told of one of its later clauses."""
    return {
        "after": half.after[0],
        "weight": half.weight,
        "reasons": list(half.reasons),
        "qualifiers": [asdict(qualifier) for qualifier in half.qualifiers],
        "footnotes": [_note(note) for note in half.footnotes],
        "runs": _runs(half.runs),
    }


def _note(note: NoteChange) -> Json:
    return {
        "change": note.change,
        "before": note.before,
        "after": note.after,
        "before_id": note.before_id,
        "after_id": note.after_id,
    }


def _runs(runs: Iterable[Run]) -> list[list[str]]:
    return [[run.kind, run.text] for run in runs]
