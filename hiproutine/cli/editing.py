"""The commands that show a routine while it is written: in the editor screen, or beside another editor."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import get_terminal_size
from time import sleep
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from hiproutine.paths import Paths
    from hiproutine.routine.catalogue import Catalogue

CANNOT, WRONG_USAGE = 1, 2
LOOK_EVERY = 0.25
"""Seconds between two looks at a file."""
NO_TERMINAL = "The editor needs a terminal. Any other editor will do, with “hiproutine watch FILE” beside it."
_CLEARED = "\x1b[H\x1b[2J"


@click.command()
@click.argument("routine")
@click.option("--theme", metavar="NAME", help="Theme: dark, light, or one of Textual's by its name.")
def edit(routine: str, theme: str | None) -> None:
    """Edit ROUTINE, an id or a path, with its plan beside it.

    A routine that comes with the program becomes your own when it is saved.
    """
    from hiproutine.paths import find_paths
    from hiproutine.start import lack_of_terminal

    paths = find_paths()
    path = _file_of(routine, paths)
    if lack_of_terminal():
        _fail(NO_TERMINAL, WRONG_USAGE)
    _edit(path, paths, theme)


def open_editor(path: Path, paths: Paths) -> None:
    """The editor, where there is a terminal for it."""
    from hiproutine.start import lack_of_terminal

    if lack_of_terminal() is None:
        _edit(path, paths, None)


def _edit(path: Path, paths: Paths, theme: str | None) -> None:
    from hiproutine.errors import BadFile
    from hiproutine.tui.edit_run import edit_file

    try:
        edit_file(path, paths, theme)
    except BadFile as error:
        _fail("\n".join(problem.sentence() for problem in error.problems[:20]), CANNOT)


@click.command()
@click.argument("file")
def watch(file: str) -> None:
    """Show plan and problems of FILE beside another editor.

    After each change of the file they are shown again. ctrl+c ends it.
    """
    from hiproutine.paths import bundled, find_paths
    from hiproutine.routine.catalogue import Catalogue

    paths = find_paths()
    path = _file_of(file, paths)

    def show() -> str:
        return _shown(path, Catalogue((paths.exercises, bundled() / "exercises")))

    try:
        follow(path, show)
    except KeyboardInterrupt:
        sys.exit(0)


def follow(path: Path, show: Callable[[], str]) -> NoReturn:
    """Prints what there is to see of a file, now and after each change of it or of the terminal's size."""
    from hiproutine.routine.drafting import stamp_of

    drawn = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    before: object = ()
    while True:
        state = (stamp_of(path), get_terminal_size() if drawn else None)
        if state != before:
            before = state
            text = show()
            if drawn:
                rows = get_terminal_size().lines - 1
                lines = text.split("\n")
                text = _CLEARED + "\n".join(lines if len(lines) <= rows else [*lines[: rows - 1], "…"])
            click.echo(text, color=True)
            sys.stdout.flush()
        sleep(LOOK_EVERY)


def _shown(path: Path, catalogue: Catalogue) -> str:
    """Problems and plan of a file; the problems first, where the eye is after a mistake."""
    from hiproutine import printing
    from hiproutine.cli.authoring import paint
    from hiproutine.errors import BadFile, printable
    from hiproutine.routine.checking import Checked
    from hiproutine.routine.examining import examine
    from hiproutine.routine.reading import read_text
    from hiproutine.routine.snippets import as_text, summary

    name = printable(str(path))
    if not os.path.lexists(path):
        return f"{name} is gone. It is shown again as soon as it is back."
    try:
        text = read_text(path)
    except BadFile as error:
        return "\n".join(problem.sentence() for problem in error.problems[:20])
    found = examine(text, path, catalogue)
    checked = Checked(path, text, found.problems)
    parts = [as_text(checked, paint())] if found.problems else []
    parts += [printing.plan(found.loaded)] if found.loaded else []
    return "\n\n".join([*parts, summary([checked])])


def _file_of(name: str, paths: Paths) -> Path:
    """The file of an id or a path, or the end of the program with a sentence."""
    from hiproutine.errors import UnknownRoutine, printable
    from hiproutine.routine.library import Library, is_path
    from hiproutine.wording import nearest

    if is_path(name):
        path = Path(os.path.expanduser(name))  # noqa: PTH111 - bears unknown users
        if not os.path.lexists(path):
            _fail(f"There is no file “{printable(name)}”. “hiproutine new ID” begins one.", WRONG_USAGE)
        return path
    library = Library(paths)
    found = library.file_of(name)
    if found is None:
        close = nearest(name[:100], sorted({path.stem for path, _ in library.files}))
        _fail(str(UnknownRoutine(name, close)), WRONG_USAGE)
    return found


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
