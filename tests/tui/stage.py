"""The real application on a stage: a size, a clock that a test moves, and what stands on the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import ClassVar

from textual.pilot import Pilot

from hiproutine.config.measures import measures_of
from hiproutine.config.settings import Cues, Settings
from hiproutine.dialogue.context import AskBefore, Context, open_context
from hiproutine.dialogue.day import Lately, lately
from hiproutine.errors import HiproutineError
from hiproutine.paths import find_paths
from hiproutine.play.view import Phase
from hiproutine.routine.library import Entry, Library
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.app import HiproutineApp
from hiproutine.tui.player.screen import PlayerScreen
from hiproutine.tui.widgets.figure_view import FigureView
from tests.clocks import ManualClock

EVENING = datetime(2026, 11, 22, 18, 40, tzinfo=timezone(timedelta(hours=1)))


QUIET = Settings(awake=False, cues=Cues(bell=True, sound=False, title=False), figures=False)
"""Nothing but the terminal's bell."""


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
        """Lets time pass, four seconds at a time at the most, with the screen asking each time."""
        end = self.clock() + seconds
        while self.clock() < end:
            self.clock.advance(min(4.0, end - self.clock()))
            if isinstance(self.app.screen, PlayerScreen):
                self.app.screen.ask()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def drawn(self) -> None:
        """The player's figure as it is at this moment, and not when its own timer comes round."""
        for _ in range(5):
            await self.pilot.pause()
        for screen in self.app.screen_stack:
            for figure in screen.query(FigureView):
                figure._draw()
        await self.pilot.pause()

    def text(self) -> str:
        """What stands on the screen, a line a row, without blanks at the ends."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


class Shelf(Library):
    """The library; what comes with the program is read once for all tests, where nobody has files of their own."""

    _bundled: ClassVar[list[Entry]] = []

    def entries(self) -> Iterator[Entry]:
        """Every routine."""
        own = find_paths()
        if own.routines.exists() or own.exercises.exists():
            yield from super().entries()
            return
        if not self._bundled:
            self._bundled.extend(super().entries())
        yield from self._bundled


@asynccontextmanager
async def on_stage(
    routine: str | Path | None = None,
    size: tuple[int, int] = (80, 24),
    *,
    theme: str = "dark",
    speed: float = 1.0,
    keeps: bool = False,
    figures: bool = False,
    now: Callable[[], datetime] = lambda: EVENING,
    clock: ManualClock | None = None,
) -> AsyncIterator[Stage]:
    """The application with a routine, by its id or file, or with the library. Only if it `keeps`, it asks."""
    library = Shelf(find_paths())
    clock = clock or ManualClock()
    loaded = library.open(str(routine))[0] if routine else None

    def context(app: HiproutineApp) -> Context:
        def complain(sentence: str) -> None:
            app.notify(sentence, markup=False)

        def found(name: str) -> Loaded | None:
            try:
                return library.open(name)[0]
            except HiproutineError:
                return None

        def wall() -> datetime:
            return now() + timedelta(seconds=clock())

        if not keeps or speed != 1.0:
            return Context(None, complain, found, wall, AskBefore.NEVER)
        return open_context(find_paths().journal, complain, found, now=wall)

    def past() -> Lately:
        with context(app) as here:
            return lately(here)

    app = HiproutineApp(
        context=context,
        lately=past,
        settings=lambda: QUIET._replace(figures=figures),
        routine=(lambda: loaded) if loaded else None,
        library=lambda: Shelf(find_paths(), lambda: measures_of(find_paths())),
        theme=theme,
        speed=speed,
        clock=clock,
        now=now,
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if routine is None:
            while not getattr(app.screen, "has_begun", True):  # what is looked up once the list stands there
                await pilot.pause(0.02)
            await app.workers.wait_for_complete()
            await pilot.pause()
        yield Stage(app, pilot, clock)
