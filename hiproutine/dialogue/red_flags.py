"""The notice on first use, and the red-flag questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hiproutine.advice.asking import Ask
from hiproutine.advice.finding import Finding, Kind, Level
from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.pain.red_flags import Check, Screen, Why, when_to_ask
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Asking, Option, Pick, Several, Statement
from hiproutine.journal.pain_facts import NOTICE, answer_flags, flag_answers, note_once, noted
from hiproutine.journal.signs import check_signs, take_back_signs

BY_HAND = "You can answer these whenever something changes."
CHECKED, SLIP, STAYS = "checked", "slip", "stays"
"""What may become of a sign: a professional has checked it, it was ticked by mistake, or nothing yet."""
SETTLING = (
    Option("c", "A professional has checked this", CHECKED),
    Option("b", "Ticked by mistake, take it back", SLIP),
)
"""The ways in which a sign stops standing."""
UNMARKED = (
    Option("k", "it still stands", STAYS),
    Option("c", "a professional has checked it", CHECKED),
    Option("b", "it was ticked by mistake", SLIP),
)
"""The same for one that was unmarked. That pain got better is neither: the reason to have it looked at stays."""
WHICH = {CHECKED: "Which has a professional checked?", SLIP: "Which were ticked by mistake?"}


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
    if why is None and context.judged().asking(Ask.SIGNS):
        why = Why.HIGH
    if why:
        yield from ask(context, why)


def severe(context: Context) -> Asking[None]:
    """Right after an answer that was kept: the questions where the judgement asks for them, and what they lead to."""
    if context.journal is None or context.judged().asking(Ask.SIGNS) is None:
        return
    stood = context.flags()
    yield from ask(context, Why.HIGH)
    if context.flags() != stood:
        yield from told(context)


def ask(context: Context, why: Why | str = BY_HAND) -> Asking[None]:
    """The red-flag questions; those that stand are marked. Skipped, nothing changes."""
    stand = frozenset(one.flag.id for one in context.flags())
    chosen = yield scales.flags(str(why), stand)
    if not isinstance(chosen, frozenset):
        return
    context.write(lambda journal: answer_flags(journal, chosen, context.now()))
    for flag in FLAGS:
        if flag.id in stand - chosen:
            answer = yield Pick("No longer marked: what has become of it?", flag.words, UNMARKED)
            _settle(context, answer, frozenset({flag.id}))


def by_hand(context: Context) -> Asking[None]:
    """The questions opened by hand, and what they lead to."""
    if not (yield from notice(context)):
        return
    yield from ask(context)
    yield from told(context)


def told(context: Context) -> Asking[None]:
    """What the signs that stand lead to, until it is read."""
    while found := context.judged().found(Kind.SIGN):
        said = shown(found, (Option("enter", "I have read this", "ok"), *SETTLING), back="ok")
        answer = yield from explained(found, said)
        if answer not in WHICH or not (yield from settle(context, answer)):
            return


def settle(context: Context, what: str) -> Asking[bool]:
    """Asks which signs were checked by a professional, or ticked by mistake, and keeps it. Whether any was."""
    stand = {one.flag.id: one.flag for one in context.flags()}
    chosen = frozenset(stand)
    if len(stand) > 1:
        options = tuple(Option("", flag.words, flag.id) for flag in stand.values())
        marked = chosen if what == CHECKED else frozenset[str]()
        answer = yield Several(
            WHICH[what], "Warning signs", "The others still stand.", (("These stand", options),), marked
        )
        chosen = answer if isinstance(answer, frozenset) else frozenset()
    _settle(context, what, chosen)
    return bool(chosen)


def check_off(context: Context, flags: frozenset[str]) -> None:
    """Notes that a professional has checked these."""
    context.write(lambda journal: check_signs(journal, flags, context.now()))


def take_back(context: Context, flags: frozenset[str]) -> None:
    """Notes that these were ticked by mistake."""
    context.write(lambda journal: take_back_signs(journal, flags, context.now()))


def _settle(context: Context, what: object, flags: frozenset[str]) -> None:
    """Anything but the two ways leaves them as they stand."""
    if what == CHECKED:
        check_off(context, flags)
    elif what == SLIP:
        take_back(context, flags)


WHY = Option("i", "What this rests on", "why")
"""The way to what a study found."""


def explained(found: Finding | Sequence[Finding], statement: Statement) -> Asking[str]:
    """Asks a statement, as often as it takes to read what it rests on; the way that is chosen."""
    advice = (found,) if isinstance(found, Finding) else tuple(found)
    if not advice:
        return str((yield statement))
    while True:
        answer = yield replace(statement, options=(*statement.options, WHY))
        if answer != WHY.value:
            return str(answer)
        for page in basis(advice, statement.kicker):
            if (yield page) != NEXT.value:
                break


NEXT = Option("enter", "Next", "next")
LAST = Option("enter", "Back", "back")


def basis(advice: Sequence[Finding], kicker: str) -> tuple[Statement, ...]:
    """What advice rests on, a page each: the answers, and what was found by whom, in numbers and how sure that is."""
    pages: dict[str, list[Finding]] = {}
    for one in advice:
        pages.setdefault(one.source.found, []).append(one)
    made = []
    for number, (found, said) in enumerate(pages.items(), 1):
        sentences = (found,) if len(pages) == 1 else (*(one.sentence for one in said), found)
        reasons = tuple(dict.fromkeys(reason.text for one in said for reason in one.because if reason.text))
        ways = (LAST,) if number == len(pages) else (NEXT, LAST._replace(key="q"))
        made.append(Statement("What this rests on", kicker, sentences, ways, reasons, CLOSING, back="back"))
    return tuple(made)


def shown(found: Finding, options: tuple[Option, ...], kicker: str = "Before you begin", back: str = "") -> Statement:
    """A finding, with the answers it rests on and the ways on."""
    reasons = tuple(reason.text for reason in found.because if reason.text)
    return Statement(found.sentence, kicker, (), options, reasons, CLOSING, found.level is Level.URGENT, back)
