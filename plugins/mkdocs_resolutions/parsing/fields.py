"""The forms of the fields of a masthead, and where they stand in a block."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.enacting import TITLE_NUMBER, in_word
from mkdocs_resolutions.reading import SUPERSCRIPTS, Block

ORGANS = "|".join(english.ORGANS.values())
# The letter of the organ is printed so large that a converter may put it elsewhere.
SYMBOL = re.compile(
    rf"(?:(?:{ORGANS})|(?<![\w/]))/R(?:ES|es)/[A-Z0-9-]+/[0-9]+(?:\s?[A-Z]\b(?P<to>\s?{english.LETTERS_FROM_TO}\s?[A-Z]\b)?)?"
    rf"|(?:{ORGANS})/RES/[0-9]+(?:\s?[A-Z])?\s?\([A-Z-]+\)(?:\s?[A-Z]\b|\[[A-Z]\])?"
)
DRAFT = re.compile(r"\b[A-Z]+(?:/[A-Z0-9.-]+)*/L\.[0-9]+(?:/Rev\.[0-9]+)?")
"""The symbol of a draft, limited in distribution as all of them are."""
_NAMED_SYMBOL = re.compile(rf"(?:{english.BEFORE_SYMBOL})?(?P<symbol>{SYMBOL.pattern})")
LETTER = re.compile(
    rf"(?P<letter>[A-Z])(?P<mark>[0-9]{{1,3}}|[{SUPERSCRIPTS}]+|\[[0-9]{{1,3}}\]|[*]+)?(?=\s|$)"
)
"""The letter of a resolution that shares its number with others, where it begins a line: behind it
may stand the mark of a footnote, then its own title."""
BELOW_THE_TITLE = ("session", "agenda", "resolved", "adoption", "origin")
"""Fields that may stand below the title, too."""
_SPACES = re.compile(r"\s*")

# Each form with letters that it holds, in small ones: most blocks do not, which is seen at once.
_PATTERNS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("reissued", english.REISSUED, "reissue"),
    ("vote", english.ADOPTED_HOW, "adopted"),
    ("symbol", _NAMED_SYMBOL, "/res/"),
    ("letterhead", english.LETTERHEAD, ""),
    ("session", english.SESSION, "session"),
    ("agenda", english.AGENDA, "agenda"),
    ("resolved", english.RESOLVED, "adopted"),
    ("resolved", english.ADOPTED_ON, "adopted"),
    ("adoption", english.ADOPTED_AT, "plenary"),
    ("origin", english.ORIGIN, ""),
    ("title", TITLE_NUMBER, "."),
    ("enacting", english.ENACTING, "the "),
    ("issued", re.compile(english.DATE), ""),
)


def supplement_in(blocks: Iterable[Block]) -> tuple[str, str] | None:
    """The symbol of a document that only corrects a resolution or adds to it, and that of the
    resolution; None for any other. The first symbol that is printed above the title says it."""
    for block in blocks:
        if symbol := SYMBOL.search(block.text) if "/RES/" in block.text else None:
            if english.INCORPORATES.search(block.text[: symbol.start()]):
                continue
            more = english.SUPPLEMENT.match(block.text, symbol.end())
            return (f"{symbol[0]}{more[0]}", symbol[0]) if more else None
        if TITLE_NUMBER.match(block.text) or english.ENACTING.match(block.text):
            break
    return None


def fields_in(
    block: Block, before: Collection[str]
) -> Iterator[tuple[str, Block, re.Match[str] | None]]:
    """The fields of a masthead block in order, and the words between them.

    `before` names the fields and the pieces of the letterhead in the blocks before.
    """
    small = block.text.lower()
    candidates = [
        (match.start(), order, name, match)
        for order, (name, form, sign) in enumerate(_PATTERNS)
        if sign in small
        for match in form.finditer(block.text)
    ]
    if not candidates:
        if (words := block.cut(0)).text:
            yield "free", words, None
        return
    candidates.sort(key=lambda hit: hit[:2])
    lines = {place.offset for place in block.breaks}
    begun = {start for start, *_ in candidates}
    whole = {
        match.start(): name
        for _, _, name, match in candidates
        if match.start() in {0, *lines}
        and _after_spaces(block.text, match.end()) in {*lines, len(block.text)}
    }
    read = {*before}
    fields: list[tuple[str, re.Match[str]]] = []
    edges, following = [0], _after_spaces(block.text, 0)
    for start, _, name, match in candidates:
        # A field begins a line or follows another: a session, a date, a number or an organ inside
        # a title is part of the title.
        begins = name in ("origin", "resolved") or start in lines or start <= following
        # The rest of a block belongs to how it was adopted: on what basis.
        end = len(block.text) if name == "vote" else match.end()
        if name == "title":
            end = _end_of_title(block.text, start, whole)
        if start < edges[-1] or not begins or in_word(block.text, start, end):
            continue
        if not _is_due(name, match, read, whole=start in whole):
            continue
        if name == "letterhead" and not _ends_a_piece(match, begun, lines):
            continue
        read |= {name, words_of(match)}
        fields.append((name, match))
        edges += (start, end)
        following = _after_spaces(block.text, end)
    if edges[1:] == [0, len(block.text)]:
        yield fields[0][0], block.cut(0), fields[0][1]
        return  # as most
    pieces = block.parted(edges[1:])
    for place, piece in enumerate(pieces):
        if place % 2:
            yield fields[place // 2][0], piece, fields[place // 2][1]
        elif piece.text:
            yield "free", piece, None


def _end_of_title(text: str, start: int, whole: Mapping[int, str]) -> int:
    """Where the title ends that begins at an offset: before a line that is wholly another field, as
    copies on web pages print them below it, else with its block."""
    ends = (
        place
        for place, name in sorted(whole.items())
        if place > start and name in BELOW_THE_TITLE
        if not english.GOES_ON.search(text[:place].rstrip())
    )
    return next(ends, len(text))


def _ends_a_piece(match: re.Match[str], begun: Collection[int], lines: Collection[int]) -> bool:
    """Whether a line ends with a piece of the letterhead, or another field follows: what goes on,
    as in `United Nations Decade of Lamps`, is a title."""
    end = _after_spaces(match.string, match.end())
    return end == len(match.string) or end in lines or end in begun


_BEFORE_THE_TITLES = ("letterhead", "session", "issued")
_ANY_TIME = ("reissued", "symbol", "title")


def _is_due(name: str, match: re.Match[str], read: Collection[str], *, whole: bool) -> bool:
    """Whether a field may stand behind those that were read: most are printed once.

    The words of the letterhead, a session or a date behind the agenda item belong to its title,
    but for a letterhead that a converter put there, which begins with the word on distribution.
    Behind the title of the resolution a session is none of its words where it is a `whole` line.
    """
    head = words_of(match)
    if (head if name == "letterhead" else name) in read:
        return name in _ANY_TIME
    heads = (head, *(read if name == "issued" else ()))
    distributed = any(one.startswith(english.DISTRIBUTION) for one in heads)
    titled = "title" in read or (not distributed and ("agenda" in read or "resolved" in read))
    if name == "session" and "title" in read:
        return whole
    return not (titled and name in _BEFORE_THE_TITLES)


def words_of(match: re.Match[str]) -> str:
    """The name of a piece of the letterhead: its words in small letters."""
    return " ".join(match[0].lower().split())


def _after_spaces(text: str, place: int) -> int:
    spaces = _SPACES.match(text, place)
    return spaces.end() if spaces else place
