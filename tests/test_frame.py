"""What we put in place of Material's own was made for its templates as they are today."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType

import material  # type: ignore[import-untyped]
import pytest
from mkdocs.config.defaults import MkDocsConfig

from case_tables import ROOT

OVERRIDES = ROOT / "overrides" / "partials"
TEMPLATES = Path(material.__file__).parent / "templates"
STOCK = TEMPLATES / "partials"

# SHA-256 of the stock partial that each override was made for.
MADE_FOR = {
    "copyright.html": "bc86bca3bf75070fe5d72e2a3463bdddf87c10f4d6459c945fe81c5d384e35ea",
    "javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
    "javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "logo.html": "e0925ef6c190174a5162ed1ecc55295016dd8a7beec3018db3e04aac283a2dd9",
    "palette.html": "fb935107ae7d3d7475965019eec36c1ad72bf1d154254dab2474921fcd2710e3",
    "search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}


def _repairs() -> ModuleType:
    """The hook, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("repairs", ROOT / "overrides" / "repairs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_override_is_guarded() -> None:
    partials = OVERRIDES.rglob("*.html")
    assert {path.relative_to(OVERRIDES).as_posix() for path in partials} == set(MADE_FOR)


@pytest.mark.parametrize("name", MADE_FOR)
def test_the_template_that_we_override_is_the_one_we_know(name: str) -> None:
    text = (STOCK / name).read_text(encoding="utf-8")
    assert hashlib.sha256(text.encode()).hexdigest() == MADE_FOR[name], (
        f"Material's own partials/{name} has changed: compare it with overrides/partials/{name}, "
        "take over what the override needs of it, and write the new hash into tests/test_frame.py."
    )


@pytest.mark.parametrize("name", MADE_FOR)
def test_an_override_says_what_it_replaces_and_why(name: str) -> None:
    text = (OVERRIDES / name).read_text(encoding="utf-8")
    assert f"Instead of Material's partials/{name}:" in text


def test_what_is_repaired_is_there() -> None:
    """In the templates, before Jinja has filled them in."""
    stock = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    # The switch of a section has its number from a macro, or none.
    stock = "".join(stock.replace("{{ tabindex }}", given) for given in ("", "0"))
    repairs = _repairs().REPAIRS
    assert repairs
    wanted = (*repairs, _repairs().SKIP, _repairs().CONTENT)
    missing = [piece for piece in wanted if piece not in stock]
    assert missing == [], (
        "Material no longer has this: is the repair in overrides/repairs.py wanted?"
    )


def test_a_repair_is_made() -> None:
    before = '<input type="checkbox" id="__drawer" autocomplete="off"><p>autocomplete="off"</p>'
    after = '<input type="checkbox" id="__drawer"><p>autocomplete="off"</p>'
    assert _repairs().repaired(before) == after


@pytest.mark.parametrize("place", [*_repairs().SCRIPTS])
def test_what_is_repaired_in_a_script_stands_there_once(place: str) -> None:
    (script,) = TEMPLATES.glob(place)
    text = script.read_text(encoding="utf-8")
    repairs = _repairs().SCRIPTS[place]
    assert repairs
    assert [text.count(piece) for piece in repairs] == [1] * len(repairs), (
        "Material's script is another: is the repair in overrides/repairs.py wanted?"
    )


@pytest.mark.parametrize("place", [*_repairs().SCRIPTS])
def test_the_scripts_of_a_site_are_repaired(tmp_path: Path, place: str) -> None:
    repairs = _repairs()
    (stock,) = TEMPLATES.glob(place)
    script = tmp_path / stock.relative_to(TEMPLATES)
    script.parent.mkdir(parents=True)
    script.write_bytes(stock.read_bytes())
    config = MkDocsConfig()
    config.site_dir = str(tmp_path)
    repairs.on_post_build(config)
    text = script.read_text(encoding="utf-8")
    assert [ours for ours in repairs.SCRIPTS[place].values() if ours not in text] == []
