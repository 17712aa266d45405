"""Parts of the journal's statements: rows to insert, and conditions whose value is given."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from hiproutine.journal.rows import Values, utc_text


def insert(db: sqlite3.Connection, table: str, values: Values, *, replacing: str = "") -> None:
    """Writes a row; with `replacing` over the one that has the same value in that column."""
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    query = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    if replacing:
        query += f" ON CONFLICT ({replacing}) DO UPDATE SET " + ", ".join(f"{n} = excluded.{n}" for n in values)
    db.execute(query, values)


def where_of(*parts: tuple[str, datetime | str | None]) -> tuple[str, list[str]]:
    """The conditions whose value is given, and the values."""
    given = [(condition, value) for condition, value in parts if value is not None]
    values = [utc_text(value) if isinstance(value, datetime) else str(value) for _, value in given]
    return (" WHERE " + " AND ".join(condition for condition, _ in given) if given else ""), values


def kept_where(*parts: tuple[str, datetime | str | None]) -> tuple[str, list[str]]:
    """The same, of what was not taken back."""
    where, values = where_of(*parts)
    return f"{where} AND removed = 0" if where else " WHERE removed = 0", values
