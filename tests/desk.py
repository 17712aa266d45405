"""A folder to write routine files in, and plans in a form that a test can compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.errors import BadFile, Problem
from hiproutine.plan.model import Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.loading import load


def routine(*steps: str, head: str = "") -> str:
    """A routine file of inline steps; `head` stands above them."""
    listed = ",\n  ".join(steps)
    return f'title = "T"\n{head}\nsteps = [\n  {listed},\n]\n'


def blocks(*tables: str, head: str = "") -> str:
    """A routine file of inline blocks, each given as what stands between its braces."""
    listed = ",\n  ".join(f"{{ {table} }}" for table in tables)
    return f'title = "T"\n{head}\nblocks = [\n  {listed},\n]\n'


def shape(plan: Plan) -> list[str]:
    """Every interval as `kind seconds name side`."""
    return [" ".join(str(part) for part in (i.kind, f"{i.seconds:g}", i.name, i.side) if part) for i in plan.intervals]


def cues_of(plan: Plan) -> list[tuple[float, str]]:
    """Every cue with its second in its interval."""
    return [(cue.at, cue.say) for interval in plan.intervals for cue in interval.cues]


class Desk:
    """Writes files into a folder of its own and loads them the one way there is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "exercises").mkdir(parents=True)

    @property
    def catalogue(self) -> Catalogue:
        """The exercises written so far, and the routines that can be included."""
        return Catalogue([self.folder / "exercises"], [self.folder])

    def write(self, content: str | bytes, name: str = "mine.toml") -> Path:
        """A file with exactly this content."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def exercise(self, name: str, text: str = 'name = "E"') -> Path:
        """An exercise file."""
        return self.write(text, f"exercises/{name}.toml")

    def load(self, content: str | bytes, name: str = "mine.toml") -> Loaded:
        """The routine of a file with this content."""
        return load(self.write(content, name), self.catalogue)

    def plan(self, content: str) -> Plan:
        """Its plan."""
        return self.load(content).plan

    def shape(self, content: str) -> list[str]:
        """Its plan, to compare."""
        return shape(self.plan(content))

    def problems(self, content: str | bytes) -> tuple[Problem, ...]:
        """Everything that is wrong with it."""
        with pytest.raises(BadFile) as caught:
            self.load(content)
        return caught.value.problems

    def problem(self, content: str | bytes) -> Problem:
        """The only thing that is wrong with it."""
        (problem,) = self.problems(content)
        return problem
