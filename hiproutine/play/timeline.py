"""What happens by itself as time passes: intervals come and go, a count-in ends, and who was away finds a pause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import CountedIn, Event, Finished, IntervalStarted, Outcome, Paused, Resumed
from hiproutine.play.interval_run import DUST, IntervalRun
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
    ) -> None:
        """`clock` gives seconds that only grow; `longest_gap` is in its seconds. `spent` are seconds of intervals that
        were played before, by their index; they count for those that must not take longer in all.
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
            yield self._end(end, Outcome.DONE if run.cut is None else Outcome.SKIPPED)
            yield from self._enter(self._index + 1, end)

    def _reached(self, index: int) -> int:
        """The interval that is entered in place of one for which its round has no time left."""
        if index != self._index + 1:
            self._in_round = self.plan.into_round(index)
        while index < len(self.plan.intervals):
            interval = self.plan.intervals[index]
            if interval.begins:
                self._in_round = 0.0
            if interval.every is None or interval.every - self._in_round > DUST:
                return index
            if not interval.closes and not interval.skips:
                return index
            index = index + 1 if interval.closes else self.plan.next_round(index)
        return index

    def _lasts(self, interval: Interval) -> float | None:
        """Seconds that its round leaves for an interval, where that is other than planned."""
        if interval.every is None or not (interval.closes or interval.skips):
            return None
        left = interval.every - self._in_round
        return left if interval.closes or interval.self_paced else min(left, interval.seconds)

    def _enter(self, index: int, moment: float) -> Iterator[Event]:
        index = self._reached(index)
        if index >= len(self.plan.intervals):
            self._interval_run.finish()
            self.phase = Phase.FINISHED
            yield Finished(moment)
            return
        self._index = index
        interval, playing = self.plan.intervals[index], self.phase is Phase.PLAYING
        most = interval.longest
        if most is not None:
            most = max(0.0, most - self._spent[interval.about.exercise, interval.side])
        self._interval_run = IntervalRun(interval, moment, runs=playing, most=most, lasts=self._lasts(interval))
        yield IntervalStarted(moment, self.interval, self.plan.opens(index))

    def _end(self, moment: float, outcome: Outcome) -> Event:
        """That the interval ended; what was played of it is remembered where that counts."""
        elapsed = self._interval_run.elapsed_at(moment)
        self._spend(self.interval, elapsed)
        self._in_round += elapsed
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
