"""Writes the cells of a widget that changed, and nothing else.

Textual goes through every widget of the screen whenever one of them has changed, and writes whole rows: for digits that
count and a figure that moves that is most of what a player costs, and most of what goes over a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, repeat
from operator import ne
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.dom import NoScreen
from textual.errors import NoWidget
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from hiproutine.tui.crash_safe import CrashSafeApp

GAP = 1
"""Cells that stay and are written along where they part two changes: going past them would take more bytes."""
BLANK = " "

Cell = tuple[str, Style]


class Change(NamedTuple):
    """Neighbouring cells of one style that are written."""

    row: int
    column: int
    text: str
    style: Style


def free_region(widget: Widget) -> Region | None:
    """Where a widget stands, if nothing stands before it and its terminal takes what is written past Textual."""
    app = widget.app
    if not isinstance(app, CrashSafeApp) or app.is_headless or app.is_inline or app.is_leaving:
        return None
    try:
        screen = widget.screen
        if app._batch_count or app._notifications or not screen.is_current:  # noqa: SLF001
            return None
        place = screen.find_widget(widget)
    except (NoScreen, NoWidget):  # it is being taken down
        return None
    return place.region if place.visible_region == place.region and app.paints_now() else None


def write_past(app: App[Any], text: str) -> None:
    """Writes to the terminal beside what Textual paints."""
    if text and (driver := app._driver):  # noqa: SLF001
        driver.write(text)
        driver.flush()


def between(before: Sequence[Strip], after: Sequence[Strip], at: Offset, system: ColorSystem | None) -> str | None:
    """What makes one picture of the other on a terminal, the cursor being where it was; None where that cannot be said.

    `at` is where the first cell stands, `system` which colours the terminal has.
    """
    if len(before) != len(after):
        return None
    found: list[Change] = []
    for row, (old, new) in enumerate(zip(before, after, strict=True)):
        if old is new or old == new:
            continue
        cells = _cells(old), _cells(new)
        if cells[0] is None or cells[1] is None or len(cells[0]) != len(cells[1]):
            return None
        found += _changes(row, cells[0], cells[1])
    return _written(found, at, system) if found else ""


def _cells(strip: Strip) -> list[Cell] | None:
    """Letter by letter; None where one of them takes more than a cell, or none."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if control or not (text.isascii() or cell_len(text) == len(text)):
            return None
        shown = style or Style.null()
        if BLANK not in text:
            cells += zip(text, repeat(shown))
        elif not text.strip(BLANK):
            cells += [(BLANK, _blank(shown))] * len(text)
        else:
            blank = _blank(shown)
            cells += [(letter, blank if letter == BLANK else shown) for letter in text]
    return cells


@lru_cache(maxsize=256)
def _blank(style: Style) -> Style:
    """The style of a blank, as far as it can be seen."""
    seen = style.reverse or style.underline or style.strike or style.overline
    return style if seen else Style(bgcolor=style.bgcolor)


def _changes(row: int, old: list[Cell], new: list[Cell]) -> Iterator[Change]:
    changed = [*compress(count(), map(ne, old, new))]
    start = 0
    for index, column in enumerate(changed):
        if index + 1 == len(changed) or changed[index + 1] - column > GAP + 1:
            yield from _runs(row, changed[start], new[changed[start] : column + 1])
            start = index + 1


def _runs(row: int, column: int, cells: list[Cell]) -> Iterator[Change]:
    """Cells by their styles; a blank goes with what stands before it, if the ground is the same."""
    text, style = cells[0]
    for letter, own in cells[1:]:
        if own is style or own == style or (letter == BLANK and own == _blank(style)):
            text += letter
            continue
        yield Change(row, column, text, style)
        column += len(text)
        text, style = letter, own
    yield Change(row, column, text, style)


def _written(found: list[Change], at: Offset, system: ColorSystem | None) -> str:
    """Style by style: to choose one takes more bytes than to go somewhere else."""
    order = {style: number for number, style in enumerate(dict.fromkeys(change.style for change in found))}
    parts: list[str] = []
    row, column, style = -1, -1, None
    for change in sorted(found, key=lambda one: order[one.style]):
        if change.row != row or change.column < column:
            parts.append(f"\x1b[{at.y + change.row + 1};{at.x + change.column + 1}H")
        elif change.column > column:
            parts.append(f"\x1b[{change.column - column}C")
        if change.style != style:
            parts.append(_switch(style, change.style, system))
            style = change.style
        parts.append(change.text)
        row, column = change.row, change.column + len(change.text)
    return f"\x1b7{''.join(parts)}\x1b[m\x1b8"


@lru_cache(maxsize=1024)
def _switch(before: Style | None, style: Style, system: ColorSystem | None) -> str:
    """What chooses a style after another."""
    front = style.color.downgrade(system).get_ansi_codes() if style.color and system is not None else ()
    if before and before.bgcolor == style.bgcolor and _attributes(before) == _attributes(style):
        return f"\x1b[{';'.join(front or ('39',))}m"
    codes = Strip.render_ansi(style, system) if system is not None else ""
    return f"\x1b[0;{codes}m" if codes else "\x1b[m"


def _attributes(style: Style) -> int:
    return style._attributes & style._set_attributes  # noqa: SLF001 - as Textual writes it
