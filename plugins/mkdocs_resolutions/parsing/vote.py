"""The vote where a document prints it: how it was adopted, and which States stood on which side.

The Human Rights Council prints it in brackets below the day of adoption, the Official Records
above the title, with the States in a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_resolutions.model import Adoption, Origin, Printed, StateVote, Vote
from mkdocs_resolutions.model.resolution import Procedure
from mkdocs_resolutions.model.states import part_states, state_code
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.dates import iso_date
from mkdocs_resolutions.reading import SUPERSCRIPTS, Block, join

_SIDES = ("in_favour", "against", "abstaining")
_NO_NAME = re.compile(rf"[{SUPERSCRIPTS}*\[\]]+")

_Counts = dict[str, int | None]
_Named = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Voted:
    """What a printed vote says of the adoption, and what is odd about it."""

    adoption: Adoption
    meeting: str | None
    adopted: str | None
    """The day in ISO form."""
    notices: tuple[Notice, ...]


def take_vote(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Part the blocks that print a vote from the others.

    They begin with the words on the vote or with a side of it; names of States go on with it.
    """
    rest, vote = list[Block](), list[Block]()
    going_on = False
    for block in blocks:
        begins = english.VOTE.match(block.text) is not None
        if begins and block.marks[:1] and not block.marks[0].start:
            # It stands below a page as a note: the asterisk is that of its mark.
            block = block._replace(marks=block.marks[1:])
        going_on = not block.rows and (begins or (going_on and _names_states(block.text)))
        (vote if going_on else rest).append(block)
    return rest, vote


def _names_states(text: str) -> bool:
    """Whether most of the names in a text are those of States; also where it names nobody."""
    names = list(_named(text))
    return 2 * sum(bool(state_code(name)) for name in names) >= len(names)


def read_vote(printed: Sequence[Printed | Block]) -> Voted | None:
    """What the words of a vote say, None where they are none.

    Numbers that a side does not print are those of its States.
    """
    if not printed:
        return None
    text, origin = " ".join(one.text for one in printed), printed[0].origin
    match = english.ADOPTED_HOW.search(text)
    counts: _Counts = (
        dict(zip(_SIDES, map(_count, match.group(*_SIDES)), strict=True)) if match else {}
    )
    named: _Named = {side: list(_named(names)) for side, names in _lists(text)}
    votes = [StateVote(name, side) for side in _SIDES for name in named.get(side, ())]
    notices = (*_unknown(votes, origin), *_odd(counts, named, votes, origin))
    adoption = Adoption(_procedure(match, named=bool(named)), None, None)
    if named or any(count is not None for count in counts.values()):
        adoption = replace(
            adoption,
            vote=Vote(
                in_favour=_figure("in_favour", counts, named),
                against=_figure("against", counts, named),
                abstaining=_figure("abstaining", counts, named),
                by_state=tuple(vote for vote in votes if state_code(vote.state)),
            ),
        )
    meeting = " ".join(match["meeting"].split()) if match and match["meeting"] else None
    adopted = iso_date(match) if match and meeting else None
    return Voted(adoption, meeting, adopted, notices)


def _procedure(match: re.Match[str] | None, *, named: bool) -> Procedure:
    if match and match["consensus"]:
        return "without_vote"
    recorded = named or (match and (match["kind"] or "").lower() in english.RECORDED)
    return "recorded_vote" if recorded else "unknown"


def _count(printed: str | None) -> int | None:
    if printed is None:
        return None
    return int(printed) if printed.isdecimal() else 0


def _figure(side: str, counts: _Counts, named: _Named) -> int:
    printed = counts.get(side)
    return len(named.get(side, ())) if printed is None else printed


def _lists(text: str) -> Iterator[tuple[str, str]]:
    """Each side that is printed, and the words behind it."""
    found = list(english.VOTE_SIDE.finditer(text))
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        yield english.VOTE_SIDES[match["side"].split()[0].lower()], text[match.end() : end]


def _named(names: str) -> Iterator[str]:
    plain = _NO_NAME.sub("", names).strip(" .;")
    if plain.lower() not in english.NOBODY:
        yield from part_states(plain)


def _unknown(votes: Sequence[StateVote], origin: Origin) -> Iterator[Notice]:
    for vote in votes:
        if state_code(vote.state) is None:
            message = f"{quoted(vote.state)} is the name of no known State."
            yield Notice("state-unknown", message, origin)


def _odd(
    counts: _Counts, named: _Named, votes: Sequence[StateVote], origin: Origin
) -> Iterator[Notice]:
    """Sides that name more or fewer States than they count, States that are named twice."""
    for side, names in named.items():
        count = counts.get(side)
        if count is not None and count != len(names):
            words = side.replace("_", " ")
            message = f"The vote counts {count} States {words} and names {len(names)}."
            yield Notice("vote-differs", message, origin)
    codes = Counter(state_code(vote.state) for vote in votes)
    for code, times in codes.items():
        if code and times > 1:
            name = next(vote.state for vote in votes if state_code(vote.state) == code)
            message = f"The vote names {quoted(name)} {times} times."
            yield Notice("vote-differs", message, origin)


def as_printed(blocks: Sequence[Block]) -> tuple[Printed, ...]:
    """The words of a vote among those of the masthead."""
    if not blocks:
        return ()
    return (Printed("vote", join(blocks).text, blocks[0].origin),)
