"""The journal's file: opened when it is first needed, created when something is first kept, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from hiproutine.clock import local_now
from hiproutine.errors import printable
from hiproutine.journal import schema
from hiproutine.journal.in_use import WAITING
from hiproutine.journal.rows import Row
from hiproutine.journal.schema import JournalError, explained

PATIENCE = 5.0
"""Seconds to wait for another program that writes."""
PLAYING_PATIENCE = 0.2
"""The same while a routine plays: nothing may hold the player up."""

T = TypeVar("T")


class JournalFile:
    """One file and the connection to it. Belongs to the thread that first asks it."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime] = local_now,
        patience: float = PATIENCE,
        once_open: float | None = None,
    ) -> None:
        """`now` gives the time with its offset; `patience` is how many seconds a locked file is waited for.

        `once_open` is the same after it could be opened: a start outlasts another program that makes the file or brings
        it up to date, and what plays is held up by nobody.
        """
        self.path = path
        self.now = now
        self._patience = patience
        self._once_open = patience if once_open is None else once_open
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Opens nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the file."""
        self.close()

    def close(self) -> None:
        """Closes the file. It opens again if it is asked again."""
        if self._connection:
            self._connection.close()
            self._connection = None

    @property
    def exists(self) -> bool:
        """Whether anything is kept yet."""
        return self._connection is not None or self.path.exists()

    def check(self) -> str:
        """What is wrong inside the file, or nothing. Reads all of it."""
        with self.reading() as db:
            return schema.damage(db)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A context with a transaction: all of it is written, or nothing."""
        with explained(self.path):
            db = self._begun("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    db.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A context with one state of the file, however many questions; an empty one where there is no file."""
        if not self.exists:
            db = schema.empty()
            db.row_factory = sqlite3.Row
            yield db
            return
        with explained(self.path):
            db = self._begun("BEGIN", "SELECT count(*) FROM sqlite_schema")  # so that the file is held
            try:
                yield db
            except (ValueError, TypeError, OverflowError) as error:
                raise self._unknown(error) from error
            finally:
                with suppress(sqlite3.Error):
                    db.execute("ROLLBACK")

    def _begun(self, *statements: str) -> sqlite3.Connection:
        """The connection, in a transaction; a file that is in use is waited for once in all."""
        patience = WAITING.patience(self.path, self._once_open if self._connection else self._patience)
        try:
            db = self._connected(patience)
            db.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
            for statement in statements:
                db.execute(statement)
        except (sqlite3.OperationalError, JournalError) as error:
            code = getattr(error.__cause__ or error, "sqlite_errorcode", 0)
            tell = WAITING.was_in_vain if code & 0xFF == sqlite3.SQLITE_BUSY else WAITING.was_open
            tell(self.path)
            if self._connection is not None and self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        WAITING.was_open(self.path)
        return db

    def _connected(self, patience: float = PATIENCE) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = schema.connect(self.path, patience)
            self._connection.row_factory = sqlite3.Row
        return self._connection

    def _all(self, made: Callable[[Row], T], query: str, *values: Any) -> list[T]:
        with self.reading() as db:
            return [made(row) for row in db.execute(query, values)]

    def _unknown(self, error: Exception) -> JournalError:
        """What is said of a row that holds something unknown; nothing is judged without it, and nothing is changed."""
        return JournalError(
            f"The journal “{printable(str(self.path))}” holds something that no hiproutine wrote: "
            f"{printable(str(error))}. Keep it, and name another file with --journal."
        )
