"""A sample of the storm of `tests/storm.py`: what no person meant ends nothing and is typed nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storm import storm


@pytest.mark.long
@pytest.mark.parametrize("name", ["editor", "player"])
def test_garbage_ends_nothing_and_is_typed_nowhere(name: str, tmp_path: Path) -> None:
    assert storm(name, 150, 1, tmp_path, keys=False) == ([], 1, 1)
