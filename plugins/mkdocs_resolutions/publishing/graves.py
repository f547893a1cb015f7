"""Where on the page of a resolution stands what the text before it still said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_resolutions.model import Change, Clause, Resolution

Graves = Mapping[str, list[Change]]
"""Dropped clauses by place: `after:op5` behind a clause, `in:op5` before its sub-clauses,
`part:preamble`, `part:operative` or `part:annex1` at the beginning of a part."""


def grave_places(changes: Iterable[Change], earlier: Resolution, later: Resolution) -> Graves:
    """The place of every removed clause: where it stood among its like, as deep as it stood."""
    old, new = _Tree(earlier), _Tree(later)
    found: dict[str, list[Change]] = {}
    places: dict[str, str] = {}
    last = ""
    heirs: dict[str, str] = {}
    for change in changes:
        for name in change.before:
            if change.after:
                heirs[name] = change.after[0]
        if change.after:
            last = change.after[-1]
        else:
            name = change.before[0]
            place = places[name] = _place(name, last, old, new, heirs, places)
            found.setdefault(place, []).append(change)
    return found


class _Tree:
    """The clauses of a resolution: what each stands in, and in which part."""

    def __init__(self, resolution: Resolution) -> None:
        self.parent: dict[str, str] = {}
        self.part: dict[str, str] = {}
        self.parts: set[str] = set()
        parts = [("preamble", resolution.preamble), ("operative", resolution.operative)]
        for name, clauses in (*parts, *((annex.id, annex.clauses) for annex in resolution.annexes)):
            if clauses:
                self.parts.add(name)
                self._add(clauses, name, "")

    def _add(self, clauses: Iterable[Clause], part: str, parent: str) -> None:
        for clause in clauses:
            self.part[clause.id], self.parent[clause.id] = part, parent
            self._add(clause.clauses, part, clause.id)

    def upper(self, name: str, parent: str) -> str:
        """The clause around one, or it itself, that stands right in another; empty for none."""
        while name and self.parent[name] != parent:
            name = self.parent[name]
        return name


def _place(
    name: str,
    last: str,
    old: _Tree,
    new: _Tree,
    heirs: Mapping[str, str],
    places: Mapping[str, str],
) -> str:
    parent = old.parent[name]
    if parent in places:
        return places[parent]
    around = heirs.get(parent, "") if parent else ""
    if around:
        before = new.upper(last, around) if last else ""
        return f"after:{before}" if before else f"in:{around}"
    part = old.part[name]
    if part in new.parts and (not last or new.part[last] != part):
        return f"part:{part}"
    top = new.upper(last, "") if last else ""
    return f"after:{top}" if top else f"part:{next(iter(sorted(new.parts)), part)}"
