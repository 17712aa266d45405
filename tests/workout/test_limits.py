"""Texts that keep to what a watch shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.plan.model import Side
from hiproutine.workout.limits import NOTES, STEP_NAME, WORKOUT_NAME, cut, shortened, step_name


@pytest.mark.parametrize(
    ("name", "side", "shown"),
    [
        ("Clamshell", None, "Clamshell"),
        ("Clamshell", Side.LEFT, "Clamshell left"),
        ("Clamshell", Side.RIGHT, "Clamshell right"),
        ("Hip flexor stretch", Side.LEFT, "Hip flexor L"),
        ("Hip flexor stretch", Side.RIGHT, "Hip flexor R"),
        ("Standing hip flexor stretch", Side.RIGHT, "Hip flexor R"),
        ("Side-lying leg raise", Side.LEFT, "Side-lying L"),
        ("Leg swings, front to back", None, "Leg swings"),
        ("Oberschenkelrückseitendehnung", Side.LEFT, "Oberschenkelr L"),
        ("Pose", None, "Pose"),
    ],
)
def test_a_name_keeps_its_side(name: str, side: Side | None, shown: str) -> None:
    assert step_name(name, side) == shown


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Lie on your side, knees bent.", 40, "Lie on your side, knees bent."),
        ("Lie on your side, knees bent.", 20, "Lie on your side…"),
        ("腰の筋肉を伸ばす", 12, "腰の筋…"),
        ("ééééé", 8, "éé…"),
        ("e\u0301e\u0301e\u0301e\u0301", 9, "e\u0301e\u0301…"),
    ],
)
def test_a_text_is_cut_at_words_and_whole_characters(text: str, most: int, kept: str) -> None:
    assert shortened(text, most) == kept


def test_what_is_seen_as_one_character_stays_whole() -> None:
    family = "👨\u200d👩\u200d👧"
    assert cut(f"a{family}", 18) == "a"
    assert cut(f"a{family}", 19) == f"a{family}"
    assert cut("👍🏽!", 7) == ""


@given(st.text(max_size=120), st.sampled_from([None, *Side]))
def test_nothing_is_ever_too_long(text: str, side: Side | None) -> None:
    assert len(step_name(text, side).encode("utf-8", "replace")) <= STEP_NAME.most
    for most in (WORKOUT_NAME.most, NOTES.most):
        assert len(shortened(text, most).encode("utf-8", "replace")) <= most


def test_eighty_wide_characters_fit() -> None:
    name = "腰" * 80
    assert step_name(name, Side.LEFT) == "腰腰腰腰 L"
    assert shortened(name, WORKOUT_NAME.most) == "腰" * 9 + "…"
