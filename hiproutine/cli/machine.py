"""What this machine can do for a routine, and what is missing: looks, and changes nothing."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from hiproutine.cues import CueFailure, CueOutput, Signal, awake, notify, sound, speech
from hiproutine.cues.finding import Finding, State
from hiproutine.errors import printable
from hiproutine.paths import Paths
from hiproutine.wording import count

LEAST_COLUMNS, LEAST_ROWS = 60, 20
"""The smallest window that shows the whole player (DESIGN, "What a person hears and sees")."""
UNIT = 1024
"""Bytes in a kilobyte, as `ls -h` counts."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program was started in: environment, terminal, size and encoding."""

    environ: Mapping[str, str]
    terminal: bool
    """Whether input and output are a terminal."""
    columns: int
    rows: int
    encoding: str
    """Of standard output."""


def look(around: Surroundings, paths: Paths, *, attempt: bool = False) -> list[Finding]:
    """Findings about this machine, in the order in which they matter; `attempt` tries what looking does not tell."""
    return [
        *_versions(),
        *_terminal(around),
        Finding("bell", State.OK, "Every terminal has one, unless it is switched off there."),
        sound.available(around.environ),
        speech.available(around.environ),
        *notify.available(around.environ),
        awake.available(around.environ, attempt=attempt),
        _folder("settings", paths.config),
        settings_finding(paths.settings),
        _folder("own routines", paths.routines),
        _folder("journal folder", paths.journal.parent),
        journal_finding(paths.journal),
    ]


def lines(findings: Sequence[Finding]) -> list[str]:
    """The findings to print: state, name, sentence, and the cure beneath."""
    width = max((len(finding.name) for finding in findings), default=0)
    printed = []
    for finding in findings:
        printed.append(f"{finding.state:<8} {finding.name:<{width}}  {finding.sentence}")
        if finding.cure:
            printed.append(f"{'':<8} {'':<{width}}  {finding.cure}")
    return printed


def records(findings: Sequence[Finding]) -> list[dict[str, str]]:
    """The findings as JSON."""
    return [
        {"name": finding.name, "state": finding.state.value, "sentence": finding.sentence, "cure": finding.cure}
        for finding in findings
    ]


def _versions() -> list[Finding]:
    found = [Finding("python", State.OK, f"Python {platform.python_version()} on {platform.system()}.")]
    try:
        found.append(Finding("textual", State.OK, f"Textual {version('textual')}."))
    except PackageNotFoundError:
        cure = "Install hiproutine again, for example with pipx reinstall hiproutine."
        found.append(Finding("textual", State.MISSING, "Textual is not installed; the screens need it.", cure))
    try:
        import sqlite3
    except ImportError:
        return [*found, Finding("sqlite", State.MISSING, "This Python has no SQLite.", "Use another Python.")]
    from hiproutine.journal.schema import OLDEST_SQLITE

    enough = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    cure = "" if enough else "The journal needs 3.37 or newer. Use a newer Python."
    return [
        *found,
        Finding("sqlite", State.OK if enough else State.MISSING, f"SQLite {sqlite3.sqlite_version}.", cure),
    ]


def _terminal(around: Surroundings) -> list[Finding]:
    from hiproutine.cues.terminals import terminal_of

    term = around.environ.get("TERM", "")
    called = printable(terminal_of(around.environ, windows=os.name == "nt").name or term or "no name")
    if not around.terminal:
        first = Finding("terminal", State.WARN, "Input and output are not both a terminal.", "Start it in one.")
    elif term in {"dumb", "unknown"} or (not term and os.name == "posix"):
        cure = "Set TERM to what your terminal is, such as xterm-256color."
        first = Finding("terminal", State.WARN, "This terminal cannot move its cursor, says TERM.", cure)
    else:
        first = Finding("terminal", State.OK, f"A terminal: {called}.")
    return [first, _size(around), _colours(around.environ), _text(around.encoding)]


def _size(around: Surroundings) -> Finding:
    sentence = f"{around.columns} columns, {around.rows} rows."
    if around.columns >= LEAST_COLUMNS and around.rows >= LEAST_ROWS:
        return Finding("size", State.OK, sentence)
    return Finding("size", State.WARN, sentence, f"The player needs {LEAST_COLUMNS} and {LEAST_ROWS}.")


def _colours(environ: Mapping[str, str]) -> Finding:
    if environ.get("NO_COLOR"):
        return Finding("colours", State.OK, "None, because NO_COLOR is set; everything is said by words and marks.")
    if environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or environ.get("WT_SESSION"):
        return Finding("colours", State.OK, "16 million.")
    if "256" in environ.get("TERM", ""):
        return Finding("colours", State.OK, "256.")
    return Finding(
        "colours", State.OK, "Perhaps 16; the screens look best with more.", "If it has more, set COLORTERM=truecolor."
    )


def _text(encoding: str) -> Finding:
    try:
        "▲●‖▄é".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        cure = "Choose a UTF-8 locale, such as LANG=C.UTF-8; on Windows set PYTHONUTF8=1."
        return Finding("text", State.WARN, f"{printable(encoding)} lacks marks that are used here.", cure)
    return Finding("text", State.OK, f"{printable(encoding).upper()}, with every mark that is used here.")


def _folder(name: str, folder: Path) -> Finding:
    """Whether something can be kept in a folder. Creates nothing."""
    shown = printable(str(folder))
    try:
        if not folder.exists():
            above = next((parent for parent in folder.parents if parent.exists()), None)
            if above and above.is_dir() and os.access(above, os.W_OK | os.X_OK):
                return Finding(name, State.OK, f"{shown} is made when it is needed.")
            return Finding(name, State.WARN, f"{shown} cannot be made.", "Set HIPROUTINE_HOME to a folder of yours.")
        if not folder.is_dir():
            return Finding(name, State.WARN, f"{shown} is not a folder.", "Move it away.")
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            return Finding(name, State.WARN, f"{shown} cannot be written.", "Make it writable for you.")
    except OSError as error:
        return Finding(name, State.WARN, f"{shown} cannot be reached: {error.strerror or error}.")
    return Finding(name, State.OK, f"{shown}")


def settings_finding(path: Path) -> Finding:
    """How `config.toml` stands."""
    from hiproutine.config.reading import read_config

    config = read_config(path)
    if config.problems:
        cure = f"{count(len(config.problems), 'problem')} in all; hiproutine check points at each."
        return Finding(path.name, State.WARN, printable(config.problems[0].sentence()), cure)
    said = count(len(config.values), "setting") if config.values else "Nothing is set; all is as built in"
    return Finding(path.name, State.OK, f"{said}.")


def journal_finding(path: Path) -> Finding:
    """How the journal stands. Reads all of it; brings nothing up to date and mends nothing."""
    from hiproutine.journal.schema import JournalError

    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return Finding("journal", State.OK, "Nothing is kept yet.")
    except OSError as error:
        return Finding("journal", State.WARN, f"The journal cannot be reached: {error.strerror or error}.")
    try:
        damage = _damage(path)
    except JournalError as error:
        return Finding("journal", State.WARN, str(error))
    shown = f"{size / UNIT:,.0f} KB" if size < UNIT * UNIT else f"{size / UNIT / UNIT:,.1f} MB"
    if damage:
        cure = "Keep the file as it is, and go on with a copy of it or a new one: --journal."
        return Finding("journal", State.WARN, f"It is damaged: {printable(damage)}.", cure)
    return Finding("journal", State.OK, f"{shown}, without a fault.")


def _damage(path: Path) -> str:
    """What is wrong inside the file. One of an older version is not opened as a journal, which would change it."""
    import sqlite3

    from hiproutine.journal import schema
    from hiproutine.journal.migrations import MIGRATIONS
    from hiproutine.journal.store import Journal

    with schema.explained(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        current = schema.version_of(db) >= len(MIGRATIONS)
        if not current or db.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
            return schema.damage(db)
    with Journal(path) as journal:
        return journal.check()


TRIED = (
    (Signal.COUNT, "low: the last three seconds, once each"),
    (Signal.ZERO, "high: the next interval begins"),
    (Signal.HALF, "twice: half of it is over"),
    (Signal.OPENING, "three times: a new block or round"),
    (Signal.BEAT, "soft: a repetition (sound only)"),
    (Signal.TICK, "softer: a second, where that is wanted"),
    (Signal.END, "long: done"),
)
"""Every signal, and what it means."""
APART = 1.8
"""Seconds between two signals, so that each is heard alone."""


def play_signals(outputs: Sequence[CueOutput], tell: Callable[[str], None], wait: Callable[[float], None]) -> None:
    """Gives every signal by every output, and says what each means. An output that fails is left out."""
    working = list(outputs)
    for signal, meaning in TRIED:
        tell(meaning)
        for output in tuple(working):
            try:
                output.signal(signal)
            except (CueFailure, OSError) as error:
                working.remove(output)
                tell(f"The {output.name} does not work: {error}")
        wait(APART)
