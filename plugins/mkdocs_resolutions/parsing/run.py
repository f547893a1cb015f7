"""Runs of numbers: what is missing, twice or out of order on one level."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice


@dataclass(slots=True)
class NumberRun:
    """The numbers printed on one level, in the order of the text.

    It begins at 1, unless it is one of which a document quotes a part.
    """

    quoted: bool = False
    last: int = 0
    printed: str = ""
    seen: set[int] = field(default_factory=set)
    open: bool = False
    """A heading stands before the next number: it may go on or begin again."""

    def step(self, number: int, printed: str, origin: Origin) -> Notice | None:
        """Take the next number, `printed` by its name; gives the notice of what is odd about it."""
        if self.open and number <= self.last:
            self.last, self.seen = 0, set()
        before, first, known = self.last, not self.seen, {number, number - 1} & self.seen
        name = f"{printed[:1].upper()}{printed[1:]}"
        place = f"{name} {'is the first' if first else f'stands behind {self.printed}'}"
        self.last, self.printed, self.open = number, printed, False
        self.seen.add(number)
        if number in known:
            return Notice("number-repeated", f"{place}, and is printed before, too.", origin)
        if number < 1 or number < before:
            return Notice("number-order", f"{place}.", origin)
        if number > 1 and not known and not (first and self.quoted):
            missing = "before it" if first else "between them"
            return Notice("number-hole", f"{place}, with none {missing}.", origin)
        return None
