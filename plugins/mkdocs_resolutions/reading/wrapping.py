"""What a mail, a viewer or an editor did to the lines of a page on their way to the file.

They were wrapped once more, set apart by a blank line each, or every paragraph is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mkdocs_resolutions.reading.measure import SPACE, SPARE, ends_early, text_width, width
from mkdocs_resolutions.reading.printedline import PrintedLine

_FEWEST_LOOSE, _LOOSE = 20, 0.9
"""Lines of a text, and the part of them behind which a blank one stands, that are set apart."""
_WIDEST_LINE = 200
"""Letters. Lines of a page turned sideways have fewer."""
_FAR, _FEWEST_CUT, _CUT = 8.0, 5, 0.15
"""Ems, and lines that end so much too early, and the part of those going on that they are, where
lines were cut anywhere. Of official documents at most one in sixteen is such a line."""
_FEWEST_WRAPPED, _MOST_EARLY = 20, 0.02
"""Lines that go on, and the part of them that could have held more, where letters were counted."""
_LETTER = 0.45
"""Ems of a letter."""
_SENTENCE_ENDS = frozenset(",;:.?!”’)")


def are_cut_anywhere(lines: Sequence[PrintedLine]) -> bool:
    """Whether the ends of lines say nothing, as where a mail wrapped them once more: many end far
    too early for their page although the sentence goes on."""
    going_on = early = 0
    full = False
    for line, following in pairwise(lines):
        is_early = ends_early(line.room, following.text, _FAR)
        if following.text[:1].islower() and line.text[-1:].isalpha() and line.room is not None:
            going_on += 1
            # Behind a full line: those of a title set narrow are early one and all.
            early += full and is_early
        full = bool(line.text) and line.room is not None and not is_early
    return early >= _FEWEST_CUT and early > _CUT * going_on


def letters_across(lines: Sequence[PrintedLine]) -> int | None:
    """How many letters a line has at most, where an editor or a program wrapped them by their
    number; None where lines are those of a page: of two that go on the first word of the second
    would often find room in the longest.
    """
    going_on = [
        (len(line.text.strip()), len(_first_piece(following.text)))
        for line, following in pairwise(lines)
        if following.text.strip()[:1].islower() and line.text[-1:].isalnum()
    ]
    if len(going_on) < _FEWEST_WRAPPED:
        return None
    most = max(letters for letters, _ in going_on)
    early = sum(letters + 1 + word <= most for letters, word in going_on)
    return most if early <= _MOST_EARLY * len(going_on) else None


def with_room_by_letters(lines: Sequence[PrintedLine], across: int) -> Iterator[PrintedLine]:
    """Lines of so many letters at most with the room that each leaves, in ems: none where the next
    word did not fit."""
    for line, following in pairwise([*lines, None]):
        assert line is not None
        if line.room is None:
            yield line
            continue
        left = across - len(line.text.strip())
        room = _LETTER * left
        if following and (word := _first_piece(following.text)):
            left -= len(word) + 1
            room = SPACE + width(word) + SPARE + _LETTER * left if left >= 0 else 0.0
        yield line._replace(room=room)


def _first_piece(text: str) -> str:
    """What of a line could have stood at the end of the one before: its first word, or that up to a
    hyphen."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    before, hyphen, _ = word.partition("-")
    return before + hyphen


def with_no_room(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """Lines as if all were full: then words alone tell where a paragraph ends."""
    return [line if line.room is None else line._replace(room=0.0) for line in lines]


def are_unwrapped(lines: Sequence[PrintedLine]) -> bool:
    """Whether every line is a paragraph, however long, and no blank line says so: most letters
    stand in lines that no page has room for."""
    sizes = [len(line.text) for line in lines if line.text]
    if 2 * (len(lines) - len(sizes)) > len(sizes):
        return False
    return 2 * sum(size for size in sizes if size > _WIDEST_LINE) > sum(sizes)


def each_apart(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """Lines with a blank one behind each, but for the rows of a table of Markdown."""
    return [
        one
        for line in lines
        for one in ((line,) if line.text.startswith("|") else (line, line._replace(text="")))
    ]


def closed_up(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Lines between which a viewer or a mail left a blank one each, without it; others as they are.

    Lines that are paragraphs themselves end as sentences do, and each where it likes: those of a
    page mostly do neither.
    """
    shown = [place for place, line in enumerate(lines) if line.text]
    if len(lines) - len(shown) < _LOOSE * len(shown):
        return lines  # as most
    loose = [place for place in shown if place + 1 < len(lines) and not lines[place + 1].text]
    ended = sum(lines[place].text[-1:] in _SENTENCE_ENDS for place in shown)
    if len(shown) < _FEWEST_LOOSE or len(loose) < _LOOSE * len(shown) or ended > len(shown) / 2:
        return lines
    if text_width(lines[place].text for place in shown) is None:
        return lines
    dropped = {place + 1 for place in loose}
    return [line for place, line in enumerate(lines) if place not in dropped]
