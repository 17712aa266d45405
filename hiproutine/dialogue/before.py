"""Before a routine: the check, what the rules say, and what the person decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hiproutine.advice.pain.advice import Advice, Kind, Level
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.gating import Situation, gate
from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side
from hiproutine.advice.pain.sessions import Load
from hiproutine.dialogue import red_flags, scales, timing
from hiproutine.dialogue.context import AskBefore, Context
from hiproutine.dialogue.easing import EASED, Eased, eased
from hiproutine.dialogue.questions import Aside, Asking, Notice, Option, Pick, Statement
from hiproutine.plan.model import Plan
from hiproutine.routine.loaded import Loaded
from hiproutine.wording import minutes_said

KICKER = "Before you begin"
SOON = frozenset({Kind.ICING, Kind.HEAT})
"""What may follow within hours."""


@dataclass(frozen=True)
class Decision:
    """What is played, and how that came about."""

    loaded: Loaded
    reading: Reading | None = None
    advice: str = ""
    """What was advised, kept with the session."""
    note: str = ""
    """What the person decided about it."""
    cut: str = ""
    """What was taken off the plan."""


def before(context: Context, loaded: Loaded) -> Asking[Decision | None]:
    """Everything up to the first second. None: not today."""
    if not (yield from red_flags.notice(context)):
        return None
    earlier = context.readings()
    reading = None
    if _asks(context, earlier):
        reading = yield from check(context, loaded, earlier)
    yield from red_flags.due(context, reading, earlier)
    unsure = yield from timing.began(context, loaded, reading)
    return (yield from _decide(context, loaded, reading, unsure=unsure))


def check(context: Context, loaded: Loaded, earlier: tuple[Reading, ...]) -> Asking[Reading | None]:
    """Pain now and the worst of 24 hours: two keys, or one. None where it was skipped."""
    last = _last(earlier)
    now = yield scales.pain("How is the hip right now?", loaded.card.title, last.score if last else None)
    if now is Aside.AS_USUAL:
        reading = context.reading(Moment.BEFORE, 0, worst=0)
    elif isinstance(now, Aside):
        return None
    else:
        worst = yield scales.pain("The worst in the last 24 hours?", loaded.card.title, last.worst if last else None)
        if worst is Aside.AS_USUAL:
            worst = 0
        known = None if isinstance(worst, Aside) else max(worst, now)
        reading = context.reading(Moment.BEFORE, now, worst=known, **_where_it_was(last, now, known))
    context.keep(reading)
    return reading


def _asks(context: Context, earlier: tuple[Reading, ...]) -> bool:
    if context.ask_before is AskBefore.WHEN_IT_HURT:
        return bool(earlier) and max(earlier[-1].score, earlier[-1].worst or 0) > 0
    return context.ask_before is AskBefore.ALWAYS


def _last(earlier: tuple[Reading, ...]) -> Reading | None:
    return next((one for one in reversed(earlier) if one.moment is Moment.BEFORE), None)


def _where_it_was(last: Reading | None, now: int, worst: int | None) -> dict[str, Any]:
    """Side and area are remembered from the check before, not asked again; telling more corrects them."""
    return {"side": last.side, "area": last.area} if last and max(now, worst or 0) > 0 else {}


def _decide(context: Context, loaded: Loaded, reading: Reading | None, *, unsure: bool) -> Asking[Decision | None]:
    """What the rules say, until something is chosen. None: nothing today."""
    told = bool(reading and reading.feel)
    impact: bool | None = None
    while True:
        found = gate(_situation(context, loaded, reading, impact))
        advice = _more_careful(found, timing.timed(context, loaded, reading, unsure=unsure))
        if advice is None or advice.level is Level.GO:
            return Decision(loaded, reading)
        if advice.level is Level.GO_WATCHING and not advice.avoid:
            yield Notice(advice.sentence, KICKER)
            return Decision(loaded, reading, advice.sentence)
        other = context.open(advice.alternative) if advice.alternative else None
        less = eased(loaded, advice.avoid, easier=advice.level.rank >= Level.EASIER.rank)
        answer = yield _said(advice, loaded, other, less, tells=reading is not None and not told)
        if answer == EASED and less:
            return Decision(less.loaded, reading, advice.sentence, less.note, less.cut)
        if answer == "anyway":
            return Decision(loaded, reading, advice.sentence, advice.anyway)
        if answer == "tell" and reading:
            reading, impact = yield from _tell(context, reading)
            told = True
        elif answer in red_flags.WHICH:
            yield from red_flags.settle(context, answer)
        elif answer == "instead" and other:
            loaded = other
        else:
            return None


def _more_careful(first: Advice | None, second: Advice | None) -> Advice | None:
    """The one that is, with what the first would leave out."""
    if first is None or second is None:
        return first or second
    return first if first.level.rank >= second.level.rank else replace(second, avoid=first.avoid)


def _said(advice: Advice, loaded: Loaded, other: Loaded | None, less: Eased | None, *, tells: bool) -> Statement:
    anyway = Option("g", advice.anyway, "anyway")
    safer = (
        Option("enter", f"{other.card.title} instead, {minutes_said(other.plan.seconds)}", "instead")
        if other
        else Option("enter", "Not now" if advice.kind in SOON else "Not today", "leave")
    )
    leave = Option("q", "Not today", "leave")
    if advice.level.prefers_other:
        ways = [safer, *([less.option("e")] if less else []), anyway]
    else:
        ways = [less.option("enter"), anyway, leave] if less else [replace(anyway, key="enter"), leave]
    if tells:
        ways.append(Option("t", "Tell more: where it is, what it is like", "tell"))
    if advice.kind is Kind.RED_FLAG:
        ways += red_flags.SETTLING
    said = red_flags.shown(advice, tuple(ways), back="leave")
    leave_out = _named(loaded.plan, advice.avoid)
    return replace(said, sentences=(f"Better left out today: {leave_out}. Any can be skipped.",)) if leave_out else said


def _named(plan: Plan, avoid: frozenset[str]) -> str:
    """The steps that load what is better left alone."""
    names = (interval.name for interval in plan.intervals if avoid & set(interval.about.avoid_if))
    return ", ".join(dict.fromkeys(names))


def _situation(context: Context, loaded: Loaded, reading: Reading | None, impact: bool | None) -> Situation:
    return Situation(
        load=Load(loaded.plan.load),
        routine=loaded.plan.id,
        today=day_of(context.now(), context.zone),
        reading=reading,
        on_impact=impact,
        sessions=context.sessions(),
        flags=context.flags(),
    )


def _tell(context: Context, reading: Reading) -> Asking[tuple[Reading, bool | None]]:
    """Where it is and what it is like, each of which can be left out."""
    impact: bool | None = None
    questions: tuple[tuple[str, Pick, Callable[[str], Any]], ...] = (
        ("side", scales.side(KICKER, reading), Side),
        ("area", scales.area(KICKER, reading), Area),
        ("feel", scales.feel(KICKER), Feel),
        ("masked", scales.masked(KICKER), _is_yes),
    )
    answers: dict[str, Any] = {"feel": None}
    for name, question, kind in questions:
        answer = yield question
        if answer is Aside.SKIP_REST:
            break
        if not isinstance(answer, Aside):
            answers[name] = kind(answer)
    reading = replace(reading, **answers)
    if reading.area is Area.FRONT:
        answer = yield scales.on_impact(KICKER)
        impact = None if isinstance(answer, Aside) else _is_yes(answer)
    context.keep(reading)
    return reading, impact


def _is_yes(answer: str) -> bool:
    return answer == scales.YES
