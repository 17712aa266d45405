"""Figures printed: a still under an exercise, or moving in place until a key ends it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep

import click
from rich.console import Console
from rich.text import Text

from hiproutine.figures.ground import PACE
from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import Figure
from hiproutine.figures.raster import LEAST, Row, Stage
from hiproutine.figures.shapes import Kind
from hiproutine.plan.model import Kind as Work
from hiproutine.plan.model import Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise_figure import figure_of

COLUMNS, ROWS = 40, 16
STYLES = {
    Kind.GROUND: "bright_black",
    Kind.PROP: "yellow",
    Kind.FAR: "bright_black",
    Kind.FAR_WORKING: "green",
    Kind.WORKING: "bold green",
}
"""The terminal's own colours, so that they suit its background."""
HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"


def still(figure: Figure, columns: int = COLUMNS, rows: int = ROWS) -> Text:
    """The pose that shows it best; empty rows above it are left out."""
    motion = Motion(figure)
    return text_of(Stage(motion, columns, rows).shown(motion.still), trim=True)


def text_of(rows: tuple[Row, ...], *, trim: bool = False) -> Text:
    """Rows as a text of as many lines; with `trim` without the empty ones at the top."""
    lines = [Text.assemble(*((run.text, STYLES.get(run.kind, "")) for run in row)) for row in rows]
    while trim and lines and not lines[0].plain.strip():
        lines.pop(0)
    for line in lines:
        line.rstrip()
    return Text("\n").join(lines)


def print_still(figure: Figure) -> None:
    """On standard output, in colours only on a terminal that has them."""
    Console(highlight=False, soft_wrap=True).print(still(figure))


def print_figures(plan: Plan, catalogue: Catalogue) -> None:
    """Each exercise of a plan once, under its name, as it is done on the side that comes first."""
    works = {
        one.about.exercise: one for one in reversed(plan.intervals) if one.kind is Work.WORK and one.about.exercise
    }
    for one in sorted(works.values(), key=lambda one: one.index):
        figure = figure_of(one.about.exercise, catalogue)
        if figure:
            click.echo(f"\n{one.name}\n")
            print_still(figure.for_side(one.side) if one.side else figure)


def animate(figure: Figure, title: str) -> str | None:
    """Plays it in place until ctrl+c; why it cannot, if it cannot."""
    size = shutil.get_terminal_size()
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") in {"", "dumb"}:
        return "A figure moves only in a terminal. Without --animate it is printed as it stands."
    columns, rows = min(COLUMNS * 2, size.columns - 1), min(ROWS * 2, size.lines - 3, (size.columns - 1) // 2)
    if columns < LEAST[0] or rows < LEAST[1]:
        return f"A figure needs {LEAST[0]} columns and {LEAST[1] + 3} rows to move in."
    motion = Motion(figure)
    stage = Stage(motion, columns, rows)
    console = Console(highlight=False)
    console.print(Text(f"{title}. ctrl+c ends it."))
    with _hidden_cursor():
        _play(console, motion, stage, monotonic, sleep)
    return None


def _play(
    console: Console,
    motion: Motion,
    stage: Stage,
    clock: Callable[[], float],
    wait: Callable[[float], None],
) -> None:
    began = clock()
    first = True
    while True:
        if not first:
            console.file.write(f"\x1b[{stage.rows}A")
        first = False
        for line in text_of(stage.shown(motion.loop(clock() - began))).split("\n", allow_blank=True):
            console.file.write("\x1b[2K")
            console.print(line, soft_wrap=True)
        console.file.flush()
        wait(1 / PACE)


@contextmanager
def _hidden_cursor() -> Iterator[None]:
    """Until ctrl+c, which is the way out and no trouble."""
    sys.stdout.write(HIDE)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        sys.stdout.write(f"{SHOW}\n")
        sys.stdout.flush()
