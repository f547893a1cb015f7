"""What is invented says so, on every page of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkdocs_resolutions.corpus import Corpus
from mkdocs_resolutions.publishing.content import Content, PageLinks, render


@dataclass(frozen=True, slots=True)
class Example:
    """Invented texts, and the address of the page that walks through them, None without one."""

    corpus: Corpus
    guide: str | None = None


def as_example(page: Content, guide: str | None) -> Content:
    """A page of an invented text: with a banner, unknown to search and to search engines.

    `guide` is the address of the page that walks through the example, None where there is none.
    """
    links = PageLinks(page.address)
    banner = render("example.html", guide=guide, to=links.to)
    return replace(
        page,
        title=f"{page.title} (invented)",
        description=f"An invented example. {page.description}",
        html=banner + page.html,
        links=(*links.made, *page.links),
        search=(),
        listed=False,
    )
