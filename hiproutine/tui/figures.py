"""Which figure stands in the player, and how it moves with what is played."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import Figure
from hiproutine.plan import Interval, Kind, Plan
from hiproutine.tui.widgets.figure_view import PACE, Moment, Moving
from hiproutine.view import Phase, View

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


def shown_in(interval: Interval, plan: Plan) -> Interval:
    """Whose figure stands there: in a change or a rest, that of the work that comes."""
    return interval if interval.kind is Kind.WORK else plan.next_work(interval.index) or interval


def moving(motion: Motion, view: View, elapsed: Callable[[], float]) -> Moving | None:
    """How it moves while an interval is played: a hold comes into its pose and stays, a tempo is followed beat by beat,
    and everything else goes on at the author's pace. None where it stands still."""
    interval = view.interval
    if view.phase is not Phase.PLAYING or interval.kind is not Kind.WORK or not motion.moves:
        return None
    if interval.dose == "hold":
        over = sum(pose.into + pose.stay for pose in motion.figure.poses[1:]) + 1 / PACE
        return lambda: _held(motion, now) if (now := elapsed()) <= over else None
    if interval.tempo and view.rep:
        tempo = interval.tempo
        return lambda: _beaten(motion, tempo, elapsed())
    return lambda: _looped(motion, elapsed())


def _held(motion: Motion, elapsed: float) -> Moment:
    frame = round(elapsed * PACE)
    return ("hold", frame), lambda: motion.hold(frame / PACE)


def _looped(motion: Motion, elapsed: float) -> Moment:
    frame = round(elapsed * PACE) % max(1, round(motion.seconds * PACE))
    return ("loop", frame), lambda: motion.loop(frame / PACE)


def _beaten(motion: Motion, tempo: tuple[int, ...], elapsed: float) -> Moment:
    """Where a tempo has come to: its parts are seconds out, pause, back, pause. Every repetition looks the same, or
    where the sides change, every second one."""
    frame = round(elapsed * PACE) % (2 * sum(tempo) * PACE)
    number, into = divmod(frame, sum(tempo) * PACE)
    ends = list(accumulate(part * PACE for part in tempo))
    part = next((index for index, end in enumerate(ends) if into < end), len(tempo) - 1)
    length = tempo[part] * PACE
    share = (into - (ends[part] - length)) / length if length else 1.0
    return (tempo, frame), lambda: motion.beat(part, share, other=bool(number))
