"""A resolution as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from mkdocs_resolutions.model import Clause, Resolution
from mkdocs_resolutions.publishing.labels import label_of, long_date

_WIDTH = 88


def plain_text(resolution: Resolution) -> str:
    """The whole resolution, each clause with its address, ending in a newline."""
    masthead = resolution.masthead
    lines = [str(resolution.symbol), *_wrap(masthead.title), ""]
    adopted = long_date(masthead.adopted)
    lines += [
        ", ".join(filter(None, (f"Adopted {adopted}" if adopted else "", masthead.meeting))),
        "",
    ]
    preamble, operative = [*_clauses(resolution.preamble)], [*_clauses(resolution.operative)]
    enacting = [masthead.enacting or "", ""]
    lines += [*preamble, *enacting] if resolution.enacted_below else [*enacting, *preamble]
    lines += operative
    for annex in resolution.annexes:
        lines += [annex.heading, *_wrap(annex.title), "", *_clauses(annex.clauses)]
    lines += [line for note in resolution.footnotes for line in _wrap(f"{note.num} {note.text}", 2)]
    return "\n".join(lines).rstrip() + "\n"


def _clauses(clauses: Iterable[Clause], depth: int = 0) -> Iterator[str]:
    for clause in clauses:
        number = f"{clause.num} " if clause.num else ""
        yield f"{' ' * 4 * depth}[{label_of(clause.id)}]  #{clause.id}"
        yield from _wrap(f"{number}{clause.text}", 4 * depth + 2)
        rows = ("  |  ".join(cell.text for cell in row) for row in clause.rows)
        for row in (*rows, *clause.table_notes):
            yield from _wrap(row, 4 * depth + 2)
        yield ""
        yield from _clauses(clause.clauses, depth + 1)


def _wrap(text: str, indent: int = 0) -> list[str]:
    pad = " " * indent
    return [
        line
        for paragraph in text.split("\n")
        for line in textwrap.wrap(
            paragraph, _WIDTH, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False
        )
    ]
