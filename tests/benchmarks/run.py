"""Prints how fast the program is, as ratios of medians measured in turn: `python tests/benchmarks/run.py`.

It never fails: a machine that does other things as well says little in milliseconds, and enough in ratios.
"""

from __future__ import annotations

import argparse
import compileall
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

import hiproutine
from tests.benchmarks.accuracy import accuracy
from tests.benchmarks.beside import beside, load_said
from tests.benchmarks.checking import checks
from tests.benchmarks.journal import looking_back
from tests.benchmarks.measuring import Row, table
from tests.benchmarks.page import page_accuracy, writing_pages
from tests.benchmarks.playing import first_paint, processor
from tests.benchmarks.starting import commands, libraries
from tests.benchmarks.writing import keystrokes

PARTS = ("commands", "share", "paint", "play", "library", "check", "edit", "journal")


def main() -> None:
    """Measures, and prints a table."""
    asked = _arguments()
    compileall.compile_dir(Path(hiproutine.__file__).parent, quiet=2)  # as an installed program is
    rows: list[Row] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        home = folder / "home"
        home.mkdir()
        measures: dict[str, Callable[[], list[Row]]] = {
            "commands": lambda: commands(home, asked.n),
            "paint": lambda: first_paint(home, asked.n),
            "play": lambda: processor(home, asked.long),
            "library": lambda: libraries(folder, max(1, asked.n // 3)),
            "check": lambda: checks(folder, max(1, asked.n // 3)),
            "edit": lambda: keystrokes(folder, asked.n),
            "journal": lambda: looking_back(folder, home, max(3, asked.n // 2)),
            "share": lambda: writing_pages(home, folder, asked.n),
            "beside": lambda: beside(asked.beside, folder, asked.within),
            "accuracy": lambda: side_by_side(folder, asked.accuracy),
        }
        more = [name for name in ("accuracy", "beside") if getattr(asked, name)]
        for part in asked.only or [*PARTS, *more]:
            print(f"measuring {part} …", file=sys.stderr)
            rows += measures[part]()
    print(f"Medians of {asked.n} runs in turn, Python {sys.version.split()[0]}, {sys.platform}, {load_said()}")
    print(table(rows))


def side_by_side(folder: Path, minutes: float) -> list[Row]:
    """The terminal's player and the page at the same time, on the same machine."""
    with ThreadPoolExecutor() as pool:
        both = [pool.submit(measure, folder, minutes) for measure in (accuracy, page_accuracy)]
        return [row for one in both for row in one.result()]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=11, help="how often each is measured (11)")
    parser.add_argument("--long", type=float, default=60, metavar="SECONDS",
                        help="how long play is watched (60)")  # fmt: skip
    parser.add_argument("--accuracy", type=float, default=0, metavar="MINUTES", help="play so long, and time the bells")
    parser.add_argument("--only", action="append", choices=[*PARTS, "accuracy", "beside"],
                        help="only this part; may be repeated")  # fmt: skip
    parser.add_argument(
        "--beside", type=Path, metavar="FOLDER", help="another checkout, measured in turn with this one"
    )
    parser.add_argument("--within", type=float, default=240, metavar="SECONDS",
                        help="about how long all of that takes (240)")  # fmt: skip
    asked = parser.parse_args()
    if "beside" in (asked.only or ()) and not asked.beside:
        parser.error("say which checkout with --beside FOLDER")
    if "accuracy" in (asked.only or ()) and not asked.accuracy:
        asked.accuracy = 1
    return asked


if __name__ == "__main__":
    main()
