"""Looking back over 20,000 sessions and 100,000 readings, beside a journal of a month."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from textual.app import App
from textual.widgets import OptionList, Static

import hiproutine.tui
from hiproutine.clock import local_now
from hiproutine.journal.store import Journal
from hiproutine.tui.history.screen import HistoryScreen
from hiproutine.tui.theme import completed
from tests.benchmarks.measuring import HIPROUTINE, Row, compared, in_turn, medians, said, timed
from tests.kills import fill

SMALL, LARGE = (20, 100), (20_000, 100_000)
GOAL = 300
"""Milliseconds from opening to the first sessions."""


class _Host(App[None]):
    CSS_PATH = Path(hiproutine.tui.__file__).with_name("app.tcss")

    def get_css_variables(self) -> dict[str, str]:
        return completed(super().get_css_variables())


def looking_back(folder: Path, home: Path, rounds: int) -> list[Row]:
    """The screen, from opening it to its sessions and to its last text; and the command."""
    places = {name: folder / f"{name}.sqlite3" for name in ("small", "large")}
    for place, (sessions, readings) in zip(places.values(), (SMALL, LARGE), strict=True):
        with Journal(place) as journal:
            fill(journal, sessions, readings)
    screens = in_turn({name: _opening(place) for name, place in places.items()}, rounds)
    first = medians({name: [one[0] for one in found] for name, found in screens.items()})
    whole = medians({name: [one[1] for one in found] for name, found in screens.items()})
    commands = {name: timed([*HIPROUTINE, "history", "--journal", str(place)], home) for name, place in places.items()}
    commands["today"] = timed([*HIPROUTINE, "today", "--journal", str(places["large"])], home)
    commands["list"] = timed([*HIPROUTINE, "list"], home)
    took = medians(in_turn(commands, rounds))
    return [
        Row("history, first sessions of 20,000", said(first["large"], "ms"), f"of 20 {said(first['small'], 'ms')}",
            first["large"] / first["small"], f"< {GOAL} ms", first["large"] < GOAL),
        compared("history, all of the screen", whole["large"], "of 20", whole["small"], "ms"),
        compared("hiproutine today, 20,000 sessions", took["today"], "hiproutine list", took["list"], "ms", below=2),
        compared("hiproutine history, 20,000 sessions", took["large"], "20 sessions", took["small"], "ms", below=2),
    ]  # fmt: skip


def _opening(place: Path) -> Callable[[], tuple[float, float]]:
    return lambda: asyncio.run(_opened(place))


async def _opened(place: Path) -> tuple[float, float]:
    """Milliseconds from opening the screen until its first sessions stand there, and until everything does."""
    app = _Host()
    async with app.run_test(size=(120, 40)):
        began = perf_counter()
        screen = HistoryScreen(lambda: Journal(place), local_now)
        app.push_screen(screen)
        await _until(lambda: bool(screen.query(OptionList)) and screen.sessions.option_count > 0)
        first = (perf_counter() - began) * 1000
        texts = [screen.query_one(f"#{name}", Static) for name in ("month", "pain", "doing", "better", "session-about")]
        await _until(lambda: all(str(text.content) for text in texts))
        return first, (perf_counter() - began) * 1000


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - the program that is measured tells nobody
        await asyncio.sleep(0.001)
