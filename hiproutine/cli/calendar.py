"""Due times as an iCalendar file (RFC 5545). Needs the `calendar` extra; ImportError without it.

A file can be brought in again after a session: an event keeps its UID, which stands for its onset and number; what has
moved moves, and what no longer comes is cancelled if the file before held it: an event that no calendar was given is
not spoken of. SEQUENCE and DTSTAMP grow with the time of writing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo

import icalendar

from hiproutine import __version__
from hiproutine.advice.assess import Assessment
from hiproutine.advice.coming_back import stages
from hiproutine.advice.facts import Facts
from hiproutine.advice.gentle import ICE
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery import icing
from hiproutine.advice.recovery.facts import Onset
from hiproutine.advice.timing import newest_onset
from hiproutine.journal.calendar_events import CalendarEvent

ICE_TAKES = timedelta(minutes=15)
NAMESPACE = "hiproutine"
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE is the seconds since then."""
STILL_CANCELLED = timedelta(days=4)
"""So long after it would have begun an event is still cancelled, for who did not bring in every file."""
STAGE = "stage-"
"""How the UID of a stage of coming back begins; its number and the namespace follow."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the calendar goes by."""

    now: datetime
    zone: tzinfo
    onset: Onset | None
    """The one that counts."""
    ices: tuple[datetime, ...]
    judged: Assessment
    written: tuple[CalendarEvent, ...]
    """What the file before held."""


def known_of(facts: Facts, judged: Assessment, written: tuple[CalendarEvent, ...]) -> Known:
    """What the calendar goes by; `written` is what the file before held."""
    return Known(judged.now, judged.zone, newest_onset(facts, judged.now), facts.ices, judged, written)


def events_of(known: Known) -> tuple[CalendarEvent, ...]:
    """Ice in the first two days and the next stage of coming back, and what was written before and comes no longer."""
    coming = (*_ice(known), *_stage(known))
    uids = {one.uid for one in coming}
    over = (one for one in known.written if one.uid not in uids and _is_cancelled(one, known))
    return (*coming, *(replace(one, cancelled=True) for one in over))


def calendar_of(known: Known, events: Iterable[CalendarEvent]) -> bytes:
    """The file that holds these events."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//hiproutine//hiproutine {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in events:
        calendar.add_component(_stage_event(known, one) if one.uid.startswith(STAGE) else _ice_event(known, one))
    return bytes(calendar.to_ical())


def _ice(known: Known) -> Iterator[CalendarEvent]:
    """What is due of the onset that counts, numbered on from what was done."""
    closed = any(one.until is None for one in known.judged.before(ICE, Load.NONE))
    if known.onset and not closed and (of := icing.series(known.onset, known.ices, known.now)):
        done = sum(known.onset.at <= moment <= known.now for moment in known.ices)
        for number, moment in enumerate(icing.times(of, known.now, known.zone), done + 1):
            yield CalendarEvent(f"ice-{known.onset.id}-{number}@{NAMESPACE}", _utc(moment))


def _stage(known: Known) -> Iterator[CalendarEvent]:
    """A day of its own, for somebody who is on the way back."""
    course = known.judged.courses
    waits = {stages.Step.DONE, stages.Step.NOT_YET}
    if course.started and course.stage.step not in waits and Load.HIGH not in known.judged.against:
        yield CalendarEvent(f"{STAGE}{course.stage.stage}@{NAMESPACE}", course.stage.not_before)


def _is_cancelled(written: CalendarEvent, known: Known) -> bool:
    """Whether a file still cancels what is not to come: not what was played, and not what is long over."""
    if written.uid.startswith(STAGE):
        course = known.judged.courses
        number = int(written.uid.removeprefix(STAGE).removesuffix(f"@{NAMESPACE}"))
        played = number < course.stage.stage + (course.stage.step is stages.Step.DONE)
        if course.started and played and not written.cancelled:
            return False
    starts = written.starts if isinstance(written.starts, datetime) else None
    day = starts.astimezone(known.zone).date() if starts else written.starts
    return day_of(known.now, known.zone) - day <= STILL_CANCELLED


def _ice_event(known: Known, one: CalendarEvent) -> icalendar.Event:
    event = _event(known, one, "Ice, wrapped in a towel")
    assert isinstance(one.starts, datetime)  # noqa: S101 - as `_ice` wrote it
    event.add("dtstart", one.starts)
    event.add("dtend", one.starts + ICE_TAKES)
    event.add("description", "15 to 20 minutes, never on bare skin: hiproutine play ice-therapy")
    if not one.cancelled:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm["trigger"] = icalendar.vText("PT0S")  # at the start; icalendar itself would write P0D
        alarm.add("description", "Ice, wrapped in a towel")
        event.add_component(alarm)
    return event


def _stage_event(known: Known, one: CalendarEvent) -> icalendar.Event:
    number = one.uid.removeprefix(STAGE).removesuffix(f"@{NAMESPACE}")
    event = _event(known, one, f"Return to running, stage {number}")
    event.add("dtstart", one.starts)
    if not one.cancelled:
        found = known.judged.courses.stage
        event.add("description", f"{found.sentence} hiproutine play {found.routine}")
    return event


def _event(known: Known, one: CalendarEvent, summary: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", one.uid)
    event.add("dtstamp", _utc(known.now))
    event.add("sequence", int((known.now - COUNTED_FROM).total_seconds()))
    event.add("summary", summary)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    if one.cancelled:
        event.add("transp", "TRANSPARENT")
    return event


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
