"""Measures several things in turn, so that a busy machine is as unfair to each, and says how they compare."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from tests.terminals import environment

T = TypeVar("T")

SCRIPT = Path(sys.executable).with_name("hiproutine")
HIPROUTINE = [str(SCRIPT)] if SCRIPT.exists() else [sys.executable, "-m", "hiproutine"]
"""The command as a person starts it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    beside: str = ""
    """What it is compared with, and how much that takes."""
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None
    """Whether the goal is met; None where there is none."""


def compared(what: str, ours: float, other: str, theirs: float, unit: str, *, below: float | None = None) -> Row:
    """A row for a ratio that should stay below a number."""
    ratio = ours / theirs if theirs else None
    goal = f"< {below:g} ×" if below else ""
    met = ratio < below if below and ratio is not None else None
    return Row(what, said(ours, unit), f"{other} {said(theirs, unit)}", ratio, goal, met)


def said(number: float, unit: str) -> str:
    """A number with its unit, to three figures or the unit."""
    return f"{number:.0f} {unit}" if number >= 100 else f"{number:.3g} {unit}"


def table(rows: Iterable[Row]) -> str:
    """The rows as aligned text."""
    verdicts = {True: "met", False: "MISSED", None: ""}
    head = ("", "hiproutine", "beside", "ratio", "goal", "")
    cells = [
        (r.what, r.ours, r.beside, f"{r.ratio:.2f} ×" if r.ratio is not None else "", r.goal, verdicts[r.met])
        for r in rows
    ]
    widths = [max(len(line[column]) for line in (head, *cells)) for column in range(len(head))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in (head, *cells))
    return "\n".join(line.rstrip() for line in lines)


def in_turn(measures: dict[str, Callable[[], T]], rounds: int) -> dict[str, list[T]]:
    """Each measured so many times, one after the other and round again; each once before, to warm up."""
    for measure in measures.values():
        measure()
    results: dict[str, list[T]] = {name: [] for name in measures}
    for number in range(rounds):
        names = [*measures] if number % 2 else [*measures][::-1]
        for name in names:
            results[name].append(measures[name]())
    return results


def medians(results: dict[str, list[float]]) -> dict[str, float]:
    """The middle of each."""
    return {name: median(numbers) for name, numbers in results.items()}


def timed(command: Sequence[str], home: Path) -> Callable[[], float]:
    """A measure: milliseconds a command takes from start to end."""

    def measure() -> float:
        env = environment({"HIPROUTINE_HOME": str(home)})
        began = perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=env)
        return (perf_counter() - began) * 1000

    return measure


def processor_time(pid: int) -> float | None:
    """Milliseconds of processor that a running process has used in all its threads; None where nobody says."""
    tasks = Path(f"/proc/{pid}/task")
    try:
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e6
    except OSError:
        return None


def most_memory(pid: int) -> float | None:
    """Megabytes that a running process has had at the most; None where nobody says.

    What a system says of it once it has ended is never below what had the one that started it.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) / 1024 if found else None


def megabytes(maxrss: int) -> float:
    """What the system calls the peak of memory: kilobytes, on macOS bytes."""
    return maxrss / (1024 * 1024 if os.uname().sysname == "Darwin" else 1024)
