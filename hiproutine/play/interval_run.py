"""One pass through one interval: how far it has come, and what of it is still to be told. No clock; moments come in."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from hiproutine.plan.model import Interval, Kind
from hiproutine.play.events import CountedOut, Event, IntervalEnded, LastStep, Outcome, SecondShown
from hiproutine.play.marks import Mark, marks_of
from hiproutine.wording import shown_seconds

LEAST_LEFT = 3.0
"""Seconds that shortening leaves, so that the end is still counted down."""
LONGEST = 4 * 3600.0
"""Seconds an interval can be made to take at most."""
COUNTED_OUT = 10
"""The last seconds of a time that does not wait for the interval that are told; how many are heard is the person's."""
DUST = 1e-6
"""Seconds that arithmetic may lose."""


class IntervalRun:
    """Runs, or stands still. A moment is a second of the engine's clock; elapsed are seconds of the interval."""

    def __init__(
        self,
        interval: Interval,
        began: float,
        *,
        runs: bool,
        most: float | None = None,
        lasts: float | None = None,
        notice: float | None = None,
    ) -> None:
        """`began` is the moment at which it has 0 s behind it; `most` how many seconds it may take, if that is set, and
        `lasts` how many it takes, if that is other than planned. What the person paces ends by itself after `lasts`.
        After `notice` seconds it tells that it is the last step of its rounds.
        """
        self.interval = interval
        self._most = max(LONGEST, interval.seconds) if most is None else most
        self.cut = lasts if interval.self_paced else None
        """Seconds after which what the person paces is left out, if anything does that."""
        self.length = min(interval.seconds if lasts is None or self.cut is not None else lasts, self._most)
        """Seconds it takes, as it was made longer or shorter."""
        self._notice = notice
        self._ending = self._counted_to()
        """Seconds after which the time is over that does not wait for it, where that is to be counted."""
        self._left = self._left_at(0.0)
        """How many seconds of that were told last."""
        self._began = began
        """The moment at which it had 0 s behind it, while it runs."""
        self._elapsed = 0.0
        """The same as seconds, while it stands."""
        self._runs = runs
        self._second = 0 if interval.waits else shown_seconds(self.length)
        """The second that was told last."""
        self._marks: list[Mark] = marks_of(interval, self.length)
        """What is still to be told, in order."""

    @property
    def limit(self) -> float:
        """Seconds after which it ends by itself."""
        if self.cut is not None:
            return self.cut
        return inf if self.interval.waits else self.length

    @property
    def end(self) -> float:
        """The moment at which it is due to end."""
        return self._began + (self.length if self.cut is None else self.cut)

    def elapsed_at(self, moment: float) -> float:
        """How far it has come."""
        if not self._runs:
            return self._elapsed
        elapsed = max(0.0, moment - self._began)
        return elapsed if self.interval.self_paced else min(elapsed, self.length)

    def due(self) -> float:
        """The moment at which it tells something next."""
        others = [moment for moment in (self.cut, self._notice, self._next_out()) if moment is not None]
        return self._began + min([self._next_second(), *(mark.moment for mark in self._marks[:1]), *others])

    def over_at(self, moment: float) -> bool:
        """Whether it has ended by itself; what is to be confirmed never does."""
        return moment - self._began + DUST >= self.limit

    def run(self, moment: float) -> None:
        """Starts its time from where it stands."""
        if not self._runs:
            self._began, self._runs = moment - self._elapsed, True

    def stand(self, moment: float) -> None:
        """Stops its time where it is."""
        self._elapsed, self._runs = self.elapsed_at(moment), False

    def finish(self) -> None:
        """Stops its time at its end, whatever it took."""
        self._elapsed, self._runs = self.length if self.cut is None else self.cut, False

    def stand_at(self, elapsed: float) -> None:
        """Stops its time so many seconds in; what lies before them counts as told."""
        waits = self.interval.waits
        self._elapsed = max(0.0, elapsed if waits else min(elapsed, self.length))
        self._second = int(self._elapsed) if waits else shown_seconds(self.length - self._elapsed)
        self._marks = [mark for mark in self._marks if not self._elapsed or mark.moment > self._elapsed]
        self._left = self._left_at(self._elapsed)
        if self._notice is not None and self._elapsed and self._notice <= self._elapsed:
            self._notice = None
        self._runs = False

    def lengthen(self, seconds: float, moment: float) -> float:
        """Makes it longer, or shorter; by how many seconds. A tempo and what the person paces keep their length."""
        if self.interval.waits or self.interval.tempo:
            return 0.0
        elapsed = self.elapsed_at(moment)
        least = elapsed + min(LEAST_LEFT, self.length - elapsed)
        length = min(self._most, max(least, self.length + seconds))
        change, self.length = length - self.length, length
        if change:
            moved = [m for m in marks_of(self.interval, length) if any(m.same(mark) for mark in self._marks)]
            self._marks = [mark for mark in moved if mark.moment > elapsed]
            self._second = shown_seconds(length - elapsed)
        return change

    def tell(self, moment: float) -> Iterator[Event]:
        """The events of seconds and marks that were due by this moment, in order."""
        if self.interval.kind is Kind.CONFIRM:
            moment = self._began
        elapsed = min(moment - self._began, self.limit)
        told: list[tuple[float, int, Event]] = []
        while self._marks and self._marks[0].moment <= elapsed + DUST:
            mark = self._marks.pop(0)
            told.append((mark.moment, mark.rank, mark.event(self._began + mark.moment, self.interval)))
        if self._notice is not None and self._notice <= elapsed + DUST:
            told.append((self._notice, 4, LastStep(self._began + self._notice, self.interval)))
            self._notice = None
        while (out := self._next_out()) is not None and out <= elapsed + DUST:
            self._left -= 1
            told.append((out, 5, CountedOut(self._began + out, self.interval, self._left)))
        up = self.interval.waits
        while (up or self._second > 1) and (moment := self._next_second()) <= elapsed + DUST:
            self._second += 1 if up else -1
            told.append((moment, 3, SecondShown(self._began + moment, self.interval, self._second)))
        told.sort(key=lambda item: item[:2])
        yield from (event for _, _, event in told)

    def ended(self, moment: float, outcome: Outcome) -> Event:
        """The event that it ended: how far it came, and why."""
        return IntervalEnded(moment, self.interval, self.elapsed_at(moment), outcome)

    def _counted_to(self) -> float | None:
        """Where the time is over, if its own last seconds do not count to their end then."""
        if self.cut is not None or self._notice is None:
            return self.cut
        return self._notice if self.interval.waits or self._notice <= self.length - LEAST_LEFT else None

    def _left_at(self, elapsed: float) -> int:
        """What was told of the time that is over then, so many seconds in."""
        return min(COUNTED_OUT + 1, shown_seconds(self._ending - elapsed)) if self._ending is not None else 0

    def _next_out(self) -> float | None:
        """The second of the interval at which the next of these is told."""
        return self._ending - (self._left - 1) if self._ending is not None and self._left > 1 else None

    def _next_second(self) -> float:
        """The second of the interval at which the shown second changes."""
        return self._second + 1.0 if self.interval.waits else self.length - (self._second - 1)
