"""Widgets whose rows stay as they were painted until something about them changes.

Textual asks every widget on the screen for its rows whenever one of them has changed, and goes through them again with
all that borders, padding, tints and links would need. A player changes every second for an hour on a laptop's battery.
"""

from __future__ import annotations

from typing import Self

from rich.style import Style
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from hiproutine.tui.widgets.cell_writing import between, may_write, write_past


class CachedRows(Widget):
    """Painted when it changes. Where nothing goes around its rows, Textual's work for that is left out."""

    _kept: tuple[Region, list[Strip]] | None = None
    _on_screen: tuple[Region, list[Strip]] | None = None
    """Where it stands on the screen, and what is painted there; None where that is not known."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """What was painted holds no longer."""
        self._kept = self._on_screen = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def repaint(self, keep: dict[tuple[int, int], tuple[object, object, str]] | None = None) -> None:
        """Shows what changed in it: only those cells are written, where nothing stands before it.

        `keep` holds what was written from one list of rows to another, for rows that come round again.
        """
        before = self._on_screen
        if before is None or before[0] != self.region or not may_write(self):
            self.refresh()
            return
        crop = Region(0, 0, *self.size)
        strips = self.bare_rows(crop)
        key = id(before[1]), id(strips)  # both are kept along, so that no others come to have their names
        text = keep[key][2] if keep and key in keep else None
        if text is None:
            system = self.app.console._color_system  # noqa: SLF001 - Textual writes with it as well
            text = between(before[1], strips, self.region.offset, system)
            if text is None:
                self.refresh()
                return
            if keep is not None:
                keep[key] = before[1], strips, text
        self._kept, self._on_screen = (crop, strips), (self.region, strips)
        write_past(self.app, text)

    def notify_style_update(self) -> None:
        """What was painted holds no longer."""
        self._kept = self._on_screen = None
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
