"""The outline of a document as a witness tells it: the ids of its paragraphs, and their words.

A witness reads a document in a way of its own, shares no code with the library, and tells lines.
What makes ids of lines is the contract's grammar as far as paragraphs go: headings and tables are
no lines, and units (Rule 7) are not told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Outline = Mapping[str, str]
"""The words of each paragraph by its id, in the order of the text."""

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]+")
_SPACES = re.compile(r"\s+")
_HYPHENS = re.compile("[\u2010\u2011]")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a list item, or the head of a section or an annex.

    `num` is the number as printed, empty where none is; `depth` that of the list, 0 for the
    paragraph itself.
    """

    kind: Literal["preambular", "operative", "section", "annex"]
    num: str
    text: str = ""
    depth: int = 0


def outline(lines: Iterable[Line]) -> dict[str, str]:
    """The ids of lines, with their words."""
    told = [*lines]
    counts = _numbers(told)
    repeated = {number for number, count in counts.items() if count > 1}
    walk = _Walk(repeated, {part for part, _ in counts})
    for line in told:
        walk.step(line)
    return walk.found


def letters(text: str) -> str:
    """The words of a clause without white space, with one form of hyphen: *to the letter*."""
    return spelling(text).replace(" ", "")


def spelling(text: str) -> str:
    """The words of a clause as they are read: single spaces, one form of hyphen, no unseen sign."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return _HYPHENS.sub("-", _SPACES.sub(" ", seen).strip())


def value(num: str) -> str:
    """A printed number as a value: `(a)` is `a`, `5.` is `5`."""
    found = re.sub(r"[\W_]+", "", num).lower()
    return str(int(found)) if found.isdecimal() else found


def heading(text: str) -> tuple[Line, ...]:
    """The head of a section or an annex, where a heading is one: `IV.`, `Annex II`."""
    annex = re.fullmatch(r"Annex(?: ([IVX]+))?", text)
    if annex:
        return (Line("annex", _roman(annex[1] or "I")),)
    section = re.fullmatch(r"([IVX]+)\.?", text)
    return (Line("section", _roman(section[1])),) if section else ()


def _roman(numeral: str) -> str:
    worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    pairs = zip(worth, [*worth[1:], 0], strict=True)
    return str(sum(-one if one < following else one for one, following in pairs))


def _numbers(lines: Iterable[Line]) -> Counter[tuple[int, str]]:
    """How often each part prints each number of a paragraph."""
    counts, part = Counter[tuple[int, str]](), 0
    for line in lines:
        if line.kind == "annex":
            part += 1
        elif line.kind == "operative" and not line.depth and line.num:
            counts[part, value(line.num)] += 1
    return counts


@dataclass(slots=True)
class _Walk:
    """Where a walk over lines has come to: the part, the section, the open paragraph."""

    repeated: set[tuple[int, str]]
    """The numbers that a part prints more than once."""
    numbered: set[int]
    """The parts that print numbers."""
    found: dict[str, str] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    part: int = 0
    annex: str = ""
    section: str = ""
    path: list[str] = field(default_factory=list)

    def step(self, line: Line) -> None:
        """Give one line its id."""
        if line.kind == "annex":
            self.part += 1
            self.annex, self.section, self.path = f"annex{line.num}-", "", []
        elif line.kind == "section":
            self.section, self.path = f"s{line.num}-", []
        elif line.depth and self.path:
            self.path[line.depth :] = [value(line.num)]
            self._keep("-".join(self.path), line)
        elif line.kind == "preambular":
            self._open(self._counted(f"{self.annex}{self.section}pp"), line)
        elif line.num:
            number = value(line.num)
            section = self.section if (self.part, number) in self.repeated else ""
            self._open(f"{self.annex}{section}{self._letter}{number}", line)
        else:
            self._unnumbered(line)

    @property
    def _letter(self) -> str:
        return "p" if self.annex else "op"

    def _unnumbered(self, line: Line) -> None:
        """Words without a number: counted where a part has none, else of the clause before them."""
        if self.part not in self.numbered:
            self._open(self._counted(f"{self.annex}{self._letter}"), line)
        elif not self.path or "pp" in self.path[0]:
            self._open(f"{self.annex}{self.section}{self._letter}0", line)
        elif line.text[:1].islower() and len(self.path) > 1:
            self._keep(f"{self.path[0]}-end", line)
        else:
            self._keep(self._counted(f"{'-'.join(self.path)}-x"), line)

    def _open(self, identifier: str, line: Line) -> None:
        self.path = [identifier]
        self._keep(identifier, line)

    def _keep(self, identifier: str, line: Line) -> None:
        self.counts[identifier, ""] += 1
        again = self.counts[identifier, ""]
        self.found[identifier if again == 1 else f"{identifier}_{again}"] = line.text

    def _counted(self, name: str) -> str:
        self.counts[name, "#"] += 1
        return f"{name}{self.counts[name, '#']}"
