"""What the head of an Akoma Ntoso file says of the adoption: votes, sponsors, draft, record."""

from __future__ import annotations

import re

from lxml import etree

from mkdocs_resolutions.model import Adoption, Sponsor, StateVote, Vote
from mkdocs_resolutions.model.resolution import Procedure
from mkdocs_resolutions.model.states import state_code
from mkdocs_resolutions.reading.manuscript import Facts

Element = etree._Element

_SIDES = {"inFavour": "in_favour", "against": "against", "abstaining": "abstaining"}
# What parts two names of a list, but not within the brackets of one name.
_COMMA = re.compile(r"\s*[,;]\s*(?![^()]*\))")
_AND = re.compile(r"\s+and\s+(?![^()]*\))")


def read_facts(root: Element, component: Element | None = None) -> Facts:
    """The facts of a resolution; of a collection, those of a component that says some itself."""
    head = component if component is not None and _has_facts(component) else root
    steps = list(head.iter("{*}step"))
    adopted = _of(steps, "adopted")
    return Facts(
        Adoption(_procedure(head), _symbol(adopted), _vote(head)),
        _symbol(_of(steps, "draftResolution")),
        (
            *_sponsors(_of(steps, "draftResolution"), additional=False),
            *_sponsors(_of(steps, "draftResolutionAdditionalSponsors"), additional=True),
        ),
    )


def _has_facts(component: Element) -> bool:
    return next(component.iter("{*}voting", "{*}step"), None) is not None


def _of(steps: list[Element], outcome: str) -> Element | None:
    return next((step for step in steps if step.get("outcome") == outcome), None)


def _symbol(step: Element | None) -> str | None:
    return " ".join((step.get("as") or "").split()) or None if step is not None else None


def _procedure(head: Element) -> Procedure:
    voting = next(head.iter("{*}voting"), None)
    outcome = (voting.get("outcome") or "") if voting is not None else ""
    if outcome == "adoptedWithoutVote":
        return "without_vote"
    counted = any(count.get("refersTo") in _SIDES for count in head.iter("{*}count"))
    return "recorded_vote" if outcome == "adoptedRecordedVote" or counted else "unknown"


def _vote(head: Element) -> Vote | None:
    """The vote where one side at least is counted; a side that is not printed has no votes."""
    counts, states = dict.fromkeys(_SIDES.values(), 0), list[StateVote]()
    counted = False
    for count in head.iter("{*}count"):
        side = _SIDES.get(count.get("refersTo") or "")
        if side is None:
            continue
        value = (count.get("value") or "").strip()
        names = [" ".join("".join(one.itertext()).split()) for one in count.iter("{*}organization")]
        names = list(filter(None, names))
        counts[side] = int(value) if re.fullmatch(r"[0-9]{1,4}", value) else len(names)
        counted = counted or counts[side] > 0
        states += (StateVote(name, side) for name in names)
    if not counted:
        return None
    return Vote(counts["in_favour"], counts["against"], counts["abstaining"], tuple(states))


def _sponsors(step: Element | None, *, additional: bool) -> list[Sponsor]:
    names = " ".join((step.get("by") or "").split()) if step is not None else ""
    if names[:1].islower():
        return []  # No list of names: “submitted by the Chair of the Committee”.
    pieces = list(filter(None, _COMMA.split(names)))
    if pieces:
        pieces[-1:] = _last_two(pieces[-1].removeprefix("and "))
    return [Sponsor(piece.strip(" .").removeprefix("the "), additional) for piece in pieces]


def _last_two(names: str) -> list[str]:
    """The end of a list, `Trinidad and Tobago and Tuvalu`, parted between two names of States."""
    if state_code(names):
        return [names]
    cuts = [(names[: match.start()], names[match.end() :]) for match in _AND.finditer(names)]
    known = [sum(bool(state_code(name)) for name in pair) for pair in cuts]
    return list(cuts[known.index(max(known))]) if cuts else [names]
