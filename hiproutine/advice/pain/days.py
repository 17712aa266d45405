"""Which day a moment belongs to. A person's day begins at 04:00 on the clock where they are, not at midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAY_BEGINS = time(4)
"""When a night is over and a morning begins, by the local clock. Ours."""
_NIGHT = timedelta(hours=DAY_BEGINS.hour)


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day of a moment that knows its offset; what is before 04:00 belongs to the day before."""
    here = local(moment, zone)
    return here.date() if here.hour >= DAY_BEGINS.hour else (here.replace(tzinfo=None) - _NIGHT).date()


def begin_of(day: date, zone: tzinfo) -> datetime:
    """04:00 of a day by the local clock, as a moment in UTC: on a day of clock change 23 or 25 hours after the last."""
    return datetime.combine(day, DAY_BEGINS, zone).astimezone(UTC)


def local(moment: datetime, zone: tzinfo) -> datetime:
    """The moment by the clock of the place where it was, whoever travelled since; by `zone` where it is in `UTC`.

    ValueError where it does not know its offset.
    """
    if moment.utcoffset() is None:
        raise ValueError("a moment without its offset from UTC belongs to no day")
    return moment.astimezone(zone) if moment.tzinfo is UTC else moment


def elapsed(earlier: datetime, later: datetime) -> timedelta:
    """What really passed, whatever the clocks on the wall did."""
    return later.astimezone(UTC) - earlier.astimezone(UTC)
