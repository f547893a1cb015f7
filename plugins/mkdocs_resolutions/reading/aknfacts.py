"""What the head of an Akoma Ntoso file says of the adoption: votes, sponsors, draft, record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from mkdocs_resolutions.model import (
    Adoption,
    Origin,
    Sponsor,
    StateVote,
    Symbol,
    SymbolError,
    Vote,
)
from mkdocs_resolutions.model.resolution import Procedure
from mkdocs_resolutions.model.states import part_states, state_code
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.reading.manuscript import Facts

Element = etree._Element

_REMARK = re.compile(r"\s\([a-z][^()]*\)$")
"""What may be said behind the symbol of a draft: `(as orally revised)`."""
_SIDES = {"inFavour": "in_favour", "against": "against", "abstaining": "abstaining"}


def read_facts(
    root: Element, path: str, component: Element | None = None
) -> tuple[Facts, tuple[Notice, ...]]:
    """The facts of a resolution, and what of them could not be used.

    Of a collection, they are those of a component that says some itself.
    """
    head = component if component is not None and _has_facts(component) else root
    return _Facts(head, path).read()


@dataclass(slots=True)
class _Facts:
    """A walk over the head of one resolution."""

    head: Element
    path: str
    notices: list[Notice] = field(default_factory=list)

    def read(self) -> tuple[Facts, tuple[Notice, ...]]:
        steps = list(self.head.iter("{*}step"))
        draft = _of(steps, "draftResolution")
        record = self._symbol(_of(steps, "adopted"))
        facts = Facts(
            Adoption(_procedure(self.head), record, self._vote()),
            self._symbol(draft),
            (
                *_sponsors(draft, additional=False),
                *_sponsors(_of(steps, "draftResolutionAdditionalSponsors"), additional=True),
            ),
        )
        return facts, tuple(self.notices)

    def _symbol(self, step: Element | None) -> str | None:
        """The document that a step names, in normal form."""
        printed = " ".join((step.get("as") or "").split()) if step is not None else ""
        if not printed or step is None:
            return None
        try:
            return str(Symbol.parse(_REMARK.sub("", printed)))
        except SymbolError:
            what = "record of the meeting" if step.get("outcome") == "adopted" else "draft"
            message = f"Where the symbol of the {what} belongs stands {quoted(printed)}."
            self.notices.append(Notice("fact-odd", message, self._origin(step)))
            return None

    def _vote(self) -> Vote | None:
        """The vote where one side is counted; a side that is not printed has no votes."""
        counts, states = dict.fromkeys(_SIDES.values(), 0), dict[str, StateVote]()
        for count in self.head.iter("{*}count"):
            side = _SIDES.get(count.get("refersTo") or "")
            if side is None:
                continue
            named = list(self._states(count, side))
            states.update(named)
            value = (count.get("value") or "").strip()
            known = re.fullmatch(r"[0-9]{1,4}", value)
            counts[side] = int(value) if known else len(named)
        if not any(counts.values()):
            return None
        votes = tuple(states.values())
        return Vote(counts["in_favour"], counts["against"], counts["abstaining"], votes)

    def _states(self, count: Element, side: str) -> Iterator[tuple[str, StateVote]]:
        for one in count.iter("{*}organization"):
            code, vote = _state_vote(words_in(one), side)
            if code:
                yield code, vote
            elif vote.state:
                message = f"{quoted(vote.state)} is the name of no known State."
                self.notices.append(Notice("state-unknown", message, self._origin(one)))

    def _origin(self, element: Element) -> Origin:
        line = element.sourceline
        return Origin(self.path, line if isinstance(line, int) else None)


def words_in(element: Element) -> str:
    """All words in an element; of one that holds no other they are seen at once."""
    return "".join(element.itertext()) if len(element) else element.text or ""


@lru_cache(maxsize=1024)  # the same two hundred States, on three sides
def _state_vote(words: str, side: str) -> tuple[str | None, StateVote]:
    """The code of a State, if it is known, and its vote."""
    name = " ".join(words.split())
    return state_code(name), StateVote(name, side)


def _has_facts(component: Element) -> bool:
    return next(component.iter("{*}voting", "{*}step"), None) is not None


def _of(steps: list[Element], outcome: str) -> Element | None:
    return next((step for step in steps if step.get("outcome") == outcome), None)


def _procedure(head: Element) -> Procedure:
    voting = next(head.iter("{*}voting"), None)
    outcome = (voting.get("outcome") or "") if voting is not None else ""
    if outcome == "adoptedWithoutVote":
        return "without_vote"
    counted = any(count.get("refersTo") in _SIDES for count in head.iter("{*}count"))
    return "recorded_vote" if outcome == "adoptedRecordedVote" or counted else "unknown"


def _sponsors(step: Element | None, *, additional: bool) -> list[Sponsor]:
    names = " ".join((step.get("by") or "").split()) if step is not None else ""
    if names[:1].islower():
        return []  # No list of names: “submitted by the Chair of the Committee”.
    return [Sponsor(name, additional) for name in part_states(names)]
