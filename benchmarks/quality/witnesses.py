"""The witnesses of a document's ids heard together: naive walk, second opinion, and ours."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.quality.outline import Outline, letters
from benchmarks.quality.shares import Share
from mkdocs_resolutions.model import Resolution

_NOT_TOLD = ("heading", "table")


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the witnesses say of one document.

    `agreed` says that walk and second opinion tell the same ids, None that there is no second
    opinion; `ids` and `clauses` are our shares of what they agree on.
    """

    symbol: str
    ours: tuple[str, ...]
    agreed: bool | None
    same_as_walk: bool
    same_as_second: bool | None
    ids: Share
    clauses: Share

    @property
    def is_disputed(self) -> bool:
        """Whether one of the witnesses, or we, must have erred."""
        return self.agreed is False or not self.same_as_walk


def hear(resolution: Resolution, walk: Outline, second: Outline | None) -> Hearing:
    """Hear the witnesses of one resolution."""
    told = [one for one in resolution.clauses() if one.kind not in _NOT_TOLD]
    ours = {one.id: letters(one.text) for one in told}
    agreed = None if second is None else [*walk] == [*second]
    ids, clauses = Share(), Share()
    if agreed and second is not None:
        ids = Share(len(ours.keys() & walk.keys()), len(ours.keys() | walk.keys()))
        words = {name: letters(text) for name, text in walk.items()}
        same = [name for name in words if words[name] == letters(second[name])]
        clauses = Share(sum(ours.get(name) == words[name] for name in same), len(same))
    return Hearing(
        str(resolution.symbol),
        tuple(ours),
        agreed,
        [*walk] == [*ours],
        None if second is None else [*second] == [*ours],
        ids,
        clauses,
    )
