"""The folder one is in is gone: a cleaned-up checkout, an unmounted disc. Everything says a sentence, or works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import hiproutine

COMMANDS = [
    ("list",),
    ("show", "cool-down"),
    ("show", "./mine.toml"),
    ("play", "mine.toml", "--plain"),
    ("check", "mine.toml"),
    ("edit", "mine.toml"),
    ("share", "mine.toml"),
    ("share", "cool-down"),
    ("workout", "cool-down"),
    ("export", "all.jsonl"),
    ("import", "all.jsonl"),
    ("today", "--ics", "a.ics"),
    ("run", "--distance", "5km"),
    ("paths",),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("relative", [False, True], ids=["", "relative home"])
def test_a_folder_that_is_gone_is_no_traceback(
    command: tuple[str, ...], relative: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    if relative:
        monkeypatch.setenv("HIPROUTINE_HOME", "mine")
    done = hiproutine(*command)
    assert done.status in {0, 1, 2}
    assert "Traceback" not in done.err
    assert done.status == 0 or len(done.err.splitlines()) in {1, 2, 3}
    if relative:
        assert "the folder that it begins in is gone" in done.err
