"""What is still to be asked: warning signs, landing, a pain reliever, this morning, whether a new pain began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from hiproutine.advice.exertions import ASKED_FOR, Exertion
from hiproutine.advice.facts import Facts, between, in_force, judged_score
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.days import begin_of, day_of
from hiproutine.advice.pain.readings import Area, Moment, Reading
from hiproutine.advice.pain_score import is_severe
from hiproutine.advice.sore_places import newest_landing, newest_place, sore_reading
from hiproutine.advice.trends import SLOW, episode_start, highest_by_day

CALM_WEEK = timedelta(days=7)
FLARE = 3
"""Points above everything of a week that are a flare-up; so are 6 and more after less. Ours."""


class Ask(StrEnum):
    """What is asked, in the order it is."""

    MORNING = "morning"
    SIGNS = "signs"
    LANDING = "landing"
    RELIEVER = "reliever"
    ONSET = "onset"


QUESTIONS = {
    Ask.MORNING: "This morning's question is open. How is the hip?",
    Ask.SIGNS: "Please answer the questions about warning signs (hiproutine signs).",
    Ask.LANDING: "Does it come with landing, or with every step?",
    Ask.RELIEVER: "A pain reliever in the last 8 hours?",
    Ask.ONSET: "Did a new pain begin? Note when (hiproutine onset today).",
}
"""In words, where they can only be named."""


class Question(NamedTuple):
    """One thing to ask, and the answers for which it is asked."""

    ask: Ask
    words: str
    ids: tuple[str, ...] = ()


def asked(
    facts: Facts, told: Sequence[Reading], done: Sequence[Exertion], now: datetime, zone: tzinfo
) -> tuple[Question, ...]:
    """Everything that is still to be asked, in the order it is."""
    found: dict[Ask, tuple[str, ...] | None] = {
        Ask.MORNING: _morning(facts, told, done, now, zone),
        Ask.SIGNS: _signs(facts, told, now, zone),
        Ask.LANDING: _landing(told, now, zone),
        Ask.RELIEVER: _reliever(told, now),
        Ask.ONSET: _onset(facts, told, now, zone),
    }
    return tuple(Question(ask, QUESTIONS[ask], ids) for ask, ids in found.items() if ids is not None)


def _morning(
    facts: Facts, told: Sequence[Reading], done: Sequence[Exertion], now: datetime, zone: tzinfo
) -> tuple[str, ...] | None:
    """From the 04:00 after a day with a session or a run to 36 hours after its end, unless answered or skipped."""
    last = {one.day: one for one in done if one.run or one.played}
    answers = [one.at for one in told if one.moment is Moment.MORNING] + [*facts.skipped_mornings]
    for one in last.values():
        opens = begin_of(one.day + timedelta(days=1), zone)

        def is_open(moment: datetime, opens: datetime = opens, ended: datetime = one.ended) -> bool:
            return moment >= opens and moment - ended <= ASKED_FOR

        if is_open(now) and not any(map(is_open, answers)):
            return (one.id,)
    return None


def _signs(facts: Facts, told: Sequence[Reading], now: datetime, zone: tzinfo) -> tuple[str, ...] | None:
    """When a score was severe since the questions were answered last, or ever, in the last seven days: a lower morning
    does not answer them."""
    severe = [one for one in between(told, now - CALM_WEEK, now) if is_severe(one)]
    answered = max((one.at for one in facts.screens if one.at <= now), default=None)
    since = [one for one in severe if answered is None or one.at > answered]
    if not since:
        return None
    if answered and day_of(answered, zone) == day_of(now, zone):
        then = in_force([one for one in told if one.at <= answered], answered, zone)
        if any(is_severe(one) for one in then):
            return None
    return tuple(one.id for one in since)


def _landing(told: Sequence[Reading], now: datetime, zone: tzinfo) -> tuple[str, ...] | None:
    place, sore, landing = newest_place(told), sore_reading(told, now, zone), newest_landing(told)
    if place is None or place.area is not Area.FRONT or sore is None:
        return None
    return (place.id, sore.id) if landing is None else None


def _reliever(told: Sequence[Reading], now: datetime) -> tuple[str, ...] | None:
    """Where pain was above 0 in 24 hours or a reliever was noted in them, and the newest answer does not say."""
    day = between(told, now - timedelta(hours=24), now)
    why = tuple(one.id for one in day if judged_score(one) or one.masked)
    return why if why and day[-1].masked is None else None


def _onset(facts: Facts, told: Sequence[Reading], now: datetime, zone: tzinfo) -> tuple[str, ...] | None:
    """A flare-up after a calm week: up by 3 on all of it, or 6 and more; and no onset noted since that week. While a
    pain of two weeks lasts, only what is above all of that is new."""
    fresh = between(told, now - timedelta(hours=24), now)
    flare = max((one for one in fresh if _flared(one, told)), key=judged_score, default=None)  # the first of equals
    if flare is None or any(one.at >= flare.at - timedelta(days=2) for one in facts.onsets):
        return None
    lasted = highest_by_day((one for one in told if one.at < flare.at), zone)
    began, today = episode_start(lasted, day_of(now, zone)), day_of(now, zone)
    if (
        began
        and today - began >= SLOW
        and any(judged_score(one) >= judged_score(flare) for day, one in lasted.items() if day >= began)
    ):
        return None
    return (flare.id,)


def _flared(one: Reading, told: Sequence[Reading]) -> bool:
    """Whether an answer is a flare-up beside the seven days before it; a week without answers is not known as calm."""
    before = between(told, one.at - CALM_WEEK, one.at)
    week = [judged_score(other) for other in before if other.at < one.at]
    if not week or max(week) >= Band.MIDDLE:
        return False
    return judged_score(one) >= max(week) + FLARE or judged_score(one) >= Band.HIGH
