"""Routine -> Plan: the rules of FORMAT, "How a plan is laid out". Knows every second and every cue; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from hiproutine.errors import BadFile, Place, Problem
from hiproutine.plan.model import About, Interval, Kind, Plan, PlannedCue, Side
from hiproutine.plan.reps import least_of, most_of, of_set
from hiproutine.plan.steps import Amounts, FullStep, complete
from hiproutine.wording import brief, count, fill, shown_seconds, side_text, tidy

if TYPE_CHECKING:
    from hiproutine.routine.model import Block, Defaults, Exercise, Routine

MOST_INTERVALS = 5_000
MOST_SECONDS = 24 * 3600
LEAST_SHARE = 5
"""Seconds a side that a step sharing a block's time gets at least (FORMAT, Block)."""
CHANGE = 5
"""Seconds between two steps: long enough to read and move (stretchly's issue 1219)."""
LONG_CHANGE = 10
"""Seconds between two steps where position or equipment changes."""


@dataclass(slots=True)
class _Draft:
    """An interval before it has its place in time."""

    kind: Kind
    seconds: Fraction
    move: FullStep
    side: Side | None = None
    set: int = 1
    round: int = 1
    block: int = 0
    step: int = 1


class _TooLong(Exception):
    pass


def lay_out(routine: Routine, exercise: Callable[[str], Exercise], routine_id: str) -> Plan:
    """The plan of a routine whose tables are sound.

    Raises:
        BadFile: `block-time`, `bad-cue` outside its step, or `plan-too-long`, with places in the routine.
    """
    return lay_out_placed(routine, exercise, routine_id)[0]


def lay_out_placed(
    routine: Routine, exercise: Callable[[str], Exercise], routine_id: str, sorer: Side = Side.LEFT
) -> tuple[Plan, tuple[Place, ...]]:
    """The plan, and the place of the step that each interval comes from; the rests between sets and rounds have none.

    `sorer` is the side that a routine begins with which begins with the sorer one.

    Raises:
        BadFile: as `lay_out`.
    """
    layout = _Layout(routine, exercise, sorer)
    return layout.plan(routine_id), tuple(draft.move.place for draft in layout.drafts)


class _Layout:
    """Lays one routine out, block by block."""

    def __init__(self, routine: Routine, exercise: Callable[[str], Exercise], sorer: Side) -> None:
        self.routine = routine
        self.defaults: Defaults = routine.defaults
        self.exercise = exercise
        self.first_side = sorer if self.defaults.first_side == "sorer" else Side(self.defaults.first_side)
        self.drafts: list[_Draft] = []
        self.problems: dict[Place, Problem] = {}
        """What is wrong, each place said once."""
        self.counted_in = False
        self.last_work: FullStep | None = None
        self.step = 0
        """How many steps with work were laid out so far."""

    def plan(self, routine_id: str) -> Plan:
        """The whole. Raises BadFile with every problem found."""
        blocks = self.routine.blocks
        try:
            if blocks:
                for number, block in enumerate(blocks):
                    self._block(number, block)
            else:
                moves = [self._move(("steps", i), shares=False) for i in range(len(self.routine.steps))]
                self._round(moves, 0, 1, Fraction(0))
            if sum(draft.seconds for draft in self.drafts) > MOST_SECONDS:
                raise _TooLong
        except _TooLong:
            message = f"the plan is longer than {MOST_INTERVALS:,} intervals or 24 hours"
            raise BadFile([Problem("plan-too-long", message, help="take out rounds, sets or steps")]) from None
        intervals = self._intervals()
        if self.problems:
            raise BadFile(list(self.problems.values()))
        return Plan(
            id=routine_id,
            title=self.routine.title,
            load=self.routine.load,
            seconds=float(sum(draft.seconds for draft in self.drafts)),
            estimated=any(interval.self_paced for interval in intervals),
            intervals=intervals,
        )

    def _move(self, place: Place, *, shares: bool) -> FullStep:
        table = self.routine.blocks[int(place[1])] if place[0] == "blocks" else self.routine
        step = table.steps[int(place[-1])]
        return complete(step, self.exercise(step.exercise) if step.exercise else None, place, shares_time=shares)

    def _block(self, number: int, block: Block) -> None:
        moves = [self._move(("blocks", number, "steps", i), shares=bool(block.time)) for i in range(len(block.steps))]
        share = Fraction(0)
        if block.time is not None:
            length = len(self.drafts)
            before = self.counted_in, self.last_work, self.step
            self._rounds(number, block, moves, share)
            share = self._share(number, block, moves, self.drafts[length:])
            del self.drafts[length:]
            self.counted_in, self.last_work, self.step = before
        self._rounds(number, block, moves, share)

    def _rounds(self, number: int, block: Block, moves: list[FullStep], share: Fraction) -> None:
        for turn in range(1, block.rounds + 1):
            if turn > 1 and block.round_rest:
                rest = Fraction(block.round_rest)
                self._add(_Draft(Kind.REST, rest, _REST, round=turn - 1, block=number, step=self.step + 1))
            self._round(moves, number, turn, share)

    def _share(self, number: int, block: Block, moves: list[FullStep], drafts: list[_Draft]) -> Fraction:
        """What each step without a dose gets of the block's time, having said what is wrong with the sum."""
        assert block.time is not None  # noqa: S101
        first = next((draft for draft in drafts if draft.kind is not Kind.CONFIRM), None)
        leading = first.seconds if first and first.kind is Kind.READY else Fraction(0)
        taken = sum((draft.seconds for draft in drafts), Fraction(0)) - leading
        left = block.time - taken
        sharing = [move for move in moves if move.dose is None]
        sum_text = f"{block.time} s less {tidy(float(taken))} s for doses, changes, switches and rests"
        place: Place = ("blocks", number, "time")
        if not sharing:
            if left:
                message = f"the block is to take {brief(block.time)}, but its steps take {brief(float(taken))}"
                cure = "leave the dose out of a step that may fill the rest, or take “time” out"
                self.problems[place] = Problem("block-time", message, place, cure)
            return Fraction(0)
        share = left / (len(sharing) * block.rounds)
        least = min(share / (move.passes * (2 if move.sides == "alternate" else 1)) for move in sharing)
        if least < LEAST_SHARE:
            message = (
                f"{sum_text} leaves {tidy(float(left))} s for {count(len(sharing) * block.rounds, 'step')}: "
                f"{tidy(float(least))} s a side, and {LEAST_SHARE} s is the least"
            )
            cure = "give the block more time, or fewer steps"
            self.problems[place] = Problem("block-time", message, place, cure)
            return Fraction(0)
        return share

    def _round(self, moves: list[FullStep], block: int, turn: int, share: Fraction) -> None:
        for move in moves:
            first = len(self.drafts)
            if move.confirms:
                self._add(_Draft(Kind.CONFIRM, Fraction(0), move))
            elif move.rests:
                self._add(_Draft(Kind.REST, Fraction(move.left.seconds[0]), move))
            else:
                self._change(move)
                self._sets(move, share)
                self.last_work = move
            for draft in self.drafts[first:]:
                draft.block, draft.round, draft.step = block, turn, self.step + 1
            self.step += move.works

    def _change(self, move: FullStep) -> None:
        """The count-in or change before a step, unless a rest stands there already."""
        if self.drafts and self.drafts[-1].kind is Kind.REST:
            self.counted_in = True
            return
        seconds = self._transition(move) if self.counted_in else self.defaults.get_ready
        self.counted_in = True
        self._add(_Draft(Kind.READY, Fraction(seconds), move, self._sides(move)[0]))

    def _transition(self, move: FullStep) -> int:
        if move.transition is not None:
            return move.transition
        if self.defaults.transition is not None:
            return self.defaults.transition
        before, now = (self.last_work or move).about, move.about
        moves_over = bool(before.position and now.position and before.position != now.position)
        return LONG_CHANGE if moves_over or set(before.equipment) != set(now.equipment) else CHANGE

    def _sides(self, move: FullStep) -> tuple[Side | None, ...]:
        if move.sides == "each":
            return self.first_side, self.first_side.other
        return (Side(move.sides),) if move.sides in {"left", "right"} else (None,)

    def _sets(self, move: FullStep, share: Fraction) -> None:
        switch = Fraction(move.switch if move.switch is not None else self.defaults.switch)
        set_rest = Fraction(move.set_rest if move.set_rest is not None else self.defaults.set_rest)
        for number in range(1, move.sets + 1):
            if number > 1:
                between = replace(_REST, left=Amounts(move.sets))
                self._add(_Draft(Kind.REST, set_rest, between, set=number - 1))
            sides = [side for side in self._sides(move) if number <= move.on(side).sets]
            for turn, side in enumerate(sides):
                if turn:
                    self._add(_Draft(Kind.SWITCH, switch, move, side, number))
                self._add(_Draft(Kind.WORK, move.work_seconds(share, side, number), move, side, number))

    def _add(self, draft: _Draft) -> None:
        if draft.seconds or draft.kind in {Kind.CONFIRM, Kind.WORK}:
            if len(self.drafts) >= MOST_INTERVALS:
                raise _TooLong
            self.drafts.append(draft)

    def _intervals(self) -> tuple[Interval, ...]:
        """The drafts with their starts, numbers and cues."""
        starts = accumulate((draft.seconds for draft in self.drafts), initial=Fraction(0))
        following = self._following_names()
        return tuple(
            self._interval(index, draft, start, following[index])
            for index, (draft, start) in enumerate(zip(self.drafts, starts, strict=False))
        )

    def _following_names(self) -> list[str]:
        """What `{next}` says in each draft: the next work, with its side."""
        names, upcoming = [], "the end"
        for draft in reversed(self.drafts):
            names.append(upcoming)
            if draft.kind is Kind.WORK:
                side = side_text(draft.side)
                upcoming = f"{draft.move.name}, {side}" if side else draft.move.name
        return names[::-1]

    def _interval(self, index: int, draft: _Draft, start: Fraction, following: str) -> Interval:
        move, works = draft.move, draft.kind is Kind.WORK
        plays = works or move.dose == draft.kind.value
        block = self.routine.blocks[draft.block] if self.routine.blocks else None
        seconds = float(draft.seconds)
        values = {
            "name": move.name,
            "side": str(draft.side or ("each" if move.sides == "alternate" else "both")),
            "seconds": str(shown_seconds(seconds)),
            "next": following,
        }
        dose = (move.dose or move.shared) if plays else None
        amounts = move.on(draft.side)
        reps = of_set(amounts.reps, draft.set) if works else None
        tempo = move.tempo_in(draft.side, draft.set) if works and reps else None
        return Interval(
            index=index,
            kind=draft.kind,
            start=float(start),
            seconds=seconds,
            block=draft.block,
            block_title=block.title if block else None,
            name=move.name,
            side=draft.side,
            set=draft.set,
            sets=amounts.sets,
            round=draft.round,
            rounds=block.rounds if block else 1,
            step=max(1, min(draft.step, self.step)),
            dose=dose,
            reps=most_of(reps) if reps else None,
            tempo=tempo,
            sides=move.sides,
            self_paced=works and (dose == "open" or (dose == "reps" and not tempo)),
            cues=self._cues(move, seconds, values) if plays else (),
            about=move.about,
            reps_from=least_of(reps),
            held=of_set(amounts.held, draft.set) if works else None,
        )

    def _cues(self, move: FullStep, seconds: float, values: dict[str, str]) -> tuple[PlannedCue, ...]:
        planned = []
        for number, (cue, at) in enumerate(move.cue_moments(seconds)):
            if at and cue.anchor in {"start", "end"} and not 0 <= at < seconds:
                self._misplaced(move, number, seconds)
                continue
            planned.append(PlannedCue(at, fill(cue.say, values), "start" if cue.anchor == "spread" else cue.anchor))
        return tuple(sorted(planned, key=lambda cue: cue.at))

    def _misplaced(self, move: FullStep, number: int, seconds: float) -> None:
        """A cue outside its step is the author's to mend if it stands in the step; an exercise's is left out."""
        place = (*move.place, "cues", number, "at")
        no_share = move.dose is None and not seconds  # has been said as the block's problem
        if move.own_cues and not no_share:
            message = f"the cue is outside its step, which takes {brief(seconds)}"
            self.problems[place] = Problem("bad-cue", message, place, 'use "half", or a moment inside the step')


_REST = FullStep(
    place=(), name="Rest", dose=None, shared="time", left=Amounts(), right=Amounts(), own_tempo=None,
    rep_time=4, sides="both",
    set_rest=None, transition=None, switch=None, cues=(), own_cues=False, about=About(),
)  # fmt: skip
