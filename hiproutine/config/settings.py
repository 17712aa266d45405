"""Everything that can be set, with what holds where nothing is. Plain data: `config` reads and writes the file."""

from __future__ import annotations

from typing import NamedTuple


class Cues(NamedTuple):
    """Which outputs make a routine noticeable. None: by itself, where this machine can."""

    bell: bool | None = None
    """The terminal's; by itself, where there is no sound."""
    sound: bool | None = None
    volume: int = 80
    """0 to 100."""
    voice: bool = False
    notify: bool = False
    """Desktop notifications by the terminal."""
    title: bool = True
    """Step and time left in the window's title."""
    progress: bool = False
    """How far it has come, in tab or task bar."""
    flash: bool = False
    """A brief change of the digits' colour."""
    countdown: int = 3
    """How many of the last seconds of an interval are told; 0 for none."""
    tick: bool = False
    """Whether every other second ticks."""
    say_left: int = 0
    """Seconds between two times at which the voice says the time left; 0 for never."""


class Settings(NamedTuple):
    """The person's settings."""

    check_before: str = "always"
    """When the pain check is made before a routine: `always`, `when-it-hurt`, `never`."""
    theme: str = ""
    """Empty: the one that suits the terminal."""
    awake: bool = True
    """Whether the machine is kept awake while a routine plays."""
    cues: Cues = Cues()
    keys: dict[str, str] = {}  # noqa: RUF012 - never changed
    """Other keys, by the names of what they do; as Textual calls them, with commas between several."""
    editor_outside: bool = False
    """Whether files are edited by the person's own editor."""
    plain_every: int = 60
    """Seconds between two lines that say the time left in plain mode; 0 for never."""
    distance: str = "km"
    """In what distances are said: `km` or `miles`."""
    ask_loads: bool = True
    """Whether it is asked after a routine if its weights and bands are to be the same the next time."""
    pace: str = "6:00 /km"
    """About how fast a distance is run whose routine says no pace."""
    run_folders: tuple[str, ...] = ()
    """Folders in which new runs appear."""
    week: str = "monday"
    """The first day of a week, where weeks are those of a calendar."""
    figures: bool = True
    """Whether exercises are shown as small figures."""
