"""A step with everything its exercise lends it: what the layout works with."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from hiproutine.errors import Place
from hiproutine.plan.distances import USUALLY, Distance, Measures
from hiproutine.plan.model import About
from hiproutine.plan.reps import Reps, Sided, as_tuple, middle_of, most_of, of_set, on_side

if TYPE_CHECKING:
    from hiproutine.routine.exercise import Exercise
    from hiproutine.routine.model import Lent, Step
    from hiproutine.routine.values import Cue

T = TypeVar("T")

INTO_HOLD, OUT_OF_HOLD = 1, 1
"""Seconds to come into a hold of every repetition, and out of it. Ours."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of a step there is on one side."""

    sets: int = 1
    seconds: tuple[int, ...] = ()
    """Of hold, time, open and rest, one a set or one for all; none for others."""
    reps: tuple[Reps, ...] = ()
    """One a set, or one for all."""
    held: tuple[int, ...] = ()
    """Seconds that each repetition is held, one a set or one for all; none where they are not held."""
    far: tuple[Distance, ...] = ()
    """Distances, one a set or one for all; none for others."""


@dataclass(frozen=True, slots=True)
class FullStep:
    """One step over its exercise, complete: what the layout works with."""

    place: Place
    """Where the step stands in its file."""
    name: str
    dose: str | None
    """The key of the dose; None shares the time of its block."""
    shared: str
    """What a share of the block's time is: hold or time."""
    left: Amounts
    right: Amounts
    """How much on each side; the same where nothing else is said."""
    own_tempo: tuple[int, ...] | None
    beats: tuple[str, ...]
    rep_time: int
    sides: str
    set_rest: int | None
    transition: int | None
    switch: int | None
    cues: tuple[Cue, ...]
    own_cues: bool
    """Whether the cues stand in the step itself, so that a misplaced one is the author's to mend."""
    about: About
    measures: Measures = USUALLY
    """In what its distance is said, and by which pace it is estimated."""

    @property
    def rests(self) -> bool:
        """Whether it is a break."""
        return self.dose == "rest"

    @property
    def confirms(self) -> bool:
        """Whether it only waits to be acknowledged."""
        return self.dose == "confirm"

    @property
    def works(self) -> bool:
        """Whether there is something to do."""
        return not (self.rests or self.confirms)

    @property
    def paced(self) -> bool:
        """Whether the person says when some of it is done."""
        counted = self.dose == "reps" and not self.own_tempo and not (self.left.held and self.right.held)
        return self.dose in {"open", "distance"} or counted

    @property
    def sets(self) -> int:
        """The sets of the side that has more of them."""
        return max(self.left.sets, self.right.sets)

    def on(self, side: str | None) -> Amounts:
        """How much there is on a side."""
        return self.right if side == "right" else self.left

    def tempo_in(self, side: str | None, number: int) -> tuple[int, ...] | None:
        """The beats of a set: the step's own, or those of repetitions that are held."""
        held = of_set(self.on(side).held, number)
        return (INTO_HOLD, held, OUT_OF_HOLD) if held else self.own_tempo

    @property
    def passes(self) -> int:
        """How many intervals of work there are: one a set, and a side."""
        return self.left.sets + self.right.sets if self.sides == "each" else self.sets

    def work_seconds(self, share: Fraction, side: str | None, number: int) -> Fraction:
        """Seconds of one interval of work; `share` is what a step without a dose gets for all of them."""
        if self.dose is None:
            return share / self.passes
        amounts = self.on(side)
        one_side = Fraction(of_set(amounts.seconds, number) or 0)
        if far := of_set(amounts.far, number):
            one_side = self.measures.seconds(far)
        if reps := of_set(amounts.reps, number):
            tempo = self.tempo_in(side, number)
            one_side = most_of(reps) * Fraction(sum(tempo)) if tempo else middle_of(reps) * self.rep_time
        return one_side * 2 if self.sides == "alternate" else one_side

    def cue_moments(self, seconds: float) -> list[tuple[Cue, float]]:
        """Each cue with its second in an interval so long; plain texts are spread evenly, the first at the start."""
        plain = sum(cue.anchor == "spread" for cue in self.cues)
        turns = iter(range(plain))

        def moment(cue: Cue) -> float:
            if cue.anchor == "spread":
                return seconds * next(turns) / plain
            if cue.anchor == "half":
                return seconds / 2
            return float(cue.seconds) if cue.anchor == "start" else seconds - cue.seconds

        return [(cue, moment(cue)) for cue in self.cues]


def first_said(own: T | None, lent: T | None, otherwise: T) -> T:
    """The first of some values that is not None."""
    return own if own is not None else lent if lent is not None else otherwise


def complete(step: Step, exercise: Exercise | None, place: Place, *, shares_time: bool) -> FullStep:
    """The step over its exercise: what it says itself replaces what the exercise says."""
    giver: Lent | Exercise = exercise if exercise and step.dose() is None and not shares_time else step
    dose = giver.dose()
    lent = exercise or step
    about = About(
        exercise=step.exercise or "",
        sentence=step.confirm or (exercise.confirm if exercise else None) or "",
        setup=first_said(step.setup, lent.setup, ""),
        safety=first_said(step.safety, lent.safety, ""),
        stop_if=first_said(step.stop_if, lent.stop_if, ""),
        why=first_said(step.why, lent.why, ""),
        source=first_said(step.source, lent.source, ""),
        easier=first_said(step.easier, lent.easier, ()),
        harder=first_said(step.harder, lent.harder, ()),
        avoid_if=first_said(step.avoid_if, lent.avoid_if, ()),
        position=first_said(step.position, lent.position, ""),
        equipment=first_said(step.equipment, lent.equipment, ()),
        weight=step.weight or "",
        band=step.band or "",
        effort=first_said(step.effort, lent.effort, None),
        say=first_said(step.say, lent.say if step.name is None else None, ""),
    )
    sides = "both" if dose in {"rest", "confirm"} else first_said(step.sides, lent.sides, "both")
    shared = "hold" if exercise and exercise.dose() == "hold" else "time"
    if sides == "alternate" and (dose or shared) == "hold":
        sides = "each"  # nothing alternates while it is held: once a side, with a switch
    left = _amounts(step, giver, dose, "left")
    sided = any(isinstance(one, Sided) for one in (getattr(giver, dose) if dose else None, giver.hold, step.sets))
    return FullStep(
        place=place,
        name=first_said(step.name, lent.name, "Rest" if dose == "rest" else about.sentence),
        dose=dose,
        shared=shared,
        left=left,
        right=_amounts(step, giver, dose, "right") if sided else left,
        own_tempo=step.tempo,
        beats=step.beats or (),
        rep_time=exercise.rep_time if exercise else 4,
        sides=sides,
        set_rest=step.set_rest,
        transition=step.transition,
        switch=step.switch,
        cues=first_said(step.cues, lent.cues, ()),
        own_cues=step.cues is not None,
        about=about,
    )


def _amounts(step: Step, giver: Lent | Exercise, dose: str | None, side: str) -> Amounts:
    """How much of a step there is on a side."""
    found = as_tuple(on_side(getattr(giver, dose), side)) if dose and dose != "confirm" else ()
    held = as_tuple(on_side(giver.hold, side)) if dose == "reps" and giver.hold is not None else ()
    sets = on_side(step.sets, side) or max(len(found), len(held), 1)
    if dose == "distance":
        return Amounts(sets, far=found)
    return Amounts(sets, () if dose == "reps" else found, found if dose == "reps" else (), held)
