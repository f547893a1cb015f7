"""The life of a clause, told on the page of its series: each form of its words once, with the years
that have it as anchors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from mkdocs_resolutions.model import Change, Clause, ClausePlace, Life, Passage, Run, Stage, Symbol
from mkdocs_resolutions.publishing.gist import told
from mkdocs_resolutions.publishing.lineage import Line, Lineage, absent
from mkdocs_resolutions.publishing.markup import words_html
from mkdocs_resolutions.publishing.picture import CELLS, CellKind, anchor_of, kind_of
from mkdocs_resolutions.publishing.redline import redline_html
from mkdocs_resolutions.publishing.summary import plain, reason_words
from mkdocs_resolutions.publishing.tables import rows_of, table_html

MOST_REDLINED = 600_000
"""Characters of redlines. Those of a page that has more stay on the pages of the resolutions, from
where they are fetched when they are opened."""

_LATER = Markup(
    '<span class="life__later">{}<sup><span class="for-ears"> since </span>{}</sup></span>{}'
)
"""Words, the text that brought them, and the space behind them."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A clause in one year as a page shows it: its anchor here, its address, its names."""

    anchor: str
    address: str
    symbol: str
    label: str


@dataclass(frozen=True, slots=True)
class FormView:
    """Words of a clause in the year that brought them, and the years that kept them.

    `words` are shown where no redline shows them and they are not the last; `is_elsewhere` says
    that the redline is to be fetched from beside the page of the year.
    """

    kind: CellKind
    place: PlaceView
    name: str
    why: str
    kept: tuple[PlaceView, ...] = ()
    before: tuple[PlaceView, ...] = ()
    redline: Markup | None = None
    is_elsewhere: bool = False
    words: Markup | None = None


@dataclass(frozen=True, slots=True)
class LifeView:
    """A clause through the years: its last words, where they come from, its forms newest first.

    `since` is where it got its form, but for editorial changes if it was `retouched`; `absent` are
    the texts between that did not have it, `gone` is the text that had it no longer.
    """

    line: Line
    anchor: str
    words: Markup
    since: PlaceView
    retouched: bool
    first: PlaceView
    absent: str
    gone: str | None
    is_oldest: bool
    rewritten: bool
    forms: tuple[FormView, ...]
    parted_from: PlaceView | None = None
    merged_into: PlaceView | None = None


@dataclass(slots=True)
class Lives:
    """Tells the lives of one series."""

    lineage: Lineage
    inline: bool = field(init=False)
    """Whether the redlines stand in the page."""
    clauses: dict[ClausePlace, Clause] = field(init=False)

    def __post_init__(self) -> None:
        self.inline = _redlined(self.lineage) <= MOST_REDLINED
        self.clauses = {
            ClausePlace(symbol, clause.id): clause
            for symbol, resolution in self.lineage.held.items()
            for clause in resolution.clauses()
        }

    def view(self, line: Line) -> LifeView:
        """A life as the page shows it."""
        life, held = line.life, self.lineage.history.held
        last = life.stages[-1]
        formed = life.formed(last.place.symbol)
        forms = tuple(self._forms(life))
        return LifeView(
            line=line,
            anchor=anchor_of(last.place.symbol, last.place.id),
            words=self._words(life.passages, life.first.place.symbol),
            since=self.place(formed.place),
            retouched=formed is not life.last_changed,
            first=self.place(life.first.place),
            absent=absent(life, held, last.place.symbol),
            gone=_after(last.place.symbol, held),
            is_oldest=life.first.place.symbol == held[0],
            rewritten=life.rewritten,
            forms=forms[::-1],
            parted_from=self.place(life.parted_from) if life.parted_from else None,
            merged_into=self.place(life.merged_into) if life.merged_into else None,
        )

    def place(self, place: ClausePlace) -> PlaceView:
        """A clause in one year."""
        anchor = anchor_of(place.symbol, place.id)
        address = f"{place.symbol.address}#{place.id}"
        return PlaceView(anchor, address, place.symbol.spoken, self.lineage.spots[place].label)

    def _words(self, passages: tuple[Passage, ...], first: Symbol) -> Markup:
        """The last words, those that a later year than the first brought marked with that year."""
        said = Markup("")
        for passage in passages:
            words = words_html(passage.text)
            if passage.since == first:
                said += words
            else:
                said += _LATER.format(
                    words.rstrip(), passage.since.spoken, words[len(words.rstrip()) :]
                )
        return said

    def _forms(self, life: Life) -> Iterator[FormView]:
        """The forms of a clause, oldest first."""
        form: list[Stage] = []
        before = life.parted_from
        for stage in life.stages:
            if form and stage.kind != "unchanged":
                yield self._form(form, before, followed=True)
                before, form = form[-1].place, []
            form.append(stage)
        yield self._form(form, before, followed=False)

    def _form(self, stages: list[Stage], before: ClausePlace | None, *, followed: bool) -> FormView:
        stage, *kept = stages
        change = stage.change and stage.change.half(stage.place.id)
        kind = kind_of(stage)
        redline = _redline_of(change) if change else ()
        is_table = bool(change and change.table)
        # A table is few words in many cells, which only the page can tell apart.
        is_here = self.inline or is_table
        told = redline or not followed or not self.inline
        place = self.place(stage.place)
        return FormView(
            kind=kind,
            place=place,
            name=CELLS[kind][1],
            why=(_why(change) or self._split_words(stage)) if change else "",
            kept=tuple(self.place(one.place) for one in kept),
            before=(self.place(before),) if before else (),
            redline=self._redline_html(redline, stage, before) if redline and is_here else None,
            is_elsewhere=bool(redline) and not is_here,
            words=None if told else words_html(self.clauses[stage.place].text),
        )

    def _split_words(self, stage: Stage) -> str:
        """Into what a clause was split whose half says nothing else; empty for any other."""
        if not stage.change or not stage.change.halves:
            return ""
        places = (ClausePlace(stage.place.symbol, name) for name in stage.change.after)
        *labels, last = (self.lineage.spots[place].label for place in places)
        return f"split into {', '.join(labels)} and {last}"

    def _redline_html(
        self, runs: tuple[Run, ...], stage: Stage, before: ClausePlace | None
    ) -> Markup:
        change = stage.change
        if not change or not change.table:
            return redline_html(runs)
        alone = before and len(change.before) <= 1 and len(change.after) == 1
        was = rows_of([self.clauses[before]]) if before and alone else []
        return table_html(runs, was, rows_of([self.clauses[stage.place]]))


def _after(symbol: Symbol, held: tuple[Symbol, ...]) -> str | None:
    """The held text behind one, None behind the last."""
    following = held[held.index(symbol) + 1 :]
    return following[0].spoken if following else None


def _redlined(lineage: Lineage) -> int:
    """How many characters the redlines of a series have."""
    return sum(
        len(run.text)
        for life in lineage.history.lives
        for stage in life.stages
        if stage.change
        for run in _redline_of(stage.change.half(stage.place.id))
    )


def _redline_of(change: Change) -> tuple[Run, ...]:
    """What a form of a clause is shown to change; new words are shown as they are."""
    runs = change.returned if change.kind == "added" else change.runs or change.table
    return runs if any(run.kind != "=" for run in runs) else ()


def _why(change: Change) -> str:
    """What a change comes to, in words: the gist where there is one, else its reasons."""
    return plain(told(change)) or reason_words(change.reasons)
