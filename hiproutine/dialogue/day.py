"""What was done and what suits today, from one look into the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hiproutine.advice.assess import Assessment
    from hiproutine.advice.coming_back.weeks import Due
    from hiproutine.advice.facts import Facts
    from hiproutine.advice.recovery.building import Unit
    from hiproutine.advice.today import Hint
    from hiproutine.dialogue.context import Context

UNDER_WAY = 14
"""Days since its last session within which a plan over weeks is named among what suits today; after that it goes back
a week."""


class Lately(NamedTuple):
    """What was done, and what suits today."""

    last_done: Mapping[str, int] = MappingProxyType({})
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
    from hiproutine.journal.pain_facts import days_since, sessions_in_weeks

    facts = context.facts(unit)
    judged = assess(facts, context.now(), context.zone)
    now, zone = context.now(), context.zone
    in_weeks = context.read(lambda journal: sessions_in_weeks(journal, zone), None)
    return Lately(
        context.read(days_since, {}),
        suits_today(context, facts, judged),
        judged.avoid,
        lambda routine, of: None if in_weeks is None else due(in_weeks, routine, of, now, zone),
    )


def suits_today(context: Context, facts: Facts, judged: Assessment) -> tuple[Hint, ...]:
    """What suits today, plans over weeks among it."""
    from hiproutine.advice.today import hints

    return hints(facts, judged, _plans_under_way(context, facts, judged))


def _plans_under_way(context: Context, facts: Facts, judged: Assessment) -> Iterator[Hint]:
    """The week that is due of each plan over weeks that was played lately and not today, where nothing speaks against
    it."""
    from hiproutine.advice.pain.days import day_of
    from hiproutine.advice.pain.sessions import Load
    from hiproutine.advice.today import Hint
    from hiproutine.dialogue.weeks import due_now

    today = day_of(judged.now, judged.zone)
    last: dict[str, int] = {}
    for one in facts.sessions:
        if one.week and (ago := (today - one.day).days) >= 0:
            last[one.routine] = min(ago, last.get(one.routine, ago))
    for routine, ago in sorted(last.items(), key=lambda of: (of[1], of[0])):
        if not 0 < ago < UNDER_WAY or not (loaded := context.open(routine)) or not (found := due_now(context, loaded)):
            continue
        plan = loaded.in_week(found.week).plan
        if judged.allows(routine, Load(plan.load)):
            yield Hint(found.sentence, routine, found.source)
