"""A plan as the steps of a workout: by time, by repetitions, or open until the lap key. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from hiproutine.plan.amounts import sets_differ
from hiproutine.plan.effort import effort_text
from hiproutine.plan.loads import load_text
from hiproutine.plan.model import Interval, Kind, Plan, Side
from hiproutine.wording import brief, count, side_text
from hiproutine.workout.limits import NOTES, WORKOUT_NAME, shortened, step_name
from hiproutine.workout.open_rounds import by_estimate, remarks
from hiproutine.workout.profile import CARDIO, EXERCISES, RUNNING, SPORT_OF_KIND, Exercise, Sport
from hiproutine.workout.repeats import Repeat, folded


class End(Enum):
    """What ends a step."""

    TIME = "time"
    REPS = "reps"
    DISTANCE = "distance"
    LAP = "lap key"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a workout. Those that are to be the same are equal, so that they can be repeated."""

    name: str
    """With the side, as long as a watch shows."""
    title: str
    """The whole name, without the side."""
    side: Side | None
    end: End
    amount: int
    """Milliseconds, repetitions, or centimetres; of an open step 0."""
    seconds: float
    """How long; where only the person ends it, the estimate."""
    rests: bool
    """Whether it is a rest, a change or something to read."""
    notes: str
    exercise: Exercise | None = None
    least: int | None = None
    """Of a range of repetitions the lower end."""


@dataclass(frozen=True, slots=True)
class Workout:
    """A workout as it is written: steps, and repeats of those that stand before them."""

    name: str
    title: str
    sport: Sport
    steps: tuple[Step | Repeat, ...]
    seconds: float
    estimated: bool
    """Whether the whole holds a step that only the person ends."""
    remarks: tuple[str, ...] = ()
    """What a watch does otherwise than the routine says, a sentence each."""


def _name(plan: Plan) -> str:
    """The title and the week, as far as there is room; the title gives way."""
    week = f", week {plan.week}" if plan.week else ""
    return f"{shortened(plan.title, WORKOUT_NAME.most - len(week))}{week}"


def workout_of(plan: Plan, kind: Callable[[str], str | None], *, unrolled: bool = False) -> Workout:
    """The workout of a plan. `kind` gives the kind of an exercise by its id; `unrolled` writes no repeats."""
    sport = _sport(plan, kind)
    uneven = _uneven(plan)
    done = [_told(plan, one, _step(plan, one, sport, numbered=_of(one) in uneven)) for one in by_estimate(plan)]
    steps = _with_own_titles(done)
    return Workout(
        name=_name(plan),
        title=plan.titled,
        sport=sport,
        steps=tuple(steps) if unrolled else folded(steps),
        seconds=plan.seconds,
        estimated=any(one.waits for one in plan.intervals),
        remarks=remarks(plan),
    )


def _told(plan: Plan, interval: Interval, step: Step) -> Step:
    """The first step of rounds until a time is over says so, because a watch counts no time for several steps."""
    section = plan.section_of(interval.index)
    if section is None or section.first != interval.index:
        return step
    return replace(step, notes=shortened(f"Rounds for {brief(section.seconds)} in all. {step.notes}", NOTES.most))


def _sport(plan: Plan, kind: Callable[[str], str | None]) -> Sport:
    """Running where all of it is; else by what most of the time of work goes to, in which a run is cardio."""
    times: Counter[Sport] = Counter()
    for one in plan.intervals:
        if one.kind is Kind.WORK:
            found = kind(one.about.exercise) if one.about.exercise else "running" if one.metres else None
            times[SPORT_OF_KIND.get(found or "", CARDIO)] += round(one.seconds * 1000)
    if set(times) == {RUNNING}:
        return RUNNING
    times[CARDIO] += times.pop(RUNNING, 0)
    return max(times, key=lambda sport: times[sport])


def _of(interval: Interval) -> tuple[int, Side | None]:
    return interval.step, interval.side


def _uneven(plan: Plan) -> set[tuple[int, Side | None]]:
    """The steps, a side each, whose sets differ, so that no watch counts them as repeats."""
    sets: dict[tuple[int, Side | None], list[Interval]] = {}
    for one in plan.intervals:
        if one.kind is Kind.WORK:
            sets.setdefault(_of(one), []).append(one)
    return {key for key, found in sets.items() if sets_differ(found)}


def _step(plan: Plan, interval: Interval, sport: Sport, *, numbered: bool) -> Step:
    if interval.kind is Kind.WORK:
        return _work(interval, sport, numbered=numbered)
    if interval.kind is Kind.CONFIRM:
        notes = shortened(interval.about.sentence or interval.name, NOTES.most)
        return Step("Check", "Check", None, End.LAP, 0, 0.0, rests=True, notes=notes)
    name = {Kind.READY: "Get ready", Kind.SWITCH: "Switch sides"}.get(interval.kind, "Rest")
    if interval.kind is Kind.REST and interval.dose:
        name = step_name(interval.name, None)
    milliseconds = round(interval.seconds * 1000)
    notes = shortened(_coming(plan, interval), NOTES.most)
    return Step(name, name, None, End.TIME, milliseconds, interval.seconds, rests=True, notes=notes)


def _work(interval: Interval, sport: Sport, *, numbered: bool) -> Step:
    end, amount = End.TIME, round(interval.seconds * 1000)
    if interval.waits:
        end, amount = (End.REPS, interval.all_reps) if interval.all_reps else (End.LAP, 0)
        if interval.metres:
            end, amount = End.DISTANCE, round(interval.metres * 100)
    return Step(
        name=step_name(interval.name, interval.side),
        title=interval.name,
        side=interval.side,
        end=end,
        amount=amount,
        seconds=interval.seconds,
        rests=False,
        notes=shortened(
            " ".join([*_dose(interval, numbered=numbered), interval.about.setup, interval.about.safety]), NOTES.most
        ),
        exercise=None if sport is RUNNING else EXERCISES.get(interval.about.exercise),
        least=interval.all_least if end is End.REPS else None,
    )


def _dose(interval: Interval, *, numbered: bool) -> list[str]:
    """The side, how often, the tempo and the sets, a sentence each.

    Which set it is is left to the watch's count, but where the sets differ and are `numbered`.
    """
    said = [f"{side_text(interval.side).capitalize()}."] if interval.side else []
    if interval.reps:
        often = f"{interval.how_many} times" if interval.reps > 1 else "Once"
        held = f", held {brief(interval.held)}" if interval.held else ""
        said.append(f"{often}{' a side' if interval.alternating else ''}{held}.")
    if interval.tempo and not interval.held:
        said.append(f"Tempo {'-'.join(map(str, interval.tempo))}.")
    if interval.further:
        said.append(f"{interval.further[:1].upper()}{interval.further[1:]}.")
    if interval.dose == "open":
        said.append("At your pace.")
    if load := load_text(interval.about):
        said.append(f"{load[:1].upper()}{load[1:]}.")
    if effort := effort_text(interval.about.effort):
        said.append(f"{effort.capitalize()}.")
    if interval.sets > 1:
        of_sets = f"Set {interval.set} of {interval.sets}" if numbered else count(interval.sets, "set")
        said.append(f"{of_sets}.")
    return said


def _coming(plan: Plan, interval: Interval) -> str:
    """What follows a rest or a change, and before a change how to get into it."""
    comes = plan.next_work(interval.index)
    if comes is None:
        return ""
    words = ", ".join(word for word in (comes.name, side_text(comes.side)) if word)
    setup = interval.about.setup if interval.kind is Kind.READY else ""
    return f"Next: {words}. {setup}".strip()


def _with_own_titles(steps: list[Step]) -> list[Step]:
    """A known exercise has one title in a workout: a step of another name goes without the exercise's numbers."""
    titles: dict[Exercise, str] = {}
    found = []
    for step in steps:
        own = step.exercise is None or titles.setdefault(step.exercise, step.title) == step.title
        found.append(step if own else replace(step, exercise=None))
    return found


__all__ = ["End", "Repeat", "Step", "Workout", "workout_of"]
