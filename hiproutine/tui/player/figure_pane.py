"""The figure beside the player's digits: where it stands, and what it shows. Loaded only where it has room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from hiproutine.plan.model import Kind
from hiproutine.play.view import Phase
from hiproutine.tui.player.digit_glyphs import width
from hiproutine.tui.player.step_list import StepList
from hiproutine.tui.player.text import digit_template

if TYPE_CHECKING:
    from textual.screen import Screen

    from hiproutine.figures.pose import Figure
    from hiproutine.play.player import Player
    from hiproutine.play.view import View
    from hiproutine.tui.player.figure_motion import Figures
    from hiproutine.tui.widgets.figure_view import FigureView

Find = Callable[[str], "Figure | None"]
"""The figure of an exercise, by its id."""
LEAST_COLUMNS, LEAST_ROWS = 20, 8
GAP = 4
"""Columns between the longest digits and the figure."""
BETWEEN_SECONDS = 0.45
"""Seconds after a change at which nothing is due: what comes next is laid out then, not when its bells ring."""
WANTED_ROWS, LEAST_STEPS = 10, 5
"""Rows that a long list of steps leaves to the figure below it, and rows that it always keeps."""
BROADEST = 5
"""Columns a row: broader shows nothing more."""


class Room(NamedTuple):
    """A place in the middle of the screen, in cells."""

    top: int
    right: int
    columns: int
    rows: int
    steps: int = 0
    """Rows that the list of steps keeps above it; 0 for all there are."""


class FigurePane:
    """Of one player screen. It takes what the digits leave, and never more."""

    def __init__(self, screen: Screen[Any], player: Player, find: Find) -> None:
        self._screen = screen
        self._player = player
        self._find = find
        self._figures: Figures | None = None
        self._here: FigureView | None = None
        self._view: View | None = None
        self._waits = True
        """Until the rest of the screen stands."""
        self._ahead = -1
        """The interval after which it was last looked ahead."""

    @property
    def _steps(self) -> StepList:
        return self._screen.query_one(StepList)

    def begin(self) -> None:
        """Comes to the rest of the screen, which stands."""
        self._waits = False
        if not self._screen.has_class("-small"):
            self.place()

    def place(self) -> None:
        """Stands where there is most room for it; away where there is none."""
        if self._waits:
            return
        room = max(self._rooms(), key=lambda one: one.columns * one.rows, default=None)
        if room and self._here is None:
            self._load()
        if self._here is None or self._figures is None:
            return
        self._here.display = room is not None
        gives_way = room and room.steps and self._figures.any_in(self._player.plan)
        self._steps.styles.height = room.steps if room and gives_way else "1fr"
        if room:
            self._here.styles.width, self._here.styles.height = room.columns, room.rows
            self._here.styles.margin = (room.top, room.right, 0, 0)
            self._show()

    def _rooms(self) -> Iterator[Room]:
        """At the right of the digits, from their first row to the cue; and, on a broad screen, under the steps.

        Of many steps those around the current one stay.
        """
        screen = self._screen
        middle, now, digits, cue, steps = (
            screen.query_one(f"#{name}").region for name in ("middle", "now", "digits", "cue", "steps")
        )
        longest = max((interval.seconds for interval in self._player.plan.intervals), default=0)
        rows = cue.y - digits.y if digits.height else 0
        columns = now.width - width(digit_template(longest), digits.height or 1) - GAP
        right = middle.right - now.right
        yield from _room(digits.y - middle.y, right, min(columns, rows * BROADEST), rows)
        kept = min(self._steps.steps, max(LEAST_STEPS, middle.height - WANTED_ROWS - 2))
        yield from _room(kept + 2, 0, steps.width, min(middle.height - kept - 2, steps.width // 2), kept)

    def follow(self, view: View) -> None:
        """Shows what is played now."""
        self._view = view
        if self._here and self._here.display:
            self._show()
            if view.interval.index != self._ahead and view.phase is Phase.PLAYING:
                self._ahead = view.interval.index
                self._screen.set_timer(BETWEEN_SECONDS / self._player.speed, self.prepare, name="figure")
        elif self._here or view.interval.kind is not Kind.CONFIRM:
            self._screen.call_after_refresh(self.place)

    def prepare(self) -> None:
        """Reckons the figure that comes after the one that is shown."""
        from hiproutine.tui.player.figure_motion import shown_in

        if not (self._here and self._here.display and self._figures and self._view):
            return
        plan = self._player.plan
        comes = plan.next_work(shown_in(self._view.interval, plan).index)
        motion = self._figures.motion(comes) if comes else None
        if motion:
            self._here.prepare(motion)

    def _load(self) -> None:
        from hiproutine.tui.player.figure_motion import Figures
        from hiproutine.tui.widgets.figure_view import FigureView

        self._figures = Figures(self._find)
        self._here = FigureView(id="figure")
        self._screen.query_one("#middle").mount(self._here)

    def _show(self) -> None:
        from hiproutine.tui.player.figure_motion import moving, shown_in

        if self._view is None or self._here is None or self._figures is None:
            return
        player = self._player
        interval = self._view.interval
        if interval.kind is Kind.CONFIRM:
            self._here.show(None)
            return
        motion = self._figures.motion(shown_in(interval, player.plan))
        still = motion is None or self._screen.app.animation_level == "none"
        move = None if still or motion is None else moving(motion, self._view, lambda: player.elapsed, player.speed)
        self._here.show(motion, move)


def _room(top: int, right: int, columns: int, rows: int, steps: int = 0) -> Iterator[Room]:
    """One, if a figure can be recognised in it."""
    if columns >= LEAST_COLUMNS and rows >= LEAST_ROWS:
        yield Room(top, right, columns, rows, steps)
