"""Real texts changed by chance: what became of each clause is known without a label."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from benchmarks.quality.compared import Score
from benchmarks.quality.documents import find_documents
from mkdocs_resolutions.comparing import compare
from mkdocs_resolutions.corpus import read_files
from mkdocs_resolutions.model import Clause, Resolution, Weight
from mkdocs_resolutions.model.resolution import walk
from mkdocs_resolutions.parsing.english import ORDINALS

DROPPED, ADDED, BLOCK, EDITED, REWRITTEN = 0.07, 0.04, 0.015, 0.2, 0.08
"""How often a clause is dropped, has a clause of another text put before it or five in a row, gets
one change of `CHANGES`, or another fourth of its words."""
PARTS = ("preamble", "operative")

_NEXT = {word: following for following, word in zip([*ORDINALS][1:], ORDINALS, strict=False)}
_SESSION = re.compile(rf"\b({'|'.join(sorted(_NEXT, key=len, reverse=True))})(?= session\b)")
_DAY = re.compile(r"(?<= on )([0-9]{1,2} [A-Z][a-z]+) (20[0-9]{2})\b")
_NAME = re.compile(r"\b([a-z]{3,})-([a-z]{3,})\b")
_WORD = re.compile(r"(?<= )[a-z]{5,}(?= )")
_SUM = re.compile(r"\b[0-9]{1,3}(?:,[0-9]{3})+(?= (?:United States )?dollars)")


def _next_session(found: re.Match[str]) -> str:
    return _NEXT[found[0]]


CHANGES: tuple[tuple[str, Weight, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("the next session", "routine", _SESSION, _next_session),
    ("a year later", "routine", _DAY, lambda found: f"{found[1]} {int(found[2]) + 1}"),
    ("a hyphen less", "editorial", _NAME, lambda found: f"{found[1]} {found[2]}"),
    ("an article less", "editorial", re.compile(r"(?<= )the (?=[a-z])"), lambda found: ""),
    ("a capital", "editorial", _WORD, lambda found: found[0].capitalize()),
    ("another sum", "substantive", _SUM, lambda found: "7,123,400"),
    ("a State", "substantive", _WORD, lambda found: f"{found[0]} and Kiribati"),
    ("a qualifier", "substantive", _WORD, lambda found: f"{found[0]} as appropriate"),
    ("a word more", "substantive", _WORD, lambda found: f"luminous {found[0]}"),
)
"""Changes by name: what they weigh, where they may be made, and what stands there then."""


@dataclass(slots=True)
class Drawn:
    """What is known of a changed text: its links to the text before, which of its clauses moved,
    and what was changed in a clause and how much that weighs."""

    links: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    changes: dict[str, tuple[str, Weight]] = field(default_factory=dict)


@dataclass(slots=True)
class Chance:
    """The scores over all changed texts."""

    texts: int = 0
    links: Score = field(default_factory=Score)
    moved: Score = field(default_factory=Score)
    weights: Score = field(default_factory=Score)


def measure_chance(corpus: Path, every: int = 3) -> Chance:
    """Change every so manyth text of a corpus, with clauses of a far one, and compare the two."""
    files = [document.xml for document in find_documents(corpus)[::every]]
    texts = [one.parsed.resolution for one in read_files(files) if one.parsed.resolution]
    made, half = Chance(), len(texts) // 2
    for text, other in zip(texts, [*texts[half:], *texts[:half]], strict=True):
        later, drawn = change(text, other)
        score(made, drawn, text, later)
    return made


def change(text: Resolution, other: Resolution) -> tuple[Resolution, Drawn]:
    """A text with clauses dropped, edited and moved, and with some of another text; the same text
    is always changed in the same way. Annexes stay."""
    drawing = _Drawing(Random(str(text.symbol)), {one.text for one in _clauses(text)})
    parts = {part: drawing.row(getattr(text, part), getattr(other, part), 0) for part in PARTS}
    return replace(text, preamble=parts["preamble"], operative=parts["operative"]), drawing.drawn


def _clauses(text: Resolution) -> list[Clause]:
    return [clause for part in PARTS for clause in walk(getattr(text, part))]


@dataclass(slots=True)
class _Drawing:
    """A text as it is being changed; `said` are its own words, which nothing that comes repeats."""

    dice: Random
    said: set[str]
    drawn: Drawn = field(default_factory=Drawn)
    made: int = 0

    def row(
        self, row: Sequence[Clause], others: Sequence[Clause], depth: int
    ) -> tuple[Clause, ...]:
        """Clauses of one part, or inside one clause, changed."""
        pool = [one for one in others if one.kind != "heading" and one.text not in self.said]
        new: list[Clause] = []
        for clause in row:
            if clause.kind == "heading":
                new.append(self._named(clause))
                continue
            chance = self.dice.random()
            if chance < DROPPED:
                continue
            if pool and chance < DROPPED + ADDED:
                new.append(self._named(self.dice.choice(pool)))
            if pool and not depth and chance > 1 - BLOCK:
                start = self.dice.randrange(len(pool))
                new += map(self._named, pool[start : start + 5])
            inside = [one for other in others for one in other.clauses]
            new.append(self._kept(clause, self.row(clause.clauses, inside, depth + 1)))
        if self.dice.random() < 1 / 3:
            self._move(new)
        return tuple(new)

    def _name(self) -> str:
        self.made += 1
        return f"new{self.made}"

    def _named(self, clause: Clause) -> Clause:
        return replace(clause, id=self._name(), clauses=tuple(map(self._named, clause.clauses)))

    def _kept(self, clause: Clause, inside: tuple[Clause, ...]) -> Clause:
        name, text = self._name(), clause.text
        if text or clause.rows:
            self.drawn.links.add(f"{clause.id}>{name}")
        # Marks of notes and tables stand at places that a change would shift.
        if text and clause.kind != "table" and not clause.footnotes:
            text = self._edited(name, text, len((clause.phrase or "").split()))
        return replace(clause, id=name, text=text, clauses=inside)

    def _edited(self, name: str, text: str, behind: int) -> str:
        chance = self.dice.random()
        if chance < REWRITTEN and len(text.split()) > behind + 10:
            self.drawn.changes[name] = "other words", "substantive"
            return self._rewritten(text.split(" "), behind)
        if chance > 1 - EDITED:
            said, weight, form, instead = self.dice.choice(CHANGES)
            places = [one for one in form.finditer(text) if text[: one.start()].count(" ") > behind]
            if places:
                place = self.dice.choice(places)
                self.drawn.changes[name] = said, weight
                return f"{text[: place.start()]}{instead(place)}{text[place.end() :]}"
        return text

    def _rewritten(self, words: list[str], behind: int) -> str:
        for _ in range(len(words) // 4):
            place = self.dice.randrange(behind, len(words) - 1)
            words[place : place + self.dice.choice((0, 1))] = [self.dice.choice(_OTHER_WORDS)]
        return " ".join(words)

    def _move(self, row: list[Clause]) -> None:
        """Move a clause by three places or more, if one can be."""
        kept = {link.partition(">")[2] for link in self.drawn.links}
        own = [place for place, clause in enumerate(row) if clause.id in kept]
        if len(own) < 6:
            return
        start, end = self.dice.choice(own), self.dice.randrange(len(row))
        if abs(start - end) >= 3:
            clause = row.pop(start)
            row.insert(end, clause)
            self.drawn.moved.add(clause.id)


_OTHER_WORDS = ("lantern", "harbour", "keeper", "tower", "salted", "brass", "beacon", "anchor")


def score(made: Chance, drawn: Drawn, text: Resolution, later: Resolution) -> None:
    """Compare a text with the changed one, and count what is found."""
    changes = compare(text, later).changes
    made.texts += 1
    name = text.symbol.short
    ids = {clause.id for clause in _clauses(text)}
    links = {f"{one}>{other}" for change in changes for one in change.before if one in ids
             for other in change.after}  # fmt: skip
    made.links.sets(name, links, drawn.links)
    moved = {change.after[0] for change in changes if change.moved and len(change.after) == 1}
    made.moved.sets(name, moved, drawn.moved)
    for change in changes:
        if change.kind != "edited" or change.after[0] not in drawn.changes:
            continue
        said, weight = drawn.changes[change.after[0]]
        place = f"{change.before[0]}, {said}: {weight}"
        found = f"{change.before[0]}, {said}: {change.weight}"
        made.weights.sets(name, {found}, {place})
