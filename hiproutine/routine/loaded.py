"""What loading gives: plain records, so that what shows a routine needs nothing of what read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.plan.deferred import Deferred
from hiproutine.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Card:
    """What a routine says of itself beside its plan: title, load, when, and the like."""

    title: str
    summary: str
    when: tuple[str, ...]
    load: str
    tags: tuple[str, ...]
    equipment: tuple[str, ...]
    why: str
    source: str
    safety: str


@dataclass(frozen=True)
class Loaded(Deferred):
    """A routine that can be played."""

    path: Path
    card: Card
    plan: Plan
    warnings: tuple[Problem, ...] = ()
    places: tuple[Place, ...] = field(default_factory=tuple)  # no value of the class, so that it can be made later
    """Where the step of each interval stands in the file; empty for a rest that no step is."""
    right_first: Plan | None = None
    """Of a routine that begins with the sorer side the plan that begins with the right; `plan` begins with the left."""
    figures: dict[str, dict[str, Any] | None] = field(default_factory=dict, compare=False, repr=False)
    """The `[figure]` tables of its exercises by their ids, where they were looked for; None for one that has none."""
