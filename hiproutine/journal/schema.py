"""The journal's file: how it is opened, brought up to date, and what is said when it cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import local

from hiproutine.errors import HiproutineError, printable
from hiproutine.journal.migrations import MIGRATIONS, WITH_SHARES

APPLICATION = 0x68697072
"""SQLite's application_id of a journal: `hipr`."""
OLDEST_SQLITE = (3, 37)
"""The first with STRICT tables."""
SMALLEST = 512
"""Bytes of the smallest database there can be. (Asked without opening: closing the file would drop SQLite's locks.)"""
COPIES = 3
"""How many copies from before a migration are kept."""


_EMPTY = local()
"""An empty journal by thread: making one takes longer than asking it."""


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
    """A journal without anything in it, in memory; the same one for all questions of a thread, who may only read."""
    _check_sqlite()
    found: sqlite3.Connection | None = getattr(_EMPTY, "connection", None)
    if found is None:
        found = sqlite3.connect(":memory:", isolation_level=None)
        migrate(found)
        found.execute("PRAGMA query_only = ON")
        _EMPTY.connection = found
    return found


def damage(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong inside the file, or nothing."""
    found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    return "" if found == ["ok"] else "; ".join(found)


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, before: Callable[[int], None] = lambda _: None) -> None:
    """Makes every migration that is missing: all of them, or none; `before` is told the version that there was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection)  # another program may have been first
        if 0 < version < len(MIGRATIONS):
            before(version)
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            for statement in script:
                connection.execute(statement)
            if number == WITH_SHARES and connection.execute("SELECT EXISTS (SELECT 1 FROM session)").fetchone()[0]:
                from hiproutine.journal.shares import derive_shares

                derive_shares(connection)
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
    connection.execute("BEGIN")  # one look: another program may be making the tables now
    version = version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    small = 0 < path.stat().st_size < SMALLEST
    connection.execute("ROLLBACK")
    if small:  # looks empty to SQLite, which would write over it
        raise JournalError(f"The journal “{printable(str(path))}” {_CURES[sqlite3.SQLITE_NOTADB]}.")
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
        migrate(connection, lambda version: _copy(path, version))


def _copy(path: Path, version: int) -> None:
    """A copy beside the file, under a name that sorts by time; the oldest of too many go.

    Whoever migrates writes nothing yet, so that another connection can read; its own could not be copied from.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = path.with_name(f"{path.name}.{stamp}.version-{version}.copy")
    unfinished = copy.with_suffix(".part")
    unfinished.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_schema")  # holds the file: a backup would wait for ever
            source.backup(target)
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
