"""What the screens cost: the first paint, memory, processor time and bytes, beside the least Textual can do."""

from __future__ import annotations

import select
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

from tests.benchmarks.homes import settled
from tests.benchmarks.measuring import HIPROUTINE, Row, compared, in_turn, megabytes, most_memory, processor_time
from tests.terminals import Terminal

PLAY = [*HIPROUTINE, "play", "post-run-hip-stretch"]
TITLE = "Post-run hip stretch"
MINIMAL = Path(__file__).with_name("minimal.py")
"""Not imported: a child's peak of memory is never below what its parent had when it was started."""
TEXT = "The least there is"
STILL = [sys.executable, str(MINIMAL), "still", TEXT]
TICKING = [sys.executable, str(MINIMAL), "ticking", TEXT]
MOVING = """
title = "Moving"
[defaults]
get_ready = 0
[[steps]]
exercise = "hip-bridge"
time = "10m"
"""
SETTLES = 3.0
"""Seconds after the first paint that still belong to the start."""
PAUSED = 5.0
"""Seconds of pause that are watched."""


@dataclass(frozen=True, slots=True)
class Start:
    """What it took to show the first frame."""

    milliseconds: float
    processor: float
    """Milliseconds of processor, children and the end included: other work on the machine does not add to it."""
    megabytes: float


def first_paint(home: Path, rounds: int) -> list[Row]:
    """How long until the first question stands there under the routine's title, and what that takes."""
    settled(home)
    measures = {"ours": _start(PLAY, TITLE, home), "theirs": _start(STILL, TEXT, home)}
    results = in_turn(measures, rounds)
    ours, theirs = (
        Start(
            median(start.milliseconds for start in starts),
            median(start.processor for start in starts),
            median(start.megabytes for start in starts),
        )
        for starts in (results["ours"], results["theirs"])
    )
    least = "least Textual"
    return [
        compared("play, first paint", ours.milliseconds, least, theirs.milliseconds, "ms", below=1.5),
        compared("play, processor to start and end", ours.processor, least, theirs.processor, "ms"),
        compared("play, most memory", ours.megabytes, least, theirs.megabytes, "MB"),
    ]


def _start(command: Sequence[str], text: str, home: Path) -> Callable[[], Start]:
    def measure() -> Start:
        with Terminal(command, {"HIPROUTINE_HOME": str(home)}) as terminal:
            painted = terminal.wait_for(text, timeout=30)
            most = most_memory(terminal.pid)
            terminal.kill(signal.SIGTERM)
            terminal.wait()
            assert terminal.usage
            processor = (terminal.usage.ru_utime + terminal.usage.ru_stime) * 1000
            return Start((painted - terminal.started) * 1000, processor, most or megabytes(terminal.usage.ru_maxrss))

    return measure


def processor(home: Path, seconds: float) -> list[Row]:
    """Processor time and bytes while it plays and while it is paused; all run at once, so that each has it as hard."""
    env = {"HIPROUTINE_HOME": str(settled(home / "processor", asked=False))}
    bare = settled(home / "bare", asked=False)
    (bare / "config.toml").write_text('figures = false\n\n[check]\nbefore = "never"\n', encoding="utf-8")
    with ExitStack() as running:
        ours, theirs, still = (running.enter_context(Terminal(command, env)) for command in (PLAY, TICKING, STILL))
        undrawn = running.enter_context(Terminal(PLAY, {"HIPROUTINE_HOME": str(bare)}))
        undrawn.wait_for(TITLE)
        ours.wait_for(TITLE)
        for other in (theirs, still):
            other.wait_for(TEXT)
        everyone = [ours, theirs, still, undrawn]
        _watch(everyone, SETTLES)
        play, digits, _, plain = _used(everyone, seconds)
        ours.send(" ")
        ours.wait_for("Paused")
        _watch(everyone, 1)
        pause, _, idle, _ = _used(everyone, PAUSED)
    moved = _moving_figure(home / "figures", seconds)
    if play is None or digits is None or pause is None or idle is None or moved is None or plain is None:
        return [Row("play, processor time", "nobody says on this system")]
    least = "Digits a second"
    a_minute = 60 / seconds
    return [
        compared("play, processor a minute", play.time * a_minute, least, digits.time * a_minute, "ms", below=2),
        compared("with figures off", plain.time * a_minute, least, digits.time * a_minute, "ms"),
        Row(
            "a figure that moves, 120x40",
            f"{(moved.time - plain.time) / seconds / 10:.1f} % of a core",
            "without it",
            goal="< 5 %",
            met=(moved.time - plain.time) / seconds / 10 < 5,
        ),
        compared("play, bytes a second", play.bytes / seconds, least, digits.bytes / seconds, "B"),
        # Textual looks for keys ten times a second, whatever an app does: nothing is what is not more than that.
        compared(f"paused, processor in {PAUSED:g} s", pause.time, "least Textual, idle", idle.time, "ms", below=1.5),
        compared(f"paused, bytes in {PAUSED:g} s", pause.bytes, "least Textual, idle", idle.bytes, "B"),
    ]


def _moving_figure(home: Path, seconds: float) -> Used | None:
    """A routine whose figure moves all the time, ten frames a second."""
    settled(home, asked=False)
    (home / "config.toml").write_text('[check]\nbefore = "never"\n', encoding="utf-8")
    routine = home / "moving.toml"
    routine.write_text(MOVING, encoding="utf-8")
    env = {"HIPROUTINE_HOME": str(home)}
    with Terminal([*HIPROUTINE, "play", str(routine)], env, columns=120, rows=40) as terminal:
        terminal.wait_for("Keep going")
        _watch([terminal], SETTLES)
        return _used([terminal], seconds)[0]


@dataclass(frozen=True, slots=True)
class Used:
    """What a program used in a while."""

    time: float
    """Milliseconds of processor."""
    bytes: int


def _used(terminals: list[Terminal], seconds: float) -> list[Used | None]:
    """What each used in so many seconds; None where nobody says."""
    before = [_so_far(terminal) for terminal in terminals]
    _watch(terminals, seconds)
    after = [_so_far(terminal) for terminal in terminals]
    return [
        Used(then.time - now.time, then.bytes - now.bytes) if now and then else None
        for now, then in zip(before, after, strict=True)
    ]


def _so_far(terminal: Terminal) -> Used | None:
    time = processor_time(terminal.pid)
    return None if time is None else Used(time, len(terminal.output))


def _watch(terminals: list[Terminal], seconds: float) -> None:
    """Reads what each writes, as it comes."""
    until = monotonic() + seconds
    while (left := until - monotonic()) > 0:
        for terminal in select.select(terminals, [], [], left)[0]:
            terminal.read(0)
