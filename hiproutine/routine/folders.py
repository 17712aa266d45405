"""The files of a folder of routines or exercises, and what their names say."""

from __future__ import annotations

from pathlib import Path

from hiproutine.errors import Problem, printable
from hiproutine.routine.values import SLUG


def toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder, sorted by name; none if there is no such folder."""
    try:
        found = [path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith(".")]
    except OSError:
        return []
    return sorted(found)


def name_problem(path: Path, instead: str = ", or play it by its path") -> Problem | None:
    """What is wrong with the name of a file in a folder of the library."""
    if SLUG.fullmatch(path.stem):
        return None
    cure = f"name the file with a-z, 0-9 and - only{instead}"
    return Problem("bad-id", f"“{printable(path.stem)}” is not an id", help=cure, path=str(path))
