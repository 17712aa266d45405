"""A storm of random bytes, keys, pastes, resizes and signals at every screen of the real program.

    python -m tests.storm [EVENTS] [SEED] [SCREEN ...]

Each screen must end without a traceback, with the terminal as it was; where the storm ended the program, it is started
again until all events are used up, each time in a home in which nothing was said yet. Of garbage alone (no key in it)
nothing may be kept, and no file may change.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from hiproutine.journal.outings import onsets, outings
from hiproutine.journal.store import Journal
from hiproutine.tui.signals import LAST_SECONDS
from tests.terminals import Terminal

ROUTINE = 'title = "Storm"\n[[steps]]\nname = "Hold"\nhold = "300s"\n'
PLAYS, OPENS, EDITS = ("play", "storm"), (), ("edit", "storm")
Way = tuple[tuple[str, str], ...]
"""Keys, and of each what stands on the screen once it was taken."""
PLAYER: Way = (("", "Step 1 of 1"),)
LIBRARY: Way = (("", "Type to search"),)
EDITOR: Way = (("", "ctrl+s save"),)
SCREENS: dict[str, tuple[tuple[str, ...], Way]] = {
    "library": (OPENS, LIBRARY),
    "search": (OPENS, (*LIBRARY, ("/zz", "zz"))),
    "history": (OPENS, (*LIBRARY, ("j", "Nothing is kept yet"))),
    "guides": (OPENS, (*LIBRARY, ("g", "Good to know"))),
    "settings": (OPENS, (*LIBRARY, (",", "First day of a week"))),
    "note": (OPENS, (*LIBRARY, ("n", "Write down"))),
    "signs": (OPENS, (*LIBRARY, ("!", "none of these"))),
    "along": (OPENS, (*LIBRARY, ("s", "take it along"))),
    "palette": (OPENS, (*LIBRARY, ("\x10", "Search for commands"))),
    "welcome": (PLAYS, (("", "I understand"),)),
    "player": (PLAYS, PLAYER),
    "leave": (PLAYS, (*PLAYER, ("q", "Leave the routine here?"))),
    "pain": (PLAYS, (*PLAYER, ("p", "Pain now?"))),
    "how": (PLAYS, (*PLAYER, ("i", "esc"))),
    "jump": (PLAYS, (*PLAYER, ("g", "esc"))),
    "keys": (PLAYS, (*PLAYER, ("?", "esc back"))),
    "after": (PLAYS, (*PLAYER, ("n", "▸ Hold"), ("n", "How is the hip now?"))),
    "summary": (PLAYS, (*PLAYER, ("n", "▸ Hold"), ("n", "How is the hip now?"), ("\x1b", "enter close"))),
    "editor": (EDITS, EDITOR),
    "find": (EDITS, (*EDITOR, ("\x06", "enter next"))),
    "watch": (("watch", "storm"), (("", "q ends"),)),
    "plain": ((*PLAYS, "--plain"), (("", "Storm, 5 minutes"),)),
    "plain question": ((*PLAYS, "--plain"), (("", "Storm, 5 minutes"), ("p", "Pain now?"))),
}
"""By name: the arguments of the program, and the way to the screen."""
KEYS = (
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b",
    "\r",
    "\t",
    "\x1b[Z",
    "\x7f",
    "\x1b[3~",
    "\x1b[5~",
    "\x1b[6~",
    "\x1bOP",
)
SIGNALS = (signal.SIGWINCH, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGCONT)

COMMAND = [sys.executable, "-m", "hiproutine"]
WELL = (0, 1, -signal.SIGQUIT, -signal.SIGINT)
"""The last two where the terminal was given back and ctrl+c came then, as at any program that is about to end."""
Event = Callable[[Terminal], None]


def garbage(lot: random.Random) -> bytes:
    """Bytes that are neither keys nor text: the mouse in its old way, broken reports, answers, no UTF-8."""
    place = bytes(lot.randrange(33, 256) for _ in range(2))
    return lot.choice(
        [
            bytes([lot.randrange(0x80, 0xC0)]),
            bytes([lot.randrange(0xF8, 0x100)]),
            b"\x1b[M" + bytes([32 + 35]) + place,
            b"\x1b[<35;%d;%dM" % (lot.randrange(1, 999), lot.randrange(1, 999)),
            b"\x1b[<35;%d;\x1b[<35;1;1M" % lot.randrange(1, 999),
            b"\x1b[%d;%d;%dM" % (lot.randrange(99), lot.randrange(99), lot.randrange(99)),
            b"\x1b]11;rgb:0000/0000/0000\x07",
            b"\x1b[?2026;%d$y" % lot.randrange(5),
            b"\x1b[>1;%d;0c" % lot.randrange(9999),
            b"\x1b[%d;1:3u" % lot.randrange(33, 999),
        ]
    )


def events(lot: random.Random, *, keys: bool) -> Iterator[Event]:
    """One thing after the other, for ever; without `keys` nothing that a person could have meant."""
    while True:
        kind = lot.random()
        if kind < 0.06:
            yield lambda terminal: terminal.resize(lot.randrange(1, 250), lot.randrange(1, 70))
        elif kind < 0.1:
            yield lambda terminal: terminal.kill(lot.choice(SIGNALS))
        elif not keys or kind < 0.4:
            yield lambda terminal: _write(terminal, garbage(lot))
        elif kind < 0.5:
            yield lambda terminal: _write(terminal, bytes(lot.randrange(256) for _ in range(lot.randrange(1, 20))))
        elif kind < 0.55:
            text = "".join(chr(lot.randrange(1, 0x3000)) for _ in range(lot.randrange(200)))
            yield lambda terminal, text=text: _write(  # type: ignore[misc]
                terminal, b"\x1b[200~" + text.encode("utf-8", "replace") + b"\x1b[201~"
            )
        elif kind < 0.75:
            yield lambda terminal: _write(terminal, lot.choice(KEYS).encode())
        else:
            yield lambda terminal: _write(terminal, chr(lot.randrange(32, 127)).encode())


def _write(terminal: Terminal, data: bytes) -> None:
    os.write(terminal.fileno(), data)


class Storm(NamedTuple):
    """How it went at one screen."""

    wrong: list[str]
    """What is not as it should be; nothing is well."""
    starts: int
    reached: int
    """How often the program was started, and how often the screen was reached then."""


def storm(name: str, count: int, seed: int, home: Path, *, keys: bool) -> Storm:
    """So many events at a screen. Each start has a home of its own within `home`, so that it comes to its screen."""
    first = home / "first"
    (first / "routines").mkdir(parents=True)
    (first / "routines" / "storm.toml").write_text(ROUTINE, encoding="utf-8")
    (first / "config.toml").write_text('[check]\nbefore = "never"\n[cues]\nsound = false\n', encoding="utf-8")
    for arguments in (("signs", "--none"), ("list",)):
        with Terminal([*COMMAND, *arguments], env=_environment(first)) as terminal:
            terminal.wait(60.0)
    lot = random.Random(f"{name}{seed}")
    blows = iter(events(lot, keys=keys))
    wrong: list[str] = []
    left, starts, reached = count, 0, 0
    while left > 0 and not wrong:
        starts += 1
        here = home / str(starts)
        shutil.copytree(first, here)
        left, is_there, wrong = _one_start(name, left, blows, here, keys=keys)
        wrong += _harm(here)
        reached += is_there
        shutil.rmtree(here)
    return Storm(wrong, starts, reached)


def _one_start(name: str, left: int, blows: Iterator[Event], home: Path, *, keys: bool) -> tuple[int, bool, list[str]]:
    """How many events are left when the program has ended, whether the screen was reached, and what was wrong."""
    arguments, way = SCREENS[name]
    with Terminal([*COMMAND, *arguments], env=_environment(home), columns=120, rows=40, folder=home) as terminal:
        is_there = _reach(terminal, way, tries=2 if keys else 6)
        before = _kept(home)
        while left > 0 and terminal.status is None:
            left -= 1
            try:
                next(blows)(terminal)
            except (OSError, ProcessLookupError):
                break
            terminal.watch(0.004)
            if terminal.stopped:  # ctrl+z: as a person's `fg`
                terminal.kill(signal.SIGCONT)
                terminal.watch(0.3)
        terminal.watch(0.8)
        wrong = [] if terminal.status in {None, *WELL} else [f"it ended with {terminal.status}"]
        if not keys:
            wrong += [] if is_there else [f"the screen never came:\n{terminal.text}"]
            wrong += [] if terminal.status is None else ["garbage ended it"]
            wrong += [] if _kept(home) == before else ["garbage was kept"]
        if terminal.status is None:
            terminal.kill(signal.SIGCONT)
            terminal.kill(signal.SIGTERM)
            wrong += _end(terminal)
        wrong += ["a traceback"] if b"Traceback" in terminal.output or (home / "last-error.txt").exists() else []
        wrong += [] if terminal.restored else [f"the terminal is not as it was: {terminal.changes}"]
        if wrong:
            tell = [terminal.output[-1500:].decode("utf-8", "backslashreplace").replace("\x1b", "^[")]
            tell += [path.read_text(encoding="utf-8") for path in home.glob("last-error.txt")]
            wrong.append("\n".join([f"{left} events were left; the last of it:", *tell]))
    return left, is_there, wrong


def _reach(terminal: Terminal, way: Way, tries: int) -> bool:
    """Goes to the screen, through what is asked before it, however busy the machine is; whether it came.

    A key is pressed again where nothing came of it: it may have been left out as one that was on its way.
    """
    first = way[0][1]
    for _ in range(10):
        if _comes(terminal, first, "understand", "cut short", seconds=6) and first in terminal.text:
            break
        if terminal.text.strip() and terminal.status is None:
            terminal.send("\r")  # whatever else is said or asked
    return all(_press_until(terminal, key, sign, tries) if key else sign in terminal.text for key, sign in way)


def _press_until(terminal: Terminal, keys: str, sign: str, tries: int) -> bool:
    for _ in range(tries):
        if terminal.status is not None:
            return False
        terminal.send(keys)
        if _comes(terminal, sign, "enter I understand", seconds=4) and sign in terminal.text:
            return True
        keys = "\r" if "enter I understand" in terminal.text else keys[-1]
    return False


def _comes(terminal: Terminal, *signs: str, seconds: float) -> bool:
    """Whether one of the texts stands on the screen within so many seconds, and for a quarter of one."""
    until = monotonic() + seconds
    while monotonic() < until and terminal.status is None:
        if any(sign in terminal.text for sign in signs):
            terminal.watch(0.25)
            return True
        terminal.watch(0.05)
    return False


def _end(terminal: Terminal) -> list[str]:
    """Waits for the end; where it does not come, the program says where it is."""
    asked = monotonic()
    while terminal.status is None and monotonic() < asked + 30:
        terminal.watch(0.1)
        if terminal.stopped:  # a ctrl+z that was on its way
            terminal.kill(signal.SIGCONT)
    if terminal.status is None:
        terminal.kill(signal.SIGABRT)
        terminal.watch(1.0)
        return ["it did not end"]
    late = [] if monotonic() - asked < LAST_SECONDS else ["it ended by the last means only"]
    return late if terminal.status in {*WELL, -signal.SIGTERM} else [f"at its end it said {terminal.status}", *late]


def _environment(home: Path) -> dict[str, str]:
    return {"HIPROUTINE_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONFAULTHANDLER": "1"}


def _kept(home: Path) -> dict[str, object]:
    """What the person's files and the journal hold, but for the session that plays."""
    files: dict[str, object] = {
        path.name: path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.suffix in {".toml", ".unsaved"}
    }
    with Journal(home / "journal.sqlite3") as journal:
        files["said"] = (journal.readings(), outings(journal), onsets(journal), journal.flags())
    return files


def _harm(home: Path) -> list[str]:
    """What is damaged: the journal, or a routine that was fit to play."""
    with Journal(home / "journal.sqlite3") as journal:
        damage = journal.check()
    return [f"the journal is damaged: {damage}"] if damage else []


def main() -> None:
    """Storms at every screen, and says of each what is wrong."""
    count, seed = (int(argument) for argument in [*sys.argv[1:3], "10000", "1"][:2])
    screens = sys.argv[3:] or list(SCREENS)
    each = max(1, count // (2 * len(screens)))
    bad = 0
    for name in screens:
        for keys in (False, True):
            with tempfile.TemporaryDirectory() as home:
                wrong, starts, reached = storm(name, each, seed, Path(home), keys=keys)
            bad += bool(wrong)
            what = f"{each} of {'all' if keys else 'garbage'}, there at {reached} of {starts} starts"
            print(f"{name}: {what}: {'; '.join(wrong) or 'well'}", flush=True)
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
