"""The panel on the page of a resolution that sums up what changed since the text before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from mkdocs_resolutions.comparing import redline_words
from mkdocs_resolutions.model import Adoption, Change, Comparison, MastheadChanges, Run
from mkdocs_resolutions.model.states import in_order, state_name
from mkdocs_resolutions.publishing.labels import Labels
from mkdocs_resolutions.publishing.quoting import Words
from mkdocs_resolutions.publishing.redline import redline_html
from mkdocs_resolutions.publishing.summary import (
    SHOUTING,
    SIGNS,
    counts,
    sentence,
    verdict_of,
)
from mkdocs_resolutions.publishing.votes import vote_words

NAMES = {
    "editorial": "Editorial", "routine": "Routine", "substantive": "Substantive", "new": "New",
    "returned": "Returned", "dropped": "Dropped", "moved": "Moved", "footnote": "Footnote",
}  # fmt: skip
MARKS = {**SIGNS, "moved": "↕", "footnote": "†"}
"""The signs, and those of clauses whose words are the same."""
_SIDES = {"in_favour": "in favour", None: "not voting"}


class Panel:
    """The sentence, both votes, what differs in the masthead, and links to all that changed.

    `before` and `after` name the clauses of the two texts, `address` leads to the earlier one.
    """

    def __init__(self, comparison: Comparison, before: Labels, after: Labels, address: str) -> None:
        self.comparison, self.address = comparison, address
        self.before, self.after = before, after

    def shown(self) -> dict[str, Any]:
        """The summary: the sentence, both votes, the masthead, links to all that changed."""
        masthead = self.comparison.masthead
        sponsors = (("New sponsors", masthead.sponsors_added),
                    ("No longer sponsors", masthead.sponsors_removed))  # fmt: skip
        return {
            "earlier": self.comparison.earlier.spoken,
            "later": self.comparison.later.spoken,
            "href": self.address,
            "sentence": said_html(sentence(self.comparison)),
            "votes": list(self._votes(*masthead.adoption)),
            "switched": list(self._switched()),
            "pairs": [(name, redline_html(runs)) for name, runs in masthead_runs(masthead)],
            "sponsors": [
                (name, ", ".join(in_order(state_name(one.name) for one in some)))
                for name, some in sponsors
                if some
            ],
            "lists": list(self._lists()),
        }

    def _votes(self, before: Adoption, after: Adoption) -> Iterator[tuple[str, str]]:
        words = [vote_words(one.vote, one.procedure) for one in (after, before)]
        for symbol, said in zip(
            (self.comparison.later, self.comparison.earlier), words, strict=True
        ):
            if any(words):
                yield symbol.spoken, said or "not known here"

    def _switched(self) -> Iterator[tuple[str, str]]:
        """States whose vote is another, by what they did before and now."""
        groups: dict[str, list[str]] = {}
        for state, was, now in self.comparison.masthead.votes_changed:
            way = f"{_SIDES.get(was) or was} → {_SIDES.get(now) or now}"
            groups.setdefault(way, []).append(state_name(state))
        for way, states in groups.items():
            yield way, ", ".join(in_order(states))

    def _lists(self) -> Iterator[dict[str, Any]]:
        """For each verdict the changed clauses, as links."""
        found = {count.verdict: count.changes for count in counts(self.comparison)}
        for verdict in (*SHOUTING, "routine", "editorial"):
            if verdict in found:
                yield self._list(verdict, found[verdict])
        seen = [change for change in self.comparison.changes if not change.is_quiet]
        for name in ("moved", "footnote"):
            if some := [change for change in seen if shown_as(change) == name]:
                yield self._list(name, some)

    def _list(self, name: str, changes: Iterable[Change]) -> dict[str, Any]:
        entries = [
            {"href": f"#{place}", "label": self.after.of(place)}
            for change in changes
            for place in change.after
        ]
        entries += [
            {"href": f"#{grave_id(place)}", "label": self.before.of(place)}
            for change in changes
            if not change.after
            for place in change.before
        ]
        return {"verdict": name, "name": NAMES[name], "sign": MARKS[name], "entries": entries}


def grave_id(clause: str) -> str:
    """The id of the tombstone of a clause of the earlier text."""
    return f"was-{clause}"


def said_html(words: Iterable[Words]) -> Markup:
    """A sentence as HTML, what is quoted in italics."""
    pieces = (Markup("<em>{}</em>" if word.quoted else "{}").format(word.text) for word in words)
    return Markup("").join(pieces)


def shown_as(change: Change) -> str:
    """The verdict, or what else there is to see of a clause whose words are the same."""
    verdict = verdict_of(change)
    if verdict != "unchanged":
        return verdict
    return "moved" if change.moved else "footnote"


def masthead_runs(masthead: MastheadChanges) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """What differs in the words of a masthead, by name. A title is redlined word by word; agenda
    items are numbers that are looked up and not read, and stand in the place of each other."""
    if masthead.title:
        yield "Title", redline_words(*masthead.title)
    if masthead.agenda:
        before, after = (", ".join(one.item for one in items) for items in masthead.agenda)
        runs = (Run("-", before), Run("=", " "), Run("+", after))
        yield "Agenda item", tuple(run for run in runs if run.text)
