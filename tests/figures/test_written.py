"""From a `[figure]` table to a figure, and every fault with where it is and what to do."""

from __future__ import annotations

import tomllib

import pytest

from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import Contact, Repeat, Surface, View
from hiproutine.figures.written import MOST_POSES, BadFigures, Path, figure_from


def figure_of(text: str) -> dict[str, object]:
    """The table of a TOML text."""
    return tomllib.loads(text)


def test_the_least_figure() -> None:
    figure = figure_from(figure_of("poses = [{}]"))
    assert (figure.view, figure.repeat, figure.moving, figure.works) == (View.SIDE, Repeat.BACK, False, frozenset())
    assert figure.poses[0].angles == {}
    assert figure.poses[0].contacts == (Contact("right_foot"), Contact("left_foot"))
    assert Motion(figure).body(Motion(figure).still).points["head"][1] > 0.9


def test_near_is_right_and_far_is_left_and_one_limb_wins_over_both() -> None:
    (pose,) = figure_from(
        figure_of('works = ["near_leg"]\nposes = [{ far_hip = 10, hips = 40, on = ["near_foot"] }]')
    ).poses
    assert pose.angles == {"right_hip": 40, "left_hip": 10}
    assert pose.contacts == (Contact("right_foot"),)


def test_a_pose_says_what_differs_from_the_one_before() -> None:
    figure = figure_from(
        figure_of(
            'poses = [{ on = ["feet"], knees = 20, into = 3, stay = 2 },'
            ' { chair = ["pelvis"], torso = 30 }, { on = [] }]'
        )
    )
    first, second, third = figure.poses
    feet = (Contact("right_foot"), Contact("left_foot"))
    assert second.angles == {"right_knee": 20, "left_knee": 20, "torso": 30}
    assert second.contacts == (*feet, Contact("pelvis", Surface.CHAIR))
    assert third.contacts == (Contact("pelvis", Surface.CHAIR),)
    assert (first.into, first.stay, second.into, second.stay) == (3, 2, 1, 0)


def test_a_point_lies_on_one_thing_alone() -> None:
    first, second = figure_from(
        figure_of('poses = [{ on = ["feet"], pad = ["near_knee"] }, { step = ["near_foot"] }]')
    ).poses
    assert first.contacts[-1] == Contact("right_knee", Surface.PAD)
    assert second.contacts[:2] == (Contact("left_foot"), Contact("right_foot", Surface.STEP))


def test_a_first_pose_that_names_what_bears_stands_on_that_alone() -> None:
    (seated,) = figure_from(figure_of('poses = [{ chair = ["pelvis"] }]')).poses
    assert seated.contacts == (Contact("pelvis", Surface.CHAIR),)
    (leaning,) = figure_from(figure_of('poses = [{ wall = ["near_hand"] }]')).poses
    assert len(leaning.contacts) == 3


def test_the_side_a_figure_was_written_for() -> None:
    assert figure_from(figure_of('works = ["near_leg"]\nposes = [{}]')).side == "right"
    assert figure_from(figure_of('works = ["legs"]\nposes = [{}]')).side == "right"
    assert figure_from(figure_of('view = "front"\nworks = ["left_leg"]\nposes = [{}]')).side == "left"
    assert figure_from(figure_of('view = "front"\nposes = [{}]')).mirror().side == "right"


FAULTS: list[tuple[str, Path, str, str]] = [
    ("", (), "missing-key", "poses = ["),
    ("poses = []", ("poses",), "out-of-range", "1 to 12"),
    ("poses = 3", ("poses",), "wrong-type", "poses = ["),
    ("poses = [3]", ("poses", 0), "wrong-type", "{ hips = 20 }"),
    (f"poses = [{', '.join(['{}'] * (MOST_POSES + 1))}]", ("poses",), "out-of-range", "1 to 12"),
    ('poses = [{}]\nview = "top"', ("view",), "unknown-value", '"side", "front"'),
    ("poses = [{}]\nview = 3", ("view",), "unknown-value", '"side", "front"'),
    ('poses = [{}]\nvew = "side"', ("vew",), "unknown-key", '"view"'),
    ('poses = [{}]\nmoving = "yes"', ("moving",), "wrong-type", "true or false"),
    ('poses = [{}]\nworks = "near_leg"', ("works",), "wrong-type", '["feet"]'),
    ('poses = [{}]\nworks = ["near_legs"]', ("works", 0), "unknown-value", '"near_leg"'),
    ("poses = [{ near_nee = 3 }]", ("poses", 0, "near_nee"), "unknown-key", '"near_knee"'),
    ("poses = [{ left_knee = 3 }]", ("poses", 0, "left_knee"), "unknown-key", '"far_knee"'),
    ('view = "front"\nposes = [{ near_knee = 3 }]', ("poses", 0, "near_knee"), "unknown-key", '"right_knee"'),
    ("poses = [{ zzzzz = 3 }]", ("poses", 0, "zzzzz"), "unknown-key", "joints"),
    ("poses = [{}, { knees = 200 }]", ("poses", 1, "knees"), "out-of-range", "-10 to 165"),
    ("poses = [{ knees = nan }]", ("poses", 0, "knees"), "wrong-type", "number"),
    ("poses = [{ knees = true }]", ("poses", 0, "knees"), "wrong-type", "number"),
    ('poses = [{ knees = "20" }]', ("poses", 0, "knees"), "wrong-type", "number"),
    ("poses = [{ into = 0 }]", ("poses", 0, "into"), "out-of-range", "0.1 to 20"),
    ('poses = [{ on = "feet" }]', ("poses", 0, "on"), "wrong-type", '["feet"]'),
    ('poses = [{ on = ["feet", "foots"] }]', ("poses", 0, "on", 1), "unknown-value", "foot"),
    ('poses = [{ wall = ["qqqq"] }]', ("poses", 0, "wall", 0), "unknown-value", "near_foot"),
]


@pytest.mark.parametrize(("text", "path", "kind", "cure"), FAULTS, ids=[text[:40] for text, *_ in FAULTS])
def test_a_fault_says_where_and_what_to_do(text: str, path: Path, kind: str, cure: str) -> None:
    with pytest.raises(BadFigures) as caught:
        figure_from(figure_of(text))
    (fault,) = caught.value.faults
    assert (fault.path, fault.kind) == (path, kind)
    assert cure in fault.cure
    assert fault.message
    assert isinstance(fault, ValueError)


def test_all_faults_at_once() -> None:
    with pytest.raises(BadFigures) as caught:
        figure_from(figure_of('view = "x"\nposes = [{ nee = 1 }, { knees = 999, on = ["?"] }]'))
    assert len(caught.value.faults) == 4
    assert "knees" not in str(caught.value.faults[0])


@pytest.mark.parametrize("number", [10**400, -(10**400), float("inf"), float("nan")])
def test_a_number_beyond_all_bounds_is_a_fault_and_no_crash(number: float) -> None:
    with pytest.raises(BadFigures) as raised:
        figure_from({"poses": [{"torso": number, "into": number}]})
    assert [fault.path for fault in raised.value.faults] == [("poses", 0, "torso"), ("poses", 0, "into")]
    assert all(len(fault.message) < 120 for fault in raised.value.faults)


def test_numbers_with_more_digits_than_can_be_written_out_are_named() -> None:
    huge = 16**5000
    table = {
        "view": huge,
        "works": [huge],
        "moving": huge,
        "poses": [{"torso": huge, "on": [huge, [huge]], "into": huge}],
    }
    with pytest.raises(BadFigures) as raised:
        figure_from(table)
    assert len(raised.value.faults) >= 6
    assert all("a huge number" in fault.message for fault in raised.value.faults)
    with pytest.raises(BadFigures, match="a huge number"):
        figure_from({"poses": huge})
    with pytest.raises(BadFigures, match="a huge number"):
        figure_from({"poses": [huge]})
