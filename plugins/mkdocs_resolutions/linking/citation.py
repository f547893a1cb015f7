"""A citation: words that name a document, before anyone asks whether it is held."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_resolutions.linking.places import Step, clause_id
from mkdocs_resolutions.model import INVENTED, ReferenceKind

THIS = "this"
"""What stands for the resolution itself in the place of a symbol."""
OURS = ("A/RES/", *(f"{organ}/RES/" for organ in sorted(INVENTED)))
"""How symbols begin whose parts have ids of ours."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that name a document or a place in one.

    `start` and `end` count code points; `symbol` is the document in normal form, None where the
    words leave it open; `steps` lead to the part named in it, from the outermost, empty for the
    whole; `dated` is the ISO date printed behind it; `why` says what is open where it is;
    `at_large` that a part is one of the whole resolution, even where an annex says so ("paragraph 1
    of the present resolution"); `alone` that nothing is named of which it is a part, so that it is
    one of the resolution only if this has it ("subject to rule 28").
    """

    start: int
    end: int
    text: str
    kind: ReferenceKind
    symbol: str | None
    steps: tuple[Step, ...] = ()
    dated: str | None = None
    why: str | None = None
    at_large: bool = False
    alone: bool = False

    @property
    def place(self) -> str:
        """The part as targets name it: an id of ours in a resolution (`op4`), else as printed."""
        if self.symbol is not None and (self.symbol == THIS or self.symbol.startswith(OURS)):
            return clause_id(self.steps)
        return "/".join(map(str, self.steps))
