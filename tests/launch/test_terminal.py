"""The real program in a real terminal, as a person meets it."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a POSIX thing", allow_module_level=True)

from hiproutine.paths import bundled
from tests.benchmarks.homes import settled
from tests.terminals import CTRL_C, CTRL_Z, ENTER, Terminal

SLACK = 1.5
"""Seconds a bell may be late on a busy machine; 0.1 is what is meant."""
PAINT_AGAIN, CLEARED = b"\x0c", b"\x1b[2J"
AFTERWARDS = "How is the hip now?"

SHORT = """
title = "Six seconds"
defaults = { get_ready = "1s", transition = "0s" }
steps = [{ name = "First", hold = "4s" }, { name = "Second", hold = "1s" }]
"""
QUICK = """
title = "Two seconds"
defaults = { get_ready = "1s", transition = "0s" }
steps = [{ name = "First", hold = "1s" }]
"""
LONG = """
title = "Ten minutes"
defaults = { get_ready = "0s", transition = "0s" }
steps = [{ name = "Stand still", hold = "10m" }]
"""
BLOCKS = """
title = "Two blocks"
defaults = { get_ready = "1s", transition = "1s" }
blocks = [
  { title = "Warm", steps = [{ name = "First", hold = "20s" }] },
  { title = "Cool", steps = [{ name = "Second", hold = "4s" }] },
]
"""
OWN_PACE = """
title = "Own pace"
defaults = { get_ready = "0s", transition = "0s" }
steps = [
  { confirm = "Is the floor dry?" },
  { name = "Circles", open = "2s" },
  { name = "Last", hold = "2s" },
]
"""


@pytest.fixture(autouse=True)
def used_before(home: Path) -> None:
    """Nothing is asked before a routine."""
    settled(home / "hiproutine", asked=False)


def hiproutine(
    *arguments: str, env: Mapping[str, str] | None = None, columns: int = 80, rows: int = 24, warm: bool = False
) -> Terminal:
    """The program in a terminal."""
    return Terminal([sys.executable, "-m", "hiproutine", *arguments], env, columns, rows, warm=warm)


def played(
    folder: Path, routine: str, *options: str, env: Mapping[str, str] | None = None, warm: bool = True
) -> Terminal:
    """The program playing a routine of its own file."""
    path = folder / "routine.toml"
    path.write_text(routine, encoding="utf-8")
    return hiproutine("play", str(path), *options, env=env, warm=warm)


def latenesses(moments: list[float], planned: list[float]) -> list[float]:
    """How much later than planned each came than the most punctual one."""
    offsets = [moment - plan for moment, plan in zip(moments, planned, strict=True)]
    return [offset - min(offsets) for offset in offsets]


def close_summary(terminal: Terminal, headline: str) -> int:
    """Answers that there is no pain, waits for the summary and closes it; the exit status."""
    terminal.wait_for(lambda: headline in terminal.text or AFTERWARDS in terminal.text)
    if headline not in terminal.text:
        terminal.send("n")
    terminal.wait_for(headline)
    terminal.send(ENTER)
    return terminal.wait()


@pytest.mark.long
def test_a_routine_plays_to_its_summary_with_every_bell_in_time_whatever_becomes_of_the_window(tmp_path: Path) -> None:
    with played(tmp_path, SHORT, warm=False) as terminal:
        terminal.wait_for(lambda: "Get ready" in terminal.text and "Six seconds" in terminal.text)
        terminal.wait_for(lambda: "Hold" in terminal.text and "First" in terminal.text)
        terminal.resize(50, 15)
        terminal.wait_for(lambda: "A little more room" in terminal.text and "First" not in terminal.text)
        rung = len(terminal.rings)
        terminal.wait_for(lambda: len(terminal.rings) > rung)
        terminal.resize(80, 24)
        terminal.wait_for(lambda: "Six seconds" in terminal.text and "A little more room" not in terminal.text)
        terminal.wait_for(lambda: "Second" in terminal.text and "First" not in terminal.text)
        assert close_summary(terminal, "Done.") == 0
        assert len(terminal.rings) == 9, "zero, 3-2-1, zero, end"
        assert max(latenesses(terminal.rings, [1, 2, 3, 4, 5, 6, 6, 6, 6])) < SLACK
        assert terminal.restored


@pytest.mark.long
def test_half_time_rings_twice_and_a_new_block_three_times(tmp_path: Path) -> None:
    with played(tmp_path, BLOCKS, "--speed", "5") as terminal:
        terminal.wait_for("rehearsal 5×")
        assert close_summary(terminal, "Done.") == 0
        planned = [1, 11, 11, 18, 19, 20, 21, 22, 22, 22, 23, 24, 25, 26, 26, 26, 26]
        assert len(terminal.rings) == len(planned), "zero, half, 3-2-1, zero, block, 3-2-1, end"
        assert max(latenesses(terminal.rings, [second / 5 for second in planned])) < SLACK


def test_q_and_n_stay_and_a_closed_line_ends_it_at_once(tmp_path: Path) -> None:
    with played(tmp_path, LONG) as terminal:
        terminal.wait_for("Stand still")
        terminal.send("q")
        terminal.wait_for("Leave the routine here?")
        terminal.send("n")
        terminal.wait_for(lambda: "Leave the routine here?" not in terminal.text)
        terminal.wait_for("Get ready")
        terminal.wait_for("Hold")
        assert terminal.status is None
        ended_by(terminal, signal.SIGHUP)


def ended_by(terminal: Terminal, number: signal.Signals) -> None:
    """A signal ends it at once and restores the terminal."""
    terminal.kill(number)
    assert terminal.wait() == 1
    assert terminal.restored
    assert b"Traceback" not in terminal.output


def test_ctrl_c_asks_and_leaves_when_it_comes_again(tmp_path: Path) -> None:
    with played(tmp_path, LONG) as terminal:
        terminal.wait_for("Stand still")
        terminal.send(CTRL_C)
        terminal.wait_for("Leave the routine here?")
        terminal.watch(0.6)
        terminal.send(CTRL_C)
        assert close_summary(terminal, "Ended early.") == 1
        assert terminal.restored


def test_closed_windows_leave_nothing_running() -> None:
    """Several, each closed with its first frame: what is still being written must not keep one alive."""
    with ExitStack() as windows:
        terminals = []
        for warm in (False, True, True):  # one after the other: a start waits 0.2 s at most for a journal that is held
            terminals.append(windows.enter_context(hiproutine("play", "post-run-hip-stretch", warm=warm)))
            terminals[-1].wait_for("Get ready")
        for terminal in terminals:
            terminal.hang_up()
        assert [terminal.wait(timeout=10) for terminal in terminals] == [1] * 3


def words_of(text: str) -> str:
    """What stands there without what changes every second: numbers, large digits, bar and figure."""
    return re.sub(r"\d+|[^!-~]", "", text)


def hold_up(terminal: Terminal) -> None:
    """Lets more be painted than a window takes whose line hangs."""
    for _ in range(100):
        os.write(terminal.fileno(), PAINT_AGAIN)
        sleep(0.01)


@pytest.mark.long
def test_a_window_that_takes_nothing_for_a_while_shows_the_time_afterwards_and_closed_it_ends(tmp_path: Path) -> None:
    """As over a line that hangs: what waits to be written must not keep the end from coming."""
    with played(tmp_path, LONG) as terminal:
        begun = terminal.wait_for("Stand still")
        hold_up(terminal)
        sleep(1.5)
        terminal.wait_for(
            lambda: any(f"9:{round(begun - monotonic() + 60 + late):02d} left" in terminal.text for late in (0, 1))
        )
        assert terminal.text.count("Stand still") == 1
        assert len(terminal.output) < 200_000
        terminal.watch(0.5)
        shown, before = words_of(terminal.text), len(terminal.output)
        os.write(terminal.fileno(), PAINT_AGAIN)
        terminal.wait_for(lambda: CLEARED in terminal.output[before:] and words_of(terminal.text) == shown)
        hold_up(terminal)
        terminal.hang_up()
        assert terminal.wait(timeout=10) == 1


def test_a_suspended_program_gives_the_terminal_back_and_comes_back_paused(tmp_path: Path) -> None:
    with played(tmp_path, LONG, warm=False) as terminal:
        terminal.wait_for("9:59")
        for way in ("key", "signal"):
            terminal.send(CTRL_Z) if way == "key" else terminal.kill(signal.SIGTSTP)
            terminal.wait_for(lambda: terminal.stopped)
            assert terminal.restored
            terminal.kill(signal.SIGCONT)
            terminal.wait_for(lambda: not terminal.stopped and 1049 in terminal.modes)
            terminal.wait_for("Paused")
            terminal.send(" ")
            terminal.wait_for(lambda: "Paused" not in terminal.text and "Get ready" in terminal.text)
        ended_by(terminal, signal.SIGTERM)


@pytest.mark.long
def test_who_was_away_finds_it_paused_and_nothing_skipped(tmp_path: Path) -> None:
    """The one slow test: five seconds away are five real seconds."""
    with played(tmp_path, LONG) as terminal:
        terminal.wait_for("9:59")
        rung = len(terminal.rings)
        terminal.kill(signal.SIGSTOP)
        terminal.watch(5.5)
        terminal.kill(signal.SIGCONT)
        terminal.wait_for("away for", timeout=5)
        assert "Paused" in terminal.text
        assert "9:59 left" in terminal.text
        assert len(terminal.rings) == rung
        terminal.send("q")
        terminal.wait_for("Leave the routine here?")
        terminal.send("y")
        assert close_summary(terminal, "Ended early.") == 1
        assert terminal.restored
        assert b"Traceback" not in terminal.output


def test_without_colour_words_and_marks_tell_the_phases(tmp_path: Path) -> None:
    with played(tmp_path, SHORT, env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("▸ Get ready")
        terminal.wait_for("● Hold")
        terminal.send(" ")
        terminal.wait_for("‖ Paused")


def test_eight_colours_are_enough(tmp_path: Path) -> None:
    with played(tmp_path, QUICK, env={"TERM": "xterm"}) as terminal:
        terminal.wait_for("▸ Get ready")
        terminal.wait_for("● Hold")
        assert b"38;2;" not in terminal.output
        assert b"38;5;" not in terminal.output
        assert close_summary(terminal, "Done.") == 0


def test_what_has_no_clock_waits_for_space(tmp_path: Path) -> None:
    with played(tmp_path, OWN_PACE, "--speed", "10") as terminal:
        terminal.wait_for("Is the floor dry?")
        terminal.watch(0.5)
        assert "Is the floor dry?" in terminal.text
        terminal.send(" ")
        terminal.wait_for("Circles")
        terminal.watch(0.5)
        assert "Circles" in terminal.text
        assert "space when done" in terminal.text
        terminal.send(" ")
        assert close_summary(terminal, "Done.") == 0


def test_an_unknown_routine_is_said_with_its_neighbours() -> None:
    with hiproutine("play", "post-run-hip-strech", columns=200, warm=True) as terminal:
        assert terminal.wait() == 2
        assert "post-run-hip-stretch" in terminal.text
        assert b"\x1b[?1049h" not in terminal.output


@pytest.mark.long
def test_the_library_finds_a_routine_by_typing_and_plays_it() -> None:
    folder = Path(os.environ["HIPROUTINE_HOME"]) / "routines"
    folder.mkdir(parents=True)
    (folder / "zigzag.toml").write_text(QUICK.replace("Two seconds", "Zigzag"), encoding="utf-8")
    with hiproutine() as terminal:
        terminal.wait_for("Post-run hip stretch")
        terminal.wait_for(f"{len([*bundled().glob('*.toml')]) + 1} routines")
        terminal.send("zig")
        terminal.wait_for("1 routine")
        assert "Post-run hip stretch" not in terminal.text
        terminal.send(ENTER)
        terminal.wait_for("Get ready")
        terminal.wait_for(AFTERWARDS)
        terminal.send("n")
        terminal.wait_for("Done.")
        terminal.send(ENTER)
        terminal.wait_for("1 routine")
        terminal.send(CTRL_C)
        assert terminal.wait() == 0
        assert terminal.restored


def test_a_terminal_of_unknown_size_is_no_trouble() -> None:
    with hiproutine("play", "post-run-hip-stretch", columns=0, rows=0, warm=True) as terminal:
        terminal.wait_for(lambda: "Post-run hip stretch" in terminal.text or "room" in terminal.text)
        terminal.send("q")
        terminal.wait_for("Leave the routine here?")
        terminal.send("y")
        assert close_summary(terminal, "Ended early.") == 1
        assert b"Traceback" not in terminal.output
