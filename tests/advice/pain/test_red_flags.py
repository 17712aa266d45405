"""The fifteen questions: when they come, what stands, and how it is cleared."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hiproutine.advice.pain.flags import FLAGS, SOON, URGENT
from hiproutine.advice.pain.readings import Area, Reading, Side
from hiproutine.advice.pain.red_flags import Check, Screen, Why, standing, when_to_ask
from tests.advice.pain.answers import NOON, days_ago, said


def screen(days: int, *chosen: str) -> Screen:
    """Answers at noon, so many days before today."""
    return Screen(f"screen {days}", NOON - timedelta(days=days), frozenset(chosen))


def check(days: int, flag: str, on: date | None = None) -> Check:
    """A check noted so many days before today, of the same day where no other is said."""
    at = NOON - timedelta(days=days)
    return Check(f"check {days}", at, flag, on or at.date())


def ask(
    screens: list[Screen],
    reading: Reading | None = None,
    earlier: tuple[Reading, ...] = (),
    checks: tuple[Check, ...] = (),
    now: datetime = NOON,
) -> Why | None:
    """Why the questions come."""
    return when_to_ask(screens, checks, reading, earlier, now=now, zone=UTC)


def ids(screens: list[Screen], *checks: Check) -> list[str]:
    """What stands."""
    return [one.flag.id for one in standing(screens, checks, UTC)]


def test_there_are_fifteen_flags_with_ids_that_never_change() -> None:
    assert [flag.id for flag in FLAGS if flag.group == URGENT] == [
        "no-weight", "fall-or-pop", "fever-or-hot", "numb-or-weak", "cold-or-calf",
    ]  # fmt: skip
    assert [flag.id for flag in FLAGS if flag.group == SOON] == [
        "groin-on-impact", "rest-or-night", "long-limp", "ever-earlier", "sharp-on-run", "locks-or-catches",
        "swelling", "too-long", "very-high", "check-first",
    ]  # fmt: skip
    assert [number for number, flag in enumerate(FLAGS, 1) if flag.again] == [6, 7, 8, 9]


def test_the_questions_come_on_first_use_whatever_the_score() -> None:
    assert ask([]) is ask([], said(0)) is Why.FIRST_USE


@pytest.mark.parametrize(
    ("score", "worst", "why"), [(5, None, None), (5, 5, None), (5, 6, Why.HIGH), (6, None, Why.HIGH), (0, 6, Why.HIGH)]
)
def test_the_questions_come_again_from_six_on(score: int, worst: int | None, why: Why | None) -> None:
    assert ask([screen(1)], said(score, worst=worst)) is why


@pytest.mark.parametrize(("days", "why"), [(1, None), (6, None), (7, Why.WEEK_PASSED), (8, Why.WEEK_PASSED)])
def test_the_questions_come_again_at_exactly_seven_days(days: int, why: Why | None) -> None:
    assert ask([screen(30), screen(days)]) is why


def test_the_questions_never_come_twice_in_a_day_which_ends_at_four() -> None:
    late = [Screen("s", NOON.replace(hour=23))]
    high = said(9)
    assert ask([screen(0)], high) is None
    assert ask(late, high, now=NOON.replace(hour=3) + timedelta(days=1)) is None
    assert ask(late, high, now=NOON.replace(hour=4) + timedelta(days=1)) is Why.HIGH


@pytest.mark.parametrize(
    ("more", "is_new"),
    [
        ({"side": Side.LEFT, "area": Area.FRONT}, False),
        ({"side": Side.RIGHT, "area": Area.FRONT}, True),
        ({"side": Side.BOTH, "area": Area.FRONT}, True),
        ({"side": Side.LEFT, "area": Area.OUTER}, True),
        ({"side": Side.RIGHT, "area": Area.BUTTOCK}, False),
        ({"side": Side.LEFT, "area": Area.UNSURE}, False),
        ({"side": Side.LEFT}, False),
        ({}, False),
    ],
)
def test_the_questions_come_again_for_a_new_spot(more: dict[str, Any], is_new: bool) -> None:
    earlier = (said(2, side=Side.LEFT, area=Area.FRONT), said(2, side=Side.BOTH, area=Area.BUTTOCK))
    assert ask([screen(1)], said(1, **more), earlier) is (Why.NEW_SPOT if is_new else None)
    assert ask([screen(1)], said(0, **more), earlier) is None


def test_the_first_spot_ever_is_a_new_one() -> None:
    assert ask([screen(1)], said(1, area=Area.OUTER), (days_ago(0, 2),)) is Why.NEW_SPOT


def test_a_flag_stands_until_it_is_noted_as_checked_since() -> None:
    assert ids([screen(3, "swelling")]) == ["swelling"]
    assert ids([screen(3, "swelling"), screen(1)]) == ["swelling"]
    assert ids([screen(3, "swelling")], check(2, "swelling")) == []
    assert ids([screen(3, "swelling")], check(2, "long-limp")) == ["swelling"]
    assert ids([screen(3, "swelling")], check(4, "swelling")) == ["swelling"]
    assert ids([screen(3, "swelling"), screen(1, "swelling")], check(2, "swelling")) == ["swelling"]


def test_a_check_may_lie_in_the_past_but_not_be_promised() -> None:
    past, today, later = (check(2, "swelling", date(2026, 5, day)) for day in (1, 18, 19))
    assert ids([screen(3, "swelling")], past) == ids([screen(3, "swelling")], today) == []
    assert ids([screen(3, "swelling")], later) == ["swelling"]


def test_a_sign_that_this_version_does_not_know_stands_until_it_was_checked() -> None:
    assert ids([screen(3, "new-sign")], check(2, "neither")) == ["new-sign"]
    assert ids([screen(3, "new-sign")], check(2, "new-sign")) == []
    (one,) = standing([screen(3, "new\x1b[2J")], [], UTC)
    assert (one.flag.group, one.flag.words) == (2, "A sign that this version does not know (new?[2J)")


@pytest.mark.parametrize(
    ("flag", "days", "why"),
    [
        ("groin-on-impact", 6, None),
        ("groin-on-impact", 7, Why.CHECKED),
        ("ever-earlier", 7, Why.CHECKED),
        ("sharp-on-run", 7, None),
        ("no-weight", 7, None),
    ],
)
def test_what_may_return_is_asked_again_seven_days_after_its_check(flag: str, days: int, why: Why | None) -> None:
    screens = [screen(days, flag), screen(2)]
    assert ask(screens, checks=(check(days, flag),)) is why


def test_what_may_return_is_asked_again_once() -> None:
    checks = (check(9, "long-limp"),)
    assert ask([screen(9, "long-limp"), screen(3)], checks=checks) is Why.CHECKED
    assert ask([screen(9, "long-limp"), screen(2)], checks=checks) is None


def test_a_day_is_that_of_the_person_and_not_of_utc() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    evening, morning = datetime(2026, 5, 20, 22, tzinfo=tokyo), datetime(2026, 5, 21, 7, tzinfo=tokyo)
    assert evening.astimezone(UTC).date() == morning.astimezone(UTC).date()
    screens = [Screen("s", evening)]
    assert when_to_ask(screens, [], said(8), [], now=morning, zone=tokyo) is Why.HIGH
