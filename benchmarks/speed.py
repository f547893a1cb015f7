"""How many documents a second are read and parsed on one core: `make speed`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, starmap
from pathlib import Path
from typing import TypeVar

from lxml import etree

from benchmarks.quality.flavours import FLAVOURS
from mkdocs_resolutions.parsing import Parsed, parse
from mkdocs_resolutions.reading import Manuscript, Unreadable, read

OWN = [Path("content/resolutions"), Path("tests/golden/raw")]
"""Where raw files lie in the repository itself: what is timed where there is no corpus."""

_Made = TypeVar("_Made")

Raw = tuple[bytes, str]
"""The bytes of a raw file, and its name."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Documents a second: of each step alone and of both; `bare` is what lxml alone does."""

    documents: int
    read: float
    parse: float
    both: float
    bare: tuple[float, float] | None
    """The slowest and the fastest round; None for what is no XML."""

    def __str__(self) -> str:
        bare = f"{self.bare[0]:8,.0f} – {self.bare[1]:,.0f}" if self.bare else ""
        return f"{self.documents:9,}{self.read:8,.0f}{self.parse:8,.0f}{self.both:8,.0f}{bare}"


def measure(raws: Sequence[Raw], rounds: int) -> Pace:
    """The best of some rounds over some files, after one that fills the caches."""
    times: list[tuple[float, float, float]] = []
    is_xml = all(name.endswith(".xml") for _, name in raws)
    for _ in range(rounds + 1):
        several, reading = _timed(lambda: [*starmap(read, raws)])
        manuscripts = [*chain.from_iterable(several)]
        _, parsing = _timed(partial(_parse_all, manuscripts))
        _, bare = _timed(lambda: [etree.fromstring(data) for data, _ in raws] if is_xml else [])
        times.append((reading, parsing, bare))
    readings, parsings, bares = zip(*times[1:], strict=True)
    count = len(raws)
    return Pace(
        count,
        count / min(readings),
        count / min(parsings),
        count / (min(readings) + min(parsings)),
        (count / max(bares), count / min(bares)) if is_xml else None,
    )


def _parse_all(manuscripts: Sequence[Manuscript]) -> list[Parsed]:
    return [*map(parse, manuscripts)]


def _timed(step: Callable[[], _Made]) -> tuple[_Made, float]:
    """What a step gives, and the seconds it had of the processor, whatever else ran meanwhile."""
    start = time.process_time()
    made = step()
    return made, time.process_time() - start


def _formats(corpus: Path, every: int) -> Iterator[tuple[str, list[Raw]]]:
    """The raw files of each format: of the corpus, or of the repository where there is none."""
    if not corpus.is_dir():
        files = [file for folder in OWN for file in sorted(folder.iterdir())]
        yield "XML", _raws(file for file in files if file.suffix == ".xml")
        yield "marked text", _raws(file for file in files if file.suffix == ".txt")
        return
    yield "XML", _raws(sorted((corpus / "xml" / "en").glob("*.xml"))[::every])
    pdfs = sorted((corpus / "pdf").glob("*.pdf"))[::every]
    for flavour in FLAVOURS:
        if not flavour.is_here:
            print(
                f"{flavour.name[:1].upper()}{flavour.name[1:]}: {flavour.program} is not here.",
                file=sys.stderr,
            )
            continue
        with tempfile.TemporaryDirectory() as name:
            raws = _raws(flavour.convert(pdf, Path(name)) for pdf in pdfs)
        yield flavour.name, raws
    marked = [*(corpus / "text").iterdir(), *OWN[0].glob("*.txt")]
    yield "marked text", _raws(sorted(marked))


def _raws(files: Iterator[Path] | Sequence[Path]) -> list[Raw]:
    """Files that can be read, with their bytes."""
    return [raw for raw in ((file.read_bytes(), file.name) for file in files) if _is_read(raw)]


def _is_read(raw: Raw) -> bool:
    try:
        read(*raw)
    except Unreadable:
        return False
    return True


def main() -> None:
    """Print a line for each format."""
    options = argparse.ArgumentParser(prog="make speed", description=__doc__)
    default = Path(os.environ.get("RESOLUTIONS_CORPUS", "../shared/corpus"))
    options.add_argument("--corpus", type=Path, metavar="DIR", default=default)
    options.add_argument(
        "--every", type=int, metavar="N", default=5, help="time every Nth document (5)"
    )
    options.add_argument("--rounds", type=int, metavar="N", default=5, help="the best counts (5)")
    given = options.parse_args()
    print(f"{'a second, one core':24}{'files':>9}{'read':>8}{'parse':>8}{'both':>8}{'lxml':>10}")
    for name, raws in _formats(given.corpus, given.every):
        if raws:
            print(f"{name:24}{measure(raws, given.rounds)}", flush=True)


if __name__ == "__main__":
    main()
