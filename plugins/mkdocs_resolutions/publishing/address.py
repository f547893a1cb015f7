"""Addresses of the site, told relative to a page so that they work below any folder."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from mkdocs_resolutions.model import Symbol


def relative(target: str, page: str) -> str:
    """The link from one page to another; both are folders below the site's root, ending in `/`
    (the root itself is empty), the target with a fragment or a file name if there is one.

    >>> relative("A/RES/77/79/#op8", "series/cluster-munitions/")
    '../../A/RES/77/79/#op8'
    """
    path, hash_, fragment = target.partition("#")
    folder = page.rstrip("/") or "."
    link = posixpath.relpath(path or ".", folder)
    if path.endswith("/") or not path:
        link = f"{link}/"
    if link.startswith("./") and len(link) > 2:
        link = link[2:]
    return quote(link, safe="/().-_~") + hash_ + quote(fragment, safe="-_.:")


def session_address(session: str) -> str:
    """The folder of a session's index."""
    return f"sessions/{session}/"


def series_address(slug: str) -> str:
    """The folder of a series."""
    return f"series/{slug}/"


def short_address(symbol: Symbol) -> str:
    """The short form that leads to a resolution: `77/79/`."""
    return f"{symbol.short}/"
