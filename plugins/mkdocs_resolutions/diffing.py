"""The command `diff`: two resolutions clause by clause, for people or for programs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs_resolutions.comparing import compare
from mkdocs_resolutions.corpus import Corpus, load, read_files, shown_path
from mkdocs_resolutions.model import Resolution, Symbol, SymbolError
from mkdocs_resolutions.notices import printable
from mkdocs_resolutions.publishing import Screen, comparison_lines, comparison_record, to_json


class Wrong(Exception):
    """What was asked for cannot be compared; the message says why."""


def diff(
    options: argparse.Namespace, content: Sequence[Path], series: Path, screen: Screen
) -> tuple[str, Iterator[str]]:
    """A remark for who asks, empty where there is none, and the lines that compare two
    resolutions, in the format asked for; raises Wrong.

    The held texts from before them in their series are looked through for clauses that came back.
    """
    corpus = load(content, series, root=Path.cwd())
    earlier, later = (_resolution(given, corpus) for given in (options.earlier, options.later))
    comparison = compare(earlier, later, _older(earlier, corpus))
    remark = _remark(earlier, later)
    if options.format == "json":
        return remark, iter([to_json(comparison_record(comparison))])
    return remark, comparison_lines(comparison, earlier, later, screen, everything=options.all)


def _remark(earlier: Resolution, later: Resolution) -> str:
    """That a comparison goes backwards: the text named as the later one was adopted before."""
    days = earlier.masthead.adopted, later.masthead.adopted
    if not days[0] or not days[1] or days[0] <= days[1]:
        return ""
    return f"Compared backwards: {later.symbol} was adopted before {earlier.symbol}."


def _resolution(given: str, corpus: Corpus) -> Resolution:
    """The resolution of a file, or of a symbol in its full or short form (`77/79`)."""
    if os.path.lexists(given):
        return _read(Path(given))
    try:
        symbol = Symbol.parse(given) if "/RES/" in given else Symbol.resolution(given)
    except SymbolError:
        raise Wrong(f"{printable(given)}: No such file, and no symbol of a resolution") from None
    if str(symbol) not in corpus.by_symbol:
        raise Wrong(f"{symbol} is not held; name its file, or the folder with --content.")
    return corpus.by_symbol[str(symbol)].resolution


def _older(resolution: Resolution, corpus: Corpus) -> list[Resolution]:
    """The held texts from before a resolution in its series, oldest first."""
    history = corpus.histories.history_of(resolution.symbol)
    held = history.held[: history.held.index(resolution.symbol)] if history else ()
    return [corpus.by_symbol[str(symbol)].resolution for symbol in held]


def _read(file: Path) -> Resolution:
    readings = read_files([file], Path.cwd())
    found = [one.parsed.resolution for one in readings if one.parsed.resolution]
    shown = shown_path(file, Path.cwd())
    if not found:
        raise Wrong(f"{shown}: {readings[-1].parsed.notices[-1].message.rstrip('.')}")
    if len(found) > 1:
        symbols = ", ".join(str(one.symbol) for one in found)
        raise Wrong(f"{shown}: It holds several resolutions; name one of {symbols}")
    return found[0]
