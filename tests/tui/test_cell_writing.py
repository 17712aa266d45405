"""Only the cells that changed are written, and the screen is the same as if all of it had been."""

from __future__ import annotations

import signal
import sys
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.strip import Strip

from hiproutine.paths import find_paths
from hiproutine.tui.widgets.cell_writing import between
from tests.benchmarks.homes import settled
from tests.terminals import Terminal

COLUMNS, ROWS = 12, 3
LOOKS: list[dict[str, Any]] = [
    {"color": "#7fe0c3", "bgcolor": "#101618"},
    {"color": "#e8f1ee", "bgcolor": "#101618"},
    {"color": "#7fe0c3", "bgcolor": "#101618", "dim": True},
    {"color": "red", "bgcolor": "blue", "bold": True},
    {"bgcolor": "#101618"},
    {"color": "#7fe0c3", "bgcolor": "#101618", "reverse": True},
    {"color": "white", "bgcolor": "#101618", "underline": True},
    {},
]
STYLES = {
    system: [Style(**look) for look in LOOKS]  # a style remembers how it is written
    for system in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD)
}
INK = STYLES[ColorSystem.TRUECOLOR][0]
STRIPS = st.lists(
    st.lists(st.tuples(st.sampled_from(" ⣿█a"), st.integers(0, len(LOOKS) - 1)), min_size=COLUMNS, max_size=COLUMNS),
    min_size=ROWS, max_size=ROWS,
)  # fmt: skip


Rows = list[list[tuple[str, int]]]


def strips_of(rows: Rows, system: ColorSystem = ColorSystem.TRUECOLOR) -> list[Strip]:
    return [Strip([Segment(letter, STYLES[system][look]) for letter, look in row]) for row in rows]


def shown(*texts: str) -> list[object]:
    """The cells of a terminal that was given some texts, as an eye has them, and where its cursor is."""
    screen = pyte.Screen(COLUMNS + 4, ROWS + 2)
    stream = pyte.Stream(screen)
    for text in texts:
        stream.feed(text)
    return [*seen([screen.buffer[y][x] for y in range(ROWS + 2) for x in range(COLUMNS + 4)]), screen.cursor.x]


def seen(cells: list[pyte.screens.Char]) -> list[object]:
    """As an eye has them: a blank has the colour of its ground alone."""
    blank = [cell.data == " " and not (cell.reverse or cell.underscore) for cell in cells]
    return [cell._replace(fg="", bold=False) if empty else cell for cell, empty in zip(cells, blank, strict=True)]


def whole(strips: list[Strip], system: ColorSystem) -> str:
    """All of it, as Textual writes it."""
    rows = ["".join(Strip.render_style(s.style or Style(), s.text, system) for s in strip) for strip in strips]
    return "".join(f"\x1b[{y + 2};3H{row}" for y, row in enumerate(rows)) + "\x1b[1;1H"


@pytest.mark.parametrize("system", STYLES)
@given(STRIPS, STRIPS)
def test_what_is_written_makes_one_picture_of_the_other(system: ColorSystem, before: Rows, after: Rows) -> None:
    old, new = strips_of(before, system), strips_of(after, system)
    text = between(old, new, Offset(2, 1), system)
    assert text is not None
    assert shown(whole(old, system), text) == shown(whole(old, system), whole(new, system))


def test_the_same_picture_takes_nothing_and_wide_letters_are_left_to_textual() -> None:
    strips = strips_of([[("a", 0)] * 4])
    assert between(strips, strips_of([[("a", 0)] * 4]), Offset(), ColorSystem.TRUECOLOR) == ""
    for other in ([Strip([Segment("走a", INK)])], [Strip([Segment("abc", INK)])], []):
        assert between(strips, other, Offset(), ColorSystem.TRUECOLOR) is None


def test_one_cell_takes_few_bytes() -> None:
    row = [("█", 0)] * COLUMNS
    other = [*row[:5], (" ", 0), *row[6:]]
    text = between(strips_of([row, row]), strips_of([row, other]), Offset(), ColorSystem.TRUECOLOR)
    assert text == "\x1b7\x1b[2;6H\x1b[0;48;2;16;22;24m \x1b[m\x1b8"


def test_a_screen_that_was_written_past_textual_is_the_screen_that_textual_paints() -> None:
    paths = find_paths()
    settled(paths.config, asked=False)
    paths.routines.mkdir()
    (paths.routines / "mine.toml").write_text(
        'title = "Mine"\n[defaults]\nget_ready = 0\n[[steps]]\nexercise = "hip-bridge"\ntime = "10m"\n'
    )
    with Terminal([sys.executable, "-m", "hiproutine", "play", "mine"], columns=120, rows=40, warm=True) as terminal:
        terminal.wait_for("Keep going")
        terminal.wait_for(lambda: terminal.output.count(b"\x1b7") > 12)
        terminal.send(" ")
        terminal.wait_for("Paused")
        terminal.watch(0.3)
        before = [*map(seen, terminal.cells)]
        terminal.send("\x0c")
        terminal.watch(1.0)
        after = [*map(seen, terminal.cells)]
        terminal.kill(signal.SIGTERM)
        terminal.wait()
    assert before == after
