"""Repairs of Material's frame where it offers no partial to override: a hook of MkDocs.

Each is a piece of the stock templates and what stands there instead; `tests/test_frame.py` fails
when an upgrade of Material no longer has the piece.
"""

from __future__ import annotations

from typing import Any

REPAIRS = {
    # Not allowed on a checkbox; assets/frame.js does what it was there for.
    'id="__drawer" autocomplete="off"': 'id="__drawer"',
    'id="__search" autocomplete="off"': 'id="__search"',
    # The label of a section that stands open has no place in the order of focus.
    '_label" tabindex=""': '_label"',
}


def repaired(html: str) -> str:
    """A page with the repairs."""
    for stock, ours in REPAIRS.items():
        html = html.replace(stock, ours)
    return html


def on_post_page(output: str, **_: Any) -> str:
    """Repair a page."""
    return repaired(output)


def on_post_template(output_content: str, **_: Any) -> str:
    """Repair the error page."""
    return repaired(output_content)
