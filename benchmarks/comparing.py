"""Print how long it takes to compare consecutive resolutions, on one core. See README.md."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from benchmarks.quality.documents import consecutive
from mkdocs_resolutions.comparing import compare
from mkdocs_resolutions.corpus import collect_seldom

PAIRS = 835
"""Consecutive pairs of equal titles in sessions 75 to 80, as the field notes count them."""


def main() -> int:
    """Compare every pair once, then half of them, and print the seconds that `PAIRS` would take."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("RESOLUTIONS_CORPUS", "../shared/corpus"))
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=default)
    corpus = parser.parse_args().corpus
    collect_seldom()  # as a build does
    pairs = [*consecutive(corpus)]
    if not pairs:
        print(f"There is no corpus in {corpus}: name one with --corpus.", file=sys.stderr)
        return 2
    print(f"{'pairs':>8}{'seconds':>10}{f'for {PAIRS}':>12}")
    for some in (pairs, pairs[::2]):
        start = time.process_time()
        for earlier, later in some:
            compare(earlier, later)
        spent = time.process_time() - start
        print(f"{len(some):>8}{spent:>10.1f}{spent / len(some) * PAIRS:>12.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
