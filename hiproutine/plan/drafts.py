"""Intervals before they have their place in time, and the intervals that become of them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from hiproutine.errors import Place, Problem
from hiproutine.plan.model import About, Interval, Kind, PlannedCue, Side
from hiproutine.plan.open_rounds import OpenRounds
from hiproutine.plan.reps import least_of, most_of, of_set
from hiproutine.plan.steps import Amounts, FullStep
from hiproutine.wording import brief, fill, shown_seconds, side_text


@dataclass(frozen=True, slots=True)
class Pass:
    """One going through the rounds of a block."""

    number: int = 0
    """Which of the routine, from 0."""
    title: str | None = None
    """What is shown above it; None in a routine without blocks."""
    rounds: int = 1


@dataclass(slots=True)
class Draft:
    """An interval before it has its place in time."""

    kind: Kind
    seconds: Fraction
    move: FullStep
    side: Side | None = None
    set: int = 1
    round: int = 1
    of: Pass = Pass()
    step: int = 1
    every: int | None = None
    begins: bool = False
    closes: bool = False
    skips: bool = False
    open_rounds: OpenRounds | None = None
    coming: Fraction = Fraction(0)
    """Seconds that rounds without a number take after their first one; of its last draft alone."""

    @property
    def taken(self) -> Fraction:
        """Seconds of the plan."""
        return self.seconds + self.coming if self.coming else self.seconds


def starts_of(drafts: Sequence[Draft]) -> list[Fraction]:
    """Seconds from the beginning to each draft, and to the end of the last."""
    return list(accumulate((draft.taken for draft in drafts), initial=Fraction(0)))


def written_out(
    drafts: Sequence[Draft], starts: Sequence[Fraction], steps: int
) -> tuple[tuple[Interval, ...], dict[Place, Problem]]:
    """The drafts with their starts, numbers and cues, of so many steps; and what is wrong with the cues."""
    problems: dict[Place, Problem] = {}
    following = _following_names(drafts)
    intervals = tuple(
        _interval((index, steps), draft, start, following[index], problems)
        for index, (draft, start) in enumerate(zip(drafts, starts, strict=False))
    )
    return intervals, problems


def _following_names(drafts: Sequence[Draft]) -> list[str]:
    """What `{next}` says in each draft: the next work, with its side."""
    names, upcoming, rounds = [], "the end", None
    again = {draft.open_rounds: _called(draft) for draft in reversed(drafts) if draft.kind is Kind.WORK}
    for draft in reversed(drafts):
        if draft.open_rounds != rounds:
            rounds = draft.open_rounds
            upcoming = again.get(rounds, upcoming) if rounds else upcoming
        names.append(upcoming)
        if draft.kind is Kind.WORK:
            upcoming = _called(draft)
    return names[::-1]


def _called(draft: Draft) -> str:
    side = side_text(draft.side)
    return f"{draft.move.name}, {side}" if side else draft.move.name


def _interval(
    number: tuple[int, int], draft: Draft, start: Fraction, following: str, problems: dict[Place, Problem]
) -> Interval:
    index, steps = number
    move, works = draft.move, draft.kind is Kind.WORK
    plays = works or move.dose == draft.kind.value
    seconds = float(draft.seconds)
    dose = (move.dose or move.shared) if plays else None
    amounts = move.on(draft.side)
    reps = of_set(amounts.reps, draft.set) if works else None
    tempo = move.tempo_in(draft.side, draft.set) if works and reps else None
    far = of_set(amounts.far, draft.set) if works else None
    return Interval(
        index=index,
        kind=draft.kind,
        start=float(start),
        seconds=seconds,
        block=draft.of.number,
        block_title=draft.of.title,
        name=move.name,
        side=draft.side,
        set=draft.set,
        sets=amounts.sets,
        round=draft.round,
        rounds=draft.of.rounds,
        step=max(1, min(draft.step, steps)),
        dose=dose,
        reps=most_of(reps) if reps else None,
        tempo=tempo,
        sides=move.sides,
        self_paced=works and (dose in {"open", "distance"} or (dose == "reps" and not tempo)),
        cues=_cues(draft, seconds, following, problems) if plays and move.cues else (),
        about=move.about,
        reps_from=least_of(reps),
        held=of_set(amounts.held, draft.set) if works else None,
        beats=move.beats if tempo else (),
        every=draft.every,
        begins=draft.begins,
        closes=draft.closes,
        skips=draft.skips,
        metres=float(far.metres) if far else None,
        distance=move.measures.said(far) if far else "",
        open_rounds=draft.open_rounds,
    )


def _cues(draft: Draft, seconds: float, following: str, problems: dict[Place, Problem]) -> tuple[PlannedCue, ...]:
    move, planned = draft.move, []
    values = {
        "name": move.name,
        "side": str(draft.side or ("each" if move.sides == "alternate" else "both")),
        "seconds": str(shown_seconds(seconds)),
        "next": following,
    }
    for number, (cue, at) in enumerate(move.cue_moments(seconds)):
        if at and cue.anchor in {"start", "end"} and not 0 <= at < seconds:
            _misplaced(move, number, seconds, problems)
            continue
        planned.append(PlannedCue(at, fill(cue.say, values), "start" if cue.anchor == "spread" else cue.anchor))
    return tuple(sorted(planned, key=lambda cue: cue.at))


def _misplaced(move: FullStep, number: int, seconds: float, problems: dict[Place, Problem]) -> None:
    """A cue outside its step is the author's to mend if it stands in the step; an exercise's is left out."""
    place = (*move.place, "cues", number, "at")
    no_share = move.dose is None and not seconds  # has been said as the block's problem
    if move.own_cues and not no_share:
        message = f"the cue is outside its step, which takes {brief(seconds)}"
        problems[place] = Problem("bad-cue", message, place, 'use "half", or a moment inside the step')


REST = FullStep(
    place=(), name="Rest", dose=None, shared="time", left=Amounts(), right=Amounts(), own_tempo=None, beats=(),
    rep_time=4, sides="both",
    set_rest=None, transition=None, switch=None, cues=(), own_cues=False, about=About(),
)  # fmt: skip
