"""Where the second half of a movement is the first with its sides changed, the limb that works changes with it."""

from __future__ import annotations

from hiproutine.figures.motion import Motion, Place
from hiproutine.figures.raster import Stage
from hiproutine.figures.shapes import Kind
from hiproutine.figures.written import figure_from

MARCH = figure_from(
    {
        "works": ["near_leg"],
        "repeat": "swap",
        "poses": [{"on": ["feet"]}, {"on": ["far_foot"], "near_hip": 85, "near_knee": 90}],
    }
)


def test_the_accent_goes_with_the_limb_that_is_lifted() -> None:
    motion = Motion(MARCH)
    stage = Stage(motion, 40, 16)
    near, far = motion.body(motion.beat(0, 1.0)), motion.body(motion.beat(0, 1.0, other=True))
    assert (near.swapped, far.swapped) == (False, True)
    assert stage.layers(near).get(Kind.WORKING)
    assert not stage.layers(near).get(Kind.FAR_WORKING)
    assert stage.layers(far).get(Kind.FAR_WORKING)
    assert not stage.layers(far).get(Kind.WORKING)


def test_it_stays_with_a_limb_until_that_is_down_again() -> None:
    motion = Motion(MARCH)
    lifted, down = (Place(0, 1, 0.5), Place(1, 2, 0.5)), (Place(2, 3, 0.5), Place(3, 0, 0.5))
    assert [motion.body(place).swapped for place in (*lifted, *down)] == [False, False, True, True]
    assert motion.beat(2, 0.5)[:2] == (1, 2)


def test_a_movement_that_goes_back_never_changes_it() -> None:
    motion = Motion(figure_from({"works": ["near_leg"], "poses": [{}, {"near_hip": 60}]}))
    assert not any(motion.body(motion.loop(tenth / 10)).swapped for tenth in range(40))
