"""Plays a routine that is being written: from any step, fast, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import Any

from textual.app import App

from hiproutine.cues import Chorus
from hiproutine.cues.bell import Bell
from hiproutine.player import Player
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.screens.player import PlayerScreen

SPEED = 10.0
"""Times as fast as it will be."""


def rehearse(
    app: App[Any],
    loaded: Loaded,
    index: int,
    *,
    clock: Callable[[], float] = monotonic,
    now: Callable[[], datetime] = datetime.now,
) -> None:
    """Plays from an interval on; the screen before is back afterwards."""
    player = Player(loaded.plan, Chorus([Bell(app.bell)]), clock, SPEED)

    def over(_: bool | None) -> None:
        player.close()

    app.push_screen(PlayerScreen(loaded, player, now, start=(index, 0.0)), over)
