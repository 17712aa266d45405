"""Which week of a plan over weeks comes next, by the sessions of its routine and how each of them went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from hiproutine.advice.coming_back import sources
from hiproutine.advice.coming_back.levels import FROM_THE_FIRST, ONE_BACK
from hiproutine.advice.coming_back.outcomes import Judged, Outcome, judged, played_order
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.sessions import SessionPain

DAYS = 7


@dataclass(frozen=True, slots=True)
class Due:
    """The week that comes next. It suggests; any week can be played."""

    week: int
    """From 1 to the last."""
    of: int
    """How many there are."""
    sentence: str
    """Which week it is, and why."""
    because: tuple[Because, ...] = ()
    source: str = sources.WEEKS


@dataclass(slots=True)
class _Course:
    """What the sessions so far come to."""

    last: int
    """The last week there is."""
    base: int = 1
    """A week that was begun, or is to be."""
    began: date | None = None
    """The day it began on; None where it begins with the next session."""
    played: int = 0
    """The week last played; 0 before the first session."""
    newest: Judged | None = None
    stepped_back: bool = False
    """Whether the last session was one that the hip reacted to."""
    away: int = 0
    """Days since the last session, where they are enough to change something."""

    def by_date(self, day: date) -> int:
        """The week that a day lies in, seven days each."""
        over = (day - self.began).days // DAYS if self.began else 0
        return min(self.last, self.base + max(0, over))

    def on(self, day: date) -> int:
        """The week that is due on a day: no week is left out, whoever played none of it."""
        found = self.by_date(day)
        return found if self.began is None else min(found, max(self.played, self.base) + 1)

    def come_back(self, day: date) -> None:
        """After some days away, on this day."""
        days = (day - self.newest.session.day).days if self.newest else 0
        self.away = days if days >= ONE_BACK else 0
        if self.away:
            here = min(self.base if self.began is None else self.played, self.played)
            self.base = 1 if days >= FROM_THE_FIRST else max(1, here - 1)
            self.began = None

    def add(self, one: Judged) -> None:
        """One more session; what was left early and not reacted to says nothing."""
        if one.outcome is Outcome.UNFINISHED:
            return
        day = one.session.day
        due = self.on(day)
        week = max(1, min(one.session.week or due, self.last))  # the plan may have had more of them
        if one.outcome is Outcome.REACTED:
            self.base, self.began = max(1, min(week, due) - 1), None
        else:
            if self.stepped_back and week > due and one.outcome is not Outcome.GOOD:
                week = due  # after a reaction a later week counts once it went well
            if self.began is None or week != self.by_date(day):
                self.base, self.began = week, day
        self.stepped_back = one.outcome is Outcome.REACTED or (self.stepped_back and self.began is None)
        self.played, self.newest, self.away = week, one, 0


def due(sessions: Iterable[SessionPain], routine: str, of: int, now: datetime, zone: tzinfo) -> Due:
    """The week that is due now, of so many; `sessions` are all that are known. What was played before the routine had
    weeks does not count.

    The first begins with its first session, and each lasts seven days. One back after a reaction, or a morning that
    asks for a rest day, and after 14 days away; the first again after 42. Such a week begins with its next session.
    """
    today = day_of(now, zone)
    course = _Course(of)
    played = [one for one in sessions if one.routine == routine and one.week and one.day <= today]
    for session in sorted(played, key=played_order):
        course.come_back(session.day)
        course.add(judged(session))
    course.come_back(today)
    week = course.on(today)
    sentence = f"Week {week} of {of}{_why(course, week, today)}."
    return Due(week, of, sentence, (course.newest.because,) if course.newest else ())


def _why(course: _Course, week: int, today: date) -> str:
    """What makes it this week, as it goes on after `Week 2 of 4`."""
    last = course.newest
    if last is None:
        return ", the first time"
    if course.away:
        return f" to begin again, after {course.away} days away"
    if last.outcome is Outcome.REACTED:
        return f"{' again' if week <= course.played else ''}: your hip reacted {_when(last.session.day, today)}"
    if course.began is None:
        return ""
    since = course.began + timedelta(days=DAYS * (week - course.base))
    if week < course.by_date(today):
        return ": no week is left out"
    return " begins today" if since == today else f", since {_when(since, today).removeprefix('on ')}"


def _when(day: date, today: date) -> str:
    """A day that was: `today`, `yesterday`, `on Tuesday`, `on 9 November`."""
    ago = (today - day).days
    if ago < 2:
        return "yesterday" if ago == 1 else "today"
    return f"on {day:%A}" if ago < DAYS else f"on {day.day} {day:%B}"


def as_chosen(found: Due, week: int) -> str:
    """The sentence for a week that was chosen in place of the one due."""
    if week == found.week:
        return found.sentence
    return f"Week {week} of {found.of}, as you chose; week {found.week} is due."
