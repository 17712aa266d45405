from hiproutine.paths import find_paths
from hiproutine.tui.library.screen import LibraryScreen
from hiproutine.tui.player.screen import PlayerScreen
from hiproutine.tui.settings.screen import SettingsScreen
from tests.tui.stage import on_stage


async def test_settings_open_from_the_library_and_hold_at_once() -> None:
    async with on_stage(None) as stage:
        await stage.press("comma")
        screen = stage.app.screen
        assert isinstance(screen, SettingsScreen)
        await stage.press("enter", "down", "down", "enter")
        assert stage.app.theme == "hiproutine-light"
        await stage.press("tab")
        screen.shelf.highlighted = screen.shelf.get_option_index("keys.library.how")
        await stage.press("enter", "x")
        screen.shelf.highlighted = screen.shelf.get_option_index("keys.player.next")
        await stage.press("enter", "j", "escape")
        assert isinstance(stage.app.screen, LibraryScreen)
        assert (
            find_paths().settings.read_text()
            == 'theme = "light"\n\n[keys.library]\nhow = "x"\n\n[keys.player]\nnext = "j"\n'
        )
        await stage.pilot.resize_terminal(101, 24)
        await stage.pilot.pause()
        assert "x about" in stage.text()
        await stage.press("x")
        assert not isinstance(stage.app.screen, LibraryScreen)
        await stage.press("escape", "i")
        assert isinstance(stage.app.screen, LibraryScreen)
        assert stage.app.screen.search.value == "i"
        await stage.press("escape", "enter")
        assert isinstance(stage.app.screen, PlayerScreen)
        assert "j next" in stage.text()
        index = stage.player.player.view().interval.index
        await stage.press("j")
        assert stage.player.player.view().interval.index > index


FAR = """title = "Far"
steps = [{ name = "Run", distance = "3 km" }]
"""


async def test_a_distance_and_a_pace_that_were_set_hold_in_the_library_at_once() -> None:
    folder = find_paths().routines
    folder.mkdir(parents=True)
    (folder / "far.toml").write_text(FAR)
    async with on_stage(None, size=(80, 60)) as stage:
        assert "18:10" in next(row for row in stage.text().splitlines() if "Far" in row)
        await stage.press("comma")
        screen = stage.app.screen
        assert isinstance(screen, SettingsScreen)
        screen.shelf.highlighted = screen.shelf.get_option_index("pace")
        await stage.press("enter", "up", "enter", "escape")
        library = stage.app.screen
        assert isinstance(library, LibraryScreen)
        library._follow()
        await stage.app.workers.wait_for_complete()
        await stage.pilot.pause()
        assert "19:40" in next(row for row in stage.text().splitlines() if "Far" in row)
