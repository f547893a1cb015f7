"""Labels: what a reader says the references of a resolution are.

`references/` holds a file a resolution, `A_RES_77_66.tsv`. Its first line is `# A/RES/77/66` and,
where only some of it is labelled, the ids of these clauses; then comes a line a reference of eight
columns: where it stands, start, end, text, kind, symbol, target, sign. What counts as one and
what each column says: `references/README.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from mkdocs_resolutions.model import ReferenceKind

FOLDER = Path(__file__).parent / "references"

KINDS = frozenset(get_args(ReferenceKind))
SIGNS = frozenset({"", "~", "?"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reference as a reader marked it; `symbol` is empty where it has none (an address)."""

    place: str
    start: int
    end: int
    text: str
    kind: str
    symbol: str
    target: str
    sign: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether a careful second reader could say otherwise: it counts in no score."""
        return self.sign == "?"

    @property
    def is_sure(self) -> bool:
        """Whether its span, kind and target are certain, and not its symbol alone."""
        return not self.sign


@dataclass(frozen=True, slots=True)
class Page:
    """The labels of a resolution; `only` are the clauses that were labelled, empty for all."""

    symbol: str
    only: frozenset[str]
    references: tuple[Labelled, ...]


def read_page(path: Path) -> Page:
    """The labels of a file. Raises ValueError, which names file and line, where it has no sense."""
    first, *rows = path.read_text(encoding="utf-8").splitlines()
    mark, *words = first.split(" ")
    if mark != "#" or not words:
        raise ValueError(f"{path.name}:1: not a symbol: {first}")
    references = []
    for line, row in enumerate(rows, start=2):
        try:
            references.append(read_reference(row.split("\t")))
        except ValueError as error:
            raise ValueError(f"{path.name}:{line}: {error}") from None
    return Page(words[0], frozenset(words[1:]), tuple(references))


def read_pages(folder: Path = FOLDER) -> tuple[Page, ...]:
    """The labels of every resolution, in the order of the files' names."""
    return tuple(read_page(path) for path in sorted(folder.glob("*.tsv")))


def read_reference(columns: Sequence[str]) -> Labelled:
    """The label of one line. Raises ValueError where its columns contradict each other."""
    place, start, end, text, kind, symbol, target, sign = columns
    label = Labelled(place, int(start), int(end), text, kind, symbol, target, sign)
    if kind not in KINDS:
        raise ValueError(f"no kind: {kind!r}")
    if sign not in SIGNS:
        raise ValueError(f"no sign: {sign!r}")
    if label.end - label.start != len(text):
        raise ValueError(f"{text!r} is not as long as its span")
    if target.partition("#")[0] != symbol and kind != "url":
        raise ValueError(f"{target!r} is not in {symbol!r}")
    return label
