"""The outline of a resolution's page: its parts, their headings, its operative paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mkdocs_resolutions.model import Clause, Resolution, Symbol
from mkdocs_resolutions.model.resolution import walk
from mkdocs_resolutions.publishing.content import Heading
from mkdocs_resolutions.publishing.labels import heading_words

OUTLINED = 40
"""Operative paragraphs. Up to so many, the outline of a page names each of them."""
RANGE = 10
"""Operative paragraphs that an entry stands for where they are more."""
LONGEST_OUTLINE = 300
"""Entries. The resolution of the corpus that has most headings has sixty."""
OPENING = 60
LEAST = 12
"""Letters. What an entry shows of a paragraph without an opening, at most and at least."""
_PARAGRAPH = 99
"""The level of a paragraph in an outline: below every heading."""


def outline_of(
    resolution: Resolution, *, is_alone: bool, earlier: Symbol | None = None
) -> tuple[Heading, ...]:
    """The entries of a resolution's outline, each with those below it.

    `is_alone` says that it cites nothing and nothing cites it: then it has no network; `earlier` is
    the text that it is compared with.
    """
    return _within_reason(tuple(_parts(resolution, is_alone, earlier)))


def _parts(resolution: Resolution, is_alone: bool, earlier: Symbol | None) -> Iterator[Heading]:
    if earlier:
        yield Heading("changes", f"What changed since {earlier.spoken}")
    if resolution.preamble:
        yield Heading("preamble", "Preamble", _headings(resolution.preamble))
    if resolution.operative:
        size = 1 if len(resolution.operative) <= OUTLINED else RANGE
        yield Heading("operative", "Operative part", _headings(resolution.operative, size))
    for annex in resolution.annexes:
        title = ": ".join(filter(None, (annex.heading, annex.title)))
        yield Heading(annex.id, title, _headings(annex.clauses))
    if resolution.footnotes:
        yield Heading("footnotes", "Footnotes")
    yield Heading("cited-by", "Cited by")
    if not is_alone:
        yield Heading("network", "Citation network")
    yield Heading("sources", "Sources")


def _within_reason(outline: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """An outline that can be looked through: of a longer one the parts, the last three too."""
    if _count(outline) <= LONGEST_OUTLINE:
        return outline
    parts = tuple(replace(heading, below=()) for heading in outline)
    return (*parts[:LONGEST_OUTLINE], *parts[LONGEST_OUTLINE:][-3:])


def _count(outline: tuple[Heading, ...]) -> int:
    return sum(1 + _count(heading.below) for heading in outline)


def _headings(clauses: Iterable[Clause], size: int = 0) -> tuple[Heading, ...]:
    """Headings of a part, each with those below it, and entries for so many paragraphs each; none
    where `size` is 0."""
    told = [one for one in walk(clauses) if one.level or (size and one.kind == "operative")]
    entries: list[tuple[int, Heading]] = []
    for is_heading, found in groupby(told, key=lambda one: bool(one.level)):
        group = tuple(found)
        if is_heading:
            entries += ((one.level or 0, Heading(one.id, heading_words(one))) for one in group)
            continue
        for start in range(0, len(group), size):
            paragraphs = group[start : start + size]
            name = _named(paragraphs[0]) if size == 1 else _range(paragraphs)
            entries.append((_PARAGRAPH, Heading(paragraphs[0].id, name)))
    return _nested(entries)


def _named(paragraph: Clause) -> str:
    return f"{paragraph.num or ''} {paragraph.phrase or opening_words(paragraph.text)}".strip()


def _range(paragraphs: Sequence[Clause]) -> str:
    """The numbers of the first and the last of some paragraphs: "11–20"; how one begins where it
    has none."""
    ends = (paragraphs[0], paragraphs[-1])
    names = [(one.num or "").rstrip(".") or _named(one) for one in ends]
    return "–".join(dict.fromkeys(names))


def opening_words(text: str) -> str:
    """How a paragraph without an opening begins: to its first comma or the like, or so far as an
    entry has room, and that it goes on.

    >>> opening_words("Oil worth 3,400 United States dollars, of which half is tar, is approved;")
    'Oil worth 3,400 United States dollars …'
    >>> opening_words("Also decides;")
    'Also decides'
    """
    whole = text.rstrip(" ,;:.")
    if len(whole) <= OPENING:
        return whole
    end = re.search(r"[,;:](?=\s)", whole[LEAST : OPENING + 1])
    room = whole[: OPENING + 1].rpartition(" ")[0] or whole[:OPENING]
    words = (whole[: LEAST + end.start()] if end else room).split()
    # A name is not cut in two: where one goes on behind the end, it is left out as a whole.
    behind = whole[len(" ".join(words)) :].strip()
    while len(words) > 1 and words[-1][:1].isupper() and behind[:1].isupper():
        behind = words.pop()
    return f"{' '.join(words)} …"


def _nested(entries: Sequence[tuple[int, Heading]]) -> tuple[Heading, ...]:
    """Entries as a tree: each holds the deeper ones that follow it."""
    made: list[Heading] = []
    at = 0
    while at < len(entries):
        level, heading = entries[at]
        end = at + 1
        while end < len(entries) and entries[end][0] > level:
            end += 1
        made.append(replace(heading, below=_nested(entries[at + 1 : end])))
        at = end
    return tuple(made)


def heading_depths(clauses: Iterable[Clause]) -> Iterator[tuple[str, int]]:
    """How deep the headings of a part stand: one below the heading that is open around each.

    Their levels tell bold from italics all through the part; the first may well be a deep one.
    """
    around: list[int] = []
    for clause in walk(clauses):
        if clause.level:
            while around and around[-1] >= clause.level:
                around.pop()
            around.append(clause.level)
            yield clause.id, len(around)
