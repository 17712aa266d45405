"""Numbers of the public FIT profile: what a workout is for, and the exercises that watches know. Data only.

They are held against another program's copy of the profile in the tests. An exercise has its number inside a category,
and 0 is a real one in each (0 of hip raises is a barbell thrust), so an exercise that is missing there has no numbers.
"""

from __future__ import annotations

from typing import NamedTuple


class Sport(NamedTuple):
    """What a workout is for."""

    sport: int
    sub_sport: int
    word: str


class Exercise(NamedTuple):
    """An exercise in the profile."""

    category: int
    number: int
    profile: str
    """Its name there."""


STRENGTH = Sport(10, 20, "strength")
FLEXIBILITY = Sport(10, 19, "flexibility")
CARDIO = Sport(10, 26, "cardio")
RUNNING = Sport(1, 0, "running")

SPORT_OF_KIND = {
    "strength": STRENGTH,
    "balance": STRENGTH,
    "stretch": FLEXIBILITY,
    "rolling": FLEXIBILITY,
    "running": RUNNING,
}
"""By the kind of the exercises that take most of the time; anything else is cardio, which takes any step."""

CATEGORIES = {
    2: "cardio",
    10: "hip_raise",
    11: "hip_stability",
    17: "lunge",
    19: "plank",
    28: "squat",
    31: "warm_up",
}

EXERCISES = {
    "bird-dog": Exercise(31, 14, "opposite_arm_and_leg_balance"),
    "butterfly-stretch": Exercise(31, 36, "stretch_butterfly"),
    "clamshell": Exercise(10, 44, "clams"),
    "figure-four-standing": Exercise(31, 60, "stretch_piriformis"),
    "figure-four-stretch": Exercise(31, 53, "stretch_lying_piriformis"),
    "forward-lunge": Exercise(17, 32, "lunge"),
    "hamstring-stretch": Exercise(31, 33, "standing_hamstring_stretch"),
    "high-knee-march": Exercise(31, 88, "marching_in_place"),
    "high-knees": Exercise(31, 26, "walking_high_knees"),
    "hip-bridge": Exercise(10, 11, "hip_raise"),
    "hip-flexor-stretch": Exercise(31, 49, "stretch_lunging_hip_flexor"),
    "hip-flexor-stretch-standing": Exercise(31, 45, "stretch_hip_flexor_and_quad"),
    "it-band-stretch": Exercise(31, 67, "stretch_standing_it_band"),
    "jumping-jacks": Exercise(2, 12, "jumping_jacks"),
    "knee-plank": Exercise(19, 22, "kneeling_plank"),
    "leg-swing-front-back": Exercise(31, 9, "forward_and_backward_leg_swings"),
    "leg-swing-side": Exercise(31, 18, "side_to_side_leg_swings"),
    "pigeon-pose": Exercise(31, 59, "stretch_pigeon_pose"),
    "plank": Exercise(19, 43, "plank"),
    "plank-leg-lift": Exercise(19, 133, "plank_with_leg_lift"),
    "quad-stretch": Exercise(31, 61, "stretch_quad"),
    "side-lunge": Exercise(17, 61, "side_lunge"),
    "side-lying-leg-raise": Exercise(11, 21, "side_lying_leg_raise"),
    "single-leg-bridge": Exercise(10, 30, "single_leg_hip_raise"),
    "skipping": Exercise(2, 6, "jump_rope"),
    "squat-to-chair": Exercise(28, 61, "squat"),
    "standing-hip-abduction": Exercise(11, 28, "standing_hip_abduction"),
    "walking-lunge": Exercise(17, 78, "walking_lunge"),
    "wall-sit": Exercise(28, 20, "body_weight_wall_squat"),
}
"""By the ids of our catalogue; one that is not the same movement there is left out."""
