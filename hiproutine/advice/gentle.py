"""The routines that are suggested, what they ask of the hip, and the areas their steps load."""

from __future__ import annotations

from typing import NamedTuple

from hiproutine.advice.pain.sessions import Load

LIGHT, COOL_DOWN, ROLL = "rest-day-light-stretch", "cool-down", "foam-roll-hips"
STRETCH, WARM_UP, STRENGTH = "post-run-hip-stretch", "warm-up-five-step", "hip-core-strength"
ICE, HEAT = "ice-therapy", "heat-therapy"


class Suggested(NamedTuple):
    """A routine of the program as far as advice goes."""

    load: Load
    areas: frozenset[str]
    """Of its steps, as in the `avoid_if` of exercises."""


FRONT, ALL_STRETCHED = frozenset({"front-hip"}), frozenset({"groin", "front-hip", "outer-hip"})
WARMED = frozenset({"impact", "front-hip", "outer-hip"})
SUGGESTED = {
    LIGHT: Suggested(Load.LOW, ALL_STRETCHED),
    COOL_DOWN: Suggested(Load.LOW, frozenset({"impact"})),
    ROLL: Suggested(Load.LOW, frozenset({"outer-hip"})),
    STRETCH: Suggested(Load.LOW, ALL_STRETCHED),
    WARM_UP: Suggested(Load.HIGH, WARMED),
    ICE: Suggested(Load.NONE, frozenset()),
    HEAT: Suggested(Load.NONE, frozenset()),
    **{f"return-to-run-{number}": Suggested(Load.HIGH, frozenset({"impact"})) for number in range(1, 8)},
    **{f"hip-core-strength{level}": Suggested(Load.MODERATE, frozenset({"front-hip", "outer-hip"}))
       for level in ("", "-2", "-3")},
    **{f"runner-leg-strength{level}": Suggested(Load.MODERATE, FRONT) for level in ("", "-2", "-3")},
}  # fmt: skip
"""As in the routine files; a test compares."""
GENTLE = (LIGHT, ROLL, COOL_DOWN)
"""What suits where gentle is advised, in this order."""
AFTER_RUN = (STRETCH, ROLL, COOL_DOWN)
"""What suits after a run, in this order."""


def gentle_one(avoid: frozenset[str], among: tuple[str, ...] = GENTLE) -> str | None:
    """The first that holds nothing of these areas; None where each does."""
    return next((one for one in among if not SUGGESTED[one].areas & avoid), None)
