"""Compiles the routines and exercises of the program, to go with it: done when a wheel is built (`hatch_build.py`)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hiproutine.paths import Paths
from hiproutine.routine.compiled_file import read, write
from hiproutine.routine.compiled_stamps import cached_stamp, shipped_stamp
from hiproutine.routine.library import Library


def write_shipped(folder: Path) -> list[Path]:
    """Writes what is to stand in `bundled/compiled`; the same bytes from the same sources. Gives the files.

    Raises:
        OSError: it cannot be written.
    """
    with TemporaryDirectory() as name:
        nobody = Path(name) / "nobody"
        paths = Paths(nobody, nobody, Path(name))
        library = Library(paths)
        for entries in (library.entries(), library.catalogue.entries()):
            for _ in entries:
                pass  # each is kept as it is read
        made = [read(place, cached_stamp()) for place in (paths.compiled / "routines", paths.compiled / "exercises")]
    targets = [folder / "routines", folder / "exercises"]
    for target, kept in zip(targets, made, strict=True):
        write(target, shipped_stamp(), {entry: kept.entry(entry) for entry in kept.index})
    return targets
