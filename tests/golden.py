"""The golden corpus: raw files, and the JSON that the command line gave for them when last blessed.

`raw/` holds invented resolutions, each odd in its own way; the files of the content folder
are part of the corpus too. An expectation is changed by `make bless`, never by hand.
"""

from __future__ import annotations

import contextlib
import difflib
import io
import json
from pathlib import Path
from typing import Any

from mkdocs_resolutions.cli import main

ROOT = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "golden"
RAW = FOLDER / "raw"
EXPECTED = FOLDER / "expected"
FILES = [
    ROOT / "content" / "resolutions" / "A_RES_77_79.txt",
    *sorted((ROOT / "content" / "example").glob("*.txt")),
    *sorted(RAW.glob("[!.]*")),
]

LONGEST_DIFF = 80
"""Lines. More are better read in the file written beside the expectation."""


def parse_to_json(path: Path) -> list[dict[str, Any]]:
    """The resolutions of a raw file as `resolutions parse` prints them.

    Paths are given from the root of the repository, so that no machine's own stand in the JSON;
    the raw folder decides what is held, so that new content changes no expectation.
    """
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    errors = io.StringIO()
    given = [path.relative_to(ROOT).as_posix(), "--content", RAW.relative_to(ROOT).as_posix()]
    with (
        contextlib.chdir(ROOT),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(errors),
    ):
        code = main(["parse", *given])
    out.seek(0)
    assert (code, errors.getvalue()) == (0, "")
    return [json.loads(line) for line in out.read().splitlines()]


def as_text(resolutions: list[dict[str, Any]]) -> str:
    """The form of an expectation, in which lines can be compared; the order of keys is kept."""
    return json.dumps(resolutions, ensure_ascii=False, indent=2) + "\n"


def expectation(path: Path) -> Path:
    """Where the expected JSON of a raw file stands."""
    return EXPECTED / f"{path.stem}.json"


def compare(path: Path, bless: bool = False) -> str | None:
    """What is wrong with a file's JSON, or None.

    What is given now is written beside an expectation that it does not meet; blessed, it becomes
    the expectation.
    """
    wanted, actual = expectation(path), as_text(parse_to_json(path))
    beside = wanted.with_suffix(".actual.json")
    beside.unlink(missing_ok=True)
    if bless:
        wanted.parent.mkdir(exist_ok=True)
        wanted.write_text(actual, encoding="utf-8", newline="\n")
        return None
    before = wanted.read_text(encoding="utf-8") if wanted.exists() else ""
    if actual == before:
        return None
    beside.parent.mkdir(exist_ok=True)
    beside.write_text(actual, encoding="utf-8", newline="\n")
    names = [file.relative_to(ROOT).as_posix() for file in (wanted, beside)]
    if not before:
        return f"{names[0]} is not there yet: check {names[1]}, then `make bless`."
    return f"{_diff(before, actual, *names)}\nIf the change is meant: `make bless`."


def _diff(before: str, after: str, wanted: str, beside: str) -> str:
    texts = before.splitlines(), after.splitlines()
    lines = list(difflib.unified_diff(*texts, wanted, beside, lineterm=""))
    if len(lines) > LONGEST_DIFF:
        lines[LONGEST_DIFF:] = [f"… and {len(lines) - LONGEST_DIFF} more lines."]
    return "\n".join(lines)
