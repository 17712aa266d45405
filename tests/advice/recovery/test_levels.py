"""Which level comes next: up, the same, and down."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.coming_back.levels import FAMILIES, Proposal, Step, proposal, routine_id
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.paths import bundled
from tests.advice.pain.answers import NOON
from tests.advice.pain.test_pain_properties import wrongs
from tests.advice.recovery.noted import histories, went

HIP, LEG = FAMILIES
ROUTINES = [routine_id(HIP, level) for level in (1, 2, 3)]
HISTORIES = histories([*ROUTINES, LEG])

Notice = list[tuple[int, str]]
"""Levels and how they went, oldest first."""


def played(told: Notice, family: str = HIP) -> list[SessionPain]:
    """Sessions two days apart, the last two days before today."""
    ages = [2 + 2 * number for number in range(len(told))][::-1]
    return [
        went(how, age, routine_id(family, level), Load.MODERATE) for age, (level, how) in zip(ages, told, strict=True)
    ]


def after(told: Notice, family: str = HIP) -> Proposal:
    """What comes next."""
    return proposal(played(told, family), family, NOON, UTC)


def test_every_level_is_a_routine_that_comes_with_the_program() -> None:
    assert ROUTINES == ["hip-core-strength", "hip-core-strength-2", "hip-core-strength-3"]
    for family, highest in FAMILIES.items():
        for level in range(1, highest + 1):
            assert (bundled() / f"{routine_id(family, level)}.toml").exists()


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    ("told", "step", "level"),
    [
        ([], Step.STAY, 1),
        ([(1, "good")], Step.STAY, 1),
        ([(1, "good")] * 2, Step.UP, 2),
        ([(1, "good")] * 5, Step.UP, 2),
        ([(1, "good"), (1, "silent")], Step.STAY, 1),
        ([(1, "good"), (1, "stiff")], Step.STAY, 1),
        ([(1, "good"), (1, "sore"), (1, "good")], Step.STAY, 1),
        ([(1, "good"), (1, "left"), (1, "good")], Step.UP, 2),
        ([(1, "good"), (2, "good")], Step.STAY, 2),
        ([(2, "good")] * 2, Step.UP, 3),
        ([(3, "good")] * 2, Step.STAY, 3),
        ([(2, "good"), (2, "reacted")], Step.DOWN, 1),
        ([(2, "good"), (2, "bad morning")], Step.DOWN, 1),
        ([(2, "good"), (2, "limped")], Step.DOWN, 1),
        ([(2, "good"), (2, "left in pain")], Step.DOWN, 1),
        ([(1, "good"), (1, "reacted")], Step.STAY, 1),
        ([(3, "good"), (3, "reacted")], Step.DOWN, 2),
        ([(3, "good"), (3, "reacted"), (2, "good")], Step.STAY, 2),
        ([(3, "good"), (1, "good")], Step.STAY, 1),
        ([(1, "good"), (3, "silent")], Step.STAY, 3),
        ([(1, "good"), (3, "reacted")], Step.DOWN, 1),
        ([(1, "left")], Step.STAY, 1),
    ],
)
def test_the_next_level(family: str, told: Notice, step: Step, level: int) -> None:
    found = after(told, family)
    assert (found.step, found.level, found.routine) == (step, level, routine_id(family, level))


def test_two_good_sessions_on_one_day_are_one_good_day() -> None:
    day = [went("good", 3, HIP) for _ in range(2)]
    assert proposal(day, HIP, NOON, UTC).step is Step.STAY
    assert proposal([*day, went("good", 5, HIP)], HIP, NOON, UTC).step is Step.UP


def test_each_family_goes_its_own_way() -> None:
    both = [*played([(1, "good")] * 2), *played([(2, "reacted")], LEG)]
    assert proposal(both, HIP, NOON, UTC).level == 2
    assert proposal(both, LEG, NOON, UTC).level == 1
    with pytest.raises(KeyError):
        proposal(both, "cool-down", NOON, UTC)


def test_a_day_to_come_says_nothing() -> None:
    ahead = [went("good", -1, HIP), went("good", 1, HIP)]
    assert proposal(ahead, HIP, NOON, UTC).step is Step.STAY
    tomorrow = datetime(2026, 5, 20, 16, tzinfo=UTC)
    assert proposal(ahead, HIP, tomorrow, UTC).step is Step.STAY
    assert proposal(ahead, HIP, tomorrow, ZoneInfo("Pacific/Auckland")).step is Step.UP


def test_reasons_name_the_sessions() -> None:
    sessions = played([(1, "good")] * 2)
    found = proposal(sessions, HIP, NOON, UTC)
    assert [one.ids[0] for one in found.because] == [one.id for one in sessions]
    assert found.sentence == "Hip & core strength: level 1 went well on two days. Consider level 2 next time."
    assert after([(1, "silent")]).because[0].text == "2026-05-18: no answer from the morning after"


@given(HISTORIES)
def test_a_proposal_is_always_one_of_the_levels_and_says_why(history: list[SessionPain]) -> None:
    found = proposal(history, HIP, NOON, UTC)
    assert found.routine == ROUTINES[found.level - 1]
    assert list(wrongs(found.sentence)) == []
    assert found.sentence.endswith(".")
    assert len(found.sentence) <= 150
    assert bool(found.because) is (not found.sentence.endswith("level 1 is a good place to begin."))


@given(HISTORIES, st.sampled_from(ROUTINES), st.integers(0, 90))
def test_one_more_reaction_never_raises_the_level(history: list[SessionPain], routine: str, days: int) -> None:
    for how in ("reacted", "bad morning", "left in pain"):
        more = [*history, went(how, days, routine)]
        assert proposal(more, HIP, NOON, UTC).level <= proposal(history, HIP, NOON, UTC).level


@given(HISTORIES)
def test_the_order_of_the_sessions_does_not_matter(history: list[SessionPain]) -> None:
    assert proposal(history, HIP, NOON, UTC) == proposal(history[::-1], HIP, NOON, UTC)
