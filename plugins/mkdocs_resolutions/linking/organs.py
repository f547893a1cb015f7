"""Whose resolution a number is, and what its symbol is.

Every organ numbers in a form of its own: the Assembly `63/71` (to 1975 `217 A (III)`), the Security
Council `1325 (2000)`, the Economic and Social Council `2024/25`, the Human Rights Council `26/20`.
Only the first and the last look alike; the noun tells these apart, and where it is silent the date
does: a session of the Assembly begins in a known year, and none before 1976 is written so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.model import INVENTED, ReferenceKind, Symbol, SymbolError
from mkdocs_resolutions.model.numeral import from_roman

_NEAR = 120
"""Letters before a noun in which its organ may be named."""
_FIRST_SESSION = 1945
"""A session opens in the autumn of this year and as many more as its number says."""
_FIRST_MODERN = 31
"""The first session whose resolutions are written `31/1`."""
_COUNCIL_DECISIONS = range(101, 200)
"""Numbers of decisions that the Human Rights Council has in a session, and the Assembly has not."""
_FIRST_NUMBERS = (
    1, 100, 180, 275, 365, 500, 610, 710, 810, 910, 1000, 1135, 1240, 1350, 1480, 1600, 1745, 1875,
    1995, 2005, 2135, 2250, 2370, 2500, 2625, 2750, 2890, 3050, 3200, 3360, 3550,
)  # fmt: skip
"""About where the numbers of each regular session to 1975 begin, the first one first."""
_ROOM = 120
"""How far from there a number may lie: resumed sessions overlap the next."""
_LAST_OF_SPECIAL, _LAST_OF_EMERGENCY = 7, 5
"""Special and emergency sessions whose numbers ran on with the regular ones, to 1975."""
_SPECIAL_YEARS = {
    8: 1978, 9: 1978, 10: 1978, 11: 1980, 12: 1982, 13: 1986, 14: 1986, 15: 1988, 16: 1989,
    17: 1990, 18: 1990, 19: 1997, 20: 1998, 21: 1999, 22: 1999, 23: 2000, 24: 2000, 25: 2001,
    26: 2001, 27: 2002, 28: 2005, 29: 2014, 30: 2016, 31: 2020, 32: 2021,
}  # fmt: skip
"""The years of the Assembly's special sessions since 1976; other organs have some, too."""
_SECURITY_COUNCIL_NUMBERS = (
    (1946, 1), (1950, 79), (1955, 106), (1960, 132), (1965, 200), (1970, 276), (1975, 366),
    (1980, 462), (1985, 560), (1990, 647), (1995, 970), (2000, 1285), (2005, 1580), (2010, 1907),
    (2015, 2196), (2020, 2506), (2025, 2768), (2060, 4500),
)  # fmt: skip
"""About where the numbers of the Security Council begin in some years."""
_COUNCIL_ROOM = 90
"""How far from a line between these a number may lie."""
_COUNCIL_SINCE, _COUNCIL_A_YEAR = 2006, 3
"""The first year of the Human Rights Council, and how many sessions it has in one."""
_COUNCIL_LAST, _COUNCIL_MOST = 80, 70
"""More sessions than it has had, and more resolutions than any of them adopted."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a number names; where the words do not tell, no symbol and the reason."""

    kind: ReferenceKind
    symbol: str | None
    why: str | None = None


def organ_before(text: str, start: int) -> str | None:
    """The organ named right before the noun at an offset; None where none is.

    It is the name of a known one, `Council` for short, or the words of one that is not known.
    """
    before = text[max(0, start - _NEAR) : start]
    its = english.ITS.search(before)
    if its:
        return " ".join(its["organ"].split()) if its["organ"] else english.ASSEMBLY
    run: list[str] = []
    for word in reversed(before.split()):
        if not (word[:1].isupper() or word in english.ORGAN_JOINS) or word[-1:] in ",;:.)":
            break
        run.insert(0, word.removesuffix("’s"))
    opens = start <= _NEAR and len(run) == len(before.split()) > 1
    if opens and run[0].endswith(english.PARTICIPLE) and run[0] not in english.ORGAN_WORDS:
        del run[0]  # "Recalling Council resolution 16/18": the word opens the clause.
    while run and run[0] in english.ORGAN_JOINS:
        del run[0]
    if run and run[-1] in english.ORGAN_JOINS:
        return None  # "the report of the Council and resolution 42/15"
    name = " ".join(run)
    if name.endswith(english.TWO_ORGANS):
        return english.ASSEMBLY  # The other's numbers are told by their form.
    for known in english.ORGANS:
        if name.endswith(known):
            return known
    if name.endswith(english.ENVIRONMENT_ASSEMBLY_FOR_SHORT):
        return english.ENVIRONMENT_ASSEMBLY
    if run and run[-1] in english.FOR_SHORT and (len(run) == 1 or not run[-2][:1].isupper()):
        return english.FOR_SHORT[run[-1]]
    return name if english.ORGAN_WORDS & set(run) else None


def its_alone(text: str, start: int) -> bool:
    """Whether "its" alone says whose resolution the noun at an offset is, no organ before it."""
    its = english.ITS.search(text[max(0, start - _NEAR) : start])
    return its is not None and its["organ"] is None


def identify(
    number: re.Match[str], letter: str, organ: str | None, noun: str | None, year: int | None,
    own: str,
) -> Identity:  # fmt: skip
    """What a number is, by the organ and the noun that govern it and the year behind it.

    `number` is a match of one of the forms `modern`, `early` and `council`, `letter` that of its
    part; `own` the organ whose text it stands in, as symbols name it.
    """
    printed = " ".join(f"{number[0]} {letter}".split())
    decision = noun is not None and noun.lower() == english.DECISION
    if own in INVENTED:
        return _of_an_example(printed, decision, own)
    if number["council"]:
        # Only the Security Council numbers its resolutions with the year in brackets.
        if not may_be_of_the_security_council(number):
            why = "the Security Council adopted no resolution of this number in that year"
            return Identity("sc-resolution", None, why)
        return Identity("sc-resolution", f"S/RES/{printed.replace(' ', '')}")
    if number["early"]:
        if noun is None and year is None:
            return Identity("ga-resolution", None, "no noun says what it is")
        if organ not in (None, *english.ORGANS, english.COUNCIL):
            return Identity("ga-resolution", None, f"it is a {noun or 'document'} of the {organ}")
        early = _is_early(printed)
        if organ == english.COUNCIL and not early:
            organ = english.ECONOMIC_AND_SOCIAL_COUNCIL
        if organ == english.ECONOMIC_AND_SOCIAL_COUNCIL and not decision:
            squeezed = re.sub(r"\s", "", re.sub(r"^([0-9]+) ([A-Z]) (.*)", r"\1\3\2", printed))
            return Identity("ecosoc-resolution", f"E/RES/{squeezed}")
        if not early:
            why = "the Assembly adopted no resolution of this number"
            return Identity("ga-resolution", None, why)
        return _of_the_assembly(printed, decision)
    session, _, rest = printed.partition("/")
    return _modern(session, rest, printed, organ, noun, decision, year)


def of_an_earlier_noun(
    number: re.Match[str], letter: str, organ: str, noun: str | None, year: int | None, own: str
) -> Identity:
    """What a number is by the organ of the noun before the one that governs it, if it may be."""
    session = number[0].partition("/")[0]
    dated = organ == english.HUMAN_RIGHTS_COUNCIL and year is not None and session.isdecimal()
    if dated and not _is_of_the_council(int(session), year or 0):
        return Identity("ga-resolution", None, "no organ had such a resolution in that year")
    return identify(number, letter, organ, noun, year, own)


def may_be_of_the_council(
    number: re.Match[str], identity: Identity, noun: str, year: int | None
) -> Identity:
    """What a number without an organ is in a text that has named the Human Rights Council.

    The date decides between it and the Assembly; without one a number that both may have is open.
    """
    session, _, rest = number[0].partition("/")
    special = session.removeprefix("S-")
    if not number["modern"] or not special.isdecimal() or int(rest) > _COUNCIL_MOST:
        return identity
    count = int(special)
    if year is None and identity.symbol and count <= _COUNCIL_LAST:
        why = "it may be a resolution of the Assembly or of the Human Rights Council"
        return Identity(identity.kind, None, why)
    council = year is not None and session == special and _is_of_the_council(count, year)
    if identity.symbol is None and council and noun.lower() != english.DECISION:
        return Identity("hrc-resolution", f"A/HRC/RES/{number[0]}")
    return identity


def _modern(
    session: str, rest: str, printed: str, organ: str | None, noun: str | None, decision: bool,
    year: int | None,
) -> Identity:  # fmt: skip
    closed = printed.replace(" ", "")
    kind: ReferenceKind = "ga-decision" if decision else "ga-resolution"
    yearly = session.isdecimal() and len(session) == 4
    if organ == english.COUNCIL:
        organ = english.ECONOMIC_AND_SOCIAL_COUNCIL if yearly else english.HUMAN_RIGHTS_COUNCIL
    if (
        organ == english.HUMAN_RIGHTS_COUNCIL
        and session.isdecimal()
        and is_of_the_assembly(session, year)
    ):
        organ = english.ASSEMBLY  # "Council resolutions 5/1 of 2007 and 60/251 of 15 March 2006"
    if organ == english.HUMAN_RIGHTS_COUNCIL and not yearly and not _council_had(session, rest):
        return Identity(kind, None, f"the {organ} adopted no {noun} of this number")
    if organ == english.HUMAN_RIGHTS_COUNCIL and not yearly:
        return (Identity("document", f"A/HRC/DEC/{closed}") if decision
                else Identity("hrc-resolution", f"A/HRC/RES/{closed}"))  # fmt: skip
    if organ == english.ECONOMIC_AND_SOCIAL_COUNCIL and yearly:
        return (Identity("document", f"E/DEC/{closed}") if decision
                else Identity("ecosoc-resolution", f"E/RES/{closed}"))  # fmt: skip
    if organ == english.COMMISSION_ON_HUMAN_RIGHTS and yearly and not decision:
        return Identity("document", f"E/CN.4/RES/{closed}")
    if organ == english.ENVIRONMENT_ASSEMBLY and not decision and session.isdecimal():
        return Identity("document", f"UNEP/EA.{session}/Res.{rest}")
    if organ not in (None, english.ASSEMBLY):
        return Identity(kind, None, f"it is a {noun or 'document'} of the {organ}")
    if decision and int(rest.partition(" ")[0]) in _COUNCIL_DECISIONS:
        return Identity(kind, None, "the Assembly adopted no decision of this number")
    if is_of_the_assembly(session, year):
        return _of_the_assembly(printed, decision)
    if organ is None and noun is None:
        return Identity(kind, None, "no noun says whose resolution it is")
    if year is not None or not _may_be_of_the_assembly(session):
        return Identity(kind, None, f"the Assembly adopted no {noun} of this number"
                        + (f" in {year}" if year else ""))  # fmt: skip
    return _of_the_assembly(printed, decision)


def _council_had(session: str, rest: str) -> bool:
    """Whether the Human Rights Council may have had a number: its decisions begin with 101, and
    none of its resolutions has a letter."""
    count = int(session.removeprefix("S-")) if session[:2] != "ES" else _COUNCIL_LAST + 1
    return count <= _COUNCIL_LAST and rest.isdecimal() and int(rest) <= _COUNCIL_MOST + 100


def _is_of_the_council(session: int, year: int) -> bool:
    """Whether the Human Rights Council held a session about that year."""
    return abs(year - _COUNCIL_SINCE - session / _COUNCIL_A_YEAR) <= 1.5


def may_be_of_the_security_council(number: re.Match[str]) -> bool:
    """Whether the Council had about so many resolutions in the year in brackets.

    "General recommendation 39 (2022)" is none of its own.
    """
    count, year = map(int, re.findall(r"[0-9]+", number["council"]))
    for (since, first), (until, last) in pairwise(_SECURITY_COUNCIL_NUMBERS):
        if since <= year < until:
            rate = (last - first) / (until - since)
            about = first + rate * (year - since)
            return about - _COUNCIL_ROOM <= count <= about + rate + _COUNCIL_ROOM
    return False


def is_of_the_assembly(session: str, year: int | None) -> bool:
    """Whether a session and a year together are those of a resolution of the Assembly."""
    if year is None or not _may_be_of_the_assembly(session):
        return False
    if session.startswith("S-"):
        known = _SPECIAL_YEARS.get(int(session[2:]))
        return abs(year - known) <= 1 if known else year > max(_SPECIAL_YEARS.values())
    if not session.isdecimal():
        return True
    return 0 <= year - _FIRST_SESSION - int(session) <= 1


def _may_be_of_the_assembly(session: str) -> bool:
    """Whether the Assembly numbers resolutions of a session so."""
    if session.startswith("S-"):
        return int(session[2:]) > _LAST_OF_SPECIAL
    return not session.isdecimal() or _FIRST_MODERN <= int(session) < 200


def _of_the_assembly(printed: str, decision: bool) -> Identity:
    if decision:
        return Identity("ga-decision", f"A/DEC/{printed.replace(' ', '')}")
    try:
        return Identity("ga-resolution", str(Symbol.resolution(printed)))
    except SymbolError as error:
        return Identity("ga-resolution", None, str(error))


def _is_early(printed: str) -> bool:
    """Whether number and session of an early resolution go together.

    To 1975 the numbers ran on through the regular sessions.
    """
    match = re.fullmatch(r"([0-9]+)(?: [A-Z])? \(([IVXLC]+)\)(?: [A-Z])?", printed)
    session = from_roman(match[2]) if match else None
    if match is None:
        # A special session has a few of the numbers between.
        special = re.search(r"\((E?)S-([IVXLC]+)\)", printed)
        last = _LAST_OF_EMERGENCY if special and special[1] else _LAST_OF_SPECIAL
        return special is not None and (from_roman(special[2]) or 0) in range(1, last + 1)
    if session is None or session >= len(_FIRST_NUMBERS):
        return False
    first, last = _FIRST_NUMBERS[session - 1], _FIRST_NUMBERS[session]
    return first - _ROOM <= int(match[1]) <= last + _ROOM


def _of_an_example(printed: str, decision: bool, organ: str) -> Identity:
    """In a text of an example every number is one of its organ's own, never a real one's."""
    if decision:
        return Identity("example-resolution", None, "it is a decision of an example")
    try:
        return Identity("example-resolution", str(Symbol.resolution(printed, organ)))
    except SymbolError as error:
        return Identity("example-resolution", None, str(error))
