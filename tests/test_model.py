"""The case tables of the model: numbers, symbols, anchors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from case_tables import Case, MalformedTable, read_cases, table
from mkdocs_resolutions.model import Anchor, AnchorError, Symbol, SymbolError, official_url
from mkdocs_resolutions.model.anchor import mark_id, note_id, section_value
from mkdocs_resolutions.model.numeral import from_roman, label_value, to_roman
from outlines import print_ids, read_outline

NONE = "—"
"""Stands in the tables for what has no value."""

Reader = Callable[[list[str]], list[str]]


def each(read: Callable[[str], object]) -> Reader:
    """A topic whose lines are cases of their own."""
    return lambda lines: [_shown(read, line) for line in lines]


def _shown(read: Callable[[str], object], line: str) -> str:
    try:
        value = read(line)
    except (SymbolError, AnchorError):
        return NONE
    return NONE if value is None else str(value)


def _siblings(labels: list[str]) -> list[str]:
    values: list[str | None] = [None]
    for label in labels:
        values.append(section_value(label, values[-1]))
    return [value or NONE for value in values[1:]]


def _notes(numbers: list[str]) -> list[str]:
    return [note_id(number, place) for place, number in enumerate(numbers, start=1)]


def _parts(text: str) -> str:
    symbol = Symbol.parse(text)
    numbers = " ".join(str(part or "-") for part in (symbol.session, symbol.number, symbol.part))
    return f"{numbers} → {symbol.whole}"


def _taken_apart(text: str) -> str:
    anchor = Anchor.parse(text)
    assert str(anchor) == text
    if anchor.annex and not anchor.steps:
        return anchor.annex
    return " ".join((anchor.annex or "-", *anchor.steps))


NUMERALS: dict[str, Reader] = {
    "Labels": each(label_value),
    "Roman numerals": each(from_roman),
    "Sections": _siblings,
    "Footnotes": _notes,
}
SYMBOLS: dict[str, Reader] = {
    "Normal form": each(Symbol.parse),
    "Short form": each(Symbol.resolution),
    "Address": each(lambda line: Symbol.parse(line).address),
    "Spoken": each(lambda line: Symbol.parse(line).spoken),
    "Slug": each(lambda line: Symbol.parse(line).slug),
    "Parts": each(_parts),
    "Order": lambda lines: [str(symbol) for symbol in sorted(map(Symbol.parse, lines))],
    "Official address": each(official_url),
}
GRAMMAR: dict[str, Reader] = {"Accepted": each(_taken_apart), "Rejected": each(_taken_apart)}


@pytest.mark.parametrize("case", table("numerals"))
def test_numerals(case: Case) -> None:
    case.check("\n".join(NUMERALS[case.topic](case.given.split("\n"))))


@pytest.mark.parametrize("case", table("symbols"))
def test_symbols(case: Case) -> None:
    case.check("\n".join(SYMBOLS[case.topic](case.given.split("\n"))))


@pytest.mark.parametrize("case", table("anchors"))
def test_anchors(case: Case) -> None:
    if case.topic in GRAMMAR:
        case.check("\n".join(GRAMMAR[case.topic](case.given.split("\n"))))
        return
    parts = read_outline(case.given)
    case.check("\n".join(line for part in parts for line in print_ids(part.number())))


def test_a_case_fails_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "table.md"
    file.write_text("# Topic\n\nTitle\n.\na\nb\n.\na\nc\n.\n", encoding="utf-8")
    (case,) = read_cases(file)
    case.check("a\nc")
    with pytest.raises(pytest.fail.Exception, match=r"table\.md:9: Topic: Title"):
        case.check("a\nb")


@pytest.mark.parametrize("text", ["Title\n.\na\n.\nb\n", "# Topic\n.\na\n.\nb\n.\n"])
def test_a_malformed_table_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "table.md"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(MalformedTable, match=r"table\.md:2"):
        list(read_cases(file))


@pytest.mark.parametrize("value", [0, -1, 4000])
def test_numbers_without_a_roman_numeral(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        to_roman(value)


def test_marks_of_a_note() -> None:
    assert [mark_id("fn2", occurrence) for occurrence in (1, 2, 3)] == [
        "fn2-ref", "fn2-ref-2", "fn2-ref-3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("anchor", "parent"),
    [
        ("op3-a-i", "op3-a"),
        ("s10-sa-op2", "s10-sa"),
        ("annex3-u7-p1", "annex3-u7"),
        ("annex3-u7", "annex3"),
        ("annex3", None),
        ("op3", None),
        ("title", None),
    ],
)
def test_parent_of_an_anchor(anchor: str, parent: str | None) -> None:
    found = Anchor.parse(anchor).parent
    assert (str(found) if found else None) == parent
