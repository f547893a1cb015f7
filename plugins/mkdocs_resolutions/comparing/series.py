"""Which resolutions return under one subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_resolutions.comparing.succession import (
    by_adoption,
    fold,
    lasting_title,
    predecessors,
    recalled,
    recalled_by,
)
from mkdocs_resolutions.linking import Linked
from mkdocs_resolutions.model import (
    Member,
    Resolution,
    Series,
    SeriesEntry,
    Symbol,
)
from mkdocs_resolutions.parsing import english

LONGEST_DERIVED_SLUG = 60


def build_series(
    entries: Iterable[SeriesEntry],
    resolutions: Iterable[Resolution],
    linked: Mapping[str, Linked],
) -> tuple[Series, ...]:
    """The series of the held texts, in the order of their slugs.

    A resolution belongs to the entry that names it or has its title, letter case and punctuation
    apart; one that no entry claims belongs where the resolution belongs that it follows. Several
    that follow each other and that no entry claims are a series of their own, named by the first
    title without the year or the ordinal that tells it from the next. Members that only a list of
    recalled resolutions names are known but not held.
    """
    known = tuple(entries)
    by_symbol = {one.symbol: one for one in resolutions}
    ordered = by_adoption({symbol: one.masthead.adopted for symbol, one in by_symbol.items()})
    texts = [by_symbol[symbol] for symbol in ordered]
    before = predecessors(texts, linked)
    groups = _grouped(known, texts, before)
    names = {entry.slug: entry.name for entry in known}
    taken = set(names)
    made: list[Series] = []
    for slug, group in groups.items():
        derived = slug not in names
        if derived and len(group) < 2:
            continue
        name = lasting_title([one.masthead.title for one in group]) if derived else names[slug]
        own = _derived_slug(name, group[0].symbol, taken) if derived else slug
        taken.add(own)
        held = {str(one.symbol) for one in texts} - {str(one.symbol) for one in group}
        made.append(Series(own, name, _members(group, linked, before, held), derived))
    return tuple(sorted(made, key=lambda series: series.slug))


def _grouped(
    entries: Sequence[SeriesEntry], texts: Sequence[Resolution], before: Mapping[Symbol, Symbol]
) -> dict[str, list[Resolution]]:
    """Resolutions by the slug of their entry, or by the first symbol of those that no entry has."""
    by_title: dict[str, str] = {}
    by_symbol: dict[str, str] = {}
    for entry in entries:
        for title in entry.titles:
            by_title.setdefault(fold(title), entry.slug)
        for symbol in entry.members:
            by_symbol.setdefault(symbol, entry.slug)
    home: dict[Symbol, str] = {}
    groups: dict[str, list[Resolution]] = {}
    for text in texts:
        claimed = by_symbol.get(str(text.symbol)) or by_title.get(fold(text.masthead.title))
        home[text.symbol] = (
            claimed or home.get(before.get(text.symbol, text.symbol)) or str(text.symbol)
        )
        groups.setdefault(home[text.symbol], []).append(text)
    return groups


def _derived_slug(name: str, first: Symbol, taken: set[str]) -> str:
    """A slug from the name of a series; with its first symbol where another has that name."""
    said = re.findall(r"[a-z0-9]+", name.casefold())
    slug = ""
    for word in said:
        if len(slug) + len(word) >= LONGEST_DERIVED_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug if slug and slug not in taken else f"{slug}-{first.slug}".strip("-")


def _members(
    group: Sequence[Resolution],
    linked: Mapping[str, Linked],
    before: Mapping[Symbol, Symbol],
    elsewhere: set[str],
) -> tuple[Member, ...]:
    """The held members and those they recall, in the order of adoption. What is held and belongs
    `elsewhere` is recalled for another reason."""
    dates: dict[Symbol, str | None] = {}
    named: dict[Symbol, list[Symbol]] = {}
    for resolution in group:
        own = resolution.symbol
        for symbol, day in _recalled(resolution, linked[str(own)], before.get(own)):
            if str(symbol) not in elsewhere:
                dates.setdefault(symbol, day)
                named.setdefault(symbol, []).append(own)
    held = {resolution.symbol for resolution in group}
    dates.update({resolution.symbol: resolution.masthead.adopted for resolution in group})
    return tuple(
        Member(symbol, dates[symbol], symbol in held, tuple(sorted(named.get(symbol, ()))))
        for symbol in by_adoption(dates)
    )


def _recalled(
    resolution: Resolution, linked: Linked, before: Symbol | None
) -> Sequence[tuple[Symbol, str | None]]:
    """The resolutions that are recalled in a row with the one before; where it is not recalled,
    those of the first preambular paragraph that begins by recalling the organ's own."""
    for row in recalled(resolution, linked):
        if any(symbol == before for symbol, _ in row):
            return row
    for clause in resolution.preamble:
        if english.RECALLING.match(clause.text):
            return list(recalled_by(linked.of(clause.id)))
    return []
