"""Looks ahead in a process of its own while this one imports the screens: both take about as long.

The child reads the settings, finds the first question there is to ask and says both at once; then it reads the routine
with everything that belongs to it. So the question stands on the screen before a routine is checked, and what reads a
file (TOML, the tables) is never loaded where a routine is only played. Where no question was found, it goes on
to see whether one comes before that routine; if none does, what asks and the rules behind it are not loaded either
before the end. Where a process cannot be forked, or the child comes to harm, the same is done here.
"""

from __future__ import annotations

import os
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pickle
    from pathlib import Path

    from hiproutine.config.settings import Settings
    from hiproutine.dialogue.course import Straight
    from hiproutine.dialogue.questions import Question
    from hiproutine.errors import Problem
    from hiproutine.routine.loaded import Loaded


NOT_KNOWN = ""
"""The load of a routine that is not read yet."""


class Known(NamedTuple):
    """What the child process knows before the routine is read: settings and the first question."""

    first: Question | None
    """What is asked first, if that does not hang on the routine."""
    settings: Settings
    complaint: str
    """What is wrong with the settings."""
    waited: bool = False
    """Whether the journal was waited for, and is in use still."""


class Opened(NamedTuple):
    """The routine that a name stands for, with the settings that hold and what is wrong with them."""

    loaded: Loaded
    replaced: tuple[Problem, ...]
    """What is wrong with files that it stands in for."""
    settings: Settings
    complaint: str
    """What is wrong with the settings."""


class Prefetch:
    """One routine, being opened in a process of its own."""

    def __init__(self, name: str, journal: Path | None, *, looks_on: bool = False, week: int | None = None) -> None:
        """Begins. Without a journal nothing is asked.

        `looks_on` has the child see whether anything is asked before the routine, once that is read; `week` is that of
        a plan over weeks, where one was asked for.
        """
        self._name = name
        self._journal = journal
        self._looks_on = looks_on and journal is not None
        self._week = week
        self._child = 0
        self._pipe: Any = None
        self._messages: pickle.Unpickler | None = None
        self._known: Known | None = None
        self._opened: Opened | Exception | None = None
        self._straight: Straight | None = None
        self._waiting = RLock()
        if hasattr(os, "fork"):
            self._fork()

    def known(self) -> Known:
        """What comes before the routine; waits for it, and answers the same when it is asked again."""
        with self._waiting:
            if self._known is None:
                found = self._next()
                self._known = found if isinstance(found, Known) else Known(None, *_settings())
                if self._known.waited and self._journal:
                    from hiproutine.journal.in_use import WAITING

                    WAITING.was_in_vain(self._journal)
        return self._known

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

    def straight(self) -> Straight | None:
        """What is played at once, where nothing is asked before it and the child could tell; waits for that."""
        with self._waiting:
            if self._pipe is not None and isinstance(self._opened, Opened):
                from hiproutine.dialogue.course import Straight

                found = self._next()
                self._straight = found if isinstance(found, Straight) else None
                self._end()
        return self._straight

    def _fork(self) -> None:
        reading, writing = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(reading)
            _tell(self._name, self._journal, writing, looks_on=self._looks_on, week=self._week)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")

    def _next(self) -> Any:
        """What the child says next; None where it has nothing to say, or is not there."""
        if self._pipe is None:
            return None
        import pickle

        if self._messages is None:
            self._messages = pickle.Unpickler(self._pipe)  # noqa: S301 - our own child wrote it
        try:
            return self._messages.load()
        except (EOFError, OSError, pickle.UnpicklingError):
            return None

    def _end(self) -> None:
        """Lets go of the child."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = self._messages = None
            os.waitpid(self._child, 0)

    def _wait(self) -> Opened | Exception:
        known = self.known()
        found = self._next()
        if not (isinstance(found, tuple) and found[0] == "opened" and self._looks_on and known.first is None):
            self._end()
        if not isinstance(found, tuple):
            found = ("opened", *_open(self._name))
        what, *rest = found
        if what == "opened":
            loaded, replaced = rest
            return Opened(loaded, replaced, known.settings, known.complaint)
        from hiproutine.errors import BadFile, UnknownRoutine

        return BadFile(*rest) if what == "bad" else UnknownRoutine(*rest)


def _tell(name: str, journal: Path | None, writing: int, *, looks_on: bool, week: int | None) -> None:
    """The child: writes what it finds, and ends without any of the parent's business at exit."""
    import pickle

    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            messages = pickle.Pickler(pipe)  # one for all: what was sent once is not sent again

            def send(found: object) -> None:
                messages.dump(found)
                pipe.flush()

            send(known := _look(name, journal))
            send(answer := _answer(name))
            if looks_on and journal and known.first is None and answer[0] == "opened":
                send(_straight_on(answer[1], journal, known.settings.check_before, week))
        status = 0
    finally:
        os._exit(status)


def _look(name: str, journal: Path | None) -> Known:
    settings, complaint = _settings()
    first = _first(name, journal, settings.check_before)
    return Known(first, settings, complaint, waited=_waited_in_vain(journal))


def _first(name: str, journal: Path | None, ask_before: str) -> Question | None:
    """The first question, from the title alone; None where the routine has a say in it."""
    from hiproutine.paths import bundled, find_paths

    title = _title(bundled() / f"{name}.toml")
    if title is None or journal is None or (find_paths().routines / f"{name}.toml").exists():
        return None
    from pathlib import Path

    from hiproutine.dialogue.context import open_context
    from hiproutine.dialogue.questions import Question
    from hiproutine.dialogue.session import start_dialogue
    from hiproutine.plan.model import Plan
    from hiproutine.routine.loaded import Card, Loaded

    card = Card(title, "", (), NOT_KNOWN, (), (), "", "", "")
    sketch = Loaded(Path(name), card, Plan(name, title, NOT_KNOWN, 0.0, False, ()))
    with open_context(journal, ask_before=ask_before) as context:
        try:
            asked = next(start_dialogue(context, sketch))
        except ValueError:  # the rules asked for its load
            return None
    return asked if isinstance(asked, Question) else None


def _straight_on(loaded: Loaded, journal: Path, ask_before: str, week: int | None) -> Straight | None:
    """What is played, if nothing is asked before; None where something is, or the journal cannot say."""
    from hiproutine.dialogue.context import open_context
    from hiproutine.dialogue.course import Play, Straight
    from hiproutine.dialogue.questions import Notice
    from hiproutine.dialogue.session import start_dialogue

    said: list[str] = []
    with open_context(journal, said.append, ask_before=ask_before, week=week) as context:
        course, notices = start_dialogue(context, loaded), list[str]()
        while isinstance(item := next(course), Notice):
            notices.append(item.text)
    return Straight(item, tuple(notices)) if isinstance(item, Play) and not said else None


def _waited_in_vain(journal: Path | None) -> bool:
    import sys

    in_use = sys.modules.get("hiproutine.journal.in_use")  # where it is not loaded, nobody has waited
    return bool(in_use and journal and in_use.WAITING.waited_in_vain(journal))


def _settings() -> tuple[Settings, str]:
    """The settings, and what is wrong with them."""
    from hiproutine.config.present import present_settings
    from hiproutine.paths import find_paths

    settings, problems = present_settings(find_paths().settings)
    return settings, problems[0].sentence() if problems else ""


def _title(path: Path) -> str | None:
    import tomli

    try:
        title = tomli.loads(path.read_text(encoding="utf-8-sig")).get("title")
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


def _open(name: str) -> tuple[Loaded, tuple[Problem, ...]]:
    from hiproutine.config.measures import own_library
    from hiproutine.paths import find_paths

    return own_library(find_paths()).open(name)
