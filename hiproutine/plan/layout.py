"""Routine -> Plan: the rules of FORMAT, "How a plan is laid out". Knows every second and every cue; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hiproutine.errors import BadFile, Place, Problem
from hiproutine.plan.drafts import REST, Draft, Pass, written_out
from hiproutine.plan.model import Kind, Plan, Side
from hiproutine.plan.steps import Amounts, FullStep, complete
from hiproutine.wording import brief, count, tidy

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
        self.drafts: list[Draft] = []
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
                self._round(moves, Pass(), 1, Fraction(0))
            if sum(draft.seconds for draft in self.drafts) > MOST_SECONDS:
                raise _TooLong
        except _TooLong:
            message = f"the plan is longer than {MOST_INTERVALS:,} intervals or 24 hours"
            raise BadFile([Problem("plan-too-long", message, help="take out rounds, sets or steps")]) from None
        intervals, misplaced = written_out(self.drafts, self.step)
        self.problems |= misplaced
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
        of, share = Pass(number, block.title, block.rounds), Fraction(0)
        if block.time is not None:
            length = len(self.drafts)
            before = self.counted_in, self.last_work, self.step
            self._rounds(of, block, moves, share)
            share = self._share(number, block, moves, self.drafts[length:])
            del self.drafts[length:]
            self.counted_in, self.last_work, self.step = before
        self._rounds(of, block, moves, share)

    def _rounds(self, of: Pass, block: Block, moves: list[FullStep], share: Fraction) -> None:
        for turn in range(1, block.rounds + 1):
            if turn > 1 and block.round_rest:
                rest = Fraction(block.round_rest)
                self._add(Draft(Kind.REST, rest, REST, round=turn - 1, of=of, step=self.step + 1))
            self._round(moves, of, turn, share)

    def _share(self, number: int, block: Block, moves: list[FullStep], drafts: list[Draft]) -> Fraction:
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

    def _round(self, moves: list[FullStep], of: Pass, turn: int, share: Fraction) -> None:
        for move in moves:
            first = len(self.drafts)
            if move.confirms:
                self._add(Draft(Kind.CONFIRM, Fraction(0), move))
            elif move.rests:
                self._add(Draft(Kind.REST, Fraction(move.left.seconds[0]), move))
            else:
                self._change(move)
                self._sets(move, share)
                self.last_work = move
            for draft in self.drafts[first:]:
                draft.of, draft.round, draft.step = of, turn, self.step + 1
            self.step += move.works

    def _change(self, move: FullStep) -> None:
        """The count-in or change before a step, unless a rest stands there already."""
        if self.drafts and self.drafts[-1].kind is Kind.REST:
            self.counted_in = True
            return
        seconds = self._transition(move) if self.counted_in else self.defaults.get_ready
        self.counted_in = True
        self._add(Draft(Kind.READY, Fraction(seconds), move, self._sides(move)[0]))

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
                between = replace(REST, left=Amounts(move.sets))
                self._add(Draft(Kind.REST, set_rest, between, set=number - 1))
            sides = [side for side in self._sides(move) if number <= move.on(side).sets]
            for turn, side in enumerate(sides):
                if turn:
                    self._add(Draft(Kind.SWITCH, switch, move, side, number))
                self._add(Draft(Kind.WORK, move.work_seconds(share, side, number), move, side, number))

    def _add(self, draft: Draft) -> None:
        if draft.seconds or draft.kind in {Kind.CONFIRM, Kind.WORK}:
            if len(self.drafts) >= MOST_INTERVALS:
                raise _TooLong
            self.drafts.append(draft)
