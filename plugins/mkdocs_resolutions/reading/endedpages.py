"""Where the pages of a printed text ended, when neither a sign nor a head says so any more.

Who tidies a text takes away the heads and the numbers of its pages and leaves the footnotes where
they stood: below a rule, amid the text that goes on behind them. There the page ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkdocs_resolutions.reading.measure import ends_early, text_width, width
from mkdocs_resolutions.reading.pagenotes import DATE, ENDS, PAGE_FOOT, is_rule, numbered
from mkdocs_resolutions.reading.printedline import PrintedLine

_MOST_MISSED = 12
"""Notes of the pages before that may not have been told."""
_LONGEST_NOTE = 6
"""Lines that are looked at for the number of a note below it."""
_SMALLER = 1.2
"""A line of a note holds so much more than one of the text: it is set in smaller type."""
_PARAGRAPH = re.compile(r"\(?[0-9]{1,3}[.)](?:\s|$)|\([a-z]{1,4}\)(?:\s|$)")
_TITLE = re.compile(r"[A-Z].{0,38}[^\W_]")
"""A line that is short and ends like no sentence."""
_CLAUSE_ENDS = (".", ";", ",", ":", "”", ")")


def page_ends(lines: Sequence[PrintedLine]) -> Iterator[int]:
    """The places behind the footnotes of each page but the last: where text follows those below a
    rule."""
    rules = [place for place, line in enumerate(lines) if is_rule(line.text)]
    if not rules:
        return
    across = text_width(line.text.strip() for line in lines)
    last = 0
    for rule, following in pairwise([*rules, len(lines)]):
        notes = _Notes(lines, last, across)
        end = notes.end(rule, following)
        last = notes.last
        if end is not None and lines[end].page == lines[rule].page:
            yield end


class _Notes:
    """The footnotes below a rule, told line by line; `last` is the number of the last one before
    and, when they are told, of them."""

    def __init__(self, lines: Sequence[PrintedLine], last: int, across: float | None) -> None:
        self.last = last
        self._lines, self._before, self._across = lines, last, across

    def end(self, rule: int, until: int) -> int | None:
        """Where the text goes on behind the notes; None where it does not.

        That is where it surely does, or else, if more lines follow than a note has, behind a line
        that would have held the next word, or where they first may have ended.
        """
        first: int | None = None
        above = _above(self._lines, rule)
        if DATE.fullmatch(above):
            return self._end_below_all(rule, until)
        further = self._further(rule, until)
        for place, sure in self._ends(rule, until, cut=not above.endswith(_CLAUSE_ENDS)):
            if further.get(self.last + 1, 0) > place:
                continue
            if first is not None and place - first > _LONGEST_NOTE:
                break
            long = until - place > _LONGEST_NOTE
            if sure or (long and self._is_early(place)):
                return place
            first = place if first is None and long else first
        return first

    def _end_below_all(self, rule: int, until: int) -> int | None:
        """Where an annex begins below notes that stand behind the day of the meeting, the end of
        the text: at a title behind a blank line."""
        for place, _ in self._ends(rule, until, cut=False):
            text = self._lines[place].text.strip()
            if not self._lines[place - 1].text and _TITLE.fullmatch(text):
                return place
        return None

    def _further(self, rule: int, until: int) -> dict[int, int]:
        """The last line that begins with each number as a note does."""
        found = dict[int, int]()
        for place in range(rule + 1, until):
            number, words = numbered(self._lines[place])
            if number and words[:1].isupper() and not DATE.match(self._lines[place].text):
                found[number] = place
        return found

    def _ends(self, rule: int, until: int, *, cut: bool) -> Iterator[tuple[int, bool]]:
        """The places where the notes may have ended, behind an ended line when as many are told as
        there are numbers, and whether they surely have."""
        numbers, ended = set[int](), 0
        goes_on = starred = False
        for place in range(rule + 1, until):
            text = self._lines[place].text.strip()
            number, words = self._numbered(place, goes_on=goes_on)
            if number and number not in numbers:
                numbers.add(number)
                self.last = max(self.last, number)
                if not words:
                    continue
                text = words
            elif not text or PAGE_FOOT.fullmatch(text):
                continue
            elif not goes_on and ended >= len(numbers) > 0:
                told = len(numbers) == self.last - self._before
                if told and not self._goes_on(place, until):
                    blank = not self._lines[place - 1].text
                    yield place, blank or self._follows(text, cut=cut)
            # Those with a star stand above the others.
            starred = not numbers and (starred or text.startswith("*"))
            goes_on = not text.endswith(ENDS)
            ended += not goes_on and not starred

    def _goes_on(self, place: int, until: int) -> bool:
        """Whether a line is of a note whose number stands alone behind it, as some converters leave
        it: that of this note or of the next, behind a line that ends as a note does."""
        before = ""
        for row in self._lines[place : min(until, place + _LONGEST_NOTE)]:
            number, words = numbered(row)
            if not words and self.last < number <= self._before + _MOST_MISSED:
                return before.endswith(ENDS)
            before = row.text.strip() or before
        return False

    def _numbered(self, place: int, *, goes_on: bool) -> tuple[int, str]:
        """The number of a note that a line begins with, 0 for none, and the words behind it."""
        line = self._lines[place]
        number, words = numbered(line)
        if not self._before < number <= self._before + _MOST_MISSED:
            return 0, line.text
        if words and (number != self.last + 1 or (goes_on and DATE.match(line.text))):
            return 0, line.text
        return number, words

    def _follows(self, text: str, *, cut: bool) -> bool:
        """Whether a line is of the text: it begins a numbered paragraph, or goes on in small
        letters where a clause was cut."""
        return _PARAGRAPH.match(text) is not None or (cut and text[:1].islower())

    def _is_early(self, place: int) -> bool:
        """Whether the line of a note before a place would have held the next word."""
        if self._across is None:
            return False
        room = _SMALLER * self._across - width(self._lines[place - 1].text)
        return ends_early(room, self._lines[place].text)


def _above(lines: Sequence[PrintedLine], rule: int) -> str:
    """The last line above a rule."""
    above = (lines[place].text.strip() for place in range(rule - 1, -1, -1))
    return next(filter(None, above), "")
