"""What cannot count rounds until a time is over says so in a plain word: a watch, a sound file, and the sheet."""

from __future__ import annotations

from dataclasses import replace

from hiproutine.audio.score import score_of, timed
from hiproutine.cues.lengths import estimated
from hiproutine.plan.cutting import cut
from hiproutine.share.groups import sheet_groups
from hiproutine.workout.repeats import Repeat
from hiproutine.workout.steps import workout_of
from tests.tables import plan_of

PLAN = plan_of(
    {
        "title": "T",
        "defaults": {"transition": 5},
        "blocks": [
            {"title": "Two", "for": 120, "steps": [{"name": "Squat", "reps": 5}, {"name": "Plank", "hold": 20}]},
            {"title": "Cool", "steps": [{"name": "Fold", "hold": 30}]},
        ],
    }
)
"""A round is 50 s by its estimate."""


def test_a_watch_repeats_as_often_as_the_time_holds_and_says_that_it_counts_nothing() -> None:
    made = workout_of(PLAN, lambda _: None)
    (repeat,) = [one for one in made.steps if isinstance(one, Repeat)]
    assert repeat.times == 3
    (remark,) = made.remarks
    assert "it has 3 rounds of Two, as many as 2 min hold by estimate" in remark
    squat = next(one for one in made.steps if not isinstance(one, Repeat) and one.name == "Squat")
    assert squat.notes.startswith("Rounds for 2 min in all.")


def test_a_sound_file_goes_through_them_by_estimates_and_says_so_when_they_begin() -> None:
    plan = timed(PLAN)
    assert plan.seconds == 10 + 120 + 5 + 30
    score = score_of(plan, estimated)
    said = [(round(one.at), one.text) for one in score.words]
    assert said[0] == (0, "Get ready: Squat, five times. Rounds for two minutes, at the pace of this recording.")
    assert (130, "That makes 2 rounds and 1 step. Next: Fold.") in said
    assert [one.title for one in score.chapters][-2:] == ["1. Squat, round 3", "3. Fold"]
    assert score.chapters[-1].start == 135


def test_the_sheet_has_the_time_at_the_block() -> None:
    assert [group.heading for group in sheet_groups(PLAN)] == ["Two · rounds for 2 min", "Cool"]


def test_made_easier_there_is_one_round_and_its_time_is_gone() -> None:
    found = cut(PLAN, frozenset(), easier=True)
    assert found
    assert not found.plan.sections
    assert [one.name for one in found.plan.intervals if one.kind == "work"] == ["Squat", "Plank", "Fold"]
    assert found.plan.seconds == 10 + 20 + 5 + 20 + 5 + 30
    assert found.words == "one set and half the range"


def test_what_is_better_left_out_leaves_the_time_of_the_others() -> None:
    plan = replace(
        PLAN,
        intervals=tuple(
            replace(one, about=replace(one.about, avoid_if=("groin",))) if one.name == "Squat" else one
            for one in PLAN.intervals
        ),
    )
    found = cut(plan, frozenset({"groin"}), easier=False)
    assert found
    assert found.plan.seconds == 10 + 120 + 5 + 30
    (section,) = found.plan.sections.values()
    assert [one.name for one in found.plan.intervals[section.first : section.end] if one.kind == "work"] == ["Plank"]
