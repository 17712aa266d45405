"""The notice on first use, and the red-flag questions."""

from __future__ import annotations

from collections.abc import Sequence

from hiproutine.course import scales
from hiproutine.course.desk import Desk
from hiproutine.journal.pains import NOTICE, answer_flags, clear_flags, flag_answers, note_once, noted
from hiproutine.pain.advice import CLOSING, Advice
from hiproutine.pain.flags import BY_ID
from hiproutine.pain.readings import Reading
from hiproutine.pain.red_flags import URGENT_SENTENCE, Check, Screen, Why, flag_advice, when_to_ask
from hiproutine.questions import Asking, Option, Said

NOTICE_SENTENCES = (
    "hiproutine guides exercises and keeps how your hip feels.",
    "It cannot find the cause of pain and does not replace a doctor or physiotherapist.",
    "Stop if pain rises. If unsure, ask a professional before you start.",
)
"""CONTENT.md D.2, "First-run notice"."""
BY_HAND = "You can answer these whenever something changes."


def notice(desk: Desk) -> Asking[bool]:
    """Once, on first use: what this is and what it is not. Whether to go on."""
    if desk.journal is None or desk.read(lambda journal: bool(noted(journal, NOTICE)), True):
        return True
    options = (Option("enter", "I understand", "yes"), Option("q", "leave", "no"))
    answer = yield Said("Before the first time", "Welcome", NOTICE_SENTENCES, options, back="no")
    if answer == "yes":
        desk.write(lambda journal: note_once(journal, NOTICE, desk.now()))
    return bool(answer == "yes")


def due(desk: Desk, reading: Reading | None, earlier: Sequence[Reading]) -> Asking[None]:
    """The red-flag questions, when a rule says that they are due."""
    if desk.journal is None:
        return
    nothing: tuple[tuple[Screen, ...], tuple[Check, ...]] = ((), ())
    screens, checks = desk.read(lambda journal: flag_answers(journal, desk.zone), nothing)
    why = when_to_ask(screens, checks, reading, earlier, now=desk.now(), zone=desk.zone)
    if why:
        yield from ask(desk, why)


def ask(desk: Desk, why: Why | str = BY_HAND) -> Asking[None]:
    """The red-flag questions; those that stand are marked. Skipped, nothing changes."""
    stand = frozenset(one.flag.id for one in desk.flags())
    chosen = yield scales.flags(str(why), stand)
    if not isinstance(chosen, frozenset):
        return
    desk.write(lambda journal: answer_flags(journal, chosen, desk.now()))


def by_hand(desk: Desk) -> Asking[None]:
    """The questions opened by hand, and what they lead to."""
    yield from ask(desk)
    advice = flag_advice(desk.flags())
    if advice:
        yield shown(advice, (Option("enter", "I have read this", "ok"), *checked_option()))


def checked_option() -> tuple[Option, ...]:
    """The way to take a flag back."""
    return (Option("c", "A professional has checked this", "checked"),)


def shown(advice: Advice, options: tuple[Option, ...], kicker: str = "Before you begin", back: str = "") -> Said:
    """An advice, with the answers it rests on and the ways on."""
    grave = advice.sentence == URGENT_SENTENCE
    reasons = tuple(reason.text for reason in advice.because)
    return Said(advice.sentence, kicker, (), options, reasons, CLOSING, grave, back)


def check_off(desk: Desk) -> None:
    """Notes that all flags that stand were checked by a professional."""
    stand = frozenset(one.flag.id for one in desk.flags() if one.flag.id in BY_ID)
    desk.write(lambda journal: clear_flags(journal, stand, desk.now()))
