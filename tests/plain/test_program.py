"""Plain mode as a process: in a real terminal, and without one."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a POSIX thing", allow_module_level=True)

from hiproutine.journal.records import SessionRecord, State
from hiproutine.journal.store import Journal
from tests.benchmarks.homes import settled
from tests.cli.running import Ran, hiproutine
from tests.cues.rig import program
from tests.terminals import CTRL_C, CTRL_Z, Terminal
from tests.warm_start import STARTS

PLAY = """
import sys
from hiproutine.launch.prefetch import Prefetch
from hiproutine.config.choices import Choices
choices = Choices(speed=float(sys.argv[2]))
ahead = Prefetch(sys.argv[1], choices.kept_in)
ahead.known()
opened = ahead.opened()
from hiproutine.plain.run import play_plain
finished = play_plain(opened, choices)
heavy = {"textual", "rich", "pydantic", "pydantic_core", "asyncio"} & sys.modules.keys()
assert not heavy, heavy
sys.exit(0 if finished else 1)
"""
PLAY_AND_SAY_SO = f"""
import sys
from hiproutine.plain.posix import PosixConsole
drain = PosixConsole.drain
def drained(console):
    print("played", file=sys.stderr, flush=True)
    drain(console)
PosixConsole.drain = drained
{PLAY}"""
"""Says on standard error when the routine is over, before it waits for who reads it."""
LONG = """
title = "Ten minutes"
defaults = { get_ready = "0s", transition = "0s" }
steps = [{ name = "Stand still", hold = "10m" }]
"""
SHORT = """
title = "Two steps"
defaults = { get_ready = "5s", transition = "0s" }
steps = [{ confirm = "Dry floor?" }, { name = "First", hold = "20s" }, { name = "Second", open = "2s" }]
"""
COUNTED = """
title = "Two holds"
defaults = { get_ready = "0s", transition = "0s" }
steps = [{ name = "First", hold = "8s" }, { name = "Second", hold = "8s" }]
"""
MOST_LATE = 0.1
AFTERWARDS = "How is the hip now?"


@pytest.fixture
def used_before(home: Path) -> None:
    """Nothing is asked before a routine."""
    settled(home / "hiproutine", asked=False)


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    """A file to write a routine in."""
    return tmp_path / "routine.toml"


def command(path: Path, text: str, speed: float = 1.0, play: str = PLAY) -> list[str]:
    """What plays a routine of its own file, from the start of a Python to its end."""
    path.write_text(text, encoding="utf-8")
    return plays(path, speed, play)


def plays(routine: str | Path, speed: float = 1.0, play: str = PLAY) -> list[str]:
    """What plays a routine, from the start of a Python to its end; those that come with the program start soonest."""
    return [sys.executable, "-c", play, str(routine), str(speed)]


def played(path: Path, text: str, speed: float = 1.0, env: Mapping[str, str] | None = None) -> Terminal:
    """The program in a terminal, playing a routine of its own file, forked where it is imported."""
    path.write_text(text, encoding="utf-8")
    return Terminal([*STARTS, "play", str(path), "--plain", "--speed", str(speed)], env, rows=60, warm=True)


def piped(path: Path, text: str, speed: float) -> Ran:
    """How it went without a terminal."""
    done = subprocess.run(
        command(path, text, speed), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def kept() -> list[SessionRecord]:
    """The sessions of the journal."""
    with Journal(Path(os.environ["HIPROUTINE_HOME"]) / "journal.sqlite3") as journal:
        return journal.sessions()


def test_without_a_terminal_it_runs_to_its_end(routine: Path) -> None:
    ran = piped(routine, SHORT, 300)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:4] == [
        "Nobody can answer here, so nothing is asked, and what you would pace takes its estimate.",
        "Two steps, about 27 seconds, 2 steps.",
        "Check: Dry floor?",
        "Next: First, 20 seconds. Step 1 of 2.",
    ]
    assert "Second, at your pace, about 2 seconds. Step 2 of 2." in lines
    assert lines[-3:] == ["Second: done.", "This was a rehearsal.", "Nothing of this is kept."]
    assert "\x1b" not in ran.out
    assert "\a" not in ran.out


@pytest.mark.usefixtures("used_before")
def test_a_reader_that_goes_away_ends_the_session_without_a_word() -> None:
    process = subprocess.Popen(
        plays("cool-down"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=10) == 1
    assert process.stderr.read() == b""
    process.stderr.close()
    assert [one.outcome for one in kept()] == [State.ACTIVE]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_is_said_and_ends_the_session() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            plays("cool-down", 2), stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, timeout=30,
            check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == b"This could not be written to standard output: No space left on device.\n"


@pytest.mark.usefixtures("used_before")
def test_keys_work_in_a_terminal_and_nothing_moves_the_cursor(routine: Path) -> None:
    with Terminal(command(routine, LONG), env={"TERM": "dumb"}, rows=60) as terminal:
        terminal.wait_for("Stand still, 10 minutes.")
        assert not cooked(terminal)
        terminal.send(" ")
        terminal.wait_for("Paused. Space goes on.")
        terminal.send("\x1b[C")
        terminal.wait_for("That was the last step.")
        terminal.wait_for(AFTERWARDS)
        terminal.send("11\r")
        terminal.wait_for("A whole number from 0 to 10, please")
        terminal.send("1x\x7f0\r")
        terminal.wait_for("The worst during it?")
        terminal.send("q\r")
        terminal.wait_for("Does any of this apply?")
        terminal.send("n\r")
        assert terminal.wait() == 1
        assert terminal.restored
        assert b"\x1b" not in terminal.output
        assert "Stand still: skipped." in terminal.text
    assert [one.outcome for one in kept()] == [State.ENDED_EARLY]


BELL = {"by itself": "sound = false", "chosen": "bell = true", "not": "bell = false", "tones instead": "sound = true"}


@pytest.mark.parametrize("how", BELL)
@pytest.mark.parametrize("output", ["terminal", "pipe"])
def test_the_bell_rings_in_a_terminal_alone(how: str, output: str, routine: Path, home: Path) -> None:
    place = settled(home / "hiproutine", asked=False) / "config.toml"
    place.write_text(f"{place.read_text(encoding='utf-8')}[cues]\n{BELL[how]}\n", encoding="utf-8")
    if output == "pipe":
        routine.write_text(SHORT, encoding="utf-8")
        ran = hiproutine("play", str(routine), "--plain", "--speed", "300")
        assert (ran.status, ran.err, "\a" in ran.out, "Second: done." in ran.out) == (0, "", False, True)
        return
    with played(routine, SHORT, 100) as terminal:
        terminal.wait_for("Check: Dry floor?")
        terminal.send(" ")
        terminal.wait_for("Press space when you are done.")
        terminal.send(" ")
        assert terminal.wait() == 0
        assert bool(terminal.rings) is (how in {"by itself", "chosen"})


@pytest.mark.usefixtures("used_before")
def test_changed_keys_hold_in_a_terminal(routine: Path, home: Path) -> None:
    place = home / "hiproutine" / "config.toml"
    text = '[keys.player]\nspace = "f5"\nnext = "ctrl+n"\nleave = "<"\n'
    place.write_text(f"{place.read_text(encoding='utf-8')}{text}", encoding="utf-8")
    with played(routine, LONG) as terminal:
        terminal.wait_for("F5 pauses and goes on, less than sign leaves, question mark says all keys.")
        terminal.wait_for("Stand still, 10 minutes.")
        terminal.send(" q\x1b[15~")
        terminal.wait_for("Paused. F5 goes on.")
        terminal.send("<")
        terminal.wait_for("Leave the routine here? y leaves, n stays.")
        terminal.send("n\x0e")
        terminal.wait_for("That was the last step.")
        terminal.send(CTRL_C)
        assert terminal.wait() == 1
        assert terminal.text.count("Leave the routine here?") == 1


@pytest.mark.usefixtures("used_before")
def test_a_signal_ends_it_and_restores_the_terminal() -> None:
    with Terminal(plays("cool-down")) as terminal:
        terminal.wait_for("Step 1 of ")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == 1
        assert terminal.restored
        assert b"Traceback" not in terminal.output
    assert [one.outcome for one in kept()] == [State.ACTIVE]


@pytest.mark.usefixtures("used_before")
def test_a_closed_window_leaves_nothing_running(routine: Path) -> None:
    with played(routine, LONG) as terminal:
        terminal.wait_for("Stand still")
        terminal.hang_up()
        assert terminal.wait(timeout=4) == 1
    assert [one.outcome for one in kept()] == [State.ACTIVE]


@pytest.mark.usefixtures("used_before")
def test_it_comes_back_from_the_background_waiting_and_ctrl_c_leaves_at_the_second_time(routine: Path) -> None:
    with played(routine, LONG) as terminal:
        terminal.wait_for("Stand still")
        for times, way in enumerate(("key", "stop"), 1):
            terminal.send(CTRL_Z) if way == "key" else terminal.kill(signal.SIGSTOP)
            terminal.wait_for(lambda: terminal.stopped, timeout=5)
            assert cooked(terminal) is (way == "key"), "nobody can give it back when stopped from outside"
            terminal.kill(signal.SIGCONT)
            terminal.wait_for(lambda times=times: terminal.text.count("The routine waits. Space goes on.") == times)  # type: ignore[misc]
            assert not cooked(terminal)
        terminal.send(f" {CTRL_C}")
        terminal.wait_for("Leave the routine here?")
        terminal.send(CTRL_C)
        terminal.wait_for(AFTERWARDS)
        terminal.send(CTRL_C)
        terminal.wait_for("Ended early.")
        assert terminal.wait() == 1
        assert terminal.restored
        assert b"Traceback" not in terminal.output


@pytest.mark.parametrize("script", ["exec sleep 60", "exit 1", "exec 0<&-; exec sleep 60"])
def test_programs_that_misbehave_make_no_line_late(script: str, routine: Path, tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("espeak-ng", "spd-say", "aplay", "paplay", "systemd-inhibit"):
        program(folder, name, script)
    place = settled(home / "hiproutine", asked=False) / "config.toml"
    place.write_text(f"{place.read_text(encoding='utf-8')}[cues]\nvoice = true\nsound = true\n", encoding="utf-8")
    env = {"PATH": os.pathsep.join([str(folder), "/usr/bin", "/bin"])}

    def attempt() -> float:
        with played(routine, COUNTED, 8, env) as terminal:
            terminal.wait_for("That was the last step.")
            first = next(moment for moment, chunk in terminal.written if b"First," in chunk)
            lines = [(moment, line) for moment, chunk in terminal.written for line in chunk.splitlines()]
            moments = [moment for moment, line in lines if line.strip(b"\a") in {b"3", b"2", b"1"}]
            assert len(moments) == 6, terminal.text
            due = [first + at / 8 for at in (5, 6, 7, 13, 14, 15)]
            return max(abs(is_ - was) for is_, was in zip(moments, due, strict=True))

    assert any(attempt() < MOST_LATE for _ in range(3))  # a machine that is busy elsewhere is no fault of ours


def test_who_does_not_read_does_not_hold_up_the_countdown(routine: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    while True:
        try:
            os.write(writing, b"." * 4096)
        except BlockingIOError:
            break
    os.set_blocking(writing, True)
    process = subprocess.Popen(
        command(routine, SHORT, 100, PLAY_AND_SAY_SO), stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert process.stderr
    try:
        assert select.select([process.stderr], [], [], 60)[0], "it waits for who reads"
        assert process.stderr.readline() == b"played\n"
        assert process.poll() is None, "it ended before anybody read its lines"
        text = b""
        while chunk := os.read(reading, 1 << 16):
            text += chunk
    finally:
        os.close(reading)
    with process:
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""
    assert text.lstrip(b".").endswith(b"Nothing of this is kept.\n")


def cooked(terminal: Terminal) -> bool:
    """Whether the terminal collects lines and echoes, as a shell has it."""
    local = termios.tcgetattr(terminal.fileno())[3]
    return bool(local & termios.ICANON and local & termios.ECHO)
