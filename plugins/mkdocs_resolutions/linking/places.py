"""Parts of documents: "paragraphs 3 and 4 (c) of section II", "annex, sect. IV, para. 26".

A phrase is read into places, one for each part that it names, each with the words that name it.
Before a document the innermost part comes first, with "of" between ("paragraph 5 of section II
of …"), behind one the outermost, with commas; "article 12, paragraph 3, of" mixes the two. The rank
of a part decides what lies in what.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.model.anchor import Anchor, AnchorError
from mkdocs_resolutions.model.numeral import from_roman

_GAP = re.compile(r"\s+")
_MOST = 60
"""Parts that a phrase may name; what is longer is no reference."""
_RESOLVED = ("res", "dec")
"""Parts that have annexes of their own."""


@dataclass(frozen=True, slots=True)
class Step:
    """A part in another: what it is called in targets, its number as printed, its sub-numbers."""

    name: str
    value: str = ""
    subs: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """How deep it lies."""
        return english.RANKS[self.name]

    def __str__(self) -> str:
        return ".".join((f"{self.name}{self.value.replace(' ', '')}", *self.subs))


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a document, from the outermost step, and the words that name it (code points)."""

    start: int
    end: int
    steps: tuple[Step, ...]

    def within(self, outer: Sequence[Step]) -> Place:
        """The same in other parts."""
        return replace(self, steps=(*outer, *self.steps))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The places that some words name, and where these end."""

    places: tuple[Place, ...]
    end: int
    shorter: Phrase | None = None
    """The same without the last of the groups that are joined in it; None where it is one."""


def parts_before(text: str, start: int) -> Phrase | None:
    """The places named from an offset on, as they stand before the document they are of."""
    return _phrase(text, start, behind=False)


def parts_behind(text: str, start: int, *, report: bool = False) -> Phrase | None:
    """The places named behind a document that ends at an offset, a comma between.

    In a part of a `report`, `resolution 69/1` is a resolution printed there and none of the
    Assembly's.
    """
    comma = english.BEHIND.match(text, start)
    phrase = _phrase(text, comma.end(), behind=True, report=report) if comma else None
    if comma is None or phrase is None or english.ABOVE.match(text, phrase.end):
        return None
    if comma["particular"] and english.OF_SOMETHING.match(text, phrase.end):
        return None
    return phrase


def _phrase(text: str, start: int, *, behind: bool, report: bool = False) -> Phrase | None:
    group = _group(text, start, behind=behind, report=report)
    if group is None:
        return None
    done: list[Place] = []
    chain, end, shorter = group.places, group.end, None
    while len(done) + len(chain) < _MOST:
        inner = None if behind else english.OF.match(text, end)
        outer = _group(text, inner.end(), behind=False) if inner else None
        if outer and outer.places[-1].steps[-1].rank < chain[0].steps[0].rank:
            chain = tuple(_grown(place.within(outer.places[-1].steps), chain, outer.end, place)
                          for place in chain)  # fmt: skip
            end = outer.end
            continue
        joined = english.AND.match(text, end)
        comma = joined is not None and joined[0].strip() == ","
        following = (
            _group(text, joined.end(), behind=behind, report=report and comma, unnumbered=behind)
            if joined
            else None
        )
        if following is None:
            break
        shorter = Phrase((*done, *chain), end, shorter)
        last, first = chain[-1].steps, following.places[0].steps[0]
        # "decision 1/CP.21, annex" is the annex of the decision.
        annexed = behind and comma and first.name == "annex" and last[-1].name in _RESOLVED
        kept = _before(first, last)
        further = len(kept) < len(last)
        lower = joined and "," in joined[0] and last[-1].rank < first.rank
        if annexed or (lower and not further):
            deeper = _inside(chain[-1], following.places)
            chain = (*chain[:-1], *deeper)
        else:
            above = tuple(step for step in kept if step.rank < first.rank) if behind else ()
            done += chain
            chain = tuple(place.within(above) for place in following.places)
        end = following.end
    return Phrase((*done, *chain), end, shorter)


def _before(further: Step, steps: Sequence[Step]) -> Sequence[Step]:
    """The steps that lead to a part of the same name, all of them where none has it.

    In "resolution 1, annex, and resolution 2" the annex is of the first resolution only.
    """
    names = [step.name for step in steps]
    return steps[: names.index(further.name)] if further.name in names else steps


def _grown(moved: Place, chain: Sequence[Place], end: int, place: Place) -> Place:
    """The last place of a chain has the words of the part that it lies in, too."""
    return replace(moved, end=end) if place is chain[-1] else moved


def _inside(outer: Place, places: Sequence[Place]) -> list[Place]:
    """Places in another; the first has the words of that, too."""
    inside = [place.within(outer.steps) for place in places]
    return [replace(inside[0], start=outer.start), *inside[1:]]


def _group(
    text: str, start: int, *, behind: bool, report: bool = False, unnumbered: bool = True
) -> Phrase | None:
    """A noun and the numbers behind it: `paragraphs 3, 4 (c) and 5`."""
    within = english.RESOLVED_WITHIN.match(text, start) if behind else None
    plain = within and within["plain"] and (not report or within["many"])
    if within and not plain and not english.DATED.match(text, within.end()):
        step = Step(english.PARTS[within["name"]], within["value"])
        return Phrase((Place(start, within.end(), (step,)),), within.end())
    noun = english.PART.match(text, start)
    if noun is None:
        return None
    printed = " ".join(noun["name"].lower().split())
    name = english.PARTS[printed]
    gap = _GAP.match(text, noun.end())
    value = english.VALUE.match(text, gap.end()) if gap else None
    if value is None and gap and name == "subpara":
        value = english.SUB.match(text, gap.end())
    if value is None or ((value["subs"] or "").strip() == value[0].strip() and name != "subpara"):
        whole = (Place(start, noun.end(), (Step(name),)),)
        return Phrase(whole, noun.end()) if unnumbered and name in english.UNNUMBERED else None
    places = [Place(start, value.end(), (_step(name, value),))]
    many = english.PLURAL.search(printed) is not None
    while len(places) < _MOST:
        further = _further(text, places[-1], many)
        if further is None:
            break
        places.append(further)
    return Phrase(tuple(places), places[-1].end)


def _step(name: str, match: re.Match[str]) -> Step:
    groups = match.groupdict()
    subs = tuple(re.findall(r"[a-z0-9]+", groups.get("subs") or ""))
    return Step(name, groups.get("value") or "", subs)


def _further(text: str, last: Place, many: bool) -> Place | None:
    """The next number of a list or the end of a range: `, 4 (c)`, ` and (d)`, `–7`."""
    joined = english.RANGE.match(text, last.end) or english.AND.match(text, last.end)
    if joined is None:
        return None
    step = last.steps[-1]
    sub = english.SUB.match(text, joined.end())
    if sub and step.subs:
        named = re.findall(r"[a-z0-9]+", sub["subs"])
        kept = step.subs[: max(0, len(step.subs) - len(named))]
        return Place(sub.start(), sub.end(), (replace(step, subs=(*kept, *named)),))
    value = english.VALUE.match(text, joined.end()) if many else None
    if value is None or not _same_kind(value["value"], step.value):
        return None
    return Place(value.start(), value.end(), (_step(step.name, value),))


def _same_kind(value: str, other: str) -> bool:
    """Whether two numbers are of one kind: figures, or roman, or letters."""
    return value[:1].isdecimal() == other[:1].isdecimal()


# --- places of resolutions -------------------------------------------------------------------


def clause_id(steps: Sequence[Step]) -> str:
    """The id of a place in a resolution (contract, Clause anchors); empty where it has none.

    >>> clause_id((Step("sect", "II"), Step("para", "5", ("c",))))
    's2-op5-c'
    >>> clause_id((Step("annex"), Step("para", "3")))
    'annex1-p3'
    >>> clause_id((Step("sect", "II", ("a",)),))
    's2'
    """
    if len(steps) == 1 and steps[0].name == "annex" and not steps[0].value:
        return "annex"
    ids: list[str] = []
    for step in steps:
        one = _id_of(step, in_annex=bool(ids) and ids[0].startswith("annex"))
        if not one:
            return ""
        ids.append(one)
    name = "-".join(ids)
    # A subparagraph told alone is one of the clause that names it.
    alone = bool(steps) and steps[0].name == "subpara"
    return name if alone else _anchor(name)


@lru_cache(maxsize=4096)
def _anchor(name: str) -> str:
    """An id, or as much of it as the grammar has: items of a section have none of their own."""
    while name:
        try:
            return str(Anchor.parse(name))
        except AnchorError:
            name = name.rpartition("-")[0]
    return ""


def in_reach(place: str, where: str, ids: Collection[str]) -> str:
    """The id that a place named in a clause has: in its own annex or section first.

    "Paragraph 5 above" in an annex is a paragraph of the annex.
    """
    pieces = where.split("-")
    for end in range(len(pieces), 0, -1):
        inside = "-".join(pieces[:end])
        annexed = inside.startswith("annex")
        of_annex = re.sub(r"(^|-)op(?=[0-9])", r"\1p", place) if annexed else place
        if f"{inside}-{of_annex}" in ids:
            return f"{inside}-{of_annex}"
    # The paragraphs of an annex are its own, also those that it does not have.
    own = where.startswith("annex") and place.startswith(("op", "pp"))
    return f"{pieces[0]}-{of_annex}" if own else place


def _id_of(step: Step, *, in_annex: bool) -> str:
    head, _, tail = step.value.partition(".")
    value = _value(head) if head else ""
    subs = "".join(f"-{sub}" for sub in step.subs)
    if step.name == "annex":
        return f"annex{value or 1}{subs}"
    if not value:
        return subs.removeprefix("-") if step.name == "subpara" else ""
    if step.name == "sect":
        inner = f"-s{_value(tail)}" if tail and _value(tail) else ""
        return f"s{value}{inner}{subs}"
    if step.name == "pp":
        return f"pp{value}{subs}"
    if step.name in ("para", "op"):
        return f"{'p' if in_annex else 'op'}{value}{subs}"
    return f"u{value}{subs}" if step.name in ("art", "rule", "reg", "part") else ""


def _value(printed: str) -> str:
    """A number as ids have it: figures, of a roman one too; a letter in small."""
    if printed.isdecimal():
        return str(int(printed))
    roman = from_roman(printed)
    if roman and (len(printed) > 1 or printed in "IVX"):
        return str(roman)
    return printed.lower() if len(printed) == 1 and printed.isalpha() else ""
