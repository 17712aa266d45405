"""Widgets whose rows stay as they were painted until something about them changes.

Textual asks every widget on the screen for its rows whenever one of them has changed, and goes through them again with
all that borders, padding, tints and links would need. A player changes every second for an hour on a laptop's battery.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Self

from rich.style import Style
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from hiproutine.tui.widgets.cell_writing import between, free_region, write_past

MOST_KNOWN = 500
"""Changes that are known by what was written; a movement has some dozens."""


class CachedRows(Widget):
    """Painted when it changes. Where nothing goes around its rows, Textual's work for that is left out."""

    _kept: tuple[Region, list[Strip]] | None = None
    _on_screen: tuple[Region, list[Strip] | None] | None = None
    """Where it stands on the screen, and what is painted there; None where that is not known."""
    _known: dict[tuple[Hashable, ...], str] | None = None
    """What was written for changes that come round again: a hundredth of the rows themselves."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """What was painted holds no longer."""
        self._kept = self._on_screen = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def repaint(
        self,
        *change: Hashable,
        was: Callable[[], list[Strip]] | None = None,
        now: Callable[[list[Strip]], list[Strip] | None] | None = None,
    ) -> None:
        """Shows what changed in it: only those cells are written, where nothing stands before it.

        `change` names one that comes round again, and then need not be reckoned; `was` gives the rows before it, and
        `now` those after it made of them, where that is less than to lay them out.
        """
        region, rows = self._on_screen or (None, None)
        if region is None or region != free_region(self):
            self.refresh()
            return
        known = self._known if change else None
        text = known.get((region, *change)) if known else None
        if text is not None:
            self._kept, self._on_screen = None, (region, None)
            write_past(self.app, text)
            return
        crop = Region(0, 0, *self.size)
        if rows is None and was:
            rows = was()
        strips = (now(rows) if now and rows is not None else None) or self.bare_rows(crop)
        system = self.app.console._color_system  # noqa: SLF001 - Textual writes with it as well
        text = between(rows, strips, region.offset, system) if rows is not None else None
        if text is None:
            self.refresh()
            return
        if change:
            self._remember((region, *change), text)
        self._kept, self._on_screen = (crop, strips), (region, strips)
        write_past(self.app, text)

    def _remember(self, change: tuple[Hashable, ...], text: str) -> None:
        if self._known is None or len(self._known) >= MOST_KNOWN:
            self._known = {}
        self._known[change] = text

    def notify_style_update(self) -> None:
        """What was painted holds no longer."""
        self._kept = self._on_screen = self._known = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they were painted."""
        if self._kept is None or self._kept[0] != crop:
            bare = not self.styles.gutter and self.opacity == 1.0
            self._kept = crop, self.bare_rows(crop) if bare else super().render_lines(crop)
            self._on_screen = (self.region, self._kept[1]) if bare and crop.size == self.size else None
        return self._kept[1]

    def content_rows(self, rows: range, style: Style) -> list[Strip]:
        """Some of its rows; `style` is the widget's own."""
        width = self.size.width
        return [self.render_line(y).adjust_cell_length(width, style) for y in rows]

    def bare_rows(self, crop: Region) -> list[Strip]:
        """What is shown of it, where nothing goes around its rows."""
        background = self.background_colors[1]
        strips = self.content_rows(crop.line_range, self.visual_style.rich_style)
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        first, end = crop.column_span
        return strips if (first, end) == (0, self.size.width) else [strip.crop(first, end) for strip in strips]


class CachedHorizontal(Horizontal, CachedRows):
    """Widgets beside each other, on a ground that is painted once."""


class CachedVertical(Vertical, CachedRows):
    """Widgets below each other, on a ground that is painted once."""
