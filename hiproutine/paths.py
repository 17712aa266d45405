"""Where things are. Creates nothing; `HIPROUTINE_HOME` puts all in one folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from hiproutine.errors import HiproutineError, printable


class Paths(NamedTuple):
    """The folders and files of one person; nothing is created."""

    config: Path
    """Hand-written files live here."""
    data: Path
    """What the program keeps."""
    cache: Path
    """What can be made again."""
    other_journal: Path | None = None
    """Where the journal is, if not in its usual place."""

    @property
    def voice_lengths(self) -> Path:
        """How long the voice takes for what it has said."""
        return self.cache / "voice.json"

    @property
    def compiled(self) -> Path:
        """The folder of routines and exercises as they were read; deleting it costs time and nothing else."""
        return self.cache / "compiled"

    @property
    def settings(self) -> Path:
        """The person's config.toml."""
        return self.config / "config.toml"

    @property
    def routines(self) -> Path:
        """The person's own routines."""
        return self.config / "routines"

    @property
    def exercises(self) -> Path:
        """The person's own exercises."""
        return self.config / "exercises"

    @property
    def journal(self) -> Path:
        """The SQLite file of what happened."""
        return self.other_journal or self.data / "journal.sqlite3"


class NoFolder(HiproutineError):
    """Raised where a relative folder is named, and the current folder is gone."""


def find_paths() -> Paths:
    """The person's folders, by environment and system.

    Raises:
        NoFolder: one is relative to a folder that is gone.
    """
    journal = os.environ.get("HIPROUTINE_JOURNAL")
    other = _whole(journal, "HIPROUTINE_JOURNAL") if journal else None
    if home := os.environ.get("HIPROUTINE_HOME"):
        folder = _whole(home, "HIPROUTINE_HOME")
        return Paths(config=folder, data=folder, cache=folder / "cache", other_journal=other)
    import platformdirs

    return Paths(
        config=platformdirs.user_config_path("hiproutine", appauthor=False),
        data=platformdirs.user_data_path("hiproutine", appauthor=False),
        cache=platformdirs.user_cache_path("hiproutine", appauthor=False),
        other_journal=other,
    )


def bundled() -> Path:
    """The folder of the routines that come with the program: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "bundled"
    return inside if inside.is_dir() else package.parent / "routines"


def whole_name(path: Path | str) -> str:
    """The whole name of a file, past no link; in a folder that is gone the name it was called by."""
    try:
        return os.path.abspath(path)  # noqa: PTH100 - what it links to may change
    except OSError:
        return os.fspath(path)


def _whole(name: str, variable: str) -> Path:
    """A path from its root, as a variable names it."""
    try:
        return Path(name).expanduser().absolute()
    except (OSError, RuntimeError):
        raise NoFolder(
            f"{variable} is “{printable(name)}”, and the folder that it begins in is gone. Go to another folder, or "
            "name a whole path."
        ) from None
