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

_NAMES = {
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "esc",
    "slash": "/",
}


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
        with VerticalScroll(classes="card"):
            yield Static(Content.assemble((self._title, "b $strong")), markup=False)
            for binding in self._listed:
                keys = " ".join(_NAMES.get(key, key) for key in binding.key.split(","))
                yield Static(Content.assemble((f"{keys:<10}", "b"), (binding.description, "$quiet")), markup=False)
            yield Static(Content.assemble(("esc", "b"), (" back", "$quiet")), classes="paragraph")

    def action_close(self) -> None:
        """Back."""
        self.dismiss(False)
