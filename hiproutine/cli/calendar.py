"""Due times as an iCalendar file (RFC 5545). Needs the `calendar` extra; ImportError without it.

A file can be brought in again after a session: an event keeps its UID, which stands for its onset and number; what has
moved moves, and what no longer comes is cancelled. SEQUENCE and DTSTAMP grow with the time of writing, so that nothing
has to be kept about what was written before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

import icalendar

from hiproutine import __version__
from hiproutine.advice.assess import Assessment
from hiproutine.advice.coming_back import stages
from hiproutine.advice.facts import Facts
from hiproutine.advice.gentle import ICE
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery import icing
from hiproutine.advice.recovery.facts import Onset
from hiproutine.advice.timing import newest_onset

ICE_TAKES = timedelta(minutes=15)
NAMESPACE = "hiproutine"
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE is the seconds since then."""
STILL_CANCELLED = timedelta(days=2)
"""So long after the first two days a file still says that their ice is over."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the calendar goes by."""

    now: datetime
    zone: tzinfo
    onset: Onset | None
    """The one that counts."""
    past_onsets: tuple[Onset, ...]
    """Of the last days, those that were noted and count no longer: ended, taken back, or followed by another."""
    ices: tuple[datetime, ...]
    judged: Assessment


def known_of(facts: Facts, judged: Assessment, noted: tuple[Onset, ...]) -> Known:
    """What the calendar goes by; `noted` are all onsets of the last days, whatever has become of them."""
    onset = newest_onset(facts, judged.now)
    past = tuple(one for one in noted if onset is None or one.id != onset.id)
    return Known(judged.now, judged.zone, onset, past, facts.ices, judged)


def calendar_of(known: Known) -> bytes:
    """Ice in the first two days, and the next stage of coming back to running; each with the same UID every time."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//hiproutine//hiproutine {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in (*_ice(known), *_stage(known)):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _ice(known: Known) -> Iterator[icalendar.Event]:
    """What is due of the onset that counts; what was planned before and is not due any more is cancelled."""
    coming: dict[int, datetime] = {}
    closed = any(one.until is None for one in known.judged.before(ICE, Load.NONE))
    if known.onset and not closed and (of := icing.series(known.onset, known.ices, known.now)):
        done = len(_since(known.onset, known))
        coming = dict(enumerate(icing.times(of, known.now, known.zone), done + 1))
        for number, moment in coming.items():
            yield _ice_event(known, known.onset, number, moment)
    for onset in (*([known.onset] if known.onset else ()), *known.past_onsets):
        if known.now - onset.at > icing.FIRST_DAYS + STILL_CANCELLED:
            continue
        for number, moment in _ever_planned(onset, known).items():
            if onset is not known.onset or number not in coming:
                yield _cancelled(_ice_event(known, onset, number, moment, rings=False))


def _ever_planned(onset: Onset, known: Known) -> dict[int, datetime]:
    """What any file since the onset may have planned, by number: one written at the onset, or after each ice."""
    past = _since(onset, known)
    planned: dict[int, datetime] = {}
    for done in range(len(past) + 1):
        moment = past[done - 1] if done else onset.at
        if of := icing.series(onset, past[:done], moment):
            planned |= dict(enumerate(icing.times(of, moment, known.zone), done + 1))
    return planned


def _since(onset: Onset, known: Known) -> list[datetime]:
    return sorted(moment for moment in known.ices if onset.at <= moment <= known.now)


def _ice_event(known: Known, onset: Onset, number: int, moment: datetime, *, rings: bool = True) -> icalendar.Event:
    event = _event(known, f"ice-{onset.id}-{number}", "Ice, wrapped in a towel")
    event.add("dtstart", moment.astimezone(UTC))
    event.add("dtend", moment.astimezone(UTC) + ICE_TAKES)
    event.add("description", "15 to 20 minutes, never on bare skin: hiproutine play ice-therapy")
    if rings:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm["trigger"] = icalendar.vText("PT0S")  # at the start; icalendar itself would write P0D
        alarm.add("description", "Ice, wrapped in a towel")
        event.add_component(alarm)
    return event


def _stage(known: Known) -> Iterator[icalendar.Event]:
    """A day of its own, for somebody who is on the way back; a later stage that is no longer next is cancelled."""
    course = known.judged.courses
    if not course.started:
        return
    found = course.stage
    comes = found.step not in {stages.Step.DONE, stages.Step.NOT_YET} and Load.HIGH not in known.judged.against
    if comes:
        event = _stage_event(known, found.stage, found.not_before)
        event.add("description", f"{found.sentence} hiproutine play {found.routine}")
        yield event
    for number in range(found.stage + comes, min(stages.LAST, course.highest_played + 1) + 1):
        yield _cancelled(_stage_event(known, number, found.not_before))


def _stage_event(known: Known, number: int, day: date) -> icalendar.Event:
    event = _event(known, f"stage-{number}", f"Return to running, stage {number}")
    event.add("dtstart", day)
    return event


def _event(known: Known, uid: str, summary: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{uid}@{NAMESPACE}")
    event.add("dtstamp", _utc(known.now))
    event.add("sequence", int((known.now - COUNTED_FROM).total_seconds()))
    event.add("summary", summary)
    event.add("status", "CONFIRMED")
    return event


def _cancelled(event: icalendar.Event) -> icalendar.Event:
    event["status"] = icalendar.vText("CANCELLED")
    event.add("transp", "TRANSPARENT")
    return event


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
