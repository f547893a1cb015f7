"""The forms in which a resolution is cited, and what the head of its page says to programs.

Read back by small readers of our own, so that what is written is what would be read.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from case_tables import ROOT
from mkdocs_resolutions.corpus import Corpus, Text, load_parted, parse_file
from mkdocs_resolutions.model import Resolution, Symbol
from mkdocs_resolutions.publishing.content import Place
from mkdocs_resolutions.publishing.forms import FILES, NAMES, WHOLE, Form, Forms, file_of
from mkdocs_resolutions.publishing.metadata import head_html, with_head

REAL = "content/resolutions/A_RES_77_79.txt"
ANNEX = "tests/golden/raw/A_RES_78_904.txt"
EARLY = "tests/golden/raw/A_RES_917_III.txt"
SITE = "https://resolutions.example/"
TITLE = "Implementation of the Convention on Cluster Munitions"
HOSTILE = (
    "}{ \\end% #1 $x_2^3 & ~ \"q\" 'a' [b](c) *d* </script><!--\nER  - \nTY  - JOUR\r\n</head>"
)
ONE_LINE = " ".join(HOSTILE.split())


def _resolution(path: str = REAL) -> Resolution:
    (parsed,) = parse_file(ROOT / Path(path))
    assert parsed.resolution
    return parsed.resolution


def _titled(title: str) -> Resolution:
    resolution = _resolution()
    return replace(resolution, masthead=replace(resolution.masthead, title=title))


def _forms(resolution: Resolution, site: str | None = SITE) -> Forms:
    return Forms(resolution, site and f"{site}{resolution.symbol.address}")


# --- small readers ---------------------------------------------------------------------------


def _bibtex(text: str) -> dict[str, str]:
    """An entry as BibTeX takes it apart: a value ends where its braces do, whatever is escaped."""
    head = re.match(r"@(\w+)\{([\w-]+),\n", text)
    assert head
    fields, rest = {"kind": head[1], "key": head[2]}, text[head.end() :]
    while rest.strip() != "}":
        start = re.match(r"  (\w+) = ", rest)
        assert start, rest
        rest = rest[start.end() :]
        end = depth = 0
        while depth or rest[end] not in ",\n":
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[start[1]] = re.sub(r"^\{(.*)\}$", r"\1", rest[:end], flags=re.DOTALL)
        rest = rest[end:].removeprefix(",").removeprefix("\n")
    return fields


_NAMED = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
          "textasciitilde": "~", "textasciicircum": "^"}  # fmt: skip


def _typeset(tex: str) -> str:
    """What TeX would print; fails on a sign that means something else to it."""
    bare = re.sub(r"\{\\(\w+)\}|\\([$&#_%])", "", tex)
    assert not set(bare) & set("\\{}$&#_%~^"), bare
    return re.sub(r"\{\\(\w+)\}|\\([$&#_%])", lambda one: _NAMED[one[1]] if one[1] else one[2], tex)


def _ris(text: str) -> list[tuple[str, str]]:
    """The lines of a record: two characters, two spaces, a dash, a space."""
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in text.split("\n")]
    assert all(lines)
    return [(line[1], line[2]) for line in lines if line]


# --- forms -----------------------------------------------------------------------------------

PAGE = f"{SITE}A/RES/77/79/"


@pytest.mark.parametrize(
    ("path", "place", "form", "expected"),
    [
        (REAL, None, "markdown", f"[General Assembly resolution 77/79]({PAGE})"),
        (REAL, "op8", "markdown", f"[General Assembly resolution 77/79, para. 8]({PAGE}#op8)"),
        (REAL, "op8", "oscola", "UNGA Res 77/79 (7 December 2022) UN Doc A/RES/77/79, para 8"),
        (REAL, "op8", "html",
         f'<a href="{PAGE}#op8">General Assembly resolution 77/79, para. 8</a>'),
        # The parentheses of an early symbol would end the address.
        (EARLY, None, "markdown",
         f"[General Assembly resolution 917 (III)]({SITE}A/RES/917%28III%29/)"),
        (ANNEX, "annex1-u1-p2", "html", f'<a href="{SITE}A/RES/78/904/#annex1-u1-p2">'
         "General Assembly resolution 78/904, annex, rule 1, para. 2</a>"),
    ],
)  # fmt: skip
def test_words_and_links(path: str, place: str | None, form: Form, expected: str) -> None:
    forms = _forms(_resolution(path))
    assert forms.text(form, forms.at(place) if place else WHOLE) == expected


def test_a_site_that_does_not_know_its_address_cites_without_one() -> None:
    forms = _forms(_resolution(), None)
    words = "General Assembly resolution 77/79, para. 8"
    assert {forms.text(form, forms.at("op8")) for form in ("un", "markdown", "html")} == {words}
    assert "http" not in "".join(forms.text(form, forms.at("op8")) for form in NAMES)


def test_bibtex() -> None:
    forms = _forms(_resolution())
    assert _bibtex(forms.text("bibtex", forms.at("op8"))) == {
        "kind": "techreport",
        "key": "A-RES-77-79-op8",
        "author": "{United Nations General Assembly}",
        "title": f"{{{TITLE}}}",
        "type": "Resolution",
        "number": "A/RES/77/79, para. 8",
        "institution": "United Nations",
        "date": "2022-12-07",
        "year": "2022",
        "month": "dec",
        "url": f"{PAGE}#op8",
    }


def test_ris() -> None:
    forms = _forms(_resolution())
    assert _ris(forms.text("ris", forms.at("op8"))) == [
        ("TY", "RPRT"),
        ("AU", "United Nations General Assembly"),
        ("TI", TITLE),
        ("M3", "Resolution"),
        ("SN", "A/RES/77/79, para. 8"),
        ("PB", "United Nations"),
        ("DA", "2022/12/07"),
        ("PY", "2022"),
        ("LA", "en"),
        ("UR", f"{PAGE}#op8"),
        ("ER", ""),
    ]


def test_csl() -> None:
    forms = _forms(_resolution())
    assert json.loads(forms.text("csl", forms.at("op8"))) == [
        {
            "id": "A-RES-77-79-op8",
            "type": "report",
            "title": TITLE,
            "author": [{"literal": "United Nations General Assembly"}],
            "genre": "Resolution",
            "number": "A/RES/77/79, para. 8",
            "publisher": "United Nations",
            "language": "en",
            "issued": {"date-parts": [[2022, 12, 7]]},
            "URL": f"{PAGE}#op8",
        }
    ]


@pytest.mark.parametrize(
    ("symbol", "key"),
    [("A/RES/77/79", "A-RES-77-79"), ("A/RES/217(III)A", "A-RES-217-III-A"),
     ("A/RES/79/259A", "A-RES-79-259A"), ("A/RES/ES-11/1", "A-RES-ES-11-1")],
)  # fmt: skip
def test_a_key_is_that_of_the_symbol(symbol: str, key: str) -> None:
    forms = _forms(replace(_resolution(), symbol=Symbol.parse(symbol)))
    assert _bibtex(forms.text("bibtex"))["key"] == key
    assert _bibtex(forms.text("bibtex"))["number"] == symbol
    assert json.loads(forms.text("csl"))[0]["id"] == key


def test_a_date_that_is_not_known_is_left_out() -> None:
    resolution = _resolution()
    undated = replace(resolution.masthead, adopted=None, issued="2022-12-15")
    forms = _forms(replace(resolution, masthead=undated))
    assert not {"date", "year", "month"} & set(_bibtex(forms.text("bibtex")))
    assert not {"DA", "PY"} & {tag for tag, _ in _ris(forms.text("ris"))}
    assert "issued" not in json.loads(forms.text("csl"))[0]
    assert "2022" not in "".join(forms.text(form) for form in NAMES)


def test_a_resolution_without_a_title_has_its_number_for_one() -> None:
    assert ("TI", "Resolution 77/79") in _ris(_forms(_titled("")).text("ris"))


def test_a_hostile_title_stays_a_title() -> None:
    forms = _forms(_titled(HOSTILE))
    entry = _bibtex(forms.text("bibtex"))
    assert _typeset(entry["title"][1:-1]) == ONE_LINE
    assert entry["number"] == "A/RES/77/79"
    fields = _ris(forms.text("ris"))
    assert ("TI", ONE_LINE) in fields
    assert [tag for tag, _ in fields if tag in ("TY", "ER")] == ["TY", "ER"]
    assert json.loads(forms.text("csl"))[0]["title"] == ONE_LINE
    shown = BeautifulSoup("".join(forms.slotted(form) for form in NAMES), "lxml")
    assert {element.name for element in shown.find_all(True)} <= {"html", "body", "p", "span"}


@pytest.mark.parametrize("form", NAMES)
def test_slots_filled_for_a_place_are_the_form_of_the_place(form: Form) -> None:
    """So that the script need know no form."""
    forms = _forms(_resolution(ANNEX))
    place = forms.at("annex1-p2-a")
    slotted = BeautifulSoup(forms.slotted(form), "html.parser")
    assert slotted.get_text() == forms.text(form)
    slots = slotted.select("[data-slot]")
    assert slots
    for slot in slots:
        slot.string = getattr(place, str(slot["data-slot"]))
    assert slotted.get_text() == forms.text(form, place)


def test_pinpoints_need_no_escaping() -> None:
    """Slots are filled as they are, in TeX as in JSON."""
    for path in sorted((ROOT / "tests" / "golden" / "raw").glob("*.txt")):
        for parsed in parse_file(path):
            if parsed.resolution:
                forms = _forms(parsed.resolution)
                for clause in parsed.resolution.clauses():
                    assert re.fullmatch(r"[\w ().,/-]*", forms.at(clause.id).un), clause.id


def test_files_for_citation_managers() -> None:
    forms = _forms(_resolution())
    files = {name: file_of(forms, form) for name, form in FILES.items()}
    assert files["cite.bib"].decode() == forms.text("bibtex") + "\n"
    assert json.loads(files["cite.json"])[0]["id"] == "A-RES-77-79"
    assert files["cite.ris"].endswith(b"UR  - " + PAGE.encode() + b"\r\nER  - \r\n")
    assert files["cite.ris"].count(b"\n") == files["cite.ris"].count(b"\r\n")


# --- what is invented ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def corpora() -> tuple[Corpus, Corpus]:
    """The texts of the project, and those of its example."""
    content = ROOT / "content"
    raw = sorted((content / "resolutions").glob("*.txt")) + sorted((content / "example").glob("*"))
    return load_parted(raw, content / "series.yml", "https://docs.un.org/en/", ROOT)


def test_what_is_invented_is_not_the_united_nations(corpora: tuple[Corpus, Corpus]) -> None:
    for text in corpora[1].texts:
        forms = _forms(text.resolution)
        assert not {"oscola", "bluebook"} & set(forms.names)
        everything = " ".join((*forms.names.values(), *(forms.text(form) for form in forms.names)))
        assert not re.search(r"United Nations|\bUN\b|General Assembly|report|RPRT", everything)
        for form in ("bibtex", "ris", "csl"):
            assert "An invented example" in forms.text(form)
        assert _bibtex(forms.text("bibtex"))["kind"] == "misc"
        assert head_html(text, corpora[1], Place("", canonical=SITE)) == ""


# --- the head --------------------------------------------------------------------------------


def _head(text: Text, corpus: Corpus, canonical: str | None = SITE) -> BeautifulSoup:
    place = Place("https://docs.un.org/en/", canonical=canonical)
    page = with_head("<!doctype html><html><head></head><body></body></html>",
                     head_html(text, corpus, place))  # fmt: skip
    return BeautifulSoup(page, "lxml")


def _data(head: BeautifulSoup) -> dict[str, Any]:
    (block,) = head.select("script")
    assert block["type"] == "application/ld+json"
    data: dict[str, Any] = json.loads(block.get_text())
    return data


def test_json_ld(corpora: tuple[Corpus, Corpus]) -> None:
    data = _data(_head(corpora[0].texts[0], corpora[0]))
    cited = data.pop("citation")
    assert data == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": PAGE,
        "url": PAGE,
        "name": TITLE,
        "legislationIdentifier": "A/RES/77/79",
        "legislationType": "Resolution",
        "legislationDate": "2022-12-07",
        "legislationPassedBy": {"@type": "Organization", "name": "United Nations General Assembly"},
        "inLanguage": "en",
        "isPartOf": {
            "@type": "CreativeWorkSeries",
            "name": TITLE,
            "url": f"{SITE}series/cluster-munitions/",
        },
        "sameAs": "https://docs.un.org/en/A/RES/77/79",
        "isBasedOn": "https://docs.un.org/en/A/RES/77/79",
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": "text/html",
            "inLanguage": "en",
            "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        },
    }
    assert {"@type": "Legislation", "legislationIdentifier": "A/RES/63/71",
            "url": "https://docs.un.org/en/A/RES/63/71"} in cited  # fmt: skip
    assert {"@type": "CreativeWork", "name": "A/77/385",
            "url": "https://docs.un.org/en/A/77/385"} in cited  # fmt: skip
    names = [one.get("legislationIdentifier") or one["name"] for one in cited]
    assert len(names) == len(set(names))
    assert not {"this", "A/RES/77/79"} & set(names)


def test_without_an_address_of_its_own_a_page_names_none(corpora: tuple[Corpus, Corpus]) -> None:
    data = _data(_head(corpora[0].texts[0], corpora[0], None))
    assert not {"@id", "url", "isPartOf"} & set(data)


def test_meta_for_managers_and_registers(corpora: tuple[Corpus, Corpus]) -> None:
    head = _head(corpora[0].texts[0], corpora[0])
    named = {str(meta.get("name") or meta["property"]): meta["content"] for meta in head("meta")}
    assert named == {
        "citation_title": TITLE,
        "citation_technical_report_institution": "United Nations General Assembly",
        "citation_technical_report_number": "A/RES/77/79",
        "citation_publication_date": "2022/12/07",
        "citation_language": "en",
        "citation_public_url": PAGE,
        "eli:id_local": "A/RES/77/79",
        "eli:title": TITLE,
        "eli:date_document": "2022-12-07",
        "eli:number": "79",
    }
    (link,) = head("link")
    assert str(link["href"]).endswith("#LegalValue-unofficial")


def test_a_hostile_title_in_the_head(corpora: tuple[Corpus, Corpus]) -> None:
    text = replace(corpora[0].texts[0], resolution=_titled(HOSTILE))
    head = _head(text, corpora[0])
    assert _data(head)["name"] == HOSTILE
    assert head.select_one("body *") is None
    (title,) = head.select("[name=citation_title]")
    assert " ".join(str(title["content"]).split()) == ONE_LINE
