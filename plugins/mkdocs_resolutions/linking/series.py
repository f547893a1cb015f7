"""Volumes and numbers of the Treaty Series."""

from __future__ import annotations

import re

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.model.numeral import from_roman

_FIGURES = re.compile(r"(?:A-)?[0-9]+")


def volume_of(before: Citation) -> str | None:
    """The volume that a citation is of; None where it is of no treaty series."""
    if before.kind != "treaty-series":
        return None
    return (before.symbol or "").removeprefix("UNTS ").partition("/")[0]


def treaty_series(text: str, start: int, volume: str | None = None) -> tuple[Citation, ...]:
    """The treaties cited from an offset on, where the name of the series or `Ibid.` stands.

    `volume` is the one of the note before, which a bare number has; a volume with its number is one
    of the series, whatever that note cites last. One citation for each number of a treaty; several
    volumes of one number are one treaty, named by the first.
    """
    league = english.LEAGUE.match(text, start)
    if league:
        symbol = f"LNTS {from_roman(league['volume'])}/{int(league['number'])}"
        return (Citation(start, league.end(), league[0], "treaty-series", symbol),)
    name = english.SERIES.match(text, start) or english.IBID_BEGINS.match(text, start)
    if name is None:
        return ()
    found: list[Citation] = []
    begin, end = start, name.end()
    while True:
        volumes = english.VOLUMES.match(text, end)
        numbers = english.NUMBERS.match(text, volumes.end() if volumes else end)
        if numbers is None or (volumes is None and (found or volume is None)):
            return tuple(found)
        volume = volumes["volume"] if volumes else volume
        if found and volumes:
            begin = volumes.start() + volumes[0].index("vol")
        for one in _FIGURES.finditer(text, numbers.start("numbers"), numbers.end()):
            begin = one.start() if begin < 0 else begin
            symbol = f"UNTS {int(volume or 0)}/{one[0].lstrip('0') or '0'}"
            words = text[begin : one.end()]
            found.append(Citation(begin, one.end(), words, "treaty-series", symbol))
            begin = -1
        end = numbers.end()
