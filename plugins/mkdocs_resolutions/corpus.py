"""The corridor: every raw file through the rooms, in order, into one Corpus."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_resolutions.comparing import Histories, beside, build_series, claims, read_series
from mkdocs_resolutions.linking import Citers, Held, Linked, find_citers, link, unlike_others
from mkdocs_resolutions.model import (
    Origin,
    Resolution,
    Series,
    SeriesEntry,
    Source,
    Symbol,
)
from mkdocs_resolutions.model.anchor import mark_id
from mkdocs_resolutions.notices import Notice, limited, printable, quoted
from mkdocs_resolutions.parsing import Furniture, Parsed, parse, part_documents, part_resolutions
from mkdocs_resolutions.reading import Unreadable, raw_bytes, read

OFFICIAL_SITE = "https://docs.un.org/en/"


FORMATS = ("akn", "html", "text")
"""What counts when a resolution is held in several formats, the best first: XML says its structure
itself, HTML at least its styles, a text has to be understood."""


@dataclass(frozen=True, slots=True)
class Text:
    """A held text: the resolution, the file it came from, and what the rooms said of it."""

    resolution: Resolution
    file: Path
    furniture: tuple[Furniture, ...]
    notices: tuple[Notice, ...]
    linked: Linked
    others: tuple[Resolution, ...] = ()
    """What the other files held of it say, those of the better formats first."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All files held of it, one of each format; the first is the one it was read from."""
        found = (one.source for one in (self.resolution, *self.others))
        return tuple({one.format: one for one in reversed([*found])}.values())[::-1]

    @property
    def name(self) -> str:
        """The name of its file, as it can be shown."""
        return printable(self.file.name)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All held texts in the order of their symbols, the series, and the notices of all files.

    What one text needs of the others comes from an index, made once by `of`.
    """

    texts: tuple[Text, ...]
    series: tuple[Series, ...]
    notices: tuple[Notice, ...]
    by_symbol: Mapping[str, Text]
    places: Mapping[str, int]
    """Where a text stands among all, by its symbol."""
    histories: Histories
    """Every series through its held texts."""
    citers: Citers
    """Who cites each document, and each place of a held text."""

    @classmethod
    def of(
        cls, texts: Iterable[Text], series: tuple[Series, ...], notices: tuple[Notice, ...]
    ) -> Corpus:
        """A corpus with its indexes."""
        ordered = tuple(sorted(texts, key=lambda text: text.resolution.symbol))
        symbols = [str(text.resolution.symbol) for text in ordered]
        by_symbol = dict(zip(symbols, ordered, strict=True))
        return cls(
            ordered,
            series,
            notices,
            by_symbol,
            {symbol: place for place, symbol in enumerate(symbols)},
            Histories.of(series, {str(one.resolution.symbol): one.resolution for one in ordered}),
            find_citers((text.resolution, text.linked) for text in ordered),
        )

    def beside_in_session(self, symbol: Symbol) -> tuple[Symbol | None, Symbol | None]:
        """The held resolutions before and after one in its session, whose texts stand together."""
        before, after = (
            text.resolution.symbol if text else None
            for text in beside(self.texts, self.places[str(symbol)])
        )
        return (
            before if before and before.session == symbol.session else None,
            after if after and after.session == symbol.session else None,
        )


def collect_seldom() -> None:
    """Have the interpreter look seldom for values that hold each other and are held by nothing.

    What is made of raw files stays until all is built, and none of it holds itself: to look through
    it again and again took a tenth of the time of a build and found next to nothing.
    """
    gc.set_threshold(10_000, 20, 50)


@dataclass(frozen=True, slots=True)
class Reading:
    """A raw file and what the parser made of it."""

    file: Path
    shown: str
    parsed: Parsed


def parse_file(file: Path, shown: str | None = None) -> tuple[Parsed, ...]:
    """Read and parse one raw file; `shown` is the path that notices name.

    A composite file gives several, and so does one of several documents. Raises Unreadable and
    OSError for what is no text.
    """
    data = raw_bytes(file)
    return tuple(
        parse(part)
        for whole in read(data, shown or file.as_posix())
        for document in part_documents(whole, data)
        for part in part_resolutions(document)
    )


def read_files(
    files: Iterable[Path], root: Path | None = None, *, elsewhere: bool = False
) -> tuple[Reading, ...]:
    """Read raw files; what cannot be read is a notice, and so is a defect of the program.

    `root` is the folder that the paths in notices are told from.
    """
    named = ((file, shown_path(file, root, elsewhere=elsewhere)) for file in files)
    return tuple(one for file, shown in named for one in _read_file(file, shown))


def _read_file(file: Path, shown: str) -> Iterator[Reading]:
    line = 1
    try:
        several = parse_file(file, shown)
    except Unreadable as error:
        rule, reason, line = "file-unreadable", str(error), error.line
    except OSError as error:
        rule, reason = "file-unreadable", error.strerror or "it cannot be opened"
    except Exception as error:
        # One file must not take the site with it.
        rule, reason = "program-failed", f"{type(error).__name__}: {error}"
    else:
        named = tuple(_name_notices(file, shown))
        for parsed in several:
            yield Reading(file, shown, replace(parsed, notices=limited((*named, *parsed.notices))))
            named = ()
        return
    notice = Notice(rule, f"{reason[:1].upper()}{printable(reason[1:200])}.", Origin(shown, line))
    yield Reading(file, shown, Parsed(None, (), (notice,)))


def _name_notices(file: Path, shown: str) -> Iterator[Notice]:
    if not file.name.isprintable() or set(file.name) & set("<>{}"):
        yield Notice("file-name", f"The name is {quoted(file.name)}.", Origin(shown, 1))


def load(
    files: Sequence[Path],
    series_file: Path | None = None,
    official: str = OFFICIAL_SITE,
    root: Path | None = None,
    *,
    elsewhere: bool = False,
) -> Corpus:
    """Take raw files through every room.

    A file that cannot be read, or a second one of the same symbol and format, becomes a notice;
    the others stay. Of several formats the best counts. `elsewhere` says that the paths of files
    that do not lie below the root are told from it too: no machine's own stand in what is made.
    """
    texts, notices = _link_readings(read_files(files, root, elsewhere=elsewhere), official)
    entries, problems = _entries(series_file, root, texts)
    return _corpus(texts, (*notices, *problems), entries, series_file, root)


def load_parted(
    files: Sequence[Path],
    series_file: Path | None = None,
    official: str = OFFICIAL_SITE,
    root: Path | None = None,
) -> tuple[Corpus, Corpus]:
    """Take the raw files of a site through every room: what is real, and what is of an example.

    The symbol decides, wherever a file lies; neither stands in a list of the other. The notices of
    all files are those of the first.
    """
    texts, notices = _link_readings(read_files(files, root, elsewhere=True), official)
    entries, problems = _entries(series_file, root, texts)
    real = [text for text in texts if not text.resolution.symbol.is_invented]
    invented = [text for text in texts if text.resolution.symbol.is_invented]
    return (
        _corpus(real, (*notices, *problems), entries, series_file, root),
        _corpus(invented, (), entries, series_file, root),
    )


def _corpus(
    texts: Sequence[Text],
    notices: Iterable[Notice],
    entries: Iterable[SeriesEntry],
    series_file: Path | None,
    root: Path | None,
) -> Corpus:
    """Texts with their series, the notices on these behind those given."""
    linked = {str(text.resolution.symbol): text.linked for text in texts}
    series = build_series(entries, (text.resolution for text in texts), linked)
    return Corpus.of(texts, series, (*notices, *limited(_derived(series, series_file, root))))


def _link_readings(
    readings: Sequence[Reading], official: str
) -> tuple[tuple[Text, ...], tuple[Notice, ...]]:
    """The texts of readings with what they cite, and the notices of all files."""
    notices = [notice for reading in readings for notice in reading.parsed.notices]
    held = dict[str, list[Reading]]()
    firsts = dict[tuple[str, str], Reading]()
    for reading in readings:
        resolution = reading.parsed.resolution
        if resolution is None:
            continue
        symbol = str(resolution.symbol)
        held.setdefault(symbol, []).append(reading)
        first = firsts.setdefault((symbol, resolution.source.format), reading)
        if first is not reading:
            message = f"{resolution.symbol} is already read from {first.shown}."
            notices.append(Notice("symbol-twice", message, Origin(reading.shown, 1)))
    several = [sorted(readings, key=_rank) for readings in held.values()]
    ids = held_ids(best[0] for best in several)
    texts = tuple(
        replace(text, others=tuple(_resolutions(best[1:])))
        for best in several
        for text in link_reading(best[0], ids, official)
    )
    notices += [notice for text in texts for notice in text.linked.notices]
    unlike = unlike_others((text.resolution, text.linked) for text in texts)
    return texts, (*notices, *limited(unlike))


def _derived(
    series: Iterable[Series], series_file: Path | None, root: Path | None
) -> Iterator[Notice]:
    """What the file of the series might name."""
    if series_file is None:
        return
    place = Origin(shown_path(series_file, root), 1)
    for one in series:
        if one.derived:
            held = [str(member.symbol) for member in one.members if member.held]
            message = f"{one.slug}: {quoted(one.name)}, {held[0]} to {held[-1]}."
            yield Notice("series-derived", message, place)


def _rank(reading: Reading) -> int:
    """The place of a reading among those of one symbol in several formats."""
    assert reading.parsed.resolution is not None
    return FORMATS.index(reading.parsed.resolution.source.format)


def _resolutions(readings: Iterable[Reading]) -> Iterator[Resolution]:
    for reading in readings:
        if reading.parsed.resolution:
            yield reading.parsed.resolution


def held_ids(readings: Iterable[Reading]) -> dict[str, frozenset[str]]:
    """The symbols of some readings and the ids on their pages; of two, the first counts."""
    ids: dict[str, frozenset[str]] = {}
    for reading in readings:
        resolution = reading.parsed.resolution
        if resolution and str(resolution.symbol) not in ids:
            ids[str(resolution.symbol)] = frozenset(page_ids(resolution))
    return ids


def link_reading(reading: Reading, held: Held, official: str = OFFICIAL_SITE) -> Iterator[Text]:
    """The text of a reading, if it has one, with its references resolved against what is held."""
    parsed = reading.parsed
    if parsed.resolution:
        linked = link(parsed.resolution, held, official)
        linked = replace(linked, notices=limited(linked.notices))
        furniture, notices = parsed.furniture, parsed.notices
        yield Text(parsed.resolution, reading.file, furniture, notices, linked)


def _entries(
    series_file: Path | None, root: Path | None, texts: Iterable[Text]
) -> tuple[tuple[SeriesEntry, ...], tuple[Notice, ...]]:
    """The entries of the file of the series, what is wrong with it, and what these do not claim of
    the texts of all corpora."""
    if series_file is None or not os.path.lexists(series_file):
        return (), ()
    shown = shown_path(series_file, root)
    try:
        text = raw_bytes(series_file).decode("utf-8-sig")
    except UnicodeDecodeError:
        reason = "it is not UTF-8 text"
    except Unreadable as error:
        reason = str(error)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
    else:
        entries, problems = read_series(text, shown)
        titles = {str(one.resolution.symbol): one.resolution.masthead.title for one in texts}
        return entries, limited((*problems, *(claims(entries, titles, shown) if titles else ())))
    notice = Notice("series-invalid", f"{reason[:1].upper()}{reason[1:]}.", Origin(shown, 1))
    return (), (notice,)


def page_ids(resolution: Resolution) -> list[str]:
    """Every address on a resolution's page, in the order of the contract's grammar."""
    ids = ["title"]
    for clause in resolution.clauses():
        ids += [clause.id, *clause.aliases]
    for annex in resolution.annexes:
        ids += [annex.id, *annex.aliases]
    marked = resolution.marks()
    for note in resolution.footnotes:
        ids.append(note.id)
        ids += [mark_id(note.id, n) for n, _ in enumerate(marked.get(note.id, ()), start=1)]
    if resolution.masthead.as_printed("adoption"):
        ids.append("adoption")
    return ids


def shown_path(file: Path, root: Path | None, *, elsewhere: bool = False) -> str:
    """The path of a file as notices name it: told from the root where it lies below, or where
    files `elsewhere` are told from it too."""
    if root and file.is_absolute() and (elsewhere or file.is_relative_to(root)):
        return printable(Path(os.path.relpath(file, root)).as_posix())
    return printable(file.as_posix())
