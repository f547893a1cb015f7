"""The numbers that a browser shows before the items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import Tag

from mkdocs_resolutions.model.numeral import to_roman
from mkdocs_resolutions.reading.styles import Properties

_STYLES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip
_WITHOUT = ("none", "disc", "circle", "square")
_CONTENT = re.compile(r"""["'](?P<words>[^"']*+)["']|counter\([^,)]*+,\s*(?P<style>[\w-]+)\)""")
_MOST_LETTERS = 9 * 26
"""What nine equal letters can count, the longest label that is one."""
BULLET = "•"


@dataclass(slots=True)
class Listing:
    """A list that is read, and the number its last item has."""

    style: str
    number: int
    before: str | None = None
    """What a style sheet puts before each item in the place of its number."""
    is_begun: bool = False
    """It has an item, or says the number of its first."""
    is_in_item: bool = False
    """It stands in an item of another list."""

    @classmethod
    def of(cls, tag: Tag, said: Properties, before: str | None) -> Listing:
        """The list that an element begins."""
        named = str(tag.get("type") or said.get("list-style-type") or said.get("list-style") or "")
        style = named if named in _STYLES else named.split(" ")[0].lower()
        usual = "decimal" if tag.name == "ol" else "disc"
        number, is_begun = _figure(tag.get("start"), 1) - 1, tag.has_attr("start")
        style, in_item = _STYLES.get(style, style) or usual, tag.find_parent("li") is not None
        return cls(style, number, before, is_begun, in_item)

    def label(self, item: Tag) -> str:
        """What a browser shows before the next item; empty where it shows nothing."""
        self.number, self.is_begun = _figure(item.get("value"), self.number + 1), True
        if self.before is not None:
            return "".join(map(self._piece, _CONTENT.finditer(self.before))).strip()
        if self.style in _WITHOUT:
            return "" if self.style == "none" else BULLET
        return f"{_numeral(self.number, self.style)}."

    def _piece(self, match: re.Match[str]) -> str:
        style = match["style"]
        if style is None:
            return match["words"]
        return _numeral(self.number, _STYLES.get(style, style))


@dataclass(slots=True)
class Listings:
    """The lists that are open, and those that ended."""

    opened: list[Listing] = field(default_factory=list)
    ended: dict[int, Listing] = field(default_factory=dict)
    """The last list that ended, by how many stood around it."""

    def begin(self, listing: Listing) -> None:
        """Open a list inside those that are open.

        One that begins with another, before any item of its own, goes on with the list that ended
        before it: that is what LibreOffice writes of a list that words part below an inner item.
        """
        depth = len(self.opened) - 1
        before = self.ended.get(depth)
        if depth >= 0 and before and not self.opened[-1].is_begun:
            around = self.opened[-1]
            if around.style == before.style:
                around.number, around.is_begun = before.number, True
        self.opened.append(listing)

    def end(self) -> None:
        """Close the innermost list, if one is open."""
        if self.opened:
            last = self.opened.pop()
            self.ended[len(self.opened)] = last

    def label(self, item: Tag) -> str:
        """What stands before an item of the innermost list.

        Figures among figures are set in brackets, as resolutions have items of a paragraph: a
        browser shows by their place alone that they count no paragraphs.
        """
        if not self.opened:
            return ""
        *around, last = self.opened
        label = last.label(item)
        among = last.is_in_item and any(one.style == last.style for one in around)
        if last.style == "decimal" and last.before is None and among:
            return f"({label.rstrip('.')})"
        return label


def _figure(printed: object, otherwise: int) -> int:
    text = str(printed or "")
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else otherwise


def _numeral(number: int, style: str) -> str:
    """A number in the style of a list; in figures where the style has none for it."""
    kind = style.removeprefix("lower-").removeprefix("upper-")
    made = str(number)
    if kind == "alpha" and 0 < number <= _MOST_LETTERS:
        made = _letters(number)
    elif kind == "roman" and 0 < number < 4000:
        made = to_roman(number).lower()
    return made.upper() if style.startswith("upper-") else made


def _letters(number: int) -> str:
    """a to z, then aa, bb, as word processors and resolutions go on; browsers show ab."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)
