"""A session from choosing its routine to its summary. Yields questions, what is to be played, and what was done."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiproutine.course import after as afterwards
from hiproutine.course.before import Decision, before
from hiproutine.course.desk import Desk
from hiproutine.course.opening import opening
from hiproutine.course.within import Then
from hiproutine.pain.advice import COOL_DOWN, Advice
from hiproutine.pain.readings import Moment, Reading
from hiproutine.questions import Asking, Option, Question, Said
from hiproutine.routine.loaded import Card, Loaded

if TYPE_CHECKING:
    from hiproutine.journal.resume import Resume
    from hiproutine.session import Session


@dataclass(frozen=True)
class Play:
    """To be played; answered by `Played`."""

    loaded: Loaded
    decision: Decision
    resume: Resume | None = None


@dataclass(frozen=True)
class Played:
    """What was played."""

    session: Session
    id: str | None
    """In the journal; None where it was not kept."""
    during: tuple[Reading, ...] = ()
    then: Then = Then.GO_ON


@dataclass(frozen=True)
class Done:
    """To be shown: what was done and said; answered by nothing."""

    session: Session
    rehearsal: bool
    before: Reading | None = None
    after: Reading | None = None
    advice: tuple[Advice, ...] = ()
    kept: bool = False


Course = Generator[Question | Play | Done, Any, bool]


def starting(desk: Desk, loaded: Loaded) -> Course:
    """A routine that was named at the start: after what is open by then, and in place of it what is gone on with."""
    if desk.trouble and not (yield from _without_journal(desk)):
        return False
    resume = yield from opening(desk)
    return (yield from whole(desk, resumed(desk, resume) if resume else loaded, resume=resume))


def resumed(desk: Desk, resume: Resume) -> Loaded:
    """The routine of a session that is gone on with, its plan as it was then."""
    known = desk.open(resume.routine_id)
    if known:
        return replace(known, plan=resume.plan)
    card = Card(resume.title, "", (), resume.plan.load, (), (), "", "", "")
    return Loaded(Path(resume.routine_id), card, resume.plan)


def _without_journal(desk: Desk) -> Asking[bool]:
    """Whether to play although nothing can be kept."""
    options = (Option("enter", "Play without it; nothing is kept", "play"), Option("q", "Leave", "leave"))
    answer = yield Said("The journal cannot be used", "Before you begin", (desk.trouble,), options, back="leave")
    return bool(answer == "play")


def whole(desk: Desk, loaded: Loaded, *, rehearsal: bool = False, resume: Resume | None = None) -> Course:
    """One session; the result is whether its routine was finished. Without a journal nothing is asked."""
    decision: Decision | None = Decision(loaded)
    if resume:
        decision = Decision(loaded, _before_of(desk, resume))
    elif desk.journal:
        decision = yield from before(desk, loaded)
    if decision is None:
        return False
    played: Played = yield Play(decision.loaded, decision, resume)
    return (yield from _over(desk, decision, played, rehearsal=rehearsal))


def _over(desk: Desk, decision: Decision, played: Played, *, rehearsal: bool) -> Course:
    if desk.journal is None:
        yield Done(played.session, rehearsal)
        return played.session.finished
    if played.then is Then.COOL_DOWN and (cool_down := desk.open(COOL_DOWN)):
        before = decision.reading and replace(decision.reading, session=played.id)
        followed: Played = yield Play(cool_down, Decision(cool_down, before))
        during = (*played.during, *followed.during)
    else:
        during = played.during
    answered = yield from afterwards.after(desk, played.id, decision.reading, during)
    yield Done(
        played.session,
        rehearsal=False,
        before=decision.reading,
        after=answered.reading,
        advice=answered.advice,
        kept=played.id is not None,
    )
    return played.session.finished


def _before_of(desk: Desk, resume: Resume) -> Reading | None:
    found = [one for one in desk.readings() if one.session == resume.session and one.moment is Moment.BEFORE]
    return found[-1] if found else None
