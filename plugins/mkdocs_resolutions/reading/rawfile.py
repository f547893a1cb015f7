"""Raw files on a disk: which there are, and their bytes, without a trap among them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from mkdocs_resolutions.reading.manuscript import Unreadable

LARGEST_FILE = 5_000_000
"""Bytes. The largest official file of sessions 75 to 80 has two million."""

_NO_RAW_FILES = ("readme", "readme.md")


def raw_files(folders: Iterable[Path]) -> list[Path]:
    """The raw files below some folders, in the order of their paths; hidden files are none.

    Links to folders are not followed. They, and folders that cannot be opened, stand among the
    files: who reads them learns why nothing is read.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(_below(folder)):
            found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def _below(folder: Path) -> list[Path]:
    closed: list[OSError] = []
    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # Unlike that of Path, this never raises.
        links = [name for name in folders if os.path.islink(Path(parent, name))]  # noqa: PTH114
        found += (
            Path(parent, name)
            for name in (*files, *links)
            if not name.startswith(".") and name.lower() not in _NO_RAW_FILES
        )
    return [*found, *(Path(error.filename) for error in closed)]


def raw_bytes(file: Path) -> bytes:
    """The bytes of a raw file; never waits for a pipe or a device.

    A link may lead to a file of its own folder or below. Raises Unreadable, and OSError as opening
    a file does.
    """
    status = file.stat()
    if stat.S_ISDIR(status.st_mode):
        if file.is_symlink():
            raise Unreadable("it is a link to a folder, and such links are not followed")
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("it is no ordinary file")
    if file.is_symlink() and not file.resolve().is_relative_to(file.parent.resolve()):
        raise Unreadable("it is a link that leads out of its folder")
    with file.open("rb") as stream:
        data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Unreadable(f"it is larger than {LARGEST_FILE:,} bytes")
    return data
