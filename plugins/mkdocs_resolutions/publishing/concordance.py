"""What the texts of a corpus say of the documents they cite, for cards and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.linking import MASTHEAD, words_of
from mkdocs_resolutions.model import Annex, Clause, Footnote
from mkdocs_resolutions.publishing.labels import Labels
from mkdocs_resolutions.publishing.sayings import Sayings

Part = Clause | Footnote | Annex


@dataclass(slots=True)
class Concordance:
    """Looks up the parts of the texts of a corpus, and what all of them say."""

    corpus: Corpus
    said: Sayings = field(init=False)
    _parts: dict[str, Mapping[str, Part]] = field(default_factory=dict)
    _words: dict[str, Mapping[str, str]] = field(default_factory=dict)
    _labels: dict[str, tuple[Labels, Mapping[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.said = Sayings.of(self.corpus.texts)

    def part(self, symbol: str, place: str) -> Part | None:
        """A part of a held text by any id of it."""
        if symbol not in self._parts:
            self._parts[symbol] = dict(_parts_of(self.corpus.by_symbol[symbol]))
        return self._parts[symbol].get(place)

    def words(self, symbol: str, place: str) -> str:
        """The very words that the references of a place are counted in."""
        if symbol not in self._words:
            self._words[symbol] = words_of(self.corpus.by_symbol[symbol].resolution)
        return self._words[symbol].get(place, "")

    def label(self, symbol: str, place: str) -> str:
        """The name of a place of a held text; a footnote names the clause that has its mark."""
        if place == MASTHEAD:
            return "masthead"
        if symbol not in self._labels:
            resolution = self.corpus.by_symbol[symbol].resolution
            marks = resolution.marks()
            first = {note: places[0] for note, places in marks.items()}
            self._labels[symbol] = (Labels(resolution), first)
        labels, carriers = self._labels[symbol]
        carrier = carriers.get(place)
        return f"{labels.of(place)} to {labels.of(carrier)}" if carrier else labels.of(place)


def _parts_of(text: Text) -> Iterator[tuple[str, Part]]:
    resolution = text.resolution
    for note in resolution.footnotes:
        yield note.id, note
    parts: list[Annex | Clause] = [*resolution.annexes, *resolution.clauses()]
    for part in parts:
        for name in (*part.aliases, part.id):
            yield name, part
