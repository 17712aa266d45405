"""The installed program as a process."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
import warnings
from dataclasses import dataclass
from importlib import import_module
from tempfile import TemporaryFile

from hiproutine.__main__ import main

for _loaded in ("cli.main", "cli.printing", "routine.library"):  # before any fork, once for all
    import_module(f"hiproutine.{_loaded}")


@dataclass(frozen=True)
class Ran:
    """How a process ended, and what it said."""

    status: int
    out: str
    err: str


def python(*arguments: str, **environment: str) -> Ran:
    """Python with these arguments; `environment` is added to the test's own."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def hiproutine(*arguments: str, **environment: str) -> Ran:
    """The program with these arguments, without a terminal: a process of its own, forked where everything is loaded."""
    if not hasattr(os, "fork"):
        return python("-m", "hiproutine", *arguments, **environment)
    with TemporaryFile() as out, TemporaryFile() as err:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # newer Pythons warn of forks beside threads; nothing here waits for one
            child = os.fork()
        if child == 0:
            _run(arguments, environment, out.fileno(), err.fileno())
        _, status = os.waitpid(child, 0)
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode(errors="replace"))
    return Ran(os.waitstatus_to_exitcode(status), *said)


def _run(arguments: tuple[str, ...], environment: dict[str, str], out: int, err: int) -> None:
    """The child: becomes the program."""
    status = 70
    try:
        os.environ.update(environment)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for there, here in ((nothing, 0), (out, 1), (err, 2)):
            os.dup2(there, here)
        sys.stdin, sys.stdout, sys.stderr = (
            open(fd, mode, encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115
            for fd, mode, errors in ((0, "r", "strict"), (1, "w", "strict"), (2, "w", "backslashreplace"))
        )
        sys.argv = ["hiproutine", *arguments]
        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        except BaseException:  # noqa: BLE001 - what a person would see
            traceback.print_exc()
            status = 1
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)
