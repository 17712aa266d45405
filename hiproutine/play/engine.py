"""The state machine: a plan and a clock in, events out. No I/O; the clock is read once a command.

All arithmetic is on deadlines: an interval starts where the one before it was due to end, not when somebody
looked. A long silence between two questions means that the person was away, and pauses at the last seen moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hiproutine.plan.model import Kind
from hiproutine.play.events import (
    Adjusted,
    Event,
    Events,
    Outcome,
    Paused,
    Stopped,
)
from hiproutine.play.timeline import Timeline
from hiproutine.play.view import Phase, View
from hiproutine.wording import shown_seconds


class Engine(Timeline):
    """Plays one plan: commands and moments in, events and a view out."""

    def start(self, at: tuple[int, float] | None = None) -> Events:
        """Begins; returns what happened. With `at` it goes on in an interval, so many seconds into it, counting in."""
        if self.phase is not Phase.IDLE:
            return ()
        self._seen = now = self._clock()
        self.phase = Phase.PLAYING
        self._index = at[0] if at else 0
        events = [*self._enter(at[0] if at else 0, now)]
        if at is None:
            return (*events, *self._play(now))
        self._interval_run.stand_at(at[1])
        return (*events, *self._go_on(now))

    def tick(self) -> Events:
        """Everything that was due since the last question; may cross several intervals."""
        return tuple(self._catch_up(self._clock()))

    def pause(self) -> Events:
        """Stops the time where it is; returns what happened. Nothing is due until it goes on."""

        def act(now: float) -> Iterator[Event]:
            if self.phase in {Phase.PLAYING, Phase.COUNTING_IN}:
                self._freeze(now)
                yield Paused(now, self.interval)

        return self._command(act)

    def resume(self) -> Events:
        """Starts the time again after a count-in; returns what happened."""

        def act(now: float) -> Iterator[Event]:
            if self.phase is Phase.PAUSED:
                self._away = 0.0
                yield from self._go_on(now)

        return self._command(act)

    def next(self) -> Events:
        """Ends this interval as skipped and begins the one that follows; returns what happened."""

        def act(now: float) -> Iterator[Event]:
            yield self._end(now, Outcome.SKIPPED)
            yield from self._go_to_next(now)

        return self._command(act, live=True)

    def back(self) -> Events:
        """Goes back to the work before this one, where one gets into place for it; returns what happened."""

        def act(now: float) -> Iterator[Event]:
            yield self._end(now, Outcome.LEFT)
            yield from self._enter(self._rounds.before(self._index), now)
            yield from self._settle(now)

        return self._command(act, live=True)

    def jump(self, step: int) -> Events:
        """On, or back, to where one gets into place for a step, by its number from 1; what is between is left out."""
        target = next((i.index for i in self.plan.intervals if i.kind is Kind.WORK and i.step == step), None)

        def act(now: float) -> Iterator[Event]:
            if target is not None:
                ahead = target > self._index
                yield self._end(now, Outcome.SKIPPED if ahead else Outcome.LEFT)
                yield from self._enter(self._rounds.lead_in(self._index, target), now)
                yield from self._settle(now)

        return self._command(act, live=True)

    def restart(self) -> Events:
        """Begins this interval again; returns what happened."""

        def act(now: float) -> Iterator[Event]:
            yield self._end(now, Outcome.LEFT)
            yield from self._enter(self._index, now)
            yield from self._settle(now)

        return self._command(act, live=True)

    def adjust(self, seconds: float) -> Events:
        """Makes the interval so many seconds longer or shorter. A tempo and what the person paces keep their length."""

        def act(now: float) -> Iterator[Event]:
            if change := self._interval_run.lengthen(seconds, now):
                yield Adjusted(now, self.interval, change)

        return self._command(act, live=True)

    def done(self) -> Events:
        """Ends an interval without a clock as done, or takes a sentence as acknowledged; returns what happened."""

        def act(now: float) -> Iterator[Event]:
            if self.phase is Phase.PLAYING and self.interval.waits:
                yield self._end(now, Outcome.DONE)
                yield from self._go_to_next(now)

        return self._command(act)

    def stop(self) -> Events:
        """Ends the session here, in any phase before its end; returns what happened."""
        if self.phase.over or self.phase is Phase.IDLE:
            return ()
        now = self._clock()
        events = list(self._catch_up(now))
        if not self.phase.over:
            events.append(self._end(now, Outcome.LEFT))
            self._interval_run.stand(now)
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
        return self._interval_run.due()

    def view(self) -> View:
        """What there is to see, as of the last question."""
        interval, length = self.interval, self._interval_run.length
        elapsed = self._interval_run.elapsed_at(self._seen)
        share = min(1.0, elapsed / length) if length else float(self.phase.over)
        counting = self.phase is Phase.COUNTING_IN
        left, position, rounds_left = max(0.0, length - elapsed), interval.start + interval.seconds * share, None
        if section := self.plan.section_of(self._index):
            now = 0.0 if self.phase.over else elapsed
            rounds_left = max(0.0, self._rounds.left(section) - now)
            position = section.start + section.seconds - rounds_left
            left = max(rounds_left, left if self._rounds.lets_out(section, self._index) else 0.0)
        return View(
            phase=self.phase,
            interval=interval,
            elapsed=elapsed,
            length=length,
            count_in=shown_seconds(self._goes_on - self._seen) if counting else 0,
            away=self._away,
            total_left=left + self.plan.after(self._index),
            position=position,
            rounds_left=rounds_left,
        )

    @property
    def elapsed(self) -> float:
        """Seconds of the interval by now. Asks for nothing that is due: between two questions a picture may move on."""
        return self._interval_run.elapsed_at(self._clock())

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
