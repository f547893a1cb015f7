"""The documentation names everything there is, and nothing else."""

from __future__ import annotations

import re

from case_tables import ROOT
from mkdocs_resolutions.cli import _parser
from mkdocs_resolutions.comparing.english import LADDERS
from mkdocs_resolutions.config import ResolutionsConfig
from mkdocs_resolutions.notices import CATALOGUE
from mkdocs_resolutions.publishing.edges import COLUMNS, DOUBTS, EDGES, NODE_FACTS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_rule_has_its_heading() -> None:
    text = (ROOT / "content/about/notices.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == list(CATALOGUE)
    flat = " ".join(text.split())
    for rule in CATALOGUE.values():
        assert f"*{rule.severity}.* {rule.meaning} {rule.remedy}" in flat


def test_every_rule_is_used() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "plugins/mkdocs_resolutions").rglob("*.py")
        if path.name != "notices.py"
    )
    unused = [rule for rule in CATALOGUE if f'"{rule}"' not in source]
    assert unused == []


def test_every_ladder_of_openings_is_told() -> None:
    text = (ROOT / "content/about/changes.md").read_text(encoding="utf-8")
    flat = " ".join(text.split())
    for ladder in LADDERS:
        if len(ladder) > 2:
            assert f"- {' → '.join(', '.join(rung) for rung in ladder)}" in flat


def test_every_option_is_in_the_readme() -> None:
    options = [name for name, _ in ResolutionsConfig._schema]
    table = README[README.index("## Options") : README.index("## Deployment")]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == options


def test_the_readme_names_all_that_tells_of_the_example() -> None:
    assert (
        "folder, that page with its line in `mkdocs.yml`, and the entry\n`lamplighters`" in README
    )
    content = ROOT / "content"
    pages = {path for path in content.rglob("*") if path.suffix in (".md", ".yml")}
    telling = {path for path in pages if "lamp" in path.read_text(encoding="utf-8").casefold()}
    assert {path.relative_to(content).as_posix() for path in telling
            if "example" not in path.relative_to(content).parts} == {
        "about/changes.md", "series.yml",
    }  # fmt: skip
    series = (content / "series.yml").read_text(encoding="utf-8")
    assert re.findall(r"^(lamp\S*):", series, re.M) == ["lamplighters"]
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count("about/changes.md") == 1
    assert "lamp" not in settings.casefold()


def test_every_command_is_in_the_readme() -> None:
    helped = _parser().format_help()
    commands = re.findall(r"^    (\w+) {2,}", helped, re.M)
    for command in commands:
        assert f"`resolutions {command}" in README
    assert {"parse", "check", "build", "serve", "diff"} <= set(commands)


def test_the_data_of_references_is_in_the_readme() -> None:
    section = README[README.index("## Who cites what") : README.index("## Commands")]
    for name in (*COLUMNS, *DOUBTS, *EDGES, *NODE_FACTS, "count"):
        assert f"`{name}`" in section, name
    addresses = (ROOT / "content/about/addresses.md").read_text(encoding="utf-8")
    for name in ("references.json", "references.schema.json", "references.csv",
                 "references.graphml", "references/missing.txt"):  # fmt: skip
        assert f"`/{name}`" in README, name
        assert f"`/{name}`" in addresses, name


def test_the_first_screen_has_two_commands_and_a_picture() -> None:
    screen = README.splitlines()[:25]
    assert any(line.startswith("make site") for line in screen)
    assert any(line.startswith("make test") for line in screen)
    pictures = [re.search(r"!\[.+\]\((.+)\)", line) for line in screen]
    assert any(match and (ROOT / match[1]).is_file() for match in pictures)


def test_links_between_the_documents_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (ROOT / target).exists(), f"{name}: {target}"
