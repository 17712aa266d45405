"""Which figure stands in the player, and how it moves with what is played."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from hiproutine.figures.ground import PACE
from hiproutine.figures.motion import Motion, Place
from hiproutine.figures.pose import Figure
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.view import Phase, View
from hiproutine.tui.widgets.figure_view import Moving

Find = Callable[[str], Figure | None]
"""The figure of an exercise, by its id."""


class Figures:
    """The movements of one plan, each reckoned once."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._motions: dict[tuple[str, str | None], Motion | None] = {}

    def motion(self, interval: Interval) -> Motion | None:
        """The movement of an interval's exercise, with its side working; None where nobody drew it."""
        key = interval.about.exercise, interval.side
        if key not in self._motions:
            figure = self._find(key[0]) if key[0] else None
            if figure and interval.side:
                figure = figure.for_side(interval.side)
            self._motions[key] = Motion(figure) if figure else None
        return self._motions[key]

    def any_in(self, plan: Plan) -> bool:
        """Whether there is one in a plan at all."""
        return any(self.motion(one) for one in plan.intervals if one.kind is Kind.WORK)


def shown_in(interval: Interval, plan: Plan) -> Interval:
    """Whose figure stands there: in a change or a rest, that of the work that comes."""
    return interval if interval.kind is Kind.WORK else plan.next_work(interval.index) or interval


def moving(motion: Motion, view: View, elapsed: Callable[[], float], speed: float = 1.0) -> Moving | None:
    """How it moves while an interval is played: a hold comes into its pose and stays, a tempo is followed beat by beat,
    and everything else goes on at the author's pace. None where it stands still."""
    interval = view.interval
    if view.phase is not Phase.PLAYING or interval.kind is not Kind.WORK or not motion.moves:
        return None
    if interval.dose == "hold":
        over = sum(pose.into + pose.stay for pose in motion.figure.poses[1:]) + 1 / PACE
        return Moving(elapsed, lambda now: motion.hold(now) if now <= over else None, speed)
    if interval.tempo and view.rep:
        tempo = interval.tempo
        return Moving(elapsed, lambda now: _beaten(motion, tempo, now), speed)
    return Moving(elapsed, motion.loop, speed)


def _beaten(motion: Motion, tempo: tuple[int, ...], elapsed: float) -> Place:
    """Where a tempo has come to: its parts are seconds out, pause, back, pause. Where the sides change, every second
    repetition is the other one's."""
    number, into = divmod(elapsed, sum(tempo))
    ends = list(accumulate(tempo))
    part = next((index for index, end in enumerate(ends) if into < end), len(tempo) - 1)
    length = tempo[part]
    share = (into - (ends[part] - length)) / length if length else 1.0
    return motion.beat(part, share, other=bool(number % 2))
