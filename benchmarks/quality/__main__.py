"""Print how well real documents are read: `make measure`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.quality.chance import measure_chance
from benchmarks.quality.compared import measure_comparisons
from benchmarks.quality.documents import DEFAULT_CORPUS, examine, find_documents
from benchmarks.quality.flavours import FLAVOURS
from benchmarks.quality.linked import measure_links
from benchmarks.quality.referenced import measure_references
from benchmarks.quality.report import as_text, build_report, moved
from benchmarks.quality.series import cluster_munitions
from benchmarks.quality.verdicts import read_verdicts


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; returns 2 where there is nothing to measure."""
    options = _options(arguments)
    if not (options.corpus / "xml" / "en").is_dir():
        print(f"There is no corpus in {options.corpus}: name one with --corpus.", file=sys.stderr)
        return 2
    flavours = tuple(flavour for flavour in FLAVOURS if flavour.is_here)
    for flavour in FLAVOURS:
        if flavour not in flavours:
            reason = f"{flavour.program} is not here"
            print(
                f"{flavour.name[:1].upper()}{flavour.name[1:]} is not measured: {reason}.",
                file=sys.stderr,
            )
    documents = find_documents(options.corpus)[:: options.every]
    with ProcessPoolExecutor() as pool:
        names = [flavour.name for flavour in flavours]
        findings = [*pool.map(partial(examine, flavours=names), documents, chunksize=4)]
    report = build_report(
        findings,
        cluster_munitions(options.corpus),
        read_verdicts(),
        measure_comparisons(options.corpus, options.every),
        measure_chance(options.corpus, options.every),
        measure_references(options.corpus),
        measure_links(options.corpus),
    )
    if options.json:
        text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
        options.json.write_text(text, encoding="utf-8")
    if options.against:
        before = json.loads(options.against.read_text(encoding="utf-8"))
        print("\n".join(moved(before, report)) or "Nothing moved.")
    else:
        print("\n".join(as_text(report)))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make measure", description=__doc__)
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=DEFAULT_CORPUS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report for machines")
    parser.add_argument(
        "--against", type=Path, metavar="FILE", help="print only what moved since such a report"
    )
    parser.add_argument(
        "--every", type=int, metavar="N", default=1, help="measure every Nth document only"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
