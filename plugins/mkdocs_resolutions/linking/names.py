"""Treaties and other instruments by name, as a document itself explains them.

A name is explained by a footnote right behind it ("the Convention on Cluster Munitions¹"); it
stands for what that footnote cites from there on, and so does its short form ("the Convention") as
long as it can mean nothing else. Only the Charter of the United Nations needs no explaining.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import THIS, Citation
from mkdocs_resolutions.linking.places import Step
from mkdocs_resolutions.model import OWN_RESOLUTIONS, ReferenceKind

_MOST = 60
"""Names of one kind that a document explains; what explains more is no resolution."""
_LONGEST = 300
"""Letters a name may have."""
_TOKEN = re.compile(r"[^\s,()]+|,|\(|\)")
_ALIAS = re.compile(
    r"\s*\((?:hereinafter\s+)?(?:“)?(?:the\s+)?(?P<alias>[A-Z][^()“”]{2,80}?)(?:”)?\)$"
)
_OTHER = re.compile(r"\b(?:[Aa]mended|[Rr]evised|[Dd]raft)\s$")
"""Words before a name that make another instrument of it."""
_AMENDED = re.compile(r"\W*and\s+its\s+amended\s+version")
_AMENDS = re.compile(r"\b[Aa]mendments?\b[^;]{0,200}$")
_THERETO = re.compile(r"\s+and\s+(?:the|its)\s+(?:[a-z]+\s+)?Protocols?\s+[Tt]hereto$")
_PREMODIFIED = re.compile(r"[A-Z][\w-]*\s$")
"""A capital before the beginning of a name: "the Madrid Guiding Principles" are others."""
_TELLING = 12
"""Letters behind the telling word that a title must have for telling which it is."""
_BRACKETED = re.compile(r"\s\((?P<alias>[A-Z][^()]{2,80})\)")
_QUOTED = re.compile(r"“(?P<name>[A-Z][^“”\n]{10,200})”$")
_SPLIT = re.compile(
    r"(?:,\s+|,?\s+and\s+(?:to\s+|of\s+|in\s+)?)the\s+(?!(?:[a-z]+\s+)?Protocols?\s+[Tt]hereto)"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ss]aid)\s$")
_ADJUNCT = re.compile(
    r"(?:,?\s+(?:adopted|done|signed|concluded|opened|endorsed|annexed)\b[^;]{0,200}"
    r"|,\s+(?:by\s+consensus|(?:the|a|an)\s+[a-z][^,;A-Z]{0,80}))$"
)
"""What stands between a name and its footnote and is no part of it: how it was adopted."""
_DONE = re.compile(
    r"\s+(?:at|in)\s+[A-Z]\w+(?:,\s+[A-Z]\w+)?,?\s+on\s+[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4}$"
)
"""Where and when a treaty was made."""
_LIST = re.compile(r",?\s+(?:and\s+)?(?!Human\b)[A-Z][a-z]+\s+to\b")
_UNDER = re.compile(r"\s+(?:adopted\s+)?(?:under|to|of|supplementing)\s+the\s+(?:[A-Z]\w+\s+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument: its name, what it is for short, what the document says it is."""

    words: str
    head: str
    at: int
    """Where in its name the word stands that tells what it is."""
    symbol: str
    kind: ReferenceKind
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, in code points, and what it stands for; nothing where that is open."""

    start: int
    end: int
    named: Named | None
    why: str | None = None


_CHARTER = Named(english.CHARTER, "Charter", 0, english.CHARTER, "treaty")


@dataclass(slots=True)
class Names:
    """The names that a document has explained so far; its title says what it is about."""

    title: str = ""
    invented: bool = False
    """Whether it is a document of an example, where no Charter goes without saying."""
    by_head: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, Named] = field(default_factory=dict)
    called: Named | None = None
    """The last short form that was given in brackets."""
    quoted: dict[str, Named] = field(default_factory=dict)
    """Titles in quotation marks that say no kind of instrument: “The future we want”."""

    def __post_init__(self) -> None:
        if not self.invented:
            self.by_head["Charter"].append(_CHARTER)

    def explain(self, text: str, since: int, offset: int, cited: Sequence[Citation]) -> None:
        """Take the name that ends at a footnote mark, if one does, as what the note cites.

        `offset` is the place of the mark, `since` that of the mark before it, or of the end of the
        opening of the clause. Where two names end at one mark, they have the parts that the note
        names in order.
        """
        before = text[max(since, offset - _LONGEST) : offset].rstrip(" ,;.:")
        if _AMENDED.fullmatch(before):
            self._amend(cited[0])
            return
        alias = _ALIAS.search(before)
        if alias:
            before = before[: alias.start()]
        before = _without_protocols(_DONE.sub("", before))
        treaty = cited[0].kind == "treaty-series"
        names = _names_before(before, treaty=treaty)
        if not names:
            before = _ADJUNCT.sub("", before)
            names = _names_before(before, treaty=treaty)
        if not names:
            self._quote(before, cited[0])
        one_each = len(names) == len(cited) > 1 and len({one.symbol for one in cited}) == 1
        for place, name in enumerate(names if one_each else names[-1:]):
            self._learn(name, before, cited[place if one_each else 0], alias)

    def _learn(
        self, name: _Name, before: str, cited: Citation, alias: re.Match[str] | None
    ) -> None:
        if (
            cited.symbol in (None, THIS)
            or _AMENDS.search(before[: name.start])
            or _is_on_more(name, before, cited)
        ):
            return
        known = self.by_head[name.head]
        if len(known) > _MOST or any(one.words == name.words for one in known):
            return
        treaty = cited.kind == "treaty-series" or name.head in english.TREATY_HEADS
        kind: ReferenceKind = "treaty" if treaty else "instrument"
        assert cited.symbol is not None
        named = Named(name.words, name.head, name.at, cited.symbol, kind, cited.steps)
        self.by_head[name.head].append(named)
        if alias:
            self._call(alias["alias"], named)

    def _amend(self, cited: Citation) -> None:
        """Take "its amended version" as another instrument: `Amended Protocol II`."""
        last = self.called
        if last and cited.symbol not in (None, THIS, last.symbol):
            words = f"Amended {last.words}"
            at = last.at + len(words) - len(last.words)
            self.by_head[last.head].append(
                Named(words, last.head, at, cited.symbol or "", last.kind, cited.steps)
            )

    def _call(self, alias: str, named: Named) -> None:
        """Take a short form that the text gives a name in brackets: `(Protocol V)`."""
        head = english.HEAD.search(alias)
        if head and head[0] == alias:
            self.aliases[alias] = named
        elif head:
            short = Named(alias, head[0], head.start(), named.symbol, named.kind, named.steps)
            self.by_head[head[0]].append(short)
            self.called = short

    def _quote(self, before: str, cited: Citation) -> None:
        """Take a title in quotation marks that a resolution has and that says no kind."""
        title = _QUOTED.search(before)
        if title and cited.symbol and len(self.quoted) < _MOST and cited.kind in OWN_RESOLUTIONS:
            name = title["name"]
            self.quoted.setdefault(
                name, Named(name, "", 0, cited.symbol, "instrument", cited.steps)
            )

    def quoted_at(self, text: str, start: int) -> Named | None:
        """The title in quotation marks whose words begin at an offset."""
        return next(
            (one for name, one in self.quoted.items() if text.startswith(name, start)), None
        )

    def at(self, text: str, start: int, heard: list[Named]) -> Mention | None:
        """The name or short form that the word at an offset tells of; None where it tells of none.

        `heard` are the instruments that the same clause has named in full before.
        """
        match = english.HEAD.match(text, start)
        if match is None:
            return None
        head = match[0]
        full = self._full(text, start, head)
        if full:
            heard.append(full.named) if full.named else None
            return full
        return self._short(text, start, head, heard)

    def starting(self, text: str, start: int, heard: list[Named]) -> Mention | None:
        """The name or short form that begins at an offset, behind an article."""
        head = english.HEAD.search(text, start, start + 120)
        if head is None:
            return None
        mention = self.at(text, head.start(), heard)
        return mention if mention and mention.start == start else None

    def _full(self, text: str, start: int, head: str) -> Mention | None:
        """The longest known name, or its beginning up to the telling word, that stands there."""
        best: Mention | None = None
        for named in self.by_head.get(head, ()):
            begin = start - named.at
            if begin < 0:
                continue
            if _OTHER.search(text, max(0, begin - 10), begin):
                continue
            if text.startswith(named.words, begin) and _bounded(
                text, begin, begin + len(named.words)
            ):
                end = self._with_alias(text, begin + len(named.words), named)
                if best is None or end - begin > best.end - best.start:
                    best = Mention(begin, end, named)
        return best or self._beginning(text, start, head)

    def _with_alias(self, text: str, end: int, named: Named) -> int:
        """Where a name ends together with the short form in brackets behind it."""
        behind = _BRACKETED.match(text, end)
        same = behind and any(
            one.words == behind["alias"] and one.symbol == named.symbol
            for known in self.by_head.values()
            for one in known
        )
        return behind.end() if behind and same else end

    def _beginning(self, text: str, start: int, head: str) -> Mention | None:
        """A name cut behind the telling word: `Rome Statute`, `2030 Agenda`."""
        end = start + len(head)
        found: dict[str, tuple[int, Named]] = {}
        for named in self.by_head.get(head, ()):
            begin = start - named.at
            opening = named.words[: named.at + len(head)]
            if (
                named.at
                and begin >= 0
                and text.startswith(opening, begin)
                and _bounded(text, begin, end)
                and not _PREMODIFIED.search(text, max(0, begin - 20), begin)
            ):
                found.setdefault(named.symbol, (begin, named))
        if len(found) != 1 or _goes_on(text, end):
            return None
        ((begin, named),) = found.values()
        return Mention(begin, end, named)

    def _short(self, text: str, start: int, head: str, heard: list[Named]) -> Mention | None:
        """The bare word behind its article: `the Convention`."""
        end = start + len(head)
        article = _ARTICLE.search(text, max(0, start - 6), start)
        known = self.by_head.get(head, [])
        if article is None or not known or _goes_on(text, end):
            return None
        near = [named for named in heard if named.head == head]
        if article[0].strip().lower() != "the":
            # "That Convention" is the one before; without one "that" is another word.
            return Mention(start, end, near[-1]) if near else None
        choices = {named.symbol: named for named in self._meant(head, known, near)}
        if len(choices) == 1:
            return Mention(start, end, next(iter(choices.values())))
        names = " or ".join(sorted({named.words for named in known})[:3])
        return Mention(start, end, None, f"it may be the {names}, or another")

    def _meant(self, head: str, known: list[Named], near: list[Named]) -> list[Named]:
        """What a bare word may mean: what it was said to be short for, what title and clause name,
        the only one there is, the Charter. A title may name one that no footnote explains.
        """
        if head in self.aliases:
            return [self.aliases[head]]
        titled = [named for named in known if self._titles(named)]
        if titled or near:
            return [*titled, *near]
        if len({named.symbol for named in known}) == 1:
            return [] if re.search(rf"\b{head}\b", self.title) else known
        return [_CHARTER] if _CHARTER in known else []

    def _titles(self, named: Named) -> bool:
        """Whether the title names an instrument, in full or as far as it goes."""
        place = self.title.find(named.words[: named.at + len(named.head)])
        name = self.title[place:] if place >= 0 else ""
        return name.startswith(named.words) or (
            len(name) > len(named.head) + _TELLING and named.words.startswith(name)
        )


def _is_on_more(name: _Name, text: str, cited: Citation) -> bool:
    """Whether a note explains what stands before a name with it: a report on the Agenda, not this.

    A treaty's volume is of the treaty, whatever stands before it.
    """
    if cited.kind == "treaty-series":
        return False
    before = text[: name.start]
    if cited.kind in OWN_RESOLUTIONS:
        return english.ABOUT_NEAR.search(before) is not None
    return name.inner or before.endswith("“") or english.ABOUT.search(before) is not None


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a stretch is whole words."""
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


_CONTINUES = re.compile(
    r"(?:’s)?\s+(?:(?:on|of|for|relating\sto|against|concerning|between|to)\s+"
    r"(?:the\s+|an?\s+)?[A-Z]|to\sth(?:at|is)\b|[A-Z]|[0-9])"
)


def _goes_on(text: str, end: int) -> bool:
    """Whether the name of another instrument goes on behind its telling word."""
    return _CONTINUES.match(text, end) is not None


def _without_protocols(before: str) -> str:
    """A text that ends with a name, without "and the Protocols thereto" behind this."""
    whole = _THERETO.sub("", before)
    return whole if english.HEAD.search(whole) else before


@dataclass(frozen=True, slots=True)
class _Name:
    """A name before a mark: its words, where they begin, its telling word and where that stands."""

    words: str
    start: int
    head: str
    at: int
    inner: bool = False
    """Capitalised words stand before it that it belongs to: a committee "on the Declaration"."""


def _names_before(before: str, *, treaty: bool) -> list[_Name]:
    """The names that a text ends with, of several joined by "and the" each one.

    The volume of a `treaty` explains a name with small words in it, too: "the Optional Protocol on
    the involvement of children".
    """
    quoted = _QUOTED.search(before)
    if quoted:
        head = english.HEAD.search(quoted["name"])
        return [_Name(quoted["name"], quoted.start("name"), head[0], head.start())] if head else []
    run = _run(before)
    start = len(before) - len(run)
    names: list[_Name] = []
    splits = list(_SPLIT.finditer(run))
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
    name = _name(before, _premodified(before, begin), len(before)) if heads else None
    return [name] if name else []


def _name(before: str, start: int, end: int) -> _Name | None:
    """The name in a stretch of a text: from the words before its telling one to the end.

    A telling word that another of its own stands before belongs to that: "the Paris Agreement under
    the Framework Convention" is the Agreement, "the Declaration …: Towards the Agenda" the
    Declaration. The bare word is short for a name and explains nothing.
    """
    stretch = before[start:end].rstrip(" ,")
    head = english.HEAD.search(stretch)
    while head and _LIST.match(stretch, head.end()):
        head = english.HEAD.search(stretch, head.end())
    if head is None:
        return None
    begin = start + _premodified(stretch, head.start())
    words = before[begin : start + len(stretch)]
    inner = any(word[:1].isupper() for word in before[start:begin].rpartition(",")[2].split())
    name = _Name(words, begin, head[0], start + head.start() - begin, inner)
    for outer in english.HEAD.finditer(before[:begin]):
        between = before[outer.end() : begin]
        earlier = _premodified(before, outer.start())
        titled = between.rpartition(":")
        if titled[1] and ";" not in between and not _SPLIT.search(titled[2]):
            whole = before[earlier : start + len(stretch)]
            return _Name(whole, earlier, outer[0], outer.start() - earlier)
        if _UNDER.fullmatch(between):
            bare = earlier == outer.start()
            whole = before[earlier : start + len(stretch) if bare else outer.end()]
            return _Name(whole, earlier, outer[0], outer.start() - earlier)
    return name if name.words != name.head else None


def _run(before: str) -> str:
    """The words at the end of a text that can all stand in a name."""
    tokens = list(_TOKEN.finditer(before))
    start = len(before)
    for token in reversed(tokens):
        word = token[0]
        small = word.strip("“”’") in english.NAME_JOINS or word == ","
        if not (small or word[:1].isupper() or word[:1].isdecimal()):
            break
        start = token.start()
    return before[start:]


def _premodified(name: str, head: int) -> int:
    """Where the words before the telling one begin that belong to it: `2030 Agenda`."""
    start = head
    for token in reversed(list(_TOKEN.finditer(name[:head]))):
        capital = token[0][:1].isupper() or token[0][:1].isdecimal()
        if not capital or "/" in token[0]:
            break
        start = token.start()
    return start
