"""Opening phrases: the italic words by which a clause says what it does."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.reading import Block

LONGEST_OPENING = 12
"""Words. The longest of the 928 counted phrases has nine; longer italics are a title."""

Mood = Literal["preambular", "operative"]


class Opening(NamedTuple):
    """The phrase, and the part of the resolution it belongs to.

    `guessed` says that nothing but its form tells it, that of a participle before a comma.
    """

    phrase: str
    mood: Mood | None
    guessed: bool = False


def find_opening(block: Block) -> Opening | None:
    """The opening of a clause without its number: its italics first, the vocabulary second.

    Rule: field notes, Words of the trade ("trust italics first, the list second").
    """
    mood, known, guessed = _known(block.text)
    italics = marked_opening(block)
    if italics and known.startswith(italics) and known[len(italics) :][:1].isalpha():
        italics = known  # They end inside a word.
    if italics:
        return Opening(italics, mood or _mood_by_shape(italics))
    return Opening(known, mood, guessed) if known else None


def opens_surely(block: Block) -> bool:
    """Whether a block opens a clause although the one before has not ended: any word with the form
    of a participle may stand there."""
    opening = find_opening(block)
    return opening is not None and not opening.guessed


@lru_cache(maxsize=256)  # of a document: a clause is looked at when it is built, and around it
def _known(text: str) -> tuple[Mood | None, str, bool]:
    """The longest phrase of the vocabulary at the beginning, and its mood; else a participle."""
    if not "A" <= text[:1] <= "Z":
        return None, "", False
    preambular = english.preambular().match(text)
    operative = english.operative().match(text)
    if operative and (not preambular or len(operative[0]) > len(preambular[0])):
        return "operative", operative[0], False
    if preambular:
        return "preambular", preambular[0], False
    participle = english.ANY_PARTICIPLE.match(text)
    if participle and text.rstrip().endswith(","):
        return "preambular", participle[0], True
    return None, "", False


def _mood_by_shape(phrase: str) -> Mood | None:
    """The mood of an unknown phrase: a participle opens a preambular paragraph."""
    return "preambular" if english.ANY_PARTICIPLE.match(phrase) else None


def marked_opening(block: Block) -> str | None:
    """The opening that the file marks: italics at the very beginning, joined where only a space
    parts them."""
    end = 0
    for mark in block.marks:
        if mark.start > end + 1:
            break  # They stand in order.
        if mark.kind != "italic":
            continue
        if mark.start == end or (mark.start == end + 1 and block.text[end] == " "):
            end = mark.end
    if not end:
        return None
    phrase = block.text[:end].rstrip(" ,.;:")
    whole = end >= len(block.text.rstrip(" ,.;:"))
    if not phrase or whole or len(phrase.split()) > LONGEST_OPENING:
        return None
    return phrase
