"""Words of another script in an English text."""

from __future__ import annotations

import pytest

from mkdocs_resolutions.parsing.scripts import foreign_script
from mkdocs_resolutions.reading import Block, Origin


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # Words that stand together are one.
        ("Lamps, лампы и свечи, and oil", ["“лампы и свечи” is written in the script Cyrillic."]),
        ("Lamps λάμπες", ["“λάμπες” is written in the script Greek."]),
        ("大会 决议 77", ["“大会 决议” is written in the script Han."]),
        ("مصابيح or दीपक", [
            "“مصابيح” is written in the script Arabic.",
            "“दीपक” is written in the script Devanagari.",
        ]),
        # Latin with any accent, and what all scripts share.
        ("Türkiye, Viết Nam, Hawaiʻi, Ḥawāʾiʻi, ﬁre, ＡＢ", []),
        ("Lamps¹²ᵃ, ½ of Ⅻ, “−5 ℃” … № 3", []),
        # A letter alone is a sign.
        ("5 μm, α, β and Ω", []),
    ],
)  # fmt: skip
def test_words_of_another_script_are_said(text: str, said: list[str]) -> None:
    found = foreign_script([Block(text, Origin("raw.txt", 1))])
    assert [notice.message for notice in found] == said


def test_they_are_said_of_their_place() -> None:
    block = Block("Lamps and свечи", Origin("raw.txt", 7))
    (notice,) = foreign_script([block])
    assert (notice.rule, notice.origin.line) == ("script-foreign", 7)
