"""The command line, and the build that wraps MkDocs."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs_resolutions import __version__
from mkdocs_resolutions.exits import FINDINGS, FINE, WRONG
from mkdocs_resolutions.notices import printable

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
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, purpose: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=purpose, description=f"{purpose[:1].upper()}{purpose[1:]}."
        )

    parse = command("parse", "read raw files and print what they say")
    parse.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a raw file")
    parse.add_argument(
        "--format", choices=("json", "text", "akn"), default="json",
        help="an object a line for each resolution, the text for people, or Akoma Ntoso (not yet); "
        "default: json",
    )  # fmt: skip
    _content_option(parse)
    parse.set_defaults(run=_of_texts)
    check = command("check", "print every notice as path:line: rule: message")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH",
        help="a raw file, or a folder of them (default: those of the content folder)",
    )  # fmt: skip
    check.add_argument("--strict", action="store_true", help="make warnings count")
    check.add_argument(
        "--compare-sources", action="store_true",
        help="list where the files held of one resolution disagree",
    )  # fmt: skip
    _content_option(check)
    check.set_defaults(run=_of_texts)
    diff = command("diff", "compare two resolutions clause by clause")
    diff.add_argument("earlier", metavar="EARLIER", help="a raw file, or a symbol that is held")
    diff.add_argument("later", metavar="LATER", help="the same")
    diff.add_argument(
        "--format", choices=("terminal", "json"), default="terminal",
        help="text for people, or an object for programs; default: terminal",
    )  # fmt: skip
    diff.add_argument("--all", action="store_true", help="show unchanged clauses too, in short")
    _content_option(diff)
    diff.set_defaults(run=_of_texts)
    build = command("build", "build the site aside and swap it in when it is whole")
    build.add_argument("--strict", action="store_true", help="fail on any warning")
    build.add_argument(
        "--site-dir", type=Path, metavar="DIR", default=Path("site"),
        help="the folder that becomes the site (default: site)",
    )  # fmt: skip
    build.set_defaults(run=_build)
    serve = command("serve", "serve the site and rebuild it on every change")
    serve.add_argument(
        "--address", default="127.0.0.1:8000", metavar="HOST:PORT",
        help="where it is served (default: 127.0.0.1:8000)",
    )  # fmt: skip
    serve.set_defaults(run=_serve)
    for either in (build, serve):
        either.add_argument(
            "--config-file", type=Path, metavar="FILE", default=Path("mkdocs.yml"),
            help="the configuration of the site (default: mkdocs.yml)",
        )  # fmt: skip
        either.add_argument(
            "--sources", type=Path, action="append", default=[], metavar="DIR",
            help="a further folder of raw files; may be given again",
        )  # fmt: skip
    for name, purpose in _LATER.items():
        command(name, f"{purpose} (not yet)")
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


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def _of_texts(options: argparse.Namespace) -> int:
    # Only here, since who builds waits for MkDocs, which loads it all in a process of its own.
    from mkdocs_resolutions import cli_texts

    return cli_texts.run(options)


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
    wrong = _missing(options) or _unserved(options.address)
    if not wrong:
        command = _mkdocs("serve", "--config-file", str(options.config_file))
        command += ["--dev-addr", options.address]
        sys.stdout.flush()
        os.execve(command[0], command, _environment(options.sources))
    _say(wrong)
    return WRONG


def _unserved(address: str) -> str:
    """Why nothing can be served at an address, in a sentence; empty where it can. MkDocs would say
    so only when the site is built, and at length."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or len(port) > _DIGITS or int(port) > _LAST_PORT:
        return f"{printable(address)} is no HOST:PORT; name one such as 127.0.0.1:8000."
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        # As the server does: a port whose last connections are not yet forgotten is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or "there is no such host"
            return f"Nothing can be served at {printable(address)} ({reason}); name another."
    return ""


_LAST_PORT, _DIGITS = 65_535, 5


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
