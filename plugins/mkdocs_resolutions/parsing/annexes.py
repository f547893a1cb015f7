"""Annexes: where each begins, its number and its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.model.anchor import section_value
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.headings import ends_like_a_title
from mkdocs_resolutions.parsing.labels import find_label
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.parsing.run import NumberRun
from mkdocs_resolutions.reading import Block

LONGEST_TITLE = 60
"""Words. The longest title of an annex in sessions 75 to 80 has 53."""


def split_annexes(
    body: Sequence[Block], after: Iterable[Block]
) -> tuple[list[Block], list[list[Block]]]:
    """Part the annexes, each from its heading on; words before the first stay with the body.

    An appendix belongs to the annex before it; where there is none it is an annex itself. A list in
    the body may name annexes and their titles, each in a line that is not in bold: such a line
    heads none where the paragraphs of the body go on behind it.
    """
    kept: list[Block] = []
    groups: list[list[Block]] = []
    annexed = False
    blocks = (*body, *after)
    for place, block in enumerate(blocks):
        heading = annex_heading(block)
        named = heading is not None and heading["title"].strip() and not block.wholly("bold")
        if named and place < len(body) and not groups and _body_goes_on(blocks[place + 1 :]):
            heading = None
        annexed = annexed or (heading is not None and not heading["appendix"])
        if heading and not (heading["appendix"] and annexed):
            groups.append([block])
        elif groups:
            groups[-1].append(block)
        else:
            kept.append(block)
    return kept, groups


def annex_heading(block: Block) -> re.Match[str] | None:
    """The heading of an annex or an appendix, where a block is one."""
    if not block.text.startswith("A"):
        return None  # as most
    match = english.ANNEX.fullmatch(block.text)
    if match is None and block.marks:
        match = english.ANNEX.fullmatch(block.ending)  # a mark in plain figures, known as one
    if match is None:
        return None
    title = match["title"].strip()
    apart = match["sign"] and title[:1].isupper() and _reads_like_title(title)
    return match if not title or apart or block.wholly("bold") else None


def _body_goes_on(behind: Sequence[Block]) -> bool:
    """Whether the next number behind a line is that of a paragraph, but not the first."""
    label = next(filter(None, map(find_label, behind)), None)
    return label is not None and label.is_paragraph and label.value != "1"


def annex_title(group: Sequence[Block], start: int) -> tuple[list[Block], list[Block]]:
    """The title of an annex, on its own line or in bold below, and the blocks after it."""
    inline = group[0].cut(start)
    titles = [inline] if inline.text else []
    rest = [*group[1:]]
    named = bool(rest) and _heads_a_part(rest[0].text)
    if rest and not titles and not named and _titles(rest[0], alone=len(rest) == 1):
        titles.append(rest.pop(0))
    return titles, rest


def _heads_a_part(text: str) -> bool:
    """Whether words in bold are the heading of the first part of an annex, not its title."""
    appendix = english.ANNEX.fullmatch(text)
    if appendix and appendix["appendix"]:
        return True
    forms = (english.UNIT, english.SECTION, english.PREAMBLE)
    return any(form.fullmatch(text) for form in forms)


def _titles(block: Block, *, alone: bool) -> bool:
    """Whether the first block of an annex is its title: bold, or words that are no sentence."""
    if block.wholly("bold"):
        return True
    words = not alone and not block.rows and not find_label(block) and find_opening(block) is None
    return words and _reads_like_title(block.ending or block.text)


def _reads_like_title(text: str) -> bool:
    """Whether words end like no sentence, and are not too many for a title."""
    return ends_like_a_title(text) and len(text.split()) <= LONGEST_TITLE


@dataclass(slots=True)
class AnnexNumbers:
    """The numbers of the annexes of a document, in its order, and what was odd about them."""

    run: NumberRun = field(default_factory=NumberRun)
    last: str | None = None
    notices: list[Notice] = field(default_factory=list)

    def read(self, printed: str | None, origin: Origin) -> int | None:
        """The next number; None where none is printed, or one that numbers nothing.

        Letters count as their place among letters.
        """
        if printed is None:
            return None
        self.last = section_value(printed, self.last)
        number = _place_of(self.last)
        if not number:
            message = f"{quoted(f'Annex {printed}')} has no number that is known; its place counts."
            self.notices.append(Notice("number-odd", message, origin))
            return None
        odd = self.run.step(number, f"Annex {printed}", origin)
        if odd:
            self.notices.append(odd)
        return number


def _place_of(value: str | None) -> int | None:
    """The place that the value of a number means; None for what has none."""
    if value is None or value.isdecimal():
        return int(value) if value else None
    return ord(value) - ord("a") + 1 if len(value) == 1 else None
