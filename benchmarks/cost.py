"""What a corpus costs, at one size and at twice that size. See README.md beside it."""

from __future__ import annotations

import argparse
import gzip
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mkdocs_resolutions.corpus import load
from mkdocs_resolutions.publishing import check_links, publish
from mkdocs_resolutions.reading import raw_files

OFFICIAL = "https://official.example/"
SERIES = 20
"""Series in a corpus, whatever its size: so the longest grow with it."""


def resolution(session: int, number: int, subject: int, body: str) -> str:
    """A raw file of our own invention that recalls its like of the years before."""
    recalled = ", ".join(f"{year}/{number} of 7 December {1945 + year}"
                         for year in range(session - 5, session))  # fmt: skip
    return (
        f"A/RES/{session}/{number}\n\nAgenda item 9\n\n"
        f"**Resolution adopted by the General Assembly on 7 December {1945 + session}**\n\n"
        f"*[without reference to a Main Committee (A/{session}/L.9)]*\n\n"
        f"**{session}/{number}. Lamps of coast {subject}**\n\n*The General Assembly,*\n\n"
        f"*Recalling* its resolutions {recalled},\n\n{body}\n\n"
        f"*70th plenary meeting\n7 December {1945 + session}*\n"
    )


def many(folder: Path, count: int) -> None:
    """Small resolutions, a thousand a session at most, in series that run through them."""
    body = "".join(f"{n}. *Requests* keepers to light lamp {n};\n\n" for n in range(1, 6))
    for place in range(count):
        session, number = 50 + place // 1000, 1 + place % 1000
        text = resolution(session, number, place % SERIES, body)
        (folder / f"{session}-{number}.txt").write_text(text, encoding="utf-8")
    slugs = (f"coast-{n}:\n  name: Lamps of coast {n}\n" for n in range(SERIES))
    (folder.parent / "series.yml").write_text("".join(slugs), encoding="utf-8")


def long(folder: Path, count: int) -> None:
    """One resolution with so many clauses, and two notes to every five of them."""
    glyphs = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    pieces = []
    for n in range(1, count // 5 + 1):
        first, second = str(2 * n - 1).translate(glyphs), str(2 * n).translate(glyphs)
        pieces.append(
            f"{n}. *Requests* keepers:{first}\n\n(a) To light;\n\n(b) To watch;\n\n(c) To burn;\n\n"
            f"(d) To rest, as resolution 50/1 has it;{second}\n\n{first} See A/50/9.\n\n"
            f"{second} Resolution 50/1.\n\n"
        )
    (folder / "long.txt").write_text(resolution(55, 1, 0, "".join(pieces)), encoding="utf-8")
    (folder.parent / "series.yml").write_text("", encoding="utf-8")


def years(folder: Path, count: int) -> None:
    """A series of so many years with 400 clauses each: every year a third of them change by a word
    or a few, and a twelfth give way to new ones, as in real series."""
    chance = random.Random(5)
    syllables = [one + other for one in "bcdfglmnprst" for other in "aeiou"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(4000)]

    def said(least: int, most: int) -> list[str]:
        row = words[:200] if chance.random() < 0.5 else words
        return [chance.choice(row) for _ in range(chance.randint(least, most))]

    clauses = [said(25, 90) for _ in range(400)]
    for year in range(count):
        for place, clause in enumerate(clauses):
            fate = chance.random()
            if fate < 1 / 12:
                clauses[place] = said(25, 90)
            elif fate < 5 / 12:
                at = chance.randrange(len(clause))
                clause[at : at + chance.randint(0, 3)] = said(1, 4)
        body = "".join(
            f"{n}. *Requests* keepers to {' '.join(clause)};\n\n"
            for n, clause in enumerate(clauses, start=1)
        )
        text = resolution(20 + year, 1, 0, body)
        (folder / f"{20 + year}-1.txt").write_text(text, encoding="utf-8")
    slug = "coast:\n  name: Lamps of coast 0\n"
    (folder.parent / "series.yml").write_text(slug, encoding="utf-8")


def measure(make: Callable[[Path, int], None], count: int) -> tuple[dict[str, float], int]:
    """Seconds that each step takes, and what the heaviest page of a series weighs over the wire."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "raw")
        folder.mkdir()
        make(folder, count)
        taken = {}
        start = time.perf_counter()

        def lap(step: str) -> None:
            nonlocal start
            taken[step] = time.perf_counter() - start
            start = time.perf_counter()

        corpus = load(raw_files([folder]), folder.parent / "series.yml", root=folder)
        lap("load")
        made = publish(corpus, OFFICIAL)
        lap("publish")
        site = Path(name, "site")
        for page in made.pages:
            path = site / page.address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.html, encoding="utf-8")
        lap("(write)")
        check_links(site)
        lap("check links")
        series = (page for page in made.pages if page.address.startswith("series/"))
        heaviest = max((len(gzip.compress(page.html.encode())) for page in series), default=0)
    return taken, heaviest


def main() -> None:
    """Print the seconds of each step at one size and at twice that size, and their ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--resolutions", type=int, default=2000, help="small ones (2,000)")
    options.add_argument("--clauses", type=int, default=5000, help="of the long one (5,000)")
    options.add_argument("--years", type=int, default=60, help="of a series of 400 clauses (60)")
    given = options.parse_args()
    measure(many, 20)  # loads what is loaded once
    for make, count, what in (
        (many, given.resolutions, "small resolutions"),
        (long, given.clauses, "clauses in one resolution"),
        (years, given.years, "years of 400 clauses"),
    ):
        (half, light), (whole, heavy) = map(partial(measure, make), (count // 2, count))
        print(f"{count // 2:,} and {count:,} {what}")
        for step in half:
            ratio = whole[step] / half[step]
            print(f"  {step:12}{half[step]:8.2f} s{whole[step]:8.2f} s   × {ratio:.1f}")
        print(f"  {'series page':12}{light / 1000:8.0f} KB{heavy / 1000:7.0f} KB")


if __name__ == "__main__":
    main()
