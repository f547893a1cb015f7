"""What the raw file's own links say of a citation: evidence, not truth.

Where the words leave a number open, a link to that very number settles whose it is. Where words and
link contradict each other, the words count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.linking.forms import kind_of
from mkdocs_resolutions.linking.organs import is_of_the_assembly
from mkdocs_resolutions.model import Link, Symbol, SymbolError

_OFFICIAL = re.compile(
    r"https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:/?(?:en|fr|es|ru|ar|zh|ch)/)*(?P<symbol>[^?#]+)",
    re.IGNORECASE,
)
# What links add that symbols do not have, and part letters, which most links leave out.
_ADDED = re.compile(r"\((?:SUPP|PARTS?[IVX]+(?:AND[IVX]+)?)\)|(?<=[0-9])[A-Z](?:-[A-Z])?$|\.PDF$")


def weigh(
    citations: Sequence[Citation], links: Iterable[Link]
) -> tuple[tuple[Citation, ...], tuple[tuple[Citation, str], ...]]:
    """The citations of a text with what its links settle, and those that its links contradict.

    Of each of these the symbol that the link says.
    """
    official = [(link, said) for link in links if (said := said_by(link))]
    if not official:
        return tuple(citations), ()
    settled: list[Citation] = []
    contradicted: list[tuple[Citation, str]] = []
    place = 0
    for citation in citations:
        while place < len(official) and official[place][0].end <= citation.start:
            place += 1
        if place == len(official) or official[place][0].start >= citation.end:
            settled.append(citation)
            continue
        said = official[place][1]
        if citation.symbol is None:
            citation = _settled(citation, said)
        elif citation.kind != "url" and not says(said, citation.symbol):
            contradicted.append((citation, said))
        settled.append(citation)
    return tuple(settled), tuple(contradicted)


def _settled(citation: Citation, said: str) -> Citation:
    """An open citation as its link says, where this has the very number that is printed.

    A number whose date rules the Assembly out is not the Assembly's, whatever the link says.
    """
    number = re.sub(r"\s", "", citation.text)
    organ, _, found = said.upper().partition(f"/RES/{number}")
    if not number or found or not said.upper().endswith(f"/RES/{number}"):
        return citation
    try:
        symbol = Symbol.parse(f"{organ}/RES/{number}")
    except SymbolError:
        return citation
    year = int(citation.dated[:4]) if citation.dated else None
    if symbol.is_resolution and year and not is_of_the_assembly(number.partition("/")[0], year):
        return citation
    return replace(citation, symbol=str(symbol), kind=kind_of(symbol), why=None)


def said_by(link: Link) -> str | None:
    """The symbol that a link to the official site says; None for a link to any other place."""
    match = _OFFICIAL.match(link.address.strip())
    return re.sub(r"\s", "", unquote(match["symbol"])).rstrip("/.,;") if match else None


def says(said: str, symbol: str) -> bool:
    """Whether a link says a symbol, or one of the two that a document has, in whatever spelling."""
    two = re.split(r"-(?=[AES]/)", symbol)
    # "3202(S-VI)" alone is the number of a resolution, whose organ is that of the words.
    bare = symbol.rpartition("/RES/")[2]
    return _folded(said) in map(_folded, (symbol, *two, bare))


def _folded(symbol: str) -> str:
    """A symbol without what links write in several ways."""
    upper = re.sub(r"\s", "", symbol).upper()
    return re.sub(r"[A-Z]?(\([IVXLC-]+\))[A-Z]?$", r"\1", _ADDED.sub("", upper))
