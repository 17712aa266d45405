"""Plays a long routine at real speed, and compares every ring of the bell with the plan worked out by hand.

Beside it bare Python sleeps ten milliseconds at a time: when that is woken late, the machine was not there for anybody.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.benchmarks.homes import settled
from tests.benchmarks.measuring import HIPROUTINE, Row, said
from tests.terminals import Terminal

READY, HOLD, CHANGE = 10, 30, 5
DRAWN = "butterfly-stretch", "hip-flexor-stretch"
"""Exercises that take turns: another figure with each."""
END_RINGS = 4
"""How often the bell rings at the end."""
END_WITHIN, CUES_WITHIN = 50.0, 100.0
"""Milliseconds."""
SLEEPER = """
import time
while True:
    due = time.monotonic() + 0.01
    time.sleep(0.01)
    late = time.monotonic() - due
    if late > 0.002:
        print(due, late, flush=True)
"""
Span = tuple[float, float]
"""Two moments of the system's monotonic clock, in seconds."""


def accuracy(folder: Path, minutes: float) -> list[Row]:
    """How late the bells were, and the end, each beside the most punctual bell."""
    path, holds = routine_of_minutes(folder, minutes)
    planned = bells(holds)
    planned += planned[-1:] * (END_RINGS - 1)
    home = settled(folder / "accuracy", asked=False)
    slept = folder / "slept.txt"
    command = [*HIPROUTINE, "play", str(path)]
    with sleeper(slept), Terminal(command, {"HIPROUTINE_HOME": str(home)}) as terminal:
        terminal.wait_for("How is the hip now?", timeout=planned[-1] + 60)
        rung = terminal.rings
        terminal.kill(signal.SIGTERM)
        terminal.wait()
    what = f"{planned[-1] / 60:.3g} min at real speed"
    if len(rung) != len(planned):
        return [Row(what, f"{len(rung)} rings", f"{len(planned)} planned", goal="the same", met=False)]
    began = min(moment - plan for moment, plan in zip(rung, planned, strict=True))
    spans = [(began + plan, moment) for moment, plan in zip(rung, planned, strict=True)]
    gone = overslept(slept.read_text())
    late = [1000 * (end - begin) for begin, end in spans]
    ours = [1000 * (end - begin - sum(shared(one, (begin, end)) for one in gone)) for begin, end in spans]
    worst = 1000 * max((end - begin for begin, end in gone), default=0.0)
    return [
        Row(f"{what}, end late by", said(late[-1], "ms"), goal=f"< {END_WITHIN:g} ms", met=late[-1] < END_WITHIN),
        Row(f"{what}, bells late by", said(max(late), "ms"), f"{len(late)} rings, median {said(median(late), 'ms')}",
            goal=f"< {CUES_WITHIN:g} ms", met=max(late) < CUES_WITHIN),
        Row(f"{what}, while bare Python slept in time", said(max(ours), "ms"), f"overslept by {said(worst, 'ms')}"),
    ]  # fmt: skip


def routine_of_minutes(folder: Path, minutes: float) -> tuple[Path, int]:
    """A file of a routine that takes about so long, and how many holds it has."""
    holds = max(1, round((minutes * 60 - READY + CHANGE) / (HOLD + CHANGE)))
    path = folder / "long.toml"
    steps = "\n".join(
        f'[[steps]]\nexercise = "{DRAWN[n % 2]}"\nhold = "{HOLD}s"\nsides = "both"\ncues = []' for n in range(holds)
    )
    defaults = f'defaults = {{ get_ready = "{READY}s", transition = "{CHANGE}s" }}'
    path.write_text(f'title = "Long"\n{defaults}\n{steps}\n', encoding="utf-8")
    return path, holds


@contextmanager
def sleeper(path: Path) -> Iterator[None]:
    """Bare Python that writes down when it is woken late."""
    with path.open("w") as out, subprocess.Popen([sys.executable, "-I", "-c", SLEEPER], stdout=out) as process:
        try:
            yield
        finally:
            process.kill()


def overslept(text: str) -> list[Span]:
    """From when to when it slept too long, of each whole line."""
    lines = (line.split() for line in text.rpartition("\n")[0].splitlines())
    return [(float(due), float(due) + float(late)) for due, late in lines]


def shared(one: Span, other: Span) -> float:
    """Seconds that both have in common."""
    return max(0.0, min(one[1], other[1]) - max(one[0], other[0]))


def bells(holds: int) -> list[float]:
    """Every ring in seconds: 3-2-1 and zero of each interval, two at half of each hold, and the end once."""
    lengths = [READY, *[HOLD, CHANGE] * holds][:-1]
    rings: list[float] = []
    begin = 0
    for length in lengths:
        half = [begin + length / 2] * 2 if length == HOLD else []
        begin += length
        rings += [*half, begin - 3, begin - 2, begin - 1, begin]
    return rings
