"""Where two files held of one resolution disagree: clauses, footnotes, marks, masthead."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from mkdocs_resolutions.model import NoteMark, Origin, Resolution
from mkdocs_resolutions.model.states import state_code
from mkdocs_resolutions.notices import Notice, quoted

_FORM = re.compile(r"[\s\u2010\u2011-]+")
"""What ends of lines and converters change: spaces and hyphens, whatever their form."""
_PRINTED = {"title": "title", "session": "session", "agenda": "agenda", "origin": "origin",
            "adopted": "resolved", "meeting": "adoption", "enacting": "enacting"}  # fmt: skip
"""Fields that every resolution prints, and the words of the masthead they were read from.

The other fields are compared where both files say them.
"""


def compare_sources(chosen: Resolution, other: Resolution) -> tuple[Notice, ...]:
    """Where a file that is held beside the chosen one says something else, as `sources-differ`.

    White space and the forms of hyphens say nothing. Every notice stands at a place of the other
    file and names that of the chosen one. Clauses with the same words under other ids are said so,
    and neighbours of one fate together: a paragraph that is missing moves all behind it.
    """
    notices = [
        *_compare_fields(chosen, other),
        *_Pieces(tuple(_clauses(chosen)), tuple(_clauses(other)), other.source.path).compare(),
        *_Pieces(tuple(_notes(chosen)), tuple(_notes(other)), other.source.path).compare(),
    ]
    return tuple(sorted(notices, key=lambda notice: notice.origin.line or 0))


def _letters(text: str) -> str:
    return _FORM.sub("", text)


# --- masthead ------------------------------------------------------------------------------------


def _compare_fields(chosen: Resolution, other: Resolution) -> Iterator[Notice]:
    ours, theirs = _fields(chosen), _fields(other)
    for name in dict.fromkeys((*ours, *theirs)):
        one, two = ours.get(name, ""), theirs.get(name, "")
        if _letters(one) != _letters(two) and (name in _PRINTED or (one and two)):
            printed = other.masthead.as_printed(_PRINTED.get(name, name))
            origin = printed.origin if printed else Origin(other.source.path, 1)
            here, there = _excerpts(two, one)
            yield _differs(
                f"The field {name} is {here} here, {there} in {chosen.source.path}", origin
            )


def _fields(resolution: Resolution) -> dict[str, str]:
    """What the masthead and the adoption say, by the name of the field; nothing is left out."""
    masthead, adoption = resolution.masthead, resolution.masthead.adoption
    origin, vote = masthead.provenance, adoption.vote
    fields = {
        "title": masthead.title,
        "session": masthead.session,
        "agenda": "; ".join(f"{one.item} {one.title}".strip() for one in masthead.agenda),
        "origin": ", ".join(filter(None, (origin.committee, *origin.documents, origin.paragraph))),
        "adopted": masthead.adopted,
        "meeting": masthead.meeting,
        "enacting": masthead.enacting,
        "issued": masthead.issued,
        "reissued": masthead.reissued,
        "procedure": "" if adoption.procedure == "unknown" else adoption.procedure,
        "record": adoption.record,
        "vote": f"{vote.in_favour} to {vote.against}, {vote.abstaining}" if vote else "",
        "draft": masthead.draft,
        "sponsors": ", ".join(one.name for one in masthead.sponsors),
    }
    for one in vote.by_state if vote else ():
        fields[f"vote of {state_code(one.state) or one.state}"] = one.vote
    return {name: value for name, value in fields.items() if value}


# --- clauses and footnotes -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words with an address: a clause, the title of an annex, a footnote."""

    id: str
    text: str
    origin: Origin
    marks: tuple[NoteMark, ...] = ()


def _clauses(resolution: Resolution) -> Iterator[_Piece]:
    for clause in resolution.clauses():
        cells = (cell.text for row in clause.rows for cell in row)
        text = " ".join(filter(None, (clause.text, *cells, *clause.table_notes)))
        yield _Piece(clause.id, text, clause.origin, clause.footnotes)
    for annex in resolution.annexes:
        yield _Piece(annex.id, annex.title, annex.origin, annex.footnotes)


def _notes(resolution: Resolution) -> Iterator[_Piece]:
    for note in resolution.footnotes:
        yield _Piece(note.id, note.text, note.origin)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of the chosen file and of the other, in the order of their texts."""

    ours: Sequence[_Piece]
    theirs: Sequence[_Piece]
    path: str
    """The other file."""

    def compare(self) -> Iterator[Notice]:
        pairs = _pairs([*map(_key, self.ours)], [*map(_key, self.theirs)])
        for there, here in sorted(pairs.items()):
            ours, theirs = self.ours[here], self.theirs[there]
            if ours.id == theirs.id and _letters(ours.text) != _letters(theirs.text):
                one, two = _excerpts(theirs.text, ours.text)
                message = f"{theirs.id} has {one} here, {two} in {ours.origin}"
                yield _differs(message, theirs.origin)
            yield from _compare_marks(ours, theirs)
        yield from self._moved(pairs)
        yield from self._alone(pairs)

    def _moved(self, pairs: dict[int, int]) -> Iterator[Notice]:
        """The pieces that have another id in the other file."""
        moved = (pair for pair in sorted(pairs.items()) if self._renamed(*pair))
        for run in _runs(moved):
            first = self.theirs[run[0][0]], self.ours[run[0][1]]
            here = _names([self.theirs[place].id for place, _ in run])
            there = _names([self.ours[place].id for _, place in run])
            message = f"What is {here} here is {there} in {first[1].origin}"
            yield _differs(message, first[0].origin)

    def _renamed(self, theirs: int, ours: int) -> bool:
        return self.theirs[theirs].id != self.ours[ours].id

    def _alone(self, pairs: dict[int, int]) -> Iterator[Notice]:
        """The pieces that stand in one of the files."""
        lone = [(place, place) for place in range(len(self.theirs)) if place not in pairs]
        for run in _runs(lone):
            pieces = [self.theirs[one] for one, _ in run]
            yield _differs(f"Only here stands {_shown(pieces)}", pieces[0].origin)
        back = {ours: theirs for theirs, ours in pairs.items()}
        before, origins = Origin(self.path, 1), list[Origin]()
        for place in range(len(self.ours)):
            before = self.theirs[back[place]].origin if place in back else before
            origins.append(before)
        lone = [(place, place) for place in range(len(self.ours)) if place not in back]
        for run in _runs(lone):
            pieces = [self.ours[one] for one, _ in run]
            message = f"Only {pieces[0].origin} has {_shown(pieces)}"
            yield _differs(message, origins[run[0][0]])


_Key = tuple[str, str]


def _key(piece: _Piece) -> _Key:
    return piece.id, _letters(piece.text)


def _pairs(ours: Sequence[_Key], theirs: Sequence[_Key]) -> dict[int, int]:
    """The place among ours of what stands at a place among theirs.

    Two belong together that share id and words; of the rest, those with the same words; of what
    is left then, those with the same id.
    """
    pairs = dict[int, int]()
    for key in (None, 1, 0):  # Both, the words, the id.
        taken = set(pairs.values())
        free = defaultdict[_Key | str, deque[int]](deque)
        for place, one in enumerate(ours):
            if place not in taken:
                free[one if key is None else one[key]].append(place)
        for place, one in enumerate(theirs):
            found = free.get(one if key is None else one[key])
            if found and place not in pairs and (one[1] or key == 0):
                pairs[place] = found.popleft()
    return pairs


def _runs(pairs: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Pairs of places, parted where one of the two does not go on by one."""
    runs = list[list[tuple[int, int]]]()
    for pair in pairs:
        if runs and (runs[-1][-1][0] + 1, runs[-1][-1][1] + 1) == pair:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _names(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]}"


def _shown(pieces: Sequence[_Piece]) -> str:
    return f"{_names([piece.id for piece in pieces])}, {quoted(pieces[0].text)}"


def _compare_marks(ours: _Piece, theirs: _Piece) -> Iterator[Notice]:
    """The footnote marks of two pieces; their places where the words are the same."""
    here, there = (", ".join(mark.id for mark in piece.marks) for piece in (theirs, ours))
    if here != there:
        message = f"{theirs.id} has {_marks(here)} here, {_marks(there)} in {ours.origin}"
        yield _differs(message, theirs.origin)
    elif _letters(ours.text) == _letters(theirs.text):
        for mark, one, two in zip(theirs.marks, _places(theirs), _places(ours), strict=True):
            if one != two:
                message = f"The mark of {mark.id} in {theirs.id} stands elsewhere in {ours.origin}"
                yield _differs(message, theirs.origin)


def _marks(ids: str) -> str:
    return f"marks of {ids}" if ids else "no mark"


def _places(piece: _Piece) -> Iterator[int]:
    """How many letters stand before each mark."""
    place = count = 0
    for mark in piece.marks:
        count += len(_letters(piece.text[place : mark.offset]))
        place = mark.offset
        yield count


# --- words ---------------------------------------------------------------------------------------

_BEFORE, _BEHIND = 20, 40
"""Characters of an excerpt before and behind the first difference."""


def _excerpts(one: str, two: str) -> tuple[str, str]:
    """Both texts, quoted where they begin to differ; of an empty one, `nothing`."""
    first = [_positions(text) for text in (one, two)]
    same = 0
    for here, there in zip(*first, strict=False):
        if one[here] != two[there]:
            break
        same += 1
    return _excerpt(one, first[0], same), _excerpt(two, first[1], same)


def _positions(text: str) -> list[int]:
    """Where the letters of a text stand that say something."""
    gaps = set(chain.from_iterable(range(*match.span()) for match in _FORM.finditer(text)))
    return [place for place in range(len(text)) if place not in gaps]


def _excerpt(text: str, positions: Sequence[int], same: int) -> str:
    if not text:
        return "nothing"
    place = positions[same] if same < len(positions) else len(text)
    start = text.rfind(" ", 0, max(0, place - _BEFORE)) + 1 if place > _BEFORE else 0
    end = place + _BEHIND
    return quoted(f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}", 200)


def _differs(message: str, origin: Origin) -> Notice:
    return Notice("sources-differ", f"{message}.", origin)
