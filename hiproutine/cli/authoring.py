"""The commands of authors: check files, begin a new routine, look into the catalogue, print the schema for editors."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hiproutine.cli.editing import edit, open_editor, watch
from hiproutine.cli.json_output import json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiproutine.paths import Paths
    from hiproutine.routine.catalogue import Catalogue
    from hiproutine.routine.exercise import Exercise
    from hiproutine.routine.library import Library

CANNOT, WRONG_USAGE = 1, 2

_KINDS = ["warm-up", "stretch", "strength", "balance", "rolling", "therapy", "technique", "running"]
_PLACES = ["outer-hip", "front-hip", "groin", "impact"]

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|ID]...")
@json_option
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(files: tuple[str, ...], as_json: bool, strict: bool) -> None:
    """Point at every mistake in routine and exercise files.

    Without arguments it checks your own, and your settings. The status is 0 if there is none, 1 if there is one, 2 if
    there is no such file.
    """
    from hiproutine.cli.checking_files import check_files

    sys.exit(check_files(files, as_json=as_json, strict=strict))


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@click.option("--from", "origin", metavar="ROUTINE", help="Begin with a copy of ROUTINE, an id or a path.")
@click.option("--with", "exercised", metavar="EXERCISE", multiple=True, help="Begin with EXERCISE, again for more.")
@click.option("--guided", is_flag=True, help="Ask for the steps, one line each.")
@click.option("--no-edit", is_flag=True, help="Only write it; do not open it.")
def new(name: str | None, origin: str | None, exercised: tuple[str, ...], *, guided: bool, no_edit: bool) -> None:
    """Begin a routine of your own, called ID.

    It opens in the editor, where there is a terminal for it. With exercises it needs no ID and is called like the
    first.
    """
    from hiproutine.authoring import writing
    from hiproutine.authoring.beside import write_beside
    from hiproutine.errors import BadFile, HiproutineError, printable
    from hiproutine.paths import bundled, find_paths
    from hiproutine.routine.snippets import MOST

    if (origin is not None) + guided + bool(exercised) > 1:
        raise click.UsageError("Give --from ROUTINE, --with EXERCISE or --guided, not two of them.")
    if name is None and not exercised:
        raise click.UsageError("Say what it is called: hiproutine new evening-stretch.")
    paths = find_paths()
    text = ""
    try:
        if name is not None:
            writing.check_name(name)
        steps = _steps(paths, exercised)
        name = name or writing.free_name(next(iter(steps)), paths.routines, bundled())
        path = paths.routines / f"{name}.toml"
        writing.prepare(path)
        text = _first_text(paths, name, origin, steps, guided=guided)
        write_beside(paths, name)
        writing.write_new(path, text)
    except writing.CannotWrite as error:
        if guided and text:
            click.echo(text)  # what was answered is not lost
        _fail(str(error), CANNOT)
    except BadFile as error:
        _fail("\n".join(problem.sentence() for problem in error.problems[:MOST]), CANNOT)
    except HiproutineError as error:
        _fail(str(error), WRONG_USAGE)
    if not no_edit:
        open_editor(path, paths)
    click.echo(printable(str(path)))
    click.echo(f"Check it: hiproutine check {name}\nPlay it:  hiproutine play {name}")


def _steps(paths: Paths, asked: tuple[str, ...]) -> dict[str, Exercise]:
    """The exercises that are asked for by an id or a name, by their ids.

    Raises:
        UnknownExercise: there is none of that name.
        BadFile: there is, and it cannot be used.
    """
    from hiproutine.authoring.exercises import exercise_called
    from hiproutine.routine.library import Library

    catalogue = Library(paths).catalogue if asked else None
    ids = [exercise_called(one, catalogue) for one in asked] if catalogue else []
    return {name: catalogue.get(name) for name in ids} if catalogue else {}


def _first_text(paths: Paths, name: str, origin: str | None, steps: Mapping[str, Exercise], *, guided: bool) -> str:
    """What a new file begins with."""
    from hiproutine.authoring.template import SCHEMA_LINE, template, template_with, title_of
    from hiproutine.authoring.writing import toml_text
    from hiproutine.routine.library import Library
    from hiproutine.routine.reading import read_table

    library = Library(paths)
    if origin is not None:
        loaded, _ = library.open(origin)
        return SCHEMA_LINE + toml_text(read_table(loaded.path))
    if steps:
        return template_with(name, steps)
    if not guided:
        return template(name)
    return SCHEMA_LINE + _guided(library.catalogue, title_of(name))


def _guided(catalogue: Catalogue, title: str) -> str:
    """The text of a routine that is asked for. Where there is none in the end, what was answered is printed."""
    from hiproutine.cli.new_guided import Ended, Guide, Stopped

    guide, why = Guide(catalogue), ""
    try:
        guide.ask(title)
    except Stopped:
        click.echo(err=True)
        why = "Stopped"
    except Ended:
        why = "The answers ended before there was a whole step"
    answers = guide.answers
    if why:
        click.echo(answers.text(), nl=False)
        _fail(f"{why}. Nothing was written{'; this is what you had answered' if answers.head else ''}.", CANNOT)
    if answers.half:
        number = len(answers.steps) + 1
        click.echo(f"The answers ended within step {number}; what there is of it is a comment in the file.", err=True)
    return answers.text()


@click.command()
@click.argument("words", nargs=-1, metavar="[ID|WORDS]...")
@json_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only of this kind.")
@click.option("--area", "areas", multiple=True, metavar="MUSCLE", help="Only what works this, such as glutes.")
@click.option("--avoid", multiple=True, type=click.Choice(_PLACES), help="Leave out what may not suit there.")
@click.option("--equipment", multiple=True, metavar="THING", help="Only what needs this, such as mat; or none.")
@click.option("--animate", is_flag=True, help="Play the figure of one exercise; ctrl+c ends it.")
def exercises(words: tuple[str, ...], as_json: bool, animate: bool, **filters: tuple[str, ...]) -> None:
    """List the exercises, find some, or show one by its ID."""
    from hiproutine.authoring import exercises as looks
    from hiproutine.config.measures import own_library
    from hiproutine.paths import find_paths
    from hiproutine.routine.sought import routines_using
    from hiproutine.wording import unused_text

    library, asked = own_library(find_paths()), " ".join(words).strip()
    catalogue, wanted = library.catalogue, looks.ExerciseFilter(**filters)
    if len(words) == 1 and not wanted and catalogue.file_of(words[0]):
        _show(library, words[0], as_json=as_json, animate=animate)
        return
    if animate:
        raise click.UsageError("Name one exercise by its ID, such as: hiproutine exercises hip-bridge --animate")
    found = looks.find_exercises(asked, [*catalogue.entries()], wanted)
    files = (path for path, _ in library.files) if asked else ()
    unused = looks.unused_in(found.entries, routines_using(files)) if asked else []
    if as_json:
        search: dict[str, Any] = {"nearest": found.nearest, "unused": unused} if asked else {}
        click.echo(json_text(exercises=[looks.exercise_record(entry) for entry in found.entries], **search))
        return
    click.echo(looks.as_table(found, asked=bool(asked or wanted)))
    if unused:
        click.echo(unused_text(unused))


def _show(library: Library, name: str, *, as_json: bool, animate: bool) -> None:
    """One exercise, or the end of the program with every problem of it; a bundled one stands in for a broken one."""
    from hiproutine.authoring import exercises as looks
    from hiproutine.routine.sought import routines_using

    catalogue = library.catalogue
    entries = [one for one in catalogue.entries() if one.id == name]
    for entry in entries:
        for problem in entry.problems:
            click.echo(problem.sentence(), err=True)
    found = next((one for one in entries if one.exercise), None)
    if found is None or found.exercise is None:
        sys.exit(CANNOT)
    if as_json:
        click.echo(json_text(**looks.exercise_record(found)))
        return
    from hiproutine.routine.exercise_figure import figure_of

    figure = figure_of(name, catalogue)
    if animate:
        from hiproutine.cli import figures

        trouble = figures.animate(figure, found.exercise.name) if figure else f"Nobody has drawn “{name}” yet."
        if trouble:
            click.echo(trouble, err=True)
            sys.exit(CANNOT)
        return
    using = routines_using(path for path, _ in library.files).get(name, [])
    click.echo(looks.as_page(found, found.exercise, using))
    if figure:
        from hiproutine.cli import figures

        click.echo()
        figures.print_still(figure)


@click.command()
@click.option("--exercise", is_flag=True, help="That of exercise files.")
@click.option("--mine", is_flag=True, help="With your own exercises and routines among the ids.")
def schema(exercise: bool, mine: bool) -> None:
    """Print the JSON Schema of routine files, for editors.

    With it they complete and check TOML.
    """
    from hiproutine.authoring.schema import exercise_schema, known_in, routine_schema, routines_in, schema_text
    from hiproutine.paths import bundled, find_paths
    from hiproutine.routine.catalogue import Catalogue

    paths = find_paths()
    known = known_in(Catalogue([paths.exercises, bundled() / "exercises"])) if mine else None
    routines = routines_in(paths.routines, bundled()) if mine else None
    click.echo(schema_text(exercise_schema(known) if exercise else routine_schema(known, routines)), nl=False)


COMMANDS = [check, new, edit, watch, exercises, schema]
"""What the program registers."""


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)
