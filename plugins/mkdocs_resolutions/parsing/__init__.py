"""From a Manuscript to a Resolution. `parse` is the way in; two that part files stand before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_resolutions.model import Annex, Clause, Masthead, NoteMark, Origin, Resolution, Source
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.adoption import find_adoption
from mkdocs_resolutions.parsing.annexes import (
    AnnexNumbers,
    annex_heading,
    annex_title,
    split_annexes,
)
from mkdocs_resolutions.parsing.bundle import lines_of, part_documents
from mkdocs_resolutions.parsing.composite import part_resolutions
from mkdocs_resolutions.parsing.conserve import lost_words
from mkdocs_resolutions.parsing.dates import iso_date
from mkdocs_resolutions.parsing.ending import unfinished
from mkdocs_resolutions.parsing.endnotes import tell_endnotes, tell_plain_marks
from mkdocs_resolutions.parsing.fields import DRAFT, supplement_in
from mkdocs_resolutions.parsing.furniture import Furniture, FurnitureForms, pages_of
from mkdocs_resolutions.parsing.hyphens import settle_hyphens
from mkdocs_resolutions.parsing.marks import mark_notes
from mkdocs_resolutions.parsing.masthead import Opened, open_document
from mkdocs_resolutions.parsing.mending import mend
from mkdocs_resolutions.parsing.notes import Parted, take_notes
from mkdocs_resolutions.parsing.paragraphs import part_paragraphs
from mkdocs_resolutions.parsing.scripts import foreign_script
from mkdocs_resolutions.parsing.structure import build_part
from mkdocs_resolutions.parsing.vote import as_printed, read_vote, take_vote
from mkdocs_resolutions.reading import Block, Manuscript, join

__all__ = [
    "Furniture",
    "Parsed",
    "english",
    "iso_date",
    "lost_words",
    "parse",
    "part_documents",
    "part_resolutions",
]

_NOT_ENACTED = "It has no enacting words (“The General Assembly”)."
LONGEST_TITLE = 1000
"""Characters. The longest title of sessions 75 to 80 has 400."""

_DATE = re.compile(english.DATE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a manuscript gives: a resolution, or None, with the page furniture and the notices."""

    resolution: Resolution | None
    furniture: tuple[Furniture, ...]
    notices: tuple[Notice, ...]


def parse(manuscript: Manuscript) -> Parsed:
    """Read a manuscript as a resolution.

    Never raises: what is not understood becomes a notice, and its words stay with the clause or
    the masthead they stand in.
    """
    start = Origin(manuscript.path, 1)
    blocks: Sequence[Block] = manuscript.blocks
    if manuscript.format == "html" and not manuscript.has_pages:
        blocks = tell_plain_marks(blocks)
    if not manuscript.part:
        # The parts of a composite document were marked before they were parted.
        blocks = tell_endnotes(blocks)
    if manuscript.has_pages:
        blocks, mended = mend(blocks)
        blocks, settled = settle_hyphens(blocks)
        manuscript = replace(manuscript, notices=(*manuscript.notices, *mended, *settled))
        marked = blocks if manuscript.part else mark_notes(blocks)
        paragraphs = part_paragraphs(marked)
        blocks = paragraphs.blocks
        manuscript = replace(manuscript, notices=(*manuscript.notices, *paragraphs.notices))
    parted = take_notes(blocks, going_on=manuscript.part is not None)
    supplement = supplement_in(parted.blocks)
    if supplement:
        message = f"It is {supplement[0]}, which says what is changed in {supplement[1]}."
        notice = Notice("corrigendum", message, start)
        return Parsed(None, (), (*manuscript.notices, notice))
    opened = open_document(parted.blocks, manuscript, parted.reissued)
    if opened is None:
        notice = Notice("not-a-resolution", _NOT_ENACTED, start)
        lines = (line for _, line in lines_of(blocks))
        if foreign := next(filter(english.OTHER_LANGUAGES.match, lines), None):
            message = f"{quoted(foreign)} opens it: it is in a language that is not read yet."
            notice = Notice("language-unread", message, start)
        return Parsed(None, (), (*manuscript.notices, notice))
    if opened.symbol is None:
        message = "It prints no symbol, and no number before the title."
        above = " ".join(line.text for line in opened.masthead.printed)
        if draft := DRAFT.search(above):
            message = f"It is a draft, {draft[0]}, which has no symbol of a resolution yet."
        notice = Notice("symbol-missing", message, start)
        return Parsed(None, (), (*manuscript.notices, *opened.notices, notice))
    return _Parse(manuscript, opened, parted).run()


class _Parse:
    """The parts of one document put together."""

    def __init__(self, manuscript: Manuscript, opened: Opened, parted: Parted) -> None:
        self.manuscript, self.opened, self.notes = manuscript, opened, parted.notes
        self.furniture = list(opened.furniture)
        self.furniture += (
            Furniture("notes-heading", block.text, block.origin) for block in parted.headings
        )
        self.notices = [*manuscript.notices, *opened.notices]

    def run(self) -> Parsed:
        assert self.opened.symbol is not None
        facts = self.manuscript.facts
        masthead = replace(
            self.opened.masthead,
            title=self._title(),
            adoption=facts.adoption,
            draft=facts.draft,
            sponsors=facts.sponsors,
        )
        body, vote = take_vote(self._without_furniture(self.opened.body))
        masthead = self._voted(masthead, vote)
        adoption = find_adoption(body)
        after: Sequence[Block] = ()
        if adoption:
            first, last, closed = adoption
            body, after = body[:first], body[last + 1 :]
            masthead = replace(
                masthead,
                meeting=closed.meeting,
                adopted=masthead.adopted or closed.adopted,
                printed=(*masthead.printed, closed.printed),
            )
        body, annexed = split_annexes([*body], [*after])
        self._note_unplaced(body, after)
        part = build_part(body, self.notes, paged=self.manuscript.has_pages)
        annexes = self._annexes(annexed)
        preamble, operative = _split_preamble(part.clauses)
        resolution = Resolution(
            symbol=self.opened.symbol,
            language=english.CODE,
            masthead=masthead,
            source=Source(
                self.manuscript.path,
                self.manuscript.format,
                self.manuscript.sha256,
                self.manuscript.part,
            ),
            preamble=preamble,
            operative=operative,
            annexes=annexes,
            footnotes=self.notes.footnotes(),
        )
        self.notices += [*part.notices, *self.notes.notices]
        self._check(resolution)
        notices = sorted(self.notices, key=lambda notice: notice.origin.line or 0)
        return Parsed(resolution, tuple(self.furniture), tuple(notices))

    def _title(self) -> str:
        """The title without its marks; stars behind it or the symbol may be that of a reissue."""
        masthead = self.opened.masthead
        printed = masthead.as_printed("title")
        title = masthead.title
        stars = [piece for piece in self.opened.furniture if piece.kind == "ornament"]
        if masthead.reissued and "*" not in self.notes.by_number:
            title, stars = title.removesuffix("*"), []
        for piece in stars:
            self.notes.unmarked(piece.text, piece.origin)
        origin = printed.origin if printed else Origin(self.manuscript.path, 1)
        return self.notes.unmarked(title, origin)

    def _voted(self, masthead: Masthead, blocks: Sequence[Block]) -> Masthead:
        """The masthead with the vote that it or other blocks of the document print."""
        plain = [self.notes.strip(block)[0] for block in blocks]
        above = (line for line in masthead.printed if line.field == "vote")
        voted = read_vote((*above, *plain))
        if voted is None:
            return masthead
        self.notices += voted.notices
        known = masthead.adoption.procedure != "unknown"
        return replace(
            masthead,
            adoption=masthead.adoption if known else voted.adoption,
            meeting=voted.meeting,
            adopted=masthead.adopted or voted.adopted,
            printed=(*masthead.printed, *as_printed(blocks)),
        )

    def _without_furniture(self, blocks: Sequence[Block]) -> list[Block]:
        heads = self.opened.heads if self.manuscript.has_pages else ()
        forms = FurnitureForms(heads, pages_of(blocks))
        kept: list[Block] = []
        pieces: Sequence[Furniture] = ()
        for block in blocks:
            # The title below the word Annex is the annex's own, though it may be the resolution's;
            # so is that below words that adopt what it heads, where no page ends between.
            adopts = bool(kept) and kept[-1].text.endswith(":") and not pieces
            titled = (adopts and block.text == self.opened.masthead.title) or (
                bool(kept) and annex_heading(kept[-1]) is not None
            )
            rest, pieces = forms.part(block, titled=titled)
            self.furniture += pieces
            if rest:
                kept.append(rest)
        return kept

    def _note_unplaced(self, body: Sequence[Block], after: Sequence[Block]) -> None:
        """Say which words behind the adoption block stand in no annex."""
        behind = set(map(id, after))
        for block in body:
            if id(block) in behind:
                message = f"{quoted(block.text)} stands behind the adoption block, in no annex."
                self.notices.append(Notice("text-unplaced", message, block.origin))

    def _annexes(self, groups: list[list[Block]]) -> tuple[Annex, ...]:
        annexes: list[Annex] = []
        names, numbers = Counter[str](), AnnexNumbers()
        for place, group in enumerate(groups, start=1):
            heading = annex_heading(group[0])
            assert heading is not None
            value = numbers.read(heading["number"], group[0].origin) or place
            names[f"annex{value}"] += 1
            again = names[f"annex{value}"]
            name = f"annex{value}" if again == 1 else f"annex{value}_{again}"
            title_blocks, rest = annex_title(group, heading.start("title"))
            head, of_head = self.notes.strip(group[0].cut(0, heading.start("title")))
            title, marks = self.notes.strip(join(title_blocks)) if title_blocks else (None, ())
            words = title.text if title else ""
            # A mark of the heading stands at the end of the title, the only words with marks.
            marks = (*marks, *(NoteMark(mark.id, len(words)) for mark in of_head))
            part = build_part(rest, self.notes, "annex", name, paged=self.manuscript.has_pages)
            self.notices += part.notices
            annexes.append(
                Annex(
                    id=name,
                    heading=head.text.rstrip(" .:–—"),
                    title=words,
                    footnotes=marks,
                    clauses=part.clauses,
                    origin=group[0].origin,
                    aliases=("annex",) if len(groups) == 1 else (),
                )
            )
        self.notices += numbers.notices
        return tuple(annexes)

    def _check(self, resolution: Resolution) -> None:
        start = Origin(self.manuscript.path, 1)
        masthead = resolution.masthead
        # To 1975 resolutions were printed in volumes, without agenda item and origin.
        for name, value in (
            ("title", masthead.title),
            ("agenda", masthead.agenda),
            ("adopted", masthead.adopted),
            ("meeting", masthead.meeting),
            ("origin", masthead.as_printed("origin")),
            ("enacting", masthead.enacting),
            ("operative", resolution.operative),
        ):
            early = "(" in resolution.symbol.text and name in ("agenda", "origin")
            # Without the meeting the end is missing, which is said as such.
            cut = name == "meeting" and resolution.source.format != "akn"
            if not value and not early and not cut:
                message = f"No {_FIELD_NAMES[name]} was found."
                self.notices.append(Notice("field-missing", message, start))
        if len(masthead.title) > LONGEST_TITLE:
            message = f"The title has {len(masthead.title):,} characters."
            title = masthead.as_printed("title")
            self.notices.append(Notice("title-long", message, title.origin if title else start))
        self.notices += unfinished(resolution, self.furniture, self.notes.unknown)
        self.notices += _impossible_dates(self.manuscript.blocks)
        self.notices += foreign_script(self.manuscript.blocks)
        lost = lost_words(self.manuscript, resolution, self.furniture)
        if lost:
            some = ", ".join(map(quoted, list(lost)[:5]))
            message = f"{sum(lost.values())} words were lost, among them {some}."
            self.notices.append(Notice("words-lost", message, start))


_FIELD_NAMES = {
    "title": "title",
    "agenda": "agenda item",
    "adopted": "date of adoption",
    "meeting": "plenary meeting",
    "origin": "origin in brackets (“[on the report of …]”)",
    "enacting": "line of enacting words (“The General Assembly”)",
    "operative": "operative paragraph",
}


def _impossible_dates(blocks: Iterable[Block]) -> Iterator[Notice]:
    for block in blocks:
        for match in _DATE.finditer(block.text):
            # Every month has a day 28.
            if not 0 < int(match["day"]) <= 28 and iso_date(match) is None:
                message = f"{quoted(match[0])} names a day that its month does not have."
                yield Notice("date-impossible", message, block.at(match.start()))


def _split_preamble(clauses: tuple[Clause, ...]) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The preamble ends at the first heading but its own, or at the first operative paragraph."""
    end = next(
        (
            place
            for place, clause in enumerate(clauses)
            if not clause.id.startswith("pp") and not english.PREAMBLE.fullmatch(clause.text)
        ),
        len(clauses),
    )
    return clauses[:end], clauses[end:]
