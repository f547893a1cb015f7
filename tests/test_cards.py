"""What references look like and lead to, what their cards say, and who cites."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from mkdocs_resolutions.corpus import Corpus, load
from mkdocs_resolutions.model import Reference, ReferenceKind, Span, Symbol
from mkdocs_resolutions.publishing.cards import shortened
from mkdocs_resolutions.publishing.cited_by import (
    OPEN,
    QUOTED,
    CitedPage,
    cited_by_records,
    excerpt,
)
from mkdocs_resolutions.publishing.concordance import Concordance
from mkdocs_resolutions.publishing.content import PageLinks, Place
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.lean import without_comments
from mkdocs_resolutions.publishing.markup import Lead, words_html
from mkdocs_resolutions.publishing.naming import cited_words, document_words, part_words
from mkdocs_resolutions.publishing.resolution_page import resolution_page
from site_fixtures import ROOT, select, words

BELLS, SIGNALS = "A/RES/77/960", "A/RES/78/960"
FILES = [ROOT / "tests" / "site" / "raw" / f"A_RES_{number}.txt" for number in ("77_960", "78_960")]
TREATIES = "https://treaties.un.org/doc/Publication/UNTS"


def page_of(corpus: Corpus, symbol: str) -> BeautifulSoup:
    page = resolution_page(
        corpus.by_symbol[symbol], Concordance(corpus), Place("https://docs/"),
        documents_by_symbol(corpus),
    )  # fmt: skip
    return BeautifulSoup(page.html, "lxml")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(FILES)


@pytest.fixture(scope="module")
def bells(corpus: Corpus) -> BeautifulSoup:
    return page_of(corpus, BELLS)


@pytest.fixture(scope="module")
def signals(corpus: Corpus) -> BeautifulSoup:
    return page_of(corpus, SIGNALS)


def links(page: BeautifulSoup, place: str) -> dict[str, str]:
    """The references of a clause or a footnote: their words, and their look and address."""
    looks = {}
    for link in page.select(f"[id='{place}'] > :is(p, blockquote) a.reference"):
        look = link["class"][1].removeprefix("reference--")
        looks[words(link)] = f"{look} {link['href']}"
    return looks


def card(page: BeautifulSoup, place: str, said: str) -> list[str]:
    """What the card of a reference says, a line each."""
    (link,) = (one for one in page.select(f"[id='{place}'] > p a.reference") if words(one) == said)
    cards = select(page, "template.cards").find_all("span", recursive=False)
    return [_inside(line) for line in cards[int(str(link["data-card"]))].find_all(recursive=False)]


def _inside(element: Tag) -> str:
    """The text of an element in a template, which counts as none of the page's."""
    return " ".join("".join(map(str, element.find_all(string=True))).split())


def test_comments_of_sheets_and_scripts_are_not_fetched() -> None:
    sheet = b'/* Why.\n   More. */\na { content: "/"; }\n'
    assert without_comments("a.css", sheet) == b'a { content: "/"; }\n'
    script = b'"use strict";\n  // Why.\nrun("https://a"); // how\n'
    assert without_comments("a.js", script) == b'"use strict";\nrun("https://a"); // how\n'
    assert without_comments("a.svg", b"/* */") == b"/* */"


# --- links ------------------------------------------------------------------------------------


def test_references_look_like_where_they_lead(bells: BeautifulSoup, signals: BeautifulSoup) -> None:
    assert links(signals, "pp1") == {
        "77/960": "held ../../77/960/",
        "1325 (2000)": "external https://docs.un.org/en/S/RES/1325(2000)",
    }
    assert links(signals, "op1") == {
        "Convention on Bells": f"external {TREATIES}/Volume%202999/v2999.pdf",
        "Convention": f"quiet {TREATIES}/Volume%202999/v2999.pdf",
    }
    assert links(signals, "op2") == {
        "paragraph 1 (a) of its resolution 77/960": "held ../../77/960/#op1-a",
        "annex to resolution 77/960": "held ../../77/960/#annex",
    }
    assert links(bells, "op2") == {"paragraph 1": "here #op1"}
    assert links(bells, "op3") == {"present resolution": "quiet #title"}


def test_only_what_leaves_the_site_says_so(signals: BeautifulSoup) -> None:
    for link in signals.select("a.reference"):
        assert (link.get("rel") == ["external"]) == str(link["href"]).startswith("https:")


def test_what_is_open_is_plain_words_that_say_why(signals: BeautifulSoup) -> None:
    spans = {words(span): span["title"] for span in signals.select("span.reference--open")}
    assert spans == {
        "26/20": "Not linked: the Assembly adopted no resolution of this number",
        "paragraph 99": "Not linked: this resolution has no OP 99",
    }
    entries = [words(entry) for entry in signals.select(".unlinked li")]
    assert entries == [
        "PP 5: “26/20”: the Assembly adopted no resolution of this number.",
        "OP 3: “paragraph 99”: this resolution has no OP 99.",
    ]
    assert [link["href"] for link in signals.select(".unlinked a")] == ["#pp5", "#op3"]


def test_a_place_that_a_held_text_has_not_leads_to_the_text(signals: BeautifulSoup) -> None:
    said = "paragraph 9 of resolution 77/960"
    assert links(signals, "op3")[said] == "held ../../77/960/"
    assert card(signals, "op3", said)[2].endswith("Text held here, which has no OP 9")


def test_why_a_reference_is_open_is_escaped() -> None:
    reference = Reference(0, 4, "", "document", None, None, "ambiguous", None)
    html = words_html("Lamp", [reference], leads=lambda one: Lead(None, why='"><script>'))
    assert "<script" not in html
    assert BeautifulSoup(html, "lxml").select("span")[0]["title"] == 'Not linked: "><script>'


# --- cards ------------------------------------------------------------------------------------


def test_the_card_of_a_held_text(signals: BeautifulSoup) -> None:
    assert card(signals, "pp1", "77/960") == [
        "A/RES/77/960", "Bells for the fog", "Adopted 7 December 2022 · Text held here",
    ]  # fmt: skip


def test_the_card_of_a_clause_has_its_words_and_those_below_it(
    bells: BeautifulSoup, signals: BeautifulSoup
) -> None:
    assert card(signals, "op2", "paragraph 1 (a) of its resolution 77/960") == [
        "A/RES/77/960, OP 1 (a)", "Bells for the fog", "Adopted 7 December 2022 · Text held here",
        "On the coast;",
    ]  # fmt: skip
    assert card(bells, "op2", "paragraph 1") == [
        "OP 1 of this resolution",
        "Requests harbours to ring every bell before dusk: (a) On the coast; (b) On the river;",
    ]
    assert card(signals, "op2", "annex to resolution 77/960")[3] == "Annex: Rules for bells"


def test_the_card_of_a_heading_has_what_stands_below_it() -> None:
    rules = page_of(load([ROOT / "tests" / "golden" / "raw" / "A_RES_78_904.txt"]), "A/RES/78/904")
    (link,) = (one for one in rules.select("a.reference") if words(one) == "rule 1")
    said = select(rules, "template.cards").find_all("span", recursive=False)
    lines = said[int(str(link["data-card"]))].find_all(recursive=False)
    assert [_inside(line) for line in lines] == [
        "annex, Rule 1 of this resolution",
        "Sound: The horn shall be sounded every two minutes. 2. The bell shall be sounded where"
        " there is no horn.",
    ]


def test_the_card_of_a_document_that_is_not_held(
    bells: BeautifulSoup, signals: BeautifulSoup
) -> None:
    assert card(signals, "pp1", "1325 (2000)") == [
        "Security Council resolution 1325 (2000)",
        "S/RES/1325(2000) · 31 October 2000 · Not held here",
    ]
    assert card(signals, "fn4", "A/78/77, annex, sect. II, para. 4 (b)") == [
        "Document A/78/77, annex, section II, paragraph 4 (b)", "Not held here",
    ]  # fmt: skip
    assert card(signals, "pp2", "Declaration on Fog") == [
        "General Assembly resolution 61/960", "Declaration on Fog", "A/RES/61/960 · Not held here",
    ]  # fmt: skip
    cards = [_inside(one) for one in select(bells, "template.cards").select(".card__name")]
    assert "Report of the First Committee" in cards


def test_the_card_of_a_treaty_has_the_words_of_its_footnote(signals: BeautifulSoup) -> None:
    where = "In the United Nations Treaty Collection"
    note = "Footnote 1: United Nations, Treaty Series, vol. 2999, No. 99710."
    assert card(signals, "pp2", "Convention on Bells") == [
        "Convention on Bells", where, note,
    ]  # fmt: skip
    assert card(signals, "pp4", "article 7 of the Convention on Bells") == [
        "Convention on Bells, article 7", where, note,
    ]  # fmt: skip


def test_ibid_has_the_card_of_what_it_stands_for(signals: BeautifulSoup) -> None:
    (said,) = links(signals, "fn2")
    assert said.startswith("Ibid.")
    assert card(signals, "fn2", said)[:2] == [
        "Protocol on Horns", "Treaty Series, vol. 2998, No. 99711",
    ]  # fmt: skip


def test_another_text_may_give_the_name_and_the_date(tmp_path: Path) -> None:
    text = FILES[0].read_text(encoding="utf-8").replace("77/960", "79/960", 1)
    cites = "1. *Requests* what resolution 61/960 and Security Council resolution 1325 (2000) say"
    file = tmp_path / "raw.txt"
    file.write_text(text.replace("1. *Requests* harbours to", f"{cites}, and"), encoding="utf-8")
    page = page_of(load([*FILES, file]), "A/RES/79/960")
    assert card(page, "op1", "61/960")[1] == "Declaration on Fog"
    assert "31 October 2000" in card(page, "op1", "1325 (2000)")[1]


def test_a_target_has_one_card_however_often_it_is_named(signals: BeautifulSoup) -> None:
    numbers = [int(str(link["data-card"])) for link in signals.select("a.reference[data-card]")]
    cards = select(signals, "template.cards").find_all("span", recursive=False)
    assert {*numbers} == {*range(len(cards))}
    assert len(numbers) > len(cards)


def test_hostile_titles_stay_words(tmp_path: Path) -> None:
    title = "<script>poison()</script> </template> \"' & <img src=x onerror=poison()>"
    file = tmp_path / "raw.txt"
    raw = FILES[0].read_text(encoding="utf-8").replace("Bells for the fog", title)
    # Beside printed quotation marks the straight ones stay.
    file.write_text(raw.replace("On the coast", f"On the “{title}"), encoding="utf-8")
    corpus = load([file, FILES[1]])
    for page in (page_of(corpus, SIGNALS), page_of(corpus, BELLS)):
        assert page.select("script, img") == []
    page = page_of(corpus, SIGNALS)
    said = card(page, "op2", "paragraph 1 (a) of its resolution 77/960")
    assert said[1] == title
    assert said[3] == f"On the “{title};"


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("A/RES/217(III)A", "General Assembly resolution 217 A (III)"),
        ("S/RES/1325(2000)", "Security Council resolution 1325 (2000)"),
        ("A/HRC/RES/16/18", "Human Rights Council resolution 16/18"),
        ("E/RES/2024/25", "Economic and Social Council resolution 2024/25"),
        ("A/DEC/78/560", "General Assembly decision 78/560"),
        ("LAMP/RES/3/1", "Assembly of Lamplighters resolution 3/1"),
        ("UNTS 2688/47713", "Treaty Series, vol. 2688, No. 47713"),
        ("UNTS 2688", "Treaty Series, vol. 2688"),
        ("LNTS 94/2138", "League of Nations Treaty Series, vol. 94, No. 2138"),
        ("Charter of the United Nations", "Charter of the United Nations"),
        ("A/78/5(Vol.I)", "Document A/78/5(Vol.I)"),
        ("GC(68)/RES/10", "Document GC(68)/RES/10"),
    ],
)
def test_documents_in_words(symbol: str, said: str) -> None:
    assert document_words(symbol) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("", ""),
        ("para110", "paragraph 110"),
        ("annex/sectIV/para26", "annex, section IV, paragraph 26"),
        ("art12/para3", "article 12, paragraph 3"),
        ("para180.q", "paragraph 180 (q)"),
        ("art2.4", "article 2.4"),
        ("dec1/CP.21/annex", "decision 1/CP.21, annex"),
        ("chapVI/sectB.2", "chapter VI, section B.2"),
    ],
)
def test_parts_in_words(place: str, said: str) -> None:
    assert part_words(place) == said


def test_parts_of_resolutions_of_other_organs_are_named_as_printed() -> None:
    def said(target: str) -> str:
        return cited_words(Reference(0, 1, "", "document", None, target, "external", None))

    assert said("S/RES/2118(2013)#annexII") == "Security Council resolution 2118 (2013), annex II"
    assert said("A/RES/61/261#op4") == "General Assembly resolution 61/261, OP 4"


@pytest.mark.parametrize(("words", "kind", "target", "said"), [
    ("Article 18 of the Declaration", "instrument", "A/RES/217(III)A#u18",
     "General Assembly resolution 217 A (III), article 18"),
    ("part XI of its resolution 64/243", "ga-resolution", "A/RES/64/243#u11",
     "General Assembly resolution 64/243, part 11"),
    ("19", "treaty-article", "A/RES/2200(XXI)A#annex1-u19-p3",
     "General Assembly resolution 2200 A (XXI), annex I, article 19, para. 3"),
])  # fmt: skip
def test_articles_and_rules_are_called_as_the_words_do(
    words: str, kind: ReferenceKind, target: str, said: str
) -> None:
    cited = Reference(0, 1, words, kind, target.partition("#")[0], target, "external", None)
    assert cited_words(cited) == said


def test_long_words_are_cut_between_words() -> None:
    assert shortened("Urges all States", 40) == "Urges all States"
    assert shortened("Urges all, States to\njoin", 12) == "Urges all …"
    assert shortened("x" * 50, 20) == f"{'x' * 20} …"


# --- cited by ---------------------------------------------------------------------------------


def cited(page: Tag) -> list[str]:
    """Who cites, as a list of the page says it: the text, then each place."""
    return [words(entry) for entry in page.select("ul.citing > li")]


def test_a_resolution_says_who_cites_it(bells: BeautifulSoup) -> None:
    section = select(bells, "section.cited-by")
    assert words(select(section, "p")) == ("1 resolution held here, in 4 places; the newest first.")
    (entry,) = section.select("ul.citing > li")
    assert words(entry).startswith("A/RES/78/960 Signals for boats 4 December 2023 PP 1 Recalling")
    places = {words(link): link["href"] for link in entry.select("li li > a")}
    assert places == {
        "PP 1": "../../78/960/#pp1",
        "OP 2": "../../78/960/#op2",
        "OP 3": "../../78/960/#op3",
        "footnote 4 to PP 3": "../../78/960/#fn4",
    }
    marked = [words(mark) for mark in entry.select("mark")]
    assert marked[0] == "77/960"
    assert "annex to resolution 77/960" in marked
    (way,) = (one for one in bells.select(".resolution__ways a") if one["href"] == "#cited-by")
    assert words(way) == "Cited by 1 resolution"


def test_a_clause_says_who_cites_it(bells: BeautifulSoup) -> None:
    assert cited(select(bells, "#op1 > .citers")) == [
        "This resolution OP 2 Invites towns to take the steps named in paragraph 1 above;"
    ]
    (said,) = cited(select(bells, "[id='op1-a'] > .citers"))
    assert said.startswith("A/RES/78/960 Signals for boats 4 December 2023 OP 2 Recalls")
    assert words(select(bells, "[id='op1-a'] > .citers > summary")) == "Cited by 1 place: OP 1 (a)"
    assert len(bells.select(".part--annex > .citers")) == 1
    assert bells.select("[id='op1-b'] > .citers, #op4 > .citers") == []


def test_what_nobody_cites_says_so(signals: BeautifulSoup) -> None:
    assert words(select(signals, "section.cited-by > p")) == (
        "No resolution held here cites A/RES/78/960."
    )
    assert signals.select(".resolution__ways a[href='#cited-by']") == []


def test_many_that_cite_are_folded(tmp_path: Path) -> None:
    raw = FILES[1].read_text(encoding="utf-8")
    files = []
    for number in range(1, QUOTED + 6):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(raw.replace("78/960.", f"79/{number}."), encoding="utf-8")
    corpus = load([FILES[0], *files])
    page = CitedPage(Symbol.parse(BELLS), Concordance(corpus), PageLinks(f"{BELLS}/"))
    whole = page.whole()
    assert (len(whole.seen), whole.texts) == (OPEN, QUOTED + 5)
    texts = [*whole.seen, *whole.folded]
    assert len(texts) == whole.texts
    quoted = [all(place.words for place in text.places) for text in texts]
    assert quoted == [number < QUOTED for number in range(whole.texts)]
    section = select(page_of(corpus, BELLS), "section.cited-by")
    assert words(select(section, "details > summary")) == f"{QUOTED + 5 - OPEN} more"


def test_the_data_says_who_cites(corpus: Corpus) -> None:
    records = cited_by_records(Symbol.parse(BELLS), Concordance(corpus))
    assert {record["symbol"] for record in records} == {SIGNALS}
    assert [(record["place"], record["target"]) for record in records] == [
        ("pp1", BELLS), ("op2", f"{BELLS}#op1-a"), ("op2", f"{BELLS}#annex1"),
        ("op3", f"{BELLS}#op9"), ("fn4", f"{BELLS}#op2"),
    ]  # fmt: skip
    assert "Recalling its resolution 77/960" in records[0]["text"]


def test_an_excerpt_begins_and_ends_between_words() -> None:
    text = f"{'lamp ' * 60}77/960 {'oil ' * 60}"
    span = Span(300, 306)
    start, end = excerpt(text, span, 22)
    assert text[start:end] == "lamp lamp lamp lamp 77/960 oil oil oil oil oil"
    assert excerpt("77/960", Span(0, 6)) == (0, 6)
    assert excerpt("x" * 90, Span(40, 46), 9) == (31, 46)
