"""The real application on a stage: a size, a clock that a test moves, and what stands on the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot

from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from hiproutine.tui.app import HiproutineApp
from hiproutine.tui.screens.player import PlayerScreen
from hiproutine.view import Phase
from tests.clocks import ManualClock

EVENING = datetime(2026, 11, 22, 18, 40)  # noqa: DTZ001 - a time on the wall


@dataclass
class Stage:
    """One running application."""

    app: HiproutineApp
    pilot: Pilot[bool]
    clock: ManualClock

    @property
    def player(self) -> PlayerScreen:
        """The player screen, wherever it lies in the stack."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, PlayerScreen))

    @property
    def phase(self) -> Phase:
        """What the player does."""
        return self.player.player.phase

    async def play(self, seconds: float) -> None:
        """Lets time pass, a second at a time at the most, with the screen asking each time."""
        end = self.clock() + seconds
        while self.clock() < end:
            self.clock.advance(min(1.0, end - self.clock()))
            if isinstance(self.app.screen, PlayerScreen):
                self.app.screen.ask()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def text(self) -> str:
        """What stands on the screen, a line a row, without blanks at the ends."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


@asynccontextmanager
async def on_stage(
    routine: str | Path | None = None,
    size: tuple[int, int] = (80, 24),
    *,
    theme: str = "dark",
    speed: float = 1.0,
) -> AsyncIterator[Stage]:
    """The application with a routine, by its id or file, or with the library."""
    library = Library(find_paths())
    clock = ManualClock()
    loaded = library.open(str(routine))[0] if routine else None
    app = HiproutineApp(
        routine=loaded, library=lambda: library, theme=theme, speed=speed, clock=clock, now=lambda: EVENING
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if routine is None:
            await app.workers.wait_for_complete()
            await pilot.pause()
        yield Stage(app, pilot, clock)
