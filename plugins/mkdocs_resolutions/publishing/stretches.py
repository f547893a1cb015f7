"""The stretches of a redline: what was left out or put in, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_resolutions.model import Run


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the earlier text, those in their place, and the words of both around them."""

    old: str
    new: str
    place: int
    """Where it begins in the earlier text."""
    led: str
    followed: str

    def closed(self, words: str) -> str:
        """One side with the word behind it, which may be "dollars"."""
        return f"{words}{self.followed[:_WORD]}"

    def hosts(self, state: str) -> bool:
        """Whether a State is named only as the place or the host of a meeting."""
        text = f"{self.led[-_BEFORE:]}{self.new or self.old}{self.followed[:_BEFORE]}"
        places = re.finditer(re.escape(state), text)
        return all(
            _HOSTED.search(text, max(0, one.start() - _BEFORE), one.start())
            or _FOR_HOSTING.match(text, one.end())
            for one in places
        )

    def is_cut(self) -> bool:
        """Whether it is a part of a name: "[Meeting of ]States Parties", "Court[ of Justice]"."""
        sides = [side.strip() for side in (self.old, self.new) if side.strip()]
        led = re.search(r"\b[A-Z][\w’-]*(?: (?:of|for|on|and))?\s*$", self.led)
        goes_on = re.match(r"\s*[A-Z]", self.followed)
        return any(
            (led and re.match(r"(?:(?:of|for|on) )?[A-Z]", side))
            or (goes_on and side.split()[-1][0].isupper())
            for side in sides
        )


_WORD, _BEFORE = 9, 80
_HOSTED = re.compile(
    r"\b(?:(?:co-)?host(?:ed|ing)?|held|convened|take place|took place)\b[^.;]*\Z"
    # "in Brightwater, Ruritania", "under the presidency of Ruritania"
    r"|\b(?:in|at) (?:[A-Z][\w’.-]+ ?){1,4}, (?:the )?\Z"
    r"|\b(?:[Pp]residency|[Cc]hair(?:manship)?) of (?:the )?\Z"
)
_FOR_HOSTING = re.compile(r"[^.;]{0,200}?\b(?:for (?:co-)?host(?:ing|ed)|to (?:co-)?host)\b")


def stretches_of(runs: Sequence[Run]) -> Iterator[Stretch]:
    """The stretches of a redline, in their order."""
    place = 0
    old, new, led = "", "", ""
    for run in (*runs, Run("=", "")):
        if run.kind == "-":
            old += run.text
        elif run.kind == "+":
            new += run.text
        else:
            if old or new:
                yield Stretch(old, new, place, led, run.text)
            place += len(old) + len(run.text)
            old, new, led = "", "", run.text
