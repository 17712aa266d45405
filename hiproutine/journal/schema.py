"""The journal's file: how it is opened, brought up to date, and what is said when it cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from hiproutine.errors import HiproutineError, printable

APPLICATION = 0x68697072
"""SQLite's application_id of a journal: `hipr`."""
OLDEST_SQLITE = (3, 37)
"""The first with STRICT tables."""
SMALLEST = 512
"""Bytes of the smallest database there can be. (Asked without opening: closing the file would drop SQLite's locks.)"""
COPIES = 3
"""How many copies from before a migration are kept."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE plan (
            sha256 TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE session (
            id TEXT PRIMARY KEY,
            routine_id TEXT NOT NULL,
            title TEXT NOT NULL,
            load TEXT NOT NULL,
            plan_seconds REAL NOT NULL CHECK (plan_seconds >= 0),
            steps INTEGER NOT NULL CHECK (steps >= 0),
            started_at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            ended_at TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('active', 'finished', 'ended_early', 'interrupted')),
            position_index INTEGER NOT NULL CHECK (position_index >= 0),
            position_elapsed REAL NOT NULL CHECK (position_elapsed >= 0),
            active_seconds REAL NOT NULL CHECK (active_seconds >= 0),
            pauses INTEGER NOT NULL CHECK (pauses >= 0),
            adjusted REAL NOT NULL,
            routine_sha256 TEXT NOT NULL,
            plan TEXT REFERENCES plan (sha256),
            advice TEXT NOT NULL,
            note TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            writer TEXT NOT NULL DEFAULT ''
        ) STRICT
        """,
        "CREATE INDEX session_started ON session (started_at, id)",
        "CREATE INDEX session_routine ON session (routine_id, outcome, started_at, utc_offset)",
        "CREATE INDEX session_routine_started ON session (routine_id, started_at, id)",
        "CREATE INDEX session_active ON session (updated_at) WHERE outcome = 'active'",
        """
        CREATE TABLE interval (
            session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 0),
            plan_index INTEGER NOT NULL CHECK (plan_index >= 0),
            name TEXT NOT NULL,
            side TEXT CHECK (side IN ('left', 'right')),
            step INTEGER NOT NULL,
            set_number INTEGER NOT NULL,
            round_number INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('ready', 'work', 'switch', 'rest', 'confirm')),
            seconds REAL NOT NULL CHECK (seconds >= 0),
            outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped', 'left')),
            reason TEXT NOT NULL,
            adjusted REAL NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (session, number)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX interval_skipped ON interval (at) WHERE outcome = 'skipped'",
    ),
    (
        """
        CREATE TABLE reading (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after', 'morning', 'other')),
            score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
            worst INTEGER CHECK (worst BETWEEN 0 AND 10),
            side TEXT CHECK (side IN ('left', 'right', 'both')),
            area TEXT CHECK (area IN ('front', 'outer', 'buttock', 'unsure')),
            feel TEXT CHECK (feel IN ('ache', 'stiff', 'sharp', 'catching', 'tingling')),
            limp INTEGER CHECK (limp IN (0, 1)),
            stiffness TEXT CHECK (stiffness IN ('less', 'usual', 'more')),
            effort INTEGER CHECK (effort BETWEEN 0 AND 10),
            masked INTEGER CHECK (masked IN (0, 1)),
            note TEXT NOT NULL,
            session TEXT REFERENCES session (id) ON DELETE SET NULL,
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX reading_at ON reading (at, id)",
        "CREATE INDEX reading_side ON reading (side, at, id)",
        "CREATE INDEX reading_session ON reading (session, at, id) WHERE session IS NOT NULL",
    ),
    (
        """
        CREATE TABLE flag (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            flag TEXT NOT NULL,
            answer INTEGER NOT NULL CHECK (answer IN (0, 1)),
            cleared_on TEXT,
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX flag_at ON flag (at, id)",
    ),
    (
        """
        CREATE TABLE outing (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            sport TEXT NOT NULL CHECK (sport IN ('run', 'walk', 'hike', 'cycle', 'swim', 'yoga', 'other')),
            metres REAL CHECK (metres >= 0),
            seconds REAL CHECK (seconds >= 0),
            surface TEXT CHECK (surface IN ('road', 'trail', 'track', 'grass', 'sand', 'treadmill')),
            pain INTEGER CHECK (pain BETWEEN 0 AND 10),
            note TEXT NOT NULL,
            removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX outing_at ON outing (at, id)",
        """
        CREATE TABLE onset (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            over TEXT,
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX onset_at ON onset (at, id)",
    ),
)
"""What each version adds to the one before; the version is how many have been made."""


class JournalError(HiproutineError):
    """Raised where the journal cannot be used; says which file, why, and what to do."""


_CURES = {
    sqlite3.SQLITE_BUSY: "is in use by another program. Close that, or try again in a moment",
    sqlite3.SQLITE_LOCKED: "is in use by another program. Close that, or try again in a moment",
    sqlite3.SQLITE_READONLY: "cannot be written. Make the file and its folder writable, or name another with --journal",
    sqlite3.SQLITE_PERM: "cannot be written. Make the file and its folder writable, or name another with --journal",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full. Make room and try again",
    sqlite3.SQLITE_NOTADB: "is not a journal. Move it away, or name another with --journal",
    sqlite3.SQLITE_CORRUPT: "is damaged. Keep it, and name a copy of it, or a new file to import into, with --journal",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. See that its folder is there and is yours to write in",
    sqlite3.SQLITE_IOERR: "could not be read or written, the disk reports an error. See that it is still connected",
    sqlite3.SQLITE_CONSTRAINT: "does not take this, it does not fit what is there",
}


def problem(path: Path, error: sqlite3.Error | OSError) -> JournalError:
    """What went wrong with a file, as a sentence."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CANTOPEN if isinstance(error, OSError) else 0)
    cure = _CURES.get(code & 0xFF, f"could not be used: {printable(str(error))}")
    return JournalError(f"The journal “{printable(str(path))}” {cure}.")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """A context in which what SQLite and the system report is raised as a JournalError."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise problem(path, error) from error


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """An open journal of this version. Creates the file where there is none; leaves alone what is not a journal."""
    _check_sqlite()
    with explained(path):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # what hurts is nobody else's business
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def empty() -> sqlite3.Connection:
    """A journal without anything in it, in memory."""
    _check_sqlite()
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    return connection


def damage(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong inside the file, or nothing."""
    found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    return "" if found == ["ok"] else "; ".join(found)


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Makes every migration that is missing, each in a transaction that ends with its number."""
    for number, script in enumerate(MIGRATIONS, start=1):
        if version_of(connection) >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) < number:  # another program may have been first
                for statement in script:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise JournalError(
            f"The journal needs SQLite 3.37 or newer, this Python has {sqlite3.sqlite_version}. Use a newer Python."
        )


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = version_of(connection)
    if 0 < path.stat().st_size < SMALLEST:  # looks empty to SQLite, which would write over it
        raise JournalError(f"The journal “{printable(str(path))}” {_CURES[sqlite3.SQLITE_NOTADB]}.")
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION and (version or tables):
        raise JournalError(
            f"“{printable(str(path))}” is a database of another program. Name another file with --journal."
        )
    if version > len(MIGRATIONS):
        raise JournalError(
            f"The journal “{printable(str(path))}” was written by a newer hiproutine (version {version}, this one "
            f"knows {len(MIGRATIONS)}). Update hiproutine, or name another file with --journal."
        )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
        connection.execute("PRAGMA journal_mode = DELETE")
    if version < len(MIGRATIONS):
        if version:
            _copy(connection, path, version)
        migrate(connection)


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """A copy beside the file, under a name that sorts by time; the oldest of too many go."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = path.with_name(f"{path.name}.{stamp}.version-{version}.copy")
    unfinished = copy.with_suffix(".part")
    unfinished.touch(mode=0o600)
    try:
        target = sqlite3.connect(unfinished)
        try:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_schema")  # holds the file: a backup would wait for ever
            connection.backup(target)
        finally:
            target.close()
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        unfinished.replace(copy)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    for old in copies(path)[:-COPIES]:
        old.unlink(missing_ok=True)


def copies(path: Path) -> list[Path]:
    """The copies from before migrations, oldest first."""
    start = f"{path.name}."
    return sorted(p for p in path.parent.iterdir() if p.name.startswith(start) and p.name.endswith(".copy"))
