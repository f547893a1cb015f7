"""Labels: what a reader says became of each clause from one member of a series to the next.

`pairs/` holds a file a pair of consecutive resolutions, `77-79--78-32.tsv`. Its first line names
them, `# A/RES/77/79 > A/RES/78/32`; then comes a line a change, in the order of the later text,
removed clauses where they stood, of six columns: kind, ids before, ids after, weight, flags, note.
How the labels were made and what each word means: benchmarks/README.md, Labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pairs"

KINDS = frozenset({"unchanged", "edited", "added", "removed", "split", "merged"})
WEIGHTS = frozenset({"", "editorial", "routine", "substantive"})
FLAGS = frozenset(
    {
        *("moved", "moved?"),
        *("opening", "stronger", "weaker", "silent"),
        *("qualifier+", "qualifier-"),
        "?",
    }
)


@dataclass(frozen=True, slots=True)
class Label:
    """What became of a clause, by ids; `weight` is empty where none is said for sure."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    weight: str
    flags: frozenset[str]
    note: str

    @property
    def is_doubtful(self) -> bool:
        """Whether a careful second reader could say otherwise: such a line counts in no score."""
        return "?" in self.flags


@dataclass(frozen=True, slots=True)
class Pair:
    """The labels of two consecutive resolutions, which are named by their symbols."""

    earlier: str
    later: str
    changes: tuple[Label, ...]


def read_pair(path: Path) -> Pair:
    """The labels of a file. Raises ValueError, which names file and line, where it has no sense."""
    first, *rows = path.read_text(encoding="utf-8").splitlines()
    mark, *symbols = first.replace(" > ", " ").split(" ")
    if mark != "#" or len(symbols) != 2:
        raise ValueError(f"{path.name}:1: not two symbols: {first}")
    labels = []
    for line, row in enumerate(rows, start=2):
        try:
            labels.append(read_label(row.split("\t")))
        except ValueError as error:
            raise ValueError(f"{path.name}:{line}: {error}") from None
    return Pair(symbols[0], symbols[1], tuple(labels))


def read_pairs(folder: Path = FOLDER) -> tuple[Pair, ...]:
    """The labels of every pair, in the order of the files' names."""
    return tuple(read_pair(path) for path in sorted(folder.glob("*.tsv")))


def read_label(columns: Sequence[str]) -> Label:
    """The label of one line. Raises ValueError where its columns contradict each other."""
    kind, before, after, weight, flags, note = columns
    label = Label(kind, ids(before), ids(after), weight, frozenset(ids(flags)), note)
    if kind not in KINDS or not fits(label):
        raise ValueError(f"{before} > {after} cannot be {kind!r}")
    if weight not in WEIGHTS or (weight and kind in {"unchanged", "added", "removed"}):
        raise ValueError(f"no weight of {kind}: {weight!r}")
    if unknown := label.flags - FLAGS:
        raise ValueError(f"unknown flags: {', '.join(sorted(unknown))}")
    return label


def ids(column: str) -> tuple[str, ...]:
    """The parts of a column that commas separate; of an empty one none."""
    return tuple(column.split(",")) if column else ()


def fits(label: Label) -> bool:
    """Whether a change of this kind has so many clauses before and after."""
    before, after = len(label.before), len(label.after)
    return {
        "added": (before, after) == (0, 1),
        "removed": (before, after) == (1, 0),
        "split": before == 1 and after > 1,
        "merged": before > 1 and after == 1,
    }.get(label.kind, (before, after) == (1, 1))
