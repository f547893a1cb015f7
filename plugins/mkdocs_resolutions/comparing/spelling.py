"""The same words in other letters: another spelling, a slip of the pen, another name of a State."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from mkdocs_resolutions.model.states import begins_state, state_code
from mkdocs_resolutions.parsing.english import common_words

_SLIP = 2
"""Letters that one wrong letter takes away and adds."""
_OTHERWISE = re.compile(r"(?<=[a-z]{3})is(?=(?:ations?|e[ds]?|ing|ers?)$)")


def are_spelled_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether words, in small letters, are the same but for how they are spelled, or a State by two
    of its names: "organisation" and "organization", "Turkey" and "Türkiye"."""
    if not old or not new:
        return False
    if "".join(map(_as_in_oxford, old)) == "".join(map(_as_in_oxford, new)):
        return True
    if not (begins_state(old[0]) and begins_state(new[0])):
        return False
    code = state_code(" ".join(old))
    return code is not None and code == state_code(" ".join(new))


def _as_in_oxford(word: str) -> str:
    """A word as the United Nations spell it: "organization"."""
    return _OTHERWISE.sub("iz", word)


def slip(one: str, other: str) -> str:
    """That of two words which is the other one with a letter too many, missing or wrong, and none
    that the language has; empty where there is none. Another beginning makes another word: "mis" is
    not "dis".

    >>> slip("kepers", "keepers"), slip("light", "lights")
    ('kepers', '')
    """
    if one[:2] != other[:2] or Indel.distance(one, other) > _SLIP:
        return ""
    wrong = [word for word in (one, other) if word not in common_words()]
    return wrong[0] if len(wrong) == 1 and wrong[0].isalpha() else ""
