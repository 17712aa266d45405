"""Compares the two engines over many plans and commands: `python -m tests.share.compare [CASES]`, 5,000 if not said.

Half of the plans are as coaches write them: rounds on the minute or until a time is over, blocks in blocks, sides
apart.
"""

from __future__ import annotations

import sys
from time import perf_counter

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hiproutine.plan.model import Plan
from tests.coached import coached_plans
from tests.share.both import Commands, in_page, in_python
from tests.share.test_engine import COMMANDS, MOMENTS
from tests.tables import counted_plans, plans


def compare(cases: int) -> None:
    """So many generated cases; the first difference ends it with both sides shown."""
    tried = 0

    @settings(
        max_examples=cases,
        derandomize=False,
        database=None,
        deadline=None,
        phases=[Phase.generate],  # making a difference smaller takes longer than looking at a large one
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(plans(), counted_plans(), coached_plans(), coached_plans()), COMMANDS, MOMENTS)
    def check(plan: Plan, commands: Commands, began: float) -> None:
        nonlocal tried
        tried += 1
        begun: Commands = [("start", 0.0), *commands]
        assert in_page(plan, begun, began) == in_python(plan, begun, began)

    start = perf_counter()
    check()
    print(f"{tried:,} cases, no difference, in {perf_counter() - start:.0f} s.")


if __name__ == "__main__":
    compare(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
