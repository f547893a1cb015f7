"""Dates as documents print them."""

from __future__ import annotations

import re
from datetime import date

from mkdocs_resolutions.parsing import english


def iso_date(match: re.Match[str]) -> str | None:
    """The ISO form of a date found by `english.DATE`; None for a day no month has."""
    month = english.MONTHS.index(match["month"]) + 1
    try:
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return None
