"""The series on the Convention on Cluster Munitions, year by year, from text and from XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.outline import letters
from mkdocs_resolutions.corpus import read_files
from mkdocs_resolutions.model import Resolution

MEMBERS = ("63/71", "70/54", "71/45", "72/54", "73/54", "74/62",
           "75/62", "76/47", "77/79", "78/32", "79/58", "80/52")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the series in the formats held: paragraphs of each part, and how they agree.

    `paragraphs` is by format; `differing` has the ids that differ between two formats, in number
    or words, None where only one is held.
    """

    number: str
    paragraphs: dict[str, str]
    differing: tuple[str, ...] | None


def cluster_munitions(corpus: Path) -> tuple[Member, ...]:
    """Every member of the series, held or not."""
    return tuple(_member(corpus, number) for number in MEMBERS)


def _member(corpus: Path, number: str) -> Member:
    name = f"A_RES_{number.replace('/', '_')}"
    held = dict(_held({"text": corpus / "text" / f"{name}.txt",
                       "xml": corpus / "xml" / "en" / f"{name}.xml"}))  # fmt: skip
    differing = _differing(held["text"], held["xml"]) if len(held) == 2 else None
    return Member(number, {form: _counts(one) for form, one in held.items()}, differing)


def _held(files: dict[str, Path]) -> Iterator[tuple[str, Resolution]]:
    for form, file in files.items():
        resolution = read_files([file])[0].parsed.resolution if file.is_file() else None
        if resolution:
            yield form, resolution


def _counts(resolution: Resolution) -> str:
    preamble = sum(one.kind == "preambular" for one in resolution.preamble)
    operative = sum(one.kind == "operative" for one in resolution.operative)
    return f"{preamble} PP, {operative} OP, {len(resolution.footnotes)} notes"


def _differing(text: Resolution, xml: Resolution) -> tuple[str, ...]:
    """The ids of clauses and notes that are not in both with the same words."""
    one, other = _words(text), _words(xml)
    return tuple(name for name in {**other, **one} if one.get(name) != other.get(name))


def _words(resolution: Resolution) -> dict[str, str]:
    clauses = {clause.id: letters(clause.text) for clause in resolution.clauses()}
    return {**clauses, **{note.id: letters(note.text) for note in resolution.footnotes}}
