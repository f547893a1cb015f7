"""The scripts of the workflows, run against a repository in a folder and a stand-in for `gh`."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent / ".github" / "scripts"

Run = Callable[..., str]


def run(command: list[str | Path], cwd: Path, **environment: str) -> str:
    answer = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


class Branch:
    """The branch that Pages serves, in a bare repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.repository = folder / "remote.git"
        self.git("init", "--quiet", "--bare", str(self.repository))

    def git(self, *arguments: str | Path) -> str:
        return run(["git", *arguments], self.folder)

    def deploy(self, *arguments: str | Path, build: str = "1", **environment: str) -> str:
        """Run pages.sh as the build of that number would."""
        return run(
            [SCRIPTS / "pages.sh", *arguments],
            self.folder,
            PAGES_REMOTE=self.repository.as_uri(),
            GITHUB_RUN_ID=build,
            GITHUB_SHA="0" * 40,
            **environment,
        )

    def prune(self, answer: str) -> None:
        """Run prune.sh with a `gh` that does what a line of shell says."""
        gh = self.folder / "bin" / "gh"
        gh.parent.mkdir()
        gh.write_text(f"#!/bin/sh\n{answer}\n")
        gh.chmod(0o755)
        run(
            [SCRIPTS / "prune.sh"],
            self.folder,
            PATH=f"{gh.parent}:{os.environ['PATH']}",
            PAGES_REMOTE=self.repository.as_uri(),
            GITHUB_REPOSITORY="o/r",
        )

    def site(self, **files: str) -> Path:
        """A built site with an index and these pages."""
        folder = self.folder / f"site-{len(list(self.folder.iterdir()))}"
        for name, text in {"index": "home", **files}.items():
            page = folder / f"{name}.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text)
        return folder

    def files(self) -> set[str]:
        """The paths of the branch, but for the notes of which build they are from."""
        names = self.git("--git-dir", self.repository, "ls-tree", "-r", "--name-only", "gh-pages")
        return {name for name in names.splitlines() if not name.endswith(".deployed")}

    def read(self, path: str) -> str:
        return self.git("--git-dir", self.repository, "show", f"gh-pages:{path}")


@pytest.fixture
def branch(tmp_path: Path) -> Branch:
    return Branch(tmp_path)


def test_the_first_publication_makes_the_branch(branch: Branch) -> None:
    branch.deploy("publish", branch.site(about="us"))
    assert branch.files() == {".nojekyll", "index.html", "about.html"}


def test_publishing_replaces_the_site_and_keeps_the_previews(branch: Branch) -> None:
    branch.deploy("publish", branch.site(old="old"))
    branch.deploy("preview", "7", branch.site(seven="7"))
    branch.deploy("preview", "12", branch.site())
    branch.deploy("publish", branch.site(new="new"))
    previews = {"pr-7/index.html", "pr-7/seven.html", "pr-12/index.html"}
    assert branch.files() == {".nojekyll", "index.html", "new.html"} | previews


def test_a_preview_replaces_only_its_own_folder(branch: Branch) -> None:
    branch.deploy("publish", branch.site())
    branch.deploy("preview", "7", branch.site(old="old"))
    branch.deploy("preview", "77", branch.site())
    branch.deploy("preview", "7", branch.site(new="new"))
    previews = {"pr-7/index.html", "pr-7/new.html", "pr-77/index.html"}
    assert branch.files() == {".nojekyll", "index.html"} | previews


def test_removing_a_preview_leaves_the_rest(branch: Branch) -> None:
    branch.deploy("publish", branch.site())
    branch.deploy("preview", "7", branch.site())
    branch.deploy("preview", "77", branch.site())
    branch.deploy("remove", "7")
    assert branch.files() == {".nojekyll", "index.html", "pr-77/index.html"}
    assert branch.deploy("remove", "7") == "Nothing to change.\n"


def test_the_previews_are_listed(branch: Branch) -> None:
    assert branch.deploy("previews") == ""
    branch.deploy("publish", branch.site(**{"pr-x/no": "no", "pr-1": "no"}))
    assert branch.deploy("previews") == ""
    for number in ("7", "12"):
        branch.deploy("preview", number, branch.site())
    before = branch.files()
    assert branch.deploy("previews").split() == ["12", "7"]
    assert branch.files() == before


@pytest.mark.parametrize(
    ("still_open", "kept"),
    [("12\n70\n", {"12"}), ("7\n9\n12\n", {"7", "12"}), ("", set()), ("1\n2\n", set())],
)
def test_previews_of_closed_pull_requests_go(
    branch: Branch, tmp_path: Path, still_open: str, kept: set[str]
) -> None:
    branch.deploy("publish", branch.site(about="us"))
    for number in ("7", "12"):
        branch.deploy("preview", number, branch.site())
    branch.prune(f"printf %s '{still_open}'; echo \"$*\" >>{tmp_path}/calls")
    pages = {f"pr-{number}/index.html" for number in kept}
    assert branch.files() == {".nojekyll", "index.html", "about.html"} | pages
    # One question, however many previews there are, and nothing is written.
    (call,) = (tmp_path / "calls").read_text().splitlines()
    assert call == ("api --paginate repos/o/r/pulls?state=open&per_page=100 --jq .[].number")


def test_no_preview_goes_when_nobody_says_what_is_open(branch: Branch) -> None:
    branch.deploy("preview", "7", branch.site())
    with pytest.raises(AssertionError, match="HTTP 403"):
        branch.prune("echo 'gh: HTTP 403' >&2; exit 1")
    assert "pr-7/index.html" in branch.files()


def test_the_branch_holds_one_commit_with_an_author_of_its_own(branch: Branch) -> None:
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": "/"}
    branch.deploy("publish", branch.site(), **nobody)
    branch.deploy("publish", branch.site(more="more"), **nobody)
    log = branch.git("--git-dir", branch.repository, "log", "--format=%an", "gh-pages")
    assert log == "github-actions[bot]\n"


def test_a_build_that_comes_late_does_not_undo_a_newer_one(branch: Branch) -> None:
    branch.deploy("publish", branch.site(page="newer"), build="10")
    branch.deploy("publish", branch.site(page="older"), build="9")
    assert branch.read("page.html") == "newer"
    # Another target has an order of its own.
    branch.deploy("preview", "7", branch.site(), build="9")
    assert "pr-7/index.html" in branch.files()


def test_a_deployment_that_lost_the_race_begins_again(branch: Branch, tmp_path: Path) -> None:
    """The branch moves between our fetch and our push: the other's work stays."""
    branch.deploy("publish", branch.site())
    theirs = branch.site(theirs="7")
    # Stands before git on the PATH, and lets another deployment in before the first push.
    git = tmp_path / "bin" / "git"
    git.parent.mkdir()
    git.write_text(
        "#!/bin/sh\n"
        f'PATH=${{PATH#"{git.parent}":}}\n'
        f'case "$*" in *" push "*) if mkdir "{tmp_path}/raced" 2>/dev/null; then\n'
        f'  env -u GIT_INDEX_FILE "{SCRIPTS}/pages.sh" preview 7 "{theirs}" >/dev/null\n'
        "fi;; esac\n"
        'exec git "$@"\n'
    )
    git.chmod(0o755)
    path = f"{git.parent}:{os.environ['PATH']}"
    branch.deploy("preview", "8", branch.site(), PATH=path)
    assert (tmp_path / "raced").exists()
    assert {"pr-7/theirs.html", "pr-8/index.html"} <= branch.files()


@pytest.mark.parametrize(
    "arguments",
    [("publish",), ("preview", "../x", "site-1"), ("publish", "empty"), ("remove", "0")],
)
def test_wrong_use_is_refused(branch: Branch, arguments: tuple[str, ...]) -> None:
    (branch.folder / "empty").mkdir()
    branch.site()
    with pytest.raises(AssertionError, match=r"pages\.sh: "):
        branch.deploy(*arguments)


@pytest.mark.parametrize(
    ("repository", "variable", "preview", "address"),
    [
        ("Owner/Texts", "", "", "https://owner.github.io/Texts/"),
        ("owner/texts", "", "7", "https://owner.github.io/texts/pr-7/"),
        ("Owner/owner.github.io", "", "7", "https://owner.github.io/pr-7/"),
        ("owner/texts", "https://texts.example", "", "https://texts.example/"),
        ("owner/texts", "https://texts.example/un/", "7", "https://texts.example/un/pr-7/"),
    ],
)
def test_site_address(
    tmp_path: Path, repository: str, variable: str, preview: str, address: str
) -> None:
    given = {"GITHUB_REPOSITORY": repository, "SITE_ADDRESS": variable, "PREVIEW": preview}
    assert run([SCRIPTS / "site-url.sh"], tmp_path, **given) == f"{address}\n"


@pytest.fixture
def comment(tmp_path: Path) -> Run:
    """Run comment.sh with a `gh` that knows the given comments; return the writing calls."""
    gh = tmp_path / "gh"
    gh.write_text(
        "#!/bin/sh\n"
        'case "$*" in *--paginate*) printf %s "$THERE" ;;\n'
        '*) echo "$4 $5" >>calls ;; esac\n'
    )
    gh.chmod(0o755)

    def comment(action: str, there: str) -> str:
        path = f"{tmp_path}:{os.environ['PATH']}"
        run(
            [SCRIPTS / "comment.sh", action, "7", "Preview"],
            tmp_path,
            PATH=path,
            GITHUB_REPOSITORY="o/r",
            THERE=there,
        )
        calls = tmp_path / "calls"
        return calls.read_text().strip() if calls.exists() else ""

    return comment


@pytest.mark.parametrize(
    ("action", "there", "call"),
    [
        ("put", "", "POST repos/o/r/issues/7/comments"),
        ("put", "41\n42\n", "PATCH repos/o/r/issues/comments/41"),
        ("update", "41\n", "PATCH repos/o/r/issues/comments/41"),
        ("update", "", ""),
    ],
)
def test_one_comment_is_kept(comment: Run, action: str, there: str, call: str) -> None:
    assert comment(action, there) == call
