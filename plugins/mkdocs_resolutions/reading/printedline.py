"""A line of a printed page, as a converter left it."""

from __future__ import annotations

from typing import NamedTuple


class PrintedLine(NamedTuple):
    """A line of a page with its number in the file; its spaces are as the converter left them, but
    one that shows nothing has none.

    `room` is how much of the width of the page it leaves, in ems, where that is known; `head` says
    that it stands in the head of the page, above the text.
    """

    number: int
    text: str
    page: int = 1
    room: float | None = None
    head: bool = False

    @property
    def indent(self) -> int:
        """The columns before its first letter."""
        return len(self.text) - len(self.text.lstrip(" "))
