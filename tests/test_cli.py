"""The command line: what it prints, where, and the codes it ends with."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from case_tables import ROOT
from mkdocs_resolutions.cli import _parser, main
from raw_texts import sound
from tangled import FOUR, ONE, THREE, TWO, write_tangle

NO_MARKUP = str.maketrans("", "", "<>")
RAW = "content/resolutions/A_RES_77_79.txt"
FOLDER = Path("tests/golden/raw")


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_parse_prints_one_object_a_line_in_the_order_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = [FOLDER / f"A_RES_{name}.txt" for name in ("79_907", "917_III", "76_906")]
    assert main(["parse", *map(str, files), RAW]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    records = [json.loads(line) for line in captured.out.splitlines()]
    symbols = ["A/RES/79/907", "A/RES/917(III)", "A/RES/76/906", "A/RES/77/79"]
    assert [record["symbol"] for record in records] == symbols
    assert [record["source"]["path"] for record in records] == [*map(str, files), RAW]


def test_parse_of_one_file_given_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", RAW, RAW]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second


def test_parse_of_the_real_file(capsys: pytest.CaptureFixture[str]) -> None:
    """What the issue of the first release asks for, field by field."""
    assert main(["parse", RAW]) == 0
    record = json.loads(capsys.readouterr().out)
    assert len(record["preamble"]) == 16
    assert len(record["operative"]) == 11
    assert len(record["footnotes"]) == 3
    assert record["operative"][0]["text"].endswith(
        "and all States parties that are in a position to do so to promote adherence to the "
        "Convention through bilateral, subregional and multilateral contacts, outreach and other "
        "means;"
    )
    masthead = {key: record[key] for key in ("title", "session", "agenda", "adopted", "meeting")}
    assert masthead == {
        "title": "Implementation of the Convention on Cluster Munitions",
        "session": "77",
        "agenda": [
            {
                "item": "99 (nn)",
                "title": "General and complete disarmament: implementation of the Convention on "
                "Cluster Munitions",
            }
        ],
        "adopted": "2022-12-07",
        "meeting": "46th plenary meeting",
    }
    assert record["origin"]["committee"] == "First Committee"
    assert record["origin"]["documents"] == ["A/77/385"]
    assert record["origin"]["paragraph"] == "110"
    assert record["notices"] == []


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_still_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    other = tmp_path / "letter.txt"
    other.write_text("Dear Sir,\n\nNothing of that kind.\n")
    given = (empty, RAW, picture, tmp_path, other, "no-file", FOLDER / "A_RES_76_906.txt")
    assert main(["parse", *map(str, given)]) == 2
    captured = capsys.readouterr()
    symbols = [json.loads(line)["symbol"] for line in captured.out.splitlines()]
    assert symbols == ["A/RES/77/79", "A/RES/76/906"]
    assert captured.err.splitlines() == [
        f"{empty}: It is empty",
        f"{picture}: It is a picture",
        f"{tmp_path}: Is a directory",
        f"{other}: It has no enacting words (“The General Assembly”)",
        "no-file: No such file or directory",
    ]


def test_a_content_folder_that_is_named_must_be_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("parse", "check"):
        assert main([command, "--content", "/nope", RAW]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.splitlines()[-1].endswith("the folder /nope does not exist")
    # The one taken by default need not: a file can be read anywhere.
    monkeypatch.chdir(tmp_path)
    assert main(["parse", str(ROOT / RAW)]) == 0
    assert capsys.readouterr().err == ""


def test_parse_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--format", "text", RAW]) == 0
    text = capsys.readouterr().out
    assert text.startswith("A/RES/77/79\nImplementation of the Convention on Cluster Munitions\n")
    assert "[OP 8]  #op8" in text
    assert "  8. Invites and encourages all interested States" in text


def test_files_given_count_as_held(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    earlier = tmp_path / "earlier.txt"
    raw = Path(RAW).read_text(encoding="utf-8").replace("77/79.", "76/47.")
    earlier.write_text(raw.replace("Seventy-seventh", "Seventy-sixth"), encoding="utf-8")
    assert main(["parse", RAW, str(earlier)]) == 0
    record = json.loads(capsys.readouterr().out.splitlines()[0])
    statuses = {
        reference["symbol"]: reference["status"]
        for reference in record["preamble"][0]["references"]
    }
    assert statuses["A/RES/76/47"] == "held"
    assert statuses["A/RES/75/62"] == "external"


@pytest.mark.parametrize("command", ["fetch", "import", "report"])
def test_what_is_not_yet_says_so(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "A", "B"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "not yet" in captured.err


def test_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse"]) == 2
    assert main(["nonsense"]) == 2
    assert main(["--help"]) == 0
    assert "usage: resolutions" in capsys.readouterr().out


def test_check_says_path_line_rule_and_counts_warnings_if_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hole = tmp_path / "hole.txt"
    raw = Path(RAW).read_bytes().replace(b"\n5. *Invites*", b"\n6. *Invites*")
    hole.write_bytes(raw)
    for options, code in (([], 0), (["--strict"], 1)):
        assert main(["check", str(hole), *options]) == code
        captured = capsys.readouterr()
        first, second = captured.out.splitlines()
        assert first.startswith(f"{hole}:63: number-hole: Paragraph 6 ")
        assert second.startswith(f"{hole}:65: number-repeated: Paragraph 6 ")
        assert captured.err == ""


def test_check_counts_no_info(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    linked = tmp_path / "linked.txt"
    linked.write_bytes(Path(RAW).read_bytes().replace(b"[63/71](#)", b"[63/71](https://a.example)"))
    assert main(["check", "--strict", str(linked)]) == 0
    assert f"{linked}:13: link-dropped: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        (ONE, f":17: reference-missing: “paragraph 99 of its resolution 77/962” in op1: {TWO} has"
              " no op99."),
        (THREE, f":17: reference-contradicted: “77/961” in op2: the words say {ONE}, the link"
                f" {TWO}."),
        (FOUR, ":13: reference-ambiguous: “51/2” in pp1: it is a resolution of the Commission on"
               " the Status of Women."),
    ],
)  # fmt: skip
def test_check_lists_references_that_lead_nowhere_and_fails_for_none(
    symbol: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "texts").mkdir()
    write_tangle(tmp_path / "texts")
    file = tmp_path / "texts" / f"{symbol.replace('/', '_')}.txt"
    # Markup stands in a title of these texts to try the pages: that is a warning of its own.
    file.write_text(file.read_text(encoding="utf-8").translate(NO_MARKUP), encoding="utf-8")
    given = ["check", str(file), "--content", str(tmp_path / "texts")]
    for options in ([], ["--strict"]):
        assert main([*given, *options]) == 0
        assert f"{file}{said}" in capsys.readouterr().out


def test_check_of_the_content_folder_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().out == ""


def test_check_of_a_folder_looks_at_raw_files_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages and settings of the site stand beside them: nobody should move them away."""
    content = tmp_path / "content"
    for name in ("resolutions", "about"):
        (content / name).mkdir(parents=True)
        (content / name / "page.md").write_text("# Lamps\n", encoding="utf-8")
    (content / "series.yml").write_text("Lamps:\n  name: Lamps\n", encoding="utf-8")
    for path in (content, content / "about", tmp_path):
        main(["check", str(path), "--content", str(content)])
        said = capsys.readouterr().out
        assert [name for name in ("about/page.md", "resolutions/page.md") if name in said] == (
            [] if path.name == "about" else ["resolutions/page.md"]
        )
        assert ("series.yml:1: series-invalid" in said) == (path == content)
        assert said.count("series.yml") == (path == content)
    # Who names the file wants to know, and a folder of raw files alone may hold its series, too.
    main(["check", str(content / "about" / "page.md"), "--content", str(content)])
    assert "about/page.md:1: not-a-resolution" in capsys.readouterr().out
    (content / "resolutions" / "page.md").unlink()
    flat = tmp_path / "flat"
    flat.mkdir()
    (flat / "series.yml").write_text("lamps:\n  name: Lamps\n", encoding="utf-8")
    (flat / "raw.txt").write_text(sound("77/903"), encoding="utf-8")
    assert main(["check", str(flat), "--content", str(flat)]) == 0


def test_check_counts_two_files_with_one_symbol(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(Path(RAW).read_bytes())
    assert main(["check", str(tmp_path), "--content", str(tmp_path)]) == 1
    assert "symbol-twice" in capsys.readouterr().out


def test_check_of_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"text\x00text")
    assert main(["check", str(binary)]) == 2
    assert f"{binary}:1: file-unreadable" in capsys.readouterr().out
    assert main(["check", "no-such-file", RAW]) == 2
    assert capsys.readouterr().err == "no-such-file: No such file or directory\n"


def test_check_of_a_file_that_is_no_resolution(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was read: a finding, with or without `--strict`."""
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir,\n")
    for options in ([], ["--strict"]):
        assert main(["check", str(letter), *options]) == 1
        assert f"{letter}:1: not-a-resolution: " in capsys.readouterr().out


@pytest.mark.parametrize(
    "settings",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}],
    ids=["ascii", "C"],
)
@pytest.mark.parametrize("command", [["parse"], ["parse", "--format", "text"], ["check"]])
def test_output_is_utf_8_whatever_the_terminal_says(
    tmp_path: Path, command: list[str], settings: dict[str, str]
) -> None:
    """Of a file whose name is no text in any encoding, too."""
    file = os.fsencode(tmp_path / "lämp") + b"\xff.txt"
    Path(os.fsdecode(file)).write_text(sound("77/903", "light", "<b>lïght"), encoding="utf-8")
    answer = subprocess.run(
        [os.fsencode(sys.executable), "-m", "mkdocs_resolutions", *command, file],
        env={**os.environ, **settings},
        capture_output=True,
    )
    assert (answer.returncode, answer.stderr) == (0, b"")
    out = answer.stdout.decode("utf-8")
    assert ("mp\\udcff.txt:1: file-name" if command == ["check"] else "<b>lïght") in out


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}])
def test_help_and_errors_print_on_every_terminal(settings: dict[str, str]) -> None:
    for arguments, code in (["--help"], 0), (["parse", "--help"], 0), (["parse", "lämp"], 2):
        answer = subprocess.run(
            [sys.executable, "-m", "mkdocs_resolutions", *arguments],
            env={**os.environ, **settings},
            capture_output=True,
        )
        assert answer.returncode == code
        assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize(
    ("option", "said"),
    [("--sources", "There is no folder /nope."), ("--config-file", "There is no file /nope.")],
)
def test_what_is_not_there_is_wrong_use(
    command: str, option: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, option, "/nope"]) == 2
    assert capsys.readouterr() == ("", f"{said}\n")


@pytest.mark.parametrize("address", ["foo", "foo:", ":8000", "127.0.0.1:99999", "a:1e3"])
def test_an_address_is_a_host_and_a_port(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--address", address]) == 2
    said = f"{address} is no HOST:PORT; name one such as 127.0.0.1:8000.\n"
    assert capsys.readouterr() == ("", said)


def test_a_port_in_use_is_said_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert main(["serve", "--address", address]) == 2
    said = capsys.readouterr().err
    assert re.fullmatch(rf"Nothing can be served at {address} \([^\n]+\); name another.\n", said)


def test_every_command_and_argument_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    (commands,) = (one for one in _parser()._actions if isinstance(one.choices, dict))
    assert isinstance(commands.choices, dict)
    assert {"fetch", "import", "report"} < commands.choices.keys()
    for name, parser in commands.choices.items():
        assert [one.dest for one in parser._actions if not one.help] == [], name
        assert main([name, "--help"]) == 0
        said = " ".join(capsys.readouterr().out.split())
        assert parser.description in said
        assert ("(not yet)." in parser.description) == (name in ("fetch", "import", "report"))


def test_who_builds_waits_for_no_library() -> None:
    """MkDocs loads it, in a process of its own: a second time would cost a fifth of a build."""
    loaded = (
        "import sys; import mkdocs_resolutions.cli\n"
        "assert not {'lxml', 'bs4', 'jinja2', 'rapidfuzz'} & set(sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
