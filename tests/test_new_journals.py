"""What new journals of the tests are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

from hiproutine.journal import schema
from tests.new_journals import make_tables, migrate


def made_by(make: Callable[[sqlite3.Connection], None]) -> list[str]:
    """Everything there is in a new journal, and its numbers."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        make(connection)
        numbers = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        return [*connection.iterdump(), str(numbers)]


def test_tables_made_at_once_are_those_of_all_migrations() -> None:
    assert schema.migrate is make_tables
    assert made_by(make_tables) == made_by(migrate)
