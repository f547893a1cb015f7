"""Two builds of the same texts give the same bytes, wherever and whenever they are made."""

from __future__ import annotations

import os
from pathlib import Path

from site_fixtures import PAGE, SUB_PATH, Site, built, copy_source, files_below

ADDRESS = f"http://resolutions.example{SUB_PATH}"
# What should not matter: hashing, the place on earth, the language, and the day, which MkDocs takes
# from the variable where there is one (another year, in a summer of the southern half).
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONUTF8": "1",
    "SOURCE_DATE_EPOCH": "1265000000",
}


def test_two_builds_give_identical_bytes(sub_site: Site, tmp_path: Path) -> None:
    source = copy_source(tmp_path / "another folder, deeper down" / "source")
    for number, name in enumerate(reversed([*files_below(source)])):
        os.utime(source / name, (1_000_000_000 + number,) * 2)
    again = built(source, tmp_path / "site", "--strict", SITE_URL=ADDRESS, **ELSEWHERE)
    assert sub_site.address == again.address
    assert again.files == sub_site.files
    assert f"{PAGE}index.html" in again.files
    assert [name for name in sorted(again.files) if again.read(name) != sub_site.read(name)] == []
