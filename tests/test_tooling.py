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
