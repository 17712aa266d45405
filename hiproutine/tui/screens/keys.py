"""The keys of a screen, from its own bindings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hiproutine.keymap import shown
from hiproutine.tui.remapped import changed_keys


class KeysScreen(ModalScreen[bool]):
    """Lists keys with what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,space,enter", "close", "Close", id="keys.close")
    ]

    def __init__(self, title: str, bindings: Sequence[BindingType]) -> None:
        super().__init__()
        self._title = title
        self._listed = [binding for binding in bindings if isinstance(binding, Binding) and binding.show]

    def compose(self) -> ComposeResult:
        """A heading and a line a key."""
        changed = changed_keys(self.app)
        with VerticalScroll(classes="card"):
            yield Static(Content.assemble((self._title, "b $strong")), markup=False)
            for binding in self._listed:
                now = changed.get(binding.id or "", binding.key)
                keys = " ".join(shown(key.strip()) for key in now.split(","))
                yield Static(Content.assemble((f"{keys:<10}", "b"), (binding.description, "$quiet")), markup=False)
            yield Static(Content.assemble(("esc", "b"), (" back", "$quiet")), classes="paragraph")

    def action_close(self) -> None:
        """Back."""
        self.dismiss(False)
