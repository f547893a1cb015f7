"""Lines of a page that a converter cut in pieces and took for several.

It did so with words that are spread wide, and at the mark of a footnote, for that is raised. A
piece ends early although nothing ends there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from mkdocs_resolutions.reading.measure import LABELLED, SPACE, SPARE, labelled_width, width
from mkdocs_resolutions.reading.printedline import PrintedLine

_ALONE_MARK = re.compile(r"\s*+[0-9]{1,3}$")
_BEGINS_IN_MARK = re.compile(r"[0-9]{1,3}(?:\s|$)")
_MAY_BE_MARKED = re.compile(r"[^\s\d/-]$")
_HAS_LETTERS = re.compile(r"[^\W\d_]")
# Behind a word or its signs, or run into a year or a resolution, which has three figures at most.
_ENDS_IN_MARK = re.compile(
    r"(?:[^\s\d/-]|(?<![0-9])(?:19|20)[0-9]{2}|[0-9]/[0-9]{3})\s?[0-9]{1,3}$"
)
_LONGEST_END = 12
_FEW, _CUT_UP, _ALONE, _FILLED = 2, 3, 0.6, 0.7
"""Words of a row, rows of a line, the part of these that are one word and the part of the page's
width that they fill together, where a converter took the words of a line spread wide for lines."""


def widths_taken(rows: Sequence[PrintedLine], across: float) -> list[float]:
    """How much of the width of the page, in ems, is taken where each row ends: all of it, `across`,
    where the row is a piece of a line that goes on in the next."""
    widths = [labelled_width(row.text) for row in rows]
    for place, taken in (_spread(rows, across) | _cut_at_marks(rows, widths, across)).items():
        widths[place] = taken
    return widths


def _spread(rows: Sequence[PrintedLine], across: float) -> dict[int, float]:
    """For each row that is a piece of a line spread so wide that a converter took its words for
    lines, the width of the whole line, which is that of the page. They are words, one a row but for
    a few that a hard space holds together, and all in a row are one line: titles are longer, and a
    column of a table is as long as it likes."""
    found = dict[int, float]()
    short = [0 < len(row.text.split(maxsplit=_FEW)) <= _FEW for row in rows]
    for is_short, places in groupby(range(len(rows)), key=short.__getitem__):
        run = list(places) if is_short else ()
        if len(run) < _CUT_UP:
            continue
        texts = [rows[place].text.strip() for place in run]
        words = sum(" " not in text and text[-2:-1].isalpha() for text in texts)
        if words >= _ALONE * len(run) and _FILLED * across <= width(" ".join(texts)) <= across:
            found |= dict.fromkeys(run, across)
    return found


def _cut_at_marks(
    rows: Sequence[PrintedLine], widths: Sequence[float], across: float
) -> dict[int, float]:
    """For each row that is a piece of a line which a converter ended at the mark of a footnote, for
    that is raised, the width that the line has reached with it, and that of the page where it goes
    on in the next row: what is there has room beside it."""
    found = dict[int, float]()
    most = across + SPARE
    for place, (own, more) in enumerate(pairwise(widths)):
        if own + SPACE + more > most:
            continue  # as most
        text, following = rows[place].text, rows[place + 1].text
        if not (text[-1:].isdecimal() or following[:1].isdecimal()):
            continue
        if not following or LABELLED.match(f"{following} "):
            continue
        end = text[-_LONGEST_END:]
        marked = _ENDS_IN_MARK.search(end) or (
            _BEGINS_IN_MARK.match(following) and _MAY_BE_MARKED.search(end)
        )
        goes_on = place in found and _ALONE_MARK.match(text)
        if not (goes_on or (marked and _HAS_LETTERS.search(text))):
            continue
        whole = found.get(place, own) + SPACE + more
        if whole <= most:
            found |= {place: across, place + 1: whole}
    return found
