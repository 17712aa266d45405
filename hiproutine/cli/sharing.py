"""The command that makes pages of routines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiproutine.cli.output_file import OutputFile
from hiproutine.cli.weeks import in_week_asked, this_week, week_option

if TYPE_CHECKING:
    from hiproutine.routine.loaded import Loaded
    from hiproutine.share.sound import Carried


@click.command()
@click.argument("routine", required=False)
@click.option("--output", "-o", type=OutputFile(), metavar="FILE", help="Where to, instead of ROUTINE.html.")
@click.option(
    "--folder", type=click.Path(path_type=Path), metavar="DIR", help="All routines, and a page that lists them."
)
@click.option("--sound", is_flag=True, help="With the sound inside, which plays on when the screen goes off.")
@click.option("--open", "opened", is_flag=True, help="Show it in the browser.")
@click.option("--print", "prints", is_flag=True, help="Print the sheet, from the browser.")
@week_option
@click.option("--force", is_flag=True, help="Write over a file that hiproutine did not make.")
def share(
    routine: str | None,
    output: Path | None,
    folder: Path | None,
    *,
    sound: bool,
    opened: bool,
    prints: bool,
    week: int | None,
    force: bool,
) -> None:
    """Write ROUTINE as one page that plays in any browser.

    It needs no network, and printed it is a sheet with boxes to tick for two weeks.
    """
    from hiproutine.cli.main import _library, _open
    from hiproutine.errors import printable
    from hiproutine.launch.start import fail
    from hiproutine.share.writing import CannotShare, NotOurs, write_folder, write_page, write_to_look_at

    if (routine is None) == (folder is None):
        raise click.UsageError("Say which routine, or --folder DIR for all of them.")
    if prints and (folder or output):
        raise click.UsageError("--print prints one routine, and keeps no file.")
    if week and folder:
        raise click.UsageError("--week is for one routine; in --folder each is in the week that is due.")
    if sound and (folder or prints):
        raise click.UsageError("--sound is for one routine that is played.")
    library = _library()
    try:
        if folder is not None:
            path, number = write_folder(library, folder, force=force, in_its_week=this_week)
            click.echo(f"{number} routines and a list of them: {printable(str(path))}")
        elif prints:
            path = write_to_look_at(library, in_week_asked(_open(str(routine), library), week)[0], prints=True)
            click.echo(f"The browser prints {printable(str(path))}")
        else:
            loaded, _ = in_week_asked(_open(str(routine), library), week)
            path = write_page(library, loaded, output, force=force, sound=_sound(loaded) if sound else None)
            click.echo(printable(str(path)))
    except NotOurs as error:
        fail(f"{error} --force replaces it.")
    except CannotShare as error:
        fail(str(error))
    if opened or prints:
        _show(path)


def _sound(loaded: Loaded) -> Carried:
    """The routine as sound, in a format that every browser plays."""
    from tempfile import TemporaryDirectory

    from hiproutine.audio.formats import FORMATS
    from hiproutine.audio.writing import CannotRecord
    from hiproutine.cli.sounding import recorded, say_trouble
    from hiproutine.launch.start import fail
    from hiproutine.share.sound import KINDS, Carried

    form = next((FORMATS[name] for name in KINDS if FORMATS[name].is_there()), None)
    if form is None:
        fail("A page with sound needs an encoder: pip install 'hiproutine[audio]', or install ffmpeg.")
    with TemporaryDirectory(prefix="hiproutine-") as name:
        try:
            done = recorded(loaded, Path(name) / f"sound.{form.name}", form)
        except CannotRecord as error:
            fail(str(error))
        say_trouble(done)
        return Carried(form.name, done.path.read_bytes())


def _show(path: Path) -> None:
    from hiproutine.errors import printable
    from hiproutine.launch.start import fail
    from hiproutine.share.opening import opens

    if not opens(path):
        fail(f"No browser opens from here. Open {printable(str(path))} in one.")


COMMANDS = [share]
