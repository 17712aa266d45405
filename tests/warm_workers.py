"""The suite's workers, forked from a process that has collected the tests: each of six would import and collect them.

They are as those that begin afresh, but find everything collected. On systems other than Linux, with
`HIPROUTINE_TESTS_WORKERS=fresh`, and where something cannot be collected, they collect for themselves, as xdist has it.
"""

from __future__ import annotations

import inspect
import json
import os
import queue
import select
import shlex
import signal
import socket
import sys
import threading
import types
import warnings
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

import pytest
from _pytest.assertion.rewrite import AssertionRewritingHook
from _pytest.config import _prepareconfig
from _pytest.tmpdir import TempPathFactory
from hypothesis import given, settings
from hypothesis.strategies import text
from xdist import remote

if TYPE_CHECKING:
    import execnet

CALL = Path(__file__).parent / "call_worker.py"
HOW = "HIPROUTINE_TESTS_WORKERS"
_FORKED = "-c (forked)"

_handed_over: queue.SimpleQueue[execnet.Channel | None] = queue.SimpleQueue()
"""Where a worker that has everything collected waits for what xdist has to say to it."""
_collected = threading.Event()
_over = threading.Event()


def can_be_forked(config: pytest.Config) -> bool:
    """Whether the workers of this run, if it has any, come from one process."""
    options = config.option
    return (
        sys.platform == "linux"
        and os.environ.get(HOW) != "fresh"
        and bool(getattr(options, "tx", None))
        and options.dist != "loadgroup"
    )


def is_forked() -> bool:
    """Whether this is such a worker."""
    return _FORKED in sys.argv[:1]


def prepare_workers(config: pytest.Config) -> None:
    """Begins to collect, beside whatever is done next, and has xdist start its workers there."""
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
            _become_fresh([os.open(os.devnull, os.O_RDONLY), os.open(os.devnull, os.O_WRONLY), os.dup(2)])
            _collect(config, Door(listener, until))
        finally:
            os._exit(1)
    listener.close()
    os.close(until)

    def end() -> None:
        os.close(alive)
        os.waitpid(child, 0)

    config.add_cleanup(end)
    config.pluginmanager.register(Starting(shlex.join([sys.executable, "-I", "-S", str(CALL), str(door)])))


class Starting:
    """How workers begin, as xdist asks for it."""

    def __init__(self, command: str) -> None:
        """What is run where Python would be."""
        self._command = command

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self) -> None:
        """Finds out beside the collecting what is asked for after it."""
        learn_characters()

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_setupnodes(self, specs: list[execnet.XSpec]) -> None:
        """Gives the command to all that would run here."""
        for spec in specs:
            if spec.popen and not spec.python:
                spec.python = self._command

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_getremotemodule(self) -> types.ModuleType:
        """What a worker is told to run."""
        from tests import forked_worker

        return forked_worker


class Door:
    """Where callers ask for workers; each that begins here goes on behind it."""

    def __init__(self, listener: socket.socket, until: int) -> None:
        """What listens for callers, and a descriptor that can be read from once the run is over."""
        self._listener, self._until = listener, until

    def wait(self) -> None:
        """Returns in each worker, as in a process that has just begun but for what is imported; nowhere else."""
        while True:
            ready, _, _ = select.select([self._listener.fileno(), self._until], [], [])
            if self._until in ready:
                with suppress(ChildProcessError):
                    while os.waitpid(-1, os.WNOHANG) != (0, 0):  # so that what they took counts as the run's
                        pass
                os._exit(0)
            call, _ = self._listener.accept()
            if os.fork() == 0:
                self._listener.close()
                os.close(self._until)
                break
            call.close()
        _, streams, _, _ = socket.recv_fds(call, 1, 3)
        said = json.loads(call.makefile(encoding="utf-8").readline())
        worker = os.fork()
        if worker != 0:
            _say_how_it_ends(worker, call, streams)
        call.close()
        os.chdir(said["folder"])
        os.environ.clear()
        os.environ.update(said["environment"])
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _become_fresh(streams)


def _collect(config: pytest.Config, door: Door) -> NoReturn:
    """Collects as a worker does; from where it would begin to run tests, only workers go on."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy would begin a thread, and who forks has none
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, AssertionRewritingHook)]
    own = _prepareconfig([str(one) for one in config.invocation_params.args], None)
    remote.setup_config(own, None)
    own.workerinput = {"workercount": len(config.option.tx)}  # type: ignore[attr-defined]
    own.workeroutput = {}  # type: ignore[attr-defined]
    waiting = Waiting(door)
    own.pluginmanager.register(waiting)
    with suppress(BaseException):
        own.hook.pytest_cmdline_main(config=own)
    if waiting.begun is None:
        door.wait()
        _hear_execnet()
    else:
        _over.set()
        waiting.begun.join()
    threading._shutdown()  # type: ignore[attr-defined]
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(0)


class Waiting:
    """Lets nobody run the tests but workers."""

    def __init__(self, door: Door) -> None:
        """Where they begin."""
        self._door = door
        self.begun: threading.Thread | None = None
        """What hears xdist in a worker that has everything collected."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Waits here, and runs in each worker what xdist says."""
        if session.testsfailed:
            return True  # something could not be collected: each worker finds it for itself, and says so
        learn_characters()
        capture = session.config.pluginmanager.getplugin("capturemanager")
        capture.stop_global_capturing()
        self._door.wait()
        _collected.set()
        self.begun = threading.Thread(target=_hear_execnet)
        self.begun.start()
        channel = _handed_over.get()
        if channel is None:
            os._exit(1)
        capture.start_global_capturing()
        capture.suspend_global_capture()
        return _run(session, channel)


def learn_characters() -> None:
    """Has Hypothesis find out which characters there are: it takes a second, and is kept for who begins later."""
    _see_a_text()


@settings(max_examples=1, database=None, derandomize=True)
@given(text())
def _see_a_text(seen: str) -> None:
    pass


class Brief(remote.WorkerInteractor):  # type: ignore[misc]
    """Leaves out what nobody sees: that a test begins and is over, and that all is well before it and after it."""

    def pytest_runtest_logstart(self) -> None:
        """Says nothing."""

    def pytest_runtest_logfinish(self) -> None:
        """Says nothing."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Says how it went."""
        if report.when == "call" or not report.passed or report.sections:
            super().pytest_runtest_logreport(report)


def _run(session: pytest.Session, channel: execnet.Channel) -> bool:
    """What xdist's own worker does from here on, having said what it would have said before."""
    config = session.config
    said, _, given, path = channel.receive()
    sys.path[:] = path
    for name, value in (("TESTRUNUID", "testrunuid"), ("WORKER", "workerid"), ("WORKER_COUNT", "workercount")):
        os.environ[f"PYTEST_XDIST_{name}"] = str(said[value])
    config.workerinput = said  # type: ignore[attr-defined]
    config.option.basetemp = given.get("basetemp")
    config._tmp_path_factory = TempPathFactory.from_config(config, _ispytest=True)  # type: ignore[attr-defined]
    options = config.option
    shown = options.durations or options.xmlpath or options.verbose > 0
    remote.interactor = worker = (remote.WorkerInteractor if shown else Brief)(config, channel)
    worker.pytest_sessionstart(session)
    worker.pytest_collection()
    worker.pytest_collection_finish(session)
    return bool(worker.pytest_runtestloop(session))


def hand_over(channel: execnet.Channel) -> None:
    """What xdist's worker does: here where everything is collected, otherwise as it is written there."""
    if _collected.is_set():
        _handed_over.put(channel)
        _over.wait()
    else:
        exec(inspect.getsource(remote), {"__name__": "__channelexec__", "channel": channel})  # noqa: S102


def _hear_execnet() -> None:
    """What `python -c` does with what execnet says first, to its end."""
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        exec(eval(sys.stdin.readline()), main.__dict__)  # noqa: S102, S307 - execnet's own words
    finally:
        _handed_over.put(None)  # whoever waits for it waits for nobody any more


def _say_how_it_ends(worker: int, call: socket.socket, streams: list[int]) -> NoReturn:
    """Waits for a worker, and says its status to who called."""
    for stream in streams:
        os.close(stream)
    _, status = os.waitpid(worker, 0)
    with suppress(OSError):
        call.sendall(bytes([min(abs(os.waitstatus_to_exitcode(status)), 255)]))
    os._exit(0)


def _become_fresh(streams: list[int]) -> None:
    """With these for input, output and errors; what pytest has put before them is gone."""
    for descriptor, given_stream in enumerate(streams):
        os.dup2(given_stream, descriptor)
        os.close(given_stream)
    sys.argv = [_FORKED]
    for descriptor, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        stream = open(descriptor, mode, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
