"""How soon a letter stands in the editor: in a routine of 200 steps, alone and in the midst of typing."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import monotonic

from tests.benchmarks.checking import STEP
from tests.benchmarks.measuring import Row, said
from tests.terminals import Terminal

STEPS = 200
EDIT = [sys.executable, "-m", "hiproutine", "edit"]
RESTS = (0.8,)
"""Seconds after which the check of the letter before is over."""
TYPING = (0.05, 0.25, 0.15, 0.35, 0.1, 0.3, 0.2, 0.4)
"""Seconds between letters as a person types: some of them meet a check."""


def keystrokes(folder: Path, rounds: int) -> list[Row]:
    """Milliseconds from a key to its letter on the terminal; the goal is 50."""
    path = folder / "two-hundred.toml"
    path.write_text('#\ntitle = "T"\n' + "".join(STEP.format(n=n) for n in range(STEPS)), encoding="utf-8")
    rows = []
    for what, waits in (("a letter", RESTS), ("a letter in the midst of typing", TYPING)):
        home = folder / what.replace(" ", "-")  # each its own: what is not saved is offered to the next
        with Terminal([*EDIT, str(path)], {"HIPROUTINE_HOME": str(home)}) as terminal:
            terminal.wait_for(f"{STEPS} steps", timeout=30)
            terminal.send("\x1b[F")
            took = [_typed(terminal, "#" + "z" * n, waits[n % len(waits)]) for n in range(1, rounds * 3)]
        middle, worst = median(took), sorted(took)[int(len(took) * 0.95)]
        rows.append(Row(f"editor, {STEPS} steps, {what}", said(middle, "ms"), goal="< 50 ms", met=middle < 50))
        rows.append(Row(f"editor, {STEPS} steps, {what}, 19 of 20", said(worst, "ms")))
    return rows


def _typed(terminal: Terminal, wanted: str, wait: float) -> float:
    """How long until the line says what is wanted."""
    terminal.watch(wait)
    began = monotonic()
    terminal.send("z")
    return (terminal.wait_for(wanted) - began) * 1000
