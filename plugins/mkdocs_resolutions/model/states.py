"""States by the name a vote prints and by ISO 3166-1 alpha-3 code, which does not vary."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

# The names of the Member States as votes print them; several spellings of one stand together.
_NAMES = """
AFG Afghanistan|ALB Albania|DZA Algeria|AND Andorra|AGO Angola|ATG Antigua and Barbuda
ARG Argentina|ARM Armenia|AUS Australia|AUT Austria|AZE Azerbaijan|BHS Bahamas|BHR Bahrain
BGD Bangladesh|BRB Barbados|BLR Belarus|BEL Belgium|BLZ Belize|BEN Benin|BTN Bhutan
BOL Bolivia (Plurinational State of)|BOL Bolivia|BIH Bosnia and Herzegovina|BWA Botswana
BRA Brazil|BRN Brunei Darussalam|BGR Bulgaria|BFA Burkina Faso|BDI Burundi|CPV Cabo Verde
CPV Cape Verde|KHM Cambodia|CMR Cameroon|CAN Canada|CAF Central African Republic|TCD Chad
CHL Chile|CHN China|COL Colombia|COM Comoros|COG Congo|CRI Costa Rica|CIV Côte d’Ivoire
HRV Croatia|CUB Cuba|CYP Cyprus|CZE Czechia|CZE Czech Republic
PRK Democratic People’s Republic of Korea|COD Democratic Republic of the Congo|DNK Denmark
DJI Djibouti|DMA Dominica|DOM Dominican Republic|ECU Ecuador|EGY Egypt|SLV El Salvador
GNQ Equatorial Guinea|ERI Eritrea|EST Estonia|SWZ Eswatini|SWZ Swaziland|ETH Ethiopia|FJI Fiji
FIN Finland|FRA France|GAB Gabon|GMB Gambia|GMB Gambia (Republic of The)|GEO Georgia|DEU Germany
GHA Ghana|GRC Greece|GRD Grenada|GTM Guatemala|GIN Guinea|GNB Guinea-Bissau|GUY Guyana|HTI Haiti
HND Honduras|HUN Hungary|ISL Iceland|IND India|IDN Indonesia|IRN Iran (Islamic Republic of)
IRQ Iraq|IRL Ireland|ISR Israel|ITA Italy|JAM Jamaica|JPN Japan|JOR Jordan|KAZ Kazakhstan
KEN Kenya|KIR Kiribati|KWT Kuwait|KGZ Kyrgyzstan|LAO Lao People’s Democratic Republic|LVA Latvia
LBN Lebanon|LSO Lesotho|LBR Liberia|LBY Libya|LIE Liechtenstein|LTU Lithuania|LUX Luxembourg
MDG Madagascar|MWI Malawi|MYS Malaysia|MDV Maldives|MLI Mali|MLT Malta|MHL Marshall Islands
MRT Mauritania|MUS Mauritius|MEX Mexico|FSM Micronesia (Federated States of)|MCO Monaco
MNG Mongolia|MNE Montenegro|MAR Morocco|MOZ Mozambique|MMR Myanmar|NAM Namibia|NRU Nauru
NPL Nepal|NLD Netherlands|NLD Netherlands (Kingdom of the)|NZL New Zealand|NIC Nicaragua
NER Niger|NGA Nigeria|MKD North Macedonia|MKD former Yugoslav Republic of Macedonia
NOR Norway|OMN Oman|PAK Pakistan|PLW Palau|PAN Panama|PNG Papua New Guinea|PRY Paraguay|PER Peru
PHL Philippines|POL Poland|PRT Portugal|QAT Qatar|KOR Republic of Korea|MDA Republic of Moldova
ROU Romania|RUS Russian Federation|RWA Rwanda|KNA Saint Kitts and Nevis|LCA Saint Lucia
VCT Saint Vincent and the Grenadines|WSM Samoa|SMR San Marino|STP Sao Tome and Principe
SAU Saudi Arabia|SEN Senegal|SRB Serbia|SYC Seychelles|SLE Sierra Leone|SGP Singapore
SVK Slovakia|SVN Slovenia|SLB Solomon Islands|SOM Somalia|ZAF South Africa|SSD South Sudan
ESP Spain|LKA Sri Lanka|SDN Sudan|SUR Suriname|SWE Sweden|CHE Switzerland
SYR Syrian Arab Republic|TJK Tajikistan|THA Thailand|TLS Timor-Leste|TGO Togo|TON Tonga
TTO Trinidad and Tobago|TUN Tunisia|TUR Turkey|TUR Türkiye|TKM Turkmenistan|TUV Tuvalu|UGA Uganda
UKR Ukraine|ARE United Arab Emirates|GBR United Kingdom
GBR United Kingdom of Great Britain and Northern Ireland|TZA United Republic of Tanzania
USA United States|USA United States of America|URY Uruguay|UZB Uzbekistan|VUT Vanuatu
VEN Venezuela (Bolivarian Republic of)|VNM Viet Nam|YEM Yemen|ZMB Zambia|ZWE Zimbabwe
"""

# Names of former times, and States that are no more by the codes they had (ISO 3166-3).
_FORMER_NAMES = """
BEN Dahomey|BFA Upper Volta|BLR Byelorussian Soviet Socialist Republic|CIV Ivory Coast
COD Zaire|CSK Czechoslovakia|DDR German Democratic Republic|EGY United Arab Republic
IRN Iran|KHM Democratic Kampuchea|LBY Libyan Arab Jamahiriya|LKA Ceylon|MMR Burma
SCG Serbia and Montenegro|SUN Union of Soviet Socialist Republics|SYR Syria
UKR Ukrainian Soviet Socialist Republic|VEN Venezuela|YMD Democratic Yemen|YUG Yugoslavia
"""


_ODD_GLYPHS = str.maketrans({"Ý": "I", "ı": "i", "’": "'"})


def _fold(name: str) -> str:
    """The letters of a name, without accents, case, article and the glyphs that a conversion
    confused.

    Spaces and hyphens do not count: a line may have ended within a word.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_ODD_GLYPHS))
    lower = plain.encode("ascii", "ignore").decode().lower().removeprefix("the ")
    return "".join(re.findall(r"[a-z]+", lower))


_ENTRIES = [
    (entry[:3], entry[4:])
    for line in f"{_NAMES}{_FORMER_NAMES}".split("\n")
    for entry in line.split("|")
    if entry
]
_CODES = {_fold(name): code for code, name in _ENTRIES}
_SPELLED = {_fold(name): name for _, name in _ENTRIES}


def state_name(printed: str) -> str:
    """The name of a State as a sentence spells it, where it is all capitals or each of its words,
    the small ones too, has one; any other stays as it is.

    >>> [state_name(name) for name in ("TÜRKÝYE", "COTE D'IVOIRE", "Turkiye", "ATLANTIS")]
    ['Türkiye', 'Côte d’Ivoire', 'Turkiye', 'ATLANTIS']
    >>> [state_name(name) for name in ("Antigua And Barbuda", "Antigua and barbuda")]
    ['Antigua and Barbuda', 'Antigua and barbuda']
    """
    loud = printed.isupper() or _CAPITALIZED.search(printed)
    return _SPELLED.get(_fold(printed), printed) if loud else printed


_CAPITALIZED = re.compile(r" (?:And|Of)\b")


def in_order(names: Iterable[str]) -> list[str]:
    """States as lists have them: by the letters of their names, whatever their accents.

    >>> in_order(["Zambia", "Türkiye", "Tuvalu", "Côte d’Ivoire", "Cuba"])
    ['Côte d’Ivoire', 'Cuba', 'Türkiye', 'Tuvalu', 'Zambia']
    """
    return sorted(names, key=_fold)


@lru_cache(maxsize=512)  # the same two hundred names, vote by vote
def state_code(name: str) -> str | None:
    """The ISO code of a State by its name as printed; None for a name that is not known.

    >>> [state_code(name) for name in ("TÜRKİYE", "TURKIYE", "Bangla-desh", "ATLANTIS")]
    ['TUR', 'TUR', 'BGD', None]
    """
    return _CODES.get(_fold(name))


_IN_ORDER = sorted(_CODES)


@lru_cache(maxsize=4096)
def begins_state(word: str) -> bool:
    """Whether the name of a State may begin with a word: a cheap question before `state_code`."""
    letters = _fold(word)
    place = bisect_left(_IN_ORDER, letters)
    return place < len(_IN_ORDER) and _IN_ORDER[place].startswith(letters)


# A name of a list: commas part two, but not within the brackets of one.
_BETWEEN_COMMAS = re.compile(r"(?:[^,;(]++|\([^()]*\)|\()+")
_BRACKETS_OR_AND = re.compile(r"\([^()]*\)|\s+and\s+")
_LONGEST_TWO = 200
"""Characters of two names of States."""


def part_states(names: str) -> list[str]:
    """The names in a list of States.

    >>> part_states("Bolivia (Plurinational State of), Chad, Trinidad and Tobago and Tuvalu")
    ['Bolivia (Plurinational State of)', 'Chad', 'Trinidad and Tobago', 'Tuvalu']
    """
    pieces = [piece for piece in map(str.strip, _BETWEEN_COMMAS.findall(names)) if piece]
    if pieces:
        pieces[-1:] = _last_two(pieces[-1].removeprefix("and "))
    return [piece.strip(" .").removeprefix("the ") for piece in pieces]


def _at_each_and(text: str) -> list[str]:
    """The pieces of a text that “and” parts; within brackets it parts nothing."""
    pieces, place = list[str](), 0
    for match in _BRACKETS_OR_AND.finditer(text):
        if not match[0].startswith("("):
            pieces.append(text[place : match.start()])
            place = match.end()
    return [*pieces, text[place:]]


def _last_two(names: str) -> list[str]:
    """The end of a list, `Trinidad and Tobago and Tuvalu`, parted between two names of States."""
    pieces = _at_each_and(names)
    if state_code(names) or len(names) > _LONGEST_TWO or len(pieces) == 1:
        return [names]
    cuts = [
        (" and ".join(pieces[:place]), " and ".join(pieces[place:]))
        for place in range(1, len(pieces))
    ]
    return list(max(cuts, key=lambda pair: sum(bool(state_code(name)) for name in pair)))
