"""The commands that read texts: parse, check and diff."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import ChainMap
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from mkdocs_resolutions import diffing
from mkdocs_resolutions.comparing import compare_sources
from mkdocs_resolutions.corpus import (
    Corpus,
    collect_seldom,
    held_ids,
    link_reading,
    load,
    read_files,
    shown_path,
)
from mkdocs_resolutions.exits import FINDINGS, FINE, WRONG
from mkdocs_resolutions.notices import Notice
from mkdocs_resolutions.publishing import Screen, plain_text, resolution_record, to_json
from mkdocs_resolutions.reading import raw_files

SERIES_FILE = "series.yml"


def run(options: argparse.Namespace) -> int:
    """Run the command that the options name; returns its exit code."""
    collect_seldom()
    return {"parse": _parse, "check": _check, "diff": _diff}[options.command](options)


def _content(options: argparse.Namespace, given: Sequence[Path]) -> list[Path]:
    """The raw files of the content folder that are not among those given."""
    known = {os.path.realpath(file) for file in (*given, options.content / SERIES_FILE)}
    files = raw_files(_raw_folders(options.content))
    return [file for file in files if os.path.realpath(file) not in known]


def _raw_folders(content: Path) -> list[Path]:
    """The folders of raw files in a content folder; one without ours is taken as it is."""
    inner = [content / name for name in ("resolutions", "example")]
    return [folder for folder in inner if folder.is_dir()] or [content]


def _raw_below(path: Path, content: Path) -> list[Path]:
    """A file, or the raw files of a folder: what stands beside these in a content folder are the
    pages of the site and its settings."""
    if not path.is_dir():
        return [path]
    raw = [folder.resolve() for folder in _raw_folders(content)]
    return [
        file
        for file in raw_files(_raw_folders(path))
        if not file.resolve().is_relative_to(content.resolve())
        or (file.name != SERIES_FILE and any(map(file.resolve().is_relative_to, raw)))
    ]


def _say(message: str) -> None:
    print(message, file=sys.stderr)


# --- parse ---------------------------------------------------------------------------------------


def _parse(options: argparse.Namespace) -> int:
    """Print each file's resolution; a file that is none is one line on standard error."""
    if options.format == "akn":
        _say("resolutions parse --format akn: not yet.")
        return WRONG
    readings = read_files(options.files, Path.cwd())
    content = read_files(_content(options, options.files), Path.cwd())
    held = held_ids((*readings, *content))
    failed = False
    for reading in readings:
        if reading.parsed.resolution is None:
            failed = True
            _say(f"{reading.shown}: {reading.parsed.notices[-1].message.rstrip('.')}")
        for text in link_reading(reading, ChainMap(held_ids([reading]), held)):
            shown = plain_text(text.resolution) if options.format == "text" else (
                f"{to_json(resolution_record(text))}\n")  # fmt: skip
            sys.stdout.write(shown)
    return WRONG if failed else FINE


# --- check ---------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    """Print the notices of the paths given, by default of the content folder."""
    paths: list[Path] = options.paths or _raw_folders(options.content)
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        _say(f"{shown_path(path, Path.cwd())}: No such file or directory")
    there = [path for path in paths if path not in missing]
    files = [file for path in there for file in _raw_below(path, options.content)]
    series = options.content / SERIES_FILE
    corpus = load([*files, *_content(options, files)], series, root=Path.cwd())
    names = {shown_path(file, Path.cwd()) for file in files}
    if not options.paths or any(path.resolve() == options.content.resolve() for path in there):
        names.add(shown_path(series, Path.cwd()))
    notices = [notice for notice in corpus.notices if notice.origin.path in names]
    if options.compare_sources:
        notices += _differences(corpus, names)
    for notice in notices:
        print(notice)
    if missing or any(notice.rule in _UNREAD for notice in notices):
        return WRONG
    return FINDINGS if any(_counts(notice, options.strict) for notice in notices) else FINE


def _differences(corpus: Corpus, names: Collection[str]) -> Iterator[Notice]:
    """Where the files of one resolution disagree, one of them at least being among those named."""
    for text in corpus.texts:
        for other in text.others:
            if text.resolution.source.path in names or other.source.path in names:
                yield from compare_sources(text.resolution, other)


_UNREAD = ("file-unreadable", "program-failed")


def _counts(notice: Notice, strict: bool) -> bool:
    """Whether a notice is a finding. A difference between sources is said to who asks for it."""
    asked = notice.rule == "sources-differ"
    return notice.severity == "error" or asked or (strict and notice.severity == "warning")


# --- diff ----------------------------------------------------------------------------------------


def _diff(options: argparse.Namespace) -> int:
    """Print what changed from one resolution to another; to differ is no failure."""
    try:
        content, series = _content(options, ()), options.content / SERIES_FILE
        remark, lines = diffing.diff(options, content, series, _screen())
    except diffing.Wrong as wrong:
        _say(str(wrong))
        return WRONG
    if remark:
        _say(remark)
    for line in lines:
        print(line)
    return FINE


def _screen() -> Screen:
    """The terminal we print to: no colours where it is none, or where NO_COLOR is set."""
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    colour = terminal and not os.environ.get("NO_COLOR")
    return Screen(shutil.get_terminal_size((80, 24)).columns, colour)
