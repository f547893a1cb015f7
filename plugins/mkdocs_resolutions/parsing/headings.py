"""Headings within a part: what a block heads, by its number, its style or its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_resolutions.model.anchor import PartKind, Role
from mkdocs_resolutions.model.numeral import from_roman
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.reading import Block

# Levels of headings among each other: a part holds chapters and roman sections, these hold lettered
# ones, all hold units.
APPENDIX, PART, SECTION, LETTERED, UNIT, BOLD, ITALIC = range(1, 8)

_MOST_LOST = 2
"""Headings of sections in a row that a converter may run into other words."""
_LONGEST, _LONGEST_NUMBERED = 40, 60
"""Words of a title, and of one below the number of a section: one of the corpus has 45. What is
bold may be longer."""

_LEADS_TO_A_PAGE = re.compile(r"\.{4}[. ]*[0-9]{1,3}$|(?:\. ){4,}[. ]*[0-9]{1,3}$")
"""The end of a line in a table of contents, which heads nothing."""
_NEAR = 40
"""Letters at the end of a line that are looked at for it."""
_ENDS_IN_A_LETTER = re.compile(r"\s\([a-z]{1,4}\)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a block heads: its number as printed and as read, and where its title begins.

    `declares` says that its paragraphs open with no verb of the organ, as those of an article.
    """

    role: Role
    level: int
    printed: str | None = None
    number: str | None = None
    start: int = 0
    declares: bool = False


class Around(NamedTuple):
    """Where a block stands: behind a clause that has ended, or behind none or a heading; before a
    numbered paragraph, or words that end as a sentence does; between the items of a list, or its
    first and the words before."""

    ended: bool
    headed: bool
    before_number: bool
    before_sentence: bool
    between_items: bool


@dataclass(slots=True)
class Headings:
    """The headings of a part so far, by which the next ones are known.

    `plain` says that the file marks no style at all: headings are told by their words.
    """

    kind: PartKind
    plain: bool
    section: int = 0
    """The last section with a roman number."""
    lettered: str | None = None
    """The last lettered section."""
    units: dict[str, str] = field(default_factory=dict)
    """The last number of each name of units."""

    def numbered(self, block: Block, around: Around) -> Heading | None:
        """The heading that a block is by its number, or its name: of the preamble, an appendix, a
        unit or a section."""
        text, styled = block.text, _is_styled(block)
        # The number may stand on a line above its title.
        line = block.breaks[0].offset if styled and block.breaks else len(text)
        head = text[:line].rstrip()
        if english.PREAMBLE.fullmatch(text):
            return Heading("heading", BOLD)
        appendix = english.ANNEX.fullmatch(head) if self.kind == "annex" else None
        if appendix and appendix["appendix"] and (styled or not appendix["title"].strip()):
            self.section, self.lettered, self.units = 0, None, {}
            number, start = appendix["number"] or "1", appendix.start("title")
            return Heading("unit", APPENDIX, appendix["heading"], number, start)
        unit = english.UNIT.fullmatch(text) or english.UNIT.fullmatch(head)
        if unit and self._opens_unit(unit, around, styled=styled):
            return self._unit(unit)
        section = english.SECTION.fullmatch(text) or english.SECTION.fullmatch(head)
        if section and self._opens_section(section, around, styled=styled):
            return self._section(section)
        return None

    def may_title(self, block: Block, around: Around) -> bool:
        """Whether a block may be the title below a number."""
        return self.reads_like_one(block, _LONGEST_NUMBERED) or (
            around.before_number and _is_title(block, _LONGEST_NUMBERED)
        )

    def unnumbered(self, block: Block, around: Around) -> Heading | None:
        """The cross heading that a block is by its style or, where the file has none, by its
        words."""
        ended = around.ended or around.headed
        # Words without a number are paragraphs in annexes only.
        before = around.before_number or (self.kind == "annex" and around.before_sentence)
        between = (before and ended) or (around.between_items and _is_title_of_items(block.text))
        by_words = between and self.reads_like_one(block)
        long = len(block.text.split()) > _LONGEST and not block.wholly("bold")
        if long or not (_is_styled(block) or by_words):
            return None
        return Heading("heading", ITALIC if block.wholly("italic") else BOLD)

    def reads_like_one(self, block: Block, longest: int = _LONGEST) -> bool:
        """Whether a block reads like a heading, by its style, or else by its words, so many at
        most."""
        return _is_styled(block) or (self.plain and _is_title(block, longest))

    # --- units -------------------------------------------------------------------------------

    def _opens_unit(self, unit: re.Match[str], around: Around, *, styled: bool) -> bool:
        """Whether a line with the name and number of a unit heads it; what is not styled and ends
        like a sentence may speak of it."""
        title = unit["title"]
        return styled or not title or not title.endswith(".") or self._is_due(unit, around)

    def _is_due(self, unit: re.Match[str], around: Around) -> bool:
        """Whether a unit whose title is a sentence comes behind those of its name, in text without
        styles, where a clause has ended."""
        number = english.number_of(unit["number"])
        before = self.units.get(unit["name"].lower(), "0")
        if not (self.plain and number.isdecimal() and before.isdecimal()):
            return False
        return int(number) > int(before) and (around.headed or around.ended)

    def _unit(self, unit: re.Match[str]) -> Heading:
        name, number = unit["name"].lower(), english.number_of(unit["number"])
        self.units[name] = number
        level = UNIT
        if name in english.LARGE_UNITS:
            level = PART
            for chapter in english.CHAPTERS:
                self.units.pop(chapter, None)
        elif name in english.CHAPTERS:
            level = SECTION
        declares = name in english.DECLARED_UNITS
        return Heading("unit", level, unit["heading"], number, unit.start("title"), declares)

    # --- sections ----------------------------------------------------------------------------

    def _opens_section(self, section: re.Match[str], around: Around, *, styled: bool) -> bool:
        """Whether a numbered line heads a section: it is styled, or is the next one, or one further
        on before a numbered paragraph: the heading between went into other words.

        What is not styled must end like no sentence. A number that stands alone may be the first,
        too, and needs no paragraph behind it; one behind its word, `Section 3`, may be any. Letters
        begin with A.
        """
        number, title = section["number"], section["title"]
        roman = from_roman(number)
        if roman is None and not number.isdecimal() and self.lettered is None and number != "A":
            return False
        between = around.headed or around.ended or not _is_without_stop(section)
        due = (
            (roman == self.section + 1 and between)
            or (roman is not None and self._is_further_on(roman, around))
            or self._is_next_letter(number, around)
        )
        named = section["heading"] != number
        if styled or (not title and (named or not self.plain)):
            return True
        if title:
            return due and ends_like_a_title(title)
        return self._may_stand_alone(section, around)

    def _may_stand_alone(self, section: re.Match[str], around: Around) -> bool:
        """Whether a number alone on its line heads a section in text without styles: the next one,
        or where a clause has ended the first, or one further on. A letter may be that of a table.
        """
        number, roman = section["number"], from_roman(section["number"])
        if self.lettered and ord(number[0]) == ord(self.lettered[0]) + 1:
            return True
        if roman is not None and self.section and roman == self.section + 1:
            return True
        first = number in ("A", "I")
        between = around.headed or around.ended or (first and section[0].rstrip().endswith("."))
        further = roman is not None and 0 < roman - self.section <= _MOST_LOST + 1
        return between and (first or further)

    def _is_further_on(self, number: int, around: Around) -> bool:
        """Whether a section comes behind the last one, in text without styles, though not as the
        next one, and stands between a clause that has ended, or a heading, and a paragraph."""
        between = around.before_number and (around.headed or around.ended)
        return self.plain and 1 < number - self.section <= _MOST_LOST + 1 and between

    def _is_next_letter(self, number: str, around: Around) -> bool:
        """Whether a section is the next lettered one, in text without styles, and stands between a
        clause that has ended, or a heading, and a numbered paragraph."""
        letter = chr(ord(self.lettered[0]) + 1) if self.lettered else "A"
        between = around.before_number and (around.headed or around.ended)
        return self.plain and number == letter and between

    def _section(self, section: re.Match[str]) -> Heading:
        number, level = section["number"], SECTION
        if number.isdecimal():
            level = LETTERED
        elif _is_letter(number, self.lettered):
            level, self.lettered = LETTERED, number
        else:
            self.section, self.lettered = from_roman(number) or 0, None
        return Heading("section", level, section["heading"], number, section.start("title"))


def _is_without_stop(section: re.Match[str]) -> bool:
    """Whether the number of a section stands before its title as it may in a sentence."""
    return section["title"] != "" and section[0][section.end("number") :][:1] == " "


def may_head(block: Block) -> bool:
    """Whether a block may be a heading of any kind: it is not long, and ends like none."""
    if block.text.endswith((";", ",", ":")) or _LEADS_TO_A_PAGE.search(block.text[-_NEAR:]):
        return False
    if len(block.text.split()) <= _LONGEST_NUMBERED or block.wholly("bold"):
        return True
    return english.SECTION.fullmatch(block.text) is not None


def ends_like_a_title(text: str) -> bool:
    """Whether a text ends like no sentence: in a word, which may be quoted or in brackets, but not
    in the letter of an item."""
    return text.rstrip("”’)")[-1:].isalnum() and _ENDS_IN_A_LETTER.search(text) is None


def stands_alone(text: str) -> bool:
    """Whether a text is the number of a section, whose title stands below it."""
    section = english.SECTION.fullmatch(text)
    return section is not None and not section["title"]


def _is_styled(block: Block) -> bool:
    return block.wholly("bold") or block.wholly("italic")


def _is_title(block: Block, longest: int) -> bool:
    """Whether words that no style marks read like a title: short, and no sentence."""
    text = block.text
    short = text[:1].isupper() and len(text.split()) <= longest
    return short and ends_like_a_title(block.ending) and find_opening(block) is None


def _is_title_of_items(text: str) -> bool:
    """Whether a title may stand among items: one word is one of them, and words that lead to what
    is below belong to it."""
    return len(text.split()) > 1 and english.LEADS_ON.search(text) is None


def _is_letter(number: str, lettered: str | None) -> bool:
    """Whether a section is lettered: it goes on with the letters, or can be no roman number."""
    if lettered and len(number) == 1 and ord(number) == ord(lettered[0]) + 1:
        return True
    return re.fullmatch(r"[IVXL]+", number) is None
