"""The guides, as a person reads them: the screens as text, and what keys do."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList, Static

from hiproutine.guides.pages import NAMES, page, pages
from hiproutine.tui.guides.screen import GuideScreen, GuidesScreen
from hiproutine.tui.library.screen import LibraryScreen
from hiproutine.tui.player.screen import PlayerScreen
from tests.tui.frames_at import compare
from tests.tui.stage import Stage, on_stage

SIGNS = NAMES.index("warning-signs")
FRAMES = {
    "guides-60x20": ((60, 20), ("down",)),
    "guides-80x24": ((80, 24), ("down",)),
    "guides-120x40": ((120, 40), ("down",)),
    "guides-200x60": ((200, 60), ("end",)),
    "guide-60x20": ((60, 20), ("down", "enter")),
    "guide-80x24": ((80, 24), ("down", "down", "enter")),
    "guide-end-80x24": ((80, 24), ("down", "down", "enter", "end")),
    "guide-120x40": ((120, 40), ("down", "enter")),
}


async def press(stage: Stage, *keys: str) -> None:
    """Presses keys, and waits until nothing moves."""
    await stage.press(*keys)
    shown = None
    while shown != stage.text():
        shown = stage.text()
        await stage.pilot.wait_for_animation()
        await stage.pilot.pause()


@pytest.mark.parametrize("name", FRAMES)
async def test_the_guides_look_as_committed(name: str) -> None:
    size, keys = FRAMES[name]
    async with on_stage(None, size) as stage:
        await press(stage, "g")
        for key in keys:
            await press(stage, key)
        compare(name, stage.text())


async def test_the_longest_page_can_be_read_to_its_end_where_it_is_narrow() -> None:
    found = pages()
    longest = max(found, key=lambda page: len(page.text))
    async with on_stage(None, (60, 20), theme="light") as stage:
        await press(stage, "g", *(["down"] * found.index(longest)), "enter")
        assert isinstance(stage.app.screen, GuideScreen)
        assert longest.title in stage.text()
        text = stage.app.screen.query_one("#guide", Static)
        assert max(map(len, str(text.content).splitlines())) <= text.size.width
        await press(stage, "end")
        assert "General information, not medical advice." in stage.text()


async def test_keys_scroll_and_go_back() -> None:
    async with on_stage(None, (60, 20)) as stage:
        await press(stage, "g", "enter")
        reading = stage.app.screen.query_one("#reading")
        await press(stage, "down", "down")
        assert reading.scroll_y == 2
        await press(stage, "space")
        assert reading.scroll_y > 10
        await press(stage, "pageup", "pageup")
        assert reading.scroll_y == 0
        await press(stage, "q")
        assert isinstance(stage.app.screen, GuidesScreen)
        await press(stage, "escape")
        assert isinstance(stage.app.screen, LibraryScreen)


async def test_beside_the_list_the_page_scrolls_and_the_cursor_stays() -> None:
    async with on_stage(None, (120, 40)) as stage:
        await press(stage, "g", "pagedown")
        screen = stage.app.screen
        beside, titles = screen.query_one("#guide-beside"), screen.query_one("#titles", OptionList)
        assert (beside.scroll_y > 0, titles.highlighted) == (True, 0)
        await press(stage, "pageup")
        assert beside.scroll_y == 0
        await press(stage, "space", "down")
        assert (beside.scroll_y, titles.highlighted) == (0, 1)


async def test_what_is_under_the_cursor_stays_under_it_when_the_window_changes() -> None:
    async with on_stage(None, (120, 40)) as stage:
        await press(stage, "g", "down", "down")
        for size in ((60, 20), (200, 60), (80, 24)):
            await stage.pilot.resize_terminal(*size)
            await press(stage)
            assert stage.app.screen.query_one("#titles", OptionList).highlighted == 2
            assert "Ice and heat" in stage.text()


async def test_a_page_plays_the_routine_it_names_and_is_there_again_afterwards() -> None:
    async with on_stage(None) as stage:
        await press(stage, "g", "p")
        assert isinstance(stage.app.screen, GuidesScreen)
        await press(stage, "down", "down", "enter", "p")
        assert isinstance(stage.app.screen, PlayerScreen)
        assert stage.player.player.plan.id == page("ice-and-heat").play == "ice-therapy"
        await press(stage, "q", "y", "enter")
        assert isinstance(stage.app.screen, GuideScreen)


async def test_a_page_without_a_routine_plays_nothing() -> None:
    async with on_stage(None, (120, 40)) as stage:
        await press(stage, "g", *["down"] * SIGNS, "p")
        assert isinstance(stage.app.screen, GuidesScreen)
        assert "p play" not in stage.text()


async def test_a_routine_that_cannot_be_opened_is_said() -> None:
    async with on_stage(None) as stage:
        await press(stage, "g", "down", "down", "enter")
        stage.app.playing.context.open = lambda _: None
        await press(stage, "p")
        assert isinstance(stage.app.screen, GuideScreen)
        assert "The routine ice-therapy cannot be opened." in [one.message for one in stage.app._notifications]
