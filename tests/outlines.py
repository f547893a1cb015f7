"""The structure of a resolution as an outline, and its ids printed in the same shape.

Each line is a clause: its role, and its number as printed. Two spaces of indentation are one level
of sub-clauses; headings begin with a `#` for each of their levels; `annex1` opens an annex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_resolutions.model import Node, Numbered, assign_anchors
from mkdocs_resolutions.model.anchor import PartKind, Role

ROLES: dict[str, Role] = {
    "pp": "preambular",
    "op": "operative",
    "p": "operative",
    "item": "item",
    "block": "block",
    "closing": "closing",
    "table": "table",
    "heading": "heading",
    "section": "section",
    "unit": "unit",
}
_LINE = re.compile(r"(?P<indent>(?:  )*)(?:(?P<level>#+) )?(?P<role>[a-z]+)(?: (?P<label>.+))?")
_ANNEX = re.compile(r"annex\d+")


@dataclass(slots=True)
class _Branch:
    """A node whose children are still being read."""

    role: Role
    label: str | None
    level: int
    children: list[_Branch] = field(default_factory=list)

    def node(self) -> Node:
        return Node(
            self.role, self.label, tuple(branch.node() for branch in self.children), self.level
        )


@dataclass(frozen=True, slots=True)
class Part:
    """The body (no annex), or one annex."""

    annex: str | None
    nodes: tuple[Node, ...]

    def number(self) -> tuple[Numbered, ...]:
        """Its nodes with their ids."""
        kind: PartKind = "annex" if self.annex else "body"
        return assign_anchors(self.nodes, kind, self.annex)


def read_outline(text: str) -> list[Part]:
    """The parts of an outline in order; raises ValueError for a line that is none."""
    parts: list[tuple[str | None, list[_Branch]]] = [(None, [])]
    open_branches: list[_Branch] = []
    for line in text.split("\n"):
        if _ANNEX.fullmatch(line):
            parts.append((line, []))
            open_branches = []
            continue
        match = _LINE.fullmatch(line)
        if match is None or match["role"] not in ROLES:
            raise ValueError(f"{line!r} is no line of an outline")
        branch = _Branch(ROLES[match["role"]], match["label"], len(match["level"] or "#"))
        depth = len(match["indent"]) // 2
        if depth > len(open_branches):
            raise ValueError(f"{line!r} is indented too far")
        (open_branches[depth - 1].children if depth else parts[-1][1]).append(branch)
        open_branches[depth:] = [branch]
    return [
        Part(annex, tuple(branch.node() for branch in branches))
        for annex, branches in parts
        if branches
    ]


def print_ids(numbered: Sequence[Numbered], depth: int = 0) -> Iterator[str]:
    """The ids, a line each: `op46 = s3-op46` with an alias, `op5_2 ! repeated` with an oddity."""
    for entry in numbered:
        names = " = ".join((entry.id, ", ".join(entry.aliases))) if entry.aliases else entry.id
        yield "  " * depth + names + (f" ! {entry.oddity}" if entry.oddity else "")
        yield from print_ids(entry.children, depth + 1)
