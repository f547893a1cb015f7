"""The numbers that a browser shows before the items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

from mkdocs_resolutions.model.numeral import to_roman
from mkdocs_resolutions.reading.styles import Properties

_STYLES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip
_WITHOUT = ("none", "disc", "circle", "square")
_CONTENT = re.compile(r"""["'](?P<words>[^"']*+)["']|counter\([^,)]*+,\s*(?P<style>[\w-]+)\)""")
BULLET = "•"


@dataclass(slots=True)
class Listing:
    """A list that is read, and the number its last item has."""

    style: str
    number: int
    before: str | None = None
    """What a style sheet puts before each item in the place of its number."""

    @classmethod
    def of(cls, tag: Tag, said: Properties, before: str | None) -> Listing:
        """The list that an element begins."""
        named = str(tag.get("type") or said.get("list-style-type") or said.get("list-style") or "")
        style = named if named in _STYLES else named.split(" ")[0].lower()
        usual = "decimal" if tag.name == "ol" else "disc"
        return cls(_STYLES.get(style, style) or usual, _figure(tag.get("start"), 1) - 1, before)

    def label(self, item: Tag) -> str:
        """What a browser shows before the next item; empty where it shows nothing."""
        self.number = _figure(item.get("value"), self.number + 1)
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


def _figure(printed: object, otherwise: int) -> int:
    text = str(printed or "")
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else otherwise


def _numeral(number: int, style: str) -> str:
    """A number in the style of a list; in figures where the style has none for it."""
    kind = style.removeprefix("lower-").removeprefix("upper-")
    made = str(number)
    if kind == "alpha" and number > 0:
        made = _letters(number)
    elif kind == "roman" and 0 < number < 4000:
        made = to_roman(number).lower()
    return made.upper() if style.startswith("upper-") else made


def _letters(number: int) -> str:
    """a to z, then aa, ab."""
    made = ""
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("a") + rest) + made
    return made
