"""The citation network of a resolution: whom it cites, who cites it, on one line of time."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.model import Symbol
from mkdocs_resolutions.publishing.content import PageLinks, render
from mkdocs_resolutions.publishing.documents import (
    Cited,
    counts,
    documents_cited,
    year_or_session,
)

SHOWN = 25
"""Documents in the picture: those named most often on either side, the newest of equals."""

ROW = 24
"""Height of a row, in pixels: what a finger hits."""
AXIS = 44
"""Where the line of time stands; the arcs are on its left, words on its right."""
_NARROW, _WIDE = 52, 72
"""How far from it the words stand: behind a year, behind the years of a session."""
_REACH = 46
"""How far the longest arc bends to the left."""
LONGEST = 58
"""Characters of a name that stand beside each other in a window of middling width."""
_BRIEF = 20
"""The same in a narrow one."""
_WEIGHTS = (1, 2, 4, 8)
"""References from which on an arc is thicker."""


@dataclass(frozen=True, slots=True)
class Node:
    """A document of the network: in how many places it is cited, and in how many it cites.

    `when` is its year, or the years of its session where no more is known; `date` orders documents
    of a year, as far as it is known.
    """

    symbol: str
    label: str
    name: str
    kind: str
    when: str
    date: str
    held: Symbol | None
    url: str | None
    cited: int = 0
    citing: int = 0

    @property
    def references(self) -> int:
        """The places of both directions."""
        return self.cited + self.citing

    @property
    def order(self) -> tuple[str, str]:
        """The oldest first; before them what no year is known of."""
        return self.date or self.when, self.symbol


@dataclass(frozen=True, slots=True)
class Network:
    """The documents around a resolution that tell most, the oldest first: `before` are those it
    cites, `after` those that cite it, those that do both among them.

    `cited` and `citing` say how many there are altogether, `held` how many of the cited ones are
    held here.
    """

    before: tuple[Node, ...]
    after: tuple[Node, ...]
    cited: int
    citing: int
    held: int

    @property
    def is_empty(self) -> bool:
        """Whether it cites nothing and nothing cites it."""
        return not self.cited and not self.citing


def network_of(text: Text, corpus: Corpus, documents: Mapping[str, Cited]) -> Network:
    """The network of a held text; `documents` are those that the corpus cites, by symbol."""
    symbol = text.resolution.symbol
    cited = [
        replace(_cited(documents[name]), cited=count)
        for name, count in documents_cited(text).items()
        if counts(name, text)
    ]
    citers = Counter(str(citer.symbol) for citer in corpus.citers.of(symbol))
    citing = [
        replace(_citing(corpus.by_symbol[name]), citing=count) for name, count in citers.items()
    ]
    room = max(SHOWN - len(citing), (SHOWN + 1) // 2)
    before, after = _telling(cited, room), _telling(citing, max(SHOWN - len(cited), SHOWN // 2))
    both = {node.symbol: node for node in before}
    after = [
        replace(node, cited=both[node.symbol].cited) if node.symbol in both else node
        for node in after
    ]
    mutual = {node.symbol for node in after if node.cited}
    return Network(
        tuple(node for node in before if node.symbol not in mutual),
        tuple(after),
        len(cited),
        len(citing),
        sum(node.held is not None for node in cited),
    )


def _telling(nodes: Iterable[Node], most: int) -> list[Node]:
    """The nodes that are named most often, the newest of equals; in the order of time."""
    first = sorted(nodes, key=lambda node: node.order, reverse=True)
    first.sort(key=lambda node: -node.references)
    return sorted(first[:most], key=lambda node: node.order)


def label_and_name(one: Cited) -> tuple[str, str]:
    """What a cited document is called, and the name that stands behind that, if any.

    A volume of the Treaty Series says nothing to a reader: the name of the treaty does.
    """
    if one.sort == "treaty" and one.name:
        return one.name, ""
    return one.assembly.spoken if one.assembly else one.symbol, one.name


def _cited(one: Cited) -> Node:
    label, name = label_and_name(one)
    return Node(one.symbol, label, name, one.kind, one.when, one.date, one.held, one.url)


def _citing(text: Text) -> Node:
    symbol, masthead = text.resolution.symbol, text.resolution.masthead
    date = masthead.adopted or ""
    when = year_or_session(str(symbol), date)
    return Node(
        str(symbol), symbol.spoken, masthead.title, "resolution", when, date, symbol, None
    )  # fmt: skip


# --- the picture -----------------------------------------------------------------------------


def network_html(text: Text, network: Network, links: PageLinks) -> str:
    """The section of a page that shows a network; empty where there is none."""
    if network.is_empty:
        return ""
    heading = ROW if network.before else 0
    own = heading + ROW * len(network.before)
    first = own + ROW + (ROW if network.after else 0)
    before = _rows(network.before, heading, own, links)
    after = _rows(network.after, first, own, links)
    masthead, symbol = text.resolution.masthead, text.resolution.symbol
    own_when = year_or_session(str(symbol), masthead.adopted)
    whens = (own_when, *(node.when for node in (*network.before, *network.after)))
    return render(
        "network.html",
        own={
            "label": symbol.spoken,
            "y": own,
            "when": own_when,
            "name": shortened(masthead.title, LONGEST),
        },
        symbol=str(symbol),
        network=network,
        rows=[*before, *after],
        before=before,
        after=after,
        left=max(network.cited - sum(node.cited > 0 for node in (*network.before, *network.after)),
                 0),
        right=network.citing - len(network.after),
        height=first + ROW * len(network.after),
        row=ROW,
        axis=AXIS,
        words=AXIS + (_WIDE if any(len(when) > 4 for when in whens) else _NARROW),
        to=links.to,
    )  # fmt: skip


def _rows(nodes: Sequence[Node], top: int, own: int, links: PageLinks) -> list[dict[str, Any]]:
    """The rows of the picture from a height on, each with its arc to the resolution's own row."""
    rows: list[dict[str, Any]] = []
    longest = max((abs(top - own), abs(top + ROW * (len(nodes) - 1) - own)), default=ROW)
    for number, node in enumerate(nodes):
        y = top + ROW * number
        when = node.when or "–"
        rows.append({
            "node": node,
            "y": y,
            "when": when,
            "is_new": not rows or rows[-1]["when"] != when,
            "label": shortened(node.label, LONGEST),
            "brief": shortened(node.label, _BRIEF),
            "name": shortened(node.name, LONGEST),
            "href": links.to(node.held.address) if node.held else node.url,
            "arc": _arc(own, y, longest),
            "weight": sum(node.references >= least for least in _WEIGHTS),
        })  # fmt: skip
    return rows


def _arc(own: int, other: int, longest: int) -> str:
    """The path of an arc between two rows, the wider the further they are apart."""
    start, end = own + ROW // 2, other + ROW // 2
    bend = AXIS - 8 - _REACH * abs(own - other) // max(longest, 1)
    return f"M{AXIS} {start}C{bend} {start} {bend} {end} {AXIS} {end}"


def shortened(words: str, most: int) -> str:
    """The first words of a text, as many as so many characters hold; of a long word its letters."""
    if len(words) <= most:
        return words
    if len(words.split()[0]) > most - 2:
        return f"{words[: most - 1]}…"
    return textwrap.shorten(words, most, placeholder=" …")
