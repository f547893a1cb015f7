"""Words of another script than the language is written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mkdocs_resolutions.notices import Notice, quoted
from mkdocs_resolutions.parsing import english
from mkdocs_resolutions.reading import Block

# What is beyond the Latin letters and the signs that all scripts share, and words of it in a row.
_BEYOND = r"[^\x00-\u024f\u1680\u1e00-\u1eff\u2000-\u2bff\u3000-\u303f]"
_WORDS = re.compile(rf"{_BEYOND}{{2,}}(?: {_BEYOND}+)*")
# Of the names that Unicode gives to letters; signs and letters of mathematics are none.
_LETTER = re.compile(r"(?P<script>[A-Z]+)\b.* (?:LETTER|IDEOGRAPH|SYLLABLE|SYLLABICS|CHARACTER)\b")
_SHARED = "MODIFIER"
_HAN = "CJK"


def foreign_script(blocks: Iterable[Block]) -> Iterator[Notice]:
    """Where words of another script stand; one letter of it is a sign, as in a formula."""
    for block in blocks:
        if block.text.isascii():
            continue
        for match in _WORDS.finditer(block.text):
            found = [script for script in map(_script, match[0]) if script]
            if len(found) > 1:
                name = "Han" if found[0] == _HAN else found[0].title()
                message = f"{quoted(match[0])} is written in the script {name}."
                yield Notice("script-foreign", message, block.at(match.start()))


@lru_cache(maxsize=1024)
def _script(letter: str) -> str | None:
    """The script of a letter that is not the language's own; None for that, and for signs."""
    name = unicodedata.name(letter, "")
    match = _LETTER.match(name)
    if match is None or match["script"] == _SHARED or english.SCRIPT in name.split():
        return None
    return match["script"]
