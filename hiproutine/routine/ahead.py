"""Loads a routine in a process of its own while this one imports the screens: both take about as long.

What reads a file (pydantic and the models) is then never loaded where it is only shown. Where a process cannot be
forked, or the child comes to harm, the same is done here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.errors import Problem
    from hiproutine.routine.loaded import Loaded

    Opened = tuple[Loaded, tuple[Problem, ...]]
    """A routine, and what is wrong with files that it stands in for."""


def open_ahead(name: str) -> Callable[[], Opened]:
    """Begins to open a routine; what is returned waits for it.

    The wait raises UnknownRoutine or BadFile, as `Library.open` does.
    """
    if not hasattr(os, "fork"):
        return lambda: _open(name)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(name, writing)
    os.close(writing)

    def opened() -> Opened:
        import pickle

        from hiproutine.errors import BadFile, UnknownRoutine

        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(child, 0)
        if status or not answer:
            return _open(name)
        found, unknown, problems = pickle.loads(answer)  # noqa: S301 - our own child wrote it
        if unknown:
            raise UnknownRoutine(*unknown)
        if problems:
            raise BadFile(problems)
        opened: Opened = found
        return opened

    return opened


def _answer(name: str, writing: int) -> None:
    """The child: writes what it found, and ends without any of the parent's business at exit."""
    import pickle

    from hiproutine.errors import BadFile, UnknownRoutine

    status = 1
    try:
        answer: tuple[Opened | None, tuple[str, tuple[str, ...]] | None, tuple[Problem, ...]]
        try:
            answer = _open(name), None, ()
        except UnknownRoutine as error:
            answer = None, (error.name, error.nearest), ()
        except BadFile as error:
            answer = None, None, error.problems
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(answer))
        status = 0
    finally:
        os._exit(status)


def _open(name: str) -> Opened:
    from hiproutine.paths import find_paths
    from hiproutine.routine.library import Library

    return Library(find_paths()).open(name)
