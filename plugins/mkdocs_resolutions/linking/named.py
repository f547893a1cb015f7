"""Instruments by name: what they are, and how a name stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.places import Step
from mkdocs_resolutions.model import ReferenceKind

_PREMODIFIED = re.compile(r"[A-Z][\w-]*\s$")
"""A capital before the beginning of a name: "the Madrid Guiding Principles" are others."""

_BEHIND = re.compile(
    rf"(?:,?\s(?:(?:{'|'.join(sorted(english.NAME_JOINS))})\s){{0,3}}[A-Z][\w’-]*){{1,30}}"
)
"""What a name goes on with behind its telling word."""


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument: its name, what it is for short, what the document says it is."""

    words: str
    head: str
    at: int
    """Where in its name the word stands that tells what it is."""
    symbol: str
    """Empty for one that nothing explains."""
    kind: ReferenceKind
    steps: tuple[Step, ...] = ()


@dataclass(slots=True)
class Heard:
    """The instruments that a text has named in full so far, by the word that tells what they are,
    the last one last; those that nothing explains among them."""

    by_head: dict[str, dict[str, Named]] = field(default_factory=dict)

    def add(self, named: Named) -> None:
        """Take an instrument."""
        same = self.by_head.setdefault(named.head, {})
        same.pop(named.symbol, None)
        same[named.symbol] = named

    def of(self, head: str) -> list[Named]:
        """Those of a kind."""
        return list(self.by_head.get(head, {}).values())


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, in code points, and what it stands for; nothing where that is open."""

    start: int
    end: int
    named: Named | None
    why: str | None = None


def shorter(named: Named) -> Iterator[Named]:
    """A name without our own before it, and without what stands behind a colon in it."""
    own = english.OF_OUR_OWN.match(named.words)
    if own:
        yield replace(named, words=named.words[own.end() :], at=named.at - own.end())
    title = named.words.partition(":")[0]
    if named.at + len(named.head) < len(title) < len(named.words):
        yield replace(named, words=title)


def is_whole(text: str, begin: int, words: str) -> bool:
    """Whether a name stands at an offset, and no longer one that begins or ends with it."""
    end = begin + len(words)
    return (
        text.startswith(words, begin)
        and bounded(text, begin, end)
        and not english.NAME_GOES_ON.match(text, end)
        and not is_premodified(text, begin)
    )


def is_premodified(text: str, begin: int) -> bool:
    """Whether another capital word belongs to a name that begins at an offset."""
    word = _PREMODIFIED.search(text, max(0, begin - 30), begin)
    return word is not None and word.start() > 0 and word[0].strip() not in english.NO_PART_OF_NAMES


def is_another(text: str, start: int, end: int) -> bool:
    """Whether a telling word is one of a longer name, which nothing explains."""
    return is_premodified(text, start) or english.ANOTHERS.match(text, end) is not None


def name_at(text: str, start: int, end: int) -> str:
    """The name that a telling word stands in, as far as capital words and those between them go."""
    begin = start
    while word := _PREMODIFIED.search(text, max(0, begin - 30), begin):
        if word.start() == max(0, begin - 30) or word[0].strip() in english.NO_PART_OF_NAMES:
            break
        begin = word.start()
    behind = _BEHIND.match(text, end)
    return text[begin : behind.end() if behind else end]


def bounded(text: str, start: int, end: int) -> bool:
    """Whether a stretch is whole words."""
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def goes_on(text: str, end: int) -> bool:
    """Whether the name of another instrument goes on behind its telling word."""
    return english.CONTINUES.match(text, end) is not None
