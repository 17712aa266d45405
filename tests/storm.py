"""A storm of random bytes, keys, pastes, resizes and signals at every screen of the real program.

    python -m tests.storm [EVENTS] [SEED]

Each screen must end without a traceback, with the terminal as it was. Of garbage alone (no key among it) nothing may be
kept, and no file may change.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.terminals import Terminal

ROUTINE = 'title = "Storm"\n[[steps]]\nname = "Hold"\nhold = "300s"\n'
SCREENS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "library": ((), ()),
    "search": ((), ("/",)),
    "history": ((), ("j",)),
    "guides": ((), ("g",)),
    "settings": ((), (",",)),
    "note": ((), ("n",)),
    "signs": ((), ("!",)),
    "player": (("play", "storm"), ()),
    "leave": (("play", "storm"), ("q",)),
    "pain": (("play", "storm"), ("p",)),
    "editor": (("edit", "storm"), ()),
    "plain": (("play", "storm", "--plain"), ()),
}
"""By name: the arguments of the program, and the keys that lead to the screen."""
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


def storm(name: str, count: int, seed: int, home: Path, *, keys: bool) -> list[str]:
    """What is wrong after so many events at a screen; nothing is as it should be."""
    arguments, way = SCREENS[name]
    (home / "routines").mkdir(parents=True, exist_ok=True)
    (home / "routines" / "storm.toml").write_text(ROUTINE, encoding="utf-8")
    (home / "config.toml").write_text('[check]\nbefore = "never"\n[cues]\nsound = false\n', encoding="utf-8")
    command = [sys.executable, "-m", "hiproutine"]
    env = {"HIPROUTINE_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1])}
    with Terminal([*command, "signs", "--none"], env=env) as first:
        first.wait()
    lot = random.Random(f"{name}{seed}")
    with Terminal([*command, *arguments], env=env, columns=120, rows=40) as terminal:
        terminal.wait_for(lambda: 1049 in terminal.modes or "Hold" in terminal.text or "Welcome" in terminal.text)
        terminal.watch(1.5)
        if "understand" in terminal.text:
            terminal.send("\r")
            terminal.watch(1.0)
        for key in way:
            terminal.send(key)
            terminal.watch(0.6)
        before = _kept(home)
        for _, act in zip(range(count), events(lot, keys=keys), strict=False):
            if terminal.status is not None:
                break
            try:
                act(terminal)
            except (OSError, ProcessLookupError):
                break
            terminal.watch(0.004)
            if terminal.stopped:  # ctrl+z: as a person's `fg`
                terminal.kill(signal.SIGCONT)
                terminal.watch(0.3)
        terminal.watch(0.8)
        wrong = [] if terminal.status in {None, 0, 1} else [f"it ended with {terminal.status}"]
        if not keys:
            wrong += [] if terminal.status is None else ["garbage ended it"]
            wrong += [] if _kept(home) == before else ["garbage was kept"]
        if terminal.status is None:
            terminal.kill(signal.SIGCONT)
            terminal.kill(signal.SIGTERM)
            terminal.wait(20)
        wrong += ["a traceback"] if b"Traceback" in terminal.output or (home / "last-error.txt").exists() else []
        wrong += [] if terminal.restored else ["the terminal is not as it was"]
    return wrong


def _kept(home: Path) -> dict[str, bytes]:
    """What the journal and the person's files hold, but for the session that plays."""
    return {
        path.name: path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.suffix in {".toml", ".unsaved"}
    }


def main() -> None:
    """Storms at every screen, and says of each what is wrong."""
    count, seed = (int(argument) for argument in [*sys.argv[1:], "10000", "1"][:2])
    each = max(1, count // (2 * len(SCREENS)))
    bad = 0
    for name in SCREENS:
        for keys in (False, True):
            with tempfile.TemporaryDirectory() as home:
                wrong = storm(name, each, seed, Path(home), keys=keys)
            bad += bool(wrong)
            print(f"{name:<9} {'all' if keys else 'garbage':<8} {'; '.join(wrong) or 'well'}", flush=True)
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
