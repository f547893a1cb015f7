"""What a strict build refuses, and what a refused build leaves behind: nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_fixtures import PAGE, RAW, Site, copy_source, files_below, run_build

SitesAtARootAndBelowAPath = pytest.mark.parametrize(
    "site_url", ["https://texts.example/", "https://texts.example/a/sub/path/"]
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """What the site is built from, to be broken."""
    return copy_source(tmp_path / "source")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def _said(output: str, rule: str, place: str, words: str = "") -> bool:
    """Whether a warning of a rule names a place, told with or without its line.

    A strict build fails for each that is said as one.
    """
    notice = re.compile(rf"WARNING .* {re.escape(place)}(:\d+)?: {rule}: .*{re.escape(words)}")
    return any(notice.match(line) for line in output.splitlines())


def test_the_whole_site_passes(site: Site, sub_site: Site) -> None:
    """At a root and below a path; a build that fails gives no site."""
    assert "WARNING" not in site.output
    assert "WARNING" not in sub_site.output


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a strict build says of a site with a broken link of each kind, each its own address, and
    with raw files that are not in order."""
    source = copy_source(tmp_path_factory.mktemp("broken") / "source")
    about, home = source / "content" / "about" / "index.md", source / "content" / "index.md"
    _edit(about, "## Licence", '<p><a href="../A/RES/77/80/">another</a></p>\n\n## Licence')
    links = '[OP 99](A/RES/77/79/index.md#op99) · <a href="A/RES/77/79/#op98">98</a> · '
    _edit(home, "[All resolutions, by session]", f"{links}[All resolutions, by session]")
    config = source / "mkdocs.yml"
    _edit(config, "  - assets/site.css", "  - assets/sites.css")
    _edit(config, "  - resolutions:\n", "  - resolutions:\n      official_site: /official/\n")
    folder = source / "content" / "resolutions"
    _edit(folder / RAW, "5. *Invites* all", "6. *Invites* all")
    (folder / "note.txt").write_text("A note.\n", encoding="utf-8")
    site = source.parent / "site"
    answer = run_build(source, site, "--strict")
    assert answer.returncode == 1, answer.stdout
    assert not site.exists()
    return answer.stdout


def test_a_link_of_a_markdown_page_to_no_page(output: str) -> None:
    """In HTML, which MkDocs does not look into."""
    assert _said(output, "link-broken", "about/index.html", "“../A/RES/77/80/” leads to no page")


def test_a_link_of_a_generated_page_to_no_page(output: str) -> None:
    """MkDocs believes generated pages: only the table of all addresses knows."""
    link = "“/official/A/RES/76/47” leads to no page"
    assert _said(output, "link-broken", f"{PAGE}index.html", link)
    assert _said(output, "link-broken", "series/cluster-munitions/index.html", link)


def test_a_link_in_markdown_to_no_clause(output: str) -> None:
    link = "“A/RES/77/79/#op99” leads to no anchor"
    assert _said(output, "link-broken", "index.html", link)
    # MkDocs knows our clauses too.
    assert "does not contain an anchor '#op99'" in output


def test_a_link_in_html_to_no_clause(output: str) -> None:
    assert _said(output, "link-broken", "index.html", "“A/RES/77/79/#op98” leads to no anchor")
    # It is we who know: MkDocs does not look into HTML.
    assert "'#op98'" not in output


@SitesAtARootAndBelowAPath
def test_a_link_in_a_part_of_the_theme(source: Path, site_url: str) -> None:
    """It is on every page, the error page included, whose links are absolute.

    Links that name the whole address of the site, there and in a page, lead to a page and to a
    clause as well; those of others are not ours.
    """
    links = ("nowhere/", f"{PAGE}#op99", PAGE, f"{PAGE}#op8", "sitemap.xml")
    anchors = "".join(f'<a href="{site_url}{link}">x</a>' for link in links)
    elsewhere = (
        "https://other.example/nowhere/ https://texts.example.org/ mailto:a@texts.example https://["
    )
    anchors += "".join(f'<a href="{link}">x</a>' for link in elsewhere.split())
    partial = source / "overrides" / "partials" / "copyright.html"
    nowhere = "<a href=\"{{ 'nowhere/' | url }}\">Nowhere</a>\n"
    partial.write_text(partial.read_text(encoding="utf-8") + nowhere + anchors, encoding="utf-8")
    about = source / "content" / "about" / "index.md"
    _edit(about, "## Licence", f"[x]({site_url}nothing/)\n\n## Licence")
    answer = run_build(source, source.parent / "site", "--strict", SITE_URL=site_url)
    assert answer.returncode == 1
    for name, up in (("index.html", ""), (f"{PAGE}index.html", "../../../../")):
        link = f"“{up}nowhere/” leads to no page"
        assert _said(answer.stdout, "link-broken", name, link), name
    path = site_url.removeprefix("https://texts.example")
    assert _said(answer.stdout, "link-broken", "404.html", f"“{path}nowhere/” leads to no page")
    place = "link-broken: The link"
    found = {line.partition(place)[2] for line in answer.stdout.splitlines() if place in line}
    found = {said for said in found if said.startswith(" “https:")}
    remedy = "Correct the link, or add the page it names."
    assert found == {
        f" “{site_url}nowhere/” leads to no page. {remedy}",
        f" “{site_url}{PAGE}#op99” leads to no anchor of its page. {remedy}",
        f" “{site_url}nothing/” leads to no page. {remedy}",
        f" “https://[” is no address. {remedy}",
    }


def test_a_file_that_a_page_needs(output: str) -> None:
    assert _said(output, "link-broken", "index.html", "“assets/sites.css” leads to no page")


def test_a_warning_on_a_raw_file(output: str) -> None:
    assert _said(output, "number-repeated", f"content/resolutions/{RAW}")
    assert _said(output, "number-hole", f"content/resolutions/{RAW}")
    assert _said(output, "not-a-resolution", "content/resolutions/note.txt")


def test_a_failed_build_leaves_the_site_and_a_good_one_takes_its_place(source: Path) -> None:
    """A series that cannot be read is a reason to fail; links to a clause that is there are not."""
    site = source.parent / "site"
    (site / "old").mkdir(parents=True)
    (site / "old" / "index.html").write_text("old", encoding="utf-8")
    (site / "sitemap.xml").write_text("old", encoding="utf-8")
    links = '[8](A/RES/77/79/index.md#op8) <a href="A/RES/77/79/#op8">8</a> · [All resolutions'
    _edit(source / "content" / "index.md", "[All resolutions", links)
    series = source / "content" / "series.yml"
    whole = series.read_text(encoding="utf-8")
    series.write_text("cluster-munitions: [\n", encoding="utf-8")
    answer = run_build(source, site, "--strict")
    assert answer.returncode == 1
    assert _said(answer.stdout, "series-invalid", "content/series.yml")
    assert sorted(files_below(site)) == ["old/index.html", "sitemap.xml"]
    series.write_text(whole, encoding="utf-8")
    answer = run_build(source, site, "--strict")
    assert answer.returncode == 0, answer.stdout
    assert "index.html" in set(files_below(site))
    assert not (site / "old").exists()

    # Others may serve the folder: it must not be as private as one made aside.
    assert site.stat().st_mode & 0o777 == 0o755
    assert sorted(path.name for path in source.parent.iterdir()) == ["site", "source"]
    assert list(source.rglob(".site-*")) == []


def test_a_folder_that_is_no_site_is_never_replaced(source: Path, tmp_path: Path) -> None:
    """What is swapped out is deleted: the working tree, or a folder of something else, is not."""
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "dear.txt").write_text("kept", encoding="utf-8")
    for target in (letters, source, source.parent):
        assert run_build(source, target).returncode == 2
    assert (letters / "dear.txt").is_file()
    assert (source / "mkdocs.yml").is_file()
