"""The anchor grammar: the permanent ids of clauses, and how a part's clauses get theirs.

Implements the contract's section *Clause anchors*. Ids come from what is printed and are the same
in every language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from mkdocs_resolutions.model.numeral import from_roman, label_value


class AnchorError(ValueError):
    """The text is not an anchor of the grammar."""


_VALUE = r"(?:[a-z]+|0|[1-9][0-9]*)"
_COUNT = r"[1-9][0-9]*"
_SECOND = r"(?:[2-9]|[1-9][0-9]+)"
_AGAIN = rf"(?:_{_SECOND})?"
_ENCLOSURE = rf"[su]{_VALUE}{_AGAIN}"
_PARAGRAPH = rf"(?:pp{_COUNT}|(?:op|p)(?:0|{_COUNT})){_AGAIN}"
_STEP = rf"-(?:{_VALUE}|[xt]{_COUNT}){_AGAIN}"  # `end` is a value like any other
_PLACE = (
    rf"(?:{_ENCLOSURE}-)*"
    rf"(?:(?:{_PARAGRAPH}|[xt]{_COUNT}{_AGAIN})(?:{_STEP})*|{_ENCLOSURE}|h{_COUNT}{_AGAIN})"
)
_ANCHOR = re.compile(
    rf"title|adoption|(?P<note>fnx?{_COUNT}{_AGAIN})(?P<mark>-ref(?:-{_SECOND})?)?"
    rf"|(?P<annex>annex(?:{_COUNT}{_AGAIN})?)|(?:(?P<within>annex{_COUNT}{_AGAIN})-)?(?P<place>{_PLACE})"
)

PartKind = Literal["body", "annex"]
Oddity = Literal["repeated", "unreadable"]
Role = Literal[
    "preambular", "operative", "item", "block", "closing", "table", "heading", "section", "unit"
]

_HEADINGS: tuple[Role, ...] = ("section", "unit", "heading")
_PARAGRAPH_LETTER: dict[PartKind, str] = {"body": "op", "annex": "p"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """An id of the grammar, taken apart: the annex it is in, and its steps from the outside in.

    >>> Anchor.parse("annex3-u7-p1").steps
    ('u7', 'p1')
    >>> Anchor.parse("s10-sa-op2-b-i").parent
    Anchor(annex=None, steps=('s10', 'sa', 'op2', 'b'))
    """

    annex: str | None
    steps: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Anchor:
        """Read an id; raises AnchorError for what the grammar does not have."""
        match = _ANCHOR.fullmatch(text) if len(text) <= 200 else None
        if match is None:
            raise AnchorError(f"{text[:80]!r} is not an anchor")
        if match["annex"]:
            return cls(match["annex"], ())
        if match["note"]:
            return cls(None, (match["note"], *((match["mark"][1:],) if match["mark"] else ())))
        if match["place"]:
            return cls(match["within"], tuple(match["place"].split("-")))
        return cls(None, (text,))

    def __str__(self) -> str:
        return "-".join((*((self.annex,) if self.annex else ()), *self.steps))

    @property
    def parent(self) -> Anchor | None:
        """The anchor one step out, None at the top."""
        if not self.steps or (len(self.steps) == 1 and not self.annex):
            return None
        return Anchor(self.annex, self.steps[:-1])


class Node(NamedTuple):
    """What the numbering of a part needs to know of a clause: its role, number and sub-clauses.

    `label` is the number as printed, None where none is; `level` counts headings from 1.
    """

    role: Role
    label: str | None = None
    children: tuple[Node, ...] = ()
    level: int = 1


class Numbered(NamedTuple):
    """A node's id, the further ids that lead to it, its children's, and what was odd about it.

    `oddity` is None, `repeated` (a number printed twice), `unreadable` (a label without value).
    """

    id: str
    aliases: tuple[str, ...] = ()
    children: tuple[Numbered, ...] = ()
    oddity: Oddity | None = None


def note_id(num: str, position: int) -> str:
    """The id of a footnote: `fn2` for note 2, `fnx1` for the first note marked by asterisks."""
    value = label_value(num)
    return f"fn{int(value)}" if value and value.isdecimal() and int(value) else f"fnx{position}"


def mark_id(note: str, occurrence: int) -> str:
    """The id of a footnote's nth mark: `fn2-ref`, `fn2-ref-2`."""
    return f"{note}-ref" if occurrence == 1 else f"{note}-ref-{occurrence}"


def section_value(label: str, previous: str | None) -> str | None:
    """The value of a section's number among its siblings: `II` is `2`, `B.` is `b`.

    A single letter that is also a roman numeral is what continues the sibling before it; the first
    of its kind is roman.

    >>> section_value("C.", "b"), section_value("C.", "99"), section_value("I", None)
    ('c', '100', '1')
    """
    value = label_value(label)
    if value is None or value.isdecimal():
        return str(int(value)) if value else None
    roman = from_roman(value)
    if roman is None or (previous is not None and value == _next_letter(previous)):
        return value
    return str(roman)


def _next_letter(value: str) -> str | None:
    return chr(ord(value) + 1) if len(value) == 1 and "a" <= value < "z" else None


def assign_anchors(
    nodes: Sequence[Node], kind: PartKind = "body", annex: str | None = None
) -> tuple[Numbered, ...]:
    """Give every clause of a part its id.

    The part is the body (preamble and operative part) or one annex; its nodes stand in the order of
    the text, headings beside the clauses below them. No two of the ids returned are equal; an alias
    never equals an id.
    """
    return _Numbering(nodes, kind, annex).run()


@dataclass(slots=True)
class _Place:
    """A top-level node on its way to an id."""

    node: Node
    enclosure: tuple[int, ...]
    """Indices of the sections and units around it, outermost first."""
    step: str = ""
    owner: int | None = None
    """The clause before it, for blocks, tables and closing words, which belong to that."""
    oddity: Oddity | None = None


@dataclass(slots=True)
class _Numbering:
    """The numbering of one part: find each step, then decide which need a prefix."""

    nodes: Sequence[Node]
    kind: PartKind
    annex: str | None
    places: list[_Place] = field(default_factory=list)
    first: dict[tuple[int, ...], int] = field(default_factory=dict)
    counts: Counter[tuple[object, ...]] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)
    within: dict[int, str] = field(default_factory=dict)
    """The steps of headings that stand within a list, by the identity of their node."""

    def run(self) -> tuple[Numbered, ...]:
        self._enclose()
        self.first = _first_numbers(self.places)
        self._find_steps()
        return self._print()

    def _enclose(self) -> None:
        """Find the numbered sections and units around each node: a heading ends its level's."""
        around: list[int] = []
        for index, node in enumerate(self.nodes):
            if node.role in _HEADINGS:
                while around and self.nodes[around[-1]].level >= node.level:
                    around.pop()
            self.places.append(_Place(node, tuple(around)))
            if node.role in ("section", "unit") and label_value(node.label or ""):
                around.append(index)

    def _find_steps(self) -> None:
        siblings: dict[tuple[Role, tuple[int, ...]], str] = {}
        clause: int | None = None
        for index, place in enumerate(self.places):
            if place.node.role in _HEADINGS:
                place.step = self._heading_step(place, siblings)
            elif place.node.role == "preambular":
                place.step = f"pp{self._count('pp', place.enclosure)}"
            elif place.node.role == "operative":
                place.step = self._paragraph_step(place)
            self._count_headings(place.node)
            if not place.step:
                self._attach(place, clause)
            elif place.node.role not in _HEADINGS:
                clause = index

    def _count_headings(self, node: Node) -> None:
        """Count the headings within a clause among all others, in the order of the text."""
        for child in node.children:
            if child.role == "heading":
                self.within[id(child)] = f"h{self._count('h')}"
            self._count_headings(child)

    def _heading_step(
        self, place: _Place, siblings: dict[tuple[Role, tuple[int, ...]], str]
    ) -> str:
        around, role = place.enclosure, place.node.role
        previous = siblings.get((role, around))
        value = section_value(place.node.label or "", previous) if role != "heading" else None
        if value is None:
            place.oddity = "unreadable" if role != "heading" else None
            return f"h{self._count('h')}"
        siblings[role, around] = value
        return f"{role[0]}{value}"

    def _paragraph_step(self, place: _Place) -> str:
        """The step of a numbered paragraph, or of one that counts as one; empty for other words."""
        letter, around = _PARAGRAPH_LETTER[self.kind], place.enclosure
        number = _number(place.node)
        if number is not None:
            for outer in _outwards(around):
                self.counts["printed", outer] += 1
            return f"{letter}{number}"
        place.oddity = "unreadable" if place.node.label else None
        first = self.first.get(around)
        if first is None:
            return f"{letter}{self._count(letter, around)}"
        restarts = bool(around) and first == 1
        scope = around if restarts else ()
        if not self.counts["printed", scope] and self._count("zero", scope) == 1:
            return f"{letter}0"
        return ""

    def _attach(self, place: _Place, clause: int | None) -> None:
        place.owner = clause
        if place.node.role == "closing" and clause is not None:
            place.step = "end"
            return
        letter = "t" if place.node.role == "table" else "x"
        if clause is not None and not self.counts[letter, clause]:
            inner = self.nodes[clause].children
            self.counts[letter, clause] = sum(_tail_letter(child) == letter for child in inner)
        place.step = f"{letter}{self._count(letter, clause)}"

    def _count(self, *key: object) -> int:
        self.counts[key] += 1
        return self.counts[key]

    def _print(self) -> tuple[Numbered, ...]:
        repeats = Counter(place.step for place in self.places if place.owner is None)
        names: list[tuple[str, ...]] = []
        for place in self.places:
            outer = place.owner if place.owner is not None else (place.enclosure or (None,))[-1]
            bare = "-".join(filter(None, (self.annex, place.step)))
            prefixed = (
                [f"{name}-{place.step}" for name in names[outer]] if outer is not None else []
            )
            free = place.owner is None and place.node.role not in ("section", "preambular")
            if not prefixed or (free and repeats[place.step] == 1):
                prefixed.insert(0, bare)
            identifier = self._unique(prefixed[0])
            if identifier != prefixed[0]:
                place.oddity = "repeated"
            names.append((identifier, *prefixed[1:]))
        below = [
            self._below(own[0], place.node) for own, place in zip(names, self.places, strict=True)
        ]
        return tuple(
            self._with_aliases(Numbered(own[0], (), children, place.oddity), own[1:])
            for own, children, place in zip(names, below, self.places, strict=True)
        )

    def _below(self, parent: str, node: Node) -> tuple[Numbered, ...]:
        """Ids of sub-clauses: the parent's, a hyphen and their value."""
        if not node.children:
            return ()  # as most
        counts: Counter[str] = Counter()
        numbered = []
        for child in node.children:
            if child.role == "heading":
                name = "-".join(filter(None, (self.annex, self.within[id(child)])))
                numbered.append(Numbered(self._unique(name)))
                continue
            letter = _tail_letter(child)
            step = "end" if child.role == "closing" else label_value(child.label or "")
            oddity: Oddity | None = None
            if letter:
                oddity = "unreadable" if child.role == "item" else None
                counts[letter] += 1
                step = f"{letter}{counts[letter]}"
            elif step and step.isdecimal():
                step = str(int(step))
            identifier = self._unique(f"{parent}-{step}")
            if identifier != f"{parent}-{step}":
                oddity = "repeated"
            numbered.append(Numbered(identifier, (), self._below(identifier, child), oddity))
        return tuple(numbered)

    def _unique(self, wanted: str) -> str:
        identifier = wanted
        while identifier in self.taken:
            self.counts["again", wanted] += 1
            identifier = f"{wanted}_{self.counts['again', wanted] + 1}"
        self.taken.add(identifier)
        return identifier

    def _with_aliases(self, entry: Numbered, others: Sequence[str]) -> Numbered:
        """The entry with its prefixed forms as aliases, where they are still free."""
        if not others:
            return entry
        own = len(entry.id)
        children = tuple(
            self._with_aliases(child, [other + child.id[own:] for other in others])
            if child.id.startswith(entry.id)
            else child  # A heading, whose address is not below its clause's.
            for child in entry.children
        )
        aliases = tuple(other for other in others if other not in self.taken)
        self.taken.update(aliases)
        return Numbered(entry.id, aliases, children, entry.oddity)


def _number(node: Node) -> int | None:
    """The printed number of a paragraph."""
    value = label_value(node.label) if node.label else None
    return int(value) if value and value.isdecimal() else None


def _outwards(enclosure: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """An enclosure and all around it, up to the part itself, which is the empty one."""
    return (enclosure[:depth] for depth in range(len(enclosure), -1, -1))


def _first_numbers(places: Sequence[_Place]) -> dict[tuple[int, ...], int]:
    """The first number printed in each section or unit, its own ones included, and in the part."""
    first: dict[tuple[int, ...], int] = {}
    for place in places:
        number = _number(place.node) if place.node.role == "operative" else None
        if number is not None:
            for outer in _outwards(place.enclosure):
                first.setdefault(outer, number)
    return first


def _tail_letter(child: Node) -> str | None:
    """The letter under which a sub-clause without a readable number is counted."""
    if child.role == "table":
        return "t"
    if child.role == "closing" or (child.role == "item" and label_value(child.label or "")):
        return None
    return "x"


def iter_ids(numbered: Sequence[Numbered]) -> Iterator[str]:
    """Every id and alias of a numbered part."""
    for entry in numbered:
        yield entry.id
        yield from entry.aliases
        yield from iter_ids(entry.children)
