"""A redline as HTML and as plain characters: what was left out, what was put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Literal

from markupsafe import Markup

from mkdocs_resolutions.model import NoteMark, Reference, Run, Span
from mkdocs_resolutions.publishing.markup import Lead, Leads, official_lead, words_html

_HIDDEN = '<span class="for-ears">{}</span>'
_MARKS = {"+": ("ins", "inserted", "insertion"), "-": ("del", "deleted", "deletion")}
_PARTS_INSERTED = Markup('<span class="parts-ins">'), Markup("</span>")
_PARTS_DELETED = Markup('<span class="parts-del">'), Markup("</span>")
"""Around the space before words that a column of the other year does not show."""


def redline_html(
    runs: Sequence[Run],
    references: Iterable[Reference] = (),
    phrase: str | None = None,
    italics: Sequence[Span] = (),
    marks: Iterable[tuple[NoteMark, Markup]] = (),
    leads: Leads = official_lead,
    gone: Sequence[tuple[int, Markup]] = (),
) -> Markup:
    """Runs as the words of the later text with `<ins>` around what it has and `<del>` in between.

    References, italics and footnote marks are those of the later text, as `words_html` takes them;
    `gone` are marks that only the earlier text has, by their offsets there, in their order.
    Space at the ends of a run stands outside its element, where no line goes through or under it;
    what alone parts it from the words before goes with it where it is hidden.
    """
    around: list[tuple[Span, Markup, Markup]] = []
    deleted: list[tuple[int, Markup]] = []
    at = there = 0
    for run, following in zip_longest(runs, runs[1:]):
        end = there if run.kind == "+" else there + len(run.text)
        marked = [(place - there, mark) for place, mark in gone if there < place <= end]
        there = end
        if run.kind == "-":
            meets = following is not None and following.kind == "+"
            deleted += [(at, piece) for piece in _pieces(run.text, marked, meets=meets)]
            continue
        deleted += [(at + place, mark) for place, mark in marked]
        bare = run.text.strip()
        start = at + len(run.text) - len(run.text.lstrip())
        if run.kind == "+" and bare:
            if _is_parted_before(run.text):
                around.append((Span(at, start), *_PARTS_INSERTED))
            around.append((Span(start, start + len(bare)), *bounds("+", bare)))
        at += len(run.text)
    cuts = [place for place, _ in deleted]
    parts = [(part, one) for one in references for part in _around(one, cuts)]
    wholes = {(part.start, part.end): one for part, one in parts}

    def lead(part: Reference) -> Lead | None:
        # A part leads where the whole does; the sign of where that is stands at its end.
        whole = wholes[part.start, part.end]
        found = leads(whole)
        return replace(found, goes_on=part.end < whole.end) if found else None

    links = [part for part, _ in parts]
    return words_html(later_text(runs), links, phrase, italics, marks, lead, around, deleted)


def _around(reference: Reference, cuts: Iterable[int]) -> Iterator[Reference]:
    """A reference of the later text in parts, so that no words left out stand in its link. Spaces
    at their ends are none of it: where a column shows only them, the link would be empty."""
    start = reference.start
    for cut in (*(cut for cut in cuts if start < cut < reference.end), reference.end):
        words = reference.text[start - reference.start : cut - reference.start]
        if bare := words.strip():
            begin = start + words.index(bare)
            yield replace(reference, start=begin, end=begin + len(bare), text=bare)
        start = cut


def _pieces(text: str, marked: Iterable[tuple[int, Markup]], *, meets: bool) -> Iterator[Markup]:
    """Words left out with the footnote marks that stood in them."""
    start = 0
    for place, mark in marked:
        yield _deleted(text[start:place], meets=False)
        yield mark
        start = place
    if text[start:]:
        yield _deleted(text[start:], meets=meets)


def _deleted(text: str, *, meets: bool) -> Markup:
    """Words left out; those that meet words put in are set apart from them."""
    bare = text.strip()
    if not bare:
        return words_html(text)
    start = len(text) - len(text.lstrip())
    opening, closing = bounds("-", bare)
    if meets and text == bare:
        opening = opening.replace("<del>", Markup('<del class="meets">'), 1)
    before = words_html(text[:start])
    if _is_parted_before(text):
        before = _PARTS_DELETED[0] + before + _PARTS_DELETED[1]
    return before + opening + words_html(bare) + closing + words_html(text[start + len(bare) :])


def bounds(kind: Literal["+", "-"], words: str) -> tuple[Markup, Markup]:
    """What stands around words put in or left out: a screen reader says where they begin and end,
    with a pause that a mark at their end makes already."""
    tag, begins, ends = _MARKS[kind]
    pause = "" if words[-1:] in (",", ";", ":", ".") else ","
    hidden = _HIDDEN.format(f"{begins}: "), _HIDDEN.format(f"{pause} end of {ends}, ")
    return Markup(f"<{tag}>{hidden[0]}"), Markup(f"{hidden[1]}</{tag}>")


def _is_parted_before(text: str) -> bool:
    """Whether words have space before them and none behind: "[ and others],"."""
    return text[:1].isspace() and not text[-1:].isspace()


def redline_plain(runs: Iterable[Run], old: str = "[-{}-]", new: str = "{{+{}+}}") -> str:
    """Runs in one line of characters: `the [-strong-]{+grave+} concern`."""
    forms = {"-": old, "+": new, "=": "{}"}
    return "".join(forms[run.kind].format(run.text) for run in runs)


def earlier_text(runs: Iterable[Run]) -> str:
    """The earlier text, to the letter."""
    return "".join(run.text for run in runs if run.kind != "+")


def later_text(runs: Iterable[Run]) -> str:
    """The later text, to the letter."""
    return "".join(run.text for run in runs if run.kind != "-")
