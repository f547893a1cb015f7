"""From blocks to the tree of clauses of a part: preamble and operative part, or an annex."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.model import Clause, ClauseKind, NoteMark, Numbered, assign_anchors
from mkdocs_resolutions.model.anchor import PartKind, Role
from mkdocs_resolutions.model.numeral import from_roman
from mkdocs_resolutions.model.resolution import walk
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.draft import APPENDIX, BOLD, ITALIC, LETTERED, SECTION, UNIT, Draft
from mkdocs_resolutions.parsing.labels import (
    Label,
    Level,
    find_label,
    ordinal,
    place_label,
    too_large,
)
from mkdocs_resolutions.parsing.notes import Notes, italics, links
from mkdocs_resolutions.parsing.numbers import check_numbers, check_step
from mkdocs_resolutions.parsing.openings import find_opening, marked_opening
from mkdocs_resolutions.parsing.survey import Sight, Survey, survey
from mkdocs_resolutions.reading import Block, ends_early, join

_UNFINISHED = re.compile(r"[^;.:,!?][”’\"')\]]*$")
_LONGEST_HEADING = 40
"""Words. What is bold may be longer: a section title of the corpus has 45."""
_NOT_GONE_ON = ("heading", "section", "unit", "table")


@dataclass(frozen=True, slots=True)
class Part:
    """The clauses of a part in the order of the text, and what was odd about them."""

    clauses: tuple[Clause, ...]
    notices: tuple[Notice, ...]


def build_part(
    blocks: Sequence[Block],
    notes: Notes,
    kind: PartKind = "body",
    annex: str | None = None,
    *,
    paged: bool = True,
) -> Part:
    """Build the clauses of a part from its blocks, footnotes and furniture already taken out.

    `paged` says that the ends of pages may have cut clauses in two.

    Rules: contract, Clause anchors; field notes, Numbering.
    """
    builder = _Builder(survey(blocks), notes, kind, paged)
    builder.run()
    numbered = assign_anchors([draft.node() for draft in builder.flat], kind, annex)
    clauses = builder.clauses(builder.flat, numbered)
    # A heading's repeated number is seen by its run and by its id: it is said once.
    said = {(one.rule, one.origin): one for one in (*builder.notices, *check_numbers(builder.flat))}
    notices = tuple(said.values())
    return Part(_rank_levels(clauses), notices)


@dataclass(slots=True)
class _Builder:
    """A walk over the blocks of a part that keeps the clause and the levels it is in."""

    survey: Survey
    notes: Notes
    kind: PartKind
    paged: bool
    here: Sight = field(init=False)
    """The block the walk has come to."""
    index: int = field(init=False)
    flat: list[Draft] = field(default_factory=list)
    path: list[Draft] = field(default_factory=list)
    """The open clause and its open sub-clauses, outermost first."""
    levels: list[Level] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    numbered: bool = False
    """A number was printed since the last heading."""
    numbers: bool = False
    """The part prints numbers at all."""
    operative: bool = False
    """The operative part, or that of the section, has begun."""
    quoted_until: int = -1
    section: int = 0
    """The last section with a roman number."""
    units: dict[str, str] = field(default_factory=dict)
    """The last number of each name of units."""
    declares: bool = False
    """The walk is in an article or the like: its paragraphs open with no verb of the organ."""
    lettered: str | None = None
    """The last lettered section."""
    items_until: str | None = None
    """The number of the paragraph that ends a list of numbered items."""
    previous: Draft | None = None
    plain: bool = False
    """The file marks no style at all: headings are told by their words."""

    def run(self) -> None:
        self.numbers = self.survey.prints_numbers
        self.plain = self.paged and self.survey.is_plain
        for index, here in enumerate(self.survey.sights):
            self.index, self.here = index, here
            self._block(here)

    def _block(self, here: Sight) -> None:
        block, label = here.block, here.label
        if block.rows and self._goes_on_as_table(block):
            assert self.previous is not None
            rows = (*self.previous.blocks[0].rows, *block.rows)
            self.previous.blocks[0] = replace(join((self.previous.blocks[0], block)), rows=rows)
        elif block.rows:
            self._tail("table", "table", block)
        elif self._is_table_note(block) or (label is None and self._is_cut(block)):
            assert self.previous is not None
            self.previous.blocks.append(block)
        elif self.index <= self.quoted_until or (here.quoted_until is not None and label is None):
            self.quoted_until = max(self.quoted_until, here.quoted_until or self.index)
            self._tail("block", "quote", block)
        elif label and (label.is_paragraph or self.path):
            self._labelled(block, label)
        else:
            self._words(block, here.ahead)

    def _words(self, block: Block, ahead: Label | None) -> None:
        """Words without a number that is one; `ahead` is the next number of the part."""
        large = too_large(block)
        if large:
            message = f"{quoted(large)} numbers no clause; it is kept with its words."
            self.notices.append(Notice("number-odd", message, block.origin))
        if self._continues(block, ahead):
            assert self.previous is not None
            self.previous.blocks.append(block)
        elif not self._heading(block):
            self._unlabelled(block, ahead)

    # --- what a block can be -----------------------------------------------------------------

    def _labelled(self, block: Block, label: Label) -> None:
        words = block.cut(label.end)
        if label.odd:
            message = f"{quoted(label.printed)} is read as {label.value}."
            self.notices.append(Notice("number-odd", message, block.origin))
        if label.is_paragraph and not self._numbers_items(label):
            self._open(self._draft("operative", self._paragraph_kind(), words, label))
            self.numbered = self.operative = True
            return
        after_colon = self.previous is not None and self.previous.tail.endswith(":")
        depth, style = place_label(label, self.levels, after_colon)
        draft = self._draft("item", "subparagraph", words, label)
        self.path[depth].children.append(draft)
        self.path[depth + 1 :] = [draft]
        self.levels[depth:] = [Level(style, label.value)]
        self.notices += check_step(self.path[depth], draft, style)
        inner = find_label(words)
        if inner and self._opens_a_level(inner):
            # Two numbers on one line: the first has no words but those below it.
            draft.blocks = [words.cut(0, 0)]
            self._labelled(words, inner)

    def _opens_a_level(self, label: Label) -> bool:
        """Whether a number is the first of a style that no open level has."""
        open_styles = {level.style for level in self.levels}
        firsts = [style for style in label.styles if ordinal(label.value, style) == 1]
        return bool(firsts) and not label.is_paragraph and firsts[0] not in open_styles

    def _numbers_items(self, label: Label) -> bool:
        """Whether a number counts items of the open paragraph: 1 behind a colon begins them.

        They end where the number behind that of the paragraph comes.
        """
        begins = label.value == "1" and self.previous and self.previous.tail.endswith(":")
        if self.items_until is None and self.path and begins:
            after = str(int(self.path[0].value or "0") + 1)
            # Behind paragraph 1 nobody can tell its item 2 from paragraph 2.
            counted = after not in ("1", "2") and self.survey.numbers_items(self.index, after)
            self.items_until = after if counted else None
        elif self.items_until == label.value or not self.path:
            self.items_until = None
        return self.items_until is not None

    def _is_cut(self, block: Block) -> bool:
        """Whether a page ended within a sentence: its last line is full, and no clause ends so."""
        if not self.paged or self.previous is None or self.previous.role in _NOT_GONE_ON:
            return False
        room = self.previous.blocks[-1].room
        if room is None or not _UNFINISHED.search(self.previous.tail):
            return False
        begins = block.wholly("bold") or english.BULLET.match(block.text) or find_opening(block)
        return not (ends_early(room, block.text) or begins or _stands_alone(block.text))

    def _continues(self, block: Block, ahead: Label | None) -> bool:
        """Whether the block goes on with a clause that a page break cut in two."""
        if not self.paged or self.previous is None or self.previous.role in _NOT_GONE_ON:
            return False
        if english.BULLET.match(block.text) or _stands_alone(block.text):
            return False
        text = self.previous.tail
        capital = block.text[:1].isupper()
        if _UNFINISHED.search(text) or text.endswith("-"):
            if not capital or text.endswith("-"):
                return True
            cut = self.here.parted or english.GOES_ON.search(text)
            return bool(cut) and not (block.wholly("bold") or find_opening(block))
        if not text.endswith(","):
            return False
        if not capital:
            # Behind the last item of a list it is the words that close the list.
            goes_on = ahead is not None and not ahead.is_paragraph
            return not self.levels or goes_on or self.here.parted
        if block.wholly("bold") or block.wholly("italic") or find_opening(block):
            return False
        if self.previous.role == "preambular" and self.here.parted:
            message = f"{quoted(block.text, 40)} opens with no phrase that is known."
            self.notices.append(Notice("clause-joined", message, block.origin))
        return self.previous.role != "preambular" or self.here.parted

    def _goes_on_as_table(self, block: Block) -> bool:
        """Whether a table is the rest of the one before, which a page cut: its head is the same."""
        before = self.previous
        if not self.paged or before is None or before.role != "table" or len(before.blocks) > 1:
            return False
        head = before.blocks[0].rows[0]
        return head == block.rows[0] and any(cell.header for cell in head)

    def _is_table_note(self, block: Block) -> bool:
        """Whether a block is a note to the table before it, by its mark or by its words."""
        if self.previous is None or self.previous.role != "table":
            return False
        first = next(iter(block.of("note")), None)
        lettered = first is not None and first.start == 0 and first.value.isalpha()
        return lettered or english.TABLE_NOTE.match(block.text) is not None

    def _heading(self, block: Block) -> bool:
        """Open a section, a unit or a cross heading, where the block is one."""
        styled = block.wholly("bold") or block.wholly("italic")
        text = block.text
        long = len(text.split()) > _LONGEST_HEADING and not block.wholly("bold")
        if long or text.endswith((";", ",", ":")):
            return False
        # The number may stand on a line above its title.
        line = block.breaks[0].offset if styled and block.breaks else len(text)
        head = text[:line].rstrip()
        if english.PREAMBLE.fullmatch(text):
            self._open_heading("heading", block, None, None, BOLD, 0)
            return True
        appendix = english.ANNEX.fullmatch(head) if self.kind == "annex" else None
        if appendix and appendix["appendix"] and (styled or not appendix["title"].strip()):
            number, start = appendix["number"] or "1", appendix.start("title")
            self._open_heading("unit", block, appendix["heading"], number, APPENDIX, start)
            self.section, self.lettered, self.units = 0, None, {}
            return True
        unit = english.UNIT.fullmatch(text) or english.UNIT.fullmatch(head)
        if unit and (styled or not unit["title"] or not text.endswith(".") or self._is_due(unit)):
            name, number = unit["name"].lower(), english.number_of(unit["number"])
            level = SECTION if name in english.LARGE_UNITS else UNIT
            self.units[name] = number
            self._open_heading("unit", block, unit["heading"], number, level, unit.start("title"))
            self.declares = name in english.DECLARED_UNITS
            return True
        section = english.SECTION.fullmatch(text) or english.SECTION.fullmatch(head)
        if section and self._opens_section(section, styled=styled):
            number = section["number"]
            level = SECTION
            if number.isdecimal():
                level = LETTERED
            elif _is_letter(number, self.lettered):
                level, self.lettered = LETTERED, number
            else:
                self.section, self.lettered = from_roman(number) or 0, None
            self._open_heading(
                "section", block, section["heading"], number, level, section.start("title")
            )
            return True
        last = self.flat[-1] if self.flat else None
        titled = styled or (self.plain and _is_title(block))
        below = titled or (self.here.before_number and _is_title(block))
        if below and last and last.role in ("section", "unit") and not last.blocks[0].text:
            last.blocks = [block]
            return True
        if not styled and not (titled and self.here.before_number and self._ended()):
            return False
        level = ITALIC if block.wholly("italic") else BOLD
        if self._parts_a_list():
            draft = self._draft("heading", "heading", block)
            draft.level = level
            self.path[0].children.append(draft)
        else:
            self._open_heading("heading", block, None, None, level, 0)
        return True

    def _parts_a_list(self) -> bool:
        """Whether a heading stands among the items of a list, which go on behind it."""
        begun = bool(self.levels) or (self.previous is not None and self.previous.tail[-1:] == ":")
        return bool(self.path) and begun and self.here.before_item

    def _is_due(self, unit: re.Match[str]) -> bool:
        """Whether a unit whose title is a sentence comes behind those of its name, in text without
        styles, where a clause has ended."""
        number = english.number_of(unit["number"])
        before = self.units.get(unit["name"].lower(), "0")
        if not (self.plain and number.isdecimal() and before.isdecimal()):
            return False
        return int(number) > int(before) and (self.previous is None or self._ended())

    def _ended(self) -> bool:
        """Whether the clause before has come to its end."""
        ends = (";", ".") if self.operative else (";", ".", ",")
        return self.previous is not None and self.previous.tail.endswith(ends)

    def _opens_section(self, section: re.Match[str], *, styled: bool) -> bool:
        """Whether a numbered line heads a section: it stands alone, is styled, or is the next one.

        What is not styled must end like no sentence. Letters begin with A.
        """
        number, title = section["number"], section["title"]
        roman = from_roman(number)
        if roman is None and not number.isdecimal() and self.lettered is None and number != "A":
            return False
        due = roman == self.section + 1 or self._is_next_letter(number)
        return styled or not title or (due and title[-1:].isalnum())

    def _is_next_letter(self, number: str) -> bool:
        """Whether a section is the next lettered one, in text without styles, and stands between a
        clause that has ended, or a heading, and a numbered paragraph."""
        letter = chr(ord(self.lettered[0]) + 1) if self.lettered else "A"
        headed = not self.flat or self.flat[-1].role in ("section", "unit", "heading")
        between = self.here.before_number and (headed or self._ended())
        return self.plain and number == letter and between

    def _unlabelled(self, block: Block, ahead: Label | None) -> None:
        """Words without a number: a paragraph, words that close one, or part of the one before."""
        if self.levels and block.text[:1].islower():
            self._close(block, ahead)
            return
        if english.TABLE_NOTE.match(block.text):
            self._tail("block", "text", block)
            return
        opening = find_opening(block)
        mood = opening.mood if opening else None
        if self.kind == "body" and not self.operative and self._is_preambular(block, mood):
            self._open(self._draft("preambular", "preambular", block))
        elif self.here.in_preamble and self.path and mood != "operative":
            self._tail("block", "text", block)
        elif (
            self.kind == "body"
            and (mood == "operative" or not self.numbered)
            and self._may_open(mood)
        ):
            self.operative = True
            self._open(self._draft("operative", self._paragraph_kind(), block))
        elif self.kind == "annex" and (not self.numbers or not (self.numbered or self.path)):
            self._open(self._draft("operative", self._paragraph_kind(), block))
        else:
            self._tail("block", "text", block)

    def _is_preambular(self, block: Block, mood: str | None) -> bool:
        if mood == "operative":
            return False
        return mood == "preambular" or block.text.rstrip().endswith(",")

    def _may_open(self, mood: str | None) -> bool:
        """Whether words open a paragraph: any before the numbers, verbs where there are none."""
        return mood == "operative" or self.numbers or not self.path or not self.operative

    def _paragraph_kind(self) -> ClauseKind:
        return "operative" if self.kind == "body" and not self.declares else "text"

    def _close(self, block: Block, ahead: Label | None) -> None:
        """Words that close a clause after its sub-clauses.

        They close the innermost list where it is taken up again behind them, else the paragraph.
        """
        inner = ahead is not None and not ahead.is_paragraph and len(self.path) > 2
        owner = self.path[-2] if inner else self.path[0]
        if owner.children and owner.children[-1].role == "closing":
            self._tail("block", "text", block)
            return
        draft = self._draft("closing", "closing", block)
        owner.children.append(draft)
        keep = self.path.index(owner)
        self.path[keep + 1 :] = []
        self.levels[keep:] = []

    # --- the clauses -------------------------------------------------------------------------

    def clauses(self, drafts: Sequence[Draft], numbered: Sequence[Numbered]) -> tuple[Clause, ...]:
        """Drafts as clauses with their ids."""
        return tuple(map(self._clause, drafts, numbered))

    def _clause(self, draft: Draft, place: Numbered) -> Clause:
        words, marks = self.notes.strip(join(draft.blocks))
        if draft.role == "operative" and draft.label is None:
            draft.kind = _unnumbered_kind(place.id, draft.kind)
        if place.oddity == "repeated" and self._stands_twice(draft):
            message = f"{draft.label} stands twice."
            self.notices.append(Notice("number-repeated", message, draft.origin))
        if draft.kind == "table":
            return self._table(draft, place, marks)
        phrase = _phrase(draft, words, self.notices if self.paged else [])
        skip = len(phrase) if phrase else 0
        return Clause(
            id=place.id,
            kind=draft.kind,
            num=draft.label,
            phrase=phrase,
            text=words.text,
            origin=draft.origin,
            footnotes=marks,
            italics=() if draft.kind == "heading" else italics(words, skip),
            clauses=self.clauses(draft.children, place.children),
            level=draft.level if draft.kind == "heading" else None,
            aliases=place.aliases,
            links=links(words),
        )

    def _stands_twice(self, draft: Draft) -> bool:
        """Whether its number is repeated; an appendix may have that of a part."""
        if draft.role == "unit":
            return sum(one.label == draft.label for one in self.flat) > 1
        return draft.role in ("item", "section")

    def _table(self, draft: Draft, place: Numbered, marks: tuple[NoteMark, ...]) -> Clause:
        """A table: its words stand in its cells, its footnote marks belong to the whole."""
        return Clause(
            id=place.id,
            kind="table",
            num=None,
            phrase=None,
            text="",
            origin=draft.origin,
            footnotes=tuple(replace(mark, offset=0) for mark in marks),
            aliases=place.aliases,
            rows=self.notes.cells(draft.blocks[0].rows),
            table_notes=tuple(block.text for block in draft.blocks[1:]),
        )

    # --- keeping the tree --------------------------------------------------------------------

    def _draft(
        self, role: Role, kind: ClauseKind, block: Block, label: Label | None = None
    ) -> Draft:
        draft = Draft(role, kind, [block])
        if label:
            draft.label, draft.value, draft.odd = label.printed, label.value, label.odd
        self.previous = draft
        return draft

    def _open(self, draft: Draft) -> None:
        self.flat.append(draft)
        self.path, self.levels = [draft], []

    def _open_heading(
        self,
        role: Role,
        block: Block,
        printed: str | None,
        number: str | None,
        level: int,
        start: int,
    ) -> None:
        draft = self._draft(role, "heading", block.cut(start) if printed else block)
        draft.label, draft.value, draft.level = printed, number, level
        draft.odd = printed != number
        self.flat.append(draft)
        self.path, self.levels = [], []
        if role in ("section", "unit"):
            self.numbered = self.operative = self.declares = False

    def _tail(self, role: Role, kind: ClauseKind, block: Block) -> None:
        """Add a block to the clause before it; before any clause it stands alone."""
        draft = self._draft(role, kind, block)
        if self.path:
            self.path[-1].children.append(draft)
        else:
            self.flat.append(draft)


def _stands_alone(text: str) -> bool:
    """Whether a text is the number of a section, whose title stands below it."""
    section = english.SECTION.fullmatch(text)
    return section is not None and not section["title"]


def _is_title(block: Block) -> bool:
    """Whether words that no style marks read like a title: short, and no sentence."""
    text = block.text
    short = text[:1].isupper() and len(text.split()) <= _LONGEST_HEADING
    return short and text[-1:].isalnum() and find_opening(block) is None


def _is_letter(number: str, lettered: str | None) -> bool:
    """Whether a section is lettered: it goes on with the letters, or can be no roman number."""
    if lettered and len(number) == 1 and ord(number) == ord(lettered[0]) + 1:
        return True
    return re.fullmatch(r"[IVXL]+", number) is None


def _unnumbered_kind(identifier: str, counted: ClauseKind) -> ClauseKind:
    """What unnumbered words are by the place they got: a lead-in, part of a clause, or counted."""
    step = identifier.rpartition("-")[2]
    if step.startswith("x"):
        return "text"
    return "lead-in" if step in ("op0", "p0") else counted


def _phrase(draft: Draft, words: Block, notices: list[Notice]) -> str | None:
    """The opening phrase of a clause that has one; one that should and has none is noticed."""
    if draft.kind in ("heading", "quote", "closing", "table"):
        return None
    if draft.kind not in ("preambular", "operative", "lead-in"):
        return marked_opening(words)
    opening = find_opening(words)
    if opening is None:
        message = f"{quoted(words.text, 40)} opens with no phrase that is known."
        notices.append(Notice("opening-unknown", message, draft.origin))
    return opening.phrase if opening else None


def _rank_levels(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Clauses whose heading levels count from 1 without gaps."""
    levels = sorted({clause.level for clause in walk(clauses) if clause.level})
    if levels == [*range(1, len(levels) + 1)]:
        return tuple(clauses)
    return _ranked(clauses, {level: place for place, level in enumerate(levels, start=1)})


def _ranked(clauses: Sequence[Clause], rank: Mapping[int, int]) -> tuple[Clause, ...]:
    return tuple(
        replace(clause, level=rank[clause.level])
        if clause.level
        else replace(clause, clauses=_ranked(clause.clauses, rank))
        for clause in clauses
    )
