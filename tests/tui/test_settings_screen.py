"""The settings, as a person changes them: the screens as text, what keys do, and what stands in the file then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import Screen

import hiproutine.tui
from hiproutine.config.definitions import BY_KEY, SETTINGS, THEMES, Value
from hiproutine.config.keymap import ACTIONS, GROUPS, key_of
from hiproutine.config.settings import Settings
from hiproutine.config.sources import Row
from hiproutine.tui import theme
from hiproutine.tui.keys_screen import KeysScreen
from hiproutine.tui.player.screen import PlayerScreen
from hiproutine.tui.questions.press_key import PressKeyScreen
from hiproutine.tui.settings.screen import SettingsScreen
from hiproutine.tui.settings.text import next_value
from hiproutine.tui.settings.themes_screen import ThemesScreen
from tests.tui.frames_at import compare


class Host(App[None]):
    """Nothing but the screen, in our colours."""

    CSS_PATH = Path(hiproutine.tui.__file__).with_name("app.tcss")

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.told: list[Settings] = []
        self.changed_keys: dict[str, str] = {}
        self._place = path
        for ours in theme.THEMES.values():
            self.register_theme(ours)
        self.show_theme("")

    def get_css_variables(self) -> dict[str, str]:
        """With ours."""
        return theme.completed(super().get_css_variables())

    def show_theme(self, name: str) -> None:
        """As the program does."""
        self.theme = theme.THEMES[name or "dark"].name if (name or "dark") in theme.THEMES else name

    def changed(self, settings: Settings) -> None:
        """As the program does."""
        self.told.append(settings)
        self.changed_keys = settings.keys
        self.set_keymap(settings.keys)

    def on_mount(self) -> None:
        """Opens it."""
        self.push_screen(SettingsScreen(self._place, self.changed, self.show_theme, {"EDITOR": "vim"}))


class Changing:
    """One person who changes settings."""

    def __init__(self, app: Host, pilot: Pilot[None], path: Path) -> None:
        self.app, self.path, self._pilot = app, path, pilot

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def resize(self, columns: int, rows: int) -> None:
        """Makes the window another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self._pilot.pause()

    def looks_like(self, name: str) -> None:
        """Compares what stands there with a committed frame."""
        columns, rows = self.app.size
        compare(f"{name}-{columns}x{rows}", self.text())

    async def go_to(self, key: str) -> None:
        """Puts the cursor on a setting."""
        screen = self.app.screen
        assert isinstance(screen, SettingsScreen)
        screen.shelf.highlighted = screen.shelf.get_option_index(key)
        await self._pilot.pause()

    def text(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def file(self) -> str:
        """What stands in the file."""
        return self.path.read_bytes().decode()


@asynccontextmanager
async def changing(text: str = "", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Changing]:
    """The screen over a file in the present folder."""
    app = Host(written(text))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Changing(app, pilot, Path("config.toml"))


def written(text: str) -> Path:
    """The file, if there is anything in it."""
    path = Path("config.toml")
    if text:
        path.write_bytes(text.encode())
    return path


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def test_the_settings_look_as_committed() -> None:
    async with changing("[cues]\nvolume = 35\n", (60, 20)) as person:
        person.looks_like("settings")
        await person.press("tab", "down", "enter", "p")
        person.looks_like("settings-press")
        await person.press("escape", "tab", "enter", "down")
        person.looks_like("settings-themes")
        await person.press("escape")
        await person.resize(200, 60)
        person.looks_like("settings")
        await person.press("down", "right")
        await person.resize(80, 24)
        person.looks_like("settings")
        await person.resize(120, 40)
        person.looks_like("settings")
        await person.press("tab")
        person.looks_like("settings-keys")


async def test_what_is_wrong_looks_as_committed() -> None:
    async with changing("[cues]\nvolum = 3\nvoice = 'yes'\nbell = 1\nflash = 2\n", (60, 20)) as person:
        person.looks_like("settings-wrong")
        await person.resize(80, 24)
        await person.press("down", "right")
        person.looks_like("settings-wrong")


async def test_a_change_is_kept_at_once_and_said() -> None:
    async with changing("# mine\n[cues]\nvoice = true # aloud\n") as person:
        await person.go_to("cues.voice")
        await person.press("space")
        assert person.file() == "# mine\n[cues]\nvoice = false # aloud\n"
        assert "Saved: Voice, off." in person.text()
        assert not person.app.told[-1].cues.voice
        await person.go_to("cues.volume")
        await person.press("left", "left", "right", "left", "enter")
        assert "volume = 60\n" in person.file()
        assert "━━━━━━──── 60" in person.text()
        await person.press("backspace")
        assert "volume" not in person.file()
        assert person.app.told[-1].cues.volume == 80
        await person.press("delete")
        assert "Volume of the tones is as built in." in person.text()
        await person.press("escape")
        assert not isinstance(person.app.screen, SettingsScreen)


async def test_every_setting_can_be_changed_and_reset() -> None:
    async with changing() as person:
        screen = person.app.screen
        assert isinstance(screen, SettingsScreen)
        for setting in [one for one in SETTINGS if one.kind not in {"keys", "theme", "folders"}]:
            screen._here = setting
            screen.action_change(1)
            assert setting.key.rpartition(".")[2] in person.file()
            screen.action_reset()
            assert setting.key.rpartition(".")[2] not in person.file()
        assert person.app.told[-1] == Settings()


async def test_folders_are_typed() -> None:
    async with changing() as person:
        screen = person.app.screen
        assert isinstance(screen, SettingsScreen)
        screen._here = BY_KEY["runs.folders"]
        screen.action_change(1)
        assert "Enter writes it." in person.text()
        screen.action_choose()
        await person.press(*"~/a,/b", "enter")
        assert 'folders = ["~/a", "/b"]' in person.file()
        assert "Saved: Folders of runs, ~/a, /b." in person.text()


@pytest.mark.parametrize(
    ("key", "value", "step", "after"),
    [
        *(
            ("cues.volume", 95, 1, 100),
            ("cues.volume", 95, -1, 90),
            ("cues.volume", 0, -1, 0),
            ("cues.volume", 100, 1, 100),
        ),
        *(("plain.every", "45s", 1, "1m"), ("plain.every", "0s", -1, "0s"), ("plain.every", "45s", -1, "30s")),
    ],
)
def test_numbers_end_where_they_end(key: str, value: Value, step: int, after: Value) -> None:
    assert next_value(Row(BY_KEY[key], value, "config.toml"), step, around=False) == after


async def test_themes_are_seen_before_they_are_taken() -> None:
    async with changing() as person:
        await person.press("enter", "down", "down")
        assert isinstance(person.app.screen, ThemesScreen)
        assert person.app.theme == "hiproutine-light"
        await person.press("escape")
        assert person.app.theme == "hiproutine-dark"
        assert not person.path.exists()
        await person.press("enter", "down", "enter")
        assert (person.app.theme, person.file()) == ("hiproutine-dark", 'theme = "dark"\n')
        await person.press("right")
        assert (person.app.theme, person.file()) == ("hiproutine-light", 'theme = "light"\n')
        await person.press("backspace")
        assert (person.app.theme, person.file()) == ("hiproutine-dark", "")


async def test_a_key_is_changed_by_pressing_it() -> None:
    async with changing() as person:
        await person.press("tab")
        await person.go_to("keys.player.next")
        await person.press("enter", "p")
        assert isinstance(person.app.screen, PressKeyScreen)
        assert "p is “Pain now” already. Press another one." in person.text()
        await person.press("ctrl+z", "tab")
        assert person.file() == '[keys.player]\nnext = "tab"\n'
        assert person.app.told[-1].keys == {"player.next": "tab"}
        await person.press("enter", "escape")
        assert isinstance(person.app.screen, SettingsScreen)
        await person.press("backspace")
        assert person.app.told[-1].keys == {}
        await person.go_to("keys.library.how")
        await person.press("enter", "up", "full_stop")
        assert 'how = "."' in person.file()


async def test_a_key_does_not_come_back_where_it_is_another_by_now() -> None:
    async with changing("[keys.player]\nnext = 'f5'\nback = 'n'\n") as person:
        await person.press("tab")
        await person.go_to("keys.player.next")
        await person.press("backspace")
        assert "n is “Next” already" in person.text()
        assert person.file() == "[keys.player]\nnext = 'f5'\nback = 'n'\n"


async def test_a_file_with_problems_is_left_alone_until_it_is_mended() -> None:
    wrong = "awake = false\n[cues]\nvolum = 3\n"
    async with changing(wrong) as person:
        assert "config.toml has 1 problem." in person.text()
        assert "Line 3  cues.volum: [cues] has no key “volum”. Did you mean “volume”." in person.text()
        await person.go_to("awake")
        for key in ("right", "backspace"):
            await person.press(key)
            assert "Nothing was changed: the file has problems." in person.text()
        assert person.file() == wrong
        person.path.write_text("awake = false\n[cues]\nvolume = 3\n", encoding="utf-8")
        await person.press("r")
        assert "problem" not in person.text()
        assert person.app.told[-1].cues.volume == 3
        await person.press("right")
        assert person.file().startswith("awake = true\n")
        person.path.write_text("x = 1\n", encoding="utf-8")
        await person.press("right")
        assert "config.toml has 1 problem." in person.text()
        assert person.file() == "x = 1\n"


async def test_what_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with changing("awake = true\n") as person:
        monkeypatch.setattr("hiproutine.authoring.writing.os.replace", _refuse)
        await person.go_to("awake")
        await person.press("space")
        assert "Nothing was changed: permission denied." in person.text()
        assert person.app.told == []
    assert names_in(tmp_path) == ["config.toml"]


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return [path.name for path in folder.iterdir()]


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


async def test_names_of_files_and_values_are_no_markup() -> None:
    async with changing('theme = "[bold]x"\n') as person:
        assert "[bold]x" in person.text()


async def test_the_keys_that_hold_are_listed() -> None:
    async with changing("keys.player.next = 'j'\n") as person:
        await person.press("r")
        person.app.push_screen(KeysScreen("While a routine plays", PlayerScreen.BINDINGS))
        await person.press()
        assert "j         Next" in person.text()
        assert "b ←       Back" in person.text()


def bound() -> dict[str, str]:
    """Every binding of the screens whose keys can be changed, by its id."""
    found: dict[str, str] = {}
    for module in (
        "player.screen",
        "library.screen",
        "history.screen",
        "questions.question",
        "questions.scale",
        "questions.several",
    ):
        for kind in vars(import_module(f"hiproutine.tui.{module}")).values():
            if isinstance(kind, type) and issubclass(kind, Screen):
                bindings = [one for one in vars(kind).get("BINDINGS", ()) if isinstance(one, Binding)]
                found |= {one.id: one.key for one in bindings if one.id}
    return {name: key for name, key in found.items() if name.partition(".")[0] in GROUPS}


def test_what_can_be_changed_is_what_is_bound() -> None:
    assert {action.id: action.keys for action in ACTIONS} == bound()


def test_every_theme_there_is_can_be_chosen() -> None:
    app: App[None] = App()
    assert {*THEMES} == {*app.available_themes, *theme.THEMES}


def test_keys_are_named_as_textual_names_them() -> None:
    for character in "?!+-/\\,.;:_=<>()[]{}@#$%^&*~`'\"|éñ":
        assert App._normalize_keymap({"it": character})["it"] == key_of(character) or character == ","
