"""Addresses as people say them: `op3-a` is OP 3 (a)."""

from __future__ import annotations

import re
from datetime import date

from mkdocs_resolutions.model import Anchor, AnchorError
from mkdocs_resolutions.model.numeral import to_roman
from mkdocs_resolutions.parsing import english

_STEP = re.compile(
    r"(?P<letters>pp|op|p|fnx|fn|h|x|t)(?P<value>[0-9]+)|(?P<around>[su])(?P<number>[a-z]+|[0-9]+)"
)
_TAIL = re.compile(r"(?P<letters>[xt])(?P<value>[0-9]+)")
"""Inside a paragraph letters alone are the value of a sub-paragraph, whatever they spell."""
_PARAGRAPHS = ("PP ", "OP ", "para. ")
_NAMES = {
    "pp": "PP {}", "op": "OP {}", "p": "para. {}", "s": "section {}", "u": "unit {}",
    "h": "heading {}", "x": "text {}", "t": "table {}", "fn": "footnote {}", "fnx": "note *{}",
}  # fmt: skip


def label_of(identifier: str) -> str:
    """The name of an address in practitioners' terms; what is no anchor is said as it is.

    >>> [label_of(name) for name in ("op3-a-i", "annex1-p3", "s10-sa-op2", "op5-end", "op0")]
    ['OP 3 (a) (i)', 'annex I, para. 3', 'section X.A, OP 2', 'OP 5, closing words', 'OP 0']
    """
    try:
        anchor = Anchor.parse(identifier)
    except AnchorError:
        return identifier
    places: list[str] = []
    inside = False
    for step in anchor.steps:
        name = _place(step, inside)
        inside = inside or name.startswith(_PARAGRAPHS)
        joins = name.startswith("(") and places
        if joins:
            places[-1] += f" {name}"
        elif places and places[-1].startswith("section") and name.startswith("section"):
            places[-1] += f".{name.removeprefix('section ')}"
        else:
            places.append(name)
    if anchor.annex:
        number = re.sub(r"\D.*", "", anchor.annex.removeprefix("annex"))
        roman = to_roman(int(number)).upper() if number and int(number) < 4000 else number
        places.insert(0, f"annex {roman}".strip())
    return ", ".join(places)


def _place(step: str, inside: bool) -> str:
    """A step by name; `inside` says that a paragraph stands before it."""
    if step in ("title", "adoption"):
        return step
    if step == "end":
        return "closing words"
    bare, _, count = step.partition("_")
    again = f" (again, {count})" if count else ""
    if inside:
        match = _TAIL.fullmatch(bare)
        return (_NAMES[match["letters"]].format(match["value"]) if match else f"({bare})") + again
    match = _STEP.fullmatch(bare)
    if match is None:
        return f"({bare}){again}"
    letters, value = match["letters"] or match["around"], match["value"] or match["number"]
    if letters == "s":
        value = to_roman(int(value)).upper() if value.isdecimal() and int(value) else value.upper()
    return _NAMES[letters].format(value) + again


def long_date(iso: str | None) -> str:
    """A date as documents print it: `7 December 2022`; empty where there is none."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.day} {english.MONTHS[day.month - 1]} {day.year}"


def session_name(session: str) -> str:
    """A session in words: `77` is the seventy-seventh session, `ES-11` the eleventh emergency
    special session."""
    kind, _, number = session.rpartition("-")
    names = {"": "session", "S": "special session", "ES": "emergency special session"}
    ordinal = next(
        (word for word, value in english.ORDINALS.items() if str(value) == number), number
    )
    return f"{ordinal} {names.get(kind, 'session')}"
