"""What differs above and below the clauses: title, agenda, sponsors, and how States voted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Masthead, MastheadChanges, Sponsor, StateVote, Vote
from mkdocs_resolutions.model.states import state_code


def masthead_changes(earlier: Masthead, later: Masthead) -> MastheadChanges:
    """The masthead of two resolutions side by side. States are known by their codes."""
    agenda = earlier.agenda, later.agenda
    return MastheadChanges(
        adoption=(earlier.adoption, later.adoption),
        title=(earlier.title, later.title) if earlier.title != later.title else None,
        agenda=agenda if agenda[0] != agenda[1] else None,
        sponsors_added=_others(later.sponsors, earlier.sponsors),
        sponsors_removed=_others(earlier.sponsors, later.sponsors),
        votes_changed=tuple(_votes_changed(earlier.adoption.vote, later.adoption.vote)),
    )


def _key(name: str) -> str:
    return state_code(name) or " ".join(words(name))


def _others(sponsors: Sequence[Sponsor], known: Sequence[Sponsor]) -> tuple[Sponsor, ...]:
    """Those of some sponsors that are not among others, each once: a list may have one twice.
    Nothing where the others are not known."""
    if not sponsors or not known:
        return ()
    keys = {_key(sponsor.name) for sponsor in known}
    found: dict[str, Sponsor] = {}
    for sponsor in sponsors:
        found.setdefault(_key(sponsor.name), sponsor)
    return tuple(sponsor for key, sponsor in found.items() if key not in keys)


def _votes_changed(
    earlier: Vote | None, later: Vote | None
) -> Iterator[tuple[str, str | None, str | None]]:
    if not earlier or not later or not earlier.by_state or not later.by_state:
        return
    before = {_key(one.state): one for one in earlier.by_state}
    after = {_key(one.state): one for one in later.by_state}
    for key in sorted({*before, *after}):
        old, new = _vote(before.get(key)), _vote(after.get(key))
        if old != new:
            yield (after.get(key) or before[key]).state, old, new


def _vote(one: StateVote | None) -> str | None:
    return one.vote if one else None
