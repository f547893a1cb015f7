"""What one page costs does not grow with the corpus: what it needs comes from an index."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from lines_run import lines_run
from mkdocs_resolutions.corpus import Corpus, Reading, link_reading, load
from mkdocs_resolutions.linking import link
from mkdocs_resolutions.model import Member, Series, Symbol
from mkdocs_resolutions.parsing import Parsed, paragraphs, parse
from mkdocs_resolutions.plugin import ResolutionsPlugin
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import Place
from mkdocs_resolutions.publishing.documents import cited_documents, documents_by_symbol
from mkdocs_resolutions.publishing.edges import edges_csv, graphml, references_json
from mkdocs_resolutions.publishing.latest import latest
from mkdocs_resolutions.publishing.references_page import references_page
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
        documents = documents_by_symbol(corpus)
        page = partial(resolution_page, text, Concordance(corpus), PLACE, documents)
        page()  # fills the caches of the template engine
        costs.append(lines_run(page))
    assert costs[1] < costs[0] + 100


def test_the_page_and_the_data_of_references_cost_in_proportion() -> None:
    costs = []
    for size in (500, 1_000):
        corpus = corpus_of(size)
        documents = cited_documents(corpus)
        references_page(corpus, documents)  # fills the caches of the template engine
        costs.append(
            lines_run(partial(cited_documents, corpus))
            + lines_run(partial(references_page, corpus, documents))
            + lines_run(partial(references_json, corpus))
            + lines_run(partial(edges_csv, corpus))
            + lines_run(partial(graphml, corpus, documents))
        )
    assert costs[1] < 2.1 * costs[0]


def test_an_item_within_a_sentence_looks_at_few_lines_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[int] = []
    look = paragraphs._goes_on_within

    def counted(before: Sequence[paragraphs._Line], line: paragraphs._Line) -> bool:
        looked_at.append(len(before))
        return look(before, line)

    monkeypatch.setattr(paragraphs, "_goes_on_within", counted)
    items = "\n".join(["(a) in harbours"] * 500)
    parse(*read(sound("77/1", "lamps;", f"lamps:\n{items};").encode(), "raw.txt"))
    assert len(looked_at) > 400
    assert max(looked_at) < 100


def _parsed(data: bytes) -> Parsed:
    return parse(*read(data, "raw.txt"))


@pytest.mark.parametrize(
    "lines",
    [
        "--- ---\nlamps\n", "ab\n--- ---\n", "-----\n--- ---\n", "+--+--+\n| a | b |\n",
        "+--+--+\n", "a\tb\tc\na\tb\tc\td\n", "-----\n1 Lamps.\nsee there.\n", "\n", "    more\n\n",
        "Lamps\n\n", "the lamps of inter-\nnational harbours\n", "1. Lamps\n\n", '"Lamps" of\n',
    ],
)  # fmt: skip
def test_reading_costs_in_proportion_to_the_lines(lines: str) -> None:
    """Tables that are drawn, pages that end, parts of notes: whatever begins and does not end."""
    costs = []
    for count in (150, 300):
        text = f"[^1]: See A/77/9.\n\n{lines * count}\nMindful of lamps[^1]\n"
        data = sound("77/1").replace("\n1. ", f"\n{text}\n1. ", 1).encode()
        costs.append(lines_run(partial(_parsed, data)))
    assert costs[1] < 2.2 * costs[0]


def test_linking_costs_the_same_in_any_corpus() -> None:
    costs = []
    for size in (10, 2_000):
        corpus = corpus_of(size)
        held = {symbol: frozenset[str]() for symbol in corpus.by_symbol}
        resolution = corpus.texts[0].resolution
        costs.append(lines_run(partial(link, resolution, held, PLACE.official)))
    assert costs[1] == costs[0]


def test_a_corpus_that_is_dropped_can_be_collected(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(sound("77/903"), encoding="utf-8")
    load(sorted(tmp_path.iterdir()), root=tmp_path)
    assert gc.get_freeze_count() == 0


def test_the_latest_changes_cost_in_proportion_to_the_clauses(tmp_path: Path) -> None:
    """Of two texts in which every clause has changed; most of what they tell is not shown."""
    costs = []
    for clauses in (100, 200):
        for number, oil in (("76/901", "oil"), ("77/902", "no oil")):
            numbered = "".join(
                f"{n}. *Requests* keeper {n} to bring {oil};\n\n" for n in range(1, clauses)
            )
            first = "1. *Requests* keepers to light lamps;\n\n2."
            text = sound(number, first, f"{numbered}{clauses}.")
            (tmp_path / f"{number[:2]}.txt").write_text(text, encoding="utf-8")
        corpus = load(sorted(tmp_path.iterdir()), root=tmp_path)
        (item, _) = latest(corpus, 2)
        assert item.more > clauses / 2
        costs.append(lines_run(partial(deque, latest(corpus, 2), 0)))
    assert costs[1] < 2.2 * costs[0]


def test_a_build_is_not_looked_through_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to: list[tuple[int, ...]] = []
    monkeypatch.setattr(gc, "set_threshold", lambda *given: set_to.append(given))
    ResolutionsPlugin().on_startup(command="build", dirty=False)
    ((first, *_),) = set_to
    assert first > 5_000, "Python itself looks after 700 to 2,000 new values"
