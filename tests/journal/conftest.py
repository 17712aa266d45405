"""A journal that is not there yet, and a clock on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hiproutine.journal.store import Journal
from tests.journal.shelf import Wall


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a journal will be."""
    return tmp_path / "data" / "journal.sqlite3"


@pytest.fixture
def wall() -> Wall:
    """A clock that stands still."""
    return Wall()


@pytest.fixture
def journal(place: Path, wall: Wall) -> Iterator[Journal]:
    """A journal."""
    with Journal(place, now=wall, patience=0.05) as journal:
        yield journal
