"""Print how many documents a second references are found and resolved in, on one core."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs_resolutions.corpus import OFFICIAL_SITE, held_ids, read_files
from mkdocs_resolutions.linking import cite, find_citers, link
from mkdocs_resolutions.model import Resolution

ROUNDS = 3


def main() -> int:
    """Find and resolve the references of half the documents, then of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("RESOLUTIONS_CORPUS", "../shared/corpus"))
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=default)
    folder = parser.parse_args().corpus / "xml" / "en"
    if not folder.is_dir():
        print(f"There is no corpus in {folder}: name one with --corpus.", file=sys.stderr)
        return 2
    readings = read_files(sorted(folder.glob("*.xml")))
    held = held_ids(readings)
    texts = [one.parsed.resolution for one in readings if one.parsed.resolution]
    print(f"{'documents':>9}{'find':>8}{'and resolve':>13}{'and turn round':>16}   a second")
    for some in (texts[::2], texts):
        find, resolve, turn = measure(some, held)
        print(f"{len(some):>9,}{find:>8,.0f}{resolve:>13,.0f}{turn:>16,.0f}")
    return 0


def measure(
    texts: Sequence[Resolution], held: dict[str, frozenset[str]]
) -> tuple[float, float, float]:
    """Documents a second of finding, of finding and resolving, of both and who cites whom."""

    def find() -> None:
        for text in texts:
            deque(cite(text), maxlen=0)

    def resolve() -> None:
        for text in texts:
            link(text, held, OFFICIAL_SITE)

    def turn() -> None:
        find_citers((text, link(text, held, OFFICIAL_SITE)) for text in texts)

    return _pace(texts, find), _pace(texts, resolve), _pace(texts, turn)


def _pace(texts: Sequence[Resolution], step: Callable[[], None]) -> float:
    """Documents a second in the best of some rounds, in seconds of the processor."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        step()
        spent.append(time.process_time() - start)
    return len(texts) / min(spent)


if __name__ == "__main__":
    sys.exit(main())
