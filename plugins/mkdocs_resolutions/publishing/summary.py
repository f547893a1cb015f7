"""What a comparison comes to, in words: of one change, and the sentence for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.model import Change, Comparison, NoteChange, Opening, Run, Vote

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

LONGEST_TOLD = 5
"""Words. A replaced stretch of up to so many is short enough to be told in a sentence."""

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


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a sentence; `quoted` are words of the documents, which pages set in italics."""

    text: str
    quoted: bool = False


def plain(words: Iterable[Words]) -> str:
    """A sentence as plain characters, what is quoted in quotation marks."""
    return "".join(f"“{word.text}”" if word.quoted else word.text for word in words)


def told(change: Change) -> tuple[Words, ...]:
    """The gist of an edit where a few words say it, nothing where they do not.

    Another opening comes first, then qualifiers, then words that one short stretch replaced.
    """
    pieces = [*_openings(change), *_qualifiers(change)]
    if not pieces and change.kind == "edited":
        pieces = [*_replaced(change.runs)]
    return tuple(_joined(pieces))


def _openings(change: Change) -> Iterator[tuple[Words, ...]]:
    if change.opening:
        before, after, rest = differing(change.opening)
        said = [Words(before, True), Words(" became "), Words(after, True), Words(rest)]
        if change.opening.direction:
            said.append(Words(f" ({change.opening.direction})"))
        yield tuple(said)


def differing(opening: Opening) -> tuple[str, str, str]:
    """Where two openings differ, and the words after that they share.

    >>> differing(Opening("Expresses strong concern", "Expresses grave concern"))
    ('strong', 'grave', ' concern')
    >>> differing(Opening("Deeply concerned", "Concerned"))
    ('Deeply concerned', 'Concerned', '')
    """
    before, after = opening.before.split(), opening.after.split()
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if not old or not new:
        return opening.before, opening.after, ""
    rest = after[len(after) - end :]
    return " ".join(old), " ".join(new), f" {' '.join(rest)}" if rest else ""


def _qualifiers(change: Change) -> Iterator[tuple[Words, ...]]:
    for qualifier in change.qualifiers:
        yield Words(qualifier.phrase, True), Words(" added" if qualifier.added else " dropped")


def _replaced(runs: Sequence[Run]) -> Iterator[tuple[Words, ...]]:
    """The words of an edit that is one short stretch in the place of another."""
    old = [run.text.strip() for run in runs if run.kind == "-"]
    new = [run.text.strip() for run in runs if run.kind == "+"]
    if [len(old), len(new)] == [1, 1] and all(
        0 < len(text.split()) <= LONGEST_TOLD for text in (*old, *new)
    ):
        yield Words(old[0].strip(",;"), True), Words(" became "), Words(new[0].strip(",;"), True)


def _joined(pieces: Sequence[tuple[Words, ...]]) -> Iterator[Words]:
    for number, piece in enumerate(pieces):
        if number:
            yield Words(", ")
        yield from piece


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
        words += _counted(count, total)
    return (*words, *_follow_up(comparison), Words("."))


def _follow_up(comparison: Comparison) -> Iterator[Words]:
    """Whether the matter left the next agenda, or is on it again: a clause that came or went says
    so, or an edited one, which tells it itself."""
    for change in comparison.changes:
        if change.kind in ("added", "removed") and "agenda" in change.reasons:
            yield Words("; an item" if change.kind == "added" else "; no item")
            yield Words(" on the next agenda")
            return


def _counted(count: Count, total: int) -> Iterator[Words]:
    if count.verdict == "unchanged":
        yield Words(f"{count.clauses} of {total} clauses unchanged")
    elif count.verdict == "returned":
        yield Words(f"{count.clauses} returned from {_sources(count.changes)}")
    else:
        yield Words(f"{count.clauses} {count.verdict}")
    if count.verdict == "substantive":
        yield from _aside(count.changes)


def _aside(changes: Sequence[Change]) -> Iterator[Words]:
    """Between dashes the gist of the substantive changes: of the only one, else of the first two
    that went up or down the ladder or have to do with a qualifier."""
    weighty = [one for one in changes if one.qualifiers or (one.opening and one.opening.direction)]
    chosen = weighty if len(changes) > 1 else changes
    gists = [*dict.fromkeys(gist for change in chosen if (gist := told(change)))][:2]
    if gists:
        yield Words(" — among them " if len(gists) < len(changes) else " — ")
        yield from _joined(gists)
        yield Words(" —")


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
