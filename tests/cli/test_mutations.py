"""A sample of the mutations of the bundled files; `python -m tests.mutations 20000` tries the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutations import mutations, trouble


@pytest.mark.parametrize("seed", range(3))
def test_a_changed_file_is_checked_to_its_end(tmp_path: Path, seed: int) -> None:
    statuses = []
    for content in mutations(120, seed):
        status, what = trouble(content, tmp_path)
        assert what == "", content
        statuses.append(status)
    assert set(statuses) == {0, 1}
