"""Two checkouts of the program, and what a command of each takes; each has homes of its own."""

from __future__ import annotations

import compileall
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from tests.terminals import environment

T = TypeVar("T")

HERE = Path(__file__).parents[2]
TURNS = 11
"""How often each thing is measured at the most; once at the least, however long that takes."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """One of them, and the folder in which its homes are."""

    place: Path
    homes: Path

    def env(self, home: Path) -> dict[str, str]:
        """What its processes run in."""
        return {"PYTHONPATH": str(self.place), "HIPROUTINE_HOME": str(home)}

    def program(self, *arguments: str) -> list[str]:
        """A command of the program."""
        return [sys.executable, "-P", "-m", "hiproutine", *arguments]

    def python(self, code: str, *arguments: str, home: Path | None = None) -> str:
        """Runs a script that sees this checkout; what it prints."""
        command = [sys.executable, "-P", "-c", code, *arguments]
        env = environment(self.env(home or self.homes / "none"))
        return subprocess.run(command, cwd=self.place, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout

    def settled(self, name: str) -> Path:
        """A home of somebody who has used this checkout before, afresh: another one may keep its journal otherwise."""
        home = self.homes / name
        for kept in home.glob("journal*"):
            kept.unlink()
        home.mkdir(parents=True, exist_ok=True)
        code = "import pathlib, sys, tests.benchmarks.homes as h; h.settled(pathlib.Path(sys.argv[1]), asked=False)"
        self.python(code, str(home))
        return home

    def worked(self, home: Path, *arguments: str) -> Callable[[], float]:
        """A measure: milliseconds that processors worked for a command, whatever else runs here."""
        env = environment(self.env(home))

        def measure() -> float:
            before = _processors()
            command = self.program(*arguments)
            subprocess.run(command, cwd=self.place, env=env, stdout=subprocess.DEVNULL, check=True)
            return _processors() - before

        return measure


def checkouts(other: Path, folder: Path) -> dict[str, Checkout]:
    """The older one and this one, as installed programs are."""
    found = {"before": Checkout(other, folder / "before"), "new": Checkout(HERE, folder / "new")}
    for one in found.values():
        one.homes.mkdir(parents=True)
        compileall.compile_dir(one.place / "hiproutine", quiet=2)
    return found


def taking_turns(measures: dict[str, Callable[[], T]], seconds: float) -> dict[str, list[T]]:
    """Each measured in turn for about so many seconds, each once before, so that what is kept is kept."""
    for measure in measures.values():
        measure()
    found: dict[str, list[T]] = {name: [] for name in measures}
    until = perf_counter() + seconds
    for turn in range(TURNS):
        if turn and perf_counter() > until:
            break
        for name in [*measures] if turn % 2 else [*measures][::-1]:
            found[name].append(measures[name]())
    return found


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000
