"""What the members of a series share: the documents that most of them cite, year by year."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_resolutions.corpus import Text
from mkdocs_resolutions.model import Series
from mkdocs_resolutions.publishing.content import PageLinks
from mkdocs_resolutions.publishing.documents import Cited, counts, documents_cited
from mkdocs_resolutions.publishing.network import LONGEST, label_and_name, shortened

SHOWN = 25
"""Documents in the picture: those that most members cite."""
COLUMNS = 24
"""Members in the picture: the newest."""
FEWEST = 2
"""Members that cite a document at least, for it to be shared."""

ROW = 40
"""Height of a row: its name stands above its dots, so that both fit a narrow window."""
COLUMN = 24
"""Width of a column, in pixels."""
_HEAD = 48
"""Height of the years, which stand upright."""
_FIT = 12
"""Columns that fit a window of 320 pixels: the picture of more is as wide as all can be."""
_BRIEF = 34
"""Characters of a label in a narrow window."""
_ROOM = 12
"""Characters of a name that stand behind a label, however long this is."""
_OFTEN = 3
"""References from which on a dot is larger."""


@dataclass(frozen=True, slots=True)
class SharedDocument:
    """A document and in how many places each member cites it, the oldest member first."""

    cited: Cited
    places: tuple[int, ...]

    @property
    def members(self) -> int:
        """The members that cite it."""
        return sum(count > 0 for count in self.places)

    @property
    def order(self) -> tuple[int, int, str]:
        """Those of most members first, of equals those that are cited most often."""
        return -self.members, -sum(self.places), self.cited.symbol


def shared_documents(
    texts: Sequence[Text], own: Container[str], documents: Mapping[str, Cited]
) -> tuple[SharedDocument, ...]:
    """The documents that several of some texts cite, the most shared first; not those whose symbol
    is their `own`: the members of a series recall each other."""
    cited = [documents_cited(text) for text in texts]
    names = {
        name
        for text, one in zip(texts, cited, strict=True)
        for name in one
        if name not in own and counts(name, text)
    }
    found = (SharedDocument(documents[name], tuple(one[name] for one in cited)) for name in names)
    return tuple(sorted((one for one in found if one.members >= FEWEST), key=lambda one: one.order))


def shared_view(
    series: Series, texts: Sequence[Text], documents: Mapping[str, Cited], links: PageLinks
) -> dict[str, Any] | None:
    """What the template of the picture shows; None where the texts share nothing.

    `texts` are the held members of the series in the order of their adoption.
    """
    shown = texts[-COLUMNS:]
    own = {str(member.symbol) for member in series.members}
    shared = shared_documents(shown, own, documents)
    if not shared:
        return None
    return {
        "columns": list(_columns(shown, links)),
        "rows": [_row(number, one, shown, links) for number, one in enumerate(shared[:SHOWN])],
        "members": len(shown),
        "older": len(texts) - len(shown),
        "count": len(shared),
        "head": _HEAD,
        "row": ROW,
        "column": COLUMN,
        "is_wide": len(shown) > _FIT,
        "height": _HEAD + ROW * min(len(shared), SHOWN),
    }


def _columns(texts: Sequence[Text], links: PageLinks) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(texts):
        symbol = text.resolution.symbol
        yield {
            "x": COLUMN * number + COLUMN // 2,
            "name": symbol.spoken,
            "year": _year(text),
            "href": links.to(symbol.address),
        }


def _year(text: Text) -> str:
    """The year of a member, by which its column is known; its number where the year is not."""
    return (text.resolution.masthead.adopted or "")[:4] or text.resolution.symbol.spoken


def _row(
    number: int, one: SharedDocument, texts: Sequence[Text], links: PageLinks
) -> dict[str, Any]:
    cited, y = one.cited, _HEAD + ROW * number
    label, name = label_and_name(cited)
    dots = [
        {"x": COLUMN * place + COLUMN // 2, "count": count, "is_often": count >= _OFTEN}
        for place, count in enumerate(one.places)
    ]
    return {
        "one": one,
        "y": y,
        "middle": y + ROW * 3 // 4,
        "title": label,
        "label": shortened(label, LONGEST),
        "brief": shortened(label, _BRIEF),
        "name": name,
        "rest": shortened(name, max(LONGEST - len(label), _ROOM)),
        "href": links.to(cited.held.address) if cited.held else cited.url,
        "dots": dots,
        "years": ", ".join(
            _year(text) for text, count in zip(texts, one.places, strict=True) if count
        ),
    }
