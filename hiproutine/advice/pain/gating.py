"""Before a session: what today's answers say about the routine that was chosen.

Nothing is locked. Each finding is an Advice; where it prefers something else that is the default, and going on is a
choice that is kept with the session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hiproutine.advice.pain import sources
from hiproutine.advice.pain.advice import (
    ICE,
    LIGHT,
    Advice,
    Because,
    Kind,
    Level,
    because,
    more_careful_rank,
    strictest_first,
    with_words,
)
from hiproutine.advice.pain.after import reaction
from hiproutine.advice.pain.bands import Band, band_of
from hiproutine.advice.pain.changes import CLEAR
from hiproutine.advice.pain.flags import IMPACT_FLAGS
from hiproutine.advice.pain.gate_table import rule_for
from hiproutine.advice.pain.morning import good_morning
from hiproutine.advice.pain.readings import Area, Feel, Reading
from hiproutine.advice.pain.red_flags import Standing, flag_advice
from hiproutine.advice.pain.sessions import Load, SessionPain, family

SPACED = frozenset({"return-to-run", "hip-core-strength", "runner-leg-strength"})
"""Routines with a day between (ACSM position stand, Garber 2011: strength on 2 or 3 days a week; therunningclinic.com:
a day between runs). None of them follows any of them the next day."""
AVOIDED = {
    Area.OUTER: frozenset({"outer-hip"}),  # LEAP trial, BMJ 2018
    Area.FRONT: frozenset({"front-hip", "groin"}),  # Kolber 2015, Strength and Conditioning Journal 37(3)
}
"""Areas as in the `avoid_if` of exercises, by where it hurts."""
IMPACT = frozenset({"impact"})


@dataclass(frozen=True, slots=True)
class Situation:
    """All that is known when a routine is about to start."""

    load: Load
    routine: str
    today: date
    """The person's day (days.day_of)."""
    reading: Reading | None = None
    """The check before this session; None where it was skipped."""
    on_impact: bool | None = None
    """Whether it hurts in front or in the groin on walking, running or landing; None where nobody asked."""
    sessions: tuple[SessionPain, ...] = ()
    """Those of the last weeks, in any order."""
    flags: tuple[Standing, ...] = ()


def gate(situation: Situation) -> Advice | None:
    """The strictest finding, with the most careful alternative of all and every area to avoid. None: nothing known."""
    found = findings(situation)
    if not found:
        return None
    first = found[0]
    preferring = [advice.alternative for advice in found if advice.level.prefers_other]
    alternative = max(preferring, key=more_careful_rank) if preferring else None
    if alternative == situation.routine:
        alternative = None
    return replace(first, alternative=alternative, avoid=avoided(situation))


def findings(situation: Situation) -> tuple[Advice, ...]:
    """Every rule that has something to say, the strictest first."""
    return strictest_first(
        [
            flag_advice(situation.flags, situation.load),
            *_of_reading(situation),
            _after_reaction(situation),
            _spacing(situation),
        ]
    )


def avoided(situation: Situation) -> frozenset[str]:
    """Areas whose steps are better left out today. Jumps go too from 3 on, and while a sore front is not known to bear
    them (Robertson and Wood 2017, PMC6226070)."""
    areas: frozenset[str] = frozenset()
    if IMPACT_FLAGS & {one.flag.id for one in situation.flags}:
        areas |= AVOIDED[Area.FRONT] | IMPACT
    reading = situation.reading
    if reading is None:
        return areas
    if _worst(reading) >= Band.MIDDLE:
        areas |= IMPACT
    if reading.feel is Feel.CATCHING:
        areas |= AVOIDED[Area.FRONT]
    hurts = _worst(reading) > 0 or (reading.area is Area.FRONT and situation.on_impact)
    if reading.area is not None and hurts:
        areas |= AVOIDED.get(reading.area, frozenset())
        if reading.area is Area.FRONT and situation.on_impact is not False:
            areas |= IMPACT
    return areas


def judged(reading: Reading, load: Load) -> int:
    """The score that counts: the pain now, and where much is asked the worst of 24 hours, a band higher when a pain
    reliever may hide some of it (all ours)."""
    if not load.is_heavy:
        return reading.score
    score = _worst(reading)
    above = band_of(score).above
    return max(score, above) if reading.masked else score


def _of_reading(situation: Situation) -> Iterator[Advice | None]:
    reading = situation.reading
    if reading is None:
        return
    yield _band(reading, situation.load)
    if situation.load is Load.NONE:
        return
    yield _feel(reading)
    if situation.load is Load.HIGH and reading.area is Area.FRONT and situation.on_impact:
        sentence = "Groin pain with impact is worth having checked before you run again."
        reason = with_words(because(now=reading), "in front, on impact")
        yield Advice(Kind.GROIN, Level.REST_INSTEAD, sentence, (reason,), sources.GROIN, LIGHT)
    yield _rise(reading, situation)


def _band(reading: Reading, load: Load) -> Advice:
    rule = rule_for(judged(reading, load), load)
    sentence, reason, source = rule.sentence, because(now=reading), sources.BANDS
    if load.is_heavy and reading.worst is not None:
        reason = with_words(reason, f"worst in 24 h {reading.worst}")
    if load.is_heavy and reading.masked:
        sentence += " A pain reliever may be hiding some of it."
        reason = with_words(reason, "after a pain reliever")
        source = f"{source} {sources.MASKED}"
    return Advice(Kind.BAND, rule.level, sentence, (reason,), source, rule.alternative)


def _feel(reading: Reading) -> Advice | None:
    """Sharp or tingling: nothing that loads the hip. Tingling gets no ice: skin that feels less may not warn."""
    if reading.feel not in {Feel.SHARP, Feel.TINGLING}:
        return None
    reason = with_words(because(now=reading), str(reading.feel))
    alternative = ICE if reading.feel is Feel.SHARP else None
    what = "Sharp pain" if reading.feel is Feel.SHARP else "Tingling"
    sentence = f"{what} today. Rest may be the better choice; if it stays, consider a doctor or physiotherapist."
    return Advice(Kind.FEEL, Level.REST_INSTEAD, sentence, (reason,), sources.FOUR_RULES, alternative)


def _rise(reading: Reading, situation: Situation) -> Advice | None:
    checked = [(one.day, one.before) for one in situation.sessions if one.before and one.before.id != reading.id]
    if not checked:
        return None
    last = max((before for _, before in checked), key=lambda before: before.at)
    rise = reading.score - last.score
    if rise < CLEAR:
        return None
    reason = because(last_time=last, now=reading)
    heavy = situation.load.is_heavy
    sentence = f"Pain is up by {rise} since your last session. Consider a rest day."
    level = Level.REST_INSTEAD if heavy else Level.EASIER
    return Advice(Kind.RISE, level, sentence, (reason,), sources.CHANGE, LIGHT if heavy else None)


def _after_reaction(situation: Situation) -> Advice | None:
    """After a reaction nothing that asks much, until a good morning."""
    if situation.load is not Load.HIGH:
        return None
    reacted = [(one.day, advice) for one in situation.sessions if (advice := reaction(one))]
    if not reacted:
        return None
    day, last = max(reacted, key=lambda found: found[0])
    if any(good_morning(one) for one in situation.sessions if one.day >= day):
        return None
    sentence = "Your hip reacted, and no easy morning was noted since. Consider something gentle first."
    return Advice(Kind.AFTER_REACTION, Level.REST_INSTEAD, sentence, last.because, sources.SETTLING, LIGHT)


def _spacing(situation: Situation) -> Advice | None:
    yesterday = situation.today - timedelta(days=1)
    before = [one for one in situation.sessions if one.day == yesterday and family(one.routine) in SPACED]
    if family(situation.routine) not in SPACED or not before:
        return None
    reason = Because(tuple(one.id for one in before), f"{', '.join(one.routine for one in before)} yesterday")
    sentence = "You did this kind of work yesterday. A day between may suit your hip better."
    return Advice(Kind.SPACING, Level.REST_INSTEAD, sentence, (reason,), sources.SPACING, LIGHT)


def _worst(reading: Reading) -> int:
    return max(reading.score, reading.worst or 0)
