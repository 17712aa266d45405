"""What suits today, in at most three lines. Suggestions, the more careful first; never the only way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from hiproutine.advice.pain.advice import COOL_DOWN, ICE, LIGHT, Level
from hiproutine.advice.pain.after import reaction
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.days import day_of, elapsed
from hiproutine.advice.pain.morning import good_morning
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.pain.red_flags import Standing, flag_advice
from hiproutine.advice.pain.sessions import Load, SessionPain, family
from hiproutine.advice.recovery import building, icing, levels, stages
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from hiproutine.wording import minutes_said

MOST = 3
"""Lines; more is a list, not a suggestion."""
FRESH = timedelta(hours=24)
"""For so long a score speaks about today."""
STRETCH_WITHIN = timedelta(hours=3)
"""After a run, or a warm-up, in which the stretch is suggested. Ours."""
RUN_TAKES = timedelta(minutes=20)
"""After a warm-up, before the run it was for may be over. Ours."""
STRETCH, WARM_UP, STRENGTH = "post-run-hip-stretch", "warm-up-five-step", "hip-core-strength"
WARM_UPS = frozenset({WARM_UP, "warm-up-quick"})
AGAIN_AFTER = 2
"""Days from one strength routine to the next (ACSM position stand, Garber 2011: two or three days a week)."""
NOTHING_SAID = stages.Entry()


@dataclass(frozen=True, slots=True)
class Known:
    """All that today goes by."""

    now: datetime
    zone: tzinfo
    sessions: tuple[SessionPain, ...] = ()
    """Of the last weeks, in any order."""
    finished: tuple[tuple[str, datetime], ...] = ()
    """Ids of routines and when they ended, of the last two days."""
    readings: tuple[Reading, ...] = ()
    """Those of outings among them, oldest first."""
    outings: tuple[Outing, ...] = ()
    ices: tuple[datetime, ...] = ()
    onset: Onset | None = None
    past_onsets: tuple[Onset, ...] = ()
    """Of the last days, those that were noted and count no longer: ended, taken back, or followed by another."""
    flags: tuple[Standing, ...] = ()
    morning_due: bool = False
    entry: stages.Entry = NOTHING_SAID
    unit: Unit = Unit.KM


@dataclass(frozen=True, slots=True)
class Hint:
    """One line: what suits, and why."""

    why: str
    routine: str | None = None
    """The id of the routine that suits; None where none does."""
    source: str = ""
    due: datetime | None = None
    """From when on, where that is not now."""


def hints(known: Known) -> tuple[Hint, ...]:
    """What suits today, the more careful first. Never empty, at most three, no routine twice."""
    urgent = flag_advice(known.flags, Load.NONE)
    if urgent:
        return (Hint(urgent.sentence, None, urgent.source),)
    found: list[Hint] = []
    for hint in _all(known):
        if len(found) < MOST and (hint.routine is None or hint.routine not in {one.routine for one in found}):
            found.append(hint)
    return tuple(found)


def _all(known: Known) -> Iterator[Hint]:
    if known.morning_due:
        yield Hint("This morning's question is open: how is the hip?")
    careful = list(_careful(known))
    yield from careful
    yield from _ice(known)
    yield from _after_a_run(known)
    if not careful:
        yield from _returning(known)
        yield from _strength(known)
        yield Hint("before a run", WARM_UP, "Five steps: “7 Ways to Relieve Hip Pain After Running”.")
        yield Hint("after a run", STRETCH, "“7 Ways to Relieve Hip Pain After Running”.")


def _careful(known: Known) -> Iterator[Hint]:
    """What speaks for less today; nothing that asks much is suggested beside it."""
    soon = flag_advice(known.flags)
    if soon:
        yield Hint(soon.sentence, LIGHT, soon.source)
    score = _score(known)
    if score >= Band.HIGH:
        yield Hint(f"Pain was at {score}. Consider rest today.", None, "Pain-monitoring model.")
    elif score >= Band.MIDDLE:
        yield Hint(f"pain was at {score}: gentle suits better", LIGHT, "Pain-monitoring model.")
    elif _reacted(known):
        yield Hint("your hip reacted last time: gentle until a calm morning", LIGHT, "Four pain rules, Vincent 2017.")
    rest = building.rest_day(known.outings, known.sessions, known.now, known.zone)
    if rest:
        yield Hint(rest.sentence, LIGHT, rest.source)
    distance = building.distance(known.outings, known.now, known.zone, known.unit)
    if distance and distance.level is Level.EASIER:
        yield Hint(distance.sentence, None, distance.source)


def _ice(known: Known) -> Iterator[Hint]:
    of = icing.series(known.onset, known.ices, known.now)
    if of is None:
        return
    if known.now >= of.due:
        yield Hint("every 3 to 4 hours, for two days", ICE, icing.SOURCE)
    elif known.now >= of.earliest:
        yield Hint("the next may come now", ICE, icing.SOURCE)
    else:
        when = icing.clock_of(of.earliest, known.now, known.zone)
        yield Hint(f"the next {when}", ICE, icing.SOURCE, of.due)


def _after_a_run(known: Known) -> Iterator[Hint]:
    """The stretch: after a run that was noted, or a while after a warm-up."""
    if _last(known, {STRETCH}, STRETCH_WITHIN):
        return
    runs = [one.at for one in known.outings if one.sport is Sport.RUN]
    ran = max((at for at in runs if timedelta(0) <= elapsed(at, known.now) <= STRETCH_WITHIN), default=None)
    if ran:
        seconds = elapsed(ran, known.now).total_seconds()
        when = f"{minutes_said(seconds)} ago" if seconds >= 60 else "just now"
        yield Hint(f"you ran {when}", STRETCH, "“7 Ways to Relieve Hip Pain After Running”.")
        return
    warm = _last(known, WARM_UPS, STRETCH_WITHIN)
    if warm and elapsed(warm, known.now) >= RUN_TAKES:
        yield Hint("after your run", STRETCH, "“7 Ways to Relieve Hip Pain After Running”.")
        yield Hint("to come down from it", COOL_DOWN, "“Hip Pain From Running”: warm up, and cool down.")


def _returning(known: Known) -> Iterator[Hint]:
    """Only for somebody who is on the way: one who has played a stage."""
    if not any(family(one.routine) == stages.FAMILY for one in known.sessions):
        return
    found = stages.proposal(known.sessions, known.entry, known.now, known.zone)
    if found.step is not stages.Step.DONE:
        yield Hint(found.sentence, None if found.waits else found.routine, found.source)


def _strength(known: Known) -> Iterator[Hint]:
    """Two days after the last: the one that was not played last, at its level."""
    today = day_of(known.now, known.zone)
    played = [one for one in known.sessions if family(one.routine) in levels.FAMILIES]
    if not played:
        return
    last = max(played, key=lambda one: one.day)
    if (today - last.day).days < AGAIN_AFTER:
        return
    found = levels.proposal(known.sessions, family(last.routine), known.now, known.zone)
    yield Hint(found.sentence, found.routine, found.source)


def _score(known: Known) -> int:
    """The highest of the last 24 hours, the worst that was named included."""
    fresh = [one for one in known.readings if timedelta(0) <= elapsed(one.at, known.now) <= FRESH]
    return max((max(one.score, one.worst or 0) for one in fresh[-1:]), default=0)


def _reacted(known: Known) -> bool:
    """Whether the last session reacted, and no good morning was noted since."""
    answered = [one for one in known.sessions if one.after]
    if not answered:
        return False
    last = max(answered, key=lambda one: one.after.at if one.after else known.now)
    return reaction(last) is not None and not any(good_morning(one) for one in known.sessions if one.day >= last.day)


def _last(known: Known, routines: Sequence[str] | set[str] | frozenset[str], within: timedelta) -> datetime | None:
    """When one of them was finished last, if that is not longer ago."""
    ends = (at for routine, at in known.finished if routine in routines)
    return max((at for at in ends if timedelta(0) <= elapsed(at, known.now) <= within), default=None)
