"""How much a change weighs, and why: the heaviest of its reasons wins."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.editorial import editorial
from mkdocs_resolutions.comparing.groups import Group, differences, replaced_wholes
from mkdocs_resolutions.comparing.inflection import Inflection, inflection
from mkdocs_resolutions.comparing.kinds import Piece, keys, pieces
from mkdocs_resolutions.comparing.known import Known
from mkdocs_resolutions.comparing.names import Names
from mkdocs_resolutions.comparing.spelling import are_spelled_alike, slip
from mkdocs_resolutions.comparing.states import states_changed
from mkdocs_resolutions.model import WEIGHTS, Opening, Qualifier, Weight
from mkdocs_resolutions.model.states import begins_state, state_code


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
    known: Known | None = None,
    states: Collection[str] | None = None,
) -> Weighed:
    """Weigh the difference of two wordings of a clause, which are not the same to the letter.

    `known` is what both resolutions say: a name that they give in full may be cut short. `states`
    are those that only one of the whole clauses names, which the two wordings may be parts of.
    """
    if opening is None and not qualifiers:
        light = editorial(before, after)
        if light:
            return Weighed("editorial", light)
    found = list(_Weighing(before, after, known, opening, states).reasons())
    if opening:
        found.insert(0, ("substantive", "opening"))
    if qualifiers:
        found.insert(0, ("substantive", "qualifier"))
    ranked = sorted(found, key=lambda reason: -WEIGHTS.index(reason[0]))
    if not ranked:
        return Weighed("editorial", ("wording",))
    return Weighed(ranked[0][0], tuple(dict.fromkeys(reason for _, reason in ranked)))


class _Weighing:
    """The difference of two texts, piece by piece."""

    def __init__(
        self,
        before: str,
        after: str,
        known: Known | None,
        opening: Opening | None,
        states: Collection[str] | None,
    ) -> None:
        self.before, self.after = before, after
        self.names = Names(before, after, known)
        self.old, self.new = pieces(before), pieces(after)
        self.known, self.opening, self._given = known, opening, states
        self.replaced, self.groups = differences(self.old, self.new)
        same_size = self.groups and len(self.old) == len(self.new)
        if same_size and sorted(keys(self.old)) == sorted(keys(self.new)):
            # The same words and wholes in another order: the wholes alone may say something else.
            self.replaced, self.groups = replaced_wholes(self.old, self.new), ()

    def reasons(self) -> Iterator[tuple[Weight, str]]:
        """Every reason with its weight, of wholes that gave way to others first."""
        for replaced in self.replaced:
            yield self._replaced(*replaced)
        for group in self.groups:
            if not self._is_of_the_opening(group):
                yield from self._group(group)

    def _is_of_the_opening(self, group: Group) -> bool:
        """Whether a stretch says no more than that the opening is another."""
        if not self.opening or group.before:
            return False
        phrases = self.opening.before, self.opening.after
        return all(
            {piece.value for piece in side} <= {piece.value for piece in pieces(phrase)}
            for side, phrase in zip((group.old, group.new), phrases, strict=True)
        )

    @cached_property
    def _states(self) -> Collection[str]:
        """The States that one of the texts names and the other does not."""
        return states_changed(self.before, self.after) if self._given is None else self._given

    @cached_property
    def _is_dated(self) -> bool:
        """Whether a date or a year gave way to the next."""
        return any(replaced.old.kind in ("date", "year") for replaced in self.replaced)

    def _replaced(self, one: Piece, other: Piece, place: int) -> tuple[Weight, str]:
        """A whole of one kind that gave way to another of its kind."""
        if one.kind == "money":
            return "substantive", "money"
        if one.kind == "number" and not self._goes_with_the_year(one, other, place):
            return "substantive", "number"
        if one.kind == "year" and self._is_deadline(place):
            return "substantive", "deadline"
        if one.kind == "paragraph" and not self._is_of_the_next(place):
            return "substantive", "reference"
        if one.kind == "chain" and _undated(one) == _undated(other):
            dates = [len(_OF_A_DAY.findall(chain.value)) for chain in (one, other)]
            return ("routine", "date") if dates[0] == dates[1] else ("editorial", "short form")
        return "routine", "age" if one.kind == "number" else one.kind

    def _is_deadline(self, place: int) -> bool:
        """Whether something is to be done by a year: "by 2030", "by the end of 2025". A meeting
        that is named after its year has done it: "by the 2018 Conference"."""
        if any(piece.value in self.names.capitals for piece in self.new[place + 1 : place + 2]):
            return False
        while place and self.new[place - 1].value in english.END_OF:
            place -= 1
        return bool(place) and self.new[place - 1].value in english.DEADLINES

    def _is_of_the_next(self, place: int) -> bool:
        """Whether the text whose paragraph is named gave way to the next too, or is this one: of
        the same text another paragraph says something else."""
        behind = {piece.value for piece in self.new[place + 1 : place + 5]}
        return bool(behind & english.PRESENT) or any(
            one.kind in ("chain", "symbol", "session", "date", "year")
            for one, _, _ in self.replaced
        )

    def _goes_with_the_year(self, one: Piece, other: Piece, place: int) -> bool:
        """Whether years grew by as many as the year did, "in 2020 … 40 years", or as lie between
        the two texts: "27 years after its entry into force"."""
        if english.SPANS.isdisjoint(piece.value for piece in self.new[place + 1 : place + 3]):
            return False
        if not (one.value.isdigit() and other.value.isdigit()):
            return False
        grown = int(other.value) - int(one.value)
        if self.known and grown == self.known.years:
            return True
        years = [
            [int(year) for piece in side if piece.kind in ("date", "year")
             for year in re.findall(r"(?:19|20)[0-9]{2}", piece.value)]
            for side in (self.old, self.new)
        ]  # fmt: skip
        return all(years) and grown == years[1][0] - years[0][0]

    def _group(self, group: Group) -> Iterator[tuple[Weight, str]]:
        """A stretch of words, and maybe wholes, that differs."""
        old, new = group.values()
        if "".join(old).replace("-", "") == "".join(new).replace("-", ""):
            yield "editorial", "hyphen"
        elif are_spelled_alike(old, new):
            yield "editorial", "spelling"
        elif self._is_longer_chain(group):
            yield "routine", "chain"
        elif self.names.is_cut_short(group):
            yield "editorial", "short form"
        elif self._is_doubled(group):
            yield "editorial", "doubled word"
        elif old + new == ["and"]:
            # A comma, or a new clause, says as much.
            yield "editorial", "joining"
        elif inflected := inflection(old, new):
            yield self._inflected(group, inflected)
        elif self._is_slip(group):
            yield "editorial", "spelling"
        elif self._is_age(group):
            yield "routine", "age"
        elif self._is_presidency(group):
            yield "routine", "presidency"
        elif self._is_venue(group):
            yield "routine", "venue"
        else:
            for reason in self._substance(group):
                yield "substantive", reason

    def _inflected(self, group: Group, how: Inflection) -> tuple[Weight, str]:
        """The same words in other forms. Another time is routine only with its year; one instead of
        many may be another right, "people" for "peoples"."""
        if how == "tense":
            return "routine" if self._is_dated or group.is_dated() else "substantive", how
        if how == "plural" and group.before:
            return "substantive", how
        return "editorial", "verb form"

    def _is_longer_chain(self, group: Group) -> bool:
        """Whether one more resolution is recalled, with what it is on ("and 70/54 of … on …"), or
        sections of resolutions, and nothing else: "section II of its resolution 76/241"."""
        if not self._recalls:
            return False
        said = (*group.old, *group.new)
        named = [piece for piece in said if not _leads_to_one(piece)]
        if all(map(_is_in_chain, named)) and (named or _RESOLUTION & {one.value for one in said}):
            return True
        if group.old:
            return False
        rest = [piece for piece in group.new if piece.value != "and"]
        return bool(rest) and rest[0].kind == "chain" and rest[1:2] in ([], [_ON])

    @cached_property
    def _recalls(self) -> bool:
        return any(piece.kind == "chain" for piece in self.old) and any(
            piece.kind == "chain" for piece in self.new
        )

    def _is_doubled(self, group: Group) -> bool:
        """Whether a word stood twice by mistake."""
        return len(group.old) + len(group.new) == 1 and any(
            piece.value == (*group.old, *group.new)[0].value
            for piece in (*group.before[-1:], *group.behind[:1])
        )

    def _is_slip(self, group: Group) -> bool:
        """Whether a word is another one by a slip of the pen, which stands nowhere else."""
        if len(group.old) != 1 or len(group.new) != 1 or self.known is None:
            return False
        one, other = group.old[0], group.new[0]
        if one.kind != "word" or other.kind != "word":
            return False
        wrong = slip(one.value, other.value)
        return bool(wrong) and wrong not in self.names.capitals and self.known.count([wrong]) == 1

    @staticmethod
    def _is_age(group: Group) -> bool:
        """Whether years that have passed are told less or more: "almost seven decades since"."""
        if any(piece.value not in english.ROUGHLY for piece in (*group.old, *group.new)):
            return False
        behind = {piece.value for piece in group.behind[:4]}
        return bool(behind & english.SPANS and behind & english.PASSED)

    def _is_presidency(self, group: Group) -> bool:
        """Who presides over a meeting, or a body."""
        if not self.names.are_all_of(group):
            return False
        around = {piece.value for piece in (*group.before, *group.behind[:3])}
        return bool(
            around & english.PRESIDENCIES
            or (around & english.PRESIDENTS and around & english.MEETINGS)
        )

    def _is_venue(self, group: Group) -> bool:
        """Another place where a meeting is held."""
        if not (group.before and self.names.are_all_of(group)):
            return False
        at = group.before[-1].value in ("in", "at") or (
            group.old[0].value in ("in", "at") and group.new[0].value in ("in", "at")
        )
        around = {piece.value for piece in (*group.before, *group.behind[:4])}
        return at and not around.isdisjoint(english.HOLDING | english.MEETINGS)

    @cached_property
    def _meetings(self) -> frozenset[str]:
        """The kinds of meetings that gave way to other kinds, and those they gave way to."""
        gone = {piece.value for group in self.groups for piece in group.old} & english.MEETINGS
        come = {piece.value for group in self.groups for piece in group.new} & english.MEETINGS
        kinds, others = set(map(_kind_of_meeting, gone)), set(map(_kind_of_meeting, come))
        if kinds <= others or others <= kinds:
            return frozenset()
        return frozenset(word for word in gone | come if _kind_of_meeting(word) in kinds ^ others)

    def _substance(self, group: Group) -> Iterator[str]:
        """What a stretch is about that no kind explains."""
        old, new = group.values()
        kinds = {
            piece.kind
            for piece in (*group.old, *group.new)
            if piece.kind != "year" or piece.value not in self.names.years
        }
        said = {*old, *new}
        found = False
        for reason, there in (
            ("meeting", bool(said & self._meetings)),
            ("date", bool(kinds & {"date", "year"})),
            ("money", bool(said & english.MONEY_WORDS) or any("$" in value for value in said)),
            ("number", bool(kinds & {"number", "count"})),
            ("agenda", self._is_of_the_agenda(group, said)),
            ("state", self._names_a_state(group)),
            ("reference", bool(kinds & {"chain", "symbol"})),
        ):
            if there:
                found = True
                yield reason
        if not found or len(said) > 12:
            yield "added words" if not old else "dropped words" if not new else "wording"

    def _is_of_the_agenda(self, group: Group, said: set[str]) -> bool:
        """Whether a stretch is on what the Assembly will discuss. An agenda with a capital is a
        programme, and so is one of which no item, session or matter is told."""
        told = said & english.AGENDA - self.names.capitals
        if told != {"agenda"}:
            return bool(told)
        around = said.union(piece.value for piece in (*group.before, *group.behind))
        return not around.isdisjoint(english.OF_AN_AGENDA)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The words with a capital that the name of a State may begin with."""
        return frozenset(filter(begins_state, self.names.capitals))

    def _names_a_state(self, group: Group) -> bool:
        """Whether a State stands in it that the other text does not name: one to five words."""
        return any(
            word in self._beginnings
            and any(code in self._states for code in _codes(side[start : start + 5]))
            for side in group.values()
            if not self._beginnings.isdisjoint(side)
            for start, word in enumerate(side)
        )


def _codes(said: Sequence[str]) -> Iterator[str]:
    """The codes of the States that some words may begin with."""
    names = accumulate(said, "{} {}".format)
    found = (state_code(name) for name in takewhile(begins_state, names))
    return (code for code in found if code)


def _leads_to_one(piece: Piece) -> bool:
    """Whether a word leads to a resolution that is recalled."""
    return piece.kind == "word" and piece.value in english.CHAINING


def _is_in_chain(piece: Piece) -> bool:
    """Whether a piece is a resolution, or the number of a section of one."""
    return piece.kind == "chain" or (piece.kind == "word" and bool(_ROMAN.fullmatch(piece.value)))


def _undated(chain: Piece) -> str:
    """Resolutions in a row without the dates of their adoption."""
    return _OF_A_DAY.sub("", chain.value)


_OF_A_DAY = re.compile(r" o[fn] [0-9]{1,2} [a-z]+ [0-9]{4}")
_ROMAN = re.compile(r"(?=.)l?x{0,3}(?:ix|iv|v?i{0,3})")
_ON = Piece("word", "on")
_RESOLUTION = {"resolution", "resolutions", "decision", "decisions"}


def _kind_of_meeting(word: str) -> str:
    return word[:-1] if word[:-1] in english.MEETINGS else word
