"""From any raw format to a Manuscript. `read` is the way in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.reading.akn import read_akn
from mkdocs_resolutions.reading.characters import SUPERSCRIPTS, foreign_markup, is_xml
from mkdocs_resolutions.reading.html import is_html, read_html
from mkdocs_resolutions.reading.manuscript import (
    Block,
    Break,
    Manuscript,
    Mark,
    MarkKind,
    Unreadable,
    join,
)
from mkdocs_resolutions.reading.measure import SET_IN, SPACE, SPARE, ends_early, width
from mkdocs_resolutions.reading.quotes import with_printed_quotes
from mkdocs_resolutions.reading.rawfile import LARGEST_FILE, raw_bytes, raw_files
from mkdocs_resolutions.reading.text import read_text

__all__ = [
    "LARGEST_FILE",
    "SET_IN",
    "SPACE",
    "SPARE",
    "SUPERSCRIPTS",
    "Block",
    "Break",
    "Manuscript",
    "Mark",
    "MarkKind",
    "Origin",
    "Unreadable",
    "ends_early",
    "foreign_markup",
    "join",
    "raw_bytes",
    "raw_files",
    "read",
    "width",
]


def read(data: bytes, path: str, begins: Sequence[int] = ()) -> tuple[Manuscript, ...]:
    """Read the bytes of a raw file; `path` names it in notices.

    One manuscript, or one for each resolution of a composite file. The format is chosen by
    content, not by name. Of text `begins` names in order the lines at which further documents
    begin, each read by itself. Raises Unreadable, with a reason for people, for what is empty,
    binary or of a format not read yet.
    """
    digest = hashlib.sha256(data).hexdigest()
    if is_html(data):
        html = read_html(data, path)
        blocks = with_printed_quotes(html.blocks)
        return (Manuscript(path, "html", digest, blocks, html.notices, has_pages=html.has_pages),)
    if is_xml(data):
        return tuple(
            Manuscript(path, "akn", digest, one.blocks, one.notices, one.facts, one.part)
            for one in read_akn(data, path)
        )
    return tuple(
        Manuscript(
            path, "text", digest, with_printed_quotes(one.blocks), one.notices, has_pages=True
        )
        for one in read_text(data, path, begins)
    )
