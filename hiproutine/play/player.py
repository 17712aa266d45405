"""Engine, record and cues driven together: what a screen or a printed line talks to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hiproutine.clock import counting_sleep
from hiproutine.cues import Chorus
from hiproutine.plan.model import Plan
from hiproutine.play.engine import Engine
from hiproutine.play.events import Events
from hiproutine.play.rounds_run import RoundsRun
from hiproutine.play.session import Session
from hiproutine.play.timeline import LONGEST_GAP
from hiproutine.play.view import Phase, View


class Player:
    """Plays one plan to its end. Every method answers in every phase and returns what happened."""

    def __init__(
        self,
        plan: Plan,
        cues: Chorus,
        clock: Callable[[], float] = counting_sleep,
        speed: float = 1.0,
        heard: Callable[[Events, View], None] | None = None,
        *,
        spent: Mapping[int, float] | None = None,
        rounds: RoundsRun | None = None,
    ) -> None:
        """`speed` is how many seconds of the plan pass in one of the clock; `heard` is told of everything. `spent` are
        seconds of intervals that were played before, by their index; `rounds` is how far rounds without a number came.
        """
        begun = clock()
        self.plan = plan
        self.cues = cues
        self.speed = speed
        self.session = Session(plan)
        self._clock: Callable[[], float] = lambda: (clock() - begun) * speed
        self._heard = heard
        self._engine = Engine(plan, self._clock, LONGEST_GAP * speed, spent=spent, rounds=rounds)

    @property
    def phase(self) -> Phase:
        """The phase the engine is in."""
        return self._engine.phase

    @property
    def rehearsing(self) -> bool:
        """Whether time runs at another speed, so that nothing is to be kept."""
        return self.speed != 1.0

    def view(self) -> View:
        """What a screen has to show at this moment."""
        return self._engine.view()

    @property
    def elapsed(self) -> float:
        """Seconds of the interval by now; for what moves between two questions."""
        return self._engine.elapsed

    def seconds_to_due(self) -> float | None:
        """Real seconds until something happens by itself, or None while only a command can change anything."""
        due = self._engine.due()
        return None if due is None else max(0.0, due - self._clock()) / self.speed

    def start(self, at: tuple[int, float] | None = None) -> Events:
        """Starts playing, or goes on `at` an interval, so many seconds into it; returns what happened."""
        return self._noticed(self._engine.start(at))

    def tick(self) -> Events:
        """Returns whatever was due by now, with its cues given and kept."""
        return self._noticed(self._engine.tick())

    def space(self) -> Events:
        """Does what the largest key means now: done where that is waited for, otherwise pause or go on."""
        if self.phase is Phase.PAUSED:
            return self._noticed(self._engine.resume())
        if self.phase is Phase.PLAYING and self._engine.interval.waits:
            return self._noticed(self._engine.done())
        return self._noticed(self._engine.pause())

    def pause(self) -> Events:
        """Stops the time; returns what happened."""
        return self._noticed(self._engine.pause())

    def next(self) -> Events:
        """Skips to the interval that follows; returns what happened."""
        return self._noticed(self._engine.next())

    def back(self) -> Events:
        """Goes back to the work before; returns what happened."""
        return self._noticed(self._engine.back())

    def jump(self, step: int) -> Events:
        """To a step, by its number from 1."""
        return self._noticed(self._engine.jump(step))

    def restart(self) -> Events:
        """Begins the step again; returns what happened."""
        return self._noticed(self._engine.restart())

    def adjust(self, seconds: float) -> Events:
        """Makes the interval longer or shorter by so many seconds; returns what happened."""
        return self._noticed(self._engine.adjust(seconds))

    def stop(self) -> Events:
        """Ends the session before its end; returns what happened."""
        return self._noticed(self._engine.stop())

    def close(self) -> None:
        """Lets go of the cue outputs."""
        self.cues.close()

    def _noticed(self, events: Events) -> Events:
        for event in events:
            self.session.take(event)
        self.cues.play(events)
        if self._heard:
            self._heard(events, self.view())
        return events
