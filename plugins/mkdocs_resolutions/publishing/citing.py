"""How a resolution and its clauses are cited: United Nations, OSCOLA and Bluebook style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mkdocs_resolutions.model import Anchor, AnchorError, Resolution
from mkdocs_resolutions.model.numeral import to_roman
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.publishing.labels import long_date, organ_name, printed_step

Style = Literal["un", "oscola", "bluebook"]
STYLES: tuple[Style, ...] = ("un", "oscola", "bluebook")

_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.",
           "Dec.")  # fmt: skip
_UNITS = {"Article": "art.", "Chapter": "chap.", "Rule": "rule", "Part": "part", "Pillar": "pillar",
          "Action": "action", "Principle": "principle", "Goal": "goal"}  # fmt: skip
_ORDINALS = {value: word for word, value in english.ORDINALS.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """How a style says the parts of a pinpoint; `joint` parts `3` from `(a)`."""

    paragraph: str
    section: str
    note: str
    preambular: str
    joint: str


_WORDS: Mapping[Style, Words] = {
    "un": Words("para. {}", "sect. {}", "footnote {}", "{} preambular paragraph", " "),
    "oscola": Words("para {}", "s {}", "fn {}", "preambular para {}", ""),
    "bluebook": Words("¶ {}", "§ {}", "n.{}", "pmbl. ¶ {}", ""),
}


class Citations:
    """The citations of one resolution and its clauses."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._annexes = len(resolution.annexes)
        self._printed = {clause.id: clause.num for clause in resolution.clauses() if clause.num}
        # Where sections number their paragraphs anew, each is cited with its section.
        anew = any(re.match(r"s\w+-op[0-9]", clause.id) for clause in resolution.clauses())
        self._in_section = {
            clause.id: clause.aliases[0]
            for clause in resolution.clauses()
            if anew and clause.id.startswith("op") and clause.aliases
        }
        self._units = {
            clause.id: _unit(clause.num)
            for clause in resolution.clauses()
            if clause.kind == "heading" and clause.num
        }

    def whole(self, style: Style, place: str = "") -> str:
        """The citation of the resolution, with a pinpoint where the style wants it.

        Source: field notes, Citing and legal. The date is that of adoption, never that of issue.
        """
        symbol, spoken = str(self._resolution.symbol), self._resolution.symbol.spoken
        adopted = self._resolution.masthead.adopted
        # What is invented has no document of the United Nations, whatever the style.
        if style == "un" or self._resolution.symbol.is_invented:
            return f"{organ_name(self._resolution.symbol)} resolution {spoken}{place}"
        if style == "oscola":
            when = f" ({long_date(adopted)})" if adopted else ""
            return f"UNGA Res {spoken}{when} UN Doc {symbol}{place}"
        when = f" ({_american_date(adopted)})" if adopted else ""
        return f"G.A. Res. {spoken}{place}, U.N. Doc. {symbol}{when}"

    def clause(self, identifier: str, style: Style) -> str:
        """The citation of a clause."""
        return self.whole(style, self.pinpoint(identifier, style))

    def pinpoint(self, identifier: str, style: Style) -> str:
        """The place of a clause in a citation, with a comma before it; empty for the whole.

        Blocks without a number cite the clause they belong to.
        """
        try:
            anchor = Anchor.parse(self._in_section.get(identifier, identifier))
        except AnchorError:
            return ""
        words = _WORDS[style]
        places = [_annex(anchor.annex, self._annexes)] if anchor.annex else []
        numbers: list[str] = []
        outer: list[str] = []
        for index, step in enumerate(anchor.steps):
            name = _step(step, bool(numbers), words)
            here = str(Anchor(anchor.annex, anchor.steps[: index + 1]))
            if step[0] == "u" and not numbers:
                name = self._units.get(here)
            elif name and numbers:
                name = f"#{printed_step(self._printed.get(here), step)}"
            elif anchor.steps[0].startswith("pp") and index and _step(step, True, words):
                outer[-1] += f"{words.joint}{printed_step(self._printed.get(here), step)}"
            if name:
                (numbers if name.startswith("#") else outer).append(name.removeprefix("#"))
        places += _join_sections(outer)
        if numbers:
            places.append(words.paragraph.format(words.joint.join(numbers)))
        return "".join(f", {place}" for place in places)


def _step(step: str, inside: bool, words: Words) -> str | None:
    """A step of an address as a style says it; numbers of paragraphs and below begin with `#`."""
    bare = step.partition("_")[0]
    digits = bare.lstrip("abcdefghijklmnopqrstuvwxyz")
    letters = bare.removesuffix(digits)
    if inside:
        return f"#{bare}" if not letters or (not digits and bare != "end") else None
    if letters in ("op", "p") and digits:
        return f"#{digits}" if digits != "0" else None
    if letters == "pp":
        ordinal = _ORDINALS.get(int(digits), digits) if words.joint else digits
        return words.preambular.format(ordinal)
    if letters == "fn":
        return words.note.format(digits)
    if letters.startswith("s") and (digits or len(letters) > 1):
        value = to_roman(int(digits)).upper() if digits else letters[1:].upper()
        return words.section.format(value)
    return None


def _unit(printed: str) -> str:
    """A labelled unit in a citation: of `Article 24`, `art. 24`."""
    name, _, number = printed.partition(" ")
    return f"{_UNITS.get(name, name.lower())} {number}"


def _annex(step: str, annexes: int) -> str:
    digits = step.partition("_")[0].removeprefix("annex")
    if annexes <= 1 or not digits:
        return "annex"
    return f"annex {to_roman(int(digits)).upper() if 0 < int(digits) < 4000 else digits}"


def _join_sections(places: list[str]) -> list[str]:
    """Nested sections in one: `sect. X, sect. A` is `sect. X.A`."""
    joined: list[str] = []
    for place in places:
        name, _, value = place.rpartition(" ")
        if joined and name and joined[-1].startswith(f"{name} ") and value.isalpha():
            joined[-1] += f".{value}"
        else:
            joined.append(place)
    return joined


def _american_date(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
