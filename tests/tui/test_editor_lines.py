"""The lines of the editor, as texts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hiproutine.tui.editor.keys import keys_line
from hiproutine.tui.editor.plan_text import heading_lines
from tests.tables import plan_of


@pytest.mark.parametrize(
    ("columns", "there", "not_there"),
    [(80, "complete", "find"), (100, "find", "your editor"), (120, "your editor", "…")],
)
def test_no_key_of_the_editor_is_cut_off(columns: int, there: str, not_there: str) -> None:
    line = keys_line(columns, turned=False, exercise=False).plain
    assert len(line) <= columns - 2
    assert line.endswith("leave")
    assert there in line
    assert not_there not in line


def test_the_time_of_day_stands_beside_the_length_where_there_is_room() -> None:
    plan = plan_of({"title": "T", "steps": [{"name": "A", "hold": 50}]})
    now = datetime(2026, 11, 30, 7, tzinfo=UTC)
    assert heading_lines(plan, now, 30, stale=False).plain == "T\n1 step · 1:00 · done at 07:01"
    assert heading_lines(plan, now, 28, stale=False).plain == "T\n1 step · 1:00"
