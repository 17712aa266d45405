"""The program in a process of its own that is forked where everything is imported already.

How it starts, and what it loads when, is for `tests/launch` and `tests/cli/test_imports.py`; who looks at what it does
then need not import it for half a second each time.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import signal
import sys
import termios
import threading
import traceback
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module

STARTS = [sys.executable, "-m", "hiproutine"]
"""How a command begins that is the program's."""


@dataclass
class Forked:
    """A process; its status once somebody has waited for it."""

    pid: int
    returncode: int | None = None


def fork_program(arguments: Sequence[str], terminal: int, env: Mapping[str, str]) -> Forked:
    """The program in a terminal, whose open descriptor stays open here. Nothing but this is its environment."""
    for name in ("__main__", "cli.main", "tui.app", "tui.editor.run", "tui.run"):
        import_module(f"hiproutine.{name}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # newer Pythons warn of forks beside threads; nothing here waits for one
        pid = os.fork()
    if pid == 0:
        status = 70
        try:
            _become_fresh(terminal, env)
            status = _run(arguments)
        finally:
            os._exit(status)
    return Forked(pid)


def _become_fresh(terminal: int, env: Mapping[str, str]) -> None:
    """As a process is that has just begun: of this one nothing remains but what is imported."""
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for descriptor in range(3):
        os.dup2(terminal, descriptor)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    os.environ.clear()
    os.environ.update(env)
    signal.set_wakeup_fd(-1)
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGPIPE}:
        with suppress(OSError, ValueError):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    atexit._clear()
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
    threading.excepthook = threading.__excepthook__
    for descriptor, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        errors = "backslashreplace" if name == "stderr" else "strict"
        stream = open(descriptor, mode, encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115 - till the end
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _run(arguments: Sequence[str]) -> int:
    """The program to its end, with what an interpreter does then; its status."""
    from hiproutine.__main__ import main

    sys.argv = ["hiproutine", *arguments]
    os.write(1, b"\0")
    status = 0
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - what a person would see
        traceback.print_exc()
        status = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    return status
