"""No test sees the home of whoever runs it."""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.clocks import ManualClock
from tests.compiled import compile_all, compile_routines, put_routines, whole_routines
from tests.desk import Desk
from tests.long_first import long_first
from tests.warm_workers import can_be_forked, prepare_workers

if TYPE_CHECKING:
    from hiproutine.journal.file import JournalFile
    from tests.at_moments import Commands

gc.set_threshold(100_000, 50, 50)  # looking through everything that is imported was a tenth of the suite's time
# The house suite tries the same examples every time; `HYPOTHESIS_PROFILE=long` goes looking for new ones.

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of the person's own in it
ROOM = 4 << 30
"""Bytes that must be free there; a run takes a few hundred million."""

settings.register_profile(
    "house",
    deadline=None,
    max_examples=10,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("long", parent=settings.get_profile("house"), derandomize=False, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_configure(config: pytest.Config) -> None:
    """Compiles everything once, as an installation does: six workers and a hundred processes start sooner.

    Journals that tests let go of are closed: from Python 3.13 on, sqlite3 warns of one that is not.
    """
    if not hasattr(config, "workerinput"):
        compile_all(config)
        if _in_memory():
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
        if can_be_forked(config):
            prepare_workers(config)
        compile_routines(config)
    from hiproutine.journal.file import JournalFile
    from tests.new_journals import make_tables_at_once

    make_tables_at_once()
    JournalFile.__del__ = _let_go  # type: ignore[attr-defined]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each worker begins with the tests of its own that are marked as long."""
    if dealt := getattr(config, "workerinput", None):
        items[:] = long_first(items, dealt["workercount"], lambda one: one.get_closest_marker("long") is not None)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: it is not looked through again, and least of all at the end."""
    gc.freeze()


def _let_go(journal: JournalFile) -> None:
    with suppress(sqlite3.ProgrammingError):  # it belongs to another thread, which closes it
        journal.close()


def _in_memory() -> bool:
    """Whether the folders of tests can be kept in memory: a thousand journals wait for no disk there."""
    if not hasattr(os, "statvfs") or not os.access(MEMORY, os.W_OK | os.X_OK):
        return False
    found = os.statvfs(MEMORY)
    return not found.f_flag & os.ST_NOEXEC and found.f_bavail * found.f_frsize > ROOM


def pytest_xdist_auto_num_workers() -> int:
    """More than there are cores: the tests of the real program mostly wait for it."""
    return max(6, os.cpu_count() or 1)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Path]]:
    """Where the folders of all tests will be: pytest would look through all of them whenever it numbers one."""
    folder, whole = tmp_path_factory.mktemp("homes"), whole_routines()
    yield (folder / str(number) for number in count())
    assert whole_routines() == whole, "a test has written into the compiled routines, which are those of all others"


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder in which the program finds everything that is the person's own.

    What comes with the program is compiled there, as from the second start on; `first_start` has nothing.
    """
    folder = next(homes)
    own = folder / "hiproutine"
    folder.mkdir()
    put_routines(own)
    choosing = {"NO_COLOR", "FORCE_COLOR", "HIPROUTINE_PLAIN"}
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in choosing]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HIPROUTINE_HOME", str(own))
    monkeypatch.setenv("HOME", str(folder))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    return folder


@pytest.fixture
def first_start(home: Path) -> None:
    """Nobody has started the program yet."""
    shutil.rmtree(home / "hiproutine", ignore_errors=True)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A folder to write routines and exercises in."""
    return Desk(tmp_path / "desk")


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """The real commands, each at its moment, in UTC."""
    from tests.at_moments import Commands

    return Commands(monkeypatch)


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands still."""
    return ManualClock()
