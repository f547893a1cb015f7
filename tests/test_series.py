"""Series: the file that names them, and the order of their members."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_resolutions.comparing import read_series
from mkdocs_resolutions.comparing.succession import lasting_title, predecessors
from mkdocs_resolutions.corpus import Corpus, load
from mkdocs_resolutions.model import AgendaItem
from raw_texts import sound

# The file, the slugs that can be used, and the line and words of each notice.
FILES: list[tuple[str, list[str], list[tuple[int, str]]]] = [
    ("", [], []),
    ("# nothing yet\n", [], []),
    ("lamps:\n  name: Lamps\n", ["lamps"], []),
    ("lamps: [\n", [], [(2, "not valid YAML: a bracket above is not closed")]),
    ("lamps:\n\t- x\n", [], [(2, "not valid YAML: a tab stands there")]),
    ("lamps:\n  name: A: B\n", [], [(2, "not valid YAML: a second colon")]),
    ('lamps:\n  name: "A\n', [], [(3, "not valid YAML: a quotation mark above is not closed")]),
    ("lamps:\n  name: 'A' B\n", [], [(2, "not valid YAML: something stands behind a value")]),
    ("lamps:\n  name: A\n titles: B\n", [], [(3, "not valid YAML: the line does not begin")]),
    ("lamps:\n  name: *A\n", [], [(2, "not valid YAML: found undefined alias")]),
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
    ("lamps:\n  name: A\n  members: [A/RES/77/1]\n", ["lamps"], []),
    ("lamps:\n  name: A\n  members: [77/1, 72/262 C, ES-11/1, 217 A (III)]\n", ["lamps"], []),
    ("lamps:\n  name: A\n  members: [77/1]\noil:\n  name: B\n  members:\n  - A/RES/77/1\n",
     ["lamps", "oil"], [(7, "A/RES/77/1 is already a member of lamps")]),
    ("lamps:\n  name: A\n  members: A/RES/77/1\n", ["lamps"], [(3, "members are not a list")]),
    ("lamps:\n  name: A\n  members:\n  - A/77/1\n", ["lamps"], [(4, "is no symbol of a resol")]),
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


# --- who follows whom ----------------------------------------------------------------------------

_LAMPS = "".join(
    f"*Noting* the {place} lamp of the northern coast and its keeper in winter,\n\n"
    for place in ("first", "second", "third", "fourth")
)
_OIL = "".join(
    f"*Deploring* how dear the {place} barrel of oil has become in all the harbours,\n\n"
    for place in ("first", "second", "third", "fourth")
)


def _text(number: str, title: str, recalled: str, clauses: str) -> str:
    """A resolution with a title and clauses, adopted in December of its session."""
    session = number.partition("/")[0]
    year = str(1945 + int(session)) if session.isdecimal() else "2023"
    text = sound(number, "resolution 76/901 of 6 December 2021", f"resolution {recalled}")
    text = text.replace("2022", year).replace(". Lamps**", f". {title}**")
    return text.replace("1. *Requests*", f"{clauses}1. *Requests*", 1)


def _corpus(folder: Path, file: str, *texts: str) -> Corpus:
    for place, text in enumerate(texts):
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    (folder / "series.yml").write_text(file, encoding="utf-8")
    return load(sorted(folder.glob("*.txt")), folder / "series.yml", root=folder)


def _held(corpus: Corpus) -> dict[str, list[str]]:
    return {
        one.slug: [member.symbol.short for member in one.members if member.held]
        for one in corpus.series
    }


def test_a_series_that_no_entry_names(tmp_path: Path) -> None:
    """The same title, hyphens and letter case apart, every second year."""
    corpus = _corpus(
        tmp_path, "",
        _text("74/901", "Lamp-lighting", "72/9", _LAMPS),
        _text("76/902", "Lamp lighting", "74/901", _LAMPS),
        _text("76/903", "Oil", "74/8", _OIL),
    )  # fmt: skip
    assert _held(corpus) == {"lamp-lighting": ["74/901", "76/902"]}
    (notice,) = (one for one in corpus.notices if one.rule == "series-derived")
    assert "lamp-lighting: “Lamp-lighting”, A/RES/74/901 to A/RES/76/902." in notice.message


def test_another_title_that_recalls_its_predecessor(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path, "",
        _text("74/901", "Lamps", "72/9", _LAMPS),
        _text("75/902", "The keeping of light", "74/901 of 7 December 2019", _LAMPS),
        _text("75/903", "Oil", "74/901 of 7 December 2019", _OIL),
    )  # fmt: skip
    assert _held(corpus) == {"lamps": ["74/901", "75/902"]}


def test_a_text_that_recalls_itself_follows_nothing(tmp_path: Path) -> None:
    """ "The present resolution" and its own number in the preamble are no predecessor."""
    corpus = _corpus(
        tmp_path, "", _text("74/901", "Lamps", "74/901 and of the present resolution", _LAMPS)
    )
    assert _held(corpus) == {}


def test_what_splits_off_begins_a_series_of_its_own(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path, "",
        _text("74/901", "Lamps", "72/9", _LAMPS + _OIL),
        _text("75/902", "Lamps", "74/901 of 7 December 2019", _LAMPS),
        _text("75/903", "Oil", "74/901 of 7 December 2019", _OIL),
        _text("76/904", "Oil", "75/903 of 7 December 2020", _OIL),
    )  # fmt: skip
    assert _held(corpus) == {"lamps": ["74/901", "75/902"], "oil": ["75/903", "76/904"]}


def test_an_entry_claims_members_whatever_their_title(tmp_path: Path) -> None:
    file = "light:\n  name: Lamps\n  members: [A/RES/76/904]\n"
    corpus = _corpus(
        tmp_path, file,
        _text("74/901", "Lamps", "72/9", _LAMPS),
        _text("75/903", "Oil", "74/8", _OIL),
        _text("76/904", "Oil", "75/903 of 7 December 2020", _OIL),
    )  # fmt: skip
    assert _held(corpus) == {"light": ["74/901", "76/904"]}


def test_what_entries_claim_that_is_not_there(tmp_path: Path) -> None:
    """A slip of the pen moves a series to another address; a member may come one day."""
    file = (
        "light:\n  name: Lampz of the coast\n"
        "oil:\n  name: Barrels\n  members:\n  - 74/8\n"
        "towers:\n  name: Towers\n  members: [75/903, 60/1]\n"
    )
    corpus = _corpus(
        tmp_path, file,
        _text("74/901", "Lamps of the coast", "72/9", _LAMPS),
        _text("75/903", "Oil", "74/8", _OIL),
    )  # fmt: skip
    said = [(one.rule, one.origin.line, one.message) for one in corpus.notices]
    assert [one for one in said if one[0].startswith("series-") and "derived" not in one[0]] == [
        ("series-misspelt", 1, "“light” claims no held text; A/RES/74/901 has the title “Lamps of"
         " the coast”."),
        ("series-empty", 3, "“oil” claims no held text."),
        ("series-member", 3, "“oil”: the text of A/RES/74/8 is not held."),
        ("series-member", 7, "“towers”: the text of A/RES/60/1 is not held."),
    ]  # fmt: skip


def test_a_derived_slug_is_no_entrys(tmp_path: Path) -> None:
    file = "lamps:\n  name: Towers\n"
    corpus = _corpus(
        tmp_path, file,
        _text("73/900", "Towers", "72/9", _OIL),
        _text("74/901", "Lamps", "72/9", _LAMPS),
        _text("75/902", "Lamps", "74/901 of 7 December 2019", _LAMPS),
    )  # fmt: skip
    assert _held(corpus) == {"lamps": ["73/900"], "lamps-74-901": ["74/901", "75/902"]}


def test_what_is_held_elsewhere_is_no_member(tmp_path: Path) -> None:
    """A list of recalled resolutions may name those of another subject."""
    corpus = _corpus(
        tmp_path, "",
        _text("73/900", "Oil", "72/9", _OIL),
        _text("74/901", "Lamps", "72/9", _LAMPS),
        _text("75/902", "Lamps", "73/900 of 7 December 2018 and 74/901", _LAMPS),
    )  # fmt: skip
    (series,) = corpus.series
    assert [member.symbol.short for member in series.members] == ["72/9", "74/901", "75/902"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lamp fund for 2020", "Lamp fund for 2022/2023"),
        ("The charter of lamps: seventh review", "The charter of lamps: eighth review"),
        ("Keys of the seventy-fourth session", "Keys of the one hundred and second session"),
        ("Review of the towers", "2025 review of the towers"),
        ("The 19th fair", "The 21st fair"),
    ],
)
def test_years_and_ordinals_of_a_title_count_for_nothing(
    tmp_path: Path, first: str, second: str
) -> None:
    corpus = _corpus(
        tmp_path, "",
        _text("74/901", first, "72/9", ""),
        _text("76/902", second, "72/10", ""),
        _text("76/903", "Oil", "74/8", _OIL),
    )  # fmt: skip
    assert [*_held(corpus).values()] == [["74/901", "76/902"]]


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["Oil for lamps"], "Oil for lamps"),
        (["Lamp fund for 2020", "Lamp fund for 2021"], "Lamp fund"),
        (["Pay of keepers for the year 2020", "Pay of keepers for the year 2022"],
         "Pay of keepers"),
        (["Lamp fund for 2020/2021: oil", "Lamp fund for 2022/2023: oil"], "Lamp fund: oil"),
        (["Lamps in the biennium 2020–2021", "Lamps in the biennium 2022–2023"], "Lamps"),
        (["2025 review of the towers", "Review of the towers"], "Review of the towers"),
        (["The fair of lamps, 2019", "The fair of lamps, 2021"], "The fair of lamps"),
        (["The twenty\u2011first fair", "The twenty-second fair"], "The fair"),
        (["Lamps (2021)", "Lamps (2022)"], "Lamps"),
        (["The 19th fair", "The 21st fair"], "The fair"),
        # What all share is a part of the name, and so is what other words stand around.
        (["The 1995 plan: first review", "The 1995 plan: second review"], "The 1995 plan: review"),
        (["Goals for 2030", "GOALS for 2030"], "Goals for 2030"),
        (["The oil of 2020", "The keeping of light in 2021"], "The oil of 2020"),
        (["Funds under resolution 1990 (2011)", "Funds"], "Funds under resolution 1990 (2011)"),
        (["2020", "2021"], "2020"),
    ],
)  # fmt: skip
def test_what_tells_one_member_from_the_next_is_no_name(titles: list[str], name: str) -> None:
    assert lasting_title(titles) == name


def test_a_derived_series_has_no_year_in_its_name(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path, "",
        _text("74/901", "Lamp fund for 2020", "72/9", _LAMPS),
        _text("76/902", "Lamp fund for 2022", "74/901", _LAMPS),
        _text("77/903", "Lamp fund for 2023", "76/902", _LAMPS),
    )  # fmt: skip
    (series,) = corpus.series
    assert (series.slug, series.name) == ("lamp-fund", "Lamp fund")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Funds under resolution 1990 (2011)", "Funds under resolution 1997 (2011)"),
        ("Year of lamps, 2022", "Year of oil, 2023"),
        ("Section 26 of the plan for 2021", "Section 27 of the plan for 2022"),
    ],
)
def test_titles_of_strangers(tmp_path: Path, first: str, second: str) -> None:
    corpus = _corpus(
        tmp_path, "", _text("74/901", first, "72/9", ""), _text("76/902", second, "72/10", "")
    )
    assert _held(corpus) == {}


@pytest.mark.parametrize(
    ("numbers", "held"),
    [(("ES-10/951", "ES-10/952"), True), (("77/951", "77/952"), False)],
)
def test_a_session_that_is_resumed_for_years(
    tmp_path: Path, numbers: tuple[str, str], *, held: bool
) -> None:
    texts = [_text(number, "Lamps in danger", "72/9", _LAMPS) for number in numbers]
    assert [*_held(_corpus(tmp_path, "", *texts)).values()] == ([[*numbers]] if held else [])


def test_a_predecessor_that_is_recalled_in_the_middle_of_a_clause(tmp_path: Path) -> None:
    """Members that are not held are those in a row with it, not what else is recalled."""
    recalled = (
        "*Reaffirming* the charter in resolution 60/28, and recalling its resolutions 70/3 of"
        " 7 December 2015, 72/5 and 74/901 of 7 December 2019, and resolution 61/1 on oil,\n\n"
    )
    later = _text("75/902", "The keeping of light", "73/7", _LAMPS)
    corpus = _corpus(
        tmp_path, "",
        _text("74/901", "Lamps", "72/9", _LAMPS),
        later.replace("*Recalling* its", f"{recalled}*Recalling also* its"),
    )  # fmt: skip
    assert _held(corpus) == {"lamps": ["74/901", "75/902"]}
    (series,) = corpus.series
    assert [member.symbol.short for member in series.members] == [
        "70/3", "72/5", "72/9", "74/901", "75/902",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("clauses", "item", "follows"),
    [
        (_LAMPS + _OIL, "Sea marks", True),
        (_LAMPS + _OIL, "Charters", False),
        # Short texts of one kind share the little that they say.
        (_LAMPS, "Sea marks", False),
    ],
)
def test_the_same_text_under_the_same_item_though_nothing_recalls_it(
    tmp_path: Path, clauses: str, item: str, *, follows: bool
) -> None:
    corpus = _corpus(
        tmp_path, "",
        _text("74/901", "Lamps", "72/9", clauses),
        _text("76/902", "The keeping of light", "72/10", clauses),
    )  # fmt: skip
    told = [
        replace(text.resolution, masthead=replace(
            text.resolution.masthead, agenda=(AgendaItem("9", title),)
        ))
        for text, title in zip(corpus.texts, ("Sea marks", item), strict=True)
    ]  # fmt: skip
    linked = {str(text.resolution.symbol): text.linked for text in corpus.texts}
    found = predecessors(told, linked)
    assert bool(found) is follows
