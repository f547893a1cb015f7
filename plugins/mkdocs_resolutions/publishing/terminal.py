"""A comparison for a terminal: in colour, or with marks that need none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_resolutions.model import Change, Comparison, MastheadChanges, Resolution, Run, Symbol
from mkdocs_resolutions.model.states import state_name
from mkdocs_resolutions.publishing.gist import told
from mkdocs_resolutions.publishing.labels import Labels, label_of
from mkdocs_resolutions.publishing.panel import masthead_runs
from mkdocs_resolutions.publishing.redline import redline_plain
from mkdocs_resolutions.publishing.summary import (
    note_words,
    plain,
    reason_words,
    sentence_plain,
    verdict_of,
)
from mkdocs_resolutions.publishing.tables import table_lines
from mkdocs_resolutions.publishing.votes import switched_words, vote_words

WIDEST = 100
"""Columns. Lines are no longer, however wide the window: they are read, not scanned."""
_INDENT = 4
_COLOURS = {"substantive": "31;1", "routine": "33", "editorial": "2", "new": "32;1",
            "returned": "36;1", "dropped": "31;1", "unchanged": "2"}  # fmt: skip
_STYLES = {"-": "31;9", "+": "32;4", "bold": "1", "dim": "2"}
"""Left out is struck through, put in underlined: the colours are not all that tells them apart."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a comparison is shown: how many columns it has, and whether it has colours."""

    width: int = WIDEST
    colour: bool = False

    def styled(self, text: str, style: str) -> str:
        """A text in a style, as it is where there is no colour."""
        code = _STYLES.get(style) or _COLOURS.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text


def comparison_lines(
    comparison: Comparison,
    earlier: Resolution,
    later: Resolution,
    screen: Screen,
    *,
    everything: bool = False,
) -> Iterator[str]:
    """The summary, then each change; those of no consequence only if `everything` is wanted."""
    view = _View(earlier, later, screen)
    yield screen.styled(f"{comparison.earlier} → {comparison.later}", "bold")
    yield from _wrapped([Run("=", sentence_plain(comparison))], screen, 0)
    yield from view.masthead(comparison.masthead)
    for change in comparison.changes:
        if not change.is_quiet:
            for part in change.parts:
                yield ""
                yield from view.change(part)
        elif everything:
            yield from view.in_short(change)


class _View:
    """Two resolutions, by whose names for their clauses changes are told."""

    def __init__(self, earlier: Resolution, later: Resolution, screen: Screen) -> None:
        self.symbol, self.screen = earlier.symbol, screen
        self.before, self.after = Labels(earlier), Labels(later)
        self.texts = {clause.id: clause.text for clause in later.clauses()}

    def masthead(self, masthead: MastheadChanges) -> Iterator[str]:
        votes = [vote_words(one.vote, one.procedure) for one in masthead.adoption]
        if any(votes):
            told = " → ".join(vote or "unknown" for vote in votes)
            yield f"Adopted: {told}{switched_words(masthead.votes_changed)}."
        for name, runs in masthead_runs(masthead):
            yield from _wrapped([Run("=", f"{name}: "), *runs], self.screen, 0)
        for what, sponsors in (
            ("New sponsors", masthead.sponsors_added),
            ("No longer sponsors", masthead.sponsors_removed),
        ):
            if sponsors:
                names = ", ".join(state_name(sponsor.name) for sponsor in sponsors)
                yield from _wrapped([Run("=", f"{what}: {names}.")], self.screen, 0)

    def change(self, change: Change) -> Iterator[str]:
        verdict = verdict_of(change)
        labels = self.after if change.after else self.before
        name = self.screen.styled(_named(change.after or change.before, labels), "bold")
        remarks = "; ".join(self._remarks(change))
        line = f"{name}  {self.screen.styled(verdict, verdict)}"
        yield f"{line}: {remarks}" if remarks else line
        yield from _wrapped(
            change.returned or table_lines(change.table) or change.runs, self.screen, _INDENT
        )
        for note in change.footnotes:
            said = [Run("=", f"{note_words(note)}: ")]
            said += [Run("-", note.before)] if note.before else []
            said += [Run("+", note.after)] if note.after else []
            yield from _wrapped(said, self.screen, _INDENT)

    def _remarks(self, change: Change) -> Iterator[str]:
        """What is worth saying of a change beside its words, one remark after the other."""
        if change.returned_from:
            yield f"from {_place(change.returned_from.symbol, change.returned_from.id)}"
        if change.kind in ("split", "merged"):
            way = "split from" if change.kind == "split" else "merged from"
            yield f"{way} {_named(change.before, self.before)} of {self.symbol.spoken}"
        elif change.after and change.before and change.moved:
            yield f"was {_named(change.before, self.before)} in {self.symbol.spoken}"
        if change.asked_by:
            yield f"looks back on what {_named((change.asked_by,), self.before)} asked for"
        if change.answered_by:
            yield f"{_named((change.answered_by,), self.after)} looks back on what it asked for"
        if change.words_of and not change.returned_from:
            yield f"has words of {_named((change.words_of,), self.before)}"
        if change.words_in:
            yield f"{_named((change.words_in,), self.after)} has words of it"
        if not change.after:
            yield f"it stood in {self.symbol.spoken}"
        if change.reasons:
            yield reason_words(change.reasons)
        if change.opening or change.qualifiers:
            yield plain(told(change))

    def in_short(self, change: Change) -> Iterator[str]:
        name = _named(change.after, self.after)
        words = " ".join(self.texts.get(name_id, "") for name_id in change.after).split()
        line = f"{name}  unchanged  {' '.join(words)}"
        width = min(self.screen.width, WIDEST)
        yield self.screen.styled(line if len(line) <= width else f"{line[: width - 1]}…", "dim")


def _named(ids: Sequence[str], labels: Labels) -> str:
    return " and ".join(labels.of(name) for name in ids)


def _place(symbol: Symbol, name: str) -> str:
    return f"{label_of(name)} of {symbol.spoken}"


# --- lines ---------------------------------------------------------------------------------------


def _wrapped(runs: Iterable[Run], screen: Screen, indent: int) -> Iterator[str]:
    """Runs as lines of whole words, indented; line breaks of the text are kept.

    Without colours what was left out stands in `[-…-]`, what was put in in `{+…+}`.
    """
    runs = [*_apart(runs)] if screen.colour else [Run("=", redline_plain(runs))]
    width = max(20, min(screen.width, WIDEST) - indent)
    line: list[Run] = []
    for word in _words(runs):
        broken = word[0].text.startswith("\n")
        if line and (broken or _length(line) + _length(word) > width):
            yield " " * indent + _styled(line, screen)
            line = []
        line += word if line else _bare(word)
    if line:
        yield " " * indent + _styled(line, screen)


def _apart(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs with a space where words left out meet words put in, which only colours would part."""
    left_out = ""
    for run in runs:
        meets = run.kind == "+" and left_out
        if meets and not (left_out[-1].isspace() or run.text[0].isspace()):
            yield Run("=", " ")
        left_out = run.text if run.kind == "-" else ""
        yield run


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Words with the space before them; one may be of several kinds, as `[-old-]{+new+}`."""
    word: list[Run] = []
    for run in runs:
        for piece in re.findall(r"\s*[^\s]*", run.text):
            if piece[:1].isspace() and word:
                yield word
                word = []
            if piece:
                word.append(Run(run.kind, piece))
    if word:
        yield word


def _bare(word: list[Run]) -> list[Run]:
    """A word at the beginning of a line: without the space before it."""
    return [Run(word[0].kind, word[0].text.lstrip()), *word[1:]]


def _length(line: Iterable[Run]) -> int:
    return sum(len(run.text) for run in line)


def _styled(line: Sequence[Run], screen: Screen) -> str:
    """A line with each stretch of one kind in its style, as few codes as can be."""
    merged: list[Run] = []
    for run in line:
        if merged and merged[-1].kind == run.kind:
            merged[-1] = Run(run.kind, merged[-1].text + run.text)
        else:
            merged.append(run)
    return "".join(screen.styled(run.text, run.kind) for run in merged).rstrip()
