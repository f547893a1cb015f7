"""Series: the file that names them, and the order of their members."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_resolutions.comparing import read_series
from mkdocs_resolutions.corpus import Corpus, load
from raw_texts import sound

# The file, the slugs that can be used, and the line and words of each notice.
FILES: list[tuple[str, list[str], list[tuple[int, str]]]] = [
    ("", [], []),
    ("# nothing yet\n", [], []),
    ("lamps:\n  name: Lamps\n", ["lamps"], []),
    ("lamps: [\n", [], [(2, "not valid YAML")]),
    ("lamps:\n\t- x\n", [], [(2, "not valid YAML")]),
    ("- lamps\n- oil\n", [], [(1, "not a mapping")]),
    ("lamps\n", [], [(1, "not a mapping")]),
    ("lamps:\n  name: A\noil:\n  name: B\nlamps:\n  name: C\n", ["lamps", "oil"], [(5, "twice")]),
    ("lamps:\n  name: A\n  name: B\n", ["lamps"], [(3, "name stands twice")]),
    ("Lamps:\n  name: A\n", [], [(1, "a slug has")]),
    ("../up:\n  name: A\n", [], [(1, "a slug has")]),
    ("? [lamps]\n: {name: A}\n", [], [(1, "a slug has")]),
    ("lamps:\n", [], [(1, "has no name")]),
    ("lamps: [name]\n", [], [(1, "has no name")]),
    ("lamps:\n  name: A\n  titles: B\n", [], [(1, "not a list")]),
    ("lamps:\n  name: A\n  titles: [B, [C]]\n", [], [(1, "not a list")]),
    ("lamps:\n  name: A\n  colour: red\n", ["lamps"], [(3, "“colour” is not known")]),
    ("lamps:\n  name: <b>\n", ["lamps"], [(1, "is shown as it is written")]),
    ('lamps:\n  name: "A\\u202eB"\n', [], [(1, "do not print")]),
    ("lamps:\n  name: A\noil:\n  name: a.\n", ["lamps", "oil"], [(3, "already a title of lamps")]),
    ("lamps: !!python/object/apply:os.system [exit]\n", [], [(1, "has no name")]),
    ("a: &a [x]\nb: [*a, *a]\nlamps:\n  name: A\n", ["lamps"], [(1, "no name"), (2, "no name")]),
    ("[" * 5_000, [], [(1, "nested too deeply")]),
    ("x" * 200_001, [], [(1, "longer than")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slugs", "said"), FILES, ids=[row[0][:20] for row in FILES])
def test_the_file_of_the_series(text: str, slugs: list[str], said: list[tuple[int, str]]) -> None:
    entries, notices = read_series(text, "series.yml")
    assert [entry.slug for entry in entries] == slugs
    assert [(notice.rule, notice.origin.line) for notice in notices] == [
        ("series-invalid", line) for line, _ in said
    ]
    for notice, (_, words) in zip(notices, said, strict=True):
        assert words in notice.message


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\x01", b"lamps: \x80\n", b"lamps:\n  name: \0\n"])
def test_a_file_of_the_series_that_is_no_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "series.yml").write_bytes(data)
    (tmp_path / "raw.txt").write_text(sound("77/903"), encoding="utf-8")
    found = load([tmp_path / "raw.txt"], tmp_path / "series.yml", root=tmp_path)
    assert [str(text.resolution.symbol) for text in found.texts] == ["A/RES/77/903"]
    assert [(notice.rule, str(notice.origin)) for notice in found.notices] == [
        ("series-invalid", "series.yml:1")
    ]


def _series(folder: Path, *texts: str) -> list[tuple[str, str | None]]:
    """The members of the one series that some texts form, and their dates."""
    for place, text in enumerate(texts):
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    (folder / "series.yml").write_text("lamps:\n  name: Lamps\n", encoding="utf-8")
    found: Corpus = load(sorted(folder.glob("*.txt")), folder / "series.yml", root=folder)
    assert len(found.texts) == len(texts)
    (series,) = found.series
    return [(str(member.symbol), member.date) for member in series.members]


def test_members_stand_in_the_order_of_their_adoption(tmp_path: Path) -> None:
    """An emergency session falls between regular ones, a number is no date."""
    emergency = sound("ES-11/905", "7 December 2022", "2 March 2022")
    emergency = emergency.replace("Seventy-seventh", "Eleventh emergency special")
    early = sound("77/950", "7 December 2022", "6 October 2022")
    assert _series(tmp_path, sound("77/903"), early, emergency) == [
        ("A/RES/76/901", "2021-12-06"),
        ("A/RES/ES-11/905", "2022-03-02"),
        ("A/RES/77/950", "2022-10-06"),
        ("A/RES/77/903", "2022-12-07"),
    ]


def test_members_without_a_date_stand_by_session_and_number(tmp_path: Path) -> None:
    recalling = sound("77/903", "resolution 76/901", "resolutions 75/901, 70/3 and 76/901")
    assert _series(tmp_path, recalling) == [
        ("A/RES/70/3", None),
        ("A/RES/75/901", None),
        ("A/RES/76/901", "2021-12-06"),
        ("A/RES/77/903", "2022-12-07"),
    ]
    undated = sound("76/950", " on 7 December 2022", "").replace("\n7 December 2022", "")
    assert [symbol for symbol, _ in _series(tmp_path, recalling, undated)][2:] == [
        "A/RES/76/901",
        "A/RES/76/950",
        "A/RES/77/903",
    ]
