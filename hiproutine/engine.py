"""The state machine: a plan and a clock in, events out. No I/O; the clock is read once a command.

All arithmetic is on deadlines: an interval starts where the one before it was due to end, not when somebody
looked. A long silence between two questions means that the person was away, and pauses at the last seen moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf

from hiproutine.events import (
    Adjusted,
    CountedIn,
    Event,
    Events,
    Finished,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    Resumed,
    SecondShown,
    Stopped,
)
from hiproutine.marks import Mark, marks_of
from hiproutine.plan import Interval, Kind, Plan
from hiproutine.view import Phase, View
from hiproutine.wording import shown_seconds

COUNT_IN = 3.0
"""Seconds before going on after a pause, as Feeel does."""
LONGEST_GAP = 5.0
"""Seconds between two questions after which the person counts as away (DESIGN, "How time works")."""
LEAST_LEFT = 3.0
"""Seconds that shortening leaves, so that the end is still counted down."""
LONGEST = 4 * 3600.0
"""Seconds an interval can be made to take at most."""
DUST = 1e-6
"""Seconds that arithmetic may lose."""


class Engine:
    """Plays one plan."""

    def __init__(self, plan: Plan, clock: Callable[[], float], longest_gap: float = LONGEST_GAP) -> None:
        """`clock` gives seconds that only grow; `longest_gap` is in its seconds."""
        self.plan = plan
        self.phase = Phase.IDLE
        self._clock = clock
        self._longest_gap = longest_gap
        self._seen = 0.0
        self._away = 0.0
        self._index = 0
        self._began = 0.0
        """The moment at which the interval had 0 s behind it, while it plays."""
        self._elapsed = 0.0
        """The same as seconds, while it does not."""
        self._length = plan.intervals[0].seconds
        self._second = 0
        """The second that was told last."""
        self._marks: list[Mark] = []
        """What is still to be told, in order."""
        self._goes_on = 0.0
        """When the count-in ends."""

    @property
    def interval(self) -> Interval:
        """The interval that plays, or played last."""
        return self.plan.intervals[self._index]

    def start(self, at: tuple[int, float] | None = None) -> Events:
        """Begins; or goes on `at` an interval, so many seconds into it, after a count-in."""
        if self.phase is not Phase.IDLE:
            return ()
        self._seen = now = self._clock()
        self.phase = Phase.PLAYING
        events = [*self._enter(at[0] if at else 0, now)]
        if at is None:
            return (*events, *self._play(now))
        self._freeze_at(at[1])
        return (*events, *self._go_on(now))

    def tick(self) -> Events:
        """Everything that was due since the last question; may cross several intervals."""
        return tuple(self._catch_up(self._clock()))

    def pause(self) -> Events:
        """Everything stands still."""

        def act(now: float) -> Iterator[Event]:
            if self.phase in {Phase.PLAYING, Phase.COUNTING_IN}:
                self._freeze(now)
                yield Paused(now, self.interval)

        return self._command(act)

    def resume(self) -> Events:
        """Goes on, after a count-in."""

        def act(now: float) -> Iterator[Event]:
            if self.phase is Phase.PAUSED:
                self._away = 0.0
                yield from self._go_on(now)

        return self._command(act)

    def next(self) -> Events:
        """On to the interval that follows; what is left of this one is skipped."""

        def act(now: float) -> Iterator[Event]:
            yield self._ended(now, Outcome.SKIPPED)
            yield from self._enter(self._index + 1, now)

        return self._command(act, live=True)

    def back(self) -> Events:
        """Back to the work before this one, to where one gets into place for it."""

        def act(now: float) -> Iterator[Event]:
            yield self._ended(now, Outcome.LEFT)
            yield from self._enter(self.plan.before(self._index), now)
            yield from self._settle(now)

        return self._command(act, live=True)

    def restart(self) -> Events:
        """This interval from its beginning."""

        def act(now: float) -> Iterator[Event]:
            yield self._ended(now, Outcome.LEFT)
            yield from self._enter(self._index, now)
            yield from self._settle(now)

        return self._command(act, live=True)

    def adjust(self, seconds: float) -> Events:
        """Makes the interval longer or shorter. A tempo and what the person paces keep their length."""

        def act(now: float) -> Iterator[Event]:
            if self.interval.waits or self.interval.tempo:
                return
            elapsed = self._elapsed_at(now)
            least = elapsed + min(LEAST_LEFT, self._length - elapsed)
            length = min(max(LONGEST, self._length), max(least, self._length + seconds))
            change, self._length = length - self._length, length
            if change:
                moved = [m for m in marks_of(self.interval, length) if any(m.same(mark) for mark in self._marks)]
                self._marks = [mark for mark in moved if mark.moment > elapsed]
                self._second = shown_seconds(length - elapsed)
                yield Adjusted(now, self.interval, change)

        return self._command(act, live=True)

    def done(self) -> Events:
        """The person has done what has no clock, or has acknowledged a sentence."""

        def act(now: float) -> Iterator[Event]:
            if self.phase is Phase.PLAYING and self.interval.waits:
                yield self._ended(now, Outcome.DONE)
                yield from self._enter(self._index + 1, now)

        return self._command(act)

    def stop(self) -> Events:
        """Ends the session here. Possible in every phase before the end."""
        if self.phase.over or self.phase is Phase.IDLE:
            return ()
        now = self._clock()
        events = list(self._catch_up(now))
        if not self.phase.over:
            events.append(self._ended(now, Outcome.LEFT))
            self.phase = Phase.STOPPED
            events.append(Stopped(now))
        return tuple(events)

    def due(self) -> float | None:
        """The moment at which something happens next, or None while only a command can change anything."""
        if self.phase is Phase.COUNTING_IN:
            left = self._goes_on - self._seen
            return self._goes_on - (shown_seconds(left) - 1)
        if self.phase is not Phase.PLAYING or self.interval.kind is Kind.CONFIRM:
            return None
        return self._began + min([self._next_second(), *(mark.moment for mark in self._marks[:1])])

    def view(self) -> View:
        """What there is to see, as of the last question."""
        interval = self.interval
        elapsed = self._elapsed_at(self._seen)
        share = min(1.0, elapsed / self._length) if self._length else float(self.phase.over)
        counting = self.phase is Phase.COUNTING_IN
        return View(
            phase=self.phase,
            interval=interval,
            elapsed=elapsed,
            length=self._length,
            count_in=shown_seconds(self._goes_on - self._seen) if counting else 0,
            away=self._away,
            total_left=max(0.0, self._length - elapsed) + self.plan.after(self._index),
            position=interval.start + interval.seconds * share,
        )

    @property
    def elapsed(self) -> float:
        """Seconds of the interval by now. Asks for nothing that is due: between two questions a picture may move on."""
        return self._elapsed_at(self._clock())

    def _command(self, act: Callable[[float], Iterator[Event]], *, live: bool = False) -> Events:
        """Catches up, and acts if that brought no surprise: who was away has not meant this."""
        now = self._clock()
        events = list(self._catch_up(now))
        surprised = any(isinstance(event, Paused) for event in events)
        alive = self.phase in {Phase.PLAYING, Phase.PAUSED, Phase.COUNTING_IN}
        if not surprised and (alive or not live):
            events += act(now)
            if self.phase is Phase.PLAYING:
                events += self._play(now)
        return tuple(events)

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
            self._began = self._goes_on - self._elapsed
            yield Resumed(self._goes_on, self.interval)

    def _play(self, now: float) -> Iterator[Event]:
        """Tells what is due, and enters what follows at the deadline of what was."""
        while self.phase is Phase.PLAYING:
            if self.interval.kind is Kind.CONFIRM:
                yield from self._tell(0.0)
                return
            elapsed = now - self._began
            limit = inf if self.interval.waits else self._length
            yield from self._tell(min(elapsed, limit))
            if elapsed + DUST < limit:
                return
            end = self._began + self._length
            yield IntervalEnded(end, self.interval, self._length, Outcome.DONE)
            yield from self._enter(self._index + 1, end)

    def _tell(self, elapsed: float) -> Iterator[Event]:
        """Seconds and marks that were due up to this second of the interval, in order."""
        told: list[tuple[float, int, Event]] = []
        while self._marks and self._marks[0].moment <= elapsed + DUST:
            mark = self._marks.pop(0)
            told.append((mark.moment, mark.rank, mark.event(self._began + mark.moment, self.interval)))
        up = self.interval.waits
        while (up or self._second > 1) and (moment := self._next_second()) <= elapsed + DUST:
            self._second += 1 if up else -1
            told.append((moment, 3, SecondShown(self._began + moment, self.interval, self._second)))
        told.sort(key=lambda item: item[:2])
        yield from (event for _, _, event in told)

    def _next_second(self) -> float:
        """The second of the interval at which the shown second changes."""
        return self._second + 1.0 if self.interval.waits else self._length - (self._second - 1)

    def _enter(self, index: int, moment: float) -> Iterator[Event]:
        if index >= len(self.plan.intervals):
            self._elapsed = self._length
            self.phase = Phase.FINISHED
            yield Finished(moment)
            return
        self._index = index
        self._began, self._elapsed = moment, 0.0
        self._length = self.interval.seconds
        self._second = 0 if self.interval.waits else shown_seconds(self._length)
        self._marks = marks_of(self.interval, self._length)
        yield IntervalStarted(moment, self.interval, self.plan.opens(index))

    def _settle(self, now: float) -> Iterator[Event]:
        """Work that is entered by a command, with nothing to get into place, is counted in."""
        if self.phase is not Phase.PAUSED and self.interval.kind is Kind.WORK:
            yield from self._go_on(now)
        elif self.phase is Phase.COUNTING_IN:
            self.phase = Phase.PLAYING

    def _go_on(self, now: float) -> Iterator[Event]:
        if self.interval.kind is Kind.CONFIRM:
            self.phase, self._began = Phase.PLAYING, now - self._elapsed
            yield Resumed(now, self.interval)
            return
        self.phase, self._goes_on = Phase.COUNTING_IN, now + COUNT_IN
        yield CountedIn(now, self.interval, shown_seconds(COUNT_IN))

    def _freeze_at(self, elapsed: float) -> None:
        """Stands still so many seconds into the interval, with what lies before them told."""
        waits = self.interval.waits
        self._elapsed = max(0.0, elapsed if waits else min(elapsed, self._length))
        self._second = int(self._elapsed) if waits else shown_seconds(self._length - self._elapsed)
        self._marks = [mark for mark in self._marks if not self._elapsed or mark.moment > self._elapsed]
        self.phase = Phase.PAUSED

    def _freeze(self, moment: float) -> None:
        self._elapsed = self._elapsed_at(moment)
        self.phase = Phase.PAUSED

    def _ended(self, now: float, outcome: Outcome) -> Event:
        return IntervalEnded(now, self.interval, self._elapsed_at(now), outcome)

    def _elapsed_at(self, moment: float) -> float:
        if self.phase is not Phase.PLAYING:
            return self._elapsed
        elapsed = max(0.0, moment - self._began)
        return elapsed if self.interval.self_paced else min(elapsed, self._length)
