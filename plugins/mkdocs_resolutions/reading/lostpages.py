"""Where the pages of a printed text began, when nothing in the file says so any more.

Editors, mail and some options of converters drop the sign that begins a page. Its head still tells:
the symbol of the document beside its title, which stands above in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice, pairwise, takewhile

from mkdocs_resolutions.reading.endedpages import page_ends
from mkdocs_resolutions.reading.printedline import PrintedLine

_SYMBOL = re.compile(r"[A-Z]+/(?:[A-Z]+/)?RES/[A-Za-z0-9./()-]+")
_SIGN_OF_A_SYMBOL = "/RES/"
_STYLES = " *#"
"""White space and the signs of Markdown, in which a head may stand."""
_HAS_WORDS = re.compile(r"[^\W\d_]{2}|\([0-9]{4}\)")
"""Or the year of a resolution of the Security Council, with which a title may end."""
_NUMBER = re.compile(r"\s*\(?[0-9A-Za-z]{1,4}[.)]\s*")
"""Of a clause, which a converter may leave between the title and the symbol."""
_TITLE_NUMBER = re.compile(r"(?:E?S-)?[0-9]{1,3}/[0-9]{1,4}(?:\s?[A-Z])?\.")
_MOST_TITLE_LINES = 4
"""The longest title in the head of a page of sessions 75 to 80 has three."""
_LEAST_TITLE = 8
"""Letters; fewer may be the end of a sentence."""
_AROUND = 9
"""Lines from a symbol to the farthest line of its title, blank ones between them."""
_MASTHEAD_LINES = 100
_MOST_PAGES = 2_000
"""The longest document of the corpus has 56."""


@dataclass(frozen=True)
class FirstLines:
    """The first lines that a document shows, among which the title of its pages is sought."""

    lines: tuple[PrintedLine, ...] = ()

    @classmethod
    def of(cls, lines: Iterable[PrintedLine]) -> FirstLines:
        """Those of the lines of a document, or of its beginning."""
        return cls(tuple(islice((line for line in lines if line.text), _MASTHEAD_LINES)))

    def above(self, number: int) -> str:
        """The letters of those that stand above a line of the file: mostly of all."""
        if self._last < number:
            return self._letters
        return _letters(line.text for line in self.lines if line.number < number)

    def has_title(self, title: Sequence[PrintedLine]) -> bool:
        """Whether some lines stand above as whole lines, however cut: the first may have the number
        of the resolution before it."""
        letters = _letters(line.text for line in title)
        if len(letters) < _LEAST_TITLE:
            return False
        above = (line for line in self.lines if line.number < title[0].number)
        lines = [_letters([_TITLE_NUMBER.sub("", line.text.strip(_STYLES))]) for line in above]
        for first in range(len(lines)):
            joined = accumulate(lines[first : first + _MOST_TITLE_LINES])
            if letters in takewhile(lambda text: len(text) <= len(letters), joined):
                return True
        return False

    @cached_property
    def _last(self) -> int:
        return max((line.number for line in self.lines), default=0)

    @cached_property
    def _letters(self) -> str:
        return _letters(line.text for line in self.lines)


def with_pages(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Lines that no sign parts into pages, with a new page at each head; others as they are.

    Where pages are known but no blank line parts anything, heads are parted from the text.
    """
    if not lines:
        return lines
    first, last = lines[0].page, lines[-1].page
    # The sign that begins a page leaves one blank line itself.
    blank = sum(not line.text for line in takewhile(lambda line: line.page == first, lines))
    if first != last and blank > 1:
        return lines
    made: list[PrintedLine] = []
    page, begun = first, 0
    for head in _heads(lines):
        made += _on(page, lines[begun : head.start])
        page, begun = page + (first == last), head.stop
        made += _apart(list(_on(page, lines[head.start : head.stop])))
    if begun:
        lines = [*made, *_on(page, lines[begun:])]
    return list(_ended(lines)) if first == last else lines


def _ended(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Lines with a new page behind the footnotes of each, where none begins there."""
    edges = [0, *page_ends(lines), len(lines)]
    for count, (start, end) in enumerate(pairwise(edges)):
        yield from (line._replace(page=line.page + count) for line in lines[start:end])


def with_head_apart(
    rows: Sequence[PrintedLine], masthead: FirstLines, most: int
) -> list[PrintedLine]:
    """The rows of a page with blank ones around the head that it begins with, in so many lines at
    most: a symbol and most of the title, which stands in the masthead. Without one nothing."""
    shown = [*islice((n for n, row in enumerate(rows) if row.text), most)]
    for place in shown:
        parted = _symbol_and_words(rows[place].text)
        head = parted and _head(rows, place, parted[1], masthead)
        if head and head.start <= shown[0]:
            return [*_apart(rows[head.start : head.stop]), *rows[head.stop :]]
    return []


def _on(page: int, lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Lines on a page, unless they are known to stand on a later one."""
    return (line if line.page >= page else line._replace(page=page) for line in lines)


def _apart(head: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines of a head between blank ones: its symbol, its title, and a number that a converter
    put among them, which stands before the words below."""
    symbols, titles, numbers = list[PrintedLine](), list[PrintedLine](), list[PrintedLine]()
    for line in head:
        parted = _symbol_and_words(line.text)
        if parted:
            symbols.append(line._replace(text=parted[0]))
            titles += [line._replace(text=parted[1])] if parted[1] else []
        elif line.text:
            (numbers if _NUMBER.fullmatch(line.text) else titles).append(line)
    for several in (symbols, titles, numbers):
        if several:
            yield head[0]._replace(text="")
            yield from several
    if head:
        yield head[-1]._replace(text="")


def _heads(lines: Sequence[PrintedLine]) -> Iterator[range]:
    """The places of the lines of each head below the masthead."""
    symbols = (n for n, line in enumerate(lines) if _SIGN_OF_A_SYMBOL in line.text)
    masthead, reached = FirstLines(), 0
    for place in islice(symbols, _MOST_PAGES):
        parted = _symbol_and_words(lines[place].text)
        if parted is None:
            continue
        if not reached:
            masthead = FirstLines.of(lines[:place])
        head = _head(lines, place, parted[1], masthead)
        if head and head.start >= reached:
            reached = head.stop
            yield head


def _symbol_and_words(text: str) -> tuple[str, str] | None:
    """The symbol at an end of a line, and the words beside it; None where neither end is one."""
    first, _, behind = text.strip(_STYLES).partition(" ")
    if _SYMBOL.fullmatch(first):
        return first, behind
    before, _, last = text.strip(_STYLES).rpartition(" ")
    return (last, before) if _SYMBOL.fullmatch(last) else None


def _head(
    lines: Sequence[PrintedLine], place: int, others: str, masthead: FirstLines
) -> range | None:
    """The lines around a symbol that are its head: those that spell most of the title, which stands
    above them all."""
    above = _titles(lines, range(place - 1, max(-1, place - _AROUND), -1))
    below = _titles(lines, range(place + 1, min(len(lines), place + _AROUND)))
    before = accumulate((_letters([lines[n].text]) for n in above), lambda a, b: b + a, initial="")
    behind = [*accumulate((_letters([lines[n].text]) for n in below), initial=_letters([others]))]
    best, found = _LEAST_TITLE - 1, None
    for start, upper in zip([place, *above], before, strict=True):
        known = masthead.above(lines[start].number)
        for end, lower in zip([place, *below], behind, strict=True):
            title = upper + lower
            if len(title) > best and title in known:
                best, found = len(title), range(start, end + 1)
    return found


def _titles(lines: Sequence[PrintedLine], places: Iterable[int]) -> list[int]:
    """Those of the places next to a symbol that may be lines of its title, in the given order."""
    shown = (n for n in places if lines[n].text and not _NUMBER.fullmatch(lines[n].text))
    worded = takewhile(lambda n: _HAS_WORDS.search(lines[n].text), shown)
    return list(islice(worded, _MOST_TITLE_LINES))


def _letters(texts: Iterable[str]) -> str:
    """Texts without what differs where their lines are cut elsewhere."""
    letters = "".join("".join(texts).split())
    return letters.replace("*", "").replace("#", "").replace("-", "")
