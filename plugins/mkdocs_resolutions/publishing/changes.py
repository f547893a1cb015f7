"""What the page of a resolution shows of its comparison with the text before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from markupsafe import Markup, escape

from mkdocs_resolutions.corpus import Corpus
from mkdocs_resolutions.model import (
    Change,
    Clause,
    ClausePlace,
    Comparison,
    Life,
    NoteChange,
    Resolution,
    Run,
    Symbol,
)
from mkdocs_resolutions.publishing.content import PageLinks
from mkdocs_resolutions.publishing.gist import told
from mkdocs_resolutions.publishing.graves import grave_places
from mkdocs_resolutions.publishing.labels import Labels
from mkdocs_resolutions.publishing.lineage import absent
from mkdocs_resolutions.publishing.panel import MARKS, NAMES, Panel, grave_id, said_html, shown_as
from mkdocs_resolutions.publishing.redline import (
    bounds,
    earlier_text,
    redline_html,
)
from mkdocs_resolutions.publishing.summary import (
    SHOUTING,
    note_words,
    reason_words,
)
from mkdocs_resolutions.publishing.tables import rows_of, table_html


class Changes:
    """The comparison of a resolution with the held text before it, clause by clause."""

    def __init__(
        self, comparison: Comparison, later: Resolution, corpus: Corpus, links: PageLinks
    ) -> None:
        self.comparison, self.later, self.corpus, self.links = comparison, later, corpus, links
        self.earlier = corpus.by_symbol[str(comparison.earlier)].resolution
        self.labels, self.own = Labels(self.earlier), Labels(later)
        changes = [change for change in comparison.changes if not change.is_quiet]
        self.noted = {note.after_id: note for change in changes for note in change.footnotes}
        self.clauses = {clause.id: clause for clause in self.earlier.clauses()}
        self.nums = {note.id: note.num for note in self.earlier.footnotes}
        self.by_clause = {name: change for change in changes for name in change.after}
        self.buried = grave_places(comparison.changes, self.earlier, later)

    def panel(self) -> dict[str, Any]:
        """The summary of all changes."""
        address = self.links.to(self.earlier.symbol.address)
        return Panel(self.comparison, self.labels, self.own, address).shown()

    # --- clauses -----------------------------------------------------------------------------

    def of(self, clause: Clause, redlined: dict[str, Any]) -> dict[str, Any] | None:
        """What became of a clause, None where nothing did; `redlined` is what `redline_html`
        takes beside the runs."""
        change = self.by_clause.get(clause.id)
        if change is None:
            return None
        own = change.half(clause.id)
        verdict = shown_as(own)
        runs = own.returned or own.table or own.runs
        gone = tuple(self._marks_gone(change, own))
        return {
            "verdict": verdict,
            "heavy": verdict in SHOUTING,
            "name": NAMES[verdict],
            "sign": MARKS[verdict],
            "gist": said_html(told(own)) if own.opening or own.qualifiers else "",
            "remarks": list(self._remarks(change, own)),
            "redline": self._table(change, runs, clause)
            if change.table
            else redline_html(runs, gone=gone, **redlined),
            "against": self._against(change),
            "notes": [self._note(note) for note in own.footnotes],
            "life": self.life(self.later.symbol, clause.id),
        }

    def _table(self, change: Change, runs: Sequence[Run], clause: Clause | None = None) -> Markup:
        """The redline of a table, whose cells span what they span in the texts."""
        from_here = change.kind != "split" and not change.returned
        before = rows_of(self.clauses[name] for name in change.before) if from_here else []
        return table_html(runs, before, rows_of([clause]) if clause else [])

    def _marks_gone(self, change: Change, own: Change) -> Iterator[tuple[int, Markup]]:
        """The marks of footnotes that were dropped, by where they stood in the earlier words."""
        gone = {note.before_id for note in own.footnotes if note.change == "removed"}
        if len(own.before) == len(own.after) == 1:
            ahead = takewhile(lambda half: half is not own, change.halves)
            start = sum(len(earlier_text(half.runs)) for half in ahead)
            for mark in self.clauses[own.before[0]].footnotes:
                if mark.id in gone:
                    num = self.nums[mark.id]
                    opening, closing = bounds("-", num)
                    words = Markup("{}<sup>{}</sup>{}").format(opening, num, closing)
                    yield mark.offset - start, words

    def note_words(self, note: str) -> tuple[str, str]:
        """How a footnote is called and classed at its mark: `, new since 76/47`, `added`."""
        change = self.noted.get(note)
        if change is None:
            return "", ""
        said = "new" if change.change == "added" else "in other words"
        return f", {said} since {self.earlier.symbol.spoken}", change.change

    def _against(self, change: Change) -> str:
        """The text that a redline is against, as it is called above its column."""
        symbol = change.returned_from.symbol if change.returned_from else self.earlier.symbol
        return symbol.spoken

    def _remarks(self, change: Change, own: Change) -> Iterator[Markup]:
        """What is worth saying beside the words, one remark after the other; `own` is what of the
        change belongs to the clause."""
        if own.reasons:
            yield escape(reason_words(own.reasons))
        if change.returned_from:
            yield Markup("from {}").format(self._link(change.returned_from))
        if change.asked_by:
            asked = self._link(ClausePlace(self.earlier.symbol, change.asked_by))
            yield Markup("looks back on what {} asked for").format(asked)
        if change.words_of and not change.returned_from:
            lost = self._link(ClausePlace(self.earlier.symbol, change.words_of))
            yield Markup("has words of {}").format(lost)
        links = [self._link(ClausePlace(self.earlier.symbol, name)) for name in change.before]
        if change.kind == "split":
            others = [*map(self._own_link, change.after)]
            yield Markup("{} was split into {}").format(links[0], _listed(others))
        elif change.kind == "merged":
            yield Markup("merged from {}").format(_listed(links))
        elif links and (change.moved or change.before != change.after):
            yield Markup("was {}").format(links[0])

    def _own_link(self, name: str) -> Markup:
        """A clause of this text by its name."""
        return Markup('<a href="#{}">{}</a>').format(name, self.own.of(name))

    def _link(self, place: ClausePlace) -> Markup:
        """A clause of another text by its name there."""
        resolution = self.corpus.by_symbol[str(place.symbol)].resolution
        label = (self.labels if resolution is self.earlier else Labels(resolution)).of(place.id)
        address = self.links.to(f"{place.symbol.address}#{place.id}")
        return Markup('<a href="{}">{} in {}</a>').format(address, label, place.symbol.spoken)

    def _note(self, note: NoteChange) -> dict[str, Any]:
        words = (("-", note.before), ("+", note.after))
        runs = [Run(kind, text) for kind, text in words if text]  # type: ignore[arg-type]
        return {"words": note_words(note), "redline": redline_html(runs), "change": note.change}

    # --- what is gone ------------------------------------------------------------------------

    def graves(self, place: str) -> list[dict[str, Any]]:
        """The clauses dropped at a place (see `grave_places`), each with its words."""
        return [self._grave(change) for change in self.buried.get(place, ())]

    def _grave(self, change: Change) -> dict[str, Any]:
        name = change.before[0]
        return {
            "id": grave_id(name),
            "label": self.labels.of(name),
            "link": self._link(ClausePlace(self.earlier.symbol, name)),
            "answer": change.answered_by and self._own_link(change.answered_by),
            "heir": change.words_in and self._own_link(change.words_in),
            "redline": self._table(change, change.table)
            if change.table
            else redline_html(change.runs),
            "against": self.earlier.symbol.spoken,
            "notes": [self._note(note) for note in change.footnotes],
            "life": self.life(self.earlier.symbol, name),
        }

    def ids(self) -> Iterator[str]:
        """The ids that the panel and the tombstones add to the page."""
        yield "changes"
        for changes in self.buried.values():
            yield from (grave_id(change.before[0]) for change in changes)

    # --- lives -------------------------------------------------------------------------------

    def life(self, symbol: Symbol, clause: str) -> str:
        """The history of a clause in one line; empty where it is told by the verdict."""
        life = self.corpus.histories.life_of(symbol, clause)
        history = self.corpus.histories.history_of(symbol)
        if life is None or history is None or life.first.place.symbol == symbol:
            return ""
        return life_words(life, symbol, history.held)


def life_words(life: Life, symbol: Symbol, held: Sequence[Symbol]) -> str:
    """The life of a clause up to a text: since when it is said, which of the held texts of its
    series between do not say it, and since when in this form.

    Where it begins in the first held text, nobody can say here whether it is older. Where none of
    its words is of its beginning, it was not said there, but goes back to it.
    """
    first = life.first.place.symbol
    turns = (stage.place.symbol for stage in life.turns)
    changed = [turn for turn in turns if turn <= symbol]
    at_least = "at least " if first == held[0] else ""
    rewritten = life.rewritten and symbol == life.stages[-1].place.symbol
    since = f"{'goes back to' if rewritten else 'said since'} {at_least}{first.spoken}"
    if lacking := absent(life, held, symbol):
        since += f" (not in {lacking})"
    if not changed:
        return f"{since}, in the same words"
    if changed[-1] != symbol:
        formed = life.formed(symbol).place.symbol
        but = "" if formed == changed[-1] else " but for editorial changes"
        if formed == first:
            return f"{since}, in the same words{but}"
        return f"{since}, in this form{but} since {formed.spoken}"
    before = changed[:-1]
    if not before:
        return since
    return f"{since}, changed in {before[0].spoken}" if len(before) == 1 else (
        f"{since}, changed {len(before)} times before")  # fmt: skip


def _listed(pieces: Sequence[Markup]) -> Markup:
    return Markup(" and ").join(filter(None, (Markup(", ").join(pieces[:-1]), *pieces[-1:])))
