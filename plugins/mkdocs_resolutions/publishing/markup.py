"""The words of a clause as HTML: escaped, with opening, italics, references and note marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup, escape

from mkdocs_resolutions.model import NoteMark, Reference, Span
from mkdocs_resolutions.parsing import english

Look = Literal["held", "external", "here", "quiet"]
"""How a link looks: to a text held here, to an official document, to a place of the same page, or
of words that stand for a document without naming it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a reference leads from a page: an address and how its link looks, and the number of its
    card if it has one; without an address, why it leads nowhere."""

    address: str | None
    look: Look = "external"
    card: int | None = None
    why: str = ""
    goes_on: bool = False
    """Whether a further part of the same link follows, behind words that are none of it."""


Leads = Callable[[Reference], Lead | None]
"""Tells where a reference leads; None for words that stay as they are."""


def official_lead(reference: Reference) -> Lead | None:
    """To the official document, whatever is held."""
    return Lead(reference.url) if reference.url else None


@dataclass(frozen=True, slots=True)
class _Tag:
    """An element around a stretch of the text."""

    start: int
    end: int
    opening: Markup
    closing: Markup
    cut: Markup | None = None
    """How it opens where another element cuts it, for all parts but the last."""


def words_html(
    text: str,
    references: Iterable[Reference] = (),
    phrase: str | None = None,
    italics: Sequence[Span] = (),
    marks: Iterable[tuple[NoteMark, Markup]] = (),
    leads: Leads = official_lead,
    around: Iterable[tuple[Span, Markup, Markup]] = (),
    between: Iterable[tuple[int, Markup]] = (),
) -> Markup:
    """A text with its elements; everything that is not one of them is escaped.

    `around` has further elements by the stretch they hold, `between` what stands at an offset,
    behind the marks there. Line ends of the text become breaks. Stretches that overlap are cut so
    that elements nest; of elements that hold the same stretch that of `around` holds the others.
    """
    marks = tuple(marks)
    links = [(reference, lead) for reference in references if (lead := leads(reference))]
    tags = [_Tag(span.start, span.end, *element) for span, *element in around]
    for link in links:
        tags += _link_tags(*link, (mark.offset for mark, _ in marks))
    if phrase:
        tags.append(_Tag(0, len(phrase), Markup('<em class="phrase">'), Markup("</em>")))
    tags += [_Tag(span.start, span.end, Markup("<i>"), Markup("</i>")) for span in italics]
    tags += _foreign(text)
    empty: dict[int, Markup] = {}
    for offset, html in (*((mark.offset, html) for mark, html in marks), *between):
        empty[offset] = empty.get(offset, Markup("")) + html
    return _nest(text, tags, empty)


def _foreign(text: str) -> Iterator[_Tag]:
    """Words of another language, which a screen reader should say in it."""
    for match in english.FOREIGN.finditer(text):
        language = english.FOREIGN_WORDS[match[0].lower()]
        opening = Markup('<span lang="{}">').format(language)
        yield _Tag(match.start(), match.end(), opening, Markup("</span>"))


def _reference_tags(lead: Lead) -> tuple[Markup, Markup]:
    if lead.address is None:
        opening = Markup('<span class="reference--open" title="Not linked: {}">').format(lead.why)
        return opening, Markup("</span>")
    outside = lead.look == "external" or "://" in lead.address
    opening = Markup('<a class="reference reference--{}" href="{}"{}{}>').format(
        f"{lead.look}{' reference--goes-on' if lead.goes_on else ''}",
        lead.address,
        Markup(' rel="external"') if outside else "",
        Markup(' data-card="{}"').format(lead.card) if lead.card is not None else "",
    )
    return opening, Markup("</a>")


def _link_tags(reference: Reference, lead: Lead, marks: Iterable[int]) -> Iterator[_Tag]:
    """The link of a reference, in parts where a footnote mark, a link too, stands in it."""
    (opening, closing), cut = _reference_tags(lead), _cut_tag(lead)
    start = reference.start
    for end in sorted(mark for mark in marks if start < mark < reference.end):
        yield _Tag(start, end, cut, closing, cut)
        start = end
    yield _Tag(start, reference.end, opening, closing, cut)


def _cut_tag(lead: Lead) -> Markup:
    return _reference_tags(replace(lead, goes_on=True))[0]


def _nest(text: str, tags: list[_Tag], empty: dict[int, Markup]) -> Markup:
    """Write the text once, opening and closing elements at their offsets, properly nested."""
    cuts = {0, len(text), *empty}
    for tag in tags:
        cuts.update((tag.start, tag.end))
    places = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    starts: dict[int, list[_Tag]] = {}
    for tag in tags:
        if 0 <= tag.start < tag.end <= len(text):
            starts.setdefault(tag.start, []).append(tag)
    out: list[str] = []
    stack: list[_Tag] = []
    for index, place in enumerate(places):
        reopen: list[_Tag] = []
        while any(tag.end <= place for tag in stack):
            tag = stack.pop()
            out.append(tag.closing)
            if tag.end > place:
                reopen.append(tag)
        if place in empty:
            out.append(empty[place])
        for tag in (*reversed(reopen), *sorted(starts.get(place, ()), key=lambda tag: -tag.end)):
            is_cut = tag.cut is not None and any(one.end < tag.end for one in stack)
            stack.append(tag)
            out.append(tag.cut or tag.opening if is_cut else tag.opening)
        following = places[index + 1] if index + 1 < len(places) else len(text)
        piece = escape(text[place:following])
        out.append(piece.replace("\n", Markup("<br>\n")))
    out += [tag.closing for tag in reversed(stack)]
    return Markup("").join(map(Markup, out))
