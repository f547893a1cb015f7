"""A series: the resolutions that return under one subject."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_resolutions.model.symbol import Symbol


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """What `content/series.yml` says of a series: its permanent slug and name, the titles of its
    members, and the symbols of members whatever their title."""

    slug: str
    name: str
    titles: tuple[str, ...]
    members: tuple[str, ...] = ()
    line: int = 1
    """Where in the file it stands."""


@dataclass(frozen=True, slots=True)
class Member:
    """A resolution of a series; `held` says whether its text is in the content folder.

    `date` is the day of adoption in ISO form where the held texts say it, `recalled_by` the held
    members that recall it, oldest first.
    """

    symbol: Symbol
    date: str | None
    held: bool
    recalled_by: tuple[Symbol, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A series and its known members in the order of adoption.

    One that no entry names is `derived` from what follows what: its slug and name come from the
    title of the first member, without a year or an ordinal that others do not share, and may change
    when another one is added.
    """

    slug: str
    name: str
    members: tuple[Member, ...]
    derived: bool = False
