"""Rules above the footnotes of a page that a converter lost, since they are drawn and no words.

Where a page ends with numbered lines that its own words mark, the numbers behind those of the page
before, these are its footnotes, and the rule stood above the first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from mkdocs_resolutions.reading.characters import SUPERSCRIPTS
from mkdocs_resolutions.reading.pagenotes import DATE, PAGE_FOOT, part_notes
from mkdocs_resolutions.reading.printedline import PrintedLine

_RULE = "_" * 20
_BEGINS = re.compile(
    rf"\s*(?P<number>[0-9]{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})"
    r"(?:\s+(?:[A-Z“(]|ibid|https?:|www\.)|\s*$)"
)
_ENDS = (".", ")", "”", "’", "?")
_ENDS_CLAUSE = (".", ";", ",", "”", ")")
_MARK = re.compile(r"[0-9][0-9]{0,2}(?=[\s,;.:)”]|$)")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]*[^\W\d_][,;.:”’)\]]{0,2}|[,;.:”’)\]])\s?$")
"""What stands before the mark of a note: a word or a sign."""
_NEAR = 24
"""Letters before a mark that are looked at."""
_HEADING = re.compile(r"\W*[^\W\d_]+(?: [^\W\d_]+)?\W*(?<![,;.])")
_MOST_ROWS = 15
"""Of the notes of a page, above the first row that begins with a number."""
_MOST_MISSED = 12
"""Notes of the pages before that may not have been told."""
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


def with_lost_rules(
    pages: Sequence[Sequence[PrintedLine]], rules: Sequence[int | None]
) -> Iterator[Sequence[PrintedLine]]:
    """Pages with a rule above their footnotes; `rules` are the places of those that are there.

    The notes of a text in one page stand at its end, and are told without a rule.
    """
    last = 0
    for rows, rule in zip(pages, rules, strict=True):
        place = rule
        if rule is None and len(pages) > 1:
            place = _Page(rows, last).place()
        if rule is None and place is not None:
            rows = [*rows[:place], rows[place]._replace(text=_RULE), *rows[place:]]
        yield rows
        if place is not None:
            found = {*map(_number, rows[place:])}
            while last + 1 in found:
                last += 1


class _Page:
    """The rows of a page, and the number of the last note before it."""

    def __init__(self, rows: Sequence[PrintedLine], last: int) -> None:
        self._rows, self._last = rows, last

    @cached_property
    def _marked(self) -> dict[int, tuple[int, str]]:
        """The row in which each number stands first that may be a mark, and the word before it."""
        texts = [row.text.strip() for row in self._rows]
        ends = list(accumulate(len(text) + 1 for text in texts))
        # A line may begin with the mark of the last word above it.
        whole, marked = "\n".join(texts), dict[int, tuple[int, str]]()
        for mark in _MARK.finditer(whole):
            before = _BEFORE.search(whole[max(0, mark.start() - _NEAR) : mark.start()])
            if before:
                found = bisect_right(ends, mark.start()), before["word"]
                marked.setdefault(int(mark[0]), found)
        return marked

    def place(self) -> int | None:
        """Where its notes begin, whose numbers come behind the last; None where it has none.

        They begin with a number, or else, where numbers stand loose among them, with a paragraph.
        A raised number needs no rule to be told by.
        """
        rows, last = self._rows, self._last
        numbered = [
            place
            for place, row in enumerate(rows)
            if row.text.strip()[:1].isdecimal() and self._may_begin(_number(row), place)
        ]
        # The next number may stand in the text, too; of the last one the notes begin.
        due = [place for place in reversed(numbered) if _number(rows[place]) == last + 1]
        if any(_is_headed(rows[:place]) for place in due):
            return None  # Notes at the end of a document have a heading; those of a page have none.
        # Those of a page before may not have been told; none stands among the numbers here then.
        for place in (due or numbered)[:_MOST_MISSED]:
            may_begin = _ends_above(rows, place, sure=place in due)
            if may_begin and self._begin_at(place, _number(rows[place])):
                return place
        for place in (
            range(numbered[0] - 1, max(0, numbered[0] - _MOST_ROWS), -1) if numbered else ()
        ):
            begins = not rows[place - 1].text and rows[place].text
            if begins and self._begin_at(place, last + 1):
                return place
        return None

    def _may_begin(self, number: int, place: int) -> bool:
        """Whether a number is one of the next, and its mark may stand above a row."""
        near = self._last < number <= self._last + _MOST_MISSED
        return near and self._is_marked(number, place)

    def _is_marked(self, number: int, place: int) -> bool:
        """Whether what may be the mark of a number stands above a row."""
        return number in self._marked and self._marked[number][0] < place

    def _begin_at(self, place: int, first: int) -> bool:
        """Whether the notes from a number on begin at a place: each ends as notes do, and the words
        above have its mark."""
        below = [
            row for row in self._rows[place:] if row.text and not PAGE_FOOT.fullmatch(row.text)
        ]
        notes = part_notes(below)
        numbered = dict(enumerate(notes.notes, start=first)) if notes else {}
        # Behind one word again and again stand numbers of its own: Goal 1, Goal 2.
        words = {self._marked[number][1] for number in numbered if number in self._marked}
        counted = len(numbered) > 1 and len(words) == 1 and max(words).isalpha()
        return bool(numbered and not counted) and all(
            note[-1].text.rstrip().endswith(_ENDS)
            and _number(note[0]) == number
            and self._is_marked(number, place)
            for number, note in numbered.items()
        )


def _ends_above(rows: Sequence[PrintedLine], place: int, *, sure: bool) -> bool:
    """Whether what stands above a row may end there: what ends in a colon goes on with a list, and
    a sentence may with a day or a number, unless that is the `sure` next one."""
    above = rows[place - 1].text.rstrip() if place else ""
    last = next((row.text.rstrip() for row in reversed(rows[:place]) if row.text.strip()), "")
    return not last.endswith(":") and (sure or not above or above.endswith(_ENDS_CLAUSE))


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
