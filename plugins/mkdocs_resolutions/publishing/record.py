"""A resolution as the JSON of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from mkdocs_resolutions.corpus import Text
from mkdocs_resolutions.linking import MASTHEAD, Linked
from mkdocs_resolutions.model import Clause, Reference, Source, Vote
from mkdocs_resolutions.model.states import state_code
from mkdocs_resolutions.notices import Notice

Json = dict[str, Any]


def resolution_record(text: Text, cited_by: list[dict[str, str]] | None = None) -> Json:
    """The object the contract calls a resolution; `schema()` describes it.

    `cited_by` tells who cites it, which a text alone does not know.
    """
    resolution, linked = text.resolution, text.linked
    masthead = resolution.masthead
    origin = masthead.as_printed("origin")
    return {
        "symbol": str(resolution.symbol),
        "aliases": list(resolution.aliases),
        "language": resolution.language,
        "title": masthead.title,
        "session": masthead.session,
        "references": [
            {**reference_record(reference), "field": "origin"} for reference in linked.of(MASTHEAD)
        ],
        "agenda": [{"item": item.item, "title": item.title} for item in masthead.agenda],
        "origin": {
            "committee": masthead.provenance.committee,
            "documents": list(masthead.provenance.documents),
            "paragraph": masthead.provenance.paragraph,
            "text": origin.text if origin else None,
        },
        "adopted": masthead.adopted,
        "meeting": masthead.meeting,
        "issued": masthead.issued,
        "reissued": masthead.reissued,
        "enacting": masthead.enacting or "",
        "adoption": {
            "procedure": masthead.adoption.procedure,
            "record": masthead.adoption.record,
            "vote": _vote(masthead.adoption.vote),
        },
        "draft": masthead.draft,
        "sponsors": [
            {"name": sponsor.name, "additional": sponsor.additional}
            for sponsor in masthead.sponsors
        ],
        "source": _source(resolution.source),
        "sources": [_source(source) for source in text.sources],
        "preamble": _clauses(resolution.preamble, linked),
        "operative": _clauses(resolution.operative, linked),
        "annexes": [
            {
                "id": annex.id,
                "aliases": list(annex.aliases),
                "heading": annex.heading,
                "title": annex.title,
                "line": annex.origin.line,
                "footnotes": [{"id": mark.id, "offset": mark.offset} for mark in annex.footnotes],
                "clauses": _clauses(annex.clauses, linked),
            }
            for annex in resolution.annexes
        ],
        "footnotes": [
            {
                "id": note.id,
                "num": note.num,
                "text": note.text,
                "line": note.origin.line,
                "orphan": note.orphan,
                "references": [reference_record(reference) for reference in linked.of(note.id)],
            }
            for note in resolution.footnotes
        ],
        "printed": [
            {"field": line.field, "text": line.text, "line": line.origin.line}
            for line in masthead.printed
        ],
        "furniture": [
            {"kind": piece.kind, "text": piece.text, "line": piece.origin.line}
            for piece in text.furniture
        ],
        "notices": [notice_record(notice) for notice in (*text.notices, *linked.notices)],
        **({} if cited_by is None else {"cited_by": cited_by}),
    }


def _source(source: Source) -> Json:
    return {
        "path": source.path,
        "format": source.format,
        "sha256": source.sha256,
        "part": source.part,
    }


def _vote(vote: Vote | None) -> Json | None:
    """A vote with its States by ISO code, a State that no code is known for by its name."""
    if vote is None:
        return None
    return {
        "in_favour": vote.in_favour,
        "against": vote.against,
        "abstaining": vote.abstaining,
        "by_state": {
            state_code(one.state) or one.state: {"name": one.state, "vote": one.vote}
            for one in vote.by_state
        },
    }


def _clauses(clauses: Iterable[Clause], linked: Linked) -> list[Json]:
    return [_clause(clause, linked) for clause in clauses]


def _clause(clause: Clause, linked: Linked) -> Json:
    record: Json = {
        "id": clause.id,
        "aliases": list(clause.aliases),
        "kind": clause.kind,
        "num": clause.num,
        "phrase": clause.phrase,
        "text": clause.text,
        "line": clause.origin.line,
        "footnotes": [{"id": mark.id, "offset": mark.offset} for mark in clause.footnotes],
        "references": [reference_record(reference) for reference in linked.of(clause.id)],
        "clauses": _clauses(clause.clauses, linked),
    }
    if clause.level is not None:
        record["level"] = clause.level
    if clause.kind == "table":
        record["rows"] = [
            [{"text": cell.text, "header": cell.header, "span": cell.span} for cell in row]
            for row in clause.rows
        ]
        record["notes"] = list(clause.table_notes)
    return record


def reference_record(reference: Reference) -> Json:
    """A reference as the contract has it."""
    return {
        "start": reference.start,
        "end": reference.end,
        "text": reference.text,
        "kind": reference.kind,
        "symbol": reference.symbol,
        "target": reference.target,
        "status": reference.status,
        "url": reference.url,
        "dated": reference.dated,
    }


def notice_record(notice: Notice) -> Json:
    """A notice as the contract has it."""
    return {
        "rule": notice.rule,
        "message": notice.message,
        "path": notice.origin.path,
        "line": notice.origin.line,
        "page": notice.origin.page,
    }


def schema() -> Json:
    """The JSON Schema of `resolution_record`."""
    file = files("mkdocs_resolutions.publishing") / "schema" / "resolution.schema.json"
    loaded: Json = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def to_json(data: object, indent: int | None = None) -> str:
    """JSON with letters as they are; the same bytes for the same data."""
    return json.dumps(data, ensure_ascii=False, indent=indent)
