"""Whole screens as text, committed beside this file. HIPROUTINE_FRAMES=write writes them anew."""

from __future__ import annotations

import pytest

from tests.tui.frames_at import compare
from tests.tui.stage import on_stage

PLAYER = {
    "hold-60x20": ("post-run-hip-stretch", (60, 20), 13.0, ()),
    "hold-80x24": ("post-run-hip-stretch", (80, 24), 13.0, ()),
    "hold-120x40": ("post-run-hip-stretch", (120, 40), 13.0, ()),
    "hold-200x60": ("post-run-hip-stretch", (200, 60), 13.0, ()),
    "count-in-80x24": ("warm-up-five-step", (80, 24), 3.0, ()),
    "minutes-60x20": ("warm-up-five-step", (60, 20), 40.0, ()),
    "switch-80x24": ("post-run-hip-stretch", (80, 24), 42.0, ()),
    "break-80x24": ("warm-up-five-step", (80, 24), 10 + 300 + 10 + 300 + 5 + 120 + 12.0, ()),
    "paused-80x24": ("post-run-hip-stretch", (80, 24), 20.0, ("space",)),
    "going-on-80x24": ("post-run-hip-stretch", (80, 24), 20.0, ("space", "space")),
    "repeat-80x24": ("hip-core-strength", (80, 24), 12.0, ()),
    "rounds-60x20": ("ten-minute-rounds", (60, 20), 100.0, ()),
    "tempo-80x24": ("runner-leg-strength", (80, 24), 25.0, ()),
    "check-80x24": ("ice-therapy", (80, 24), 0.0, ()),
    "check-60x20": ("heat-therapy", (60, 20), 0.0, ()),
    "leave-80x24": ("post-run-hip-stretch", (80, 24), 20.0, ("q",)),
    "how-80x24": ("post-run-hip-stretch", (80, 24), 20.0, ("i",)),
    "keys-80x24": ("post-run-hip-stretch", (80, 24), 20.0, ("question_mark",)),
    "summary-80x24": ("post-run-hip-stretch", (80, 24), 20.0, ("n", "n", "q", "y")),
    "too-small-50x15": ("post-run-hip-stretch", (50, 15), 20.0, ()),
}

LIBRARY = {
    "library-60x20": ((60, 20), ()),
    "library-80x24": ((80, 24), ()),
    "library-120x40": ((120, 40), ("down",)),
    "library-200x60": ((200, 60), ("down", "down")),
    "library-search-80x24": ((80, 24), ("p", "i", "g")),
    "library-nothing-80x24": ((80, 24), ("z", "z", "z")),
    "library-before-80x24": ((80, 24), ("right",)),
    "library-about-80x24": ((80, 24), ("i",)),
}


@pytest.mark.parametrize("name", PLAYER)
async def test_the_player_looks_as_committed(name: str) -> None:
    routine, size, seconds, keys = PLAYER[name]
    async with on_stage(routine, size, figures=True) as stage:
        await stage.play(seconds)
        await stage.press(*keys)
        await stage.drawn()
        compare(name, stage.text())


@pytest.mark.parametrize("name", LIBRARY)
async def test_the_library_looks_as_committed(name: str) -> None:
    size, keys = LIBRARY[name]
    async with on_stage(None, size, figures=True) as stage:
        await stage.press(*keys)
        compare(name, stage.text())
