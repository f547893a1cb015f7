"""The latest changes across all series: as a page, and for the feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_resolutions.corpus import Corpus, Text
from mkdocs_resolutions.model import Change, Comparison, Run, Series, Symbol
from mkdocs_resolutions.publishing.address import series_address, session_address
from mkdocs_resolutions.publishing.content import Content, PageLinks, render
from mkdocs_resolutions.publishing.gist import told, weight_of_gist
from mkdocs_resolutions.publishing.index_pages import by_session, index_content
from mkdocs_resolutions.publishing.labels import Labels, long_date, session_name
from mkdocs_resolutions.publishing.markup import words_html
from mkdocs_resolutions.publishing.picture import anchor_of
from mkdocs_resolutions.publishing.redline import redline_html
from mkdocs_resolutions.publishing.summary import (
    SHOUTING,
    Verdict,
    plain,
    reason_words,
    sentence_plain,
    verdict_of,
)
from mkdocs_resolutions.publishing.tables import table_lines

ADDRESS = "changes/"
SHOWN = 20
"""Resolutions on the page; the others are reached by their sessions."""
MOST_CHANGES = 8
"""Changes shown of a resolution; the others stand on its page."""
AROUND = 10
"""Words that both texts have are shown up to so many on each side of a change."""
GAP = " […] "
"""Stands for words left out of an excerpt."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change as a list tells it: the clause by name and address, why it matters, its words."""

    verdict: Verdict
    label: str
    address: str
    why: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A held text and what it changed against the one before it, where there is one.

    `changes` are the first that matter, `more` says how many more do.
    """

    text: Text
    series: Series | None
    comparison: Comparison | None
    changes: tuple[Told, ...] = ()
    more: int = 0

    @property
    def title(self) -> str:
        """The symbol and the title."""
        return f"{self.text.resolution.symbol} {self.text.resolution.masthead.title}".strip()

    @property
    def summary(self) -> str:
        """What changed, in a sentence."""
        if self.comparison:
            return sentence_plain(self.comparison)
        return "No earlier text of its series is held to compare it with."

    @property
    def date(self) -> str | None:
        """The day its text was last changed, in ISO form."""
        masthead = self.text.resolution.masthead
        return masthead.reissued or masthead.issued or masthead.adopted


def latest(corpus: Corpus, count: int) -> Iterator[Item]:
    """The texts adopted last, newest first, with what they changed; of one day first those that
    changed something of substance, last those that nothing can be compared with."""
    newest = sorted(
        corpus.texts,
        key=lambda text: (
            text.resolution.masthead.adopted or "",
            _told_of(corpus, text.resolution.symbol),
            text.resolution.symbol,
        ),
        reverse=True,
    )
    for text in newest[:count]:
        symbol = text.resolution.symbol
        comparison, series = (
            corpus.histories.comparison_of(symbol),
            corpus.histories.series_of(symbol),
        )
        if comparison and series:
            changes = list(that_matter(comparison))
            labels = {
                one: Labels(corpus.by_symbol[str(one)].resolution)
                for one in (comparison.earlier, comparison.later)
            }
            shown = (_told(one, comparison, series, labels) for one in changes[:MOST_CHANGES])
            more = max(len(changes) - MOST_CHANGES, 0)
            yield Item(text, series, comparison, tuple(shown), more)
        else:
            yield Item(text, series, None)


def _told_of(corpus: Corpus, symbol: Symbol) -> int:
    """How much there is to tell of a text: 2 changes of substance, 1 others, 0 nothing."""
    comparison = corpus.histories.comparison_of(symbol)
    if comparison is None:
        return 0
    parts = (part for change in comparison.changes for part in change.parts)
    return 1 + any(verdict_of(part) in SHOUTING for part in parts)


def that_matter(comparison: Comparison) -> Iterator[Change]:
    """Changes of substance, by what they are; of edits what tells most first, all else as it stands
    in the text."""
    for verdict in SHOUTING:
        found = [
            part
            for change in comparison.changes
            for part in change.parts
            if verdict_of(part) == verdict
        ]
        yield from sorted(found, key=weight_of_gist)


def _told(
    change: Change, comparison: Comparison, series: Series, labels: Mapping[Symbol, Labels]
) -> Told:
    symbol = comparison.later if change.after else comparison.earlier
    clause = (change.after or change.before)[0]
    address = f"{symbol.address}#{clause}"
    if not change.after:
        # What is gone has no place in the later text: its life says what became of it.
        address = f"{series_address(series.slug)}#{anchor_of(symbol, clause)}"
    return Told(
        verdict=verdict_of(change),
        label=labels[symbol].of(clause),
        address=address,
        why=plain(told(change)) or reason_words(change.reasons),
        runs=excerpt(change.returned or change.runs or table_lines(change.table)),
    )


def excerpt(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs without the middle of long stretches that both texts have."""
    last = len(runs) - 1
    return tuple(
        Run("=", _shortened(run.text, before=number > 0, after=number < last))
        if run.kind == "="
        else run
        for number, run in enumerate(runs)
    )


def _shortened(text: str, *, before: bool, after: bool) -> str:
    """A text with the words next to a change that stands before or after it."""
    pieces = text.split(" ")
    keep = AROUND * (before + after)
    if not keep or len(pieces) <= keep + AROUND:
        return text
    start = " ".join(pieces[:AROUND]) if before else ""
    end = " ".join(pieces[-AROUND:]) if after else ""
    return f"{start}{GAP}{end}" if before else f"{GAP}{end}".lstrip()


def latest_page(corpus: Corpus, feed: str | None) -> Content:
    """The page of the latest changes; `feed` is the address of the feed, if there is one."""
    links = PageLinks(ADDRESS)
    items = [
        {
            "item": item,
            "address": item.text.resolution.symbol.address,
            "slug": item.text.resolution.symbol.slug,
            "iso": item.text.resolution.masthead.adopted,
            "date": long_date(item.text.resolution.masthead.adopted),
            "series": item.series and series_address(item.series.slug),
            "changes": [(told, redline_html(told.runs)) for told in item.changes],
        }
        for item in latest(corpus, SHOWN)
    ]
    sessions = [
        {"address": session_address(session), "name": session_name(session)}
        for session in reversed(by_session(corpus.texts))
    ]
    more = len(corpus.texts) > SHOWN
    html = render("latest.html", items=items, sessions=sessions, more=more, feed=feed, to=links.to)
    description = "What the newest resolutions changed against the year before, clause by clause."
    return index_content(
        ADDRESS, "Latest changes", description, html, "changes", links, corpus.texts
    )


def plainly_marked(runs: Sequence[Run]) -> Markup:
    """Runs with `<ins>` and `<del>` alone, for readers that know no style of ours."""
    tags = {"=": Markup("{}"), "-": Markup("<del>{}</del> "), "+": Markup("<ins>{}</ins>")}
    return Markup("").join(tags[run.kind].format(words_html(run.text)) for run in runs)
