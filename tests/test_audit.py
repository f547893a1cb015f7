"""`make audit` on a machine that lacks what it needs."""

from __future__ import annotations

from pathlib import Path

import pytest

import audit


def test_what_is_missing_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(audit, "find_browser", lambda: None)
    assert audit.main() == 2
    said = capsys.readouterr().err
    for name in ("Node", "npm", "Java", "Chromium"):
        assert name in said
    assert said.count("\n") == 1


def test_versions_are_exact() -> None:
    assert audit.TOOLS
    assert all(version.replace(".", "").isdigit() for version in audit.TOOLS.values())
