"""Figures as text, committed beside this file. HIPROUTINE_FRAMES=write writes them anew; read the diff."""

from __future__ import annotations

import os

import pytest

from hiproutine.figures.raster import Stage
from tests.figures.examples import HERE, NAMES, motion, plain

SIZES = ((20, 8), (40, 16))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_figure_looks_as_it_did(name: str, size: tuple[int, int]) -> None:
    movement = motion(name)
    stage = Stage(movement, *size)
    last = movement.written - 1
    frames = [stage.draw(movement.body(movement.at(0, last, share))) for share in (0.0, 0.5, 1.0)]
    text = "\n".join(plain(frame) for frame in frames)
    path = HERE / "frames" / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("HIPROUTINE_FRAMES") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
