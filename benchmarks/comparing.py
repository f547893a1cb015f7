"""Print how long it takes to compare consecutive resolutions, on one core. See README.md."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from mkdocs_resolutions.comparing import compare
from mkdocs_resolutions.corpus import collect_seldom, parse_file
from mkdocs_resolutions.model import Resolution

PAIRS = 835
"""Consecutive pairs of equal titles in sessions 75 to 80, as the field notes count them."""


def main() -> int:
    """Compare every pair once, then half of them, and print the seconds that `PAIRS` would take."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("RESOLUTIONS_CORPUS", "../shared/corpus"))
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=default)
    folder = parser.parse_args().corpus / "xml" / "en"
    if not folder.is_dir():
        print(f"There is no corpus in {folder}: name one with --corpus.", file=sys.stderr)
        return 2
    collect_seldom()  # as a build does
    pairs = [*_pairs(folder)]
    print(f"{'pairs':>8}{'seconds':>10}{f'for {PAIRS}':>12}")
    for some in (pairs, pairs[::2]):
        start = time.process_time()
        for earlier, later in some:
            compare(earlier, later)
        spent = time.process_time() - start
        print(f"{len(some):>8}{spent:>10.1f}{spent / len(some) * PAIRS:>12.1f}")
    return 0


def _pairs(folder: Path) -> Iterator[tuple[Resolution, Resolution]]:
    """Resolutions of one title, each with the next."""
    titles: dict[str, list[Resolution]] = {}
    for path in sorted(folder.glob("*.xml")):
        for parsed in parse_file(path):
            if parsed.resolution:
                title = parsed.resolution.masthead.title.casefold()
                titles.setdefault(title, []).append(parsed.resolution)
    for several in titles.values():
        yield from pairwise(sorted(several, key=lambda one: one.symbol))


if __name__ == "__main__":
    sys.exit(main())
