"""Print how long it takes to compare consecutive resolutions, on one core. See README.md."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path

from benchmarks.quality.documents import consecutive
from mkdocs_resolutions.comparing import compare
from mkdocs_resolutions.corpus import collect_seldom
from mkdocs_resolutions.model import Resolution

PAIRS = 835
"""Consecutive pairs of equal titles in sessions 75 to 80, as the field notes count them."""


def main() -> int:
    """Compare `PAIRS` pairs, then half as many, and print the seconds of the processor."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("RESOLUTIONS_CORPUS", "../shared/corpus"))
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=default)
    parser.add_argument("--rounds", type=int, metavar="N", default=3, help="the best counts (3)")
    given = parser.parse_args()
    collect_seldom()  # as a build does
    pairs = [*consecutive(given.corpus)]
    if not pairs:
        print(f"There is no corpus in {given.corpus}: name one with --corpus.", file=sys.stderr)
        return 2
    print(f"{'pairs':>8}{'seconds':>10}{'slowest':>10}   ({len(pairs)} of the corpus, in turn)")
    for count in (PAIRS, PAIRS // 2):
        times = [_seconds(islice(cycle(pairs), count)) for _ in range(given.rounds)]
        print(f"{count:>8}{min(times):>10.1f}{max(times):>10.1f}", flush=True)
    return 0


def _seconds(pairs: Iterable[tuple[Resolution, Resolution]]) -> float:
    start = time.process_time()
    for earlier, later in pairs:
        compare(earlier, later)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
