"""The cards of a page: what each reference on it leads to, said before anyone goes there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mkdocs_resolutions.corpus import Text
from mkdocs_resolutions.linking import THIS
from mkdocs_resolutions.model import Annex, Clause, Footnote, Reference
from mkdocs_resolutions.model.resolution import walk
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import PageLinks
from mkdocs_resolutions.publishing.labels import long_date
from mkdocs_resolutions.publishing.markup import Lead, Look
from mkdocs_resolutions.publishing.naming import cited_words, document_words, part_words
from mkdocs_resolutions.publishing.sayings import Sayings

LONGEST = 280
"""Letters of a clause that a card shows: some five lines."""
_TREATIES = ("UNTS ", "LNTS ")
_COLLECTION = "In the United Nations Treaty Collection"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, from the most telling to the least; what is empty is left out.

    `what` is the target, `name` its title or what texts call it, `facts` its symbol, date and
    where it is, `words` its own words, `note` those of the footnote that explains it.
    """

    what: str
    name: str = ""
    facts: str = ""
    words: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words that name a target nobody can be led to: where they stand, and why it is so."""

    place: str
    label: str
    text: str
    why: str


@dataclass(slots=True)
class Cards:
    """Where the references of one page lead, and a card for each target, numbered from 0."""

    text: Text
    concordance: Concordance
    links: PageLinks
    made: list[Card] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    said: Sayings = field(init=False)
    own: str = field(init=False)

    def __post_init__(self) -> None:
        self.said = Sayings.of((self.text,))
        self.own = str(self.text.resolution.symbol)

    def lead(self, reference: Reference) -> Lead | None:
        """Where a reference leads: a place on this page, a held clause, the official document."""
        symbol, _, place = _target(reference, self.own).partition("#")
        if reference.why or not symbol:
            outside = reference.url if reference.kind == "url" else None
            why = reference.why or "the words leave open what they name"
            return Lead(outside, "external") if outside else Lead(None, why=why)
        if symbol in self.concordance.corpus.by_symbol:
            return self._inside(reference, symbol, place)
        if reference.url is None:
            return None
        look: Look = "quiet" if _is_quiet(reference) else "external"
        return Lead(reference.url, look, self._number(f"{symbol}#{place}", reference))

    def _inside(self, reference: Reference, symbol: str, place: str) -> Lead:
        is_there = reference.status == "held"
        own = symbol == self.own
        if own and not is_there:
            return Lead(None, why=f"this resolution has no {self.concordance.label(symbol, place)}")
        fragment = f"#{place}" if place and is_there else ""
        if own:
            address = fragment or "#title"
        else:
            held = self.concordance.corpus.by_symbol[symbol].resolution.symbol
            address = self.links.to(f"{held.address}{fragment}")
        look: Look = "here" if own else "held"
        if _is_quiet(reference):
            look = "quiet"
        return Lead(address, look, self._number(f"{symbol}#{place}", reference))

    def _number(self, key: str, reference: Reference) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.made)
            symbol, _, place = key.partition("#")
            held = symbol in self.concordance.corpus.by_symbol
            self.made.append(
                self._held(symbol, place, reference) if held else self._external(reference)
            )
        return self.numbers[key]

    def _held(self, symbol: str, place: str, reference: Reference) -> Card:
        """The card of a resolution that is held here, or of a part of it."""
        masthead = self.concordance.corpus.by_symbol[symbol].resolution.masthead
        label = self.concordance.label(symbol, place) if place else ""
        words = self._words(symbol, place)
        if symbol == self.own:
            if not label:
                return Card("This resolution", masthead.title, symbol)
            return Card(f"{label} of this resolution", words=words)
        there = "Text held here"
        if place and reference.status == "missing":
            there = f"Text held here, which has no {label}"
        adopted = masthead.adopted and f"Adopted {long_date(masthead.adopted)}"
        what = ", ".join(filter(None, (symbol, label)))
        return Card(what, masthead.title, _listed(adopted, there), words)

    def _words(self, symbol: str, place: str) -> str:
        part = self.concordance.part(symbol, place) if place else None
        if isinstance(part, Annex):
            return shortened(": ".join(filter(None, (part.heading, part.title))))
        if isinstance(part, Footnote):
            return shortened(part.text)
        if part and part.kind == "heading":
            clauses = self.concordance.corpus.by_symbol[symbol].resolution.clauses()
            below = (one for one in clauses if one.id.startswith(f"{part.id}-"))
            return shortened(": ".join(filter(None, (part.text, _joined(below)))))
        return shortened(_joined(walk((part,)))) if part else ""

    def _external(self, reference: Reference) -> Card:
        """The card of a document that is not held here."""
        symbol = reference.symbol or ""
        name = self._name(reference.target or "")
        if symbol.startswith(_TREATIES):
            return self._treaty(reference, name)
        what = cited_words(reference)
        dated = self.said.date(symbol) or self.concordance.said.date(symbol)
        printed = "" if symbol in what else symbol
        facts = _listed(printed, long_date(dated), "Not held here")
        return Card(what, name if name != what else "", facts)

    def _treaty(self, reference: Reference, name: str) -> Card:
        """The card of a treaty, which is known by its name; the volume says where it is printed."""
        if not name:
            return Card(cited_words(reference), facts=_COLLECTION)
        symbol, _, place = (reference.target or "").partition("#")
        what = ", ".join(filter(None, (name, part_words(place))))
        note = self._note(symbol)
        return Card(what, "" if note else document_words(symbol), _COLLECTION, note=note)

    def _name(self, target: str) -> str:
        """What this text calls a document, else what the others do."""
        return self.said.name(target) or self.concordance.said.name(target)

    def _note(self, symbol: str) -> str:
        """The footnote of this text that says where a treaty is printed, in its words."""
        for note in self.text.resolution.footnotes:
            for one in self.text.linked.of(note.id):
                says = one.symbol == symbol and one.kind == "treaty-series"
                if says and not note.text.startswith("Ibid"):
                    return f"Footnote {note.num}: {shortened(note.text, LONGEST // 2)}"
        return ""

    def unlinked(self) -> Iterator[Unlinked]:
        """The references that lead nowhere, in the order of the page, and why."""
        for place, references in self.text.linked.references.items():
            for reference in references:
                lead = self.lead(reference)
                if lead and lead.address is None:
                    label = self.concordance.label(self.own, place)
                    yield Unlinked(place, label, reference.text, lead.why)


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text up to so many letters, cut between words, with an ellipsis where it goes on.

    >>> shortened("Urges all States to join", 12)
    'Urges all …'
    """
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    return f"{plain[:longest].rpartition(' ')[0].rstrip(' ,;:') or plain[:longest]} …"


def _joined(clauses: Iterable[Clause]) -> str:
    """The words of some clauses, as many as a card can show; the first without its number."""
    said = ""
    for one in clauses:
        number = f"{one.num} " if one.num and said else ""
        said = f"{said} {number}{one.text}".strip()
        if len(said) > LONGEST:
            break
    return said


def _target(reference: Reference, own: str) -> str:
    """The target of a reference, in this very resolution by its own symbol."""
    target = reference.target or ""
    return f"{own}{target.removeprefix(THIS)}" if reference.symbol == THIS else target


def _is_quiet(reference: Reference) -> bool:
    """Whether the words stand for a document without naming it: `the Convention`."""
    bare = reference.kind in ("treaty", "instrument") and reference.text.isalpha()
    return bare or reference.target == THIS


def _listed(*facts: str | None) -> str:
    return " · ".join(filter(None, facts))
