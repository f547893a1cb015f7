"""The corpus as documents, and what is measured of each: the work of one process."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from benchmarks.quality.conserved import lost_letters
from benchmarks.quality.flavours import FLAVOURS
from benchmarks.quality.likeness import likeness
from benchmarks.quality.naive import naive_outlines, words_of_file
from benchmarks.quality.outline import Outline
from benchmarks.quality.second import second_outline
from benchmarks.quality.shares import Share
from benchmarks.quality.witnesses import Hearing, hear
from mkdocs_resolutions.corpus import Reading, parse_file, read_files
from mkdocs_resolutions.model import Resolution

DEFAULT_CORPUS = Path(os.environ.get("RESOLUTIONS_CORPUS", "../shared/corpus"))
"""The folder of real documents where none is named."""


@dataclass(frozen=True, slots=True)
class Document:
    """The files of one document: its XML, its PDF and its second opinion where they are held."""

    xml: Path
    pdf: Path | None
    second: Path | None


@dataclass(frozen=True, slots=True)
class TextFindings:
    """What was found of one text of a document: how like its XML it is, and its notices by rule."""

    shares: dict[str, Share]
    rules: Counter[str]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found of one document, in plain values that pass between processes."""

    hearings: tuple[Hearing, ...]
    rules: Counter[str]
    raised: bool
    conserved: bool
    """Whether every letter of the file is in a resolution of it."""
    texts: dict[str, TextFindings] = field(default_factory=dict)
    """By flavour."""


def find_documents(corpus: Path) -> list[Document]:
    """The documents of a corpus, in the order of their names."""
    return [
        Document(
            xml,
            _held(corpus / "pdf" / f"{xml.stem}.pdf"),
            _held(corpus / "peer" / f"{xml.stem}.json"),
        )
        for xml in sorted((corpus / "xml" / "en").glob("*.xml"))
    ]


def read_held(corpus: Path, symbol: str) -> Resolution | None:
    """A resolution of the corpus by its symbol, of a composite file the lettered part.

    From its XML, else from its text; None where neither is held.
    """
    name = symbol.replace("/", "_")
    folder = corpus / "xml" / "en"
    whole = sorted(folder.glob(f"{name.rstrip('ABCDEFGH')}*.xml"))
    for path in (folder / f"{name}.xml", *whole, corpus / "text" / f"{name}.txt"):
        for parsed in parse_file(path) if path.exists() else ():
            if parsed.resolution and str(parsed.resolution.symbol) == symbol:
                return parsed.resolution
    return None


def consecutive(corpus: Path, every: int = 1) -> Iterator[tuple[Resolution, Resolution]]:
    """The resolutions of one title, each with the next, from XML; `every` 10 takes a tenth of the
    titles."""
    titles: dict[str, list[Resolution]] = {}
    for document in find_documents(corpus):
        for parsed in parse_file(document.xml):
            if parsed.resolution:
                title = parsed.resolution.masthead.title.casefold()
                titles.setdefault(title, []).append(parsed.resolution)
    for several in [*titles.values()][::every]:
        yield from pairwise(sorted(several, key=lambda one: one.symbol))


def examine(document: Document, flavours: Sequence[str] = ()) -> Findings:
    """Measure one document; the flavours of text are told by name, to pass between processes."""
    readings = read_files([document.xml])
    resolutions = [one.parsed.resolution for one in readings if one.parsed.resolution]
    rules = _rules(readings)
    return Findings(
        tuple(_hearings(document, resolutions)),
        rules,
        rules["program-failed"] > 0 or not resolutions,
        lost_letters(words_of_file(document.xml), readings) == 0,
        dict(_texts(document, resolutions[0], flavours)) if resolutions else {},
    )


def _rules(readings: Sequence[Reading]) -> Counter[str]:
    return Counter(notice.rule for one in readings for notice in one.parsed.notices)


def _hearings(document: Document, resolutions: list[Resolution]) -> Iterator[Hearing]:
    walks = naive_outlines(document.xml)
    second: Outline | None = second_outline(document.second) if document.second else None
    for one in resolutions:
        yield hear(one, walks[one.source.part or ""], second)


def _texts(
    document: Document, gold: Resolution, flavours: Sequence[str]
) -> Iterator[tuple[str, TextFindings]]:
    if document.pdf is None:
        return
    for flavour in (one for one in FLAVOURS if one.name in flavours):
        with tempfile.TemporaryDirectory() as folder:
            text = flavour.convert(document.pdf, Path(folder))
            readings, words = read_files([text]), flavour.words(text)
        conserved = Share(not lost_letters(words, readings, marks=True), 1)
        shares = likeness(readings[0].parsed.resolution, gold)
        yield (
            flavour.name,
            TextFindings({"words conserved": conserved, **shares}, _rules(readings)),
        )


def _held(file: Path) -> Path | None:
    return file if file.is_file() else None
