"""What the journal knows, as the pain rules want it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from itertools import groupby

from hiproutine.advice.facts import LOOKS_BACK as LOOKED_AT
from hiproutine.advice.facts import Facts
from hiproutine.advice.pain.days import day_of, elapsed
from hiproutine.advice.pain.flags import BY_ID, FLAGS
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import Check, Screen, Standing, standing
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.advice.reactions import SETTLED_WITHIN
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.icing import FIRST_DAYS
from hiproutine.journal.landing import landing_settled, newest_landing, standing_landing
from hiproutine.journal.outings import ices, onsets, outings
from hiproutine.journal.records import FlagRecord, SessionRecord, State
from hiproutine.journal.store import Journal

LOOKS_BACK = timedelta(days=60)
"""How far the rules look: the longest, an episode, is 42 days."""
NOTICE, MORNING_SKIPPED = "notice-read", "morning-skipped"
"""Kept among the answers beside the red flags: that the notice was read, and a morning question left out."""


def session_pains(journal: Journal, since: datetime, zone: tzinfo) -> tuple[SessionPain, ...]:
    """Every session from a moment on with its readings, newest first; those still going on are left out."""
    return _over(journal.sessions(None, since=since), journal.readings(since=since), zone)


def sessions_in_weeks(journal: Journal, zone: tzinfo, routine: str | None = None) -> tuple[SessionPain, ...]:
    """Every session of plans over weeks with its readings, or of one of them, however long ago, newest first."""
    records = journal.sessions(None, routine=routine, in_weeks=True)
    return _over(records, journal.readings(since=records[-1].started_at), zone) if records else ()


def facts(journal: Journal, now: datetime, zone: tzinfo, unit: Unit) -> Facts:
    """All that the journal knows and a judgement rests on, of the last half year; signs of any time."""
    since = now - LOOKED_AT
    readings = journal.readings(since=since)
    screens, checks = flag_answers(journal, zone)
    landing = newest_landing(journal, since)
    return Facts(
        readings=(*((landing,) if landing else ()), *readings),
        sessions=_over(journal.sessions(None, since=since), readings, zone),
        outings=outings(journal, since),
        onsets=onsets(journal),
        ices=ices(journal, now - 2 * FIRST_DAYS),
        signs=standing(screens, checks, zone),
        landing_settled=landing_settled(journal.flags()),
        screens=screens,
        skipped_mornings=noted(journal, MORNING_SKIPPED),
        unit=unit,
    )


def standing_signs(journal: Journal, zone: tzinfo) -> tuple[Standing, ...]:
    """The warning signs that stand, with that of an answer about landing."""
    landing = standing_landing(journal, journal.flags(), zone)
    return (*standing(*flag_answers(journal, zone), zone), *((landing,) if landing else ()))


def _over(records: Iterable[SessionRecord], readings: Iterable[Reading], zone: tzinfo) -> tuple[SessionPain, ...]:
    by_session: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.session:
            by_session[reading.session].append(reading)
    over = (one for one in records if one.outcome is not State.ACTIVE)
    return tuple(_session_pain(one, by_session.get(one.id, []), zone) for one in over)


def days_since(journal: Journal) -> dict[str, int]:
    """How many of the person's days ago each routine was last finished, by its id."""
    now = journal.now()
    zone = now.tzinfo
    assert zone  # noqa: S101
    today = day_of(now, zone)
    return {routine: max(0, (today - day_of(at, zone)).days) for routine, at in journal.last_done().items()}


def flag_answers(journal: Journal, zone: tzinfo) -> tuple[tuple[Screen, ...], tuple[Check, ...]]:
    """How the red-flag questions were answered, slips left out, and what was noted as checked; oldest first."""
    answers = [one for one in journal.flags() if one.flag in BY_ID or one.answer]
    screens = []
    checks = []
    for at, group in groupby(answers, key=lambda one: one.at):
        given = list(group)
        ticked = [one for one in given if one.answer]
        screens.append(Screen(given[0].id, at, frozenset(one.flag for one in ticked if not one.taken_back_on)))
        for one in ticked:
            if one.checked_on:
                when = max(one.checked_on, at)  # whatever the clock did
                checks.append(Check(one.id, when, one.flag, day_of(when, zone)))
    return tuple(screens), tuple(checks)


def answer_flags(journal: Journal, chosen: frozenset[str], at: datetime) -> None:
    """Keeps the answers to all of the questions as of one moment."""
    from uuid import uuid4

    for flag in FLAGS:
        journal.answer_flag(FlagRecord(str(uuid4()), at, flag.id, flag.id in chosen))


def note_once(journal: Journal, what: str, at: datetime) -> None:
    """Keeps that something was read or left out."""
    from uuid import uuid4

    journal.answer_flag(FlagRecord(str(uuid4()), at, what, False))


def noted(journal: Journal, what: str) -> tuple[datetime, ...]:
    """When something was read or left out."""
    return tuple(one.at for one in journal.flags() if one.flag == what)


def _session_pain(record: SessionRecord, readings: list[Reading], zone: tzinfo) -> SessionPain:
    """The last reading of each moment; an hour or more after the first one after it, it is the later one."""
    last = {reading.moment: reading for reading in readings}
    afters = [reading for reading in readings if reading.moment is Moment.AFTER]
    first = afters[0] if afters else None
    late = [one for one in afters if first and elapsed(first.at, one.at) >= SETTLED_WITHIN]
    return SessionPain(
        id=record.id,
        routine=record.routine_id,
        load=Load(record.load) if record.load in set(Load) else Load.HIGH,  # never laxer
        day=day_of(record.ended_at or record.updated_at, zone),
        before=last.get(Moment.BEFORE),
        after=first,
        later=late[-1] if late else None,
        morning=last.get(Moment.MORNING),
        during=tuple(reading for reading in readings if reading.moment is Moment.DURING),
        finished=record.outcome is State.FINISHED,
        share=1.0 if record.progress.share is None else record.progress.share,
        title=record.title,
        week=record.week,
        ended=record.ended_at or record.updated_at,
    )
