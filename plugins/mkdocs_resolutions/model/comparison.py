"""What changed between two resolutions, and the life of a clause over the years, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_resolutions.model.resolution import Adoption, AgendaItem, Sponsor
from mkdocs_resolutions.model.series import Series
from mkdocs_resolutions.model.symbol import Symbol

ChangeKind = Literal["unchanged", "edited", "added", "removed", "split", "merged"]
Weight = Literal["editorial", "routine", "substantive"]
Direction = Literal["stronger", "weaker"]
RunKind = Literal["=", "-", "+"]
WEIGHTS: tuple[Weight, ...] = ("editorial", "routine", "substantive")
"""The weights of a change, the lightest first."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a redline: `=` words of both texts, `-` of the earlier, `+` of the later."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Another opening phrase, and whether it is stronger or weaker where that can be said."""

    before: str
    after: str
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifying phrase ("as appropriate") that came or went, as it stands in the text."""

    phrase: str
    added: bool


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A footnote of a clause that came, went or has other words: its id and text on both sides, the
    words of the note before in place of `Ibid.`"""

    change: Literal["added", "removed", "edited"]
    before: str | None
    after: str | None
    before_id: str | None = None
    after_id: str | None = None


@dataclass(frozen=True, slots=True)
class ClausePlace:
    """A clause of a resolution; as text, the symbol and the clause id: `A/RES/75/62#pp17`."""

    symbol: Symbol
    id: str

    def __str__(self) -> str:
        return f"{self.symbol}#{self.id}"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a clause, or of several that were split or merged.

    `before` and `after` are the ids of its clauses in the two texts. The `=` and `-` runs spell
    the earlier clauses to the letter, `=` and `+` the later, joined by a line break where they are
    several; what a table says changes in `table`, since it has cells and no text. `reasons` name
    what was found, the heaviest first, `states` by their codes the States that only one of the two
    texts names, but for those of the titles. An added clause that stood in an older text has been
    `returned_from` there; `returned` is its redline against that text. An added clause that looks
    back on what a removed one asked for is `asked_by` that, the other `answered_by` it, by ids. So
    are the earlier clause that lost a passage which an added one has, `words_of`, and the later one
    that gained a passage of a removed one, `words_in`.
    """

    kind: ChangeKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    runs: tuple[Run, ...]
    weight: Weight | None = None
    reasons: tuple[str, ...] = ()
    opening: Opening | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    moved: bool = False
    returned_from: ClausePlace | None = None
    returned: tuple[Run, ...] = ()
    footnotes: tuple[NoteChange, ...] = ()
    table: tuple[Run, ...] = ()
    asked_by: str | None = None
    answered_by: str | None = None
    words_of: str | None = None
    words_in: str | None = None
    halves: tuple[Change, ...] = ()
    states: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Change, ...]:
        """What is told of its clauses: of a split each half, by its own weight, else the whole."""
        return self.halves or (self,)

    def half(self, clause: str) -> Change:
        """What is told of one of its later clauses: of a split its half, else the whole."""
        return next((one for one in self.halves if one.after == (clause,)), self)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing at all is to be shown: same words, same place, same footnotes."""
        return self.kind == "unchanged" and not self.moved and not self.footnotes


@dataclass(frozen=True, slots=True)
class MastheadChanges:
    """What differs above and below the clauses; None or nothing where it is the same.

    Pairs are (earlier, later). Both ways of adoption are always there.
    """

    adoption: tuple[Adoption, Adoption]
    title: tuple[str, str] | None = None
    agenda: tuple[tuple[AgendaItem, ...], tuple[AgendaItem, ...]] | None = None
    sponsors_added: tuple[Sponsor, ...] = ()
    sponsors_removed: tuple[Sponsor, ...] = ()
    votes_changed: tuple[tuple[str, str | None, str | None], ...] = ()
    """States whose vote is another: name, vote in the earlier year, vote in the later one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two resolutions clause by clause: every clause with words of its own in exactly one change.

    Changes come in the order of the later text, removed ones where they stood.
    """

    earlier: Symbol
    later: Symbol
    masthead: MastheadChanges
    changes: tuple[Change, ...]

    def count(self, *kinds: str) -> int:
        """How many changes are of some kinds or weights."""
        return sum(change.kind in kinds or change.weight in kinds for change in self.changes)


StageKind = Literal["new", "returned", "unchanged", "editorial", "routine", "substantive"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A clause in one year of its life, and what brought it into this form."""

    place: ClausePlace
    kind: StageKind
    change: Change | None = None
    """None in the first held text, where nothing can be said of what came before."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a clause and the resolution that first said them here."""

    text: str
    since: Symbol


@dataclass(frozen=True, slots=True)
class Life:
    """A clause through the held texts of its series, oldest stage first; years may be missing.

    `turns` are the stages behind the first that have other words than the one before, or return.
    `parted_from` is the clause that a half of a split comes from, `merged_into` the one that a
    life ended in. `passages` spell the last stage, each with the text that brought its words;
    `rewritten` says that none of them is of the first but small words.
    """

    stages: tuple[Stage, ...]
    turns: tuple[Stage, ...] = ()
    passages: tuple[Passage, ...] = ()
    parted_from: ClausePlace | None = None
    merged_into: ClausePlace | None = None
    rewritten: bool = False

    @property
    def first(self) -> Stage:
        """Where it was first said, as far as texts are held."""
        return self.stages[0]

    @property
    def last_changed(self) -> Stage:
        """The stage since which it has its present words (its first, where it never changed)."""
        return self.turns[-1] if self.turns else self.stages[0]

    def formed(self, by: Symbol) -> Stage:
        """The stage up to a text since which it has its form but for editorial changes."""
        weighty = (stage for stage in reversed(self.turns) if stage.kind != "editorial")
        return next((one for one in weighty if one.place.symbol <= by), self.stages[0])


@dataclass(frozen=True, slots=True)
class History:
    """A series through its held texts, oldest first: each compared with the one before."""

    series: Series
    held: tuple[Symbol, ...]
    comparisons: tuple[Comparison, ...]
    lives: tuple[Life, ...]

    def places(self) -> Iterator[tuple[ClausePlace, Life]]:
        """Every clause of every held text with the life it belongs to."""
        for life in self.lives:
            for stage in life.stages:
                yield stage.place, life
