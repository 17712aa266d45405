"""Windows of a few cells: Textual folds text to no columns there, and looks for lines of lists that have none."""

from __future__ import annotations

from contextlib import suppress

from textual.events import Resize
from textual.geometry import Size
from textual.widgets import OptionList

LEAST = Size(24, 6)
"""Columns and rows that are laid out at least; of a smaller window the rest is not seen. Ours: less says nothing."""


def at_least(event: Resize) -> Resize:
    """The new size of a window, as it is laid out."""

    def most(size: Size) -> Size:
        return Size(max(size.width, LEAST.width), max(size.height, LEAST.height))

    return Resize(most(event.size), most(event.virtual_size), event.container_size, event.pixel_size)


_by_a_page = OptionList._move_page  # noqa: SLF001


def _move_page_if_shown(one: OptionList, direction: int) -> None:
    """A page up or down; nothing in a list that has no room, where no line is known."""
    with suppress(KeyError, IndexError):
        _by_a_page(one, direction)  # type: ignore[arg-type]


def page_in_shown_lists_only() -> None:
    """For every list of options from now on."""
    setattr(OptionList, "_move_page", _move_page_if_shown)  # noqa: B010 - Textual has no open name for it
