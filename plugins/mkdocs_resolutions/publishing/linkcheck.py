"""The second judge: every internal link of the built site, against every address it has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
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


def check_links(site: Path, address: str = "/") -> tuple[Notice, ...]:
    """Check every link of every page in a built site, theme and static pages included.

    `address` is that of the site, ending in a slash, or the path below which it is served: links
    that begin with it are the site's own, as are those told from the page they stand on. Each must
    lead to a file of the site, and its fragment to an id of that page.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _read(site, name) for name in sorted(files) if name.endswith(".html")}
    return tuple(
        notice for page in pages.values() for notice in _broken(page, pages, files, address)
    )


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
        if link is not None:
            yield str(link)


def _broken(
    page: _Page, pages: dict[str, _Page], files: set[str], address: str
) -> Iterator[Notice]:
    for link, line in page.links:
        problem = _problem(f"{address}{page.address}", link, pages, files, address)
        if problem:
            message = f"The link “{link}” {problem}."
            yield Notice("link-broken", message, Origin(page.address, line))


def _problem(
    page: str, link: str, pages: dict[str, _Page], files: set[str], address: str
) -> str | None:
    """What is wrong with a link of a page, None where nothing is or the link is not ours."""
    try:
        own, target = urlsplit(address), urlsplit(urljoin(page, link))
    except ValueError:
        return "is no address"
    path = unquote(target.path)
    if (target.scheme, target.netloc) != (own.scheme, own.netloc):
        return None
    if not path.startswith(own.path):
        # Others may live on our host, but nothing told from a page of ours should lead to them.
        return None if urlsplit(link).netloc else "leaves the site"
    name = path.removeprefix(own.path)
    name = posixpath.join(name, "index.html") if path.endswith("/") else name
    if name not in files:
        return "leads to no page"
    fragment = unquote(target.fragment)
    if fragment and name in pages and fragment not in pages[name].ids:
        return "leads to no anchor of its page"
    return None
