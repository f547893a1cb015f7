"""Marks of footnotes as other hands write them, put into the one form the reader of text knows.

That is Markdown's, `[^1]` in the text and `[^1]:` before the words of the note. `[1]` of plain
text, `1/` of documents of the 1970s to 1990s, and `†` are marks where a line begins with them and
they stand elsewhere too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_resolutions.reading.printedline import PrintedLine

MARK = r"\[\^(?P<foot>[0-9]{1,3}|[†‡§]{1,3})\]:?"
BEGINS_NOTE = r"\[\^(?:[0-9]{1,3}|[†‡§]{1,3})\]:"


@dataclass(frozen=True, slots=True)
class _Style:
    """How marks are written: the form of one, and signs without which a text has none."""

    signs: tuple[str, ...]
    form: re.Pattern[str]


_STYLES = (
    _Style(("[^",), re.compile(r"\[\^(?P<number>[0-9]{1,3})\](?!:)")),
    _Style(("[1",), re.compile(r"\\?\[(?P<number>[0-9]{1,3})\\?\](?![(:])")),
    _Style(("1/ ",), re.compile(r"(?<![^\s,;.:)”])(?P<number>[0-9]{1,3})/(?=[\s,;.:)]|$)")),
    # Before a figure it is the sign of a section.
    _Style(("†", "‡", "§"), re.compile(r"(?P<number>[†‡§]{1,3})(?!\s?[0-9])")),
)


def with_marks(lines: list[PrintedLine], text: str) -> list[PrintedLine]:
    """The lines of a text with the marks of its notes as Markdown writes them."""
    for style in _STYLES:
        if any(sign in text for sign in style.signs):
            lines = _told(lines, style.form)
    return lines


def _told(lines: Sequence[PrintedLine], form: re.Pattern[str]) -> list[PrintedLine]:
    """Lines with the marks of one style told.

    A mark in the text may have come to the beginning of a line too; the last one there is of the
    note.
    """
    count, begun = Counter[str](), dict[str, int]()
    for place, line in enumerate(lines):
        for match in form.finditer(line.text):
            count[match["number"]] += 1
            if match.start() == line.indent and line.text[match.end() :].strip():
                begun[match["number"]] = place
    known = {number: place for number, place in begun.items() if count[number] > 1}

    def told(place: int, line: PrintedLine) -> str:
        def mark(match: re.Match[str]) -> str:
            if match["number"] not in known:
                return match[0]
            of_note = known[match["number"]] == place and match.start() == line.indent
            return f"[^{match['number']}]{':' if of_note else ''}"

        return form.sub(mark, line.text)

    if not known:
        return list(lines)
    return [line._replace(text=told(place, line)) for place, line in enumerate(lines)]
