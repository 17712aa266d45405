"""The notice on first use, and the red-flag questions."""

from __future__ import annotations

from collections.abc import Sequence

from hiproutine.advice.pain.advice import CLOSING, Advice
from hiproutine.advice.pain.flags import BY_ID
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.pain.red_flags import URGENT_SENTENCE, Check, Screen, Why, flag_advice, when_to_ask
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Asking, Option, Statement
from hiproutine.journal.pain_facts import NOTICE, answer_flags, clear_flags, flag_answers, note_once, noted

BY_HAND = "You can answer these whenever something changes."


def notice(context: Context) -> Asking[bool]:
    """Once, on first use: what this is and what it is not. Whether to go on."""
    if context.journal is None or context.read(lambda journal: bool(noted(journal, NOTICE)), True):
        return True
    options = (Option("enter", "I understand", "yes"), Option("q", "leave", "no"))
    answer = yield Statement("Before the first time", "Welcome", scales.NOTICE_SENTENCES, options, back="no")
    if answer == "yes":
        context.write(lambda journal: note_once(journal, NOTICE, context.now()))
    return bool(answer == "yes")


def due(context: Context, reading: Reading | None, earlier: Sequence[Reading]) -> Asking[None]:
    """The red-flag questions, when a rule says that they are due."""
    if context.journal is None:
        return
    nothing: tuple[tuple[Screen, ...], tuple[Check, ...]] = ((), ())
    screens, checks = context.read(lambda journal: flag_answers(journal, context.zone), nothing)
    why = when_to_ask(screens, checks, reading, earlier, now=context.now(), zone=context.zone)
    if why:
        yield from ask(context, why)


def ask(context: Context, why: Why | str = BY_HAND) -> Asking[None]:
    """The red-flag questions; those that stand are marked. Skipped, nothing changes."""
    stand = frozenset(one.flag.id for one in context.flags())
    chosen = yield scales.flags(str(why), stand)
    if not isinstance(chosen, frozenset):
        return
    context.write(lambda journal: answer_flags(journal, chosen, context.now()))


def by_hand(context: Context) -> Asking[None]:
    """The questions opened by hand, and what they lead to."""
    yield from ask(context)
    advice = flag_advice(context.flags())
    if advice:
        yield shown(advice, (Option("enter", "I have read this", "ok"), *checked_option()))


def checked_option() -> tuple[Option, ...]:
    """The way to take a flag back."""
    return (Option("c", "A professional has checked this", "checked"),)


def shown(advice: Advice, options: tuple[Option, ...], kicker: str = "Before you begin", back: str = "") -> Statement:
    """An advice, with the answers it rests on and the ways on."""
    grave = advice.sentence == URGENT_SENTENCE
    reasons = tuple(reason.text for reason in advice.because)
    return Statement(advice.sentence, kicker, (), options, reasons, CLOSING, grave, back)


def check_off(context: Context) -> None:
    """Notes that all flags that stand were checked by a professional."""
    stand = frozenset(one.flag.id for one in context.flags() if one.flag.id in BY_ID)
    context.write(lambda journal: clear_flags(journal, stand, context.now()))
