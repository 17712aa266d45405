"""Routine -> Plan: the rules of FORMAT, "How a plan is laid out". Knows every second and every cue; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hiproutine.errors import BadFile, Place, Problem
from hiproutine.plan.blocks import Around, coming_again, rest_on_time, share_of
from hiproutine.plan.distances import AskMeasures, Measures
from hiproutine.plan.drafts import REST, Draft, Pass, starts_of, written_out
from hiproutine.plan.model import Kind, Plan, Side
from hiproutine.plan.open_rounds import OpenRounds
from hiproutine.plan.steps import Amounts, FullStep, complete
from hiproutine.wording import side_text

if TYPE_CHECKING:
    from hiproutine.routine.exercise import Exercise
    from hiproutine.routine.model import Block, Defaults, Routine, Step

MOST_INTERVALS = 5_000
MOST_SECONDS = 24 * 3600
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
    routine: Routine,
    exercise: Callable[[str], Exercise],
    routine_id: str,
    sorer: Side = Side.LEFT,
    measures: AskMeasures = Measures,
) -> tuple[Plan, tuple[Place, ...]]:
    """The plan, and the place of the step that each interval comes from; the rests between sets and rounds have none.

    `sorer` is the side that a routine begins with which begins with the sorer one; `measures` says in what the person
    is told distances, and how fast they run.

    Raises:
        BadFile: as `lay_out`.
    """
    layout = _Layout(routine, exercise, sorer, measures)
    return layout.plan(routine_id), tuple(draft.move.place for draft in layout.drafts)


@dataclass(frozen=True, slots=True)
class _Rounds:
    """What is the same in every round of a block."""

    place: Place
    block: Block
    moves: list[FullStep]
    of: Pass
    around: Around


class _Layout:
    """Lays one routine out, block by block."""

    def __init__(
        self, routine: Routine, exercise: Callable[[str], Exercise], sorer: Side, measures: AskMeasures
    ) -> None:
        self.routine = routine
        self.defaults: Defaults = routine.defaults
        self.exercise = exercise
        self.measures = measures
        self.first_side = sorer if self.defaults.first_side == "sorer" else Side(self.defaults.first_side)
        self.drafts: list[Draft] = []
        self.problems: dict[Place, Problem] = {}
        """What is wrong, each place said once."""
        self.counted_in = False
        self.switching = False
        """Whether the other side of a block begins, so that a switch takes the place of the next change."""
        self.on_time = False
        """Whether a round begins at a fixed time, with its work and no change before it."""
        self.last_work: FullStep | None = None
        self.sharing: list[FullStep] = []
        """The steps that share the time of the block that is laid out, each as often as it comes."""
        self.passes = 0
        """How many passes through blocks were begun so far."""
        self.sections = 0
        """How many times rounds without a number were laid out."""
        self.step = 0
        """How many steps with work were laid out so far."""

    def plan(self, routine_id: str) -> Plan:
        """The whole. Raises BadFile with every problem found."""
        blocks = self.routine.blocks
        try:
            if blocks:
                for number, block in enumerate(blocks):
                    self._block(("blocks", number), block, Around())
            else:
                steps = self.routine.steps
                moves = [self._move(("steps", i), step, Around()) for i, step in enumerate(steps)]
                self._round(moves, Pass(), 1, Fraction(0))
            if self.drafts and self.drafts[-1].closes and not self.drafts[-1].open_rounds:
                self.drafts.pop()  # nothing follows that it could lead to
            starts = starts_of(self.drafts)
            if starts[-1] > MOST_SECONDS:
                raise _TooLong
        except _TooLong:
            message = f"the plan is longer than {MOST_INTERVALS:,} intervals or 24 hours"
            raise BadFile([Problem("plan-too-long", message, help="take out rounds, sets or steps")]) from None
        intervals, misplaced = written_out(self.drafts, starts, self.step)
        self.problems |= misplaced
        if self.problems:
            raise BadFile(list(self.problems.values()))
        return Plan(
            id=routine_id,
            title=self.routine.title,
            load=self.routine.load,
            seconds=float(starts[-1]),
            estimated=any(rounds.finishes if (rounds := one.open_rounds) else one.self_paced for one in intervals),
            intervals=intervals,
        )

    def _move(self, place: Place, step: Step, around: Around) -> FullStep:
        exercise = self.exercise(step.exercise) if step.exercise else None
        move = complete(step, exercise, place, shares_time=around.shares)
        taken = (step.sides or (exercise.sides if exercise else None)) != "both"
        if move.dose == "distance":
            pace = step.pace or around.pace or self.defaults.pace
            measures = self.measures()
            move = replace(move, measures=measures._replace(pace=pace) if pace else measures)
        return replace(move, sides=str(around.side)) if around.side and move.works and taken else move

    def _block(self, place: Place, block: Block, around: Around) -> None:
        """A block with its rounds; of one with a time, after finding out what its steps share."""
        around = around.at_pace(block.pace)
        if block.time is not None:
            begin, before = len(self.drafts), self._state
            outer, self.sharing = self.sharing, []
            self._sides_of(place, block, around.sharing(Fraction(0)))
            around = around.sharing(self._share(place, block, self.drafts[begin:]))
            del self.drafts[begin:]
            self._state, self.sharing = before, []
            self._sides_of(place, block, around)
            self.sharing = outer
            return
        self._sides_of(place, block, around)

    @property
    def _state(self) -> tuple[bool, bool, FullStep | None, int, int]:
        """All that laying something out changes beside the drafts."""
        return self.counted_in, self.switching, self.last_work, self.step, self.passes

    @_state.setter
    def _state(self, state: tuple[bool, bool, FullStep | None, int, int]) -> None:
        self.counted_in, self.switching, self.last_work, self.step, self.passes = state

    def _sides_of(self, place: Place, block: Block, around: Around) -> None:
        """The block on one side and then on the other, or once."""
        if not block.sides:
            self._rounds(place, block, around.titled(block.title))
            return
        for side in (self.first_side, self.first_side.other):
            self.switching = side is not self.first_side
            self._rounds(place, block, around.titled(f"{block.title}, {side_text(side)}").on(side))

    def _rounds(self, place: Place, block: Block, around: Around) -> None:
        of = Pass(self.passes, around.title, block.rounds)
        self.passes += 1
        moves = [self._move((*place, "steps", i), step, around) for i, step in enumerate(block.steps)]
        rounds = _Rounds(place, block, moves, of, around)
        if block.keeps_on is not None:
            self._keep_on(rounds, block.keeps_on)
            return
        for turn in range(1, block.rounds + 1):
            self._turn(rounds, turn)

    def _keep_on(self, rounds: _Rounds, seconds: int) -> None:
        """Rounds until a time is over: one of them, and of the next one what leads to its first work."""
        self.sections += 1
        begin, step = len(self.drafts), self.step + 1
        self._turn(rounds, 1)
        end, after = len(self.drafts), self._state
        self._turn(rounds, 2)
        self._state = after
        of = OpenRounds(self.sections, seconds, rounds.block.last == "finish")
        wrong = coming_again(self.drafts, (begin, end), of, step, (*rounds.place, "for"))
        if wrong:
            self.problems[wrong.place] = wrong

    def _turn(self, rounds: _Rounds, turn: int) -> None:
        """One round of a block."""
        place, block, of, around = rounds.place, rounds.block, rounds.of, rounds.around
        begin = len(self.drafts)
        after_another = bool(self.drafts) and self.drafts[-1].every is not None and not self.drafts[-1].open_rounds
        self.on_time = block.every is not None and (turn > 1 or after_another)
        if turn > 1 and block.round_rest:
            last = self.drafts[-1]
            rest = Draft(Kind.REST, Fraction(block.round_rest), REST, step=self.step + 1)
            rest.of, rest.round = (last.of, last.round) if block.blocks else (of, turn - 1)
            self._add(rest)
        self._round(rounds.moves, of, turn, around.share)
        inside = around.in_round(turn, block.rounds)
        for number, inner in enumerate(block.blocks):
            self._block((*place, "blocks", number), inner, inside)
        if block.every is not None:
            late, at = block.late == "skip", (*place, "every")
            left, wrong = rest_on_time(block.every, self.drafts[begin:], at, skips=late)
            self.problems |= {wrong.place: wrong} if wrong else {}
            if left:
                self._add(left)

    def _share(self, place: Place, block: Block, drafts: list[Draft]) -> Fraction:
        share = share_of(block, drafts, self.sharing, (*place, "time"))
        if isinstance(share, Problem):
            self.problems[share.place] = share
            return Fraction(0)
        return share

    def _round(self, moves: list[FullStep], of: Pass, turn: int, share: Fraction) -> None:
        for move in moves:
            first = len(self.drafts)
            if move.dose is None:
                self.sharing.append(move)
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
        switching, self.switching = self.switching, False
        on_time, self.on_time = self.on_time, False
        counted_in, self.counted_in = self.counted_in, True
        rested = bool(self.drafts) and self.drafts[-1].kind is Kind.REST and not self.drafts[-1].open_rounds
        if on_time or rested:
            return
        side = self._sides(move)[0]
        if switching and side:
            switch = Fraction(move.switch if move.switch is not None else self.defaults.switch)
            self._add(Draft(Kind.SWITCH, switch, move, side))
            return
        seconds = self._transition(move) if counted_in else self.defaults.get_ready
        self._add(Draft(Kind.READY, Fraction(seconds), move, side))

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
        most = max(move.on(side).sets for side in self._sides(move))
        for number in range(1, most + 1):
            if number > 1:
                between = replace(REST, left=Amounts(most))
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
