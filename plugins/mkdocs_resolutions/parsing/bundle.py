"""Several documents in one file, one behind the other: each becomes a manuscript of its own.

A further one begins with a masthead of its own: the line that says who adopted it, the number of
its title, its enacting words. None of the three alone does: a resolution may quote each of another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.annexes import annex_heading
from mkdocs_resolutions.parsing.enacting import TITLE_NUMBER
from mkdocs_resolutions.parsing.fields import fields_in
from mkdocs_resolutions.reading import SUPERSCRIPTS, Block, Manuscript, read

LONGEST_MASTHEAD = 40
"""Lines between the first of a masthead and its enacting words."""

_ABOVE = {"letterhead", "session", "agenda", "symbol"}
"""What a masthead prints above the line that says who adopted it; a date may stand beside it."""
_LOOSE = f"*{SUPERSCRIPTS} "
"""What a reader may leave before the first words of a line that it took for another's."""

Place = tuple[int, int]
"""A block by its number, and an offset in it."""


def part_documents(manuscript: Manuscript, data: bytes) -> tuple[Manuscript, ...]:
    """The documents of a manuscript: itself, or those that stand in it one behind the other.

    Each further one has a notice that says where it begins. `data` are the bytes of its file: text
    is read anew, since what its lines show of the pages is of one document alone.
    """
    blocks = manuscript.blocks
    if manuscript.format == "akn" or not several_enacted(blocks):
        return (manuscript,)  # XML has one root, and says itself what it holds.
    starts = [*_starts([(place, line.lstrip(_LOOSE)) for place, line in lines_of(blocks)])]
    if not starts:
        return (manuscript,)
    begins = sorted(blocks[number].at(offset).line or 1 for number, offset in starts)
    if manuscript.format == "text":
        documents = read(data, manuscript.path, begins)
    else:
        edges = pairwise([(0, 0), *starts, (len(blocks), 0)])
        documents = tuple(
            replace(manuscript, blocks=between(blocks, *edge), notices=tuple(notices))
            for edge, notices in zip(edges, _dealt(manuscript.notices, begins), strict=True)
        )
    return documents[0], *map(_said, documents[1:], begins)


def _said(document: Manuscript, line: int) -> Manuscript:
    """A further document with the notice that it is one."""
    message = "A further document begins here; each is read by itself."
    notice = Notice("file-of-several", message, Origin(document.path, line))
    return replace(document, notices=(notice, *document.notices))


def _dealt(notices: Iterable[Notice], lines: Sequence[int]) -> list[list[Notice]]:
    """Notices by document, of which all but the first begin on the lines."""
    dealt: list[list[Notice]] = [[] for _ in range(len(lines) + 1)]
    for notice in notices:
        dealt[bisect_right(lines, notice.origin.line or 0)].append(notice)
    return dealt


def several_enacted(blocks: Sequence[Block]) -> bool:
    """Whether the enacting words stand at the beginning of more than one line."""
    return (
        sum(
            not match.start() or any(place.offset == match.start() for place in block.breaks)
            for block in blocks
            for match in english.ENACTING.finditer(block.text)
        )
        > 1
    )


def lines_of(blocks: Sequence[Block]) -> Iterator[tuple[Place, str]]:
    """The lines of the blocks with their places."""
    for number, block in enumerate(blocks):
        edges = [0, *(place.offset for place in block.breaks), len(block.text)]
        for start, end in pairwise(edges):
            yield (number, start), block.text[start:end].strip()


def between(blocks: Sequence[Block], start: Place, end: Place) -> tuple[Block, ...]:
    """The blocks between two places; those cut by them in part."""
    if start[0] == end[0] < len(blocks):
        pieces = [blocks[start[0]].cut(start[1], end[1])]
    else:
        pieces = [blocks[start[0]].cut(start[1]) if start[1] else blocks[start[0]]]
        pieces += blocks[start[0] + 1 : end[0]]
        pieces += [blocks[end[0]].cut(0, end[1])] if end[0] < len(blocks) else []
    return tuple(piece for piece in pieces if piece.text)


def _starts(lines: Sequence[tuple[Place, str]]) -> Iterator[Place]:
    """Where each document but the first begins.

    It says who adopted it, or stands behind the adoption block of the one before with no annex
    between; then come the number of its title and its enacting words.
    """
    enacted = head = -1
    closed, number = False, ""
    for at, (_, line) in enumerate(lines):
        title = TITLE_NUMBER.match(line)
        if english.RESOLVED.match(line):
            head, number = at, ""
        elif title and (head >= 0 or closed):
            head, number = at if head < 0 else head, title["short"]
        elif english.ENACTING.match(line):
            if enacted >= 0 and number and at - head <= LONGEST_MASTHEAD:
                yield lines[_first(lines, max(enacted, at - LONGEST_MASTHEAD), head, number)][0]
            enacted, head, closed, number = at, -1, False, ""
        elif enacted >= 0 and english.find_meeting(line):
            closed = True
        elif closed and annex_heading(Block(line, Origin(""))):
            closed = False


def _first(lines: Sequence[tuple[Place, str]], since: int, resolved: int, number: str) -> int:
    """The first line of the masthead of a resolution, which says in one of them who adopted it."""
    closed = [at for at in range(since, resolved) if english.find_meeting(lines[at][1])]
    above = range(closed[-1] + 1 if closed else since + 1, resolved)
    return next((at for at in above if _heads(lines[at][1], number)), resolved)


def _heads(line: str, number: str) -> bool:
    """Whether a line is wholly one of the head of a document of this number."""
    fields = [*fields_in(Block(line, Origin("")), ())]
    return any(name in _ABOVE for name, _, _ in fields) and all(
        name in _ABOVE | {"issued"} and (name != "symbol" or piece.text.endswith(f"/{number}"))
        for name, piece, _ in fields
    )
