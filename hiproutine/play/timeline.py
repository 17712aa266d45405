"""What happens by itself as time passes: intervals come and go, a count-in ends, and who was away finds a pause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from math import inf

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import CountedIn, Event, Finished, IntervalStarted, Outcome, Paused, Resumed, RoundsOver
from hiproutine.play.interval_run import DUST, IntervalRun
from hiproutine.play.rounds_run import RoundsRun
from hiproutine.play.view import Phase
from hiproutine.wording import shown_seconds

COUNT_IN = 3.0
"""Seconds before going on after a pause, as Feeel does."""


LONGEST_GAP = 5.0
"""Seconds between two questions after which the person counts as away (DESIGN, "How time works")."""


class Timeline:
    """Plays one plan as far as nobody gives a command."""

    def __init__(
        self,
        plan: Plan,
        clock: Callable[[], float],
        longest_gap: float = LONGEST_GAP,
        *,
        spent: Mapping[int, float] | None = None,
        rounds: RoundsRun | None = None,
    ) -> None:
        """`clock` gives seconds that only grow; `longest_gap` is in its seconds. `spent` are seconds of intervals that
        were played before, by their index; they count for those that must not take longer in all. `rounds` is how far
        rounds without a number have come before.
        """
        self.plan = plan
        self.phase = Phase.IDLE
        self._clock = clock
        self._longest_gap = longest_gap
        self._seen = 0.0
        self._away = 0.0
        self._index = 0
        self._in_round = 0.0
        """Seconds that were played of a round that begins at a fixed time."""
        self._rounds = rounds or RoundsRun(plan)
        self._interval_run = IntervalRun(plan.intervals[0], 0.0, runs=False)
        """Runs while the phase is `PLAYING`, and only then."""
        self._goes_on = 0.0
        """When the count-in ends."""
        self._spent: dict[tuple[str, str | None], float] = defaultdict(float)
        """Seconds that were played of exercises that must not take longer than a while in all."""
        for index, seconds in (spent or {}).items():
            if index < len(plan.intervals):
                self._spend(plan.intervals[index], seconds)

    @property
    def interval(self) -> Interval:
        """The interval that plays, or played last."""
        return self._interval_run.interval

    def _catch_up(self, now: float) -> Iterator[Event]:
        running = self.phase in {Phase.PLAYING, Phase.COUNTING_IN}
        waiting = self.phase is Phase.PLAYING and self.interval.kind is Kind.CONFIRM
        gap, seen = now - self._seen, self._seen
        if running and not waiting and gap > self._longest_gap:
            self._freeze(seen)
            self._seen, self._away = now, gap
            yield Paused(seen, self.interval, gap)
            return
        self._seen = max(now, seen)
        if self.phase is Phase.COUNTING_IN:
            yield from self._count_in(seen, now)
        if self.phase is Phase.PLAYING:
            yield from self._play(now)

    def _count_in(self, seen: float, now: float) -> Iterator[Event]:
        before, after = shown_seconds(self._goes_on - seen), shown_seconds(self._goes_on - now)
        for second in range(before - 1, max(after, 1) - 1, -1):
            yield CountedIn(self._goes_on - second, self.interval, second)
        if now >= self._goes_on:
            self.phase = Phase.PLAYING
            self._interval_run.run(self._goes_on)
            yield Resumed(self._goes_on, self.interval)

    def _play(self, now: float) -> Iterator[Event]:
        """Tells what is due, and enters what follows at the deadline of what was."""
        while self.phase is Phase.PLAYING:
            run = self._interval_run
            yield from run.tell(now)
            if not run.over_at(now):
                return
            end = run.end
            run.finish()
            yield self._end(end, self._outcome_by_time())
            yield from self._go_to_next(end)

    def _outcome_by_time(self) -> Outcome:
        """How the interval ended whose time is over: what the person paces is left, or left out, and not done."""
        if self._interval_run.cut is None:
            return Outcome.DONE
        return Outcome.SKIPPED if self.interval.skips else Outcome.LEFT

    def _go_to_next(self, moment: float) -> Iterator[Event]:
        """Enters what follows; where the time of rounds without a number is over, having said how many there were."""
        index = self._rounds.following(self._index)
        section = self.plan.section_of(self._index)
        if section and index == section.end:
            done = self._rounds.done(section.number)
            yield RoundsOver(moment, self.interval, done.rounds, done.steps)
        yield from self._enter(index, moment, follows=True)

    def _reached(self, index: int, *, follows: bool) -> int:
        """The interval that is entered in place of one for which its round has no time left."""
        if not follows:
            self._in_round = self.plan.into_round(index)
        while index < len(self.plan.intervals):
            interval = self.plan.intervals[index]
            if interval.begins:
                self._in_round = 0.0
            if interval.every is None or interval.every - self._in_round > DUST:
                return index
            if not interval.closes and not interval.skips:
                return index
            index = self._rounds.following(index) if interval.closes else self._next_round(index)
        return index

    def _next_round(self, index: int) -> int:
        """Where the next round that begins at a fixed time does, or what follows."""
        section, after = self.plan.section_of(index), self.plan.next_round(index)
        return self._rounds.turn(section) if section and after >= section.end else after

    def _lasts(self, interval: Interval) -> float | None:
        """Seconds that its rounds leave for an interval, where that is other than planned."""
        limits = []
        if interval.every is not None and (interval.closes or interval.skips):
            limits.append(interval.every - self._in_round)
        section = self.plan.section_of(interval.index)
        if section and interval.kind is not Kind.CONFIRM and not self._rounds.lets_out(section, interval.index):
            limits.append(self._rounds.left(section))
        if not limits:
            return None
        return min(limits) if interval.closes or interval.self_paced else min(*limits, interval.seconds)

    def _enter(self, index: int, moment: float, *, follows: bool = False) -> Iterator[Event]:
        before = self._index
        index = self._reached(index, follows=follows)
        if index >= len(self.plan.intervals):
            self._interval_run.finish()
            self.phase = Phase.FINISHED
            yield Finished(moment)
            return
        self._rounds.enter(before, index)
        self._index = index
        planned, playing, lap = self.plan.intervals[index], self.phase is Phase.PLAYING, self._rounds.lap(index)
        interval = planned if lap == 1 else replace(planned, lap=lap)
        section, lasts = self.plan.section_of(index), self._lasts(planned)
        most, notice = interval.longest, None
        if most is not None:
            most = max(0.0, most - self._spent[interval.about.exercise, interval.side])
        if section and self._rounds.lets_out(section, index):
            left = self._rounds.left(section)
            notice = left if left > DUST and (interval.self_paced or left < interval.seconds - DUST) else None
        elif section and interval.kind is not Kind.CONFIRM:
            most = min(self._rounds.left(section), most if most is not None else inf)
        self._interval_run = IntervalRun(interval, moment, runs=playing, most=most, lasts=lasts, notice=notice)
        opens = "round" if section and lap > 1 and index == section.first else self.plan.opens(index)
        yield IntervalStarted(moment, self.interval, opens)

    def _end(self, moment: float, outcome: Outcome) -> Event:
        """That the interval ended; what was played of it is remembered where that counts."""
        elapsed = self._interval_run.elapsed_at(moment)
        self._spend(self.interval, elapsed)
        self._in_round += elapsed
        self._rounds.ended(self.interval, elapsed, outcome)
        return self._interval_run.ended(moment, outcome)

    def _spend(self, interval: Interval, seconds: float) -> None:
        if interval.longest is not None:
            self._spent[interval.about.exercise, interval.side] += seconds

    def _settle(self, now: float) -> Iterator[Event]:
        """Work that is entered by a command, with nothing to get into place, is counted in."""
        if self.phase is not Phase.PAUSED and self.interval.kind is Kind.WORK:
            yield from self._go_on(now)
        elif self.phase is Phase.COUNTING_IN:
            self.phase = Phase.PLAYING
            self._interval_run.run(now)

    def _go_on(self, now: float) -> Iterator[Event]:
        if self.interval.kind is Kind.CONFIRM:
            self.phase = Phase.PLAYING
            self._interval_run.run(now)
            yield Resumed(now, self.interval)
            return
        self._interval_run.stand(now)
        self.phase, self._goes_on = Phase.COUNTING_IN, now + COUNT_IN
        yield CountedIn(now, self.interval, shown_seconds(COUNT_IN))

    def _freeze(self, moment: float) -> None:
        self._interval_run.stand(moment)
        self.phase = Phase.PAUSED
