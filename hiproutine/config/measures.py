"""In what this person is told distances, and how fast they run: by the settings, which are read when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiproutine.config.present import present_settings

if TYPE_CHECKING:
    from hiproutine.paths import Paths
    from hiproutine.plan.distances import Measures
    from hiproutine.routine.library import Library
    from hiproutine.routine.loaded import Loaded


def own_library(paths: Paths) -> Library:
    """The library of one person, in whose routines distances are theirs."""
    from hiproutine.routine.library import Library

    return Library(paths, lambda: measures_of(paths))


def own_routine(name: str) -> Loaded | None:
    """A routine by its id, or None where there is none that can be played."""
    from hiproutine.errors import HiproutineError
    from hiproutine.paths import find_paths

    try:
        return own_library(find_paths()).open(name)[0]
    except HiproutineError:
        return None


def measures_of(paths: Paths) -> Measures:
    """What holds for one person; a broken file of settings is said elsewhere."""
    from hiproutine.plan.distances import Measures
    from hiproutine.routine.distances import parse_pace

    settings = present_settings(paths.settings)[0]
    return Measures(settings.distance == "miles", parse_pace(settings.pace))
