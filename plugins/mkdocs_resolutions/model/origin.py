"""Where in a raw file something stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a raw file: its path as given, and the line or page, counted from 1."""

    path: str
    line: int | None = None
    page: int | None = None

    @property
    def file(self) -> str:
        """`name:line`, for readers: where a builder has the file tells them nothing."""
        return f"{PurePath(self.path).name}:{self.line or 1}"

    def __str__(self) -> str:
        """`path:line`, as compilers print it; line 1 where none is known."""
        return f"{self.path}:{self.line or 1}"
