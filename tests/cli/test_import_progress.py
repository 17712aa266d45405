"""What a terminal is told while files of runs are read."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from threading import Event

import pytest

from hiproutine.cli import import_progress
from hiproutine.cli.import_progress import Progress


class Terminal(io.StringIO):
    """A standard error that is a terminal, and notices what is written."""

    def __init__(self, *, attended: bool) -> None:
        super().__init__()
        self.written = Event()
        self._attended = attended

    def isatty(self) -> bool:
        return self._attended

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)


def test_a_file_that_is_taken_apart_in_one_go_is_said_to_be_read_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(attended=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(import_progress, "STILL", 0.01)
    with Progress([]):
        assert terminal.written.wait(10)
    said = terminal.getvalue()
    assert said.startswith("\rReading, 0 s\x1b[K")
    assert said.endswith("\r\x1b[K")


def test_the_share_that_was_read_is_said_where_there_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1234")
    terminal = Terminal(attended=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(import_progress, "PATIENCE", 0)
    monkeypatch.setattr(import_progress, "STEP", 0)
    with Progress([tmp_path]) as progress:
        progress.advance(2)
        progress.show(1)
    assert terminal.getvalue().split("\r")[1:3] == [
        f"{'█' * 10:░<20}  50%\x1b[K",
        f"{'█' * 10:░<20}  50%, 1 new one\x1b[K",
    ]


def test_nothing_is_said_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(attended=False)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(import_progress, "PATIENCE", 0)
    with Progress([]) as progress:
        progress.advance(2)
        progress.show(1)
    assert terminal.getvalue() == ""
