"""Asks for the value of a setting where an arrow is not enough: a theme from a list, folders written, a key pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import App

from hiproutine.config.definitions import Setting, Value, action_of, keys_of, parse_value
from hiproutine.config.keymap import keys_text

Answer = Callable[[Value], None]


def pick_theme(
    app: App[Any], setting: Setting, show: Callable[[str], None], answer: Answer, *, present: str, held: str
) -> None:
    """Shows each theme as the cursor comes to it, the `present` one first; without a choice the one that `held`."""
    from hiproutine.tui.settings.themes_screen import ThemesScreen

    def over(value: str | None) -> None:
        if value is None:
            show(held)
        else:
            answer(value)

    app.push_screen(ThemesScreen([str(one) for one in setting.choices], present, show), over)


def write_folders(app: App[Any], setting: Setting, answer: Answer) -> None:
    """Asks for folders in a line."""
    from hiproutine.dialogue.questions import Note
    from hiproutine.tui.questions.note import NoteScreen

    def over(text: object) -> None:
        if isinstance(text, str):
            answer(parse_value(setting, text))

    app.push_screen(NoteScreen(Note("Which folders? Commas between several.", setting.name, 1000)), over)


def press_key(app: App[Any], setting: Setting, values: Mapping[str, Value], answer: Answer) -> None:
    """Asks for the key of an action to be pressed; `values` are those of the file."""
    from hiproutine.tui.questions.press_key import PressKeyScreen

    def over(key: str | None) -> None:
        if key:
            answer(keys_text([key]))

    app.push_screen(PressKeyScreen(action_of(setting), keys_of(values)), over)
