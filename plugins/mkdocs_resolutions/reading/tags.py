"""The tags of an HTML file in one plain form, so that whatever is written the parser meets no trap.

Browsers read anything, and so must we, in a time that grows only with the file: comments,
declarations and scripts are cut out, tags are written anew with the attributes that count, and
what only looks like a tag becomes text. Line ends are kept: the parser counts them.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Tidied:
    """The markup in its plain form, the style sheets of the file, the line of its first script."""

    markup: str
    styles: str
    script: int | None


def tidy(text: str) -> Tidied:
    """Write the tags of a text anew.

    Raises Unreadable for a document type that declares entities: they could grow without end.
    """
    if _ENTITIES_OF_ITS_OWN.search(text[:2000]):
        raise Unreadable("it declares entities of its own, which is refused")
    return _Scan(text).run()


@dataclass(slots=True)
class _Scan:
    """One pass over the text, from one `<` to the next."""

    text: str
    made: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    script: int | None = None
    in_vain: int = 0
    """How often the end of a tag was not found where its quotations say."""

    def run(self) -> Tidied:
        place = 0
        while (start := self.text.find("<", place)) >= 0:
            self._words(place, start)
            place = self._markup(start)
        self._words(place, len(self.text))
        return Tidied("".join(self.made), "\n".join(self.styles), self.script)

    def _words(self, start: int, end: int) -> None:
        piece = self.text[start:end]
        if "&" in piece:
            piece = html.unescape(piece).replace("&", "&amp;").replace("<", "&lt;")
        self.made.append(piece)

    def _markup(self, start: int) -> int:
        """Read what a `<` begins; gives the place behind it."""
        text = self.text
        if text.startswith("<!--", start):
            return self._cut(start, start + 4, "-->")
        if text.startswith("<![CDATA[", start):
            end = text.find("]]>", start)
            end = len(text) if end < 0 else end
            self.made.append(html.escape(text[start + 9 : end], quote=False))
            return end + 3
        if text.startswith(("<!", "<?"), start):
            return self._cut(start, start + 2, ">")
        name = _NAME.match(text, start)
        end = self._end_of_tag(start) if name else 0
        if name is None or not end:
            self.made.append("&lt;")
            return start + 1
        return self._tag(name, end)

    def _cut(self, start: int, behind: int, closing: str) -> int:
        """Leave out a comment or a declaration, but for its line ends."""
        found = self.text.find(closing, behind)
        end = len(self.text) if found < 0 else found + len(closing)
        self.made.append("\n" * self.text.count("\n", start, end))
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
        lines = "\n" * self.text.count("\n", start, end)
        if self.text[start + 1] == "/":
            self.made.append(f"</{tag}{lines}>")
            return end
        closed = self.text[end - 2] == "/"
        if tag in _NO_TEXT:
            self.made.append(lines)
            return end if closed else self._without_text(tag, end)
        attributes = "".join(_attributes(self.text[name.end() : end - 1]))
        self.made.append(f"<{tag}{attributes}{lines}{'/' if closed else ''}>")
        return end

    def _without_text(self, tag: str, start: int) -> int:
        """Leave out what stands in a script or a style sheet; gives the place behind it."""
        closing = re.compile(f"</{tag}", re.I).search(self.text, start)
        end = closing.start() if closing else len(self.text)
        if tag == "style":
            self.styles.append(self.text[start:end])
        elif self.script is None:
            self.script = self.text.count("\n", 0, start) + 1
        self.made.append("\n" * self.text.count("\n", start, end))
        return self.text.find(">", end) + 1 or len(self.text)


def _attributes(text: str) -> list[str]:
    """The attributes that count, each in double quotation marks."""
    made = []
    for match in _ATTRIBUTE.finditer(text):
        name = match["name"].lower()
        if name in _KEPT:
            value = match["double"] or match["single"] or match["bare"] or ""
            value = html.escape(" ".join(html.unescape(value).split()))
            made.append(f' {name}="{value}"')
    return made
