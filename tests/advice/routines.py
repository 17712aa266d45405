"""The program's routines and what they ask of the hip, read once."""

from __future__ import annotations

from hiproutine.advice.pain.sessions import Load
from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded

ROUTINES: dict[str, Loaded] = {
    one.id: one.loaded for one in Library(find_paths()).entries() if one.loaded and not one.own
}
LOADS = {name: Load(loaded.plan.load) for name, loaded in ROUTINES.items()}
AREAS = {
    name: frozenset(area for interval in loaded.plan.intervals for area in interval.about.avoid_if)
    for name, loaded in ROUTINES.items()
}
