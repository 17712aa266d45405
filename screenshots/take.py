"""Writes the pictures the README shows, from the real program with a clock that stands still.

python screenshots/take.py            writes them
python screenshots/take.py --check    says whether they are current
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text
from textual.pilot import Pilot

from hiproutine.cli.figures import text_of
from hiproutine.config.settings import Cues, Settings
from hiproutine.dialogue.context import AskBefore, Context
from hiproutine.dialogue.day import lately
from hiproutine.dialogue.scales import pain
from hiproutine.figures.motion import Motion
from hiproutine.figures.raster import Stage
from hiproutine.paths import Paths, bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise_figure import figure_of
from hiproutine.routine.library import Library
from hiproutine.tui.app import HiproutineApp
from hiproutine.tui.player.screen import PlayerScreen

HERE = Path(__file__).parent
ACROSS, CELLS = 6, (30, 11)
"""Exercises in a row, and the cells each takes."""
EVENING = datetime(2026, 11, 22, 18, 40, tzinfo=UTC)
CHECK = pain("How is the hip right now?", "Post-run hip stretch", 2)


class StandingClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class Shot:
    """One picture: what is opened, how large, and what is done before it is taken."""

    name: str
    size: tuple[int, int]
    routine: str | None
    until: float = 0.0
    """Seconds of the plan that are played before."""
    keys: tuple[str, ...] = ()
    theme: str = "dark"
    asks: bool = False
    """Whether it is the check before a routine that is shown."""


SHOTS = (
    Shot("player", (80, 24), "post-run-hip-stretch", until=13),
    Shot("player-large", (120, 40), "post-run-hip-stretch", until=150),
    Shot("library", (120, 40), None, keys=("down",)),
    Shot("check", (80, 24), "post-run-hip-stretch", keys=("right", "right"), asks=True),
    Shot("player-light", (80, 24), "hip-core-strength", until=12, theme="light"),
)


async def picture(shot: Shot) -> str:
    """The SVG of one shot."""
    clock = StandingClock()
    with tempfile.TemporaryDirectory() as nowhere:
        library = Library(Paths(Path(nowhere), Path(nowhere), Path(nowhere)))
        loaded = library.open(shot.routine)[0] if shot.routine else None
        app = HiproutineApp(
            context=lambda _: Context(None, now=lambda: EVENING, ask_before=AskBefore.NEVER),
            settings=lambda: Settings(awake=False, cues=Cues(bell=True, sound=False, title=False)),
            routine=(lambda: loaded) if loaded else None,
            first=CHECK if shot.asks else None,
            library=lambda: library,
            lately=lambda: lately(Context(None, now=lambda: EVENING)),
            theme=shot.theme,
            clock=clock,
            now=lambda: EVENING,
        )
        async with app.run_test(size=shot.size) as pilot:
            await played(pilot, clock, shot.until)
            if shot.routine is None:
                await app.workers.wait_for_complete()
            await pilot.press(*shot.keys)
            await pilot.pause()
            svg = app.export_screenshot(title="hiproutine", simplify=True)
    return re.sub(r"terminal-\d+", "terminal-1", svg)


async def played(pilot: Pilot[bool], clock: StandingClock, seconds: float) -> None:
    """Plays so many seconds, one at a time, as if a person had waited."""
    await pilot.pause()
    screen = pilot.app.screen
    while isinstance(screen, PlayerScreen) and clock.now < 1000 + seconds:
        clock.now += min(1.0, 1000 + seconds - clock.now)
        screen.ask()
    await pilot.pause()


def figures() -> str:
    """Every exercise as it is drawn, in rows, as an SVG."""
    catalogue = Catalogue((Path("nowhere"), bundled() / "exercises"))
    names = sorted(path.stem for path in (bundled() / "exercises").glob("*.toml"))
    console = Console(record=True, width=ACROSS * (CELLS[0] + 2), file=StringIO(), force_terminal=True, highlight=False)
    for start in range(0, len(names), ACROSS):
        table = Table.grid(padding=(0, 1))
        stills = []
        for name in names[start : start + ACROSS]:
            if (figure := figure_of(name, catalogue)) is None:
                raise SystemExit(f"nobody has drawn {name}")
            motion = Motion(figure)
            drawn = text_of(Stage(motion, *CELLS).shown(motion.still))
            stills.append(Text.assemble(drawn, "\n", (name.replace("-", " ").center(CELLS[0]), "dim")))
        table.add_row(*stills)
        console.print(table)
        console.print()
    return re.sub(r"terminal-\d+", "terminal-2", console.export_svg(title="hiproutine exercises"))


def main() -> int:
    """Writes or checks; the number of pictures that are not current."""
    os.environ.pop("NO_COLOR", None)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    stale = 0
    pictures = [*((shot.name, lambda shot=shot: asyncio.run(picture(shot))) for shot in SHOTS), ("figures", figures)]
    for name, take in pictures:
        path = HERE / f"{name}.svg"
        svg = take()
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text(encoding="utf-8") != svg:
                print(f"{path.name} is not current")
                stale += 1
        else:
            path.write_text(svg, encoding="utf-8")
            print(f"{path.name} written")
    return stale


if __name__ == "__main__":
    sys.exit(main())
