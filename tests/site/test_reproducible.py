"""Two builds of the same texts give the same bytes, wherever and whenever they are made."""

from __future__ import annotations

import os
from pathlib import Path

from raw_texts import sound
from site_fixtures import PAGE, ROOT, SUB_PATH, Site, built, copy_source, files_below

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


def test_a_site_says_nothing_of_where_it_was_built(tmp_path: Path) -> None:
    """Neither of the project's folder nor of a folder of raw files that lies elsewhere."""
    source, far = copy_source(tmp_path / "project"), tmp_path / "raw files"
    far.mkdir()
    (far / "raw.txt").write_text(sound("77/903", "light lamps", "light la\u202emps"), "utf-8")
    site = built(source, tmp_path / "site", "--sources", str(far), SITE_URL=ADDRESS)
    assert "A/RES/77/903/index.html" in site.files
    places = (str(tmp_path).encode(), str(ROOT).encode() + b"/")
    assert [
        name
        for name in sorted(site.files)
        if any(place in site.read(name) for place in places if len(place) > 2)
    ] == []
