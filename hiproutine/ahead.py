"""Looks ahead in a process of its own while this one imports the screens: both take about as long.

The child finds the first question there is to ask and says it at once; then it reads the routine with everything that
belongs to it. So the question stands on the screen before a routine is checked, and what reads a file (pydantic and the
models) is never loaded where a routine is only played. Where a process cannot be forked, or the child comes to harm,
the same is done here.
"""

from __future__ import annotations

import os
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hiproutine.errors import Problem
    from hiproutine.questions import Question
    from hiproutine.routine.loaded import Loaded
    from hiproutine.settings import Settings


class Opened(NamedTuple):
    """What was found."""

    loaded: Loaded
    replaced: tuple[Problem, ...]
    """What is wrong with files that it stands in for."""
    settings: Settings
    complaint: str
    """What is wrong with the settings."""


class Ahead:
    """One routine, being opened."""

    def __init__(self, name: str, journal: Path | None) -> None:
        """Begins. Without a journal nothing is asked."""
        self._name = name
        self._journal = journal
        self._child = 0
        self._pipe: Any = None
        self._opened: Opened | Exception | None = None
        self._waiting = Lock()
        if hasattr(os, "fork"):
            self._fork()

    def first(self) -> Question | None:
        """What is asked first, if that is known before the routine is; waits for it."""
        asked: Question | None = self._next()
        return asked

    def opened(self) -> Opened:
        """The routine; waits for it, and answers the same when it is asked again.

        Raises UnknownRoutine or BadFile, as `Library.open` does.
        """
        with self._waiting:
            if self._opened is None:
                self._opened = self._wait()
        if isinstance(self._opened, Exception):
            raise self._opened
        return self._opened

    def _fork(self) -> None:
        reading, writing = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(reading)
            _tell(self._name, self._journal, writing)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")

    def _next(self) -> Any:
        """What the child says next; None where it has nothing to say, or is not there."""
        if self._pipe is None:
            return None
        import pickle

        try:
            return pickle.load(self._pipe)  # noqa: S301 - our own child wrote it
        except (EOFError, OSError, pickle.UnpicklingError):
            return None

    def _wait(self) -> Opened | Exception:
        found = self._next()
        if self._pipe is not None:
            self._pipe.close()
            os.waitpid(self._child, 0)
        if not isinstance(found, tuple):
            return _open(self._name)
        from hiproutine.errors import BadFile, UnknownRoutine

        what, *rest = found
        kinds: dict[str, Callable[..., Opened | Exception]] = {"bad": BadFile, "unknown": UnknownRoutine}
        return kinds.get(what, Opened)(*rest)


def _tell(name: str, journal: Path | None, writing: int) -> None:
    """The child: writes what it finds, and ends without any of the parent's business at exit."""
    import pickle

    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            for found in (lambda: _first(name, journal), lambda: _answer(name)):
                pickle.dump(found(), pipe)
                pipe.flush()
        status = 0
    finally:
        os._exit(status)


def _first(name: str, journal: Path | None) -> Question | None:
    """The first question, from the title alone; None where the person's own files have a say in it."""
    from hiproutine.paths import bundled, find_paths

    paths = find_paths()
    title = _title(bundled() / f"{name}.toml")
    if title is None or journal is None or paths.settings.exists() or (paths.routines / f"{name}.toml").exists():
        return None
    from pathlib import Path

    from hiproutine.course.desk import open_desk
    from hiproutine.course.whole import starting
    from hiproutine.plan import Plan
    from hiproutine.questions import Question
    from hiproutine.routine.loaded import Card, Loaded

    card = Card(title, "", (), "none", (), (), "", "", "")
    sketch = Loaded(Path(name), card, Plan(name, title, "none", 0.0, False, ()))
    with open_desk(journal) as desk:
        asked = next(starting(desk, sketch))
    return asked if isinstance(asked, Question) else None


def _title(path: Path) -> str | None:
    import tomllib

    try:
        title = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("title")
    except (OSError, ValueError, RecursionError):
        return None
    return title if isinstance(title, str) else None


def _answer(name: str) -> tuple[Any, ...]:
    from hiproutine.errors import BadFile, UnknownRoutine

    try:
        return ("opened", *_open(name))
    except BadFile as error:
        return "bad", error.problems
    except UnknownRoutine as error:
        return "unknown", error.name, error.nearest


def _open(name: str) -> Opened:
    from hiproutine.config import read_settings
    from hiproutine.paths import find_paths
    from hiproutine.routine.library import Library

    paths = find_paths()
    loaded, replaced = Library(paths).open(name)
    settings, problems = read_settings(paths.settings)
    return Opened(loaded, replaced, settings, problems[0].sentence() if problems else "")
