"""From texts to citations to references: the case tables, and what it costs."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case_tables import Case, table
from lines_run import lines_run
from mkdocs_resolutions.corpus import page_ids
from mkdocs_resolutions.linking import Around, find_citations, find_citers, link
from mkdocs_resolutions.linking.evidence import weigh
from mkdocs_resolutions.model import (
    Annex,
    Clause,
    Footnote,
    Link,
    Masthead,
    NoteMark,
    Origin,
    Resolution,
    Source,
    Symbol,
)

OFFICIAL = "https://docs.example/"


@pytest.mark.parametrize("case", table("citations"))
def test_citations(case: Case) -> None:
    case.check(cited(case.given))


def cited(text: str) -> str:
    """The citations of a text, a line each: kind, target, words, date."""
    lines = []
    for citation in find_citations(text):
        assert text[citation.start : citation.end] == citation.text
        target = f"{citation.symbol or '?'}{'#' if citation.place else ''}{citation.place}"
        lines.append(f"{citation.kind} {target} [{citation.text}] {citation.dated or ''}".strip())
    return "\n".join(lines)


def test_what_lies_in_a_range_is_cited_too() -> None:
    cited = _linked("A/RES/76/1", "2021-12-01", "op2: A;\nop3: B;\nop4: C;\nop6: E;")
    words = "op1: See paragraphs 2 to 6 of resolution 76/1 and resolution 51/211 A to D;"
    citing = _linked(
        "A/RES/77/1", "2022-12-01", f"{words}\nop2: See paras. 3–4 of resolution 76/1;"
    )
    held = {str(one.symbol): frozenset(page_ids(one)) for one in (cited, citing)}
    citers = find_citers([(one, link(one, held, OFFICIAL)) for one in (cited, citing)])
    assert [len(citers.of_place("A/RES/76/1", f"op{n}")) for n in range(2, 8)] == [1, 2, 2, 0, 1, 0]
    assert [len(citers.of(f"A/RES/51/211{part}")) for part in "ABCDE"] == [1, 1, 1, 1, 0]


def test_a_number_in_an_example_is_never_a_real_one() -> None:
    text = "Recalling its resolutions 3/1 of 9 October 2019 and 217 A (III), and decision 4/502,"
    found = find_citations(text, Around(own=Symbol.parse("LAMP/RES/4/1")))
    (present,) = find_citations("the present resolution", Around(own=Symbol.parse("LAMP/RES/4/1")))
    assert {citation.kind for citation in (*found, present)} == {"example-resolution"}
    assert [citation.symbol for citation in found] == [
        "LAMP/RES/3/1",
        "LAMP/RES/217(III)A",
        None,
    ]


_MARK = re.compile(r"\^([0-9]+)")


@pytest.mark.parametrize("case", table("references"))
def test_references_of_a_document(case: Case) -> None:
    case.check(referring(case.given))


def referring(given: str) -> str:
    """The references of a document written as in the cases, a line each."""
    resolution = _written(given)
    ids = frozenset(clause.id for clause in resolution.clauses())
    linked = link(resolution, {str(resolution.symbol): ids}, OFFICIAL)
    return "\n".join(
        f"{place} {one.kind} {one.target or '?'} [{one.text}]"
        f"{' missing' if one.status == 'missing' else ''}"
        for place, references in linked.references.items()
        for one in references
    )


def _written(given: str) -> Resolution:
    """A resolution of the lines of a case."""
    origin = Origin("case", 1)
    title, clauses, notes = "Lamps", list[Clause](), list[Footnote]()
    for line in given.split("\n"):
        note = re.match(r"\[([0-9]+)\] (.*)", line)
        named = re.match(r"([a-z0-9-]+): (.*)", line)
        if line.startswith("= "):
            title = line[2:]
        elif note:
            notes.append(Footnote(f"fn{note[1]}", note[1], note[2], origin))
        else:
            place = named[1] if named else f"pp{len(clauses) + 1}"
            clauses.append(_clause(place, named[2] if named else line, origin))
    return Resolution(
        Symbol.parse("A/RES/77/259C"),
        "en",
        Masthead(title, "77"),
        Source("case", "text", ""),
        tuple(clauses),
        footnotes=tuple(notes),
    )


def _clause(place: str, words: str, origin: Origin) -> Clause:
    parts = _MARK.split(words)
    marks, text = list[NoteMark](), parts[0]
    for number, behind in zip(parts[1::2], parts[2::2], strict=True):
        marks.append(NoteMark(f"fn{number}", len(text)))
        text += behind
    phrase = text.split()[0]
    return Clause(place, "preambular", None, phrase, text, origin, tuple(marks))


@pytest.mark.parametrize(
    "text",
    [
        "resolutions " + "63/71, " * 20_000,
        "A/" * 50_000,
        "paragraph " * 20_000 + "63/71",
        "A/77/385, paras. " + "1, " * 30_000,
        "(((" * 30_000,
        "1 (" * 30_000,
        "Treaty Series, vol. " * 10_000,
        "Ibid., annex; " * 10_000,
        "resolution of the Human Rights Council " * 5_000,
        "article 1, paragraph 2, of the Charter and " * 5_000,
        "annex to the annex of section II of " * 5_000,
        "“entitled “" * 20_000,
        "resolution 1/1 of 1 May 2000, entitled “resolution 2/2 of " * 3_000,
        "Official Records of the General Assembly, " * 5_000,
        "99999999999999999999999999/9999999999999999999999999 " * 5_000,
        "A" * 100_000,
        "Programme of the Framework to the Convention " * 5_000,
    ],
    ids=["list", "strokes", "paragraphs", "parts", "brackets", "numbers", "volumes", "ibid",
         "organs", "articles", "annexes", "quotes", "titles", "records", "figures", "letters",
         "names"],
)  # fmt: skip
def test_finding_ends_on_adversarial_text(text: str) -> None:
    """A quadratic search would take minutes here and run into the limit of the test run."""
    find_citations(text)


@pytest.mark.parametrize(
    "words",
    [
        "its resolutions 63/71 of 2 December 2008, 70/54 and decision 78/560, paragraph 4 of ",
        "Ibid., annex II, para. 3; see also para. 4, and the Charter of the United Nations, ",
        "Human Rights Council resolution 26/20; A/77/385, paras. 1 and 2 (c); “A title”, ",
        "resolution 51/211 A to E and Official Records of the Council, Supplement No. 4 (A/1/4), ",
    ],
)
def test_finding_costs_in_proportion_to_the_text(words: str) -> None:
    costs = [lines_run(partial(find_citations, words * times)) for times in (50, 200)]
    assert costs[1] < 4.5 * costs[0]


def test_one_name_said_often_costs_in_proportion() -> None:
    said = " and the Convention on Wicks and the Convention"
    note = "[1] United Nations, Treaty Series, vol. 2, No. 7."
    costs = [
        lines_run(partial(referring, f"the Convention on Wicks^1{said * times}\n{note}"))
        for times in (50, 200)
    ]
    assert costs[1] < 4.5 * costs[0]


def test_many_names_cost_in_proportion() -> None:
    costs = []
    for times in (80, 320):
        clauses = "\n".join(
            f"Recalling the Convention on Lamps {'ABCDEFGH'[n % 8]}{n},^{n}" for n in range(times)
        )
        notes = "\n".join(
            f"[{n}] United Nations, Treaty Series, vol. {n + 1}, No. 7." for n in range(times)
        )
        costs.append(lines_run(partial(referring, f"{clauses}\n{notes}")))
    assert costs[1] < 5 * costs[0]


def _linked(symbol: str, adopted: str | None, given: str) -> Resolution:
    written = _written(given)
    masthead = replace(written.masthead, adopted=adopted)
    return replace(written, symbol=Symbol.parse(symbol), masthead=masthead)


def test_the_annexes_of_a_held_resolution_begin_with_its_first() -> None:
    words = "op1: Recalls the annexes to its resolution 79/1 and the annex to resolution 79/1;"
    written = _written(words)
    held = {"A/RES/79/1": frozenset(("op1", "annex1", "annex2"))}
    said = [(one.target, one.status) for one in link(written, held, OFFICIAL).of("op1")]
    assert said == [("A/RES/79/1#annex1", "held"), ("A/RES/79/1#annex", "missing")]


def test_citers_are_known_by_document_and_by_place_the_newest_first() -> None:
    cited = replace(
        _linked("A/RES/76/1", "2021-12-01", "op4: Urges lamps;\nop5: Recalls paragraph 4 above;"),
        annexes=(Annex("annex1", "Annex", "", (), Origin("case", 1), ("annex",)),),
    )
    older = _linked("A/RES/77/1", "2022-12-01", "op1: See paragraph 4 of resolution 76/1;")
    newer = _linked(
        "A/RES/78/1", "2023-12-01", "op1: See resolutions 76/1 and 78/1;\n[1] 1325 (2000)."
    )
    annexed = _linked("A/RES/78/2", None, "[1] Resolution 76/1, annex.\n[2] S/RES/1325 (2000).")
    given = (cited, older, newer, annexed)
    held = {str(one.symbol): frozenset(page_ids(one)) for one in given}
    citers = find_citers([(one, link(one, held, OFFICIAL)) for one in given])
    by = [(str(one.symbol), one.place, one.reference.target) for one in citers.of("A/RES/76/1")]
    assert by == [
        ("A/RES/78/1", "op1", "A/RES/76/1"),
        ("A/RES/77/1", "op1", "A/RES/76/1#op4"),
        ("A/RES/78/2", "fn1", "A/RES/76/1#annex1"),
    ]
    places = [str(one.symbol) for one in citers.of_place("A/RES/76/1", "op4")]
    assert places == ["A/RES/77/1", "A/RES/76/1"]
    assert len(citers.of_place("A/RES/76/1", "annex1")) == 1
    assert citers.of("A/RES/78/1") == ()
    assert [str(one.symbol) for one in citers.of("S/RES/1325(2000)")] == ["A/RES/78/2"]


@pytest.mark.parametrize(
    ("words", "address", "symbol", "contradicted"),
    [
        # What the words leave open is settled by a link to that very number.
        ("resolution 34/24", "https://undocs.org/en/A/hrc/RES/34/24", "A/HRC/RES/34/24", False),
        ("resolution 34/24", "https://docs.un.org/en/A/RES/34/24", "A/RES/34/24", False),
        ("resolution 34/24", "https://docs.un.org/en/A/RES/34/25", None, False),
        ("resolution 34/24", "https://elsewhere.example/A/RES/34/24", None, False),
        ("resolution 34/24 of 9 May 2003", "https://docs.un.org/en/A/RES/34/24", None, False),
        # An address that climbs is no symbol, and stops nothing.
        ("resolution 34/24", "https://docs.un.org/en/../../RES/34/24", None, False),
        ("resolution 34/24", "https://docs.un.org/en/%00<b>/RES/34/24", None, False),
        # What the words say counts.
        ("its resolution 63/71", "https://docs.un.org/en/A/RES/61/1", "A/RES/63/71", True),
        ("its resolution 54/237 C", "https://docs.un.org/en/A/RES/54/237A-C",
         "A/RES/54/237C", False),
        ("resolution 217 A (III)", "https://undocs.org/fr/A/RES/217(III)",
         "A/RES/217(III)A", False),
        ("A/56/1026-S/2002/932", "https://undocs.org/S/2002/932",
         "A/56/1026-S/2002/932", False),
        ("A/48/42", "https://undocs.org/en/A/48/42(SUPP)", "A/48/42", False),
    ],
)  # fmt: skip
def test_links_of_the_file_are_evidence(
    words: str, address: str, symbol: str | None, contradicted: bool
) -> None:
    text = f"its report to the Human Rights Council pursuant to {words},"
    start = text.index(words)
    link_ = Link(start, start + len(words), address)
    found, against = weigh(find_citations(text), [link_])
    assert [one.symbol for one in found] == [symbol]
    assert bool(against) is contradicted


def test_a_short_name_may_be_what_was_named_last_though_nothing_explains_it() -> None:
    """The names of a message are told apart by what they stand for, the long ones cut."""
    words = (
        "pp1: Recalling the Convention on the Keeping of Lamps ^1\n"
        "op1: Invites all to join the Convention on the Storage of Oil and on Its Burning;\n"
        "op2: Recalls article 4 of the Convention;\nop3: Recalls the Convention;\n"
        "op4: Notes the Convention and the Convention;\n"
        "[1] United Nations, Treaty Series, vol. 2688, No. 47713."
    )
    linked = link(_written(words), {}, OFFICIAL)
    why = (
        "it may be the Convention on the Storage of Oil and on Its Burning"
        " or the Convention on the Keeping of Lamps, or another"
    )
    assert {doubt.why for doubt in linked.doubts} == {why}
    # What is doubted for one reason is one notice, the places stay.
    assert len(linked.doubts) == 4
    assert [notice.message for notice in linked.notices] == [
        f"“article 4 of the Convention” in op2: {why}.",
        f"“Convention” in op3 and 2 more places: {why}.",
    ]


# What citations are made of, in any order.
_PIECES = (
    "resolution", "resolutions", "decisions", "its", "Human Rights Council", "General Assembly",
    "63/71", "72/262 C", "ES-10/15", "217 A (III)", "1325 (2000)", "2024/25", "74/2639", "A to E",
    "of 2 December 2008", "of 31 November 2021", "paragraph 4", "paragraphs 1 (c), 2 and 3",
    "article 12", "section II", "annex", "annexes I and II", "of", "to", "the", "and", ",", ";",
    "\n", "above", "Ibid.", "vol. 75, Nos. 970–973", "United Nations, Treaty Series", "see also",
    "Official Records of the General Assembly, Supplement No. 5 (", "A/79/5 (Vol. I)", "Corr.1",
    ")", "A/../../etc/passwd", "A/RES/77/79", "Charter of the United Nations", "the Convention",
    "“", "”", "entitled “", "the present resolution", "https://example.org/a",
    "Convention on Lamps", "(", "٣/٧", "Ⅻ", "999999999999/1", "UNEP/EA.5/Res.12",
    "of the Human Rights Council", "thereof",
)  # fmt: skip
_SOUP = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=30).map(" ".join)


@given(st.lists(_SOUP, min_size=1, max_size=4), st.lists(_SOUP, max_size=3))
def test_whatever_is_found_stands_there_once_and_in_order(
    clauses: list[str], notes: list[str]
) -> None:
    """Of any text: spans hold their words, none overlaps another, symbols lead nowhere else."""
    lines = [f"op{n}: Urges {words} ^1" for n, words in enumerate(clauses)]
    lines += [f"[{n}] {words}" for n, words in enumerate(notes, start=1)]
    resolution = _written("\n".join(line.replace("\n", " ") for line in lines))
    texts = {clause.id: clause.text for clause in resolution.clauses()}
    texts |= {note.id: note.text for note in resolution.footnotes}
    linked = link(resolution, {}, OFFICIAL)
    for place, references in linked.references.items():
        for one in references:
            assert 0 <= one.start < one.end <= len(texts[place])
            assert texts[place][one.start : one.end] == one.text
            assert ".." not in (one.symbol or "")
            assert (one.url or "https://").startswith(("https://", "http://"))
        for before, behind in pairwise(references):
            assert before.end <= behind.start
