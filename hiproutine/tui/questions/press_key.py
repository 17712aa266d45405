"""Waits for the key that something is to have."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from hiproutine.config.keymap import GROUPS, Action, key_label, key_of, taken_by
from hiproutine.tui.widgets.line import Line


class PressKeyScreen(ModalScreen[str | None], inherit_bindings=False):
    """Dismissed with a key that is free, or None. `keys` are those that were changed already."""

    DEFAULT_CSS = """
    PressKeyScreen #words { color: $strong; text-style: bold; margin: 1 0; }
    PressKeyScreen #clash { height: 2; text-wrap: wrap; color: $warning; }
    """

    def __init__(self, action: Action, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._wanted = action
        self._keymap = keys

    def compose(self) -> ComposeResult:
        """What the key is for."""
        now = " ".join(map(key_label, self._keymap.get(self._wanted.id, self._wanted.keys).split(",")))
        with Vertical(classes="card"):
            yield Static(GROUPS[self._wanted.group], classes="quiet", markup=False)
            yield Static(self._wanted.words, id="words", markup=False)
            yield Static(Content.assemble("Press the key that is to do this. Now it is ", (now, "b"), "."))
            yield Line(id="clash")
            yield Static(Content.assemble(("esc", "b"), (" as it was", "$quiet")))

    def on_key(self, event: Key) -> None:
        """Takes it, if it is free."""
        event.stop()
        event.prevent_default()
        key = key_of(event.key)
        if event.key == "escape":
            self.dismiss(None)
        elif key is None:
            self.query_one("#clash", Line).set_text("That key cannot be told from others. Press another one.")
        elif what := taken_by(self._wanted, key, self._keymap):
            self.query_one("#clash", Line).set_text(f"{key_label(key)} is {what} already. Press another one.")
        else:
            self.dismiss(key)
