"""The suite's workers, forked from a process that has imported the tests: each of six would do it for itself.

They are as those that begin afresh, but collect from modules that are there already. On systems other than Linux, and
with `HIPROUTINE_TESTS_WORKERS=fresh`, they begin as xdist has them begin.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import select
import shlex
import signal
import socket
import sys
import threading
import types
import warnings
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from _pytest.assertion.rewrite import AssertionRewritingHook
from hypothesis import given, settings
from hypothesis.strategies import none

TESTS = Path(__file__).parent
CALL = TESTS / "call_worker.py"
HOW = "HIPROUTINE_TESTS_WORKERS"
_FORKED = "-c (forked)"


def can_be_forked(config: pytest.Config) -> bool:
    """Whether the workers of this run, if it has any, come from one process."""
    return sys.platform == "linux" and os.environ.get(HOW) != "fresh" and bool(getattr(config.option, "tx", None))


def is_forked() -> bool:
    """Whether this is such a worker."""
    return _FORKED in sys.argv[:1]


def prepare_workers(config: pytest.Config) -> str:
    """Begins to import what this run asks for, beside whatever is done next; how xdist starts each worker then."""
    folder = TemporaryDirectory(prefix="hiproutine-workers-")
    config.add_cleanup(folder.cleanup)
    door = Path(folder.name) / "door"
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(door))
    listener.listen(64)
    until, alive = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # newer Pythons warn of forks beside threads; there are none yet
        child = os.fork()
    if child == 0:
        try:
            os.close(alive)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            _import(asked_for(config.args))
            _answer(listener, until)
        finally:
            os._exit(1)
    listener.close()
    os.close(until)

    def end() -> None:
        os.close(alive)
        os.waitpid(child, 0)

    config.add_cleanup(end)
    return shlex.join([sys.executable, "-I", "-S", str(CALL), str(door)])


def asked_for(arguments: Iterable[str]) -> list[str]:
    """The names of the test modules in these folders and files, in the order in which they are collected."""
    found: dict[str, None] = {}
    for argument in arguments:
        place = Path(argument.partition("::")[0]).absolute()
        for path in sorted(place.rglob("test_*.py")) if place.is_dir() else [place]:
            with suppress(ValueError):
                found[".".join(path.relative_to(TESTS.parent).with_suffix("").parts)] = None
    return list(found)


def _import(names: Iterable[str]) -> None:
    """As if collected. What fails here fails again where it is collected, and is said there."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would begin a thread, and who forks has none
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in names:
            with suppress(BaseException):
                importlib.import_module(name)
        with suppress(Exception):
            _try_nothing()  # Hypothesis looks through the constants of everything imported
    gc.collect()
    gc.freeze()


@settings(max_examples=1, database=None)
@given(none())
def _try_nothing(nothing: None) -> None:
    pass


def _answer(listener: socket.socket, until: int) -> NoReturn:
    """Forks a worker for everyone who calls, until the run is over."""
    while True:
        ready, _, _ = select.select([listener.fileno(), until], [], [])
        if until in ready:
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG) != (0, 0):  # so that what they took counts as the run's
                    pass
            os._exit(0)
        call, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            os.close(until)
            _keep(call)
        call.close()


def _keep(call: socket.socket) -> NoReturn:
    """Has a worker begin as who called has described it, and says in the end how it ended."""
    _, streams, _, _ = socket.recv_fds(call, 1, 3)
    said = json.loads(call.makefile(encoding="utf-8").readline())
    worker = os.fork()
    if worker == 0:
        call.close()
        try:
            _become_fresh(streams, said["folder"], said["environment"])
            _work()
        finally:
            os._exit(1)
    for stream in streams:
        os.close(stream)
    _, status = os.waitpid(worker, 0)
    with suppress(OSError):
        call.sendall(bytes([min(abs(os.waitstatus_to_exitcode(status)), 255)]))
    os._exit(0)


def _become_fresh(streams: list[int], folder: str, environment: dict[str, str]) -> None:
    """As a process is that has just begun; what is imported remains."""
    for descriptor, stream in enumerate(streams):
        os.dup2(stream, descriptor)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, AssertionRewritingHook)]
    sys.argv = [_FORKED]
    for descriptor, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        text = open(descriptor, mode, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        setattr(sys, name, text)
        setattr(sys, f"__{name}__", text)


def _work() -> NoReturn:
    """What `python -c` does with what execnet says first, to its end."""
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    exec(eval(sys.stdin.readline()), main.__dict__)  # noqa: S102, S307 - execnet's own words
    threading._shutdown()  # type: ignore[attr-defined]
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(0)
