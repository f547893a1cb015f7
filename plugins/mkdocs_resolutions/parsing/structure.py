"""From blocks to the tree of clauses of a part: preamble and operative part, or an annex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_resolutions.model import Clause, ClauseKind, assign_anchors
from mkdocs_resolutions.model.anchor import PartKind, Role
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.clauses import Clauses
from mkdocs_resolutions.parsing.cutclauses import (
    goes_on,
    goes_on_as_table,
    is_cut,
    is_doubtful,
    is_table_note,
)
from mkdocs_resolutions.parsing.draft import Draft
from mkdocs_resolutions.parsing.headings import BOLD, Around, Heading, Headings, may_head
from mkdocs_resolutions.parsing.labels import (
    Label,
    Level,
    find_label,
    ordinal,
    place_label,
    too_large,
)
from mkdocs_resolutions.parsing.losttables import tell_lost_tables
from mkdocs_resolutions.parsing.notes import Notes
from mkdocs_resolutions.parsing.numbers import check_numbers, check_step
from mkdocs_resolutions.parsing.openings import find_opening
from mkdocs_resolutions.parsing.survey import Sight, Survey, survey
from mkdocs_resolutions.reading import Block, join


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
    blocks, lost = tell_lost_tables(blocks) if paged else (blocks, [])
    builder = _Builder(survey(blocks), notes, kind, paged)
    builder.run()
    made = Clauses(builder.flat, notes, paged)
    clauses = made.made(assign_anchors([draft.node() for draft in builder.flat], kind, annex))
    # A heading's repeated number is seen by its run and by its id: it is said once.
    found = (*lost, *builder.notices, *made.notices, *check_numbers(builder.flat))
    return Part(clauses, tuple({(one.rule, one.origin): one for one in found}.values()))


_FEWEST_TITLES = 3
"""Titles above sentences in a part, by which each of them is known."""


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
    headings: Headings = field(init=False)
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
    declares: bool = False
    """The walk is in an article or the like: its paragraphs open with no verb of the organ."""
    items_until: str | None = None
    """The number of the paragraph that ends a list of numbered items."""
    previous: Draft | None = None
    has_titles: bool = False
    """Titles stand above sentences of the part without numbers."""

    def run(self) -> None:
        self.numbers = self.survey.prints_numbers
        self.headings = Headings(self.kind, self.paged and self.survey.is_plain)
        if self.kind == "annex" and self.headings.plain:
            self.has_titles = self.survey.titles_of_sentences() >= _FEWEST_TITLES
        for index, here in enumerate(self.survey.sights):
            self.index, self.here = index, here
            self._block(here)

    def _block(self, here: Sight) -> None:
        block, label = here.block, here.label
        before = self.previous if self.paged else None
        if block.rows and before and goes_on_as_table(before, block):
            rows = (*before.blocks[0].rows, *block.rows)
            before.blocks[0] = join((before.blocks[0], block))._replace(rows=rows)
        elif block.rows:
            self._tail("table", "table", block)
        elif self.previous and is_table_note(self.previous, block):
            self.previous.blocks.append(block)
        elif before and label is None and is_cut(before, block):
            before.blocks.append(block)
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
            message = f"{quoted(large)} is too large to number a clause; it is kept with the words."
            self.notices.append(Notice("number-odd", message, block.origin))
        before = self.previous if self.paged else None
        if before and goes_on(before, self.here, listed=bool(self.levels)):
            if is_doubtful(before, block):
                message = f"{quoted(block.text, 40)} is read as the rest of the clause before."
                self.notices.append(Notice("clause-joined", message, block.origin))
            before.blocks.append(block)
        elif not self._heading(block):
            self._unlabelled(block, ahead)

    # --- what a block can be -----------------------------------------------------------------

    def _labelled(self, block: Block, label: Label) -> None:
        words = block.cut(label.end)
        if label.is_paragraph and self._heads_numbers(label, words):
            self._open_heading(block, Heading("heading", BOLD))
            return
        if label.odd:
            # What lacks the space behind it is shown with the word that it ran into.
            ran_into = "" if block.text[label.end - 1] == " " else words.text.split(" ", 1)[0]
            odd = quoted(f"{label.printed}{ran_into}")
            message = f"{odd} is read as “{label.value}.”, a paragraph’s number."
            self.notices.append(Notice("number-odd", message, block.origin))
        if label.is_paragraph and not self._numbers_items(label):
            draft = self._draft("operative", self._paragraph_kind(), words, label)
            self._open(draft)
            self.numbered = self.operative = True
            self._numbered_twice(draft, words)
            return
        depth, style = place_label(label, self.levels, self._after_colon())
        draft = self._draft("item", "subparagraph", words, label)
        self.path[depth].children.append(draft)
        self.path[depth + 1 :] = [draft]
        self.levels[depth:] = [Level(style, label.value)]
        self.notices += check_step(self.path[depth], draft, style)
        self._numbered_twice(draft, words)

    def _heads_numbers(self, label: Label, words: Block) -> bool:
        """Whether a number is that of a title, `1. Joint action`, among paragraphs whose own run on
        behind it."""
        last = next((one for one in reversed(self.flat) if one.kind != "heading"), None)
        if last is None or last.value is None or not last.value.isdecimal() or not words.text:
            return False
        due, ahead = str(int(last.value) + 1), self.here.ahead
        runs_on = ahead is not None and ahead.is_paragraph and ahead.value == due != label.value
        return runs_on and self.headings.reads_like_one(words)

    def _numbered_twice(self, draft: Draft, words: Block) -> None:
        """Open the clause below one whose words begin with a number themselves, `2. (a) Requests`:
        the first has no words but those below it."""
        inner = find_label(words)
        if inner and self._opens_a_level(inner):
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

    def _heading(self, block: Block) -> bool:
        """Open a section, a unit or a cross heading, where the block is one."""
        if not may_head(block):
            return False
        last = self.flat[-1] if self.flat else None
        headed = last is None or last.role in ("section", "unit", "heading")
        between_items = self._parts_a_list() and (self._ended() or self._after_colon())
        ended = self._ended() or self._adopts()
        # One line alone among sentences may be a signature, or half a sentence.
        titles = (headed or self.has_titles) and self.survey.before_sentence(self.index)
        before = self._before_number(), titles
        around = Around(ended, headed, *before, between_items)
        heading = self.headings.numbered(block, around)
        if heading:
            self._open_heading(block, heading)
            return True
        numbers = last is not None and last.role in ("section", "unit") and not last.blocks[0].text
        if last and numbers and self.headings.may_title(block, around):
            last.blocks = [block]
            return True
        heading = self.headings.unnumbered(block, around)
        if heading and self._parts_a_list():
            draft = self._draft("heading", "heading", block)
            draft.level = heading.level
            self.path[max(0, len(self.path) - 2)].children.append(draft)
        elif heading:
            self._open_heading(block, heading)
        return heading is not None

    def _before_number(self) -> bool:
        """Whether a numbered paragraph follows, or one more title above it."""
        following = self.survey.sights[self.index + 1 : self.index + 2]
        return self.here.before_number or any(
            one.before_number and self.headings.reads_like_one(one.block) for one in following
        )

    def _parts_a_list(self) -> bool:
        """Whether a heading stands among the items of a list, which go on behind it."""
        begun = bool(self.levels) or self._after_colon()
        return bool(self.path) and begun and self.here.before_item

    def _after_colon(self) -> bool:
        """Whether the words before end in a colon."""
        return self.previous is not None and self.previous.tail.endswith(":")

    def _adopts(self) -> bool:
        """Whether the words before end in a colon, and the paragraphs behind count from 1: they may
        be those of a declaration that is adopted there."""
        ahead = self.here.ahead
        begins = ahead is not None and ahead.is_paragraph and ahead.value == "1"
        return begins and self._after_colon()

    def _ended(self) -> bool:
        """Whether the clause before has come to its end."""
        ends = (";", ".") if self.operative else (";", ".", ",")
        return self.previous is not None and self.previous.tail.endswith(ends)

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

    def _open_heading(self, block: Block, heading: Heading) -> None:
        draft = self._draft(
            heading.role, "heading", block.cut(heading.start) if heading.printed else block
        )
        draft.label, draft.value, draft.level = heading.printed, heading.number, heading.level
        draft.odd = heading.printed != heading.number
        self.flat.append(draft)
        self.path, self.levels = [], []
        if heading.role in ("section", "unit"):
            self.numbered = self.operative = False
            self.declares = heading.declares

    def _tail(self, role: Role, kind: ClauseKind, block: Block) -> None:
        """Add a block to the clause before it; before any clause it stands alone."""
        draft = self._draft(role, kind, block)
        if self.path:
            self.path[-1].children.append(draft)
        else:
            self.flat.append(draft)
