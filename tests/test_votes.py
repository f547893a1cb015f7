"""Votes as documents print them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import golden
from lines_run import lines_run
from mkdocs_resolutions.corpus import load
from mkdocs_resolutions.model import Adoption, Vote
from mkdocs_resolutions.model.states import part_states, state_code, state_name
from mkdocs_resolutions.parsing import Parsed, parse
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import Place
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.resolution_page import resolution_page
from mkdocs_resolutions.reading import read
from raw_texts import SOUND

PRINTED = next(path for path in golden.FILES if path.stem == "A_RES_78_922").read_text("utf-8")


def _parsed(text: str) -> Parsed:
    return parse(*read(text.encode(), "case.txt"))


def _adoption(words: str) -> Adoption:
    """How a resolution was adopted of which this is printed below the day."""
    parsed = _parsed(SOUND.replace("2022*\n", f"2022*\n\n{words}\n"))
    assert parsed.resolution is not None
    assert {notice.rule for notice in parsed.notices} <= {"state-unknown", "vote-differs"}
    assert len([*parsed.resolution.clauses()]) == 3
    return parsed.resolution.masthead.adoption


def _figures(vote: Vote | None) -> str:
    return f"{vote.in_favour}-{vote.against}-{vote.abstaining}" if vote else ""


@pytest.mark.parametrize(
    ("words", "procedure", "figures"),
    [
        ("[Adopted without a vote.]", "without_vote", ""),
        ("Resolution 77/902 adopted without a vote", "without_vote", ""),
        ("[Resolution 902 A (XXX) was adopted by consensus]", "without_vote", ""),
        ("[Adopted by a recorded vote of 23 to 13, with 11 abstentions.]", "recorded_vote",
         "23-13-11"),
        ("[Resolution adopted by a recorded vote of 23 votes to none, with no abstentions.]",
         "recorded_vote", "23-0-0"),
        ("Adopted by a roll-call vote of 23 to 13, with 1 abstention.", "recorded_vote", "23-13-1"),
        ("[Adopted by 48 votes to none, with 8 abstentions]", "unknown", "48-0-8"),
        ("[Adopted by a recorded vote of 1 to 0.\n\nIn favour: Chad]", "recorded_vote", "1-0-0"),
        ("In favour:\n\nChad, Malta\n\nAgainst:\n\nNone\n\nAbstentions: Cuba", "recorded_vote",
         "2-0-1"),
    ],
)  # fmt: skip
def test_how_it_was_adopted(words: str, procedure: str, figures: str) -> None:
    adoption = _adoption(words)
    assert (adoption.procedure, _figures(adoption.vote)) == (procedure, figures)


def test_each_state_by_its_side() -> None:
    """A page ends within a name, a name holds “and” or a bracket, another is not known."""
    parsed = _parsed(PRINTED)
    assert parsed.resolution is not None
    adoption = parsed.resolution.masthead.adoption
    assert adoption.vote is not None
    sides = {state_code(one.state): one.vote for one in adoption.vote.by_state}
    assert sides == {
        **dict.fromkeys(("ALB", "BOL", "CIV", "PRK", "TTO"), "in_favour"),
        "BIH": "against", "TCD": "abstaining", "GNB": "abstaining",
    }  # fmt: skip
    assert [(notice.rule, notice.origin.line) for notice in parsed.notices] == [
        ("state-unknown", 19)
    ]


def test_sides_that_do_not_agree_with_their_numbers_are_said() -> None:
    parsed = _parsed(
        PRINTED.replace("vote of 5", "vote of 6").replace("and Guinea-\nBissau", "and Albania")
    )
    said = [one.message for one in parsed.notices if one.rule == "vote-differs"]
    assert said == [
        "The vote counts 6 States in favour and names 5.",
        "The vote names “Albania” 2 times.",
    ]


OFFICIAL_RECORDS = """\
Adopted at the 45th plenary meeting, on 8 November 2005, by a recorded vote of 3 to 1, with no
abstentions,* on the basis of draft resolution A/60/L.9, submitted by the President

60/922. Lamps

The General Assembly,

1. Requests keepers to light lamps;

* In favour: Albania, Chad, Zaire

Against: Israel

2. Decides to remain seized of the matter.
"""


def test_above_the_title_as_in_the_official_records() -> None:
    parsed = _parsed(OFFICIAL_RECORDS)
    assert parsed.resolution is not None
    masthead = parsed.resolution.masthead
    assert (masthead.adopted, masthead.meeting) == ("2005-11-08", "45th plenary meeting")
    assert masthead.adoption.procedure == "recorded_vote"
    assert _figures(masthead.adoption.vote) == "3-1-0"
    assert [clause.id for clause in parsed.resolution.clauses()] == ["op1", "op2"]
    assert {notice.rule for notice in parsed.notices} == {"field-missing"}


def test_what_only_looks_like_a_vote_stays_a_clause() -> None:
    clause = "2. *Decides* that whoever is against: a lamp, may say so;\n\n3. *Decides*"
    parsed = _parsed(SOUND.replace("2. *Decides*", clause))
    assert parsed.resolution is not None
    assert [one.id for one in parsed.resolution.operative] == ["op1", "op2", "op3"]
    assert parsed.resolution.masthead.adoption == Adoption()


@pytest.mark.parametrize("text", ["Chad, ", "((((", "a and "])
def test_parting_names_ends_on_adversarial_text_in_proportion(text: str) -> None:
    part_states(text * 50_000)  # ends only where no expression runs away
    costs = [lines_run(partial(part_states, text * times)) for times in (1_000, 4_000)]
    assert costs[1] < 5 * max(costs[0], 10)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("TÜRKÝYE", "Türkiye"),
        ("COTE D'IVOIRE", "Côte d’Ivoire"),
        ("GAMBIA (REPUBLIC OF THE)", "Gambia (Republic of The)"),
        ("Turkiye", "Turkiye"),
        ("ATLANTIS", "ATLANTIS"),
        ("Trinidad And Tobago", "Trinidad and Tobago"),
        ("Keepers And Others", "Keepers And Others"),
    ],
)
def test_names_in_capitals_are_shown_as_sentences_spell_them(printed: str, shown: str) -> None:
    assert state_name(printed) == shown


@pytest.mark.parametrize(
    "name",
    ["The former Yugoslav Republic of Macedonia", "former Yugoslav Republic of Macedonia",
     "THE FORMER YUGOSLAV REPUBLIC OF MACE-DONIA"],
)  # fmt: skip
def test_an_article_or_a_hyphen_makes_no_other_state(name: str) -> None:
    assert state_code(name) == "MKD"


def test_a_page_names_sponsors_as_sentences_spell_them(tmp_path: Path) -> None:
    raw = (golden.RAW / "A_RES_80_918.xml").read_text(encoding="utf-8")
    file = tmp_path / "raw.xml"
    file.write_text(raw.replace("Trinidad and Tobago", "Trinidad And Tobago"), encoding="utf-8")
    corpus = load([file], root=tmp_path)
    (held,) = corpus.texts
    documents = documents_by_symbol(corpus)
    page = resolution_page(held, Concordance(corpus), Place("https://official.example/"), documents)
    said = BeautifulSoup(page.html, "lxml").get_text()
    assert (
        "Austria, Bosnia and Herzegovina, Iran (Islamic Republic of), Trinidad and Tobago" in said
    )
    assert held.resolution.masthead.sponsors[3].name == "Trinidad And Tobago"
