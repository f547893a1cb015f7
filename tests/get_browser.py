"""Find a Chromium for the browser tests, and as a command get one where there is none.

`python tests/get_browser.py` prints the path of a browser that runs, and nothing else, on standard
output. `RESOLUTIONS_BROWSER` names one to use instead of looking.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "RESOLUTIONS_BROWSER"

COMMANDS = (
    # Chromium without windows: the same engine, and the tests take less time in it.
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
MAC_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
WINDOWS_PROGRAMS = ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe")


def find_browser() -> str | None:
    """Return the path of a Chromium or Chrome that runs here, or None.

    The browser that `RESOLUTIONS_BROWSER` names is the only candidate when it is set: a test run
    should not quietly take another one than it was told to.
    """
    named = os.environ.get(VARIABLE)
    candidates = iter([named]) if named else _candidates()
    found = (shutil.which(candidate) for candidate in candidates)
    return next((path for path in found if path and _runs(path)), None)


def _candidates() -> Iterator[str]:
    yield from COMMANDS
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (str(folder / application) for application in MAC_APPLICATIONS)
    if sys.platform == "win32":
        for folder in filter(None, map(os.environ.get, WINDOWS_FOLDERS)):
            yield from (str(Path(folder) / program) for program in WINDOWS_PROGRAMS)
    yield from _playwright_browser()


def _playwright_browser() -> Iterator[str]:
    # In a process of its own: Playwright refuses to start beside a running event loop.
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True)
    if answer.returncode == 0:
        yield answer.stdout.strip()


def _runs(path: str) -> bool:
    # Ubuntu's chromium-browser is a stub that only asks for a snap: being there is not enough.
    if os.name == "nt":  # there, --version opens a window
        return True
    return _succeeds([path, "--version"])


def _driver_runs() -> bool:
    # Playwright brings a Node.js that wants a library which a small Debian does not have.
    return _succeeds([sys.executable, "-m", "playwright", "--version"])


def _succeeds(command: list[str]) -> bool:
    try:
        answer = subprocess.run(command, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _get(browser: bool, library: bool) -> None:
    """Install what is wanted of the two: a browser, and the library of Playwright's driver."""
    if _is_debian_root():
        # One unreachable source of many makes `update` fail, and need not matter.
        _run(["apt-get", "-qq", "update"])
        if library:
            _install("libatomic1")
        # Debian has the first since 2024, Ubuntu never had it.
        for package in ("chromium-headless-shell", "chromium"):
            if browser and not find_browser():
                _install(package)
    if browser and not find_browser():
        _say("Downloading Playwright's Chromium for the browser tests.")
        dependencies = ["--with-deps"] if _is_debian_root() else []
        _run([sys.executable, "-m", "playwright", "install", *dependencies, "chromium"])


def _install(package: str) -> None:
    _say(f"Installing {package} for the browser tests.")
    _run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", package])


def _is_debian_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _run(command: list[str]) -> None:
    # Standard output belongs to the answer. Whether it helped shows when we look again.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, stdout=sys.stderr, env=environment)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def main() -> int:
    """Print the path of a browser, getting one first if need be; 1 where none is to be had."""
    browser, named = find_browser(), os.environ.get(VARIABLE)
    if browser is None and named:
        _say(f"{VARIABLE} names {named}, which is not a browser that runs here.")
        return 1
    if browser is None or not _driver_runs():
        _get(browser=browser is None, library=not _driver_runs())
        browser = find_browser()
    if browser is None:
        _say(
            "The browser tests need Chromium or Chrome, and none could be installed. Install one "
            f"by hand, or set {VARIABLE} to the path of one."
        )
        return 1
    if not _driver_runs():
        _say(
            "Playwright, which drives the browser tests, does not start: `python -m playwright "
            "--version` says why (Debian, Ubuntu: apt-get install libatomic1 may be what it needs)."
        )
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
