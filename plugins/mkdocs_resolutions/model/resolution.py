"""A resolution and its parts, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mkdocs_resolutions.model.origin import Origin
from mkdocs_resolutions.model.symbol import Symbol

ClauseKind = Literal[
    "preambular", "operative", "subparagraph", "lead-in", "closing", "quote", "heading", "table",
    "text",
]  # fmt: skip
Procedure = Literal["recorded_vote", "without_vote", "unknown"]


class NoteMark(NamedTuple):
    """A footnote mark: the note's id and where in the clause's text it stands (code points)."""

    id: str
    offset: int


class Span(NamedTuple):
    """A stretch of a text, in code points."""

    start: int
    end: int


class Link(NamedTuple):
    """A stretch of a text that the raw file links to an address: evidence, not truth."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, whether it heads a row or column, how many columns it spans."""

    text: str
    header: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Clause:
    """A unit with an address of its own.

    `num` is the number as printed; `text` begins with the opening `phrase` and is plain words
    (contract, JSON); `italics` are the stretches printed in italics, the opening apart, `links`
    those that the raw file links. Headings have a `level` counted from 1, tables `rows` of cells
    and `table_notes`, and no text; `aliases` are further ids that lead here.
    """

    id: str
    kind: ClauseKind
    num: str | None
    phrase: str | None
    text: str
    origin: Origin
    footnotes: tuple[NoteMark, ...] = ()
    italics: tuple[Span, ...] = ()
    clauses: tuple[Clause, ...] = ()
    level: int | None = None
    aliases: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    table_notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note and its number as printed; an `orphan` has no mark in the text."""

    id: str
    num: str
    text: str
    origin: Origin
    italics: tuple[Span, ...] = ()
    orphan: bool = False
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its id, its title, the words that announce it, its clauses.

    `footnotes` are the marks in its title.
    """

    id: str
    heading: str
    title: str
    clauses: tuple[Clause, ...]
    origin: Origin
    aliases: tuple[str, ...] = ()
    footnotes: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item, `99 (nn)`, and its title as printed."""

    item: str
    title: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the draft came from: committee, its documents, the paragraph of its report."""

    committee: str | None
    documents: tuple[str, ...]
    paragraph: str | None


@dataclass(frozen=True, slots=True)
class StateVote:
    """How a State voted: its name as printed, and `in_favour`, `against` or `abstaining`."""

    state: str
    vote: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote in figures, and State by State where the source says it."""

    in_favour: int
    against: int
    abstaining: int
    by_state: tuple[StateVote, ...] = ()


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A State that sponsored the draft, at once or additionally."""

    name: str
    additional: bool = False


@dataclass(frozen=True, slots=True)
class Adoption:
    """How it was adopted; what the document does not print stays unknown."""

    procedure: Procedure = "unknown"
    record: str | None = None
    vote: Vote | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of the masthead or the adoption block as printed, and the field they were read into."""

    field: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above and below the clauses; dates in ISO form (contract, JSON)."""

    title: str
    session: str
    agenda: tuple[AgendaItem, ...] = ()
    provenance: Provenance = Provenance(None, (), None)
    adopted: str | None = None
    meeting: str | None = None
    issued: str | None = None
    reissued: str | None = None
    enacting: str | None = None
    adoption: Adoption = Adoption()
    draft: str | None = None
    sponsors: tuple[Sponsor, ...] = ()
    printed: tuple[Printed, ...] = ()

    def as_printed(self, field: str) -> Printed | None:
        """The first words read into a field."""
        return next((line for line in self.printed if line.field == field), None)


@dataclass(frozen=True, slots=True)
class Source:
    """The raw file: path as given, format, SHA-256 of its bytes, its part of a composite file."""

    path: str
    format: str
    sha256: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution in one language, read from one raw file."""

    symbol: Symbol
    language: str
    masthead: Masthead
    source: Source
    preamble: tuple[Clause, ...] = ()
    operative: tuple[Clause, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    aliases: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By its symbol: what is found of a resolution is kept by it, and it is large."""
        return hash(self.symbol)

    @property
    def enacted_below(self) -> bool:
        """Whether the enacting words stand below the preamble: “Whereas … Now, therefore, …”."""
        words = self.masthead.as_printed("enacting")
        if words is None or not self.preamble:
            return False
        return (words.origin.line or 0) > (self.preamble[-1].origin.line or 0)

    def clauses(self) -> Iterator[Clause]:
        """Every clause and sub-clause in the order of the text."""
        yield from walk(self.preamble)
        yield from walk(self.operative)
        for annex in self.annexes:
            yield from walk(annex.clauses)

    def marks(self) -> dict[str, list[str]]:
        """The ids of the clauses and annexes that carry a mark of each footnote, once a mark."""
        found: dict[str, list[str]] = {}
        parts: list[Clause | Annex] = [*walk(self.preamble), *walk(self.operative)]
        for annex in self.annexes:
            parts += (annex, *walk(annex.clauses))
        for part in parts:
            for mark in part.footnotes:
                found.setdefault(mark.id, []).append(part.id)
        return found


def walk(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Clauses and their sub-clauses, each before its own."""
    for clause in clauses:
        yield clause
        yield from walk(clause.clauses)
