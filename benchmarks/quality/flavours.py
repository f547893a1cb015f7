"""Flavours: the kinds of text that converters make of the official PDFs.

To add one, write how its file is made and put it into `FLAVOURS`: each has its own section.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_NOT_SHOWN = re.compile(r"<(title|style|script)\b.*?</\1>|<!.*?>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Flavour:
    """A kind of text: its name in the report, the program it needs, how a file of it is made.

    `convert` takes a PDF and a folder, writes its file there and gives it; `words` takes the file
    and gives what of it is words, not markup.
    """

    name: str
    program: str
    convert: Callable[[Path, Path], Path]
    words: Callable[[Path], str]

    @property
    def is_here(self) -> bool:
        """Whether this machine has its program."""
        return shutil.which(self.program) is not None


def _by_pdftotext(*options: str) -> Callable[[Path, Path], Path]:
    def convert(pdf: Path, folder: Path) -> Path:
        text = folder / f"{pdf.stem}.txt"
        subprocess.run(["pdftotext", *options, str(pdf), str(text)], check=True)
        return text

    return convert


def _by_pdftohtml(ending: str, *options: str) -> Callable[[Path, Path], Path]:
    def convert(pdf: Path, folder: Path) -> Path:
        program = ["pdftohtml", "-q", "-i", "-noframes", *options]
        subprocess.run(
            [*program, str(pdf), str(folder / pdf.stem)], check=True, stdout=subprocess.DEVNULL
        )
        return next(folder.glob(f"{pdf.stem}*.{ending}"))

    return convert


def _between_tags(markup: Path) -> str:
    """What stands between the tags of a body, as a browser shows it."""
    text = markup.read_text(encoding="utf-8", errors="replace")
    return unescape(_TAG.sub(" ", _NOT_SHOWN.sub(" ", text)))


def _whole(text: Path) -> str:
    return text.read_text(encoding="utf-8")


FLAVOURS = (
    Flavour("text in reading order", "pdftotext", _by_pdftotext(), _whole),
    Flavour("text by layout", "pdftotext", _by_pdftotext("-layout"), _whole),
    Flavour("text as it is stored", "pdftotext", _by_pdftotext("-raw"), _whole),
    Flavour("HTML of lines", "pdftohtml", _by_pdftohtml("html", "-s"), _between_tags),
    Flavour("HTML of places", "pdftohtml", _by_pdftohtml("html", "-c", "-s"), _between_tags),
    Flavour("XML of places", "pdftohtml", _by_pdftohtml("xml", "-xml"), _between_tags),
)
