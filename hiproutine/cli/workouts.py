"""The command that makes workouts for sports watches."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiproutine.cli.output_file import OutputFile
from hiproutine.cli.weeks import in_week_asked, week_option

if TYPE_CHECKING:
    from hiproutine.routine.loaded import Loaded
    from hiproutine.workout.steps import Workout


@click.command()
@click.argument("routine")
@click.option("--output", "-o", type=OutputFile(), metavar="FILE", help="Where to, instead of ROUTINE.fit.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A watch that is plugged in: into its GARMIN/NewFiles, after asking.",
)
@click.option(
    "--format", "form", type=click.Choice(["fit", "intervals"]), default="fit", help="A FIT file, or text to paste."
)
@click.option("--steps", type=click.IntRange(1, 10_000), metavar="N", help="The most steps the watch takes [50].")
@click.option("--unrolled", is_flag=True, help="Without repeats, for a watch that cannot repeat.")
@week_option
@click.option("--yes", "-y", is_flag=True, help="Write into --folder without asking.")
@click.option("--force", is_flag=True, help="Write over a file that hiproutine did not make.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def workout(routine: str, *, week: int | None, **said: Any) -> None:
    """Write ROUTINE as a workout that a sports watch plays.

    Steps, rests and changes with the watch's own countdown; names, sides and notes as long as a watch shows them.
    """
    from hiproutine.cli.main import _open
    from hiproutine.launch.start import fail
    from hiproutine.workout.writing import CannotWrite, InTheWay

    if said["folder"] and said["output"]:
        raise click.UsageError("Say --output or --folder, not both.")
    if said["folder"] and said["form"] != "fit":
        raise click.UsageError("--folder takes FIT files only; --format intervals prints a text to paste.")
    try:
        _write(in_week_asked(_open(routine), week)[0], **said)
    except InTheWay as error:
        fail(f"{error} --force replaces it.")
    except CannotWrite as error:
        fail(str(error))


def _write(
    loaded: Loaded,
    *,
    output: Path | None,
    folder: Path | None,
    form: str,
    steps: int | None,
    unrolled: bool,
    yes: bool,
    force: bool,
    as_json: bool,
) -> None:
    from hiproutine.cli.main import _library
    from hiproutine.workout.limits import STEPS
    from hiproutine.workout.making import workout_for
    from hiproutine.workout.writing import PASTE, UNPLUG, WAY, fits, new_files, write

    made = workout_for(loaded, _library().catalogue, unrolled=unrolled)
    if form == "fit":
        fits(made, steps or STEPS.most)
    data = _bytes(made, loaded.plan.id, form)
    path = output
    if folder:
        path = new_files(folder) / f"{loaded.plan.id[:60]}.fit"
        if not yes and not _agrees(path, made, len(data)):
            return
        path.parent.mkdir(exist_ok=True)
    elif form == "fit":
        path = output or Path(f"{loaded.plan.id}.fit")
    if path:
        write(path, data, force=force)
    _say(made, path, data, PASTE if form == "intervals" else UNPLUG if folder else WAY, form, as_json=as_json)


def _bytes(made: Workout, identity: str, form: str) -> bytes:
    from time import time

    from hiproutine.workout.fit_file import fit_file
    from hiproutine.workout.intervals_text import intervals_text

    return intervals_text(made).encode() if form == "intervals" else fit_file(made, identity, time())


def _agrees(path: Path, made: Workout, size: int) -> bool:
    """Whether it may be written onto the watch; what will be written is said."""
    from hiproutine.errors import printable
    from hiproutine.launch.start import fail
    from hiproutine.wording import count

    what = f"{printable(made.title)}, {count(len(made.steps), 'step')}, {size:,} bytes, to {printable(str(path))}"
    if not sys.stdin.isatty():
        fail(f"{what}: --yes writes it without asking.")
    return click.confirm(f"{what}. Write it?", default=True, err=True)


def _say(made: Workout, path: Path | None, data: bytes, way: str, form: str, *, as_json: bool) -> None:
    """Where it is, and how it gets to the watch; a text to paste alone on standard output."""
    from hiproutine.errors import printable

    if as_json:
        from hiproutine.cli.json_output import json_text
        from hiproutine.workout.making import workout_table

        text = data.decode() if form == "intervals" else None
        click.echo(json_text(workout=workout_table(made, str(path) if path else None, text, way)))
    elif path is None:
        click.echo(data.decode(), nl=False)
        for told in (way, *made.remarks):
            click.echo(printable(told), err=True)
    else:
        click.echo(printable(str(path)))
        click.echo(way)
        for remark in made.remarks:
            click.echo(printable(remark))


COMMANDS = [workout]
