"""Whether references agree with the links of the XML itself, which are evidence and not truth.

`python -m benchmarks.quality.linked` names every one that does not.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.quality.documents import DEFAULT_CORPUS
from benchmarks.quality.shares import Share
from mkdocs_resolutions.corpus import read_files
from mkdocs_resolutions.linking import Citation, cite
from mkdocs_resolutions.linking.evidence import said_by, says
from mkdocs_resolutions.model import Clause, Footnote, Link, Resolution


@dataclass(slots=True)
class Agreement:
    """How many links of the XML say what our references say, and which do not."""

    right: int = 0
    other: list[str] = field(default_factory=list)
    """Links whose words are another document to us, or an open number."""
    missed: list[str] = field(default_factory=list)
    """Links whose words are no reference to us."""

    @property
    def share(self) -> Share:
        """The links that agree, of all to a document of the United Nations."""
        return Share(self.right, self.right + len(self.other) + len(self.missed))

    def add(self, resolution: Resolution) -> None:
        """Count the links of a resolution; its references are found without their help."""
        found = {one.place: one.citations for one in cite(without_links(resolution))}
        places: list[Clause | Footnote] = [*resolution.clauses(), *resolution.footnotes]
        for where in places:
            for link in whole_links(where.links):
                said = said_by(link)
                # A link that holds no letter is a leftover of an editor.
                if said and re.search(r"\w", where.text[link.start : link.end]):
                    self._count(resolution, where, link, said, found.get(where.id, ()))

    def _count(
        self,
        resolution: Resolution,
        where: Clause | Footnote,
        link: Link,
        said: str,
        citations: Iterable[Citation],
    ) -> None:
        there = [
            one
            for one in citations
            if one.start < link.end and link.start < one.end and one.kind != "url"
        ]
        told = f"{resolution.symbol} {where.id} “{where.text[link.start : link.end]}” link {said}"
        if any(one.symbol and says(said, one.symbol) for one in there):
            self.right += 1
        elif there:
            ours = ", ".join(one.symbol or f"open: {one.why}" for one in there)
            self.other.append(f"{told}, ours {ours}")
        else:
            self.missed.append(told)


def without_links(resolution: Resolution) -> Resolution:
    """A resolution whose raw file had no links."""
    return replace(
        resolution,
        preamble=_bare(resolution.preamble),
        operative=_bare(resolution.operative),
        annexes=tuple(replace(one, clauses=_bare(one.clauses)) for one in resolution.annexes),
        footnotes=tuple(replace(note, links=()) for note in resolution.footnotes),
    )


def _bare(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(replace(one, links=(), clauses=_bare(one.clauses)) for one in clauses)


def whole_links(links: Iterable[Link]) -> Iterator[Link]:
    """Links of a text; those that an editor cut in pieces are whole again."""
    last: Link | None = None
    for link in links:
        if last and last.address == link.address and link.start - last.end <= 1:
            last = last._replace(end=link.end)
            continue
        if last:
            yield last
        last = link
    if last:
        yield last


def measure_links(corpus: Path) -> Agreement:
    """Look at every link of the XML of a corpus."""
    made = Agreement()
    for reading in read_files(sorted((corpus / "xml" / "en").glob("*.xml"))):
        if reading.parsed.resolution:
            made.add(reading.parsed.resolution)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the share, and every link that does not agree."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.linked")
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=DEFAULT_CORPUS)
    agreement = measure_links(parser.parse_args(arguments).corpus)
    if not agreement.share.whole:
        print("There is no XML with links.", file=sys.stderr)
        return 2
    print(f"agree {agreement.share}")
    for name in ("other", "missed"):
        print(f"\n{name}")
        print("\n".join(f"  {line}" for line in getattr(agreement, name)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
