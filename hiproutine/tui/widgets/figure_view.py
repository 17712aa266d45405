"""How it is done, drawn small: the figure of an exercise, still or moving."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color, ColorParseError
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.timer import Timer

from hiproutine.figures.motion import Motion
from hiproutine.figures.raster import LEAST, Row, Stage
from hiproutine.figures.shapes import Kind
from hiproutine.figures.skeleton import Skeleton
from hiproutine.tui.widgets.kept import Kept

PACE = 10
"""Frames a second at most."""
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

Moment = tuple[Hashable, Callable[[], Skeleton]]
"""A moment of a movement, the same each time it comes round, and the body at it."""
Moving = Callable[[], Moment | None]
"""The moment that is now; None where nothing moves any more."""


class FigureView(Kept):
    """Shows one figure. Draws again only while it moves, and never faster than `PACE`."""

    DEFAULT_CSS = """
    FigureView { width: 40; height: 16; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._motion: Motion | None = None
        self._stage: Stage | None = None
        self._rows: tuple[Row, ...] = ()
        self._drawn: dict[Hashable, tuple[Row, ...]] = {}
        """What was drawn of this movement: most come round again."""
        self._styles: tuple[Style, dict[Kind, Style]] | None = None
        self._moving: Moving | None = None
        self._timer: Timer | None = None

    @property
    def motion(self) -> Motion | None:
        """What is shown."""
        return self._motion

    def show(self, motion: Motion | None, moving: Moving | None = None) -> None:
        """Another figure, or another movement of it; without `moving` it stands still in its last pose."""
        if motion is not self._motion:
            self._motion, self._stage = motion, None
        self._moving = moving
        self._draw()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_interval(1 / PACE, self._draw) if motion and moving else None

    def notify_style_update(self) -> None:
        """Other colours."""
        self._styles = None
        super().notify_style_update()

    def on_resize(self) -> None:
        """Framed anew."""
        self._stage = None
        self._draw()

    def _staged(self, size: Size) -> Stage | None:
        if self._motion is None or size.width < LEAST[0] or size.height < LEAST[1]:
            return None
        if self._stage is None or (self._stage.columns, self._stage.rows) != (size.width, size.height):
            self._stage = Stage(self._motion, size.width, size.height)
            self._drawn = {}
        return self._stage

    def _draw(self) -> None:
        stage = self._staged(self.size)
        rows: tuple[Row, ...] = ()
        if stage and self._motion:
            moment = self._moving() if self._moving else (None, self._motion.still)
            if moment is None:
                if self._timer:
                    self._timer.stop()
                return
            key, body = moment
            if key not in self._drawn:
                self._drawn[key] = stage.draw(body())
            rows = self._drawn[key]
        before, self._rows = self._rows, rows
        changed = [number for number, (one, other) in enumerate(zip(before, rows, strict=False)) if one != other]
        if len(before) != len(rows):
            self.refresh()
        elif changed:
            self.refresh(Region(0, changed[0], self.size.width, changed[-1] - changed[0] + 1))

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        base = self.visual_style.rich_style
        if y >= len(self._rows):
            return Strip.blank(self.size.width, base)
        if self._styles is None or self._styles[0] != base:
            variables = self.app.get_css_variables()
            styles = {
                kind: base + Style(color=_colour(variables[name]), dim=kind in DIM) for kind, name in COLOURS.items()
            }
            self._styles = base, styles
        styles = self._styles[1]
        strip = Strip([Segment(run.text, styles.get(run.kind, base)) for run in self._rows[y]])
        return strip.adjust_cell_length(self.size.width, base)


def _colour(value: str) -> RichColor | None:
    """A theme's colour; None, the text's own, where it is one that the theme reckons with its background."""
    try:
        return Color.parse(value).rich_color
    except ColorParseError:
        return None
