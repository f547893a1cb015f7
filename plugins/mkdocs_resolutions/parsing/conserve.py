"""Every word of the file is in the resolution or in a named piece of page furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from mkdocs_resolutions.model import NoteMark, Resolution
from mkdocs_resolutions.parsing.furniture import Furniture
from mkdocs_resolutions.reading import SUPERSCRIPTS, Manuscript

_WORD = re.compile(r"[^\W_]+")
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Where a converter lost the space between two words: `MunitionsThe` counts as two."""
_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]+")
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


def words(text: str) -> Counter[str]:
    """The words of a text, and its superscript figures as `^n`; punctuation is not counted."""
    found = Counter(_WORD.findall(GLUED.sub(" ", _SUPERSCRIPT.sub(" ", text))))
    found.update(f"^{run.translate(_LOWERED)}" for run in _SUPERSCRIPT.findall(text))
    return found


def _texts_of_resolution(resolution: Resolution, furniture: Iterable[Furniture]) -> list[str]:
    """The texts that are kept: of the masthead as printed, the clauses with their numbers and
    marks, the annexes' headings, the footnotes, and the furniture."""
    nums = {note.id: note.num for note in resolution.footnotes}

    def with_marks(text: str, marks: Sequence[NoteMark]) -> str:
        if not marks:
            return text
        pieces: list[str] = []
        place = 0
        for mark in sorted(marks, key=lambda mark: mark.offset):
            # Apart, where two marks at one place would be one of more figures.
            apart = mark.offset == place or not text[mark.offset - 1 : mark.offset + 1].isascii()
            pieces += (text[place : mark.offset], " " if apart else "", _raised(nums[mark.id]))
            place = mark.offset
        return "".join((*pieces, text[place:]))

    kept = [line.text for line in resolution.masthead.printed]
    for clause in resolution.clauses():
        text = with_marks(clause.text, clause.footnotes)
        kept.append(f"{clause.num} {text}" if clause.num else text)
        kept += [cell.text for row in clause.rows for cell in row]
        kept += clause.table_notes
    for annex in resolution.annexes:
        kept += [annex.heading, with_marks(annex.title, annex.footnotes)]
    kept += (f"{_raised(note.num)} {note.text}" for note in resolution.footnotes)
    return [*kept, *(piece.text for piece in furniture)]


def lost_words(
    manuscript: Manuscript, resolution: Resolution, furniture: Iterable[Furniture]
) -> Counter[str]:
    """The words of the file that are not kept; empty unless the program is at fault.

    Words that were parted or joined are not lost: all their letters are there.
    """
    came = [block.text for block in manuscript.blocks]
    kept = _texts_of_resolution(resolution, furniture)
    if _keeps_letters(came, kept):
        return Counter()
    return words("\n".join(came)) - words("\n".join(kept))


def _keeps_letters(came: Iterable[str], kept: Iterable[str]) -> bool:
    """Whether each letter that came is kept as often.

    What is the same on both sides needs no counting: whole texts first, then what white space
    parts. Nearly all is the same.
    """
    texts = Counter(came), Counter(kept)
    pieces = [Counter(" ".join(rest.elements()).split()) for rest in _differences(*texts)]
    more, less = (_letters(" ".join(rest.elements())) for rest in _differences(*pieces))
    return not more - less


def _differences(one: Counter[str], other: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """What the one has more of, and what the other; most they have alike."""
    unlike = [text for text, _ in one.items() ^ other.items()]
    return (
        Counter({text: one[text] - other[text] for text in unlike if one[text] > other[text]}),
        Counter({text: other[text] - one[text] for text in unlike if other[text] > one[text]}),
    )


def _letters(text: str) -> Counter[str]:
    return Counter("".join(words(text).elements()))


def _raised(num: str) -> str:
    return num.translate(_RAISED)
