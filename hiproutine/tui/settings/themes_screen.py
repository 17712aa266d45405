"""Themes by their names, each shown at once while the cursor is on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hiproutine.config.definitions import AUTO
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.questions.question import keys_line
from hiproutine.tui.settings.text import theme_sample
from hiproutine.tui.widgets.line import Line

OWN = {AUTO: "by itself", "dark": "dark", "light": "light"}
"""What is ours, in words."""


class ThemesScreen(Screen[str | None]):
    """Dismissed with a theme, or None where it is to stay as it was. `show` is told each one the cursor comes to."""

    DEFAULT_CSS = """
    ThemesScreen #themes { padding: 1 2 0 2; }
    ThemesScreen #heading { padding: 0 1; margin-bottom: 1; color: $strong; text-style: bold; }
    ThemesScreen #names { width: 30; height: 1fr; border: none; background: $background; padding: 0; }
    ThemesScreen #names:focus { background-tint: transparent; }
    ThemesScreen #names > .option-list--option { padding: 0 1; }
    ThemesScreen #names > .option-list--option-highlighted { background: $panel; color: $strong; text-style: none; }
    ThemesScreen #sample { width: 1fr; height: auto; margin: 0 1 0 3; }
    ThemesScreen #keys { padding: 0 1; margin-top: 1; }
    ThemesScreen.-narrow #names { width: 23; }
    ThemesScreen.-narrow #sample { margin: 0 0 0 1; }
    ThemesScreen.-tall #themes { padding: 2 4 1 4; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "take", "This one", id="themes.take"),
        Binding("escape,q,left", "close", "As it was", id="themes.close"),
    ]

    names = query_one("#names", OptionList)

    def __init__(self, choices: list[str], present: str, show: Callable[[str], None]) -> None:
        super().__init__()
        self._choices = choices
        self._present = present
        self._show_one = show

    def compose(self) -> ComposeResult:
        """The names, and a little of the player in the colours of each."""
        with Vertical(id="themes"):
            yield Line("Theme", id="heading")
            with Horizontal():
                yield OptionList(*map(self._option, self._choices), id="names", markup=False, compact=True)
                yield Static(theme_sample(changed_keys(self.app)), id="sample", markup=False)
            yield Line(keys_line([("↑ ↓", "look"), ("enter", "take"), ("esc", "as it was")]), id="keys")

    def on_mount(self) -> None:
        """Begins at the present one."""
        self.set_focus(self.names)
        self.names.highlighted = self._choices.index(self._present) if self._present in self._choices else 0

    def on_resize(self, event: Resize) -> None:
        """Keeps to the room."""
        self.set_class(event.size.width < 72, "-narrow")
        self.set_class(event.size.height >= 36, "-tall")
        self.query_one("#sample", Static).update(theme_sample(changed_keys(self.app), airy=event.size.height >= 24))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Shows the theme under the cursor at once."""
        name = self._choices[event.option_index]
        self._show_one("" if name == AUTO else name)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keeps the theme under the cursor."""
        self.dismiss(self._choices[event.option_index])

    def action_take(self) -> None:
        """Takes what is under the cursor."""
        self.names.action_select()

    def action_close(self) -> None:
        """Leaves with the theme as it was."""
        self.dismiss(None)

    def _option(self, name: str) -> Option:
        now = ("   now", "$quiet") if name == self._present else ("", "")
        return Option(Content.assemble(OWN.get(name, name), now))
