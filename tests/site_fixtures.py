"""Sites built for the tests, and a server that shows one at a host's root or below a path."""

from __future__ import annotations

import json
import os
import posixpath
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
RAW = "A_RES_77_79.txt"
PAGE = "A/RES/77/79/"
SERIES = "series/cluster-munitions/"
SESSION = "sessions/77/"
HOST = "http://resolutions.example/"
GUIDE = "about/changes/"
EXAMPLE_SERIES = "series/lamplighters/"
EXAMPLES = tuple(f"example/LAMP/RES/{number}/" for number in ("3/1", "4/2", "5/1", "6/4"))
INVENTED = (*EXAMPLES, EXAMPLE_SERIES)
"""The pages of the worked example."""
SUB_PATH = "/a/sub/path/"

SECONDS = 120
"""What a build of the tests may take, that over hostile files included."""

OpenPage = Callable[..., Page]
"""Opens an address in a browser that watches what the page does; see tests/site/conftest.py."""


def soon(look: Callable[[Page], object], page: Page, wanted: object) -> None:
    """Fail unless a page comes to look as wanted: what a key does, it does in its time."""
    for _ in range(100):
        if look(page) == wanted:
            return
        page.wait_for_timeout(50)
    assert look(page) == wanted


# What mkdocs.yml takes from the environment: a test decides it, not the machine it runs on.
_SETTINGS = ("SITE_URL", "EDIT_URI", "PREVIEW", "RESOLUTIONS_SOURCES", "SOURCE_DATE_EPOCH")


@dataclass(frozen=True)
class Site:
    """A built site in a folder, the address it was built for, and what the build said."""

    folder: Path
    address: str
    output: str = ""

    @property
    def base(self) -> str:
        """The path that it is served below."""
        return urlsplit(self.address).path

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all its files."""
        return frozenset(files_below(self.folder))

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """All its HTML files, by path."""
        return {name: self._soup(name) for name in sorted(self.files) if name.endswith(".html")}

    def page(self, address: str) -> BeautifulSoup:
        """The page at an address below the root; the others are not read for it."""
        return self._soup(f"{address}index.html")

    def _soup(self, name: str) -> BeautifulSoup:
        if name not in self._soups:
            self._soups[name] = BeautifulSoup(self.read(name), "lxml")
        return self._soups[name]

    @cached_property
    def _soups(self) -> dict[str, BeautifulSoup]:
        return {}

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / path).read_bytes()


def files_below(folder: Path) -> Iterator[str]:
    """The paths of the files below a folder, in order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def select(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    """The one element that a selector finds; fails where there is none or more than one."""
    found = soup.select(selector)
    assert len(found) == 1, f"{len(found)} elements are {selector}"
    return found[0]


def words(element: Tag) -> str:
    """The text of an element in single spaces."""
    return " ".join(element.get_text().split())


def copy_source(to: Path) -> Path:
    """A copy of what a site is built from: settings, content and frame."""
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, to / name)
    shutil.copy(ROOT / "mkdocs.yml", to)
    return to


def run_build(
    source: Path, site: Path, *options: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`resolutions build` of a folder with a mkdocs.yml; errors and messages come as one output."""
    config = ("--config-file", str(source / "mkdocs.yml"), "--site-dir", str(site))
    return subprocess.run(
        [sys.executable, "-m", "mkdocs_resolutions", "build", *config, *options],
        cwd=source,
        env={**settled_environment(), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
    )


def built(source: Path, site: Path, *options: str, **environment: str) -> Site:
    """A site whose build must succeed."""
    environment.setdefault("SITE_URL", HOST)
    answer = run_build(source, site, *options, **environment)
    assert answer.returncode == 0, answer.stdout
    return Site(site, environment["SITE_URL"], answer.stdout)


def once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Site]) -> Site:
    """A site that is built once in a run, into a folder that `build` is given.

    Tests run in several processes: the first that asks for the site builds it, the others wait.
    """
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, told = shared / name, shared / f"{name}.json"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + 2 * SECONDS
        while not told.exists() and time.monotonic() < end:
            time.sleep(0.1)
        site, address, output = json.loads(told.read_text(encoding="utf-8"))
        return Site(Path(site), address, output)
    made = build(folder)
    whole = folder / "told.json"
    whole.write_text(json.dumps([str(made.folder), made.address, made.output]), encoding="utf-8")
    whole.rename(told)  # It is whole as soon as it is there.
    return made


def settled_environment() -> dict[str, str]:
    """The environment without the settings of a site."""
    return {name: value for name, value in os.environ.items() if name not in _SETTINGS}


# WCAG 2.2 AA, and what axe holds to be good practice. Of what passes one element is told, not all.
_TOLD = ["violations"]
AXE_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": _TOLD,
}

# They take axe longer than all others together.
_COLOUR_RULES = ["color-contrast", "link-in-text-block"]
_COLOURS_ALONE = {"runOnly": {"type": "rule", "values": _COLOUR_RULES}, "resultTypes": _TOLD}
_NO_COLOURS = {**AXE_RULES, "rules": {name: {"enabled": False} for name in _COLOUR_RULES}}

# The scheme is this attribute, whatever it was chosen by; says whether colours are others now.
_OTHER_SCHEME = """() => {
    const body = document.body
    const before = getComputedStyle(body).backgroundColor
    body.dataset.mdColorScheme = body.dataset.mdColorScheme === "slate" ? "default" : "slate"
    return getComputedStyle(body).backgroundColor !== before
}"""


def run_axe(page: Page, rules: Mapping[str, object]) -> dict[str, Any]:
    """What axe says of a page as it is; half a megabyte of script is brought there only once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    answer: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", rules)
    return answer


def check_with_axe(page: Page, state: str, *, colours: bool = True) -> None:
    """Fail where axe finds anything on a page in a state.

    It looks at colours in both schemes and at all else in the one that is shown; without colours
    where the page was looked at in another width, which has the same.
    """
    # What is left undone until it comes into sight is laid out for axe, which else passes it over
    # or measures where it is not.
    page.evaluate(
        "for (const one of document.querySelectorAll('.life'))"
        " one.style.contentVisibility = 'visible'"
    )
    if not colours:
        _check_rules(page, state, _NO_COLOURS)
        return
    _check_rules(page, state, AXE_RULES)
    assert page.evaluate(_OTHER_SCHEME), "the page has two schemes"
    _check_rules(page, f"{state}, in the other scheme", _COLOURS_ALONE)
    page.evaluate(_OTHER_SCHEME)


# What has scrolled half below the header, or lies half behind a note, is smaller there than it is.
_IS_COVERED = """
one => {
  const {left, right, top, bottom} = one.getBoundingClientRect();
  return [...document.querySelectorAll(".md-header, [role=note], [role=menu]")].some((over) => {
    const its = over.getBoundingClientRect();
    return left < its.right && its.left < right && top < its.bottom && its.top < bottom;
  });
}
"""


def _check_rules(page: Page, state: str, rules: Mapping[str, object]) -> None:
    answer = run_axe(page, rules)
    least = 0 if rules is _COLOURS_ALONE else 10
    assert len(answer["passes"]) > least, "axe looked at something"
    found = [
        (violation["id"], " ".join(map(str, node["target"])))
        for violation in answer["violations"]
        for node in violation["nodes"]
        if violation["id"] != "target-size"
        or not page.locator(node["target"][0]).evaluate(_IS_COVERED)
    ]
    assert found == [], state


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder the way the host of the site does: no listings, the site's own error page."""

    def __init__(self, *arguments: object, site: Site, late: float) -> None:
        self.site, self.late = site, late
        super().__init__(*arguments, directory=str(site.folder))  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file of a request; what lies outside the site's path is no file."""
        if path.endswith((".js", ".svg")):
            time.sleep(self.late)
        # Normal before it is looked at, so that no request climbs out of the folder.
        asked = posixpath.normpath(unquote(urlsplit(path).path))
        below = asked.removeprefix(self.site.base.rstrip("/"))
        if below == asked and self.site.base != "/":
            return str(self.site.folder / "outside the site")
        slash = "/" if path.endswith("/") else ""
        return f"{self.site.folder / below.lstrip('/')}{slash}"

    def end_headers(self) -> None:
        """Over a slow line, all comes as on a first visit: nothing is kept for the next page."""
        if self.late:
            self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """No listing of folders."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        body = self.site.read("404.html")
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """A browser that leaves a page drops its connections: no reason to print a traceback."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: what the tests ask of an answer, they ask in the browser."""


@contextmanager
def served(site: Site, late: float = 0.0) -> Iterator[str]:
    """Serve a site below its path on this machine; gives the address, ending in a slash.

    Scripts and pictures come as many seconds late, as over a slow line.
    """
    with _Server(("127.0.0.1", 0), partial(_Handler, site=site, late=late)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}{site.base}"
        server.shutdown()
        thread.join()
