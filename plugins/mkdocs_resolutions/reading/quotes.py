"""Quotation marks of typewriters and of ASCII, as print has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mkdocs_resolutions.reading.manuscript import Block

_PRINTED = re.compile("[“”]")
_OPENING = re.compile(r"\"(?=[(\['‘]?\w)(?<![\w.,;:!?)\]]\")")
"""One before a word that stands behind none; any other closes."""
_APOSTROPHE = re.compile(r"(?<=\w)'")


def with_printed_quotes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks whose straight quotation marks open and close, each in the place of one letter, where
    the document has no other: quotations are told by them, and so are the names of instruments.
    """
    if not _are_straight(blocks):
        return blocks  # as most
    return tuple(map(_printed, blocks))


def _are_straight(blocks: Iterable[Block]) -> bool:
    texts = [block.text for block in blocks]
    return any('"' in text for text in texts) and not any(map(_PRINTED.search, texts))


def _printed(block: Block) -> Block:
    rows = tuple(
        tuple([replace(cell, text=_curled(cell.text)) for cell in row]) for row in block.rows
    )
    return block._replace(text=_curled(block.text), rows=rows)


def _curled(text: str) -> str:
    return _APOSTROPHE.sub("’", _OPENING.sub("“", text).replace('"', "”"))
