"""Lists of numbers under one noun: "its resolutions 63/71 of …, 70/54 of … and 76/47".

What a number is can be known only when all is known of its noun, for the organ may stand behind the
last of them; so a list is kept until it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.forms import NUMBER
from mkdocs_resolutions.linking.organs import (
    Identity,
    identify,
    its_alone,
    may_be_of_the_council,
    may_be_of_the_security_council,
    of_an_earlier_noun,
    organ_before,
)
from mkdocs_resolutions.linking.places import Phrase, Place, parts_behind
from mkdocs_resolutions.parsing import iso_date

_STUCK = re.compile(r"[0-9]{1,3}/[0-9]{4}")
_REACH = 2000
"""Letters over which a noun governs a number with a date."""
_GLUE = re.compile(rf"(?:[\s,(]|\b(?:{english.LIST_GLUE}|[A-Z])\b)*")
_NEXT = re.compile(r"\)?;\s+(?:and\s+)?")
"""What parts the items of a list of resolutions with their parts."""


def suffix(text: str, end: int, *, report: bool = False) -> Phrase | None:
    """The parts named behind a document, unless they are of the next one."""
    phrase = parts_behind(text, end, report=report)
    while phrase and english.OF_THE_NEXT.match(text, phrase.end):
        phrase = phrase.shorter
    return phrase


@dataclass(frozen=True, slots=True)
class Listed:
    """A number of a list: its words in code points, what it is, the parts named of it, its date."""

    start: int
    end: int
    identity: Identity
    places: tuple[Place, ...]
    dated: str | None


@dataclass(slots=True)
class _Number:
    """A number as it is read: its part letters, the parts named of it, its date."""

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
    its: bool = False
    """Whether "its" alone says whose they are."""
    numbers: list[_Number] = field(default_factory=list)


@dataclass(slots=True)
class Lists:
    """The list of a text that is open, as the text is read from left to right.

    `organ` is the one whose text it is, `notes` the numbers of its footnotes.
    """

    text: str
    organ: str
    notes: frozenset[str]
    noun: _Noun | None = None
    behind: int = 0
    """Where the last item of the list ends."""
    outer: _Noun | None = None
    """The noun of the list around a title that is quoted at the moment."""
    quoted: int = 0
    """Where that title ends."""
    council_named: int = 0
    """Where the text names the Human Rights Council first; behind its end where it does not."""

    def __post_init__(self) -> None:
        named = self.text.find(english.HUMAN_RIGHTS_COUNCIL)
        self.council_named = named if named >= 0 else len(self.text)

    def pass_title(self, place: int) -> Iterator[Listed]:
        """End the list in a quoted title that ends before an offset, and go on with the outer."""
        if self.outer and place >= self.quoted:
            yield from self.close()
            self.noun, self.outer, self.behind = self.outer, None, self.quoted

    def open(self, noun: re.Match[str], reported: str | None) -> Iterator[Listed]:
        """Begin a list with a noun, and end the one before.

        `reported` is the organ of which it is where none is named with it.
        """
        before = self.noun
        if noun.start() < self.quoted and before and self.outer is None:
            self.outer, self.noun = before, None
        same = before is not None and self._one_sentence(before.end, noun.start())
        earlier = (before.organ or before.earlier) if before and same else None
        yield from self.close()
        organ = organ_before(self.text, noun.start()) or reported
        alone = its_alone(self.text, noun.start())
        self.noun = _Noun(noun["word"], bool(noun["many"]), noun.end(), organ, earlier, alone)
        self.behind = noun.end()

    def take(self, number: re.Match[str], phrase: Phrase | None) -> list[Listed] | None:
        """Take a number into the list, with the parts of it that were named before it.

        Gives what ended with it; None where it is no number of a resolution. `behind` is then where
        its words end.
        """
        ended: list[Listed] = []
        if english.NUMBER_OF_ANOTHER.search(self.text, max(0, number.start() - 30), number.start()):
            return None
        whole, number = number, self._without_mark(number)
        letters, end = self._letters(number)
        end = end if number is whole else whole.end()
        dated = english.DATED.match(self.text, end)
        noun = self._governing(number, dated)
        if noun is None:
            if dated is None:
                return None
            ended += self.close()
            noun = self.noun = _Noun("", False, number.start(), None, None)
        end = dated.end() if dated else end
        if noun.many and english.RESPECTIVELY.match(self.text, end):
            phrase = None  # Each has one of the parts; which one is not read here.
        parts = phrase or suffix(self.text, end)
        noun.numbers.append(_Number(number, letters, parts.places if parts else (), dated))
        self.behind = max(end, parts.end) if parts else end
        entitled = english.ENTITLED.match(self.text, end)
        self.quoted = entitled.end() if entitled else self.quoted
        organ = english.ORGAN_BEHIND.match(self.text, entitled.end() - 1 if entitled else end)
        if organ and noun.organ is None:
            noun.organ = organ_before(f"{organ['organ']} ", len(organ["organ"]) + 1)
        return ended

    def take_thereof(self, phrase: Phrase, end: int) -> bool:
        """Take parts "thereof", which end at an offset, as those of the number right before.

        "Resolution 75/62, in particular paragraph 5 thereof" is two citations.
        """
        start = phrase.places[0].start
        right_before = english.IN_PARTICULAR.fullmatch(self.text, self.behind, start)
        return right_before is not None and self._take_parts(phrase, end)

    def take_that(self, phrase: Phrase, end: int) -> bool:
        """Take parts "of that resolution" as those of the only one of the sentence before."""
        alone = self.noun is not None and len(self.noun.numbers) == 1
        near = alone and self._one_sentence(self.behind, phrase.places[0].start)
        return near and self._take_parts(phrase, end)

    def _take_parts(self, phrase: Phrase, end: int) -> bool:
        places = phrase.places
        numbers = self.noun.numbers if self.noun else []
        if not numbers:
            return False
        last = numbers[-1]
        letters = ((places[0].start, end, last.letters[-1][2]),)
        places = (*places[:-1], replace(places[-1], end=end))
        numbers.append(_Number(last.match, letters, places, last.dated))
        self.behind = end
        return True

    def end(self) -> Iterator[Listed]:
        """End the lists that are open where the text ends."""
        yield from self.close()
        self.noun, self.outer = self.outer, None
        yield from self.close()

    def close(self) -> Iterator[Listed]:
        """Say of the numbers that a noun governed what they are, now that all is known of it."""
        noun, self.noun = self.noun, None
        if noun is None:
            return
        for number in noun.numbers:
            dated = iso_date(number.dated) if number.dated else None
            for start, end, letter in number.letters:
                last = start == number.letters[-1][0]
                identity = self._identity(noun, number, letter)
                yield Listed(start, end, identity, number.places if last else (), dated)

    def _identity(self, noun: _Noun, number: _Number, letter: str) -> Identity:
        word = noun.word or None
        given = identify(number.match, letter, noun.organ, word, number.year, self.organ)
        # Behind another organ "its" may be that organ's.
        other = noun.its and noun.earlier not in (None, english.ASSEMBLY)
        if noun.organ is not None and not other:
            return given
        identity = given
        if self.council_named < number.match.start():
            identity = may_be_of_the_council(number.match, given, noun.word, number.year)
        if noun.earlier and identity.symbol is None and (given.symbol is None or not other):
            return of_an_earlier_noun(
                number.match, letter, noun.earlier, word, number.year, self.organ
            )
        return identity

    def _without_mark(self, number: re.Match[str]) -> re.Match[str]:
        """A number without the footnote mark that stuck to it: `59/3009` is 59/300 and note 9.

        No session adopts a thousand resolutions.
        """
        printed = number["modern"]
        if printed is None or not _STUCK.fullmatch(printed):
            return number
        for figures in (1, 2):
            if printed[-figures:] in self.notes:
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
        titled = self.behind < self.quoted <= number.start()
        since = self.quoted if titled else self.behind
        if not self._one_sentence(since, number.start()):
            return None
        council = number["council"] and may_be_of_the_security_council(number)
        if dated or council or number["early"]:
            return noun
        # A ratio, an hour: other words stand between it and the list.
        return noun if _GLUE.fullmatch(self.text, since, number.start()) else None

    def _one_sentence(self, start: int, end: int) -> bool:
        """Whether nothing between two offsets ends what a noun governs."""
        between = self.text[start:end] if end - start < _REACH else ";"
        return ";" not in between and "\n" not in between
