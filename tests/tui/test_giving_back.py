"""The terminal is given back, also where the loop waits for something that never comes."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from hiproutine.tui.terminal_modes import TerminalModes
from hiproutine.tui.terminal_writer import _give_back_once

TAKEN = ("\x1b[?1049h", "\x1b[?1000h", "\x1b[?1006h", "\x1b[?25l", "\x1b[>25u", "\x1b[?2004h", "\x1b[?7l", "\x1b[?1;2h")
GIVEN = ("\x1b[?2004l", "\x1b[?7h", "\x1b[?1006l\x1b[?1000l", "\x1b[<u", "\x1b[?1049l", "\x1b[?25h", "\x1b[?1;2l")

HANGS = """
import sys, time
from pathlib import Path
from hiproutine.tui import signals
from hiproutine.tui.app import HiproutineApp
from hiproutine.config.settings import Settings
from hiproutine.dialogue.context import Context

signals.LAST_SECONDS = 0.2
class Hanging(HiproutineApp):
    CSS_PATH = [str(Path(signals.__file__).parent / name) for name in HiproutineApp.CSS_PATH]
    def _open_library(self):
        self.call_after_refresh(self.hang)
    def hang(self):
        self.write_to_terminal("hanging")
        time.sleep(60)
Hanging(context=lambda _: Context(None), settings=Settings).run()
"""


def test_what_was_set_is_set_back_and_nothing_else() -> None:
    modes = TerminalModes()
    for text in TAKEN:
        modes.wrote(text)
    back = modes.back()
    assert back.startswith("\x1b[<u")
    modes.wrote("\x1b[m" * 100 + "\x1b[?9h")  # a picture sets nothing
    assert modes.back() == back
    for text in GIVEN:
        modes.wrote(text)
    assert modes.back() == ""


def test_what_was_given_back_in_part_is_not_given_twice() -> None:
    modes = TerminalModes()
    for text in (*TAKEN, *GIVEN[:4]):
        modes.wrote(text)
    assert modes.back() == "\x1b[?1l\x1b[?2l\x1b[?1049l\x1b[?25h"


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is a POSIX thing")
def test_a_loop_that_hangs_keeps_nobodys_terminal(home: Path) -> None:
    from tests.terminals import Terminal

    with Terminal([sys.executable, "-c", HANGS], env={"PYTHONPATH": str(Path(__file__).parents[2])}) as terminal:
        terminal.wait_for(lambda: b"hanging" in terminal.output)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == 1
        assert terminal.restored, terminal.changes


ENDS = """
import os, signal
from pathlib import Path
from hiproutine.tui import signals
from hiproutine.tui.app import HiproutineApp
from hiproutine.config.settings import Settings
from hiproutine.dialogue.context import Context

class Ending(HiproutineApp):
    CSS_PATH = [str(Path(signals.__file__).parent / name) for name in HiproutineApp.CSS_PATH]
    def _open_library(self):
        self.call_after_refresh(self.exit)
Ending(context=lambda _: Context(None), settings=Settings).run()
print("at the end", flush=True)
os.kill(os.getpid(), signal.SIGTSTP)
"""


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is a POSIX thing")
def test_a_ctrl_z_at_the_very_end_gives_nothing_back_twice(home: Path) -> None:
    from tests.terminals import Terminal

    with Terminal([sys.executable, "-c", ENDS], env={"PYTHONPATH": str(Path(__file__).parents[2])}) as terminal:
        terminal.wait_for(lambda: terminal.stopped)
        assert terminal.restored, terminal.changes
        terminal.kill(signal.SIGCONT)
        assert terminal.wait() == 0
        assert terminal.restored, terminal.changes


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_a_ctrl_z_waits_until_the_terminal_is_wholly_taken_or_given_back() -> None:
    done: list[str] = []

    class Driver:
        _writer_thread = object()

        def start_application_mode(self) -> None:
            os.kill(os.getpid(), signal.SIGTSTP)
            done.append("taken")

        def stop_application_mode(self) -> None:
            os.kill(os.getpid(), signal.SIGTSTP)
            done.append("given")

    _give_back_once(Driver)
    over = Event()
    other = Thread(target=over.wait)  # hears what this one does not want to hear
    other.start()
    before = signal.signal(signal.SIGTSTP, lambda *_: done.append("stopped"))
    try:
        driver = Driver()
        driver.start_application_mode()
        driver.stop_application_mode()
        driver.stop_application_mode()
    finally:
        signal.signal(signal.SIGTSTP, before)
        over.set()
        other.join()
    assert done == ["taken", "stopped", "given", "stopped"]
