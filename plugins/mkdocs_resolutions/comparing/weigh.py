"""How much a change weighs, and why: the heaviest of its reasons wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.kinds import Piece, pieces
from mkdocs_resolutions.model import WEIGHTS, Opening, Qualifier, Weight
from mkdocs_resolutions.model.states import state_code


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weight of a change and its reasons, the heaviest first."""

    weight: Weight
    reasons: tuple[str, ...]


def weigh(
    before: str,
    after: str,
    opening: Opening | None = None,
    qualifiers: Sequence[Qualifier] = (),
    names: str = "",
) -> Weighed:
    """Weigh the difference of two wordings of a clause, which are not the same to the letter.

    `names` has the words of the later resolution in a row: a name that it gives in full may be cut
    short.
    """
    if opening is None and not qualifiers:
        light = _editorial(before, after)
        if light:
            return Weighed("editorial", light)
    found = list(_Weighing(before, after, names).reasons())
    if opening:
        found.insert(0, ("substantive", "opening"))
    if qualifiers:
        found.insert(0, ("substantive", "qualifier"))
    ranked = sorted(found, key=lambda reason: -WEIGHTS.index(reason[0]))
    if not ranked:
        return Weighed("editorial", ("wording",))
    return Weighed(ranked[0][0], tuple(dict.fromkeys(reason for _, reason in ranked)))


def _editorial(before: str, after: str) -> tuple[str, ...]:
    """Why two wordings are the same words, step by step; nothing where they are not."""
    steps = (
        ("case", str.casefold),
        ("punctuation", lambda text: " ".join(re.findall(r"[\w'-]+", text.replace("’", "'")))),
        ("hyphen", lambda text: text.replace("-", " ")),
        ("article", lambda text: _without(text, english.ARTICLES)),
        ("also", lambda text: _without(text, english.ALSO)),
        ("spacing", lambda text: text.replace(" ", "")),
    )
    reasons: list[str] = []
    for reason, fold in steps:
        if reason == "spacing" and Counter(before.split()) == Counter(after.split()):
            return (*reasons, "order")
        folded, refolded = fold(before), fold(after)
        if (folded != before or refolded != after) and _nearer(before, after, folded, refolded):
            reasons.append(reason)
        before, after = folded, refolded
        if before == after:
            return tuple(reasons)
    return ()


def _nearer(before: str, after: str, folded: str, refolded: str) -> bool:
    """Whether folding took some of the difference away."""
    return Indel.distance(folded.split(), refolded.split()) < Indel.distance(
        before.split(), after.split()
    ) or (folded == refolded)


def _without(text: str, left_out: frozenset[str]) -> str:
    return " ".join(word for word in text.split() if word not in left_out)


@dataclass(frozen=True, slots=True)
class _Group:
    """A stretch that differs: its pieces on both sides, and those before it and behind it."""

    old: list[Piece]
    new: list[Piece]
    before: list[Piece]
    behind: list[Piece]

    def values(self) -> tuple[list[str], list[str]]:
        return [piece.value for piece in self.old], [piece.value for piece in self.new]


class _Weighing:
    """The difference of two texts, piece by piece."""

    def __init__(self, before: str, after: str, names: str) -> None:
        self.before, self.after = before, after
        self.old, self.new = pieces(before), pieces(after)
        self.names = f" {names} "
        self.capitals = {
            word.casefold()
            for word in re.findall(r"(?<![.;] )\b[A-Z][\w’'-]*", f"{before} {after}")
        }

    def reasons(self) -> Iterator[tuple[Weight, str]]:
        """Every reason with its weight, in the order of the text."""
        steps = Indel.opcodes([p.key for p in self.old], [p.key for p in self.new])
        dated = False
        rest: list[_Group] = []
        for step in _grouped(steps):
            kind, start, end, new_start, new_end = step
            if kind == "equal":
                for one, other in zip(
                    self.old[start:end], self.new[new_start:new_end], strict=True
                ):
                    if one.value != other.value:
                        dated = True
                        yield self._replaced(one, other, new_start)
                continue
            rest.append(
                _Group(
                    self.old[start:end],
                    self.new[new_start:new_end],
                    self.new[max(0, new_start - 8) : new_start],
                    self.new[new_end : new_end + 8],
                )
            )
        for group in rest:
            yield from self._group(group, dated)

    def _replaced(self, one: Piece, other: Piece, place: int) -> tuple[Weight, str]:
        """A whole of one kind that gave way to another of its kind."""
        if one.kind == "number":
            money = any(p.value in english.MONEY for p in self.new) or "$" in one.value
            return "substantive", "money" if money else "number"
        return "routine", one.kind

    def _group(self, group: _Group, dated: bool) -> Iterator[tuple[Weight, str]]:
        """A stretch of words, and maybe wholes, that differs."""
        old, new = group.values()
        if "".join(old) == "".join(new):
            yield "editorial", "hyphen"
        elif self._is_longer_chain(group):
            yield "routine", "chain"
        elif self._is_short_form(group):
            yield "editorial", "short form"
        elif old and new and _stems(old) == _stems(new):
            yield "routine" if dated else "editorial", "tense"
        elif self._is_presidency(group):
            yield "routine", "presidency"
        elif self._is_venue(group):
            yield "routine", "venue"
        else:
            for reason in self._substance(group):
                yield "substantive", reason

    def _is_longer_chain(self, group: _Group) -> bool:
        """Whether one more resolution is recalled, with what it is on: "and 70/54 of … on …"."""
        added = group.old or group.new
        if (group.old and group.new) or not self._recalls():
            return False
        rest = [piece for piece in added if piece.value != "and"]
        return bool(rest) and rest[0].kind == "chain" and rest[1:2] in ([], [_ON])

    def _recalls(self) -> bool:
        return any(piece.kind == "chain" for piece in self.old) and any(
            piece.kind == "chain" for piece in self.new
        )

    def _is_short_form(self, group: _Group) -> bool:
        """Whether a name lost, or got back, what the text says in full elsewhere."""
        if bool(group.old) == bool(group.new) or not group.before:
            return False
        gone = [piece.value for piece in group.old or group.new]
        if len(gone) < 2 or gone[0] not in ("on", "of", "for", "to", "against", "in"):
            return False
        return f" {group.before[-1].value} {' '.join(gone)} " in self.names and (
            group.before[-1].value in self.capitals
        )

    def _is_presidency(self, group: _Group) -> bool:
        around = {piece.value for piece in (*group.before, *group.behind[:3])}
        return self._names_only(group) and bool(around & set(english.PRESIDENCIES))

    def _is_venue(self, group: _Group) -> bool:
        """Another place where something is held."""
        if not self._names_only(group) or not group.before:
            return False
        at = group.before[-1].value in ("in", "at") or (
            group.old[0].value in ("in", "at") and group.new[0].value in ("in", "at")
        )
        around = {piece.value for piece in group.before} | {p.value for p in group.behind[:4]}
        dates = any(piece.kind in ("date", "year") for piece in (*group.before, *group.behind[:4]))
        return at and (dates or bool(around & english.VENUE_VERBS))

    def _names_only(self, group: _Group) -> bool:
        """Whether both sides are names."""
        small = {"in", "at", "of", "the", "and", "people"}
        return all(
            side
            and all(
                p.kind == "word" and (p.value in self.capitals or p.value in small) for p in side
            )
            for side in (group.old, group.new)
        )

    def _substance(self, group: _Group) -> Iterator[str]:
        """What a stretch is about that no kind explains."""
        old, new = group.values()
        kinds = {piece.kind for piece in (*group.old, *group.new)}
        said = {*old, *new}
        found = False
        for reason, there in (
            ("meeting", bool(said & english.MEETINGS)),
            ("date", bool(kinds & {"date", "year"})),
            ("money", bool(said & english.MONEY) or any("$" in value for value in said)),
            ("number", bool(kinds & {"number", "count"})),
            ("agenda", bool(said & english.AGENDA)),
            ("state", self._names_a_state(group)),
            ("reference", bool(kinds & {"chain", "symbol", "session"})),
        ):
            if there:
                found = True
                yield reason
        if not found or len(said) > 12:
            yield "added words" if not old else "dropped words" if not new else "wording"

    def _names_a_state(self, group: _Group) -> bool:
        for side in group.values():
            for start in range(len(side)):
                for length in range(1, 6):
                    if start + length <= len(side) and state_code(
                        " ".join(side[start : start + length])
                    ):
                        return side[start] in self.capitals
        return False


_ON = Piece("word", "on")


def _grouped(steps: object) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps of an alignment, neighbouring changes as one."""
    held: tuple[str, int, int, int, int] | None = None
    for step in steps:  # type: ignore[attr-defined]
        if step.tag == "equal":
            if held:
                yield held
                held = None
            yield "equal", step.src_start, step.src_end, step.dest_start, step.dest_end
        elif held:
            held = ("edit", held[1], step.src_end, held[3], step.dest_end)
        else:
            held = ("edit", step.src_start, step.src_end, step.dest_start, step.dest_end)
    if held:
        yield held


def _stems(said: Sequence[str]) -> list[str]:
    """Verbs without what tells their tense."""
    return [_stem(word) for word in said if word not in english.AUXILIARIES]


def _stem(word: str) -> str:
    word = english.IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "es", "s", "e", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
