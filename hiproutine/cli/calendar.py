"""Due times as an iCalendar file (RFC 5545). Needs the `calendar` extra; ImportError without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import icalendar

from hiproutine import __version__
from hiproutine.advice.pain.sessions import family
from hiproutine.advice.recovery import icing, stages
from hiproutine.advice.recovery.today import Known

ICE_TAKES = timedelta(minutes=15)
NAMESPACE = "hiproutine"


def calendar_of(known: Known) -> bytes:
    """Ice in the first two days, and the next stage of coming back to running; each with the same UID every time."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//hiproutine//hiproutine {__version__}//EN")
    calendar.add("version", "2.0")
    for event in (*_ice(known), *_stage(known)):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _ice(known: Known) -> Iterator[icalendar.Event]:
    of = icing.series(known.onset, known.ices, known.now)
    if of is None:
        return
    for moment in icing.times(of, known.now, known.zone):
        event = _event(known, f"ice-{moment.astimezone(UTC):%Y%m%dT%H%M}", "Ice, wrapped in a towel")
        event.add("dtstart", moment.astimezone(UTC))
        event.add("dtend", moment.astimezone(UTC) + ICE_TAKES)
        event.add("description", "15 to 20 minutes, never on bare skin: hiproutine play ice-therapy")
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(0))
        alarm.add("description", "Ice, wrapped in a towel")
        event.add_component(alarm)
        yield event


def _stage(known: Known) -> Iterator[icalendar.Event]:
    """A day of its own, for somebody who is on the way back."""
    if not any(family(one.routine) == stages.FAMILY for one in known.sessions):
        return
    found = stages.proposal(known.sessions, known.entry, known.now, known.zone)
    if found.step in {stages.Step.DONE, stages.Step.NOT_YET}:
        return
    event = _event(known, f"stage-{found.not_before:%Y%m%d}", f"Return to running, stage {found.stage}")
    event.add("dtstart", found.not_before)
    event.add("description", f"{found.sentence} hiproutine play {found.routine}")
    yield event


def _event(known: Known, uid: str, summary: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{uid}@{NAMESPACE}")
    event.add("dtstamp", _utc(known.now))
    event.add("summary", summary)
    return event


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
