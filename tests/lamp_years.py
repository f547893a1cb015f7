"""Three years of a series of our own invention that shows each way a clause goes."""

from __future__ import annotations

from pathlib import Path

SLUG = "lamps"
NAME = "Keeping of lamps"
SYMBOLS = ("A/RES/77/951", "A/RES/78/951", "A/RES/79/951")
NOT_HELD = "A/RES/76/950"

_DAYS = {77: "7 December 2022", 78: "4 December 2023", 79: "2 December 2024"}
_SESSIONS = {77: "Seventy-seventh", 78: "Seventy-eighth", 79: "Seventy-ninth"}

FOG = "*Noting with concern* that lamps go out in the fog of the northern coast,"
WARDENS = "*Thanks* the wardens of the harbour for the oil that they carry in winter;"

_PREAMBLES = {
    77: [FOG],
    78: ["*Welcoming* the opening of a school for keepers on the island of the gulls,"],
    79: [FOG, "*Welcoming* the opening of a school for keepers on the island of the gulls,"],
}
_OPERATIVES = {
    77: [
        "*Expresses strong concern* about keepers who sleep while lamps burn low;",
        "*Requests* keepers:\n\n(a) To trim every wick before dusk;\n\n(b) To count the ships;",
        WARDENS,
        "*Decides* to include in the provisional agenda of its seventy-eighth session the item "
        "entitled “Keeping of lamps”.",
    ],
    78: [
        "*Expresses grave concern* about keepers who sleep while lamps burn low;",
        "*Requests* keepers:\n\n(a) To trim every wick before dusk;\n\n(b) To count the ships;",
        "*Decides* to include in the provisional agenda of its seventy-ninth session the item "
        "entitled “Keeping of lamps”.",
    ],
    79: [
        "*Expresses grave concern* about keepers who sleep while lamps burn low;",
        "*Encourages* coasts without a lamp to build one, as appropriate;",
        "*Requests* keepers:\n\n(a) To trim every wick before dusk;\n\n(b) To count the ships;",
        "*Decides* to include in the provisional agenda of its eightieth session the item "
        "entitled “Keeping of lamps”.",
    ],
}


def raw(session: int) -> str:
    """The raw text of a year."""
    day = _DAYS[session]
    chain = " and ".join(["76/950 of 6 December 2021"] + [
        f"{earlier}/951 of {_DAYS[earlier]}" for earlier in range(77, session)
    ])  # fmt: skip
    preamble = [f"*Recalling* its resolutions {chain},", *_PREAMBLES[session]]
    operative = [f"{n}. {text}" for n, text in enumerate(_OPERATIVES[session], start=1)]
    return "\n\n".join([
        f"{_SESSIONS[session]} session",
        "Agenda item 24",
        f"**Resolution adopted by the General Assembly on {day}**",
        f"*[without reference to a Main Committee (A/{session}/L.9)]*",
        f"**{session}/951. {NAME}**",
        "*The General Assembly,*",
        *preamble,
        *operative,
        f"*70th plenary meeting\n{day}*",
    ]) + "\n"  # fmt: skip


def write_years(source: Path) -> None:
    """Put the series into the content folder of a project."""
    for session in _DAYS:
        path = source / "content" / "resolutions" / f"A_RES_{session}_951.txt"
        path.write_text(raw(session), encoding="utf-8")
    series = source / "content" / "series.yml"
    entry = f"{SLUG}:\n  name: {NAME}\n"
    series.write_text(series.read_text(encoding="utf-8") + entry, encoding="utf-8")
