"""How wide words are set, and how much room a line of a page leaves.

Pages are set in Times, justified: a line that is not the last of its paragraph is full, so a line
behind which the next word would still have found room was ended on purpose. This tells paragraphs
and headings where a converter left nothing but the ends of lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import adler32

# Advance widths of Times in thousandths of the type size, as its metrics give them.
_WIDTHS = {
    letter: width
    for width, letters in (
        (250, " ,."), (278, "/:;ijlt"), (333, "!()-[]Ifr’‘"), (389, "Js"), (408, '"'),
        (444, "acez“”"), (500, "#$_*0123456789bdghknopquvxy–"), (556, "FPS"),
        (564, "+<=>"), (611, "ELTZ"), (667, "BCR"), (722, "wADGHKNOQUVXY"), (778, "m&"),
        (833, "%"), (889, "M"), (944, "W"), (921, "@"), (1000, "—…"),
    )
    for letter in letters
}  # fmt: skip
_USUAL_WIDTH = 500
"""That of every other letter, and so of `?`, which stands for those that Windows-1252 lacks."""
# Quarters of widths and what these leave, by the bytes of Windows-1252: to sum bytes is half the
# work of summing what is looked up.
_LETTERS = [bytes([byte]).decode("cp1252", "replace") for byte in range(256)]
_QUARTERS, _REST = (
    bytes(divmod(_WIDTHS.get(letter, _USUAL_WIDTH), 4)[part] for letter in _LETTERS)
    for part in range(2)
)
_MOST_SUMMED = 256
"""Bytes whose sum an Adler-32 holds, whatever they are: it is 65,519 at most."""
SPACE, SPARE = 0.25, 1.0
"""Ems of a space, and those by which a line may be set closer than it is reckoned."""
FIRST_LINE = 4.8
"""Ems by which the first line of a paragraph is set in, and the words behind its number."""
SET_IN = FIRST_LINE + SPARE
"""Ems by which a line may be shorter than others because it is set in."""
LABELLED = re.compile(r"\s*+(?:[0-9]{1,3}\.|[“‘]?\([a-z]{1,4}\)|[a-z]{1,4}\.|[IVXL]{1,6}\.)\s+")
"""What begins with the number of a clause."""
_STOP = 2.4
"""Ems from the number of a paragraph to its words, at least."""
_LONG_LINE = 24.0
"""Ems. Shorter lines are titles, heads and ends of paragraphs; the narrowest text is wider."""
_FEWEST_LINES = 5
_BULK_SHARE = 0.12


@lru_cache(maxsize=1024)  # a line is measured twice: for the width of the page, and for its room
def width(text: str) -> float:
    """The width of a text as Times sets it, in ems; a wide space is one that fills its line."""
    text = text.strip()
    if "  " in text:
        text = " ".join(text.split())
    letters = text.encode() if text.isascii() else text.encode("cp1252", "replace")
    quarters, rest = letters.translate(_QUARTERS), letters.translate(_REST)
    if len(letters) > _MOST_SUMMED:
        return (4 * sum(quarters) + sum(rest)) / 1000
    # Half of an Adler-32 is the sum of the bytes and one, in a quarter of the time that sum takes.
    return (4 * (adler32(quarters) & 0xFFFF) + (adler32(rest) & 0xFFFF) - 5) / 1000


def labelled_width(text: str) -> float:
    """The width of a line, in ems; the words behind a number stand at the next stop."""
    match = LABELLED.match(text)
    if match is None:
        return width(text)
    return max(_STOP, width(match[0])) + width(text[match.end() :])


def text_width(lines: Iterable[str]) -> float | None:
    """The width of the text on some pages, in ems; None for lines that no page holds.

    It is the upper edge of the widths that long lines have in number. A few are wider: converters
    join the halves of a hyphened word.
    """
    widths = Counter(int(wide) for wide in map(width, lines) if wide >= _LONG_LINE)
    if widths.total() < _FEWEST_LINES:
        return None
    least = max(2, _BULK_SHARE * max(widths.values()))
    edge = 1 + max((wide for wide, count in widths.items() if count >= least), default=0)
    within = sum(count for wide, count in widths.items() if edge - 6 <= wide < edge)
    return float(edge) if within > widths.total() / 2 else None


def ends_early(room: float | None, following: str, spare: float = SPARE) -> bool:
    """Whether a line that leaves some room was ended before a word that would have fitted.

    `spare` is how much room there must be left behind that word, in ems.
    """
    if room is None or room < SPACE + spare:
        return False  # as most
    word = following.split(maxsplit=1)
    return bool(word) and room >= SPACE + width(word[0]) + spare


def longest(texts: Sequence[str]) -> float:
    """The width of the widest of some lines, in ems."""
    return max(map(width, texts), default=0.0)
