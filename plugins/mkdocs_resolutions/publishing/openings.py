"""Where two opening phrases differ, in words that can be quoted."""

from __future__ import annotations

from mkdocs_resolutions.model import Opening
from mkdocs_resolutions.publishing.quoting import LEADING, shared

_AGAIN = frozenset(("also", "further", "again"))
"""What an opening says because its neighbour opens with the same verb."""


def differing(opening: Opening) -> tuple[str, str]:
    """Where two openings differ, with the noun that both end with.

    >>> differing(Opening("Expresses strong concern", "Expresses grave concern"))
    ('strong concern', 'grave concern')
    >>> differing(Opening("Notes with appreciation", "Recalls with appreciation"))
    ('Notes', 'Recalls')
    >>> differing(Opening("Deeply concerned", "Concerned also"))
    ('Deeply concerned', 'Concerned')
    >>> differing(Opening("Calls for", "Calls upon"))
    ('Calls for', 'Calls upon')
    """
    before, after = (_without_again(said.split()) for said in (opening.before, opening.after))
    start, end = shared(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if not old or not new or LEADING.issuperset((*old, *new)):
        return " ".join(before), " ".join(after)
    tail = after[len(after) - end :]
    if tail[:1] and tail[0] not in LEADING:
        old, new = [*old, *tail], [*new, *tail]
    return " ".join(old), " ".join(new)


def _without_again(words: list[str]) -> list[str]:
    """An opening without what only its neighbour asks for: "Recalling also", "Also recalls"."""
    if words[1:] and words[0].casefold() in _AGAIN:
        first = words[1].capitalize() if words[0][0].isupper() else words[1]
        words = [first, *words[2:]]
    return words[:-1] if words[1:] and words[-1] in _AGAIN else words
