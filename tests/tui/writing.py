"""The editor on a stage: one file, a size, and what stands on the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import TextArea
from textual.worker import WorkerCancelled

from hiproutine.authoring.drafting import open_draft
from hiproutine.paths import bundled, find_paths
from hiproutine.tui.editor import completion as offering
from hiproutine.tui.editor import screen as editor
from hiproutine.tui.editor.code import Code
from hiproutine.tui.editor.run import EditorApp, catalogue_of
from hiproutine.tui.editor.screen import EditorScreen
from tests.clocks import ManualClock
from tests.tui.stage import EVENING

editor.LOOK_EVERY = 3600.0  # a test looks at the file itself
editor.KEEP_EVERY = 3600.0  # and keeps what is not saved itself
offering.BREATHES = 0.0
SMALL = """# a routine
title = "Small"
[[steps]]
exercise = "hip-flexor-stretch"
hold = "30s"

[[steps]]
name = "Sit"   # at last
hold = "20s"
"""


@dataclass
class Desk:
    """One running editor."""

    app: EditorApp
    pilot: Pilot[bool]
    path: Path

    @property
    def editor(self) -> EditorScreen:
        """The editor, wherever it lies in the stack."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, EditorScreen))

    @property
    def code(self) -> Code:
        """What is written in."""
        return self.editor.query_one(Code)

    async def settle(self) -> None:
        """Until what is written has been checked and is seen."""
        await self.pilot.pause()
        if self.editor.checking._waits:
            self.editor.checking._waits.stop()
        await self._checked()
        self.editor.checking.in_background()
        await self._checked()
        await self.pilot.pause()

    async def _checked(self) -> None:
        """A check that a newer one took the place of has come to its end as well."""
        with suppress(WorkerCancelled):
            await self.app.workers.wait_for_complete()
            return
        await self._checked()

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Everything anew, as if it had been pasted."""
        self.code.load_text(text)
        self.code.post_message(TextArea.Changed(self.code))
        await self.settle()

    async def go(self, line: int, column: int = 0) -> None:
        """The cursor to a line, counted from 1, and a column, from 0."""
        self.code.move_cursor((line - 1, column))
        await self.pilot.pause()

    def look(self) -> None:
        """At the file, as every second."""
        self.editor._look()

    def text(self) -> str:
        """What stands on the screen, a line a row, without blanks at the ends."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


def own(text: str | bytes = SMALL, name: str = "small", folder: Path | None = None) -> Path:
    """A routine of one's own, or a file in a folder."""
    folder = folder or find_paths().routines
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@asynccontextmanager
async def writing(
    path: Path | str | None = None,
    size: tuple[int, int] = (80, 24),
    *,
    theme: str = "dark",
    figures: bool = True,
    keys: dict[str, str] | None = None,
) -> AsyncIterator[Desk]:
    """The editor on a file, or on what is bundled under this name, such as `cool-down` or `exercises/plank`."""
    found = bundled() / f"{path}.toml" if isinstance(path, str) else path or own()
    paths = find_paths()
    draft = open_draft(found, paths)
    app = EditorApp(
        draft, catalogue_of(paths), theme=theme, figures=figures, keys=keys, clock=ManualClock(), now=lambda: EVENING
    )
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot, found)
        await desk.settle()
        yield desk
