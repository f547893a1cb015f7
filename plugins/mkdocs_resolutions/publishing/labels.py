"""Addresses as people say them: `op3-a` is OP 3 (a)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from mkdocs_resolutions.model import Anchor, AnchorError, Clause, Resolution, Symbol
from mkdocs_resolutions.model.numeral import to_roman
from mkdocs_resolutions.parsing import english

_STEP = re.compile(
    r"(?P<letters>pp|op|p|fnx|fn|h|x|t)(?P<value>[0-9]+)|(?P<around>[su])(?P<number>[a-z]+|[0-9]+)"
)
_TAIL = re.compile(r"(?P<letters>[xt])(?P<value>[0-9]+)")
"""Inside a paragraph letters alone are the value of a sub-paragraph, whatever they spell."""
LEAD_IN = "lead-in"
"""What the contract numbers 0: words of a part before its first number. Nobody calls them OP 0."""
_PARAGRAPHS = ("PP ", "OP ", "para. ", LEAD_IN)
_NAMES = {
    "pp": "PP {}", "op": "OP {}", "p": "para. {}", "s": "section {}", "u": "unit {}",
    "h": "heading {}", "x": "text {}", "t": "table {}", "fn": "footnote {}", "fnx": "note *{}",
}  # fmt: skip


class Labels:
    """The names of the addresses of one resolution, in the words it prints itself."""

    def __init__(self, resolution: Resolution) -> None:
        self._printed = {clause.id: clause.num for clause in resolution.clauses() if clause.num}
        self._lone_annex = len(resolution.annexes) == 1

    def of(self, identifier: str) -> str:
        """The name of one of its addresses: `annex, Article 3, para. 1`."""
        return label_of(identifier, self._printed, lone_annex=self._lone_annex)


_DOTTED = re.compile(r"[a-z0-9]{1,4}\.")
_NOTHING: Mapping[str, str] = {}


def printed_step(printed: str | None, step: str) -> str:
    """The number of a sub-paragraph as people write it: in brackets, unless a dot is printed."""
    bare = step.partition("_")[0]
    return printed if printed and _DOTTED.fullmatch(printed) else f"({bare})"


def label_of(
    identifier: str, printed: Mapping[str, str] = _NOTHING, *, lone_annex: bool = False
) -> str:
    """The name of an address in practitioners' terms; what is no anchor is said as it is.

    `printed` has the numbers that the document prints, by id; a lone annex needs no number.

    >>> [label_of(name) for name in ("op3-a-i", "annex1-p3", "s10-sa-op2", "op5-end", "op0")]
    ['OP 3 (a) (i)', 'annex I, para. 3', 'section X.A, OP 2', 'OP 5, closing words', 'lead-in']
    """
    try:
        anchor = Anchor.parse(identifier)
    except AnchorError:
        return identifier
    places: list[str] = []
    inside = False
    for index, step in enumerate(anchor.steps):
        number = printed.get(str(Anchor(anchor.annex, anchor.steps[: index + 1])))
        name = number if number and step[0] == "u" and not inside else _place(step, inside, number)
        joins = inside and places and (name.startswith("(") or name == number)
        inside = inside or name.startswith(_PARAGRAPHS)
        if joins:
            places[-1] += f" {name}"
        elif places and places[-1].startswith("section") and name.startswith("section"):
            places[-1] += f".{name.removeprefix('section ')}"
        else:
            places.append(name)
    if anchor.annex:
        number = re.sub(r"\D.*", "", anchor.annex.removeprefix("annex"))
        roman = to_roman(int(number)).upper() if number and int(number) < 4000 else number
        roman = "" if lone_annex else roman
        places.insert(0, f"annex {roman}".strip())
    return ", ".join(places)


def _place(step: str, inside: bool, printed: str | None = None) -> str:
    """A step by name; `inside` says that a paragraph stands before it."""
    if step in ("title", "adoption"):
        return step
    if step == "end":
        return "closing words"
    bare, _, count = step.partition("_")
    again = f" (again, {count})" if count else ""
    if inside:
        match = _TAIL.fullmatch(bare)
        name = _NAMES[match["letters"]].format(match["value"]) if match else ""
        return (name or printed_step(printed, step)) + again
    match = _STEP.fullmatch(bare)
    if match is None:
        return f"({bare}){again}"
    letters, value = match["letters"] or match["around"], match["value"] or match["number"]
    if letters in ("op", "p") and value == "0":
        return LEAD_IN + again
    if letters == "s":
        value = to_roman(int(value)).upper() if value.isdecimal() and int(value) else value.upper()
    return _NAMES[letters].format(value) + again


def heading_words(clause: Clause) -> str:
    """A heading in one line: `II. Ladders`, `Part II: Ladders`.

    What stands between the number and the title is no part of either; often they are two lines.
    """
    between = ": " if clause.num and " " in clause.num else ". "
    return between.join(filter(None, (clause.num, clause.text)))


def long_date(iso: str | None) -> str:
    """A date as documents print it: `7 December 2022`; empty where there is none."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.day} {english.MONTHS[day.month - 1]} {day.year}"


_ORGANS = {organ: name for name, organ in english.ORGANS.items()}


def organ_name(symbol: Symbol) -> str:
    """The organ that a resolution is of, in words: `General Assembly`."""
    return _ORGANS[symbol.organ]


def author_name(symbol: Symbol) -> str:
    """The organ as a bibliography names it: `United Nations General Assembly`."""
    return organ_name(symbol) if symbol.is_invented else f"United Nations {organ_name(symbol)}"


def session_name(session: str) -> str:
    """A session in words: `77` is the seventy-seventh session, `ES-11` the eleventh emergency
    special session."""
    kind, _, number = session.rpartition("-")
    names = {"": "session", "S": "special session", "ES": "emergency special session"}
    ordinal = next(
        (word for word, value in english.ORDINALS.items() if str(value) == number), number
    )
    return f"{ordinal} {names.get(kind, 'session')}"
