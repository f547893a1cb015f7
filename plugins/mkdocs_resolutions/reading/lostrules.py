"""Rules above the footnotes of a page that a converter lost, since they are drawn and no words.

Where a page ends with numbered lines that its own words mark, the numbers behind those of the page
before, these are its footnotes, and the rule stood above the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_resolutions.reading.characters import SUPERSCRIPTS
from mkdocs_resolutions.reading.pagenotes import DATE, PAGE_FOOT, part_notes
from mkdocs_resolutions.reading.printedline import PrintedLine

_RULE = "_" * 20
_BEGINS = re.compile(
    rf"\s*(?P<number>[0-9]{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})(?:\s+(?:[A-Z“(]|https?:|www\.)|\s*$)"
)
_ENDS = (".", ")", "”", "’", "?")
_MARK = r"(?:(?<=[^\W\d_])|(?<=[,;.:”’)\]]))\s?{}(?=[\s,;.:)”]|$)"
_HEADING = re.compile(r"\W*[^\W\d_]+(?: [^\W\d_]+)?\W*(?<![,;.])")
_MOST_ROWS = 15
"""Of the notes of a page, above the first row that begins with a number."""
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


def with_lost_rules(
    pages: Sequence[Sequence[PrintedLine]], rules: Sequence[int | None]
) -> Iterator[Sequence[PrintedLine]]:
    """Pages with a rule above their footnotes; `rules` are the places of those that are there."""
    last = 0
    for rows, rule in zip(pages, rules, strict=True):
        place = _place(rows, last) if rule is None else rule
        if rule is None and place is not None:
            rows = [*rows[:place], rows[place]._replace(text=_RULE), *rows[place:]]
        yield rows
        if place is not None:
            found = {*map(_number, rows[place:])}
            while last + 1 in found:
                last += 1


def _place(rows: Sequence[PrintedLine], last: int) -> int | None:
    """Where the notes of a page begin whose numbers come behind the last; None where it has none.

    They begin with a number, or else, where numbers stand loose among them, with a paragraph. A
    raised number needs no rule to be told by.
    """
    plain = (place for place, row in enumerate(rows) if row.text.strip()[:1].isdecimal())
    numbered = [place for place in plain if _number(rows[place]) > last]
    # The next number may stand in the text, too; of the last one the notes begin.
    due = [place for place in reversed(numbered) if _number(rows[place]) == last + 1]
    if any(_is_headed(rows[:place]) for place in due):
        return None  # Notes at the end of a document have a heading; those of a page have none.
    for place in (*due, *(place for place in numbered if place not in due)):
        if _begin_at(place, rows, _number(rows[place])):
            return place
    if not numbered:
        return None
    for place in range(numbered[0] - 1, max(0, numbered[0] - _MOST_ROWS), -1):
        begins = not rows[place - 1].text and rows[place].text
        if begins and _begin_at(place, rows, last + 1):
            return place
    return None


def _begin_at(place: int, rows: Sequence[PrintedLine], first: int) -> bool:
    """Whether the notes from a number on begin at a place: each ends as notes do, and the words
    above have its mark."""
    below = [row for row in rows[place:] if row.text and not PAGE_FOOT.fullmatch(row.text)]
    notes = part_notes(below)
    if notes is None:
        return False
    words = " ".join(row.text.strip() for row in rows[:place])
    return all(
        note[-1].text.rstrip().endswith(_ENDS)
        and _number(note[0]) == number
        and re.search(_MARK.format(number), words) is not None
        for number, note in enumerate(notes.notes, start=first)
    )


def _is_headed(above: Sequence[PrintedLine]) -> bool:
    """Whether the last of some rows is a word or two that end like no sentence."""
    last = next((row.text for row in reversed(above) if row.text.strip()), "")
    return _HEADING.fullmatch(last) is not None


def _number(row: PrintedLine) -> int:
    """The number that a row begins with as a footnote does, 0 for none: a day is none."""
    begins = _BEGINS.match(row.text)
    if begins is None or DATE.match(row.text):
        return 0
    return int(begins["number"].translate(_LOWERED))
