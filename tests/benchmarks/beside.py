"""Another checkout beside this one, each thing in turn: what a change of the program costs or saves, as ratios."""

from __future__ import annotations

import compileall
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.checking import STEP, STEPS
from tests.benchmarks.measuring import Row, in_turn, megabytes, processor_time, said
from tests.benchmarks.playing import MOVING, SETTLES, STILL, TEXT, TICKING
from tests.benchmarks.starting import library_of
from tests.terminals import Terminal, environment

HERE = Path(__file__).parents[2]
MANY = 2000
PEERS = {"termdown": ["termdown", "-B", "10m"], "tclock": ["tclock"]}
"""Other timers of the terminal, measured where they are installed."""
COMMANDS = {
    "list": (["list"], 0.5),
    "show ID": (["show", "warm-up-quick"], 0.5),
    "exercises": (["exercises"], 0.5),
    "today": (["today"], 0.5),
}
"""Commands, and the most that they may take of what they took."""


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds: what a clock says, and what processors worked, children included."""

    wall: float
    processor: float


@dataclass(frozen=True, slots=True)
class Screen:
    """What a player took, to its first picture and in a minute."""

    painted: float
    """Milliseconds."""
    processor: float
    """Milliseconds a minute."""
    bytes: float
    """A second."""
    megabytes: float


def beside(other: Path, folder: Path, rounds: int, seconds: float) -> list[Row]:
    """Rows for what is measured in both checkouts; milliseconds are those of processors, whatever else runs here."""
    checkouts = {"today": other, "new": HERE}
    for place in checkouts.values():
        compileall.compile_dir(place / "hiproutine", quiet=2)
    rows = []
    for what, (arguments, most) in COMMANDS.items():
        rows.append(_row(what, _commands(checkouts, folder / "few", 0, arguments, rounds), most))
    rows.append(_row(f"list, {MANY} of one's own", _commands(checkouts, folder / "many", MANY, ["list"], 3), 0.15))
    thousand = folder / "thousand.toml"
    thousand.write_text('title = "T"\n' + "".join(STEP.format(n=n) for n in range(STEPS)), encoding="utf-8")
    checked = _commands(checkouts, folder / "few", 0, ["check", str(thousand)], max(3, rounds // 2))
    rows.append(_row(f"check, {STEPS} steps", checked, 0.7))
    return [*rows, *_screens(checkouts, folder, max(3, rounds // 3), seconds)]


def _row(what: str, took: dict[str, float], most: float, unit: str = "ms") -> Row:
    ratio = took["new"] / took["today"]
    return Row(
        what, said(took["new"], unit), f"before {said(took['today'], unit)}", ratio, f"<= {most:g} ×", ratio <= most
    )


def _commands(
    checkouts: dict[str, Path], folder: Path, files: int, arguments: list[str], rounds: int
) -> dict[str, float]:
    """Milliseconds of processor of a command, by checkout; each once before, so that what is kept is kept."""
    measures: dict[str, Callable[[], Took]] = {}
    for name, place in checkouts.items():
        home = folder / name
        if not home.exists():
            library_of(home, files)
        measures[name] = _command(place, home, arguments)
    return {name: median(one.processor for one in found) for name, found in in_turn(measures, rounds).items()}


def _command(place: Path, home: Path, arguments: list[str]) -> Callable[[], Took]:
    env = environment({"HIPROUTINE_HOME": str(home), "PYTHONPATH": str(place)})

    def measure() -> Took:
        before, began = _processors(), perf_counter()
        command = [sys.executable, "-P", "-m", "hiproutine", *arguments]
        subprocess.run(command, cwd=place, env=env, stdout=subprocess.DEVNULL, check=True)
        return Took((perf_counter() - began) * 1000, _processors() - before)

    return measure


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def _settled_by(place: Path, home: Path) -> Path:
    """A home of somebody who has used that checkout before: another one may keep its journal otherwise."""
    code = "import pathlib, sys, tests.benchmarks.homes as h; h.settled(pathlib.Path(sys.argv[1]), asked=False)"
    env = environment({"PYTHONPATH": str(place)})
    subprocess.run([sys.executable, "-P", "-c", code, str(home)], cwd=place, env=env, check=True)
    return home


def _screens(checkouts: dict[str, Path], folder: Path, rounds: int, seconds: float) -> list[Row]:
    """A figure that moves all the time, beside the least that Textual can do and other timers."""
    measures: dict[str, Callable[[], Screen]] = {}
    for name, place in checkouts.items():
        home = _settled_by(place, folder / f"player-{name}")
        routine = home / "moving.toml"
        routine.write_text(MOVING, encoding="utf-8")
        play = [sys.executable, "-P", "-m", "hiproutine", "play", str(routine)]
        measures[name] = _screen(play, "Keep going", seconds, home, place)
    measures["ticking"] = _screen(TICKING, TEXT, seconds)
    measures["still"] = _screen(STILL, TEXT, 1)
    for name, command in PEERS.items():
        if shutil.which(command[0]):
            measures[name] = _screen(command, "", seconds)
    found = {name: _middle(screens) for name, screens in in_turn(measures, rounds).items()}
    ours = {name: found[name] for name in checkouts}
    rows = [
        _row("play, a figure moving, a minute", {name: one.processor for name, one in ours.items()}, 0.35),
        _row("play, a figure moving, bytes a second", {name: one.bytes for name, one in ours.items()}, 0.3, "B"),
        _row("play, most memory", {name: one.megabytes for name, one in ours.items()}, 1, "MB"),
        _against(
            "play, most memory", ours["new"].megabytes, "least Textual", found["still"].megabytes, most=1.25, unit="MB"
        ),
        _against("first digits", ours["new"].painted, "least Textual", found["still"].painted, most=1.25),
    ]
    for name in PEERS.keys() & found.keys():
        most = 1.5 if name == "termdown" else None
        rows.append(_against("a minute", ours["new"].processor, name, found[name].processor, most=most))
    rows.append(_against("a minute", ours["new"].processor, "Textual's digits", found["ticking"].processor))
    return rows


def _against(what: str, new: float, name: str, theirs: float, *, most: float | None = None, unit: str = "ms") -> Row:
    ratio = new / theirs
    goal, met = (f"<= {most:g} ×", ratio <= most) if most else ("", None)
    return Row(what, said(new, unit), f"{name} {said(theirs, unit)}", ratio, goal, met)


def _screen(
    command: list[str], text: str, seconds: float, home: Path | None = None, place: Path = HERE
) -> Callable[[], Screen]:
    env = {"PYTHONPATH": str(place), **({"HIPROUTINE_HOME": str(home)} if home else {})}

    def measure() -> Screen:
        if home:
            for kept in home.glob("journal*"):
                kept.unlink()
            _settled_by(place, home)
        with Terminal(command, env, columns=120, rows=40) as terminal:
            painted = terminal.wait_for(text or (lambda: bool(terminal.text.strip())), timeout=60)
            terminal.watch(SETTLES)
            before, written, began = processor_time(terminal.pid), len(terminal.output), perf_counter()
            terminal.watch(seconds)
            took = perf_counter() - began
            used = ((processor_time(terminal.pid) or 0.0) - (before or 0.0)) / took * 60
            much = (len(terminal.output) - written) / took
            with suppress(ProcessLookupError):
                terminal.kill(signal.SIGTERM)
            terminal.wait()
            assert terminal.usage
            return Screen((painted - terminal.started) * 1000, used, much, megabytes(terminal.usage.ru_maxrss))

    return measure


def _middle(screens: list[Screen]) -> Screen:
    return Screen(*(median(getattr(one, name) for one in screens) for name in Screen.__slots__))


def load_said() -> str:
    """How much else the machine does, for who reads the numbers."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
