"""What a comparison comes to, in words: of one change, and the sentence for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.comparing.states import states_named
from mkdocs_resolutions.model import Change, Comparison, NoteChange, Vote
from mkdocs_resolutions.publishing.gist import gists, joined
from mkdocs_resolutions.publishing.quoting import Words
from mkdocs_resolutions.publishing.redline import earlier_text, later_text

Verdict = Literal[
    "unchanged", "editorial", "routine", "substantive", "new", "returned", "dropped"
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = (
    "unchanged", "editorial", "routine", "substantive", "new", "returned", "dropped",
)  # fmt: skip
"""What becomes of a clause, in the order in which it is told."""
SIGNS: dict[str, str] = {
    "editorial": "□", "routine": "◇", "substantive": "◆", "new": "+", "returned": "↺",
    "dropped": "−",
}  # fmt: skip
"""What a verdict looks like where there is no room for its name, the same on every page: a shape,
not a colour alone."""
SHOUTING: tuple[Verdict, ...] = ("substantive", "new", "returned", "dropped")
"""The verdicts that a reader who wants the substance alone sees."""

MOST_TOLD = 3
"""What is named between dashes of the substantive changes, before the others are counted."""

REASONS = {
    "opening": "another opening",
    "qualifier": "a qualifier",
    "date": "a date",
    "year": "a year",
    "session": "the session",
    "ordinal": "an ordinal",
    "symbol": "a document symbol",
    "chain": "the resolutions recalled",
    "reference": "what is referred to",
    "count": "a total",
    "number": "a number",
    "money": "money",
    "deadline": "a deadline",
    "agenda": "the agenda",
    "meeting": "the kind of meeting",
    "state": "States named",
    "venue": "a venue",
    "presidency": "a presidency",
    "paragraph": "the number of a paragraph",
    "age": "the years that have passed",
    "tense": "the tense",
    "verb form": "the form of a verb",
    "plural": "one or many",
    "joining": "how words are joined",
    "doubled word": "a word printed twice",
    "spelling": "the spelling of a word",
    "case": "capital letters",
    "punctuation": "punctuation",
    "hyphen": "hyphens",
    "spacing": "spaces",
    "article": "articles",
    "also": "also or further",
    "order": "the order of words",
    "short form": "a short form of a name",
    "part": "moved from one part to the other",
    "cut": "cut short",
    "extended": "extended",
    "added words": "words added",
    "dropped words": "words dropped",
    "wording": "other words",
}


def verdict_of(change: Change) -> Verdict:
    """What became of the clauses of a change, in one word."""
    if change.kind == "removed":
        return "dropped"
    if change.kind == "added":
        return "returned" if change.returned_from else "new"
    return change.weight or "unchanged"


def reason_words(reasons: Iterable[str]) -> str:
    """Reasons as people say them: `a date, States named`."""
    return ", ".join(REASONS.get(reason, reason) for reason in reasons)


# --- one change ----------------------------------------------------------------------------------


def plain(words: Iterable[Words]) -> str:
    """A sentence as plain characters, what is quoted in quotation marks."""
    return "".join(f"“{word.text}”" if word.quoted else word.text for word in words)


def note_words(note: NoteChange) -> str:
    """What became of a footnote: `Footnote 3 is new`; ids are `fn3`."""
    number = (note.after_id or note.before_id or "").removeprefix("fn")
    said = {"added": "is new", "removed": "was dropped", "edited": "has other words"}
    return f"Footnote {number} {said[note.change]}".replace("  ", " ")


# --- the whole -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """How many clauses a verdict was passed on, and the changes that hold them."""

    verdict: Verdict
    clauses: int
    changes: tuple[Change, ...]


def counts(comparison: Comparison) -> tuple[Count, ...]:
    """Clauses by verdict, those of the later text but for the dropped ones; none is left out."""
    found: dict[Verdict, list[Change]] = {}
    for change in comparison.changes:
        found.setdefault(verdict_of(change), []).append(change)
    return tuple(
        Count(verdict, sum(len(one.after) or len(one.before) for one in changes), tuple(changes))
        for verdict in VERDICTS
        if (changes := found.get(verdict, []))
    )


def sentence(comparison: Comparison) -> tuple[Words, ...]:
    """The sentence that could be quoted: `Compared with 76/47: 22 of 27 clauses unchanged, …`."""
    words = [Words(f"Compared with {comparison.earlier.spoken}: ")]
    found = counts(comparison)
    total = sum(count.clauses for count in found if count.verdict != "dropped")
    if [count.verdict for count in found] == ["unchanged"]:
        return (*words, Words(f"all {total} clauses unchanged."))
    if not any(count.verdict == "unchanged" for count in found):
        words.append(Words(f"none of {total} clauses unchanged, "))
    for number, count in enumerate(found):
        words += [Words(", ")] if number else []
        words += _counted(count, total, comparison)
    return (*words, *_follow_up(comparison), Words("."))


def _follow_up(comparison: Comparison) -> Iterator[Words]:
    """Whether the matter left the next agenda, or is on it again: a clause that came or went says
    so, or an edited one, which tells it itself."""
    for change in comparison.changes:
        if change.kind in ("added", "removed") and "agenda" in change.reasons:
            yield Words("; an item" if change.kind == "added" else "; no item")
            yield Words(" on the next agenda")
            return


def _counted(count: Count, total: int, comparison: Comparison) -> Iterator[Words]:
    if count.verdict == "unchanged":
        yield Words(f"{count.clauses} of {total} clauses unchanged")
    elif count.verdict == "returned":
        yield Words(f"{count.clauses} returned from {_sources(count.changes)}")
    else:
        yield Words(f"{count.clauses} {count.verdict}")
    if count.verdict == "substantive":
        yield from _aside(count, comparison)


def _aside(count: Count, comparison: Comparison) -> Iterator[Words]:
    """Between dashes what tells most of the substantive changes, and how many clauses have more."""
    found = [(place, gist) for place, one in enumerate(count.changes) for gist in gists(one)]
    found.sort(key=lambda one: (one[1].rank, one[0]))
    if any(gist.states for _, gist in found):
        texts = [
            states_named("\n".join(text(one.runs) for one in comparison.changes))
            for text in (earlier_text, later_text)
        ]
        # What only went to another clause came from nowhere.
        known = texts[0].keys() & texts[1].keys()
        found = [one for one in found if not known.intersection(one[1].states)]
    pieces = [*dict.fromkeys(gist.words for _, gist in found)][:MOST_TOLD]
    if not pieces:
        return
    told_places = {place for place, gist in found if gist.words in pieces}
    more = sum(
        len(one.after) for place, one in enumerate(count.changes) if place not in told_places
    )
    yield Words(" — ")
    yield from joined(pieces)
    yield Words(f", and {more} more —" if more else " —")


def _sources(changes: Iterable[Change]) -> str:
    symbols = [one.returned_from.symbol for one in changes if one.returned_from]
    return _listed([symbol.spoken for symbol in sorted(set(symbols))])


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def sentence_plain(comparison: Comparison) -> str:
    """The sentence as plain characters."""
    return plain(sentence(comparison))


def vote_words(vote: Vote | None, procedure: str) -> str:
    """How a text was adopted, in short: `144 to 1, 37 abstaining`; empty where nobody knows."""
    if vote:
        return f"{vote.in_favour} to {vote.against}, {vote.abstaining} abstaining"
    names = {"without_vote": "without a vote", "recorded_vote": "by a recorded vote"}
    return names.get(procedure, "")


def switched_words(states: int) -> str:
    """How many States voted otherwise, to be put behind the votes; empty where none did."""
    if not states:
        return ""
    return f"; {states} {'State' if states == 1 else 'States'} voted otherwise"
