"""The reader of HTML, as word processors and converters write it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice
from mkdocs_resolutions.reading.characters import decode
from mkdocs_resolutions.reading.flow import Flow
from mkdocs_resolutions.reading.htmlnotes import linked_notes
from mkdocs_resolutions.reading.htmlpages import are_pages, page_lines
from mkdocs_resolutions.reading.htmltree import Event, events, parse_html
from mkdocs_resolutions.reading.manuscript import Block, Unreadable
from mkdocs_resolutions.reading.notestyles import with_marks
from mkdocs_resolutions.reading.styles import Stylesheet
from mkdocs_resolutions.reading.tables import data_tables
from mkdocs_resolutions.reading.tags import tidy
from mkdocs_resolutions.reading.text import MOST_PARAGRAPHS, read_lines
from mkdocs_resolutions.reading.view import View

_BEFORE = re.compile(r"\s++|<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->")
_BEGINS = re.compile(
    r"<(?:!doctype\s++(?:html|pdf2xml)|(?:html|head|body|meta|title|style|script|link|base|div|p|h[1-6]"
    r"|table|section|article|main|header|nav|ul|ol|dl|center|font|blockquote|pre|hr|form|pdf2xml)"
    r"(?=[\s/>]))",
    re.I,
)
_FURTHER = re.compile(
    r"</(html|pdf2xml)\s*+>(?=\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!doctype[^>]*+>\s*+)?<\1[\s>])", re.I
)
"""The end of a document behind which another begins in the same file."""
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})""", re.I
)
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})""", re.I)
_ENCODINGS = re.compile(
    r"utf-8|ascii|cp125[0-8]|iso8859-\d{1,2}|mac-roman|koi8-[ru]|gb\w{1,6}|big5|shift_jis|euc_(?:jp|kr)"
    r"|cp866"
)
_BYTES_THAT_SAY_IT = 2000
MOST_DOCUMENTS = 1000
"""In one file."""


@dataclass(frozen=True, slots=True)
class HtmlReading:
    """What the reader of HTML gives: blocks, notices, whether they were printed pages."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]
    has_pages: bool


def is_html(data: bytes) -> bool:
    """Whether a file begins as HTML does, with an XML declaration or without.

    What `pdftohtml -xml` writes is counted with it: the same lines under other names.
    """
    beginning = data[:_BYTES_THAT_SAY_IT].replace(b"\x00", b"").decode("latin-1")
    beginning = beginning.lstrip("\xef\xbb\xbf\xff\xfe")
    while before := _BEFORE.match(beginning):
        beginning = beginning[before.end() :]
    return _BEGINS.match(beginning) is not None


def read_html(data: bytes, path: str) -> HtmlReading:
    """Read HTML: paragraphs as blocks, or the lines of pages as the reader of text reads them.

    Raises Unreadable as `decode` does, and for what is larger than any document.
    """
    text, guess = _decode(data)
    ends = [match.end() for match in _FURTHER.finditer(text)]
    if len(ends) >= MOST_DOCUMENTS:
        raise Unreadable(f"it holds {len(ends) + 1:,} documents")
    line, readings = 1, list[HtmlReading]()
    for start, end in pairwise([0, *ends, len(text)]):
        readings.append(_read(text[start:end], path, line))
        line += text.count("\n", start, end)
    return HtmlReading(
        tuple(block for one in readings for block in one.blocks),
        (*_guessed(text, guess, path), *(notice for one in readings for notice in one.notices)),
        has_pages=all(one.has_pages for one in readings),
    )


def _read(text: str, path: str, line: int) -> HtmlReading:
    """Read one document, which begins at a line of the file; style sheets are its own alone."""
    tidied, notices = tidy(text, line), list[Notice]()
    if tidied.script:
        origin = Origin(path, tidied.script)
        notices.append(Notice("markup-dropped", "A script was left out.", origin))
    root, sheet = parse_html(tidied), Stylesheet.of("\n".join(tidied.styles))
    walk, view = list(events(root)), View(path, sheet, notices)
    if are_pages(walk, sheet):
        lines = page_lines(walk, view)
        lines = with_marks(lines, "\n".join(line.text for line in lines))
        reading = read_lines(lines, path)
        return HtmlReading(reading.blocks, (*notices, *reading.notices), has_pages=True)
    blocks = _flow(walk, view)
    return HtmlReading(blocks, tuple(notices), has_pages=False)


def _flow(walk: Sequence[Event], view: View) -> tuple[Block, ...]:
    flow = Flow(view.path, view.sheet, linked_notes(walk), data_tables(walk), notices=view.notices)
    blocks = flow.read(view.of(walk))
    if len(blocks) > MOST_PARAGRAPHS:
        raise Unreadable(f"it has more than {MOST_PARAGRAPHS:,} paragraphs")
    return blocks


def _decode(data: bytes) -> tuple[str, str | None]:
    """The text, and its encoding where that had to be guessed: the file may say it itself."""
    said = _CHARSET.search(data[:_BYTES_THAT_SAY_IT]) or _ENCODING.match(data)
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if said and not marked and b"\x00" not in data:
        try:
            return data.decode(_usual(said[1].decode("ascii"))), None
        except (LookupError, UnicodeError):
            pass  # It says what it is not: its bytes decide.
    return decode(data)


def _usual(name: str) -> str:
    """The encoding that browsers take for a name: what is called Latin-1 is Windows-1252.

    Raises LookupError for what is none of theirs: Python also knows codecs that change the words.
    """
    codec = codecs.lookup(name).name
    if not _ENCODINGS.fullmatch(codec):
        raise LookupError(name)
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _guessed(text: str, guess: str | None, path: str) -> Iterator[Notice]:
    """That the encoding was guessed, at the first line that is not ASCII."""
    line = guess and next(
        (n for n, one in enumerate(text.split("\n"), 1) if not one.isascii()), None
    )
    if line:
        yield Notice("encoding-guessed", f"Its bytes are read as {guess}.", Origin(path, line))
