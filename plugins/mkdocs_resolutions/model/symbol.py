"""Document symbols of the United Nations, parsed and printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering
from urllib.parse import quote

from mkdocs_resolutions.model.numeral import from_roman


class SymbolError(ValueError):
    """The text is not a document symbol; the message says what is wrong with it."""


# Sessions of the Assembly: regular (77), special (S-32), emergency special (ES-11); to 1975 the
# session stands in roman figures behind the number, 217 (III), 3201 (S-VI), 2252 (ES-V).
_MODERN = re.compile(
    r"(?P<session>(?:E?S-)?[1-9][0-9]{0,2})/(?P<number>[1-9][0-9]{0,3}) ?(?P<part>[A-Z])?"
)
_EARLY = re.compile(
    r"(?P<number>[1-9][0-9]{0,3}) ?(?P<part>[A-Z])? ?"
    r"\((?P<session>(?:E?S-)?[IVXLC]+)\) ?(?P<late>[A-Z])?"
)
ASSEMBLY = "A"
"""The organ whose resolutions the site is about, as symbols name it."""
INVENTED = frozenset(("LAMP",))
"""Organs of examples, as symbols name them: they number as the Assembly does, and are nobody's."""

# What symbols of the United Nations begin with; others look alike, `LEG/CONF.15/21` is the
# International Maritime Organization's.
_ISSUED_AS = frozenset(
    """
A APLC BWC CAC CAT CBD CCM CCPR CCW CD CED CEDAW CERD CMW CRC CRPD CTOC DC DP E FCCC HRI
HSP ICCD ICEF ID IDB ISBA ITC JIU LC LOS NPT PBC S SPLOS ST T TD TPNW TRANS UNEP UNW
""".split()  # noqa: SIM905 -- a list of words reads best as words
)
_SECOND = re.compile(r"-[AES]/.*$")
"""The second symbol of a document that has two, `A/56/1026-S/2002/932`."""
_NO_YEAR = re.compile(r"[0-9]{1,6}/(?:19|20)[0-9]{2}$")
_ORGAN = re.compile(r"[A-Z][A-Z0-9.-]*(?:\([A-Z0-9 .,-]+\))?")
_PIECE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:\([A-Za-z0-9 .,-]+\))?[A-Z]?")


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol in normal form: no spaces, a part letter closed up.

    >>> str(Symbol.parse("A/RES/54/54 B"))
    'A/RES/54/54B'
    >>> str(Symbol.parse("A/RES/217 A (III)")), str(Symbol.parse("S/RES/1325 (2000)"))
    ('A/RES/217(III)A', 'S/RES/1325(2000)')
    >>> Symbol.resolution("77/79").address
    'A/RES/77/79/'
    >>> Symbol.parse("LAMP/RES/4/2").address
    'example/LAMP/RES/4/2/'

    Rule: contract, JSON (`symbol`); field notes, Symbols.
    """

    text: str
    session: str | None = None
    number: int | None = None
    part: str | None = None

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """Read a symbol as printed or in normal form; raises SymbolError.

        What climbs (`..`), is empty between slashes or has other characters than symbols have is
        no symbol: a symbol becomes a folder of the site.
        """
        squeezed = re.sub(r" ?/ ?", "/", " ".join(text.split()))
        if len(squeezed) > 80:
            raise SymbolError("a symbol is not longer than 80 characters")
        organ, _, numbers = squeezed.partition("/RES/")
        if numbers and (organ == ASSEMBLY or organ in INVENTED):
            return cls.resolution(numbers, organ)
        plain = re.sub(r"\s", "", squeezed)
        pieces = plain.split("/")
        whole = len(pieces) > 1 and all(map(_PIECE.fullmatch, pieces[1:]))
        if not whole or not _ORGAN.fullmatch(pieces[0]):
            raise SymbolError(f"{text!r} is not a document symbol")
        return cls(plain)

    @classmethod
    def resolution(cls, numbers: str, organ: str = ASSEMBLY) -> Symbol:
        """The resolution of an organ by its short form: `77/79`, `72/262 C`, `217 A (III)`."""
        squeezed = " ".join(numbers.split())
        modern = _MODERN.fullmatch(squeezed)
        if modern:
            session, part = modern["session"], modern["part"]
            number = int(modern["number"])
            return cls(f"{organ}/RES/{session}/{number}{part or ''}", session, number, part)
        early = _EARLY.fullmatch(squeezed)
        if early and not (early["part"] and early["late"]) and _roman_session(early["session"]):
            part = early["part"] or early["late"]
            number, session = int(early["number"]), early["session"]
            text = f"{organ}/RES/{number}({session}){part or ''}"
            return cls(text, _roman_session(session), number, part)
        raise SymbolError(f"{numbers!r} is not the number of a resolution")

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Symbol) -> bool:
        return self.sort_key < other.sort_key

    @property
    def organ(self) -> str:
        """What it begins with: `A` of the Assembly's documents, `S` of the Security Council's."""
        return self.text.partition("/")[0]

    @property
    def is_invented(self) -> bool:
        """Whether it is a document of an example."""
        return self.organ in INVENTED

    @property
    def is_resolution(self) -> bool:
        """Whether it is a resolution of the General Assembly, or one of an example."""
        return self.session is not None

    @property
    def short(self) -> str:
        """Its numbers in normal form: `77/79`, `217(III)A`; the whole for other documents."""
        return self.text.removeprefix(f"{self.organ}/RES/") if self.is_resolution else self.text

    @property
    def spoken(self) -> str:
        """As the United Nations prints it in running text: `79/259 A`, `217 A (III)`."""
        early = re.fullmatch(r"(\d+)(\([^)]+\))([A-Z]?)", self.short)
        if early:
            return " ".join(filter(None, (early[1], early[3], early[2])))
        if self.is_resolution and self.part:
            return f"{self.short[: -len(self.part)]} {self.part}"
        return self.short

    @property
    def whole(self) -> Symbol:
        """The symbol without its part letter: of `79/259 B`, `79/259`."""
        if not self.part:
            return self
        return Symbol(self.text[: -len(self.part)], self.session, self.number)

    @property
    def address(self) -> str:
        """The permanent folder of its page below the site's root, with a closing slash.

        Nothing invented lies beside what is real.
        """
        return f"example/{self.text}/" if self.is_invented else f"{self.text}/"

    @property
    def slug(self) -> str:
        """Its short form in the alphabet of ids: `77-79`, `es-11-1`, `217-iii-a`, `lamp-4-2`."""
        name = f"{self.organ}-{self.short}" if self.is_invented else self.short
        return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")

    @property
    def sort_key(self) -> tuple[int, int, str, int, str, str]:
        """Resolutions first, regular sessions by number, special ones after them, then the rest."""
        if self.session is None or self.number is None:
            return (2, 0, "", 0, "", self.text)
        special, _, count = self.session.rpartition("-")
        return (1 if special else 0, int(count), special, self.number, self.part or "", self.text)


def _roman_session(printed: str) -> str | None:
    """The session in figures of a roman one: `III` is `3`, `ES-V` is `ES-5`."""
    prefix, dash, roman = printed.rpartition("-")
    value = from_roman(roman)
    return f"{prefix}{dash}{value}" if value else None


def official_url(symbol: str, base: str = "https://docs.un.org/en/") -> str | None:
    """The address of a document on the official site, by its symbol in normal form.

    None for what an example cites, which nobody issued, and for documents of other organizations,
    which the official site does not have.
    """
    symbol = _SECOND.sub("", symbol)
    organ, _, rest = symbol.partition("/")
    if organ.partition("(")[0] not in _ISSUED_AS or (organ == "S" and _NO_YEAR.match(rest)):
        return None
    return base + quote(symbol, safe="/().-")
