"""The second judge: every internal link of the built site, against every address it has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from mkdocs_resolutions.model import Origin
from mkdocs_resolutions.notices import Notice

_ATTRIBUTES = ("href", "src")


@dataclass(frozen=True, slots=True)
class _Page:
    """A built page: its address below the root, its ids, its links with their lines."""

    address: str
    ids: frozenset[str]
    links: tuple[tuple[str, int], ...]


def check_links(site: Path, base: str = "/") -> tuple[Notice, ...]:
    """Check every link of every page in a built site, theme and static pages included.

    `base` is the path below which the site is served, for the error page, whose links are
    absolute. A link must lead to a file of the site, and its fragment to an id of that page.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _read(site, name) for name in sorted(files) if name.endswith(".html")}
    return tuple(notice for page in pages.values() for notice in _broken(page, pages, files, base))


def _read(site: Path, name: str) -> _Page:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    content = (site / name).read_bytes()
    tree = html.document_fromstring(content, parser) if content.strip() else html.Element("html")
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    links = tuple(
        (link, element.sourceline or 1) for element in elements for link in _links_of(element)
    )
    names = (element.get("id") or element.get("name") for element in elements)
    return _Page(name, frozenset(filter(None, names)), links)


def _links_of(element: etree._Element) -> Iterator[str]:
    for attribute in _ATTRIBUTES:
        link = element.get(attribute)
        if link is not None and not (element.tag == "link" and element.get("rel") == "canonical"):
            yield str(link)


def _broken(page: _Page, pages: dict[str, _Page], files: set[str], base: str) -> Iterator[Notice]:
    for link, line in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or link.startswith("javascript:"):
            continue
        problem = _problem(page.address, link, pages, files, base)
        if problem:
            message = f"The link “{link}” {problem}."
            yield Notice("link-broken", message, Origin(page.address, line))


def _problem(
    address: str, link: str, pages: dict[str, _Page], files: Iterable[str], base: str
) -> str | None:
    """What is wrong with an internal link, None where nothing is."""
    target = urlsplit(urljoin(f"{base}{address}", link))
    path = unquote(target.path)
    if not path.startswith(base):
        return "leaves the site"
    name = posixpath.join(path.removeprefix(base), "index.html") if path.endswith("/") else (
        path.removeprefix(base))  # fmt: skip
    if name not in files:
        return "leads to no page"
    fragment = unquote(target.fragment)
    if fragment and name in pages and fragment not in pages[name].ids:
        return "leads to no anchor of its page"
    return None
