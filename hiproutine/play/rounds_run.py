"""How far rounds without a number have come while they are played: which one it is, how much of their time is over, and
what of them was done. No clock; moments and ends of intervals come in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.plan.open_rounds import Section, before_in, in_laps
from hiproutine.play.events import Outcome
from hiproutine.play.work_done import ENOUGH

DUST = 1e-6
"""Seconds that arithmetic may lose."""


@dataclass(frozen=True, slots=True)
class RoundsDone:
    """What was done of rounds without a number."""

    title: str
    """What the block is called."""
    rounds: int
    """Whole ones."""
    steps: int
    """Steps of those that are not whole."""


@dataclass(slots=True)
class _Run:
    """One section while it is played."""

    lap: int = 1
    spent: float = 0.0
    """Seconds that were played of it."""
    began: float = 0.0
    """What was spent when this round began."""


class RoundsRun:
    """Every section of one playing of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._runs: dict[int, _Run] = defaultdict(_Run)
        self._done: dict[int, set[tuple[int, int]]] = defaultdict(set)
        """Of each section the work that was done, by round and index."""
        self._last = 0
        """What was followed last."""

    def lap(self, index: int) -> int:
        """Which round it is, from 1, of the section that an interval belongs to; 1 outside."""
        section = self._plan.section_of(index)
        return self._runs[section.number].lap if section else 1

    def left(self, section: Section) -> float:
        """Seconds until its time is over."""
        return max(0.0, section.seconds - self._runs[section.number].spent)

    def spent(self, section: Section) -> float:
        """Seconds that were played of it, not more than it has."""
        return min(section.seconds, self._runs[section.number].spent)

    def is_over(self, section: Section) -> bool:
        """Whether its time is."""
        return self.left(section) <= DUST

    def enter(self, before: int, index: int) -> None:
        """An interval begins after another one. A section whose time is over begins anew where one comes back to it."""
        section = self._plan.section_of(index)
        if section and not section.first <= before < section.end and self.is_over(section):
            self._runs[section.number] = _Run()

    def go_on(self, index: int, lap: int, seconds: float = 0.0) -> None:
        """Playing goes on at an interval of this round of its section, of which so many seconds are to come again."""
        self.enter(self._last, index)
        if section := self._plan.section_of(index):
            run = self._runs[section.number]
            run.lap, run.spent = lap, run.spent + seconds

    def ended(self, interval: Interval, seconds: float, outcome: Outcome) -> None:
        """So many seconds of an interval were played, and it ended so."""
        section = self._plan.section_of(interval.index)
        if not section:
            return
        run = self._runs[section.number]
        run.spent += seconds
        if interval.kind is Kind.WORK and _is_done(self._plan.intervals[interval.index], seconds, outcome):
            self._done[section.number].add((interval.lap, interval.index))

    def follow(self, interval: Interval, seconds: float, outcome: Outcome) -> None:
        """The same of an interval that was played elsewhere, or before: all there is to know of it."""
        self.enter(self._last, interval.index)
        if section := self._plan.section_of(interval.index):
            self._runs[section.number].lap = interval.lap
        self.ended(interval, seconds, outcome)
        self._last = interval.index

    def following(self, index: int) -> int:
        """What comes after an interval; the beginning of the next round, or what follows when the time is over."""
        section = self._plan.section_of(index)
        if section is None:
            return index + 1
        if self.is_over(section) and not (section.finishes and self._goes_on(section, index)):
            return section.end
        return index + 1 if index + 1 < section.end else self.turn(section)

    def turn(self, section: Section) -> int:
        """Where the next round begins; what follows all of them, where the time is over or the last took none."""
        run = self._runs[section.number]
        if self.is_over(section) or run.spent - run.began <= DUST:
            return section.end
        run.lap, run.began = run.lap + 1, run.spent
        return section.first

    def lets_out(self, section: Section, index: int) -> bool:
        """Whether an interval goes on to its end when the time is over: it is of a step that is begun."""
        one = self._plan.intervals[index]
        if not section.finishes or one.kind is Kind.WORK:
            return section.finishes
        return _between(one) and any(
            earlier.kind is Kind.WORK and earlier.step == one.step
            for earlier in self._plan.intervals[section.first : index]
        )

    def before(self, index: int) -> int:
        """Where a person enters to do again what came before an interval, also in the round before."""
        plan, here = self._plan, self._plan.section_of(index)
        if here is None:
            found = plan.before(index)
            there = plan.section_of(found)
            return plan.lead_in(there.first) if there and self.is_over(there) else found
        laps = in_laps(len(plan.intervals), here, self._runs[here.number].lap)
        order = [one for one, _ in laps]
        place = laps.index((index, self._runs[here.number].lap))
        found, lap = laps[before_in(plan.intervals, order, place)]
        if here.first <= found < here.end:
            self._runs[here.number].lap = lap
        return found

    def lead_in(self, here: int, target: int) -> int:
        """Where a person at an interval enters to do another work; inside a section without going out of it."""
        section = self._plan.section_of(here)
        inside = section is not None and section == self._plan.section_of(target)
        return max(self._plan.lead_in(target), section.first if section and inside else 0)

    def done(self, number: int) -> RoundsDone:
        """What was done of a section, by its number."""
        section = self._plan.sections[number]
        works = {
            one.index: one.step for one in self._plan.intervals[section.first : section.end] if one.kind is Kind.WORK
        }
        laps: dict[int, set[int]] = defaultdict(set)
        for lap, index in self._done[number]:
            laps[lap].add(index)
        whole = sum(found == works.keys() for found in laps.values())
        steps = 0
        for found in laps.values():
            left = {step for index, step in works.items() if index not in found}
            steps += len({*works.values()} - left) if left else 0
        return RoundsDone(self._plan.intervals[section.first].block_title or "", whole, steps)

    def _goes_on(self, section: Section, index: int) -> bool:
        """Whether what follows belongs to the step that is being done."""
        here, after = self._plan.intervals[index], index + 1
        if after >= section.end or not self.lets_out(section, index) or not self.lets_out(section, after):
            return False
        return self._plan.intervals[after].step == here.step


def _between(interval: Interval) -> bool:
    """Whether it stands between the sides or the sets of a step."""
    return interval.kind is Kind.SWITCH or (interval.kind is Kind.REST and interval.dose is None and interval.sets > 1)


def _is_done(planned: Interval, seconds: float, outcome: Outcome) -> bool:
    """Whether work counts: what the person paces is done when the person says so, the rest by its length."""
    if planned.waits:
        return outcome is Outcome.DONE
    return outcome is not Outcome.SKIPPED and seconds >= ENOUGH * planned.seconds - DUST
