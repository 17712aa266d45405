"""Another checkout beside this one, each thing in turn: what a change of the program costs or saves, as ratios.

All of it takes about as long as is asked for; on a machine that does other things as well there are fewer turns.
Milliseconds of commands, minutes and looking back are those of processors, whatever else runs here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

from tests.benchmarks.beside_screens import minutes, openings
from tests.benchmarks.beside_worse import letters, looks_back
from tests.benchmarks.checking import STEP, STEPS
from tests.benchmarks.checkouts import Checkout, checkouts, taking_turns
from tests.benchmarks.measuring import Row, compared
from tests.benchmarks.starting import library_of

MANY = 2000
COMMANDS = {
    "list": (["list"], 0.5),
    "show ID": (["show", "warm-up-quick"], 0.5),
    "exercises": (["exercises"], 0.5),
    "today": (["today"], 0.5),
}
"""Commands, and the most that they may take of what they took."""
Turns = dict[str, list[float]]
"""Milliseconds of each turn, by checkout."""


def beside(other: Path, folder: Path, seconds: float) -> list[Row]:
    """Rows for what is measured in both checkouts, in about so many seconds."""
    both = checkouts(other, folder)
    part = seconds / 100
    rows = [
        _row(what, _command(both, "few", 0, arguments, part * 3), most) for what, (arguments, most) in COMMANDS.items()
    ]
    rows.append(_row(f"list, {MANY} of one's own", _command(both, "many", MANY, ["list"], part * 5), 0.15))
    rows += _checks(both, folder, part * 4)
    rows += openings(both, part * 12)
    rows += minutes(both, folder, part * 36)
    rows += letters(both, folder, part * 12)
    return [*rows, *looks_back(both, part * 6)]


def _command(both: dict[str, Checkout], home: str, files: int, arguments: list[str], seconds: float) -> Turns:
    for one in both.values():
        if not (one.homes / home).exists():
            library_of(one.homes / home, files)
    return taking_turns({name: one.worked(one.homes / home, *arguments) for name, one in both.items()}, seconds)


def _checks(both: dict[str, Checkout], folder: Path, seconds: float) -> list[Row]:
    """A long file again and again, and a long file of which one step is another one every time."""
    text = 'title = "T"\n' + "".join(STEP.format(n=n) for n in range(STEPS))
    kept, edited = folder / "thousand.toml", {name: folder / f"edited-{name}.toml" for name in both}
    kept.write_text(text, encoding="utf-8")
    numbers = count()

    def after_an_edit(name: str) -> float:
        edited[name].write_text(text.replace("Step 500", f"Step 500, {next(numbers)}"), encoding="utf-8")
        return both[name].worked(both[name].homes / "few", "check", str(edited[name]))()

    again = {name: one.worked(one.homes / "few", "check", str(kept)) for name, one in both.items()}
    edits: dict[str, Callable[[], float]] = {name: partial(after_an_edit, name) for name in both}
    return [
        _row(f"check, {STEPS} steps", taking_turns(again, seconds), 0.7),
        _row(f"check, {STEPS} steps, after an edit", taking_turns(edits, seconds), 0.7),
    ]


def _row(what: str, found: Turns, most: float) -> Row:
    return compared(what, median(found["new"]), "before", median(found["before"]), "ms", below=most)


def load_said() -> str:
    """How much else the machine does, for who reads the numbers."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
