"""A naive walk of the UN's XML: what its elements say, and nothing that its words would.

Containers of the preamble are counted, paragraphs have the number in `num`, list items that of
theirs at the depth of their element. What an element does not say is not seen: a list set as flat
paragraphs, an annex set as part of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from benchmarks.quality.outline import Line, heading, outline

Element = etree._Element


def naive_outlines(file: Path) -> dict[str, dict[str, str]]:
    """The outline of each resolution in a file, by its letter in a composite, else by nothing."""
    root = etree.parse(file).getroot()
    statements = [one for one in root.iter("{*}statement") if _first(one, "mainBody") is not None]
    return {_letter(one): outline(_lines(one)) for one in statements}


def words_of_file(file: Path) -> str:
    """All the words of a file, its head and what its elements call remarks left out.

    A number that stands in an element of its own and again in the words counts once.
    """
    return _all_words(etree.parse(file).getroot())


def _all_words(element: Element) -> str:
    following = element.getnext() if _name(element) == "num" else None
    again = following is not None and _text(following).startswith(f"{_text(element)} ")
    if again or _name(element) in ("", "meta", "remark"):
        return ""
    pieces = [element.text or ""]
    for child in element:
        pieces += (_all_words(child), child.tail or "")
    return " ".join(pieces)


def _letter(statement: Element) -> str:
    preface = _first(statement, "preface")
    printed = re.match(r"([A-Z]) ", _text(preface)) if preface is not None else None
    return printed[1] if printed else ""


def _lines(statement: Element) -> Iterator[Line]:
    for part in statement:
        if _name(part) == "preamble":
            yield from _preamble(part)
        elif _name(part) in ("mainBody", "attachments"):
            yield from _body(part)


def _preamble(preamble: Element) -> Iterator[Line]:
    for part in preamble:
        if _name(part) == "container":
            head = next(part.iter("{*}listIntroduction", "{*}p"), part)
            yield Line("preambular", "", _text(head))
        for item in part.iter("{*}item"):
            yield Line("preambular", _num(item), _words(item), depth=1)


def _body(part: Element) -> Iterator[Line]:
    for one in part.iter("{*}paragraph", "{*}section"):
        heads = [_text(child) for child in one if _name(child) in ("heading", "subheading")]
        if _name(one) == "section":
            yield from _section(one)
        elif heads:
            yield from heading(heads[0])
        else:
            yield from _paragraph(one)


def _section(section: Element) -> Iterator[Line]:
    """The head of a section, and its preamble, which is set as cross headings."""
    for child in section:
        if child.get("refersTo") == "#preamble":
            yield Line("preambular", "", _text(child))
        elif _name(child) != "paragraph":
            yield from heading(_text(child))


def _paragraph(paragraph: Element) -> Iterator[Line]:
    yield Line("operative", _num(paragraph), _words(paragraph))
    for item in paragraph.iter("{*}point"):
        below = _name(item.getparent()) == "sublist"
        yield Line("operative", _num(item), _words(item), depth=2 if below else 1)


def _words(one: Element) -> str:
    """The words of an element itself, without its number and its list."""
    parts = [child for child in one if _name(child) in ("content", "p")]
    return " ".join(map(_text, (*parts, *one.iterfind("{*}list/{*}intro"))))


def _num(one: Element) -> str:
    num = _first(one, "num")
    return _text(num) if num is not None else ""


def _text(element: Element) -> str:
    """The words in an element, without those of its footnotes."""
    if _name(element) in ("", "authorialNote"):
        return ""
    pieces = [element.text or ""]
    for child in element:
        pieces += (_text(child), child.tail or "")
    return " ".join("".join(pieces).split())


def _name(element: Element | None) -> str:
    if element is None or not isinstance(element.tag, str):
        return ""
    return etree.QName(element).localname


def _first(element: Element, name: str) -> Element | None:
    return next((child for child in element if _name(child) == name), None)
