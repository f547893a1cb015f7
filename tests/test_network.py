"""The citation network of a resolution: who is in it, in which order, and what the picture says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from mkdocs_resolutions.corpus import Corpus, load
from mkdocs_resolutions.publishing.content import PageLinks
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.network import (
    ROW,
    SHOWN,
    Network,
    network_html,
    network_of,
    shortened,
)
from site_fixtures import select, words
from tangled import FOUR, NOT_HELD, ONE, THREE, TWO, raw, write_tangle


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("tangle")
    return load(write_tangle(folder), root=folder)


def network(corpus: Corpus, symbol: str) -> Network:
    return network_of(corpus.by_symbol[symbol], corpus, documents_by_symbol(corpus))


def picture(corpus: Corpus, symbol: str) -> BeautifulSoup:
    text = corpus.by_symbol[symbol]
    links = PageLinks(text.resolution.symbol.address)
    return BeautifulSoup(network_html(text, network(corpus, symbol), links), "html.parser")


def test_before_stands_what_it_cites_and_after_what_cites_it_the_oldest_first(
    corpus: Corpus,
) -> None:
    found = network(corpus, ONE)
    assert [node.symbol for node in found.before] == ["S/RES/1325(2000)", NOT_HELD, "A/77/L.9"]
    # What one cites and is cited by stands once.
    assert [(node.symbol, node.cited, node.citing) for node in found.after] == [
        (TWO, 4, 2), (THREE, 1, 1),
    ]  # fmt: skip
    assert (found.cited, found.citing, found.held) == (5, 2, 2)


def test_a_text_is_no_neighbour_of_itself_nor_is_an_example_of_a_real_one(corpus: Corpus) -> None:
    for symbol in (ONE, TWO, THREE, FOUR):
        found = network(corpus, symbol)
        names = [node.symbol for node in (*found.before, *found.after)]
        assert symbol not in names
        assert len(set(names)) == len(names)
        assert not any("LAMP" in name for name in names)


def test_the_picture_says_in_rows_what_the_table_says(corpus: Corpus) -> None:
    page = picture(corpus, ONE)
    svg = select(page, "svg")
    rows = svg.select("a, g:not(.network__own)")
    table = page.select("tbody tr")
    assert len(rows) == len(table) == 5
    for row, line in zip(rows, table, strict=True):
        name = words(select(line, "th > a"))
        assert words(select(row, "title")).startswith(name)
        assert row["href"] == select(line, "th > a")["href"]
        assert bool(row.select(".ring")) is not bool(line.select(".held"))
    assert [words(cell) for cell in table[-2].select("th, td")] == [
        "77/962 held here Lamps & <wicks> of 962", "2022", "4", "2",
    ]  # fmt: skip


def test_rows_do_not_overlap_and_arcs_end_at_them(corpus: Corpus) -> None:
    svg = select(picture(corpus, ONE), "svg")
    tops = [int(re.findall(r"\d+", str(row["transform"]))[1]) for row in svg.select("[transform]")]
    heads = [int(str(head["y"])) // ROW * ROW for head in svg.select(".network__head")]
    assert len({*tops, *heads}) == len(tops) + len(heads)
    assert all(top % ROW == 0 and top + ROW <= int(str(svg["height"])) for top in tops)
    own = int(re.findall(r"\d+", str(select(svg, ".network__own")["transform"]))[1])
    ends = {
        tuple(int(number) for number in re.findall(r"-?\d+", str(arc["d"]))[1::6])
        for arc in svg.select(".network__arc")
    }
    assert {start for start, _ in ends} == {own + ROW // 2}
    assert {end - ROW // 2 for _, end in ends} == {*tops} - {own}


def test_where_no_day_is_known_the_years_of_the_session_stand(tmp_path: Path) -> None:
    """What a session adopts is of the year in which it began, or of the next."""
    cited = "53/40 of 3 December 1998, 53/243 A, 53/250 of 7 May 1999, 1325 (2000) and ES-10/15"
    path = tmp_path / "one.txt"
    path.write_text(raw(ONE).replace("resolutions 77/962", f"resolutions {cited}, and 77/962"))
    held = load([path], root=tmp_path)
    rows = [[words(cell) for cell in row.select("th, td")][:2] for row in
            picture(held, ONE).select("tbody tr")]  # fmt: skip
    shown = {row[0]: row[1] for row in rows}
    assert shown["53/243 A"] == "1998/99"
    assert shown["ES-10/15"] == "–"
    names = [name for name in shown if name.startswith("53/")]
    assert names == ["53/40", "53/243 A", "53/250"]
    assert [shown[name] for name in names] == ["1998", "1998/99", "1999"]


def test_the_picture_has_a_title_a_description_and_no_script(corpus: Corpus) -> None:
    svg = select(picture(corpus, ONE), "svg")
    assert words(select(svg, f"#{svg['aria-labelledby']}")) == "Whom 77/961 cites and who cites it"
    assert "oldest" in words(select(svg, f"#{svg['aria-describedby']}"))
    # With role="img" its links would be no links to a screen reader.
    assert svg["role"] == "group"
    assert not svg.select("script, style, foreignObject, [style], [onclick], [onload]")


def test_of_many_the_most_telling_are_shown_and_the_rest_is_said(tmp_path: Path) -> None:
    """Forty resolutions cite one, which itself cites forty, one of them three times."""
    many = " and ".join(f"70/{number}" for number in range(1, 41))
    text = raw(ONE).replace("resolutions 77/962", f"resolutions {many}, 70/7 and 70/7, and 77/962")
    paths = [tmp_path / "one.txt"]
    paths[0].write_text(text, encoding="utf-8")
    for number in range(901, 941):
        path = tmp_path / f"{number}.txt"
        citing = raw(TWO).replace("77/962", f"78/{number}").replace("962", str(number))
        path.write_text(citing.replace("seventh", "eighth"), encoding="utf-8")
        paths.append(path)
    held = load(paths, root=tmp_path)
    found = network(held, ONE)
    assert len(found.before) + len(found.after) == SHOWN
    assert found.cited > 40
    assert found.citing == 40
    (most,) = [node for node in found.before if node.symbol == "A/RES/70/7"]
    assert most.cited == 3
    said = words(select(picture(held, ONE), ".network__said"))
    left = found.cited - len(found.before)
    assert f"{left} more are cited, {40 - len(found.after)} more cite it" in said


def test_what_stands_alone_has_no_network(corpus: Corpus) -> None:
    text = corpus.by_symbol[FOUR]
    alone = replace(text, linked=replace(text.linked, references={}, doubts=()))
    held = Corpus.of([alone], (), ())
    found = network(held, FOUR)
    assert found.is_empty
    assert network_html(alone, found, PageLinks("A/RES/77/964/")) == ""


def test_a_long_name_ends_at_a_word_and_a_long_symbol_anywhere() -> None:
    assert shortened("Convention on the Rights of Persons", 20) == "Convention on the …"
    assert shortened("Convention", 20) == "Convention"
    assert shortened("FCCC/CP/2015/10/Add.1", 20) == "FCCC/CP/2015/10/Add…"


def test_two_runs_give_the_same(corpus: Corpus) -> None:
    assert str(picture(corpus, ONE)) == str(picture(corpus, ONE))
