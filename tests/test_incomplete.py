"""A text that was cut off says so on its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from mkdocs_resolutions.corpus import load
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import Place
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.resolution_page import resolution_page
from raw_texts import sound
from site_fixtures import select, words

OFFICIAL = "https://official.example/"


def page_of(folder: Path, text: str) -> BeautifulSoup:
    """The page of the one resolution of a raw text."""
    file = folder / "raw.txt"
    file.write_text(text, encoding="utf-8")
    corpus = load([file], root=folder)
    (held,) = corpus.texts
    documents = documents_by_symbol(corpus)
    page = resolution_page(held, Concordance(corpus), Place(OFFICIAL), documents)
    return BeautifulSoup(page.html, "lxml")


@pytest.mark.parametrize(
    ("whole", "cut"),
    [
        ("of the matter.", "of the mat"),
        ("See A/77/9.", "See A/77/9, para"),
        ("*70th plenary meeting\n7 December 2022*\n\n", ""),
        ("¹ See A/77/9.\n", ""),
        (
            "matter.\n\n*70th plenary meeting\n7 December 2022*\n\n¹ See A/77/9.\n",
            "matter.*\n\n*70th plenary meeting\n7 December 2022*\n",
        ),
        ("7 December 2022*\n\n", "7 December 2022*\n\n2/3\n\n"),
    ],
    ids=["sentence", "note", "meeting", "notes", "notes and a star", "pages"],
)
def test_a_text_that_is_cut_off_says_so_above_its_clauses(
    tmp_path: Path, whole: str, cut: str
) -> None:
    page = page_of(tmp_path, sound("77/903", whole, cut))
    banner = select(page, "header .incomplete[role=note]")
    assert words(banner).startswith("The text held here is incomplete. It breaks off")
    assert select(banner, "a")["href"] == f"{OFFICIAL}A/RES/77/903"


def test_a_whole_text_says_no_such_thing(tmp_path: Path) -> None:
    assert page_of(tmp_path, sound("77/903")).select(".incomplete") == []


def test_a_mark_in_place_of_the_title_of_an_annex_is_shown(tmp_path: Path) -> None:
    text = sound("77/903", "\n¹ See", "\n**Annex**\n\n¹\n\n1. Lamps burn.\n\n¹ See")
    page = page_of(tmp_path, text)
    assert select(page, "#annex1 sup a")["href"] == "#fn1"
    anchors = {str(link["href"])[1:] for link in page.select(".footnote__back")}
    assert anchors <= {str(tag["id"]) for tag in page.select("[id]")}
