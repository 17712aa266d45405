"""A session of the real program in a real terminal, from the first use to what is kept of it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a POSIX thing", allow_module_level=True)

from hiproutine.journal.records import State
from hiproutine.journal.store import Journal
from tests.benchmarks.homes import settled
from tests.terminals import ENTER, Terminal

SHORT = """
title = "Short one"
defaults = { get_ready = "0s", transition = "0s" }
steps = [{ name = "Stand", hold = "1s" }]
"""
LONG = SHORT.replace("1s", "10m")


def hiproutine(*arguments: str, warm: bool = True) -> Terminal:
    """The program in a terminal."""
    return Terminal([sys.executable, "-m", "hiproutine", *arguments], warm=warm)


@pytest.fixture
def place(home: Path) -> Path:
    """Where its journal is."""
    return Path(os.environ["HIPROUTINE_HOME"]) / "journal.sqlite3"


@pytest.mark.long
def test_the_first_use_from_the_notice_to_the_first_stretch_and_out(place: Path) -> None:
    with hiproutine("play", "post-run-hip-stretch", warm=False) as terminal:
        for text, keys in (
            ("Before the first time", ENTER),
            ("How is the hip right now?", "1"),
            ("The worst in the last 24 hours?", "2"),
            ("A pain reliever in the last 8 hours?", "s"),
            ("Does any of this apply?", "n"),
            ("Get ready", "q"),
            ("Leave the routine here?", "y"),
            ("How is the hip now?", "1"),
            ("The worst during it?", "\x1b"),
            ("Ended early.", ENTER),
        ):
            terminal.wait_for(text)
            terminal.send(keys)
        assert terminal.wait() == 1
        assert terminal.restored
    with Journal(place) as journal:
        [session] = journal.sessions()
        assert session.outcome is State.ENDED_EARLY
        assert [(one.moment, one.score) for one in journal.readings_of([session.id])] == [("before", 1), ("after", 1)]


@pytest.mark.long
def test_after_a_kill_it_is_offered_to_go_on(place: Path, tmp_path: Path) -> None:
    settled(place.parent, asked=False)
    path = tmp_path / "long.toml"
    path.write_text(LONG, encoding="utf-8")
    with hiproutine("play", str(path)) as terminal:
        terminal.wait_for("9:58")
        terminal.kill(signal.SIGKILL)
        terminal.wait()
    with hiproutine("play", "ice-therapy") as terminal:
        terminal.wait_for("Short one was cut short")
        terminal.send(ENTER)
        terminal.wait_for("Get ready")
        terminal.wait_for("Stand")
        terminal.send("q")
        terminal.wait_for("Leave the routine here?")
        terminal.send("y")
        terminal.wait_for("How is the hip now?")
        terminal.send("n")
        terminal.wait_for("Ended early.")
        terminal.send(ENTER)
        assert terminal.wait() == 1
    with Journal(place) as journal:
        assert [one.outcome for one in journal.sessions()] == [State.ENDED_EARLY]


@pytest.mark.usefixtures("first_start")
def test_a_damaged_journal_is_said_left_alone_and_played_without(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "short.toml"
    path.write_text(SHORT, encoding="utf-8")
    place.parent.mkdir(parents=True)
    place.write_bytes(b"not a journal " * 500)
    with hiproutine("play", str(path)) as terminal:
        terminal.wait_for("The journal cannot be used")
        terminal.wait_for(lambda: "is not a journal" in " ".join(terminal.text.split()))  # the path may be long
        terminal.send(ENTER)
        terminal.wait_for("Nothing of this is kept.")
        terminal.send(ENTER)
        assert terminal.wait() == 0
    assert place.read_bytes() == b"not a journal " * 500
