"""What the wheel ships is enough: installed elsewhere, it builds a site from one raw file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_fixtures import PAGE, RAW, ROOT, SERIES, SESSION, Site, select, settled_environment, words

SETTINGS = """\
site_name: Elsewhere
site_url: http://elsewhere.example/
theme: material
plugins: [search, resolutions]
"""


def _run(command: Sequence[str | Path], cwd: Path, **environment: str) -> str:
    answer = subprocess.run(
        command,
        cwd=cwd,
        env={**settled_environment(), "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but our package, from a wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    # Building leaves folders behind: not in the checkout.
    source = folder / "source"
    ignored = shutil.ignore_patterns("*.egg-info", "__pycache__")
    shutil.copytree(ROOT / "plugins", source / "plugins", ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    _run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, "."],
        source,
    )
    [wheel] = folder.glob("*.whl")
    target = folder / "installed"
    options = ["--quiet", "--no-index", "--no-deps", "--target", str(target)]
    _run([sys.executable, "-m", "pip", "install", *options, wheel], folder)
    return target


def test_the_wheel_ships_the_files_beside_the_code(installed: Path) -> None:
    package = ROOT / "plugins" / "mkdocs_resolutions"
    wanted = {
        path.relative_to(package)
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert Path("publishing/templates/resolution.html") in wanted
    shipped = installed / "mkdocs_resolutions"
    assert [path for path in sorted(wanted) if not (shipped / path).is_file()] == []


def test_the_wheel_ships_nothing_else(installed: Path) -> None:
    [info] = installed.glob("*.dist-info")
    names = {path.name for path in installed.iterdir()} - {info.name, "bin"}
    assert names == {"mkdocs_resolutions"}
    assert (info / "licenses" / "LICENSE").is_file()


@pytest.fixture(scope="module")
def elsewhere(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site of one raw file with the fewest settings, built by the installed package."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    raw = folder / "docs" / "resolutions"
    raw.mkdir(parents=True)
    # The frame links to a home page: without one a strict build is right to fail.
    (raw.parent / "index.md").write_text("# Elsewhere\n", encoding="utf-8")
    shutil.copy(ROOT / "content" / "resolutions" / RAW, raw)
    # Before the site-packages, where this checkout is installed for editing.
    environment = {"PYTHONPATH": str(installed)}
    where = "import mkdocs_resolutions as m, sys; sys.stdout.write(m.__file__)"
    found = Path(_run([sys.executable, "-c", where], folder, **environment))
    assert found.is_relative_to(installed)
    build = [sys.executable, "-m", "mkdocs_resolutions", "build", "--strict"]
    _run(build, folder, **environment)
    return Site(folder / "site", "http://elsewhere.example/")


def test_the_installed_package_builds_a_site(elsewhere: Site, site: Site) -> None:
    ours, theirs = elsewhere.page(PAGE), site.page(PAGE)
    for selector in (".part--preamble", ".part--operative", ".footnotes"):
        assert words(select(ours, selector)) == words(select(theirs, selector))
    for name in (f"{PAGE}source.txt", "resolution.schema.json"):
        assert elsewhere.read(name) == site.read(name)
    assert f"{SESSION}index.html" in elsewhere.files
    # Without a series.yml there is no series, and without a navigation the pages stay out of it.
    assert f"{SERIES}index.html" not in elsewhere.files
    navigation = [words(link) for link in elsewhere.page("").select("nav.md-nav--primary a")]
    assert {"Sessions", "Series"} <= set(navigation)
    assert [name for name in navigation if "77" in name or "Seventy" in name] == []


def test_the_installed_package_ships_style_and_script(elsewhere: Site, site: Site) -> None:
    ours = {name for name in site.files if name.startswith("assets/resolutions/")}
    assert {".css", ".js"} <= {Path(name).suffix for name in ours}
    for name in ours:
        assert elsewhere.read(name) == site.read(name)
    sheets = [str(link["href"]) for link in elsewhere.page(PAGE).select("link[rel=stylesheet]")]
    assert "../../../../assets/resolutions/clauses.css" in sheets
    assert (
        select(elsewhere.page("77/79/"), "script")["src"] == "../../assets/resolutions/redirect.js"
    )
    # What policy suits a theme, its site says: by default there is none.
    assert elsewhere.page(PAGE).select("meta[http-equiv]") == []
