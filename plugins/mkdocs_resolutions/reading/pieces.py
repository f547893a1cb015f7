"""Pieces of printed lines, and their styles told by the signs of the reader of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_resolutions.reading import measure

_BASELINE = 0.9
"""Of the size of a letter, how far its line lies below its top."""
LETTER = 0.5
"""Of its height, the width of a usual letter."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    italic: bool
    bold: bool


@dataclass(slots=True)
class Piece:
    """A line, or the part of one that has a place of its own."""

    line: int
    page: int
    size: float
    top: float | None = None
    left: float = 0.0
    width: float | None = None
    turn: int = 0
    """Which line it is of those that were placed together."""
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def base(self) -> float:
        """Where its letters stand, from the top of the page."""
        return (self.top or 0.0) + _BASELINE * self.size

    @property
    def right(self) -> float:
        """Where it ends, as far as that can be told."""
        if self.width is not None:
            return self.left + self.width
        return self.left + _width(self.text.rstrip()) * self.size

    @property
    def word_end(self) -> float:
        """Where its last word ends at the least: as Times sets it, its spaces not stretched."""
        return (
            self.right
            if self.width is not None
            else self.left + self.size * measure.width(self.text)
        )

    @property
    def doubt(self) -> float:
        """How far from there it may end."""
        return 0.0 if self.width is not None else 0.1 * (self.right - self.left)


def _width(text: str) -> float:
    """About how wide words are, told by the height of their letters."""
    narrow = sum(map(text.count, " .,;:’'ijlt()[]/-I1f"))
    large = sum(map(str.isupper, text)) - text.count("I")
    return 0.3 * narrow + 0.68 * large + LETTER * (len(text) - narrow - large)


def marked_up(runs: Sequence[Run]) -> str:
    """Runs as Markdown-like text; only one style tells where two meet without a space.

    What has no small letter is a number, a symbol or a rule: its style says nothing.
    """
    joined: list[Run] = []
    for run in runs:
        styled = any(letter.islower() for letter in run.text)
        plain = not run.text.strip()
        last = joined[-1] if joined else None
        if last and plain:
            joined[-1] = Run(last.text + run.text, last.italic, last.bold)
            continue
        run = Run(run.text, run.italic and styled, run.bold and styled)
        if last and (last.italic, last.bold) == (run.italic, run.bold):
            joined[-1] = Run(last.text + run.text, run.italic, run.bold)
        else:
            joined.append(run)
    any_style = any(run.italic or run.bold for run in joined)
    made = ""
    for run in joined:
        stars = "*" * (run.italic + 2 * run.bold)
        text = _escaped(run.text, stars=any_style)
        if stars and not made.endswith("*"):
            start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            text = f"{text[:start]}{stars}{text[start:end]}{stars}{text[end:]}"
        made += text
    return made


def _escaped(text: str, *, stars: bool) -> str:
    """Words that the reader of text would take for signs."""
    text = text.replace("\\", "\\\\").replace("](", "]\\(")
    return text.replace("*", "\\*") if stars else text
