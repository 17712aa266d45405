"""Folders in which runs appear, such as a watch that is plugged in: what is new in them, looked at once each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hiproutine.advice.recovery.facts import Outing
from hiproutine.journal.run_keeping import Result, RunKeeper
from hiproutine.runs.parallel_reading import Read
from hiproutine.runs.reading import Wishes
from hiproutine.runs.recording import Recording
from hiproutine.runs.sources import Meter, files_below, read_path

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal


@dataclass(frozen=True, slots=True)
class Look:
    """A file as it was when it was looked at."""

    path: str
    size: int
    changed: int
    """Nanoseconds, as the file system says."""
    sha256: str = ""


class WatchedFolders:
    """Finds the files that were not looked at yet: by name, size and time of change, then by what they hold."""

    def __init__(self, journal: Journal, folders: Iterable[str | Path]) -> None:
        self._journal = journal
        self.folders = [Path(folder).expanduser() for folder in folders]
        self._looked: list[Look] = []
        with journal.reading() as db:
            rows = [Look(*row) for row in db.execute("SELECT path, size, changed, sha256 FROM watched_file")]
        self._known = {(one.path, one.size, one.changed) for one in rows}
        self._held = {one.sha256 for one in rows}

    @property
    def missing(self) -> list[Path]:
        """Folders that are not there now, such as those of a watch that is not plugged in."""
        return [folder for folder in self.folders if not folder.is_dir()]

    def new_files(self, meter: Meter = lambda _: None) -> Iterator[Path]:
        """Files that nobody looked at. Where one moved or was copied, that is remembered, and it is not new.

        `meter` is told of the bytes of those that are passed over.
        """
        for folder in self.folders:
            for path in files_below(folder):
                look = _look(path)
                if look is None or (look.path, look.size, look.changed) in self._known:
                    meter(look.size if look else 0)
                    continue
                digest = _digest(path)
                if digest is None:
                    continue
                new = digest not in self._held
                self._held.add(digest)
                if new:
                    yield path
                else:
                    meter(look.size)
                self._looked.append(Look(look.path, look.size, look.changed, digest))

    def remember(self) -> None:
        """Writes down what was looked at; to be called after the runs are kept."""
        if not self._looked:
            return
        query = "INSERT OR REPLACE INTO watched_file (path, size, changed, sha256) VALUES (?, ?, ?, ?)"
        with self._journal.writing() as db:
            db.executemany(query, [(one.path, one.size, one.changed, one.sha256) for one in self._looked])
        self._looked.clear()

    def reads(self, wishes: Wishes, meter: Meter = lambda _: None) -> Iterator[Read]:
        """What is in the new files. An archive or a table in the folder counts as well."""
        for path in self.new_files(meter):
            for read in read_path(path, wishes, meter):
                yield Read(read.name, read.found)


def look_for_runs(journal: Journal, folders: Iterable[str | Path], wishes: Wishes) -> tuple[Outing, ...]:
    """Keeps what is new in the folders; the new runs and other activities, oldest first."""
    watched = WatchedFolders(journal, folders)
    keeper: RunKeeper | None = None
    new: dict[str, Outing] = {}
    for read in watched.reads(wishes):
        keeper = keeper or RunKeeper(journal)
        for one in read.found:
            kept = keeper.keep(one) if isinstance(one, Recording) else None
            if kept and kept.outing and (kept.result is Result.NEW or kept.outing.id in new):
                new[kept.outing.id] = kept.outing
    if keeper:
        keeper.flush()
    watched.remember()
    return tuple(sorted(new.values(), key=lambda one: one.at))


def _look(path: Path) -> Look | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return Look(str(path.absolute()), about.st_size, about.st_mtime_ns)


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
