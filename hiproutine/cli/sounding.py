"""The command that makes sound files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from hiproutine.cli.output_file import OutputFile
from hiproutine.cli.weeks import in_week_asked, week_option

if TYPE_CHECKING:
    from hiproutine.audio.formats import Format
    from hiproutine.audio.recording import Recorded
    from hiproutine.audio.voices import Renders
    from hiproutine.routine.loaded import Loaded

FORMATS = ("mp3", "m4a", "flac", "wav", "ogg", "opus")
"""As in `audio.formats`; a test compares."""
WAY = "Send it to the phone, or copy it there: any player plays it on with the screen off, a chapter for each step."
INSTALL = "Install espeak-ng, or say --no-voice"


@click.command()
@click.argument("routine")
@click.option("--output", "-o", type=OutputFile(), metavar="FILE", help="Where to, instead of ROUTINE.mp3.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Instead of the first that can be written here.")
@click.option("--no-voice", "silent", is_flag=True, help="Tones alone.")
@click.option("--voice", metavar="NAME", help="A program that speaks, such as piper, or one of its voices.")
@click.option(
    "--pace", type=click.FloatRange(0.5, 2.0), default=1.0, metavar="N", help="Speak N times as fast, from 0.5 to 2."
)
@week_option
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def audio(routine: str, **said: Any) -> None:
    """Write ROUTINE as a sound file with voice, tones and chapters.

    The same words and tones as while playing. What goes at your own pace takes its estimate.
    """
    from hiproutine.audio.writing import CannotRecord
    from hiproutine.launch.start import fail

    try:
        _write(routine, **said)
    except CannotRecord as error:
        fail(str(error))


def _write(
    routine: str,
    *,
    output: Path | None,
    form: str | None,
    silent: bool,
    voice: str | None,
    pace: float,
    week: int | None,
    force: bool,
    as_json: bool,
) -> None:
    from hiproutine.audio.formats import format_for
    from hiproutine.cli.main import _open

    (loaded, _), chosen = in_week_asked(_open(routine), week), format_for(form, output)
    path = output or Path(f"{loaded.plan.id}.{chosen.name}")
    done = recorded(loaded, path, chosen, speaks=not silent, voice=voice, pace=pace, force=force)
    _say(done, chosen.name, as_json=as_json)


def recorded(
    loaded: Loaded,
    path: Path,
    form: Format,
    *,
    speaks: bool = True,
    voice: str | None = None,
    pace: float = 1.0,
    force: bool = False,
) -> Recorded:
    """Writes a routine as a sound file, as loud as the settings say; shows how far it is. Raises CannotRecord."""
    from hiproutine.audio.recording import record
    from hiproutine.cli.main import _library
    from hiproutine.config.present import present_settings
    from hiproutine.paths import find_paths
    from hiproutine.routine.exercise_figure import figure_of

    library, paths = _library(), find_paths()
    with _Bar() as bar:
        return record(
            loaded,
            path,
            form,
            voice=(lambda: _voice(voice, pace)) if speaks else None,
            pace=pace,
            volume=present_settings(paths.settings)[0].cues.volume,
            cache=paths.cache / "voice",
            figure=lambda name: figure_of(name, library.catalogue),
            force=force,
            told=bar.told,
        )


def say_trouble(done: Recorded) -> None:
    """Why nothing is said in it, if something was to be."""
    if done.trouble:
        cure = "" if "pip install" in done.trouble else f" {INSTALL}."
        click.echo(f"Tones alone, for {done.trouble}.{cure}", err=True)


def _voice(name: str | None, pace: float) -> Renders:
    """The voice that is asked for, or the one that is there."""
    from hiproutine.audio.piper import PIPER, Piper
    from hiproutine.audio.voices import system_voice

    return Piper(pace) if name == PIPER else system_voice(name, pace)


def _say(done: Recorded, form: str, *, as_json: bool) -> None:
    """Where it is, how long, and how it gets to the phone; what is wrong with the voice."""
    from hiproutine.errors import printable
    from hiproutine.wording import clock, count

    say_trouble(done)
    if as_json:
        from hiproutine.cli.json_output import json_text

        values = {
            "path": str(done.path),
            "format": form,
            "seconds": round(done.seconds, 3),
            "bytes": done.size,
            "chapters": done.chapters,
            "voice": done.speaks,
            "way": WAY,
        }
        click.echo(json_text(audio=values))
        return
    click.echo(printable(str(done.path)))
    click.echo(f"{clock(done.seconds)}, {done.size / 1e6:.1f} MB, {count(done.chapters, 'chapter')}. {WAY}")


class _Bar:
    """How far it is, in a line that goes again; nothing where nobody looks."""

    def __init__(self) -> None:
        self._seen = sys.stderr.isatty()
        self._shown = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown >= 0:
            click.echo("\r\x1b[K", nl=False, err=True)

    def told(self, share: float) -> None:
        """So much of it is done, from 0 to 1."""
        percent = round(share * 100)
        if self._seen and percent != self._shown:
            self._shown = percent
            click.echo(f"\r{'█' * round(share * 20):░<20} {percent:3} %", nl=False, err=True)


COMMANDS = [audio]
