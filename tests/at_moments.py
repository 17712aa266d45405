"""The real commands, in this process and each at its moment: a history told as a person would."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest
from click.testing import CliRunner

from hiproutine import clock
from hiproutine.cli.main import cli
from hiproutine.journal.file import JournalFile
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from tests.journal.shelf import Wall


class Commands:
    """Runs commands at moments, in a home that nobody has used."""

    def __init__(self, patch: pytest.MonkeyPatch, zone: tzinfo = UTC) -> None:
        self.zone = zone
        self.wall = Wall(datetime(2026, 11, 2, 8, tzinfo=zone))
        usual = JournalFile.__init__.__kwdefaults__
        assert usual
        patch.setitem(usual, "now", self.wall)
        patch.setattr(clock, "local_now", self.wall)

    @property
    def place(self) -> Path:
        """The journal's file."""
        return find_paths().journal

    @property
    def journal(self) -> Journal:
        """The journal, by the same clock."""
        return Journal(self.place, now=self.wall)

    def at(self, moment: str) -> None:
        """Sets the clock, as `2026-11-02 08:00`."""
        self.wall.now = datetime.fromisoformat(moment).replace(tzinfo=self.zone)

    def __call__(self, line: str, at: str = "") -> str:
        """What a command prints; AssertionError where it fails."""
        if at:
            self.at(at)
        done = CliRunner().invoke(cli, shlex.split(line), prog_name="hiproutine")
        assert done.exit_code == 0, done.output
        return done.output

    def tell(self, history: str) -> str:
        """Lines of `moment| command`; what the last one prints."""
        said = ""
        for line in filter(None, map(str.strip, history.splitlines())):
            moment, _, command = line.partition("|")
            said = self(command, moment)
        return said
