from __future__ import annotations

import pytest

from hiproutine.tui.theme import THEMES
from tests.tui.stage import on_stage


@pytest.mark.parametrize(
    ("asked", "got"),
    [("dark", "hiproutine-dark"), ("light", "hiproutine-light"), ("nord", "nord"), ("no such", "hiproutine-dark")],
)
async def test_a_theme_is_taken_by_its_name(asked: str, got: str) -> None:
    async with on_stage("cool-down", theme=asked) as stage:
        assert stage.app.theme == got
        assert any("There is no theme called no such." in n.message for n in stage.app._notifications) == (
            asked == "no such"
        )


@pytest.mark.parametrize(("background", "got"), [("0;15", "hiproutine-light"), ("15;0", "hiproutine-dark")])
async def test_without_a_name_the_terminals_background_decides(
    background: str, got: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", background)
    async with on_stage("cool-down", theme="") as stage:
        assert stage.app.theme == got


async def test_textuals_own_themes_have_every_colour_that_is_used() -> None:
    async with on_stage("post-run-hip-stretch") as stage:
        for theme in stage.app.available_themes:
            stage.app.theme = theme
            await stage.pilot.pause()
            assert "Hip flexor stretch" in stage.text()


@pytest.mark.parametrize("name", ["dark", "light"])
async def test_the_theme_is_what_is_seen(name: str) -> None:
    async with on_stage("post-run-hip-stretch", theme=name) as stage:
        assert stage.app.screen.styles.background.hex.lower() == str(THEMES[name].background)
        drawn = stage.app.screen.get_style_at(2, 1)
        assert drawn.bgcolor
        assert drawn.bgcolor.name == THEMES[name].background


async def test_another_theme_leaves_nothing_of_the_one_before() -> None:
    async with on_stage("post-run-hip-stretch", theme="light") as stage:
        wanted = stage.app.screen._compositor.render_strips()
    async with on_stage("post-run-hip-stretch", theme="dark") as stage:
        assert stage.app.screen._compositor.render_strips() != wanted
        stage.app.theme = "hiproutine-light"
        await stage.pilot.pause()
        assert stage.app.screen._compositor.render_strips() == wanted
