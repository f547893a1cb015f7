"""Footnotes: their texts out of the flow, their marks out of the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.model import Cell, Footnote, Link, NoteMark, Origin, Span
from mkdocs_resolutions.model.anchor import note_id
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.cuts import Cuts
from mkdocs_resolutions.parsing.run import NumberRun
from mkdocs_resolutions.reading import SUPERSCRIPTS, Block, Mark

_FIGURES = str.maketrans(SUPERSCRIPTS, "0123456789")
_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]+")
_SIGNS = set("*†‡§")
# What reads like the mark of a note although no note is known: `[1]`, `1/`, `†` behind a word, and
# a figure behind the comma or the stop of a word or a year.
_LOOSE = re.compile(
    r"[\[†‡§/,;.](?:(?=[0-9])|(?<=[†‡§/]))(?:(?<=\[)[0-9]{1,3}\]|(?<=[\w,;.:)”][†‡§])[†‡§]{0,2}(?!\s?[0-9])"
    r"|(?:(?<=[\s,;.)][0-9]/)|(?<=[\s,;.)][0-9]{2}/))(?=[\s,;.]|$)"
    r"|(?:(?<=[a-z]{2}[,;.])|(?<=(?:19|20)[0-9]{2}[,;]))[0-9]{1,3}(?=\s|$)"
    rf"(?!\s(?:{'|'.join(english.MONTHS)})))"
)
# The same behind a space, where it ends a clause: within one it may be anything.
_LAST = re.compile(r"(?<=[a-z”)][;.,:])\s[0-9]{1,3}$")
# Spaces at an end, and all but the first of others that stand together.
_SURPLUS = re.compile(r"^ +|(?<= ) +| +\Z")


@dataclass(frozen=True, slots=True)
class _Note:
    """A note: its id, its number as printed, its words."""

    id: str
    num: str
    words: Block


@dataclass(slots=True)
class Notes:
    """The footnotes of a document by the number printed at their marks."""

    by_number: dict[str, list[_Note]] = field(default_factory=dict)
    """Several notes of one number (asterisks, numbers that start again) take its marks in turn."""
    marked: Counter[str] = field(default_factory=Counter)
    """How many marks a number has had."""
    ids: Counter[str] = field(default_factory=Counter)
    """How many notes have had an id, which ends in _2 for the second."""
    unnumbered: int = 0
    going_on: bool = False
    """Whether the numbers go on from those of another resolution in the same document."""
    notices: list[Notice] = field(default_factory=list)
    unknown: set[int] = field(default_factory=set)
    """The numbers of marks that have no note."""

    def add(self, num: str, words: Block) -> None:
        """Keep a note; a number that stands before two notes is noticed."""
        number = _number(num)
        if number is None:
            self.unnumbered += 1
        base = note_id(num, self.unnumbered)
        self.ids[base] += 1
        again = self.ids[base]
        if again > 1:
            message = f"A second footnote is numbered {num[:20]}."
            self.notices.append(Notice("number-repeated", message, words.origin))
        if number is None and not set(num) <= _SIGNS:
            message = f"Footnote {num[:20]} is counted with those that asterisks mark."
            self.notices.append(Notice("number-odd", message, words.origin))
        name = base if again == 1 else f"{base}_{again}"
        self.by_number.setdefault(num, []).append(_Note(name, num, words))

    def strip(self, block: Block) -> tuple[Block, tuple[NoteMark, ...]]:
        """A block without the marks of known notes, and those marks.

        A mark of an unknown note stays in the text as printed.
        """
        known = []
        for mark in block.of("note"):
            if mark.value in self.by_number:
                known.append(mark)
            elif not mark.value.isalpha():
                # Letters are marks of notes to a table, which stand below it.
                self._note_unknown(mark.value, block.at(mark.start))
        if not known and _is_spaced(block.text):
            self._note_loose(block)
            return block, ()
        cuts = Cuts([_with_a_space(block.text, mark) for mark in known])
        words = cuts.of_block(block)
        surplus = [] if _is_spaced(words.text) else _SURPLUS.finditer(words.text)
        spaces = Cuts([Span(*run.span()) for run in surplus])
        words = spaces.of_block(words)
        marks = []
        for mark in known:
            notes = self.by_number[mark.value]
            turn = min(self.marked[mark.value], len(notes) - 1)
            self.marked[mark.value] += 1
            marks.append(NoteMark(notes[turn].id, spaces.place(cuts.place(mark.start))))
        self._note_loose(words)
        return words, tuple(marks)

    def _note_loose(self, block: Block) -> None:
        """Say which words of a block read like marks of notes that are not there."""
        found = list(_LOOSE.finditer(block.text))
        if block.text[-1:].isdecimal() and not block.rows:
            found += _LAST.finditer(block.text)
        for match in found:
            printed = block.text[max(0, match.start() - 20) : match.end()].lstrip()
            message = f"{quoted(printed)} ends with the mark of a footnote that is not there."
            self.notices.append(Notice("mark-without-note", message, block.at(match.start())))

    def unmarked(self, text: str, origin: Origin) -> str:
        """Words of the masthead without their footnote marks, which count as such."""
        marks = [(figures, figures.translate(_FIGURES)) for figures in _SUPERSCRIPT.findall(text)]
        stars = text[len(text.rstrip("*†‡§")) :]
        for printed, number in (*marks, *(((stars, stars),) if stars else ())):
            if number in self.by_number:
                self.marked[number] += 1
                start = text.rindex(printed) if printed == stars else text.index(printed)
                text = text[:start] + text[start + len(printed) :]
            else:
                self._note_unknown(number, origin)
        return " ".join(text.split())

    def _note_unknown(self, mark: str, origin: Origin) -> None:
        number = _number(mark)
        if number:
            self.unknown.add(number)
        message = f"The footnote of the mark {mark[:20]} is not there."
        self.notices.append(Notice("mark-without-note", message, origin))

    def cells(self, rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        """The rows of a table without the glyphs of the marks of known notes."""

        def plain(text: str) -> str:
            return _SUPERSCRIPT.sub(
                lambda run: "" if run[0].translate(_FIGURES) in self.by_number else run[0], text
            ).strip()

        return tuple(tuple(replace(cell, text=plain(cell.text)) for cell in row) for row in rows)

    def footnotes(self) -> tuple[Footnote, ...]:
        """All notes in the order of the file; to be asked when every block is stripped."""
        found = [
            self._footnote(note, orphan=turn >= self.marked[num])
            for num, notes in self.by_number.items()
            for turn, note in enumerate(notes)
        ]
        self.notices += self._holes()
        return tuple(sorted(found, key=lambda note: note.origin.line or 0))

    def _holes(self) -> Iterator[Notice]:
        """Numbers that no note has; the order of the notes is that of their pages."""
        numbered = {_number(num): notes[0] for num, notes in self.by_number.items()}
        run = NumberRun(quoted=self.going_on)
        for number, note in sorted((key, note) for key, note in numbered.items() if key):
            odd = run.step(number, f"footnote {note.num}", note.words.origin)
            if odd:
                yield odd

    def _footnote(self, note: _Note, *, orphan: bool) -> Footnote:
        words = note.words
        if orphan:
            message = f"No mark in the text is that of footnote {note.num[:20]}."
            self.notices.append(Notice("note-without-mark", message, words.origin))
        return Footnote(
            note.id, note.num, words.text, words.origin, italics(words), orphan, links(words)
        )


def _number(num: str) -> int | None:
    """The number of a note, None for asterisks and for figures that number none."""
    value = int(num) if num.isdecimal() and len(num) <= 9 else 0
    return value or None


@dataclass(frozen=True, slots=True)
class Parted:
    """The blocks of a manuscript that are no footnotes, the notes, and the note of a reissue."""

    blocks: tuple[Block, ...]
    notes: Notes
    reissued: Block | None
    headings: tuple[Block, ...] = ()
    """What heads notes that stand together."""


def _first_mark(block: Block) -> Mark | None:
    """The first mark of a note in a block."""
    for mark in block.marks:
        if mark.kind == "note":
            return mark
    return None


def begins_note(block: Block) -> bool:
    """Whether a block is a footnote: words behind the mark they begin with."""
    first = _first_mark(block)
    if first is None or first.start or first.value.isalpha() or english.VOTE.match(block.text):
        return False
    return first.end < len(block.text)


def take_notes(blocks: Iterable[Block], *, going_on: bool = False) -> Parted:
    """Part the blocks that are footnotes, which begin with their mark, from those that are not.

    `going_on` says that their numbers may go on from those of another resolution.
    """
    rest, notes = list[Block](), Notes(going_on=going_on)
    headings = list[Block]()
    reissued: Block | None = None
    last: Block | None = None
    listing = False
    for block in blocks:
        first = _first_mark(block)
        # Asterisks below words that end in a colon are the bullets of a list.
        bullet = first is not None and first.start == 0 and set(first.value) == {"*"}
        listing = bullet and (listing or (bool(rest) and rest[-1].text.endswith(":")))
        if listing:
            rest.append(block._replace(marks=tuple(m for m in block.marks if m is not first)))
            continue
        if reissued is None and english.REISSUED.fullmatch(block.text):
            reissued = block
        elif first is not None and not first.start and begins_note(block):
            notes.add(first.value, block.cut(first.end))
            if rest and rest[-1] is last and english.NOTES.fullmatch(last.text):
                headings.append(rest.pop())
        else:
            rest.append(block)
        last = block
    return Parted(tuple(rest), notes, reissued, tuple(headings))


def italics(block: Block, start: int = 0) -> tuple[Span, ...]:
    """The italic stretches of a block behind an offset, joined where they touch."""
    spans: list[Span] = []
    for mark in block.marks:
        if mark.kind != "italic" or mark.end <= start:
            continue
        begin = max(mark.start, start)
        if spans and begin <= spans[-1].end:
            spans[-1] = spans[-1]._replace(end=max(spans[-1].end, mark.end))
        else:
            spans.append(Span(begin, mark.end))
    return tuple(spans)


def links(block: Block) -> tuple[Link, ...]:
    """The stretches of a block that the raw file links, and where to."""
    return tuple([Link(mark.start, mark.end, mark.value) for mark in block.of("link")])


def _with_a_space(text: str, mark: Mark) -> Span:
    """What goes with a note mark: the space before it, where another or nothing follows it."""
    before, behind = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    alone = before == " " and behind in ("", " ", ",", ".", ";", ":")
    return Span(mark.start - 1 if alone else mark.start, mark.end)


def _is_spaced(text: str) -> bool:
    """Whether spaces stand alone and at no end; most texts are so, and this is seen at once."""
    return "  " not in text and not text.startswith(" ") and not text.endswith(" ")
