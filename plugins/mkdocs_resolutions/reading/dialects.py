"""Dialects of Markdown, put into the one that the reader of text knows.

Programs write italics as `_Recalling_` too, set what is indented behind `>` and items behind a
bullet, end a line with a backslash, raise figures as `^1^` or `<sup>1</sup>` and quote the notes of
a page below them, `> 1 See …`. No line comes or goes.
"""

from __future__ import annotations

import re

from mkdocs_resolutions.reading.pagenotes import DATE

_HUGS_A_WORD = re.compile(r"_[^\s_]")
_OPENS_A_LINE = re.compile(
    r"^[ \t>#*+-]*(?:\\?\(?[0-9A-Za-z]{1,4}\\?[.)][ \t]+)?_{1,2}[^\s_]", re.MULTILINE
)
"""Who writes italics so opens clauses with them; else underscores are what they are."""
_UNDERSCORES = re.compile(
    r"(?<![\w_])(?P<sign>_{1,2})"
    r"(?P<words>[^\s_](?:(?:[^_\n]|\n(?![ \t]{0,20}\n)){0,600}[^\s_])?)(?P=sign)(?![\w_])"
)
_LOOSE = re.compile(r"(?<=[^\s_]_) (?=[,;.:)\]])|(?<=[(\[]) (?=_)")
"""A space that some programs leave between italics and the mark beside them."""
_NOTE = re.compile(
    r"^(?P<sign>[ \t]*(?:>|[-+*•](?=[ \t])))?[ \t]?"
    r"(?P<number>[0-9]{1,3})(?P<gap>[ \t]+)(?=\S)(?P<words>.*)$",
    re.MULTILINE,
)
_MONTH_AND_YEAR = re.compile(r"[^\W\d_]+[ \t]+(?:19|20)[0-9]{2}\W*")
_NEXT_NOTE = re.compile(r"(?<=\S)[ \t]+(?P<number>[0-9]{1,3})[ \t]{1,2}(?=[\w“*])")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_BULLET = re.compile(r"^(?P<indent>[ \t]*)[-+*•][ \t]+(?=\\?\(?[0-9a-z]{1,4}\\?[.)])", re.MULTILINE)
_A_BULLET = re.compile(r"[-+*•][ \t]+\\?\(?[0-9a-z]{1,4}\\?[.)]")
_TABBED_LINE = r"[^\s|][^\t\n|]*(?:\t[^\t\n|]*){2,}"
_TABBED = re.compile(rf"(?<=\n\n){_TABBED_LINE}(?:\n{_TABBED_LINE})+(?=\n\n|\n?\Z)")
_NO_CELL = re.compile(r"(?:[-+*•]|\\?\(?[0-9a-z]{1,4}\\?[.)]).*|.*:|.*/RES/.*", re.DOTALL)
"""What begins a line that is no row: a bullet, the number of a clause, what leads on, a symbol."""
_LINE_END = re.compile(r"\\$", re.MULTILINE)
_MARKED = re.compile(r"\[\^([0-9]{1,3})\](?!:)")
_TOLD = re.compile(r"\[\^([0-9]{1,3})\]:")
_RAISED = re.compile(r"\^(?P<caret>[0-9]{1,3})\^|<sup>(?P<tag>[0-9]{1,3})</sup>", re.IGNORECASE)


def plainer(text: str) -> str:
    """A text in the dialect of the reader; most texts have no sign of another."""
    if _HUGS_A_WORD.search(text) and _OPENS_A_LINE.search(text):
        text = _UNDERSCORES.sub(_starred, _LOOSE.sub("", text))
    if "\\" in text:
        text = _LINE_END.sub("", text)
    if "^" in text or "<" in text:
        text = _RAISED.sub(lambda match: f"[^{match['caret'] or match['tag']}]", text)
        text = _with_notes(text)
    if ">" in text:
        text = _QUOTED.sub("", text)
    if "\t" in text:
        text = _TABBED.sub(_between_strokes, text)
    if _A_BULLET.search(text):
        text = _BULLET.sub(r"\g<indent>", text)
    return text


def _with_notes(text: str) -> str:
    """A text whose notes are Markdown's, where it raises their numbers in its words: those that are
    quoted or have a wide gap behind their number, and those that follow one such; a note behind
    another on its line begins a line of its own. A day of a month is none, and what is told needs
    no telling."""
    marked = {int(number) for number in _MARKED.findall(text)}
    marked.difference_update(map(int, _TOLD.findall(text)))
    last = 0

    def told(note: re.Match[str]) -> str:
        nonlocal last
        number, sure = int(note["number"]), note["sign"] or len(note["gap"]) > 1
        follows = number == last + 1 and DATE.match(note[0]) is None
        is_day = _MONTH_AND_YEAR.fullmatch(note["words"]) is not None
        if number not in marked or is_day or not (sure or follows):
            return note[0]
        words, begun, last = [f"[^{number}]: "], 0, number
        for following in _NEXT_NOTE.finditer(note["words"]):
            if int(following["number"]) == last + 1 and last + 1 in marked:
                last += 1
                words += (note["words"][begun : following.start()], f"\u2028[^{last}]: ")
                begun = following.end()
        return "".join((*words, note["words"][begun:]))

    return _NOTE.sub(told, text) if marked else text


def _between_strokes(table: re.Match[str]) -> str:
    """Lines with as many tabs each, two at least, as the rows of a table."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in table[0].split("\n")]
    columns = [*zip(*rows, strict=True)] if len({*map(len, rows)}) == 1 else []
    figures = any(any(map(str.isdecimal, cell)) for column in columns[1:] for cell in column)
    if not figures or not all(map(any, columns)) or any(map(_NO_CELL.fullmatch, columns[0])):
        return table[0]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _starred(match: re.Match[str]) -> str:
    stars = "*" * len(match["sign"])
    return f"{stars}{match['words'].strip('*')}{stars}"
