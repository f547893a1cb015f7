"""How well references are found: against labels made by hand.

`python -m benchmarks.quality.referenced --list places` names every one that is wrong or missing.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.quality.documents import DEFAULT_CORPUS, read_held
from benchmarks.quality.references import Labelled, Page, read_pages
from benchmarks.quality.shares import Share
from mkdocs_resolutions.corpus import OFFICIAL_SITE
from mkdocs_resolutions.linking import link
from mkdocs_resolutions.model import Resolution

_IBID = re.compile(r"ibid\b", re.IGNORECASE)
_ARTICLE = re.compile(r"the ", re.IGNORECASE)
_OTHER_ORGANS = ("S/RES/", "E/RES/", "A/HRC/RES/")


@dataclass(frozen=True, slots=True)
class Measure:
    """Which references are looked at, and when one found is the one that is labelled."""

    counts: Callable[[Labelled], bool]
    same: Callable[[Labelled, Labelled], bool]
    needs_all: bool
    """Whether the span, the kind and the target have to be certain, and not the symbol alone."""

    def is_open(self, label: Labelled) -> bool:
        """Whether a label is not certain enough to count."""
        return label.is_doubtful or (self.needs_all and not label.is_sure)


def is_document(one: Labelled) -> bool:
    """Whether a reference names another document, a treaty or an instrument."""
    return one.kind not in {"paragraph", "treaty-article"} and one.symbol != "this"


def is_place(one: Labelled) -> bool:
    """Whether it names a paragraph, an article or another part, or says `Ibid.`

    The name of a treaty or an instrument is none, though its footnote may cite an annex.
    """
    named = "#" in one.target and one.kind not in {"treaty", "instrument"}
    return named or one.symbol == "this" or bool(_IBID.match(one.text))


def overlap(one: Labelled, other: Labelled) -> bool:
    """Whether two references share a letter."""
    return one.place == other.place and one.start < other.end and other.start < one.end


def span(one: Labelled) -> tuple[str, int, int]:
    """Where it stands, without an article before it."""
    article = _ARTICLE.match(one.text)
    return one.place, one.start + (article.end() if article else 0), one.end


def target(one: Labelled) -> str:
    """Its target in one form.

    The first annex is the annex; a paragraph of a Council's resolution is `op4` or `para4`.
    """
    same = one.target.replace("#annex1", "#annex")
    return same.replace("#para", "#op") if same.startswith(_OTHER_ORGANS) else same


def same_document(one: Labelled, other: Labelled) -> bool:
    """Whether two overlap and name one document; an address is its own symbol."""
    return overlap(one, other) and (one.symbol or one.target) == (other.symbol or other.target)


def same_place(one: Labelled, other: Labelled) -> bool:
    """Whether two overlap and have one target."""
    return overlap(one, other) and target(one) == target(other)


def same_in_all(one: Labelled, other: Labelled) -> bool:
    """Whether two have one span, kind and target."""
    return span(one) == span(other) and one.kind == other.kind and target(one) == target(other)


MEASURES = {
    "documents": Measure(is_document, same_document, needs_all=False),
    "places": Measure(is_place, same_place, needs_all=True),
    "exact": Measure(lambda one: True, same_in_all, needs_all=True),
}


@dataclass(slots=True)
class Tally:
    """What was found and what of it was right, what was due and what of it was found."""

    found: int = 0
    due: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def precision(self) -> Share:
        """The right ones of those found."""
        return Share(self.found - len(self.wrong), self.found)

    @property
    def recall(self) -> Share:
        """The ones found of those due."""
        return Share(self.due - len(self.missing), self.due)

    def add(self, measure: Measure, page: Page, found: Sequence[Labelled]) -> None:
        """Count a document. What only an open label speaks of is neither right nor wrong."""
        sure = [one for one in page.references if not measure.is_open(one)]
        open_ones = [one for one in page.references if measure.is_open(one)]
        for one in found:
            right = any(measure.same(one, label) for label in sure)
            if not measure.counts(one) or (not right and any(overlap(one, x) for x in open_ones)):
                continue
            self.found += 1
            if not right:
                self.wrong.append(f"{page.symbol} {_told(one)}")
        for label in filter(measure.counts, sure):
            self.due += 1
            if not any(measure.same(one, label) for one in found):
                self.missing.append(f"{page.symbol} {_told(label)}")


@dataclass(slots=True)
class Referenced:
    """The tallies over all labelled documents, by measure."""

    documents: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})


def measure_references(corpus: Path) -> Referenced:
    """Find the references of every labelled document."""
    made = Referenced()
    for page in read_pages():
        resolution = read_held(corpus, page.symbol)
        if resolution is None:
            continue
        made.documents += 1
        found = [
            one
            for one in find_references(resolution)
            if not page.only or one.place in page.only
        ]  # fmt: skip
        for name, measure in MEASURES.items():
            made.tallies[name].add(measure, page, found)
    return made


def find_references(resolution: Resolution) -> Iterator[Labelled]:
    """What the program finds, in the form of the labels; what it leaves unlinked is not there."""
    for place, references in link(resolution, {}, OFFICIAL_SITE).references.items():
        for one in references:
            target = one.text if one.kind == "url" else one.target
            if target is not None:
                yield Labelled(
                    place, one.start, one.end, one.text, one.kind, one.symbol or "", target
                )


def _told(one: Labelled) -> str:
    return f"{one.place} {one.start}-{one.end} “{one.text}” {one.kind} {one.target}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares, and what is wrong or missing by the measures that are named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.referenced")
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=DEFAULT_CORPUS)
    parser.add_argument("--list", nargs="+", choices=[*MEASURES], default=[], metavar="MEASURE",
                        help=f"name what is wrong or missing: {', '.join(MEASURES)}")  # fmt: skip
    options = parser.parse_args(arguments)
    referenced = measure_references(options.corpus)
    if not referenced.documents:
        print(f"There is no labelled document in {options.corpus}.", file=sys.stderr)
        return 2
    for name, tally in referenced.tallies.items():
        print(f"{name:12}precision {tally.precision}  recall {tally.recall}")
    for name in options.list:
        for sort in ("wrong", "missing"):
            print(f"\n{name}, {sort}")
            print("\n".join(f"  {line}" for line in getattr(referenced.tallies[name], sort)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
