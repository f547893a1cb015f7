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
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
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


# Written to the console as an error, which no test forgives.
_REPORT = """addEventListener("securitypolicyviolation", event => console.error(
    "violates the policy: " + event.effectiveDirective + " " + event.blockedURI))"""


class _Window:
    """A page in a profile of its own, which takes down what it should not have done.

    One test after another uses it: a new window costs several times what a page in it does.
    """

    def __init__(self, browser: Browser, profile: dict[str, Any]) -> None:
        self.profile = profile
        self.host = ""
        self.missing: str | None = None
        self.problems: list[str] = []
        self.context = browser.new_context(**profile)
        self.context.set_default_timeout(15_000)
        self.context.add_init_script(_REPORT)
        self.context.on("request", self._request)
        self.context.on("response", self._response)
        self.context.on("console", self._console)
        self.context.on("weberror", self._error)
        self.page = self.context.new_page()

    def open(self, url: str, missing: bool, viewport: ViewportSize, **media: Any) -> Page:
        """Show an address; whether it is there, the size and the media are those of this test."""
        asked = url.partition("#")[0]
        self.host, self.missing = urlsplit(url).netloc, asked if missing else None
        self.problems = []
        self.page.set_viewport_size(viewport)
        self.page.emulate_media(media="null", **media)
        self.page.goto(url)
        return self.page

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.problems.append(f"asked another host: {request.url}")

    def _response(self, response: Response) -> None:
        wrong = response.status >= HTTPStatus.BAD_REQUEST
        if wrong != (response.url == self.missing):
            self.problems.append(f"was answered {response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        place = message.location["url"].partition("#")[0]
        if message.type == "error" and place != self.missing:
            self.problems.append(f"wrote to the console: {message.text}")

    def _error(self, error: WebError) -> None:
        self.problems.append(f"raised {error.error}")

    def leave(self) -> None:
        """Make it as if nobody had been there: nothing stored, nothing in the way, no pointer."""
        # Events come in only while the browser is being talked to.
        self.page.wait_for_timeout(50)
        for page in self.context.pages:
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
            if page is not self.page:
                page.close()
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)


@pytest.fixture(scope="session")
def idle_windows() -> list[_Window]:
    """Windows that no test uses at the moment."""
    return []


WIDE: ViewportSize = {"width": 1280, "height": 720}


@pytest.fixture
def open_page(browser: Browser, idle_windows: list[_Window]) -> Iterator[OpenPage]:
    """Open a page in a window of its own; further options go to the profile (`has_touch`, …).

    Afterwards the test fails if a page asked another host for anything, got an answer that is an
    error, wrote an error to its console, or raised one. Only a page that is `missing` has to be
    answered with an error.
    """
    used: list[_Window] = []

    def open_page(
        url: str,
        *,
        missing: bool = False,
        viewport: ViewportSize = WIDE,
        color_scheme: str = "light",
        forced_colors: str = "none",
        **profile: Any,
    ) -> Page:
        window = next((one for one in idle_windows if one.profile == profile), None)
        if window:
            idle_windows.remove(window)
        else:
            window = _Window(browser, profile)
        used.append(window)
        # Smooth scrolling would leave a test looking at a page on its way.
        media = {"color_scheme": color_scheme, "forced_colors": forced_colors}
        return window.open(url, missing, viewport, reduced_motion="reduce", **media)

    yield open_page
    for window in used:
        window.leave()
    problems = [problem for window in used for problem in window.problems]
    idle_windows += used
    assert problems == []
