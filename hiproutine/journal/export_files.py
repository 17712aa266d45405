"""An export as files: the lines in one, or three tables for a spreadsheet. Each is there as a whole, or not at all."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from hiproutine.errors import printable
from hiproutine.journal.export_lines import OUTINGS, READINGS, SESSIONS
from hiproutine.journal.own_files import OwnFile
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import TransferError, export_lines, rows_of
from hiproutine.plan.loads import LoadUsed, used_text
from hiproutine.wording import rounds_words


def export_csv(journal: Journal, folder: Path, *, force: bool = False) -> list[Path]:
    """Sessions, readings and runs as three tables."""
    written: list[Path] = []
    tables = ((SESSIONS, "sessions"), (READINGS, "readings"), (OUTINGS, "runs"))
    places = {table: folder / f"{called}.csv" for table, called in tables}
    for path in places.values():
        _refuse_existing(path, force=force)
    for table, path in places.items():
        with journal.reading() as db, _Replacing(path) as out:
            names = [one.name for one in table.fields]
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(names)
            for row in rows_of(db, table):
                values = json.loads(table.line(row))
                writer.writerow([_cell(values[name]) for name in names])
        written.append(path)
    return written


def export_file(journal: Journal, path: Path, *, force: bool = False, files: Sequence[OwnFile] = ()) -> None:
    """The lines in a file: all of them, or no file."""
    if path.exists() and journal.path.exists() and path.samefile(journal.path):
        raise TransferError(f"“{printable(str(path))}” is the journal itself. Choose another name.")
    _refuse_existing(path, force=force)
    with _Replacing(path) as out:
        out.writelines(f"{line}\n" for line in export_lines(journal, files))


def _cell(value: Any) -> Any:
    """A value as a spreadsheet takes it: what it would calculate is text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return _cell(_listed(value))
    if isinstance(value, str) and value.lstrip()[:1] in {"=", "+", "-", "@"}:
        return f"'{value}"
    return value


def _listed(values: list[dict[str, Any]]) -> str:
    """What steps were done with, or rounds that were counted, in a row."""
    if all("weight" in one for one in values):
        return used_text([LoadUsed(**one) for one in values])
    return "; ".join(f"{one['title']}: {rounds_words(one['rounds'], one['steps'])}" for one in values)


def _refuse_existing(path: Path, *, force: bool) -> None:
    if not path.parent.is_dir():
        raise TransferError(f"There is no folder “{printable(str(path.parent))}”. Make it first.")
    if path.is_dir():
        raise TransferError(f"“{printable(str(path))}” is a folder. Name a file in it.")
    if path.exists() and not force:
        raise TransferError(f"“{printable(str(path))}” is there already. Choose another name, or add --force.")


class _Replacing:
    """A file that appears when all of it is written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
        self._out: IO[str] | None = None

    def __enter__(self) -> IO[str]:
        try:
            self._part.touch(mode=0o600, exist_ok=False)
            self._out = self._part.open("w", encoding="utf-8", newline="")
        except OSError as error:
            raise self._problem(error) from error
        return self._out

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if self._out:
                self._out.close()
            if error is None:
                self._part.replace(self._path)
        except OSError as late:
            self._part.unlink(missing_ok=True)
            raise self._problem(late) from late
        if error is not None:
            self._part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise self._problem(error) from error

    def _problem(self, error: OSError) -> TransferError:
        return TransferError(f"“{printable(str(self._path))}” cannot be written: {error.strerror or error}.")
