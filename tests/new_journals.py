"""A new journal has its tables at once, as all migrations leave them.

Making them one migration after the other takes ten milliseconds, and there are a thousand new journals in a run. Here a
process does that once. An older journal goes through its migrations as ever, and so does all that real processes open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache

from hiproutine.journal import schema
from hiproutine.journal.migrations import MIGRATIONS

migrate = schema.migrate
"""As the program does it."""


def make_tables(connection: sqlite3.Connection, before: Callable[[int], None] = lambda _: None) -> None:
    """As `migrate`: all of it, or nothing."""
    if vars(schema)["MIGRATIONS"] is not MIGRATIONS or schema.version_of(connection):
        migrate(connection, before)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not schema.version_of(connection):  # another program may have been first
            for statement in _tables():
                connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def make_tables_at_once() -> None:
    """For every new journal of this process from now on."""
    schema.migrate = make_tables


@cache
def _tables() -> list[str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        made = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
        numbers = [
            (name, connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
        ]
    return [*(sql for (sql,) in made), *(f"PRAGMA {name} = {number}" for name, number in numbers)]
