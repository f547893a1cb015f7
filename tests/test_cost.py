"""What one page costs does not grow with the corpus: what it needs comes from an index."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from lines_run import lines_run
from mkdocs_resolutions.corpus import Corpus, Reading, link_reading
from mkdocs_resolutions.linking import link
from mkdocs_resolutions.model import Member, Series, Symbol
from mkdocs_resolutions.parsing import parse
from mkdocs_resolutions.publishing.content import Place
from mkdocs_resolutions.publishing.resolution_page import resolution_page
from mkdocs_resolutions.reading import read
from raw_texts import sound

PLACE = Place("https://official.example/")


def corpus_of(size: int) -> Corpus:
    """So many texts of one session and one series."""
    parsed = parse(*read(sound("77/1").encode(), "raw.txt"))
    (text,) = link_reading(Reading(Path("raw.txt"), "raw.txt", parsed), {})
    symbols = [Symbol.resolution(f"77/{number}") for number in range(1, size + 1)]
    members = tuple(Member(symbol, None, held=True) for symbol in symbols)
    texts = [replace(text, resolution=replace(text.resolution, symbol=one)) for one in symbols]
    return Corpus.of(texts, (Series("lamps", "Lamps", members),), ())


@pytest.mark.parametrize("number", [2, 9])
def test_a_page_costs_the_same_in_any_corpus(number: int) -> None:
    costs = []
    for size in (10, 2_000):
        corpus = corpus_of(size)
        text = corpus.by_symbol[f"A/RES/77/{number * size // 10}"]
        resolution_page(text, corpus, PLACE)  # fills the caches of the template engine
        costs.append(lines_run(partial(resolution_page, text, corpus, PLACE)))
    assert costs[1] < costs[0] + 100


def test_linking_costs_the_same_in_any_corpus() -> None:
    costs = []
    for size in (10, 2_000):
        corpus = corpus_of(size)
        held = {symbol: frozenset[str]() for symbol in corpus.by_symbol}
        resolution = corpus.texts[0].resolution
        costs.append(lines_run(partial(link, resolution, held, PLACE.official)))
    assert costs[1] == costs[0]
