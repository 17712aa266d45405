"""The body: how long its bones are and how thick it is, in body heights.

Lengths are those of Drillis and Contini ("Body Segment Parameters", 1966), as Winter prints them ("Biomechanics and
Motor Control of Human Movement", figure 4.1): heights of the ankle 0.039, knee 0.285, hip 0.530, shoulder 0.818 and
chin 0.870; upper arm 0.186, forearm 0.146, hand 0.108, foot 0.152, breadth at the shoulders 0.259 and hips 0.191.
Joints lie inside those breadths by the thickness of the limb. Thicknesses are a drawer's: half the breadth seen.
"""

from __future__ import annotations

from typing import Final

SIDES: Final = ("right", "left")
"""Right is the near side where a figure is seen from the side."""

LOWER_TRUNK: Final = 0.125
UPPER_TRUNK: Final = 0.172
NECK: Final = 0.106
"""From between the shoulders to the middle of the head."""
THIGH: Final = 0.245
SHIN: Final = 0.246
UPPER_ARM: Final = 0.186
FOREARM: Final = 0.146
HAND: Final = 0.062
"""To the middle of loosely bent fingers."""
HIP_OUT: Final = 0.048
SHOULDER_OUT: Final = 0.098
SHOULDER_DOWN: Final = 0.012
"""The shoulders hang a little below the root of the neck."""
ANKLE_HEIGHT: Final = 0.039

TOE: Final = (0.090, 0.025)
"""From the ankle: ahead along the sole, and down to it."""
HEEL: Final = (-0.028, 0.017)

THICK: Final[dict[str, float]] = {
    "pelvis": 0.066,
    "waist": 0.054,
    "chest": 0.066,
    "neck": 0.030,
    "head": 0.056,
    "hip": 0.062,
    "knee": 0.039,
    "calf": 0.041,
    "ankle": 0.022,
    "heel": 0.022,
    "toe": 0.014,
    "shoulder": 0.036,
    "elbow": 0.026,
    "wrist": 0.018,
    "hand": 0.020,
}
"""Half thickness at each point; half of what is seen from the side."""


def joint(side: str, name: str) -> str:
    """`right_knee` of `right` and `knee`."""
    return f"{side}_{name}"


BONES: Final[tuple[tuple[str, str, float], ...]] = (
    ("pelvis", "waist", LOWER_TRUNK),
    ("waist", "chest", UPPER_TRUNK),
    ("chest", "head", NECK),
    *(
        (joint(side, start) if start not in {"pelvis", "chest"} else start, joint(side, end), length)
        for side in SIDES
        for start, end, length in (
            ("pelvis", "hip", HIP_OUT),
            ("hip", "knee", THIGH),
            ("knee", "ankle", SHIN),
            ("ankle", "toe", (TOE[0] ** 2 + TOE[1] ** 2) ** 0.5),
            ("ankle", "heel", (HEEL[0] ** 2 + HEEL[1] ** 2) ** 0.5),
            ("chest", "shoulder", (SHOULDER_OUT**2 + SHOULDER_DOWN**2) ** 0.5),
            ("shoulder", "elbow", UPPER_ARM),
            ("elbow", "wrist", FOREARM),
            ("wrist", "hand", HAND),
        )
    ),
)
"""(from, to, length) of every bone: what no movement may change."""
