"""What suits today, in at most three lines: the judgement, shortened, and what it allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from hiproutine.advice import studies
from hiproutine.advice.asking import Ask
from hiproutine.advice.assess import Assessment
from hiproutine.advice.coming_back import stages
from hiproutine.advice.facts import Facts
from hiproutine.advice.finding import Finding, Kind, Level
from hiproutine.advice.gentle import AFTER_RUN, COOL_DOWN, ICE, STRETCH, SUGGESTED, WARM_UP, gentle_one
from hiproutine.advice.pain.days import day_of, elapsed
from hiproutine.advice.pain.sessions import Load, family
from hiproutine.advice.recovery import icing
from hiproutine.advice.recovery.facts import Sport
from hiproutine.advice.timing import newest_onset
from hiproutine.wording import minutes_said

MOST = 3
"""Lines; more is a list, not a suggestion."""
STRETCH_WITHIN = timedelta(hours=3)
"""After a run, or a warm-up, in which the stretch is suggested. Ours."""
RUN_TAKES = timedelta(minutes=20)
"""After a warm-up, before the run it was for may be over. Ours."""
WARM_UPS = frozenset({WARM_UP, "warm-up-quick"})
AGAIN_AFTER = 2
"""Days from one strength routine to the next (ACSM position stand, Garber 2011: two or three days a week)."""
FIVE_STEPS = f"Five steps ({studies.ARTICLE})."
COMING_DOWN = "Warm up, and cool down (“Hip Pain From Running”)."
WALK = "An easy walk, or a rest, suits today."
"""Where every gentle routine holds something that is left out."""
QUIET = frozenset({Kind.AFTER, Kind.PLACE})
"""What is not said here beside other things: the areas are left out already, and how it went down was said then."""


class Hint(NamedTuple):
    """One line: what suits, and why."""

    why: str
    routine: str | None = None
    """The id of the routine that suits; None where none does."""
    source: str = ""
    due: datetime | None = None
    """From when on, where that is not now."""


def hints(facts: Facts, judged: Assessment, plans: Iterable[Hint] = ()) -> tuple[Hint, ...]:
    """What suits today, the gravest first. Never empty, at most three, no routine twice, and none that is advised
    against. `plans` are the plans over weeks that are under way and may be gone on with."""
    found: list[Hint] = []
    for hint in _all(facts, judged, plans):
        named = {one.routine for one in found}
        if len(found) < MOST and (hint.routine is None or hint.routine not in named):
            found.append(hint)
    return tuple(found) or (Hint(judged.findings[0].sentence, None, str(judged.findings[0].source)),)


def _all(facts: Facts, judged: Assessment, plans: Iterable[Hint]) -> Iterator[Hint]:
    if judged.level is Level.URGENT:
        yield Hint(judged.findings[0].sentence, None, str(judged.findings[0].source))
        return
    morning, signs = judged.asking(Ask.MORNING), judged.asking(Ask.SIGNS)
    words = [one for one in judged.findings if _is_said(one) and not judged.soothes(one)]
    words = words or [one for one in judged.findings if one.kind is Kind.PLACE][:1]
    first = words[:1]
    yield from _lines(first, judged)
    if signs:
        yield Hint(signs.words)
    if morning:
        yield Hint(morning.words)
    yield from _lines(words[1:2], judged)
    yield from _allowed(facts, judged, plans)
    yield from _lines(words[2:], judged)


def _is_said(one: Finding) -> bool:
    return one.level is not Level.GO and one.kind not in QUIET and not one.is_only_mild


def _lines(findings: Sequence[Finding], judged: Assessment) -> Iterator[Hint]:
    """The gravest with the routine that suits, where it closes something; the others alone."""
    closing = next((one for one in judged.findings if one.against), None)
    for one in findings:
        yield Hint(one.sentence, judged.suits if one is closing else None, str(one.source))
        if one is closing and judged.suits is None and Load.LOW not in judged.against:
            yield Hint(WALK, None, str(one.source))


def _allowed(facts: Facts, judged: Assessment, plans: Iterable[Hint]) -> Iterator[Hint]:
    """What may be done, each only where nothing speaks against it."""
    for hint in (*_ice(facts, judged), *_after_a_run(facts, judged), *_in_turn(judged)):
        if hint.routine is None or _open(judged, hint.routine):
            yield hint
    yield from plans
    for hint in _around_a_run(facts, judged):
        if hint.routine is None or _open(judged, hint.routine):
            yield hint


def _open(judged: Assessment, routine: str) -> bool:
    about = SUGGESTED[routine]
    return judged.allows(routine, about.load) and not about.areas & judged.avoid


def _ice(facts: Facts, judged: Assessment) -> Iterator[Hint]:
    now = judged.now
    of = icing.series(newest_onset(facts, now), facts.ices, now)
    if of is None:
        return
    if now >= of.due:
        yield Hint("every 3 to 4 hours, for two days", ICE, icing.SOURCE)
    elif now >= of.earliest:
        yield Hint("the next may come now", ICE, icing.SOURCE)
    else:
        when = icing.clock_of(of.earliest, now, judged.zone)
        yield Hint(f"ice, the next {when}", None, icing.SOURCE, of.due)


def _after_a_run(facts: Facts, judged: Assessment) -> Iterator[Hint]:
    """The stretch: after a run that was noted, or a while after a warm-up."""
    now = judged.now
    ended = [(one.routine, one.ended) for one in facts.sessions if one.finished and one.ended]

    def last(routines: frozenset[str]) -> datetime | None:
        ends = (at for routine, at in ended if routine in routines)
        return max((at for at in ends if timedelta(0) <= elapsed(at, now) <= STRETCH_WITHIN), default=None)

    if last(frozenset({STRETCH})):
        return
    runs = [one.at for one in facts.outings if one.sport is Sport.RUN]
    ran = max((at for at in runs if timedelta(0) <= elapsed(at, now) <= STRETCH_WITHIN), default=None)
    suits = gentle_one(judged.avoid, AFTER_RUN)
    if ran and suits:
        seconds = elapsed(ran, now).total_seconds()
        yield Hint(
            f"you ran {minutes_said(seconds)} ago" if seconds >= 60 else "you ran just now",
            suits,
            f"{studies.ARTICLE}.",
        )
        return
    warm = last(WARM_UPS)
    if warm and elapsed(warm, now) >= RUN_TAKES and suits:
        yield Hint("after your run", suits, studies.ARTICLE)
        yield Hint("to come down from it", COOL_DOWN, COMING_DOWN)


def _in_turn(judged: Assessment) -> Iterator[Hint]:
    """The next stage, for somebody who is on the way back, and two days after strength the next level."""
    course = judged.courses
    stage = course.stage
    if course.started and stage.step is not stages.Step.DONE:
        if stage.waits and Load.HIGH not in judged.against:
            yield Hint(stage.sentence, None, stage.source)
        elif not stage.waits and _open(judged, stage.routine):
            yield Hint(stage.sentence, stage.routine, stage.source)
    last = course.last_strength
    if last and (day_of(judged.now, judged.zone) - last.day).days >= AGAIN_AFTER:
        level = course.strength[family(last.routine)]
        yield Hint(level.sentence, level.routine, level.source)


def _around_a_run(facts: Facts, judged: Assessment) -> Iterator[Hint]:
    """The warm-up and the stretch; not while a stage waits for another day, nor in the first two days of a pain."""
    course, onset = judged.courses, newest_onset(facts, judged.now)
    waits = course.started and course.stage.step is not stages.Step.DONE and course.stage.waits
    is_new = onset is not None and elapsed(onset.at, judged.now) < icing.FIRST_DAYS
    if not waits and not is_new and _open(judged, WARM_UP):
        yield Hint("before a run", WARM_UP, FIVE_STEPS)
        yield Hint("after a run", gentle_one(judged.avoid, AFTER_RUN), f"{studies.ARTICLE}.")
