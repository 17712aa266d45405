"""Sessions and runs that reacted, each with what was said of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hiproutine.advice.exertions import Exertion
from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.reactions import lasts, reaction, run_reacted
from hiproutine.advice.recovery.facts import Outing
from hiproutine.journal.records import SessionRecord


@dataclass(frozen=True, slots=True)
class Reaction:
    """A session or a run that reacted, by the rules of `advice.reactions`."""

    session: str
    date: date
    side: Side | None
    before: int | None
    """None where it was not asked."""
    after: int
    """The highest after it."""
    worst: int
    """The highest during and after it."""
    limp: bool = False
    lasting: bool = False
    """Whether it was still above before an hour later."""
    during_run: bool = False
    """Whether it is a run, or another activity, and what was told with it."""

    @property
    def words(self) -> str:
        """What was said: `2 of 10 before, 5 of 10 after`."""
        if self.during_run:
            return f"{self.worst} of 10 at worst"
        parts = [] if self.before is None else [f"{self.before} of 10 before"]
        parts.append(f"{self.after} of 10 after")
        if self.worst > self.after:
            parts.append(f"{self.worst} at worst")
        parts += ["a limp"] if self.limp else []
        parts += ["still up after an hour"] if self.lasting else []
        return ", ".join(parts)


def reactions(
    readings: Iterable[Reading], sessions: Iterable[SessionRecord] = (), outings: Iterable[Outing] = ()
) -> tuple[Reaction, ...]:
    """Sessions and runs that reacted, sessions by side, oldest first, as the judgement says it (`advice.reactions`).

    What asks nothing of the hip, such as ice, is no session that it can react to.
    """
    unloaded = {one.id for one in sessions if one.load == Load.NONE}
    by_session: dict[str, list[Reading]] = {}
    for reading in sorted(readings, key=lambda one: one.at):
        if reading.session is not None and reading.session not in unloaded:
            by_session.setdefault(reading.session, []).append(reading)
    found = [_reaction(said, side) for said in by_session.values() for side in _sides_after(said)]
    found += [_run_reaction(one) for one in outings if run_reacted(one)]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.date, one.session, one.side or "")))


def _run_reaction(one: Outing) -> Reaction:
    pain = one.pain or 0
    return Reaction(one.id, one.at.date(), None, None, pain, pain, during_run=True)


def _sides_after(readings: Sequence[Reading]) -> list[Side | None]:
    return list(dict.fromkeys(one.side for one in readings if one.moment is Moment.AFTER))


def _reaction(readings: Sequence[Reading], side: Side | None) -> Reaction | None:
    """What one session did to one side, if it reacted; `readings` in order of time."""
    after = [one for one in readings if one.moment is Moment.AFTER and one.side is side]
    before = _before([one for one in readings if one.moment is Moment.BEFORE], side)
    during = [one for one in readings if one.moment is Moment.DURING and _about(one.side, side)]
    highest = max(after, key=lambda one: one.score)
    last = after[-1]
    one = Exertion(
        str(highest.session), "", "", last.at, last.at.date(), Load.LOW, run=False,
        before=before, during=tuple(during), after=after[0], later=last,
    )  # fmt: skip
    still_up = lasts(one)
    if not still_up and not any(reaction(replace(one, after=each, later=None)) for each in after):
        return None
    return Reaction(
        session=str(highest.session),
        date=highest.at.date(),
        side=side,
        before=before.score if before else None,
        after=highest.score,
        worst=max([one.score for one in during] + [max(one.score, one.worst or 0) for one in after]),
        limp=any(one.limp for one in after),
        lasting=still_up,
    )


def _before(readings: Sequence[Reading], side: Side | None) -> Reading | None:
    """The highest before on the same side; where there is none, on what may be the same."""
    same = [one for one in readings if one.side is side] or [one for one in readings if _about(one.side, side)]
    return max(same, key=lambda one: one.score, default=None)


def _about(one: Side | None, other: Side | None) -> bool:
    """Whether two answers may be about the same side: both, or nothing said, may be either."""
    return one is other or {one, other} & {None, Side.BOTH} != set()
