"""Votes as a sentence tells them."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_resolutions.model import Vote


def vote_words(vote: Vote | None, procedure: str) -> str:
    """How a text was adopted, in short: `144 to 1, 37 abstaining`; empty where nobody knows."""
    if vote:
        return f"{vote.in_favour} to {vote.against}, {vote.abstaining} abstaining"
    names = {"without_vote": "without a vote", "recorded_vote": "by a recorded vote"}
    return names.get(procedure, "")


def switched_words(switched: Iterable[tuple[str, str | None, str | None]]) -> str:
    """How many States voted otherwise, and how many in one of both years alone, to be put behind
    the votes; empty where none did. `switched` is as `MastheadChanges` has it."""
    ways = [bool(was and now) for _, was, now in switched]
    said = ""
    for is_both, how in ((True, "voted otherwise"), (False, "voted in one of the two years alone")):
        if count := ways.count(is_both):
            said += f"; {count} {'State' if count == 1 else 'States'} {how}"
    return said
