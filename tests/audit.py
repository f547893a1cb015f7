"""What needs Node and Java: the Nu checker on every page, Lighthouse on two. Run by `make audit`.

Both tools come through npm into a folder that git ignores; a lock file would hold the addresses of
a registry, so their versions stand here.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from get_browser import find_browser
from site_fixtures import PAGE, ROOT, Site, built, served

TOOLS = {"vnu-jar": "26.9.27", "lighthouse": "12.8.2"}
FOLDER = ROOT / ".cache" / "audit"
NEEDED = {
    "node": "Node 18 or newer (Debian, Ubuntu: apt-get install nodejs)",
    "npm": "npm, which brings the tools (Debian, Ubuntu: apt-get install npm)",
    "java": "Java 11 or newer for the Nu checker (Debian, Ubuntu: apt-get install default-jre)",
}
# Of a hundred. Speed is measured on whatever machine this is, over a slow line without compression.
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 80}


def missing() -> list[str]:
    """What is not here and has to be, each with what to do."""
    found = [what for program, what in NEEDED.items() if shutil.which(program) is None]
    if find_browser() is None:
        found.append("Chromium or Chrome (`make test` gets one)")
    return found


def get_tools() -> None:
    """Install the tools unless these versions are there; raises CalledProcessError."""
    stamp = FOLDER / "versions.json"
    if stamp.is_file() and json.loads(stamp.read_text(encoding="utf-8")) == TOOLS:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    names = [f"{name}@{version}" for name, version in TOOLS.items()]
    quiet = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(["npm", "install", "--prefix", str(FOLDER), *quiet, *names], check=True)
    stamp.write_text(json.dumps(TOOLS), encoding="utf-8")


def nu_problems(site: Site) -> Iterator[str]:
    """What the Nu checker calls an error, on every page."""
    checker = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    pages = [str(site.folder / name) for name in sorted(site.files) if name.endswith(".html")]
    command = ["java", "-jar", str(checker), "--errors-only", "--format", "gnu", *pages]
    answer = subprocess.run(command, capture_output=True, text=True)
    said = answer.stderr.strip().splitlines()
    yield from (line.replace(f"file:{site.folder}/", "") for line in said)
    if answer.returncode and not said:
        yield f"The Nu checker ended with {answer.returncode}."
    print(f"Nu checker: {len(pages)} pages, {len(said)} errors")


def lighthouse_problems(address: str, path: str) -> Iterator[str]:
    """Where Lighthouse gives a page less than it should have."""
    report = FOLDER / "report.json"
    report.unlink(missing_ok=True)
    command = [
        str(FOLDER / "node_modules" / ".bin" / "lighthouse"), f"{address}{path}", "--quiet",
        "--output=json", f"--output-path={report}", f"--only-categories={','.join(LEAST)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": find_browser() or ""}
    answer = subprocess.run(command, capture_output=True, text=True, env=environment)
    if answer.returncode or not report.is_file():
        yield f"Lighthouse ended with {answer.returncode} on /{path}: {answer.stderr[-500:]}"
        return
    result = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round(100 * (result["categories"][name]["score"] or 0)) for name in LEAST}
    print(f"Lighthouse: /{path}", *(f"{name} {score}" for name, score in scores.items()))
    for name, least in LEAST.items():
        if scores[name] < least:
            audits = [entry["id"] for entry in result["categories"][name]["auditRefs"]]
            low = [one for one in audits if result["audits"][one]["score"] == 0]
            yield f"/{path}: {name} is {scores[name]}, not {least}: {', '.join(low)}"


def main() -> int:
    """0 where all is well, 1 with problems, 2 where something needed is not here."""
    if lacking := missing():
        print(f"make audit needs {'; and '.join(lacking)}.", file=sys.stderr)
        return 2
    try:
        get_tools()
    except subprocess.CalledProcessError:
        print("npm could not install the tools; it says why above.", file=sys.stderr)
        return 2
    folder = FOLDER / "site"
    shutil.rmtree(folder, ignore_errors=True)
    site = built(ROOT, folder, "--strict")
    problems = [*nu_problems(site)]
    with served(site) as address:
        for path in ("", PAGE):
            problems += lighthouse_problems(address, path)
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
