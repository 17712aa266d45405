"""A session from choosing its routine to its summary. Yields questions, what is to be played, and what was done."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiproutine.advice.gentle import COOL_DOWN
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.dialogue import after as afterwards
from hiproutine.dialogue.before import before
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Decision, Done, Play, Played, Then
from hiproutine.dialogue.loads import ask_loads, with_last_loads
from hiproutine.dialogue.minutes import of_chosen_length
from hiproutine.dialogue.on_start import opening
from hiproutine.dialogue.questions import Asking, Notice, Option, Question, Statement
from hiproutine.dialogue.weeks import in_its_week
from hiproutine.plan.effort import meant
from hiproutine.routine.loaded import Card, Loaded

if TYPE_CHECKING:
    from hiproutine.journal.resume import Resume


Course = Generator[Question | Play | Done, Any, bool]


def start_dialogue(context: Context, loaded: Loaded) -> Course:
    """A routine that was named at the start: after what is open by then, and in place of it what is gone on with."""
    if context.trouble and not (yield from _without_journal(context)):
        return False
    resume = yield from opening(context)
    return (yield from session_dialogue(context, resumed(context, resume) if resume else loaded, resume=resume))


def chosen_dialogue(context: Context, loaded: Loaded, *, rehearsal: bool = False) -> Course:
    """A routine that was chosen later: where the journal cannot be used, that is said before."""
    if context.trouble and not (yield from _without_journal(context)):
        return False
    return (yield from session_dialogue(context, loaded, rehearsal=rehearsal))


def resumed(context: Context, resume: Resume) -> Loaded:
    """The routine of a session that is gone on with, its plan as it was then."""
    known = context.open(resume.routine_id)
    if known:
        return replace(known, plan=resume.plan)
    card = Card(resume.title, "", (), resume.plan.load, (), (), "", "", "")
    return Loaded(Path(resume.routine_id), card, resume.plan)


def _without_journal(context: Context) -> Asking[bool]:
    """Whether to play although nothing can be kept."""
    options = (Option("enter", "Play without it; nothing is kept", "play"), Option("q", "Leave", "leave"))
    answer = yield Statement(
        "The journal cannot be used", "Before you begin", (context.trouble,), options, back="leave"
    )
    return bool(answer == "play")


def session_dialogue(
    context: Context, loaded: Loaded, *, rehearsal: bool = False, resume: Resume | None = None
) -> Course:
    """One session; the result is whether its routine was finished. Without a journal nothing is asked."""
    week = ""
    if resume is None:
        loaded, week = in_its_week(context, loaded)
    decision: Decision | None = Decision(loaded)
    if resume:
        decision = Decision(loaded, _before_of(context, resume))
    elif context.journal:
        decision = yield from before(context, loaded)
    if decision is None:
        return False
    if context.journal and not resume:
        chosen = yield from of_chosen_length(context, decision.loaded)
        decision = decision._replace(loaded=with_last_loads(context, chosen))
    decision = decision._replace(reading=context.standing(decision.reading))
    if week and decision.loaded.plan.week:
        yield Notice(week, "Before you begin")
    played: Played = yield Play(decision.loaded, decision, resume)
    return (yield from after_playing(context, decision, played, rehearsal=rehearsal))


def after_playing(context: Context, decision: Decision, played: Played, *, rehearsal: bool = False) -> Course:
    """What follows once a routine was played; the result is whether it was finished."""
    if played.then is Then.LATER:
        yield Notice("It waits for four hours: the next start asks whether to go on from here.", "Left for later")
        return False
    if context.journal is None:
        yield Done(played.session, rehearsal)
        return played.session.finished
    decision = decision._replace(reading=context.standing(decision.reading))
    if played.then is Then.COOL_DOWN and (cool_down := context.open(COOL_DOWN)):
        before = decision.reading and replace(decision.reading, session=played.id)
        followed: Played = yield Play(cool_down, Decision(cool_down, before))
        during = (*played.during, *followed.during)
    else:
        during = played.during
    answered = yield from afterwards.after(context, played.id, decision.reading, during, meant(played.session.plan))
    asks = answered.reading is not None and not answered.skipped_rest
    yield from ask_loads(context, afterwards.KICKER, played.session, played.id, asks=asks)
    yield Done(
        played.session,
        rehearsal=False,
        before=decision.reading,
        after=answered.reading,
        advice=answered.advice,
        kept=played.id is not None,
    )
    return played.session.finished


def _before_of(context: Context, resume: Resume) -> Reading | None:
    found = [one for one in context.readings() if one.session == resume.session and one.moment is Moment.BEFORE]
    return found[-1] if found else None
