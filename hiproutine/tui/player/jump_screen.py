"""Every step of the routine in a list, to go to one: the arrows, or its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hiproutine.tui.widgets.line import Line


class JumpScreen(ModalScreen[int | None]):
    """Dismissed with the number of a step, from 1, or None to stay where it was."""

    DEFAULT_CSS = """
    JumpScreen #steps-to-go-to { border: none; padding: 0; height: auto; max-height: 14; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "stay", "Stay", id="jump.stay")]

    def __init__(self, steps: Sequence[tuple[str, str]], now: int) -> None:
        """`steps` are names with lengths; `now` is the number of the one that plays."""
        super().__init__()
        self._steps = steps
        self._now = now
        self._typed = ""

    def compose(self) -> ComposeResult:
        """A line a step, with its number."""
        with Vertical(classes="card"):
            yield Line(Content.assemble(("Go to which step?", "b $strong")))
            rows = (
                Option(Content.assemble((f"{number:>3}  ", "b $quiet"), name, (f"  {length}", "$quiet")))
                for number, (name, length) in enumerate(self._steps, 1)
            )
            yield OptionList(*rows, id="steps-to-go-to", markup=False, compact=True)
            yield Line(Content.assemble(("enter", "b"), (" go there   ", "$quiet"), ("esc", "b"), (" stay", "$quiet")))

    def on_mount(self) -> None:
        """The step that plays is lit."""
        listed = self.query_one(OptionList)
        self.set_focus(listed)
        listed.highlighted = max(0, min(self._now, len(self._steps)) - 1)

    def on_key(self, event: Key) -> None:
        """A number lights its step; enter goes there."""
        if not event.key.isdecimal():
            return
        event.stop()
        for typed in (self._typed + event.key, event.key):
            if typed.isascii() and 1 <= int(typed) <= len(self._steps):
                self._typed = typed
                self.query_one(OptionList).highlighted = int(typed) - 1
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Goes to what is lit."""
        self.dismiss(event.option_index + 1)

    def action_stay(self) -> None:
        """Stays where it was."""
        self.dismiss(None)
