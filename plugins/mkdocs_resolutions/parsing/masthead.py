"""The masthead: from run-together lines to fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mkdocs_resolutions.model import (
    ASSEMBLY,
    Masthead,
    Origin,
    Printed,
    Provenance,
    Symbol,
    SymbolError,
)
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.agenda import agenda_items, part_titles, with_titles
from mkdocs_resolutions.parsing.bundle import several_enacted
from mkdocs_resolutions.parsing.dates import iso_date
from mkdocs_resolutions.parsing.enacting import find_start
from mkdocs_resolutions.parsing.fields import (
    BELOW_THE_TITLE,
    ORGANS,
    SYMBOL,
    fields_in,
    words_of,
)
from mkdocs_resolutions.parsing.furniture import Furniture, FurnitureForms
from mkdocs_resolutions.parsing.named import LOOSE_NUMBER, find_name, find_title
from mkdocs_resolutions.parsing.titles import Titles
from mkdocs_resolutions.reading import Block, Manuscript, join

_DOCUMENT = re.compile(
    rf"\b(?:{ORGANS})/[A-Z0-9./-]{{1,60}}[0-9](?:\([A-Za-z0-9.]{{1,20}}\))?"
    r"(?:/[A-Z][A-Za-z]{1,9}\.[0-9]{1,9})*"
)
_FURNITURE = FurnitureForms(())
_ON_A_DAY = re.compile(rf"on\s+{english.DATE}")


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands above the clauses: the symbol where one is printed, the fields, the rest."""

    symbol: Symbol | None
    masthead: Masthead
    body: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    notices: tuple[Notice, ...]
    heads: tuple[str, ...]
    """What the heads of the further pages may repeat: titles and symbols."""


def open_document(
    blocks: Sequence[Block], manuscript: Manuscript, reissued: Block | None = None
) -> Opened | None:
    """Read everything up to the enacting words; None where a file has none.

    `reissued` is the note of a reissue, which stands at the foot of a page.
    """
    start = find_start(blocks)
    if start is None:
        return None
    alone = not several_enacted(blocks)
    scan = _Scan(manuscript.path, manuscript.part, start.enacting, alone)
    for block in (*filter(None, (reissued,)), *_whole(start.above)):
        scan.read(block)
    for words in start.formula:
        scan.put("enacting", words)
    scan.take_name()
    scan.take_title()
    scan.take_head(start.below)
    return scan.finish(start.below)


def _whole(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks, of which one that is the beginning of a field is joined by the next, the rest of it:
    who adopted and when, and the brackets that say where it comes from."""
    before: Block | None = None
    for block in blocks:
        if before and _go_together(before, block):
            before = join((before, block))
            continue
        if before:
            yield before
        before = block
    if before:
        yield before


def _go_together(before: Block, block: Block) -> bool:
    """Whether two blocks are the two halves of one field."""
    resolved = english.RESOLVED.fullmatch(before.text)
    if resolved and not resolved["day"]:
        return _ON_A_DAY.fullmatch(block.text) is not None
    opened = before.text.startswith("[") and "]" not in before.text and "]" in block.text
    return opened and english.ORIGIN.fullmatch(f"{before.text} {block.text}") is not None


@dataclass(slots=True)
class _Line:
    """Words read into a field, in the pieces they came in."""

    field: str
    origin: Origin
    pieces: list[str]
    begun: tuple[int, ...] = (0,)
    """The pieces with which the blocks of them begin."""

    def printed(self, items: int) -> Printed:
        """The words as one; titles of so many agenda items, each on a line."""
        titles = part_titles(self.pieces, items) if self.field == "agenda-title" else [self.pieces]
        return Printed(self.field, "\n".join(map(" ".join, titles)), self.origin)


@dataclass(slots=True)
class _Scan:
    """A walk over the masthead, field by field, in whatever lines they stand."""

    path: str
    part: str | None
    """The letter of a resolution in a composite file."""
    enacting: re.Match[str] | None
    """The words that it opens with."""
    alone: bool
    """Whether none of the resolutions that share its number stands in the same document."""
    lines: list[_Line] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    found: dict[str, re.Match[str]] = field(default_factory=dict)
    symbols: dict[str, Symbol] = field(default_factory=dict)
    """The first symbol printed as such, and the first before a title."""
    heads: set[str] = field(default_factory=set)
    """The pieces of the letterhead that were read: each is printed once."""
    notices: list[Notice] = field(default_factory=list)

    def read(self, block: Block) -> None:
        for name, piece, match in fields_in(block, {*self.found, *self.heads}):
            if match is None and not piece.text.strip("*"):
                # The mark of a reissue note behind the symbol.
                self.furniture.append(Furniture("ornament", piece.text, piece.origin))
                continue
            if match is None:
                words, furniture = _FURNITURE.part(piece)
                self.furniture += furniture
                for line in self._own_title_apart(words) if words else ():
                    self.put(self._free_field(), line)
                continue
            if name == "letterhead":
                self.furniture.append(Furniture("letterhead", piece.text, piece.origin))
                self.heads.add(words_of(match))
                continue
            if name in ("symbol", "title"):
                self._read_symbol(name, match, piece.origin)
            self.found.setdefault(name, match)
            for line in self._own_title_apart(piece) if name == "title" else (piece,):
                self.put(name, line)

    def put(self, name: str, piece: Block) -> None:
        """Keep words under a field; words that go on with the field before are joined to it."""
        if not piece.text:
            return
        last = self.lines[-1] if self.lines else None
        by_line = name in ("agenda-title", "other")
        begun = [place.offset for place in piece.breaks] if by_line else []
        pieces = [line.text for line in piece.parted(begun)]
        if last and last.field == name and name in ("title", "agenda-title", "enacting", "other"):
            last.begun = (*last.begun, len(last.pieces))
            last.pieces += pieces
        else:
            self.lines.append(_Line(name, piece.origin, pieces))

    def take_name(self) -> None:
        """Where no symbol is printed, take it from the words that name the resolution, as copies of
        older ones do (`Adopted by General Assembly resolution 1514 (XV) of 14 December 1960`).

        The words before and behind them are the title, or else those of the next line.
        """
        if self.symbol:
            return
        others = [line for line in self.lines if line.field == "other"]
        for n, line in enumerate(others):
            named = find_name(line.pieces)
            if named is None:
                continue
            begin, end, match = named
            self._read_symbol("title", match, line.origin)
            if self.symbol is None:
                return  # Its number can be that of no resolution, which is said.
            message = f"No symbol is printed; it is taken from {quoted(match[0])}."
            self.notices.append(Notice("symbol-named", message, line.origin))
            self.found["resolved"] = match
            title = [*line.pieces[:begin], *line.pieces[end:]]
            made = [_Line("resolved", line.origin, line.pieces[begin:end])]
            made[begin == 0 : begin == 0] = [_Line("title", line.origin, title)] if title else []
            if not title and n + 1 < len(others):
                others[n + 1].field = "title"
            place = self.lines.index(line)
            self.lines[place : place + 1] = made
            return

    def take_title(self) -> None:
        """Where no number says which line is the title, it is the last one that fits no field."""
        line = next((one for one in reversed(self.lines) if one.field != "enacting"), None)
        if self._pieces() or line is None or line.field != "other":
            return
        found = find_title(line.pieces, line.begun)
        if found is None:
            return
        first, end = found
        number = LOOSE_NUMBER.match(line.pieces[first])
        if self.symbol is None and number and number["short"]:
            self._read_symbol("title", number, line.origin)
        if self.symbol is None:
            return
        above, below = line.pieces[:first], line.pieces[end:]
        line.pieces, line.field = line.pieces[first:end], "title"
        self._note_title(line.origin)
        if above:
            self.lines.insert(self.lines.index(line), _Line("other", line.origin, above))
        if below:
            self.lines.insert(self.lines.index(line) + 1, _Line("other", line.origin, below))

    def take_head(self, below: Iterable[Block]) -> None:
        """Where no title is printed, it is what the heads of the further pages say most often."""
        if self._pieces() or self.symbol is None:
            return
        heads = [block for block in below if block.head and not SYMBOL.fullmatch(block.text)]
        counted = Counter(block.text for block in heads)
        if counted:
            title = counted.most_common(1)[0][0]
            origin = next(block.origin for block in heads if block.text == title)
            self.lines.append(_Line("title", origin, [title]))
            self._note_title(origin)

    def _note_title(self, origin: Origin) -> None:
        title = self._titles.common(self._pieces())
        message = f"{quoted(title)} is read as the title."
        self.notices.append(Notice("title-unnumbered", message, origin))

    def _own_title_apart(self, piece: Block) -> list[Block]:
        """Words parted where the letter of this resolution begins a line: its own title follows."""
        edges = [*(place.offset for place in piece.breaks), len(piece.text)]
        for start, end in pairwise(edges):
            if self._titles.begins_own(piece.text[start:end]):
                return piece.parted([start, *((end,) if end < len(piece.text) else ())])
        return [piece]

    @property
    def letter(self) -> str | None:
        """The letter of a resolution that shares its number with others."""
        return self.part or (self.symbol.part if self.symbol else None)

    def _free_field(self) -> str:
        """The field of words that no pattern knows: by what was read before them."""
        last = self.lines[-1].field if self.lines else ""
        if last in ("agenda", "agenda-title"):
            return "agenda-title"
        if "title" in self.found:
            return "other" if last in BELOW_THE_TITLE else "title"
        if "agenda" in self.found and "resolved" not in self.found:
            return "agenda-title"
        return "other"

    def _read_symbol(self, name: str, match: re.Match[str], origin: Origin) -> None:
        printed = match["symbol"] if name == "symbol" else match["short"]
        try:
            here = self._own(name, match)
        except SymbolError:
            message = f"{quoted(printed)} cannot name a resolution."
            self.notices.append(Notice("symbol-odd", message, origin))
            return
        before = self.symbol
        if before and here not in (before, before.whole):
            message = f"{here} is printed here, {before} before it."
            self.notices.append(Notice("symbol-conflict", message, origin))
        self.symbols.setdefault(name, here)

    def _own(self, name: str, match: re.Match[str]) -> Symbol:
        """The symbol that a match names; in a composite file, that of its own part.

        Raises SymbolError.
        """
        if name == "title":
            here = Symbol.resolution(match["short"], self.organ)
        else:
            printed = match["symbol"].replace("/Res/", "/RES/")
            if match["to"]:
                printed = printed[: match.start("to") - match.start("symbol")]
            letter = "A" if printed.startswith("/") else ""
            here = Symbol.parse(f"{letter}{printed}".replace("[", "").replace("]", ""))
            here = here.whole if match["to"] else here
        whole = here.whole
        return Symbol.resolution(f"{whole.short}{self.part}", whole.organ) if self.part else here

    @property
    def organ(self) -> str:
        """The organ that adopted it by what stands before its title, else by its first words."""
        found = (self.found.get("resolved"), self.enacting)
        named = next((match["organ"] for match in found if match and match["organ"]), None)
        return english.organ_of(named) if named else ASSEMBLY

    @property
    def symbol(self) -> Symbol | None:
        """The symbol that counts: the one printed as such before the number of a title."""
        return self.symbols.get("symbol") or self.symbols.get("title")

    def finish(self, body: tuple[Block, ...]) -> Opened:
        self._take_letter()
        symbol = self.symbol
        items = agenda_items(self.found.get("agenda"))
        printed = tuple(line.printed(len(items)) for line in self.lines)
        lines = {line.field: line for line in reversed(printed)}
        pieces, titles = self._pieces(), lines.get("agenda-title")
        title = self._titles.title(pieces)
        session = self._session(symbol, lines.get("session"))
        for line in printed:
            if line.field == "other" and line.text != title:
                message = f"{quoted(line.text)} fits no field of the masthead."
                self.notices.append(Notice("masthead-unplaced", message, line.origin))
        resolved, adoption = self.found.get("resolved"), self.found.get("adoption")
        day = resolved if resolved and resolved["day"] else adoption
        masthead = Masthead(
            title=title,
            session=session,
            agenda=with_titles(items, titles.text if titles else ""),
            provenance=self._provenance(lines.get("origin")),
            adopted=iso_date(day) if day else None,
            meeting=" ".join(adoption["meeting"].split()) if adoption else None,
            issued=iso_date(self.found["issued"]) if "issued" in self.found else None,
            reissued=iso_date(self.found["reissued"]) if "reissued" in self.found else None,
            enacting=lines["enacting"].text if "enacting" in lines else None,
            printed=printed,
        )
        heads = [title, self._titles.common(pieces), *([symbol.text] if symbol else [])]
        heads += (line.text for line in printed if line.field == "symbol")
        furniture, notices = tuple(self.furniture), tuple(self.notices)
        return Opened(symbol, masthead, body, furniture, notices, tuple(dict.fromkeys(heads)))

    def _take_letter(self) -> None:
        """Add to the symbol the letter that is printed below the title alone."""
        pieces, symbol = self._pieces(), self.symbol
        own = self._titles.own(pieces)
        if symbol and not self.letter and own < len(pieces):
            here = Symbol.resolution(f"{symbol.short}{pieces[own][0]}", symbol.organ)
            self.symbols["symbol"] = here

    def _pieces(self) -> list[str]:
        """The lines of the title."""
        return next((line.pieces for line in self.lines if line.field == "title"), [])

    @property
    def _titles(self) -> Titles:
        symbol = self.symbol
        return Titles(self.letter, self.alone, symbol is not None and "(" in symbol.text)

    def _session(self, symbol: Symbol | None, line: Printed | None) -> str:
        of_symbol = symbol.session if symbol and symbol.session else ""
        printed = self.found.get("session")
        if printed is None or line is None:
            return of_symbol
        value = english.ORDINALS.get(printed["ordinal"].lower())
        kind = " ".join((printed["kind"] or "").split())
        prefix = {"": "", "special": "S-", "emergency special": "ES-"}[kind]
        spoken = f"{prefix}{value}" if value else ""
        if of_symbol and spoken != of_symbol:
            message = f"{quoted(line.text)} is printed, but the symbol names session {of_symbol}."
            self.notices.append(Notice("session-conflict", message, line.origin))
        return of_symbol or spoken

    @staticmethod
    def _provenance(line: Printed | None) -> Provenance:
        if line is None:
            return Provenance(None, (), None)
        committee = english.COMMITTEE.search(line.text)
        paragraph = english.PARAGRAPH.search(line.text)
        documents = [text for text in _DOCUMENT.findall(line.text) if _is_symbol(text)]
        return Provenance(
            " ".join(committee["name"].split()) if committee else None,
            tuple(dict.fromkeys(documents)),
            " ".join(paragraph["paragraphs"].split()) if paragraph else None,
        )


def _is_symbol(text: str) -> bool:
    try:
        Symbol.parse(text)
    except SymbolError:
        return False
    return True
