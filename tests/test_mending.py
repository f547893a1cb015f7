"""Words that a converter spaced."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest

from case_tables import Case, table
from lines_run import lines_run
from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.parsing import english, parse
from mkdocs_resolutions.parsing.mending import mend
from mkdocs_resolutions.reading import Block, Mark, read
from raw_texts import SOUND


def _blocks(text: str) -> tuple[Block, ...]:
    return read(text.encode(), "case.txt")[0].blocks


@pytest.mark.parametrize("case", table("mending"))
def test_mending(case: Case) -> None:
    blocks = _blocks(case.given)
    mended, notices = mend(blocks)
    case.check("\n".join(block.text for block in mended))
    spaces = [sum(block.text.count(" ") for block in some) for some in (blocks, mended)]
    assert bool(notices) == (spaces[0] > spaces[1])
    assert mend(mended) == (mended, ())


def test_marks_and_lines_go_with_their_letters() -> None:
    (block, _), notices = mend(
        _blocks("Ur ges *tha t* lamp¹ a nd\nthe *oth ers*\n\nUrges that others and")
    )
    assert block.text == "Urges that lamp¹ and the others"
    assert [block.text[mark.start : mark.end] for mark in block.marks] == ["that", "¹", "others"]
    assert [block.text[place.offset :] for place in block.breaks] == ["the others"]
    said = [(notice.rule, notice.origin.line, notice.message) for notice in notices]
    assert said == [
        ("word-mended", 1, "“Ur ges” is read as “Urges”."),
        ("word-mended", 1, "“tha t” is read as “that”."),
        ("word-mended", 1, "“a nd” is read as “and”."),
        ("word-mended", 2, "“oth ers” is read as “others”."),
    ]


def test_a_mended_text_is_the_text_as_it_was() -> None:
    """The rooms behind see whole words: openings, fields, clauses; no word is lost."""
    spaced = (
        SOUND.replace("*", "").replace("Recalling", "Recal ling").replace("keepers", "kee pers")
    )
    spaced = spaced.replace("seized", "sei zed").replace("Resolution ado", "Resolut ion ado")
    found, wanted = (parse(*read(text.encode(), "case.txt")) for text in (spaced, SOUND))
    assert found.resolution is not None
    assert wanted.resolution is not None
    assert [(one.id, one.phrase, one.text) for one in found.resolution.clauses()] == [
        (one.id, one.phrase, one.text) for one in wanted.resolution.clauses()
    ]
    assert found.resolution.masthead.adopted == "2022-12-07"
    assert {notice.rule for notice in found.notices} == {"word-mended"}
    assert len(found.notices) == 4


def test_a_text_that_says_its_words_is_left_alone() -> None:
    """XML has the spaces of its author."""
    given = "<akomaNtoso><p>77/902. Lamps</p><p>The General Assembly</p><p>1. Urges tha t.</p>"
    parsed = parse(*read(f"{given}</akomaNtoso>".encode(), "case.xml"))
    assert parsed.resolution is not None
    assert [clause.text for clause in parsed.resolution.operative] == ["Urges tha t."]


def test_the_common_words_are_in_order_and_small() -> None:
    lines = english.WORDS_FILE.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert all(one < two for one, two in pairwise(words))
    assert all(word.isalpha() and word.islower() and len(word) > 1 for word in words)
    assert {"programme", "organization", "harbour"} <= english.common_words()
    assert not {"th", "nd", "tion", "ment"} & english.common_words()


@pytest.mark.parametrize("words", ["a b ", "th e ", "xq ", "x-"])
def test_mending_ends_on_adversarial_text_in_proportion(words: str) -> None:
    def mended(times: int) -> None:
        block = Block((words * times).strip(), Origin("case.txt", 1), (Mark("italic", 0, 3),))
        mend([block])

    mended(50_000)  # ends only where no expression runs away
    costs = [lines_run(partial(mended, times)) for times in (1_000, 4_000)]
    assert costs[1] < 5 * costs[0]
