"""Rows that are kept as they were painted are painted again when their colours or their room change."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from hiproutine.tui.player.big_time import BigTime
from tests.tui.stage import Stage, on_stage


def styles(stage: Stage) -> set[Style | None]:
    """What the digits are painted with."""
    digits = stage.player.query_one(BigTime)
    return {segment.style for strip in digits.render_lines(digits.size.region) for segment in strip}


def seen(strip: Strip) -> list[tuple[str, object, object, object, object]]:
    """Every cell as an eye has it: a blank has no colour but its ground's."""
    return [
        (mark, style.bgcolor, *((style.color, style.bold, style.dim) if mark.strip() else (None, None, None)))
        for text, style, _ in strip
        for mark in text
        if style
    ]


def rows(stage: Stage) -> list[str]:
    """What the digits are painted as."""
    digits = stage.player.query_one(BigTime)
    return [strip.text for strip in digits.render_lines(digits.size.region)]


async def test_the_same_digits_take_another_theme_and_another_mood() -> None:
    async with on_stage("post-run-hip-stretch") as stage:
        await stage.play(11)
        dark = styles(stage)
        stage.app.theme = "hiproutine-light"
        await stage.pilot.pause()
        light = styles(stage)
        assert light != dark
        stage.app.theme = "hiproutine-dark"
        await stage.pilot.pause()
        assert styles(stage) == dark
        await stage.press("space")
        assert stage.player.digits.has_class("-paused")
        assert styles(stage) != dark


async def test_digits_that_come_again_stand_as_they_stood() -> None:
    async with on_stage("post-run-hip-stretch") as stage:
        await stage.play(11)
        before, text = rows(stage), stage.player.digits.text
        await stage.play(1)
        assert rows(stage) != before
        stage.player.digits.show(text)
        assert rows(stage) == before
        await stage.pilot.resize_terminal(120, 40)
        await stage.pilot.pause()
        stage.player.digits.show(text)
        assert len(rows(stage)) > len(before)


async def test_a_row_is_as_wide_as_its_widget_and_painted_like_any_of_textuals() -> None:
    async with on_stage("post-run-hip-stretch", (120, 40), figures=True) as stage:
        await stage.play(11)
        await stage.drawn()
        for widget in stage.player.query("Line, BigTime, FigureView, Down, Across"):
            region = widget.size.region
            if not region or widget.styles.gutter:
                continue
            ours = widget.render_lines(region)
            theirs = widget._styles_cache.render_widget(widget, region)
            assert [seen(strip) for strip in ours] == [seen(strip) for strip in theirs], widget
            assert {strip.cell_length for strip in ours} == {widget.size.width}
