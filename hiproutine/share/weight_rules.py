"""By what a page proposes the next weight or band: the program's own numbers and words, as they stand in its table."""

from __future__ import annotations

from typing import Any

from hiproutine.advice.adding import ADDS_NOTHING
from hiproutine.dialogue.loads import LOOKED_AT
from hiproutine.plan import loads


def weight_rules() -> dict[str, Any]:
    """Steps and share of a change, bands by their strength, what is said of them, and what adds nothing."""
    return {
        "steps": {unit: float(step) for unit, step in loads.STEP.items()},
        "share": float(loads.TENTH),
        "bands": list(loads.BANDS),
        "units": loads.NOUNS,
        "notes": {"last": loads.LAST_TIME, **loads.OTHER_BAND},
        "most": LOOKED_AT,
        "addsNothing": sorted(kind.value for kind in ADDS_NOTHING),
    }
