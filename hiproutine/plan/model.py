"""What will happen, second by second: a flat, frozen tuple of intervals. Data only; `layout` makes it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal

from hiproutine.plan.about import LATER, About
from hiproutine.plan.deferred import Deferred
from hiproutine.plan.open_rounds import (
    OpenRounds,
    Section,
    before_in,
    lead_in_of,
    rounds_around,
    sections_of,
    step_seconds_of,
)

THERAPIES = frozenset({"ice-pack", "heat-pack"})
"""The exercises that must not take longer than `THERAPY_SECONDS`, whatever the routine."""
THERAPY_SECONDS = 20 * 60.0
"""The most: 15 to 20 minutes (“7 Ways to Relieve Hip Pain After Running”), at most 20
(https://northlincsmskandpain.co.uk/self-management/sprains-strains)."""


class Kind(StrEnum):
    """What an interval is for."""

    READY = "ready"
    """The count-in, and every change to the next step."""
    WORK = "work"
    SWITCH = "switch"
    """From one side to the other."""
    REST = "rest"
    CONFIRM = "confirm"
    """A sentence to acknowledge; takes no time."""


class Side(StrEnum):
    """A side of the body."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True)
class PlannedCue:
    """Something said at a moment of an interval, its placeholders filled in."""

    at: float
    """Seconds from the interval's start."""
    say: str
    anchor: Literal["start", "end", "half"] = "start"
    """What the moment keeps its distance from when the interval is made longer or shorter."""

    def moment(self, planned: float, actual: float) -> float:
        """Seconds from the start, in an interval that was planned as long as `planned` and now takes `actual`."""
        if self.anchor == "end":
            return actual - (planned - self.at)
        return actual / 2 if self.anchor == "half" else self.at


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time with one thing to do."""

    index: int
    """Where in the plan, from 0."""
    kind: Kind
    start: float
    """Seconds from the beginning of the routine."""
    seconds: float
    """How long; of a self-paced interval, the estimate."""
    block: int
    """From 0; 0 in a routine without blocks."""
    block_title: str | None
    name: str
    """What to do; in a change, what comes; in a confirm, the sentence."""
    side: Side | None
    """In a change, the side that comes."""
    set: int
    sets: int
    round: int
    rounds: int
    step: int
    """Which step of the routine this belongs to, from 1, rests and confirms not counted."""
    dose: str | None
    """The key of the dose: hold, time, reps, open, distance, rest or confirm; None in changes."""
    reps: int | None
    """Repetitions, a side where there are sides."""
    tempo: tuple[int, ...] | None
    sides: str
    """How the step uses the sides: both, each, alternate, left or right."""
    self_paced: bool
    """Ends when the person says so."""
    cues: tuple[PlannedCue, ...]
    about: About
    reps_from: int | None = field(default=None, metadata=LATER)
    """Of a range of repetitions the lower end; `reps` is the upper one."""
    held: int | None = field(default=None, metadata=LATER)
    """Seconds that each repetition is held; they are in the tempo."""
    beats: tuple[str, ...] = field(default=(), metadata=LATER)
    """What each part of the tempo is called; empty where nothing else is said."""
    every: int | None = field(default=None, metadata=LATER)
    """Seconds from the beginning of its round to that of the next one, where rounds begin at fixed times."""
    begins: bool = field(default=False, metadata=LATER)
    """Whether the clock of such a round begins with it."""
    closes: bool = field(default=False, metadata=LATER)
    """Whether it is the rest until the next round begins, however long that is by then."""
    skips: bool = field(default=False, metadata=LATER)
    """Whether the next round waits for nobody: what is not done by then is left out."""

    metres: float | None = field(default=None, metadata=LATER)
    """How far, of a distance."""
    distance: str = field(default="", metadata=LATER)
    """The same as the person is told it: `400 m`, `0.25 mi`; empty where it is none."""
    open_rounds: OpenRounds | None = field(default=None, metadata=LATER)
    """The rounds without a number that it belongs to, which come again until their time is over."""
    lap: int = field(default=1, metadata=LATER)
    """Which of these rounds it is, while it is played; each stands in the plan once."""

    @property
    def further(self) -> str:
        """The distance, where the name does not say it already."""
        return "" if self.sets == 1 and self.distance in self.name else self.distance

    @property
    def waits(self) -> bool:
        """Whether only the person can end it."""
        return self.self_paced or self.kind is Kind.CONFIRM

    @property
    def longest(self) -> float | None:
        """Seconds it may take in all, made longer or begun again; None where nothing is set."""
        return THERAPY_SECONDS if self.kind is Kind.WORK and self.about.exercise in THERAPIES else None

    @property
    def alternating(self) -> bool:
        """Whether the sides take turns inside the interval."""
        return self.sides == "alternate" and self.kind is Kind.WORK

    @property
    def how_many(self) -> str:
        """The repetitions in figures: `10`, `8 to 12`; empty where none are counted."""
        if not self.reps:
            return ""
        return f"{self.reps_from} to {self.reps}" if self.reps_from else str(self.reps)

    @property
    def all_reps(self) -> int | None:
        """Repetitions in all: twice as many where the sides alternate."""
        return self.reps * 2 if self.reps and self.alternating else self.reps

    @property
    def all_least(self) -> int | None:
        """The lower end of a range of repetitions in all; None where it is none."""
        return self.reps_from * 2 if self.reps_from and self.alternating else self.reps_from


@dataclass(frozen=True)
class Plan(Deferred):
    """A routine laid out in time: its intervals in order, and what they add up to."""

    id: str
    title: str
    load: str
    seconds: float
    """The whole, with estimates for what is self-paced."""
    estimated: bool
    """Whether the whole holds an estimate."""
    intervals: tuple[Interval, ...]
    week: int = field(default=0, metadata=LATER)
    """Which week of a plan over weeks it is, from 1; 0 where it is none."""
    weeks: int = field(default=0, metadata=LATER)
    """How many weeks that plan has."""

    @property
    def titled(self) -> str:
        """The title, and the week where there are weeks: `Copenhagen plank, week 2 of 4`."""
        return f"{self.title}, week {self.week} of {self.weeks}" if self.week else self.title

    @cached_property
    def steps(self) -> int:
        """How many steps there are, each round's counted, rests not."""
        return max((interval.step for interval in self.intervals), default=0)

    @cached_property
    def step_seconds(self) -> tuple[float, ...]:
        """Seconds of each step with the changes, switches and rests that belong to it; open rounds as one."""
        return step_seconds_of(self.intervals, self.steps, self.sections.values())

    @cached_property
    def sections(self) -> dict[int, Section]:
        """Where the rounds without a number stand, by the number they have in the plan."""
        return sections_of(self.intervals)

    @cached_property
    def rounds_around(self) -> tuple[OpenRounds | None, ...]:
        """The open rounds of the block that each interval is in."""
        return rounds_around(self.intervals)

    def section_of(self, index: int) -> Section | None:
        """The rounds without a number that an interval belongs to."""
        rounds = self.intervals[index].open_rounds if 0 <= index < len(self.intervals) else None
        return self.sections[rounds.number] if rounds else None

    @cached_property
    def _starts(self) -> tuple[float, ...]:
        return tuple(interval.start for interval in self.intervals)

    def at(self, seconds: float) -> Interval:
        """The interval that plays at a moment of the plan."""
        return self.intervals[max(0, bisect_right(self._starts, seconds) - 1)]

    def after(self, index: int) -> float:
        """Planned seconds that follow an interval; of rounds without a number, what follows when they are over."""
        interval, section = self.intervals[index], self.section_of(index)
        if section:
            return max(0.0, self.seconds - section.start - section.seconds)
        return max(0.0, self.seconds - interval.start - interval.seconds)

    def next_work(self, index: int) -> Interval | None:
        """The first interval of work after one; after the last of rounds without a number, the first of them."""
        section = self.section_of(index)
        if section:
            order = (*range(index + 1, section.end), *range(section.first, index + 1))
            return next((self.intervals[at] for at in order if self.intervals[at].kind is Kind.WORK), None)
        return next((i for i in self.intervals[index + 1 :] if i.kind is Kind.WORK), None)

    def following(self, index: int) -> Interval | None:
        """The interval that is planned after one: after the end of open rounds, the beginning of the next of them."""
        section = self.section_of(index)
        after = section.first if section and index + 1 == section.end else index + 1
        return self.intervals[after] if after < len(self.intervals) else None

    def previous(self, interval: Interval) -> Interval | None:
        """The interval that is planned before one: of a later round without a number, the end of the one before."""
        section = self.section_of(interval.index)
        if section and interval.index == section.first and interval.lap > 1:
            return self.intervals[section.end - 1]
        return self.intervals[interval.index - 1] if interval.index else None

    def opens(self, index: int) -> Literal["block", "round"] | None:
        """Whether a new block or round begins with the work at `index`."""
        here = self.intervals[index]
        before = next((i for i in reversed(self.intervals[:index]) if i.kind is Kind.WORK), None)
        if here.kind is not Kind.WORK or before is None:
            return None
        if here.block != before.block:
            return "block"
        return "round" if here.round != before.round else None

    def next_round(self, index: int) -> int:
        """Where the next round begins, or what follows the rounds that begin at fixed times."""
        index += 1
        while index < len(self.intervals) and self.intervals[index].every and not self.intervals[index].begins:
            index += 1
        return index

    def into_round(self, index: int) -> float:
        """Planned seconds from the beginning of a round that begins at a fixed time to an interval of it."""
        first = index
        while first and self.intervals[first].every and not self.intervals[first].begins:
            first -= 1
        return self.intervals[index].start - self.intervals[first].start if index < len(self.intervals) else 0.0

    def before(self, index: int) -> int:
        """Where a person enters to do again what came before the work at `index`, or before the work it leads to."""
        return before_in(self.intervals, range(len(self.intervals)), index)

    def lead_in(self, index: int) -> int:
        """Where a person enters to do the work at `index`: at its change, switch or count-in, if it has one."""
        return lead_in_of(self.intervals, range(len(self.intervals)), index)


__all__ = [
    "LATER",
    "THERAPIES",
    "THERAPY_SECONDS",
    "About",
    "Interval",
    "Kind",
    "Plan",
    "PlannedCue",
    "Side",
]
