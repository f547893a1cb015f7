"""The feed of the site: the newest resolutions and what they changed, as Atom (RFC 4287)."""

from __future__ import annotations

from mkdocs_resolutions.corpus import Corpus
from mkdocs_resolutions.publishing.content import render
from mkdocs_resolutions.publishing.latest import ADDRESS, Item, latest, plainly_marked

FEED = "feed.xml"
ENTRIES = 40
"""Resolutions in the feed."""
_NEVER = "1970-01-01"


def feed_xml(corpus: Corpus, canonical: str, name: str) -> str:
    """The feed of a site of some name at an address that ends in a slash.

    Its dates are those of the documents, its ids the permanent addresses: two builds of the same
    texts give the same bytes. A text without any date is left out.
    """
    items = [item for item in latest(corpus, ENTRIES) if item.date]
    return render(
        "feed.xml",
        canonical=canonical,
        feed=FEED,
        changes=ADDRESS,
        name=name,
        updated=_moment(max((item.date for item in items if item.date), default=_NEVER)),
        entries=[
            {
                "title": item.title,
                "address": f"{canonical}{item.text.resolution.symbol.address}",
                "updated": _moment(item.date or _NEVER),
                "published": _moment(item.text.resolution.masthead.adopted or item.date or _NEVER),
                "summary": item.summary,
                "content": _content(item, canonical),
            }
            for item in items
        ],
    )


def _content(item: Item, canonical: str) -> str:
    """What an entry says, as HTML: the sentence, then the changes that matter most."""
    changes = [(told, plainly_marked(told.runs)) for told in item.changes]
    return render("feed_entry.html", item=item, changes=changes, canonical=canonical)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
