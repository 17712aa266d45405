"""Plays a long routine at real speed, and compares every ring of the bell with the plan worked out by hand."""

from __future__ import annotations

import signal
from pathlib import Path
from statistics import median

from tests.benchmarks.homes import settled
from tests.benchmarks.measuring import HIPROUTINE, Row, said
from tests.terminals import Terminal

READY, HOLD, CHANGE = 10, 30, 5
DRAWN = "butterfly-stretch", "hip-flexor-stretch"
"""Exercises that take turns: another figure with each."""
END_WITHIN, CUES_WITHIN = 50.0, 100.0
"""Milliseconds."""


def accuracy(folder: Path, minutes: float) -> list[Row]:
    """How late the bells were, and the end, each beside the most punctual bell."""
    holds = max(1, round((minutes * 60 - READY + CHANGE) / (HOLD + CHANGE)))
    path = folder / "long.toml"
    steps = "\n".join(
        f'[[steps]]\nexercise = "{DRAWN[n % 2]}"\nhold = "{HOLD}s"\nsides = "both"\ncues = []' for n in range(holds)
    )
    defaults = f'defaults = {{ get_ready = "{READY}s", transition = "{CHANGE}s" }}'
    path.write_text(f'title = "Long"\n{defaults}\n{steps}\n', encoding="utf-8")
    planned = bells(holds)
    home = settled(folder / "accuracy", asked=False)
    with Terminal([*HIPROUTINE, "play", str(path)], {"HIPROUTINE_HOME": str(home)}) as terminal:
        terminal.wait_for("How is the hip now?", timeout=planned[-1] + 60)
        rung = terminal.rings
        terminal.kill(signal.SIGTERM)
        terminal.wait()
    what = f"{planned[-1] / 60:.3g} min at real speed"
    if len(rung) != len(planned):
        return [Row(what, f"{len(rung)} rings", f"{len(planned)} planned", goal="the same", met=False)]
    offsets = [moment - plan for moment, plan in zip(rung, planned, strict=True)]
    late = [(offset - min(offsets)) * 1000 for offset in offsets]
    return [
        Row(f"{what}, end late by", said(late[-1], "ms"), goal=f"< {END_WITHIN:g} ms", met=late[-1] < END_WITHIN),
        Row(f"{what}, bells late by", said(max(late), "ms"), f"{len(late)} rings, median {said(median(late), 'ms')}",
            goal=f"< {CUES_WITHIN:g} ms", met=max(late) < CUES_WITHIN),
    ]  # fmt: skip


def bells(holds: int) -> list[float]:
    """Every ring in seconds: 3-2-1 and zero of each interval, two at half of each hold, and the end."""
    lengths = [READY, *[HOLD, CHANGE] * holds][:-1]
    rings: list[float] = []
    begin = 0
    for length in lengths:
        half = [begin + length / 2] * 2 if length == HOLD else []
        begin += length
        rings += [*half, begin - 3, begin - 2, begin - 1, begin]
    return rings
