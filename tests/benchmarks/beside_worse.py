"""What must not get worse than it was in another checkout: a letter in the editor, and the first look back."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic

from tests.benchmarks.checking import STEP
from tests.benchmarks.checkouts import Checkout, taking_turns
from tests.benchmarks.measuring import Row, compared
from tests.benchmarks.writing import STEPS
from tests.terminals import Terminal

SESSIONS, READINGS = 1_000, 5_000
WORSE = 1.1
"""How much more than before is still the same, on a machine that does other things as well."""
RESTS = 0.8
"""Seconds between letters, in which the check of the one before is over."""
FILL = """
import pathlib, sys
from hiproutine.journal.store import Journal
from tests.kills import fill
with Journal(pathlib.Path(sys.argv[1])) as journal:
    fill(journal, int(sys.argv[2]), int(sys.argv[3]))
"""
OPEN = """
import pathlib, sys, time
import tests.benchmarks.journal as looking_back
looking_back.perf_counter = time.process_time
opening = looking_back._opening(pathlib.Path(sys.argv[1]))
opening()
print(min(opening()[0] for _ in range(3)))
"""


def letters(both: dict[str, Checkout], folder: Path, seconds: float) -> list[Row]:
    """From a key to its letter on the terminal, in a routine of many steps; in both editors in turn."""
    text = '#\ntitle = "T"\n' + "".join(STEP.format(n=n) for n in range(STEPS))
    took: dict[str, list[float]] = {name: [] for name in both}
    with ExitStack() as running:
        terminals = {}
        for name, one in both.items():
            path = folder / f"letters-{name}.toml"
            path.write_text(text, encoding="utf-8")
            env = one.env(one.homes / "letters")
            terminals[name] = running.enter_context(Terminal(one.program("edit", str(path)), env))
        for terminal in terminals.values():
            terminal.wait_for(f"{STEPS} steps", timeout=60)
            terminal.send("\x1b[F")
        until = monotonic() + seconds
        for number in range(1, 40):
            if number > 5 and monotonic() > until:
                break
            for name, terminal in terminals.items():
                for other in terminals.values():
                    other.watch(RESTS / 2)
                began = monotonic()
                terminal.send("z")
                took[name].append((terminal.wait_for("#" + "z" * number) - began) * 1000)
    return [_no_worse(f"a letter in {STEPS} steps", took)]


def looks_back(both: dict[str, Checkout], seconds: float) -> list[Row]:
    """From opening the history to its first sessions, in time of processors."""
    for one in both.values():
        one.python(FILL, str(_journal(one)), str(SESSIONS), str(READINGS))
    found = taking_turns({name: partial(_opened, one) for name, one in both.items()}, seconds)
    return [_no_worse(f"history, first of {SESSIONS} sessions", found)]


def _journal(one: Checkout) -> Path:
    return one.homes / "looks-back.sqlite3"


def _opened(one: Checkout) -> float:
    return float(one.python(OPEN, str(_journal(one))))


def _no_worse(what: str, found: dict[str, list[float]]) -> Row:
    return compared(what, median(found["new"]), "before", median(found["before"]), "ms", below=WORSE)
