"""What was done and what suits today, from one look into the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.advice.coming_back.weeks import Due
    from hiproutine.advice.recovery.building import Unit
    from hiproutine.advice.today import Hint
    from hiproutine.dialogue.context import Context


@dataclass(frozen=True)
class Lately:
    """What was done, and what suits today."""

    last_done: Mapping[str, int] = field(default_factory=dict)
    """Days by the ids of routines."""
    hints: tuple[Hint, ...] = ()
    avoid: frozenset[str] = frozenset()
    """Areas whose steps are better left out today, as in the `avoid_if` of exercises."""
    week_due: Callable[[str, int], Due | None] = lambda _routine, _of: None
    """The week of a plan over weeks that is due, by the id of its routine and how many it has."""


def lately(context: Context, unit: Unit | None = None) -> Lately:
    """What was done and what suits today, from one look into the journal."""
    from hiproutine.advice.assess import assess
    from hiproutine.advice.coming_back.weeks import due
    from hiproutine.advice.today import hints
    from hiproutine.journal.pain_facts import days_since, sessions_in_weeks

    facts = context.facts(unit)
    judged = assess(facts, context.now(), context.zone)
    now, zone = context.now(), context.zone
    in_weeks = context.read(lambda journal: sessions_in_weeks(journal, zone), None)
    return Lately(
        context.read(days_since, {}),
        hints(facts, judged),
        judged.avoid,
        lambda routine, of: None if in_weeks is None else due(in_weeks, routine, of, now, zone),
    )
