"""The reader of Akoma Ntoso, the XML in which the United Nations publishes resolutions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from lxml import etree

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.reading.aknfacts import read_facts, words_in
from mkdocs_resolutions.reading.characters import (
    SUPERSCRIPTS,
    broken,
    clean,
    foreign_markup,
    is_plain,
    marks,
    oddities,
    tricks,
)
from mkdocs_resolutions.reading.manuscript import Block, Facts, Mark, Unreadable
from mkdocs_resolutions.reading.tables import TableCell, span_of, table_block
from mkdocs_resolutions.reading.words import RAISED, Words

Element = etree._Element

_SUPERSCRIPT_MARK = re.compile(r"[a-z]|[0-9]{1,3}")
_SPACE = re.compile(r"[\s\u00a0]+")
# Elements that are a paragraph of their own when words stand in them.
_BLOCKS = frozenset(("p", "heading", "subheading", "crossHeading", "intro", "listIntroduction",
                     "wrapUp", "listWrapUp", "content", "formula"))  # fmt: skip
_OF_THEIR_OWN = _BLOCKS | {"table"}
_HEADINGS = frozenset(("heading", "subheading", "crossHeading", "num"))
# What has its number on a line above its heading.
_NUMBERED_BY_A_HEADING = frozenset(("section", "part", "chapter", "title"))
_STYLES: tuple[Literal["bold", "italic"], ...] = ("bold", "italic")
_ELEMENT_STYLES: dict[str, Literal["italic", "bold"]] = {"i": "italic", "em": "italic",
                                                         "b": "bold", "strong": "bold"}  # fmt: skip
# What parts the words before it from those behind it.
_PARTING = frozenset(("eol", "br", "p", "num"))
# What holds no words of the document; a comment has no name.
_SILENT = frozenset(("meta", "img", "remark", ""))
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


@dataclass(frozen=True, slots=True)
class AknReading:
    """One resolution of an XML file: its blocks, notices and facts, its letter in a composite."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]
    facts: Facts
    part: str | None = None


def read_akn(data: bytes, path: str) -> tuple[AknReading, ...]:
    """Read Akoma Ntoso: one resolution, or each of a collection.

    Raises Unreadable for XML that is broken, of another kind, or that declares entities or a
    document type: those could name other files or grow without end.
    """
    root = _tree(data)
    collection = _first(root, "documentCollection")
    if collection is None:
        return (_Reader(path).read([root], read_facts(root, path)),)
    before = [part for part in collection if _name(part.tag) in ("coverPage", "preface")]
    behind = [part for part in collection if _name(part.tag) in ("conclusions", "attachments")]
    parts = [part for part in root.iter("{*}component") if _first(part, "documentRef") is None]
    if not parts:
        raise Unreadable("it is a collection without a resolution in it")
    return tuple(
        _Reader(path).read([*before, part, *behind], read_facts(root, path, part), _letter(part))
        for part in parts
    )


def _tree(data: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = f"its XML is broken or cut off: {error.msg}"
        raise Unreadable(reason, error.lineno or 1) from None
    if root.getroottree().docinfo.doctype:
        raise Unreadable("it declares a document type, which is refused")
    if _name(root.tag) != "akomaNtoso":
        raise Unreadable(f"it is XML of another kind: {quoted(_name(root.tag), 40)}")
    return root


def _letter(component: Element) -> str | None:
    """The letter of a resolution in a collection, which its own title is numbered with."""
    for number in component.iter("{*}docNumber"):
        text = _SPACE.sub("", "".join(number.itertext())).strip(".")
        if re.fullmatch(r"[A-Z]", text):
            return text
    return None


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


_name: Callable[[object], str] = lru_cache(maxsize=512)(_local)
"""The name in a tag, which has a namespace before it; empty for the tag of a comment.

A document has a hundred names, and they are those of the one before.
"""


@lru_cache(maxsize=512)
def _styles(name: str, classes: str | None) -> Sequence[Literal["bold", "italic"]]:
    """The styles of an inline element, by its name or its class."""
    if name in _ELEMENT_STYLES:
        return (_ELEMENT_STYLES[name],)
    several = (classes or "").split() if name == "span" else ()
    return [style for style in _STYLES if style in several]


def _spaced(text: str) -> str:
    """A text with single spaces and no other white space; most texts are so."""
    text = text.replace("\t", " ").replace("\u00a0", " ")  # nearly all of the other
    if "  " not in text and text.isprintable():
        return text  # Of all white space only the space prints.
    words = " ".join(text.split())
    before, behind = text[:1].isspace(), words and text[-1:].isspace()
    return f"{' ' if before else ''}{words}{' ' if behind else ''}"


def _first(element: Element, name: str) -> Element | None:
    return next(element.iter(f"{{*}}{name}"), None)


@dataclass(slots=True)
class _Reader:
    """A walk over the elements that gathers blocks; footnotes come behind all of them."""

    path: str
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    number: str = ""
    """The number that stands before the next block."""

    def read(
        self,
        parts: Sequence[Element],
        head: tuple[Facts, tuple[Notice, ...]],
        letter: str | None = None,
    ) -> AknReading:
        """Read the parts of one resolution; `head` is what the head of the file says of it."""
        facts, notices = head
        for part in parts:
            self.walk(part)
        return AknReading((*self.blocks, *self.notes), (*notices, *self.notices), facts, letter)

    def walk(self, element: Element) -> None:
        """Read an element: as a block if words or inline elements stand in it, else its parts."""
        name = _name(element.tag)
        if name in _SILENT:
            return
        # They are held to the end: lxml makes those that nobody holds anew at each look.
        children = element[:]
        if name == "table":
            self._table(element)
        elif name == "num":
            self._number(element)
        elif name in _BLOCKS and _OF_THEIR_OWN.isdisjoint([_name(child.tag) for child in children]):
            self._block(element)
        else:
            self._parts(element, children)

    def _parts(self, element: Element, children: Sequence[Element]) -> None:
        """The parts of an element in order; words that stand between them are blocks as well."""
        if (text := element.text) and not text.isspace():
            self._stray(text, element)
        before = self.number
        for child in children:
            self.walk(child)
            if (text := child.tail) and not text.isspace():
                self._stray(text, child)
        if self.number and self.number != before:
            # A number whose clause has no words.
            self._add(Block(self.number, self._origin(element)))
            self.number = ""

    def _stray(self, text: str, element: Element) -> None:
        words = _spaced(clean(text)).strip()
        if words:
            self._add(self._numbered(Block(words, self._origin(element))))

    def _number(self, element: Element) -> None:
        parent = element.getparent()
        if parent is not None and _name(parent.tag) in _NUMBERED_BY_A_HEADING:
            self._block(element)
        else:
            text = _spaced(clean(words_in(element))).strip()
            self.number = f"{self.number} {text}".strip()

    def _block(self, element: Element) -> None:
        words = _Words(reader=self)
        words.read(element)
        block = words.block(self._origin(element))
        if not block.text:
            return
        block = self._numbered(block)
        heads = _name(element.tag) in _HEADINGS and "preamble" not in element.get("refersTo", "")
        if heads and not any(mark.kind in _STYLES for mark in block.marks):
            bold = Mark("bold", 0, len(block.text))
            block = Block(block.text, block.origin, (bold, *block.marks))
        self._add(block)

    def _numbered(self, block: Block) -> Block:
        """The block behind the number that was read before it, if one was."""
        number, self.number = self.number, ""
        if not number:
            return block
        if block.text.startswith(f"{number} "):
            message = f"{quoted(number)} stands before its words and again in them; it counts once."
            self.notices.append(Notice("number-odd", message, block.origin))
            return block
        text, start = f"{number} {block.text}", len(number) + 1
        # The number of a heading is in the style of its words.
        styles = [kind for kind in _STYLES if block.wholly(kind)]
        marks = [Mark(kind, 0, len(text)) for kind in styles]
        marks += [
            Mark(kind, place + start, end + start, value)
            for kind, place, end, value in block.marks
            if kind not in styles
        ]
        return Block(text, block.origin, tuple(marks))

    def _add(self, block: Block) -> None:
        self.blocks.append(block)
        self._judge(block.text, block.origin)

    def _judge(self, text: str, origin: Origin) -> None:
        foreign, odd, lost = foreign_markup(text), oddities(text), broken(text)
        if foreign:
            self.notices.append(Notice("markup-foreign", f"It holds {quoted(foreign)}.", origin))
        if odd:
            self.notices.append(Notice("characters-odd", f"It holds {odd}.", origin))
        if lost:
            self.notices.append(Notice("characters-broken", f"It holds {lost}.", origin))

    def dropped(self, text: str, element: Element) -> None:
        """Say which characters of a text are left out."""
        for rule, found in (("characters-dropped", tricks(text)), ("marks-dropped", marks(text))):
            if found:
                origin = self._origin(element)
                self.notices.append(Notice(rule, f"It holds {found}.", origin))

    def _table(self, table: Element) -> None:
        """A table as its rows of cells; its text is that of the cells."""
        rows = [
            [self._cell(cell) for cell in row if _name(cell.tag) in ("td", "th")]
            for row in table.iter("{*}tr")
        ]
        block = table_block(rows, self._origin(table))
        if block:
            self._add(block)

    def _cell(self, cell: Element) -> TableCell:
        words = _Words(reader=self)
        words.read(cell)
        span = span_of(cell.get("colspan"))
        return TableCell(words.block(self._origin(cell)), _name(cell.tag) == "th", span)

    def note(self, element: Element) -> str:
        """Keep a footnote that stands in the words; gives its mark."""
        marker = clean("".join((element.get("marker") or "*").split())).translate(RAISED) or "*"
        pieces = [child for child in element[:] if _name(child.tag) == "p"] or [element]
        words = _Words(reader=self)
        words.add(marker, note=marker.translate(_LOWERED))
        for piece in pieces:
            words.add(" ")
            words.read(piece)
        block = words.block(self._origin(element))
        self.notes.append(block)
        self._judge(block.text, block.origin)
        return marker

    def _origin(self, element: Element) -> Origin:
        line = element.sourceline
        return Origin(self.path, line if isinstance(line, int) else None)


@dataclass(slots=True)
class _Words(Words):
    """The words of one block, read from its elements."""

    reader: _Reader = field(kw_only=True)

    def read(self, element: Element) -> None:
        """Add the words in an element, with the styles of the elements in it."""
        self._text(element.text, element)
        for child in element[:]:
            self._inline(child)
            self._text(child.tail, element)

    def _inline(self, element: Element) -> None:
        name, start = _name(element.tag), self.length
        if name in _SILENT:
            return
        if name == "authorialNote":
            self.add(marker := self.reader.note(element), note=marker.translate(_LOWERED))
        elif name == "sup" and _SUPERSCRIPT_MARK.fullmatch("".join(element.itertext())):
            mark = "".join(element.itertext())
            self.add(mark.translate(RAISED), note="" if mark.isdecimal() else mark)
        elif name in _PARTING:
            self.add(" ")
            self.read(element)
            self.add(" ")
        elif name == "a":
            self.read(element)
            self.mark("link", start, element.get("href") or "")
        else:
            self.read(element)
            for style in _styles(name, element.get("class")):
                self.mark(style, start)

    def _text(self, text: str | None, element: Element) -> None:
        if not text:
            return
        if text.isspace():
            text = " "
        elif not is_plain(text) or "  " in text:
            # No other character that is not plain is common, and judging those takes long.
            text = _spaced(text).replace("\N{NON-BREAKING HYPHEN}", "-")
            if not is_plain(text):
                self.reader.dropped(text, element)
                text = _spaced(clean(text))  # What was dropped may have stood between two spaces.
        self.add(text)
