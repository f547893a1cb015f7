"""Verdicts: who erred where the witnesses, or they and we, disagree on the ids of a document.

They were found by looking at the official PDF where it is held (sessions 78 to 80), else at the
numbers that the XML itself prints. `verdicts.tsv` holds them, a line a document:

- who erred: `walk`, `second` (the second opinion), `walk, second`, or `ours`;
- the kind of error;
- how many paragraphs the document has, and some ids that it has (`!id`: has not).

A verdict names so much of the document as tells whether what is read today is what was judged.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "verdicts.tsv"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who erred about a document, how, and what is right."""

    symbol: str
    erred: tuple[str, ...]
    kind: str
    paragraphs: int
    ids: tuple[str, ...]

    def confirms(self, found: Collection[str]) -> bool:
        """Whether the ids found of a document are those that were judged right."""
        right = all(
            name[1:] not in found if name.startswith("!") else name in found for name in self.ids
        )
        return right and len(found) == self.paragraphs


def read_verdicts(file: Path = FILE) -> Mapping[str, Verdict]:
    """The verdicts by the symbol of their document."""
    with file.open(encoding="utf-8", newline="") as rows:
        return {
            row["document"]: Verdict(
                row["document"],
                tuple(row["erred"].split(", ")),
                row["kind"],
                int(row["paragraphs"]),
                tuple(row["ids"].split()),
            )
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
