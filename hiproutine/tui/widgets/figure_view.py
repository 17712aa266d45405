"""How it is done, drawn small: the figure of an exercise, still or moving."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color, ColorParseError
from textual.geometry import Region, Size
from textual.strip import Strip

from hiproutine.figures.ground import PACE
from hiproutine.figures.motion import Motion, Place
from hiproutine.figures.raster import LEAST, Row, Stage
from hiproutine.figures.shapes import Kind
from hiproutine.tui.crash_safe import CrashSafeApp
from hiproutine.tui.waking import Waking
from hiproutine.tui.widgets.cached_rows import MOST_KNOWN, CachedRows

LOOKS_AHEAD = 20
"""Frames in which the next change is looked for."""
REMEMBERED = 3
"""Movements that stay laid out: what was shown, what is, and what comes."""
COLOURS = {
    Kind.GROUND: "faint",
    Kind.PROP: "quiet",
    Kind.FAR: "faint",
    Kind.NEAR: "foreground",
    Kind.HEAD: "foreground",
    Kind.FAR_WORKING: "phase-work",
    Kind.WORKING: "phase-work",
}
"""The theme's colours, by what a dot shows."""
DIM = frozenset({Kind.FAR_WORKING})


PACE_OVER_SSH = 1
"""Pictures a second where every one of them goes over a link: below 6 KB a second at 120 columns and 40 rows. Ours."""


def pace() -> int:
    """Pictures a second at the most: fewer over ssh, where somebody pays for each."""
    return PACE_OVER_SSH if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY") else PACE


@dataclass(frozen=True)
class Moving:
    """A movement while it is played; its seconds are those of the interval."""

    elapsed: Callable[[], float]
    """Seconds by now."""
    at: Callable[[float], Place | None]
    """Where it is after so many seconds; None where nothing moves any more."""
    speed: float = 1.0
    """How many of its seconds pass in one."""


class FigureView(CachedRows):
    """Shows one figure, still or moving; never draws faster than `PACE`."""

    DEFAULT_CSS = """
    FigureView { width: 40; height: 16; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._motion: Motion | None = None
        self._stages: dict[Motion, Stage] = {}
        """The last ones: sides take turns."""
        self._stage: Stage | None = None
        """That of the motion that is shown; None where it is to be laid out, or has no room."""
        self._rows: tuple[Row, ...] = ()
        self._styles: tuple[Style, dict[Kind, Style]] | None = None
        self._seen: dict[int, tuple[Row, ...]] = {}
        """Pictures by their ids, which name changes between them; kept along, so that no others come to have them."""
        self._moving: Moving | None = None
        self._timer: Waking | None = None

    @property
    def motion(self) -> Motion | None:
        """The motion that is shown."""
        return self._motion

    def show(self, motion: Motion | None, moving: Moving | None = None) -> None:
        """Another figure, or another movement of it; without `moving` it stands still in its last pose."""
        if motion is not self._motion:
            self._stage = None
        self._motion, self._moving = motion, moving
        self._draw()

    def notify_style_update(self) -> None:
        """Draws the figure again in other colours."""
        self._styles = None
        super().notify_style_update()

    def on_resize(self) -> None:
        """Frames the figure anew."""
        self._stage = None
        self._stages.clear()
        self._draw()

    def prepare(self, motion: Motion) -> None:
        """Lays out a movement that comes next, while nothing else is to be done."""
        stage = self._staged(motion, self.size)
        if stage:
            stage.shown(motion.still)

    def _staged(self, motion: Motion | None, size: Size) -> Stage | None:
        if motion is None or size.width < LEAST[0] or size.height < LEAST[1]:
            return None
        stage = self._stages.pop(motion, None)
        if stage is None or (stage.columns, stage.rows) != (size.width, size.height):
            stage = Stage(motion, size.width, size.height)
        self._stages[motion] = stage
        if len(self._stages) > REMEMBERED:
            self._stages.pop(next(iter(self._stages)))
        return stage

    def _draw(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None
        if self._moving and not self._keeps_up():
            self._timer = Waking(self, 1 / pace(), self._draw)
            return
        stage = self._stage = self._stage or self._staged(self._motion, self.size)
        if stage is None or self._motion is None:
            self._paint(())
            return
        now = self._moving.elapsed() if self._moving else 0.0
        place = self._moving.at(now) if self._moving else None
        self._paint(stage.shown(place or self._motion.still))
        if self._moving and place:
            self._follow(stage, self._moving, now, place)

    def _keeps_up(self) -> bool:
        """Whether the terminal has taken all that was painted; where not, a picture would hold the next bell up."""
        app = self.app
        return not isinstance(app, CrashSafeApp) or app.keeps_up

    def _follow(self, stage: Stage, moving: Moving, now: float, place: Place) -> None:
        """Comes back when the movement is elsewhere: a processor that sleeps costs nothing."""
        step, here = moving.speed / pace(), stage.rounded(place)
        frames = (floor(now / step) + 1 + number for number in range(LOOKS_AHEAD))
        coming = ((frame * step, moving.at(frame * step)) for frame in frames)
        due = next(
            (then for then, there in coming if there is None or stage.rounded(there) != here), now + LOOKS_AHEAD * step
        )
        self._timer = Waking(self, max(due - now, step / pace()) / moving.speed, self._draw)

    def _paint(self, rows: tuple[Row, ...]) -> None:
        if rows is self._rows:
            return
        if len(self._seen) >= MOST_KNOWN:
            self._seen, self._known = {}, None
        before, self._rows = self._rows, rows
        self._seen[id(before)], self._seen[id(rows)] = before, rows
        self.repaint(id(before), id(rows), was=lambda: self._strips(before))

    def _strips(self, rows: tuple[Row, ...]) -> list[Strip]:
        """A picture as it was painted."""
        now, self._rows = self._rows, rows
        try:
            return self.bare_rows(Region(0, 0, *self.size))
        finally:
            self._rows = now

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        return self.content_rows(range(y, y + 1), self.visual_style.rich_style)[0]

    def content_rows(self, rows: range, style: Style) -> list[Strip]:
        """Rows of cells that the figure takes."""
        if self._styles is None or self._styles[0] != style:
            variables = self.app.get_css_variables()
            styles = {
                kind: style + Style(color=_colour(variables[name]), dim=kind in DIM) for kind, name in COLOURS.items()
            }
            self._styles = style, styles
        styles, width = self._styles[1], self.size.width
        found = (self._rows[y] if y < len(self._rows) else () for y in rows)
        return [
            Strip([Segment(run.text, styles.get(run.kind, style)) for run in runs]).adjust_cell_length(width, style)
            for runs in found
        ]


def _colour(value: str) -> RichColor | None:
    """A theme's colour; None, the text's own, where it is one that the theme reckons with its background."""
    try:
        return Color.parse(value).rich_color
    except ColorParseError:
        return None
