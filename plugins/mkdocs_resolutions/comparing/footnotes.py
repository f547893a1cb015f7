"""The footnotes of a clause over two years: their numbers count for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing.units import Unit
from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Footnote, NoteChange, Run

ALIKE = 0.5

Place = tuple[int, int | None]
"""How many kept stretches of a redline begin before a mark, and where in the last of them it
stands; None where the word that it stands behind was redlined."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote by its words; `inherited` are those that `Ibid.` stood for."""

    id: str
    text: str
    inherited: bool = False

    def says(self, other: Note) -> bool:
        """Whether both name the same. Of what `Ibid.` stands for only the words count: a document
        is the same in another form of its symbol, and whether one is to see it was said before."""
        one, two = words(self.text), words(other.text)
        if self.inherited or other.inherited:
            return {*one, "see"} == {*two, "see"}
        return one == two


def changed_notes(
    before: Mapping[str, Place],
    after: Mapping[str, Place],
    earlier: Mapping[str, Note],
    later: Mapping[str, Note],
) -> tuple[NoteChange, ...]:
    """What became of the notes marked in a clause; `before` and `after` are their ids with the
    places of their marks, in order.

    Notes that say the same are the same, wherever they are marked. Then a note took the place of
    the one whose mark stood behind the same word, whatever it says; then of one that is like it;
    then, where as many were dropped from a redlined stretch as came, of the one in its order.
    """
    old = [earlier[name] for name in before if name in earlier]
    new = [later[name] for name in after if name in later]
    pairs: dict[str, Note] = {}

    def pair(one: Note, other: Note | None) -> None:
        if other:
            pairs[one.id] = other
            new.remove(other)

    def left(*, redlined: bool) -> Iterator[tuple[list[Note], list[Note]]]:
        for place in dict.fromkeys(before.values()):
            if (place[1] is None) is redlined:
                yield (
                    [note for note in old if before[note.id] == place and note.id not in pairs],
                    [note for note in new if after[note.id] == place],
                )

    for note in old:
        pair(note, next((other for other in new if other.says(note)), None))
    same = set(pairs)
    for gone, come in left(redlined=False):
        for note, other in zip(gone, come, strict=False):
            pair(note, other)
    for note in old:
        if note.id not in pairs:
            pair(note, _likest(note, new))
    for gone, come in left(redlined=True):
        if len(gone) == len(come):
            for note, other in zip(gone, come, strict=True):
                pair(note, other)
    told = [_change(note, pairs.get(note.id)) for note in old if note.id not in same]
    return (*told, *(NoteChange("added", None, note.text, None, note.id) for note in new))


def _change(old: Note, new: Note | None) -> NoteChange:
    if new is None:
        return NoteChange("removed", old.text, None, old.id, None)
    return NoteChange("edited", old.text, new.text, old.id, new.id)


def _likest(note: Note, others: Sequence[Note]) -> Note | None:
    other = max(others, key=lambda one: _alike(note, one), default=None)
    return other if other and _alike(note, other) >= ALIKE else None


def _alike(one: Note, other: Note) -> float:
    return Indel.normalized_similarity(words(one.text), words(other.text))


def mark_places(clauses: Sequence[Unit], runs: Sequence[Run], sign: str) -> dict[str, Place]:
    """The notes marked in the clauses of one text, `sign` its own runs in the redline of both, with
    the place of the first mark of each."""
    found: dict[str, Place] = {}
    start = 0
    for unit in clauses:
        for mark in unit.clause.footnotes:
            found.setdefault(mark.id, _place(start + mark.offset, runs, sign))
        start += len(unit.text) + 1
    return found


def _place(offset: int, runs: Sequence[Run], sign: str) -> Place:
    """The place of what stands behind so many letters of one of the texts of a redline."""
    at = kept = 0
    for run in runs:
        kept += run.kind == "="
        if run.kind not in ("=", sign):
            continue
        if at < offset <= at + len(run.text):
            return kept, offset - at if run.kind == "=" else None
        at += len(run.text)
    return kept, None


# --- ibid. ---------------------------------------------------------------------------------------

_IBID = re.compile(r"(?:See )?ibid\.,? ?", re.IGNORECASE)
_KIND = re.compile(r"[a-z]+?(?=e?s\b|\b)|\d", re.IGNORECASE)


def spelled_out(notes: Iterable[Footnote]) -> dict[str, Note]:
    """Notes by their ids, with the words of the note before instead of `Ibid.`: what it stands for
    may be another document than last year, or one that was named in full then."""
    found: dict[str, Note] = {}
    before = ""
    for note in notes:
        ibid = _IBID.match(note.text) if before else None
        text = _inherited(before, note.text[ibid.end() :]) if ibid else note.text
        found[note.id] = Note(note.id, text, ibid is not None)
        before = text
    return found


def _inherited(before: str, said: str) -> str:
    """What a note says behind `Ibid.`, in the words of the note before up to where it is said
    again: `vol. 7, No. 9` takes the place of another volume."""
    if before.startswith("See "):
        before = before[4:5].upper() + before[5:]
    if not said:
        return before
    parts = before.removesuffix(".").split(", ")
    first = _kind(said.split(", ")[0])
    again = next((place for place, part in enumerate(parts) if _kind(part) == first), len(parts))
    return ", ".join((*parts[:again], said))


def _kind(part: str) -> str:
    """The kind of a part of a reference: `vol.` or `vols.`, `chap.`, the session, a year."""
    if "session" in part.casefold():
        return "session"
    found = _KIND.match(part)
    return "year" if found and found[0].isdigit() else found[0].casefold() if found else part
