"""The citations of a text as they are found, with the parts that are named of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.organs import Identity
from mkdocs_resolutions.linking.places import Place


@dataclass(slots=True)
class Found:
    """A text and its citations so far."""

    text: str
    citations: list[Citation] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return self.citations[-1].end if self.citations else 0

    def add(self, citation: Citation) -> None:
        """Take a citation."""
        self.citations.append(citation)

    def cite(
        self,
        start: int,
        end: int,
        whole: Identity,
        places: Sequence[Place] = (),
        dated: str | None = None,
    ) -> None:
        """Add a document that stands between two offsets, or each of the parts of it that are named
        before or behind it."""
        if not places:
            words = self.text[start:end]
            self.add(Citation(start, end, words, whole.kind, whole.symbol, (), dated, whole.why))
            return
        before = places[0].start < start
        for place in with_end(places, end) if before else with_start(places, start):
            words = self.text[place.start : place.end]
            self.add(Citation(
                place.start, place.end, words, whole.kind, whole.symbol, place.steps, dated,
                whole.why,
            ))  # fmt: skip


def with_end(places: Sequence[Place], end: int) -> tuple[Place, ...]:
    """Places before their document: the last has its words, too."""
    return (*places[:-1], replace(places[-1], end=end))


def with_start(places: Sequence[Place], start: int) -> tuple[Place, ...]:
    """Places behind their document: the first has its words, too."""
    return (replace(places[0], start=start), *places[1:])
