"""How long `check` takes on a routine of a thousand steps: right, and wrong all over."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, run
from time import perf_counter

from tests.benchmarks.measuring import Row, in_turn, said
from tests.terminals import environment

STEPS = 1_000
CHECK = [
    sys.executable, "-c",
    "import gc, sys, click; gc.disable(); from hiproutine.cli.authoring import check; check(sys.argv[1:])",
]  # fmt: skip
STEP = """
[[steps]]
exercise = "hip-bridge"
name = "Step {n}"
hold = "30s"
setup = "Lie on your back."
cues = ["Breathe", {{ at = "half", say = "Halfway, {{name}}" }}]
transition = "3s"
"""


def checks(folder: Path, rounds: int) -> list[Row]:
    """Milliseconds from start to end; the goal is a second."""
    good = 'title = "T"\n' + "".join(STEP.format(n=n) for n in range(STEPS))
    texts = {
        "no problem": good,
        "one key wrong throughout": good.replace("setup", "setp"),
        "every step wrong in its way": "".join(
            line.replace("hip-bridge", f"hip-brigde-{n}") for n, line in enumerate(good.splitlines(keepends=True))
        ),
    }
    home = folder / "home"
    measures = {}
    for number, (what, text) in enumerate(texts.items()):
        path = folder / f"thousand-{number}.toml"
        path.write_text(text, encoding="utf-8")
        measures[what] = _timed(path, home)
    took = {what: median(times) for what, times in in_turn(measures, rounds).items()}
    return [
        Row(f"check, {STEPS} steps, {what}", said(time, "ms"), goal="< 1000 ms", met=time < 1000)
        for what, time in took.items()
    ]


def _timed(path: Path, home: Path) -> Callable[[], float]:
    def measure() -> float:
        began = perf_counter()
        run([*CHECK, path], stdout=DEVNULL, check=False, env=environment({"HIPROUTINE_HOME": str(home)}))
        return (perf_counter() - began) * 1000

    return measure
