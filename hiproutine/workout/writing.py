"""Workouts as files: beside other files, or into the folder of a watch that is plugged in."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from hiproutine.errors import HiproutineError, printable
from hiproutine.wording import count
from hiproutine.workout.fit_file import HEADER, is_ours
from hiproutine.workout.limits import STEPS
from hiproutine.workout.steps import Workout

MADE_FOR = "GARMIN"
NEW = "NewFiles"
"""The folder inside it from which a watch takes files when the cable is pulled."""
DEVICE = "GarminDevice.xml"
"""By this file a watch says what it is."""
BY_CABLE = "Copy it into GARMIN/NewFiles on the watch, by cable, and unplug; --folder does it. "
NOT_BY_WEB = "Garmin Connect's web page takes activities and courses only, no workouts."
WAY = BY_CABLE + NOT_BY_WEB
"""How a file gets to the watch."""
UNPLUG = "Unplug the watch: it takes the workout in, and lists it under workouts or training."
PASTE = "Paste it into a workout on intervals.icu, which passes it on to the watches it is connected to."


class CannotWrite(HiproutineError):
    """Raised for a workout that cannot be written; says why, and what helps."""


class InTheWay(CannotWrite):
    """Another's file stands in the place."""


def fits(workout: Workout, most: int = STEPS.most) -> None:
    """Nothing, where a watch takes so many steps.

    Raises:
        CannotWrite: it does not.
    """
    lines = len(workout.steps)
    if lines > most:
        raise CannotWrite(
            f"{printable(workout.title)} takes {count(lines, 'step')}, and a watch takes {most}: "
            f"make two routines of it, or say --steps {lines} if yours takes more."
        )


def new_files(folder: Path) -> Path:
    """The folder that a watch takes files from; `folder` is where the watch is mounted, or its GARMIN.

    Raises:
        CannotWrite: it is no watch.
    """
    for place in (folder, *_inside(folder, MADE_FOR)):
        found = _inside(place, NEW)
        if found:
            return found[0]
        if place.name.upper() == MADE_FOR and (place / DEVICE).is_file():
            return place / NEW
    raise CannotWrite(
        f"{printable(str(folder))} is no watch: there is no {MADE_FOR}/{NEW} in it. Plug the watch in and name "
        "the folder it appears as, or write the file with --output and copy it."
    )


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Writes all of it, or nothing; a file of somebody else stays as it is unless `force` is given.

    Raises:
        CannotWrite: it cannot be written, or another's file stands there.
    """
    try:
        if not force and os.path.lexists(path) and not _written_here(path):
            raise InTheWay(f"{printable(str(path))} is there already and is no FIT workout of hiproutine.")
        beside = path.with_name(f".{path.name[:100]}.{uuid4().hex[:8]}")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"{printable(str(path))} cannot be written: {error.strerror}. --output FILE writes it elsewhere."
        ) from error


def _inside(folder: Path, name: str) -> list[Path]:
    """Folders of that name, in whatever letters a file system gives it."""
    try:
        return [path for path in folder.iterdir() if path.name.upper() == name.upper() and path.is_dir()]
    except OSError:
        return []


def _written_here(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return is_ours(file.read(HEADER + 64))
