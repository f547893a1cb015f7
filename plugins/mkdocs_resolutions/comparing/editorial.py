"""The same words in other clothes: in what two wordings differ that are the same once folded."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Indel

from mkdocs_resolutions.comparing import english
from mkdocs_resolutions.comparing.words import one_sign, words


def _without(text: str, left_out: frozenset[str]) -> str:
    return " ".join(word for word in text.split() if word not in left_out)


_FOLDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("case", str.casefold),
    ("punctuation", lambda text: " ".join(re.findall(r"[\w’-]+", one_sign(text)))),
    ("hyphen", lambda text: " ".join(text.replace("-", " ").split())),
    ("article", lambda text: _without(text, english.ARTICLES)),
    ("also", lambda text: _without(text, english.ALSO)),
)
"""What is taken out of two wordings, step by step, to see whether they are the same words."""


def editorial(before: str, after: str) -> tuple[str, ...]:
    """Why two wordings are the same words, step by step; nothing where they are not."""
    folded, refolded = _folded(before), _folded(after)
    as_many = len(folded) == len(refolded)
    if "".join(folded) == "".join(refolded) or (as_many and sorted(folded) == sorted(refolded)):
        return _steps(before, after)
    return ()


def _folded(text: str) -> list[str]:
    """The words of a wording behind all folds."""
    said: Sequence[str] = (
        words(text)
        if text.isascii() and not _NO_WORDS_ALONE.search(text)
        else re.findall(r"[0-9]+(?:[.,][0-9]+)+|[\w’]+", one_sign(text.casefold()))
    )
    return [word for word in said if word not in _LEFT_OUT]


_NO_WORDS_ALONE = re.compile(r"[0-9_']")
"""Without one of these a text of ASCII folds to what its words are."""
_LEFT_OUT = english.ARTICLES | english.ALSO


def _steps(before: str, after: str) -> tuple[str, ...]:
    """Why two wordings are the same words that are."""
    reasons: list[str] = []
    as_hyphened = before.count("-") == after.count("-")
    for reason, fold in _FOLDS:
        folded, refolded = fold(before), fold(after)
        if (folded != before or refolded != after) and _nearer(before, after, folded, refolded):
            reasons.append(reason)
        before, after = folded, refolded
        if before == after:
            return tuple(reasons)
    same = sorted(before.split()) == sorted(after.split())
    reasons.append("order" if same else "spacing" if as_hyphened else "hyphen")
    return tuple(dict.fromkeys(reasons))


def _nearer(before: str, after: str, folded: str, refolded: str) -> bool:
    """Whether folding took some of the difference away."""
    return Indel.distance(folded.split(), refolded.split()) < Indel.distance(
        before.split(), after.split()
    ) or (folded == refolded)
