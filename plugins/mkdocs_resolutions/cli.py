"""The command line, and the build that wraps MkDocs."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections import ChainMap
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from mkdocs_resolutions import __version__, diffing
from mkdocs_resolutions.comparing import compare_sources
from mkdocs_resolutions.corpus import Corpus, held_ids, link_reading, load, read_files, shown_path
from mkdocs_resolutions.notices import Notice, printable
from mkdocs_resolutions.publishing import Screen, plain_text, resolution_record, to_json
from mkdocs_resolutions.reading import raw_files

FINE, FINDINGS, WRONG = 0, 1, 2
"""Exit codes: fine, findings under `check` (or a failed build), wrong use or unreadable files."""

SOURCES = "RESOLUTIONS_SOURCES"
"""The variable by which `build` and `serve` tell MkDocs's configuration of further folders."""

_LATER = {
    "fetch": "bring the raw files of symbols, a series or a session into the content folder",
    "import": "bring raw files of another place into the content folder",
    "report": "say what a change does to the published site",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    parser = _parser()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in _LATER and not {"-h", "--help"} & set(given):
        print(f"resolutions {given[0]}: not yet.", file=sys.stderr)
        return WRONG
    try:
        options = parser.parse_args(given)
    except SystemExit as stop:
        return int(stop.code or 0)
    run: Callable[[argparse.Namespace], int] = options.run
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What we print is UTF-8, whatever a terminal says of itself.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return run(options)
    except BrokenPipeError:
        # The reader of our output has gone: nothing more to say, and no second error at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="resolutions",
        description="General Assembly resolutions, clause by clause.",
        epilog="Exit codes: 0 fine, 1 findings under check or a failed build, 2 wrong use or a "
        "file that could not be read.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    parse = commands.add_parser("parse", help="read raw files and print what they say")
    parse.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parse.add_argument("--format", choices=("json", "text", "akn"), default="json")
    _content_option(parse)
    parse.set_defaults(run=_parse)
    check = commands.add_parser("check", help="print every notice as path:line: rule: message")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    check.add_argument("--strict", action="store_true", help="make warnings count")
    check.add_argument(
        "--compare-sources", action="store_true",
        help="list where the files held of one resolution disagree",
    )  # fmt: skip
    _content_option(check)
    check.set_defaults(run=_check)
    diff = commands.add_parser("diff", help="compare two resolutions clause by clause")
    diff.add_argument("earlier", metavar="EARLIER", help="a raw file, or a symbol that is held")
    diff.add_argument("later", metavar="LATER", help="the same")
    diff.add_argument("--format", choices=("terminal", "json"), default="terminal")
    diff.add_argument("--all", action="store_true", help="show unchanged clauses too, in short")
    _content_option(diff)
    diff.set_defaults(run=_diff)
    build = commands.add_parser(
        "build", help="build the site aside and swap it in when it is whole"
    )
    build.add_argument("--strict", action="store_true", help="fail on any warning")
    build.add_argument("--site-dir", type=Path, metavar="DIR", default=Path("site"))
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", help="serve the site and rebuild it on every change")
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT")
    serve.set_defaults(run=_serve)
    for command in (build, serve):
        command.add_argument("--config-file", type=Path, metavar="FILE", default=Path("mkdocs.yml"))
        command.add_argument(
            "--sources", type=Path, action="append", default=[], metavar="DIR",
            help="a further folder of raw files; may be given again",
        )  # fmt: skip
    for name, purpose in _LATER.items():
        commands.add_parser(name, help=f"{purpose} (not yet)")
    return parser


def _content_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--content", type=_folder, default=Path("content"), metavar="DIR",
        help="the folder whose texts count as held (default: content)",
    )  # fmt: skip


def _folder(given: str) -> Path:
    """A folder that is named must be there; the one taken by default need not."""
    if not Path(given).is_dir():
        raise argparse.ArgumentTypeError(f"the folder {printable(given)} does not exist")
    return Path(given)


def _content(options: argparse.Namespace, given: Sequence[Path]) -> list[Path]:
    """The raw files of the content folder that are not among those given."""
    known = {os.path.realpath(file) for file in given}
    files = raw_files(_raw_folders(options.content))
    return [file for file in files if os.path.realpath(file) not in known]


def _raw_folders(content: Path) -> list[Path]:
    """The folders of raw files in a content folder; one without ours is taken as it is."""
    inner = [content / name for name in ("resolutions", "example")]
    return [folder for folder in inner if folder.is_dir()] or [content]


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
    files = [file for path in there for file in (raw_files([path]) if path.is_dir() else [path])]
    series = options.content / "series.yml"
    corpus = load([*files, *_content(options, files)], series, root=Path.cwd())
    names = {shown_path(file, Path.cwd()) for file in files}
    if not options.paths:
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
        content, series = _content(options, ()), options.content / "series.yml"
        lines = diffing.diff(options, content, series, _screen())
    except diffing.Wrong as wrong:
        _say(str(wrong))
        return WRONG
    for line in lines:
        print(line)
    return FINE


def _screen() -> Screen:
    """The terminal we print to: no colours where it is none, or where NO_COLOR is set."""
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    colour = terminal and not os.environ.get("NO_COLOR")
    return Screen(shutil.get_terminal_size((80, 24)).columns, colour)


# --- build and serve -----------------------------------------------------------------------------


def _build(options: argparse.Namespace) -> int:
    """Build into a folder aside; only a build that MkDocs calls good takes the site's place.

    Strict warnings are counted after the plugin's last event, so only the exit code tells.
    """
    site: Path = options.site_dir.absolute()
    refused = _refused(site, options)
    wrong = f"{options.site_dir} {refused}; name another folder." if refused else _missing(options)
    if wrong:
        _say(wrong)
        return WRONG
    site.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".site-", dir=site.parent))
    try:
        command = _mkdocs("build", "--config-file", str(options.config_file))
        command += ["--site-dir", str(aside), *(["--strict"] if options.strict else [])]
        environment = _environment(options.sources)
        if subprocess.run(command, env=environment, check=False).returncode:
            _say("The build failed; the site was left as it was.")
            return FINDINGS
        aside.chmod(0o755)
        _swap(aside, site)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    print(f"Built {options.site_dir}")
    return FINE


def _refused(site: Path, options: argparse.Namespace) -> str | None:
    """Why a folder may not be replaced by a site, None where it may.

    What is swapped out is deleted: only nothing, an empty folder or a site built before may be.
    """
    target = site.resolve()
    config = options.config_file.resolve().parent
    for kept in (Path.cwd(), config, config / "content", *map(Path.resolve, options.sources)):
        if kept.is_relative_to(target):
            return f"holds {kept}"
    if not site.exists():
        return None
    if not site.is_dir():
        return "is no folder"
    if any(site.iterdir()) and not (site / "sitemap.xml").is_file():
        return "holds files that are no site"
    return None


def _swap(new: Path, site: Path) -> None:
    """Put a folder in the place of another, which is there or not."""
    old = Path(tempfile.mkdtemp(prefix=".site-", dir=site.parent))
    try:
        if site.exists():
            site.rename(old / "site")
        try:
            new.rename(site)
        except OSError:
            if (old / "site").exists():
                (old / "site").rename(site)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _serve(options: argparse.Namespace) -> int:
    """Serve the site; MkDocs watches the content folder and rebuilds.

    It takes the place of this process, so that who ends this one ends it.
    """
    missing = _missing(options)
    if not missing:
        command = _mkdocs("serve", "--config-file", str(options.config_file))
        command += ["--dev-addr", options.address]
        sys.stdout.flush()
        os.execve(command[0], command, _environment(options.sources))
    _say(missing)
    return WRONG


def _missing(options: argparse.Namespace) -> str:
    """What a command names that is not there, in a sentence; empty where all is."""
    if not options.config_file.is_file():
        return f"There is no file {printable(str(options.config_file))}."
    gone = next((source for source in options.sources if not source.is_dir()), None)
    return f"There is no folder {printable(str(gone))}." if gone else ""


def _mkdocs(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def _environment(sources: Sequence[Path]) -> dict[str, str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if sources:
        environment[SOURCES] = os.pathsep.join(str(source.absolute()) for source in sources)
    return environment


if __name__ == "__main__":
    sys.exit(main())
