"""A series of the shared corpus says what a careful reader says of it, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from case_tables import Case, table
from mkdocs_resolutions.comparing import trace
from mkdocs_resolutions.corpus import parse_file
from mkdocs_resolutions.model import Change, Comparison, Resolution, Series
from shared_corpus import CORPUS, MISSING

YEARS = ("63/71", "70/54", "71/45", "72/54", "73/54", "74/62",
         "75/62", "76/47", "77/79", "78/32", "79/58", "80/52")  # fmt: skip


@cache
def _comparisons() -> dict[str, Comparison]:
    held = tuple(map(_held, YEARS))
    history = trace(Series("cluster-munitions", "Cluster munitions", ()), held)
    return {f"{one.earlier} {one.later}": one for one in history.comparisons}


def _held(symbol: str) -> Resolution:
    """A member of the series, from XML where there is any."""
    name = f"A_RES_{symbol.replace('/', '_')}"
    xml = CORPUS / "xml" / "en" / f"{name}.xml"
    [parsed] = parse_file(xml if xml.exists() else CORPUS / "text" / f"{name}.txt")
    assert parsed.resolution
    return parsed.resolution


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
@pytest.mark.parametrize("case", table("walk"))
def test_a_pair_says_what_its_reader_says(case: Case) -> None:
    comparison = _comparisons()[case.given]
    wanted = dict(_remarks(case.expected))
    lines = [f"{comparison.count('unchanged')} unchanged"]
    for change in comparison.changes:
        if not change.is_quiet:
            kept = [one for one in wanted.get(_name(change), ()) if one in _facts(change)]
            lines.append(f"{_name(change)}: {', '.join(kept)}" if kept else _name(change))
    case.check("\n".join(lines))


def _remarks(expected: str) -> Iterator[tuple[str, list[str]]]:
    for line in expected.splitlines():
        name, _, remarks = line.partition(": ")
        yield name, remarks.split(", ")


def _name(change: Change) -> str:
    said = [change.kind, ", ".join(change.before), ">", ", ".join(change.after), change.weight]
    return " ".join(filter(None, said))


def _facts(change: Change) -> set[str]:
    """All that can be remarked of a change."""
    opened = change.opening
    qualified = (f"{'added' if one.added else 'dropped'} {one.phrase}" for one in change.qualifiers)
    return {
        *change.reasons,
        (opened.direction or "silent") if opened else "no opening",
        *qualified,
        *(f"note {note.change}" for note in change.footnotes),
        f"from {change.returned_from}",
    }
