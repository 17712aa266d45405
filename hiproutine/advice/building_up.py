"""Building up: one run against the longest of a month, a week against the weeks before, and rest days.

A week is seven days that end on some day, not a week of the calendar. Distances are in metres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from fractions import Fraction

from hiproutine.advice import studies
from hiproutine.advice.facts import Facts
from hiproutine.advice.finding import HEAVY, Finding, Kind, Level
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.days import begin_of, day_of
from hiproutine.advice.recovery.building import Unit, active_days, distance_text
from hiproutine.advice.recovery.facts import Outing, Sport

MONTH = 30
"""Days before a run in which the longest is looked for (Frandsen 2025, BJSM 59(17):1203)."""
KNOWN = 3
"""Runs of known distance that a month needs to say how long is usual. Ours."""
SPIKE, LARGE, DOUBLED = Fraction(110, 100), Fraction(130, 100), Fraction(2)
"""Of the longest run of the month (the edges of the same study)."""
WEEK = 7
WEEKS_AGO = (7, 10, 14, 17)
"""Days ago that the seven-day windows ended with which this one is compared; a window that a long run fell out of by a
day is made up for by the one three days from it. Ours."""
FORTNIGHTS_AGO = (14, 17)
WEEKLY, FORTNIGHTLY = Fraction(110, 100), Fraction(130, 100)
"""At most so much of a week before (“7 Ways to Relieve Hip Pain After Running”), and of two weeks before (Nielsen 2014,
J Orthop Sports Phys Ther 44(10))."""
NOTES = 28
"""Days of notes that comparing weeks needs. Ours."""
ROW = 7
"""Active days in a row after which a rest day is suggested (the article: at least one a week)."""
SLACK = Fraction(1, 100)
"""Metres that do not count: distances are kept to a millimetre, and rounded miles add up."""
HOLDS = timedelta(days=7)
"""For so long a long run is spoken of, or until the next run. Ours."""
RUN_ENDS = "with the next run, or after a week"


def findings(facts: Facts, now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """What the runs and the active days say."""
    today = day_of(now, zone)
    runs = sorted(
        (one for one in facts.outings if one.sport is Sport.RUN and one.at <= now), key=lambda one: (one.at, one.id)
    )
    if runs:
        yield from longer_run(runs, now, zone, facts.unit)
        yield from _weeks(runs, facts, now, zone)
    yield from _rest_day(facts, today, now, zone)


def longer_run(runs: Sequence[Outing], now: datetime, zone: tzinfo, unit: Unit) -> Iterator[Finding]:
    """The last run against the longest of the 30 days before it; `runs` in order of time."""
    last = runs[-1]
    day = day_of(last.at, zone)
    until = last.at + HOLDS
    if now >= until:
        return
    earlier = [(day_of(one.at, zone), one) for one in runs[:-1]]
    month = [one for then, one in earlier if timedelta(0) < day - then <= timedelta(days=MONTH)]
    known = [one for one in month if one.metres]
    if earlier and not month and not any(then == day for then, _ in earlier):
        before = earlier[-1][1]
        reason = Because((before.id, last.id), f"the run on {day}, and the one before on {day_of(before.at, zone)}")
        sentence = "The first run in a month. Start again with short ones, and see how the mornings are."
        yield Finding(Kind.LONGER_RUN, Level.WATCH, sentence, (reason,), studies.LONGER_RUN, until, RUN_ENDS)
    if len(known) < KNOWN or not last.metres:
        return
    longest = max(known, key=lambda one: (_metres(one), one.at, one.id))
    found = _spike(_metres(last), _metres(longest))
    if found is None:
        return
    level, much = found
    text = f"{distance_text(last.metres, unit)} on {day}, at most {distance_text(longest.metres or 0, unit)} before"
    reason = Because((longest.id, last.id), text)
    sentence = f"That run was {much} the longest of the 30 days before. {_NEXT[level]}"
    yield Finding(Kind.LONGER_RUN, level, sentence, (reason,), studies.LONGER_RUN, until, RUN_ENDS)


_NEXT = {
    Level.WATCH: "Consider another day before a longer run.",
    Level.EASIER: "Consider a shorter one next, and another day before a longer run.",
}


def _spike(metres: Fraction, longest: Fraction) -> tuple[Level, str] | None:
    if _above(metres, DOUBLED * longest):
        return Level.EASIER, "more than twice as long as"
    if _above(metres, LARGE * longest):
        return Level.EASIER, "more than 30 % longer than"
    return (Level.WATCH, "more than 10 % longer than") if _above(metres, SPIKE * longest) else None


def _weeks(runs: Sequence[Outing], facts: Facts, now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """This week against two weeks ago by more than 30 %, or else against any of four windows by more than 10 %."""
    today = day_of(now, zone)
    noted = [day_of(one.at, zone) for one in facts.outings if one.at <= now] + [one.day for one in facts.sessions]
    if today - min(noted) < timedelta(days=NOTES):
        return
    by_day: dict[int, list[Outing]] = {}
    for one in runs:
        by_day.setdefault((today - day_of(one.at, zone)).days, []).append(one)
    ends = begin_of(today + timedelta(days=1), zone)
    for level, share, ago, sentence, source in (
        (
            Level.EASIER, FORTNIGHTLY, FORTNIGHTS_AGO,
            "This week is more than 30 % above two weeks ago. Consider a shorter one before you add more.",
            studies.FORTNIGHT,
        ),
        (
            Level.WATCH, WEEKLY, WEEKS_AGO,
            "This week is more than 10 % above the weeks before. Consider holding it; that is a habit, no limit.",
            studies.WEEK_UP,
        ),
    ):  # fmt: skip
        most = _most(by_day, ago)
        if most and _stands_out(by_day, share * most):
            ids = tuple(one.id for days in range(WEEK) for one in by_day.get(days, []))
            these, then = (distance_text(float(metres), facts.unit) for metres in (_total(by_day, 0), most))
            reason = Because(ids, f"{these} in these seven days, at most {then} before")
            yield Finding(Kind.WEEK_UP, level, sentence, (reason,), source, ends, "when the week is no longer above")
            return


def _most(by_day: Mapping[int, Sequence[Outing]], ago: Sequence[int]) -> Fraction:
    """The most of the windows; 0 where a run in one of them has no distance, which is no ground to compare with."""
    windows = [[one for days in range(end, end + WEEK) for one in by_day.get(days, ())] for end in ago]
    if any(not one.metres for window in windows for one in window):
        return Fraction()
    return max(sum((_metres(one) for one in window), Fraction()) for window in windows)


def _stands_out(by_day: Mapping[int, Sequence[Outing]], limit: Fraction) -> bool:
    """Above the limit, and not by a run alone that lies on the edge of the seven days: a day earlier or later for one
    run changes nothing."""
    shorter, yesterday = _total(by_day, 0, WEEK - 1), _total(by_day, 1)
    return _above(_total(by_day, 0), limit) and (_above(shorter, limit) or _above(yesterday, limit))


def _rest_day(facts: Facts, today: date, now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """Seven or more active days in a row, up to today; or up to yesterday, while today may still be the rest day."""
    active = active_days((one for one in facts.outings if one.at <= now), facts.sessions, zone)
    day = today if today in active else today - timedelta(days=1)
    row: list[list[str]] = []
    while day in active:
        row.insert(0, active[day])
        day -= timedelta(days=1)
    if len(row) < ROW:
        return
    when = "a rest day tomorrow" if today in active else "making today a rest day"
    reason = Because(tuple(one for ids in row for one in sorted(ids)), f"active on each of {len(row)} days")
    sentence = f"{len(row)} days in a row with a run or strength. Consider {when}; a walk or a swim fits into it."
    ends = begin_of(today + timedelta(days=1), zone)
    yield Finding(Kind.REST_DAY, Level.GENTLE, sentence, (reason,), studies.REST_DAY, ends, "with a rest day", HEAVY)


def _total(by_day: Mapping[int, Sequence[Outing]], ended: int, length: int = WEEK) -> Fraction:
    days = range(ended, ended + length)
    return sum((_metres(one) for back in days for one in by_day.get(back, ())), Fraction())


def _metres(run: Outing) -> Fraction:
    """As it was written, not as binary numbers hold it."""
    return Fraction(str(run.metres or 0))


def _above(metres: Fraction, limit: Fraction) -> bool:
    return metres - limit > SLACK
