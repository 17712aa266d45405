"""The commands that show a file while it is written: in the editor screen, or beside another editor."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from hiproutine.cli.weeks import week_option

if TYPE_CHECKING:
    from hiproutine.cli.watching import Seen
    from hiproutine.config.settings import Settings
    from hiproutine.paths import Paths
    from hiproutine.routine.catalogue import Catalogue
    from hiproutine.routine.checking import Source

CANNOT, WRONG_USAGE = 1, 2
NO_TERMINAL = "The editor needs a terminal. Any other editor will do, with “hiproutine watch FILE” beside it."
_BOTH = "“hiproutine list” and “hiproutine exercises” show"


exercise_option = click.option("--exercise", is_flag=True, help="Take it for an exercise.")


@click.command()
@click.argument("file", metavar="ID|FILE")
@exercise_option
@click.option("--theme", metavar="NAME", help="Theme: dark, light, or one of Textual's by its name.")
def edit(file: str, exercise: bool, theme: str | None) -> None:
    """Edit a routine or an exercise, with what comes of it beside it.

    What comes with the program becomes your own when it is saved. Where a routine and an exercise have the same ID,
    the routine is meant, unless --exercise is given.
    """
    from hiproutine.launch.start import lack_of_terminal
    from hiproutine.paths import find_paths

    paths = find_paths()
    source, settings = _source_of(file, paths, exercise=exercise), _settings(paths)
    if settings.editor_outside:
        if lack := _edit_outside(source, paths):
            _fail(lack, WRONG_USAGE)
        return
    if lack_of_terminal():
        _fail(NO_TERMINAL, WRONG_USAGE)
    _edit(source, paths, settings, theme)


def open_editor(path: Path, paths: Paths) -> None:
    """The editor on a routine of one's own, where there is a terminal for it."""
    from hiproutine.launch.start import lack_of_terminal
    from hiproutine.routine.checking import Source

    if lack_of_terminal() is not None:
        return
    source, settings = Source(path, exercise=False), _settings(paths)
    if settings.editor_outside:
        if lack := _edit_outside(source, paths):
            click.echo(lack, err=True)
    else:
        _edit(source, paths, settings)


def _settings(paths: Paths) -> Settings:
    from hiproutine.config.present import present_settings

    return present_settings(paths.settings)[0]


def _edit(source: Source, paths: Paths, settings: Settings, theme: str | None = None) -> None:
    from hiproutine.errors import BadFile
    from hiproutine.tui.editor.run import edit_file

    try:
        edit_file(source, paths, settings, theme)
    except BadFile as error:
        _fail("\n".join(problem.sentence() for problem in error.problems[:20]), CANNOT)


def _edit_outside(source: Source, paths: Paths) -> str | None:
    """The person's own editor on a file, a bundled one as their own copy; then what is wrong with it.

    Where there is no such editor, a sentence about that; where the file cannot be read or copied, the program ends.
    """
    from hiproutine.authoring.drafting import CannotWrite, open_draft
    from hiproutine.cli.paint import paint
    from hiproutine.config.external_editor import NoEditor, edit_in, find_editor
    from hiproutine.errors import BadFile
    from hiproutine.routine.checking import Source, check_file
    from hiproutine.routine.snippets import as_text, summary

    try:
        editor = find_editor()
        draft = open_draft(source.path, paths, source.exercise)
        if draft.copies:
            click.echo(draft.save(draft.text))
        edit_in(editor, draft.path)
    except NoEditor as error:
        return f"{error} “hiproutine config editor.outside off” goes back to the editor of the program."
    except CannotWrite as error:
        _fail(str(error), CANNOT)
    except BadFile as error:
        _fail("\n".join(problem.sentence() for problem in error.problems[:20]), CANNOT)
    checked = check_file(Source(draft.path, draft.exercise), _catalogue(paths))
    if checked.problems:
        click.echo(as_text(checked, paint()) + "\n", color=True)
    click.echo(summary([checked]))
    return None


@click.command()
@click.argument("file", metavar="ID|FILE")
@exercise_option
@week_option
def watch(file: str, exercise: bool, week: int | None) -> None:
    """Show plan and problems of a file beside another editor.

    After each change of the file they are shown again, from the step that changed; of an exercise, what it says. The
    arrows scroll, f folds set-up and cues away, q ends it.
    """
    from hiproutine.cli.watching import follow
    from hiproutine.paths import find_paths

    paths = find_paths()
    source = _source_of(file, paths, exercise=exercise)
    try:
        follow(source.path, lambda: _seen(source, _catalogue(paths), week or 1))
    except KeyboardInterrupt:
        sys.exit(0)


def _catalogue(paths: Paths) -> Catalogue:
    """The exercises as they are now."""
    from hiproutine.config.measures import measures_of
    from hiproutine.paths import bundled
    from hiproutine.routine.catalogue import Catalogue

    routines = (paths.routines, bundled())
    return Catalogue((paths.exercises, bundled() / "exercises"), routines, measures=lambda: measures_of(paths))


def _seen(source: Source, catalogue: Catalogue, week: int = 1) -> Seen:
    """Problems of a file and what comes of it; the problems first, where the eye is after a mistake."""
    from hiproutine.authoring.examining import examine
    from hiproutine.authoring.exercises import as_page
    from hiproutine.cli import printing
    from hiproutine.cli.paint import paint
    from hiproutine.cli.watch_view import Line
    from hiproutine.cli.watching import Seen
    from hiproutine.errors import BadFile, printable
    from hiproutine.routine.catalogue import Entry
    from hiproutine.routine.checking import Checked
    from hiproutine.routine.reading import read_text
    from hiproutine.routine.snippets import as_text, summary

    path = source.path
    name = printable(str(path))
    if not os.path.lexists(path):
        return Seen([], None, f"{name} is gone. It is shown again as soon as it is back.")
    try:
        text = read_text(path)
    except BadFile as error:
        return Seen([Line(f"{name}: {printable(problem.message)}.") for problem in error.problems[:20]], None, "")
    found = examine(text, path, catalogue, source.exercise)
    checked = Checked(path, text, found.problems)
    lines = [Line(line) for line in f"{as_text(checked, paint())}\n".split("\n")] if found.problems else []
    loaded = found.loaded.in_week(week) if found.loaded else None
    if loaded:
        lines += printing.plan_lines(loaded)
    if found.exercise:
        entry = Entry(printable(path.stem), path, own=False, exercise=found.exercise)
        lines += [Line(line) for line in as_page(entry, found.exercise).split("\n")]
    while lines and not lines[-1].text:
        lines.pop()
    plan = loaded.plan if loaded else None
    return Seen(lines, plan, summary([checked]), lambda: catalogue.routines.changed)


def _source_of(name: str, paths: Paths, *, exercise: bool) -> Source:  # noqa: RET503 - the last line ends the program
    """The file of an id or a path, or the end of the program with a sentence. Without `exercise` its kind is found."""
    from hiproutine.errors import printable
    from hiproutine.routine.checking import Source
    from hiproutine.routine.kinds import kind_by_place
    from hiproutine.routine.library import Library, is_path
    from hiproutine.wording import nearest

    if is_path(name):
        path = Path(os.path.expanduser(name))  # noqa: PTH111 - bears unknown users
        if not os.path.lexists(path):
            _fail(f"There is no file “{printable(name)}”. “hiproutine new ID” begins one.", WRONG_USAGE)
        return Source(path, exercise or kind_by_place(path, paths))
    library = Library(paths)
    if not exercise and (found := library.file_of(name)):
        return Source(found, exercise=False)
    if found := library.catalogue.file_of(name):
        return Source(found, exercise=True)
    known = {*library.catalogue.ids} | (set() if exercise else {path.stem for path, _ in library.files})
    close = nearest(name[:100], sorted(known))
    kind, lists = ("exercise", "“hiproutine exercises” shows") if exercise else ("routine or exercise", _BOTH)
    meant = f" Did you mean {' or '.join(close)}?" if close else ""
    _fail(f"There is no {kind} called “{printable(name)}”.{meant} {lists} them all.", WRONG_USAGE)


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
