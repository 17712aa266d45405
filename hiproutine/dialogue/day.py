"""What today goes by, from the journal, and what suits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.recovery import icing
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Outing
from hiproutine.advice.recovery.today import Hint, Known, hints
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.on_start import mornings
from hiproutine.dialogue.timing import STAGES_BACK, entry, recent
from hiproutine.journal.outings import ices, last_onset, past_onsets, reading_of
from hiproutine.journal.pain_facts import days_since
from hiproutine.journal.records import SessionRecord, State

OUTINGS_BACK = timedelta(days=30)
"""The rules look at three weeks of distance, and at a row of active days."""


@dataclass(frozen=True)
class Lately:
    """What was done, and what suits today."""

    last_done: Mapping[str, int] = field(default_factory=dict)
    """Days by the ids of routines."""
    hints: tuple[Hint, ...] = ()


def lately(context: Context, unit: Unit = Unit.KM) -> Lately:
    """Both, from one look into the journal."""
    return Lately(context.read(days_since, {}), today(context, unit))


def known(context: Context, unit: Unit = Unit.KM) -> Known:
    """All that today goes by."""
    now = context.now()
    done = recent(context, OUTINGS_BACK)
    lately = context.read(lambda journal: journal.sessions(None, since=now - timedelta(days=2)), list[SessionRecord]())
    return Known(
        now=now,
        zone=context.zone,
        sessions=context.sessions(STAGES_BACK),
        finished=tuple(
            (one.routine_id, one.ended_at) for one in lately if one.outcome is State.FINISHED and one.ended_at
        ),
        readings=_readings(context, done),
        outings=done,
        ices=context.read(lambda journal: ices(journal, now - 2 * icing.FIRST_DAYS), ()),
        onset=context.read(last_onset, None),
        past_onsets=context.read(lambda journal: past_onsets(journal, now - 2 * icing.FIRST_DAYS), ()),
        flags=context.flags(),
        morning_due=bool(mornings(context)),
        entry=entry(context),
        unit=unit,
    )


def today(context: Context, unit: Unit = Unit.KM) -> tuple[Hint, ...]:
    """What suits today, in at most three lines."""
    return hints(known(context, unit))


def _readings(context: Context, done: tuple[Outing, ...]) -> tuple[Reading, ...]:
    """Answers and the pain of outings, oldest first."""
    of_outings = (reading for one in done if (reading := reading_of(one)))
    return tuple(sorted((*context.readings(), *of_outings), key=lambda one: one.at))
