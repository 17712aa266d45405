"""Commands whose output goes nowhere: a sentence for a full disk, silence where nobody reads on, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hiproutine.cli.output import printing
from hiproutine.journal.store import Journal
from tests.journal.shelf import keep_session, reading, session_record

FULL = Path("/dev/full")
COMMANDS = [["history", "--json"], ["export"]]


@pytest.fixture
def much(place: Path) -> Path:
    """A journal of which more is printed than a pipe holds at once."""
    with Journal(place) as journal:
        keep_session(journal, session_record())
        journal.add_reading(reading(note="x" * 10_000))
    return place


def start(command: list[str], place: Path, out: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "hiproutine", *command, "--journal", str(place)], stdout=out, stderr=subprocess.PIPE
    )


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_is_one_sentence(much: Path, command: list[str]) -> None:
    with FULL.open("w") as out:
        program = start(command, much, out.fileno())
        said = program.communicate()[1].decode()
    assert said == "This could not be written to standard output: No space left on device.\n"
    assert program.returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise elsewhere")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_that_went_away_is_told_nothing(much: Path, command: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    program = start(command, much, writer)
    os.close(writer)
    assert program.communicate()[1] == b""
    assert program.returncode == 1


def test_other_troubles_are_not_taken_for_it() -> None:
    with pytest.raises(FileNotFoundError), printing():
        raise FileNotFoundError(2, "gone")
