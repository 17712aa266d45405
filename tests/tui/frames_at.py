"""Compares what stands on a stage with a committed frame. HIPROUTINE_FRAMES=write writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from tests.tui.stage import Stage

FRAMES = Path(__file__).parent / "frames"


def same_as_committed(stage: Stage, name: str) -> None:
    """The screen as text, in a file named for it and its size."""
    columns, rows = stage.app.size
    compare(f"{name}-{columns}x{rows}", stage.text())


def compare(name: str, text: str) -> None:
    """A frame by its name."""
    path = FRAMES / f"{name}.txt"
    if os.environ.get("HIPROUTINE_FRAMES") == "write":
        path.write_text(text + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text + "\n"
