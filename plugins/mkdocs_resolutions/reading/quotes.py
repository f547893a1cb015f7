"""Quotation marks of typewriters and of ASCII, as print has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mkdocs_resolutions.reading.manuscript import Block

_PRINTED = re.compile("[“”]")
_MARK = re.compile(r"(?P<opens>(?<![^\s(\[—–/‘'-])\"(?=[^\s\"]))|(?P<figure>(?<=[0-9])\")|\"")
"""One behind a space or a sign opens; one behind a figure may be that of inches or seconds."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def with_printed_quotes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks whose straight quotation marks open and close, each in the place of one letter, where
    the document has no other: quotations are told by them, and so are the names of instruments.
    """
    if not _are_straight(blocks):
        return blocks  # as most
    return tuple(map(_printed, blocks))


def _are_straight(blocks: Iterable[Block]) -> bool:
    texts = [block.text for block in blocks if '"' in block.text or _PRINTED.search(block.text)]
    opened = any(found["opens"] for text in texts for found in _MARK.finditer(text))
    return opened and not any(map(_PRINTED.search, texts))


def _printed(block: Block) -> Block:
    rows = tuple(
        tuple([replace(cell, text=_curled(cell.text)) for cell in row]) for row in block.rows
    )
    return block._replace(text=_curled(block.text), rows=rows)


def _curled(text: str) -> str:
    is_open = False

    def curled(mark: re.Match[str]) -> str:
        nonlocal is_open
        if mark["figure"] and not is_open:
            return mark[0]
        is_open = mark["opens"] is not None
        return "“" if is_open else "”"

    return _APOSTROPHE.sub("’", _MARK.sub(curled, text)) if '"' in text or "'" in text else text
