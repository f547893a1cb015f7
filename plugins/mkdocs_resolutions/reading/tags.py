"""The tags of an HTML file in one plain form, so that whatever is written the tree meets no trap.

Browsers read anything, and so must we, in a time that grows only with the file: comments,
declarations and scripts are left out, of the attributes those are kept that count, and what only
looks like a tag becomes text. Line ends are kept, for they are counted.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_resolutions.reading.manuscript import Unreadable

_NAME = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9:_-]{0,80})(?=[\s/>])")
# The quantifiers are possessive: each takes what it can and gives nothing back.
_QUOTED_TAG = re.compile(r"""<(?:[^<>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>""")
_PLAIN_TAG = re.compile(r"<[^<>]*+>")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]++)"""
    r"""(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"'<>]++)))?+"""
)
_KEPT = {
    "class", "colspan", "font", "hidden", "href", "id", "left", "name", "role", "size", "start",
    "style", "top", "type", "value", "width",
}  # fmt: skip
_NO_TEXT = ("script", "style")
_MOST_IN_VAIN = 20
"""Tags whose quotations have no end. Looking for it may take the whole file each time."""
_ENTITIES_OF_ITS_OWN = re.compile(r"<!doctype[^\[>]*\[", re.I)


class Opening(NamedTuple):
    """A tag that opens an element; `closed` says that it is its end as well."""

    name: str
    attributes: Mapping[str, str]
    line: int
    closed: bool


class Closing(NamedTuple):
    """A tag that ends an element."""

    name: str


@dataclass(slots=True)
class Tidied:
    """The tags of a file and the words between them, its style sheets, the line of its first
    script."""

    tokens: list[Opening | Closing | str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    script: int | None = None


def tidy(text: str, line: int = 1) -> Tidied:
    """Read the tags of a text, which begins at a line of its file.

    Raises Unreadable for a document type that declares entities: they could grow without end.
    """
    if _ENTITIES_OF_ITS_OWN.search(text[:2000]):
        raise Unreadable("it declares entities of its own, which is refused")
    scan = _Scan(text, line=line)
    scan.run()
    return scan.found


@dataclass(slots=True)
class _Scan:
    """One pass over the text, from one `<` to the next."""

    text: str
    found: Tidied = field(default_factory=Tidied)
    line: int = 1
    """The lines that began so far, those that entities of a text begin included."""
    in_vain: int = 0
    """How often the end of a tag was not found where its quotations say."""

    def run(self) -> None:
        place = 0
        while (start := self.text.find("<", place)) >= 0:
            self._words(place, start)
            place = self._markup(start)
        self._words(place, len(self.text))

    def _words(self, start: int, end: int) -> None:
        self._say(_unescaped(self.text[start:end]))

    def _say(self, words: str) -> None:
        if words:
            self.found.tokens.append(words)
            self.line += words.count("\n")

    def _markup(self, start: int) -> int:
        """Read what a `<` begins; gives the place behind it."""
        text = self.text
        if text.startswith("<!--", start):
            return self._cut(start, start + 4, "-->")
        if text.startswith("<![CDATA[", start):
            end = text.find("]]>", start)
            end = len(text) if end < 0 else end
            self._say(text[start + 9 : end])
            return end + 3
        if text.startswith(("<!", "<?"), start):
            return self._cut(start, start + 2, ">")
        name = _NAME.match(text, start)
        end = self._end_of_tag(start) if name else 0
        if name is None or not end:
            self._say("<")
            return start + 1
        return self._tag(name, end)

    def _cut(self, start: int, behind: int, closing: str) -> int:
        """Leave out a comment or a declaration, but for its line ends."""
        found = self.text.find(closing, behind)
        end = len(self.text) if found < 0 else found + len(closing)
        self._say("\n" * self.text.count("\n", start, end))
        return end

    def _end_of_tag(self, start: int) -> int:
        """The place behind a tag; 0 where it has no end."""
        match = None
        if self.in_vain < _MOST_IN_VAIN:
            match = _QUOTED_TAG.match(self.text, start)
            self.in_vain += match is None
        match = match or _PLAIN_TAG.match(self.text, start)
        return match.end() if match else 0

    def _tag(self, name: re.Match[str], end: int) -> int:
        tag, start = name["name"].lower(), name.start()
        lines = self.text.count("\n", start, end)
        if self.text[start + 1] == "/":
            self.found.tokens.append(Closing(tag))
        elif tag in _NO_TEXT:
            self._say("\n" * lines)
            return end if self.text[end - 2] == "/" else self._without_text(tag, end)
        else:
            attributes = _attributes(self.text[name.end() : end - 1])
            closed = self.text[end - 2] == "/"
            self.found.tokens.append(Opening(tag, attributes, self.line, closed))
        self.line += lines
        return end

    def _without_text(self, tag: str, start: int) -> int:
        """Leave out what stands in a script or a style sheet; gives the place behind it."""
        closing = re.compile(f"</{tag}", re.I).search(self.text, start)
        end = closing.start() if closing else len(self.text)
        if tag == "style":
            self.found.styles.append(self.text[start:end])
        elif self.found.script is None:
            self.found.script = self.text.count("\n", 0, start) + 1
        self._say("\n" * self.text.count("\n", start, end))
        return self.text.find(">", end) + 1 or len(self.text)


def _attributes(text: str) -> dict[str, str]:
    """The attributes that count, with single spaces in their values; the last of a name counts."""
    made = {}
    for match in _ATTRIBUTE.finditer(text):
        name = match["name"].lower()
        if name in _KEPT:
            value = match["double"] or match["single"] or match["bare"] or ""
            made[name] = " ".join(_unescaped(value).split())
    return made


def _unescaped(text: str) -> str:
    """A text with the characters that its entities mean; most of them are no-break spaces."""
    if "&" not in text:
        return text
    text = text.replace("&#160;", "\u00a0")
    return html.unescape(text) if "&" in text else text
