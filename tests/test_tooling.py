"""The set-up is what it promises: locked, pinned, and free of anybody's registry."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import get_browser

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = [ROOT / ".ci" / "run", *sorted((ROOT / ".github" / "scripts").glob("*.sh"))]


def locked() -> list[str]:
    """The requirements of the lock, each one string with its hashes."""
    joined = re.sub(r"\\\n\s*", "", LOCK)
    return [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]


def test_every_locked_requirement_is_exact_and_has_a_hash() -> None:
    exact = re.compile(r"[a-z0-9-]+==\S+( ; [^-]+?)?( ?--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in locked() if not exact.fullmatch(line)] == []


def test_the_lock_names_no_address_and_no_place() -> None:
    assert re.findall(r".*(?:://|index-url|find-links|@ |/\w+/).*", LOCK) == []


def test_the_lock_satisfies_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    versions: dict[str, list[Version]] = {}
    for line in locked():
        name, version = re.split("==| ", line)[:2]
        versions.setdefault(name, []).append(Version(version))
    for requirement in map(Requirement, wanted):
        found = versions.get(canonicalize_name(requirement.name), [])
        assert found, f"{requirement} is not locked: run make lock"
        assert all(map(requirement.specifier.contains, found)), f"{requirement}: run make lock"


def test_no_file_names_a_package_registry() -> None:
    # Written so that they do not match themselves.
    hosts = "python[h]osted|pypi[.]org|registry[.]npmjs|deb[.]debian"
    search = ["git", "grep", "--no-index", "--exclude-standard", "-IlE", hosts, "--", "."]
    found = subprocess.run(search, cwd=ROOT, capture_output=True, text=True)
    assert (found.stdout, found.stderr) == ("", "")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(workflow: Path) -> None:
    uses = re.findall(r"uses:\s*(.+)", workflow.read_text(encoding="utf-8"))
    assert uses
    pinned = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [use for use in uses if not pinned.fullmatch(use)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_can_be_executed(script: Path) -> None:
    assert os.access(script, os.X_OK)


# --- the browser of the tests ------------------------------------------------------------------


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, the only one that is looked into; Playwright has brought no browser."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv(get_browser.VARIABLE, raising=False)
    monkeypatch.setattr(get_browser, "_playwright_browser", lambda: iter(()))
    monkeypatch.setattr(get_browser, "_driver_runs", lambda: True)
    return folder


def put(folder: Path, name: str, runs: bool = True) -> str:
    """A program of a name that runs, or only says that it does not."""
    program = folder / name
    program.write_text(f"#!/bin/sh\nexit {0 if runs else 1}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_the_shell_without_windows_comes_first(programs: Path) -> None:
    put(programs, "google-chrome")
    whole = put(programs, "chromium")
    assert get_browser.find_browser() == whole
    shell = put(programs, "chromium-headless-shell")
    assert get_browser.find_browser() == shell


def test_a_browser_that_does_not_run_is_passed_over(programs: Path) -> None:
    put(programs, "chromium-headless-shell", runs=False)
    whole = put(programs, "chromium")
    assert get_browser.find_browser() == whole


def test_the_browser_that_is_named_is_the_only_one(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(programs, "chromium-headless-shell")
    monkeypatch.setenv(get_browser.VARIABLE, "other-browser")
    assert get_browser.find_browser() is None
    other = put(programs, "other-browser")
    assert get_browser.find_browser() == other


@pytest.mark.parametrize(
    ("packages", "wanted"),
    [
        ({"chromium-headless-shell", "chromium"}, "chromium-headless-shell"),
        ({"chromium"}, "chromium"),
    ],
)
def test_a_debian_without_a_browser_gets_the_shell_where_there_is_one(
    programs: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    packages: set[str],
    wanted: str,
) -> None:
    asked = []

    def run(command: list[str]) -> None:
        asked.append(command[-1])
        if command[:1] == ["apt-get"] and command[-1] in packages:
            put(programs, command[-1])

    monkeypatch.setattr(get_browser, "_is_debian_root", lambda: True)
    monkeypatch.setattr(get_browser, "_run", run)
    assert get_browser.main() == 0
    assert capsys.readouterr().out == f"{programs / wanted}\n"
    # The whole browser only where the shell was not to be had, and nothing else.
    assert asked == ["update", "chromium-headless-shell", "chromium"][: 2 + (wanted == "chromium")]
