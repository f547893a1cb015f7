"""What a clause does by its opening: whether another one is another act, or only an older one."""

from __future__ import annotations

import re
from itertools import islice

from mkdocs_resolutions.comparing.english import ALSO, SMALL_WORDS
from mkdocs_resolutions.comparing.words import words
from mkdocs_resolutions.model import Opening

_RESENTING = re.compile(r"concern|alarm|regret|condemn|deplor|dismay")
_LOOKING_BACK = re.compile(r"(?:recall|renew)(?:s|ing)\b|(?:reaffirm|reiterat)(?:es|s|ing) its\b")
_SAID_AGAIN = re.compile(
    r"(?i:reiterat|reaffirm|renew|repeat|recall)(?:es|s|ing) (?:its|the) ([a-z]+(?: [a-z]+)?)"
)
"""What is done again, by its noun: "reiterates its strong encouragement"."""
_SAME_ACTS = (
    re.compile(r"\A(?:not(?:es|ing)|tak(?:es|ing) note(?: of)?)\b"),
    re.compile(r"\Acall(?:s|ing)(?: for| upon| on)?\b"),
)
"""Openings that say the same in other words."""
_DEGREE = r"(?:[a-z]+ly )?"
_JOINT = (
    r"(?:[,;] (?:and |while |as well as )?|\b(?:and|while) )"
    r"(?:(?:also|further|again|once again|in th(?:is|at) (?:regard|context|respect|connection)"
    rf"|in (?:particular|addition)|to th(?:is|at) end|likewise|therefore|moreover),? )*{_DEGREE}"
)
"""What stands before an act that a clause goes on with: ", and in this regard strongly"."""


def is_another_act(opening: Opening, before: str, after: str) -> bool:
    """Whether a clause no longer does what it did, and does what it did not.

    It does no other thing where it still says further on what it began with, "Notes … , and urges"
    for "Urges", or does it again, "reiterates its invitation" for "Invites", or where it said
    further on already what it begins with now; but it does where both say of the same that they do
    it.
    """
    inside = before[len(opening.before) :], after[len(opening.after) :]
    of_what = [_of_what(text) for text in inside]
    if of_what[0] == of_what[1]:
        return True
    was, now = (_act(said) for said in (opening.before, opening.after))
    again = " ".join(_SAID_AGAIN.findall(after)).split()
    if any(word.startswith(_stem(was)) for word in again):
        return False
    return was == now or not any(_times(act, more) > _times(act, less)
                   for act, more, less in ((was, *inside[::-1]), (now, *inside)))  # fmt: skip


_KNOWN_BY = 3
"""Words behind an opening, small ones apart, by which what it is about is known."""


def _of_what(inside: str) -> list[str]:
    telling = (word for word in words(inside) if word not in SMALL_WORDS)
    return list(islice(telling, _KNOWN_BY))


def _act(opening: str) -> str:
    """An opening without its degree, and what follows its verb: "Strongly condemns", "condemns";
    of a carrier, which says nothing itself, all of it."""
    said = _alone(opening)
    if said[1:] and said[0].endswith("ly"):
        del said[0]
    end = next((at for at, word in enumerate(said) if at and word in ("with", "in")), len(said))
    return " ".join(said[:end])


def _alone(opening: str) -> list[str]:
    """The words of an opening but for what it says because of its neighbour, in small letters."""
    return [word for word in opening.casefold().split() if word not in ALSO]


def _times(act: str, inside: str) -> int:
    """How often a clause goes on with an act, in whatever form of its verb."""
    verb, _, rest = act.partition(" ")
    stem = _stem(act)
    forms = r"(?:ing|es|s)" if stem != verb and not verb.endswith("ed") else r"(?:ed)?"
    followed = rf" {re.escape(rest)}" if rest else ""
    return len(re.findall(rf"{_JOINT}{re.escape(stem)}{forms}{followed}\b", inside))


def _stem(act: str) -> str:
    return re.sub(r"(?:ing|es|s|ed|e)\Z", "", act.partition(" ")[0])


def only_ages(opening: Opening) -> bool:
    """Whether another opening says only that time has passed, what was welcomed is recalled, or the
    same in other words. What was resented and is only recalled has lost more."""
    before, after = (" ".join(_alone(said)) for said in (opening.before, opening.after))
    same = any(one.sub("", before) == one.sub("", after) for one in _SAME_ACTS)
    less = _RESENTING.search(before) and not _RESENTING.search(after)
    looks_back = _LOOKING_BACK.match(after) and not less
    return same or bool(looks_back)
