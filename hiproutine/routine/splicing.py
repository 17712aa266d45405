"""A routine with the routines it includes written out: one list of steps or blocks, as if it had been copied by hand.

An included routine brings its steps with their cues and pauses. Where the outer one begins, and with which side, is the
outer one's to say. Pure: tables in and out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, TypeVar

from hiproutine.errors import Place
from hiproutine.plan.model import Kind, Plan
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.model import DOSES, Block, Defaults, Routine, Step

_PAUSES = ("set_rest", "switch", "transition")
_INCLUDING = {"include": None, "skip": None}
_BESIDE = frozenset({"include", "skip", "why", "source"})
"""Keys of a block that say nothing of how what it includes is done."""

LOADS = ("none", "low", "moderate", "high")
"""From the least to the most."""

T = TypeVar("T", Step, Block)


@dataclass(frozen=True, slots=True)
class Whole:
    """A routine that is sound, ready to be included: its steps say all that their places said before."""

    title: str
    steps: tuple[Step, ...]
    blocks: tuple[Block, ...]
    """Steps or blocks, as in a routine."""
    lengths: Mapping[int, dict[str, Fraction]] = field(default_factory=dict)
    """Of steps that share the time of a block, what would say how long each is; by what it is as an object."""
    load: str = "none"
    equipment: tuple[str, ...] = ()

    def without(self, left_out: Callable[[Step], bool]) -> Whole:
        """The same but for some steps, and for the blocks in which nothing is left. Of a block with a time, the other
        steps keep their lengths: it takes as much less."""
        steps, blocks = self._kept(self.steps, self.blocks, left_out, fixed=False)
        return replace(self, steps=steps, blocks=blocks, lengths={})

    @property
    def all_steps(self) -> Iterator[Step]:
        """Each step."""
        yield from self.steps
        yield from _steps_in(self.blocks)

    def _kept(
        self, steps: Iterable[Step], blocks: Iterable[Block], left_out: Callable[[Step], bool], *, fixed: bool
    ) -> tuple[tuple[Step, ...], tuple[Block, ...]]:
        kept = tuple(self._with_length(one) if fixed else one for one in steps if not left_out(one))
        inner = (self._block_without(block, left_out, fixed=fixed) for block in blocks)
        return kept, tuple(block for block in inner if block.steps or block.blocks)

    def _block_without(self, block: Block, left_out: Callable[[Step], bool], *, fixed: bool) -> Block:
        loses = block.time is not None and any(map(left_out, _steps_in((block,))))
        steps, blocks = self._kept(block.steps, block.blocks, left_out, fixed=fixed or loses)
        changed: dict[str, Any] = {"steps": steps, "blocks": blocks}
        return block.changed(changed | ({"time": None} if fixed or loses else {}))

    def _with_length(self, step: Step) -> Step:
        return step.changed(self.lengths[id(step)]) if id(step) in self.lengths else step


def _steps_in(blocks: Iterable[Block]) -> Iterator[Step]:
    for block in blocks:
        yield from block.steps
        yield from _steps_in(block.blocks)


def whole_of(routine: Routine, exercise: Callable[[str], Exercise], plan: Plan, places: tuple[Place, ...]) -> Whole:
    """A routine as it is to be included, from its plan and the places of its steps; what it includes is in it."""
    lengths: dict[int, dict[str, Fraction]] = {}
    seconds = {
        place: {str(one.dose): Fraction(one.seconds).limit_denominator(100_000) / (2 if one.alternating else 1)}
        for one, place in zip(plan.intervals, places, strict=True)
        if one.kind is Kind.WORK
    }

    def ready(step: Step, place: Place, pace: Fraction | None, *, timed: bool) -> Step:
        said = _paused(step, routine.defaults)
        lent = exercise(step.exercise) if step.exercise and step.dose() is None and not timed else None
        doses = {key: value for key in DOSES if lent and (value := getattr(lent, key)) is not None}
        made = said.changed(doses)
        if made.distance is not None and made.pace is None:
            made = made.changed({"pace": pace})
        if made.dose() is None:
            lengths[id(made)] = seconds[place]
        return made

    def block_ready(block: Block, place: Place, pace: Fraction | None, *, timed: bool) -> Block:
        timed, pace = timed or block.time is not None, block.pace or pace
        steps = tuple(ready(one, (*place, "steps", n), pace, timed=timed) for n, one in enumerate(block.steps))
        blocks = tuple(block_ready(one, (*place, "blocks", n), pace, timed=timed) for n, one in enumerate(block.blocks))
        return block.changed({"steps": steps, "blocks": blocks})

    pace = routine.defaults.pace
    steps = tuple(ready(one, ("steps", n), pace, timed=False) for n, one in enumerate(routine.steps))
    blocks = tuple(block_ready(one, ("blocks", n), pace, timed=False) for n, one in enumerate(routine.blocks))
    return Whole(routine.title, steps, blocks, lengths, routine.load, routine.equipment)


def with_needs(routine: Routine, included: Iterable[Whole]) -> Routine:
    """The routine with what it leaves unsaid and what it includes says: the highest load, and everything needed."""
    wholes = [*included]
    needs = {
        "load": max((routine.load, *(one.load for one in wholes)), key=LOADS.index),
        "equipment": tuple(dict.fromkeys(thing for one in wholes for thing in one.equipment)),
    }
    unsaid = {key: value for key, value in needs.items() if key not in routine.said}
    return routine.changed(unsaid) if wholes else routine


def _paused(step: Step, defaults: Defaults) -> Step:
    """The step with the pauses that hold where it stands."""
    return step.changed(
        {key: getattr(defaults, key) for key in _PAUSES if getattr(step, key) is None and _said(defaults, key)}
    )


def _said(defaults: Defaults, key: str) -> bool:
    return getattr(defaults, key) is not None


@dataclass(frozen=True, slots=True)
class Spliced:
    """A routine in which nothing is included any more."""

    routine: Routine
    origins: Mapping[Place, Place] = field(default_factory=dict)
    """Where each of its steps and blocks stands in the file; of what was included, where the name stands."""

    def origin(self, place: Place) -> Place:
        """Where something of it stands in the file."""
        for length in range(len(place), 0, -1):
            if (found := self.origins.get(place[:length])) is not None:
                return found if found[-1] == "include" else (*found, *place[length:])
        return place


def spliced(routine: Routine, included: Mapping[Place, Whole]) -> Spliced:
    """A routine with everything it includes, by the places of the tables that include it."""
    if not included:
        return Spliced(routine)
    return _Splicing(routine, included).run()


Placed = tuple[T, Place]
"""Something with the place where it stands in the file."""


class _Splicing:
    """Writes out one routine."""

    def __init__(self, routine: Routine, included: Mapping[Place, Whole]) -> None:
        self._routine, self._included = routine, included
        self._origin: dict[int, Place] = {}
        """By what each step and block is as an object, where it stands in the file."""
        self._kept: list[Step | Block] = []
        """All of them, so that no number is given twice."""

    def run(self) -> Spliced:
        """The whole."""
        routine, own = self._routine, self._routine.title
        steps, blocks = self._steps_or_blocks(routine.steps, ("steps",), own)
        for number, block in enumerate(routine.blocks):
            blocks += self._block(block, ("blocks", number))
        defaults = routine.defaults.changed({"transition": None})
        made = routine.changed({"steps": (*steps,), "blocks": (*blocks,), "defaults": defaults})
        return Spliced(made, dict(self._places(made.steps, made.blocks, ())))

    def _places(self, steps: tuple[Step, ...], blocks: tuple[Block, ...], at: Place) -> Iterator[tuple[Place, Place]]:
        """Where each of them stands now, and where it did."""
        for number, step in enumerate(steps):
            yield (*at, "steps", number), self._origin[id(step)]
        for number, block in enumerate(blocks):
            place = (*at, "blocks", number)
            if id(block) in self._origin:
                yield place, self._origin[id(block)]
            yield from self._places(block.steps, block.blocks, place)

    def _from(self, one: T, place: Place) -> T:
        """The same as an object of its own, which stood at a place."""
        made = one.changed()
        self._origin[id(made)] = place
        self._kept.append(made)
        return made

    def _own(self, step: Step, place: Place) -> Step:
        said = self._routine.defaults.transition
        step = step if step.transition is not None else step.changed({"transition": said})
        return self._from(step, place)

    def _blocks_from(self, blocks: Iterable[Block], place: Place) -> tuple[Block, ...]:
        """Included blocks with all that is in them."""
        made = []
        for block in blocks:
            steps = tuple(self._from(step, place) for step in block.steps)
            inner = {"steps": steps, "blocks": self._blocks_from(block.blocks, place)}
            made.append(self._from(block.changed(inner), place))
        return tuple(made)

    def _steps_or_blocks(self, steps: tuple[Step, ...], at: Place, title: str) -> tuple[list[Step], list[Block]]:
        """Steps with what is included among them; as blocks where something of that has blocks, own ones under a
        title."""
        wholes = [self._included.get((*at, number)) for number in range(len(steps))]
        in_blocks = any(whole and whole.blocks for whole in wholes)
        flat: list[Step] = []
        blocks: list[Block] = []
        for number, (step, whole) in enumerate(zip(steps, wholes, strict=True)):
            place = (*at, number)
            if whole is None:
                flat.append(self._own(step, place))
                continue
            if not in_blocks:
                flat += [self._from(one, (*place, "include")) for one in whole.steps]
                continue
            blocks += [Block(title=title, steps=tuple(flat))] if flat else []
            flat = []
            blocks += self._blocks_from(_as_blocks(whole), (*place, "include"))
        if not in_blocks:
            return flat, []
        return [], [*blocks, *([Block(title=title, steps=tuple(flat))] if flat else [])]

    def _block(self, block: Block, place: Place) -> tuple[Block, ...]:
        """A block with what is included in it, or what it includes."""
        whole = self._included.get(place)
        if whole is not None:
            at = (*place, "include")
            if whole.blocks and not block.said - _BESIDE:
                return self._blocks_from(whole.blocks, at)
            steps = tuple(self._from(step, at) for step in whole.steps)
            inner: dict[str, Any] = {"steps": steps, "blocks": self._blocks_from(whole.blocks, at)}
            title = block.title or whole.title
            return (self._from(block.changed({**_INCLUDING, **inner, "title": title}), place),)
        own, parts = self._steps_or_blocks(block.steps, (*place, "steps"), "")
        blocks = [*parts]
        for number, one in enumerate(block.blocks):
            blocks += self._block(one, (*place, "blocks", number))
        made = block.changed({"steps": tuple(own), "blocks": tuple(blocks)})
        return (self._from(made, place),)


def _as_blocks(whole: Whole) -> tuple[Block, ...]:
    return whole.blocks or (Block(title=whole.title, steps=whole.steps),)
