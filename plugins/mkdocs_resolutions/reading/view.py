"""What a reader of an HTML file sees: its elements and words with their look, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bs4 import Tag

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.reading.htmltree import SILENT, Event, frame_of
from mkdocs_resolutions.reading.inline import link_notices
from mkdocs_resolutions.reading.styles import Look, Stylesheet

_PICTURES = ("img", "svg", "object", "video", "canvas", "math")
_OUTWARD = re.compile(r"[a-z][a-z0-9+.-]{0,20}:|//", re.I)
_LONGEST_SAMPLE = 60
"""Characters of words left out that a notice shows."""


class Seen(NamedTuple):
    """A tag that begins or ends, or words, with the line of the file and the look they have."""

    kind: Literal["start", "words", "end"]
    tag: Tag
    line: int
    text: str
    look: Look


@dataclass(slots=True)
class _Unseen:
    """An element that is left out, and the first words in it."""

    tag: Tag
    line: int
    rule: str
    sample: str = ""


@dataclass(slots=True)
class View:
    """A walk over what is seen; what is left out is said in `notices`."""

    path: str
    sheet: Stylesheet
    notices: list[Notice] = field(default_factory=list)

    def of(self, walk: Sequence[Event]) -> Iterator[Seen]:
        """Everything seen in a file."""
        looks = [Look()]
        frame = frame_of([event.tag for event in walk if event.kind == "start"])
        unseen: _Unseen | None = None
        for event in walk:
            if unseen:
                unseen = self._left_out(unseen, event)
            elif event.kind == "start":
                look = self.sheet.look(event.tag, looks[-1])
                rule = _reason(event.tag, look, frame)
                if rule:
                    unseen = _Unseen(event.tag, event.line, rule)
                else:
                    looks.append(look)
                    yield Seen("start", event.tag, event.line, "", look)
            else:
                look = looks.pop() if event.kind == "end" else looks[-1]
                yield Seen(event.kind, event.tag, event.line, event.text, look)

    def _left_out(self, unseen: _Unseen, event: Event) -> _Unseen | None:
        """Go on inside an element that is left out; gives it until it ends."""
        if event.kind == "words" and len(unseen.sample) < _LONGEST_SAMPLE:
            unseen.sample = " ".join(f"{unseen.sample} {event.text[:200]}".split())
        if event.kind != "end" or event.tag is not unseen.tag:
            return unseen
        name = unseen.tag.name
        if name != "head" and (unseen.sample or name in _PICTURES):
            words = f" with the words {quoted(unseen.sample)}" if unseen.sample else ""
            message = f"An element {quoted(name)}{words} was left out."
            self.notices.append(Notice(unseen.rule, message, Origin(self.path, unseen.line)))
        return None


def _reason(tag: Tag, look: Look, frame: frozenset[int]) -> str | None:
    """The rule by which an element is left out; None for one that is seen."""
    if tag.name in SILENT or id(tag) in frame:
        return "markup-dropped"
    return "text-hidden" if look.hidden else None


def outward_link(label: str, address: str, origin: Origin) -> Iterable[Notice]:
    """What is not kept of a link that leads out of the file and the files beside it."""
    return link_notices(label, address, origin) if label and _OUTWARD.match(address) else ()
