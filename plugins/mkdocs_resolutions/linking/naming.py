"""Names of treaties and other instruments as they stand before the footnotes that explain them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import Citation
from mkdocs_resolutions.model import OWN_RESOLUTIONS

_TOKEN = re.compile(r"[^\s,()]+|,|\(|\)")
_LONGEST = 300
"""Letters a name may have."""
QUOTED = re.compile(r"“(?P<name>[A-Z][^“”\n]{10,200})”$")


def without_protocols(before: str) -> str:
    """A text that ends with a name, without "and the Protocols thereto" behind this."""
    whole = english.AND_PROTOCOLS.sub("", before)
    return whole if english.HEAD.search(whole) else before


@dataclass(frozen=True, slots=True)
class NameBefore:
    """A name before a mark: its words, where they begin, its telling word and where that stands."""

    words: str
    start: int
    head: str
    at: int
    inner: bool = False
    """Capitalised words stand before it that it belongs to: a committee "on the Declaration"."""


def names_before(before: str, *, treaty: bool) -> list[NameBefore]:
    """The names that a text ends with, of several joined by "and the" each one.

    The volume of a `treaty` explains a name with small words in it, too: "the Optional Protocol on
    the involvement of children".
    """
    quoted = QUOTED.search(before)
    if quoted:
        head = english.HEAD.search(quoted["name"])
        return (
            [NameBefore(quoted["name"], quoted.start("name"), head[0], head.start())]
            if head
            else []
        )
    if before.endswith("”"):
        return []  # A title too long for a name, or one that begins small.
    run = _run(before)
    start = len(before) - len(run)
    names: list[NameBefore] = []
    splits = list(english.AND_THE.finditer(run))
    begins = [0, *(split.end() for split in splits)]
    ends = [*(split.start() for split in splits), len(run)]
    for first, last in zip(begins, ends, strict=True):
        end = start + last
        name = _name(before, start + first, end)
        if name is None and names:
            # "and the Implementation of …" is no name: it goes on with the one before.
            name = _name(before, names.pop().start, end)
        names += [name] if name else []
    if names or not treaty:
        return names
    heads = list(english.HEAD.finditer(before))
    begin = heads[-1].start() if heads else len(before)
    if re.search(r"[,;]|\band\sthe\b", before[begin:]):
        return []
    name = _name(before, premodified(before, begin), len(before)) if heads else None
    return [name] if name else []


def _name(before: str, start: int, end: int) -> NameBefore | None:
    """The name in a stretch of a text: from the words before its telling one to the end.

    A telling word that another of its own stands before belongs to that: "the Paris Agreement under
    the Framework Convention" is the Agreement, "the Declaration …: Towards the Agenda" the
    Declaration. The bare word is short for a name and explains nothing.
    """
    stretch = before[start:end].rstrip(" ,")
    head = english.HEAD.search(stretch)
    while head and english.AND_PARTIES.match(stretch, head.end()):
        head = english.HEAD.search(stretch, head.end())
    last = stretch.rpartition(" ")[2]
    if head is None or last in english.NAME_JOINS - {"thereto"}:
        return None
    begin = start + premodified(stretch, head.start())
    words = before[begin : start + len(stretch)]
    inner = any(word[:1].isupper() for word in before[start:begin].rpartition(",")[2].split())
    name = NameBefore(words, begin, head[0], start + head.start() - begin, inner)
    for outer in english.HEAD.finditer(before[:begin]):
        between = before[outer.end() : begin]
        earlier = premodified(before, outer.start())
        titled = between.rpartition(":")
        if titled[1] and ";" not in between and not english.AND_THE.search(titled[2]):
            whole = before[earlier : start + len(stretch)]
            return NameBefore(whole, earlier, outer[0], outer.start() - earlier)
        if english.UNDER.fullmatch(between):
            bare = earlier == outer.start()
            whole = before[earlier : start + len(stretch) if bare else outer.end()]
            return NameBefore(whole, earlier, outer[0], outer.start() - earlier)
    return name if name.words != name.head else None


def _run(before: str) -> str:
    """The words at the end of a text that can all stand in a name."""
    tokens = list(_TOKEN.finditer(before))
    start = len(before)
    for token in reversed(tokens):
        word = token[0]
        small = word.strip("“”’") in english.NAME_JOINS or word in ",()"
        if not (small or word[:1].isupper() or word[:1].isdecimal()):
            break
        start = token.start()
    return before[start:]


def premodified(name: str, head: int) -> int:
    """Where the words before the telling one begin that belong to it: `2030 Agenda`."""
    start, joined = head, False
    for token in reversed(list(_TOKEN.finditer(name[:head]))):
        if token[0] in english.NAME_JOINS_BEFORE and start < head:
            joined = True
            continue
        capital = token[0][:1].isupper() or token[0][:1].isdecimal()
        if not capital or "/" in token[0] or (joined and token[0] in english.HEADS):
            break
        start, joined = token.start(), False
    return start


def is_on_more(name: NameBefore, text: str, cited: Citation) -> bool:
    """Whether a note explains what stands before a name with it: a report on the Agenda, not this.

    A treaty's volume is of the treaty, whatever stands before it.
    """
    if cited.kind == "treaty-series":
        return False
    before = text[: name.start]
    if cited.kind in OWN_RESOLUTIONS:
        return english.ABOUT_NEAR.search(before) is not None
    return name.inner or before.endswith("“") or english.ABOUT.search(before) is not None


@dataclass(frozen=True, slots=True)
class Explained:
    """What ends at a footnote mark: the words, the names in them, what the note cites."""

    before: str
    names: tuple[NameBefore, ...]
    cited: tuple[Citation, ...]
    alias: str | None = None


def explained_at(text: str, since: int, offset: int, cited: tuple[Citation, ...]) -> Explained:
    """What ends at a footnote mark.

    `offset` is the place of the mark, `since` that of the mark before it, or of the end of the
    opening of the clause.
    """
    before = text[max(since, offset - _LONGEST) : offset].rstrip(" ,;.:")
    alias = english.CALLED.search(before)
    if alias:
        before = before[: alias.start()]
    before = english.DONE_AT.sub("", english.SUPPLEMENTING.sub("", before))
    before = without_protocols(before)
    treaty = cited[0].kind == "treaty-series"
    names = names_before(before, treaty=treaty)
    if not names:
        before = english.ADOPTED.sub("", before)
        names = names_before(before, treaty=treaty)
    return Explained(before, tuple(names), cited, alias["alias"] if alias else None)


def main_document(cited: Sequence[Citation]) -> Citation:
    """What a note is on: the first document, of several volumes of it the one with a part."""
    volumes = {(one.symbol or "").partition("(")[0] for one in cited}
    parted = [one for one in cited if one.steps]
    return parted[0] if len(volumes) == 1 and parted else cited[0]
