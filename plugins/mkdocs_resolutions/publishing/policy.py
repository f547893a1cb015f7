"""The content security policy of a page."""

from __future__ import annotations

import html
import re

_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)


def with_policy(page: str, policy: str) -> str:
    """A page that carries a policy, before anything that the policy should judge."""
    content = html.escape(policy, quote=False).replace('"', "&quot;")
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{content}">'
    return _HEAD.sub(lambda head: f"{head[0]}{meta}", page, count=1) if policy else page
