"""What the JSON Schema says of a `[figure]` table: every joint with its range, every point, every time."""

from __future__ import annotations

from typing import Any

from hiproutine.figures.pose import LIMB_POINTS, LIMB_RANGES, TRUNK_POINTS, TRUNK_RANGES, Repeat, Surface, View
from hiproutine.figures.written import BOTH, BOTH_POINTS, MOST_POSES, TIMES

SIDES = ("near", "far", "left", "right")
"""Near and far from the side, left and right from the front."""
WORDS = {
    "view": "From the side, facing right; or from the front, as in a mirror.",
    "works": "What is drawn in the accent colour.",
    "repeat": "How it goes on after the last pose: the same way back, on to the first pose, or with the sides changed.",
    "moving": "Whether the person gets along.",
    "poses": "Each says what differs from the one before; the first starts from standing.",
    "into": "Seconds to come into it.",
    "stay": "Seconds in it.",
}


def figure_schema() -> dict[str, Any]:
    """The schema of the table."""
    limbs = [f"{side}_{limb}" for side in SIDES for limb in ("leg", "arm")]
    return _table(
        {
            "view": _choice("view", [view.value for view in View]),
            "works": {
                "type": "array",
                "items": {"enum": [*limbs, "legs", "arms", "trunk"]},
                "description": WORDS["works"],
            },
            "repeat": _choice("repeat", [repeat.value for repeat in Repeat]),
            "moving": {"type": "boolean", "description": WORDS["moving"]},
            "poses": {
                "type": "array",
                "minItems": 1,
                "maxItems": MOST_POSES,
                "items": _pose(),
                "description": WORDS["poses"],
                "examples": [[{"on": ["feet"], "hips": 20, "knees": 30}]],
            },
        },
        required=["poses"],
    )


def _pose() -> dict[str, Any]:
    sided = {f"{side}_{name}": limits for side in SIDES for name, limits in LIMB_RANGES.items()}
    both = {plural: LIMB_RANGES[name] for plural, name in BOTH.items()}
    angles = {**TRUNK_RANGES, **both, **sided}
    points = [*TRUNK_POINTS, *BOTH_POINTS, *(f"{side}_{name}" for side in SIDES for name in LIMB_POINTS)]
    return _table(
        {
            **{name: _number(limits, f"Degrees, {limits[0]:g} to {limits[1]:g}.") for name, limits in angles.items()},
            **{name: _number(limits, WORDS[name]) for name, limits in TIMES.items()},
            **{
                surface.value: {
                    "type": "array",
                    "items": {"enum": points},
                    "description": "The ground it is on."
                    if surface is Surface.GROUND
                    else f"The {surface} it touches.",
                }
                for surface in Surface
            },
        }
    )


def _table(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**found, "required": required} if required else found


def _choice(name: str, values: list[str]) -> dict[str, Any]:
    return {"enum": values, "description": WORDS[name]}


def _number(limits: tuple[float, float], words: str) -> dict[str, Any]:
    return {"type": "number", "minimum": limits[0], "maximum": limits[1], "description": words}
