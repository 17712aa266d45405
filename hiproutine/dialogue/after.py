"""After a session: how the hip feels, and what the rules say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from hiproutine.advice.assess import Assessment
from hiproutine.advice.finding import Finding, Kind, Level
from hiproutine.advice.pain.readings import Area, Moment, Reading, Side
from hiproutine.dialogue import red_flags, scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Aside, Asking

KICKER = "After it"


@dataclass(frozen=True)
class Answered:
    """What was said afterwards, and what the judgement says then, the gravest first."""

    reading: Reading | None = None
    advice: tuple[Finding, ...] = ()
    skipped_rest: bool = False
    """Whether nothing more was to be asked."""


def after(
    context: Context, session: str | None, before: Reading | None, during: tuple[Reading, ...], meant: str = ""
) -> Asking[Answered]:
    """The check after a routine. Every question can be left out; without a score nothing is kept.

    `meant` is how hard its author wanted it to be; then it is asked also after what was as usual.
    """
    reading, skipped_rest = yield from _check(context, session, before, during, meant)
    if reading:
        context.keep(reading)
    yield from red_flags.severe(context)
    if reading is None:
        return Answered()
    return Answered(reading, worth_saying(context.judged()), skipped_rest)


def worth_saying(judged: Assessment) -> tuple[Finding, ...]:
    """The gravest, and how it went down."""
    went = judged.found(Kind.REACTION, Kind.AFTER)
    first = next((one for one in judged.findings if one.level is not Level.GO and not one.is_only_mild), went)
    return tuple(dict.fromkeys(one for one in (first, went) if one))


def _check(
    context: Context, session: str | None, before: Reading | None, during: tuple[Reading, ...], meant: str
) -> Asking[tuple[Reading | None, bool]]:
    """What was answered, and whether the rest was left out."""
    now = yield scales.pain("How is the hip now?", KICKER, before.score if before else None)
    if now is Aside.AS_USUAL:
        worst = max([0, *(one.score for one in during)])
        reading = context.reading(Moment.AFTER, 0, worst=worst, session=session)
        answer = (yield scales.effort(KICKER, meant)) if meant else Aside.SKIP
        told = reading if isinstance(answer, Aside) else replace(reading, effort=int(answer))
        return told, answer is Aside.SKIP_REST
    if isinstance(now, Aside):
        return None, True
    answers, skipped = yield from _rest(now, before, during, meant)
    return context.reading(Moment.AFTER, now, session=session, **answers), skipped


def _rest(
    now: int, before: Reading | None, during: tuple[Reading, ...], meant: str
) -> Asking[tuple[dict[str, Any], bool]]:
    """Everything but the score, as far as it is answered, and whether the rest was left out."""
    least = max([now, *(one.score for one in during)])
    answers: dict[str, Any] = {}
    worst = yield scales.pain("The worst during it?", KICKER, least, usual=False)
    if worst is Aside.SKIP_REST:
        return answers, True
    if not isinstance(worst, Aside):
        answers["worst"] = max(worst, least)
    hurts = max(least, answers.get("worst", 0)) > 0
    for name, question, kind in (
        ("side", scales.side(KICKER, before), Side),
        ("area", scales.area(KICKER, before), Area),
        ("limp", scales.limp(KICKER), lambda answer: answer == scales.YES),
        ("effort", scales.effort(KICKER, meant), int),
        ("note", scales.note(KICKER), str),
    ):
        if not hurts and name in {"side", "area", "limp"}:
            continue
        answer = yield question
        if answer is Aside.SKIP_REST:
            return answers, True
        if not isinstance(answer, Aside):
            answers[name] = kind(answer)
    return answers, False
