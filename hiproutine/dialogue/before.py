"""Before a routine: the check, what the rules say, and what the person decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hiproutine.advice.asking import Ask
from hiproutine.advice.assess import Assessment
from hiproutine.advice.facts import said
from hiproutine.advice.finding import HEAVY, Finding, Kind, Level
from hiproutine.advice.gentle import SUGGESTED
from hiproutine.advice.pain.flags import URGENT
from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side
from hiproutine.advice.pain.sessions import Load
from hiproutine.dialogue import red_flags, scales, timing
from hiproutine.dialogue.context import AskBefore, Context
from hiproutine.dialogue.course import Decision
from hiproutine.dialogue.easing import EASED, Eased, eased
from hiproutine.dialogue.first_side import sorer_first
from hiproutine.dialogue.questions import Aside, Asking, Notice, Option, Pick, Statement
from hiproutine.plan.cutting import better_left_out
from hiproutine.routine.loaded import Loaded
from hiproutine.wording import minutes_said

KICKER = "Before you begin"
SOON = frozenset({Kind.ICE, Kind.HEAT})
"""What may follow within hours."""


def before(context: Context, loaded: Loaded) -> Asking[Decision | None]:
    """Everything up to the first second. None: not today."""
    if not (yield from red_flags.notice(context)):
        return None
    decided = yield from _urgent(context, loaded)
    if decided is None:
        return None
    stood = context.flags()
    earlier = said(context.facts(), context.now())
    reading = None
    if _asks(context, earlier):
        reading = yield from check(context, loaded, earlier, short=bool(decided))
        reading = reading if decided else (yield from _more(context, loaded, reading))
    if decided:
        yield from red_flags.severe(context)
        if context.flags() == stood:
            return Decision(loaded, reading, context.judged().findings[0].sentence, decided)
        return (yield from decide(context, loaded, reading, unsure=False, ticked=True))
    yield from red_flags.due(context, reading, earlier)
    flared = reading is not None and context.judged().asking(Ask.ONSET) is not None
    unsure = yield from timing.began(context, loaded, reading, flared=flared)
    loaded = sorer_first(context, loaded)
    return (yield from decide(context, loaded, reading, unsure=unsure, ticked=context.flags() != stood))


def _urgent(context: Context, loaded: Loaded) -> Asking[str | None]:
    """A sign that is urgent and stands is said before anything is asked. In what words a person went on; empty where
    none stands, and None where nothing is played."""
    while any(one.flag.group == URGENT for one in context.flags()):
        Load(loaded.plan.load)  # who looks ahead has no steps yet to say this of
        judged = context.judged()
        found, leave_out = judged.findings[0], better_left_out(loaded.plan, judged.avoid)
        more = (_left_out(leave_out),) if leave_out else ()
        answer = yield from red_flags.explained(found, _said(found, None, None, more, against=True, tells=False))
        if answer == "anyway":
            return anyway(found, against=True)
        if answer not in red_flags.WHICH:
            return None
        yield from red_flags.settle(context, answer)
    return ""


def _left_out(steps: Sequence[str]) -> str:
    return f"Better left out today: {', '.join(steps)}. Any can be skipped."


def _more(context: Context, loaded: Loaded, reading: Reading | None) -> Asking[Reading | None]:
    """A pain reliever and landing, where the judgement still asks for them; kept with the check."""
    if reading is None:
        return None
    asked: tuple[tuple[Ask, str, Pick], ...] = (
        (Ask.RELIEVER, "masked", scales.masked(loaded.card.title)),
        (Ask.LANDING, "on_impact", scales.on_impact(loaded.card.title)),
    )
    for ask, name, question in asked:
        if context.judged().asking(ask):
            answer = yield question
            if answer is Aside.SKIP_REST:
                break
            if not isinstance(answer, Aside):
                more: dict[str, Any] = {name: _is_yes(answer)}
                reading = replace(reading, **more)
                context.keep(reading)
    return reading


def check(
    context: Context, loaded: Loaded, earlier: tuple[Reading, ...], *, short: bool = False
) -> Asking[Reading | None]:
    """Pain now and the worst of 24 hours: two keys, or one; `short` pain now alone. None where it was skipped."""
    last = _last(earlier)
    now = yield scales.pain("How is the hip right now?", loaded.card.title, last.score if last else None)
    if now is Aside.AS_USUAL:
        reading = context.reading(Moment.BEFORE, 0, worst=0)
    elif isinstance(now, Aside):
        return None
    elif short:
        reading = context.reading(Moment.BEFORE, now, **_where_it_was(last, now, None))
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


def decide(
    context: Context, loaded: Loaded, reading: Reading | None, *, unsure: bool, ticked: bool
) -> Asking[Decision | None]:
    """The judgement about this routine, until something is chosen. None: nothing today."""
    told = bool(reading and reading.feel)
    while True:
        judged = context.judged(unsure=unsure)
        load, routine = Load(loaded.plan.load), loaded.plan.id
        against = judged.before(routine, load)
        found = against[0] if against else judged.findings[0]
        leave_out = better_left_out(loaded.plan, judged.avoid)
        grave = ticked and found.kind is Kind.SIGN
        easier = load is Load.LOW and judged.against >= HEAVY and Load.LOW not in judged.against
        if not against and not leave_out and not grave and not easier:
            if found.level is Level.GO:
                return Decision(loaded, reading)
            yield Notice(found.sentence, KICKER)
            return Decision(loaded, reading, found.sentence)
        suits = judged.suits if against and found.kind not in SOON else None
        instead = found.instead or suits
        other = context.open(instead) if instead and instead != routine and _suits(judged, instead) else None
        gravest = judged.findings[0] if judged.findings[0].level.rank >= found.level.rank else found
        more: tuple[str, ...] = () if gravest is found else (found.sentence,)
        more += (_left_out(leave_out),) if leave_out else ()
        less = None
        if gravest.level.rank <= Level.GENTLE.rank or not against:
            less = eased(loaded, judged.avoid, easier=easier or bool(against))
        statement = _said(gravest, other, less, more, against=bool(against), tells=reading is not None and not told)
        answer = yield from red_flags.explained(gravest, statement)
        if answer == EASED and less:
            return Decision(less.loaded, reading, gravest.sentence, less.note, less.cut)
        if answer == "anyway":
            return Decision(loaded, reading, gravest.sentence, anyway(gravest, less, against=bool(against)))
        if answer == "tell" and reading:
            reading = yield from _tell(context, reading)
            told = True
        elif answer in red_flags.WHICH:
            yield from red_flags.settle(context, answer)
        elif answer == "instead" and other:
            loaded, ticked = other, False
        else:
            return None


def _suits(judged: Assessment, routine: str) -> bool:
    """Whether nothing speaks against what is offered in place of something."""
    return routine in SUGGESTED and judged.allows(routine, SUGGESTED[routine].load)


def anyway(found: Finding, less: Eased | None = None, *, against: bool) -> str:
    """The words with which a person goes on; where less of it is offered too, with all of it."""
    if against and found.level.rank >= Level.SEE_SOMEONE.rank:
        return "Go on anyway, it is my decision"
    if against:
        return "Go on with it anyway"
    if less:
        return "Start with all of it"
    return "Start, and watch it" if found.level is Level.WATCH else "Start, and take it easier"


def _said(
    found: Finding, other: Loaded | None, less: Eased | None, more: tuple[str, ...], *, against: bool, tells: bool
) -> Statement:
    """What is found, with the ways on: the safer one first where something speaks against the routine."""
    on = Option("g", anyway(found, less, against=against), "anyway")
    safer = (
        Option("enter", f"{other.card.title} instead, {minutes_said(other.plan.seconds)}", "instead")
        if other
        else Option("enter", "Not now" if found.kind in SOON else "Not today", "leave")
    )
    leave = Option("q", "Not today", "leave")
    if against:
        ways = [safer, *([less.option("e")] if less else []), on, *([leave] if other else [])]
    else:
        ways = [less.option("enter"), on, leave] if less else [on._replace(key="enter"), leave]
    if tells:
        ways.append(Option("t", "Tell more: where it is, what it is like", "tell"))
    if found.kind is Kind.SIGN:
        ways += red_flags.SETTLING
    statement = red_flags.shown(found, tuple(ways), back="leave")
    return replace(statement, sentences=more)


def _tell(context: Context, reading: Reading) -> Asking[Reading]:
    """Where it is and what it is like, each of which can be left out."""
    questions: tuple[tuple[str, Pick, Callable[[str], Any]], ...] = (
        ("side", scales.side(KICKER, reading), Side),
        ("area", scales.area(KICKER, reading), Area),
        ("feel", scales.feel(KICKER), Feel),
    )
    answers: dict[str, Any] = {}
    for name, question, kind in questions:
        answer = yield question
        if answer is Aside.SKIP_REST:
            break
        if not isinstance(answer, Aside):
            answers[name] = kind(answer)
    reading = replace(reading, **answers)
    if reading.area is Area.FRONT:
        answer = yield scales.on_impact(KICKER)
        reading = reading if isinstance(answer, Aside) else replace(reading, on_impact=_is_yes(answer))
    context.keep(reading)
    return reading


def _is_yes(answer: str) -> bool:
    return answer == scales.YES
