"""Screens of two checkouts: how soon they stand there, and what a minute of playing takes; beside the least app.

What a first screen takes beside the least, in about so many milliseconds of a processor (Python 3.11, Textual 8.2.8;
the least of twelve starts of each part; the least app takes 252, 214 of them to load Textual, 22 before anything):

| | question | digits | library |
| --- | --- | --- | --- |
| Textual, without TLS and widgets that nobody sees | -10 | -10 | -10 |
| the application's own modules, and what forks | 14 | 12 | 10 |
| the settings' file, where there is one | in the child | in the child | 12 |
| modules of the screen, plan and player (11 of digits: classes of records) | 8 | 37 | 20 |
| styles of Textual's widgets and ours, read once | 4 | 5 | 4 |
| outputs of cues that this machine has | | 5 | |
| widgets made and given their styles; least: 4 | 18 | 22 | 17 |
| the routines, each seen to be as it was read | | | 18 |
| laid out; least: 3 | 10 | 10 | 13 |
| painted; least: 2 | 8 | 10 | 17 |

A class of records is 0.5 to 0.8 ms as a frozen dataclass with slots and 0.15 as a named tuple. Where the processors
have other things to do, the child of `play` takes its turns with the screen, and it comes later than this says.
"""

from __future__ import annotations

import select
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

from tests.benchmarks.accuracy import bells, routine_of_minutes
from tests.benchmarks.checkouts import Checkout, taking_turns
from tests.benchmarks.measuring import Row, compared, megabytes, most_memory, processor_time, said
from tests.benchmarks.playing import MOVING, SETTLES, STILL, TEXT, TICKING, TITLE
from tests.terminals import Terminal

PEERS = {"termdown": ["termdown", "-B", "10m"], "tclock": ["tclock"]}
"""Other timers of the terminal, measured where they are installed."""
ASKED, DIGITS, LIBRARY = "first question", "first digits, nothing asked", "the library's list"
GOALS = {ASKED: 1.1, DIGITS: 1.25, LIBRARY: 1.3}
"""The most that a screen may take of the time to the least screen of Textual."""
FIRST = 12.0
"""Seconds after `SETTLES` in which a movement has gone round and its pictures are drawn."""
LATER = 5.0
"""Milliseconds by which bells may come later than before: nobody hears it, and other work on a machine makes more."""
Spent = tuple[float, float]
"""Milliseconds of processor, and bytes written."""


def openings(both: dict[str, Checkout], seconds: float) -> list[Row]:
    """How long until the first question, the first digits and the library stand there."""
    measures: dict[str, Callable[[], float]] = {"least": _painted(STILL, TEXT, {})}
    for name, one in both.items():
        home = one.settled("screens")
        asking = one.settled("asking")
        (asking / "config.toml").unlink()
        (home / "moving.toml").write_text(MOVING, encoding="utf-8")
        measures[ASKED + name] = _painted(one.program("play", "post-run-hip-stretch"), TITLE, one.env(asking))
        play = _painted(one.program("play", str(home / "moving.toml")), "Keep going", one.env(home))
        measures[DIGITS + name] = _afresh(one, "screens", play)
        measures[LIBRARY + name] = _painted(one.program(), TITLE, one.env(one.settled("library")))
    took = {name: median(found) for name, found in taking_turns(measures, seconds).items()}
    least = took["least"]
    return [
        compared(
            what, took[what + "new"], _once("least Textual", took[what + "before"], least), least, "ms", below=most
        )
        for what, most in GOALS.items()
    ]


def _afresh(one: Checkout, home: str, measure: Callable[[], float]) -> Callable[[], float]:
    """With a journal in which nothing was broken off."""

    def again() -> float:
        one.settled(home)
        return measure()

    return again


def _painted(command: list[str], text: str, env: dict[str, str]) -> Callable[[], float]:
    def measure() -> float:
        with Terminal(command, env) as terminal:
            painted = terminal.wait_for(text, timeout=60)
            return (painted - terminal.started) * 1000

    return measure


@dataclass(frozen=True, slots=True)
class Minute:
    """What a program took in a minute, of which the first seconds are dearer."""

    processor: float
    """Milliseconds."""
    bytes: float
    """A second."""
    megabytes: float
    """At the most."""


def minutes(both: dict[str, Checkout], folder: Path, seconds: float) -> list[Row]:
    """A figure that moves all the time, and bells; all run at once, so that each has it as hard."""
    commands: dict[str, tuple[list[str], dict[str, str]]] = {"ticking": (TICKING, {}), "still": (STILL, {})}
    commands |= {name: (command, {}) for name, command in PEERS.items() if shutil.which(command[0])}
    later = max(6.0, seconds / 2 - SETTLES - FIRST - 3)
    bell, holds = routine_of_minutes(folder, (SETTLES + FIRST + later) / 60)
    found: dict[str, list[Minute]] = {}
    late: dict[str, list[float]] = {name: [] for name in both}
    for _ in range(2):
        for name, one in both.items():
            (home := one.settled("plays")).joinpath("moving.toml").write_text(MOVING, encoding="utf-8")
            commands[name] = one.program("play", str(home / "moving.toml")), one.env(home)
            commands[f"bells {name}"] = one.program("play", str(bell)), one.env(one.settled("bells"))
        with ExitStack() as running:
            all_of_them = {
                name: running.enter_context(Terminal(command, env, columns=120, rows=40))
                for name, (command, env) in commands.items()
            }
            for name, minute in _minutes(all_of_them, later).items():
                found.setdefault(name, []).append(minute)
            for name in both:
                late[name] += _late(all_of_them[f"bells {name}"], bells(holds))
    return [*_rows({name: _middle(several) for name, several in found.items()}), _punctual(late)]


def _minutes(terminals: dict[str, Terminal], later: float) -> dict[str, Minute]:
    """What each takes in a minute from `SETTLES` on: its first seconds, and those later as long as a minute lasts."""
    for terminal in terminals.values():
        terminal.wait_for(lambda terminal=terminal: bool(terminal.text.strip()), timeout=60)  # type: ignore[misc]
    _watch(terminals, SETTLES)
    begun = _spent(terminals)
    _watch(terminals, FIRST)
    rounded = _spent(terminals)
    _watch(terminals, later)
    ended = _spent(terminals)
    found = {}
    for name, terminal in terminals.items():
        processor, written = (
            middle - first + (last - middle) / later * (60 - FIRST)
            for first, middle, last in zip(begun[name], rounded[name], ended[name], strict=True)
        )
        most = most_memory(terminal.pid)
        with suppress(ProcessLookupError):
            terminal.kill(signal.SIGTERM)
        terminal.wait()
        assert terminal.usage
        found[name] = Minute(processor, written / 60, most or megabytes(terminal.usage.ru_maxrss))
    return found


def _spent(terminals: dict[str, Terminal]) -> dict[str, Spent]:
    return {name: (processor_time(one.pid) or 0.0, len(one.output)) for name, one in terminals.items()}


def _watch(terminals: dict[str, Terminal], seconds: float) -> None:
    until = monotonic() + seconds
    while (left := until - monotonic()) > 0:
        for terminal in select.select([*terminals.values()], [], [], left)[0]:
            terminal.read(0)


def _late(terminal: Terminal, planned: list[float]) -> Iterator[float]:
    """By how many milliseconds each bell came later than the most punctual one."""
    rung = terminal.rings
    pairs = [*zip(rung, planned, strict=False)]
    began = min(moment - plan for moment, plan in pairs)
    return ((moment - plan - began) * 1000 for moment, plan in pairs)


def _punctual(late: dict[str, list[float]]) -> Row:
    new, before = median(late["new"]), median(late["before"])
    what = f"bells late by, {len(late['new'])} of them"
    worst = f"before {said(before, 'ms')}; at the most {max(late['new']):.0f} and {max(late['before']):.0f}"
    return Row(what, said(new, "ms"), worst, goal=f"<= {LATER:g} ms more", met=new <= before + LATER)


def _rows(found: dict[str, Minute]) -> list[Row]:
    new, before, still = found["new"], found["before"], found["still"]
    one = "play, a figure moving"
    rows = [
        compared(f"{one}, a minute", new.processor, "before", before.processor, "ms", below=0.35),
        compared(f"{one}, bytes a second", new.bytes, "before", before.bytes, "B", below=0.3),
        compared("play, most memory", new.megabytes, _once("least Textual", before.megabytes, still.megabytes),
                 still.megabytes, "MB", below=1.25),
    ]  # fmt: skip
    for name in ("ticking", *PEERS):
        if name in found:
            theirs, called = found[name].processor, "Textual's digits" if name == "ticking" else name
            most = 1.5 if name == "termdown" else None
            other = _once(called, before.processor, theirs)
            rows.append(compared(f"{one}, a minute", new.processor, other, theirs, "ms", below=most))
    return rows


def _once(name: str, before: float, theirs: float) -> str:
    """Somebody else, and what it was beside that before."""
    return f"before {before / theirs:.2f} ×, {name}"


def _middle(several: list[Minute]) -> Minute:
    return Minute(*(median(getattr(one, name) for one in several) for name in Minute.__slots__))
