"""Footnotes of HTML: links that lead from a figure in the words to the note, and back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from mkdocs_resolutions.reading.htmltree import Event

_LABEL = re.compile(r"[0-9]{1,3}|\*{1,5}|[†‡§]{1,3}")
_BRACKETS = "[]() \t\r\n\u00a0"
_ENDS_OF_A_NOTE = ("li", "p", "div", "dd", "td", "aside", "section")
_CLIMBED = ("div", "li", "aside", "section")
_MOST_IN_A_MARK = 8
"""Elements and pieces of text in a link that is the mark of a note."""


@dataclass(slots=True)
class LinkedNotes:
    """What links say of notes; elements are known by their identity."""

    marks: dict[int, str] = field(default_factory=dict)
    """Links in the words, with the number that they show."""
    notes: dict[int, str] = field(default_factory=dict)
    """Elements that hold a note, with its number."""
    silent: set[int] = field(default_factory=set)
    """Links inside a note that repeat its number or lead back."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An element, how many begin before it, and how many before its end."""

    tag: Tag
    start: int
    end: int


def linked_notes(walk: Iterable[Event]) -> LinkedNotes:
    """The notes of a file whose marks are links.

    A short link with a figure counts where it leads to a place behind it, and is raised or a link
    there leads back to it. Without links, notes are told by their raised figures.
    """
    found, places = LinkedNotes(), _places(walk)
    named = _named(places)
    links = [place for place in places if place.tag.name == "a"]
    pairs = [
        (link, named[name], label)
        for link in links
        if (name := _target(link.tag)) in named and (label := _label(link.tag))
    ]
    back = _backward(links, named)
    marks = [
        (link, target, label)
        for link, target, label in pairs
        if target.start > link.start
        and (_is_raised(link.tag) or any(name in back for name in _names_at(link.tag)))
    ]
    targets = sorted({target.start for _, target, _ in marks})
    by_tag = {id(place.tag): place for place in places}
    for link, target, label in marks:
        holder = _holder(target, link, targets, by_tag)
        found.marks[id(link.tag)] = label
        found.notes.setdefault(id(holder.tag), label)
        found.silent |= set(_returns(holder, links, label))
    return found


def _places(walk: Iterable[Event]) -> list[_Place]:
    starts, ends, order = dict[int, int](), dict[int, int](), list[Tag]()
    for event in walk:
        if event.kind == "start":
            starts[id(event.tag)] = len(order)
            order.append(event.tag)
        elif event.kind == "end":
            ends[id(event.tag)] = len(order)
    return [_Place(tag, starts[id(tag)], ends[id(tag)]) for tag in order]


def _named(places: Sequence[_Place]) -> dict[str, _Place]:
    """The elements by their ids and the names of anchors; the first of a name counts."""
    named: dict[str, _Place] = {}
    for place in places:
        for name in _names(place.tag):
            named.setdefault(name, place)
    return named


def _names(tag: Tag) -> list[str]:
    return [str(name) for key in ("id", "name") if (name := tag.get(key))]


def _names_at(link: Tag) -> Iterator[str]:
    """The names by which a link may be led back to: its own, and of what is around or in it."""
    for tag in (link, link.parent, *_inside(link)):
        if isinstance(tag, Tag):
            yield from _names(tag)


def _inside(link: Tag) -> list[PageElement]:
    """What stands in a link, as far as a mark goes."""
    return list(islice(link.descendants, _MOST_IN_A_MARK))


def _shown(link: Tag) -> str:
    """The first words in a link."""
    return "".join(str(piece) for piece in _inside(link) if isinstance(piece, NavigableString))


def _target(link: Tag) -> str:
    address = str(link.get("href") or "")
    return unquote(address[1:]) if address.startswith("#") else ""


def _label(link: Tag) -> str | None:
    """The number that a link shows; None where it shows anything else."""
    shown = _shown(link).strip(_BRACKETS)
    return shown if _LABEL.fullmatch(shown) else None


def _is_raised(link: Tag) -> bool:
    said = f"{link.get('role') or ''} {link.get('class') or ''}".lower()
    around = link.parent.name if link.parent else ""
    inside = any(isinstance(tag, Tag) and tag.name == "sup" for tag in _inside(link))
    return around == "sup" or inside or "noteref" in said


def _backward(links: Sequence[_Place], named: dict[str, _Place]) -> set[str]:
    """The names that links lead back to."""
    return {
        name
        for link in links
        if (name := _target(link.tag)) in named and named[name].start < link.start
    }


def _holder(
    target: _Place, mark: _Place, targets: Sequence[int], by_tag: dict[int, _Place]
) -> _Place:
    """The largest element that holds the note at a target, no other note and not its mark."""
    here = target
    while here.tag.name not in _ENDS_OF_A_NOTE and id(here.tag.parent) in by_tag:
        here = by_tag[id(here.tag.parent)]
    while (above := by_tag.get(id(here.tag.parent))) and above.tag.name in _CLIMBED:
        others = bisect_left(targets, above.end) - bisect_left(targets, above.start)
        if others > 1 or above.start <= mark.start:
            break
        here = above
    return here


def _returns(note: _Place, links: Sequence[_Place], label: str) -> Iterator[int]:
    """The links in a note that show its number again, or no word at all, and lead back."""
    first = bisect_left(links, note.start, key=lambda link: link.start)
    for link in links[first:]:
        if link.start >= note.end:
            return
        shown = _shown(link.tag)
        if _target(link.tag) and (
            shown.strip(_BRACKETS) == label or not any(map(str.isalnum, shown))
        ):
            yield id(link.tag)
