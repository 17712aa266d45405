"""A kept or imported plan whose rounds would never end is no plan."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hiproutine.journal.plan_json import BadPlan, plan_from_text, plan_text
from tests.journal.test_rounds_kept import PLAN


def changed(at: int, **values: Any) -> str:
    table = json.loads(plan_text(PLAN))
    table["intervals"][at] |= values
    return json.dumps(table)


def test_rounds_come_back_as_they_went() -> None:
    assert plan_from_text(plan_text(PLAN)) == PLAN


@pytest.mark.parametrize(
    "text",
    [
        changed(1, open_rounds={"number": 1, "seconds": 0, "finishes": False}),
        changed(1, open_rounds={"number": 1, "seconds": -5, "finishes": False}),
        changed(1, open_rounds={"number": 1, "seconds": 100}),
        changed(1, open_rounds={"number": 2, "seconds": 100, "finishes": False}, seconds=0.0),
        changed(2, open_rounds=None),
        changed(3, open_rounds={"number": 1, "seconds": 90, "finishes": False}),
        changed(1, lap=0),
    ],
)
def test_what_cannot_be_played_is_no_plan(text: str) -> None:
    with pytest.raises(BadPlan):
        plan_from_text(text)
