"""A player on a clock that a test moves, programs that only pretend, and what a plan calls for by arithmetic alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import ceil
from pathlib import Path
from time import monotonic, sleep

from hiproutine.cues import Chorus, CueOutput, Signal
from hiproutine.paths import bundled
from hiproutine.plan.model import Kind, Plan
from hiproutine.play.player import Player
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load
from tests.clocks import ManualClock

FOLDER = bundled()
BUNDLED = sorted(path.stem for path in FOLDER.glob("*.toml") if "\nfor = " not in path.read_text("utf-8"))
"""Of which the plan says when everything begins: all but those whose rounds come again until a time is over."""

COUNT, ZERO, HALF, OPENING, BEAT, TICK, END = Signal


@cache
def bundled_plan(name: str) -> Plan:
    """The plan of a routine that comes with the program."""
    return load(FOLDER / f"{name}.toml", Catalogue([FOLDER / "exercises"])).plan


def play_through(plan: Plan, outputs: Sequence[CueOutput], clock: ManualClock) -> list[str]:
    """Plays a plan to its end, asked exactly when something is due; self-paced work takes its estimate."""
    complaints: list[str] = []
    player = Player(plan, Chorus(list(outputs), complaints.append), clock)
    player.start()
    begun, ends = clock.now, ends_of(plan)
    while not player.phase.over:
        interval = player.view().interval
        due = player.seconds_to_due()
        done = begun + ends[interval.index]
        if interval.waits and (due is None or clock.now + due >= done - 1e-6):
            clock.now = done
            player.space()
        else:
            assert due is not None
            clock.advance(due)
            player.tick()
    player.close()
    return complaints


@cache
def _ends(plan_id: str, seconds: tuple[float, ...]) -> tuple[float, ...]:
    total, ends = 0.0, []
    for length in seconds:
        total += length
        ends.append(total)
    return tuple(ends)


def ends_of(plan: Plan) -> tuple[float, ...]:
    """When each interval ends."""
    return _ends(plan.id, tuple(interval.seconds for interval in plan.intervals))


def told_by(plan: Plan) -> Iterator[tuple[float, Signal]]:
    """Every signal that a plan calls for with its moment, from its intervals alone."""
    start = 0.0
    for interval in plan.intervals:
        length = interval.seconds
        if plan.opens(interval.index):
            yield start, OPENING
        elif interval.index:
            yield start, ZERO
        if interval.kind is Kind.WORK and not interval.waits and length >= 20:
            yield start + length / 2, HALF
        if interval.tempo and interval.all_reps:
            for rep in range(1, interval.all_reps):
                yield start + rep * sum(interval.tempo), BEAT
        if not interval.waits:
            yield from ((start + length - second, COUNT) for second in (3, 2, 1) if second < ceil(length))
        start += length
    yield start, END


def at(moment: float) -> float:
    """A moment to compare."""
    return round(moment, 3)


def program(folder: Path, name: str, script: str) -> Path:
    """A program of that name that does what a shell script says."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def until(true: Callable[[], object], seconds: float = 10.0) -> bool:
    """Waits for something to become true; whether it did."""
    end = monotonic() + seconds
    while not true():
        if monotonic() > end:
            return False
        sleep(0.005)
    return True
