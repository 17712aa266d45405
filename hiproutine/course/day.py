"""What today goes by, from the journal, and what suits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from hiproutine.course.desk import Desk
from hiproutine.course.opening import mornings
from hiproutine.course.timing import STAGES_BACK, entry, recent
from hiproutine.journal.between import ices, last_onset, reading_of
from hiproutine.journal.pains import days_since
from hiproutine.journal.records import SessionRecord, State
from hiproutine.pain.readings import Reading
from hiproutine.recovery import icing
from hiproutine.recovery.building import Unit
from hiproutine.recovery.facts import Outing
from hiproutine.recovery.today import Hint, Known, hints

OUTINGS_BACK = timedelta(days=30)
"""The rules look at three weeks of distance, and at a row of active days."""


@dataclass(frozen=True)
class Lately:
    """What was done, and what suits today."""

    last_done: Mapping[str, int] = field(default_factory=dict)
    """Days by the ids of routines."""
    hints: tuple[Hint, ...] = ()


def lately(desk: Desk, unit: Unit = Unit.KM) -> Lately:
    """Both, from one look into the journal."""
    return Lately(desk.read(days_since, {}), today(desk, unit))


def known(desk: Desk, unit: Unit = Unit.KM) -> Known:
    """All that today goes by."""
    now = desk.now()
    done = recent(desk, OUTINGS_BACK)
    lately = desk.read(lambda journal: journal.sessions(None, since=now - timedelta(days=2)), list[SessionRecord]())
    return Known(
        now=now,
        zone=desk.zone,
        sessions=desk.sessions(STAGES_BACK),
        finished=tuple(
            (one.routine_id, one.ended_at) for one in lately if one.outcome is State.FINISHED and one.ended_at
        ),
        readings=_readings(desk, done),
        outings=done,
        ices=desk.read(lambda journal: ices(journal, now - icing.FIRST_DAYS), ()),
        onset=desk.read(last_onset, None),
        flags=desk.flags(),
        morning_due=bool(mornings(desk)),
        entry=entry(desk),
        unit=unit,
    )


def today(desk: Desk, unit: Unit = Unit.KM) -> tuple[Hint, ...]:
    """What suits today, in at most three lines."""
    return hints(known(desk, unit))


def _readings(desk: Desk, done: tuple[Outing, ...]) -> tuple[Reading, ...]:
    """Answers and the pain of outings, oldest first."""
    of_outings = (reading for one in done if (reading := reading_of(one)))
    return tuple(sorted((*desk.readings(), *of_outings), key=lambda one: one.at))
