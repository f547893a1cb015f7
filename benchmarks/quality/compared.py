"""How well consecutive resolutions are compared: against labels made by hand, and by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Indel

from benchmarks.quality.documents import consecutive, read_held
from benchmarks.quality.pairs import Label, read_pairs
from mkdocs_resolutions.comparing import compare
from mkdocs_resolutions.model import Change, Comparison, Run


@dataclass(slots=True)
class Score:
    """What was found, what was to be found, and what of it was right."""

    right: int = 0
    found: int = 0
    due: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Twice the right ones by both; 1 where there was nothing to find."""
        return 2 * self.right / (self.found + self.due) if self.found + self.due else 1.0

    def sets(self, pair: str, found: set[str], due: set[str]) -> None:
        """Count two sets of names."""
        self.right += len(found & due)
        self.found += len(found)
        self.due += len(due)
        self.misses += [f"{pair} {name} is not found" for name in sorted(due - found)]
        self.misses += [f"{pair} {name} is none" for name in sorted(found - due)]


@dataclass(slots=True)
class Redlines:
    """How the redlines of edited clauses read: stretches a clause, words against a plain diff."""

    clauses: int = 0
    fragments: int = 0
    words: int = 0
    plain: int = 0

    def add(self, comparison: Comparison) -> None:
        """Count the clauses that were edited."""
        for change in comparison.changes:
            if change.kind == "edited" and change.runs:
                self._add(change.runs)

    def _add(self, runs: Sequence[Run]) -> None:
        self.clauses += 1
        self.fragments += sum(
            run.kind != "=" and (not place or runs[place - 1].kind == "=")
            for place, run in enumerate(runs)
        )
        self.words += sum(len(run.text.split()) for run in runs if run.kind != "=")
        before = "".join(run.text for run in runs if run.kind in "=-").split()
        after = "".join(run.text for run in runs if run.kind in "=+").split()
        self.plain += Indel.distance(before, after)


@dataclass(slots=True)
class Compared:
    """The scores over all labelled pairs."""

    pairs: int = 0
    links: Score = field(default_factory=Score)
    unchanged: Score = field(default_factory=Score)
    moved: Score = field(default_factory=Score)
    weights: Score = field(default_factory=Score)
    openings: Score = field(default_factory=Score)
    qualifiers: Score = field(default_factory=Score)
    redlines: Redlines = field(default_factory=Redlines)
    everywhere: Redlines = field(default_factory=Redlines)
    """Of every two consecutive texts of one title, labelled or not."""


def measure_comparisons(corpus: Path, every: int = 1) -> Compared:
    """Compare every labelled pair, and the consecutive texts of one title (`every` as they have
    it)."""
    made = Compared()
    for pair in read_pairs():
        earlier, later = read_held(corpus, pair.earlier), read_held(corpus, pair.later)
        if earlier is None or later is None:
            continue
        made.pairs += 1
        name = f"{earlier.symbol.short}>{later.symbol.short}"
        comparison = compare(earlier, later)
        _score(made, name, pair.changes, comparison)
        made.redlines.add(comparison)
    for earlier, later in consecutive(corpus, every):
        made.everywhere.add(compare(earlier, later))
    return made


def _score(made: Compared, name: str, labels: Iterable[Label], comparison: Comparison) -> None:
    doubtful = {f"<{one}" for label in labels if label.is_doubtful for one in label.before}
    doubtful |= {f">{one}" for label in labels if label.is_doubtful for one in label.after}
    sure = [label for label in labels if not label.is_doubtful]

    def known(change: Change) -> bool:
        return not any(f"<{one}" in doubtful for one in change.before) and not any(
            f">{one}" in doubtful for one in change.after
        )

    changes = [change for change in comparison.changes if known(change)]
    made.links.sets(name, _links(changes), _links(sure))
    made.unchanged.sets(
        name,
        _links(change for change in changes if change.kind == "unchanged"),
        _links(label for label in sure if label.kind == "unchanged"),
    )
    # Of two neighbours that changed places either may be said to have moved.
    either = _links(label for label in sure if "moved?" in label.flags)
    made.moved.sets(
        name,
        _links(change for change in changes if change.moved) - either,
        _links(label for label in sure if "moved" in label.flags),
    )
    ours = {(change.before, change.after): change for change in changes}
    for label in sure:
        change = ours.get((label.before, label.after))
        if change is None or not label.weight or change.kind == "unchanged":
            continue
        _weigh(made, name, label, change)


def _weigh(made: Compared, name: str, label: Label, change: Change) -> None:
    """Count the weight, the direction and the qualifiers of a change found as the label has it."""
    place = f"{','.join(change.before)}>{','.join(change.after)}"
    made.weights.due += 1
    made.weights.found += 1
    if change.weight == label.weight:
        made.weights.right += 1
    else:
        reasons = ", ".join(change.reasons)
        made.weights.misses.append(
            f"{name} {place} is {label.weight} ({label.note}), not {change.weight} ({reasons})"
        )
    # An opening alone leaves its direction open.
    if "opening" not in label.flags or label.flags & {"stronger", "weaker", "silent"}:
        ours = {change.opening.direction} if change.opening and change.opening.direction else set()
        made.openings.sets(
            f"{name} {place}", set(map(str, ours)), set(label.flags & {"stronger", "weaker"})
        )
    signs = {f"qualifier{'+' if one.added else '-'}" for one in change.qualifiers}
    made.qualifiers.sets(f"{name} {place}", signs, set(label.flags & {"qualifier+", "qualifier-"}))


def _links(changes: Iterable[Change | Label]) -> set[str]:
    return {f"{one}>{other}" for change in changes for one in change.before
            for other in change.after}  # fmt: skip
