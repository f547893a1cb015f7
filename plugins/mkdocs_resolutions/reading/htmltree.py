"""The tree of an HTML file, walked from its first tag to its last, however deep it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString

from mkdocs_resolutions.reading.manuscript import Unreadable
from mkdocs_resolutions.reading.tags import Closing, Opening, Tidied

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


class Event(NamedTuple):
    """A tag that begins or ends, or the words between two, and the line of the file."""

    kind: Literal["start", "words", "end"]
    tag: Tag
    line: int
    text: str = ""


def parse_html(tidied: Tidied) -> BeautifulSoup:
    """The tree of a file. Raises Unreadable for more tags than any document has."""
    count = sum(not isinstance(token, str) for token in tidied.tokens)
    if count > MOST_TAGS:
        raise Unreadable(f"it has {count:,} tags")
    return BeautifulSoup("", builder=_Builder(tidied))


class _Builder(HTMLTreeBuilder):
    """Builds the tree from tags that were found already: no parser has to find them again."""

    TRACKS_LINE_NUMBERS = True

    def __init__(self, tidied: Tidied) -> None:
        super().__init__(multi_valued_attributes=None)  # type: ignore[arg-type]
        self._tokens = tidied.tokens
        self._ended = Counter[str]()
        """Elements that cannot hold anything: where the file ends them too, that says nothing."""

    def feed(self, markup: object) -> None:
        """Give BeautifulSoup the tags and the words; there is no markup beside them."""
        assert self.soup is not None
        for token in self._tokens:
            if isinstance(token, str):
                self.soup.handle_data(token)
            elif isinstance(token, Opening):
                self._open(self.soup, token)
            else:
                self._close(self.soup, token)

    def _open(self, soup: BeautifulSoup, tag: Opening) -> None:
        name = tag.name
        soup.handle_starttag(name, None, None, tag.attributes, sourceline=tag.line)
        if tag.closed:
            soup.handle_endtag(name)
        elif self.can_be_empty_element(name):
            soup.handle_endtag(name)
            self._ended[name] += 1

    def _close(self, soup: BeautifulSoup, tag: Closing) -> None:
        if self._ended[tag.name]:
            self._ended[tag.name] -= 1
        else:
            soup.handle_endtag(tag.name)


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


def frame_of(tags: Sequence[Tag]) -> frozenset[int]:
    """The elements, by identity, that belong to a web page around the document.

    `tags` are all of it in order. Where a page says what is its main part, that is everything
    outside it but what it stands in.
    """
    named = next((tag for tag in tags if tag.name == "main"), None)
    main = named or next((tag for tag in tags if tag.get("role") == "main"), None)
    if main is None:
        return frozenset(
            id(tag) for tag in tags if tag.name in ("nav", "aside") and not _is_note(tag)
        )
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
