"""Makes what pages have in common, to go with the program: done when a wheel is built (`hatch_build.py`)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hiproutine.paths import Paths
from hiproutine.routine.compiled_file import write
from hiproutine.routine.compiled_stamps import shipped_stamp
from hiproutine.routine.library import Library
from hiproutine.share.kept_parts import CODE, ENDS, FILE, Parts
from hiproutine.share.page import needless


def write_shipped_parts(folder: Path) -> Path:
    """Writes what is to stand in `bundled/compiled`: scripts for the program's routines, styles, and every figure.

    The same bytes from the same sources. Gives the file.

    Raises:
        OSError: it cannot be written.
    """
    parts = Parts()
    with TemporaryDirectory() as name:
        nobody = Path(name) / "nobody"
        library = Library(Paths(nobody, nobody, Path(name)))
        for without in sorted({tuple(sorted(needless(one.loaded.plan))) for one in library.entries() if one.loaded}):
            parts.script(frozenset(without))
        for exercise in library.catalogue.ids:
            parts.drawn(exercise, library.catalogue.figure(exercise))
    parts.beginning()
    parts.style()
    place = folder / FILE
    write(place, shipped_stamp(CODE, ENDS), parts.new)
    return place
