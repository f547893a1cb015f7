"""Style sheets and scripts as readers fetch them: without their comments, which are for us."""

from __future__ import annotations

import re

_SHEET = re.compile(r"/\*.*?\*/\n*", re.DOTALL)
_SCRIPT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
"""Comments that are lines of their own; what stands behind code stays."""


def without_comments(name: str, data: bytes) -> bytes:
    """The bytes of an asset, those of a sheet or a script of ours without comments.

    >>> without_comments("a.js", b"// Why.\\nrun(); // how\\n")
    b'run(); // how\\n'
    """
    comments = {"css": _SHEET, "js": _SCRIPT}.get(name.rpartition(".")[2])
    return comments.sub("", data.decode()).encode() if comments else data
