"""A clause in the making, before it has its id."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_resolutions.model import ClauseKind, Node, Origin
from mkdocs_resolutions.model.anchor import Role
from mkdocs_resolutions.parsing.labels import Style
from mkdocs_resolutions.parsing.run import NumberRun
from mkdocs_resolutions.reading import Block


@dataclass(slots=True)
class Draft:
    """A clause in the making; a page break may have cut its words into several blocks."""

    role: Role
    kind: ClauseKind
    blocks: list[Block]
    label: str | None = None
    value: str | None = None
    level: int = 1
    odd: bool = False
    children: list[Draft] = field(default_factory=list)
    runs: dict[Style, NumberRun] = field(default_factory=dict)
    """The numbers of its sub-clauses."""

    @property
    def origin(self) -> Origin:
        """Where it begins."""
        return self.blocks[0].origin

    @property
    def tail(self) -> str:
        """Its last words, footnote marks apart."""
        return self.blocks[-1].ending

    def node(self) -> Node:
        """What the numbering needs of it."""
        label = self.value if self.odd else self.label
        return Node(self.role, label, tuple(child.node() for child in self.children), self.level)
