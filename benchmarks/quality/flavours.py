"""Flavours: the kinds of text that converters make of the official PDFs.

To add one, write how its file is made and put it into `FLAVOURS`: each has its own section.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


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


def _whole(text: Path) -> str:
    return text.read_text(encoding="utf-8")


FLAVOURS = (
    Flavour("text in reading order", "pdftotext", _by_pdftotext(), _whole),
    Flavour("text by layout", "pdftotext", _by_pdftotext("-layout"), _whole),
)
