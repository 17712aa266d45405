"""What loading gives: plain records, so that what shows a routine needs nothing of what read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from hiproutine.errors import Place, Problem, printable
from hiproutine.plan.deferred import Deferred
from hiproutine.plan.model import Plan


class Card(NamedTuple):
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
class OfWeek(Deferred):
    """What a routine is in one week of a plan over weeks; a routine without weeks has one of these."""

    plan: Plan
    places: tuple[Place, ...]
    right_first: Plan | None = None


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
    weeks: tuple[OfWeek, ...] = ()
    """Of a plan over weeks what it is in each, from the first on; above it is what it is in one of them."""
    figures: dict[str, dict[str, Any] | None] = field(default_factory=dict, compare=False, repr=False)
    """The `[figure]` tables of its exercises by their ids, where they were looked for; None for one that has none."""

    def lacks_week(self, week: int) -> str:
        """Why there is no such week, in a sentence; empty where there is."""
        title = printable(self.card.title)
        if not self.weeks:
            return f"“{title}” is no plan over weeks: it is the same every week."
        if not 1 <= week <= len(self.weeks):
            return f"“{title}” has {len(self.weeks)} weeks, and the last one goes on: --week {len(self.weeks)}."
        return ""

    def in_week(self, week: int) -> Loaded:
        """The routine as it is in a week, from 1; after the last the last goes on. Without weeks it is always so."""
        if not self.weeks:
            return self
        found = self.weeks[max(1, min(week, len(self.weeks))) - 1]
        return replace(self, plan=found.plan, places=found.places, right_first=found.right_first)


def numbered(weeks: Sequence[OfWeek]) -> tuple[OfWeek, ...]:
    """The weeks of a plan, each knowing which it is; none where there is only one."""
    if len(weeks) < 2:
        return ()

    def of(plan: Plan, week: int) -> Plan:
        return replace(plan, week=week, weeks=len(weeks))

    return tuple(
        replace(one, plan=of(one.plan, week), right_first=of(one.right_first, week) if one.right_first else None)
        for week, one in enumerate(weeks, 1)
    )
