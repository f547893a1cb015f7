"""Hyphens and signs that a converter set apart from their words, or lost."""

from __future__ import annotations

import re
from functools import partial
from itertools import product

import pytest

from case_tables import Case, table
from lines_run import lines_run
from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.parsing.hyphens import settle_hyphens
from mkdocs_resolutions.reading import Block, Mark, read, width

PROSE = (
    "Requests the keepers of all the harbours on the northern coast to see that the lamps are lit"
    " before dusk and that their wicks are trimmed by those who know how to trim them, bearing in"
    " mind that the oil was bought for the whole of the winter and that no boat can be sent for"
    " more before the ice has gone, and to say in their next report how many nights were dark,"
)


def _blocks(text: str) -> tuple[Block, ...]:
    return read(text.encode(), "case.txt")[0].blocks


@pytest.mark.parametrize("case", table("hyphens"))
def test_signs_that_stand_apart(case: Case) -> None:
    blocks = _blocks(case.given)
    settled, notices = settle_hyphens(blocks)
    case.check("\n".join(block.text for block in settled))
    assert bool(notices) == (settled != blocks)
    assert settle_hyphens(settled) == (settled, ())


def _printed(*paragraphs: str, keep: str = "-", across: float = 38.0) -> str:
    """Paragraphs on lines of a page so wide, in ems; `keep` is left of a hyphen at the end of a
    line, and the line below runs on where that is no hyphen."""
    printed: list[str] = []
    for text in paragraphs:
        lines = [""]
        for piece in re.findall(r"[^ -]+[ -]*", text):
            if width(lines[-1] + piece) > across:
                lines.append("")
            lines[-1] += piece
        printed.append("\n".join(line.strip() for line in lines))
    whole = "\n\n".join(printed)
    return whole if keep == "-" else whole.replace("-\n", keep)


@pytest.mark.parametrize("lost", ["", " "])
@pytest.mark.parametrize("compound", ["Secretary-General", "decision-making", "man-to-man-law"])
def test_a_hyphen_that_was_lost_at_the_end_of_a_line(compound: str, lost: str) -> None:
    """Wherever the line ends, the compound is known by the line that is too long."""
    crossed = 0
    for across, words in product((36.0, 38.0, 42.0), range(len(PROSE.split()))):
        before = " ".join(PROSE.split()[:words])
        texts = [f"The {compound},", PROSE, PROSE, f"{before} {compound} {PROSE}".strip()]
        given = _printed(*texts, keep=lost, across=across)
        crossed += given != _printed(*texts, across=across)
        settled, _ = settle_hyphens(_blocks(given))
        assert [block.text for block in settled] == texts
    assert crossed > 10


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("harbourmaking", "harbour-making"),
        ("oilfired", "oil-fired"),
        ("NorthSouth", "North-South"),
        ("lowand", "low- and"),
    ],
)
def test_two_words_that_spell_none(torn: str, whole: str) -> None:
    """Nothing attests them, but they stand where a line was two."""
    text = f"{PROSE} {PROSE}"
    start = len("Requests the keepers of all the harbours on the northern coast to see that the ")
    line = f"{text[:start]}{torn} {text[start : start + 70]}"
    blocks = _blocks("\n\n".join((_printed(*[PROSE] * 8), line)))
    settled, notices = settle_hyphens(blocks)
    assert settled[-1].text == line.strip().replace(torn, whole)
    assert [notice.message for notice in notices] == [f"“{torn}” is read as “{whole}”."]


@pytest.mark.parametrize("word", ["stakeholder", "lighthouse", "Bjornholm", "multiply"])
def test_words_that_are_whole_stay_so(word: str) -> None:
    """A word of the language, or one that stands elsewhere, or a name, is no compound."""
    start = len("Requests the keepers of all the harbours on the northern coast to see that the ")
    line = f"{PROSE[:start]}{word} {PROSE[start : start + 70]}"
    blocks = _blocks("\n\n".join((_printed(f"{PROSE} stakeholders", *[PROSE] * 8), line)))
    assert settle_hyphens(blocks) == (blocks, ())


def test_a_converter_that_keeps_hyphens_lost_none() -> None:
    """Where the hyphen stands in each line that is two, and where lines end with one."""
    start = "Requests the keepers of all the harbours on the northern coast to see that the "
    kept = [f"{start}{word} lampsareodd {PROSE[:70]}" for word in ("oil-fired", "slow-burning")]
    for lines in (kept, ["a lamp that is oil-", "fired", f"{start}harbourmaking {PROSE[:70]}"]):
        blocks = _blocks("\n\n".join((_printed(*[PROSE] * 8), "\n".join(lines))))
        assert settle_hyphens(blocks) == (blocks, ())


def test_within_the_page_two_words_are_two() -> None:
    """In the long term, of a long-term lamp."""
    blocks = _blocks(_printed(f"{PROSE} a long-term lamp that burns in the long term,", PROSE))
    assert settle_hyphens(blocks) == (blocks, ())


def test_marks_and_lines_go_with_their_letters() -> None:
    (block,), notices = settle_hyphens(_blocks("The *harbour -19* , lamps¹ of low-\nand *Oslo*"))
    assert block.text == "The harbour -19, lamps¹ of low- and Oslo"
    assert [block.text[mark.start : mark.end] for mark in block.marks] == [
        "harbour -19", "¹", "Oslo",
    ]  # fmt: skip
    assert [block.text[place.offset :] for place in block.breaks] == ["and Oslo"]
    assert [(notice.rule, notice.origin.line, notice.message) for notice in notices] == [
        ("word-mended", 1, "“-19 ,” is read as “-19,”."),
        ("word-mended", 1, "“low-and” is read as “low- and”."),
    ]


@pytest.mark.parametrize("words", ["a - ", "a -", "a- ", "wickwick ", "1 – ", "a , "])
def test_it_ends_on_adversarial_text_in_proportion(words: str) -> None:
    def settled(times: int) -> None:
        text = (words * times).strip()
        settle_hyphens([Block(text, Origin("case.txt", 1), (Mark("italic", 0, 2),), room=-40.0)])

    settled(20_000)  # ends only where no expression runs away
    costs = [lines_run(partial(settled, times)) for times in (500, 2_000)]
    assert costs[1] < 5 * costs[0]
