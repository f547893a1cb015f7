"""The footnotes of a clause over two years, by their words: their numbers count for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Footnote, NoteChange

ALIKE = 0.5


def changed_notes(
    before: Sequence[str],
    after: Sequence[str],
    earlier: Mapping[str, Footnote],
    later: Mapping[str, Footnote],
) -> tuple[NoteChange, ...]:
    """What became of the notes marked in a clause; `before` and `after` are their ids in the order
    of their marks."""
    old = [earlier[name] for name in dict.fromkeys(before) if name in earlier]
    new = [later[name] for name in dict.fromkeys(after) if name in later]
    for note in list(old):
        same = next((other for other in new if words(other.text) == words(note.text)), None)
        if same:
            old.remove(note)
            new.remove(same)
    return tuple(_changes(old, new))


def _changes(old: list[Footnote], new: list[Footnote]) -> Iterator[NoteChange]:
    for note in old:
        other = max(new, key=lambda one: _alike(note, one), default=None)
        if other and _alike(note, other) >= ALIKE:
            new.remove(other)
            yield NoteChange("edited", note.text, other.text, note.id, other.id)
        else:
            yield NoteChange("removed", note.text, None, note.id, None)
    for note in new:
        yield NoteChange("added", None, note.text, None, note.id)


def _alike(one: Footnote, other: Footnote) -> float:
    return Indel.normalized_similarity(words(one.text), words(other.text))


def by_id(notes: Iterable[Footnote]) -> dict[str, Footnote]:
    """Notes by their ids."""
    return {note.id: note for note in notes}
