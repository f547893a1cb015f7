"""Dialects of Markdown, put into the one that the reader of text knows.

Programs write italics as `_Recalling_` too, set what is indented behind `>` and items behind a
bullet, end a line with a backslash, and raise figures as `^1^` or `<sup>1</sup>`. No line comes or
goes.
"""

from __future__ import annotations

import re

_HUGS_A_WORD = re.compile(r"_[^\s_]")
_OPENS_A_LINE = re.compile(
    r"^[ \t>#*+-]*(?:\\?\(?[0-9A-Za-z]{1,4}\\?[.)][ \t]+)?_{1,2}[^\s_]", re.MULTILINE
)
"""Who writes italics so opens clauses with them; else underscores are what they are."""
_UNDERSCORES = re.compile(
    r"(?<![\w_])(?P<sign>_{1,2})"
    r"(?P<words>[^\s_](?:(?:[^_\n]|\n(?![ \t]{0,20}\n)){0,600}[^\s_])?)(?P=sign)(?![\w_])"
)
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_BULLET = re.compile(r"^(?P<indent>[ \t]*)[-+*•][ \t]+(?=\\?\(?[0-9a-z]{1,4}\\?[.)])", re.MULTILINE)
_A_BULLET = re.compile(r"[-+*•][ \t]+\\?\(?[0-9a-z]{1,4}\\?[.)]")
_LINE_END = re.compile(r"\\$", re.MULTILINE)
_RAISED = re.compile(r"\^(?P<caret>[0-9]{1,3})\^|<sup>(?P<tag>[0-9]{1,3})</sup>", re.IGNORECASE)


def plainer(text: str) -> str:
    """A text in the dialect of the reader; most texts have no sign of another."""
    if _HUGS_A_WORD.search(text) and _OPENS_A_LINE.search(text):
        text = _UNDERSCORES.sub(_starred, text)
    if ">" in text:
        text = _QUOTED.sub("", text)
    if "\\" in text:
        text = _LINE_END.sub("", text)
    if "^" in text or "<" in text:
        text = _RAISED.sub(lambda match: f"[^{match['caret'] or match['tag']}]", text)
    if _A_BULLET.search(text):
        text = _BULLET.sub(r"\g<indent>", text)
    return text


def _starred(match: re.Match[str]) -> str:
    stars = "*" * len(match["sign"])
    return f"{stars}{match['words']}{stars}"
