"""HTML made from printed pages: its lines, in the form in which the reader of text takes them.

Some converters part lines by `<br>` in reading order, others give every piece its place on the
page. No word is added or taken away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import attrgetter

from bs4 import Tag

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.reading.characters import clean, foreign_markup, is_plain
from mkdocs_resolutions.reading.htmltree import BLOCKS, Event
from mkdocs_resolutions.reading.pieces import Piece, Run, marked_up
from mkdocs_resolutions.reading.placed import set_lines
from mkdocs_resolutions.reading.printed import PrintedLine
from mkdocs_resolutions.reading.styles import Look, Properties, Stylesheet, measure
from mkdocs_resolutions.reading.text import line_notices
from mkdocs_resolutions.reading.view import Seen, View, outward_link
from mkdocs_resolutions.reading.words import RAISED

_SPACE = re.compile(r"[\s\u00a0]")
_LINE = re.compile(r"\r\n|[\n\r]")
_PARAGRAPHS = ("p", "li", "td", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
_FEWEST = 10
"""Lines or pieces of a page, at least."""
_MARK = re.compile(r"[0-9]{1,3}|[a-z]|\*{1,3}")
_COLUMNS = re.compile(r" {4,}")
_LARGE, _REST = re.compile(r"\s*[A-Z]\s*"), re.compile(r"/[A-Z]")
_SYMBOL = re.compile(r"[A-Z]{1,3}(?:/[A-Za-z0-9.()-]+){2,}")


def are_pages(walk: Sequence[Event], sheet: Stylesheet) -> bool:
    """Whether a file shows lines of pages, not paragraphs: placed, or each ended by `<br>`."""
    names, words, in_lines, inside = Counter[str](), 0, 0, 0
    for event in walk:
        if event.kind == "words":
            words += len(event.text)
            in_lines += len(event.text) if inside else 0
            continue
        inside += {"start": 1, "end": -1}[event.kind] * (event.tag.name == "pre")
        if event.kind == "start":
            names[event.tag.name] += 1
    paragraphs = sum(map(names.__getitem__, _PARAGRAPHS))
    if in_lines > words / 2 or names["br"] > max(_FEWEST, 3 * paragraphs):
        return True
    placed = (one for one in walk if one.kind == "start" and _place(one.tag, sheet))
    enough = int(max(_FEWEST, paragraphs / 2))
    return next(islice(placed, enough, None), None) is not None


def page_lines(walk: Sequence[Event], view: View) -> list[PrintedLine]:
    """The lines of all pages; `view` is told what is odd in them."""
    pieces = _Gathering(view).read(walk)
    placed = any(piece.top is not None for piece in pieces)
    lines = set_lines(pieces) if placed else _large_letters(pieces)
    return [line for _, page in groupby(lines, key=attrgetter("page")) for line in _headed(page)]


def _headed(page: Iterable[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page; the symbol in its head, which may part the title, comes first."""
    lines = list(page)
    start = next((place for place, line in enumerate(lines) if line.text), len(lines))
    end = next((n for n in range(start, len(lines)) if not lines[n].text), len(lines))
    head = [
        line._replace(text=text)
        for line in lines[start:end]
        for text in _COLUMNS.split(line.text.strip())
    ]
    symbols = [line for line in head if _SYMBOL.fullmatch(line.text)]
    if not symbols or lines[0].page == 1:
        return lines
    title = [line for line in head if line not in symbols]
    blank = lines[start]._replace(text="")
    return [blank, *symbols, blank, *title, blank, *lines[end:]]


def _large_letters(pieces: Sequence[Piece]) -> Iterator[PrintedLine]:
    """The lines of pieces without a place; a large letter that stands alone goes to its word.

    The first letter of a symbol is set so large that it seems a line of its own.
    """
    texts = [marked_up(piece.runs) for piece in pieces]
    rest = next((n for n, text in enumerate(texts) if _REST.match(text)), 0)
    firsts = (n for n in range(rest) if pieces[n].page == 1 and _LARGE.fullmatch(texts[n]))
    large = next(firsts, None)
    for place, (piece, text) in enumerate(zip(pieces, texts, strict=True)):
        if large is not None and place == rest:
            text = texts[large].strip() + text
        if place != large:
            yield PrintedLine(piece.line, text if text.strip() else "", piece.page)


# --- pieces ----------------------------------------------------------------------------------


def _place(tag: Tag, sheet: Stylesheet) -> tuple[float, float] | None:
    """Where an element is placed on its page, from its top and its left."""
    said = sheet.properties(tag)
    if tag.name == "text":
        top, left = measure(str(tag.get("top") or "")), measure(str(tag.get("left") or ""))
    elif "bottom" in said and "top" not in said:
        bottom = measure(said["bottom"])
        top, left = None if bottom is None else -bottom, measure(said.get("left", ""))
    else:
        top, left = measure(said.get("top", "")), measure(said.get("left", ""))
    return None if top is None or left is None else (top, left)


@dataclass(slots=True)
class _Gathering:
    """A walk over what is seen that gathers pieces."""

    view: View
    pieces: list[Piece] = field(default_factory=list)
    page: int = 1
    filled: bool = False
    """Words stand on the page."""
    sizes: dict[str, float] = field(default_factory=dict)
    """The sizes of the fonts that a file numbers."""
    fonts: list[Properties] = field(default_factory=list)
    """The fonts that a file numbers through all its pages, and describes on the first."""
    pitch: float = 0.0
    """From one line to the next, in an element that has several."""
    lines_count: int = 0
    """Open elements in which the ends of lines are shown."""
    links: list[str] = field(default_factory=list)

    def read(self, walk: Sequence[Event]) -> list[Piece]:
        """Everything shown in a file."""
        for name, said in self.view.sheet.rules.items():
            if name.startswith(".ft") and name.endswith(str(len(self.fonts))):
                self.fonts.append(said)
        for one in self.view.of(walk):
            if one.kind == "words":
                self._words(one)
            elif one.kind == "start":
                self._start(one)
            else:
                self._end(one)
        return self.pieces

    def _start(self, one: Seen) -> None:
        tag, name = one.tag, one.tag.name
        place = _place(tag, self.view.sheet)
        if name == "fontspec":
            self.sizes[str(tag.get("id"))] = measure(str(tag.get("size") or "")) or one.look.size
        elif name in ("hr", "page") or _is_page(tag):
            self._page_ends(one)
        if place:
            self._placed(one, *place)
        elif name == "br":
            self._line_ends(one)
        elif name in BLOCKS:
            self._new(one.line, one.look)
        elif name == "a" and tag.get("href"):
            self.links.append("")
        self.lines_count += name == "pre"

    def _end(self, one: Seen) -> None:
        name = one.tag.name
        self.lines_count -= name == "pre"
        if name in BLOCKS:
            self._new(one.line, one.look)
        elif name == "a" and self.links and one.tag.get("href"):
            origin = Origin(self.view.path, one.line)
            label, address = self.links.pop().strip(), str(one.tag["href"])
            self.view.notices += outward_link(label, address, origin)

    def _placed(self, one: Seen, top: float, left: float) -> None:
        font = self._font(str(one.tag.get("class") or ""))
        said = {**self.view.sheet.properties(one.tag), **font}
        size = self.sizes.get(str(one.tag.get("font")), one.look.size)
        size = measure(said.get("font-size", ""), size) or size
        self.pitch = measure(said.get("line-height", ""), size) or 1.2 * size
        width = measure(str(one.tag.get("width") or said.get("width") or "")) or None
        self.pieces.append(Piece(one.line, self.page, size, top, left, width))

    def _font(self, name: str) -> Properties:
        """The font that a class means: `ft` and the numbers of its page and of itself."""
        number = name.removeprefix(f"ft{self.page}")
        known = number.isdecimal() and name != number and int(number[:4]) < len(self.fonts)
        return self.fonts[int(number[:4])] if known else {}

    def _page_ends(self, one: Seen) -> None:
        self.page += self.filled
        self.filled = False
        self.pieces.append(Piece(one.line, self.page, one.look.size))
        self.pieces.append(Piece(one.line, self.page, one.look.size))

    def _new(self, line: int, look: Look) -> None:
        """A line without a place."""
        if not self.pieces or self.pieces[-1].runs or self.pieces[-1].top is not None:
            self.pieces.append(Piece(line, self.page, look.size))

    def _line_ends(self, one: Seen) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last is None or last.top is None:
            self.pieces.append(Piece(one.line, self.page, one.look.size))
        else:
            top, turn = last.top + self.pitch, last.turn + 1
            self.pieces.append(Piece(one.line, self.page, last.size, top, last.left, turn=turn))

    def _words(self, one: Seen) -> None:
        if not self.lines_count:
            text = one.text.strip("\n\r\t")
            last = self.pieces[-1] if self.pieces else None
            # White space between elements is none of a line that has not begun; spaces of a line
            # that has a place are its own.
            placed = last is not None and last.top is not None and "\n" not in one.text
            if text.strip(" ") or (text and last and (last.runs or placed)):
                self._run(text, one, one.line)
            return
        for place, text in enumerate(_LINE.split(one.text)):
            for part, words in enumerate(text.split("\f")):
                if part:
                    self._page_ends(one)
                if place or part:
                    self.pieces.append(Piece(one.line + place, self.page, one.look.size))
                if words:
                    self._run(words, one, one.line + place)

    def _run(self, text: str, one: Seen, line: int) -> None:
        text = _SPACE.sub(" ", text)
        if not is_plain(text) or foreign_markup(text):
            self.view.notices += line_notices(text, Origin(self.view.path, line))
        if not self.pieces:
            self._new(line, one.look)
        if not self.pieces[-1].runs:
            self.pieces[-1].line = line
        self.filled = self.filled or bool(text.strip())
        if one.look.raised and _MARK.fullmatch(text.strip()):
            text = text.translate(RAISED)
        self.pieces[-1].runs.append(Run(clean(text), one.look.italic, one.look.bold))
        if self.links:
            self.links[-1] += text


def _is_page(tag: Tag) -> bool:
    """Whether an element is a page by its name."""
    if tag.name != "div":
        return False
    names = f"{tag.get('class') or ''} {tag.get('id') or ''}".lower().split()
    return any(name == "pf" or name.startswith("page") for name in names)
