"""What documents are called: by the names that the texts which cite them give."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_resolutions.corpus import Corpus, load
from mkdocs_resolutions.publishing.documents import documents_by_symbol
from mkdocs_resolutions.publishing.sayings import Sayings
from raw_texts import sound

# A clause of the text with the notes of its marks, what is cited, and what that is called then.
NAMES = [
    ("the Lamp Outcome²", ("Resolution 60/1.",),
     "Recalling paragraphs 176 and 177 of the Lamp Outcome,", "A/RES/60/1", "Lamp Outcome"),
    ("Regulations and Rules of Lamps²", ("ST/SGB/2013/4.",),
     "Recalling regulations 3.1 and 3.2 of the Regulations and Rules of Lamps,",
     "ST/SGB/2013/4", "Regulations and Rules of Lamps"),
    ("the Lamp Agenda for Harbours²", ("Resolution 69/313, annex.",),
     "Noting the Lamp Agenda for Harbours,", "A/RES/69/313", "Lamp Agenda for Harbours"),
    ("the Covenant on Lamps and Posts² and the Covenant on Oil and Wicks²",
     ("See resolution 2200 A (XXI), annex.",), "Noting the Covenant on Lamps and Posts,",
     "A/RES/2200(XXI)A", "Covenant on Lamps and Posts and Covenant on Oil and Wicks"),
    ("the Lamp Programme of Action for Harbours²", ("Resolution 76/258, annex.",),
     "Noting the Programme of Action, the Programme of Action and the Programme of Action,",
     "A/RES/76/258", "Lamp Programme of Action for Harbours"),
    # Of two names of one thing the one that says more, and more often, is its name.
    ("the Covenant on Lamps and Posts²", ("See resolution 2200 A (XXI), annex.",),
     "Noting the Lamp Posts Covenant,", "A/RES/2200(XXI)A", "Covenant on Lamps and Posts"),
    ("the 1951 Convention relating to Lamps² and the 1967 Protocol thereto³",
     ("United Nations, Treaty Series, vol. 189, No. 2545.", "Ibid., vol. 606, No. 8791."),
     "Noting the 1967 Protocol thereto,",
     "UNTS 606/8791", "1967 Protocol to the 1951 Convention relating to Lamps"),
    # Of several before it nobody knows which its own are.
    ("the 1951 Convention relating to Lamps² and the Lamp Protocols thereto³",
     ("United Nations, Treaty Series, vol. 189, No. 2545.", "Ibid., vol. 606, No. 8791."),
     "Noting lamps,", "UNTS 606/8791", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "notes", "more", "symbol", "name"), NAMES)
def test_a_document_is_called_by_its_name(
    tmp_path: Path, words: str, notes: tuple[str, ...], more: str, symbol: str, name: str
) -> None:
    corpus = _corpus(tmp_path, words, notes, more)
    assert documents_by_symbol(corpus)[symbol].name == name


def test_a_part_is_called_by_what_it_is_a_part_of(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path, NAMES[0][0], NAMES[0][1], NAMES[0][2])
    assert Sayings.of(corpus.texts).name("A/RES/60/1#op177") == "Lamp Outcome"


def _corpus(folder: Path, words: str, notes: tuple[str, ...], more: str) -> Corpus:
    first, _, rest = more.partition(" ")
    clauses = f"*Recalling also* {words},\n\n*{first}* {rest}\n\n1. *Requests*"
    text = sound("77/903", "1. *Requests*", clauses)
    text += "".join(f"\n{mark} {note}\n" for mark, note in zip("²³", notes, strict=False))
    (folder / "raw.txt").write_text(text, encoding="utf-8")
    return load([folder / "raw.txt"])
