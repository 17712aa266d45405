"""Plays a routine that is being written: from any step, fast, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from textual.app import App

from hiproutine.clock import counting_sleep
from hiproutine.cues import Chorus
from hiproutine.cues.bell import Bell
from hiproutine.play.player import Player
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.player.figure_pane import Find
from hiproutine.tui.player.screen import PlayerScreen

Play = Callable[[Loaded, int, Find], None]
"""Plays a routine from an interval on, with the figures that are found."""
SPEED = 10.0
"""Times as fast as it will be."""


def rehearse(
    app: App[Any],
    loaded: Loaded,
    index: int,
    find_figure: Find | None = None,
    *,
    clock: Callable[[], float] = counting_sleep,
    now: Callable[[], datetime] = datetime.now,
) -> None:
    """Plays from an interval on; the screen before is back afterwards. `find_figure` is as for `PlayerScreen`."""
    player = Player(loaded.plan, Chorus([Bell(app.bell)]), clock, SPEED)

    def over(_: bool | None) -> None:
        player.close()

    app.push_screen(PlayerScreen(loaded, player, now, start=(index, 0.0), find_figure=find_figure), over)
