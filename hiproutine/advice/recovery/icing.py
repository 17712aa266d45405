"""Ice in the first two days of a new pain, and heat after them. Times are suggested, never enforced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from hiproutine.advice.pain.advice import ICE, Advice, Because, Kind, Level
from hiproutine.advice.pain.days import elapsed, local
from hiproutine.advice.pain.red_flags import Standing
from hiproutine.advice.recovery.facts import Onset
from hiproutine.wording import minutes_said

EARLIEST, LATEST = timedelta(hours=3), timedelta(hours=4)
"""From the end of one to the next: every 3 to 4 hours (“7 Ways to Relieve Hip Pain After Running”)."""
FIRST_DAYS = timedelta(hours=48)
"""From the onset, really elapsed: the first two days (the same article)."""
AFTER_A_RUN = timedelta(hours=2)
"""The article says not immediately after a run; two hours is ours."""
QUIET_FROM, QUIET_TO = time(22), time(7)
"""When nobody is reminded, by the local clock. Ours."""
SWOLLEN = frozenset({"swelling", "fever-or-hot"})
"""Red flags with which heat is better left alone (“7 Ways ...”: heat for stiffness; A21 in the research: cloth between,
never on a hot or swollen joint)."""
SOURCE = (
    "“7 Ways to Relieve Hip Pain After Running”: ice 15 to 20 minutes in a towel, every 3 to 4 hours, for two days; "
    "heat after them, not straight after a run. Two hours after a run is ours."
)


@dataclass(frozen=True, slots=True)
class Series:
    """Ice in the first two days."""

    began: datetime
    """The onset."""
    ends: datetime
    """When the first two days are over."""
    earliest: datetime
    """When the next may begin; past or now if it may begin at once."""
    due: datetime
    """When the next is suggested; past or now if it is due."""


def series(onset: Onset | None, ices: Iterable[datetime], now: datetime) -> Series | None:
    """The ice of the first two days; None without an onset, before it, and when no more fits in.

    `ices` are the ends of the times that ice was on. All moments of the result are in UTC.
    """
    if onset is None:
        return None
    began = onset.at.astimezone(UTC)
    ends = began + FIRST_DAYS
    since = [moment.astimezone(UTC) for moment in ices if began <= moment <= now]
    earliest = max(since) + EARLIEST if since else began
    if not began <= now < ends or earliest >= ends:
        return None
    return Series(began, ends, earliest, min(max(since) + LATEST, ends) if since else began)


def times(of: Series, now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """When ice is suggested from now to the end of the two days, by the local clock; nights are left out."""
    moment = local(max(of.due, now), zone)
    found: list[datetime] = []
    while elapsed(moment, of.ends) > timedelta(0):
        moment = _after_the_night(moment, zone)
        if elapsed(moment, of.ends) <= timedelta(0):
            break
        found.append(moment)
        moment = local(moment.astimezone(UTC) + LATEST, zone)
    return tuple(found)


def too_soon(ices: Iterable[datetime], now: datetime, zone: tzinfo) -> Advice | None:
    """What is said about ice less than three hours after the last; None when it may come."""
    past = [moment for moment in ices if moment <= now]
    if not past or elapsed(max(past), now) >= EARLIEST:
        return None
    last = max(past)
    again = clock_of(last.astimezone(UTC) + EARLIEST, now, zone)
    ago = minutes_said(elapsed(last, now).total_seconds())
    sentence = f"The last ice was {ago} ago. Skin needs a rest from the cold: the next may come {again}."
    return Advice(Kind.ICING, Level.REST_INSTEAD, sentence, (Because((), f"last ice {ago} ago"),), SOURCE)


def heat(
    onset: Onset | None, last_run: datetime | None, flags: Sequence[Standing], now: datetime, zone: tzinfo
) -> Advice | None:
    """What is said against heat just now, with ice in its place; None where nothing is."""
    swollen = [one for one in flags if one.flag.id in SWOLLEN]
    if swollen:
        sentence = "Heat does not suit a hip that is swollen, hot or red. Consider having it looked at first."
        reasons = tuple(Because((one.screen,), one.flag.words) for one in swollen)
        return Advice(Kind.HEAT, Level.SEE_SOMEONE, sentence, reasons, SOURCE)
    if onset and timedelta(0) <= elapsed(onset.at, now) < FIRST_DAYS:
        again = clock_of(onset.at.astimezone(UTC) + FIRST_DAYS, now, zone)
        sentence = f"In the first two days ice suits better. Heat may follow {again}."
        reason = Because((onset.id,), f"it began {minutes_said(elapsed(onset.at, now).total_seconds())} ago")
        return Advice(Kind.HEAT, Level.REST_INSTEAD, sentence, (reason,), SOURCE, ICE)
    if last_run and timedelta(0) <= elapsed(last_run, now) < AFTER_A_RUN:
        again = clock_of(last_run.astimezone(UTC) + AFTER_A_RUN, now, zone)
        sentence = f"Straight after a run ice suits better. Heat may follow {again}."
        reason = Because((), f"a run ended {minutes_said(elapsed(last_run, now).total_seconds())} ago")
        return Advice(Kind.HEAT, Level.REST_INSTEAD, sentence, (reason,), SOURCE, ICE)
    return None


def unsure() -> Advice:
    """What is said about heat where nobody knows when it began."""
    sentence = "If this may be newer than two days, ice suits better. Heat can follow later."
    return Advice(Kind.HEAT, Level.REST_INSTEAD, sentence, (Because((), "not sure when it began"),), SOURCE, ICE)


def clock_of(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """A moment to come by the local clock: `from 14:10 on`, `from 07:10 tomorrow`, `from 07:10 on Friday`."""
    at, today = local(moment, zone), local(now, zone).date()
    days = (at.date() - today).days
    if days == 0:
        return f"from {at:%H:%M} on"
    return f"from {at:%H:%M} tomorrow" if days == 1 else f"from {at:%H:%M} on {at:%A}"


def _after_the_night(moment: datetime, zone: tzinfo) -> datetime:
    """The moment, or the end of the night it falls into."""
    at = local(moment, zone)
    if QUIET_TO <= at.time() < QUIET_FROM:
        return at
    day = at.date() + timedelta(days=1) if at.time() >= QUIET_FROM else at.date()
    return local(datetime.combine(day, QUIET_TO, zone), zone)
