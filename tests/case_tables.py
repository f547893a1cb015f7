"""Case tables in Markdown: a title, then what is given and what is expected, between lone dots.

    A title
    .
    given
    .
    expected
    .

Headings part the table into topics; whatever else stands outside a case is prose.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "cases"
FENCE = "."


class MalformedTable(ValueError):
    """A table has a case without a title or without its end."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case; `line` is that of its title, `expected_line` that of the first line expected."""

    path: Path
    topic: str
    title: str
    line: int
    given: str
    expected: str
    expected_line: int

    def check(self, actual: str) -> None:
        """Fail with the file and the line of the table where `actual` begins to differ."""
        if actual == self.expected:
            return
        wanted, got = self.expected.split("\n"), actual.split("\n")
        pairs = zip(wanted, got, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        place = f"{_shown(self.path)}:{self.expected_line + same}"
        diff = difflib.unified_diff(wanted, got, "expected", "actual", lineterm="", n=2)
        pytest.fail("\n".join((f"{place}: {self.topic}: {self.title}", *diff)), pytrace=False)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a table in order; raises MalformedTable with the place."""
    lines = path.read_text(encoding="utf-8").splitlines()
    topic, at = "", 0
    while at < len(lines):
        heading = re.fullmatch(r"#+ (.+)", lines[at])
        topic = heading[1] if heading else topic
        if lines[at] != FENCE:
            at += 1
            continue
        try:
            middle = lines.index(FENCE, at + 1)
            end = lines.index(FENCE, middle + 1)
        except ValueError:
            raise MalformedTable(f"{_shown(path)}:{at + 1}: a case without an end") from None
        title = lines[at - 1].strip() if at else ""
        if not title or title.startswith("#"):
            raise MalformedTable(f"{_shown(path)}:{at + 1}: a case without a title")
        given, expected = "\n".join(lines[at + 1 : middle]), "\n".join(lines[middle + 1 : end])
        yield Case(path, topic, title, at, given, expected, middle + 2)
        at = end + 1


def table(name: str) -> list[object]:
    """The cases of `cases/<name>.md` as parameters of a test, named by their line."""
    path = FOLDER / f"{name}.md"
    return [pytest.param(case, id=f"{path.name}:{case.line}") for case in read_cases(path)]


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()
