"""Who follows whom: by title, by what is recalled, by agenda item and by text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from mkdocs_resolutions.comparing.units import units
from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.linking import THIS, Linked
from mkdocs_resolutions.model import OWN_RESOLUTIONS, Reference, Resolution, Symbol
from mkdocs_resolutions.parsing import english

KIN, KIN_OF_A_SUBJECT = 0.3, 0.15
"""The share of the shorter text's clauses that begin as one of the other does, from which a
recalled resolution is the one before; less is enough where the agenda item is the same too, or the
title says nearly the same."""
BEGINNING = 8
"""Words by which a clause is known again."""
MOST_OF_IT, LEAST = 0.75, 8
"""The same share, of at least so many clauses, from which a text of the same agenda item is the one
before though nothing recalls it: short texts of one kind share their few clauses."""
NEARLY = 0.5
"""The share of words that two titles have in common that say nearly the same."""
_YEAR = re.compile(
    r"(?<!resolution )(?<!resolutions )(?<!decision )\b(?:19|20)[0-9]{2}\b(?! ?\()"
    r"|\b[0-9]+(?:st|nd|rd|th)\b"
)
_LEADING_TO_A_YEAR = re.compile(
    r"(?:,?\s+(?:for|in|of|to|by|during)(?:\s+the)?(?:\s+(?:years?|biennium|period))?|,)?\s+$",
    re.IGNORECASE,
)
"""What stands before a year and says nothing without it."""
_BETWEEN_YEARS = re.compile(r"\s*(?:[-–/,]|and|to)\s*")
_IN_A_LIST = re.compile(rf"(?: of {english.DATE})?,?(?: and)? ?")
_RECALLS = re.compile(r"\brecall(?:ing|s)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    """A resolution as one of many that may follow it, or be followed."""

    resolution: Resolution
    recalled: frozenset[Symbol]

    @cached_property
    def title(self) -> str:
        """Its title, but for letter case, punctuation, years and ordinals: "the eighth review"."""
        return _subject(self.resolution.masthead.title)

    @cached_property
    def beginnings(self) -> frozenset[tuple[str, ...]]:
        """How its clauses begin."""
        return frozenset(
            unit.said[:BEGINNING] for unit in units(self.resolution) if len(unit.said) >= BEGINNING
        )

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The titles of its agenda items."""
        agenda = self.resolution.masthead.agenda
        return frozenset(_subject(item.title) for item in agenda if item.title)


def predecessors(
    resolutions: Iterable[Resolution], linked: Mapping[str, Linked]
) -> dict[Symbol, Symbol]:
    """For each resolution that has one the held resolution it follows; each is followed once.

    The best pairs come first: whoever splits off an older one begins a series of its own.
    """
    held = {one.symbol: one for one in resolutions}
    ordered = by_adoption({symbol: one.masthead.adopted for symbol, one in held.items()})
    texts = [Text(held[one], _recalled(held[one], linked[str(one)])) for one in ordered]
    found: dict[Symbol, Symbol] = {}
    followed: set[Symbol] = set()
    for _, later, earlier in sorted(_candidates(texts), key=lambda one: (-one[0], one[1])):
        if later not in found and earlier not in followed:
            found[later] = earlier
            followed.add(earlier)
    return found


def _candidates(texts: Sequence[Text]) -> Iterator[tuple[float, Symbol, Symbol]]:
    """Pairs of later and earlier with how well they fit; `texts` are in the order of adoption.

    The last of the same title comes before what is recalled under another one, and that before
    what says the same under the same agenda item.
    """
    by_symbol: dict[Symbol, Text] = {}
    last: dict[str, Text] = {}
    begun: dict[tuple[str, ...], Symbol] = {}
    for text in texts:
        own = text.resolution.symbol
        same = last.get(text.title)
        if same and _may_follow(own, same.resolution.symbol):
            yield 2 + _kin(text, same), own, same.resolution.symbol
        else:
            for symbol in text.recalled & by_symbol.keys():
                score = _fit(text, by_symbol[symbol]) if _may_follow(own, symbol) else 0.0
                if score:
                    yield 1 + score, own, symbol
            said = Counter(begun[one] for one in text.beginnings if one in begun)
            for symbol, _ in said.most_common(1):
                if _may_follow(own, symbol) and _says_the_same(text, by_symbol[symbol]):
                    yield _kin(text, by_symbol[symbol]), own, symbol
        last[text.title] = by_symbol[own] = text
        begun.update(dict.fromkeys(text.beginnings, own))


def _may_follow(later: Symbol, earlier: Symbol) -> bool:
    """Whether a resolution may be the next of another one: that of another session, or of an
    emergency special session, which is resumed for years."""
    return later.session != earlier.session or (later.session or "").startswith("ES-")


def _says_the_same(later: Text, earlier: Text) -> bool:
    """Whether two texts are under one agenda item and most of their clauses begin alike."""
    return (
        bool(later.subjects & earlier.subjects)
        and len(later.beginnings & earlier.beginnings) >= LEAST
        and _kin(later, earlier) >= MOST_OF_IT
    )


def _fit(later: Text, earlier: Text) -> float:
    """How well a recalled resolution of another title fits as the one before, 0 where not."""
    kin = _kin(later, earlier)
    same_subject = bool(later.subjects & earlier.subjects)
    related = same_subject or _alike(later.title, earlier.title) >= NEARLY
    if kin >= KIN or (kin >= KIN_OF_A_SUBJECT and related):
        return kin + 0.1 * same_subject
    return 0.0


def _kin(later: Text, earlier: Text) -> float:
    """The share of the shorter text's clauses that begin as one of the other does."""
    least = min(len(later.beginnings), len(earlier.beginnings))
    return len(later.beginnings & earlier.beginnings) / least if least else 0.0


def _alike(one: str, other: str) -> float:
    said, also = set(one.split()), set(other.split())
    return 2 * len(said & also) / (len(said) + len(also)) if said and also else 0.0


def _recalled(resolution: Resolution, linked: Linked) -> frozenset[Symbol]:
    """The organ's own resolutions that the preamble recalls, wherever a clause comes to that."""
    return frozenset(symbol for row in recalled(resolution, linked) for symbol, _ in row)


def recalled(
    resolution: Resolution, linked: Linked
) -> Iterator[tuple[tuple[Symbol, str | None], ...]]:
    """The organ's own resolutions that the preamble recalls, with their dates: each list of them
    with nothing but dates between, for what else a paragraph recalls is of another subject."""
    for clause in resolution.preamble:
        recalls = _RECALLS.search(clause.text)
        end, row = -1, list[Reference]()
        for one in linked.of(clause.id) if recalls else ():
            if recalls and one.start > recalls.start():
                if row and not _IN_A_LIST.fullmatch(clause.text, end, one.start):
                    yield tuple(recalled_by(row))
                    row = []
                row.append(one)
                end = one.end
        yield tuple(recalled_by(row))


def recalled_by(references: Iterable[Reference]) -> Iterator[tuple[Symbol, str | None]]:
    """Other resolutions of the organ among some references, with the dates printed behind them."""
    for one in references:
        if one.kind in OWN_RESOLUTIONS and one.symbol and one.symbol != THIS:
            yield Symbol.parse(one.symbol), one.dated


def fold(title: str) -> str:
    """A title by its words alone; hyphens and letter case vary from year to year."""
    return " ".join(words(title))


def lasting_title(titles: Sequence[str]) -> str:
    """The first of some titles without the years and ordinals that others of the same subject do
    not have: what tells one of a series from the next is no name for all.

    >>> lasting_title(("Funds for the year 2021", "Funds for the year 2022"))
    'Funds'
    >>> lasting_title(("The 1995 plan: first review", "The 1995 plan: second review"))
    'The 1995 plan: review'
    """
    title = titles[0]
    same = [one for one in titles if _subject(one) == _subject(title)]
    kin = [{said for said, _ in _numbered(one)} for one in same]
    kept, end = "", 0
    for said, match in _numbered(title):
        if all(said in others for others in kin):
            continue
        before = title[end : match.start()]
        if end and _BETWEEN_YEARS.fullmatch(before):
            before = ""
        elif _YEAR.fullmatch(match[0]):
            before = _LEADING_TO_A_YEAR.sub("", before)
        kept, end = kept + before, match.end()
    left = " ".join(f"{kept}{title[end:]}".replace("()", "").split())
    return f"{left[:1].upper()}{left[1:]}" if fold(left) else title


def _subject(title: str) -> str:
    """A title without years and ordinals, which tell one of a series from the next."""
    return fold(_numbers().sub(" ", title))


def _numbered(title: str) -> list[tuple[str, re.Match[str]]]:
    """The years and ordinals of a title in their order, and what they say."""
    return [(fold(match[0]), match) for match in _numbers().finditer(title)]


@cache
def _numbers() -> re.Pattern[str]:
    """A year or an ordinal, whatever hyphen it is printed with."""
    said = sorted(english.ORDINALS, key=len, reverse=True)
    words = "|".join(re.sub(r"[- ]", r"[\\W_]+", word) for word in said)
    return re.compile(rf"{_YEAR.pattern}|\b(?:{words})\b", re.IGNORECASE)


def by_adoption(dates: Mapping[Symbol, str | None]) -> list[Symbol]:
    """Resolutions in the order of adoption; one without a date follows the one before it by session
    and number."""
    day, days = "", dict[Symbol, str]()
    for symbol in sorted(dates):
        day = days[symbol] = dates[symbol] or day
    return sorted(days, key=lambda symbol: days[symbol])
