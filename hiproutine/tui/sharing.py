"""A routine to take along, from a key: as a page, as sound, or for the watch, written where the program was started.

Each gives what to say: where it was written, and how it gets to phone or watch.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hiproutine.dialogue.questions import Option, Pick
from hiproutine.errors import printable
from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.share.opening import opens
from hiproutine.share.page import Find
from hiproutine.share.writing import CannotShare, write_page, write_to_look_at

PAGE, SOUND, WATCH = "page", "sound", "watch"
WAYS = (
    Option("p", "A page, for any browser and for paper", PAGE),
    Option("a", "Sound, with voice and a chapter for each step", SOUND),
    Option("w", "A workout for a sports watch", WATCH),
)
GONE = "The folder in which the program was started is gone."
_NAMES = 99
"""Names that are tried beside files that are there."""


class Cancelled(Exception):
    """Raised where nobody waits for it any more."""


def ways(loaded: Loaded) -> Pick:
    """As what a routine is to be taken along."""
    return Pick("How do you want to take it along?", loaded.card.title, WAYS)


def taken_along(loaded: Loaded, way: str, wanted: Callable[[], bool] = lambda: True) -> str:
    """Writes a routine in one of the ways; the sentences to say. Raises Cancelled once it is not `wanted`."""
    try:
        folder = Path.cwd()
    except FileNotFoundError:
        return GONE
    if way == SOUND:
        return _sound(loaded, folder, wanted)
    return _workout(loaded, folder) if way == WATCH else f"{written(loaded)} Send it to the phone, and open it there."


def _sound(loaded: Loaded, folder: Path, wanted: Callable[[], bool]) -> str:
    from hiproutine.audio.formats import format_for
    from hiproutine.audio.recording import record
    from hiproutine.audio.voices import system_voice
    from hiproutine.audio.writing import CannotRecord
    from hiproutine.config.present import present_settings
    from hiproutine.routine.exercise_figure import figure_of
    from hiproutine.wording import clock

    def told(_: float) -> None:
        if not wanted():
            raise Cancelled

    paths = find_paths()
    catalogue, form = Library(paths).catalogue, format_for(None, None)
    try:
        done = record(
            loaded,
            _free(folder, loaded.plan.id, form.name),
            form,
            voice=lambda: system_voice(None, 1.0),
            pace=1.0,
            volume=present_settings(paths.settings)[0].cues.volume,
            cache=paths.cache / "voice",
            figure=lambda name: figure_of(name, catalogue),
            force=False,
            told=told,
        )
    except CannotRecord as error:
        return str(error)
    tones = f" Tones alone, for {done.trouble}." if done.trouble else ""
    return (
        f"Written: {_short(done.path)}, {clock(done.seconds)}.{tones} Send it to the phone: "
        "any player plays it on with the screen off."
    )


def _workout(loaded: Loaded, folder: Path) -> str:
    from time import time

    from hiproutine.workout.fit_file import fit_file
    from hiproutine.workout.making import workout_for
    from hiproutine.workout.writing import CannotWrite, fits, write

    path = folder / f"{loaded.plan.id}.fit"
    try:
        made = workout_for(loaded, Library(find_paths()).catalogue)
        fits(made)
        write(path, fit_file(made, loaded.plan.id, time()))
    except CannotWrite as error:
        return str(error)
    return f"Written: {_short(path)}. Copy it into GARMIN/NewFiles on the watch, by cable, and unplug."


def _free(folder: Path, name: str, end: str) -> Path:
    """A name that no file has."""
    paths = [folder / f"{name}.{end}", *(folder / f"{name}-{number}.{end}" for number in range(2, _NAMES))]
    return next((path for path in paths if not path.exists()), paths[0])


def written(loaded: Loaded, find_figure: Find | None = None) -> str:
    """Writes the page of a routine; a sentence that says where, or why not."""
    try:
        path = Path.cwd() / f"{loaded.plan.id}.html"
        write_page(Library(find_paths()), loaded, path, find_figure=find_figure)
    except CannotShare as error:
        return str(error)
    except FileNotFoundError:
        return GONE
    return f"Written: {_short(path)}, to play in any browser and to print."


def shown(loaded: Loaded, find_figure: Find | None = None) -> str:
    """Shows the page of a routine in the browser; a sentence that says so, or where it is."""
    try:
        path = write_to_look_at(Library(find_paths()), loaded, find_figure=find_figure)
    except CannotShare as error:
        return str(error)
    return "The browser shows it." if opens(path) else f"Open {_short(path)} in a browser."


def _short(path: Path) -> str:
    """A path with the home left out, its control characters made visible."""
    home = Path.home()
    return printable(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
