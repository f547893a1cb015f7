"""The second opinion: parses of the same documents by others, made from word processor files.

Each file is a list of paragraphs with their kind, level and number as printed. The enacting words
and the adoption stand among the paragraphs; there are no footnotes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.outline import Line, heading, outline

_NO_CLAUSE = re.compile(
    r"The General Assembly,?|\d+(?:st|nd|rd|th)(?: \(resumed\))? plenary meeting"
    r"|\d{1,2} [A-Z][a-z]+ \d{4}"
)


def second_outline(file: Path) -> dict[str, str]:
    """The outline that a file of the second opinion tells."""
    return outline(_lines(json.loads(file.read_text(encoding="utf-8"))))


def _lines(told: list[dict[str, Any]]) -> Iterator[Line]:
    for one in told:
        text, num = one["text"].strip(), (one.get("prefix") or "").strip()
        depth = (one.get("paragraph_level") or 1) - 1
        if one["type"] == "heading":
            yield from heading(num or text)
        elif one["type"] == "paragraph" and not _NO_CLAUSE.fullmatch(text):
            kind = one["paragraph_type"]
            yield Line("preambular" if kind == "preambular" else "operative", num, text, depth)
