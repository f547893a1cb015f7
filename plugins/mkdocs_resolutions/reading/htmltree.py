"""The tree of an HTML file, walked from its first tag to its last, however deep it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from mkdocs_resolutions.reading.manuscript import Unreadable

MOST_TAGS = 300_000
"""The largest document of the corpus has under 20,000 as any converter writes it."""

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "page", "pre", "section", "summary", "table", "tbody", "td", "text",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
"""Elements that begin a paragraph of their own; `page` and `text` are those of pdf2xml."""
SILENT = {
    "applet", "audio", "button", "canvas", "datalist", "frameset", "head", "iframe", "img",
    "input", "map", "math", "noembed", "noframes", "noscript", "object", "option", "select",
    "svg", "template", "textarea", "title", "video",
}  # fmt: skip
"""Elements whose words are none of the document's: programs, pictures and forms."""


@dataclass(frozen=True, slots=True)
class Event:
    """A tag that begins or ends, or the words between two, and the line of the file."""

    kind: Literal["start", "words", "end"]
    tag: Tag
    line: int
    text: str = ""


def parse_html(markup: str) -> BeautifulSoup:
    """The tree of tidy markup. Raises Unreadable for more tags than any document has."""
    count = markup.count("<")
    if count > MOST_TAGS:
        raise Unreadable(f"it has {count:,} tags")
    # Of the parsers that BeautifulSoup knows this one keeps the lines, and is always there.
    return BeautifulSoup(markup, "html.parser", multi_valued_attributes=None)


def events(root: Tag) -> Iterator[Event]:
    """Everything inside an element in order; nothing here calls itself."""
    opened: list[Tag] = []
    line = 1
    for node in root.descendants:
        while opened and node.parent is not opened[-1]:
            yield Event("end", opened.pop(), line)
        if isinstance(node, Tag):
            line = node.sourceline or line
            opened.append(node)
            yield Event("start", node, line)
        elif type(node) is NavigableString:
            yield Event("words", opened[-1] if opened else root, line, str(node))
            line += node.count("\n")
    while opened:
        yield Event("end", opened.pop(), line)


def frame_of(root: Tag) -> frozenset[int]:
    """The elements, by identity, that belong to a web page around the document.

    Where a page says what is its main part, that is everything outside it but what it stands in.
    """
    main = root.find("main") or root.find(role="main")
    if not isinstance(main, Tag):
        return frozenset(id(tag) for tag in root.find_all(["nav", "aside"]) if not _is_note(tag))
    around = {id(parent) for parent in main.parents}
    return frozenset(
        id(tag)
        for parent in main.parents
        for tag in parent.find_all(True, recursive=False)
        if id(tag) not in around and tag is not main
    )


def _is_note(tag: Tag) -> bool:
    """Whether an element says that it holds notes."""
    said = f"{tag.get('role') or ''} {tag.get('type') or ''} {tag.get('class') or ''}".lower()
    return "note" in said
