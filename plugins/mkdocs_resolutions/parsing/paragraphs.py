"""Where paragraphs begin in text that shows it by nothing but its lines.

Converters that give a page in reading order leave no blank line between paragraphs. A line begins
one where the line before ends as a clause ends and this one begins as a clause begins, or where
the line before was ended early although the next word would have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_resolutions.model.numeral import from_roman, to_roman
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.enacting import TITLE_NUMBER
from mkdocs_resolutions.parsing.headings import ends_like_a_title
from mkdocs_resolutions.parsing.labels import LONGEST_LABEL, Label, find_label
from mkdocs_resolutions.parsing.lonenumbers import is_note, number_paragraphs
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import SET_IN, SPACE, SPARE, Block, ends_early, join, width

_CLAUSE_ENDS = re.compile(r"[;:.,][”’\")\]]*(?:\s(?:and|or))?$")
_LAST_OF_A_CLAUSE = frozenset(';:.,”’")]dr')
"""The letters that it ends with: most lines end with others."""
_PART_ENDS = re.compile(r"[;:.][”’\")\]]*$")
_FIGURE = re.compile(r"(?<=[;:,])\s?[0-9]{1,3}$|^[0-9]{1,3}$")
_LONGEST_NUMBER = 40
"""Letters of a heading that is a number and no more; most lines of words are longer."""
_LONGEST_LIST = 60
"""Lines of a list within a sentence that are looked at before an item of it."""
_LONGEST_TITLE = 3
"""Lines of a title within the text; the longest in sessions 75 to 80 has three."""
_NARROW, _WIDE = 0.7, 0.85
"""Of the width of its page, at least and at most so much is that of the title of an annex, which
is set in larger type. Lines of titles of resolutions, set alike, end at 0.65 to 0.85."""
_ITEM = re.compile(r"[“‘]?\([a-z]{1,4}\)\s|[“‘][0-9]{1,3}\.\s(?=[A-Z])")
"""An item of a list, or a numbered paragraph that is quoted."""
_DATE = re.compile(english.DATE)
_INLINE = re.compile(r"\((?P<value>[a-z]{1,4})\)\s[a-z]")
"""An item of a list within a sentence; those that stand below each other begin with a capital."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a document, and what was odd about the order of its lines."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]


def part_paragraphs(blocks: Iterable[Block]) -> Paragraphs:
    """Blocks cut at the lines that begin a paragraph, a heading or the adoption block.

    A number that stands alone goes to the words behind it. Where a converter put the first line of
    a paragraph behind its last, they change places, with a notice.
    """
    ordered, notices = list[Block](), list[Notice]()
    for block in _cut(blocks):
        if ordered and _are_swapped(ordered[-1], block):
            message = f"{quoted(block.text, 40)} stood behind the words that go on with it."
            notices.append(Notice("lines-swapped", message, ordered[-1].origin))
            ordered[-1] = _swapped(ordered[-1], block)
        else:
            ordered.append(block)
    return Paragraphs(tuple(number_paragraphs(ordered)), tuple(notices))


def _are_swapped(here: Block, following: Block) -> bool:
    """Whether a number has the last line of its paragraph, and the first stands behind that.

    The last line opens nothing and ends; the first opens a clause and does not end.
    """
    if not here.breaks or here.rows or following.rows or following.breaks:
        return False
    if here.breaks[0].offset > LONGEST_LABEL:
        return False  # as most
    label = find_label(here.cut(0, here.breaks[0].offset))
    if label is None or not label.is_paragraph or label.end < here.breaks[0].offset - 1:
        return False
    words = here.cut(label.end)
    opening = find_opening(following)
    return (
        not words.breaks
        and find_opening(words) is None
        and _CLAUSE_ENDS.search(words.ending) is not None
        and opening is not None
        and opening.mood == "operative"
        and _CLAUSE_ENDS.search(following.ending) is None
    )


def _swapped(here: Block, following: Block) -> Block:
    place = here.breaks[0].offset
    return join((here.cut(0, place), following, here.cut(place)))


@dataclass(slots=True)
class _Line:
    """A line of a block, how its words end when marks are off, the number it begins with."""

    words: Block
    text: str
    tail: str
    ended: bool
    """A clause may end with it."""
    label: Label | None
    is_heading: bool

    @property
    def is_word(self) -> bool:
        """Whether it begins with a word in small letters: most lines go on so."""
        return (
            self.text[:1].islower()
            and self.label is None
            and english.THEREFORE.match(self.text) is None
        )

    @property
    def opens(self) -> bool:
        """Whether it begins with a number or an opening: no title below a number does."""
        return self.label is not None or find_opening(self.words) is not None

    def early(self, following: _Line, spare: float = SPARE) -> bool:
        """Whether it was ended before a word that would have fitted."""
        return ends_early(self.words.room, following.text, spare)


def _cut(blocks: Iterable[Block]) -> Iterator[Block]:
    entitled = False
    for block in blocks:
        below_annex, entitled = entitled, _awaits_title(block.text)
        if not block.breaks or block.rows or block.head or is_note(block):
            yield block
            continue
        places = [place.offset for place in block.breaks]
        begun = list(_begun(list(_lines(block.lines())), entitled=below_annex))
        if not begun:
            yield block
            continue
        yield from (part for part in block.parted([places[n - 1] for n in begun]) if part.text)


def _begun(lines: Sequence[_Line], *, entitled: bool) -> Iterator[int]:
    """The lines that begin a paragraph, by their places; `entitled`, where the first is the title
    of an annex."""
    titled, begun = False, 0
    for place, (before, line) in enumerate(pairwise(lines), start=1):
        if entitled and _goes_on_in_title(before, line):
            continue
        entitled = before.is_heading and _awaits_title(before.text)
        heads = titled or before.is_heading or before.ended
        if line.is_word and not (heads or _heads_alone(before.text)):
            continue  # as most
        near = max(begun, place - _LONGEST_LIST)
        if line.text.startswith("(") and _goes_on_within(lines[near:place], line):
            continue
        titled = titled or before.is_heading
        opens = titled and line.opens
        if (
            opens
            or _begins(before, line)
            or (before.ended and _begins_title(lines[place : place + _LONGEST_TITLE + 1]))
            or (_heads_section(line.text) and _is_paragraph(lines[place + 1 : place + 2]))
        ):
            yield place
            begun = place
        titled = titled and not opens


def _awaits_title(text: str) -> bool:
    """Whether a line is the number of an annex, whose title stands below."""
    annex = english.ANNEX.fullmatch(text)
    return annex is not None and not annex["title"].strip()


def _goes_on_in_title(before: _Line, line: _Line) -> bool:
    """Whether a line goes on with the title of an annex: its first word would not have fitted into
    the line before, which is that of a title."""
    room = before.words.room
    if room is None or line.label or line.is_heading or _heads_section(line.text):
        return False
    taken = width(before.text)
    first = width(line.text.partition(" ")[0])
    return taken <= _WIDE * (taken + room) and taken + SPACE + first > _NARROW * (taken + room)


def _heads_alone(text: str) -> bool:
    """Whether what stands below a line may begin in small letters although it ends like no clause:
    below the enacting words, and below a day."""
    return english.ENACTING.fullmatch(text) is not None or _is_day(text)


def _is_day(text: str) -> bool:
    """Whether a line is the day of the adoption, alone or behind the meeting."""
    meeting = english.find_meeting(text)
    return _DATE.fullmatch(text, meeting.end() if meeting else 0) is not None


def _goes_on_within(paragraph: Sequence[_Line], line: _Line) -> bool:
    """Whether a line begins with an item of a list that goes on within the sentence before it."""
    match = _INLINE.match(line.text)
    if match is None:
        return False
    text = " ".join(one.text for one in paragraph)
    items = {item["value"] for item in _INLINE.finditer(text, 1)}
    return not items.isdisjoint(_values_before(match["value"]))


def _values_before(value: str) -> Iterator[str]:
    """The values that stand before one in a list, of letters or of roman numbers."""
    number = from_roman(value.upper()) or 0
    if number > 1:
        yield to_roman(number - 1).lower()
    if len(value) == 1:
        yield chr(ord(value) - 1)


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    tail = ""
    for block in blocks:
        # A mark alone on a line ends what stands before it, and so may a figure that is none.
        ending = block.ending
        tail = (_FIGURE.sub("", ending) if ending[-1:].isdecimal() else ending) or tail
        ended = tail[-1:] in _LAST_OF_A_CLAUSE and _CLAUSE_ENDS.search(tail) is not None
        yield _Line(block, block.text, tail, ended, find_label(block), _is_heading(block.text))


def _begins(before: _Line, line: _Line) -> bool:
    """Whether a line begins a paragraph, by the line before it and itself."""
    tail, text = before.tail, line.text
    if english.ENACTING.match(text) or english.ENACTING.fullmatch(before.text):
        return True
    if english.THEREFORE.match(text):
        return True
    if tail.endswith("]") and TITLE_NUMBER.match(text):
        return True
    if english.VOTE.match(text) and (
        not text[:1].islower() or before.ended or _is_day(before.text)
    ):
        return True
    if english.find_meeting(text) and (_PART_ENDS.search(tail) or before.early(line)):
        return True
    if line.is_heading and (before.ended or _is_day(before.text) or before.early(line)):
        return True
    if before.is_heading:
        return True  # What stands below a number is its title.
    if line.label and line.label.is_paragraph and _heads_section(before.text):
        return True
    label = before.label
    if label and label.end >= len(before.text):
        return _numbers_clause(line)  # Else the number stands alone, and this is what it numbers.
    if english.BULLET.match(text) and (tail.endswith(":") or english.BULLET.match(before.text)):
        return True
    if before.ended:
        return _begins_clause(before, line)
    if _numbers_clause(line):
        return True
    label = line.label
    if _ITEM.match(text) or (label and label.is_paragraph and not label.odd):
        return before.early(line)
    # No verb of the organ has a capital within a sentence.
    return (
        text[:1].isupper()
        and before.early(line)
        and (before.early(line, SET_IN) or find_opening(line.words) is not None)
    )


def _begins_clause(before: _Line, line: _Line) -> bool:
    """Whether a line behind the end of a clause begins another one."""
    tail, text = before.tail, line.text
    if line.label or _ITEM.match(text) or english.UNIT.match(text):
        return True
    if _PART_ENDS.search(tail) and _heads_section(text):
        return True
    if text[:1].islower():
        # Words that close a clause after its list; others go on with their line.
        return tail.endswith(";") and (before.words.room is None or before.early(line, SET_IN))
    if text.startswith("“") if tail.endswith(":") else find_opening(line.words):
        return True
    return before.early(line, SET_IN if tail.endswith(",") else SPARE)


def _begins_title(lines: Sequence[_Line]) -> bool:
    """Whether the first of some lines behind the end of a clause begins a title: some that end like
    none stand before a numbered paragraph, which opens with a verb or stands below a short line."""
    if not lines[0].text[:1].isupper() or _numbers_clause(lines[0]):
        return False
    for line, following in pairwise(lines):
        if not ends_like_a_title(line.tail):
            return False
        short = line.early(following, SET_IN) and _is_paragraph([following])
        if short or _numbers_clause(following):
            return True
    return False


def _numbers_clause(line: _Line) -> bool:
    """Whether a line begins with the number of a paragraph, alone or with an opening behind it."""
    label, words = line.label, line.words
    if label is None or not label.is_paragraph or label.odd:
        return False
    return label.end >= len(words.text) or find_opening(words.cut(label.end)) is not None


def _is_paragraph(following: Sequence[_Line]) -> bool:
    """Whether the line that follows, if one does, begins with the number of a paragraph."""
    label = following[0].label if following else None
    return label is not None and label.is_paragraph


def _heads_section(text: str) -> bool:
    """Whether a line is the number of a section and its title, which is no sentence."""
    if not text[:1].isupper() or not ends_like_a_title(text):
        return False
    match = english.SECTION.fullmatch(text)
    return match is not None and match["title"][:1].isupper()


def _is_heading(text: str) -> bool:
    """Whether a line is the number of a section, a unit or an annex, whose title stands below."""
    if not text[:1].isupper():
        return False
    if english.ANNEX.match(text):
        return True
    if len(text) > _LONGEST_NUMBER:
        return False
    if english.PREAMBLE.fullmatch(text):
        return True
    match = english.SECTION.fullmatch(text) or english.UNIT.fullmatch(text)
    return match is not None and not match["title"]
