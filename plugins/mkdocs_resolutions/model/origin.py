"""Where in a raw file something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a raw file: its path as given, and the line or page, counted from 1."""

    path: str
    line: int | None = None
    page: int | None = None

    def __str__(self) -> str:
        """`path:line`, as compilers print it; line 1 where none is known."""
        return f"{self.path}:{self.line or 1}"
