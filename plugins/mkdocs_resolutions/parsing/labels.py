"""The numbers printed before clauses, and the levels they stand on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from mkdocs_resolutions.model.numeral import from_roman, label_value
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import Block

Style = Literal["number", "letter", "roman", "dotted-letter", "dotted-roman", "figure"]

LONGEST_LABEL = 8
"""Letters: no number has more with its stop or brackets and the space behind them."""
# What each of the forms below begins with, in as many letters at most: most texts do not.
_BEGINS_LABEL = re.compile(r"\(|\d{1,4}[.)\s]|[a-zA-Z]{1,5}[.)]")
# A year that ends a sentence at the beginning of a line numbers nothing.
_PARAGRAPH = re.compile(r"(?P<label>(?!(?:19|20)[0-9]{2}\.)\d{1,4}\.)(?:\s+|$)(?!\d)")
_ENCLOSED = re.compile(
    r"(?P<label>\((?P<value>[a-z]{1,4}|[A-Z]|\d{1,2})\)|(?P<half>[a-h]|[ivx]{1,5})\))"
    r"(?:\s+|$|(?=[A-Z][a-z]))"
)
"""Also as `a)`, which other languages and older documents print."""
_DOTTED = re.compile(r"(?P<label>(?P<value>(?P<letter>[a-z])(?P=letter)?|[ivx]{1,5})\.)(?:\s+|$)")
_ODD_NUMBER = re.compile(r"(?P<label>(?P<value>\d{1,3})(?:[.)]\s?|\s+))(?=[A-Z])")
_TOO_LARGE = re.compile(r"[0-9]{5,}[.)](?=\s|$)|\([0-9]{3,}\)(?=\s|$)")
_TABLE_LETTER = re.compile(r"(?P<label>(?P<value>[A-Z])\.)\s+")
_ODD_ONE = re.compile(r"(?P<label>[lI]\.)\s+")


class Label(NamedTuple):
    """A printed number, the number it is read as, and how the text goes on behind it."""

    printed: str
    value: str
    styles: tuple[Style, ...]
    end: int
    odd: bool = False

    @property
    def is_paragraph(self) -> bool:
        """Whether it numbers a whole paragraph, not a part of one."""
        return self.styles == ("number",)


def find_label(block: Block) -> Label | None:
    """The number a block begins with.

    A number without its full stop or its space (`3 Calls`, `3) Calls`, `3.Calls`) and the letter l
    or I for the figure 1 count where an opening follows; they are `odd`, and so are the figures of
    other scripts.
    """
    if not _BEGINS_LABEL.match(block.text):
        return None
    match = _PARAGRAPH.match(block.text)
    if match:
        printed = match["label"]
        odd = not printed.isascii()
        return Label(printed, str(int(printed[:-1])), ("number",), match.end(), odd)
    match = _ENCLOSED.match(block.text)
    if match:
        printed, value = match["label"], match["value"] or match["half"]
        plain = str(int(value)) if value.isdecimal() else value.lower()
        return Label(printed, plain, _enclosed(value), match.end(), not printed.isascii())
    one = _ODD_ONE.match(block.text)
    if one and _opens(block, one.end()):
        return Label(one["label"], "1", ("number",), one.end(), odd=True)
    match = _DOTTED.match(block.text)
    if match:
        styles = _dotted(match["value"], lettered=match["letter"] is not None)
        return Label(match["label"], match["value"], styles, match.end()) if styles else None
    bare = _ODD_NUMBER.match(block.text)
    if bare and _opens(block, bare.end()):
        printed, value = bare["label"].rstrip(), str(int(bare["value"]))
        return Label(printed, value, ("number",), bare.end(), odd=True)
    return None


def find_table_label(block: Block) -> Label | None:
    """The letter before the name of a table, `A. Staffing`, which is an item of its paragraph."""
    match = _TABLE_LETTER.match(block.text)
    if match is None:
        return None
    return Label(match["label"], match["value"].lower(), ("dotted-letter",), match.end(), odd=False)


def too_large(block: Block) -> str | None:
    """A number at the beginning of a block that is too large to number anything."""
    match = _TOO_LARGE.match(block.text)
    return match[0] if match else None


def _opens(block: Block, place: int) -> bool:
    opening = find_opening(block.cut(place))
    return opening is not None and opening.mood == "operative"


def _dotted(value: str, *, lettered: bool) -> tuple[Style, ...]:
    """The styles of `a.`, `aa.`, `i.`, `ii.`: one letter is a letter first, two are a number."""
    letter: tuple[Style, ...] = ("dotted-letter",) if lettered else ()
    roman: tuple[Style, ...] = ("dotted-roman",) if from_roman(value) else ()
    return (*letter, *roman) if len(value) == 1 else (*roman, *letter)


def _enclosed(value: str) -> tuple[Style, ...]:
    if value.isdecimal():
        return ("figure",)
    roman = from_roman(value) is not None and value.islower()
    letter = len(set(value)) == 1
    return (*(("letter",) if letter else ()), *(("roman",) if roman else ())) or ("letter",)


class Level(NamedTuple):
    """An open level of sub-paragraphs: its style and the value last printed on it."""

    style: Style
    value: str


def place_label(label: Label, levels: Sequence[Level], after_colon: bool) -> tuple[int, Style]:
    """The depth of a sub-paragraph, counted from 0, and the style it is read in.

    It goes on with the deepest level it is the successor on, unless the words before it end in a
    colon and it is the first of a style: then it opens a level. What is neither stands on the
    nearest level of its style, with a hole that the numbering reports.
    """
    first = next((style for style in label.styles if ordinal(label.value, style) == 1), None)
    opens = first is not None and not any(level.style == first for level in levels)
    if opens and after_colon and first:
        return len(levels), first
    for depth in range(len(levels) - 1, -1, -1):
        level = levels[depth]
        if level.style in label.styles and _follows(level, label.value):
            return depth, level.style
    if opens and first:
        return len(levels), first
    for depth in range(len(levels) - 1, -1, -1):
        if levels[depth].style in label.styles:
            return depth, levels[depth].style
    # Only the first of a style opens a level; another one stands beside what is before it.
    return max(len(levels) - 1, 0), label.styles[0]


def _follows(level: Level, value: str) -> bool:
    before, here = ordinal(level.value, level.style), ordinal(value, level.style)
    return before is not None and here == before + 1


def ordinal(value: str, style: Style) -> int | None:
    """The place of a value in its style: `c` is 3 among letters, `aa` 27, `iv` 4 among romans."""
    folded = label_value(value)
    if folded is None:
        return None
    if folded.isdecimal():
        return int(folded)
    if style in ("roman", "dotted-roman"):
        return from_roman(folded)
    return ord(folded[0]) - ord("a") + 1 + 26 * (len(folded) - 1) if len(set(folded)) == 1 else None
