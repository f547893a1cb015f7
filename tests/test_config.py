"""The options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_resolutions.config import ResolutionsConfig


def config(**given: object) -> ResolutionsConfig:
    made = ResolutionsConfig()
    made.load_dict(given)
    return made


def said(**given: object) -> list[str]:
    errors, _ = config(**given).validate()
    return [f"{name}: {error}" for name, error in errors]


@pytest.mark.parametrize("count", [0, -3])
def test_of_the_latest_one_at_least_is_listed(count: int) -> None:
    assert said(latest=count) == ["latest: give a whole number, 1 at least"]
    assert said(latest=1) == []


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://lamps.example/en", "https://lamps.example/en/"),
        ("https://lamps.example/en/", "https://lamps.example/en/"),
        ("https://lamps.example/find?symbol=", "https://lamps.example/find?symbol="),
        ("/official", "/official/"),
    ],
)
def test_a_symbol_can_be_put_behind_an_address(given: str, address: str) -> None:
    made = config(official_site=given)
    assert made.validate() == ([], [])
    assert made.official_site == address


@pytest.mark.parametrize(
    ("name", "kind"), [("folder", "folder"), ("example", "folder"), ("series", "file")]
)
def test_what_is_named_is_there(name: str, kind: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    made = config(**{name: "lamps"})
    made.validate()
    assert made.not_there(content) == (
        f"There is no {kind} content/lamps. Make it, or name another one by the option '{name}' "
        "of the plugin 'resolutions' in mkdocs.yml."
    )
    path = content / "lamps"
    path.mkdir(parents=True)
    assert made.not_there(content) is None
    made = config()
    made.validate()
    assert made.not_there(content) is None
