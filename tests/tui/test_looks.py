"""Colours, digits and the bar: what can be judged without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import Theme

from hiproutine.tui.player import digit_glyphs as glyphs
from hiproutine.tui.theme import DARK, LIGHT
from hiproutine.tui.widgets.step_bar import drawn, piece_widths

TEXT = ["phase-work", "phase-rest", "phase-ready", "phase-paused", "side-left", "side-right", "quiet", "strong"]


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guideline_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("name", TEXT)
def test_text_has_contrast_enough(theme: Theme, name: str) -> None:
    for ground in (theme.background, theme.panel, theme.surface):
        assert ground
        assert contrast(theme.variables[name], ground) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_dimmed_text_can_still_be_read(theme: Theme) -> None:
    assert theme.background
    assert contrast(theme.variables["faint"], theme.background) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_sides_and_phases_never_share_a_colour(theme: Theme) -> None:
    names = ["phase-work", "phase-rest", "phase-ready", "side-left", "side-right"]
    assert len({theme.variables[name] for name in names}) == len(names)


@pytest.mark.parametrize("rows", range(3, 31))
def test_every_digit_is_as_wide_as_its_place_and_unlike_the_others(rows: int) -> None:
    drawings = [glyphs.draw(digit, rows) for digit in "0123456789"]
    assert {len(line) for drawing in drawings for line in drawing} == {glyphs.digit_width(rows)}
    assert {len(drawing) for drawing in drawings} == {rows}
    if rows >= 5:
        assert len(set(drawings)) == 10


@pytest.mark.parametrize("text", ["5", "27", "4:32", "1:02:30", " 9"])
def test_a_text_is_as_wide_as_was_said(text: str) -> None:
    for rows in (5, 7, 13, 20):
        assert {len(line) for line in glyphs.draw(text, rows)} == {glyphs.width(text, rows)}


def test_digits_shrink_to_the_room() -> None:
    assert glyphs.tallest("88:88", 200, 20) == 20
    assert glyphs.width("88:88", glyphs.tallest("88:88", 56, 20)) <= 56


@given(st.lists(st.floats(0, 600), min_size=1, max_size=60), st.integers(1, 200))
def test_the_bar_is_as_wide_as_its_room(seconds: list[float], columns: int) -> None:
    widths = piece_widths(tuple(seconds), columns)
    if widths:
        assert sum(widths) + len(widths) - 1 == columns
        assert min(widths) >= 1
    text, filled = drawn(tuple(seconds), sum(seconds) / 2, columns)
    assert len(text) == columns
    assert 0 <= filled <= columns


def test_the_bar_fills_from_nothing_to_all() -> None:
    assert drawn((10.0, 30.0), 0, 41) == ("─" * 11 + " " + "─" * 29, 0)
    text, filled = drawn((10.0, 30.0), 40, 41)
    assert set(text) == {"━", " "}
    assert filled == 41
