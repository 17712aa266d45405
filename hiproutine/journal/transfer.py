"""Everything out of a journal, and back in, as JSON Lines. The format is described in `export_lines`."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hiproutine.errors import HiproutineError, printable
from hiproutine.journal import own_files as own
from hiproutine.journal.export_fields import BadLine
from hiproutine.journal.export_lines import (
    FLAGS,
    FORMAT,
    HEADER,
    INTERVALS,
    ONSETS,
    OUTINGS,
    PLANS,
    READINGS,
    SESSIONS,
    TABLES,
    WITH_SHARES,
    Table,
    dumped,
    matches,
)
from hiproutine.journal.own_files import OwnFile
from hiproutine.journal.rows import Values
from hiproutine.journal.shares import derive_shares
from hiproutine.journal.store import Journal


class TransferError(HiproutineError):
    """A file that cannot be written, or one that cannot be brought in; says which line, and what is wrong with it."""


@dataclass(slots=True)
class Brought:
    """How many records of each kind an import brought in, changed, and found as they were."""

    new: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    same: int = 0
    """Records that were there already, as new or newer."""
    files: list[OwnFile] = field(default_factory=list)
    """Own routines, exercises and settings that the file holds; nothing is done with them here."""


def export_lines(journal: Journal, files: Sequence[OwnFile] = ()) -> Iterator[str]:
    """Every record as a line without its end; the header first, and last the person's own files."""
    with journal.reading() as db:
        counts = {t.plural: db.execute(f"SELECT count(*) FROM {t.kind}").fetchone()[0] for t in TABLES}  # noqa: S608
        yield dumped({"kind": HEADER, "format": FORMAT, **counts, **({"files": len(files)} if files else {})})
        for table in TABLES:
            for row in rows_of(db, table):
                yield table.line(row)
    for one in files:
        yield dumped({"kind": own.KIND, "place": one.place, "text": one.text})


def import_lines(journal: Journal, lines: Iterable[bytes], name: str) -> Brought:
    """Brings the records of an export in: all of them, or none. `name` is what the file is called."""
    found, files, written_as = _checked(lines, printable(name), journal.now())
    known = _known(journal, ("plan", "session"))
    _check_references(found, known, printable(name))
    brought = Brought(files=files)
    if not any(found.values()):
        return brought
    with journal.writing() as db:
        for _, row in found["plan"]:
            _count(brought, "plan", new=_added(db, PLANS, row), changed=False)
        changed = {row["id"] for _, row in found["session"] if _merge(db, SESSIONS, row, brought)}
        db.executemany("DELETE FROM interval WHERE session = ?", [(session,) for session in changed])
        for _, row in found["interval"]:
            if row["session"] in changed:
                _added(db, INTERVALS, row)
        if written_as < WITH_SHARES:
            derive_shares(db, changed)
        for table in (READINGS, FLAGS, OUTINGS, ONSETS):
            for _, row in found[table.kind]:
                _merge(db, table, row, brought)
    return brought


Found = dict[str, list[tuple[int, Values]]]


def _checked(lines: Iterable[bytes], name: str, now: datetime) -> tuple[Found, list[OwnFile], int]:
    """Every record with the number of its line, the own files, and the format; or TransferError."""
    found: Found = {table.kind: [] for table in TABLES}
    seen: set[tuple[Any, ...]] = set()
    header: dict[str, Any] | None = None
    files: list[OwnFile] = []
    number = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            values = _decoded(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
            if header is None:
                header = _header(values)
                continue
            if values.get("kind") == own.KIND:
                files.append(own.checked(values))
                continue
            table = _table(values)
            row = table.row(values, now, header["format"])
            if table is PLANS and not matches(row):
                raise BadLine("the plan is not the one that its “sha256” names")
            key = (table.kind, *(row[column] for column in table.key))
            if key in seen:
                raise BadLine(f"this {table.kind} is in the file twice")
        except BadLine as error:
            raise TransferError(_sentence(name, number, str(error))) from error
        seen.add(key)
        found[table.kind].append((number, row))
    if header is None:
        raise TransferError(f"{name} is empty: nothing was brought in.")
    _check_counts(found, files, header, name, number)
    return found, files, int(header["format"])


def _check_counts(found: Found, files: list[OwnFile], header: dict[str, Any], name: str, number: int) -> None:
    """TransferError where the file has more or fewer of a kind than its first line says."""
    for table in TABLES:
        if header[table.plural] != len(found[table.kind]):
            text = f"the file ends here with {len(found[table.kind])} of {header[table.plural]} {table.plural}"
            raise TransferError(_sentence(name, number, text))
    if header.get("files", 0) != len(files):
        raise TransferError(_sentence(name, number, f"the file ends here with {len(files)} of {header['files']} files"))


def _decoded(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadLine("this is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadLine("this is not a whole line of JSON") from None
    if not isinstance(values, dict):
        raise BadLine("this is not a record")
    return values


def _header(values: dict[str, Any]) -> dict[str, Any]:
    if values.get("kind") != HEADER:
        raise BadLine("this is not the first line of an export of hiproutine")
    if type(values.get("format")) is not int or values["format"] < 1:
        raise BadLine("the header does not say its format")
    if values["format"] > FORMAT:
        raise BadLine(f"this is format {values['format']}, this hiproutine knows {FORMAT}; update hiproutine")
    for table in TABLES:
        if table.since > values["format"]:
            values[table.plural] = 0
        elif type(values.get(table.plural)) is not int:
            raise BadLine(f"the header does not say how many {table.plural} there are")
    return values


def _table(values: dict[str, Any]) -> Table:
    kind = values.get("kind")
    for table in TABLES:
        if table.kind == kind:
            return table
    raise BadLine("the header stands in the middle" if kind == HEADER else "“kind” is not one of a journal")


def _known(journal: Journal, kinds: tuple[str, ...]) -> dict[str, set[str]]:
    """What is in the journal that records may refer to."""
    with journal.reading() as db:
        columns = {"plan": "sha256", "session": "id"}
        return {kind: {row[0] for row in db.execute(f"SELECT {columns[kind]} FROM {kind}")} for kind in kinds}  # noqa: S608


def _check_references(found: Found, known: dict[str, set[str]], name: str) -> None:
    plans = {row["sha256"] for _, row in found["plan"]}
    sessions = {row["id"] for _, row in found["session"]}
    for kind, column, there in (
        ("session", "plan", plans | known["plan"]),
        ("interval", "session", sessions),
        ("reading", "session", sessions | known["session"]),
    ):
        for number, row in found[kind]:
            if row[column] is not None and row[column] not in there:
                raise TransferError(_sentence(name, number, f"the {column} of this {kind} is not there"))


def _merge(db: sqlite3.Connection, table: Table, row: Values, brought: Brought) -> bool:
    """Adds a record, or lets the newer of two win; says whether it did. Equally new: what ended wins."""
    here = db.execute(f"SELECT * FROM {table.kind} WHERE id = ?", (row["id"],)).fetchone()  # noqa: S608
    if here is None:
        added = _added(db, table, row)
        _count(brought, table.kind, new=added, changed=False)
        return added
    ended = table is SESSIONS and here["outcome"] == "active" and row["outcome"] != "active"
    newer = row["updated_at"] > here["updated_at"] or (row["updated_at"] == here["updated_at"] and ended)
    if newer:
        names = [column for column in table.columns if column != "id"]
        changes = ", ".join(f"{column} = :{column}" for column in names)
        db.execute(f"UPDATE {table.kind} SET {changes} WHERE id = :id", row)  # noqa: S608
    _count(brought, table.kind, new=False, changed=newer)
    return newer


def _added(db: sqlite3.Connection, table: Table, row: Values) -> bool:
    marks = ", ".join(f":{column}" for column in table.columns)
    query = f"INSERT INTO {table.kind} ({', '.join(table.columns)}) VALUES ({marks})"  # noqa: S608
    if table is PLANS:
        query += " ON CONFLICT DO NOTHING"
    return db.execute(query, row).rowcount == 1


def _count(brought: Brought, kind: str, *, new: bool, changed: bool) -> None:
    if new:
        brought.new[kind] += 1
    elif changed:
        brought.updated[kind] += 1
    else:
        brought.same += 1


def rows_of(db: sqlite3.Connection, table: Table) -> Iterator[Any]:
    """Every row of a table, in the order of the export."""
    query = f"SELECT {', '.join(table.columns)} FROM {table.kind} ORDER BY {table.order}"  # noqa: S608
    with closing(db.execute(query)) as rows:
        yield from rows


def _sentence(name: str, number: int, text: str) -> str:
    return f"{name}, line {number}: {printable(text)}. Nothing was brought in."
