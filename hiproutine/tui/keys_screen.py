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

from hiproutine.config.keymap import key_label
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.questions.more_below import MoreBelow


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
        rows = [(_named(changed.get(one.id or "", one.key)), one.description) for one in self._listed]
        column = max(10, 1 + max((len(keys) for keys, _ in rows), default=0))
        with VerticalScroll(classes="card") as card:
            yield MoreBelow(card)
            yield Static(Content.assemble((self._title, "b $strong")), markup=False)
            for keys, what in rows:
                yield Static(Content.assemble((f"{keys:<{column}}", "b"), (what, "$quiet")), markup=False)
            yield Static(Content.assemble(("esc", "b"), (" back", "$quiet")), classes="paragraph")

    def action_close(self) -> None:
        """Goes back to the screen whose keys these are."""
        self.dismiss(False)


def _named(keys: str) -> str:
    """Keys as a person calls them."""
    return " ".join(key_label(key.strip()) for key in keys.split(","))
