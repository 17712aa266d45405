"""Sessions and outings as things the hip can react to, each with what was answered around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from hiproutine.advice.facts import Facts, between, judged_score, pain_of, said
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.readings import Moment, Reading, Stiffness
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.advice.recovery.building import distance_text
from hiproutine.advice.recovery.facts import Outing, Sport

BELONGS_FOR = timedelta(hours=4)
"""After a run, for which an answer "after" is about it, as after a session. Ours."""


ASKED_FOR = timedelta(hours=36)
"""After the end of a day's last session or run, for which a morning speaks about it. Ours."""


@dataclass(frozen=True, slots=True)
class Exertion:
    """A session or an outing, with what was answered about it."""

    id: str
    name: str
    again: str
    """How to do it again, by its name."""
    ended: datetime
    day: date
    load: Load
    run: bool
    played: bool = False
    """Whether it was a session of the program."""
    before: Reading | None = None
    """The level it is compared with; None where nobody said."""
    during: tuple[Reading, ...] = ()
    after: Reading | None = None
    later: Reading | None = None
    morning: Reading | None = None
    """The worst answer of the morning that speaks for its day."""

    @property
    def worst(self) -> int:
        """The highest score during and after it."""
        told = [*self.during, *([self.after] if self.after else [])]
        return max((max(one.score, one.worst or 0) for one in told), default=0)

    @property
    def answered(self) -> bool:
        """Whether anything was said about how it went."""
        return self.after is not None or bool(self.during)


def exertions(facts: Facts, now: datetime, zone: tzinfo, told: Sequence[Reading] | None = None) -> tuple[Exertion, ...]:
    """All sessions and outings that are over, oldest first; each with the morning of its day. `told` is all that was
    said, where that is known already."""
    told = said(facts, now) if told is None else told
    mornings = mornings_of(told, zone)
    resting = [one for one in told if one.moment in {Moment.BEFORE, Moment.MORNING, Moment.OTHER}]
    checks = [one for one in resting if one.moment is Moment.BEFORE and not one.session]
    found = [_checked(of_session(one, end), checks) for one in facts.sessions if (end := end_of(one, zone)) <= now]
    found += [of_outing(one, facts, resting, told, zone) for one in facts.outings if one.at <= now]
    last: dict[date, datetime] = {}
    for one in found:
        last[one.day] = max(one.ended, last.get(one.day, one.ended))
    spoken = {day: _morning_of(day, end, mornings) for day, end in last.items()}
    whole = [one if spoken[one.day] is one.morning else replace(one, morning=spoken[one.day]) for one in found]
    return tuple(sorted(whole, key=lambda one: (one.ended, one.id)))


def end_of(session: SessionPain, zone: tzinfo) -> datetime:
    """When a session ended; where only its day is known, its noon."""
    return session.ended or datetime.combine(session.day, time(12), zone)


def of_session(one: SessionPain, ended: datetime | None = None) -> Exertion:
    """A session as something the hip can react to, with the morning that is kept with it."""
    name = one.title or one.routine
    ended = ended or end_of(one, UTC)
    return Exertion(
        one.id, f"“{name}”", f"play “{name}” as it was", ended, one.day, one.load, run=False, played=True,
        before=one.before, during=one.during, after=one.after, later=one.later, morning=one.morning,
    )  # fmt: skip


def _checked(one: Exertion, checks: Sequence[Reading]) -> Exertion:
    """With the last check of the day before its end that belongs to no session, where it has none of its own."""
    if one.before or one.after is None:
        return one
    near = between(checks, one.ended - timedelta(days=1), one.ended)
    return replace(one, before=near[-1]) if near else one


def of_outing(one: Outing, facts: Facts, resting: Sequence[Reading], told: Sequence[Reading], zone: tzinfo) -> Exertion:
    """An outing; compared with the last answer at rest in the 24 hours before it."""
    began = one.at - timedelta(seconds=one.seconds or 0)
    day_before = timedelta(days=1)
    before = next((r for r in reversed(between(resting, began - day_before, began)) if r.at < one.at), None)
    around = between(told, one.at, one.at + BELONGS_FOR)
    after = next((r for r in around if r.moment is Moment.AFTER and not r.session), None)
    pain = pain_of(one)
    far = f" of {distance_text(one.metres, facts.unit)}" if one.metres else ""
    run = one.sport is Sport.RUN
    name = f"the run{far}" if run else f"the {WORDS[one.sport]}"
    again = f"run as far as last time{f', {far[4:]}' if far else ''}" if run else AGAIN[one.sport]
    load = LOADS.get(one.sport, Load.LOW)
    return Exertion(
        one.id, name, again, one.at, day_of(one.at, zone), load, run,
        before=before, during=(pain,) if pain else (), after=after,
    )  # fmt: skip


LOADS = {Sport.RUN: Load.HIGH, Sport.STRENGTH: Load.MODERATE, Sport.MASSAGE: Load.NONE}
"""What asks something else than little of the hip. Ours."""


WORDS = {
    Sport.WALK: "walk",
    Sport.HIKE: "hike",
    Sport.CYCLE: "ride",
    Sport.SWIM: "swim",
    Sport.YOGA: "yoga",
    Sport.STRENGTH: "strength training",
    Sport.MASSAGE: "massage",
    Sport.OTHER: "activity",
}


AGAIN = {
    Sport.WALK: "walk as far as last time",
    Sport.HIKE: "hike as far as last time",
    Sport.CYCLE: "ride as far as last time",
    Sport.SWIM: "swim as far as last time",
    Sport.YOGA: "do as much yoga as last time",
    Sport.STRENGTH: "do as much strength training as last time",
    Sport.MASSAGE: "take as long a massage as last time",
    Sport.OTHER: "do as much of your activity as last time",
}


def mornings_of(told: Iterable[Reading], zone: tzinfo) -> Mapping[date, list[Reading]]:
    """The answers of mornings, by the person's day."""
    days: dict[date, list[Reading]] = defaultdict(list)
    for one in told:
        if one.moment is Moment.MORNING:
            days[day_of(one.at, zone)].append(one)
    return days


def _morning_of(day: date, ended: datetime, mornings: Mapping[date, list[Reading]]) -> Reading | None:
    """The worst answer of the next morning; of the one after it within 36 hours, where the next was silent."""
    for later in (1, 2):
        found = [
            one for one in mornings.get(day + timedelta(days=later), ()) if later == 1 or one.at - ended <= ASKED_FOR
        ]
        if found:
            return worst_of(found)
    return None


def worst_of(mornings: Sequence[Reading]) -> Reading:
    """The worst answer of some mornings; of equal ones the last."""
    return max(mornings, key=lambda one: (judged_score(one), one.stiffness is Stiffness.MORE, one.at, one.id))
