"""Treaties and other instruments by name, as a document itself explains them.

A name is explained by a footnote right behind it ("the Convention on Cluster Munitions¹"); it
stands for what that footnote cites from there on, and so does its short form ("the Convention") as
long as it can mean nothing else. Only the Charter of the United Nations needs no explaining, nor
does the Universal Declaration of Human Rights by its full name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mkdocs_resolutions.linking import english
from mkdocs_resolutions.linking.citation import THIS, Citation
from mkdocs_resolutions.linking.named import (
    Heard,
    Mention,
    Named,
    bounded,
    goes_on,
    is_another,
    is_premodified,
    is_whole,
    name_at,
    shorter,
)
from mkdocs_resolutions.linking.naming import (
    QUOTED,
    Explained,
    NameBefore,
    is_on_more,
    main_document,
    premodified,
)
from mkdocs_resolutions.model import OWN_RESOLUTIONS, ReferenceKind

_MOST = 60
"""Names of one kind that a document explains; what explains more is no resolution."""
_TELLING_WORDS = 2
"""Words before the telling one that say in another order which instrument it is."""
_NEAR = 100
"""Letters before a telling word that may belong to its name."""
_TELLING = 12
"""Letters behind the telling word that a title must have for telling which it is."""
_TELLS_BY_ITSELF = 3
"""Spaces in a name that stands for one instrument before this is explained."""
_SHOWN = 80
"""Letters of a name in a message."""
_WORD = re.compile(r"[^\W_][\w’-]*")
_BRACKETED = re.compile(r"\s\((?P<alias>[A-Z][^()]{2,80})\)")


_CHARTER = Named(english.CHARTER, "Charter", 0, english.CHARTER, "treaty")
_UNIVERSAL = Named(
    english.UNIVERSAL_DECLARATION, "Declaration", len("Universal "), "A/RES/217(III)A", "instrument"
)


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
    ahead: dict[str, list[Named]] = field(default_factory=dict)
    """Names that the document explains further on: in full they are the same before."""
    last: dict[str, Named] = field(default_factory=dict)
    """The instrument of each kind that was named in full last, explained or not."""
    twice: set[str] = field(default_factory=set)
    """Names that have been explained as two documents."""
    fresh: set[str] = field(default_factory=set)
    """The names that the clause itself explains."""

    def __post_init__(self) -> None:
        if not self.invented:
            self.by_head["Charter"].append(_CHARTER)
            self.ahead.setdefault("Declaration", []).append(_UNIVERSAL)

    def begun_again(self) -> Names:
        """The names as they are before the first clause, those explained by now ahead."""
        ahead: dict[str, list[Named]] = defaultdict(list)
        for head, known in self.by_head.items():
            for named in known:
                telling = named.words.count(" ") >= _TELLS_BY_ITSELF
                if telling and named.words not in self.twice:
                    ahead[head].append(named)
        return Names(self.title, self.invented, ahead=ahead)

    def begin(self, explained: Iterable[Explained]) -> None:
        """Begin a clause, with what its footnote marks explain."""
        self.fresh.clear()
        for one in explained:
            self.learn(one)

    def learn(self, explained: Explained) -> None:
        """Take the names that a footnote mark explains as what its note cites.

        Where two names end at one mark, they have the parts that the note names in order.
        """
        before, names, cited = explained.before, explained.names, explained.cited
        if english.AMENDED_VERSION.fullmatch(before):
            self._amend(cited[0])
            return
        if not names:
            self._quote(before, cited[0])
        one_each = len(names) == len(cited) > 1 and len({one.symbol for one in cited}) == 1
        for place, name in enumerate(names if one_each else names[-1:]):
            said = cited[place] if one_each else main_document(cited)
            self._learn(name, before, said, explained.alias)

    def _learn(self, name: NameBefore, before: str, cited: Citation, alias: str | None) -> None:
        if (
            cited.symbol in (None, THIS)
            or english.AMENDS.search(before[: name.start])
            or is_on_more(name, before, cited)
        ):
            return
        known = self.by_head[name.head]
        self.fresh.add(name.words)
        same = [one for one in known if one.words == name.words]
        # The volume of a treaty says what it is, whatever else a note behind its name is on.
        certain = any(
            one.symbol in (cited.symbol, english.CHARTER)
            or (" " in one.symbol and cited.kind != "treaty-series")
            for one in same
        )
        if len(known) > _MOST or certain:
            return
        if same:
            self.twice.add(name.words)
            known[:] = [one for one in known if one.words != name.words]
        treaty = cited.kind == "treaty-series" or name.head in english.TREATY_HEADS
        kind: ReferenceKind = "treaty" if treaty else "instrument"
        assert cited.symbol is not None
        named = Named(name.words, name.head, name.at, cited.symbol, kind, cited.steps)
        known += [named, *shorter(named)]
        if alias:
            self._call(alias, named)

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
        title = QUOTED.search(before)
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

    def at(self, text: str, start: int, heard: Heard) -> Mention | None:
        """The name or short form that the word at an offset tells of; None where it tells of none.

        `heard` are the instruments that the same clause has named in full before.
        """
        match = english.HEAD.match(text, start)
        if match is None:
            return None
        head, end = match[0], match.end()
        full = self._full(text, start, head) or self._in_other_order(text, start, head)
        if full is None and is_another(text, start, end):
            full = Mention(start, end, Named(name_at(text, start, end), head, 0, "", "treaty"))
        if full is None:
            return self._short(text, start, head, heard.of(head))
        if full.named:
            heard.add(full.named)
            self.last[head] = full.named
        return full

    def starting(self, text: str, start: int, heard: Heard) -> Mention | None:
        """The name or short form that begins at an offset, behind an article."""
        head = english.HEAD.search(text, start, start + 120)
        if head is None:
            return None
        mention = self.at(text, head.start(), heard)
        return mention if mention and mention.start == start else None

    def _full(self, text: str, start: int, head: str) -> Mention | None:
        """The longest known name, or its beginning up to the telling word, that stands there."""
        best: Mention | None = None
        for named in (*self.by_head.get(head, ()), *self.ahead.get(head, ())):
            begin = start - named.at
            if begin < 0 or english.ANOTHER.search(text, max(0, begin - 10), begin):
                continue
            if is_whole(text, begin, named.words):
                end = self._with_alias(text, begin + len(named.words), named)
                if best is None or end - begin > best.end - best.start:
                    best = Mention(begin, end, named)
        if best and best.named and best.named.words in self.twice - self.fresh:
            return replace(best, named=None, why="footnotes explain it as two documents")
        return best or self._beginning(text, start, head)

    def _with_alias(self, text: str, end: int, named: Named) -> int:
        """Where a name ends together with the short form in brackets behind it."""
        behind = _BRACKETED.match(text, end)
        head = english.HEAD.search(behind["alias"]) if behind else None
        if behind is None or head is None or head[0] != named.head:
            return end
        if all(one.words != behind["alias"] for one in self.by_head[named.head]):
            self._call(behind["alias"], named)
        return behind.end()

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
                and bounded(text, begin, end)
                and not is_premodified(text, begin)
            ):
                found.setdefault(named.symbol, (begin, named))
        if len(found) != 1 or goes_on(text, end):
            return None
        ((begin, named),) = found.values()
        return Mention(begin, end, named)

    def _in_other_order(self, text: str, start: int, head: str) -> Mention | None:
        """A name that says in other words which of the known ones it is: `Gas Lamps Convention` for
        the Convention on Lamps that Burn Gas."""
        known = (*self.by_head.get(head, ()), *self.ahead.get(head, ()))
        if not known or not is_premodified(text, start):
            return None
        since = max(0, start - _NEAR)
        begin = since + premodified(text[since:start], start - since)
        words = {word for word in text[begin:start].split() if word[:1].isalpha()}
        if len(words - english.TELL_NOTHING) < _TELLING_WORDS:
            return None
        end = start + len(head)
        if english.ANOTHERS.match(text, end) or english.NAME_GOES_ON.match(text, end):
            return None
        found = {named.symbol: named for named in known if words <= set(_WORD.findall(named.words))}
        return Mention(begin, end, *found.values()) if len(found) == 1 else None

    def _short(self, text: str, start: int, head: str, near: list[Named]) -> Mention | None:
        """The bare word behind its article: `the Convention`."""
        end = start + len(head)
        known = self.by_head.get(head, [])
        article = english.ARTICLE.search(text, max(0, start - 6), start)
        if article is None or not any(one.symbol for one in (*known, *near)):
            return None
        if goes_on(text, end) or english.AND_ANOTHER.match(text, end):
            return None
        word = article[0].strip().lower()
        if word == english.THIS and head in english.TREATY_HEADS:
            return None  # A treaty speaks so of itself.
        if word != english.THE:
            # "That Convention" is the one before; without one "that" is another word.
            return Mention(start, end, near[-1]) if near and near[-1].symbol else None
        choices = {named.symbol: named for named in self._meant(head, known, near)}
        if len(choices) == 1 and "" not in choices:
            return Mention(start, end, next(iter(choices.values())))
        return Mention(start, end, None, f"it may be the {self._candidates(head, known, near)}")

    def _candidates(self, head: str, known: list[Named], near: list[Named]) -> str:
        """What a bare word may be short for: what was named last, explained or not, first."""
        last = [*reversed(near), *filter(None, [self.last.get(head)])]
        fullest = sorted(known, key=lambda one: (-len(one.words), one.words))
        named: dict[str, str] = {}
        for one in (*last, *fullest):
            if one.words != head:
                named.setdefault(one.symbol or one.words, one.words)
        short = [f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words for words in named.values()]
        return f"{' or the '.join(short[:3]) or head}, or another"

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
            # Where one that nothing explains was named since, the word may be short for that.
            several = self.by_head.get(f"{head}s") or not self.last.get(head, known[0]).symbol
            return [] if several or self._titles_another(head) else known
        return [_CHARTER] if _CHARTER in known else []

    def _titles_another(self, head: str) -> bool:
        """Whether the title names an instrument of a kind; the bare word there is short, too."""
        return any(
            self.title[: word.start()].rpartition(" the ")[2] or goes_on(self.title, word.end())
            for word in re.finditer(rf"\b{head}\b", self.title)
        )

    def of_title(self) -> Named | None:
        """The one treaty that the title names, which the document is about."""
        titled = {
            named.symbol: named
            for known in self.by_head.values()
            for named in known
            if named.kind == "treaty" and self._titles(named)
        }
        return next(iter(titled.values())) if len(titled) == 1 else None

    def _titles(self, named: Named) -> bool:
        """Whether the title names an instrument, in full or as far as it goes."""
        place = self.title.find(named.words[: named.at + len(named.head)])
        name = self.title[place:] if place >= 0 else ""
        return name.startswith(named.words) or (
            len(name) > len(named.head) + _TELLING and named.words.startswith(name)
        )
