"""Whether now is the time for it: ice, heat, a stage of coming back to running, a day between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from hiproutine.advice import studies
from hiproutine.advice.coming_back import levels, stages
from hiproutine.advice.coming_back.entry import Entry, brisk_walk, why_no_walk
from hiproutine.advice.exertions import Exertion, end_of
from hiproutine.advice.facts import Facts, in_force, judged_score
from hiproutine.advice.finding import Finding, Kind, Level
from hiproutine.advice.gentle import HEAT, ICE
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.days import begin_of, day_of, elapsed
from hiproutine.advice.pain.readings import Feel, Reading
from hiproutine.advice.pain.sessions import SessionPain, family
from hiproutine.advice.pain_score import score_reason
from hiproutine.advice.recovery import icing
from hiproutine.advice.recovery.facts import Onset, Sport
from hiproutine.advice.sore_places import signs_end
from hiproutine.wording import minutes_said

BETWEEN = timedelta(days=1)
ICING = studies.ours(icing.SOURCE)


class Courses(NamedTuple):
    """Where somebody is on the way back to running and in the levels of strength."""

    stage: stages.Proposal
    started: bool
    """Whether a stage was ever played."""
    highest_played: int
    """The highest stage that was played; 0 without any."""
    strength: Mapping[str, levels.Proposal]
    """By family."""
    last_strength: SessionPain | None
    """The last session of any level."""


def courses(facts: Facts, told: Sequence[Reading], done: Sequence[Exertion], now: datetime, zone: tzinfo) -> Courses:
    """Where somebody is, by all sessions, each with the morning of its day."""
    spoken = {one.id: one.morning for one in done if one.played}
    over = [one for one in facts.sessions if family(one.routine) in stages.SPACED and end_of(one, zone) <= now]
    known = [replace(one, morning=spoken.get(one.id, one.morning)) for one in over]
    fresh = in_force(told, now, zone)
    sore = max(fresh, key=lambda one: (judged_score(one), one.at, one.score, one.id), default=None)
    score = judged_score(sore) if sore else None
    today = day_of(now, zone)
    entry = Entry(
        signs=tuple(one.because for one in facts.signs),
        signs_end=signs_end(facts.signs),
        now=score,
        worst24=score,
        sore=score_reason(sore, zone) if sore else None,
        walk=brisk_walk(done, facts.outings, today),
        no_walk=why_no_walk(done, facts.outings, today),
    )
    played = [one for one in known if family(one.routine) in levels.FAMILIES]
    return Courses(
        stages.proposal(known, entry, now, zone),
        any(family(one.routine) == stages.FAMILY for one in known),
        max((stage.number for stage in stages.STAGES if stage.routine in {one.routine for one in known}), default=0),
        {name: levels.proposal(known, name, now, zone) for name in levels.FAMILIES},
        max(played, key=lambda one: (one.day, end_of(one, zone), one.id), default=None),
    )


def timing(facts: Facts, told: Sequence[Reading], course: Courses, now: datetime, zone: tzinfo) -> tuple[Finding, ...]:
    """What speaks against single routines just now."""
    return (
        *_ice(facts, told, now, zone),
        *_heat(facts, now, zone),
        *_stage(course, now, zone),
        *_spacing(facts.sessions, day_of(now, zone), zone),
    )


def newest_onset(facts: Facts, now: datetime) -> Onset | None:
    """When the present pain began, if that was noted and still counts; an end before the beginning is none."""
    newest = max((one for one in facts.onsets if one.at <= now), key=lambda one: (one.at, one.id), default=None)
    return newest if newest and (newest.over is None or newest.over < newest.at) else None


def _ice(facts: Facts, told: Sequence[Reading], now: datetime, zone: tzinfo) -> Iterator[Finding]:
    past = [moment for moment in facts.ices if moment <= now]
    only = frozenset({ICE})
    if past and elapsed(max(past), now) < icing.EARLIEST:
        last = max(past)
        until = last.astimezone(UTC) + icing.EARLIEST
        ago = minutes_said(elapsed(last, now).total_seconds())
        again = icing.clock_of(until, now, zone)
        sentence = f"The last ice was {ago} ago. Skin needs a rest from the cold, and the next may come {again}."
        reason = Because((), f"last ice {ago} ago")
        yield Finding(Kind.ICE, Level.REST, sentence, (reason,), ICING, until, "then", only=only)
    numb = [one for one in in_force(told, now, zone) if one.feel is Feel.TINGLING]
    if numb:
        sentence = "Where it tingles, skin may not warn of the cold. Ice is better left alone today."
        reason = Because((numb[-1].id,), f"tingling, pain {numb[-1].score}")
        yield Finding(Kind.ICE, Level.REST, sentence, (reason,), ICING, None, "without tingling", only=only)


def _heat(facts: Facts, now: datetime, zone: tzinfo) -> Iterator[Finding]:
    only = frozenset({HEAT})
    swollen = [one for one in facts.signs if one.flag.id in icing.SWOLLEN]
    if swollen:
        sentence = "Heat does not suit a hip that is swollen, hot or red. Consider having it looked at first."
        reasons = tuple(Because((one.screen,), one.flag.words) for one in swollen)
        yield Finding(Kind.HEAT, Level.SEE_SOMEONE, sentence, reasons, ICING, None, "when it is checked", only=only)
        return
    found: list[tuple[datetime, str, Because]] = []
    onset = newest_onset(facts, now)
    if onset and elapsed(onset.at, now) < icing.FIRST_DAYS:
        until = onset.at.astimezone(UTC) + icing.FIRST_DAYS
        ago = minutes_said(elapsed(onset.at, now).total_seconds())
        found.append((until, "In the first two days ice suits better.", Because((onset.id,), f"it began {ago} ago")))
    ran = _last_run(facts, now, zone)
    if ran and elapsed(ran[0], now) < icing.AFTER_A_RUN:
        until = ran[0].astimezone(UTC) + icing.AFTER_A_RUN
        ago = minutes_said(max(60.0, elapsed(ran[0], now).total_seconds()))
        found.append((until, "Straight after a run ice suits better.", Because((ran[1],), f"a run ended {ago} ago")))
    if not found and facts.onset_unsure:
        sentence = "If this may be newer than two days, ice suits better. Heat can follow later."
        reason = Because((), "not sure when it began")
        yield Finding(
            Kind.HEAT, Level.REST, sentence, (reason,), ICING, None, "when it is known", only=only, instead=ICE
        )
    if found:
        until, sentence, reason = max(found, key=lambda one: one[0])
        sentence = f"{sentence} Heat may follow {icing.clock_of(until, now, zone)}."
        yield Finding(Kind.HEAT, Level.REST, sentence, (reason,), ICING, until, "then", only=only, instead=ICE)


def _last_run(facts: Facts, now: datetime, zone: tzinfo) -> tuple[datetime, str] | None:
    """When the last run or stage ended, typed or played, and its id."""
    ends = [(one.at, one.id) for one in facts.outings if one.sport is Sport.RUN]
    ends += [(end_of(one, zone), one.id) for one in facts.sessions if family(one.routine) == stages.FAMILY]
    return max((one for one in ends if one[0] <= now), default=None)


def _stage(course: Courses, now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """What the stages propose, where that is less than another stage, or later."""
    found = course.stage
    if found.step is stages.Step.DONE and not found.waits:
        return
    later = {stage.routine for stage in stages.STAGES if found.waits or stage.number > found.stage}
    if not later:
        return
    until = begin_of(found.not_before, zone) if found.not_before > day_of(now, zone) else None
    source = studies.ours(found.source)
    yield Finding(
        Kind.STAGE, Level.GENTLE, found.sentence, found.because, source, until, found.ends,
        only=frozenset(later), instead=None if found.waits else found.routine,
    )  # fmt: skip


def _spacing(sessions: Sequence[SessionPain], today: date, zone: tzinfo) -> Iterator[Finding]:
    """A day between for what asks much and is done in series."""
    before = [
        one
        for one in sessions
        if one.day == today - BETWEEN and one.is_activity and family(one.routine) in stages.SPACED
    ]
    if before:
        names = ", ".join(sorted({one.title or one.routine for one in before}))
        reason = Because(tuple(sorted(one.id for one in before)), f"{names} yesterday")
        sentence = "You did this kind of work yesterday. A day between may suit your hip better."
        until = begin_of(today + BETWEEN, zone)
        yield Finding(
            Kind.SPACING, Level.GENTLE, sentence, (reason,), studies.SPACING, until, "tomorrow", only=stages.SPACED
        )
