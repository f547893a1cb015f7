"""The sites and the browser that the tests of the built site share, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    WebError,
    sync_playwright,
)

from changed_lamps import write_changed_lamps
from get_browser import find_browser
from lamp_years import write_years
from site_fixtures import (
    ROOT,
    SUB_PATH,
    OpenPage,
    Site,
    built,
    copy_source,
    once,
    served,
)
from tangled import write_tangle


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of this checkout, for a host's root."""
    return _once(tmp_path_factory, "root", "--strict")


@pytest.fixture(scope="session")
def sub_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same below a path."""
    address = f"http://resolutions.example{SUB_PATH}"
    return _once(tmp_path_factory, "sub", "--strict", SITE_URL=address)


def _once(factory: pytest.TempPathFactory, name: str, *options: str, **environment: str) -> Site:
    """A site of this checkout."""
    return once(factory, name, lambda folder: built(ROOT, folder / "site", *options, **environment))


@pytest.fixture(scope="session")
def root_address(site: Site) -> Iterator[str]:
    """Where the site is served at a host's root."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def sub_address(sub_site: Site) -> Iterator[str]:
    """Where the site is served below a path."""
    with served(sub_site) as address:
        assert urlsplit(address).path == SUB_PATH
        yield address


@pytest.fixture(scope="session")
def rich_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with resolutions of our own invention: deep items, sections, annexes, odd notes."""
    sources = (ROOT / "tests" / "golden" / "raw", ROOT / "tests" / "site" / "raw")
    options = [option for folder in sources for option in ("--sources", str(folder))]
    return _once(tmp_path_factory, "rich", *options)


@pytest.fixture(scope="session")
def rich_address(rich_site: Site) -> Iterator[str]:
    """Where that site is served, at a host's root."""
    with served(rich_site) as address:
        yield address


@pytest.fixture(scope="session")
def years_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with three years of a series of our own invention."""
    return once(tmp_path_factory, "years", _build_years)


def _build_years(folder: Path) -> Site:
    source = copy_source(folder / "source")
    write_years(source)
    return built(source, folder / "site", "--strict")


@pytest.fixture(scope="session")
def years_address(years_site: Site) -> Iterator[str]:
    """Where that site is served, at a host's root."""
    with served(years_site) as address:
        yield address


@pytest.fixture(scope="session")
def lamp_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with three years of a series of our own, in which each kind of change occurs."""
    return once(tmp_path_factory, "lamps", _build_changed_lamps)


def _build_changed_lamps(folder: Path) -> Site:
    source = copy_source(folder / "source")
    write_changed_lamps(source / "content")
    return built(source, folder / "site", "--strict")


@pytest.fixture(scope="session")
def lamp_address(lamp_site: Site) -> Iterator[str]:
    """Where that site is served, at a host's root."""
    with served(lamp_site) as address:
        yield address


@pytest.fixture(scope="session")
def tangled_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with resolutions of our own invention whose references go wrong in every way."""
    return once(tmp_path_factory, "tangled", _build_tangle)


def _build_tangle(folder: Path) -> Site:
    raw = folder / "raw"
    raw.mkdir()
    write_tangle(raw)
    return built(ROOT, folder / "site", "--sources", str(raw))


@pytest.fixture(scope="session")
def tangled_address(tangled_site: Site) -> Iterator[str]:
    """Where that site is served, at a host's root."""
    with served(tangled_site) as address:
        yield address


@pytest.fixture(params=["root", "sub"])
def address(request: pytest.FixtureRequest) -> str:
    """The site at a host's root, then below a path."""
    given: str = request.getfixturevalue(f"{request.param}_address")
    return given


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of the run."""
    path = find_browser()
    if path is None:
        pytest.fail("There is no Chromium or Chrome here; `make test` gets one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class _Watch:
    """Takes down what a page should not have done, while it does it."""

    def __init__(self, context: BrowserContext, url: str, missing: bool) -> None:
        self.context, self.host = context, urlsplit(url).netloc
        self.missing = url if missing else None
        self.problems: list[str] = []
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", self._error)

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.problems.append(f"asked another host: {request.url}")

    def _response(self, response: Response) -> None:
        wrong = response.status >= HTTPStatus.BAD_REQUEST
        if wrong != (response.url == self.missing):
            self.problems.append(f"was answered {response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and message.location["url"] != self.missing:
            self.problems.append(f"wrote to the console: {message.text}")

    def _error(self, error: WebError) -> None:
        self.problems.append(f"raised {error.error}")

    def end(self) -> None:
        """Close everything; fails if there is a problem."""
        for page in self.context.pages:
            # Events come in only while the browser is being talked to.
            page.wait_for_timeout(50)
        self.context.close()
        assert self.problems == []


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a page in a fresh profile; options go to the profile (`viewport`, `color_scheme`, …).

    Afterwards the test fails if a page asked another host for anything, got an answer that is an
    error, wrote an error to its console, or raised one. Only a page that is `missing` has to be
    answered with an error.
    """
    watches: list[_Watch] = []

    def open_page(url: str, *, missing: bool = False, **options: Any) -> Page:
        # Smooth scrolling would leave a test looking at a page on its way.
        context = browser.new_context(**{"reduced_motion": "reduce", **options})
        context.set_default_timeout(15_000)
        watches.append(_Watch(context, url, missing))
        page = context.new_page()
        page.goto(url)
        return page

    yield open_page
    for watch in watches:
        watch.end()
