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
from mkdocs_resolutions.linking.citation import THIS, Citation
from mkdocs_resolutions.linking.forms import ANCHOR, NUMBER, SYMBOL, kind_of
from mkdocs_resolutions.linking.found import Found, with_end, with_start
from mkdocs_resolutions.linking.ibid import cite_ibid, cite_parts, said_last
from mkdocs_resolutions.linking.lists import Listed, Lists, suffix
from mkdocs_resolutions.linking.named import Heard, Mention, Named
from mkdocs_resolutions.linking.names import Names
from mkdocs_resolutions.linking.organs import Identity
from mkdocs_resolutions.linking.places import (
    Phrase,
    Place,
    Step,
    clause_id,
    parts_before,
)
from mkdocs_resolutions.linking.records import cite_records, cite_symbol
from mkdocs_resolutions.linking.series import treaty_series
from mkdocs_resolutions.model import ASSEMBLY, ReferenceKind, Symbol


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
    return tuple(sorted(scan.found.citations, key=lambda citation: citation.start))


@dataclass(slots=True)
class _Scan:
    """A text on its way through."""

    text: str
    around: Around
    before: Citation | None
    found: Found = field(init=False)
    heard: Heard = field(default_factory=Heard)
    last: Named | None = None
    """The one named last, short forms included; None where that is open."""
    last_end: int = 0
    """Where that was named."""
    others: bool = False
    """Whether it has named parts of something that no rule reads."""
    lists: Lists = field(init=False)

    def __post_init__(self) -> None:
        self.found = Found(self.text)
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
            self.found.cite(one.start, one.end, one.identity, one.places, one.dated)

    # --- what can begin one ------------------------------------------------------------------

    def _url(self, match: re.Match[str]) -> int:
        self.found.add(Citation(match.start(), match.end(), match[0], "url", None))
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
            self.found.add(Citation(start, match.end(), words, kind, THIS))
            return match.end()
        self._listed(self.lists.open(noun, self._reported()))
        return match.end()

    def _reported(self) -> str | None:
        """The organ whose report was cited last, in which its resolutions stand."""
        cited = self.found.citations[-1].symbol if self.found.citations else None
        report = cited and english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(cited)
        return english.HUMAN_RIGHTS_COUNCIL if report else None

    def _number(self, match: re.Match[str], phrase: Phrase | None = None) -> int:
        number = NUMBER.match(self.text, match.start())
        assert number is not None
        listed = self.lists.take(number, phrase)
        self._listed(listed or ())
        return match.end() if listed is None else self.lists.behind

    def _symbol(self, match: re.Match[str]) -> int:
        return cite_symbol(self.found, match)

    def _series(self, match: re.Match[str]) -> int:
        cited = treaty_series(self.text, match.start())
        parts = suffix(self.text, cited[-1].end) if cited else None
        if parts is None:
            self.found.citations += cited
            return cited[-1].end if cited else match.end()
        self.found.citations += cited[:-1]
        for place in with_start(parts.places, cited[-1].start):
            words = self.text[place.start : place.end]
            last = replace(cited[-1], start=place.start, end=place.end, text=words)
            self.found.add(replace(last, steps=place.steps))
        return parts.end

    def _records(self, match: re.Match[str]) -> int:
        opened = english.OFFICIAL_RECORDS.match(self.text, match.start())
        return cite_records(self.found, match.start(), opened.end()) if opened else match.end()

    def _ibid(self, match: re.Match[str]) -> int:
        return cite_ibid(self.found, match, self.before)

    def _part(self, match: re.Match[str]) -> int:
        own = english.THE_ANNEX.match(self.text, match.start())
        if own:
            steps = (Step("annex"),)
            self.found.add(Citation(own.start(), own.end(), own[0], "paragraph", THIS, steps))
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
        if thereof and self.last and self.last.symbol:
            self._article(with_end(phrase.places, thereof.end()), self.last, None)
            return thereof.end()
        also = english.SEE_ALSO.search(self.text, max(0, match.start() - 12), match.start())
        last = said_last(self.found.citations) if also else None
        if last:
            cite_parts(self.found, phrase.places, last)
            return phrase.end
        connector = english.CONNECTOR.match(self.text, phrase.end)
        bound = self._bind(phrase, connector.end()) if connector else None
        return bound or self._alone(phrase) or match.end()

    def _alone(self, phrase: Phrase) -> int | None:
        """Parts of which nothing is named behind: of an instrument named before, or of our own."""
        this = english.OF_THIS.match(self.text, phrase.end)
        if this is None and english.OF_ANOTHER.match(self.text, phrase.end):
            self.others = True
            return None
        named = None if this else self._meant(phrase)
        if named:
            self._article(phrase.places, named, None)
            return phrase.end
        for place in phrase.places:
            step = place.steps[0]
            # Sections of a resolution have roman figures, those of a budget arabic ones.
            section = step.name == "sect" and not step.value.isdecimal()
            if this or section or step.name in english.TOLD_ALONE or self._is_own(phrase):
                words = self.text[place.start : place.end]
                self.found.add(Citation(
                    place.start, place.end, words, "paragraph", THIS, place.steps, alone=True
                ))  # fmt: skip
        return phrase.end

    def _is_own(self, phrase: Phrase) -> bool:
        """Whether paragraphs of which nothing is named behind are our own: "foreseen in paragraph
        118;" where no other document stands before them."""
        start = phrase.places[0].start
        return (
            all(place.steps[0].name == "para" for place in phrase.places)
            and english.LEADS_TO_PARTS.search(self.text, max(0, start - 8), start) is not None
            and english.PARTS_ARE_OVER.match(self.text, phrase.end) is not None
            and all(one.kind in ("treaty", "instrument") for one in self.found.citations)
            and self.lists.noun is None
        )

    def _meant(self, phrase: Phrase) -> Named | None:
        """The instrument that parts told alone are of: the one named last, by the words before
        them, or the treaty that the title names where no other is named."""
        start = phrase.places[0].start
        about = self.around.names.of_title() if not self.others else None
        if about and (self.last is None or self.last.symbol == about.symbol):
            article = self.text.startswith(english.ARTICLES_OF_A_TREATY, start)
            amended = english.AMENDED.search(self.text, max(0, start - 10), start)
            return about if article and not amended else None
        if self.last is None or not self.last.symbol:
            return None
        its_own = english.ITS_OWN.search(self.text, max(self.last_end, start - 8), start)
        charters = self.last.symbol == english.CHARTER and self.text.startswith(
            english.ARTICLES_OF_THE_CHARTER, start
        )
        among = english.AMONG_ITS_PARTS.fullmatch(self.text, self.last_end, start)
        return self.last if its_own or charters or among else None

    def _head(self, match: re.Match[str]) -> int:
        mention = self.around.names.at(self.text, match.start(), self.heard)
        if mention is None or mention.start < self.found.end:
            return match.end()
        named = self._name(mention)
        if named and not named.symbol:
            return match.end()
        words = self.text[mention.start : mention.end]
        self.found.add(Citation(
            mention.start, mention.end, words, named.kind if named else "treaty",
            named.symbol if named else None, named.steps if named else (), None, mention.why,
        ))  # fmt: skip
        return mention.end

    def _name(self, mention: Mention) -> Named | None:
        """The instrument of a mention, which is the one named last from here on."""
        self.last, self.last_end = mention.named, mention.end
        return mention.named

    def _quote(self, match: re.Match[str]) -> int:
        named = self.around.names.quoted_at(self.text, match.end())
        if named is None:
            return match.end()
        end = match.end() + len(named.words)
        self.found.add(Citation(
            match.end(), end, named.words, named.kind, named.symbol, named.steps
        ))  # fmt: skip
        return end

    # --- parts of a document that stand before it --------------------------------------------

    def _bind(self, phrase: Phrase, start: int) -> int | None:
        """The document that begins at an offset, to which the parts before it belong."""
        mention = self.around.names.starting(self.text, start, self.heard)
        if mention:
            named = self._name(mention)
            if named and not named.symbol:
                return None
            self._article(with_end(phrase.places, mention.end), named, mention.why)
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
            return cite_symbol(self.found, symbol, phrase)
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
            self.found.add(Citation(place.start, place.end, words, kind, symbol, steps, None, why))

    def _own(self, phrase: Phrase, above: re.Match[str]) -> None:
        """Parts of this very resolution: `paragraphs 18 and 19 above`."""
        named = "resolution" in above[0]
        for place in with_end(phrase.places, above.end()) if named else phrase.places:
            if clause_id(place.steps):
                words = self.text[place.start : place.end]
                self.found.add(Citation(
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
        self.found.cite(noun.start(), letter.end("letter"), whole, places)
        return letter.end()

    # --- what is found -----------------------------------------------------------------------
