"""Find the citations in a text.

One pass from left to right. Whatever can begin a citation (a number, a symbol, a noun, the name of
a part or of an instrument) is looked at once, and what it opens is read to its end. What is looked
at behind or before it is bounded, so time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import THIS, Citation
from mkdocs_resolutions.linking.names import Named, Names
from mkdocs_resolutions.linking.organs import (
    Identity,
    identify,
    may_be_of_the_council,
    of_an_earlier_noun,
    organ_before,
)
from mkdocs_resolutions.linking.places import (
    Phrase,
    Place,
    Step,
    clause_id,
    parts_before,
    parts_behind,
)
from mkdocs_resolutions.linking.series import treaty_series
from mkdocs_resolutions.model import ASSEMBLY, ReferenceKind, Symbol, SymbolError
from mkdocs_resolutions.parsing import iso_date

# Numbers of resolutions: 63/71, ES-10/15, 72/262 C; to 1975 217 A (III), 2625 (XXV); of the
# Security Council 1325 (2000).
_NUMBER = (
    r"(?<![\w/.-])(?:(?P<modern>(?:E?S-)?[0-9]{1,4}/[0-9]{1,4}(?![\w/]|\.[0-9]))"
    r"|(?P<early>[0-9]{1,4}(?:\s[A-Z])?\s\((?:E?S-)?[IVXLC]+\)(?:\s[A-Z](?![\w.’']))?)"
    r"|(?P<council>[0-9]{1,4}\s\((?:19|20)[0-9][0-9]\)))"
)
NUMBER = re.compile(_NUMBER)
# Document symbols: an organ, then parts with a figure somewhere.
_SYMBOL = (
    r"(?<![\w/.])(?![IVX]+/)(?:[ASE]|ST|TD|DP|[A-Z]{2,8}(?:\([0-9IVXLC]+\))?)"
    r"(?:/(?:E?S-)?(?:[A-Z][A-Za-z]*|[0-9]+[A-Z]*)(?:\.[A-Z0-9]+|-[0-9]+(?![0-9A-Za-z]))*(?:\([0-9]+\))?)+"
    r"(?:\s?\((?:Vols?\.\s?[IVX]+|[IVXLC]+|(?:19|20)[0-9]{2}|[Pp]arts?\s[IVX]+(?:\sand\s[IVX]+)?"
    r"|Sect\.\s?[0-9]+[A-Z]?|Introduction|Prologue)\))*"
    r"(?:/(?:Add|Corr|Rev|Amend)\.[0-9]+)*(?:-[AES]/(?:[0-9]+/)*[0-9]+)?"
)
SYMBOL = re.compile(_SYMBOL)
_SUFFIX = re.compile(
    r"(?:,\s+|,?\s+and\s+)(?P<name>Add|Corr|Rev)\.\s?(?P<number>[0-9]{1,3})(?![\w./-])"
)
# What can begin a citation. Most places of a text are passed over at their first letter.
_ANCHOR = re.compile(
    rf"(?<!\w)(?:(?=[0-9ES])(?P<number>{_NUMBER})"
    rf"|(?=[A-Z])(?:(?P<symbol>{_SYMBOL})|(?P<series>{english.SERIES_BEGINS})"
    rf"|(?P<records>{english.RECORDS_BEGIN})|(?P<head>{english.HEAD.pattern}))|(?P<quote>“)"
    rf"|(?=[Ii])(?P<ibid>{english.IBID_BEGINS.pattern})|(?=[hw])(?P<url>{english.URL.pattern})"
    rf"|(?P<noun>{english.NOUN.pattern})|(?P<part>{english.PART.pattern}))"
)
_OWN = re.compile(r"A/RES/|LAMP/RES/")
_STUCK = re.compile(r"[0-9]{1,3}/[0-9]{4}")
_NEAR = 12
"""Citations before `Ibid.` in one note that it may mean."""
_REACH = 2000
"""Letters over which a noun governs a number with a date."""
_GLUE = re.compile(rf"(?:[\s,(]|\b(?:{english.LIST_GLUE}|[A-Z])\b)*")
_NEXT = re.compile(r"\)?;\s+(?:and\s+)?")
"""What parts the items of a list of resolutions with their parts."""
_AFTER_OF = re.compile(
    r"\s*(?:,\s)?(?:of|to|in)\s+(?:the\s|its\s|General\s|Assembly\s|[A-Z][a-z]+\s){0,5}"
    r"(?:resolution|decision|section|annex|chapter|present)"
)
"""What shows that parts behind a document are of the next one."""


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
class _Number:
    """A number of a list: where its words begin and end, the parts named of it, its date."""

    match: re.Match[str]
    letters: tuple[tuple[int, int, str], ...]
    places: tuple[Place, ...]
    dated: re.Match[str] | None

    @property
    def year(self) -> int | None:
        """The year of its date."""
        return int(self.dated["year"]) if self.dated else None


@dataclass(slots=True)
class _Noun:
    """What governs numbers: the word, the organ before it, what an earlier noun would say."""

    word: str
    many: bool
    end: int
    organ: str | None
    earlier: str | None
    numbers: list[_Number] = field(default_factory=list)


@dataclass(slots=True)
class _Scan:
    """A text on its way through."""

    text: str
    around: Around
    before: Citation | None
    found: list[Citation] = field(default_factory=list)
    noun: _Noun | None = None
    behind: int = 0
    """Where the last item of the list ends that the noun governs."""
    heard: list[Named] = field(default_factory=list)
    outer: _Noun | None = None
    """The noun that governs the numbers around a title that is quoted at the moment."""
    quoted: int = 0
    """Where that title ends."""

    council_named: int = 0
    """Where the text names the Human Rights Council first; behind its end where it does not."""

    def __post_init__(self) -> None:
        named = self.text.find(english.HUMAN_RIGHTS_COUNCIL)
        self.council_named = named if named >= 0 else len(self.text)

    def run(self) -> None:
        """Look at whatever can begin a citation, from left to right."""
        place = 0
        while match := _ANCHOR.search(self.text, place):
            if self.outer and match.start() >= self.quoted:
                self._close()
                self.noun, self.outer, self.behind = self.outer, None, self.quoted
            read = getattr(self, f"_{match.lastgroup}")
            place = max(match.end(), read(match))
        self._close()
        self.noun = self.outer
        self._close()

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
            self._add(Citation(start, match.end(), words, "ga-resolution", THIS))
            return match.end()
        before = self.noun
        if match.start() < self.quoted and before and self.outer is None:
            self.outer, self.noun = before, None
        same = before is not None and _one_sentence(self.text, before.end, match.start())
        earlier = (before.organ or before.earlier) if before and same else None
        self._close()
        organ = organ_before(self.text, match.start()) or self._reported()
        self.noun = _Noun(noun["word"], bool(noun["many"]), match.end(), organ, earlier)
        self.behind = match.end()
        return match.end()

    def _reported(self) -> str | None:
        """The organ whose report was cited last, in which its resolutions stand."""
        cited = self.found[-1].symbol if self.found else None
        report = cited and english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(cited)
        return english.HUMAN_RIGHTS_COUNCIL if report else None

    def _number(self, match: re.Match[str], phrase: Phrase | None = None) -> int:
        number = NUMBER.match(self.text, match.start())
        assert number is not None
        number = self._without_mark(number)
        letters, end = self._letters(number)
        dated = english.DATED.match(self.text, end)
        noun = self._governing(number, dated)
        if noun is None:
            if dated is None:
                return match.end()
            self._close()
            noun = self.noun = _Noun("", False, match.start(), None, None)
        end = dated.end() if dated else end
        places = phrase.places if phrase else ()
        suffix = None if phrase else self._suffix(end)
        noun.numbers.append(
            _Number(number, letters, places or (suffix.places if suffix else ()), dated)
        )
        self.behind = suffix.end if suffix else end
        entitled = english.ENTITLED.match(self.text, end)
        self.quoted = entitled.end() if entitled else self.quoted
        organ = english.ORGAN_BEHIND.match(self.text, entitled.end() - 1 if entitled else end)
        if organ and noun.organ is None:
            noun.organ = organ_before(f"{organ['organ']} ", len(organ["organ"]) + 1)
        return self.behind

    def _symbol(self, match: re.Match[str], phrase: Phrase | None = None) -> int:
        end = match.end()
        if not any(map(str.isdigit, match[0])):
            return end
        letter = english.LETTERS.match(self.text, end) if _OWN.match(match[0]) else None
        end = letter.end("first") if letter else end
        try:
            symbol = Symbol.parse(self.text[match.start() : end])
        except SymbolError:
            return end
        whole = Identity(kind_of(symbol), str(symbol))
        own = english.REPORT_OF_THE_HUMAN_RIGHTS_COUNCIL.match(str(symbol))
        report = not symbol.is_resolution and not own
        bracketed = self.text.startswith("(", match.start() - 1) and self.text.startswith(")", end)
        suffix = None if phrase else self._suffix(end + bracketed, report=report)
        places = phrase.places if phrase else suffix.places if suffix else ()
        before = len(self.found) - 1
        self._cite(match.start(), end, whole, places)
        self._share(before, match.start(), str(symbol), places)
        return self._added(str(symbol), suffix.end if suffix else end)

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
        suffix = self._suffix(end + 1, report=report) if closed and not cited.steps else None
        places = suffix.places if suffix else ()
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
        return suffix.end if suffix else end

    def _ibid(self, match: re.Match[str]) -> int:
        """What the note before says, or this one so far, but for what is said here."""
        start, end = match.span()
        supplement = english.SUPPLEMENT.match(self.text, end)
        if supplement:
            return self._supplement(start, supplement.end())
        before = said_last(self.found[-_NEAR:]) or self.before
        if before is None:
            return end
        if before.kind == "treaty-series":
            volume = (before.symbol or "").removeprefix("UNTS ").partition("/")[0]
            series = treaty_series(self.text, start, volume)
            if series:
                self.found += series
                return series[-1].end
        parts = parts_behind(self.text, end, report=True)
        if parts is None:
            self._inherit(before, start, end, before.steps)
            return end
        for number, place in enumerate(parts.places):
            begin = place.start if number else start
            self._inherit(before, begin, place.end, _inherited(before.steps, place.steps))
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
        thereof = english.THEREOF.match(self.text, phrase.end)
        if thereof and self.heard:
            self._article(_with_end(phrase.places, thereof.end()), self.heard[-1], None)
            return thereof.end()
        also = english.SEE_ALSO.search(self.text, max(0, match.start() - 12), match.start())
        last = said_last(self.found[-_NEAR:]) if also else None
        if last:
            for place in phrase.places:
                self._inherit(last, place.start, place.end, _inherited(last.steps, place.steps))
            return phrase.end
        connector = english.CONNECTOR.match(self.text, phrase.end)
        bound = self._bind(phrase, connector.end()) if connector else None
        return bound or match.end()

    def _head(self, match: re.Match[str]) -> int:
        mention = self.around.names.at(self.text, match.start(), self.heard)
        if mention is None or (self.found and mention.start < self.found[-1].end):
            return match.end()
        named = mention.named
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
        return self._number(number, phrase) if number and self.noun else None

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
                self._add(Citation(place.start, place.end, words, "paragraph", THIS, place.steps))

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

    # --- lists of numbers --------------------------------------------------------------------

    def _without_mark(self, number: re.Match[str]) -> re.Match[str]:
        """A number without the footnote mark that stuck to it: `59/3009` is 59/300 and note 9.

        No session adopts a thousand resolutions.
        """
        printed = number["modern"]
        if printed is None or not _STUCK.fullmatch(printed):
            return number
        for figures in (1, 2):
            if printed[-figures:] in self.around.notes:
                return NUMBER.match(self.text, number.start(), number.end() - figures) or number
        return number

    def _letters(self, number: re.Match[str]) -> tuple[tuple[tuple[int, int, str], ...], int]:
        """The part letters behind a number, each with the words that name it, and their end."""
        end = number.end()
        match = english.LETTERS.match(self.text, end) if number["modern"] else None
        if match is None:
            return ((number.start(), end, ""),), end
        letters = [(number.start(), match.end("first"), match["first"])]
        letters += [
            (match.start("more") + one.start(), match.start("more") + one.end(), one[0])
            for one in re.finditer(r"\b[A-Z]\b", match["more"])
        ]
        return tuple(letters), match.end()

    def _governing(self, number: re.Match[str], dated: re.Match[str] | None) -> _Noun | None:
        """The noun that governs a number: nothing between them ends the sentence."""
        noun = self.noun
        if noun is None or not noun.word:
            return None
        if noun.many and noun.numbers and _NEXT.fullmatch(self.text, self.behind, number.start()):
            return noun
        if not _one_sentence(self.text, self.behind, number.start()):
            return None
        if dated or number["council"] or number["early"]:
            return noun
        # A ratio, an hour: other words stand between it and the list.
        return noun if _GLUE.fullmatch(self.text, self.behind, number.start()) else None

    def _suffix(self, end: int, *, report: bool = False) -> Phrase | None:
        """The parts named behind a document, unless they are of the next one."""
        phrase = parts_behind(self.text, end, report=report)
        return None if phrase is None or _AFTER_OF.match(self.text, phrase.end) else phrase

    def _close(self) -> None:
        """Say of the numbers that a noun governed what they are, now that all is known of it."""
        noun, self.noun = self.noun, None
        for number in noun.numbers if noun else ():
            assert noun is not None
            word = noun.word or None
            own = self.around.organ
            for start, end, letter in number.letters:
                identity = identify(number.match, letter, noun.organ, word, number.year, own)
                identity = self._or_of_the_council(identity, number, noun)
                if identity.symbol is None and noun.organ is None and noun.earlier:
                    identity = of_an_earlier_noun(
                        number.match, letter, noun.earlier, word, number.year, own
                    )
                dated = iso_date(number.dated) if number.dated else None
                last = letter == number.letters[-1][2]
                self._cite(start, end, identity, number.places if last else (), dated)

    def _or_of_the_council(self, identity: Identity, number: _Number, noun: _Noun) -> Identity:
        """A number without an organ where the Human Rights Council was named before it."""
        if noun.organ is not None or not self.council_named < number.match.start():
            return identity
        return may_be_of_the_council(number.match, identity, noun.word, number.year)

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
        while match := _SUFFIX.match(self.text, end):
            start, end = match.start("name"), match.end()
            added = f"{symbol}/{match['name']}.{match['number']}"
            self._add(Citation(start, end, self.text[start:end], "document", added))
        return end

    def _add(self, citation: Citation) -> None:
        self.found.append(citation)


def _one_sentence(text: str, start: int, end: int) -> bool:
    """Whether nothing between two offsets ends what a noun governs."""
    between = text[start:end] if end - start < _REACH else ";"
    return ";" not in between and "\n" not in between


_NAMED = ("url", "treaty", "treaty-article", "instrument")


def said_last(cited: Sequence[Citation]) -> Citation | None:
    """What `Ibid.` behind some citations inherits: the last document, not a corrigendum of it.

    Where they name several documents it is open which is meant.
    """
    documents = [one for one in cited if one.kind not in _NAMED]
    if not documents:
        return None
    last = documents[-1]
    for one in reversed(documents):
        if one.symbol and last.symbol and last.symbol.startswith(f"{one.symbol}/"):
            last = one
    others = {one.symbol for one in documents if one.symbol} - {last.symbol}
    added = {other for other in others if last.symbol and other.startswith(f"{last.symbol}/")}
    if others - added and last.kind not in ("treaty-series", "official-records"):
        return replace(last, symbol=None, steps=(), why="the note before names several documents")
    return last


def _inherited(before: Sequence[Step], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The parts that a note names, in those of the note before that lie above them."""
    if steps[0].name == "chap":
        return steps  # No chapter lies in an annex.
    return (*(step for step in before if step.rank < steps[0].rank), *steps)


def _with_end(places: Sequence[Place], end: int) -> tuple[Place, ...]:
    """Places before their document: the last has its words, too."""
    return (*places[:-1], replace(places[-1], end=end))


def _with_start(places: Sequence[Place], start: int) -> tuple[Place, ...]:
    """Places behind their document: the first has its words, too."""
    return (replace(places[0], start=start), *places[1:])


def kind_of(symbol: Symbol) -> ReferenceKind:
    """The kind of reference that a symbol is."""
    if symbol.is_resolution:
        return "example-resolution" if symbol.is_invented else "ga-resolution"
    for prefix, kind in _KINDS:
        if symbol.text.startswith(prefix):
            return kind
    return "document"


_KINDS: tuple[tuple[str, ReferenceKind], ...] = (
    ("S/RES/", "sc-resolution"),
    ("A/HRC/RES/", "hrc-resolution"),
    ("E/RES/", "ecosoc-resolution"),
    ("A/DEC/", "ga-decision"),
)
