"""Find the citations in a text.

One pass from left to right. Whatever can begin a citation (a number, a symbol, a noun, the name of
a part or of an instrument) is looked at once, and what it opens is read to its end. What is looked
at behind or before it is bounded, so time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import OURS, THIS, Citation
from mkdocs_resolutions.linking.forms import ANCHOR, NUMBER, SUFFIX, SYMBOL, kind_of
from mkdocs_resolutions.linking.ibid import NEAR, inherited, said_last
from mkdocs_resolutions.linking.lists import Listed, Lists, suffix
from mkdocs_resolutions.linking.names import Named, Names
from mkdocs_resolutions.linking.organs import Identity
from mkdocs_resolutions.linking.places import (
    Phrase,
    Place,
    Step,
    clause_id,
    parts_before,
    parts_behind,
)
from mkdocs_resolutions.linking.series import treaty_series, volume_of
from mkdocs_resolutions.model import ASSEMBLY, ReferenceKind, Symbol, SymbolError


@dataclass(frozen=True, slots=True)
class Around:
    """What a text knows of those around it: the names it may use, whose text it is.

    `own` is the symbol of the resolution it stands in, `notes` the numbers of its footnotes.
    """

    names: Names = field(default_factory=Names)
    own: Symbol | None = None
    notes: frozenset[str] = frozenset()

    @property
    def organ(self) -> str:
        """The organ whose text it is, as symbols name it."""
        return self.own.organ if self.own else ASSEMBLY


def find_citations(
    text: str, around: Around | None = None, before: Citation | None = None
) -> tuple[Citation, ...]:
    """The citations of a text in order, none overlapping another.

    `before` is what the footnote before says, from which `Ibid.` takes what it does not say itself.
    Time is linear in the length of the text.
    """
    scan = _Scan(text, around or Around(), before)
    scan.run()
    return tuple(sorted(scan.found, key=lambda citation: citation.start))


@dataclass(slots=True)
class _Scan:
    """A text on its way through."""

    text: str
    around: Around
    before: Citation | None
    found: list[Citation] = field(default_factory=list)
    heard: list[Named] = field(default_factory=list)
    """The instruments that the text has named so far."""
    last: Named | None = None
    """The one named last, short forms included; None where that is open."""
    last_end: int = 0
    """Where that was named."""
    lists: Lists = field(init=False)

    def __post_init__(self) -> None:
        self.lists = Lists(self.text, self.around.organ, self.around.notes)

    def run(self) -> None:
        """Look at whatever can begin a citation, from left to right."""
        place = 0
        while match := ANCHOR.search(self.text, place):
            self._listed(self.lists.pass_title(match.start()))
            read = getattr(self, f"_{match.lastgroup}")
            place = max(match.end(), read(match))
        self._listed(self.lists.end())

    def _listed(self, listed: Iterable[Listed]) -> None:
        """Add the numbers of a list."""
        for one in listed:
            self._cite(one.start, one.end, one.identity, one.places, one.dated)

    # --- what can begin one ------------------------------------------------------------------

    def _url(self, match: re.Match[str]) -> int:
        self.found.append(Citation(match.start(), match.end(), match[0], "url", None))
        return match.end()

    def _noun(self, match: re.Match[str]) -> int:
        noun = english.NOUN.match(self.text, match.start())
        assert noun is not None
        sibling = self._sibling(noun)
        if sibling:
            return sibling
        present = english.PRESENT.search(self.text, max(0, match.start() - 9), match.start())
        if present and not noun["many"]:
            start = present.start("word")
            words = self.text[start : match.end()]
            own = self.around.own
            kind = kind_of(own) if own else "ga-resolution"
            self._add(Citation(start, match.end(), words, kind, THIS))
            return match.end()
        self._listed(self.lists.open(noun, self._reported()))
        return match.end()

    def _reported(self) -> str | None:
        """The organ whose report was cited last, in which its resolutions stand."""
        cited = self.found[-1].symbol if self.found else None
        report = cited and english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(cited)
        return english.HUMAN_RIGHTS_COUNCIL if report else None

    def _number(self, match: re.Match[str], phrase: Phrase | None = None) -> int:
        number = NUMBER.match(self.text, match.start())
        assert number is not None
        listed = self.lists.take(number, phrase)
        self._listed(listed or ())
        return match.end() if listed is None else self.lists.behind

    def _symbol(self, match: re.Match[str], phrase: Phrase | None = None) -> int:
        end = match.end()
        if not any(map(str.isdigit, match[0])):
            return end
        letter = english.LETTERS.match(self.text, end) if match[0].startswith(OURS) else None
        end = letter.end("first") if letter else end
        try:
            symbol = Symbol.parse(self.text[match.start() : end])
        except SymbolError:
            return end
        whole = Identity(kind_of(symbol), str(symbol))
        own = english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(str(symbol))
        report = not symbol.is_resolution and not own
        bracketed = self.text.startswith("(", match.start() - 1) and self.text.startswith(")", end)
        parts = None if phrase else suffix(self.text, end + bracketed, report=report)
        places = phrase.places if phrase else parts.places if parts else ()
        before = len(self.found) - 1
        self._cite(match.start(), end, whole, places)
        self._share(before, match.start(), str(symbol), places)
        return self._added(str(symbol), parts.end if parts else end)

    def _share(self, before: int, start: int, symbol: str, places: Sequence[Place]) -> None:
        """A document right before its corrigendum has the part, too, that is named behind both."""
        base = self.found[before] if before >= 0 else None
        if base is None or not places or base.steps or not symbol.startswith(f"{base.symbol}/"):
            return
        if english.AND.fullmatch(self.text, base.end, start):
            self.found[before] = replace(base, steps=places[0].steps)

    def _series(self, match: re.Match[str]) -> int:
        cited = treaty_series(self.text, match.start())
        self.found += cited
        return cited[-1].end if cited else match.end()

    def _records(self, match: re.Match[str]) -> int:
        opened = english.OFFICIAL_RECORDS.match(self.text, match.start())
        return self._supplement(match.start(), opened.end()) if opened else match.end()

    def _supplement(self, start: int, opened: int) -> int:
        """Official records from an offset on, whose symbols begin behind a bracket."""
        symbol = SYMBOL.match(self.text, opened)
        if symbol is None:
            return opened
        first = len(self.found)
        end = self._symbol(symbol)
        while (joined := english.AND.match(self.text, end)) and (
            further := SYMBOL.match(self.text, joined.end())
        ):
            end = self._symbol(further)
        if len(self.found) == first:
            return end
        cited = self.found.pop(first)
        alone = len(self.found) == first
        closed = self.text.startswith(")", end)
        report = not english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(cited.symbol or "")
        parts = suffix(self.text, end + 1, report=report) if closed and not cited.steps else None
        places = parts.places if parts else ()
        stop = end + 1 if closed and alone else cited.end
        whole = Identity("official-records", cited.symbol)
        if cited.steps:
            self._add(
                replace(cited, start=start, text=self.text[start : cited.end], kind=whole.kind)
            )
        elif alone:
            self._cite(start, stop, whole, places)
        else:
            # Its corrigenda stand between it and the parts that are named.
            words = self.text[start:stop]
            steps = places[0].steps if places else ()
            self._add(Citation(start, stop, words, whole.kind, whole.symbol, steps))
        return parts.end if parts else end

    def _ibid(self, match: re.Match[str]) -> int:
        """What the note before says, or this one so far, but for what is said here."""
        start, end = match.span()
        supplement = english.SUPPLEMENT.match(self.text, end)
        if supplement:
            return self._supplement(start, supplement.end())
        before = said_last(self.found[-NEAR:]) or self.before
        if before is None:
            return end
        series = treaty_series(self.text, start, volume_of(before))
        if series:
            self.found += series
            return series[-1].end
        if english.NUMBERS.match(self.text, end):
            before = replace(
                before, symbol=None, steps=(), why="the note before has no such number"
            )
        parts = parts_behind(self.text, end, report=True)
        if parts is None:
            self._inherit(before, start, end, before.steps)
            return end
        for number, place in enumerate(parts.places):
            begin = place.start if number else start
            self._inherit(before, begin, place.end, inherited(before.steps, place.steps))
        return parts.end

    def _inherit(self, before: Citation, start: int, end: int, steps: tuple[Step, ...]) -> None:
        words = self.text[start:end]
        self._add(replace(before, start=start, end=end, text=words, steps=steps, dated=None))

    def _part(self, match: re.Match[str]) -> int:
        own = english.THE_ANNEX.match(self.text, match.start())
        if own:
            steps = (Step("annex"),)
            self._add(Citation(own.start(), own.end(), own[0], "paragraph", THIS, steps))
            return own.end()
        phrase = parts_before(self.text, match.start())
        if phrase is None:
            return match.end()
        above = english.ABOVE.match(self.text, phrase.end)
        if above:
            self._own(phrase, above)
            return above.end()
        that = english.OF_THAT.match(self.text, phrase.end)
        if that and self.lists.take_that(phrase, that.end()):
            return that.end()
        thereof = english.THEREOF.match(self.text, phrase.end)
        if thereof and self.lists.take_thereof(phrase, thereof.end()):
            return thereof.end()
        if thereof and self.last:
            self._article(_with_end(phrase.places, thereof.end()), self.last, None)
            return thereof.end()
        also = english.SEE_ALSO.search(self.text, max(0, match.start() - 12), match.start())
        last = said_last(self.found[-NEAR:]) if also else None
        if last:
            for place in phrase.places:
                self._inherit(last, place.start, place.end, inherited(last.steps, place.steps))
            return phrase.end
        connector = english.CONNECTOR.match(self.text, phrase.end)
        bound = self._bind(phrase, connector.end()) if connector else None
        return bound or self._alone(phrase) or match.end()

    def _alone(self, phrase: Phrase) -> int | None:
        """Parts of which nothing is named behind: of an instrument named before, or of our own."""
        this = english.OF_THIS.match(self.text, phrase.end)
        if this is None and english.OF_ANOTHER.match(self.text, phrase.end):
            return None
        named = None if this else self._meant(phrase)
        if named:
            self._article(phrase.places, named, None)
            return phrase.end
        for place in phrase.places:
            step = place.steps[0]
            # Sections of a resolution have roman figures, those of a budget arabic ones.
            section = step.name == "sect" and not step.value.isdecimal()
            if this or section or step.name in english.TOLD_ALONE:
                words = self.text[place.start : place.end]
                self._add(Citation(
                    place.start, place.end, words, "paragraph", THIS, place.steps, alone=True
                ))  # fmt: skip
        return phrase.end

    def _meant(self, phrase: Phrase) -> Named | None:
        """The instrument that parts told alone are of: the one named last, by the words before
        them, or the treaty that the title names where no other is named."""
        start = phrase.places[0].start
        about = self.around.names.of_title()
        if about and (self.last is None or self.last.symbol == about.symbol):
            article = self.text.startswith(english.ARTICLES_OF_A_TREATY, start)
            amended = english.AMENDED.search(self.text, max(0, start - 10), start)
            return about if article and not amended else None
        if self.last is None:
            return None
        its_own = english.ITS_OWN.search(self.text, max(self.last_end, start - 8), start)
        charters = self.last.symbol == english.CHARTER and self.text.startswith(
            english.ARTICLES_OF_THE_CHARTER, start
        )
        among = english.AMONG_ITS_PARTS.fullmatch(self.text, self.last_end, start)
        return self.last if its_own or charters or among else None

    def _head(self, match: re.Match[str]) -> int:
        mention = self.around.names.at(self.text, match.start(), self.heard)
        if mention is None or (self.found and mention.start < self.found[-1].end):
            return match.end()
        named = self.last = mention.named
        self.last_end = mention.end
        words = self.text[mention.start : mention.end]
        self._add(Citation(
            mention.start, mention.end, words, named.kind if named else "treaty",
            named.symbol if named else None, named.steps if named else (), None, mention.why,
        ))  # fmt: skip
        return mention.end

    def _quote(self, match: re.Match[str]) -> int:
        named = self.around.names.quoted_at(self.text, match.end())
        if named is None:
            return match.end()
        end = match.end() + len(named.words)
        self._add(Citation(
            match.end(), end, named.words, named.kind, named.symbol, named.steps
        ))  # fmt: skip
        return end

    # --- parts of a document that stand before it --------------------------------------------

    def _bind(self, phrase: Phrase, start: int) -> int | None:
        """The document that begins at an offset, to which the parts before it belong."""
        mention = self.around.names.starting(self.text, start, self.heard)
        if mention:
            self.last, self.last_end = mention.named, mention.end
            self._article(_with_end(phrase.places, mention.end), mention.named, mention.why)
            return mention.end
        noun = english.NOUN.search(self.text, start, start + 100)
        if noun and english.DETERMINERS.fullmatch(self.text, start, noun.start()):
            number = NUMBER.match(self.text, noun.end() + 1)
            if number:
                self._noun(noun)
                return self._number(number, phrase)
            return self._sibling(noun, phrase)
        symbol = SYMBOL.match(self.text, start)
        if symbol:
            return self._symbol(symbol, phrase)
        number = NUMBER.match(self.text, start)
        return self._number(number, phrase) if number and self.lists.noun else None

    def _article(self, places: Sequence[Place], named: Named | None, why: str | None) -> None:
        """Parts of a treaty or another instrument."""
        treaty = named is None or named.kind == "treaty"
        kind: ReferenceKind = "treaty-article" if treaty or named is None else named.kind
        for place in places:
            words = self.text[place.start : place.end]
            symbol = named.symbol if named else None
            steps = (*named.steps, *place.steps) if named else ()
            self._add(Citation(place.start, place.end, words, kind, symbol, steps, None, why))

    def _own(self, phrase: Phrase, above: re.Match[str]) -> None:
        """Parts of this very resolution: `paragraphs 18 and 19 above`."""
        named = "resolution" in above[0]
        for place in _with_end(phrase.places, above.end()) if named else phrase.places:
            if clause_id(place.steps):
                words = self.text[place.start : place.end]
                self._add(Citation(
                    place.start, place.end, words, "paragraph", THIS, place.steps, at_large=named
                ))  # fmt: skip

    def _sibling(self, noun: re.Match[str], phrase: Phrase | None = None) -> int | None:
        """Another part of the same composite resolution: `resolution A above`."""
        letter = english.SIBLING.match(self.text, noun.start())
        own = self.around.own
        if letter is None or own is None or not own.part:
            return None
        whole = Identity(kind_of(own), f"{own.whole}{letter['letter']}")
        places = phrase.places if phrase else ()
        self._cite(noun.start(), letter.end("letter"), whole, places)
        return letter.end()

    # --- what is found -----------------------------------------------------------------------

    def _cite(
        self,
        start: int,
        end: int,
        whole: Identity,
        places: Sequence[Place],
        dated: str | None = None,
    ) -> None:
        """Add a document, or each of the parts of it that are named."""
        if not places:
            words = self.text[start:end]
            self._add(Citation(start, end, words, whole.kind, whole.symbol, (), dated, whole.why))
            return
        before = places[0].start < start
        spans = _with_end(places, end) if before else _with_start(places, start)
        for place in spans:
            words = self.text[place.start : place.end]
            self._add(Citation(
                place.start, place.end, words, whole.kind, whole.symbol, place.steps, dated,
                whole.why,
            ))  # fmt: skip

    def _added(self, symbol: str, end: int) -> int:
        """Corrigenda and addenda named by their suffix alone: `and Corr.1`."""
        while match := SUFFIX.match(self.text, end):
            start, end = match.start("name"), match.end()
            added = f"{symbol}/{match['name']}.{match['number']}"
            self._add(Citation(start, end, self.text[start:end], "document", added))
        return end

    def _add(self, citation: Citation) -> None:
        self.found.append(citation)


def _with_end(places: Sequence[Place], end: int) -> tuple[Place, ...]:
    """Places before their document: the last has its words, too."""
    return (*places[:-1], replace(places[-1], end=end))


def _with_start(places: Sequence[Place], start: int) -> tuple[Place, ...]:
    """Places behind their document: the first has its words, too."""
    return (replace(places[0], start=start), *places[1:])
