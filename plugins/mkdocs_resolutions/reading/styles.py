"""How elements of HTML look: by their names, the style sheets of the file, their own styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bs4 import Tag

Properties = Mapping[str, str]

_SELECTOR = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?\.[\w-]+(?:\s?>\s?li::?before)?", re.I)
_NUMBER = re.compile(r"(?P<number>-?[0-9]{0,9}\.?[0-9]{1,9})(?P<unit>[a-z%]*)")
_ITALIC = {
    "i", "em", "cite", "dfn", "var", "address",
}  # fmt: skip
_BOLD = {
    "b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
_MOST_CSS = 1_000_000
"""Characters of style sheets that are read."""


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: in which styles, raised above the line, not shown at all, how large."""

    italic: bool = False
    bold: bool = False
    raised: bool = False
    hidden: bool = False
    size: float = 16.0


@dataclass(slots=True)
class Stylesheet:
    """What the style sheets of a file say of names and classes; other selectors are not read."""

    rules: dict[str, dict[str, str]] = field(default_factory=dict)
    known: dict[tuple[str, str, str], Properties] = field(default_factory=dict)
    """The properties of the elements asked for, by name, class and own style."""

    @classmethod
    def of(cls, css: str) -> Stylesheet:
        """The style sheets of a file, in one text."""
        sheet = cls()
        for selectors, declarations in _rules(css[:_MOST_CSS]):
            said = _declarations(declarations)
            for selector in selectors.split(","):
                if _SELECTOR.fullmatch(selector.strip()):
                    name = re.sub(r"\s?>\s?li:+", ">", selector.strip().lower())
                    sheet.rules.setdefault(name, {}).update(said)
        return sheet

    def properties(self, tag: Tag) -> Properties:
        """The properties an element has of its own, the nearest last said."""
        names, own = str(tag.get("class") or ""), str(tag.get("style") or "")
        key = tag.name, names, own
        if key not in self.known:
            said = dict(self.rules.get(tag.name, {}))
            for one in names.lower().split():
                said |= self.rules.get(f".{one}", {})
                said |= self.rules.get(f"{tag.name}.{one}", {})
            self.known[key] = said | _declarations(own)
        return self.known[key]

    def before_items(self, tag: Tag) -> str | None:
        """What is shown before the items of a list, in the words of the style sheet."""
        names = str(tag.get("class") or "").lower().split()
        said = (self.rules.get(f".{name}>before", {}).get("content") for name in names)
        return next(filter(None, said), None)

    def look(self, tag: Tag, around: Look) -> Look:
        """The look of an element inside another."""
        look, said = _by_name(tag, around), self.properties(tag)
        if not said:
            return look
        style, weight = said.get("font-style", ""), said.get("font-weight", "")
        raised, font = said.get("vertical-align", ""), said.get("font", "").split()
        return Look(
            italic=_either(style in ("italic", "oblique") or "italic" in font, style, look.italic),
            bold=_either(_is_bold(weight) or "bold" in font, weight, look.bold),
            raised=_either(raised in ("super", "text-top"), raised, look.raised),
            hidden=look.hidden
            or said.get("display") == "none"
            or said.get("visibility") == "hidden"
            or said.get("mso-hide") == "all",
            size=measure(said.get("font-size", ""), look.size) or look.size,
        )


def measure(value: str, around: float = 0.0) -> float | None:
    """A length in the unit it is written in, or a share of the one around it."""
    match = _NUMBER.match(value)
    if match is None:
        return None
    number = float(match["number"])
    share = {"%": 0.01, "em": 1.0}.get(match["unit"])
    return number if share is None else number * share * around


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of each rule, comments left out."""
    first, *others = css.replace("<!--", " ").replace("-->", " ").split("/*")
    for rule in "".join((first, *(one.partition("*/")[2] for one in others))).split("}"):
        selectors, _, declarations = rule.rpartition("{")
        yield selectors.rpartition("{")[2], declarations


def _declarations(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip().lower()
        for name, _, value in pairs
        if value
    }


def _by_name(tag: Tag, around: Look) -> Look:
    if tag.name in _ITALIC:
        return replace(around, italic=True)
    if tag.name in _BOLD:
        return replace(around, bold=True)
    if tag.name in ("sup", "sub"):
        return replace(around, raised=tag.name == "sup")
    return replace(around, hidden=True) if tag.has_attr("hidden") else around


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)


def _either(on: bool, said: str, around: bool) -> bool:
    """What is said of an element, or else what holds around it."""
    return on or (around and not said)
