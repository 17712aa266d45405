"""Which kind a file is, a routine or an exercise: by where it stands, and elsewhere by what is written in it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from hiproutine.paths import Paths, bundled, whole_name

FOLDER = "exercises"
"""What a folder of exercises is called, wherever it is."""


def kind_by_place(path: Path, paths: Paths) -> bool | None:
    """Whether a file is an exercise, by where it stands; None where only its text can say."""
    folder = Path(whole_name(path)).parent
    if folder.name == FOLDER:
        return True
    return False if folder in {paths.routines.absolute(), bundled().absolute()} else None


def is_an_exercise(keys: Collection[str]) -> bool:
    """Whether a text with these keys is one: it has a name, and nothing that only routines have."""
    return "name" in keys and not {"title", "steps", "blocks"} & {*keys}
