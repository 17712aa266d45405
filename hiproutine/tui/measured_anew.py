"""Texts that were changed are measured anew, whatever is measured while they say so.

Textual counts a change first, and forgets the old height only after it has asked where the widget stands. Where a
hidden widget has changed just before, that question lays everything out: the old height is then kept for the new text.
"""

from __future__ import annotations

from typing import Any

from textual.geometry import Region
from textual.widget import Widget

_refresh = Widget.refresh


def _refresh_unmeasured(widget: Widget, *regions: Region, layout: bool = False, **more: Any) -> Widget:
    """Painted and, if `layout`, laid out again, with nothing kept of how large it was."""
    if layout:
        widget.clear_cached_dimensions()
        widget._layout_cache.clear()  # noqa: SLF001 - what was measured
    return _refresh(widget, *regions, layout=layout, **more)


def measure_what_changed() -> None:
    """For every widget from now on."""
    setattr(Widget, "refresh", _refresh_unmeasured)  # noqa: B010 - Textual's own
