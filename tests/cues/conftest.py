"""Programs that only pretend."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cues.rig import program


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Puts a program on PATH that does what a shell script says; `$LOG` is a file to write to."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), "/usr/bin", "/bin"]))
    monkeypatch.setenv("LOG", str(tmp_path / "log"))
    return lambda name, script: program(folder, name, script)


@pytest.fixture
def log(tmp_path: Path) -> Callable[[], list[str]]:
    """The lines the programs have written."""
    path = tmp_path / "log"
    return lambda: path.read_text(encoding="utf-8").splitlines() if path.exists() else []
