"""The settings: each with its value and where it comes from, changed by a key and kept at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static

from hiproutine.config.definitions import SETTINGS, Setting, Value
from hiproutine.config.keeping import NotKept, drop, keep
from hiproutine.config.reading import Config, read_config
from hiproutine.config.settings import Settings
from hiproutine.config.sources import Row, row
from hiproutine.errors import printable
from hiproutine.routine.values import BadValue
from hiproutine.tui.keys_screen import KeysScreen
from hiproutine.tui.questions.question import keys_line
from hiproutine.tui.settings.asking import pick_theme, press_key, write_folders
from hiproutine.tui.settings.text import (
    file_problem_text,
    full_help,
    keys_of_part,
    next_value,
    parts_line,
    setting_options,
    setting_row,
    short_help,
)
from hiproutine.tui.widgets.line import Line

WIDE = 100
"""Columns from which all about a setting stands beside the list."""
PARTS = ("Settings", "Keys")


class SettingsScreen(Screen[None]):
    """Changes the file at `path`. `changed` is told what holds then, `show_theme` which theme, empty for by itself."""

    CSS_PATH = "settings.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Change; a theme from a list, a key by pressing it", id="settings.choose"),
        Binding("left", "change(-1)", "The value before, or less", id="settings.less"),
        Binding("right", "change(1)", "The value after, or more", id="settings.more"),
        Binding("backspace,delete", "reset", "As built in", id="settings.reset"),
        Binding("tab,shift+tab", "part", "Settings, keys", id="settings.part"),
        Binding("r", "again", "Read the file again", id="settings.again"),
        Binding("question_mark", "keys", "Keys", id="settings.keys"),
        Binding("escape,q", "close", "Back", id="settings.close"),
    ]

    shelf = query_one("#list", OptionList)

    def __init__(
        self,
        path: Path,
        changed: Callable[[Settings], None],
        show_theme: Callable[[str], None],
        environ: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._path = path
        self._changed = changed
        self._show_theme = show_theme
        self._environ = environ
        self._config: Config = read_config(path)
        self._part = 0
        self._here: Setting | None = None
        """The setting under the cursor."""

    def compose(self) -> ComposeResult:
        """The parts above, then what is wrong, the list, and all about what is under the cursor."""
        with Vertical(id="settings"):
            yield Line(id="parts")
            yield Static(id="wrong", markup=False)
            with Horizontal(id="middle"):
                yield OptionList(id="list", markup=False, compact=True)
                with VerticalScroll(id="setting-beside", can_focus=False):
                    yield Static(id="setting-about", markup=False)
            yield Static(id="below", markup=False)
            yield Line(id="said")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """The arrows work at once."""
        self.set_focus(self.shelf)
        self._fill()
        self._paint_wrong()

    def on_resize(self, event: Resize) -> None:
        """More about a setting, where there is room."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.height < 24, "-low")
        self.set_class(event.size.height >= 36, "-tall")
        self.call_after_refresh(self._paint)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Shows all about it."""
        before, self._here = self._here, next((one for one in SETTINGS if one.key == event.option.id), None)
        for setting in {before, self._here} - {None}:
            self._paint_row(setting)
        self._paint_about()

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Changes the setting under the cursor."""
        self.action_choose()

    def action_choose(self) -> None:
        """The next value; of themes a list, and a key by pressing it."""
        setting = self._here
        if setting is None:
            return
        keep_it = partial(self._keep, setting)
        if setting.kind == "keys":
            press_key(self.app, setting, self._config.values, keep_it)
        elif setting.kind == "theme":
            present = str(self._row(setting).value)
            pick_theme(self.app, setting, self._show_theme, keep_it, present=present, held=self._theme())
        elif setting.kind == "folders":
            write_folders(self.app, setting, keep_it)
        elif setting.kind == "percent":
            self._say("← and → change it.")
        else:
            self.action_change(1)

    def action_change(self, step: int) -> None:
        """The value before or after."""
        if self._here and self._here.kind == "folders":
            self._say("Enter writes it.")
        elif self._here and self._here.kind != "keys":
            around = self._here.kind not in {"percent", "every", "count"}
            self._keep(self._here, next_value(self._row(self._here), step, around=around))

    def action_reset(self) -> None:
        """Out of the file, so that what is built in holds."""
        setting = self._here
        if setting and setting.key in self._config.values:
            self._kept(setting, lambda: drop(self._path, setting), "as built in")
        elif setting:
            self._say(f"{setting.name} is as built in.")

    def action_part(self) -> None:
        """Turns to the settings or to the keys."""
        self._part = 1 - self._part
        self._fill()
        self._say("")

    def action_again(self) -> None:
        """What was changed in the file meanwhile."""
        self._config = read_config(self._path)
        self._tell()
        self._say("Read again.")

    def action_keys(self) -> None:
        """Shows the keys of the settings."""
        self.app.push_screen(KeysScreen("In the settings", self.BINDINGS))

    def action_close(self) -> None:
        """Goes back to the library."""
        self.dismiss(None)

    # Changing

    def _keep(self, setting: Setting, value: Value) -> None:
        if value != self._row(setting).value or setting.key not in self._config.values:
            self._kept(setting, lambda: keep(self._path, setting, value))

    def _kept(self, setting: Setting, change: Callable[[], Config], how: str = "") -> None:
        """Changes the file, and says so; or says why it is as it was."""
        try:
            self._config = change()
        except BadValue as bad:
            self._say(printable(f"{bad.message}. {bad.cure[:1].upper()}{bad.cure[1:]}."), problem=True)
            return
        except NotKept as error:
            if error.problems:
                self._config = read_config(self._path)
            self._paint_wrong()
            why = "the file has problems." if error.problems else error.reason
            self._say(f"Nothing was changed: {why}", problem=True)
            return
        self._tell()
        self._say(f"Saved: {setting.name}, {how or self._row(setting).said}.")

    def _tell(self) -> None:
        """What holds now, to the program and to the eye."""
        self._changed(self._config.settings)
        self._show_theme(self._theme())
        self._paint()

    def _theme(self) -> str:
        """The theme that holds; the environment's is found where there is none."""
        return self._config.settings.theme

    # How it is shown

    @property
    def _shown(self) -> list[Setting]:
        return [one for one in SETTINGS if (one.kind == "keys") == (PARTS[self._part] == "Keys")]

    def _row(self, setting: Setting) -> Row:
        return row(setting, self._config, self._environ)

    def _fill(self) -> None:
        """The list of a part."""
        self.shelf.set_options(setting_options(self._shown))
        self._here = self._shown[0]
        self.shelf.highlighted = self.shelf.get_option_index(self._here.key)
        self._paint()

    def _paint(self) -> None:
        if not self.is_mounted:
            return
        for setting in self._shown:
            self._paint_row(setting)
        width = self.query_one("#parts").content_region.width
        self.query_one("#parts", Line).set_text(parts_line(PARTS[self._part], PARTS, str(self._path), width))
        self._paint_wrong()
        self._paint_about()
        self._paint_keys()

    def _paint_row(self, setting: Setting | None) -> None:
        if setting in self._shown and setting:
            width = max(20, self.shelf.scrollable_content_region.width - 2)
            text = setting_row(self._row(setting), width, here=setting is self._here)
            self.shelf.replace_option_prompt(setting.key, text)

    def _paint_about(self) -> None:
        if self._here:
            found = self._row(self._here)
            self.query_one("#setting-about", Static).update(full_help(found, self._config.settings.keys))
            self.query_one("#below", Static).update(short_help(found))

    def _paint_wrong(self) -> None:
        """What is wrong with the file, as far as there is room."""
        problems = self._config.problems
        self.set_class(bool(problems), "-wrong")
        if problems:
            self.query_one("#wrong", Static).update(file_problem_text(problems, max(1, self.size.height // 8)))

    def _paint_keys(self) -> None:
        self.query_one("#keys", Line).set_text(keys_line(keys_of_part(PARTS[self._part])))

    def _say(self, text: str, *, problem: bool = False) -> None:
        self.query_one("#said", Line).set_text(Content.styled(text, "b $warning" if problem else "$quiet"))
