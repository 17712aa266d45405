"""All about a routine, where there is no room beside the list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Static

from hiproutine.routine.library import Entry
from hiproutine.tui.library.text import preview


class PreviewScreen(Screen[None]):
    """Shows one entry of the library."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,i,q,space,enter", "close", "Close", id="preview.close")]

    def __init__(self, entry: Entry, avoid: frozenset[str] = frozenset(), week: str = "") -> None:
        """`avoid` are areas whose steps are better left out today; `week` says which of a plan it is, and why."""
        super().__init__()
        self._entry = entry
        self._avoid = avoid
        self._week = week

    def compose(self) -> ComposeResult:
        """The preview, scrolling."""
        with VerticalScroll(id="about"):
            yield Static(id="preview", markup=False)
        yield Static(Content.assemble(("esc", "b $foreground"), (" back", "$quiet")), id="keys")

    def on_resize(self, event: Resize) -> None:
        """Fits the text to the room."""
        text = preview(self._entry, event.size.width - 8, avoid=self._avoid, week=self._week)
        self.query_one("#preview", Static).update(text)

    def action_close(self) -> None:
        """Goes back to the list."""
        self.dismiss(None)
