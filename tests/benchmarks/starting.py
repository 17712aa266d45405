"""How long the printed commands take, and how that grows with the library."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.measuring import HIPROUTINE, Row, compared, in_turn, medians, said, timed

BARE = [sys.executable, "-c", "pass"]
ONE_MODEL = """
import click, pydantic
class Step(pydantic.BaseModel):
    name: str
    seconds: int = 30
Step.model_validate({"name": "Butterfly"})
"""
LIBRARIES = (500, 1000, 2000)
STEPS = """
[[blocks]]
title = "Hold"
steps = [{ exercise = "butterfly-stretch", hold = "30s" }, { exercise = "hip-flexor-stretch", hold = "30s" }]

[[blocks]]
title = "Move"
rounds = 2
round_rest = "30s"
steps = [
  { exercise = "hip-bridge", reps = 10, tempo = "2-1-2" },
  { name = "Circles", time = "40s", sides = "each", cues = ["Slow", { at = "half", say = "{name}, {side}" }] },
]
"""


def commands(home: Path, rounds: int) -> list[Row]:
    """`--help`, `--version` and `list`, beside what they cannot do without."""
    model = [sys.executable, "-c", ONE_MODEL]
    measures = {
        "bare": timed(BARE, home),
        "help": timed([*HIPROUTINE, "--help"], home),
        "version": timed([*HIPROUTINE, "--version"], home),
        "model": timed(model, home),
        "list": timed([*HIPROUTINE, "list"], home),
    }
    took = medians(in_turn(measures, rounds))
    return [
        compared("--help", took["help"], "bare Python", took["bare"], "ms", below=4),
        compared("--version", took["version"], "bare Python", took["bare"], "ms"),
        compared("list", took["list"], "click and one pydantic model", took["model"], "ms", below=1.5),
        compared("list", took["list"], "bare Python", took["bare"], "ms"),
    ]


def libraries(folder: Path, rounds: int) -> list[Row]:
    """`list` with many routines: milliseconds a file, and whether twice as many take twice as long."""
    homes = {number: library_of(folder / str(number), number) for number in (0, *LIBRARIES)}
    measures = {str(number): timed([*HIPROUTINE, "list"], home) for number, home in homes.items()}
    took = {int(number): time for number, time in medians(in_turn(measures, rounds)).items()}
    each = {number: (took[number] - took[0]) / number for number in LIBRARIES}
    rows = [
        Row(f"list, {number} routines more", said(took[number], "ms"), f"{each[number]:.2f} ms a file",
            goal="< 2 ms a file", met=each[number] < 2)
        for number in LIBRARIES
    ]  # fmt: skip
    few, many = LIBRARIES[0], LIBRARIES[-1]
    growth = (took[many] - took[0]) / (took[few] - took[0])
    return [*rows, Row(f"list, {many} beside {few}", "", f"{many // few} times the files", growth)]


def library_of(home: Path, number: int) -> Path:
    """A home with so many routines of one's own."""
    folder = home / "routines"
    folder.mkdir(parents=True)
    for n in range(number):
        text = f'title = "Routine {n}"\nwhen = ["post-run"]\ntags = ["generated"]\n{STEPS}'
        (folder / f"generated-{n:04}.toml").write_text(text, encoding="utf-8")
    return home
