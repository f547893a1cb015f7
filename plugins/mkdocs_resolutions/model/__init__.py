"""The nouns of the house. Nothing here imports from a room above."""

from mkdocs_resolutions.model.anchor import Anchor, AnchorError, Node, Numbered, assign_anchors
from mkdocs_resolutions.model.origin import Origin
from mkdocs_resolutions.model.reference import Reference, ReferenceKind, Status
from mkdocs_resolutions.model.resolution import (
    Adoption,
    AgendaItem,
    Annex,
    Cell,
    Clause,
    ClauseKind,
    Footnote,
    Masthead,
    NoteMark,
    Printed,
    Provenance,
    Resolution,
    Source,
    Span,
    Sponsor,
    StateVote,
    Vote,
    walk,
)
from mkdocs_resolutions.model.series import Member, Series, SeriesEntry
from mkdocs_resolutions.model.symbol import Symbol, SymbolError, official_url

__all__ = [
    "Adoption",
    "AgendaItem",
    "Anchor",
    "AnchorError",
    "Annex",
    "Cell",
    "Clause",
    "ClauseKind",
    "Footnote",
    "Masthead",
    "Member",
    "Node",
    "NoteMark",
    "Numbered",
    "Origin",
    "Printed",
    "Provenance",
    "Reference",
    "ReferenceKind",
    "Resolution",
    "Series",
    "SeriesEntry",
    "Source",
    "Span",
    "Sponsor",
    "StateVote",
    "Status",
    "Symbol",
    "SymbolError",
    "Vote",
    "assign_anchors",
    "official_url",
    "walk",
]
