"""Four resolutions of our own invention whose references go wrong in every way."""

from __future__ import annotations

from pathlib import Path

ONE, TWO, THREE, FOUR = SYMBOLS = tuple(f"A/RES/77/96{n}" for n in range(1, 5))
NOT_HELD = "A/RES/76/960"

_CLAUSES = {
    # One and two cite each other; two and three cite themselves.
    ONE: [
        "*Recalling* its resolutions 77/962 of 7 December 2022 and 76/960 of 6 December 2021,",
        "*Recalling also* Security Council resolution 1325 (2000) of 31 October 2000,",
        "1. *Recalls* paragraph 2 of its resolution 77/962 and paragraph 99 of its resolution"
        " 77/962;",
        "2. *Takes note* of resolution 77/963, of paragraph 999999999999999999999 of its"
        " resolution 77/962 and of resolution 99999999/999999999999;",
        "3. *Requests* keepers to act on paragraph 88 above and on resolution 77/961.",
    ],
    TWO: [
        "*Recalling* its resolution 77/961 of 7 December 2022, and its resolution 77/962,",
        "1. *Recalls* its resolutions 76/960 and 77/961, and paragraph 1 of resolution 77/962;",
        "2. *Requests* keepers to trim every wick.",
    ],
    THREE: [
        "*Recalling* its resolution 77/963 of 7 December 2022,",
        "1. *Takes note* of documents A/77/../../../etc/passwd and A/../../77/1, and of resolution"
        " ../../77/962;",
        "2. *Decides* to act on resolution [77/961](https://undocs.org/en/A/RES/77/962).",
    ],
    FOUR: [
        "*Recalling also* the Commission on the Status of Women resolutions 51/2 and 52/2,",
        "1. *Takes note* of resolution LAMP/RES/4/2, of the report `=1+1` and of"
        " <script>alert(1)</script> A/77/385;",
        "2. *Calls upon* keepers to read resolution 76/960.",
    ],
}


def raw(symbol: str) -> str:
    """The raw text of one."""
    number = symbol.removeprefix("A/RES/")
    return "\n\n".join([
        "Seventy-seventh session",
        "Agenda item 24",
        "**Resolution adopted by the General Assembly on 7 December 2022**",
        "*[without reference to a Main Committee (A/77/L.9)]*",
        f"**{number}. Lamps & <wicks> of {number.rpartition('/')[2]}**",
        "*The General Assembly,*",
        *_CLAUSES[symbol],
        "*70th plenary meeting\n7 December 2022*",
    ]) + "\n"  # fmt: skip


def write_tangle(folder: Path) -> list[Path]:
    """Write the raw files; returns their paths."""
    paths = []
    for symbol in SYMBOLS:
        path = folder / f"{symbol.replace('/', '_')}.txt"
        path.write_text(raw(symbol), encoding="utf-8")
        paths.append(path)
    return paths
