"""The adoption block: the meeting and the day, below the last clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_resolutions.model import Origin, Printed
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.dates import iso_date
from mkdocs_resolutions.reading import Block, join

_DATE = re.compile(english.DATE)


@dataclass(frozen=True, slots=True)
class Closed:
    """The adoption block: the meeting, its date, and the words as printed."""

    meeting: str
    adopted: str | None
    printed: Printed


def find_adoption(blocks: Sequence[Block]) -> tuple[int, int, Closed] | None:
    """The adoption block among the body's: its first and last index and what it says."""
    for index, block in enumerate(blocks):
        match = english.find_meeting(block.text)
        if match is None:
            continue
        rest = block.cut(match.end())
        day = _DATE.fullmatch(rest.text.rstrip("."))
        if day:
            return index, index, _closed(match, day, block)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        day = _DATE.fullmatch(following.text.rstrip(".")) if following and not rest.text else None
        if following and day:
            return index, index + 1, _closed(match, day, join((block, following)))
        if not rest.text:
            return index, index, _closed(match, None, block)
    return None


def _closed(meeting: re.Match[str], day: re.Match[str] | None, block: Block) -> Closed:
    return Closed(
        " ".join(meeting["meeting"].split()),
        iso_date(day) if day else None,
        Printed("adoption", block.text, Origin(block.origin.path, block.origin.line)),
    )
