"""The title of a resolution in the lines that print it: behind its number, or behind the letter of
one that shares its number with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_resolutions.parsing.enacting import TITLE_NUMBER
from mkdocs_resolutions.parsing.fields import LETTER
from mkdocs_resolutions.parsing.named import LOOSE_NUMBER
from mkdocs_resolutions.reading import SUPERSCRIPTS

_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)


@dataclass(frozen=True, slots=True)
class Titles:
    """How a letter is known as that of the resolution.

    `letter` is that of its symbol, `alone` says that no other with its number stands in the same
    document, `early` that it was printed in a volume, where no large letter of the organ stands.
    """

    letter: str | None
    alone: bool
    early: bool

    def begins_own(self, line: str) -> bool:
        """Whether the letter of the resolution begins a line of its title.

        One that no symbol names stands alone there, above its own title; a lone I, V or X may
        number a section.
        """
        match = LETTER.match(line)
        if match is None or self.letter:
            return match is not None and match["letter"] == self.letter
        return self.alone and match["letter"] not in "IVX" and not line[match.end() :].strip()

    def own(self, pieces: Sequence[str]) -> int:
        """The place of the piece that its letter begins; behind all, if none."""
        places = (
            place
            for place, piece in enumerate(pieces)
            if place
            and self.begins_own(piece)
            and (
                self.letter
                or (self.early and place + 1 == len(pieces))
                or "".join(pieces[place + 1 : place + 2])[:1].isupper()
            )
        )
        return next(places, len(pieces))

    def title(self, pieces: Sequence[str]) -> str:
        """The title without its number; of a lettered resolution its own, behind its letter, or the
        common one where it has none. The mark of a footnote on the letter stands behind it."""
        own = " ".join(pieces[self.own(pieces) :])
        match = LETTER.match(own)
        title = own[match.end() :].strip() if match else ""
        mark = (match["mark"] if match else None) or ""
        if title.isdecimal() and len(title) < 4:
            title, mark = "", title  # A mark that a converter set apart.
        return f"{title or self.common(pieces)}{mark.strip('[]').translate(_RAISED)}"

    def common(self, pieces: Sequence[str]) -> str:
        """The title that stands behind the number, which lettered resolutions share."""
        title = " ".join(pieces[: self.own(pieces)])
        numbered = TITLE_NUMBER.match(title)
        return title[numbered.end() :] if numbered else LOOSE_NUMBER.sub("", title, count=1)
