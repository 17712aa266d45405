"""The person's own editor: which one it is, and a file opened in it. No shell has a part in that."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import NamedTuple

from hiproutine.errors import HiproutineError, printable

NAMES = ("VISUAL", "EDITOR")
"""Where a person names it, the first before the second."""


class NoEditor(HiproutineError):
    """Raised where there is no editor to open a file in; says why."""


class Editor(NamedTuple):
    """The command of a person's editor."""

    command: tuple[str, ...]
    """The program and what it is always given."""
    variable: str
    """Where it is named."""

    @property
    def name(self) -> str:
        """The program, for a person to read."""
        return printable(self.command[0])


def find_editor(environ: Mapping[str, str] = os.environ) -> Editor:
    """The editor that the environment names.

    Raises:
        NoEditor: it names none, in a way that cannot be read, or one that is not there.
    """
    for variable in NAMES:
        try:
            command = shlex.split(environ.get(variable, ""))
        except ValueError:
            raise NoEditor(f"{variable} cannot be read: a quote in it is not closed.") from None
        if command and command[0]:
            if which(command[0]) is None:
                raise NoEditor(f"There is no program “{printable(command[0])}”. Is {variable} right?")
            return Editor(tuple(command), variable)
    raise NoEditor("Name your editor in the environment as EDITOR, such as EDITOR=nano.")


def edit_in(editor: Editor, path: Path) -> None:
    """Opens a file, and returns when the editor has ended.

    Raises:
        NoEditor: it cannot be started.
    """
    command = [*editor.command, str(path.absolute())]
    try:
        with _its_signals_alone():
            subprocess.run(command, check=False)  # noqa: S603 - no shell
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", "") or str(error)).lower()
        raise NoEditor(f"{editor.name} cannot be started: {reason}. Is {editor.variable} right?") from None


@contextmanager
def _its_signals_alone() -> Iterator[None]:
    """Keys that the terminal makes into signals are meant for the editor; ctrl+z stops both, and neither draws then."""
    before = {}
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGINT", "SIGQUIT"):
            if number := getattr(signal, name, None):
                before[number] = signal.signal(number, lambda *_: None)  # not ignored: the editor would inherit that
        for name in ("SIGTSTP", "SIGCONT"):
            if number := getattr(signal, name, None):
                before[number] = signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
