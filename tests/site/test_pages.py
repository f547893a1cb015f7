"""The built site as its HTML and its data: what every page owes a reader, and each page its own."""

from __future__ import annotations

import hashlib
import html
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from jsonschema import Draft202012Validator

from mkdocs_resolutions import cli
from mkdocs_resolutions.publishing import comparison_schema, schema, with_policy
from raw_texts import sound
from site_fixtures import (
    GUIDE,
    INVENTED,
    PAGE,
    RAW,
    ROOT,
    SERIES,
    SESSION,
    Site,
    built,
    copy_source,
    once,
    select,
    words,
)

RAW_BYTES = (ROOT / "content" / "resolutions" / RAW).read_bytes()
OFFICIAL = "https://docs.un.org/en/"
PREAMBLE = [f"pp{n}" for n in range(1, 17)]
OPERATIVE = [f"op{n}" for n in range(1, 12)]
NOTES = ["fn1", "fn2", "fn3"]
RECALLED = {
    "A/RES/63/71": "2008-12-02",
    "A/RES/70/54": "2015-12-07",
    "A/RES/71/45": "2016-12-05",
    "A/RES/72/54": "2017-12-04",
    "A/RES/73/54": "2018-12-05",
    "A/RES/74/62": "2019-12-12",
    "A/RES/75/62": "2020-12-07",
    "A/RES/76/47": "2021-12-06",
}
REDIRECTS = ("77/79/", "en/A/RES/77/79/")
# As long as no other page is thought of, a page nobody listed is a page nobody meant.
PAGES = {"", PAGE, "sessions/", SESSION, "series/", SERIES, "changes/", "references/", "about/",
         "about/addresses/", "about/notices/", GUIDE, *INVENTED,
         *REDIRECTS}  # fmt: skip

EachPage = pytest.mark.parametrize(
    "name", ["404.html", *(f"{address}index.html" for address in sorted(PAGES))]
)


@pytest.fixture
def resolution(site: Site) -> BeautifulSoup:
    return site.page(PAGE)


@pytest.fixture
def data(site: Site) -> dict[str, Any]:
    """What stands beside the resolution for programs."""
    record: dict[str, Any] = json.loads(site.read(f"{PAGE}index.json"))
    return record


# --- every page ------------------------------------------------------------------------------


def test_the_site_has_these_pages(site: Site) -> None:
    assert set(site.pages) == {"404.html", *(f"{address}index.html" for address in PAGES)}


@EachPage
def test_an_id_stands_once_on_its_page(site: Site, name: str) -> None:
    ids = Counter(str(element["id"]) for element in site.pages[name].select("[id]"))
    assert [name for name, times in ids.items() if times > 1] == []


@EachPage
def test_a_page_has_one_heading_of_the_first_level_and_skips_none(site: Site, name: str) -> None:
    levels = [int(heading.name[1]) for heading in site.pages[name].select("h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@EachPage
def test_the_first_link_of_a_page_leads_to_its_content(site: Site, name: str) -> None:
    page = site.pages[name]
    if name.removesuffix("index.html") in REDIRECTS:
        return
    links = page.select("a.md-skip")
    assert [link["href"] for link in links] == ["#__content"]
    assert page.a is links[0]
    assert select(page, "main #__content h1")


def test_names_in_a_list_of_facts_and_attributes_are_as_html_wants_them(rich_site: Site) -> None:
    for name, page in rich_site.pages.items():
        for facts in page.select("dl"):
            names = [words(term) for term in facts.select("dt")]
            assert len(names) == len(set(names)), name
        assert page.select("pre[aria-label]:not([role])") == [], name
        assert page.select("[type=radio][autocomplete], [type=checkbox][autocomplete]") == [], name


@EachPage
def test_a_page_has_landmarks(site: Site, name: str) -> None:
    page = site.pages[name]
    assert len(page.select("main, [role=main]")) == 1
    if name.removesuffix("index.html") in REDIRECTS:
        return
    # Inside an article, header and footer are not the page's.
    for landmark in ("header", "footer"):
        outside = [found for found in page.select(landmark) if not found.find_parent("article")]
        assert len(outside) == 1, landmark
    select(page, "main h1")
    names = [_label(nav, page) for nav in page.select("nav")]
    assert names
    assert all(names)


def _label(nav: Tag, page: BeautifulSoup) -> str:
    """The name of a landmark as a screen reader says it."""
    by = nav.get("aria-labelledby")
    return words(select(page, f'[id="{by}"]')) if by else str(nav.get("aria-label") or "").strip()


@EachPage
def test_a_page_says_its_language_and_its_title(site: Site, name: str) -> None:
    page = site.pages[name]
    assert select(page, "html")["lang"] == "en"
    assert words(select(page, "head > title"))


def test_titles_and_descriptions_tell_pages_apart(site: Site) -> None:
    framed = [site.page(address) for address in PAGES if address not in REDIRECTS]
    titles = [words(select(page, "head > title")) for page in framed]
    descriptions = [str(select(page, "meta[name=description]")["content"]) for page in framed]
    assert len(set(titles)) == len(titles)
    assert len(set(descriptions)) == len(descriptions)


_FETCHING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src",
             "audio": "src", "embed": "src", "object": "data", "form": "action",
             "use": "href"}  # fmt: skip


@EachPage
def test_a_page_fetches_nothing_from_elsewhere(site: Site, name: str) -> None:
    page = site.pages[name]
    elements = page.select(",".join(_FETCHING))
    fetched = [str(element.get(_FETCHING[element.name])) for element in elements]
    fetched += [
        str(link["href"])
        for link in page.select("link[href]")
        if link.get("rel") != ["canonical"]
        # What a page says of itself is a name and not fetched.
        and not link.get("property")
    ]
    assert fetched
    assert [address for address in fetched if urlsplit(address).netloc] == []


def test_style_sheets_fetch_nothing_from_elsewhere(site: Site) -> None:
    sheets = [name for name in site.files if name.endswith(".css")]
    assert "assets/resolutions/clauses.css" in sheets
    address = re.compile(r"""(?:url\(|@import)\s*["']?(?!data:)([a-z]+:)?//""")
    assert [name for name in sheets if address.search(site.read(name).decode())] == []


@EachPage
def test_a_page_carries_no_style_and_no_handler_of_its_own(site: Site, name: str) -> None:
    """What a content security policy would have to forbid."""
    page = site.pages[name]
    assert page.select("[style], style") == []
    handlers = [key for element in page.find_all(True) for key in element.attrs if key[:2] == "on"]
    assert handlers == []
    assert page.select("a[href^='javascript:']") == []


def _preview(page: BeautifulSoup) -> dict[str, str]:
    """What a page says of itself to those who show a link to it."""
    found = page.select("meta[property^='og:'], meta[name^='twitter:']")
    return {str(meta.get("property") or meta["name"]): str(meta["content"]) for meta in found}


@pytest.mark.parametrize("address", sorted({*PAGES} - {*REDIRECTS}))
def test_a_shared_link_has_a_preview(sub_site: Site, address: str) -> None:
    page = sub_site.page(address)
    preview = _preview(page)
    assert preview["og:url"] == f"{sub_site.address}{address}"
    assert preview["og:title"]
    assert preview["og:title"] in words(select(page, "head > title"))
    assert preview["og:description"] == select(page, "meta[name=description]")["content"]
    assert preview["og:type"] == ("article" if address else "website")
    assert preview["og:site_name"] == "Resolutions, clause by clause"
    assert preview["twitter:card"] == "summary_large_image"
    picture = preview["og:image"].removeprefix(sub_site.address)
    data = sub_site.read(picture)
    width, height = (int.from_bytes(data[start : start + 4], "big") for start in (16, 20))
    assert (data[:8], width, height) == (b"\x89PNG\r\n\x1a\n", 1200, 630)
    assert (preview["og:image:width"], preview["og:image:height"]) == ("1200", "630")
    assert len(data) <= 60_000


def test_the_preview_of_a_resolution_says_what_it_is(site: Site) -> None:
    preview = _preview(site.page(PAGE))
    title = "A/RES/77/79 Implementation of the Convention on Cluster Munitions"
    assert preview["og:title"] == title
    assert preview["og:description"].startswith("General Assembly resolution 77/79, adopted on")


@pytest.mark.parametrize("address", REDIRECTS)
def test_the_preview_of_a_short_address_is_that_of_the_page(sub_site: Site, address: str) -> None:
    expected = {"og:title": "A/RES/77/79", "og:url": f"{sub_site.address}{PAGE}"}
    assert _preview(sub_site.page(address)) == expected


def test_the_error_page_has_no_preview(site: Site) -> None:
    assert _preview(site.pages["404.html"]) == {}


POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'",
    "img-src": "'self' data:", "connect-src": "'self'", "worker-src": "'self'",
    "base-uri": "'none'", "form-action": "'none'",
}  # fmt: skip


@EachPage
def test_a_page_carries_a_strict_policy_before_all_else(site: Site, name: str) -> None:
    head = select(site.pages[name], "head")
    first = next(iter(head.find_all(True)))
    assert first["http-equiv"] == "Content-Security-Policy"
    rules = [rule.strip().split(" ", 1) for rule in str(first["content"]).split(";")]
    assert {rule[0]: rule[1] for rule in rules} == POLICY
    data = "[type='application/json'], [type='application/ld+json']"
    scripts = site.pages[name].select(f"script:not([src], {data})")
    assert scripts == [], "no script stands in a page"


def test_a_policy_is_put_into_a_page_as_it_is() -> None:
    page = "<!doctype html><html><head lang='en'><title>&lt;head></title></head><body><head>"
    assert with_policy(page, "") == page
    made = with_policy(page, "default-src 'self' \"&")
    assert made.count("<meta") == 1
    assert select(BeautifulSoup(made, "lxml"), "head > meta")["content"] == "default-src 'self' \"&"


@EachPage
def test_links_of_a_page_are_relative(site: Site, name: str) -> None:
    """So that the site works at a root and below any path; an error page can stand anywhere."""
    page = site.pages[name]
    links = [str(link["href"]) for link in page.select("a[href], link[href]:not([rel=canonical])")]
    absolute = [link for link in links if link.startswith("/")]
    assert bool(absolute) == (name == "404.html")


def test_the_error_page_knows_the_path(sub_site: Site) -> None:
    page = sub_site.pages["404.html"]
    links = [str(element["href"]) for element in page.select("a[href^='/'], link[href^='/']")]
    assert links
    assert [link for link in links if not link.startswith(sub_site.base)] == []


@pytest.mark.parametrize("address", sorted({*PAGES} - {*REDIRECTS}))
def test_a_page_says_its_own_address(sub_site: Site, address: str) -> None:
    canonical = select(sub_site.page(address), "link[rel=canonical]")
    assert canonical["href"] == f"{sub_site.address}{address}"


def test_the_same_files_at_the_root_and_below_a_path(site: Site, sub_site: Site) -> None:
    assert site.files == sub_site.files


# --- the page of a resolution ----------------------------------------------------------------


def test_every_clause_and_note_has_its_anchor(resolution: BeautifulSoup) -> None:
    assert _ids(resolution, ".part--preamble .clause") == PREAMBLE
    assert _ids(resolution, ".part--operative .clause") == OPERATIVE
    assert _ids(resolution, ".footnotes .footnote") == NOTES
    assert _ids(resolution, ".clause .note-mark") == [f"{note}-ref" for note in NOTES]
    for name in ("title", "adoption"):
        select(resolution, f"article #{name}")


def _ids(page: BeautifulSoup, selector: str) -> list[str]:
    return [str(element["id"]) for element in page.select(selector)]


def test_the_page_says_what_the_text_is(resolution: BeautifulSoup, data: dict[str, Any]) -> None:
    article = select(resolution, "article.resolution")
    assert article["lang"] == "en"
    assert words(select(article, "h1")) == "Implementation of the Convention on Cluster Munitions"
    # The marks of the notes are the page's own: what is left is the text to the letter.
    plain = BeautifulSoup(str(article), "lxml")
    for mark in plain.select(".note-mark"):
        mark.decompose()
    texts = [clause["text"] for clause in (*data["preamble"], *data["operative"])]
    assert len(texts) == 27
    assert [words(clause) for clause in plain.select(".clause__text")] == texts


def test_the_masthead_is_a_list_of_facts(resolution: BeautifulSoup) -> None:
    facts = select(resolution, ".resolution__masthead dl")
    terms = [words(term) for term in facts.select("dt")]
    said = dict(zip(terms, (words(value) for value in facts.select("dd")), strict=True))
    assert len(said) == len(terms)
    assert said == {
        "Symbol": "A/RES/77/79",
        "Session": "Seventy-seventh session",
        "Agenda item": "99 (nn): General and complete disarmament: "
        "implementation of the Convention on Cluster Munitions",
        "Origin": "[on the report of the First Committee (A/77/385, para. 110)]",
        "Adopted": "7 December 2022",
        "Meeting": "46th plenary meeting",
        "Series": "Implementation of the Convention on Cluster Munitions",
    }
    assert select(facts, "time")["datetime"] == "2022-12-07"


def test_the_parts_of_a_resolution_are_told_apart(resolution: BeautifulSoup) -> None:
    for part, title in (("preamble", "Preamble"), ("operative", "Operative part")):
        section = select(resolution, f".part--{part}")
        heading = select(section, "h2")
        assert words(heading) == title
        assert section["aria-labelledby"] == heading["id"]
    assert words(select(resolution, ".part--preamble .enacting em")) == "The General Assembly,"
    adoption = select(resolution, "#adoption")
    assert [*adoption.stripped_strings] == ["46th plenary meeting", "7 December 2022"]


def test_the_clause_that_a_page_break_cut_is_whole(resolution: BeautifulSoup) -> None:
    clause = words(select(resolution, "#op1"))
    assert "in a position to do so to promote adherence to the Convention through" in clause
    assert clause.startswith("1. Urges all States")
    assert clause.endswith("outreach and other means;")


def test_opening_phrases_are_in_italics(resolution: BeautifulSoup, data: dict[str, Any]) -> None:
    clauses = [*data["preamble"], *data["operative"]]
    phrases = [clause["phrase"] for clause in clauses]
    assert [words(select(resolution, f"#{clause['id']} > .clause__text > em.phrase:first-child"))
            for clause in clauses] == phrases  # fmt: skip
    assert phrases[6] == "Believing it necessary"
    assert phrases[16 + 6] == "Reiterates its invitation and encouragement"


def test_numbers_and_their_links_stand_in_the_margin(resolution: BeautifulSoup) -> None:
    """A number in the margin is the address of its clause."""
    for number, name in enumerate(PREAMBLE, start=1):
        _check_number(resolution, name, f"PP {number}", f"Link to PP {number}")
    for number, name in enumerate(OPERATIVE, start=1):
        _check_number(resolution, name, f"{number}.", f"Link to OP {number}")


def _check_number(page: BeautifulSoup, name: str, shown: str, said: str) -> None:
    link = select(page, f"#{name} > .clause__margin > a.clause__num")
    assert (link["href"], words(link), link["aria-label"]) == (f"#{name}", shown, said)


@pytest.mark.parametrize(("note", "clause"), [("fn1", "pp8"), ("fn2", "pp9"), ("fn3", "pp14")])
def test_a_footnote_links_both_ways(resolution: BeautifulSoup, note: str, clause: str) -> None:
    mark = select(resolution, f"#{clause} .note-mark a")
    assert (mark["href"], words(mark)) == (f"#{note}", note[2:])
    assert mark["aria-label"] == f"Footnote {note[2:]}"
    back = select(resolution, f"#{note} a.footnote__back")
    assert back["href"] == f"#{note}-ref"
    assert back["aria-label"] == f"Back to {clause.upper()[:2]} {clause[2:]}"


def test_the_recalled_resolutions_are_links(resolution: BeautifulSoup) -> None:
    links = {
        words(link): link["href"]
        for link in resolution.select("#pp1 a.reference")
        if str(link["href"]).startswith(OFFICIAL)
    }
    short = {symbol.removeprefix("A/RES/"): symbol for symbol in RECALLED}
    assert links == {number: f"{OFFICIAL}{symbol}" for number, symbol in short.items()}


def test_the_documents_cited_are_links_to_the_official_site(resolution: BeautifulSoup) -> None:
    cited = {str(link["href"]) for link in resolution.select("a.reference")}
    assert {f"{OFFICIAL}A/77/385", f"{OFFICIAL}CCM/CONF/2021/6"} <= cited
    treaties = [select(resolution, f"#{note} a.reference") for note in ("fn1", "fn2")]
    addresses = [urlsplit(str(link["href"])) for link in treaties]
    assert [parts.hostname for parts in addresses] == ["treaties.un.org"] * 2
    assert ["2515" in addresses[0].path, "2688" in addresses[1].path] == [True, True]


def test_links_that_leave_the_site_say_so(site: Site) -> None:
    """And go to the United Nations only, but for the place where a raw file is edited."""
    for page in site.pages.values():
        for link in page.select("a[href]"):
            parts = urlsplit(str(link["href"]))
            if parts.scheme:
                assert parts.scheme == "https"
                assert parts.hostname in ("docs.un.org", "treaties.un.org", "example.org")
                assert link.get("rel") == ["external"]


def test_the_previous_of_the_series_is_named_as_not_held(resolution: BeautifulSoup) -> None:
    line = select(resolution, "nav.neighbours .neighbours__previous")
    assert select(line, "a")["href"] == f"{OFFICIAL}A/RES/76/47"
    assert "not held" in words(line)
    assert resolution.select(".neighbours__next") == []


def test_the_page_names_its_official_document(resolution: BeautifulSoup) -> None:
    official = f"{OFFICIAL}A/RES/77/79"
    assert select(resolution, f".provenance dl a[rel=external][href='{official}']")
    unofficial = select(resolution, ".resolution__unofficial")
    assert words(unofficial).startswith("Unofficial copy.")
    assert unofficial.select(f"a[href='{official}']")
    assert unofficial.select("a[href$='/about/']")


def test_the_raw_file_is_published_byte_for_byte(site: Site, resolution: BeautifulSoup) -> None:
    link = select(resolution, ".provenance a[download]")
    assert link["download"] == RAW
    published = f"{PAGE}{link['href']}"
    assert published.endswith(".txt")
    assert site.read(published) == RAW_BYTES
    assert words(select(resolution, ".provenance code")) == hashlib.sha256(RAW_BYTES).hexdigest()


def test_the_raw_file_can_be_edited(resolution: BeautifulSoup) -> None:
    links = [link for link in resolution.select("a") if words(link) == "Edit the raw file"]
    edit = "https://example.org/edit/main/content/resolutions/"
    assert [link["href"] for link in links] == [f"{edit}{RAW}"]


def test_the_outline_names_every_operative_paragraph(resolution: BeautifulSoup) -> None:
    outline = select(resolution, "nav.md-nav--secondary")
    targets = [str(link["href"]) for link in outline.select("a")]
    assert targets == ["#preamble", "#operative", *(f"#{name}" for name in OPERATIVE),
                       "#footnotes", "#cited-by", "#network", "#sources"]  # fmt: skip


# --- data ------------------------------------------------------------------------------------


def test_the_data_beside_a_page_keeps_the_schema(data: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(data)
    assert [clause["id"] for clause in data["preamble"]] == PREAMBLE
    assert [clause["id"] for clause in data["operative"]] == OPERATIVE


def test_the_data_is_what_the_command_line_prints(
    data: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(["parse", f"content/resolutions/{RAW}"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    # Who cites it, a file alone does not know.
    assert {**json.loads(printed), "cited_by": []} == data


def test_the_schema_is_published(site: Site) -> None:
    assert json.loads(site.read("resolution.schema.json")) == schema()
    assert json.loads(site.read("comparison.schema.json")) == comparison_schema()


def test_all_resolutions_are_listed_for_programs(site: Site) -> None:
    listing = json.loads(site.read("resolutions.json"))
    assert [entry["symbol"] for entry in listing] == ["A/RES/77/79"]
    assert listing[0]["adopted"] == "2022-12-07"
    assert f"{listing[0]['page']}index.html" in site.files
    assert listing[0]["data"] in site.files


def test_the_sitemap_has_every_page_with_a_date(site: Site) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = ElementTree.fromstring(site.read("sitemap.xml")).findall("s:url", space)
    dates = {entry.findtext("s:loc", "", space): entry.findtext("s:lastmod", "", space)
             for entry in entries}  # fmt: skip
    assert set(dates) == {f"{site.address}{address}" for address in PAGES - {*REDIRECTS, *INVENTED}}
    # That of its text, and of the newest text where a page has none of its own.
    assert set(dates.values()) == {"2022-12-07"}


def test_each_clause_is_found_by_itself(site: Site, data: dict[str, Any]) -> None:
    entries = json.loads(site.read("search/search_index.json"))["docs"]
    found = [entry for entry in entries if entry["location"].startswith(f"{PAGE}#")]
    names = [entry["location"].partition("#")[2] for entry in found]
    assert names == [*PREAMBLE, *OPERATIVE, *NOTES]
    texts = [clause["text"] for clause in (*data["preamble"], *data["operative"])]
    assert [entry["text"] for entry in found[:27]] == [html.escape(text) for text in texts]
    # Today's engine makes a wrong address of a clause that comes before its page.
    locations = [entry["location"] for entry in entries]
    assert locations.index(PAGE) == locations.index(f"{PAGE}#pp1") - 1
    assert locations.count(PAGE) == 1


# --- the ways in -----------------------------------------------------------------------------


def test_the_home_page_lists_the_resolution(site: Site) -> None:
    assert _targets(site.page(""), "main .listing--resolutions a") == [PAGE]


def test_sessions_list_what_they_hold(site: Site) -> None:
    assert _targets(site.page("sessions/"), "main .listing a") == ["77/"]
    session = site.page(SESSION)
    assert words(select(session, "h1")) == "Seventy-seventh session"
    entry = select(session, "main .listing--resolutions li")
    assert select(entry, "a")["href"] == f"../../{PAGE}"
    assert words(entry).startswith("A/RES/77/79 Implementation of the Convention on Cluster")
    assert select(entry, "time")["datetime"] == "2022-12-07"


def _targets(page: BeautifulSoup, selector: str) -> list[str]:
    return [str(link["href"]) for link in page.select(selector)]


def test_the_navigation_has_no_page_of_a_resolution(site: Site) -> None:
    """Its cost would grow with the square of the pages."""
    navigation = _targets(site.page(""), "nav.md-nav--primary a, nav.md-tabs a")
    assert {"sessions/", "series/", "about/"} <= set(navigation)
    assert [link for link in navigation if "RES" in link] == []


@pytest.mark.parametrize(
    ("path", "tab"),
    [(PAGE, ["Sessions"]), (SESSION, ["Sessions"]), (SERIES, ["Series"]), (GUIDE, ["About"]),
     ("", ["Home"]), ("changes/", ["Latest changes"]), ("sessions/", ["Sessions"]),
     (INVENTED[0], [])],
)  # fmt: skip
def test_the_tab_that_leads_to_a_page_is_the_current_one(
    site: Site, path: str, tab: list[str]
) -> None:
    assert [words(one) for one in site.page(path).select(".md-tabs__item--active")] == tab


def test_the_home_page_leads_to_the_latest_changes_before_all_else(site: Site) -> None:
    first, *_ = site.page("").select("main article p a[href]")
    assert first["href"] == "changes/"


def test_a_series_lists_its_members(site: Site) -> None:
    page = site.page(SERIES)
    rows = page.select("table.members tbody tr")
    members = {words(select(row, "th")): select(row, "time")["datetime"] for row in rows}
    assert members == {**RECALLED, "A/RES/77/79": "2022-12-07"}
    for symbol, row in zip(RECALLED, rows, strict=False):
        link = select(row, "a")
        assert link["href"] == f"{OFFICIAL}{symbol}"
        assert symbol in str(link["aria-label"])
        assert "not held" in words(row)
    assert select(rows[-1], "a")["href"] == f"../../{PAGE}"
    assert "not held" not in words(rows[-1])
    assert _targets(site.page("series/"), "main .listing a") == ["cluster-munitions/"]


def test_every_clause_has_an_address_in_its_series(site: Site) -> None:
    """One text alone has clauses, and no years to set beside each other."""
    page = site.page(SERIES)
    assert _ids(page, ".forms a") == [f"77-79-{name}" for name in PREAMBLE + OPERATIVE]
    entry = select(page, "[id='77-79-op8']")
    assert entry["href"] == f"../../{PAGE}#op8"
    life = entry.find_parent(class_="life")
    assert isinstance(life, Tag)
    assert "Invites and encourages" in words(select(life, "blockquote"))
    assert page.select(".picture, .two-years, details") == []


@pytest.mark.parametrize("address", REDIRECTS)
def test_a_short_address_leads_to_the_page(sub_site: Site, address: str) -> None:
    page = sub_site.page(address)
    up = "../" * address.count("/")
    link = select(page, "body a")
    assert (link["href"], link["id"]) == (f"{up}{PAGE}", "target")
    assert words(link) == "Go to A/RES/77/79"
    assert link.find_parent(["template", "noscript"]) is None
    assert not link.has_attr("hidden")
    assert select(page, "meta[name=robots]")["content"] == "noindex"
    assert select(page, "link[rel=canonical]")["href"] == f"{sub_site.address}{PAGE}"
    # The script keeps the fragment, which a refresh by the page itself would lose.
    script = select(page, "script")
    assert script["src"] == f"{up}assets/resolutions/redirect.js"
    assert not script.get_text()
    assert page.select("meta[http-equiv=refresh i]") == []


def test_only_redirects_and_what_is_invented_are_kept_from_search_engines(site: Site) -> None:
    hidden = {name for name, page in site.pages.items() if page.select("meta[name=robots]")}
    assert hidden == {f"{address}index.html" for address in (*REDIRECTS, *INVENTED)}


# --- what stays inside -----------------------------------------------------------------------


def test_neither_raw_files_nor_settings_are_copied(site: Site) -> None:
    copied = [name for name in site.files if RAW in name or name.startswith("resolutions/")]
    assert copied == []
    assert not any(name.endswith((".yml", ".yaml", ".md", ".py")) for name in site.files)


SCRIPT = "<script>marked_by_a_raw_file()</script>"
HOSTILE = f'"></title>{SCRIPT}'
_DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg">{SCRIPT}</svg>'
_XHTML = f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">{SCRIPT}</html>'
_TEXT = RAW_BYTES.decode()


def _resolution(number: str) -> str:
    """A resolution with a script among its words: in title, agenda item, clause and footnote."""
    text = _TEXT.replace("77/79. Implementation", f"{number}. Implementation {HOSTILE}")
    text = text.replace("General and complete disarmament: imp", f"General {HOSTILE}: imp")
    text = text.replace("*Urges* all States not", f"*Urges* {HOSTILE} all States not")
    return text.replace("No. 44910", f"No. 44910 {HOSTILE}")


HOSTILE_FILES = {
    "plain.html": f"<!doctype html><title>x</title>{SCRIPT}",
    "words.html": _resolution("77/801"),
    "page.xhtml": _XHTML,
    "page.xml": _XHTML,
    "words.xml": _resolution("77/802"),
    "note.md": f"# x\n\n{SCRIPT}\n",
    "words.md": _resolution("77/803"),
    "drawing.svg": _DRAWING,
    "words.svg": _resolution("77/804"),
    "deep/er/words.htm": _resolution("77/805"),
    "script.js": "marked_by_a_raw_file()",
    "plain.txt": f"No resolution. {SCRIPT}",
    'odd "name" #1.txt': _resolution("77/806"),
}
FURTHER = "77/807"
HOSTILE_PAGES = [f"A/RES/77/{number}/" for number in range(801, 808)]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site over raw files that want to run: in the content folder, and in a further one."""
    return once(tmp_path_factory, "running", _build_what_wants_to_run)


def _build_what_wants_to_run(folder: Path) -> Site:
    source = copy_source(folder / "source")
    for name, text in HOSTILE_FILES.items():
        path = source / "content" / "resolutions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    further = source / "content" / "further"
    further.mkdir()
    (further / "further.html").write_text(_resolution(FURTHER), encoding="utf-8")
    return built(source, folder / "site", "--sources", str(further))


def test_raw_files_of_every_kind_are_published_as_plain_text_only(hostile_site: Site) -> None:
    listing = json.loads(hostile_site.read("resolutions.json"))
    assert [entry["page"] for entry in listing] == [PAGE, *HOSTILE_PAGES]
    marked = {name for name in hostile_site.files
              if b"marked_by_a_raw_file" in hostile_site.read(name)}  # fmt: skip
    raw = {name for name in marked if not name.endswith((".html", ".json"))}
    beside = ("source.txt", "cite.ris")  # TeX has another way to write the line below a word.
    made = {"feed.xml", "references.graphml"}
    assert raw == {*made, *(address + name for address in HOSTILE_PAGES for name in beside)}
    # Nothing of them stands but where the plugin puts it.
    ours = re.compile(
        r"((en/)?A/RES|changes|sessions|series|references|search|\d+)/.+|index\.html|feed\.xml"
        r"|(resolutions|references)\.json|references\.(csv|graphml)"
    )
    assert [name for name in marked if not ours.fullmatch(name)] == []


def test_words_of_a_raw_file_never_become_markup(hostile_site: Site) -> None:
    for page in hostile_site.pages.values():
        data = page.select("script[type='application/ld+json']")
        scripts = [one for one in page.select("script, style, noscript")
                   if one not in data]  # fmt: skip
        assert [script for script in scripts if "marked_by" in script.get_text()] == []
        assert [one for one in data if "<" in one.get_text()] == []
        # The cards of references are words in elements of ours.
        kinds = {element.name for element in page.select("template.cards *")}
        assert kinds <= {"span", "b"}
    data = json.loads(select(hostile_site.page(HOSTILE_PAGES[0]), "[type$='ld+json']").get_text())
    assert HOSTILE in data["name"]
    # The words themselves are shown, wherever a frame repeats them.
    page = hostile_site.page(HOSTILE_PAGES[0])
    for selector in ("head > title", ".md-header", "h1", "dl.masthead", "#op1", "#fn1"):
        assert HOSTILE in words(select(page, selector)), selector
    assert HOSTILE in str(select(page, "meta[name=description]")["content"])
    assert HOSTILE in words(select(hostile_site.page(SESSION), "main .listing"))
    entries = json.loads(hostile_site.read("search/search_index.json"))["docs"]
    assert [entry for entry in entries if "<script" in f"{entry['title']}{entry['text']}"] == []


def test_words_of_a_raw_file_never_become_markup_in_the_feed(hostile_site: Site) -> None:
    """Neither as XML nor, once it is taken apart, as the HTML that an entry holds."""
    feed = ElementTree.fromstring(hostile_site.read("feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    names = {element.tag.removeprefix(atom) for element in feed.iter()}
    assert "entry" in names
    assert "script" not in names
    titles = [title.text or "" for title in feed.iter(f"{atom}title")]
    assert any(HOSTILE in title for title in titles)
    for content in feed.iter(f"{atom}content"):
        assert BeautifulSoup(content.text or "", "lxml").select("script") == []


def test_an_odd_file_name_is_quoted_in_addresses(hostile_site: Site) -> None:
    page = hostile_site.page("A/RES/77/806/")
    [edit] = [link for link in page.select("a") if words(link) == "Edit the raw file"]
    assert str(edit["href"]).endswith("/content/resolutions/odd%20%22name%22%20%231.txt")
    assert select(page, ".provenance a[download]")["download"] == 'odd "name" #1.txt'


# --- a preview, with raw files that lie elsewhere --------------------------------------------


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The preview of a site that names its folder oddly and has another one with raw files."""
    return once(tmp_path_factory, "preview", _build_preview)


def _build_preview(folder: Path) -> Site:
    source, far = copy_source(folder / "project"), folder / "raw files"
    config = source / "mkdocs.yml"
    plain = config.read_text(encoding="utf-8")
    odd = "  - resolutions:\n      folder: ./about/../resolutions/\n"
    changed = plain.replace("  - resolutions:\n", odd)
    assert changed != plain
    config.write_text(changed, encoding="utf-8")
    far.mkdir()
    text = _TEXT.replace("77/79. Implementation of the Convention", "77/80. Another convention")
    (far / "A_RES_77_80.txt").write_text(text, encoding="utf-8")
    # One that is said to hold what was dropped, with its place.
    (far / "dropped.txt").write_text(sound("77/903", "light lamps", "light la\u202emps"), "utf-8")
    raw = (ROOT / "tests" / "site" / "raw" / "A_RES_80_908.txt").read_text(encoding="utf-8")
    for number, headings in ((1, "*Of duties*"), (2, "**Of the matter**\n\n*Of its seizing*")):
        raw = raw.replace(f"\n{number}. *", f"\n{headings}\n\n{number}. *")
    (far / "headings.txt").write_text(raw, encoding="utf-8")
    return built(source, folder / "site", "--sources", str(far), PREVIEW="7")


def test_a_preview_says_so_and_is_not_for_search_engines(preview: Site) -> None:
    for name, page in preview.pages.items():
        assert [meta["content"] for meta in page.select("meta[name=robots]")] == ["noindex"], name
        if not page.select("a#target"):
            banner = select(page, ".md-banner")
            assert words(banner).startswith("Preview of pull request 7: not the published site.")


def test_a_file_elsewhere_has_no_edit_link(preview: Site) -> None:
    there, here = preview.page("A/RES/77/80/"), preview.page(PAGE)
    edit = [[link for link in page.select("a") if "Edit" in words(link)] for page in (there, here)]
    assert [len(links) for links in edit] == [0, 1]
    # Held texts of a session know each other.
    assert select(there, ".neighbours__previous a[href='../79/']")
    assert select(here, ".neighbours__next a[href='../80/']")


def test_a_folder_is_kept_from_copying_however_it_is_written(preview: Site) -> None:
    assert f"{PAGE}index.html" in preview.files
    assert [name for name in preview.files if RAW in name] == []
    # Nothing is out of order but what was dropped from one file.
    assert preview.output.count("WARNING") == 1


def test_a_site_says_nothing_of_where_it_was_built(preview: Site) -> None:
    """Neither of the project's folder nor of a folder of raw files that lies elsewhere."""
    assert "A/RES/77/903/index.html" in preview.files
    places = (str(preview.folder.parent).encode(), str(ROOT).encode() + b"/")
    assert [
        name
        for name in sorted(preview.files)
        if any(place in preview.read(name) for place in places if len(place) > 2)
    ] == []


def test_headings_skip_no_level_whatever_stands_first(preview: Site) -> None:
    """Italic headings are below bold ones; before the first bold one they are not."""
    found = preview.page("A/RES/80/908/").select("[aria-labelledby=operative] :is(h2, h3, h4, h5)")
    assert [(heading.name, heading["id"]) for heading in found] == [
        ("h2", "operative"),
        ("h3", "h1"),
        ("h3", "h2"),
        ("h4", "h3"),
    ]
