"""The names in two wordings of a clause: what begins with a capital, is cut short, has a figure."""

from __future__ import annotations

import re
from functools import cached_property

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.groups import Group
from mkdocs_resolutions.comparing.known import Known
from mkdocs_resolutions.comparing.words import one_sign

_CAPITAL = re.compile(r"[A-Z](?<!\w.)(?<![.;] .)[\w’-]*")  # by its letter it is found sooner
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b( [A-Z])?")
_WITHIN = {"in", "at", "of", "the", "and", "people"}
"""What stands in a name in small letters, or in front of it."""
_LONGEST = 16
"""Words that a short form leaves out at most."""


class Names:
    """The names in the texts before and after a change; `known` is what both resolutions say."""

    def __init__(self, before: str, after: str, known: Known | None) -> None:
        self.before, self.after, self.known = before, after, known

    @cached_property
    def capitals(self) -> frozenset[str]:
        """What begins with a capital, but for the first word of a sentence."""
        text = one_sign(f"{self.before} {self.after}")
        return frozenset(map(str.casefold, _CAPITAL.findall(text)))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that stand in names alone: the 2030 Agenda."""
        text = f"{self.before} {self.after}"
        named: set[str] = set()
        alone: set[str] = set()
        for found in _YEAR.finditer(text):
            is_named = found[1] and text.endswith("the ", 0, found.start())
            (named if is_named else alone).add(found[0][:4])
        return frozenset(named - alone)

    @cached_property
    def _folded(self) -> str:
        """Both texts in small letters."""
        return f"{self.before} {self.after}".casefold()

    def are_all_of(self, group: Group) -> bool:
        """Whether both sides of a stretch are names."""
        return bool(group.old and group.new) and all(
            piece.kind == "word" and (piece.value in _WITHIN or piece.value in self.capitals)
            for piece in (*group.old, *group.new)
        )

    def is_cut_short(self, group: Group) -> bool:
        """Whether a name lost, or got back, what a text says in full: "the Charter[ of the United
        Nations]", "the [Human Rights ]Council", "[coronavirus disease] (COVID-19)"."""
        if bool(group.old) == bool(group.new):
            return False
        gone = [piece.value for piece in group.old or group.new]
        if not 1 < len(gone) <= _LONGEST:
            return False
        head, tail = group.before[-1:], group.behind[:1]
        if head and head[0].value in self.capitals and gone[0] in english.NAME_JOINTS:
            return self._is_said_elsewhere([head[0].value, *gone])
        if not tail:
            return False
        whole = [*gone, tail[0].value]
        is_name = self.capitals.issuperset(whole) or f"({tail[0].value}" in self._folded
        return is_name and self._is_said_elsewhere(whole)

    def _is_said_elsewhere(self, name: list[str]) -> bool:
        """Whether the texts say a name more often than here."""
        return self.known is not None and self.known.count(name) > 1
