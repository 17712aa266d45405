"""The editor as text, committed beside this file. HIPROUTINE_FRAMES=write writes it anew."""

from __future__ import annotations

import re

import pytest

from tests.tui.frames_at import compare
from tests.tui.writing import SMALL, own, writing

WRONG = SMALL.replace("30s", "30 secs").replace("name", "nmae")
FRAMES = {
    "editor-120x40": ("post-run-hip-stretch", 17, ()),
    "editor-200x60": ("warm-up-five-step", 33, ()),
    "editor-80x24": ("post-run-hip-stretch", 17, ()),
    "editor-60x20": ("post-run-hip-stretch", 17, ()),
    "editor-plan-60x20": ("post-run-hip-stretch", 17, ("tab",)),
    "editor-list-80x24": (SMALL, 6, ("s", "e")),
    "editor-leave-80x24": (SMALL, 6, ("x", "escape")),
    "editor-wrong-80x24": (WRONG, 8, ()),
    "editor-wrong-60x20": (WRONG, 8, ()),
    "editor-keys-80x24": (SMALL, 6, ("f1",)),
    "editor-exercise-120x40": ("exercises/pigeon-pose", 9, ()),
    "editor-exercise-80x24": ("exercises/pigeon-pose", 10, ()),
    "editor-exercise-card-60x20": ("exercises/pigeon-pose", 10, ("tab",)),
}


@pytest.mark.parametrize("name", FRAMES)
async def test_the_editor_looks_as_committed(name: str) -> None:
    what, line, keys = FRAMES[name]
    columns, _, rows = name.rpartition("-")[2].partition("x")
    path = own(what) if "\n" in what else what
    async with writing(path, (int(columns), int(rows))) as desk:
        await desk.go(line)
        await desk.press(*keys)
        await desk.settle()
        compare(name, re.sub(r" +\S*hiproutine/routines$", "", desk.text(), flags=re.MULTILINE))
