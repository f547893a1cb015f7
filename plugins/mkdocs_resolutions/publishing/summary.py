"""What a comparison comes to, in words: of one change, and the sentence for the whole."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_resolutions.comparing import states_named
from mkdocs_resolutions.model import Adoption, Change, Comparison, NoteChange
from mkdocs_resolutions.publishing.gist import ASIDE, Gist, gists, joined, passage, states_gist
from mkdocs_resolutions.publishing.labels import label_of
from mkdocs_resolutions.publishing.quoting import Words, first_words
from mkdocs_resolutions.publishing.redline import earlier_text, later_text
from mkdocs_resolutions.publishing.votes import vote_words

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
"""What is named between dashes of the substantive changes."""
MOST_NAMED: tuple[dict[Verdict, int], ...] = (
    {"new": 2, "dropped": 1}, {"new": 1, "dropped": 1}, {"new": 1, "dropped": 0},
)  # fmt: skip
"""Operative paragraphs that are named between dashes, as many as leave the sentence short."""
LONGEST = 360
"""Characters of a sentence that is short."""
MOST_ACTS = 4
"""Operative paragraphs that may have come or gone: the first of more tell nothing."""
MANY_VOTES = 10
"""States by which a vote changed much."""
_DASH = Words(" — ")
_RITUAL = re.compile(r"\bseized of (?:the|this) (?:matter|question|item)\b")
"""What is said at the end of a text by custom."""
_OPERATIVE = re.compile(r"(?:s\w+-)*op[0-9]+")
_PREAMBULAR = re.compile(r"pp[0-9]+")

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
    "state": "which States are named",
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
    """Reasons as people say them: `a date, a venue`."""
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
    """How many clauses a verdict was passed on, and the changes that hold them, halves apart."""

    verdict: Verdict
    clauses: int
    changes: tuple[Change, ...]


def counts(comparison: Comparison) -> tuple[Count, ...]:
    """Clauses by verdict, those of the later text but for the dropped ones; none is left out."""
    found: dict[Verdict, list[Change]] = {}
    for change in comparison.changes:
        for part in change.parts:
            found.setdefault(verdict_of(part), []).append(part)
    return tuple(
        Count(verdict, sum(len(one.after) or len(one.before) for one in changes), tuple(changes))
        for verdict in VERDICTS
        if (changes := found.get(verdict, []))
    )


def sentence(comparison: Comparison) -> tuple[Words, ...]:
    """The sentence that could be quoted: `Compared with 76/47: 22 of 27 clauses unchanged, …`."""
    for most in MOST_NAMED:
        words = tuple(_sentence(comparison, most))
        if len(plain(words)) <= LONGEST:
            break
    return words


def _sentence(comparison: Comparison, most: Mapping[Verdict, int]) -> Iterator[Words]:
    yield Words(f"Compared with {comparison.earlier.spoken}: ")
    found = counts(comparison)
    total = sum(count.clauses for count in found if count.verdict != "dropped")
    if [count.verdict for count in found] == ["unchanged"]:
        yield Words(f"all {total} clauses unchanged")
    else:
        if not any(count.verdict == "unchanged" for count in found):
            yield Words(f"none of {total} clauses unchanged, ")
        before = ""
        for count in found:
            if before:
                yield Words(before)
            counted = [*_counted(count, total, comparison, most.get(count.verdict, 0))]
            yield from counted
            before = " —, " if _DASH in counted else ", "
    yield from _follow_up(comparison)
    yield from _another_vote(comparison)
    yield Words(".")


def _follow_up(comparison: Comparison) -> Iterator[Words]:
    """Whether the matter left the next agenda, or is on it again: a clause that came or went says
    so, or an edited one, which tells it itself."""
    for change in comparison.changes:
        if change.kind in ("added", "removed") and "agenda" in change.reasons:
            yield Words("; an item" if change.kind == "added" else "; no item")
            yield Words(" on the next agenda")
            return


def _another_vote(comparison: Comparison) -> Iterator[Words]:
    """How both texts were adopted, where that is another way or a vote that changed much."""
    earlier, later = comparison.masthead.adoption
    before, after = (vote_words(one.vote, one.procedure) for one in (earlier, later))
    if not before or not after or before == after:
        return
    ways = [
        (one.vote.in_favour, one.vote.against, one.vote.abstaining) if one.vote else None
        for one in (earlier, later)
    ]
    if ways[0] and ways[1] and max(abs(a - b) for a, b in zip(*ways, strict=True)) < MANY_VOTES:
        return
    if None in ways and earlier.procedure == later.procedure:
        return  # Only one of them says the figures.
    yield Words(f"; adopted {_by(later, after)}, the one before {_by(earlier, before)}")


def _by(adoption: Adoption, said: str) -> str:
    return f"by {said}" if adoption.vote else said


def _counted(count: Count, total: int, comparison: Comparison, most: int) -> Iterator[Words]:
    if count.verdict == "unchanged":
        yield Words(f"{count.clauses} of {total} clauses unchanged")
    elif count.verdict == "returned":
        yield Words(f"{count.clauses} returned from {_sources(count.changes)}")
    else:
        yield Words(f"{count.clauses} {count.verdict}")
    if count.verdict == "substantive":
        pieces = _told(count, comparison) or _where(count)
    elif count.verdict in ("new", "dropped"):
        pieces = _named(count, most)
    else:
        return
    if pieces:
        yield _DASH
        yield from joined(pieces)


def _told(count: Count, comparison: Comparison) -> list[tuple[Words, ...]]:
    """What tells most of the substantive changes, and whether clauses have more."""
    found = [
        (place, gist)
        for place, one in enumerate(count.changes)
        for gist in gists(one)
        if gist.rank < ASIDE
    ]
    found = [*_states_together(found, comparison), *(one for one in found if not one[1].states)]
    # What became something here, while that became it there, says nothing of the whole.
    became = {gist.words for _, gist in found}
    found = [one for one in found if not _is_undone(one[1].words, became)]
    found.sort(key=lambda one: (one[1].rank, one[0]))
    said = {_quoted(gist.words): gist.words for _, gist in reversed(found)}
    first = [*dict.fromkeys(_quoted(gist.words) for _, gist in found)][:MOST_TOLD]
    pieces = [said[words] for words in first]
    told_places = {place for place, gist in found if _quoted(gist.words) in first}
    if pieces and len(told_places) < len(count.changes):
        pieces[-1] = (*pieces[-1], _others(len(count.changes) - len(told_places)))
    return pieces


def _is_undone(words: tuple[Words, ...], became: Container[tuple[Words, ...]]) -> bool:
    """Whether of two phrases the second became the first elsewhere. A step on a ladder says more
    than that, with a word of its own, and a figure is another wherever it stands."""
    turned = words[::-1]
    return turned != words and turned in became and not any(map(str.isdigit, plain(words)))


def _others(count: int) -> Words:
    """That so many more are not told."""
    return Words(" and one other" if count == 1 else " and others")


def _quoted(words: tuple[Words, ...]) -> tuple[str, ...]:
    """What a piece quotes, else all of it: what differs in nothing else is not said again."""
    return tuple(word.text for word in words if word.quoted) or tuple(word.text for word in words)


def _states_together(
    found: Sequence[tuple[int, Gist]], comparison: Comparison
) -> Iterator[tuple[int, Gist]]:
    """The States that came, and those that went, each in one piece. What only went to another
    clause came from nowhere."""
    if not any(gist.states for _, gist in found):
        return
    texts = [
        states_named("\n".join(text(one.runs) for one in comparison.changes))
        for text in (earlier_text, later_text)
    ]
    known = texts[0].keys() & texts[1].keys()
    news = [
        (place, replace(gist, states=fresh))
        for place, gist in found
        if (fresh := tuple((code, name) for code, name in gist.states if code not in known))
    ]
    for came in (True, False):
        for rank in sorted({gist.rank for _, gist in news if gist.came == came}):
            some = [one for one in news if (one[1].rank, one[1].came) == (rank, came)]
            states = {code: name for _, gist in some for code, name in gist.states}
            together = replace(states_gist(states, came=came), rank=rank)
            yield from ((place, together) for place, _ in some)


def _where(count: Count) -> list[tuple[Words, ...]]:
    """Where the substantive changes stand that no words of theirs tell, and why the few weigh."""
    labels = [label_of((one.after or one.before)[0]) for one in count.changes]
    if count.clauses > MOST_TOLD or not all(one.reasons for one in count.changes):
        labels = sorted(dict.fromkeys(labels), key=_is_preambular)
        places = (Words(f"in {', '.join(labels[:MOST_TOLD])}"),)
        more = len(labels) - MOST_TOLD
        return [(*places, _others(more)) if more > 0 else places]
    return [
        (*(passage(one) or (Words(reason_words(one.reasons[:1])),)), Words(f" in {label}"))
        for one, label in zip(count.changes, labels, strict=True)
    ]


def _is_preambular(label: str) -> bool:
    return label.startswith("PP")


def _named(count: Count, most: int) -> list[tuple[Words, ...]]:
    """The few operative paragraphs that came or went, by their first words; the only paragraph of
    the preamble, where that is all."""
    text = earlier_text if count.verdict == "dropped" else later_text
    acts = [
        (label_of(ids[0]), text(one.runs))
        for one in count.changes
        if (ids := one.after or one.before)
        and (_OPERATIVE.fullmatch(ids[0]) or (count.clauses == 1 and _PREAMBULAR.fullmatch(ids[0])))
        and "agenda" not in one.reasons
    ]
    if len(acts) > MOST_ACTS:
        return []
    said = [(label, first_words(words)) for label, words in acts if not _RITUAL.search(words)]
    pieces: list[tuple[Words, ...]] = [
        (Words(f"{label} "), Words(words, True)) for label, words in said if words
    ]
    told: list[tuple[Words, ...]] = pieces[:most]
    if told and len(told) < count.clauses:
        told[-1] = (*told[-1], _others(count.clauses - len(told)))
    return told


def _sources(changes: Iterable[Change]) -> str:
    symbols = [one.returned_from.symbol for one in changes if one.returned_from]
    return _listed([symbol.spoken for symbol in sorted(set(symbols))])


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def sentence_plain(comparison: Comparison) -> str:
    """The sentence as plain characters."""
    return plain(sentence(comparison))
