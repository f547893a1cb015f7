"""The rules of the house that its imports can prove."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from site_fixtures import ROOT

NAME = "mkdocs_resolutions"
PACKAGE = ROOT / "plugins" / NAME

# From the ground up: a room imports from those before it, and from itself. The corridor knows the
# five steps and stands below what publishes their outcome; the two ways in stand above all.
FLOORS = (
    {"model"},
    {"notices"},
    {"reading"},
    {"parsing"},
    {"linking"},
    {"comparing"},
    {"corpus"},
    {"publishing"},
    {"config", "diffing", "exits"},
    {"cli_texts"},
    {"plugin", "cli"},
    {"__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
SPEAKING = {"plugin", "cli", "cli_texts"}
KNOWING_MKDOCS = {"plugin", "config"}


def _module(path: Path) -> str:
    """The name of a module below the package: `parsing.english`, empty for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


TREES = {
    _module(path): ast.parse(path.read_text(encoding="utf-8"), str(path))
    for path in sorted(PACKAGE.rglob("*.py"))
}
MODULES = sorted(name for name in TREES if name)


def _imported(tree: ast.AST) -> Iterator[str]:
    """Everything a module imports, by its full name, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here, so that this test can read them"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _ours(tree: ast.AST) -> set[str]:
    """The modules of ours that a module imports, each by its name below the package."""
    found = set()
    for name in _imported(tree):
        if name.split(".")[0] == NAME:
            below = name.split(".")[1:]
            # A name that is no module is imported from the one that holds it.
            while ".".join(below) not in TREES:
                below.pop()
            found.add(".".join(below))
    return found - {""}


def _room(module: str) -> str:
    return module.split(".")[0]


def test_every_room_has_its_floor() -> None:
    assert {_room(module) for module in MODULES} == set(FLOOR)


@pytest.mark.parametrize("module", MODULES)
def test_imports_only_fall(module: str) -> None:
    room = _room(module)
    rising = {
        other
        for other in _ours(TREES[module])
        if _room(other) != room and FLOOR[_room(other)] >= FLOOR[room]
    }
    assert rising == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_room_opens_through_its_door(module: str) -> None:
    """Nobody enters another room past its `__init__`; the modules of the model are the nouns."""
    entered = {
        other
        for other in _ours(TREES[module])
        if _room(other) not in (_room(module), "model") and "." in other
    }
    assert entered <= {"parsing.english"}


def test_what_is_used_is_declared() -> None:
    """Each package imported is a dependency, and each dependency is imported."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split("[<>=]", name)[0].lower() for name in project["dependencies"]}
    imported = {name.split(".")[0] for tree in TREES.values() for name in _imported(tree)}
    foreign = imported - set(sys.stdlib_module_names) - {NAME}
    # The theme is named in mkdocs.yml, not imported.
    assert {
        {"bs4": "beautifulsoup4", "yaml": "pyyaml"}.get(name, name) for name in foreign
    } == declared - {"mkdocs-material"}


def test_notices_know_only_the_nouns() -> None:
    assert {_room(module) for module in _ours(TREES["notices"])} == {"model"}


def test_the_options_know_nothing_of_ours() -> None:
    assert _ours(TREES["config"]) == set()


def test_the_package_itself_imports_nothing() -> None:
    """Else asking for one room would open them all."""
    assert {name for name in _imported(TREES[""]) if not name.startswith("__future__")} == set()


def test_no_module_imports_itself_in_a_circle() -> None:
    # Raises CycleError, which names the circle.
    order = [*TopologicalSorter({name: _ours(tree) for name, tree in TREES.items()}).static_order()]
    assert set(order) == set(TREES)


def test_only_the_plugin_knows_mkdocs() -> None:
    knowing = {
        module
        for module, tree in TREES.items()
        for name in _imported(tree)
        if name.split(".")[0] in ("mkdocs", "material", "markdown")
    }
    assert knowing == KNOWING_MKDOCS


def test_the_library_and_the_command_line_load_without_mkdocs() -> None:
    """The outcome of the rule, whoever imports what on whose behalf."""
    loaded = "import sys; import mkdocs_resolutions.cli; assert 'mkdocs' not in sys.modules"
    answer = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("module", [name for name in MODULES if _room(name) not in SPEAKING])
def test_only_the_plugin_and_the_command_line_speak(module: str) -> None:
    tree = TREES[module]
    spoken = [
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "print"
    ]
    spoken += [name for name in _imported(tree) if name.split(".")[0] in ("logging", "warnings")]
    spoken += [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr")
    ]
    assert spoken == []


@pytest.mark.parametrize("module", [name for name in MODULES if _room(name) == "model"])
def test_values_are_frozen_and_have_slots(module: str) -> None:
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for decorator in map(ast.unparse, node.decorator_list):
                if "dataclass" in decorator:
                    settings = ("frozen=True", "slots=True")
                    assert all(setting in decorator for setting in settings), node.name


def test_no_room_is_a_lumber_room() -> None:
    names = {part for module in MODULES for part in module.split(".")}
    assert names & {"utils", "util", "helpers", "helper", "common", "misc", "tools"} == set()
