"""Words that a converter of pages spaced, `c luster`, `tha t`, `decision -making`, made whole.

A piece that is no word goes to its neighbours when what they spell together is attested: it stands
whole elsewhere in the document, or else is a common word of the language. Pieces that are words by
themselves stay apart whatever they spell (`in to`, `a part`), and so does all that can be read in
two ways (`for th e` is, since `forth e` leaves a piece that is none).

A hyphen that hangs on to the letter behind it (`seventy -ninth`) is its own witness: English has it
only where a conjunction suspends the word before. Years (`202 5`) are told by what stands around.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count
from operator import add

from mkdocs_resolutions.model import Span
from mkdocs_resolutions.model.numeral import from_roman
from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.parsing.cuts import Cuts
from mkdocs_resolutions.reading import SUPERSCRIPTS, Block

LONGEST_WORD = 60
"""Characters. What is longer is an address."""
MOST_PIECES = 3
"""A word that is spaced into more is left as it is."""
LONGEST_RUN = 6
"""Pieces that are looked at together, the words beside them included."""

_NONE = (" ", " ")
"""What stands beside the first and the last pieces of a block."""
_SIGNS = f".,;:!?“”‘’'\"()[]…*{SUPERSCRIPTS}"
"""What stands around a word."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_COMPOUND = re.compile(r"-?[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """The letters of what stands between two spaces, and their offset."""

    core: str
    start: int


def mend(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Notice, ...]]:
    """Blocks whose spaced words are whole, and a notice `word-mended` for each of them."""
    mender = _Mender(blocks)
    return tuple(map(mender.mend, blocks, mender.chunks)), tuple(mender.notices)


class _Mender:
    """The words of a document, by which its spaced ones are known."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.notices: list[Notice] = []
        self._common = english.common_words()
        self.chunks = [block.text.split(" ") for block in blocks]
        """What stands between the spaces of each block."""
        chunks = set[str]().union(*self.chunks)
        common = chunks & self._common
        self._cores = {chunk: _core(chunk) for chunk in chunks - common}
        self._whole = common.union(self._cores.values())
        # What is no word is a space here: with its neighbours it spells none.
        self._small = {chunk: core.lower() or " " for chunk, core in self._cores.items()}
        self._folded = common.union(self._small.values())
        self._figures = {
            chunk
            for chunk, core in self._cores.items()
            if not core and len(chunk) < 4 and chunk.isdecimal()
        }
        self._odd = {
            chunk for chunk, core in self._cores.items() if core and not self._is_word(core)
        }

    @cached_property
    def _years(self) -> frozenset[str]:
        """The years that stand whole in the document; few documents need them."""
        return frozenset(_YEAR.findall(" ".join(self._cores.keys() - self._figures)))

    def mend(self, block: Block, chunks: Sequence[str]) -> Block:
        """A block with its spaced words whole; a table is left as it is."""
        if block.rows:
            return block
        spaced_words: list[Sequence[_Piece]] = []
        if not self._odd.isdisjoint(chunks):
            spaced_words += self._spaced(block, chunks)
        if not self._figures.isdisjoint(chunks):
            spaced_words += self._spaced_years(block, chunks)
        cuts: list[Span] = []
        for word in sorted(spaced_words, key=lambda word: word[0].start):
            cuts += (Span(piece.start - 1, piece.start) for piece in word[1:])
            spaced, whole = (glue.join(piece.core for piece in word) for glue in (" ", ""))
            message = f"{quoted(spaced)} is read as {quoted(whole)}."
            self.notices.append(Notice("word-mended", message, block.at(word[0].start)))
        return Cuts(cuts).of_block(block)

    def _spaced(self, block: Block, chunks: Sequence[str]) -> Iterator[Sequence[_Piece]]:
        """The spaced words of a block, around each piece that is none."""
        places = [place for place in _places(chunks, self._odd) if self._may_join(chunks, place)]
        if not places:
            return
        starts = _starts(chunks)
        lines = {one.offset for one in block.breaks}
        done = 0

        def parted(place: int) -> bool:
            """Whether a line ends or a sign stands before a piece."""
            before, here = chunks[place - 1][-1:], chunks[place].removeprefix("-")[:1]
            return starts[place] in lines or not (before.isalpha() and here.isalpha())

        for run in _runs(places, parted):
            first, end = run[0], run[-1] + 1
            if first > done and not parted(first) and self._is_single(chunks[first - 1]):
                first -= 1
            if end < len(chunks) and not parted(end) and self._is_single(chunks[end]):
                end += 1
            pieces = [_Piece(_core(chunks[place]), starts[place]) for place in range(first, end)]
            for word in self._read(pieces):
                yield word
                done = bisect_left(starts, word[-1].start) + 1

    def _spaced_years(self, block: Block, chunks: Sequence[str]) -> Iterator[Sequence[_Piece]]:
        """The spaced years of a block: of a date, or behind a word that tells when if they stand
        whole elsewhere.

        Numbers of a list may look the same, and one whose thousands stand apart (`2 025`).
        """
        figures = _places(chunks, self._figures)
        places = [place for place in figures if self._is_year(chunks, place)]
        if not places:
            return
        starts = _starts(chunks)
        lines = {one.offset for one in block.breaks}
        for place in places:
            if starts[place + 1] not in lines:
                second = chunks[place + 1].rstrip(_SIGNS)
                yield _Piece(chunks[place], starts[place]), _Piece(second, starts[place + 1])

    def _is_year(self, chunks: Sequence[str], place: int) -> bool:
        """Whether figures and what stands behind them are a year."""
        if not 0 < place < len(chunks) - 1:
            return False
        before, first, behind = chunks[place - 1 : place + 2]
        second = behind.rstrip(_SIGNS)
        further = chunks[place + 2] if place + 2 < len(chunks) else ""
        if before in english.MONTHS:
            tells = place > 1 and chunks[place - 2] in self._figures
            further = further if second == behind else ""
        else:
            tells = before in english.TELLS_WHEN and len(first) > 1
            tells = tells and first + second in self._years
        return bool(tells and _YEAR.fullmatch(first + second) and not further[:1].isdecimal())

    def _is_single(self, chunk: str) -> bool:
        """Whether what stands between two spaces is a word by itself."""
        return chunk not in self._odd and self._small.get(chunk, chunk) != " "

    def _may_join(self, chunks: Sequence[str], place: int) -> bool:
        """Whether a piece and those beside it, three in all, spell a word: of most names it is seen
        at once that they do not."""
        around = chunks[max(0, place - 2) : place + 3]
        if len(around) < 5:
            around = (*_NONE[place:], *around, *_NONE[len(chunks) - place - 1 :])
        before, left, here, right, behind = map(self._small.get, around, around)
        words = (
            left + here,
            here + right,
            before + left + here,
            left + here + right,
            here + right + behind,
        )
        if not (self._folded.isdisjoint(words) and self._common.isdisjoint(words)):
            return True
        return "-" in (around[2][:1], around[3][:1])

    def _read(self, run: Sequence[_Piece]) -> list[Sequence[_Piece]]:
        """The spaced words of a run, where it can be read in one way only."""
        for surely in (True, False) if len(run) <= LONGEST_RUN else ():
            found = list(self._readings(run, surely=surely))
            if found:
                return [word for word in found[0] if len(word) > 1 and len(found) == 1]
        return []

    def _readings(
        self, run: Sequence[_Piece], *, surely: bool
    ) -> Iterator[tuple[Sequence[_Piece], ...]]:
        """The ways to read a run as words, spaced or not, so that no piece is left over."""
        if not run:
            yield ()
        for size in range(1, min(MOST_PIECES, len(run)) + 1):
            word = run[:size]
            if self._is_one(word, surely=surely):
                for rest in self._readings(run[size:], surely=surely):
                    yield (word, *rest)

    def _is_one(self, word: Sequence[_Piece], *, surely: bool) -> bool:
        """Whether pieces are one word; `surely`, when it stands elsewhere in the document."""
        cores = [piece.core for piece in word]
        if len(word) == 1:
            return self._is_word(cores[0])
        whole = "".join(cores)
        if cores[1].startswith("-"):
            return whole.lower() in self._folded or (not surely and _is_compound(cores))
        # Further pieces in capitals are names; letters may be those of a list, or a numeral.
        if not all(map(str.islower, cores[1:])) or all(map(self._is_word, cores)):
            return False
        if from_roman(whole):
            return False
        if self._is_whole(whole):
            return True
        # Of a letter or two much can be made: “a m”, “Annex B on”.
        short = len(whole) < 4 or (len(cores[0]) == 1 and cores[0].isupper())
        return not surely and not short and whole.lower() in self._common

    def _is_word(self, core: str) -> bool:
        """Whether letters are a word by themselves. A capital may be the letter of a part."""
        if len(core) == 1:
            return core in english.WORDS_OF_ONE_LETTER or core.isupper()
        compound = "-" in core or "’" in core or "'" in core
        return not core.startswith("-") if compound else core.lower() in self._common

    def _is_whole(self, word: str) -> bool:
        """Whether a word stands whole in the document; with a capital, a small one will do."""
        return word in self._whole or (word[0].isupper() and word.lower() in self._whole)


def _is_compound(cores: Sequence[str]) -> bool:
    """Whether what stands before hyphens and behind them is one word, whatever words they are.

    English has no space before a hyphen that hangs on to a letter, but where a conjunction suspends
    the word before it; a dash that was written so stands before a word that never ends a line.
    """
    hyphens = [core.startswith("-") for core in cores]
    if hyphens != [False, *[True] * (len(cores) - 1)] or cores[0].lower() in english.SUSPENDS:
        return False
    behind = "".join(cores[1:])[1:]
    return "-" in behind or english.GOES_ON.fullmatch(behind) is None


def _core(chunk: str) -> str:
    """The letters of what stands between two spaces; nothing where it is no word."""
    core = chunk.strip(_SIGNS)
    if len(core) > LONGEST_WORD or not (core.isalpha() or _COMPOUND.fullmatch(core)):
        return ""
    return core


def _places(chunks: Sequence[str], those: Collection[str]) -> Iterator[int]:
    """Where some of the chunks stand."""
    return compress(count(), map(those.__contains__, chunks))


def _starts(chunks: Iterable[str]) -> list[int]:
    """The offset of each chunk, for a space parts them, and that behind the last."""
    return [0, *map(add, accumulate(map(len, chunks)), count(1))]


def _runs(places: Sequence[int], parted: Callable[[int], bool]) -> list[list[int]]:
    """Places that follow each other, with nothing that parts them."""
    runs = list[list[int]]()
    for place in places:
        if runs and runs[-1][-1] + 1 == place and not parted(place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
