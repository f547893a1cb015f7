"""Several lettered resolutions in one printed document: each becomes a manuscript of its own.

Below the common masthead each begins with its letter on a line of its own, its title and its own
enacting words (`79/259 A`, `79/259 B`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.adoption import find_adoption
from mkdocs_resolutions.parsing.bundle import between, lines_of, several_enacted
from mkdocs_resolutions.parsing.endnotes import tell_endnotes
from mkdocs_resolutions.parsing.fields import LETTER
from mkdocs_resolutions.parsing.marks import mark_notes
from mkdocs_resolutions.parsing.notes import begins_note
from mkdocs_resolutions.parsing.paragraphs import part_paragraphs
from mkdocs_resolutions.reading import Block, Manuscript

LONGEST_TITLE = 12
"""Lines between the letter of a resolution and its enacting words."""

_RANGE = re.compile(
    rf"A/RES/[0-9A-Z/-]+\s?(?:\([IVXLC-]+\)\s?)?\b(?P<first>[A-Z])\s?{english.LETTERS_FROM_TO}\s?"
    r"(?P<last>[A-Z])\b"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A lettered resolution: the block and the offset at which it begins, its blocks."""

    letter: str
    place: tuple[int, int]
    blocks: tuple[Block, ...] = ()


def part_resolutions(manuscript: Manuscript) -> tuple[Manuscript, ...]:
    """The resolutions of a manuscript: itself, or one for each letter of a composite document.

    Each has the common masthead, the footnotes that its words mark, and the adoption block that is
    printed once for all. Where the letters do not say what belongs to which, the manuscript stays
    one, with a notice.
    """
    if manuscript.part or not manuscript.has_pages:
        return (manuscript,)
    announced = _announced(manuscript.blocks)
    parts = _begun(manuscript.blocks) if several_enacted(manuscript.blocks) else []
    letters = "".join(part.letter for part in parts)
    if len(parts) < 2 and not announced:
        return (manuscript,)
    if len(parts) < 2 or letters != (announced or _letters(parts[0].letter, parts[-1].letter)):
        message = (
            f"It holds resolutions {_spelled(announced or letters)}; beginnings were found of "
        )
        message += f"{_spelled(letters) or 'none'}, and it is read as one."
        notice = Notice("parts-unclear", message, Origin(manuscript.path, 1))
        return (replace(manuscript, notices=(*manuscript.notices, notice)),)
    blocks = mark_notes(tell_endnotes(manuscript.blocks))
    head = between(blocks, (0, 0), parts[0].place)
    parts = list(_adopted(list(_filled(blocks, parts))))
    return tuple(
        replace(
            manuscript,
            blocks=(*head, *own),
            notices=() if place else manuscript.notices,
            part=letters[place],
        )
        for place, own in enumerate(_noted(head, [part.blocks for part in parts]))
    )


def _announced(blocks: Sequence[Block]) -> str:
    """The letters that the symbol of the document names, `A/RES/79/259 A-C`."""
    for block in blocks:
        match = _RANGE.match(block.text)
        if match:
            return _letters(match["first"], match["last"])
        if english.ENACTING.match(block.text):
            break
    return ""


def _letters(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def _spelled(letters: str) -> str:
    return ", ".join(letters)


def _begun(blocks: Sequence[Block]) -> list[_Part]:
    """Where a letter stands alone on a line, with enacting words a title below it."""
    found = list[_Part]()
    letter, since = None, 0
    for place, line in lines_of(blocks):
        since += 1
        if lettered := LETTER.fullmatch(line):
            letter, since = _Part(lettered["letter"], place), 0
        elif letter and since <= LONGEST_TITLE and english.ENACTING.match(line):
            found.append(letter)
            letter = None
    return found


def _filled(blocks: Sequence[Block], parts: Sequence[_Part]) -> Iterator[_Part]:
    ends = [*(part.place for part in parts[1:]), (len(blocks), 0)]
    for part, end in zip(parts, ends, strict=True):
        yield replace(part, blocks=between(blocks, part.place, end))


def _adopted(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Parts with an adoption block each: one that has none has that of the next which has."""
    closing: tuple[Block, ...] = ()
    closed = list[_Part]()
    for part in reversed(parts):
        paragraphs = part_paragraphs(part.blocks).blocks
        found = find_adoption(paragraphs)
        if found:
            closing = tuple(paragraphs[found[0] : found[1] + 1])
        closed.append(part if found else replace(part, blocks=(*part.blocks, *closing)))
    yield from reversed(closed)


def _noted(head: Sequence[Block], parts: Sequence[Sequence[Block]]) -> Iterator[tuple[Block, ...]]:
    """The blocks of each part, with the footnotes that its words mark and no others.

    A page has the footnotes of all that stands on it. What nobody marks stays where it is.
    """
    marked = [_marked((*head, *blocks)) for blocks in parts]
    noted = [{_note(block) for block in blocks} for blocks in parts]
    wanting = [wanted - has for wanted, has in zip(marked, noted, strict=True)]
    for number, blocks in enumerate(parts):
        # A note of a number that no part wants is of this one, or is none.
        elsewhere = set[str | None]().union(*wanting[:number], *wanting[number + 1 :])
        away = elsewhere - marked[number]
        own = [block for block in blocks if _note(block) not in away]
        others = (
            block
            for home, several in enumerate(parts)
            for block in several
            if home != number and _note(block) in wanting[number]
        )
        yield (*own, *others)


def _note(block: Block) -> str | None:
    """The number of the footnote that a block is; None for one that is none.

    Asterisks number nothing: they may as well be the bullets of a list.
    """
    value = block.of("note")[0].value if begins_note(block) else ""
    return value if value.isdecimal() else None


def _marked(blocks: Sequence[Block]) -> set[str | None]:
    """The numbers of the note marks in the words of some blocks."""
    return {mark.value for block in blocks if not begins_note(block) for mark in block.of("note")}
