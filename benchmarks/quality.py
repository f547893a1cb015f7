"""How well raw files of one kind are read, measured against a better kind of the same documents.

    python benchmarks/quality.py [--corpus DIR]

The corpus holds `xml/en` (Akoma Ntoso, which says its structure itself) and `pdf` (the same
documents as printed). What poppler's `pdftotext` makes of each PDF, in reading order and by layout,
is parsed and compared with the parse of the XML: ids, words of clauses, footnotes and their marks,
fields of the masthead. Nothing of the corpus is kept.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs_resolutions.corpus import read_files
from mkdocs_resolutions.model import Resolution

FLAVOURS = {"reading order": [], "layout": ["-layout"]}
Figures = Counter[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; returns 2 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    default = os.environ.get("RESOLUTIONS_CORPUS", "../shared/corpus")
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=Path(default))
    corpus: Path = parser.parse_args(arguments).corpus
    if not (corpus / "xml" / "en").is_dir():
        print(f"There is no corpus in {corpus}: name one with --corpus.", file=sys.stderr)
        return 2
    _measure_xml(sorted((corpus / "xml" / "en").glob("*.xml")))
    if shutil.which("pdftotext") is None:
        print("Text is not measured: pdftotext (poppler-utils) is not here.", file=sys.stderr)
        return 0
    for name, options in FLAVOURS.items():
        _measure_text(corpus, name, options)
    return 0


def _measure_xml(files: Sequence[Path]) -> None:
    readings = read_files(files)
    found = sum(reading.parsed.resolution is not None for reading in readings)
    rules = Counter(notice.rule for reading in readings for notice in reading.parsed.notices)
    print(f"XML: {len(files)} files, {found} resolutions of {len(readings)}")
    print("  notices:", ", ".join(f"{rule} {count}" for rule, count in rules.most_common()))


def _measure_text(corpus: Path, name: str, options: Sequence[str]) -> None:
    figures = Figures()
    for text, gold in _pairs(corpus, options):
        _compare(text, gold, figures)
    print(f"text, {name}: {figures['documents']} documents")
    for what, whole in (
        ("read", "documents"),
        ("same ids", "documents"),
        ("same title", "documents"),
        ("same adoption", "documents"),
        ("ids found", "clauses"),
        ("words same", "clauses"),
        ("notes same", "notes"),
        ("marks same", "notes"),
    ):
        share = figures[what] / max(figures[whole], 1)
        print(f"  {what:14}{figures[what]:7,} of {figures[whole]:7,}  {share:.1%}")


def _pairs(corpus: Path, options: Sequence[str]) -> Iterator[tuple[Resolution | None, Resolution]]:
    with tempfile.TemporaryDirectory() as folder:
        for pdf in sorted((corpus / "pdf").glob("*.pdf")):
            xml = corpus / "xml" / "en" / f"{pdf.stem}.xml"
            if not xml.is_file():
                continue
            text = Path(folder, f"{pdf.stem}.txt")
            subprocess.run(["pdftotext", *options, str(pdf), str(text)], check=True)
            of_xml = read_files([xml])[0].parsed.resolution
            if of_xml:
                yield read_files([text])[0].parsed.resolution, of_xml


def _compare(text: Resolution | None, gold: Resolution, figures: Figures) -> None:
    wanted = {clause.id: _letters(clause.text) for clause in gold.clauses()}
    notes = {note.id: _letters(note.text) for note in gold.footnotes}
    figures.update({"documents": 1, "clauses": len(wanted), "notes": len(notes)})
    if text is None:
        return
    found = {clause.id: _letters(clause.text) for clause in text.clauses()}
    of_text = {note.id: _letters(note.text) for note in text.footnotes}
    figures["read"] += 1
    figures["same ids"] += found.keys() == wanted.keys()
    figures["same title"] += _letters(text.masthead.title) == _letters(gold.masthead.title)
    figures["same adoption"] += _adoption(text) == _adoption(gold)
    figures["ids found"] += len(wanted.keys() & found.keys())
    figures["words same"] += sum(found.get(name) == words for name, words in wanted.items())
    figures["notes same"] += sum(of_text.get(name) == words for name, words in notes.items())
    figures["marks same"] += (_marks(text) & _marks(gold)).total()


def _letters(text: str) -> str:
    """Words without spaces and hyphens, which the ends of lines lose."""
    return re.sub(r"[\s-]+", "", text)


def _adoption(resolution: Resolution) -> tuple[str | None, str | None]:
    return resolution.masthead.adopted, resolution.masthead.meeting


def _marks(resolution: Resolution) -> Counter[tuple[str, str]]:
    return Counter((mark.id, one.id) for one in resolution.clauses() for mark in one.footnotes)


if __name__ == "__main__":
    sys.exit(main())
